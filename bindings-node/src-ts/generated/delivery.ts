// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import type { NativeClient } from '../../native/generated/index.js';
import type {
  Color,
  DeliveryHosts,
  DeliveryInfo,
  DeliveryInfoOptions,
  DeliveryUrl,
  DeliveryUrlOptions,
  Face,
  GifToVideoOptions,
  GroupUrlOptions,
  MainColorsOptions,
  ProxyUrlOptions,
  SignedUrl,
  SignUrlOptions,
  SrcsetOptions,
  VerifyUrlOptions,
} from '../../native/generated/models.js';
import {
  type CallOptions,
  call,
  callNow,
  checkOptions,
  checkText,
  checkWholes,
  parsed,
} from '../call.js';
import { type FileReference, fileText, type GroupReference, groupText } from '../reference.js';

/** Delivery of files: URLs, operations on images, signatures, downloads (URL API). */
export class DeliveryOperations {
  readonly #native: NativeClient;

  /** @internal */
  constructor(native: NativeClient) {
    this.#native = native;
  }

  /**
   * The URL of a file, or of what operations make of it. Nothing is sent.
   *
   * Reference: URL API.
   *
   * @param file The file.
   * @param options Operations, and a name.
   * @returns The URL.
   * @throws {InvalidParameterError} For what is no file, no operations or no file name.
   */
  url(file: FileReference, options: DeliveryUrlOptions = {}): string {
    return callNow(this.url, () => {
      checkOptions(options);
      const json = this.#native.deliveryUrl(fileText('file', file), options);
      return parsed<string>(json);
    });
  }

  /**
   * The URL of a group: a page, one of its files or an archive. Nothing is sent.
   *
   * Reference: URL API, File groups.
   *
   * @param group The group.
   * @param options What of the group.
   * @returns The URL.
   * @throws {InvalidParameterError} For what is no group, a file that it does not have, or options
   * that exclude each other.
   */
  groupUrl(group: GroupReference, options: GroupUrlOptions = {}): string {
    return callNow(this.groupUrl, () => {
      checkOptions(options);
      checkWholes(options, ['index']);
      const json = this.#native.deliveryGroupUrl(groupText('group', group), options);
      return parsed<string>(json);
    });
  }

  /**
   * The URL of an animation as a video. Nothing is sent.
   *
   * Reference: URL API, GIF to video.
   *
   * @param file An animated GIF.
   * @param options Format, quality and size.
   * @returns The URL.
   * @throws {InvalidParameterError} For what is no file, or an operation that a video cannot have.
   */
  gifToVideoUrl(file: FileReference, options: GifToVideoOptions = {}): string {
    return callNow(this.gifToVideoUrl, () => {
      checkOptions(options);
      const json = this.#native.deliveryGifToVideoUrl(fileText('file', file), options);
      return parsed<string>(json);
    });
  }

  /**
   * The URL that tells where there are faces in an image. Nothing is sent; see `faces` for what it
   * tells.
   *
   * Reference: URL API, Face detection.
   *
   * @param file The image.
   * @returns The URL.
   * @throws {InvalidParameterError} For what is no file.
   */
  faceDetectionUrl(file: FileReference): string {
    return callNow(this.faceDetectionUrl, () => {
      const json = this.#native.deliveryFaceDetectionUrl(fileText('file', file));
      return parsed<string>(json);
    });
  }

  /**
   * The URL of an image from elsewhere that the proxy fetches and changes. Nothing is sent. The
   * domain of the image must be on the list of the project.
   *
   * Reference: Delivery, Proxy.
   *
   * @param sourceUrl `http` or `https` URL of the image.
   * @param options Operations.
   * @returns The URL.
   * @throws {InvalidParameterError} For what is no such URL.
   */
  proxyUrl(sourceUrl: string, options: ProxyUrlOptions = {}): string {
    return callNow(this.proxyUrl, () => {
      checkOptions(options);
      checkText('sourceUrl', sourceUrl);
      const json = this.#native.deliveryProxyUrl(sourceUrl, options);
      return parsed<string>(json);
    });
  }

  /**
   * The attribute `srcset` of an HTML image: the image in several sizes, of which a browser takes
   * one. Nothing is sent.
   *
   * Reference: URL API, Resize, crop: resize.
   *
   * @param file The image.
   * @param options The sizes.
   * @returns The attribute's value.
   * @throws {InvalidParameterError} For what is no file, or a width out of its range.
   */
  srcset(file: FileReference, options: SrcsetOptions = {}): string {
    return callNow(this.srcset, () => {
      checkOptions(options);
      checkWholes(options, ['widths', 'width']);
      const json = this.#native.deliverySrcset(fileText('file', file), options);
      return parsed<string>(json);
    });
  }

  /**
   * Takes a delivery URL apart. Nothing is sent.
   *
   * Reference: URL API.
   *
   * @param url A URL on the CDN base of the client or a host of the service, or the path of one.
   * @returns Its parts.
   * @throws {InvalidParameterError} For what is no delivery URL, or on another host.
   */
  parseUrl(url: string): DeliveryUrl {
    return callNow(this.parseUrl, () => {
      checkText('url', url);
      const json = this.#native.deliveryParseUrl(url);
      return parsed<DeliveryUrl>(json, ['query']);
    });
  }

