//! Facts that the CDN tells about a file.

use super::{Delivery, DeliveryKind, Transformation};
use crate::{
    error::Result,
    model::{ColorMode, GeoLocation},
    reference::FileReference,
    transport::Request,
};
use serde::{Deserialize, de::DeserializeOwned};
use uploadcare_macros::model;

/// What the CDN tells about a file (URL API: File information). Of a file that is no image only its identifier.
#[model]
pub struct DeliveryInfo {
    /// Identifier of the file.
    pub id: String,
    /// Width in pixels.
    pub width: Option<i64>,
    /// Height in pixels.
    pub height: Option<i64>,
    /// Format of the image: `JPEG`, `PNG`, `GIF` and others.
    pub format: Option<String>,
    /// How colours are written.
    pub color_mode: Option<ColorMode>,
    /// How the camera was held: 0 to 8, as EXIF has it.
    pub orientation: Option<i64>,
    /// Dots per inch, across and down.
    pub dpi: Option<Vec<f64>>,
    /// Where the picture was taken.
    pub geo_location: Option<GeoLocation>,
    /// When the picture was taken, by the camera's clock, without a zone.
    pub datetime_original: Option<String>,
    /// Whether there are several pictures in it.
    pub sequence: Option<bool>,
    /// A perceptual hash, 64 bits as hexadecimal digits: alike for images that look alike.
    pub hash: Option<String>,
    /// A blurred form of the image as text, to be shown until the image is there.
    pub blurhash: Option<String>,
}

/// A box around a face, in pixels (URL API: Face detection).
#[model(closed)]
pub struct Face {
    /// Left edge.
    pub x: i64,
    /// Upper edge.
    pub y: i64,
    /// Width.
    pub width: i64,
    /// Height.
    pub height: i64,
}

/// A colour of an image (URL API: Color recognition).
#[model(closed)]
pub struct Color {
    /// Red, 0 to 255.
    pub red: i64,
    /// Green, 0 to 255.
    pub green: i64,
    /// Blue, 0 to 255.
    pub blue: i64,
    /// All three as six hexadecimal digits, such as `ff8000`.
    pub hex: String,
}

#[derive(Deserialize)]
pub(super) struct Faces {
    pub faces: Vec<[i64; 4]>,
}

#[derive(Deserialize)]
pub(super) struct MainColors {
    pub main_colors: Vec<[u8; 3]>,
}

impl From<[i64; 4]> for Face {
    fn from([x, y, width, height]: [i64; 4]) -> Self {
        Self { x, y, width, height }
    }
}

impl From<[u8; 3]> for Color {
    fn from(parts: [u8; 3]) -> Self {
        let [red, green, blue] = parts.map(i64::from);
        Self { red, green, blue, hex: hex::encode(parts) }
    }
}

impl Delivery {
    pub(super) async fn facts<T: DeserializeOwned>(
        &self,
        kind: DeliveryKind,
        file: FileReference,
        transformation: Transformation,
    ) -> Result<T> {
        let url = self.of_file(kind, file)?;
        let url = url.with_operations("transformation", Some(&transformation))?;
        let request = Request::delivery(self.asked(&url)?);
        self.client.transport().send(&request).await?.json()
    }
}
