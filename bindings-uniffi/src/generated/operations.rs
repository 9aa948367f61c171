// Made from the Rust definitions by `cargo xtask generate`. Do not edit.
//! The operations of the core, one method each.

use crate::{CancelHandle, NativeClient, NativeFilePages, NativeGroupPages, Result, runtime::run};
use std::{collections::HashMap, sync::Arc};
use uploadcare::{
    AccountProject, BatchOptions, BatchResult, BlurOptions, BlurRegionOptions, BorderRadiusOptions,
    Color, ConversionBatch, ConversionBatchRecord, ConvertDocumentsOptions, ConvertVideosOptions,
    CopyLocalOptions, CopyRemoteOptions, CreateProjectOptions, CreateUploadSignatureOptions,
    CreateUploadTokenOptions, CreateWebhookOptions, CropObject, CropObjectOptions, DeliveryHosts,
    DeliveryInfo, DeliveryInfoOptions, DeliveryUrl, DeliveryUrlOptions, DocumentInfo,
    DocumentPathOptions, EnhanceOptions, ExecuteAddonOptions, Face, FileInfo, FilterName,
    FilterOptions, FontOptions, FromUrlOptions, GetFileOptions, GifToVideoOptions, GroupInfo,
    GroupUrlOptions, HorizontalAlignment, ImageFormat, ImageQuality, Job, JobRecord, JobStatus,
    Length, ListFilesOptions, ListGroupsOptions, ListProjectsOptions, MainColorsOptions,
    MetricUsage, MultipartUpload, NewProjectSecret, OverlayOptions, PlacementOptions,
    PreviewOptions, ProjectInfo, ProjectSecret, ProxyUrlOptions, RemoteCopy,
    RemoveBackgroundOptions, ResizeOptions, ScaleCropOptions, ScanForVirusesOptions, SearchOptions,
    SharpOptions, SignUrlOptions, SignedUrl, SrcsetOptions, SrgbMode, StretchMode, StripMeta,
    TagsChange, TextBoxMode, TextBoxOptions, Transformation, TrimOptions, UpdateProjectOptions,
    UpdateTagsOptions, UpdateWebhookOptions, UploadGroupInfo, UploadInfo, UploadOptions,
    UploadSignature, UploadToken, Usage, UsageMetric, VerifyUrlOptions, VerticalAlignment,
    VideoPathOptions, WaitOptions, Webhook, WebhookEvent,
};

#[uniffi::export]
impl NativeClient {
    /// Lists files, one by one or page by page.
    pub fn files_list(&self, options: ListFilesOptions) -> Result<Arc<NativeFilePages>> {
        Ok(Arc::new(self.client.files().list(options)?.into()))
    }

