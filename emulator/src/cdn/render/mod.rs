//! Makes pictures: reads an image, applies operations to it from left to right, writes it.

mod geometry;

use std::io::Cursor;

use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Rgba,
    codecs::{jpeg::JpegEncoder, png::PngEncoder, webp::WebPEncoder},
    metadata::Orientation,
};
use sha1::{Digest, Sha1};

use super::{
    cache::{NoPicture, Picture},
    grammar::{Chain, Format, Operation, Problem, Stretch},
};

/// The most pixels that a side of the result may have.
const MAX_SIDE: u32 = 3000;
/// Likewise, when JPEG is asked for.
const MAX_JPEG_SIDE: u32 = 5000;
/// Above it blurring takes long, and nobody sees how exact it is.
const MAX_EXACT_BLUR: f32 = 8.0;
const NORMAL_QUALITY: u8 = 80;

/// An image as its bytes have it.
pub(super) struct Source {
    pub image: DynamicImage,
    format: ImageFormat,
    orientation: Orientation,
    icc: Option<Vec<u8>>,
    exif: Option<Vec<u8>>,
}

impl Source {
    /// `None` when the emulator can not read the format.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
        let format = reader.format()?;
        let mut decoder = reader.into_decoder().ok()?;
        let icc = decoder.icc_profile().ok().flatten();
        let exif = decoder.exif_metadata().ok().flatten();
        let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        let image = match DynamicImage::from_decoder(decoder).ok()? {
            image @ (DynamicImage::ImageLuma8(_)
            | DynamicImage::ImageLumaA8(_)
            | DynamicImage::ImageRgb8(_)
            | DynamicImage::ImageRgba8(_)) => image,
            image if image.has_alpha() => image.into_rgba8().into(),
            image => image.into_rgb8().into(),
        };
        Some(Self { image, format, orientation, icc, exif })
    }
}

/// What the operations before have left for those that follow.
struct Settings {
    stretch: Stretch,
    fill: Option<Rgba<u8>>,
    format: Format,
    quality: u8,
    strip_meta: bool,
}

pub(super) fn render(bytes: &[u8], chain: &Chain) -> Result<Picture, NoPicture> {
    let mut source = Source::read(bytes).ok_or(NoPicture::Unreadable)?;
    let mut image = source.image;
    let operations = || chain.steps.iter().map(|step| &step.operation);
    let upright = operations().rev().find_map(|operation| match operation {
        Operation::Autorotate(upright) => Some(*upright),
        _ => None,
    });
    if upright.unwrap_or(true) {
        image.apply_orientation(source.orientation);
        if let Some(exif) = &mut source.exif {
            let _ = Orientation::remove_from_exif_chunk(exif);
        }
    }
    let mut settings = Settings {
        stretch: Stretch::On,
        fill: None,
        format: Format::Keep,
        quality: NORMAL_QUALITY,
        strip_meta: true,
    };
    for operation in operations() {
        image = apply(image, operation, &mut settings).map_err(NoPicture::Refused)?;
    }
    let most = if settings.format == Format::Jpeg { MAX_JPEG_SIDE } else { MAX_SIDE };
    check_sides((image.width(), image.height()), most).map_err(NoPicture::Refused)?;
    let exif = source.exif.filter(|_| !settings.strip_meta);
    write(image, source.format, &settings, source.icc, exif).ok_or(NoPicture::Unreadable)
}

fn check_sides((width, height): (u32, u32), most: u32) -> Result<(), Problem> {
    if width.max(height) <= most {
        return Ok(());
    }
    Err(Problem(format!(
        "Output image is too large: {width}x{height}, the limit is {MAX_SIDE}x{MAX_SIDE}, or \
         {MAX_JPEG_SIDE}x{MAX_JPEG_SIDE} with format/jpeg."
    )))
}

