// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

package com.uploadcare.sdk.testing.generated

import com.uploadcare.sdk.model.Alignment
import com.uploadcare.sdk.model.ArchiveFormat
import com.uploadcare.sdk.model.AuthScheme
import com.uploadcare.sdk.model.BatchOptions
import com.uploadcare.sdk.model.BlurOptions
import com.uploadcare.sdk.model.BlurRegionOptions
import com.uploadcare.sdk.model.BorderRadiusOptions
import com.uploadcare.sdk.model.CallEventKind
import com.uploadcare.sdk.model.ClientOptions
import com.uploadcare.sdk.model.ColorMode
import com.uploadcare.sdk.model.ConvertDocumentsOptions
import com.uploadcare.sdk.model.ConvertVideosOptions
import com.uploadcare.sdk.model.CopyLocalOptions
import com.uploadcare.sdk.model.CopyRemoteOptions
import com.uploadcare.sdk.model.CreateProjectOptions
import com.uploadcare.sdk.model.CreateUploadSignatureOptions
import com.uploadcare.sdk.model.CreateUploadTokenOptions
import com.uploadcare.sdk.model.CreateWebhookOptions
import com.uploadcare.sdk.model.CropObject
import com.uploadcare.sdk.model.CropObjectOptions
import com.uploadcare.sdk.model.DeliveryInfoOptions
import com.uploadcare.sdk.model.DeliveryKind
import com.uploadcare.sdk.model.DeliveryTokenKind
import com.uploadcare.sdk.model.DeliveryUrlOptions
import com.uploadcare.sdk.model.DocumentPathOptions
import com.uploadcare.sdk.model.DownloadOptions
import com.uploadcare.sdk.model.EnhanceOptions
import com.uploadcare.sdk.model.ErrorCode
import com.uploadcare.sdk.model.ErrorKind
import com.uploadcare.sdk.model.ExecuteAddonOptions
import com.uploadcare.sdk.model.ExplainOptions
import com.uploadcare.sdk.model.FileOrdering
import com.uploadcare.sdk.model.FilterName
import com.uploadcare.sdk.model.FilterOptions
import com.uploadcare.sdk.model.FontFamily
import com.uploadcare.sdk.model.FontOptions
import com.uploadcare.sdk.model.FontStyle
import com.uploadcare.sdk.model.FontWeight
import com.uploadcare.sdk.model.FromUrlOptions
import com.uploadcare.sdk.model.GetFileOptions
import com.uploadcare.sdk.model.GifToVideoOptions
import com.uploadcare.sdk.model.GifVideoFormat
import com.uploadcare.sdk.model.GifVideoQuality
import com.uploadcare.sdk.model.GroupOrdering
import com.uploadcare.sdk.model.GroupUrlOptions
import com.uploadcare.sdk.model.HorizontalAlignment
import com.uploadcare.sdk.model.ImageFormat
import com.uploadcare.sdk.model.ImageQuality
import com.uploadcare.sdk.model.JobState
import com.uploadcare.sdk.model.ListFilesOptions
import com.uploadcare.sdk.model.ListGroupsOptions
import com.uploadcare.sdk.model.ListProjectsOptions
import com.uploadcare.sdk.model.MainColorsOptions
import com.uploadcare.sdk.model.OnLost
import com.uploadcare.sdk.model.OverlayOptions
import com.uploadcare.sdk.model.PlacementOptions
import com.uploadcare.sdk.model.PreviewOptions
import com.uploadcare.sdk.model.ProjectFeatureOptions
import com.uploadcare.sdk.model.ProxyUrlOptions
import com.uploadcare.sdk.model.RemoveBackgroundChannels
import com.uploadcare.sdk.model.RemoveBackgroundOptions
import com.uploadcare.sdk.model.RemoveBackgroundType
import com.uploadcare.sdk.model.RemoveBackgroundTypeLevel
import com.uploadcare.sdk.model.ResizeOptions
import com.uploadcare.sdk.model.SaveOptions
import com.uploadcare.sdk.model.ScaleCropFocus
import com.uploadcare.sdk.model.ScaleCropOptions
import com.uploadcare.sdk.model.ScanForVirusesOptions
import com.uploadcare.sdk.model.SearchExact
import com.uploadcare.sdk.model.SearchOptions
import com.uploadcare.sdk.model.SearchPhrase
import com.uploadcare.sdk.model.SearchSort
import com.uploadcare.sdk.model.SharpOptions
import com.uploadcare.sdk.model.SignUrlOptions
import com.uploadcare.sdk.model.SizeRange
import com.uploadcare.sdk.model.SrcsetOptions
import com.uploadcare.sdk.model.SrgbMode
import com.uploadcare.sdk.model.StretchMode
import com.uploadcare.sdk.model.StripMeta
import com.uploadcare.sdk.model.TagFilter
import com.uploadcare.sdk.model.TextBoxMode
import com.uploadcare.sdk.model.TextBoxOptions
import com.uploadcare.sdk.model.TimeRange
import com.uploadcare.sdk.model.Transformation
import com.uploadcare.sdk.model.TrimOptions
import com.uploadcare.sdk.model.UpdateProjectOptions
import com.uploadcare.sdk.model.UpdateTagsOptions
import com.uploadcare.sdk.model.UpdateWebhookOptions
import com.uploadcare.sdk.model.UploadAuth
import com.uploadcare.sdk.model.UploadOptions
import com.uploadcare.sdk.model.UsageMetric
import com.uploadcare.sdk.model.VerifyUrlOptions
import com.uploadcare.sdk.model.VerticalAlignment
import com.uploadcare.sdk.model.VideoFormat
import com.uploadcare.sdk.model.VideoPathOptions
import com.uploadcare.sdk.model.VideoQuality
import com.uploadcare.sdk.model.VideoResizeMode
import com.uploadcare.sdk.model.WaitOptions
import com.uploadcare.sdk.model.WebhookEvent
import com.uploadcare.sdk.model.WebhookInitiatorType
import com.uploadcare.sdk.testing.Given
import com.uploadcare.sdk.testing.flag
import com.uploadcare.sdk.testing.items
import com.uploadcare.sdk.testing.length
import com.uploadcare.sdk.testing.members
import com.uploadcare.sdk.testing.moment
import com.uploadcare.sdk.testing.number
import com.uploadcare.sdk.testing.text
import com.uploadcare.sdk.testing.whole
import kotlinx.serialization.json.jsonObject

