// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

package com.uploadcare.sdk

import com.uploadcare.sdk.model.Color
import com.uploadcare.sdk.model.DeliveryHosts
import com.uploadcare.sdk.model.DeliveryInfo
import com.uploadcare.sdk.model.DeliveryInfoOptions
import com.uploadcare.sdk.model.DeliveryUrl
import com.uploadcare.sdk.model.DeliveryUrlOptions
import com.uploadcare.sdk.model.Face
import com.uploadcare.sdk.model.FileInfo
import com.uploadcare.sdk.model.GifToVideoOptions
import com.uploadcare.sdk.model.GroupInfo
import com.uploadcare.sdk.model.GroupUrlOptions
import com.uploadcare.sdk.model.MainColorsOptions
import com.uploadcare.sdk.model.ProxyUrlOptions
import com.uploadcare.sdk.model.SignUrlOptions
import com.uploadcare.sdk.model.SignedUrl
import com.uploadcare.sdk.model.SrcsetOptions
import com.uploadcare.sdk.model.UploadGroupInfo
import com.uploadcare.sdk.model.UploadedFile
import com.uploadcare.sdk.model.VerifyUrlOptions
import java.util.UUID

/**
 * Delivery of files: URLs, operations on images, signatures, downloads (URL API).
 *
 * A file is given as text (its UUID, or its URL on the CDN), as [UUID], or as what a list or an upload gave.
 *
 * A group is given as text (its identifier, or its URL on the CDN), or as what a list or an upload gave.
 */
