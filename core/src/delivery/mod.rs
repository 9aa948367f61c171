//! Delivery of files: URLs, operations on images, signatures, downloads (URL API).

mod download;
mod info;
mod length;
mod options;
mod signing;
mod transformation;
mod url;

pub use self::url::{ArchiveFormat, DeliveryKind, DeliveryOperation, DeliveryUrl};
pub use download::{
    Download, DownloadInfo, DownloadOptions, DownloadProgress, DownloadStream, DownloadedFile,
    SaveOptions,
};
pub use info::{Color, DeliveryInfo, Face};
pub use length::{Length, NotALength};
pub use options::*;
pub use signing::{DeliveryTokenKind, SignUrlOptions, SignedUrl, VerifyUrlOptions};
pub use transformation::Transformation;

use crate::{
    client::Client,
    error::{Error, Result, check_known, check_range, quoted},
    hosts::{self, cdn_prefix, project_base},
    reference::{FileReference, GroupReference},
};
use ::url::{Position, Url};
use uploadcare_macros::{model, open_enum, operations, options};

/// Widths of images for screens of all sizes.
const WIDTHS: [i64; 6] = [320, 640, 960, 1280, 1920, 2560];

/// Most candidates of a `srcset`.
const MOST_CANDIDATES: usize = 100;

/// What of an animation can be changed when it becomes a video.
const VIDEO_OPERATIONS: [&str; 4] = ["preview", "resize", "crop", "scale_crop"];

/// What the URL of a file is to give.
#[options]
pub struct DeliveryUrlOptions {
    /// Operations on the image. Default: none, the original.
    pub transformation: Option<Transformation>,
    /// Name that the file is presented under.
    pub filename: Option<String>,
}

/// What the URL of a group is to give: by default a page that lists its files.
#[options]
pub struct GroupUrlOptions {
    /// One file of the group, from 0. Not beside `archive`.
    pub index: Option<i64>,
    /// All files in one archive of this format. Not beside `index`.
    pub archive: Option<ArchiveFormat>,
    /// Operations on the image. Only beside `index`.
    pub transformation: Option<Transformation>,
    /// Name that the file or the archive is presented under. Only beside one of them.
    pub filename: Option<String>,
}

/// What an animation becomes.
#[options]
pub struct GifToVideoOptions {
    /// Format of the video. Default `mp4`.
    pub format: Option<GifVideoFormat>,
    /// How much the video is compressed. Default `normal`.
    pub quality: Option<GifVideoQuality>,
    /// Operations; of all there are only `preview`, `resize`, `crop` and `scale_crop`.
    pub transformation: Option<Transformation>,
    /// Name that the video is presented under.
    pub filename: Option<String>,
}

/// What the proxy does with an image from elsewhere.
#[options]
pub struct ProxyUrlOptions {
    /// Operations on the image. Default: none.
    pub transformation: Option<Transformation>,
}

/// For which screens there are images.
#[options]
pub struct SrcsetOptions {
    /// Widths in pixels, 1 to 16384 each, 1 to 100 of them. Default 320, 640, 960, 1280, 1920, 2560. Not beside `width`.
    pub widths: Option<Vec<i64>>,
    /// One width in pixels on a usual screen, 1 to 5461; screens of double and triple density get more.
    pub width: Option<i64>,
    /// Operations before each image is resized. Default: none.
    pub transformation: Option<Transformation>,
    /// Name that the images are presented under.
    pub filename: Option<String>,
}

/// Of what the facts are told.
#[options]
pub struct DeliveryInfoOptions {
    /// Operations on the image before it is looked at. Default: none.
    pub transformation: Option<Transformation>,
}

/// Which colours are told.
#[options]
pub struct MainColorsOptions {
    /// How many: 1 to 256. Default 5.
    pub count: Option<i64>,
    /// Operations on the image before it is looked at. Default: none.
    pub transformation: Option<Transformation>,
}

/// Format of a video that was an animation.
#[open_enum]
pub enum GifVideoFormat {
    /// MP4.
    Mp4,
    /// WebM.
    Webm,
}