fun Given.batchOptions() =
    done(
        BatchOptions(
            concurrency = value("concurrency") { it.whole() },
        ),
    )

fun Given.blurOptions() =
    done(
        BlurOptions(
            strength = value("strength") { it.whole() },
            amount = value("amount") { it.whole() },
        ),
    )

fun Given.blurRegionOptions() =
    done(
        BlurRegionOptions(
            strength = value("strength") { it.whole() },
        ),
    )

fun Given.borderRadiusOptions() =
    done(
        BorderRadiusOptions(
            vertical = value("vertical") { it.items { it.length() } },
        ),
    )

fun Given.clientOptions() =
    done(
        ClientOptions(
            apiBase = value("api_base") { it.text() },
            uploadBase = value("upload_base") { it.text() },
            cdnBase = value("cdn_base") { it.text() },
            rewriteUrls = value("rewrite_urls") { it.flag() },
            deliverySecrets = value("delivery_secrets") { it.items { it.text() } },
            authScheme = value("auth_scheme") { authScheme(it.text()) },
            uploadAuth = value("upload_auth") { uploadAuth(it.text()) },
            connectTimeout = value("connect_timeout") { it.number() },
            readTimeout = value("read_timeout") { it.number() },
            timeout = value("timeout") { it.number() },
            maxRetries = value("max_retries") { it.whole() },
            maxRetryWait = value("max_retry_wait") { it.number() },
            maxRate = value("max_rate") { it.number() },
            maxConcurrency = value("max_concurrency") { it.whole() },
            userAgent = value("user_agent") { it.text() },
            proxy = value("proxy") { it.text() },
            rootCertificate = value("root_certificate") { it.text() },
        ),
    )

fun Given.convertDocumentsOptions() =
    done(
        ConvertDocumentsOptions(
            store = value("store") { it.flag() },
            saveInGroup = value("save_in_group") { it.flag() },
        ),
    )

fun Given.convertVideosOptions() =
    done(
        ConvertVideosOptions(
            store = value("store") { it.flag() },
        ),
    )

fun Given.copyLocalOptions() =
    done(
        CopyLocalOptions(
            store = value("store") { it.flag() },
            metadata = value("metadata") { it.members { it.text() } },
            wait = value("wait") { it.flag() },
            waitTimeout = value("wait_timeout") { it.number() },
        ),
    )

fun Given.copyRemoteOptions() =
    done(
        CopyRemoteOptions(
            makePublic = value("make_public") { it.flag() },
            pattern = value("pattern") { it.text() },
        ),
    )

fun Given.createProjectOptions() =
    done(
        CreateProjectOptions(
            features = value("features") { Given(it.jsonObject).projectFeatureOptions() },
        ),
    )

fun Given.createUploadSignatureOptions() =
    done(
        CreateUploadSignatureOptions(
            lifetime = value("lifetime") { it.whole() },
        ),
    )

fun Given.createUploadTokenOptions() =
    done(
        CreateUploadTokenOptions(
            lifetime = value("lifetime") { it.whole() },
            issuer = value("issuer") { it.text() },
            subject = value("subject") { it.text() },
            tokenId = value("token_id") { it.text() },
            scope = value("scope") { it.items { it.text() } },
            operations = value("operations") { it.whole() },
        ),
    )

fun Given.createWebhookOptions() =
    done(
        CreateWebhookOptions(
            isActive = value("is_active") { it.flag() },
            signingSecret = value("signing_secret") { it.text() },
            version = value("version") { it.text() },
        ),
    )

fun Given.cropObjectOptions() =
    done(
        CropObjectOptions(
            width = value("width") { it.length() },
            height = value("height") { it.length() },
            ratioWidth = value("ratio_width") { it.whole() },
            ratioHeight = value("ratio_height") { it.whole() },
            align = value("align") { alignment(it.text()) },
            x = value("x") { it.length() },
            y = value("y") { it.length() },
        ),
    )

fun Given.deliveryInfoOptions() =
    done(
        DeliveryInfoOptions(
            transformation = value("transformation") { Transformation(it.text()) },
        ),
    )

fun Given.deliveryUrlOptions() =
    done(
        DeliveryUrlOptions(
            transformation = value("transformation") { Transformation(it.text()) },
            filename = value("filename") { it.text() },
        ),
    )

fun Given.documentPathOptions() =
    done(
        DocumentPathOptions(
            format = value("format") { it.text() },
            page = value("page") { it.whole() },
            dpi = value("dpi") { it.whole() },
            quality = value("quality") { it.whole() },
        ),
    )

fun Given.downloadOptions() =
    done(
        DownloadOptions(
            transformation = value("transformation") { Transformation(it.text()) },
        ),
    )

fun Given.enhanceOptions() =
    done(
        EnhanceOptions(
            strength = value("strength") { it.whole() },
        ),
    )

fun Given.executeAddonOptions() =
    done(
        ExecuteAddonOptions(
            params = value("params") { it.text() },
        ),
    )

fun Given.explainOptions() =
    done(
        ExplainOptions(
            redact = value("redact") { it.flag() },
        ),
    )

fun Given.filterOptions() =
    done(
        FilterOptions(
            amount = value("amount") { it.whole() },
        ),
    )

fun Given.fontOptions() =
    done(
        FontOptions(
            reset = value("reset") { it.flag() },
            weight = value("weight") { fontWeight(it.text()) },
            style = value("style") { fontStyle(it.text()) },
            size = value("size") { it.whole() },
            color = value("color") { it.text() },
            family = value("family") { fontFamily(it.text()) },
        ),
    )