public abstract class DeliveryOperations internal constructor(
    internal val connection: Connection,
) {
    /**
     * The URL of a file, or of what operations make of it. Nothing is sent.
     *
     * Reference: URL API.
     *
     * @param file the file (UUID or CDN URL).
     * @param options operations, and a name.
     * @return the URL.
     * @throws InvalidParameterException for what is no file, no operations or no file name.
     */
    public fun url(
        file: String,
        options: DeliveryUrlOptions = DeliveryUrlOptions(),
    ): String = connection.now { it.deliveryUrl(file, options) }

    /** As [url], by [UUID]. */
    public fun url(
        file: UUID,
        options: DeliveryUrlOptions = DeliveryUrlOptions(),
    ): String = url(file.toString(), options)

    /** As [url], by [FileInfo]. */
    public fun url(
        file: FileInfo,
        options: DeliveryUrlOptions = DeliveryUrlOptions(),
    ): String = url(file.uuid, options)

    /** As [url], by [UploadedFile]. */
    public fun url(
        file: UploadedFile,
        options: DeliveryUrlOptions = DeliveryUrlOptions(),
    ): String = url(file.uuid, options)

    /**
     * The URL of a group: a page, one of its files or an archive. Nothing is sent.
     *
     * Reference: URL API, File groups.
     *
     * @param group the group (identifier or CDN URL).
     * @param options what of the group.
     * @return the URL.
     * @throws InvalidParameterException for what is no group, a file that it does not have, or options that exclude
     *   each other.
     */
    public fun groupUrl(
        group: String,
        options: GroupUrlOptions = GroupUrlOptions(),
    ): String = connection.now { it.deliveryGroupUrl(group, options) }

    /** As [groupUrl], by [GroupInfo]. */
    public fun groupUrl(
        group: GroupInfo,
        options: GroupUrlOptions = GroupUrlOptions(),
    ): String = groupUrl(group.id, options)

    /** As [groupUrl], by [UploadGroupInfo]. */
    public fun groupUrl(
        group: UploadGroupInfo,
        options: GroupUrlOptions = GroupUrlOptions(),
    ): String = groupUrl(group.id, options)

    /**
     * The URL of an animation as a video. Nothing is sent.
     *
     * Reference: URL API, GIF to video.
     *
     * @param file an animated GIF (UUID or CDN URL).
     * @param options format, quality and size.
     * @return the URL.
     * @throws InvalidParameterException for what is no file, or an operation that a video cannot have.
     */
    public fun gifToVideoUrl(
        file: String,
        options: GifToVideoOptions = GifToVideoOptions(),
    ): String = connection.now { it.deliveryGifToVideoUrl(file, options) }

    /** As [gifToVideoUrl], by [UUID]. */
    public fun gifToVideoUrl(
        file: UUID,
        options: GifToVideoOptions = GifToVideoOptions(),
    ): String = gifToVideoUrl(file.toString(), options)

    /** As [gifToVideoUrl], by [FileInfo]. */
    public fun gifToVideoUrl(
        file: FileInfo,
        options: GifToVideoOptions = GifToVideoOptions(),
    ): String = gifToVideoUrl(file.uuid, options)

    /** As [gifToVideoUrl], by [UploadedFile]. */
    public fun gifToVideoUrl(
        file: UploadedFile,
        options: GifToVideoOptions = GifToVideoOptions(),
    ): String = gifToVideoUrl(file.uuid, options)

    /**
     * The URL that tells where there are faces in an image. Nothing is sent; see `faces` for what it tells.
     *
     * Reference: URL API, Face detection.
     *
     * @param file the image (UUID or CDN URL).
     * @return the URL.
     * @throws InvalidParameterException for what is no file.
     */
    public fun faceDetectionUrl(file: String): String = connection.now { it.deliveryFaceDetectionUrl(file) }

    /** As [faceDetectionUrl], by [UUID]. */
    public fun faceDetectionUrl(file: UUID): String = faceDetectionUrl(file.toString())

    /** As [faceDetectionUrl], by [FileInfo]. */
    public fun faceDetectionUrl(file: FileInfo): String = faceDetectionUrl(file.uuid)

    /** As [faceDetectionUrl], by [UploadedFile]. */
    public fun faceDetectionUrl(file: UploadedFile): String = faceDetectionUrl(file.uuid)

    /**
     * The URL of an image from elsewhere that the proxy fetches and changes. Nothing is sent. The domain of the image
     * must be on the list of the project.
     *
     * Reference: Delivery, Proxy.
     *
     * @param sourceUrl `http` or `https` URL of the image.
     * @param options operations.
     * @return the URL.
     * @throws InvalidParameterException for what is no such URL.
     */
    public fun proxyUrl(
        sourceUrl: String,
        options: ProxyUrlOptions = ProxyUrlOptions(),
    ): String = connection.now { it.deliveryProxyUrl(sourceUrl, options) }

    /**
     * The attribute `srcset` of an HTML image: the image in several sizes, of which a browser takes one. Nothing is
     * sent.
     *
     * Reference: URL API, Resize, crop: resize.
     *
     * @param file the image (UUID or CDN URL).
     * @param options the sizes.
     * @return the attribute's value.
     * @throws InvalidParameterException for what is no file, or a width out of its range.
     */
    public fun srcset(
        file: String,
        options: SrcsetOptions = SrcsetOptions(),
    ): String = connection.now { it.deliverySrcset(file, options) }

    /** As [srcset], by [UUID]. */
    public fun srcset(
        file: UUID,
        options: SrcsetOptions = SrcsetOptions(),
    ): String = srcset(file.toString(), options)

    /** As [srcset], by [FileInfo]. */
    public fun srcset(
        file: FileInfo,
        options: SrcsetOptions = SrcsetOptions(),
    ): String = srcset(file.uuid, options)

    /** As [srcset], by [UploadedFile]. */
    public fun srcset(
        file: UploadedFile,
        options: SrcsetOptions = SrcsetOptions(),
    ): String = srcset(file.uuid, options)

    /**
     * Takes a delivery URL apart. Nothing is sent.
     *
     * Reference: URL API.
     *
     * @param url a URL on the CDN base of the client or a host of the service, or the path of one.
     * @return its parts.
     * @throws InvalidParameterException for what is no delivery URL, or on another host.
     */
    public fun parseUrl(url: String): DeliveryUrl = connection.now { it.deliveryParseUrl(url) }

    /**
     * The same URL on the CDN base of this client: for URLs of answers, which name a host of their own. Nothing is
     * sent.
     *
     * Reference: Delivery, CDN.
     *
     * @param url a URL on the CDN base of the client or a host of the service.
     * @return the URL.
     * @throws InvalidParameterException for what is no URL, or on another host.
     */
    public fun rewriteUrl(url: String): String = connection.now { it.deliveryRewriteUrl(url) }

    /**
     * The hosts that files of the project are delivered from. Nothing is sent.
     *
     * Reference: Delivery, CDN.
     *
     * @return the hosts, and what they begin with.
     */
    public fun hosts(): DeliveryHosts = connection.now { it.deliveryHosts() }

    /**
     * A URL with a token that opens it for a while, made with the first of the client's `deliverySecrets`. A URL on the
     * project's own host gets the host for signed URLs. Nothing is sent.
     *
     * Reference: Secure delivery, Signed URLs.
     *
     * @param url a URL on the CDN base of the client or a host of the service; a token that it has is left out.
     * @param options what the token opens, and for how long.
     * @return the URL.
     * @throws ConfigurationException without a secret.
     * @throws InvalidParameterException for a URL on another host, a time that is over, or paths that do not cover the
     *   URL.
     */
    public fun signedUrl(
        url: String,
        options: SignUrlOptions = SignUrlOptions(),
    ): String = connection.now { it.deliverySignedUrl(url, options) }

    /**
     * Finds out whether the token of a signed URL is genuine and still opens it, with each of the client's
     * `deliverySecrets`. Nothing is sent.
     *
     * Reference: Secure delivery, Signed URLs.
     *
     * @param url the URL.
     * @param options how to look at it.
     * @return what its token opens, and until when.
     * @throws InvalidSignatureException saying why, if it is not.
     * @throws ConfigurationException without a secret.
     * @throws InvalidParameterException for a URL on another host.
     */
    public fun verifySignedUrl(
        url: String,
        options: VerifyUrlOptions = VerifyUrlOptions(),
    ): SignedUrl = connection.now { it.deliveryVerifySignedUrl(url, options) }

    /**
     * Gets facts of an image from the CDN: its size, format, colours and what the camera has told.
     *
     * Reference: URL API, File information.
     *
     * @param file the image; of a file that is none there is little to tell (UUID or CDN URL).
     * @param options operations before it is looked at.
     * @throws InvalidParameterException for what is no file or no operations.
     * @throws NotFoundException if there is no such file.
     * @throws ForbiddenException if the project demands signed URLs and the client has no secret for them.
     */
    public suspend fun info(
        file: String,
        options: DeliveryInfoOptions = DeliveryInfoOptions(),
    ): DeliveryInfo = connection.call { it.deliveryInfo(file, options, cancel) }

    /** As [info], by [UUID]. */
    public suspend fun info(
        file: UUID,
        options: DeliveryInfoOptions = DeliveryInfoOptions(),
    ): DeliveryInfo = info(file.toString(), options)

    /** As [info], by [FileInfo]. */
    public suspend fun info(
        file: FileInfo,
        options: DeliveryInfoOptions = DeliveryInfoOptions(),
    ): DeliveryInfo = info(file.uuid, options)

    /** As [info], by [UploadedFile]. */
    public suspend fun info(
        file: UploadedFile,
        options: DeliveryInfoOptions = DeliveryInfoOptions(),
    ): DeliveryInfo = info(file.uuid, options)

    /**
     * Finds faces in an image.
     *
     * Reference: URL API, Face detection.
     *
     * @param file the image (UUID or CDN URL).
     * @return a box around each face, in pixels of the original.
     * @throws InvalidParameterException for what is no file.
     * @throws RejectedException if it is no image.
     * @throws NotFoundException if there is no such file.
     */
    public suspend fun faces(file: String): List<Face> = connection.call { it.deliveryFaces(file, cancel) }

    /** As [faces], by [UUID]. */
    public suspend fun faces(file: UUID): List<Face> = faces(file.toString())

    /** As [faces], by [FileInfo]. */
    public suspend fun faces(file: FileInfo): List<Face> = faces(file.uuid)

    /** As [faces], by [UploadedFile]. */
    public suspend fun faces(file: UploadedFile): List<Face> = faces(file.uuid)

    /**
     * Finds the colours of which there is most in an image.
     *
     * Reference: URL API, Color recognition.
     *
     * @param file the image (UUID or CDN URL).
     * @param options how many, and operations before it is looked at.
     * @return the colours, most first.
     * @throws InvalidParameterException for what is no file, or a number out of its range.
     * @throws RejectedException if it is no image.
     * @throws NotFoundException if there is no such file.
     */
    public suspend fun mainColors(
        file: String,
        options: MainColorsOptions = MainColorsOptions(),
    ): List<Color> = connection.call { it.deliveryMainColors(file, options, cancel) }

    /** As [mainColors], by [UUID]. */
    public suspend fun mainColors(
        file: UUID,
        options: MainColorsOptions = MainColorsOptions(),
    ): List<Color> = mainColors(file.toString(), options)

    /** As [mainColors], by [FileInfo]. */
    public suspend fun mainColors(
        file: FileInfo,
        options: MainColorsOptions = MainColorsOptions(),
    ): List<Color> = mainColors(file.uuid, options)

    /** As [mainColors], by [UploadedFile]. */
    public suspend fun mainColors(
        file: UploadedFile,
        options: MainColorsOptions = MainColorsOptions(),
    ): List<Color> = mainColors(file.uuid, options)
}