/// How much a video that was an animation is compressed.
#[open_enum]
pub enum GifVideoQuality {
    /// As most need it.
    Normal,
    /// Somewhat larger, somewhat better.
    Better,
    /// Best to look at, largest.
    Best,
    /// Somewhat smaller.
    Lighter,
    /// Smallest.
    Lightest,
}

/// Where files of a project are delivered from (Delivery: CDN).
#[model(closed)]
pub struct DeliveryHosts {
    /// What the hosts of the project begin with, such as `1s4oyld5dc`.
    pub prefix: String,
    /// Base of the URLs that this client makes.
    pub base: String,
    /// Base of the project's own host.
    pub project_base: String,
    /// Base of the project's host for signed URLs.
    pub signed_base: String,
    /// Base of the host of all projects; newer projects are not served from it.
    pub shared_base: String,
}

/// Delivery of files: URLs, operations on images, signatures, downloads (URL API).
#[derive(Debug, Clone)]
pub struct Delivery {
    client: Client,
}

#[operations]
impl Delivery {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// The URL of a file, or of what operations make of it. Nothing is sent.
    ///
    /// `file`: the file.
    /// `options`: operations, and a name.
    /// Returns: the URL.
    /// Errors: `invalid_parameter` for what is no file, no operations or no file name.
    /// Reference: URL API.
    pub fn url(
        &self,
        file: impl Into<FileReference>,
        options: DeliveryUrlOptions,
    ) -> Result<String> {
        let url = self.of_file(DeliveryKind::File, file.into())?;
        let url = url.with_operations("transformation", options.transformation.as_ref())?;
        Ok(url.with_filename(options.filename)?.to_string())
    }

    /// The URL of a group: a page, one of its files or an archive. Nothing is sent.
    ///
    /// `group`: the group.
    /// `options`: what of the group.
    /// Returns: the URL.
    /// Errors: `invalid_parameter` for what is no group, a file that it does not have, or options that exclude each
    /// other.
    /// Reference: URL API, File groups.
    pub fn group_url(
        &self,
        group: impl Into<GroupReference>,
        options: GroupUrlOptions,
    ) -> Result<String> {
        let id = group.into().id("group")?;
        let mut url = DeliveryUrl::new(DeliveryKind::Group, self.client.cdn_base());
        match (options.index, &options.archive) {
            (Some(_), Some(_)) => {
                return Err(Error::parameter("index", "must not be given beside `archive`"));
            }
            (Some(index), None) => {
                let count = id.rsplit('~').next().and_then(|count| count.parse().ok()).unwrap_or(1);
                check_range("index", index, 0, count - 1)?;
                url.kind = DeliveryKind::GroupFile;
                url.index = Some(index);
            }
            (None, Some(archive)) => {
                check_known("archive", archive.as_str(), ArchiveFormat::KNOWN)?;
                url.kind = DeliveryKind::Archive;
                url.archive = Some(archive.clone());
            }
            (None, None) if options.filename.is_some() => {
                return Err(Error::parameter(
                    "filename",
                    "must be given beside `index` or `archive`",
                ));
            }
            (None, None) => {}
        }
        if options.transformation.is_some() && options.index.is_none() {
            return Err(Error::parameter("transformation", "must be given beside `index`"));
        }
        url.group = Some(id);
        let url = url.with_operations("transformation", options.transformation.as_ref())?;
        Ok(url.with_filename(options.filename)?.to_string())
    }