fun Given.fromUrlOptions() =
    done(
        FromUrlOptions(
            filename = value("filename") { it.text() },
            store = value("store") { it.flag() },
            metadata = value("metadata") { it.members { it.text() } },
            tags = value("tags") { it.items { it.text() } },
            checkDuplicates = value("check_duplicates") { it.flag() },
            saveDuplicates = value("save_duplicates") { it.flag() },
        ),
    )

fun Given.getFileOptions() =
    done(
        GetFileOptions(
            includeAppdata = value("include_appdata") { it.flag() },
        ),
    )

fun Given.gifToVideoOptions() =
    done(
        GifToVideoOptions(
            format = value("format") { gifVideoFormat(it.text()) },
            quality = value("quality") { gifVideoQuality(it.text()) },
            transformation = value("transformation") { Transformation(it.text()) },
            filename = value("filename") { it.text() },
        ),
    )

fun Given.groupUrlOptions() =
    done(
        GroupUrlOptions(
            index = value("index") { it.whole() },
            archive = value("archive") { archiveFormat(it.text()) },
            transformation = value("transformation") { Transformation(it.text()) },
            filename = value("filename") { it.text() },
        ),
    )

fun Given.listFilesOptions() =
    done(
        ListFilesOptions(
            limit = value("limit") { it.whole() },
            ordering = value("ordering") { fileOrdering(it.text()) },
            stored = value("stored") { it.flag() },
            removed = value("removed") { it.flag() },
            startingFrom = value("starting_from") { it.moment() },
            includeAppdata = value("include_appdata") { it.flag() },
            prefetch = value("prefetch") { it.flag() },
            concurrency = value("concurrency") { it.whole() },
            unordered = value("unordered") { it.flag() },
            cursor = value("cursor") { it.text() },
        ),
    )

fun Given.listGroupsOptions() =
    done(
        ListGroupsOptions(
            limit = value("limit") { it.whole() },
            ordering = value("ordering") { groupOrdering(it.text()) },
            startingFrom = value("starting_from") { it.moment() },
            prefetch = value("prefetch") { it.flag() },
            concurrency = value("concurrency") { it.whole() },
            unordered = value("unordered") { it.flag() },
            cursor = value("cursor") { it.text() },
        ),
    )

fun Given.listProjectsOptions() =
    done(
        ListProjectsOptions(
            limit = value("limit") { it.whole() },
        ),
    )

fun Given.mainColorsOptions() =
    done(
        MainColorsOptions(
            count = value("count") { it.whole() },
            transformation = value("transformation") { Transformation(it.text()) },
        ),
    )

fun Given.overlayOptions() =
    done(
        OverlayOptions(
            width = value("width") { it.length() },
            height = value("height") { it.length() },
            align = value("align") { alignment(it.text()) },
            x = value("x") { it.length() },
            y = value("y") { it.length() },
            opacity = value("opacity") { it.whole() },
        ),
    )

fun Given.placementOptions() =
    done(
        PlacementOptions(
            align = value("align") { alignment(it.text()) },
            x = value("x") { it.length() },
            y = value("y") { it.length() },
        ),
    )

fun Given.previewOptions() =
    done(
        PreviewOptions(
            width = value("width") { it.whole() },
            height = value("height") { it.whole() },
        ),
    )

fun Given.projectFeatureOptions() =
    done(
        ProjectFeatureOptions(
            gifToVideoConversion = value("gif_to_video_conversion") { it.flag() },
            mimeTypes = value("mime_types") { it.items { it.text() } },
            mimeTypeFiltering = value("mime_type_filtering") { it.flag() },
            teamSize = value("team_size") { it.whole() },
            filesizeLimit = value("filesize_limit") { it.whole() },
            autostore = value("autostore") { it.flag() },
            imageResolutionLimit = value("image_resolution_limit") { it.whole() },
            signedUploads = value("signed_uploads") { it.flag() },
            videoProcessing = value("video_processing") { it.flag() },
            malwareProtection = value("malware_protection") { it.flag() },
            svgValidation = value("svg_validation") { it.flag() },
        ),
    )

fun Given.proxyUrlOptions() =
    done(
        ProxyUrlOptions(
            transformation = value("transformation") { Transformation(it.text()) },
        ),
    )

fun Given.removeBackgroundOptions() =
    done(
        RemoveBackgroundOptions(
            crop = value("crop") { it.flag() },
            cropMargin = value("crop_margin") { it.text() },
            scale = value("scale") { it.text() },
            addShadow = value("add_shadow") { it.flag() },
            typeLevel = value("type_level") { removeBackgroundTypeLevel(it.text()) },
            type = value("type") { removeBackgroundType(it.text()) },
            semitransparency = value("semitransparency") { it.flag() },
            channels = value("channels") { removeBackgroundChannels(it.text()) },
            roi = value("roi") { it.text() },
            position = value("position") { it.text() },
        ),
    )

fun Given.resizeOptions() =
    done(
        ResizeOptions(
            width = value("width") { it.whole() },
            height = value("height") { it.whole() },
        ),
    )

fun Given.saveOptions() =
    done(
        SaveOptions(
            transformation = value("transformation") { Transformation(it.text()) },
            filename = value("filename") { it.text() },
            overwrite = value("overwrite") { it.flag() },
            partSize = value("part_size") { it.whole() },
            maxConcurrency = value("max_concurrency") { it.whole() },
        ),
    )

fun Given.scaleCropOptions() =
    done(
        ScaleCropOptions(
            focus = value("focus") { scaleCropFocus(it.text()) },
            align = value("align") { alignment(it.text()) },
            x = value("x") { it.length() },
            y = value("y") { it.length() },
        ),
    )

fun Given.scanForVirusesOptions() =
    done(
        ScanForVirusesOptions(
            purgeInfected = value("purge_infected") { it.flag() },
        ),
    )

