// Made from the Rust definitions by `cargo xtask generate`. Do not edit.
//! The operations of the core, one method each.

use crate::{CancelHandle, NativeClient, NativeFilePages, NativeGroupPages, Result, runtime::run};
use std::{collections::HashMap, sync::Arc};
use uploadcare::{
    BatchOptions, BatchResult, ConversionBatch, ConversionBatchRecord, ConvertDocumentsOptions,
    ConvertVideosOptions, CopyLocalOptions, CopyRemoteOptions, CreateUploadSignatureOptions,
    CreateUploadTokenOptions, CreateWebhookOptions, DocumentInfo, DocumentPathOptions,
    ExecuteAddonOptions, FileInfo, FromUrlOptions, GetFileOptions, GroupInfo, Job, JobRecord,
    JobStatus, ListFilesOptions, ListGroupsOptions, MultipartUpload, ProjectInfo, RemoteCopy,
    RemoveBackgroundOptions, ScanForVirusesOptions, SearchOptions, TagsChange, UpdateTagsOptions,
    UpdateWebhookOptions, UploadGroupInfo, UploadInfo, UploadOptions, UploadSignature, UploadToken,
    VideoPathOptions, WaitOptions, Webhook, WebhookEvent,
};

#[uniffi::export]
impl NativeClient {
    /// Lists files, one by one or page by page.
    pub fn files_list(&self, options: ListFilesOptions) -> Result<Arc<NativeFilePages>> {
        Ok(Arc::new(self.client.files().list(options)?.into()))
    }

    /// Finds files by their names, types, metadata, tags, sizes and dates, one by one or page by page.
    pub fn files_search(&self, options: SearchOptions) -> Result<Arc<NativeFilePages>> {
        Ok(Arc::new(self.client.files().search(options)?.into()))
    }

