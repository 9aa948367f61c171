//! What lies over an image, and the form that it comes in.

use super::{PART, SIDE, Transformation, box_size, checked_chain, checked_color, yes};
use crate::{
    delivery::{
        Length,
        options::{
            Alignment, FontOptions, HorizontalAlignment, ImageFormat, ImageQuality, OverlayOptions,
            PlacementOptions, StripMeta, TextBoxMode, TextBoxOptions, VerticalAlignment,
        },
    },
    error::{Error, Result, check_known, check_range},
    reference::FileReference,
    transport::ENCODED,
};
use percent_encoding::utf8_percent_encode;
use uploadcare_macros::operations;

#[operations]
impl Transformation {
    /// Gives the image in this format.
    ///
    /// `format`: the format.
    /// Errors: `invalid_parameter` for another format; a newer one can be given by `raw`.
    /// Reference: URL API, Image compression: format.
    pub fn format(&self, format: ImageFormat) -> Result<Self> {
        check_known("format", format.as_str(), ImageFormat::KNOWN)?;
        self.with("format", [format.to_string()])
    }

    /// Says how much the image is compressed.
    ///
    /// `quality`: the quality; the service's default is `normal`.
    /// Errors: `invalid_parameter` for another quality.
    /// Reference: URL API, Image compression: quality.
    pub fn quality(&self, quality: ImageQuality) -> Result<Self> {
        check_known("quality", quality.as_str(), ImageQuality::KNOWN)?;
        self.with("quality", [quality.to_string()])
    }

    /// Whether a JPEG image can be shown while it comes.
    ///
    /// `enabled`: whether it can.
    /// Reference: URL API, Image compression: progressive.
    pub fn progressive(&self, enabled: bool) -> Result<Self> {
        self.with("progressive", [yes(enabled)])
    }

    /// Says what facts of the camera are left out.
    ///
    /// `mode`: which; the service's default is `all`.
    /// Errors: `invalid_parameter` for another mode.
    /// Reference: URL API, Image compression: strip_meta.
    pub fn strip_meta(&self, mode: StripMeta) -> Result<Self> {
        check_known("mode", mode.as_str(), StripMeta::KNOWN)?;
        self.with("strip_meta", [mode.to_string()])
    }

    /// Whether a browser shows the file, or saves it.
    ///
    /// `enabled`: whether it shows it.
    /// Reference: URL API, Other operations: inline.
    pub fn inline(&self, enabled: bool) -> Result<Self> {
        self.with("inline", [yes(enabled)])
    }

    /// Lays another image of the project over this one.
    ///
    /// `image`: the other image.
    /// `options`: how large, where, and how opaque.
    /// Errors: `invalid_parameter` for what is no file, or a value out of its range.
    /// Reference: URL API, Overlays: image.
    pub fn overlay(
        &self,
        image: impl Into<FileReference>,
        options: OverlayOptions,
    ) -> Result<Self> {
        let image = image.into().uuid("image")?;
        self.with("overlay", [image].into_iter().chain(options.parameters()?))
    }

    /// Lays the image over itself, as it was before all operations.
    ///
    /// `options`: how large, where, and how opaque.
    /// Errors: `invalid_parameter` for a value out of its range.
    /// Reference: URL API, Overlays: self.
    pub fn overlay_self(&self, options: OverlayOptions) -> Result<Self> {
        self.with("overlay", ["self".to_owned()].into_iter().chain(options.parameters()?))
    }

    /// Lays text over the image. How it looks is said before, by `font`, `text_align` and `text_box`.
    ///
    /// `text`: the text; line breaks are kept.
    /// `width`: of its box: 1 to 16384 pixels, or 1% to 100% of the image.
    /// `height`: of its box: 1 to 16384 pixels, or 1% to 100% of the image.
    /// `options`: where the box is; by default in the centre.
    /// Errors: `invalid_parameter` for an empty text or one of nothing but one or two dots, or a length out of its range.
    /// Reference: URL API, Overlays: text.
    pub fn text(
        &self,
        text: &str,
        width: impl Into<Length>,
        height: impl Into<Length>,
        options: PlacementOptions,
    ) -> Result<Self> {
        if text.is_empty() {
            return Err(Error::parameter("text", "must have at least 1 character"));
        }
        let size = box_size(width.into(), height.into(), Some((1, SIDE)), PART)?;
        let place = options.place(true)?.unwrap_or_else(|| Alignment::Center.to_string());
        let text = text
            .replace('~', "~~")
            .replace('/', "~s")
            .replace("\r\n", "~n")
            .replace(['\n', '\r'], "~n");
        let text = match text.as_str() {
            // However written, they would mean folders.
            "." | ".." => {
                return Err(Error::parameter(
                    "text",
                    "must not be one or two dots and nothing else",
                ));
            }
            // As it is it would end the operation.
            "-" => "%2D".to_owned(),
            text => utf8_percent_encode(text, ENCODED).to_string(),
        };
        self.with("text", [size, place, text])
    }