    /// Divides a list among several processes or machines: parts of about the same size, each as text to be given as the `cursor` of a list of its own, wherever that runs.
    pub async fn files_list_slices(
        &self,
        count: i64,
        options: ListFilesOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<Vec<String>> {
        let api = self.client.files();
        run(cancel, async move { api.list_slices(count, options).await }).await
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

    /// Divides a list among several processes or machines: parts of about the same size, each as text to be given as the `cursor` of a list of its own, wherever that runs.
    pub async fn groups_list_slices(
        &self,
        count: i64,
        options: ListGroupsOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<Vec<String>> {
        let api = self.client.groups();
        run(cancel, async move { api.list_slices(count, options).await }).await
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

    /// The URL of a file, or of what operations make of it.
    pub fn delivery_url(&self, file: String, options: DeliveryUrlOptions) -> Result<String> {
        Ok(self.client.delivery().url(file, options)?)
    }

    /// The URL of a group: a page, one of its files or an archive.
    pub fn delivery_group_url(&self, group: String, options: GroupUrlOptions) -> Result<String> {
        Ok(self.client.delivery().group_url(group, options)?)
    }

    /// The URL of an animation as a video.
    pub fn delivery_gif_to_video_url(
        &self,
        file: String,
        options: GifToVideoOptions,
    ) -> Result<String> {
        Ok(self.client.delivery().gif_to_video_url(file, options)?)
    }

    /// The URL that tells where there are faces in an image.
    pub fn delivery_face_detection_url(&self, file: String) -> Result<String> {
        Ok(self.client.delivery().face_detection_url(file)?)
    }

    /// The URL of an image from elsewhere that the proxy fetches and changes.
    pub fn delivery_proxy_url(
        &self,
        source_url: String,
        options: ProxyUrlOptions,
    ) -> Result<String> {
        Ok(self.client.delivery().proxy_url(&source_url, options)?)
    }

    /// The attribute `srcset` of an HTML image: the image in several sizes, of which a browser takes one.
    pub fn delivery_srcset(&self, file: String, options: SrcsetOptions) -> Result<String> {
        Ok(self.client.delivery().srcset(file, options)?)
    }

    /// Takes a delivery URL apart.
    pub fn delivery_parse_url(&self, url: String) -> Result<DeliveryUrl> {
        Ok(self.client.delivery().parse_url(&url)?)
    }

    /// The same URL on the CDN base of this client: for URLs of answers, which name a host of their own.
    pub fn delivery_rewrite_url(&self, url: String) -> Result<String> {
        Ok(self.client.delivery().rewrite_url(&url)?)
    }

    /// The hosts that files of the project are delivered from.
    pub fn delivery_hosts(&self) -> Result<DeliveryHosts> {
        Ok(self.client.delivery().hosts()?)
    }

    /// A URL with a token that opens it for a while, made with the first of the client's `delivery_secrets`.
    pub fn delivery_signed_url(&self, url: String, options: SignUrlOptions) -> Result<String> {
        Ok(self.client.delivery().signed_url(&url, options)?)
    }

    /// Finds out whether the token of a signed URL is genuine and still opens it, with each of the client's `delivery_secrets`.
    pub fn delivery_verify_signed_url(
        &self,
        url: String,
        options: VerifyUrlOptions,
    ) -> Result<SignedUrl> {
        Ok(self.client.delivery().verify_signed_url(&url, options)?)
    }

    /// Gets facts of an image from the CDN: its size, format, colours and what the camera has told.
    pub async fn delivery_info(
        &self,
        file: String,
        options: DeliveryInfoOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<DeliveryInfo> {
        let api = self.client.delivery();
        run(cancel, async move { api.info(file, options).await }).await
    }

    /// Finds faces in an image.
    pub async fn delivery_faces(
        &self,
        file: String,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<Vec<Face>> {
        let api = self.client.delivery();
        run(cancel, async move { api.faces(file).await }).await
    }

    /// Finds the colours of which there is most in an image.
    pub async fn delivery_main_colors(
        &self,
        file: String,
        options: MainColorsOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<Vec<Color>> {
        let api = self.client.delivery();
        run(cancel, async move { api.main_colors(file, options).await }).await
    }

    /// Lists all projects of the account, in one list.
    pub async fn projects_list(
        &self,
        options: ListProjectsOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<Vec<AccountProject>> {
        let api = self.client.projects();
        run(cancel, async move { api.list(options).await }).await
    }

    /// Makes a project.
    pub async fn projects_create(
        &self,
        name: String,
        options: CreateProjectOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<AccountProject> {
        let api = self.client.projects();
        run(cancel, async move { api.create(&name, options).await }).await
    }

    /// Gets one project.
    pub async fn projects_get(
        &self,
        public_key: String,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<AccountProject> {
        let api = self.client.projects();
        run(cancel, async move { api.get(&public_key).await }).await
    }

    /// Changes a project.
    pub async fn projects_update(
        &self,
        public_key: String,
        options: UpdateProjectOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<AccountProject> {
        let api = self.client.projects();
        run(cancel, async move { api.update(&public_key, options).await }).await
    }

    /// Deletes a project.
    pub async fn projects_delete(
        &self,
        public_key: String,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<()> {
        let api = self.client.projects();
        run(cancel, async move { api.delete(&public_key).await }).await
    }

    /// Lists the secret keys of a project, without telling them.
    pub async fn secrets_list(
        &self,
        public_key: String,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<Vec<ProjectSecret>> {
        let api = self.client.secrets();
        run(cancel, async move { api.list(&public_key).await }).await
    }

    /// Makes a secret key for a project.
    pub async fn secrets_create(
        &self,
        public_key: String,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<NewProjectSecret> {
        let api = self.client.secrets();
        run(cancel, async move { api.create(&public_key).await }).await
    }

    /// Deletes a secret key of a project: requests that are signed with it are refused.
    pub async fn secrets_delete(
        &self,
        public_key: String,
        id: String,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<()> {
        let api = self.client.secrets();
        run(cancel, async move { api.delete(&public_key, &id).await }).await
    }

    /// Tells what a project used, day by day.
    pub async fn usage_get(
        &self,
        public_key: String,
        from: String,
        to: String,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<Usage> {
        let api = self.client.usage();
        run(cancel, async move { api.get(&public_key, &from, &to).await }).await
    }

    /// Tells one metric of what a project used, day by day.
    pub async fn usage_metric(
        &self,
        public_key: String,
        metric: UsageMetric,
        from: String,
        to: String,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<MetricUsage> {
        let api = self.client.usage();
        run(cancel, async move { api.metric(&public_key, metric, &from, &to).await }).await
    }
}

/// Fits the image into a box.
#[uniffi::export]
pub fn transformation_preview(
    transformation: Transformation,
    options: PreviewOptions,
) -> Result<Transformation> {
    Ok(transformation.preview(options)?)
}

/// Gives the image this width, this height, or both.
#[uniffi::export]
pub fn transformation_resize(
    transformation: Transformation,
    options: ResizeOptions,
) -> Result<Transformation> {
    Ok(transformation.resize(options)?)
}

/// Gives the image this size; what matters little in it is stretched or shrunk more than the rest.
#[uniffi::export]
pub fn transformation_smart_resize(
    transformation: Transformation,
    width: i64,
    height: i64,
) -> Result<Transformation> {
    Ok(transformation.smart_resize(width, height)?)
}

/// Says what a following `resize` does with an image that is smaller.
#[uniffi::export]
pub fn transformation_stretch(
    transformation: Transformation,
    mode: StretchMode,
) -> Result<Transformation> {
    Ok(transformation.stretch(mode)?)
}

/// Cuts a rectangle out of the image.
#[uniffi::export]
pub fn transformation_crop(
    transformation: Transformation,
    width: Length,
    height: Length,
    options: PlacementOptions,
) -> Result<Transformation> {
    Ok(transformation.crop(width, height, options)?)
}

/// Cuts the largest rectangle of a shape out of the image.
#[uniffi::export]
pub fn transformation_crop_ratio(
    transformation: Transformation,
    width: i64,
    height: i64,
    options: PlacementOptions,
) -> Result<Transformation> {
    Ok(transformation.crop_ratio(width, height, options)?)
}

/// Cuts the faces, or all that matters, out of the image.
#[uniffi::export]
pub fn transformation_crop_object(
    transformation: Transformation,
    object: CropObject,
    options: CropObjectOptions,
) -> Result<Transformation> {
    Ok(transformation.crop_object(object, options)?)
}

/// Shrinks or enlarges the image so that it covers a box, and cuts off the rest.
#[uniffi::export]
pub fn transformation_scale_crop(
    transformation: Transformation,
    width: i64,
    height: i64,
    options: ScaleCropOptions,
) -> Result<Transformation> {
    Ok(transformation.scale_crop(width, height, options)?)
}

/// Rounds the corners.
#[uniffi::export]
pub fn transformation_border_radius(
    transformation: Transformation,
    radii: Vec<Length>,
    options: BorderRadiusOptions,
) -> Result<Transformation> {
    Ok(transformation.border_radius(radii, options)?)
}

/// Sets the colour of what is transparent or added.
#[uniffi::export]
pub fn transformation_setfill(
    transformation: Transformation,
    color: String,
) -> Result<Transformation> {
    Ok(transformation.setfill(&color)?)
}

/// Makes the objects in the image larger.
#[uniffi::export]
pub fn transformation_zoom_objects(
    transformation: Transformation,
    zoom: i64,
) -> Result<Transformation> {
    Ok(transformation.zoom_objects(zoom)?)
}

/// Cuts off a margin of one colour.
#[uniffi::export]
pub fn transformation_trim(
    transformation: Transformation,
    options: TrimOptions,
) -> Result<Transformation> {
    Ok(transformation.trim(options)?)
}

/// Makes pixels of an SVG image, so that all operations apply.
#[uniffi::export]
pub fn transformation_rasterize(transformation: Transformation) -> Result<Transformation> {
    Ok(transformation.rasterize()?)
}

/// Whether the image is turned as the camera says.
#[uniffi::export]
pub fn transformation_autorotate(
    transformation: Transformation,
    enabled: bool,
) -> Result<Transformation> {
    Ok(transformation.autorotate(enabled)?)
}

/// Turns the image counterclockwise.
#[uniffi::export]
pub fn transformation_rotate(transformation: Transformation, angle: i64) -> Result<Transformation> {
    Ok(transformation.rotate(angle)?)
}

/// Turns the image upside down, as in a lake.
#[uniffi::export]
pub fn transformation_flip(transformation: Transformation) -> Result<Transformation> {
    Ok(transformation.flip()?)
}

/// Swaps left and right.
#[uniffi::export]
pub fn transformation_mirror(transformation: Transformation) -> Result<Transformation> {
    Ok(transformation.mirror()?)
}

/// Makes the image brighter or darker.
#[uniffi::export]
pub fn transformation_brightness(
    transformation: Transformation,
    value: i64,
) -> Result<Transformation> {
    Ok(transformation.brightness(value)?)
}

/// Changes the exposure.
#[uniffi::export]
pub fn transformation_exposure(
    transformation: Transformation,
    value: i64,
) -> Result<Transformation> {
    Ok(transformation.exposure(value)?)
}

/// Changes the gamma.
#[uniffi::export]
pub fn transformation_gamma(transformation: Transformation, value: i64) -> Result<Transformation> {
    Ok(transformation.gamma(value)?)
}

/// Changes the contrast.
#[uniffi::export]
pub fn transformation_contrast(
    transformation: Transformation,
    value: i64,
) -> Result<Transformation> {
    Ok(transformation.contrast(value)?)
}

/// Makes colours stronger or weaker.
#[uniffi::export]
pub fn transformation_saturation(
    transformation: Transformation,
    value: i64,
) -> Result<Transformation> {
    Ok(transformation.saturation(value)?)
}

/// Makes weak colours stronger, or weaker still.
#[uniffi::export]
pub fn transformation_vibrance(
    transformation: Transformation,
    value: i64,
) -> Result<Transformation> {
    Ok(transformation.vibrance(value)?)
}

/// Makes the colours warmer or colder.
#[uniffi::export]
pub fn transformation_warmth(transformation: Transformation, value: i64) -> Result<Transformation> {
    Ok(transformation.warmth(value)?)
}

/// Makes the image look better: levels, contrast and saturation at once.
#[uniffi::export]
pub fn transformation_enhance(
    transformation: Transformation,
    options: EnhanceOptions,
) -> Result<Transformation> {
    Ok(transformation.enhance(options)?)
}

/// Takes the colours away.
#[uniffi::export]
pub fn transformation_grayscale(transformation: Transformation) -> Result<Transformation> {
    Ok(transformation.grayscale()?)
}

/// Turns the colours into their opposites.
#[uniffi::export]
pub fn transformation_invert(transformation: Transformation) -> Result<Transformation> {
    Ok(transformation.invert()?)
}

/// Lays one of the photo filters over the image.
#[uniffi::export]
pub fn transformation_filter(
    transformation: Transformation,
    name: FilterName,
    options: FilterOptions,
) -> Result<Transformation> {
    Ok(transformation.filter(name, options)?)
}

/// Blurs the image; with an amount it is an unsharp mask, which sharpens where the amount is negative.
#[uniffi::export]
pub fn transformation_blur(
    transformation: Transformation,
    options: BlurOptions,
) -> Result<Transformation> {
    Ok(transformation.blur(options)?)
}

/// Blurs a rectangle of the image.
#[uniffi::export]
pub fn transformation_blur_region(
    transformation: Transformation,
    width: Length,
    height: Length,
    x: Length,
    y: Length,
    options: BlurRegionOptions,
) -> Result<Transformation> {
    Ok(transformation.blur_region(width, height, x, y, options)?)
}

/// Blurs all faces of the image.
#[uniffi::export]
pub fn transformation_blur_faces(
    transformation: Transformation,
    options: BlurRegionOptions,
) -> Result<Transformation> {
    Ok(transformation.blur_faces(options)?)
}

/// Sharpens the image.
#[uniffi::export]
pub fn transformation_sharp(
    transformation: Transformation,
    options: SharpOptions,
) -> Result<Transformation> {
    Ok(transformation.sharp(options)?)
}

/// Says what happens to colours of another profile than sRGB.
#[uniffi::export]
pub fn transformation_srgb(
    transformation: Transformation,
    mode: SrgbMode,
) -> Result<Transformation> {
    Ok(transformation.srgb(mode)?)
}

/// Says how large a colour profile may be that is kept.
#[uniffi::export]
pub fn transformation_max_icc_size(
    transformation: Transformation,
    kilobytes: i64,
) -> Result<Transformation> {
    Ok(transformation.max_icc_size(kilobytes)?)
}

/// Gives the image in this format.
#[uniffi::export]
pub fn transformation_format(
    transformation: Transformation,
    format: ImageFormat,
) -> Result<Transformation> {
    Ok(transformation.format(format)?)
}

/// Says how much the image is compressed.
#[uniffi::export]
pub fn transformation_quality(
    transformation: Transformation,
    quality: ImageQuality,
) -> Result<Transformation> {
    Ok(transformation.quality(quality)?)
}

/// Whether a JPEG image can be shown while it comes.
#[uniffi::export]
pub fn transformation_progressive(
    transformation: Transformation,
    enabled: bool,
) -> Result<Transformation> {
    Ok(transformation.progressive(enabled)?)
}

/// Says what facts of the camera are left out.
#[uniffi::export]
pub fn transformation_strip_meta(
    transformation: Transformation,
    mode: StripMeta,
) -> Result<Transformation> {
    Ok(transformation.strip_meta(mode)?)
}

/// Whether a browser shows the file, or saves it.
#[uniffi::export]
pub fn transformation_inline(
    transformation: Transformation,
    enabled: bool,
) -> Result<Transformation> {
    Ok(transformation.inline(enabled)?)
}

/// Lays another image of the project over this one.
#[uniffi::export]
pub fn transformation_overlay(
    transformation: Transformation,
    image: String,
    options: OverlayOptions,
) -> Result<Transformation> {
    Ok(transformation.overlay(image, options)?)
}

/// Lays the image over itself, as it was before all operations.
#[uniffi::export]
pub fn transformation_overlay_self(
    transformation: Transformation,
    options: OverlayOptions,
) -> Result<Transformation> {
    Ok(transformation.overlay_self(options)?)
}

/// Lays text over the image.
#[uniffi::export]
pub fn transformation_text(
    transformation: Transformation,
    text: String,
    width: Length,
    height: Length,
    options: PlacementOptions,
) -> Result<Transformation> {
    Ok(transformation.text(&text, width, height, options)?)
}

/// Says where in its box a following `text` is.
#[uniffi::export]
pub fn transformation_text_align(
    transformation: Transformation,
    horizontal: HorizontalAlignment,
    vertical: VerticalAlignment,
) -> Result<Transformation> {
    Ok(transformation.text_align(horizontal, vertical)?)
}

/// Says how a following `text` is written.
#[uniffi::export]
pub fn transformation_font(
    transformation: Transformation,
    options: FontOptions,
) -> Result<Transformation> {
    Ok(transformation.font(options)?)
}

/// Says what is behind a following `text`.
#[uniffi::export]
pub fn transformation_text_box(
    transformation: Transformation,
    mode: TextBoxMode,
    options: TextBoxOptions,
) -> Result<Transformation> {
    Ok(transformation.text_box(mode, options)?)
}

/// Lays a rectangle of one colour over the image.
#[uniffi::export]
pub fn transformation_rect(
    transformation: Transformation,
    color: String,
    width: Length,
    height: Length,
    options: PlacementOptions,
) -> Result<Transformation> {
    Ok(transformation.rect(&color, width, height, options)?)
}

/// Gives facts of the image as JSON instead of the image.
#[uniffi::export]
pub fn transformation_json(transformation: Transformation) -> Result<Transformation> {
    Ok(transformation.json()?)
}

/// Gives facts of the image as a script that calls `uploadcare_callback`.
#[uniffi::export]
pub fn transformation_jsonp(transformation: Transformation) -> Result<Transformation> {
    Ok(transformation.jsonp()?)
}

/// Gives the colours of which there is most in the image, as JSON.
#[uniffi::export]
pub fn transformation_main_colors(
    transformation: Transformation,
    count: i64,
) -> Result<Transformation> {
    Ok(transformation.main_colors(count)?)
}

/// Adds an operation as text: one that this library does not know yet.
#[uniffi::export]
pub fn transformation_raw(
    transformation: Transformation,
    operation: String,
) -> Result<Transformation> {
    Ok(transformation.raw(&operation)?)
}
