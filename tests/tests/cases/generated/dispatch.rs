// Made from the Rust definitions by `cargo xtask generate`. Do not edit.
//! Calls the operation of a shared case.

use super::arguments::*;
use serde_json::Value;
use uploadcare::{Client, Error};

/// Calls an operation by its name; None if there is none.
pub async fn dispatch(client: &Client, call: &Value) -> Option<Result<Value, Error>> {
    Some(match call["op"].as_str()? {
        "files.list" => match client.files().list(options(call)) {
            Ok(found) => list(call, found).await,
            Err(error) => Err(error),
        },
        "files.list_slices" => {
            client.files().list_slices(integer(call, "count"), options(call)).await.map(value)
        }
        "files.search" => match client.files().search(options(call)) {
            Ok(found) => list(call, found).await,
            Err(error) => Err(error),
        },
        "files.get" => client.files().get(text(call, "file"), options(call)).await.map(value),
        "files.store" => client.files().store(text(call, "file")).await.map(value),
        "files.delete" => client.files().delete(text(call, "file")).await.map(value),
        "files.store_many" => {
            client.files().store_many(texts(call, "files"), options(call)).await.map(value)
        }
        "files.delete_many" => {
            client.files().delete_many(texts(call, "files"), options(call)).await.map(value)
        }
        "files.copy_local" => {
            client.files().copy_local(text(call, "file"), options(call)).await.map(value)
        }
        "files.copy_remote" => client
            .files()
            .copy_remote(text(call, "file"), text(call, "target"), options(call))
            .await
            .map(value),
        "tags.get" => client.tags().get(text(call, "file")).await.map(value),
        "tags.replace" => {
            client.tags().replace(text(call, "file"), texts(call, "tags")).await.map(value)
        }
        "tags.update" => client.tags().update(text(call, "file"), options(call)).await.map(value),
        "metadata.all" => client.metadata().all(text(call, "file")).await.map(map),
        "metadata.get" => {
            client.metadata().get(text(call, "file"), text(call, "key")).await.map(value)
        }
        "metadata.set" => client
            .metadata()
            .set(text(call, "file"), text(call, "key"), text(call, "value"))
            .await
            .map(value),
        "metadata.delete" => {
            client.metadata().delete(text(call, "file"), text(call, "key")).await.map(value)
        }
        "groups.list" => match client.groups().list(options(call)) {
            Ok(found) => list(call, found).await,
            Err(error) => Err(error),
        },
        "groups.list_slices" => {
            client.groups().list_slices(integer(call, "count"), options(call)).await.map(value)
        }
        "groups.get" => client.groups().get(text(call, "group")).await.map(value),
        "groups.delete" => client.groups().delete(text(call, "group")).await.map(value),
        "groups.delete_with_files" => {
            client.groups().delete_with_files(text(call, "group"), options(call)).await.map(value)
        }
        "webhooks.list" => client.webhooks().list().await.map(value),
        "webhooks.get" => client.webhooks().get(integer(call, "id")).await.map(value),
        "webhooks.create" => client
            .webhooks()
            .create(text(call, "target_url"), text(call, "event").to_owned().into(), options(call))
            .await
            .map(value),
        "webhooks.update" => {
            client.webhooks().update(integer(call, "id"), options(call)).await.map(value)
        }
        "webhooks.delete" => client.webhooks().delete(integer(call, "id")).await.map(value),
        "webhooks.delete_by_url" => {
            client.webhooks().delete_by_url(text(call, "target_url")).await.map(value)
        }
        "project.get" => client.project().get().await.map(value),
        "conversion.document_path" => {
            client.conversion().document_path(text(call, "file"), options(call)).map(value)
        }
        "conversion.video_path" => {
            client.conversion().video_path(text(call, "file"), options(call)).map(value)
        }
        "conversion.convert_document" => {
            client.conversion().convert_document(text(call, "path"), options(call)).await.map(job)
        }
        "conversion.convert_documents" => client
            .conversion()
            .convert_documents(texts(call, "paths"), options(call))
            .await
            .map(jobs),
        "conversion.convert_video" => {
            client.conversion().convert_video(text(call, "path"), options(call)).await.map(job)
        }
        "conversion.convert_videos" => {
            client.conversion().convert_videos(texts(call, "paths"), options(call)).await.map(jobs)
        }
        "conversion.document_info" => {
            client.conversion().document_info(text(call, "file")).await.map(value)
        }
        "conversion.document_status" => {
            client.conversion().document_status(integer(call, "token")).await.map(value)
        }
        "conversion.video_status" => {
            client.conversion().video_status(integer(call, "token")).await.map(value)
        }
        "addons.detect_labels" => client.addons().detect_labels(text(call, "file")).await.map(job),
        "addons.detect_moderation_labels" => {
            client.addons().detect_moderation_labels(text(call, "file")).await.map(job)
        }
        "addons.scan_for_viruses" => {
            client.addons().scan_for_viruses(text(call, "file"), options(call)).await.map(job)
        }
        "addons.remove_background" => {
            client.addons().remove_background(text(call, "file"), options(call)).await.map(job)
        }
        "addons.execute" => client
            .addons()
            .execute(text(call, "name"), text(call, "file"), options(call))
            .await
            .map(job),
        "addons.status" => {
            client.addons().status(text(call, "name"), text(call, "request_id")).await.map(value)
        }
        "jobs.open" => client.jobs().open(text(call, "text")).map(job),
        "uploads.from_url" => {
            client.uploads().from_url(text(call, "url"), options(call)).await.map(job)
        }
        "uploads.info" => client.uploads().info(text(call, "file")).await.map(value),
        "uploads.wait_until_ready" => {
            client.uploads().wait_until_ready(text(call, "file"), options(call)).await.map(value)
        }
        "uploads.create_group" => {
            client.uploads().create_group(texts(call, "files")).await.map(value)
        }
        "uploads.group_info" => client.uploads().group_info(text(call, "group")).await.map(value),
        "uploads.start_multipart" => {
            client.uploads().start_multipart(integer(call, "size"), options(call)).await.map(value)
        }
        "uploads.complete_multipart" => {
            client.uploads().complete_multipart(text(call, "uuid")).await.map(value)
        }
        "uploads.create_token" => client.uploads().create_token(options(call)).map(value),
        "uploads.create_signature" => client.uploads().create_signature(options(call)).map(value),
        "delivery.url" => client.delivery().url(text(call, "file"), options(call)).map(value),
        "delivery.group_url" => {
            client.delivery().group_url(text(call, "group"), options(call)).map(value)
        }
        "delivery.gif_to_video_url" => {
            client.delivery().gif_to_video_url(text(call, "file"), options(call)).map(value)
        }
        "delivery.face_detection_url" => {
            client.delivery().face_detection_url(text(call, "file")).map(value)
        }
        "delivery.proxy_url" => {
            client.delivery().proxy_url(text(call, "source_url"), options(call)).map(value)
        }
        "delivery.srcset" => client.delivery().srcset(text(call, "file"), options(call)).map(value),
        "delivery.parse_url" => client.delivery().parse_url(text(call, "url")).map(value),
        "delivery.rewrite_url" => client.delivery().rewrite_url(text(call, "url")).map(value),
        "delivery.hosts" => client.delivery().hosts().map(value),
        "delivery.signed_url" => {
            client.delivery().signed_url(text(call, "url"), options(call)).map(value)
        }
        "delivery.verify_signed_url" => {
            client.delivery().verify_signed_url(text(call, "url"), options(call)).map(value)
        }
        "delivery.info" => {
            client.delivery().info(text(call, "file"), options(call)).await.map(value)
        }
        "delivery.faces" => client.delivery().faces(text(call, "file")).await.map(value),
        "delivery.main_colors" => {
            client.delivery().main_colors(text(call, "file"), options(call)).await.map(value)
        }
        "projects.list" => client.projects().list(options(call)).await.map(value),
        "projects.create" => {
            client.projects().create(text(call, "name"), options(call)).await.map(value)
        }
        "projects.get" => client.projects().get(text(call, "public_key")).await.map(value),
        "projects.update" => {
            client.projects().update(text(call, "public_key"), options(call)).await.map(value)
        }
        "projects.delete" => client.projects().delete(text(call, "public_key")).await.map(value),
        "secrets.list" => client.secrets().list(text(call, "public_key")).await.map(value),
        "secrets.create" => client.secrets().create(text(call, "public_key")).await.map(value),
        "secrets.delete" => {
            client.secrets().delete(text(call, "public_key"), text(call, "id")).await.map(value)
        }
        "usage.get" => client
            .usage()
            .get(text(call, "public_key"), text(call, "from"), text(call, "to"))
            .await
            .map(value),
        "usage.metric" => client
            .usage()
            .metric(
                text(call, "public_key"),
                text(call, "metric").to_owned().into(),
                text(call, "from"),
                text(call, "to"),
            )
            .await
            .map(value),
        _ => return None,
    })
}