    /// Says where in its box a following `text` is.
    ///
    /// `horizontal`: left, in the middle or right.
    /// `vertical`: at the top, in the middle or at the bottom.
    /// Errors: `invalid_parameter` for another place.
    /// Reference: URL API, Overlays: text_align.
    pub fn text_align(
        &self,
        horizontal: HorizontalAlignment,
        vertical: VerticalAlignment,
    ) -> Result<Self> {
        check_known("horizontal", horizontal.as_str(), HorizontalAlignment::KNOWN)?;
        check_known("vertical", vertical.as_str(), VerticalAlignment::KNOWN)?;
        self.with("text_align", [horizontal.to_string(), vertical.to_string()])
    }

    /// Says how a following `text` is written.
    ///
    /// `options`: at least one of them; what is not given stays as it was.
    /// Errors: `invalid_parameter` for no option at all, or one out of its range.
    /// Reference: URL API, Overlays: font.
    pub fn font(&self, options: FontOptions) -> Result<Self> {
        self.with("font", options.parameters()?)
    }

    /// Says what is behind a following `text`.
    ///
    /// `mode`: where it is.
    /// `options`: its colour and size.
    /// Errors: `invalid_parameter` for another mode, a padding without a colour, or one out of its range.
    /// Reference: URL API, Overlays: text_box.
    pub fn text_box(&self, mode: TextBoxMode, options: TextBoxOptions) -> Result<Self> {
        check_known("mode", mode.as_str(), TextBoxMode::KNOWN)?;
        let mut parameters = vec![mode.to_string()];
        if let Some(color) = &options.color {
            parameters.push(checked_color("color", color)?);
        }
        if let Some(padding) = options.padding {
            if options.color.is_none() {
                return Err(Error::parameter("color", "must be given beside `padding`"));
            }
            check_range("padding", padding, 0, SIDE)?;
            parameters.push(padding.to_string());
        }
        self.with("text_box", parameters)
    }

    /// Lays a rectangle of one colour over the image.
    ///
    /// `color`: 3, 6 or 8 hexadecimal digits; the last two of 8 are how opaque it is.
    /// `width`: 1% to 100% of the image.
    /// `height`: 1% to 100% of the image.
    /// `options`: where it is, in per cent or by words; by default in the centre.
    /// Errors: `invalid_parameter` for what is no colour, or a length out of its range.
    /// Reference: URL API, Overlays: rect.
    pub fn rect(
        &self,
        color: &str,
        width: impl Into<Length>,
        height: impl Into<Length>,
        options: PlacementOptions,
    ) -> Result<Self> {
        let color = checked_color("color", color)?;
        let size = box_size(width.into(), height.into(), None, PART)?;
        let place = options.place(false)?.unwrap_or_else(|| Alignment::Center.to_string());
        self.with("rect", [color, size, place])
    }

    /// Gives facts of the image as JSON instead of the image. Nothing can come after it.
    ///
    /// Reference: URL API, File information.
    pub fn json(&self) -> Result<Self> {
        self.with("json", [])
    }

    /// Gives facts of the image as a script that calls `uploadcare_callback`. Nothing can come after it.
    ///
    /// Reference: URL API, File information.
    pub fn jsonp(&self) -> Result<Self> {
        self.with("jsonp", [])
    }

    /// Gives the colours of which there is most in the image, as JSON. Nothing can come after it.
    ///
    /// `count`: how many: 1 to 256.
    /// Errors: `invalid_parameter` for a number out of its range.
    /// Reference: URL API, Color recognition.
    pub fn main_colors(&self, count: i64) -> Result<Self> {
        self.number("main_colors", "count", count, 1, 256)
    }

    /// Adds an operation as text: one that this library does not know yet.
    ///
    /// `operation`: its name and parameters as in a URL, percent-encoded, such as `sharp/10`.
    /// Errors: `invalid_parameter` for an empty text, or a character that a URL cannot have.
    /// Reference: URL API.
    pub fn raw(&self, operation: &str) -> Result<Self> {
        let added = checked_chain("operation", operation)?;
        if added.is_empty() {
            return Err(Error::parameter("operation", "must not be empty"));
        }
        self.check_end()?;
        Ok(Self { text: format!("{}{added}", self.text) })
    }
}