fun Given.searchExact() =
    done(
        SearchExact(
            uuid = value("uuid") { it.items { it.text() } },
            originalFilename = value("original_filename") { it.items { it.text() } },
            detectedMimeType = value("detected_mime_type") { it.items { it.text() } },
            metadata = value("metadata") { it.members { it.items { it.text() } } },
        ),
    )

fun Given.searchOptions() =
    done(
        SearchOptions(
            query = value("query") { it.text() },
            phrase = value("phrase") { Given(it.jsonObject).searchPhrase() },
            exact = value("exact") { Given(it.jsonObject).searchExact() },
            datetimeUploaded = value("datetime_uploaded") { Given(it.jsonObject).timeRange() },
            size = value("size") { Given(it.jsonObject).sizeRange() },
            isImage = value("is_image") { it.flag() },
            tags = value("tags") { Given(it.jsonObject).tagFilter() },
            fuzziness = value("fuzziness") { it.flag() },
            sort = value("sort") { it.items { searchSort(it.text()) } },
            limit = value("limit") { it.whole() },
            offset = value("offset") { it.whole() },
            includeAppdata = value("include_appdata") { it.flag() },
            prefetch = value("prefetch") { it.flag() },
            cursor = value("cursor") { it.text() },
        ),
    )

fun Given.searchPhrase() =
    done(
        SearchPhrase(
            originalFilename = value("original_filename") { it.text() },
            detectedMimeType = value("detected_mime_type") { it.text() },
            metadata = value("metadata") { it.text() },
        ),
    )

fun Given.sharpOptions() =
    done(
        SharpOptions(
            strength = value("strength") { it.whole() },
        ),
    )

fun Given.signUrlOptions() =
    done(
        SignUrlOptions(
            kind = value("kind") { deliveryTokenKind(it.text()) },
            acl = value("acl") { it.text() },
            wildcard = value("wildcard") { it.flag() },
            lifetime = value("lifetime") { it.whole() },
            expiresAt = value("expires_at") { it.moment() },
            now = value("now") { it.moment() },
        ),
    )

fun Given.sizeRange() =
    done(
        SizeRange(
            gt = value("gt") { it.whole() },
            gte = value("gte") { it.whole() },
            lt = value("lt") { it.whole() },
            lte = value("lte") { it.whole() },
        ),
    )

fun Given.srcsetOptions() =
    done(
        SrcsetOptions(
            widths = value("widths") { it.items { it.whole() } },
            width = value("width") { it.whole() },
            transformation = value("transformation") { Transformation(it.text()) },
            filename = value("filename") { it.text() },
        ),
    )

fun Given.tagFilter() =
    done(
        TagFilter(
            any = value("any") { it.items { it.text() } },
            all = value("all") { it.items { it.text() } },
            none = value("none") { it.items { it.text() } },
        ),
    )

fun Given.textBoxOptions() =
    done(
        TextBoxOptions(
            color = value("color") { it.text() },
            padding = value("padding") { it.whole() },
        ),
    )

fun Given.timeRange() =
    done(
        TimeRange(
            gt = value("gt") { it.moment() },
            gte = value("gte") { it.moment() },
            lt = value("lt") { it.moment() },
            lte = value("lte") { it.moment() },
        ),
    )

fun Given.trimOptions() =
    done(
        TrimOptions(
            tolerance = value("tolerance") { it.number() },
            padding = value("padding") { it.number() },
        ),
    )

fun Given.updateProjectOptions() =
    done(
        UpdateProjectOptions(
            name = value("name") { it.text() },
            isBlocked = value("is_blocked") { it.flag() },
            isSearchIndexAllowed = value("is_search_index_allowed") { it.flag() },
            features = value("features") { Given(it.jsonObject).projectFeatureOptions() },
        ),
    )

fun Given.updateTagsOptions() =
    done(
        UpdateTagsOptions(
            add = value("add") { it.items { it.text() } },
            delete = value("delete") { it.items { it.text() } },
        ),
    )

fun Given.updateWebhookOptions() =
    done(
        UpdateWebhookOptions(
            targetUrl = value("target_url") { it.text() },
            event = value("event") { webhookEvent(it.text()) },
            isActive = value("is_active") { it.flag() },
            signingSecret = value("signing_secret") { it.text() },
        ),
    )

fun Given.uploadOptions() =
    done(
        UploadOptions(
            filename = value("filename") { it.text() },
            contentType = value("content_type") { it.text() },
            store = value("store") { it.flag() },
            metadata = value("metadata") { it.members { it.text() } },
            tags = value("tags") { it.items { it.text() } },
            multipartThreshold = value("multipart_threshold") { it.whole() },
            partSize = value("part_size") { it.whole() },
            concurrency = value("concurrency") { it.whole() },
            fileConcurrency = value("file_concurrency") { it.whole() },
            stateFile = value("state_file") { it.text() },
            onLost = value("on_lost") { onLost(it.text()) },
        ),
    )

fun Given.verifyUrlOptions() =
    done(
        VerifyUrlOptions(
            now = value("now") { it.moment() },
        ),
    )

fun Given.videoPathOptions() =
    done(
        VideoPathOptions(
            format = value("format") { videoFormat(it.text()) },
            width = value("width") { it.whole() },
            height = value("height") { it.whole() },
            resizeMode = value("resize_mode") { videoResizeMode(it.text()) },
            quality = value("quality") { videoQuality(it.text()) },
            cutStart = value("cut_start") { it.text() },
            cutLength = value("cut_length") { it.text() },
            thumbnailCount = value("thumbnail_count") { it.whole() },
            thumbnailIndex = value("thumbnail_index") { it.whole() },
        ),
    )

fun Given.waitOptions() =
    done(
        WaitOptions(
            timeout = value("timeout") { it.number() },
            interval = value("interval") { it.number() },
        ),
    )

fun alignment(text: String) =
    when (text) {
        "center" -> Alignment.Center
        "top" -> Alignment.Top
        "right" -> Alignment.Right
        "bottom" -> Alignment.Bottom
        "left" -> Alignment.Left
        else -> Alignment.Unknown(text)
    }