  /**
   * The same URL on the CDN base of this client: for URLs of answers, which name a host of their
   * own. Nothing is sent.
   *
   * Reference: Delivery, CDN.
   *
   * @param url A URL on the CDN base of the client or a host of the service.
   * @returns The URL.
   * @throws {InvalidParameterError} For what is no URL, or on another host.
   */
  rewriteUrl(url: string): string {
    return callNow(this.rewriteUrl, () => {
      checkText('url', url);
      const json = this.#native.deliveryRewriteUrl(url);
      return parsed<string>(json);
    });
  }

  /**
   * The hosts that files of the project are delivered from. Nothing is sent.
   *
   * Reference: Delivery, CDN.
   *
   * @returns The hosts, and what they begin with.
   */
  hosts(): DeliveryHosts {
    return callNow(this.hosts, () => {
      const json = this.#native.deliveryHosts();
      return parsed<DeliveryHosts>(json);
    });
  }

  /**
   * A URL with a token that opens it for a while, made with the first of the client's
   * `deliverySecrets`. A URL on the project's own host gets the host for signed URLs. Nothing is
   * sent.
   *
   * Reference: Secure delivery, Signed URLs.
   *
   * @param url A URL on the CDN base of the client or a host of the service; a token that it has is
   * left out.
   * @param options What the token opens, and for how long.
   * @returns The URL.
   * @throws {ConfigurationError} Without a secret.
   * @throws {InvalidParameterError} For a URL on another host, a time that is over, or paths that
   * do not cover the URL.
   */
  signedUrl(url: string, options: SignUrlOptions = {}): string {
    return callNow(this.signedUrl, () => {
      checkOptions(options);
      checkText('url', url);
      checkWholes(options, ['lifetime']);
      const json = this.#native.deliverySignedUrl(url, options);
      return parsed<string>(json);
    });
  }

  /**
   * Finds out whether the token of a signed URL is genuine and still opens it, with each of the
   * client's `deliverySecrets`. Nothing is sent.
   *
   * Reference: Secure delivery, Signed URLs.
   *
   * @param url The URL.
   * @param options How to look at it.
   * @returns What its token opens, and until when.
   * @throws {InvalidSignatureError} Saying why, if it is not.
   * @throws {ConfigurationError} Without a secret.
   * @throws {InvalidParameterError} For a URL on another host.
   */
  verifySignedUrl(url: string, options: VerifyUrlOptions = {}): SignedUrl {
    return callNow(this.verifySignedUrl, () => {
      checkOptions(options);
      checkText('url', url);
      const json = this.#native.deliveryVerifySignedUrl(url, options);
      return parsed<SignedUrl>(json);
    });
  }

  /**
   * Gets facts of an image from the CDN: its size, format, colours and what the camera has told.
   *
   * Reference: URL API, File information.
   *
   * @param file The image; of a file that is none there is little to tell.
   * @param options Operations before it is looked at.
   * @throws {InvalidParameterError} For what is no file or no operations.
   * @throws {NotFoundError} If there is no such file.
   * @throws {ForbiddenError} If the project demands signed URLs and the client has no secret for
   * them.
   */
  info(
    file: FileReference,
    options: DeliveryInfoOptions & CallOptions = {},
  ): Promise<DeliveryInfo> {
    return call(this.#native, this.info, options, async (cancel) => {
      const json = await this.#native.deliveryInfo(fileText('file', file), options, cancel);
      return parsed<DeliveryInfo>(json);
    });
  }

  /**
   * Finds faces in an image.
   *
   * Reference: URL API, Face detection.
   *
   * @param file The image.
   * @returns A box around each face, in pixels of the original.
   * @throws {InvalidParameterError} For what is no file.
   * @throws {RejectedError} If it is no image.
   * @throws {NotFoundError} If there is no such file.
   */
  faces(file: FileReference, options: CallOptions = {}): Promise<Face[]> {
    return call(this.#native, this.faces, options, async (cancel) => {
      const json = await this.#native.deliveryFaces(fileText('file', file), cancel);
      return parsed<Face[]>(json);
    });
  }

  /**
   * Finds the colours of which there is most in an image.
   *
   * Reference: URL API, Color recognition.
   *
   * @param file The image.
   * @param options How many, and operations before it is looked at.
   * @returns The colours, most first.
   * @throws {InvalidParameterError} For what is no file, or a number out of its range.
   * @throws {RejectedError} If it is no image.
   * @throws {NotFoundError} If there is no such file.
   */
  mainColors(file: FileReference, options: MainColorsOptions & CallOptions = {}): Promise<Color[]> {
    return call(this.#native, this.mainColors, options, async (cancel) => {
      checkWholes(options, ['count']);
      const json = await this.#native.deliveryMainColors(fileText('file', file), options, cancel);
      return parsed<Color[]>(json);
    });
  }
}
