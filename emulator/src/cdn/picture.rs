//! Answers about one file: its bytes, pictures made of them, or what is known of its image.

use std::{io::Read, sync::Arc};

use axum::{
    body::Body,
    http::{HeaderName, HeaderValue, Response, header},
};
use md5::Md5;
use sha1::{Digest, Sha1};
use tokio::task::spawn_blocking;

use super::{
    cache::{NoPicture, Picture},
    deliver::{DAY, Delivered, YEAR},
    grammar::{Chain, Form, Problem, video_format},
    info::{Image, Info, Looks},
    page, render,
    serve::Visit,
};
use crate::{
    media::{ImageInfo, made},
    store::{Content, File, Used},
};

/// The most bytes that an image may have to be worked on.
const MAX_INPUT: u64 = 100_000_000;

pub(super) async fn deliver(
    visit: &Visit,
    file: &Arc<File>,
    operations: &[&str],
    filename: Option<&str>,
) -> Response<Body> {
    let chain = match Chain::parse(operations.iter().copied()) {
        Ok(chain) => chain,
        Err(problem) => return page::bad_request(&problem),
    };
    if chain.changes_image()
        && let Err(problem) = check_image(file)
    {
        return page::bad_request(&problem);
    }
    match chain.form {
        Form::Image if chain.changes_image() => picture(visit, file, &chain, filename).await,
        Form::Image => original(visit, file, chain.inline(), filename),
        form => about(visit, file, &chain, form).await,
    }
}

fn check_image(file: &File) -> Result<(), Problem> {
    if !file.is_image() {
        return Err(Problem("Not supported for files that are not images.".to_owned()));
    }
    if file.size > MAX_INPUT {
        return Err(Problem("Input image is too large: the limit is 100 MB.".to_owned()));
    }
    Ok(())
}

fn original(
    visit: &Visit,
    file: &File,
    inline: Option<bool>,
    filename: Option<&str>,
) -> Response<Body> {
    let etag = match file.content.etag() {
        Some(etag) => etag,
        None if file.size == 0 => hex::encode(Md5::digest([])),
        None => file.uuid.simple().to_string(),
    };
    let own = file.cdn_filename();
    let shown = &*file.mime == "text/plain" || file.mime.starts_with("image/");
    let delivered = Delivered {
        content: &file.content,
        size: file.size,
        mime: &file.mime,
        etag,
        modified: file.uploaded,
        inline: inline.unwrap_or(shown),
        filename: filename.unwrap_or(&own),
        cache: YEAR,
    };
    delivered.answer(&visit.headers)
}

async fn picture(
    visit: &Visit,
    file: &Arc<File>,
    chain: &Chain,
    filename: Option<&str>,
) -> Response<Body> {
    let picture = match rendered(visit, file, chain).await {
        Ok(picture) => picture,
        Err(NoPicture::Refused(problem)) => return page::bad_request(&problem),
        Err(NoPicture::Unreadable) => {
            let mut response = original(visit, file, chain.inline(), filename);
            page::name_not_rendered(&mut response, &chain.names());
            return response;
        }
    };
    let own = file.cdn_filename();
    let named = match own.rsplit_once('.') {
        _ if *picture.mime == *file.mime => own,
        Some((stem, _)) => format!("{stem}.{}", picture.extension),
        None => format!("{own}.{}", picture.extension),
    };
    let delivered = Delivered {
        content: &Content::Bytes(picture.bytes.clone()),
        size: picture.bytes.len() as u64,
        mime: picture.mime,
        etag: picture.etag.clone(),
        modified: file.uploaded,
        inline: chain.inline().unwrap_or(true),
        filename: filename.unwrap_or(&named),
        cache: YEAR,
    };
    let mut response = delivered.answer(&visit.headers);
    tell_sides(&mut response, picture.width as usize, picture.height as usize);
    page::name_not_rendered(&mut response, &chain.not_rendered());
    response
}

/// The picture that operations make of a file, unless it was made before.
async fn rendered(
    visit: &Visit,
    file: &Arc<File>,
    chain: &Chain,
) -> Result<Arc<Picture>, NoPicture> {
    let key = format!("{}/{}", file.uuid, chain.key());
    let make = async {
        let (file, chain) = (Arc::clone(file), chain.clone());
        let work = spawn_blocking(move || {
            render::render(&whole(&file).ok_or(NoPicture::Unreadable)?, &chain)
        });
        let picture = work.await.map_err(|_| NoPicture::Unreadable)??;
        visit.use_up(Used { traffic: 0, operations: 1 });
        Ok(picture)
    };
    visit.app.pictures.get(&key, make).await
}

fn whole(file: &File) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    match file.content {
        Content::Synthetic => return None,
        _ => file.content.reader(file.size).read_to_end(&mut bytes).ok()?,
    };
    Some(bytes)
}

