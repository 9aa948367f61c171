//! Options of operations on images, and what they choose from.

use super::{
    Length,
    transformation::{box_size, checked_color, coordinates},
};
use crate::error::{Error, Result, check_known, check_range};
use uploadcare_macros::{open_enum, options};

/// The box that an image is fitted into: both sides, or none.
#[options]
pub struct PreviewOptions {
    /// Width of the box: 1 to 16384 pixels. Default 2048.
    pub width: Option<i64>,
    /// Height of the box: 1 to 16384 pixels. Default 2048.
    pub height: Option<i64>,
}

/// The new size of an image: at least one side.
#[options]
pub struct ResizeOptions {
    /// Width: 1 to 16384 pixels. Default: as the height demands.
    pub width: Option<i64>,
    /// Height: 1 to 16384 pixels. Default: as the width demands.
    pub height: Option<i64>,
}

/// Where something is: by a word, or by two lengths.
#[options]
pub struct PlacementOptions {
    /// Where, by a word. Not beside `x` and `y`.
    pub align: Option<Alignment>,
    /// From the left: 0 to 1000000 pixels, or 0% to 100%. Not without `y`.
    pub x: Option<Length>,
    /// From above: 0 to 1000000 pixels, or 0% to 100%. Not without `x`.
    pub y: Option<Length>,
}

/// What is cut out around the objects: by default no more than they are.
#[options]
pub struct CropObjectOptions {
    /// Width: 1 to 1000000 pixels, or 1% to 1000% of the objects. Not without `height`.
    pub width: Option<Length>,
    /// Height: 1 to 1000000 pixels, or 1% to 1000% of the objects. Not without `width`.
    pub height: Option<Length>,
    /// Instead of a size a shape: width in relation to `ratio_height`, 1 to 10000.
    pub ratio_width: Option<i64>,
    /// Instead of a size a shape: height in relation to `ratio_width`, 1 to 10000.
    pub ratio_height: Option<i64>,
    /// Where the objects are in it, by a word. Not beside `x` and `y`.
    pub align: Option<Alignment>,
    /// From the left: 0 to 1000000 pixels, or 0% to 100%. Not without `y`.
    pub x: Option<Length>,
    /// From above: 0 to 1000000 pixels, or 0% to 100%. Not without `x`.
    pub y: Option<Length>,
}

impl CropObjectOptions {
    pub(super) fn placement(&self) -> PlacementOptions {
        PlacementOptions { align: self.align.clone(), x: self.x, y: self.y }
    }
}

/// What of the image is kept.
#[options]
pub struct ScaleCropOptions {
    /// What to look for. Default `center`: nothing, the middle is kept.
    pub focus: Option<ScaleCropFocus>,
    /// Where, by a word. Not beside `x` and `y`.
    pub align: Option<Alignment>,
    /// From the left: 0 to 1000000 pixels, or 0% to 100%. Not without `y`.
    pub x: Option<Length>,
    /// From above: 0 to 1000000 pixels, or 0% to 100%. Not without `x`.
    pub y: Option<Length>,
}

impl ScaleCropOptions {
    pub(super) fn placement(&self) -> PlacementOptions {
        PlacementOptions { align: self.align.clone(), x: self.x, y: self.y }
    }
}

impl PlacementOptions {
    /// As it stands in a URL, if it is given. `in_pixels`: whether the lengths may be pixels.
    pub(super) fn place(&self, in_pixels: bool) -> Result<Option<String>> {
        match (&self.align, self.x, self.y) {
            (None, None, None) => Ok(None),
            (Some(align), None, None) => {
                check_known("align", align.as_str(), Alignment::KNOWN)?;
                Ok(Some(align.to_string()))
            }
            (Some(_), _, _) => {
                Err(Error::parameter("align", "must not be given beside `x` and `y`"))
            }
            (None, Some(x), Some(y)) => coordinates(x, y, in_pixels).map(Some),
            (None, Some(_), None) => Err(Error::parameter("y", "must be given beside `x`")),
            (None, None, Some(_)) => Err(Error::parameter("x", "must be given beside `y`")),
        }
    }
}

/// Other radii in the vertical direction.
#[options]
pub struct BorderRadiusOptions {
    /// 1 to 4 radii, each 0 to 16384 pixels or 0% to 100%. Default: as the others.
    pub vertical: Option<Vec<Length>>,
}

/// How a margin is cut off: both options, or none.
#[options]
pub struct TrimOptions {
    /// How much its colour may differ: 0 to 100 per cent. Default: the service's.
    pub tolerance: Option<f64>,
    /// How much of it stays: 0 to 100 per cent. Default: the service's.
    pub padding: Option<f64>,
}

/// How much an image is enhanced.
#[options]
pub struct EnhanceOptions {
    /// 0 to 100. Default 50.
    pub strength: Option<i64>,
}

/// How much of a filter there is.
#[options]
pub struct FilterOptions {
    /// -100 to 200. Default 100.
    pub amount: Option<i64>,
}

/// How much an image is blurred.
#[options]
pub struct BlurOptions {
    /// 0 to 5000. Default 10.
    pub strength: Option<i64>,
    /// How much of the blurred image there is: -200 to 100; where it is less than 0 the image gets sharper. Not
    /// without `strength`.
    pub amount: Option<i64>,
}

