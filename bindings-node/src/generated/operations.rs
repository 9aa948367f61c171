// Made from the Rust definitions by `cargo xtask generate`. Do not edit.
//! The operations of the core, one method each. Results cross as JSON text.

use crate::{
    call::{CancelHandle, answer, answer_now, run},
    client::NativeClient,
    failure::thrown,
    pages::NativePages,
};
use napi::bindgen_prelude::*;
use napi_derive::napi;
use uploadcare::{
    BatchOptions, BlurOptions, BlurRegionOptions, BorderRadiusOptions, ConversionBatch,
    ConvertDocumentsOptions, ConvertVideosOptions, CopyLocalOptions, CopyRemoteOptions,
    CreateProjectOptions, CreateUploadSignatureOptions, CreateUploadTokenOptions,
    CreateWebhookOptions, CropObject, CropObjectOptions, DeliveryInfoOptions, DeliveryUrlOptions,
    DocumentPathOptions, EnhanceOptions, ExecuteAddonOptions, FilterName, FilterOptions,
    FontOptions, FromUrlOptions, GetFileOptions, GifToVideoOptions, GroupUrlOptions,
    HorizontalAlignment, ImageFormat, ImageQuality, Job, Length, ListFilesOptions,
    ListGroupsOptions, ListProjectsOptions, MainColorsOptions, OverlayOptions, PlacementOptions,
    PreviewOptions, ProxyUrlOptions, RemoveBackgroundOptions, ResizeOptions, ScaleCropOptions,
    ScanForVirusesOptions, SearchOptions, SharpOptions, SignUrlOptions, SrcsetOptions, SrgbMode,
    StretchMode, StripMeta, TextBoxMode, TextBoxOptions, Transformation, TrimOptions,
    UpdateProjectOptions, UpdateTagsOptions, UpdateWebhookOptions, UploadOptions, UsageMetric,
    VerifyUrlOptions, VerticalAlignment, VideoPathOptions, WaitOptions, WebhookEvent,
};

#[napi]
impl NativeClient {
    #[napi(catch_unwind)]
    pub fn files_list(&self, env: &Env, options: ListFilesOptions) -> Result<NativePages> {
        NativePages::open(env, self.client.files().list(options))
    }

