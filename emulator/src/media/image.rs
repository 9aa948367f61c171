use chrono::{DateTime, Utc};
use imagesize::ImageType;
use serde::{Serialize, Serializer};

use super::exif::ExifFacts;

/// The `content_info.image` of a file.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct ImageInfo {
    dpi: Option<[Number; 2]>,
    width: usize,
    format: &'static str,
    height: usize,
    sequence: bool,
    color_mode: &'static str,
    orientation: Option<u32>,
    geo_location: Option<GeoLocation>,
    datetime_original: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct GeoLocation {
    latitude: f64,
    longitude: f64,
}

/// A number that is written without a fraction when it has none.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Number(f64);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.fract() == 0.0 && self.0.abs() < 1e15 {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

/// What a format's own header tells.
struct Header {
    format: &'static str,
    color_mode: &'static str,
    sequence: bool,
    dpi: Option<[f64; 2]>,
}

impl ImageInfo {
    pub fn sides(&self) -> (usize, usize) {
        (self.width, self.height)
    }

    pub fn pixels(&self) -> usize {
        self.width.saturating_mul(self.height)
    }

    /// What a photo from a phone says; `None` for a format that is not known.
    pub fn of_photo(mime: &str, [width, height]: [u32; 2], taken: DateTime<Utc>) -> Option<Self> {
        let format = match mime {
            "image/jpeg" => "JPEG",
            "image/png" => "PNG",
            "image/webp" => "WEBP",
            "image/heic" | "image/heif" => "HEIF",
            _ => return None,
        };
        Some(Self {
            dpi: Some([Number(72.0), Number(72.0)]),
            width: width as usize,
            format,
            height: height as usize,
            sequence: false,
            color_mode: "RGB",
            orientation: Some(1),
            geo_location: Some(GeoLocation { latitude: 59.3293, longitude: 18.0686 }),
            datetime_original: Some(taken.format("%Y-%m-%dT%H:%M:%S").to_string()),
        })
    }

    /// Reads the headers; `None` when the bytes are not an image of a known format.
    pub fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let header = header(bytes)?;
        let size = imagesize::blob_size(bytes).ok()?;
        let exif = ExifFacts::of_bytes(bytes);
        let dpi = header.dpi.or(exif.dpi);
        Some(Self {
            dpi: dpi.map(|sides| sides.map(Number)),
            width: size.width,
            format: header.format,
            height: size.height,
            sequence: header.sequence,
            color_mode: header.color_mode,
            orientation: exif.orientation,
            geo_location: exif
                .geo_location
                .map(|(latitude, longitude)| GeoLocation { latitude, longitude }),
            datetime_original: exif.datetime_original,
        })
    }
}

fn header(bytes: &[u8]) -> Option<Header> {
    let plain = |format, color_mode| Header { format, color_mode, sequence: false, dpi: None };
    Some(match imagesize::image_type(bytes).ok()? {
        ImageType::Png => png(bytes)?,
        ImageType::Jpeg => jpeg(bytes),
        ImageType::Gif => Header { sequence: gif_is_animated(bytes), ..plain("GIF", "P") },
        ImageType::Webp => webp(bytes),
        ImageType::Bmp => match bytes.get(28) {
            Some(1 | 4 | 8) => plain("BMP", "P"),
            _ => plain("BMP", "RGB"),
        },
        ImageType::Tiff => plain("TIFF", "RGB"),
        ImageType::Heif(_) => match &bytes.get(8..12) {
            Some(b"avif" | b"avis") => plain("AVIF", "RGB"),
            _ => plain("HEIF", "RGB"),
        },
        _ => return None,
    })
}

fn png(bytes: &[u8]) -> Option<Header> {
    let color_mode = match bytes.get(25)? {
        0 => "L",
        3 => "P",
        4 => "LA",
        6 => "RGBA",
        _ => "RGB",
    };
    let (mut sequence, mut dpi) = (false, None);
    let mut rest = bytes.get(8..)?;
    while let Some((length, kind)) = rest.get(..8).map(|head| (be32(head), &head[4..8])) {
        match (kind, rest.get(8..17)) {
            (b"IDAT", _) => break,
            (b"acTL", _) => sequence = true,
            // Pixels per metre; any other unit says nothing about inches.
            (b"pHYs", Some(data)) if data[8] == 1 => {
                dpi = Some([data, &data[4..]].map(|side| (be32(side) as f64 * 0.0254).round()));
            }
            _ => {}
        }
        rest = rest.get(length.saturating_add(12)..).unwrap_or_default();
    }
    Some(Header { format: "PNG", color_mode, sequence, dpi })
}

fn be32(bytes: &[u8]) -> usize {
    bytes.iter().take(4).fold(0, |value, byte| value << 8 | usize::from(*byte))
}

fn jpeg(bytes: &[u8]) -> Header {
    let (mut color_mode, mut dpi) = ("RGB", None);
    let mut rest = bytes.get(2..).unwrap_or_default();
    while let [0xff, marker, high, low, ..] = rest {
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        match (marker, rest.get(4..16)) {
            (0xff, _) => {
                rest = &rest[1..];
                continue;
            }
            (0xe0, Some(data)) if data.starts_with(b"JFIF\0") => {
                let side = |at: usize| f64::from(u16::from_be_bytes([data[at], data[at + 1]]));
                let scale = match data[7] {
                    1 => 1.0,
                    2 => 2.54,
                    _ => 0.0,
                };
                if scale > 0.0 {
                    dpi = Some([8, 10].map(|at| (side(at) * scale).round()));
                }
            }
            // Frame headers, without the tables that share their range.
            (0xc0..=0xcf, Some(data)) if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                color_mode = match data[5] {
                    1 => "L",
                    4 => "CMYK",
                    _ => "RGB",
                };
                break;
            }
            (0xda, _) => break,
            _ => {}
        }
        rest = rest.get(2 + length..).unwrap_or_default();
    }
    Header { format: "JPEG", color_mode, sequence: false, dpi }
}

/// Whether a GIF has a second frame.
fn gif_is_animated(bytes: &[u8]) -> bool {
    fn table(flags: u8) -> usize {
        if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
    }
    fn skip_blocks(bytes: &[u8], mut at: usize) -> usize {
        while let Some(length) = bytes.get(at).filter(|length| **length > 0) {
            at += 1 + usize::from(*length);
        }
        at + 1
    }
    let mut at = 13 + table(bytes.get(10).copied().unwrap_or(0));
    let mut frames = 0;
    loop {
        match bytes.get(at) {
            Some(0x21) => at = skip_blocks(bytes, at + 2),
            Some(0x2c) => {
                frames += 1;
                if frames > 1 {
                    return true;
                }
                let flags = bytes.get(at + 9).copied().unwrap_or(0);
                at = skip_blocks(bytes, at + 11 + table(flags));
            }
            _ => return false,
        }
    }
}

fn webp(bytes: &[u8]) -> Header {
    let (alpha, sequence) = match (bytes.get(12..16), bytes.get(20), bytes.get(24)) {
        (Some(b"VP8X"), Some(flags), _) => (flags & 0x10 != 0, flags & 0x02 != 0),
        (Some(b"VP8L"), _, Some(bits)) => (bits & 0x10 != 0, false),
        _ => (false, false),
    };
    let color_mode = if alpha { "RGBA" } else { "RGB" };
    Header { format: "WEBP", color_mode, sequence, dpi: None }
}