/// How much a part of an image is blurred.
#[options]
pub struct BlurRegionOptions {
    /// 0 to 5000. Default: as much as it needs.
    pub strength: Option<i64>,
}

impl BlurRegionOptions {
    pub(super) fn strength(&self) -> Result<Option<String>> {
        let Some(strength) = self.strength else { return Ok(None) };
        check_range("strength", strength, 0, 5000)?;
        Ok(Some(strength.to_string()))
    }
}

/// How much an image is sharpened.
#[options]
pub struct SharpOptions {
    /// 0 to 20. Default 5.
    pub strength: Option<i64>,
}

/// How an image lies over another.
#[options]
pub struct OverlayOptions {
    /// Width: 1% to 100% of the image. Not without `height`. Default 100%.
    pub width: Option<Length>,
    /// Height: 1% to 100% of the image. Not without `width`. Default 100%.
    pub height: Option<Length>,
    /// Where, by a word. Not beside `x` and `y`.
    pub align: Option<Alignment>,
    /// From the left: 0% to 100%. Not without `y`.
    pub x: Option<Length>,
    /// From above: 0% to 100%. Not without `x`.
    pub y: Option<Length>,
    /// How opaque it is: 0 to 100 per cent. Default 100.
    pub opacity: Option<i64>,
}

impl OverlayOptions {
    /// The service reads them by their order, so what comes before one that is given is written out.
    pub(super) fn parameters(&self) -> Result<Vec<String>> {
        let size = match (self.width, self.height) {
            (None, None) => None,
            (Some(width), Some(height)) => Some(box_size(width, height, None, Some((1.0, 100.0)))?),
            (Some(_), None) => {
                return Err(Error::parameter("height", "must be given beside `width`"));
            }
            (None, Some(_)) => {
                return Err(Error::parameter("width", "must be given beside `height`"));
            }
        };
        let place = PlacementOptions { align: self.align.clone(), x: self.x, y: self.y };
        let place = place.place(false)?;
        if let Some(opacity) = self.opacity {
            check_range("opacity", opacity, 0, 100)?;
        }
        let mut parameters = Vec::new();
        if size.is_some() || place.is_some() || self.opacity.is_some() {
            parameters.push(size.unwrap_or_else(|| "100px100p".to_owned()));
        }
        if place.is_some() || self.opacity.is_some() {
            parameters.push(place.unwrap_or_else(|| Alignment::Center.to_string()));
        }
        parameters.extend(self.opacity.map(|opacity| format!("{opacity}p")));
        Ok(parameters)
    }
}

/// How text is written: at least one option.
#[options]
pub struct FontOptions {
    /// Whether to forget what was said before.
    pub reset: Option<bool>,
    /// How heavy.
    pub weight: Option<FontWeight>,
    /// Upright or slanted.
    pub style: Option<FontStyle>,
    /// Size: 1 to 10000 pixels.
    pub size: Option<i64>,
    /// Colour: 3, 6 or 8 hexadecimal digits; the last two of 8 are how opaque it is.
    pub color: Option<String>,
    /// Typeface.
    pub family: Option<FontFamily>,
}

impl FontOptions {
    pub(super) fn parameters(&self) -> Result<Vec<String>> {
        let mut parameters = Vec::new();
        if self.reset == Some(true) {
            parameters.push("reset".to_owned());
        }
        if let Some(weight) = &self.weight {
            check_known("weight", weight.as_str(), FontWeight::KNOWN)?;
            parameters.push(weight.to_string());
        }
        if let Some(style) = &self.style {
            check_known("style", style.as_str(), FontStyle::KNOWN)?;
            parameters.push(style.to_string());
        }
        if let Some(size) = self.size {
            check_range("size", size, 1, 10_000)?;
            parameters.push(size.to_string());
        }
        if let Some(text) = &self.color {
            parameters.push(checked_color("color", text)?);
        }
        if let Some(family) = &self.family {
            check_known("family", family.as_str(), FontFamily::KNOWN)?;
            parameters.push(family.to_string());
        }
        if parameters.is_empty() {
            return Err(Error::parameter("size", "must be given, or another option"));
        }
        Ok(parameters)
    }
}

/// What is behind a text.
#[options]
pub struct TextBoxOptions {
    /// Colour: 3, 6 or 8 hexadecimal digits; the last two of 8 are how opaque it is. Default: the service's.
    pub color: Option<String>,
    /// How much larger than the text: 0 to 16384 pixels. Not without `color`. Default 0.
    pub padding: Option<i64>,
}

/// Where something is.
#[open_enum]
pub enum Alignment {
    /// In the middle.
    Center,
    /// At the upper edge.
    Top,
    /// At the right edge.
    Right,
    /// At the lower edge.
    Bottom,
    /// At the left edge.
    Left,
}

/// What `resize` does with an image that is smaller.
#[open_enum]
pub enum StretchMode {
    /// It is enlarged.
    On,
    /// It stays as it is.
    Off,
    /// It gets a margin.
    Fill,
}

