// Made from the Rust definitions by `cargo xtask generate`. Do not edit.
//! The operations of the core.

use crate::{
    client::NativeClient,
    errors::raise,
    jobs::{Batch, Started, batch, started},
    operations::operations,
    options::{argument, read},
    pages::{NativeFilePages, NativeGroupPages},
    runtime::Nothing,
};
use pyo3::prelude::*;
use std::collections::HashMap;
use uploadcare::{
    AccountProject, BatchOptions, BatchResult, Color, ConvertDocumentsOptions,
    ConvertVideosOptions, CopyLocalOptions, CopyRemoteOptions, CreateProjectOptions,
    CreateUploadSignatureOptions, CreateUploadTokenOptions, CreateWebhookOptions, DeliveryHosts,
    DeliveryInfo, DeliveryInfoOptions, DeliveryUrl, DeliveryUrlOptions, DocumentInfo,
    DocumentPathOptions, ExecuteAddonOptions, Face, FileInfo, FromUrlOptions, GetFileOptions,
    GifToVideoOptions, GroupInfo, GroupUrlOptions, JobStatus, ListFilesOptions, ListGroupsOptions,
    ListProjectsOptions, MainColorsOptions, MetricUsage, MultipartUpload, NewProjectSecret,
    ProjectInfo, ProjectSecret, ProxyUrlOptions, RemoteCopy, RemoveBackgroundOptions,
    ScanForVirusesOptions, SearchOptions, SignUrlOptions, SignedUrl, SrcsetOptions, TagsChange,
    UpdateProjectOptions, UpdateTagsOptions, UpdateWebhookOptions, UploadGroupInfo, UploadInfo,
    UploadOptions, UploadSignature, UploadToken, Usage, UsageMetric, VerifyUrlOptions,
    VideoPathOptions, WaitOptions, Webhook, WebhookEvent,
};