fn apply(
    mut image: DynamicImage,
    operation: &Operation,
    settings: &mut Settings,
) -> Result<DynamicImage, Problem> {
    let sides = (image.width(), image.height());
    let allowed = |sides| check_sides(sides, MAX_JPEG_SIDE).map(|()| sides);
    Ok(match *operation {
        Operation::Preview(width, height) => {
            geometry::scaled(image, geometry::fitted(sides, (width, height)))
        }
        Operation::Resize(width, height) => {
            let wanted = allowed(geometry::completed(sides, width, height))?;
            geometry::resized(image, wanted, settings.stretch, settings.fill)
        }
        Operation::SmartResize(width, height) => geometry::scaled(image, allowed((width, height))?),
        Operation::Crop(width, height, place) => {
            let wanted = allowed((width.of(sides.0).max(1), height.of(sides.1).max(1)))?;
            geometry::cropped(image, wanted, place, settings.fill)
        }
        Operation::CropRatio(ratio, place) => {
            let wanted = geometry::largest(sides, ratio);
            geometry::cropped(image, wanted, place, settings.fill)
        }
        Operation::ScaleCrop { sides: wanted, place, .. } => {
            let covering = allowed(geometry::covering(sides, allowed(wanted)?))?;
            geometry::cropped(geometry::scaled(image, covering), wanted, place, settings.fill)
        }
        Operation::Rotate(0) => image,
        // The service turns counter-clockwise.
        Operation::Rotate(1) => image.rotate270(),
        Operation::Rotate(2) => image.rotate180(),
        Operation::Rotate(_) => image.rotate90(),
        Operation::Flip => image.flipv(),
        Operation::Mirror => image.fliph(),
        Operation::Grayscale => image.grayscale(),
        Operation::Invert => {
            image.invert();
            image
        }
        Operation::Blur(0) => image,
        Operation::Blur(strength) => {
            let sigma = strength as f32 / 10.0;
            if sigma > MAX_EXACT_BLUR { image.fast_blur(sigma) } else { image.blur(sigma) }
        }
        Operation::Stretch(stretch) => {
            settings.stretch = stretch;
            image
        }
        Operation::SetFill(colour) => {
            settings.fill = Some(colour);
            image
        }
        Operation::Format(format) => {
            settings.format = format;
            image
        }
        Operation::Quality(quality) => {
            settings.quality = quality;
            image
        }
        Operation::StripMeta(strip) => {
            settings.strip_meta = strip;
            image
        }
        Operation::Progressive(_)
        | Operation::Inline(_)
        | Operation::Autorotate(_)
        | Operation::Rasterize
        | Operation::Other
        | Operation::Json
        | Operation::Jsonp
        | Operation::MainColors(_) => image,
    })
}

fn write(
    image: DynamicImage,
    format: ImageFormat,
    settings: &Settings,
    icc: Option<Vec<u8>>,
    exif: Option<Vec<u8>>,
) -> Option<Picture> {
    let format = match settings.format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::Png => ImageFormat::Png,
        Format::Webp => ImageFormat::WebP,
        Format::Keep => match format {
            ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP => format,
            ImageFormat::Gif => ImageFormat::Png,
            _ if image.has_alpha() => ImageFormat::Png,
            _ => ImageFormat::Jpeg,
        },
    };
    let (width, height) = (image.width(), image.height());
    let mut bytes = Vec::new();
    let (mime, extension) = match format {
        ImageFormat::Jpeg => {
            let image = geometry::opaque(image, settings.fill);
            let encoder = JpegEncoder::new_with_quality(&mut bytes, settings.quality);
            encode(encoder, &image, icc, exif)?;
            ("image/jpeg", "jpg")
        }
        ImageFormat::WebP => {
            encode(WebPEncoder::new_lossless(&mut bytes), &image, icc, exif)?;
            ("image/webp", "webp")
        }
        _ => {
            encode(PngEncoder::new(&mut bytes), &image, icc, exif)?;
            ("image/png", "png")
        }
    };
    let etag = hex::encode(Sha1::digest(&bytes));
    Some(Picture { bytes: bytes.into(), mime, extension, width, height, etag })
}

fn encode(
    mut encoder: impl ImageEncoder,
    image: &DynamicImage,
    icc: Option<Vec<u8>>,
    exif: Option<Vec<u8>>,
) -> Option<()> {
    // A format that has no place for them goes without.
    if let Some(icc) = icc {
        let _ = encoder.set_icc_profile(icc);
    }
    if let Some(exif) = exif {
        let _ = encoder.set_exif_metadata(exif);
    }
    let colours: ExtendedColorType = image.color().into();
    encoder.write_image(image.as_bytes(), image.width(), image.height(), colours).ok()
}