fun archiveFormat(text: String) =
    when (text) {
        "zip" -> ArchiveFormat.Zip
        "tar" -> ArchiveFormat.Tar
        else -> ArchiveFormat.Unknown(text)
    }

fun authScheme(text: String) =
    when (text) {
        "signed" -> AuthScheme.Signed
        "simple" -> AuthScheme.Simple
        else -> AuthScheme.Unknown(text)
    }

fun callEventKind(text: String) =
    when (text) {
        "request" -> CallEventKind.Request
        "attempt" -> CallEventKind.Attempt
        "response" -> CallEventKind.Response
        "retry" -> CallEventKind.Retry
        "finish" -> CallEventKind.Finish
        else -> CallEventKind.Unknown(text)
    }

fun colorMode(text: String) =
    when (text) {
        "RGB" -> ColorMode.Rgb
        "RGBA" -> ColorMode.Rgba
        "RGBa" -> ColorMode.RgbPremultiplied
        "RGBX" -> ColorMode.Rgbx
        "L" -> ColorMode.Grey
        "LA" -> ColorMode.GreyAlpha
        "La" -> ColorMode.GreyPremultiplied
        "P" -> ColorMode.Palette
        "PA" -> ColorMode.PaletteAlpha
        "CMYK" -> ColorMode.Cmyk
        "YCbCr" -> ColorMode.YCbCr
        "HSV" -> ColorMode.Hsv
        "LAB" -> ColorMode.Lab
        else -> ColorMode.Unknown(text)
    }

fun cropObject(text: String) =
    when (text) {
        "face" -> CropObject.Face
        "image" -> CropObject.Image
        else -> CropObject.Unknown(text)
    }

fun deliveryKind(text: String) =
    when (text) {
        "file" -> DeliveryKind.File
        "group" -> DeliveryKind.Group
        "group_file" -> DeliveryKind.GroupFile
        "archive" -> DeliveryKind.Archive
        "gif_to_video" -> DeliveryKind.GifToVideo
        "face_detection" -> DeliveryKind.FaceDetection
        "proxy" -> DeliveryKind.Proxy
        "document" -> DeliveryKind.Document
        "video" -> DeliveryKind.Video
        else -> DeliveryKind.Unknown(text)
    }

fun deliveryTokenKind(text: String) =
    when (text) {
        "acl" -> DeliveryTokenKind.Acl
        "url" -> DeliveryTokenKind.Url
        else -> DeliveryTokenKind.Unknown(text)
    }