operations! {
    impl NativeClient {
        fn files_list(slf: Py<Self>, py: Python<'_>, options: &Bound<'_, PyAny>) -> PyResult<NativeFilePages> {
            let options: ListFilesOptions = read(options)?;
            let prefetch = options.prefetch;
            let concurrency = options.concurrency;
            let list = Self::of(&slf, py)?.files().list(options);
            NativeFilePages::new(slf, py, list, move |client, cursor| {
                let cursor = Some(cursor);
                client.files().list(ListFilesOptions { cursor, prefetch, concurrency, ..Default::default() })
            })
        }

        fn files_search(slf: Py<Self>, py: Python<'_>, options: &Bound<'_, PyAny>) -> PyResult<NativeFilePages> {
            let options: SearchOptions = read(options)?;
            let prefetch = options.prefetch;
            let list = Self::of(&slf, py)?.files().search(options);
            NativeFilePages::new(slf, py, list, move |client, cursor| {
                let cursor = Some(cursor);
                client.files().search(SearchOptions { cursor, prefetch, ..Default::default() })
            })
        }

        fn groups_list(slf: Py<Self>, py: Python<'_>, options: &Bound<'_, PyAny>) -> PyResult<NativeGroupPages> {
            let options: ListGroupsOptions = read(options)?;
            let prefetch = options.prefetch;
            let concurrency = options.concurrency;
            let list = Self::of(&slf, py)?.groups().list(options);
            NativeGroupPages::new(slf, py, list, move |client, cursor| {
                let cursor = Some(cursor);
                client.groups().list(ListGroupsOptions { cursor, prefetch, concurrency, ..Default::default() })
            })
        }

        fn conversion_document_path(&self, py: Python<'_>, file: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> PyResult<String> {
            let api = self.client(py)?.conversion();
            let file: String = argument(file, "file")?;
            let options: DocumentPathOptions = read(options)?;
            api.document_path(file, options).map_err(|error| raise(py, &error))
        }

        fn conversion_video_path(&self, py: Python<'_>, file: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> PyResult<String> {
            let api = self.client(py)?.conversion();
            let file: String = argument(file, "file")?;
            let options: VideoPathOptions = read(options)?;
            api.video_path(file, options).map_err(|error| raise(py, &error))
        }

        fn jobs_open(&self, py: Python<'_>, text: &Bound<'_, PyAny>) -> PyResult<Started> {
            let api = self.client(py)?.jobs();
            let text: String = argument(text, "text")?;
            api.open(&text).map(started).map_err(|error| raise(py, &error))
        }

        fn uploads_create_token(&self, py: Python<'_>, options: &Bound<'_, PyAny>) -> PyResult<UploadToken> {
            let api = self.client(py)?.uploads();
            let options: CreateUploadTokenOptions = read(options)?;
            api.create_token(options).map_err(|error| raise(py, &error))
        }

        fn uploads_create_signature(&self, py: Python<'_>, options: &Bound<'_, PyAny>) -> PyResult<UploadSignature> {
            let api = self.client(py)?.uploads();
            let options: CreateUploadSignatureOptions = read(options)?;
            api.create_signature(options).map_err(|error| raise(py, &error))
        }

        fn delivery_url(&self, py: Python<'_>, file: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> PyResult<String> {
            let api = self.client(py)?.delivery();
            let file: String = argument(file, "file")?;
            let options: DeliveryUrlOptions = read(options)?;
            api.url(file, options).map_err(|error| raise(py, &error))
        }

        fn delivery_group_url(&self, py: Python<'_>, group: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> PyResult<String> {
            let api = self.client(py)?.delivery();
            let group: String = argument(group, "group")?;
            let options: GroupUrlOptions = read(options)?;
            api.group_url(group, options).map_err(|error| raise(py, &error))
        }

        fn delivery_gif_to_video_url(&self, py: Python<'_>, file: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> PyResult<String> {
            let api = self.client(py)?.delivery();
            let file: String = argument(file, "file")?;
            let options: GifToVideoOptions = read(options)?;
            api.gif_to_video_url(file, options).map_err(|error| raise(py, &error))
        }

        fn delivery_face_detection_url(&self, py: Python<'_>, file: &Bound<'_, PyAny>) -> PyResult<String> {
            let api = self.client(py)?.delivery();
            let file: String = argument(file, "file")?;
            api.face_detection_url(file).map_err(|error| raise(py, &error))
        }

        fn delivery_proxy_url(&self, py: Python<'_>, source_url: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> PyResult<String> {
            let api = self.client(py)?.delivery();
            let source_url: String = argument(source_url, "source_url")?;
            let options: ProxyUrlOptions = read(options)?;
            api.proxy_url(&source_url, options).map_err(|error| raise(py, &error))
        }

        fn delivery_srcset(&self, py: Python<'_>, file: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> PyResult<String> {
            let api = self.client(py)?.delivery();
            let file: String = argument(file, "file")?;
            let options: SrcsetOptions = read(options)?;
            api.srcset(file, options).map_err(|error| raise(py, &error))
        }

        fn delivery_parse_url(&self, py: Python<'_>, url: &Bound<'_, PyAny>) -> PyResult<DeliveryUrl> {
            let api = self.client(py)?.delivery();
            let url: String = argument(url, "url")?;
            api.parse_url(&url).map_err(|error| raise(py, &error))
        }

        fn delivery_rewrite_url(&self, py: Python<'_>, url: &Bound<'_, PyAny>) -> PyResult<String> {
            let api = self.client(py)?.delivery();
            let url: String = argument(url, "url")?;
            api.rewrite_url(&url).map_err(|error| raise(py, &error))
        }

        fn delivery_hosts(&self, py: Python<'_>) -> PyResult<DeliveryHosts> {
            let api = self.client(py)?.delivery();
            api.hosts().map_err(|error| raise(py, &error))
        }

        fn delivery_signed_url(&self, py: Python<'_>, url: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> PyResult<String> {
            let api = self.client(py)?.delivery();
            let url: String = argument(url, "url")?;
            let options: SignUrlOptions = read(options)?;
            api.signed_url(&url, options).map_err(|error| raise(py, &error))
        }

        fn delivery_verify_signed_url(&self, py: Python<'_>, url: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> PyResult<SignedUrl> {
            let api = self.client(py)?.delivery();
            let url: String = argument(url, "url")?;
            let options: VerifyUrlOptions = read(options)?;
            api.verify_signed_url(&url, options).map_err(|error| raise(py, &error))
        }
    }

    fn files_list_slices / files_list_slices_async(&self, py, count: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> Vec<String> {
        let api = self.client(py)?.files();
        let count: i64 = argument(count, "count")?;
        let options: ListFilesOptions = read(options)?;
        async move { api.list_slices(count, options).await }
    }

    fn files_get / files_get_async(&self, py, file: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> FileInfo {
        let api = self.client(py)?.files();
        let file: String = argument(file, "file")?;
        let options: GetFileOptions = read(options)?;
        async move { api.get(file, options).await }
    }

    fn files_store / files_store_async(&self, py, file: &Bound<'_, PyAny>) -> FileInfo {
        let api = self.client(py)?.files();
        let file: String = argument(file, "file")?;
        async move { api.store(file).await }
    }

    fn files_delete / files_delete_async(&self, py, file: &Bound<'_, PyAny>) -> FileInfo {
        let api = self.client(py)?.files();
        let file: String = argument(file, "file")?;
        async move { api.delete(file).await }
    }

    fn files_store_many / files_store_many_async(&self, py, files: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> BatchResult {
        let api = self.client(py)?.files();
        let files: Vec<String> = argument(files, "files")?;
        let options: BatchOptions = read(options)?;
        async move { api.store_many(files, options).await }
    }

    fn files_delete_many / files_delete_many_async(&self, py, files: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> BatchResult {
        let api = self.client(py)?.files();
        let files: Vec<String> = argument(files, "files")?;
        let options: BatchOptions = read(options)?;
        async move { api.delete_many(files, options).await }
    }

    fn files_copy_local / files_copy_local_async(&self, py, file: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> FileInfo {
        let api = self.client(py)?.files();
        let file: String = argument(file, "file")?;
        let options: CopyLocalOptions = read(options)?;
        async move { api.copy_local(file, options).await }
    }

    fn files_copy_remote / files_copy_remote_async(&self, py, file: &Bound<'_, PyAny>, target: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> RemoteCopy {
        let api = self.client(py)?.files();
        let file: String = argument(file, "file")?;
        let target: String = argument(target, "target")?;
        let options: CopyRemoteOptions = read(options)?;
        async move { api.copy_remote(file, &target, options).await }
    }

    fn tags_get / tags_get_async(&self, py, file: &Bound<'_, PyAny>) -> Vec<String> {
        let api = self.client(py)?.tags();
        let file: String = argument(file, "file")?;
        async move { api.get(file).await }
    }

    fn tags_replace / tags_replace_async(&self, py, file: &Bound<'_, PyAny>, tags: &Bound<'_, PyAny>) -> TagsChange {
        let api = self.client(py)?.tags();
        let file: String = argument(file, "file")?;
        let tags: Vec<String> = argument(tags, "tags")?;
        async move { api.replace(file, tags).await }
    }

    fn tags_update / tags_update_async(&self, py, file: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> TagsChange {
        let api = self.client(py)?.tags();
        let file: String = argument(file, "file")?;
        let options: UpdateTagsOptions = read(options)?;
        async move { api.update(file, options).await }
    }

    fn metadata_all / metadata_all_async(&self, py, file: &Bound<'_, PyAny>) -> HashMap<String, String> {
        let api = self.client(py)?.metadata();
        let file: String = argument(file, "file")?;
        async move { api.all(file).await }
    }

    fn metadata_get / metadata_get_async(&self, py, file: &Bound<'_, PyAny>, key: &Bound<'_, PyAny>) -> String {
        let api = self.client(py)?.metadata();
        let file: String = argument(file, "file")?;
        let key: String = argument(key, "key")?;
        async move { api.get(file, &key).await }
    }

    fn metadata_set / metadata_set_async(&self, py, file: &Bound<'_, PyAny>, key: &Bound<'_, PyAny>, value: &Bound<'_, PyAny>) -> String {
        let api = self.client(py)?.metadata();
        let file: String = argument(file, "file")?;
        let key: String = argument(key, "key")?;
        let value: String = argument(value, "value")?;
        async move { api.set(file, &key, &value).await }
    }

    fn metadata_delete / metadata_delete_async(&self, py, file: &Bound<'_, PyAny>, key: &Bound<'_, PyAny>) -> Nothing {
        let api = self.client(py)?.metadata();
        let file: String = argument(file, "file")?;
        let key: String = argument(key, "key")?;
        async move { api.delete(file, &key).await.map(Nothing::from) }
    }

    fn groups_list_slices / groups_list_slices_async(&self, py, count: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> Vec<String> {
        let api = self.client(py)?.groups();
        let count: i64 = argument(count, "count")?;
        let options: ListGroupsOptions = read(options)?;
        async move { api.list_slices(count, options).await }
    }

    fn groups_get / groups_get_async(&self, py, group: &Bound<'_, PyAny>) -> GroupInfo {
        let api = self.client(py)?.groups();
        let group: String = argument(group, "group")?;
        async move { api.get(group).await }
    }

    fn groups_delete / groups_delete_async(&self, py, group: &Bound<'_, PyAny>) -> Nothing {
        let api = self.client(py)?.groups();
        let group: String = argument(group, "group")?;
        async move { api.delete(group).await.map(Nothing::from) }
    }

    fn groups_delete_with_files / groups_delete_with_files_async(&self, py, group: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> BatchResult {
        let api = self.client(py)?.groups();
        let group: String = argument(group, "group")?;
        let options: BatchOptions = read(options)?;
        async move { api.delete_with_files(group, options).await }
    }

    fn webhooks_list / webhooks_list_async(&self, py) -> Vec<Webhook> {
        let api = self.client(py)?.webhooks();
        async move { api.list().await }
    }

    fn webhooks_get / webhooks_get_async(&self, py, id: &Bound<'_, PyAny>) -> Webhook {
        let api = self.client(py)?.webhooks();
        let id: i64 = argument(id, "id")?;
        async move { api.get(id).await }
    }

    fn webhooks_create / webhooks_create_async(&self, py, target_url: &Bound<'_, PyAny>, event: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> Webhook {
        let api = self.client(py)?.webhooks();
        let target_url: String = argument(target_url, "target_url")?;
        let event: WebhookEvent = argument(event, "event")?;
        let options: CreateWebhookOptions = read(options)?;
        async move { api.create(&target_url, event, options).await }
    }

    fn webhooks_update / webhooks_update_async(&self, py, id: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> Webhook {
        let api = self.client(py)?.webhooks();
        let id: i64 = argument(id, "id")?;
        let options: UpdateWebhookOptions = read(options)?;
        async move { api.update(id, options).await }
    }

    fn webhooks_delete / webhooks_delete_async(&self, py, id: &Bound<'_, PyAny>) -> Nothing {
        let api = self.client(py)?.webhooks();
        let id: i64 = argument(id, "id")?;
        async move { api.delete(id).await.map(Nothing::from) }
    }

    fn webhooks_delete_by_url / webhooks_delete_by_url_async(&self, py, target_url: &Bound<'_, PyAny>) -> Nothing {
        let api = self.client(py)?.webhooks();
        let target_url: String = argument(target_url, "target_url")?;
        async move { api.delete_by_url(&target_url).await.map(Nothing::from) }
    }

    fn project_get / project_get_async(&self, py) -> ProjectInfo {
        let api = self.client(py)?.project();
        async move { api.get().await }
    }

    fn conversion_convert_document / conversion_convert_document_async(&self, py, path: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> Started {
        let api = self.client(py)?.conversion();
        let path: String = argument(path, "path")?;
        let options: ConvertDocumentsOptions = read(options)?;
        async move { api.convert_document(&path, options).await.map(started) }
    }

    fn conversion_convert_documents / conversion_convert_documents_async(&self, py, paths: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> Batch {
        let api = self.client(py)?.conversion();
        let paths: Vec<String> = argument(paths, "paths")?;
        let options: ConvertDocumentsOptions = read(options)?;
        async move { api.convert_documents(paths, options).await.map(batch) }
    }

    fn conversion_convert_video / conversion_convert_video_async(&self, py, path: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> Started {
        let api = self.client(py)?.conversion();
        let path: String = argument(path, "path")?;
        let options: ConvertVideosOptions = read(options)?;
        async move { api.convert_video(&path, options).await.map(started) }
    }

    fn conversion_convert_videos / conversion_convert_videos_async(&self, py, paths: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> Batch {
        let api = self.client(py)?.conversion();
        let paths: Vec<String> = argument(paths, "paths")?;
        let options: ConvertVideosOptions = read(options)?;
        async move { api.convert_videos(paths, options).await.map(batch) }
    }

    fn conversion_document_info / conversion_document_info_async(&self, py, file: &Bound<'_, PyAny>) -> DocumentInfo {
        let api = self.client(py)?.conversion();
        let file: String = argument(file, "file")?;
        async move { api.document_info(file).await }
    }

    fn conversion_document_status / conversion_document_status_async(&self, py, token: &Bound<'_, PyAny>) -> JobStatus {
        let api = self.client(py)?.conversion();
        let token: i64 = argument(token, "token")?;
        async move { api.document_status(token).await }
    }

    fn conversion_video_status / conversion_video_status_async(&self, py, token: &Bound<'_, PyAny>) -> JobStatus {
        let api = self.client(py)?.conversion();
        let token: i64 = argument(token, "token")?;
        async move { api.video_status(token).await }
    }

    fn addons_detect_labels / addons_detect_labels_async(&self, py, file: &Bound<'_, PyAny>) -> Started {
        let api = self.client(py)?.addons();
        let file: String = argument(file, "file")?;
        async move { api.detect_labels(file).await.map(started) }
    }

    fn addons_detect_moderation_labels / addons_detect_moderation_labels_async(&self, py, file: &Bound<'_, PyAny>) -> Started {
        let api = self.client(py)?.addons();
        let file: String = argument(file, "file")?;
        async move { api.detect_moderation_labels(file).await.map(started) }
    }

    fn addons_scan_for_viruses / addons_scan_for_viruses_async(&self, py, file: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> Started {
        let api = self.client(py)?.addons();
        let file: String = argument(file, "file")?;
        let options: ScanForVirusesOptions = read(options)?;
        async move { api.scan_for_viruses(file, options).await.map(started) }
    }

    fn addons_remove_background / addons_remove_background_async(&self, py, file: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> Started {
        let api = self.client(py)?.addons();
        let file: String = argument(file, "file")?;
        let options: RemoveBackgroundOptions = read(options)?;
        async move { api.remove_background(file, options).await.map(started) }
    }

    fn addons_execute / addons_execute_async(&self, py, name: &Bound<'_, PyAny>, file: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> Started {
        let api = self.client(py)?.addons();
        let name: String = argument(name, "name")?;
        let file: String = argument(file, "file")?;
        let options: ExecuteAddonOptions = read(options)?;
        async move { api.execute(&name, file, options).await.map(started) }
    }

    fn addons_status / addons_status_async(&self, py, name: &Bound<'_, PyAny>, request_id: &Bound<'_, PyAny>) -> JobStatus {
        let api = self.client(py)?.addons();
        let name: String = argument(name, "name")?;
        let request_id: String = argument(request_id, "request_id")?;
        async move { api.status(&name, &request_id).await }
    }

    fn uploads_from_url / uploads_from_url_async(&self, py, url: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> Started {
        let api = self.client(py)?.uploads();
        let url: String = argument(url, "url")?;
        let options: FromUrlOptions = read(options)?;
        async move { api.from_url(&url, options).await.map(started) }
    }

    fn uploads_info / uploads_info_async(&self, py, file: &Bound<'_, PyAny>) -> UploadInfo {
        let api = self.client(py)?.uploads();
        let file: String = argument(file, "file")?;
        async move { api.info(file).await }
    }

    fn uploads_wait_until_ready / uploads_wait_until_ready_async(&self, py, file: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> UploadInfo {
        let api = self.client(py)?.uploads();
        let file: String = argument(file, "file")?;
        let options: WaitOptions = read(options)?;
        async move { api.wait_until_ready(file, options).await }
    }

    fn uploads_create_group / uploads_create_group_async(&self, py, files: &Bound<'_, PyAny>) -> UploadGroupInfo {
        let api = self.client(py)?.uploads();
        let files: Vec<String> = argument(files, "files")?;
        async move { api.create_group(files).await }
    }

    fn uploads_group_info / uploads_group_info_async(&self, py, group: &Bound<'_, PyAny>) -> UploadGroupInfo {
        let api = self.client(py)?.uploads();
        let group: String = argument(group, "group")?;
        async move { api.group_info(group).await }
    }

    fn uploads_start_multipart / uploads_start_multipart_async(&self, py, size: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> MultipartUpload {
        let api = self.client(py)?.uploads();
        let size: i64 = argument(size, "size")?;
        let options: UploadOptions = read(options)?;
        async move { api.start_multipart(size, options).await }
    }

    fn uploads_complete_multipart / uploads_complete_multipart_async(&self, py, uuid: &Bound<'_, PyAny>) -> UploadInfo {
        let api = self.client(py)?.uploads();
        let uuid: String = argument(uuid, "uuid")?;
        async move { api.complete_multipart(&uuid).await }
    }

    fn delivery_info / delivery_info_async(&self, py, file: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> DeliveryInfo {
        let api = self.client(py)?.delivery();
        let file: String = argument(file, "file")?;
        let options: DeliveryInfoOptions = read(options)?;
        async move { api.info(file, options).await }
    }

    fn delivery_faces / delivery_faces_async(&self, py, file: &Bound<'_, PyAny>) -> Vec<Face> {
        let api = self.client(py)?.delivery();
        let file: String = argument(file, "file")?;
        async move { api.faces(file).await }
    }

    fn delivery_main_colors / delivery_main_colors_async(&self, py, file: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> Vec<Color> {
        let api = self.client(py)?.delivery();
        let file: String = argument(file, "file")?;
        let options: MainColorsOptions = read(options)?;
        async move { api.main_colors(file, options).await }
    }

    fn projects_list / projects_list_async(&self, py, options: &Bound<'_, PyAny>) -> Vec<AccountProject> {
        let api = self.client(py)?.projects();
        let options: ListProjectsOptions = read(options)?;
        async move { api.list(options).await }
    }

    fn projects_create / projects_create_async(&self, py, name: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> AccountProject {
        let api = self.client(py)?.projects();
        let name: String = argument(name, "name")?;
        let options: CreateProjectOptions = read(options)?;
        async move { api.create(&name, options).await }
    }

    fn projects_get / projects_get_async(&self, py, public_key: &Bound<'_, PyAny>) -> AccountProject {
        let api = self.client(py)?.projects();
        let public_key: String = argument(public_key, "public_key")?;
        async move { api.get(&public_key).await }
    }

    fn projects_update / projects_update_async(&self, py, public_key: &Bound<'_, PyAny>, options: &Bound<'_, PyAny>) -> AccountProject {
        let api = self.client(py)?.projects();
        let public_key: String = argument(public_key, "public_key")?;
        let options: UpdateProjectOptions = read(options)?;
        async move { api.update(&public_key, options).await }
    }

    fn projects_delete / projects_delete_async(&self, py, public_key: &Bound<'_, PyAny>) -> Nothing {
        let api = self.client(py)?.projects();
        let public_key: String = argument(public_key, "public_key")?;
        async move { api.delete(&public_key).await.map(Nothing::from) }
    }

    fn secrets_list / secrets_list_async(&self, py, public_key: &Bound<'_, PyAny>) -> Vec<ProjectSecret> {
        let api = self.client(py)?.secrets();
        let public_key: String = argument(public_key, "public_key")?;
        async move { api.list(&public_key).await }
    }

    fn secrets_create / secrets_create_async(&self, py, public_key: &Bound<'_, PyAny>) -> NewProjectSecret {
        let api = self.client(py)?.secrets();
        let public_key: String = argument(public_key, "public_key")?;
        async move { api.create(&public_key).await }
    }

    fn secrets_delete / secrets_delete_async(&self, py, public_key: &Bound<'_, PyAny>, id: &Bound<'_, PyAny>) -> Nothing {
        let api = self.client(py)?.secrets();
        let public_key: String = argument(public_key, "public_key")?;
        let id: String = argument(id, "id")?;
        async move { api.delete(&public_key, &id).await.map(Nothing::from) }
    }

    fn usage_get / usage_get_async(&self, py, public_key: &Bound<'_, PyAny>, from_: &Bound<'_, PyAny>, to: &Bound<'_, PyAny>) -> Usage {
        let api = self.client(py)?.usage();
        let public_key: String = argument(public_key, "public_key")?;
        let from_: String = argument(from_, "from_")?;
        let to: String = argument(to, "to")?;
        async move { api.get(&public_key, &from_, &to).await }
    }

    fn usage_metric / usage_metric_async(&self, py, public_key: &Bound<'_, PyAny>, metric: &Bound<'_, PyAny>, from_: &Bound<'_, PyAny>, to: &Bound<'_, PyAny>) -> MetricUsage {
        let api = self.client(py)?.usage();
        let public_key: String = argument(public_key, "public_key")?;
        let metric: UsageMetric = argument(metric, "metric")?;
        let from_: String = argument(from_, "from_")?;
        let to: String = argument(to, "to")?;
        async move { api.metric(&public_key, metric, &from_, &to).await }
    }
}