/// What is cut out.
#[open_enum]
pub enum CropObject {
    /// All faces.
    Face,
    /// All that matters.
    Image,
}

/// What is kept of an image whose edges are cut off.
#[open_enum]
pub enum ScaleCropFocus {
    /// The middle.
    Center,
    /// Faces, then objects, then points of interest.
    Smart,
    /// Faces, then objects.
    SmartFacesObjects,
    /// Faces, then points of interest.
    SmartFacesPoints,
    /// Objects, then faces, then points of interest.
    SmartObjectsFacesPoints,
    /// Objects, then faces.
    SmartObjectsFaces,
    /// Objects, then points of interest.
    SmartObjectsPoints,
    /// Points of interest.
    SmartPoints,
    /// Objects.
    SmartObjects,
    /// Faces.
    SmartFaces,
}

/// Format of an image.
#[open_enum]
pub enum ImageFormat {
    /// JPEG; it may be larger than others.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    Webp,
    /// What the browser takes and is smallest.
    Auto,
    /// As the image is.
    Preserve,
}

/// How much an image is compressed.
#[open_enum]
pub enum ImageQuality {
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
    /// As the image needs it.
    Smart,
    /// As the image needs it on a screen of double density.
    SmartRetina,
}

/// What facts of the camera are left out.
#[open_enum]
pub enum StripMeta {
    /// All.
    All,
    /// None.
    None,
    /// Those that tell of people and places.
    Sensitive,
}

/// What happens to colours of another profile than sRGB.
#[open_enum]
pub enum SrgbMode {
    /// Small profiles are kept, for they are nearly sRGB; others are converted.
    Fast,
    /// They are converted, and the profile is kept.
    Icc,
    /// They are converted, and a small profile of sRGB is kept.
    KeepProfile,
}

/// Where a text is in its box, from left to right.
#[open_enum]
pub enum HorizontalAlignment {
    /// At the left edge.
    Left,
    /// In the middle.
    Center,
    /// At the right edge.
    Right,
}

/// Where a text is in its box, from above.
#[open_enum]
pub enum VerticalAlignment {
    /// At the upper edge.
    Top,
    /// In the middle.
    Center,
    /// At the lower edge.
    Bottom,
}

/// How heavy letters are.
#[open_enum]
pub enum FontWeight {
    /// As usual.
    Regular,
    /// Heavy.
    Bold,
}

/// Whether letters are slanted.
#[open_enum]
pub enum FontStyle {
    /// Upright.
    Normal,
    /// Slanted.
    Italic,
}

/// A typeface.
#[open_enum]
pub enum FontFamily {
    /// DejaVu, without serifs; the default of the service.
    #[wire("DejaVu")]
    DejaVu,
    /// DejaVu with letters of one width.
    #[wire("DejaVuMono")]
    DejaVuMono,
    /// DejaVu with serifs.
    #[wire("DejaVuSerif")]
    DejaVuSerif,
    /// Noto, without serifs.
    #[wire("Noto")]
    Noto,
    /// Noto with letters of one width.
    #[wire("NotoMono")]
    NotoMono,
    /// Noto with serifs.
    #[wire("NotoSerif")]
    NotoSerif,
}

/// Where the box behind a text is.
#[open_enum]
pub enum TextBoxMode {
    /// Nowhere.
    None,
    /// Around all of the text.
    Fit,
    /// Around each line.
    Line,
    /// As wide as the box of the text.
    Fill,
}

/// A photo filter.
#[open_enum]
pub enum FilterName {
    /// Adaris.
    Adaris,
    /// Briaril.
    Briaril,
    /// Calarel.
    Calarel,
    /// Carris.
    Carris,
    /// Cynarel.
    Cynarel,
    /// Cyren.
    Cyren,
    /// Elmet.
    Elmet,
    /// Elonni.
    Elonni,
    /// Enzana.
    Enzana,
    /// Erydark.
    Erydark,
    /// Fenralan.
    Fenralan,
    /// Ferand.
    Ferand,
    /// Galen.
    Galen,
    /// Gavin.
    Gavin,
    /// Gethriel.
    Gethriel,
    /// Iorill.
    Iorill,
    /// Iothari.
    Iothari,
    /// Iselva.
    Iselva,
    /// Jadis.
    Jadis,
    /// Lavra.
    Lavra,
    /// Misiara.
    Misiara,
    /// Namala.
    Namala,
    /// Nerion.
    Nerion,
    /// Nethari.
    Nethari,
    /// Pamaya.
    Pamaya,
    /// Sarnar.
    Sarnar,
    /// Sedis.
    Sedis,
    /// Sewen.
    Sewen,
    /// Sorahel.
    Sorahel,
    /// Sorlen.
    Sorlen,
    /// Tarian.
    Tarian,
    /// Thellassan.
    Thellassan,
    /// Varriel.
    Varriel,
    /// Varven.
    Varven,
    /// Vevera.
    Vevera,
    /// Virkas.
    Virkas,
    /// Yedis.
    Yedis,
    /// Yllara.
    Yllara,
    /// Zatvel.
    Zatvel,
    /// Zevcen.
    Zevcen,
}