fun errorCode(text: String) =
    when (text) {
        "AccountBlockedError" -> ErrorCode.AccountBlocked
        "AccountLimitsExceededError" -> ErrorCode.AccountLimitsExceeded
        "AccountUnpaidError" -> ErrorCode.AccountUnpaid
        "AutostoreDisabledError" -> ErrorCode.AutostoreDisabled
        "BaseViewsError" -> ErrorCode.BaseViews
        "FileMetadataKeyDuplicatedError" -> ErrorCode.FileMetadataKeyDuplicated
        "FileMetadataKeyEmptyError" -> ErrorCode.FileMetadataKeyEmpty
        "FileMetadataKeyForbiddenError" -> ErrorCode.FileMetadataKeyForbidden
        "FileMetadataKeyLengthTooBigError" -> ErrorCode.FileMetadataKeyLengthTooBig
        "FileMetadataKeysNumberTooBigError" -> ErrorCode.FileMetadataKeysNumberTooBig
        "FileMetadataValueEmptyError" -> ErrorCode.FileMetadataValueEmpty
        "FileMetadataValueForbiddenError" -> ErrorCode.FileMetadataValueForbidden
        "FileMetadataValueLengthTooBigError" -> ErrorCode.FileMetadataValueLengthTooBig
        "FileSizeLimitExceededError" -> ErrorCode.FileSizeLimitExceeded
        "MethodNotAllowedError" -> ErrorCode.MethodNotAllowed
        "NullCharactersForbiddenError" -> ErrorCode.NullCharactersForbidden
        "PostRequestParserFailedError" -> ErrorCode.PostRequestParserFailed
        "ProjectPublicKeyInvalidError" -> ErrorCode.ProjectPublicKeyInvalid
        "ProjectPublicKeyRemovedError" -> ErrorCode.ProjectPublicKeyRemoved
        "ProjectPublicKeyRequiredError" -> ErrorCode.ProjectPublicKeyRequired
        "RequestFileNumberLimitExceededError" -> ErrorCode.RequestFileNumberLimitExceeded
        "RequestFiledsNumberLimitExceededError" -> ErrorCode.RequestFieldsNumberLimitExceeded
        "RequestSizeLimitExceededError" -> ErrorCode.RequestSizeLimitExceeded
        "RequestThrottledError" -> ErrorCode.RequestThrottled
        "SignatureExpirationError" -> ErrorCode.SignatureExpiration
        "SignatureExpirationInvalidError" -> ErrorCode.SignatureExpirationInvalid
        "SignatureExpirationRequiredError" -> ErrorCode.SignatureExpirationRequired
        "SignatureInvalidError" -> ErrorCode.SignatureInvalid
        "SignatureRequiredError" -> ErrorCode.SignatureRequired
        "UploadAPIError" -> ErrorCode.UploadApi
        "UploadFailedError" -> ErrorCode.UploadFailed
        "AccessTokenExpiredError" -> ErrorCode.AccessTokenExpired
        "AccessTokenInvalidError" -> ErrorCode.AccessTokenInvalid
        "ScopeForbiddenError" -> ErrorCode.ScopeForbidden
        "OperationsLimitExceededError" -> ErrorCode.OperationsLimitExceeded
        "DownloadFileError" -> ErrorCode.DownloadFile
        "DownloadFileHTTPClientError" -> ErrorCode.DownloadFileHttpClient
        "DownloadFileHTTPNetworkError" -> ErrorCode.DownloadFileHttpNetwork
        "DownloadFileHTTPServerError" -> ErrorCode.DownloadFileHttpServer
        "DownloadFileHTTPURLValidationError" -> ErrorCode.DownloadFileHttpUrlValidation
        "DownloadFileInternalServerError" -> ErrorCode.DownloadFileInternalServer
        "DownloadFileNotFoundError" -> ErrorCode.DownloadFileNotFound
        "DownloadFileSizeLimitExceededError" -> ErrorCode.DownloadFileSizeLimitExceeded
        "DownloadFileTaskFailedError" -> ErrorCode.DownloadFileTaskFailed
        "DownloadFileTimeLimitExceededError" -> ErrorCode.DownloadFileTimeLimitExceeded
        "DownloadFileValidationFailedError" -> ErrorCode.DownloadFileValidationFailed
        "FileIdInvalidError" -> ErrorCode.FileIdInvalid
        "FileIdNotUniqueError" -> ErrorCode.FileIdNotUnique
        "FileIdRequiredError" -> ErrorCode.FileIdRequired
        "FileNotFoundError" -> ErrorCode.FileNotFound
        "FileRequiredError" -> ErrorCode.FileRequired
        "FilesNumberLimitExceededError" -> ErrorCode.FilesNumberLimitExceeded
        "FilesRequiredError" -> ErrorCode.FilesRequired
        "InternalRequestForbiddenError" -> ErrorCode.InternalRequestForbidden
        "InternalRequestInvalidError" -> ErrorCode.InternalRequestInvalid
        "MultipartFileAlreadyUploadedError" -> ErrorCode.MultipartFileAlreadyUploaded
        "MultipartFileCompletionFailedError" -> ErrorCode.MultipartFileCompletionFailed
        "MultipartFileIdRequiredError" -> ErrorCode.MultipartFileIdRequired
        "MultipartFileNotFoundError" -> ErrorCode.MultipartFileNotFound
        "MultipartFileSizeLimitExceededError" -> ErrorCode.MultipartFileSizeLimitExceeded
        "MultipartFileSizeTooSmallError" -> ErrorCode.MultipartFileSizeTooSmall
        "MultipartPartSizeInvalidError" -> ErrorCode.MultipartPartSizeInvalid
        "MultipartPartSizeTooBigError" -> ErrorCode.MultipartPartSizeTooBig
        "MultipartPartSizeTooSmallError" -> ErrorCode.MultipartPartSizeTooSmall
        "MultipartSizeInvalidError" -> ErrorCode.MultipartSizeInvalid
        "MultipartUploadSizeTooLargeError" -> ErrorCode.MultipartUploadSizeTooLarge
        "MultipartUploadSizeTooSmallError" -> ErrorCode.MultipartUploadSizeTooSmall
        "RequestParamRequiredError" -> ErrorCode.RequestParamRequired
        "SourceURLRequiredError" -> ErrorCode.SourceUrlRequired
        "TokenRequiredError" -> ErrorCode.TokenRequired
        "UUIDInvalidError" -> ErrorCode.UuidInvalid
        "UploadViewsError" -> ErrorCode.UploadViews
        "UploadcareFileIdDuplicatedError" -> ErrorCode.UploadcareFileIdDuplicated
        "UploadcareFileIdInvalidError" -> ErrorCode.UploadcareFileIdInvalid
        "UploadcareFileIdRequiredError" -> ErrorCode.UploadcareFileIdRequired
        "GroupFileURLParsingFailedError" -> ErrorCode.GroupFileUrlParsingFailed
        "GroupFilesInvalidError" -> ErrorCode.GroupFilesInvalid
        "GroupFilesNotFoundError" -> ErrorCode.GroupFilesNotFound
        "GroupIdRequiredError" -> ErrorCode.GroupIdRequired
        "GroupNotFoundError" -> ErrorCode.GroupNotFound
        "GroupViewsError" -> ErrorCode.GroupViews
        "SVGValidationFailedError" -> ErrorCode.SvgValidationFailed
        "SVGMaliciousContentError" -> ErrorCode.SvgMaliciousContent
        "FileInfectedError" -> ErrorCode.FileInfected
        "FileTypeForbiddenError" -> ErrorCode.FileTypeForbidden
        "HostnameNotFoundError" -> ErrorCode.HostnameNotFound
        "URLBlacklistedError" -> ErrorCode.UrlBlacklisted
        "URLHostMalformedError" -> ErrorCode.UrlHostMalformed
        "URLHostPrivateIPForbiddenError" -> ErrorCode.UrlHostPrivateIpForbidden
        "URLHostRequiredError" -> ErrorCode.UrlHostRequired
        "URLParsingFailedError" -> ErrorCode.UrlParsingFailed
        "URLRedirectsLimitExceededError" -> ErrorCode.UrlRedirectsLimitExceeded
        "URLSchemeInvalidError" -> ErrorCode.UrlSchemeInvalid
        "URLSchemeRequiredError" -> ErrorCode.UrlSchemeRequired
        "URLValidationError" -> ErrorCode.UrlValidation
        else -> ErrorCode.Unknown(text)
    }

fun errorKind(text: String) =
    when (text) {
        "configuration" -> ErrorKind.Configuration
        "invalid_parameter" -> ErrorKind.InvalidParameter
        "source" -> ErrorKind.Source
        "signer" -> ErrorKind.Signer
        "authentication" -> ErrorKind.Authentication
        "forbidden" -> ErrorKind.Forbidden
        "not_found" -> ErrorKind.NotFound
        "conflict" -> ErrorKind.Conflict
        "too_large" -> ErrorKind.TooLarge
        "rejected" -> ErrorKind.Rejected
        "throttled" -> ErrorKind.Throttled
        "server" -> ErrorKind.Server
        "network" -> ErrorKind.Network
        "timeout" -> ErrorKind.Timeout
        "decode" -> ErrorKind.Decode
        "foreign_origin" -> ErrorKind.ForeignOrigin
        "cancelled" -> ErrorKind.Cancelled
        "job_failed" -> ErrorKind.JobFailed
        "job_cancelled" -> ErrorKind.JobCancelled
        "wait_timeout" -> ErrorKind.WaitTimeout
        "upload_lost" -> ErrorKind.UploadLost
        "content_mismatch" -> ErrorKind.ContentMismatch
        "invalid_signature" -> ErrorKind.InvalidSignature
        "destination" -> ErrorKind.Destination
        "search_window" -> ErrorKind.SearchWindow
        "internal" -> ErrorKind.Internal
        else -> ErrorKind.Unknown(text)
    }