fn tell_sides(response: &mut Response<Body>, width: usize, height: usize) {
    let headers = response.headers_mut();
    let exposed = "Content-Length, Etag, X-Image-Width, X-Image-Height, \
                   X-Image-Acceptable-Original, X-Image-Acceptable-Improved";
    headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static(exposed));
    headers.insert(HeaderName::from_static("x-image-width"), width.into());
    headers.insert(HeaderName::from_static("x-image-height"), height.into());
}

/// What is known about an image after some operations.
async fn about(visit: &Visit, file: &Arc<File>, chain: &Chain, form: Form) -> Response<Body> {
    let colours = match form {
        Form::MainColors(count) => count,
        _ => 0,
    };
    if colours > 0
        && let Err(problem) = check_image(file)
    {
        return page::bad_request(&problem);
    }
    let (picture, not_rendered) = if chain.changes_image() {
        match rendered(visit, file, chain).await {
            Ok(picture) => (Some(picture), chain.not_rendered()),
            Err(NoPicture::Refused(problem)) => return page::bad_request(&problem),
            Err(NoPicture::Unreadable) => (None, chain.names()),
        }
    } else {
        (None, Vec::new())
    };
    let info = match &picture {
        Some(picture) => ImageInfo::of_bytes(&picture.bytes),
        None => file.content_info.image.clone().filter(|_| file.is_image()),
    };
    let looks = looks(file, picture, colours).await;
    let colours = (colours > 0).then_some(looks.main_colors);
    let image =
        info.as_ref().map(|info| Image { info, hash: looks.hash, blurhash: looks.blurhash });
    let info = Info { id: file.uuid.to_string(), image, main_colors: colours, faces: None };
    let mut response = json(&info, form == Form::Jsonp);
    page::name_not_rendered(&mut response, &not_rendered);
    response
}

pub(super) async fn faces(file: &Arc<File>) -> Response<Body> {
    if let Err(problem) = check_image(file) {
        return page::bad_request(&problem);
    }
    let looks = looks(file, None, 0).await;
    let image = file.content_info.image.as_ref().map(|info| Image {
        info,
        hash: looks.hash,
        blurhash: looks.blurhash,
    });
    let id = file.uuid.to_string();
    json(&Info { id, image, main_colors: None, faces: Some(&file.faces) }, false)
}

async fn looks(file: &Arc<File>, picture: Option<Arc<Picture>>, colours: usize) -> Looks {
    let file = Arc::clone(file);
    let look = spawn_blocking(move || match picture {
        Some(picture) => Looks::of_bytes(&picture.bytes, colours),
        None if file.is_image() && file.size <= MAX_INPUT => {
            whole(&file).map(|bytes| Looks::of_bytes(&bytes, colours)).unwrap_or_default()
        }
        None => Looks::default(),
    });
    look.await.unwrap_or_default()
}

fn json(info: &Info, as_call: bool) -> Response<Body> {
    let mut text = serde_json::to_string(info).unwrap_or_default();
    let mut kind = "application/json";
    if as_call {
        text = format!("uploadcare_callback({text});");
        kind = "application/javascript";
    }
    let etag = format!("\"{}\"", hex::encode(Sha1::digest(&text)));
    let mut response = Response::new(Body::from(text));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(DAY));
    if let Ok(etag) = HeaderValue::try_from(etag) {
        headers.insert(header::ETAG, etag);
    }
    if let Some(image) = &info.image {
        let (width, height) = image.info.sides();
        tell_sides(&mut response, width, height);
    }
    response
}

/// The video of an animated image, which is a made one.
pub(super) fn video(
    visit: &Visit,
    file: &File,
    operations: &[&str],
    filename: Option<&str>,
) -> Response<Body> {
    let format = match video_format(operations.iter().copied()) {
        Ok(format) => format,
        Err(problem) => return page::bad_request(&problem),
    };
    if &*file.mime != "image/gif" {
        let reason = "Not supported for files that are not GIF images.";
        return page::bad_request(&Problem(reason.to_owned()));
    }
    let video = made::file(format, 1);
    let own = file.cdn_filename();
    let stem = own.rsplit_once('.').map_or(own.as_str(), |(stem, _)| stem);
    let own = format!("{stem}.{format}");
    let delivered = Delivered {
        size: video.bytes.len() as u64,
        etag: hex::encode(Sha1::digest(&video.bytes)),
        content: &Content::Bytes(video.bytes),
        mime: &video.info.mime.mime,
        modified: file.uploaded,
        inline: true,
        filename: filename.unwrap_or(&own),
        cache: YEAR,
    };
    let mut response = delivered.answer(&visit.headers);
    page::name_not_rendered(&mut response, &["gif2video"]);
    response
}