    /// The URL of an animation as a video. Nothing is sent.
    ///
    /// `file`: an animated GIF.
    /// `options`: format, quality and size.
    /// Returns: the URL.
    /// Errors: `invalid_parameter` for what is no file, or an operation that a video cannot have.
    /// Reference: URL API, GIF to video.
    pub fn gif_to_video_url(
        &self,
        file: impl Into<FileReference>,
        options: GifToVideoOptions,
    ) -> Result<String> {
        let mut transformation = Transformation::new();
        if let Some(format) = &options.format {
            check_known("format", format.as_str(), GifVideoFormat::KNOWN)?;
            transformation = transformation.raw(&format!("format/{format}"))?;
        }
        if let Some(quality) = &options.quality {
            check_known("quality", quality.as_str(), GifVideoQuality::KNOWN)?;
            transformation = transformation.raw(&format!("quality/{quality}"))?;
        }
        if let Some(rest) = options.transformation.filter(|rest| !rest.is_empty()) {
            transformation = transformation.raw(&rest.checked("transformation")?)?;
        }
        let url = self.of_file(DeliveryKind::GifToVideo, file.into())?;
        let url = url.with_operations("transformation", Some(&transformation))?;
        let allowed =
            |name: &str| matches!(name, "format" | "quality") || VIDEO_OPERATIONS.contains(&name);
        if let Some(wrong) = url.operations.iter().find(|operation| !allowed(&operation.name)) {
            return Err(Error::parameter(
                "transformation",
                format_args!("must be of {}, not {}", VIDEO_OPERATIONS.join(", "), wrong.name),
            ));
        }
        Ok(url.with_filename(options.filename)?.to_string())
    }

    /// The URL that tells where there are faces in an image. Nothing is sent; see `faces` for what it tells.
    ///
    /// `file`: the image.
    /// Returns: the URL.
    /// Errors: `invalid_parameter` for what is no file.
    /// Reference: URL API, Face detection.
    pub fn face_detection_url(&self, file: impl Into<FileReference>) -> Result<String> {
        Ok(self.of_file(DeliveryKind::FaceDetection, file.into())?.to_string())
    }

    /// The URL of an image from elsewhere that the proxy fetches and changes. Nothing is sent. The domain of the
    /// image must be on the list of the project.
    ///
    /// `source_url`: `http` or `https` URL of the image.
    /// `options`: operations.
    /// Returns: the URL.
    /// Errors: `invalid_parameter` for what is no such URL.
    /// Reference: Delivery, Proxy.
    pub fn proxy_url(&self, source_url: &str, options: ProxyUrlOptions) -> Result<String> {
        let source = Url::parse(source_url)
            .ok()
            .filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
        let source = source.ok_or_else(|| {
            Error::parameter(
                "source_url",
                format_args!("must be an http or https URL, not {}", quoted(source_url)),
            )
        })?;
        let base = format!("https://{}.ucr.io/", self.client.public_key());
        let mut url = DeliveryUrl::new(DeliveryKind::Proxy, base);
        // A query or fragment would be one of the proxy's URL.
        url.source_url = Some(source.as_str().replace('?', "%3F").replace('#', "%23"));
        Ok(url.with_operations("transformation", options.transformation.as_ref())?.to_string())
    }

    /// The attribute `srcset` of an HTML image: the image in several sizes, of which a browser takes one. Nothing is
    /// sent.
    ///
    /// `file`: the image.
    /// `options`: the sizes.
    /// Returns: the attribute's value.
    /// Errors: `invalid_parameter` for what is no file, or a width out of its range.
    /// Reference: URL API, Resize, crop: resize.
    pub fn srcset(&self, file: impl Into<FileReference>, options: SrcsetOptions) -> Result<String> {
        let file = file.into();
        let SrcsetOptions { widths, width, transformation, filename } = options;
        let candidates: Vec<(i64, String)> = match (widths, width) {
            (Some(_), Some(_)) => {
                return Err(Error::parameter("widths", "must not be given beside `width`"));
            }
            (None, Some(width)) => {
                check_range("width", width, 1, 5461)?;
                (1..=3).map(|density| (width * density, format!("{density}x"))).collect()
            }
            (widths, None) => {
                let widths = widths.unwrap_or_else(|| WIDTHS.to_vec());
                if !(1..=MOST_CANDIDATES).contains(&widths.len()) {
                    return Err(Error::parameter(
                        "widths",
                        format_args!("must be 1 to {MOST_CANDIDATES}, not {}", widths.len()),
                    ));
                }
                widths.into_iter().map(|width| (width, format!("{width}w"))).collect()
            }
        };
        let before = transformation.unwrap_or_default();
        let texts = candidates.into_iter().map(|(width, descriptor)| {
            check_range("widths", width, 1, 16_384)?;
            let size = ResizeOptions { width: Some(width), ..Default::default() };
            let transformation = Some(before.resize(size)?);
            let options = DeliveryUrlOptions { transformation, filename: filename.clone() };
            // A comma would end the candidate.
            let url = self.url(file.clone(), options)?.replace(',', "%2C");
            Ok(format!("{url} {descriptor}"))
        });
        Ok(texts.collect::<Result<Vec<_>>>()?.join(", "))
    }