fun fileOrdering(text: String) =
    when (text) {
        "datetime_uploaded" -> FileOrdering.DatetimeUploaded
        "-datetime_uploaded" -> FileOrdering.DatetimeUploadedDescending
        else -> FileOrdering.Unknown(text)
    }

fun filterName(text: String) =
    when (text) {
        "adaris" -> FilterName.Adaris
        "briaril" -> FilterName.Briaril
        "calarel" -> FilterName.Calarel
        "carris" -> FilterName.Carris
        "cynarel" -> FilterName.Cynarel
        "cyren" -> FilterName.Cyren
        "elmet" -> FilterName.Elmet
        "elonni" -> FilterName.Elonni
        "enzana" -> FilterName.Enzana
        "erydark" -> FilterName.Erydark
        "fenralan" -> FilterName.Fenralan
        "ferand" -> FilterName.Ferand
        "galen" -> FilterName.Galen
        "gavin" -> FilterName.Gavin
        "gethriel" -> FilterName.Gethriel
        "iorill" -> FilterName.Iorill
        "iothari" -> FilterName.Iothari
        "iselva" -> FilterName.Iselva
        "jadis" -> FilterName.Jadis
        "lavra" -> FilterName.Lavra
        "misiara" -> FilterName.Misiara
        "namala" -> FilterName.Namala
        "nerion" -> FilterName.Nerion
        "nethari" -> FilterName.Nethari
        "pamaya" -> FilterName.Pamaya
        "sarnar" -> FilterName.Sarnar
        "sedis" -> FilterName.Sedis
        "sewen" -> FilterName.Sewen
        "sorahel" -> FilterName.Sorahel
        "sorlen" -> FilterName.Sorlen
        "tarian" -> FilterName.Tarian
        "thellassan" -> FilterName.Thellassan
        "varriel" -> FilterName.Varriel
        "varven" -> FilterName.Varven
        "vevera" -> FilterName.Vevera
        "virkas" -> FilterName.Virkas
        "yedis" -> FilterName.Yedis
        "yllara" -> FilterName.Yllara
        "zatvel" -> FilterName.Zatvel
        "zevcen" -> FilterName.Zevcen
        else -> FilterName.Unknown(text)
    }

fun fontFamily(text: String) =
    when (text) {
        "DejaVu" -> FontFamily.DejaVu
        "DejaVuMono" -> FontFamily.DejaVuMono
        "DejaVuSerif" -> FontFamily.DejaVuSerif
        "Noto" -> FontFamily.Noto
        "NotoMono" -> FontFamily.NotoMono
        "NotoSerif" -> FontFamily.NotoSerif
        else -> FontFamily.Unknown(text)
    }

fun fontStyle(text: String) =
    when (text) {
        "normal" -> FontStyle.Normal
        "italic" -> FontStyle.Italic
        else -> FontStyle.Unknown(text)
    }

fun fontWeight(text: String) =
    when (text) {
        "regular" -> FontWeight.Regular
        "bold" -> FontWeight.Bold
        else -> FontWeight.Unknown(text)
    }

fun gifVideoFormat(text: String) =
    when (text) {
        "mp4" -> GifVideoFormat.Mp4
        "webm" -> GifVideoFormat.Webm
        else -> GifVideoFormat.Unknown(text)
    }

fun gifVideoQuality(text: String) =
    when (text) {
        "normal" -> GifVideoQuality.Normal
        "better" -> GifVideoQuality.Better
        "best" -> GifVideoQuality.Best
        "lighter" -> GifVideoQuality.Lighter
        "lightest" -> GifVideoQuality.Lightest
        else -> GifVideoQuality.Unknown(text)
    }

fun groupOrdering(text: String) =
    when (text) {
        "datetime_created" -> GroupOrdering.DatetimeCreated
        "-datetime_created" -> GroupOrdering.DatetimeCreatedDescending
        else -> GroupOrdering.Unknown(text)
    }

fun horizontalAlignment(text: String) =
    when (text) {
        "left" -> HorizontalAlignment.Left
        "center" -> HorizontalAlignment.Center
        "right" -> HorizontalAlignment.Right
        else -> HorizontalAlignment.Unknown(text)
    }

fun imageFormat(text: String) =
    when (text) {
        "jpeg" -> ImageFormat.Jpeg
        "png" -> ImageFormat.Png
        "webp" -> ImageFormat.Webp
        "auto" -> ImageFormat.Auto
        "preserve" -> ImageFormat.Preserve
        else -> ImageFormat.Unknown(text)
    }

fun imageQuality(text: String) =
    when (text) {
        "normal" -> ImageQuality.Normal
        "better" -> ImageQuality.Better
        "best" -> ImageQuality.Best
        "lighter" -> ImageQuality.Lighter
        "lightest" -> ImageQuality.Lightest
        "smart" -> ImageQuality.Smart
        "smart_retina" -> ImageQuality.SmartRetina
        else -> ImageQuality.Unknown(text)
    }

fun jobState(text: String) =
    when (text) {
        "pending" -> JobState.Pending
        "processing" -> JobState.Processing
        "finished" -> JobState.Finished
        "failed" -> JobState.Failed
        "cancelled" -> JobState.Cancelled
        else -> JobState.Unknown(text)
    }