/// Calls a method of a `Transformation` by its name; None if there is none.
pub fn transformation(
    value: &uploadcare::Transformation,
    call: &Value,
) -> Option<Result<uploadcare::Transformation, Error>> {
    Some(match call["op"].as_str()? {
        "preview" => value.preview(options(call)),
        "resize" => value.resize(options(call)),
        "smart_resize" => value.smart_resize(integer(call, "width"), integer(call, "height")),
        "stretch" => value.stretch(text(call, "mode").to_owned().into()),
        "crop" => value.crop(length(call, "width"), length(call, "height"), options(call)),
        "crop_ratio" => {
            value.crop_ratio(integer(call, "width"), integer(call, "height"), options(call))
        }
        "crop_object" => value.crop_object(text(call, "object").to_owned().into(), options(call)),
        "scale_crop" => {
            value.scale_crop(integer(call, "width"), integer(call, "height"), options(call))
        }
        "border_radius" => value.border_radius(lengths(call, "radii"), options(call)),
        "setfill" => value.setfill(text(call, "color")),
        "zoom_objects" => value.zoom_objects(integer(call, "zoom")),
        "trim" => value.trim(options(call)),
        "rasterize" => value.rasterize(),
        "autorotate" => value.autorotate(boolean(call, "enabled")),
        "rotate" => value.rotate(integer(call, "angle")),
        "flip" => value.flip(),
        "mirror" => value.mirror(),
        "brightness" => value.brightness(integer(call, "value")),
        "exposure" => value.exposure(integer(call, "value")),
        "gamma" => value.gamma(integer(call, "value")),
        "contrast" => value.contrast(integer(call, "value")),
        "saturation" => value.saturation(integer(call, "value")),
        "vibrance" => value.vibrance(integer(call, "value")),
        "warmth" => value.warmth(integer(call, "value")),
        "enhance" => value.enhance(options(call)),
        "grayscale" => value.grayscale(),
        "invert" => value.invert(),
        "filter" => value.filter(text(call, "name").to_owned().into(), options(call)),
        "blur" => value.blur(options(call)),
        "blur_region" => value.blur_region(
            length(call, "width"),
            length(call, "height"),
            length(call, "x"),
            length(call, "y"),
            options(call),
        ),
        "blur_faces" => value.blur_faces(options(call)),
        "sharp" => value.sharp(options(call)),
        "srgb" => value.srgb(text(call, "mode").to_owned().into()),
        "max_icc_size" => value.max_icc_size(integer(call, "kilobytes")),
        "format" => value.format(text(call, "format").to_owned().into()),
        "quality" => value.quality(text(call, "quality").to_owned().into()),
        "progressive" => value.progressive(boolean(call, "enabled")),
        "strip_meta" => value.strip_meta(text(call, "mode").to_owned().into()),
        "inline" => value.inline(boolean(call, "enabled")),
        "overlay" => value.overlay(text(call, "image"), options(call)),
        "overlay_self" => value.overlay_self(options(call)),
        "text" => value.text(
            text(call, "text"),
            length(call, "width"),
            length(call, "height"),
            options(call),
        ),
        "text_align" => value.text_align(
            text(call, "horizontal").to_owned().into(),
            text(call, "vertical").to_owned().into(),
        ),
        "font" => value.font(options(call)),
        "text_box" => value.text_box(text(call, "mode").to_owned().into(), options(call)),
        "rect" => value.rect(
            text(call, "color"),
            length(call, "width"),
            length(call, "height"),
            options(call),
        ),
        "json" => value.json(),
        "jsonp" => value.jsonp(),
        "main_colors" => value.main_colors(integer(call, "count")),
        "raw" => value.raw(text(call, "operation")),
        _ => return None,
    })
}