    /// Takes a delivery URL apart. Nothing is sent.
    ///
    /// `url`: a URL on the CDN base of the client or a host of the service, or the path of one.
    /// Returns: its parts.
    /// Errors: `invalid_parameter` for what is no delivery URL, or on another host.
    /// Reference: URL API.
    pub fn parse_url(&self, url: &str) -> Result<DeliveryUrl> {
        let parsed: DeliveryUrl = url.parse()?;
        if parsed.kind == DeliveryKind::Proxy {
            hosts::check_proxy("url", &parsed.base)?;
        } else if parsed.base.starts_with("//") {
            hosts::delivery_url("url", &format!("https:{}", parsed.base), &self.base())?;
        } else if parsed.base.contains("://") {
            hosts::delivery_url("url", &parsed.base, &self.base())?;
        }
        Ok(parsed)
    }

    /// The same URL on the CDN base of this client: for URLs of answers, which name a host of their own. Nothing is
    /// sent.
    ///
    /// `url`: a URL on the CDN base of the client or a host of the service.
    /// Returns: the URL.
    /// Errors: `invalid_parameter` for what is no URL, or on another host.
    /// Reference: Delivery, CDN.
    pub fn rewrite_url(&self, url: &str) -> Result<String> {
        let base = self.base();
        Ok(hosts::moved(&hosts::delivery_url("url", url, &base)?, &base))
    }

    /// The hosts that files of the project are delivered from. Nothing is sent.
    ///
    /// Returns: the hosts, and what they begin with.
    /// Reference: Delivery, CDN.
    pub fn hosts(&self) -> Result<DeliveryHosts> {
        let key = self.client.public_key();
        Ok(DeliveryHosts {
            prefix: cdn_prefix(key),
            base: self.client.cdn_base().to_owned(),
            project_base: project_base(key),
            signed_base: hosts::signed_base(key),
            shared_base: "https://ucarecdn.com/".to_owned(),
        })
    }

    /// A URL with a token that opens it for a while, made with the first of the client's `delivery_secrets`. A URL
    /// on the project's own host gets the host for signed URLs. Nothing is sent.
    ///
    /// `url`: a URL on the CDN base of the client or a host of the service; a token that it has is left out.
    /// `options`: what the token opens, and for how long.
    /// Returns: the URL.
    /// Errors: `configuration` without a secret, `invalid_parameter` for a URL on another host, a time that is over, or
    /// paths that do not cover the URL.
    /// Reference: Secure delivery, Signed URLs.
    pub fn signed_url(&self, url: &str, options: SignUrlOptions) -> Result<String> {
        let base = self.base();
        let mut url = hosts::delivery_url("url", url, &base)?;
        let key = self.client.public_key();
        if url[..Position::BeforePath] == *project_base(key).trim_end_matches('/') {
            let signed = hosts::signed_base(key);
            url = Url::parse(&hosts::moved(&url, &Url::parse(&signed).map_err(internal)?))
                .map_err(internal)?;
        }
        url.set_fragment(None);
        let token = signing::token(
            &self.client.transport().config().delivery_secrets,
            url.path(),
            &options,
        )?;
        let rest = url
            .query()
            .unwrap_or_default()
            .split('&')
            .filter(|pair| !pair.is_empty() && !pair.starts_with("token="));
        let query: String = rest.map(|pair| format!("{pair}&")).collect();
        Ok(format!("{}?{query}token={token}", &url[..Position::AfterPath]))
    }

