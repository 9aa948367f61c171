//! Operations on the size and the shape of an image.

use super::{PART, SIDE, SOURCE_SIDE, Transformation, WHOLE, box_size, checked_color, size, yes};
use crate::{
    delivery::{
        Length,
        options::{
            BorderRadiusOptions, CropObject, CropObjectOptions, PlacementOptions, PreviewOptions,
            ResizeOptions, ScaleCropFocus, ScaleCropOptions, StretchMode, TrimOptions,
        },
    },
    error::{Error, Result, check_known, check_range},
};
use uploadcare_macros::operations;

#[operations]
impl Transformation {
    /// Fits the image into a box. It is never enlarged.
    ///
    /// `options`: the box.
    /// Errors: `invalid_parameter` for one side without the other, or one out of its range.
    /// Reference: URL API, Resize, crop: preview.
    pub fn preview(&self, options: PreviewOptions) -> Result<Self> {
        match (options.width, options.height) {
            (None, None) => self.with("preview", []),
            (Some(width), Some(height)) => self.with("preview", [size(width, height)?]),
            (Some(_), None) => Err(Error::parameter("height", "must be given beside `width`")),
            (None, Some(_)) => Err(Error::parameter("width", "must be given beside `height`")),
        }
    }

    /// Gives the image this width, this height, or both. See `stretch` for images that are smaller.
    ///
    /// `options`: the sides; the one that is not given follows from the other.
    /// Errors: `invalid_parameter` for no side at all, or one out of its range.
    /// Reference: URL API, Resize, crop: resize.
    pub fn resize(&self, options: ResizeOptions) -> Result<Self> {
        if options.width.is_none() && options.height.is_none() {
            return Err(Error::parameter("width", "must be given, or `height`, or both"));
        }
        let side = |name, side: Option<i64>| {
            let Some(side) = side else { return Ok(String::new()) };
            check_range(name, side, 1, SIDE)?;
            Ok(side.to_string())
        };
        let size = format!("{}x{}", side("width", options.width)?, side("height", options.height)?);
        self.with("resize", [size])
    }

    /// Gives the image this size; what matters little in it is stretched or shrunk more than the rest.
    ///
    /// `width`: 1 to 16384 pixels.
    /// `height`: 1 to 16384 pixels.
    /// Errors: `invalid_parameter` for a side out of its range.
    /// Reference: URL API, Resize, crop: smart_resize.
    pub fn smart_resize(&self, width: i64, height: i64) -> Result<Self> {
        self.with("smart_resize", [size(width, height)?])
    }

    /// Says what a following `resize` does with an image that is smaller.
    ///
    /// `mode`: `on` enlarges it (the default of the service), `off` leaves it, `fill` adds a margin.
    /// Errors: `invalid_parameter` for another mode.
    /// Reference: URL API, Resize, crop: stretch.
    pub fn stretch(&self, mode: StretchMode) -> Result<Self> {
        check_known("mode", mode.as_str(), StretchMode::KNOWN)?;
        self.with("stretch", [mode.to_string()])
    }

    /// Cuts a rectangle out of the image.
    ///
    /// `width`: 1 to 1000000 pixels, or 1% to 100% of the image.
    /// `height`: 1 to 1000000 pixels, or 1% to 100% of the image.
    /// `options`: where the rectangle is; by default in the upper left corner.
    /// Errors: `invalid_parameter` for a length out of its range.
    /// Reference: URL API, Resize, crop: crop.
    pub fn crop(
        &self,
        width: impl Into<Length>,
        height: impl Into<Length>,
        options: PlacementOptions,
    ) -> Result<Self> {
        let size = box_size(width.into(), height.into(), Some((1, SOURCE_SIDE)), PART)?;
        self.with("crop", [size].into_iter().chain(options.place(true)?))
    }

    /// Cuts the largest rectangle of a shape out of the image.
    ///
    /// `width`: width in relation to `height`: 1 to 10000.
    /// `height`: height in relation to `width`: 1 to 10000.
    /// `options`: where the rectangle is; by default in the upper left corner.
    /// Errors: `invalid_parameter` for a number out of its range.
    /// Reference: URL API, Resize, crop: crop by ratio.
    pub fn crop_ratio(&self, width: i64, height: i64, options: PlacementOptions) -> Result<Self> {
        check_range("width", width, 1, 10_000)?;
        check_range("height", height, 1, 10_000)?;
        self.with("crop", [format!("{width}:{height}")].into_iter().chain(options.place(true)?))
    }

    /// Cuts the faces, or all that matters, out of the image.
    ///
    /// `object`: what to look for.
    /// `options`: size or shape of what is cut out, and where the objects are in it.
    /// Errors: `invalid_parameter` for another object, a length out of its range, or a size beside a shape.
    /// Reference: URL API, Resize, crop: crop by objects.
    pub fn crop_object(&self, object: CropObject, options: CropObjectOptions) -> Result<Self> {
        check_known("object", object.as_str(), CropObject::KNOWN)?;
        let mut parameters = vec![object.to_string()];
        let place = options.placement().place(true)?;
        match (options.width, options.height, options.ratio_width, options.ratio_height) {
            (None, None, None, None) => {}
            (Some(width), Some(height), None, None) => {
                let percent = Some((1.0, 1000.0));
                parameters.push(box_size(width, height, Some((1, SOURCE_SIDE)), percent)?);
            }
            (None, None, Some(width), Some(height)) => {
                check_range("ratio_width", width, 1, 10_000)?;
                check_range("ratio_height", height, 1, 10_000)?;
                parameters.push(format!("{width}:{height}"));
            }
            (_, _, None, None) => {
                return Err(Error::parameter("width", "must be given beside `height`, and both"));
            }
            (None, None, _, _) => {
                return Err(Error::parameter(
                    "ratio_width",
                    "must be given beside `ratio_height`, and both",
                ));
            }
            _ => return Err(Error::parameter("ratio_width", "must not be given beside `width`")),
        }
        parameters.extend(place);
        self.with("crop", parameters)
    }