    #[napi(catch_unwind)]
    pub fn files_list_slices<'env>(
        &self,
        env: &'env Env,
        count: i64,
        options: ListFilesOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.files();
        answer(env, cancel, async move { api.list_slices(count, options).await })
    }

    #[napi(catch_unwind)]
    pub fn files_search(&self, env: &Env, options: SearchOptions) -> Result<NativePages> {
        NativePages::open(env, self.client.files().search(options))
    }

    #[napi(catch_unwind)]
    pub fn files_get<'env>(
        &self,
        env: &'env Env,
        file: String,
        options: GetFileOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.files();
        answer(env, cancel, async move { api.get(file, options).await })
    }

    #[napi(catch_unwind)]
    pub fn files_store<'env>(
        &self,
        env: &'env Env,
        file: String,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.files();
        answer(env, cancel, async move { api.store(file).await })
    }

    #[napi(catch_unwind)]
    pub fn files_delete<'env>(
        &self,
        env: &'env Env,
        file: String,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.files();
        answer(env, cancel, async move { api.delete(file).await })
    }

    #[napi(catch_unwind)]
    pub fn files_store_many<'env>(
        &self,
        env: &'env Env,
        files: Vec<String>,
        options: BatchOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.files();
        answer(env, cancel, async move { api.store_many(files, options).await })
    }

    #[napi(catch_unwind)]
    pub fn files_delete_many<'env>(
        &self,
        env: &'env Env,
        files: Vec<String>,
        options: BatchOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.files();
        answer(env, cancel, async move { api.delete_many(files, options).await })
    }

    #[napi(catch_unwind)]
    pub fn files_copy_local<'env>(
        &self,
        env: &'env Env,
        file: String,
        options: CopyLocalOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.files();
        answer(env, cancel, async move { api.copy_local(file, options).await })
    }

    #[napi(catch_unwind)]
    pub fn files_copy_remote<'env>(
        &self,
        env: &'env Env,
        file: String,
        target: String,
        options: CopyRemoteOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.files();
        answer(env, cancel, async move { api.copy_remote(file, &target, options).await })
    }

    #[napi(catch_unwind)]
    pub fn tags_get<'env>(
        &self,
        env: &'env Env,
        file: String,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.tags();
        answer(env, cancel, async move { api.get(file).await })
    }

    #[napi(catch_unwind)]
    pub fn tags_replace<'env>(
        &self,
        env: &'env Env,
        file: String,
        tags: Vec<String>,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.tags();
        answer(env, cancel, async move { api.replace(file, tags).await })
    }

    #[napi(catch_unwind)]
    pub fn tags_update<'env>(
        &self,
        env: &'env Env,
        file: String,
        options: UpdateTagsOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.tags();
        answer(env, cancel, async move { api.update(file, options).await })
    }

    #[napi(catch_unwind)]
    pub fn metadata_all<'env>(
        &self,
        env: &'env Env,
        file: String,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.metadata();
        answer(env, cancel, async move { api.all(file).await })
    }

    #[napi(catch_unwind)]
    pub fn metadata_get<'env>(
        &self,
        env: &'env Env,
        file: String,
        key: String,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.metadata();
        answer(env, cancel, async move { api.get(file, &key).await })
    }

    #[napi(catch_unwind)]
    pub fn metadata_set<'env>(
        &self,
        env: &'env Env,
        file: String,
        key: String,
        value: String,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.metadata();
        answer(env, cancel, async move { api.set(file, &key, &value).await })
    }

    #[napi(catch_unwind)]
    pub fn metadata_delete<'env>(
        &self,
        env: &'env Env,
        file: String,
        key: String,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, ()>> {
        let api = self.client.metadata();
        run(env, cancel, async move { api.delete(file, &key).await })
    }

    #[napi(catch_unwind)]
    pub fn groups_list(&self, env: &Env, options: ListGroupsOptions) -> Result<NativePages> {
        NativePages::open(env, self.client.groups().list(options))
    }

    #[napi(catch_unwind)]
    pub fn groups_list_slices<'env>(
        &self,
        env: &'env Env,
        count: i64,
        options: ListGroupsOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.groups();
        answer(env, cancel, async move { api.list_slices(count, options).await })
    }

    #[napi(catch_unwind)]
    pub fn groups_get<'env>(
        &self,
        env: &'env Env,
        group: String,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.groups();
        answer(env, cancel, async move { api.get(group).await })
    }

    #[napi(catch_unwind)]
    pub fn groups_delete<'env>(
        &self,
        env: &'env Env,
        group: String,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, ()>> {
        let api = self.client.groups();
        run(env, cancel, async move { api.delete(group).await })
    }

    #[napi(catch_unwind)]
    pub fn groups_delete_with_files<'env>(
        &self,
        env: &'env Env,
        group: String,
        options: BatchOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.groups();
        answer(env, cancel, async move { api.delete_with_files(group, options).await })
    }

    #[napi(catch_unwind)]
    pub fn webhooks_list<'env>(
        &self,
        env: &'env Env,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.webhooks();
        answer(env, cancel, async move { api.list().await })
    }

    #[napi(catch_unwind)]
    pub fn webhooks_get<'env>(
        &self,
        env: &'env Env,
        id: i64,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.webhooks();
        answer(env, cancel, async move { api.get(id).await })
    }

    #[napi(catch_unwind)]
    pub fn webhooks_create<'env>(
        &self,
        env: &'env Env,
        target_url: String,
        event: WebhookEvent,
        options: CreateWebhookOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.webhooks();
        answer(env, cancel, async move { api.create(&target_url, event, options).await })
    }

    #[napi(catch_unwind)]
    pub fn webhooks_update<'env>(
        &self,
        env: &'env Env,
        id: i64,
        options: UpdateWebhookOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.webhooks();
        answer(env, cancel, async move { api.update(id, options).await })
    }

    #[napi(catch_unwind)]
    pub fn webhooks_delete<'env>(
        &self,
        env: &'env Env,
        id: i64,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, ()>> {
        let api = self.client.webhooks();
        run(env, cancel, async move { api.delete(id).await })
    }

    #[napi(catch_unwind)]
    pub fn webhooks_delete_by_url<'env>(
        &self,
        env: &'env Env,
        target_url: String,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, ()>> {
        let api = self.client.webhooks();
        run(env, cancel, async move { api.delete_by_url(&target_url).await })
    }

    #[napi(catch_unwind)]
    pub fn project_get<'env>(
        &self,
        env: &'env Env,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.project();
        answer(env, cancel, async move { api.get().await })
    }

    #[napi(catch_unwind)]
    pub fn conversion_document_path(
        &self,
        env: &Env,
        file: String,
        options: DocumentPathOptions,
    ) -> Result<String> {
        answer_now(env, self.client.conversion().document_path(file, options))
    }

    #[napi(catch_unwind)]
    pub fn conversion_video_path(
        &self,
        env: &Env,
        file: String,
        options: VideoPathOptions,
    ) -> Result<String> {
        answer_now(env, self.client.conversion().video_path(file, options))
    }

    #[napi(catch_unwind)]
    pub fn conversion_convert_document<'env>(
        &self,
        env: &'env Env,
        path: String,
        options: ConvertDocumentsOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.conversion();
        answer(
            env,
            cancel,
            async move { api.convert_document(&path, options).await.map(Job::record) },
        )
    }

    #[napi(catch_unwind)]
    pub fn conversion_convert_documents<'env>(
        &self,
        env: &'env Env,
        paths: Vec<String>,
        options: ConvertDocumentsOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.conversion();
        answer(env, cancel, async move {
            api.convert_documents(paths, options).await.map(ConversionBatch::record)
        })
    }

    #[napi(catch_unwind)]
    pub fn conversion_convert_video<'env>(
        &self,
        env: &'env Env,
        path: String,
        options: ConvertVideosOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.conversion();
        answer(env, cancel, async move { api.convert_video(&path, options).await.map(Job::record) })
    }

    #[napi(catch_unwind)]
    pub fn conversion_convert_videos<'env>(
        &self,
        env: &'env Env,
        paths: Vec<String>,
        options: ConvertVideosOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.conversion();
        answer(env, cancel, async move {
            api.convert_videos(paths, options).await.map(ConversionBatch::record)
        })
    }

    #[napi(catch_unwind)]
    pub fn conversion_document_info<'env>(
        &self,
        env: &'env Env,
        file: String,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.conversion();
        answer(env, cancel, async move { api.document_info(file).await })
    }

    #[napi(catch_unwind)]
    pub fn conversion_document_status<'env>(
        &self,
        env: &'env Env,
        token: i64,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.conversion();
        answer(env, cancel, async move { api.document_status(token).await })
    }

    #[napi(catch_unwind)]
    pub fn conversion_video_status<'env>(
        &self,
        env: &'env Env,
        token: i64,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.conversion();
        answer(env, cancel, async move { api.video_status(token).await })
    }

    #[napi(catch_unwind)]
    pub fn addons_detect_labels<'env>(
        &self,
        env: &'env Env,
        file: String,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.addons();
        answer(env, cancel, async move { api.detect_labels(file).await.map(Job::record) })
    }

    #[napi(catch_unwind)]
    pub fn addons_detect_moderation_labels<'env>(
        &self,
        env: &'env Env,
        file: String,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.addons();
        answer(
            env,
            cancel,
            async move { api.detect_moderation_labels(file).await.map(Job::record) },
        )
    }

    #[napi(catch_unwind)]
    pub fn addons_scan_for_viruses<'env>(
        &self,
        env: &'env Env,
        file: String,
        options: ScanForVirusesOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.addons();
        answer(
            env,
            cancel,
            async move { api.scan_for_viruses(file, options).await.map(Job::record) },
        )
    }

    #[napi(catch_unwind)]
    pub fn addons_remove_background<'env>(
        &self,
        env: &'env Env,
        file: String,
        options: RemoveBackgroundOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.addons();
        answer(
            env,
            cancel,
            async move { api.remove_background(file, options).await.map(Job::record) },
        )
    }

    #[napi(catch_unwind)]
    pub fn addons_execute<'env>(
        &self,
        env: &'env Env,
        name: String,
        file: String,
        options: ExecuteAddonOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.addons();
        answer(env, cancel, async move { api.execute(&name, file, options).await.map(Job::record) })
    }

    #[napi(catch_unwind)]
    pub fn addons_status<'env>(
        &self,
        env: &'env Env,
        name: String,
        request_id: String,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.addons();
        answer(env, cancel, async move { api.status(&name, &request_id).await })
    }

    #[napi(catch_unwind)]
    pub fn jobs_open(&self, env: &Env, text: String) -> Result<String> {
        answer_now(env, self.client.jobs().open(&text).map(Job::record))
    }

    #[napi(catch_unwind)]
    pub fn uploads_from_url<'env>(
        &self,
        env: &'env Env,
        url: String,
        options: FromUrlOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.uploads();
        answer(env, cancel, async move { api.from_url(&url, options).await.map(Job::record) })
    }

    #[napi(catch_unwind)]
    pub fn uploads_info<'env>(
        &self,
        env: &'env Env,
        file: String,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.uploads();
        answer(env, cancel, async move { api.info(file).await })
    }

    #[napi(catch_unwind)]
    pub fn uploads_wait_until_ready<'env>(
        &self,
        env: &'env Env,
        file: String,
        options: WaitOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.uploads();
        answer(env, cancel, async move { api.wait_until_ready(file, options).await })
    }

    #[napi(catch_unwind)]
    pub fn uploads_create_group<'env>(
        &self,
        env: &'env Env,
        files: Vec<String>,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.uploads();
        answer(env, cancel, async move { api.create_group(files).await })
    }

    #[napi(catch_unwind)]
    pub fn uploads_group_info<'env>(
        &self,
        env: &'env Env,
        group: String,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.uploads();
        answer(env, cancel, async move { api.group_info(group).await })
    }

    #[napi(catch_unwind)]
    pub fn uploads_start_multipart<'env>(
        &self,
        env: &'env Env,
        size: i64,
        options: UploadOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.uploads();
        answer(env, cancel, async move { api.start_multipart(size, options).await })
    }

    #[napi(catch_unwind)]
    pub fn uploads_complete_multipart<'env>(
        &self,
        env: &'env Env,
        uuid: String,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.uploads();
        answer(env, cancel, async move { api.complete_multipart(&uuid).await })
    }

    #[napi(catch_unwind)]
    pub fn uploads_create_token(
        &self,
        env: &Env,
        options: CreateUploadTokenOptions,
    ) -> Result<String> {
        answer_now(env, self.client.uploads().create_token(options))
    }

    #[napi(catch_unwind)]
    pub fn uploads_create_signature(
        &self,
        env: &Env,
        options: CreateUploadSignatureOptions,
    ) -> Result<String> {
        answer_now(env, self.client.uploads().create_signature(options))
    }

    #[napi(catch_unwind)]
    pub fn delivery_url(
        &self,
        env: &Env,
        file: String,
        options: DeliveryUrlOptions,
    ) -> Result<String> {
        answer_now(env, self.client.delivery().url(file, options))
    }

    #[napi(catch_unwind)]
    pub fn delivery_group_url(
        &self,
        env: &Env,
        group: String,
        options: GroupUrlOptions,
    ) -> Result<String> {
        answer_now(env, self.client.delivery().group_url(group, options))
    }

    #[napi(catch_unwind)]
    pub fn delivery_gif_to_video_url(
        &self,
        env: &Env,
        file: String,
        options: GifToVideoOptions,
    ) -> Result<String> {
        answer_now(env, self.client.delivery().gif_to_video_url(file, options))
    }

    #[napi(catch_unwind)]
    pub fn delivery_face_detection_url(&self, env: &Env, file: String) -> Result<String> {
        answer_now(env, self.client.delivery().face_detection_url(file))
    }

    #[napi(catch_unwind)]
    pub fn delivery_proxy_url(
        &self,
        env: &Env,
        source_url: String,
        options: ProxyUrlOptions,
    ) -> Result<String> {
        answer_now(env, self.client.delivery().proxy_url(&source_url, options))
    }

    #[napi(catch_unwind)]
    pub fn delivery_srcset(
        &self,
        env: &Env,
        file: String,
        options: SrcsetOptions,
    ) -> Result<String> {
        answer_now(env, self.client.delivery().srcset(file, options))
    }

    #[napi(catch_unwind)]
    pub fn delivery_parse_url(&self, env: &Env, url: String) -> Result<String> {
        answer_now(env, self.client.delivery().parse_url(&url))
    }

    #[napi(catch_unwind)]
    pub fn delivery_rewrite_url(&self, env: &Env, url: String) -> Result<String> {
        answer_now(env, self.client.delivery().rewrite_url(&url))
    }

    #[napi(catch_unwind)]
    pub fn delivery_hosts(&self, env: &Env) -> Result<String> {
        answer_now(env, self.client.delivery().hosts())
    }

    #[napi(catch_unwind)]
    pub fn delivery_signed_url(
        &self,
        env: &Env,
        url: String,
        options: SignUrlOptions,
    ) -> Result<String> {
        answer_now(env, self.client.delivery().signed_url(&url, options))
    }

    #[napi(catch_unwind)]
    pub fn delivery_verify_signed_url(
        &self,
        env: &Env,
        url: String,
        options: VerifyUrlOptions,
    ) -> Result<String> {
        answer_now(env, self.client.delivery().verify_signed_url(&url, options))
    }

    #[napi(catch_unwind)]
    pub fn delivery_info<'env>(
        &self,
        env: &'env Env,
        file: String,
        options: DeliveryInfoOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.delivery();
        answer(env, cancel, async move { api.info(file, options).await })
    }

    #[napi(catch_unwind)]
    pub fn delivery_faces<'env>(
        &self,
        env: &'env Env,
        file: String,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.delivery();
        answer(env, cancel, async move { api.faces(file).await })
    }

    #[napi(catch_unwind)]
    pub fn delivery_main_colors<'env>(
        &self,
        env: &'env Env,
        file: String,
        options: MainColorsOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.delivery();
        answer(env, cancel, async move { api.main_colors(file, options).await })
    }

    #[napi(catch_unwind)]
    pub fn projects_list<'env>(
        &self,
        env: &'env Env,
        options: ListProjectsOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.projects();
        answer(env, cancel, async move { api.list(options).await })
    }

    #[napi(catch_unwind)]
    pub fn projects_create<'env>(
        &self,
        env: &'env Env,
        name: String,
        options: CreateProjectOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.projects();
        answer(env, cancel, async move { api.create(&name, options).await })
    }

    #[napi(catch_unwind)]
    pub fn projects_get<'env>(
        &self,
        env: &'env Env,
        public_key: String,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.projects();
        answer(env, cancel, async move { api.get(&public_key).await })
    }

    #[napi(catch_unwind)]
    pub fn projects_update<'env>(
        &self,
        env: &'env Env,
        public_key: String,
        options: UpdateProjectOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.projects();
        answer(env, cancel, async move { api.update(&public_key, options).await })
    }

    #[napi(catch_unwind)]
    pub fn projects_delete<'env>(
        &self,
        env: &'env Env,
        public_key: String,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, ()>> {
        let api = self.client.projects();
        run(env, cancel, async move { api.delete(&public_key).await })
    }

    #[napi(catch_unwind)]
    pub fn secrets_list<'env>(
        &self,
        env: &'env Env,
        public_key: String,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.secrets();
        answer(env, cancel, async move { api.list(&public_key).await })
    }

    #[napi(catch_unwind)]
    pub fn secrets_create<'env>(
        &self,
        env: &'env Env,
        public_key: String,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.secrets();
        answer(env, cancel, async move { api.create(&public_key).await })
    }

    #[napi(catch_unwind)]
    pub fn secrets_delete<'env>(
        &self,
        env: &'env Env,
        public_key: String,
        id: String,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, ()>> {
        let api = self.client.secrets();
        run(env, cancel, async move { api.delete(&public_key, &id).await })
    }

    #[napi(catch_unwind)]
    pub fn usage_get<'env>(
        &self,
        env: &'env Env,
        public_key: String,
        from: String,
        to: String,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.usage();
        answer(env, cancel, async move { api.get(&public_key, &from, &to).await })
    }

    #[napi(catch_unwind)]
    pub fn usage_metric<'env>(
        &self,
        env: &'env Env,
        public_key: String,
        metric: UsageMetric,
        from: String,
        to: String,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let api = self.client.usage();
        answer(env, cancel, async move { api.metric(&public_key, metric, &from, &to).await })
    }
}