    /// Finds out whether the token of a signed URL is genuine and still opens it, with each of the client's
    /// `delivery_secrets`. Nothing is sent.
    ///
    /// `url`: the URL.
    /// `options`: how to look at it.
    /// Returns: what its token opens, and until when.
    /// Errors: `invalid_signature`, saying why, if it is not; `configuration` without a secret, `invalid_parameter` for
    /// a URL on another host.
    /// Reference: Secure delivery, Signed URLs.
    pub fn verify_signed_url(&self, url: &str, options: VerifyUrlOptions) -> Result<SignedUrl> {
        let url = hosts::delivery_url("url", url, &self.base())?;
        let secrets = &self.client.transport().config().delivery_secrets;
        signing::verify(secrets, url.path(), url.query().unwrap_or_default(), &options)
    }

    /// Gets facts of an image from the CDN: its size, format, colours and what the camera has told.
    ///
    /// `file`: the image; of a file that is none there is little to tell.
    /// `options`: operations before it is looked at.
    /// Errors: `invalid_parameter` for what is no file or no operations, `not_found` if there is no such file, `forbidden`
    /// if the project demands signed URLs and the client has no secret for them.
    /// Reference: URL API, File information.
    pub async fn info(
        &self,
        file: impl Into<FileReference>,
        options: DeliveryInfoOptions,
    ) -> Result<DeliveryInfo> {
        let transformation = options.transformation.unwrap_or_default().json()?;
        self.facts(DeliveryKind::File, file.into(), transformation).await
    }

    /// Finds faces in an image.
    ///
    /// `file`: the image.
    /// Returns: a box around each face, in pixels of the original.
    /// Errors: `invalid_parameter` for what is no file, `rejected` if it is no image, `not_found` if there is no such
    /// file.
    /// Reference: URL API, Face detection.
    pub async fn faces(&self, file: impl Into<FileReference>) -> Result<Vec<Face>> {
        let found: info::Faces =
            self.facts(DeliveryKind::FaceDetection, file.into(), Transformation::new()).await?;
        Ok(found.faces.into_iter().map(Face::from).collect())
    }

    /// Finds the colours of which there is most in an image.
    ///
    /// `file`: the image.
    /// `options`: how many, and operations before it is looked at.
    /// Returns: the colours, most first.
    /// Errors: `invalid_parameter` for what is no file, or a number out of its range, `rejected` if it is no image,
    /// `not_found` if there is no such file.
    /// Reference: URL API, Color recognition.
    pub async fn main_colors(
        &self,
        file: impl Into<FileReference>,
        options: MainColorsOptions,
    ) -> Result<Vec<Color>> {
        let transformation = options.transformation.unwrap_or_default();
        let transformation = transformation.main_colors(options.count.unwrap_or(5))?;
        let found: info::MainColors =
            self.facts(DeliveryKind::File, file.into(), transformation).await?;
        Ok(found.main_colors.into_iter().map(Color::from).collect())
    }
}

impl Delivery {
    fn base(&self) -> Url {
        self.client.transport().config().cdn_base.clone()
    }

    fn of_file(&self, kind: DeliveryKind, file: FileReference) -> Result<DeliveryUrl> {
        let mut url = DeliveryUrl::new(kind, self.client.cdn_base());
        url.uuid = Some(file.uuid("file")?);
        Ok(url)
    }

    /// The URL as it is asked for: signed, if the client can and nobody has done so before.
    fn asked(&self, url: &DeliveryUrl) -> Result<String> {
        let text = url.to_string();
        let query = url.query.as_deref().unwrap_or_default();
        let is_signed = query.split('&').any(|pair| pair.starts_with("token="));
        if is_signed || self.client.transport().config().delivery_secrets.is_empty() {
            return Ok(text);
        }
        self.signed_url(&text, SignUrlOptions::default())
    }
}

fn internal(error: ::url::ParseError) -> Error {
    Error::internal(format!("made a bad URL: {error}"))
}