    /// Shrinks or enlarges the image so that it covers a box, and cuts off the rest.
    ///
    /// `width`: 1 to 16384 pixels.
    /// `height`: 1 to 16384 pixels.
    /// `options`: what is kept; by default the centre.
    /// Errors: `invalid_parameter` for a value out of its range.
    /// Reference: URL API, Resize, crop: scale_crop.
    pub fn scale_crop(&self, width: i64, height: i64, options: ScaleCropOptions) -> Result<Self> {
        let mut parameters = vec![size(width, height)?];
        if let Some(focus) = &options.focus {
            check_known("focus", focus.as_str(), ScaleCropFocus::KNOWN)?;
            parameters.push(focus.to_string());
        }
        parameters.extend(options.placement().place(true)?);
        self.with("scale_crop", parameters)
    }

    /// Rounds the corners.
    ///
    /// `radii`: 1 to 4 radii, each 0 to 16384 pixels or 0% to 100%; from the upper left corner clockwise.
    /// `options`: other radii in the vertical direction.
    /// Errors: `invalid_parameter` for a wrong number of radii, or one out of its range.
    /// Reference: URL API, Resize, crop: border_radius.
    pub fn border_radius(
        &self,
        radii: impl IntoIterator<Item = impl Into<Length>>,
        options: BorderRadiusOptions,
    ) -> Result<Self> {
        let list = |name: &str, radii: Vec<Length>| {
            if !(1..=4).contains(&radii.len()) {
                return Err(Error::parameter(
                    name,
                    format_args!("must be 1 to 4 radii, not {}", radii.len()),
                ));
            }
            let texts =
                radii.into_iter().map(|radius| radius.checked(name, Some((0, SIDE)), WHOLE));
            Ok(texts.collect::<Result<Vec<_>>>()?.join(","))
        };
        let mut parameters = vec![list("radii", radii.into_iter().map(Into::into).collect())?];
        if let Some(vertical) = options.vertical {
            parameters.push(list("vertical", vertical)?);
        }
        self.with("border_radius", parameters)
    }

    /// Sets the colour of what is transparent or added. Put it before what adds something.
    ///
    /// `color`: 3, 6 or 8 hexadecimal digits; the last two of 8 are how opaque it is.
    /// Errors: `invalid_parameter` for what is no such colour.
    /// Reference: URL API, Resize, crop: setfill.
    pub fn setfill(&self, color: &str) -> Result<Self> {
        self.with("setfill", [checked_color("color", color)?])
    }

    /// Makes the objects in the image larger.
    ///
    /// `zoom`: 1 to 100.
    /// Errors: `invalid_parameter` for a number out of its range.
    /// Reference: URL API, Resize, crop: zoom_objects.
    pub fn zoom_objects(&self, zoom: i64) -> Result<Self> {
        self.number("zoom_objects", "zoom", zoom, 1, 100)
    }

    /// Cuts off a margin of one colour.
    ///
    /// `options`: how much the colour may differ, and how much of the margin stays.
    /// Errors: `invalid_parameter` for one without the other, or one out of its range.
    /// Reference: URL API, Resize, crop: trim.
    pub fn trim(&self, options: TrimOptions) -> Result<Self> {
        let percent = |name: &str, value: f64| Length::percent(value).checked(name, None, WHOLE);
        match (options.tolerance, options.padding) {
            (None, None) => self.with("trim", []),
            (Some(tolerance), Some(padding)) => {
                self.with("trim", [percent("tolerance", tolerance)?, percent("padding", padding)?])
            }
            (None, Some(_)) => Err(Error::parameter("tolerance", "must be given beside `padding`")),
            (Some(_), None) => Err(Error::parameter("padding", "must be given beside `tolerance`")),
        }
    }

    /// Makes pixels of an SVG image, so that all operations apply. Others stay as they are.
    ///
    /// Reference: URL API, SVG: rasterize.
    pub fn rasterize(&self) -> Result<Self> {
        self.with("rasterize", [])
    }

    /// Whether the image is turned as the camera says. The service does so by default.
    ///
    /// `enabled`: whether it is.
    /// Reference: URL API, Rotate, flip: autorotate.
    pub fn autorotate(&self, enabled: bool) -> Result<Self> {
        self.with("autorotate", [yes(enabled)])
    }

    /// Turns the image counterclockwise.
    ///
    /// `angle`: 0 to 360 degrees, a multiple of 90.
    /// Errors: `invalid_parameter` for another angle.
    /// Reference: URL API, Rotate, flip: rotate.
    pub fn rotate(&self, angle: i64) -> Result<Self> {
        if !(0..=360).contains(&angle) || angle % 90 != 0 {
            return Err(Error::parameter(
                "angle",
                format_args!("must be a multiple of 90 from 0 to 360, not {angle}"),
            ));
        }
        self.with("rotate", [angle.to_string()])
    }

    /// Turns the image upside down, as in a lake.
    ///
    /// Reference: URL API, Rotate, flip: flip.
    pub fn flip(&self) -> Result<Self> {
        self.with("flip", [])
    }

    /// Swaps left and right.
    ///
    /// Reference: URL API, Rotate, flip: mirror.
    pub fn mirror(&self) -> Result<Self> {
        self.with("mirror", [])
    }
}