fun onLost(text: String) =
    when (text) {
        "restart" -> OnLost.Restart
        "fail" -> OnLost.Fail
        else -> OnLost.Unknown(text)
    }

fun removeBackgroundChannels(text: String) =
    when (text) {
        "rgba" -> RemoveBackgroundChannels.Rgba
        "alpha" -> RemoveBackgroundChannels.Alpha
        else -> RemoveBackgroundChannels.Unknown(text)
    }

fun removeBackgroundType(text: String) =
    when (text) {
        "auto" -> RemoveBackgroundType.Auto
        "person" -> RemoveBackgroundType.Person
        "product" -> RemoveBackgroundType.Product
        "car" -> RemoveBackgroundType.Car
        else -> RemoveBackgroundType.Unknown(text)
    }

fun removeBackgroundTypeLevel(text: String) =
    when (text) {
        "none" -> RemoveBackgroundTypeLevel.Off
        "1" -> RemoveBackgroundTypeLevel.Coarse
        "2" -> RemoveBackgroundTypeLevel.Fine
        "latest" -> RemoveBackgroundTypeLevel.Latest
        else -> RemoveBackgroundTypeLevel.Unknown(text)
    }

fun scaleCropFocus(text: String) =
    when (text) {
        "center" -> ScaleCropFocus.Center
        "smart" -> ScaleCropFocus.Smart
        "smart_faces_objects" -> ScaleCropFocus.SmartFacesObjects
        "smart_faces_points" -> ScaleCropFocus.SmartFacesPoints
        "smart_objects_faces_points" -> ScaleCropFocus.SmartObjectsFacesPoints
        "smart_objects_faces" -> ScaleCropFocus.SmartObjectsFaces
        "smart_objects_points" -> ScaleCropFocus.SmartObjectsPoints
        "smart_points" -> ScaleCropFocus.SmartPoints
        "smart_objects" -> ScaleCropFocus.SmartObjects
        "smart_faces" -> ScaleCropFocus.SmartFaces
        else -> ScaleCropFocus.Unknown(text)
    }

fun searchSort(text: String) =
    when (text) {
        "score" -> SearchSort.Score
        "-score" -> SearchSort.ScoreDescending
        "datetime_uploaded" -> SearchSort.DatetimeUploaded
        "-datetime_uploaded" -> SearchSort.DatetimeUploadedDescending
        "size" -> SearchSort.Size
        "-size" -> SearchSort.SizeDescending
        "original_filename" -> SearchSort.OriginalFilename
        "-original_filename" -> SearchSort.OriginalFilenameDescending
        else -> SearchSort.Unknown(text)
    }

fun srgbMode(text: String) =
    when (text) {
        "fast" -> SrgbMode.Fast
        "icc" -> SrgbMode.Icc
        "keep_profile" -> SrgbMode.KeepProfile
        else -> SrgbMode.Unknown(text)
    }

fun stretchMode(text: String) =
    when (text) {
        "on" -> StretchMode.On
        "off" -> StretchMode.Off
        "fill" -> StretchMode.Fill
        else -> StretchMode.Unknown(text)
    }

fun stripMeta(text: String) =
    when (text) {
        "all" -> StripMeta.All
        "none" -> StripMeta.None
        "sensitive" -> StripMeta.Sensitive
        else -> StripMeta.Unknown(text)
    }

fun textBoxMode(text: String) =
    when (text) {
        "none" -> TextBoxMode.None
        "fit" -> TextBoxMode.Fit
        "line" -> TextBoxMode.Line
        "fill" -> TextBoxMode.Fill
        else -> TextBoxMode.Unknown(text)
    }

fun uploadAuth(text: String) =
    when (text) {
        "token" -> UploadAuth.Token
        "signature" -> UploadAuth.Signature
        "none" -> UploadAuth.Nothing
        else -> UploadAuth.Unknown(text)
    }

fun usageMetric(text: String) =
    when (text) {
        "traffic" -> UsageMetric.Traffic
        "storage" -> UsageMetric.Storage
        "operations" -> UsageMetric.Operations
        else -> UsageMetric.Unknown(text)
    }

fun verticalAlignment(text: String) =
    when (text) {
        "top" -> VerticalAlignment.Top
        "center" -> VerticalAlignment.Center
        "bottom" -> VerticalAlignment.Bottom
        else -> VerticalAlignment.Unknown(text)
    }

fun videoFormat(text: String) =
    when (text) {
        "mp4" -> VideoFormat.Mp4
        "webm" -> VideoFormat.Webm
        "ogg" -> VideoFormat.Ogg
        else -> VideoFormat.Unknown(text)
    }

fun videoQuality(text: String) =
    when (text) {
        "normal" -> VideoQuality.Normal
        "better" -> VideoQuality.Better
        "best" -> VideoQuality.Best
        "lighter" -> VideoQuality.Lighter
        "lightest" -> VideoQuality.Lightest
        else -> VideoQuality.Unknown(text)
    }

fun videoResizeMode(text: String) =
    when (text) {
        "preserve_ratio" -> VideoResizeMode.PreserveRatio
        "change_ratio" -> VideoResizeMode.ChangeRatio
        "scale_crop" -> VideoResizeMode.ScaleCrop
        "add_padding" -> VideoResizeMode.AddPadding
        else -> VideoResizeMode.Unknown(text)
    }

fun webhookEvent(text: String) =
    when (text) {
        "file.uploaded" -> WebhookEvent.FileUploaded
        "file.infected" -> WebhookEvent.FileInfected
        "file.stored" -> WebhookEvent.FileStored
        "file.deleted" -> WebhookEvent.FileDeleted
        "file.info_updated" -> WebhookEvent.FileInfoUpdated
        else -> WebhookEvent.Unknown(text)
    }

fun webhookInitiatorType(text: String) =
    when (text) {
        "api" -> WebhookInitiatorType.Api
        "system" -> WebhookInitiatorType.System
        "addon" -> WebhookInitiatorType.Addon
        else -> WebhookInitiatorType.Unknown(text)
    }