    /// Gets one file.
    pub async fn files_get(
        &self,
        file: String,
        options: GetFileOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<FileInfo> {
        let api = self.client.files();
        run(cancel, async move { api.get(file, options).await }).await
    }

    /// Stores one file, so that it is kept.
    pub async fn files_store(
        &self,
        file: String,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<FileInfo> {
        let api = self.client.files();
        run(cancel, async move { api.store(file).await }).await
    }

    /// Deletes one file for good.
    pub async fn files_delete(
        &self,
        file: String,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<FileInfo> {
        let api = self.client.files();
        run(cancel, async move { api.delete(file).await }).await
    }

    /// Stores any number of files, 100 per request, several requests at a time.
    pub async fn files_store_many(
        &self,
        files: Vec<String>,
        options: BatchOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<BatchResult> {
        let api = self.client.files();
        run(cancel, async move { api.store_many(files, options).await }).await
    }

    /// Deletes any number of files for good, 100 per request, several requests at a time.
    pub async fn files_delete_many(
        &self,
        files: Vec<String>,
        options: BatchOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<BatchResult> {
        let api = self.client.files();
        run(cancel, async move { api.delete_many(files, options).await }).await
    }

    /// Copies a file within the project, with the transformations of its URL if it has any.
    pub async fn files_copy_local(
        &self,
        file: String,
        options: CopyLocalOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<FileInfo> {
        let api = self.client.files();
        run(cancel, async move { api.copy_local(file, options).await }).await
    }

    /// Copies a file, with the transformations of its URL if it has any, to a storage of your own that is connected to the project.
    pub async fn files_copy_remote(
        &self,
        file: String,
        target: String,
        options: CopyRemoteOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<RemoteCopy> {
        let api = self.client.files();
        run(cancel, async move { api.copy_remote(file, &target, options).await }).await
    }

    /// Gets the tags of a file.
    pub async fn tags_get(
        &self,
        file: String,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<Vec<String>> {
        let api = self.client.tags();
        run(cancel, async move { api.get(file).await }).await
    }

    /// Gives a file these tags in place of those it has.
    pub async fn tags_replace(
        &self,
        file: String,
        tags: Vec<String>,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<TagsChange> {
        let api = self.client.tags();
        run(cancel, async move { api.replace(file, tags).await }).await
    }

    /// Deletes some tags from a file and adds others.
    pub async fn tags_update(
        &self,
        file: String,
        options: UpdateTagsOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<TagsChange> {
        let api = self.client.tags();
        run(cancel, async move { api.update(file, options).await }).await
    }

    /// Gets all metadata of a file.
    pub async fn metadata_all(
        &self,
        file: String,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<HashMap<String, String>> {
        let api = self.client.metadata();
        run(cancel, async move { api.all(file).await }).await
    }

    /// Gets the value of one key.
    pub async fn metadata_get(
        &self,
        file: String,
        key: String,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<String> {
        let api = self.client.metadata();
        run(cancel, async move { api.get(file, &key).await }).await
    }

    /// Sets the value of one key, new or old.
    pub async fn metadata_set(
        &self,
        file: String,
        key: String,
        value: String,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<String> {
        let api = self.client.metadata();
        run(cancel, async move { api.set(file, &key, &value).await }).await
    }

    /// Deletes one key with its value.
    pub async fn metadata_delete(
        &self,
        file: String,
        key: String,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<()> {
        let api = self.client.metadata();
        run(cancel, async move { api.delete(file, &key).await }).await
    }

    /// Lists groups, one by one or page by page.
    pub fn groups_list(&self, options: ListGroupsOptions) -> Result<Arc<NativeGroupPages>> {
        Ok(Arc::new(self.client.groups().list(options)?.into()))
    }

    /// Gets one group with its files; null stands for a file that has been removed.
    pub async fn groups_get(
        &self,
        group: String,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<GroupInfo> {
        let api = self.client.groups();
        run(cancel, async move { api.get(group).await }).await
    }

    /// Deletes a group.
    pub async fn groups_delete(
        &self,
        group: String,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<()> {
        let api = self.client.groups();
        run(cancel, async move { api.delete(group).await }).await
    }

    /// Deletes the files of a group for good, then the group.
    pub async fn groups_delete_with_files(
        &self,
        group: String,
        options: BatchOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<BatchResult> {
        let api = self.client.groups();
        run(cancel, async move { api.delete_with_files(group, options).await }).await
    }

    /// Lists all webhooks of the project.
    pub async fn webhooks_list(&self, cancel: Option<Arc<CancelHandle>>) -> Result<Vec<Webhook>> {
        let api = self.client.webhooks();
        run(cancel, async move { api.list().await }).await
    }

    /// Gets one webhook.
    pub async fn webhooks_get(
        &self,
        id: i64,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<Webhook> {
        let api = self.client.webhooks();
        run(cancel, async move { api.get(id).await }).await
    }

    /// Makes a webhook: an event of the project is then told to a URL of yours.
    pub async fn webhooks_create(
        &self,
        target_url: String,
        event: WebhookEvent,
        options: CreateWebhookOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<Webhook> {
        let api = self.client.webhooks();
        run(cancel, async move { api.create(&target_url, event, options).await }).await
    }

    /// Changes a webhook.
    pub async fn webhooks_update(
        &self,
        id: i64,
        options: UpdateWebhookOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<Webhook> {
        let api = self.client.webhooks();
        run(cancel, async move { api.update(id, options).await }).await
    }

    /// Deletes a webhook.
    pub async fn webhooks_delete(&self, id: i64, cancel: Option<Arc<CancelHandle>>) -> Result<()> {
        let api = self.client.webhooks();
        run(cancel, async move { api.delete(id).await }).await
    }

    /// Deletes the webhooks of a URL.
    pub async fn webhooks_delete_by_url(
        &self,
        target_url: String,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<()> {
        let api = self.client.webhooks();
        run(cancel, async move { api.delete_by_url(&target_url).await }).await
    }

    /// Gets what is known of the project: its name, its people, and whether files are stored at once.
    pub async fn project_get(&self, cancel: Option<Arc<CancelHandle>>) -> Result<ProjectInfo> {
        let api = self.client.project();
        run(cancel, async move { api.get().await }).await
    }

    /// The path that asks for a document in another format.
    pub fn conversion_document_path(
        &self,
        file: String,
        options: DocumentPathOptions,
    ) -> Result<String> {
        Ok(self.client.conversion().document_path(file, options)?)
    }

    /// The path that asks for a video in another format, size, quality or length.
    pub fn conversion_video_path(&self, file: String, options: VideoPathOptions) -> Result<String> {
        Ok(self.client.conversion().video_path(file, options)?)
    }

    /// Starts the conversion of a document.
    pub async fn conversion_convert_document(
        &self,
        path: String,
        options: ConvertDocumentsOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<JobRecord> {
        let api = self.client.conversion();
        run(cancel, async move { api.convert_document(&path, options).await.map(Job::record) })
            .await
    }

    /// Starts the conversion of several documents at once.
    pub async fn conversion_convert_documents(
        &self,
        paths: Vec<String>,
        options: ConvertDocumentsOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<ConversionBatchRecord> {
        let api = self.client.conversion();
        run(cancel, async move {
            api.convert_documents(paths, options).await.map(ConversionBatch::record)
        })
        .await
    }

    /// Starts the conversion of a video.
    pub async fn conversion_convert_video(
        &self,
        path: String,
        options: ConvertVideosOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<JobRecord> {
        let api = self.client.conversion();
        run(cancel, async move { api.convert_video(&path, options).await.map(Job::record) }).await
    }

    /// Starts the conversion of several videos at once.
    pub async fn conversion_convert_videos(
        &self,
        paths: Vec<String>,
        options: ConvertVideosOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<ConversionBatchRecord> {
        let api = self.client.conversion();
        run(
            cancel,
            async move { api.convert_videos(paths, options).await.map(ConversionBatch::record) },
        )
        .await
    }

    /// Gets what a document can be converted to, and the groups that conversions have made of it.
    pub async fn conversion_document_info(
        &self,
        file: String,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<DocumentInfo> {
        let api = self.client.conversion();
        run(cancel, async move { api.document_info(file).await }).await
    }

    /// Gets how far the conversion of a document is, by its number; a job does so by itself.
    pub async fn conversion_document_status(
        &self,
        token: i64,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<JobStatus> {
        let api = self.client.conversion();
        run(cancel, async move { api.document_status(token).await }).await
    }

    /// Gets how far the conversion of a video is, by its number; a job does so by itself.
    pub async fn conversion_video_status(
        &self,
        token: i64,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<JobStatus> {
        let api = self.client.conversion();
        run(cancel, async move { api.video_status(token).await }).await
    }

    /// Starts to find out what is to be seen in an image (AWS Rekognition).
    pub async fn addons_detect_labels(
        &self,
        file: String,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<JobRecord> {
        let api = self.client.addons();
        run(cancel, async move { api.detect_labels(file).await.map(Job::record) }).await
    }

    /// Starts to find out whether there is something unwanted in an image (AWS Rekognition).
    pub async fn addons_detect_moderation_labels(
        &self,
        file: String,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<JobRecord> {
        let api = self.client.addons();
        run(cancel, async move { api.detect_moderation_labels(file).await.map(Job::record) }).await
    }

    /// Starts to look for viruses in a file (ClamAV).
    pub async fn addons_scan_for_viruses(
        &self,
        file: String,
        options: ScanForVirusesOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<JobRecord> {
        let api = self.client.addons();
        run(cancel, async move { api.scan_for_viruses(file, options).await.map(Job::record) }).await
    }

    /// Starts to make a picture without the background of another (remove.bg).
    pub async fn addons_remove_background(
        &self,
        file: String,
        options: RemoveBackgroundOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<JobRecord> {
        let api = self.client.addons();
        run(cancel, async move { api.remove_background(file, options).await.map(Job::record) })
            .await
    }

    /// Starts an add-on by its name: one that this version has no method for.
    pub async fn addons_execute(
        &self,
        name: String,
        file: String,
        options: ExecuteAddonOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<JobRecord> {
        let api = self.client.addons();
        run(cancel, async move { api.execute(&name, file, options).await.map(Job::record) }).await
    }

    /// Gets how far an add-on is, by the identifier of its run; a job does so by itself.
    pub async fn addons_status(
        &self,
        name: String,
        request_id: String,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<JobStatus> {
        let api = self.client.addons();
        run(cancel, async move { api.status(&name, &request_id).await }).await
    }

    /// Opens a job again from its text, in any process or language.
    pub fn jobs_open(&self, text: String) -> Result<JobRecord> {
        Ok(self.client.jobs().open(&text).map(Job::record)?)
    }

    /// Has the service fetch a file from a URL.
    pub async fn uploads_from_url(
        &self,
        url: String,
        options: FromUrlOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<JobRecord> {
        let api = self.client.uploads();
        run(cancel, async move { api.from_url(&url, options).await.map(Job::record) }).await
    }

    /// Shows a file of the project with no more than the public key.
    pub async fn uploads_info(
        &self,
        file: String,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<UploadInfo> {
        let api = self.client.uploads();
        run(cancel, async move { api.info(file).await }).await
    }

    /// Waits until a file that was uploaded can be used: its content is known and it can be delivered.
    pub async fn uploads_wait_until_ready(
        &self,
        file: String,
        options: WaitOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<UploadInfo> {
        let api = self.client.uploads();
        run(cancel, async move { api.wait_until_ready(file, options).await }).await
    }

    /// Makes a group of files that never changes.
    pub async fn uploads_create_group(
        &self,
        files: Vec<String>,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<UploadGroupInfo> {
        let api = self.client.uploads();
        run(cancel, async move { api.create_group(files).await }).await
    }

    /// Shows a group with no more than the public key.
    pub async fn uploads_group_info(
        &self,
        group: String,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<UploadGroupInfo> {
        let api = self.client.uploads();
        run(cancel, async move { api.group_info(group).await }).await
    }

    /// Starts an upload in parts, for programs that send the parts in their own way; all others use `upload`.
    pub async fn uploads_start_multipart(
        &self,
        size: i64,
        options: UploadOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<MultipartUpload> {
        let api = self.client.uploads();
        run(cancel, async move { api.start_multipart(size, options).await }).await
    }

    /// Has the service put the parts of a file together.
    pub async fn uploads_complete_multipart(
        &self,
        uuid: String,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<UploadInfo> {
        let api = self.client.uploads();
        run(cancel, async move { api.complete_multipart(&uuid).await }).await
    }

    /// Makes a token that others can upload with, without the secret key.
    pub fn uploads_create_token(&self, options: CreateUploadTokenOptions) -> Result<UploadToken> {
        Ok(self.client.uploads().create_token(options)?)
    }

    /// Makes a signature that others can upload with, without the secret key.
    pub fn uploads_create_signature(
        &self,
        options: CreateUploadSignatureOptions,
    ) -> Result<UploadSignature> {
        Ok(self.client.uploads().create_signature(options)?)
    }
}
