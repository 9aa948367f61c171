use super::{AppData, Highlight, Timestamp};
use std::collections::HashMap;
use uploadcare_macros::{model, open_enum};

/// A file of the project (REST API: File).
#[model(lazy)]
pub struct FileInfo {
    /// Identifier of the file: a UUID in lower case.
    pub uuid: String,
    /// Link to this object in the REST API.
    pub url: String,
    /// Link to the original on the CDN; null once the file is removed.
    pub original_file_url: Option<String>,
    /// Name of the file as it was uploaded.
    pub original_filename: String,
    /// Size in bytes; 0 while a fresh copy is being made.
    pub size: i64,
    /// MIME type, detected from the content; `application/octet-stream` while unknown.
    pub mime_type: Option<String>,
    /// Whether the file is an image; null while it is being looked at.
    pub is_image: Option<bool>,
    /// Whether the file can be used; false while it is being processed after the upload.
    pub is_ready: bool,
    /// When the file was uploaded.
    pub datetime_uploaded: Timestamp,
    /// When the file was last stored; null for a temporary file (kept for 24 hours) and after
    /// removal.
    pub datetime_stored: Option<Timestamp>,
    /// When the file was removed; null while it exists.
    pub datetime_removed: Option<Timestamp>,
    /// What the content is: MIME type, image and video facts.
    pub content_info: Option<ContentInfo>,
    /// Metadata of the file: up to 50 keys, set by the application.
    pub metadata: HashMap<String, String>,
    /// Files made from this one by video conversion: conversion path to file identifier.
    pub variations: Option<HashMap<String, String>>,
    /// Tags of the file in order: up to 50, lower case.
    pub tags: Option<Vec<String>>,
    /// Results of add-ons; only when asked for.
    #[lenient]
    pub appdata: Option<AppData>,
    /// Transformations the group applies by default; only for files of a group.
    pub default_effects: Option<String>,
    /// Passages that a search matched; only for files that a search found.
    #[lenient]
    pub highlight: Option<Highlight>,
}

/// What the content of a file is.
#[model]
pub struct ContentInfo {
    /// MIME type in parts.
    pub mime: Option<MimeInfo>,
    /// Facts of an image.
    pub image: Option<ImageInfo>,
    /// Facts of a video.
    pub video: Option<VideoInfo>,
}

/// MIME type in parts.
#[model]
pub struct MimeInfo {
    /// The whole, such as `image/jpeg`.
    pub mime: String,
    /// The first part, such as `image`.
    pub r#type: String,
    /// The second part, such as `jpeg`.
    pub subtype: String,
}

/// Facts of an image.
#[model]
pub struct ImageInfo {
    /// Format of the image: `JPEG`, `PNG`, `GIF`, `HEIF` and others.
    pub format: String,
    /// Width in pixels.
    pub width: i64,
    /// Height in pixels.
    pub height: i64,
    /// Whether the image has several frames or pages.
    pub sequence: Option<bool>,
    /// How a pixel is stored.
    pub color_mode: Option<ColorMode>,
    /// EXIF orientation, 0 to 8.
    pub orientation: Option<i64>,
    /// Dots per inch, horizontally and vertically.
    pub dpi: Option<Vec<f64>>,
    /// Where the image was taken, from its EXIF.
    pub geo_location: Option<GeoLocation>,
    /// When the image was taken, from its EXIF; local time without a zone, unchecked.
    pub datetime_original: Option<String>,
}

/// How a pixel of an image is stored. Letter case matters.
#[open_enum]
pub enum ColorMode {
    /// Red, green, blue.
    #[wire("RGB")]
    Rgb,
    /// Red, green, blue and transparency.
    #[wire("RGBA")]
    Rgba,
    /// Red, green, blue and premultiplied transparency.
    #[wire("RGBa")]
    RgbPremultiplied,
    /// Red, green, blue and padding.
    #[wire("RGBX")]
    Rgbx,
    /// Grey.
    #[wire("L")]
    Grey,
    /// Grey and transparency.
    #[wire("LA")]
    GreyAlpha,
    /// Grey and premultiplied transparency.
    #[wire("La")]
    GreyPremultiplied,
    /// Palette.
    #[wire("P")]
    Palette,
    /// Palette and transparency.
    #[wire("PA")]
    PaletteAlpha,
    /// Cyan, magenta, yellow, black.
    #[wire("CMYK")]
    Cmyk,
    /// Luma and chroma.
    #[wire("YCbCr")]
    YCbCr,
    /// Hue, saturation, value.
    #[wire("HSV")]
    Hsv,
    /// CIE L*a*b*.
    #[wire("LAB")]
    Lab,
}

/// A place on the Earth, in degrees.
#[model]
pub struct GeoLocation {
    /// Latitude, north positive.
    pub latitude: f64,
    /// Longitude, east positive.
    pub longitude: f64,
}

/// Facts of a video.
#[model]
pub struct VideoInfo {
    /// Container format, such as `mp4`.
    pub format: Option<String>,
    /// Length in milliseconds.
    pub duration: Option<f64>,
    /// Bits per second over all streams.
    pub bitrate: Option<f64>,
    /// Sound streams.
    pub audio: Vec<AudioStream>,
    /// Picture streams.
    pub video: Vec<VideoStream>,
}

/// A sound stream of a video.
#[model]
pub struct AudioStream {
    /// Bits per second.
    pub bitrate: Option<f64>,
    /// Codec, such as `aac`.
    pub codec: Option<String>,
    /// Samples per second.
    pub sample_rate: Option<f64>,
    /// Number of channels.
    pub channels: Option<i64>,
    /// Profile of the codec.
    pub profile: Option<String>,
}

/// A picture stream of a video.
#[model]
pub struct VideoStream {
    /// Height in pixels.
    pub height: Option<i64>,
    /// Width in pixels.
    pub width: Option<i64>,
    /// Frames per second; may have a fraction.
    pub frame_rate: Option<f64>,
    /// Bits per second.
    pub bitrate: Option<f64>,
    /// Codec, such as `h264`.
    pub codec: Option<String>,
}
