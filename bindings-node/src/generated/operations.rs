// Made from the Rust definitions by `cargo xtask generate`. Do not edit.
//! The operations of the core, one method each. Results cross as JSON text.

use crate::{
    call::{CancelHandle, answer, answer_now, run},
    client::NativeClient,
    pages::NativePages,
};
use napi::bindgen_prelude::*;
use napi_derive::napi;
use uploadcare::{
    BatchOptions, ConversionBatch, ConvertDocumentsOptions, ConvertVideosOptions, CopyLocalOptions,
    CopyRemoteOptions, CreateUploadSignatureOptions, CreateUploadTokenOptions,
    CreateWebhookOptions, DocumentPathOptions, ExecuteAddonOptions, FromUrlOptions, GetFileOptions,
    Job, ListFilesOptions, ListGroupsOptions, RemoveBackgroundOptions, ScanForVirusesOptions,
    SearchOptions, UpdateTagsOptions, UpdateWebhookOptions, UploadOptions, VideoPathOptions,
    WaitOptions, WebhookEvent,
};

#[napi]
impl NativeClient {
    #[napi(catch_unwind)]
    pub fn files_list(&self, env: &Env, options: ListFilesOptions) -> Result<NativePages> {
        NativePages::open(env, self.client.files().list(options))
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
}