#[napi(catch_unwind)]
pub fn transformation_preview(
    env: &Env,
    transformation: Transformation,
    options: PreviewOptions,
) -> Result<String> {
    transformation
        .preview(options)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_resize(
    env: &Env,
    transformation: Transformation,
    options: ResizeOptions,
) -> Result<String> {
    transformation
        .resize(options)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_smart_resize(
    env: &Env,
    transformation: Transformation,
    width: i64,
    height: i64,
) -> Result<String> {
    transformation
        .smart_resize(width, height)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_stretch(
    env: &Env,
    transformation: Transformation,
    mode: StretchMode,
) -> Result<String> {
    transformation
        .stretch(mode)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_crop(
    env: &Env,
    transformation: Transformation,
    width: Length,
    height: Length,
    options: PlacementOptions,
) -> Result<String> {
    transformation
        .crop(width, height, options)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_crop_ratio(
    env: &Env,
    transformation: Transformation,
    width: i64,
    height: i64,
    options: PlacementOptions,
) -> Result<String> {
    transformation
        .crop_ratio(width, height, options)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_crop_object(
    env: &Env,
    transformation: Transformation,
    object: CropObject,
    options: CropObjectOptions,
) -> Result<String> {
    transformation
        .crop_object(object, options)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_scale_crop(
    env: &Env,
    transformation: Transformation,
    width: i64,
    height: i64,
    options: ScaleCropOptions,
) -> Result<String> {
    transformation
        .scale_crop(width, height, options)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_border_radius(
    env: &Env,
    transformation: Transformation,
    radii: Vec<Length>,
    options: BorderRadiusOptions,
) -> Result<String> {
    transformation
        .border_radius(radii, options)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_setfill(
    env: &Env,
    transformation: Transformation,
    color: String,
) -> Result<String> {
    transformation
        .setfill(&color)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_zoom_objects(
    env: &Env,
    transformation: Transformation,
    zoom: i64,
) -> Result<String> {
    transformation
        .zoom_objects(zoom)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_trim(
    env: &Env,
    transformation: Transformation,
    options: TrimOptions,
) -> Result<String> {
    transformation
        .trim(options)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_rasterize(env: &Env, transformation: Transformation) -> Result<String> {
    transformation
        .rasterize()
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_autorotate(
    env: &Env,
    transformation: Transformation,
    enabled: bool,
) -> Result<String> {
    transformation
        .autorotate(enabled)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_rotate(
    env: &Env,
    transformation: Transformation,
    angle: i64,
) -> Result<String> {
    transformation
        .rotate(angle)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_flip(env: &Env, transformation: Transformation) -> Result<String> {
    transformation
        .flip()
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_mirror(env: &Env, transformation: Transformation) -> Result<String> {
    transformation
        .mirror()
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_brightness(
    env: &Env,
    transformation: Transformation,
    value: i64,
) -> Result<String> {
    transformation
        .brightness(value)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_exposure(
    env: &Env,
    transformation: Transformation,
    value: i64,
) -> Result<String> {
    transformation
        .exposure(value)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_gamma(
    env: &Env,
    transformation: Transformation,
    value: i64,
) -> Result<String> {
    transformation
        .gamma(value)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_contrast(
    env: &Env,
    transformation: Transformation,
    value: i64,
) -> Result<String> {
    transformation
        .contrast(value)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_saturation(
    env: &Env,
    transformation: Transformation,
    value: i64,
) -> Result<String> {
    transformation
        .saturation(value)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_vibrance(
    env: &Env,
    transformation: Transformation,
    value: i64,
) -> Result<String> {
    transformation
        .vibrance(value)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_warmth(
    env: &Env,
    transformation: Transformation,
    value: i64,
) -> Result<String> {
    transformation
        .warmth(value)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_enhance(
    env: &Env,
    transformation: Transformation,
    options: EnhanceOptions,
) -> Result<String> {
    transformation
        .enhance(options)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_grayscale(env: &Env, transformation: Transformation) -> Result<String> {
    transformation
        .grayscale()
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_invert(env: &Env, transformation: Transformation) -> Result<String> {
    transformation
        .invert()
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_filter(
    env: &Env,
    transformation: Transformation,
    name: FilterName,
    options: FilterOptions,
) -> Result<String> {
    transformation
        .filter(name, options)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_blur(
    env: &Env,
    transformation: Transformation,
    options: BlurOptions,
) -> Result<String> {
    transformation
        .blur(options)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_blur_region(
    env: &Env,
    transformation: Transformation,
    width: Length,
    height: Length,
    x: Length,
    y: Length,
    options: BlurRegionOptions,
) -> Result<String> {
    transformation
        .blur_region(width, height, x, y, options)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_blur_faces(
    env: &Env,
    transformation: Transformation,
    options: BlurRegionOptions,
) -> Result<String> {
    transformation
        .blur_faces(options)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_sharp(
    env: &Env,
    transformation: Transformation,
    options: SharpOptions,
) -> Result<String> {
    transformation
        .sharp(options)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_srgb(
    env: &Env,
    transformation: Transformation,
    mode: SrgbMode,
) -> Result<String> {
    transformation
        .srgb(mode)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_max_icc_size(
    env: &Env,
    transformation: Transformation,
    kilobytes: i64,
) -> Result<String> {
    transformation
        .max_icc_size(kilobytes)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_format(
    env: &Env,
    transformation: Transformation,
    format: ImageFormat,
) -> Result<String> {
    transformation
        .format(format)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_quality(
    env: &Env,
    transformation: Transformation,
    quality: ImageQuality,
) -> Result<String> {
    transformation
        .quality(quality)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_progressive(
    env: &Env,
    transformation: Transformation,
    enabled: bool,
) -> Result<String> {
    transformation
        .progressive(enabled)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_strip_meta(
    env: &Env,
    transformation: Transformation,
    mode: StripMeta,
) -> Result<String> {
    transformation
        .strip_meta(mode)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_inline(
    env: &Env,
    transformation: Transformation,
    enabled: bool,
) -> Result<String> {
    transformation
        .inline(enabled)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_overlay(
    env: &Env,
    transformation: Transformation,
    image: String,
    options: OverlayOptions,
) -> Result<String> {
    transformation
        .overlay(image, options)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_overlay_self(
    env: &Env,
    transformation: Transformation,
    options: OverlayOptions,
) -> Result<String> {
    transformation
        .overlay_self(options)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_text(
    env: &Env,
    transformation: Transformation,
    text: String,
    width: Length,
    height: Length,
    options: PlacementOptions,
) -> Result<String> {
    transformation
        .text(&text, width, height, options)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_text_align(
    env: &Env,
    transformation: Transformation,
    horizontal: HorizontalAlignment,
    vertical: VerticalAlignment,
) -> Result<String> {
    transformation
        .text_align(horizontal, vertical)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_font(
    env: &Env,
    transformation: Transformation,
    options: FontOptions,
) -> Result<String> {
    transformation
        .font(options)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_text_box(
    env: &Env,
    transformation: Transformation,
    mode: TextBoxMode,
    options: TextBoxOptions,
) -> Result<String> {
    transformation
        .text_box(mode, options)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_rect(
    env: &Env,
    transformation: Transformation,
    color: String,
    width: Length,
    height: Length,
    options: PlacementOptions,
) -> Result<String> {
    transformation
        .rect(&color, width, height, options)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_json(env: &Env, transformation: Transformation) -> Result<String> {
    transformation
        .json()
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_jsonp(env: &Env, transformation: Transformation) -> Result<String> {
    transformation
        .jsonp()
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_main_colors(
    env: &Env,
    transformation: Transformation,
    count: i64,
) -> Result<String> {
    transformation
        .main_colors(count)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi(catch_unwind)]
pub fn transformation_raw(
    env: &Env,
    transformation: Transformation,
    operation: String,
) -> Result<String> {
    transformation
        .raw(&operation)
        .map(|transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}
