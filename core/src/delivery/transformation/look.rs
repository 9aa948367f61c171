//! Operations on the colours and the sharpness of an image.

use super::{PART, SOURCE_SIDE, Transformation, box_size, coordinates};
use crate::{
    delivery::{
        Length,
        options::{
            BlurOptions, BlurRegionOptions, EnhanceOptions, FilterName, FilterOptions,
            SharpOptions, SrgbMode,
        },
    },
    error::{Error, Result, check_known, check_range},
};
use uploadcare_macros::operations;

#[operations]
impl Transformation {
    /// Makes the image brighter or darker.
    ///
    /// `value`: -100 to 100; 0 changes nothing.
    /// Errors: `invalid_parameter` for a number out of its range.
    /// Reference: URL API, Colors: brightness.
    pub fn brightness(&self, value: i64) -> Result<Self> {
        self.number("brightness", "value", value, -100, 100)
    }

    /// Changes the exposure.
    ///
    /// `value`: -500 to 500; 0 changes nothing.
    /// Errors: `invalid_parameter` for a number out of its range.
    /// Reference: URL API, Colors: exposure.
    pub fn exposure(&self, value: i64) -> Result<Self> {
        self.number("exposure", "value", value, -500, 500)
    }

    /// Changes the gamma.
    ///
    /// `value`: 0 to 1000; 100 changes nothing.
    /// Errors: `invalid_parameter` for a number out of its range.
    /// Reference: URL API, Colors: gamma.
    pub fn gamma(&self, value: i64) -> Result<Self> {
        self.number("gamma", "value", value, 0, 1000)
    }

    /// Changes the contrast.
    ///
    /// `value`: -100 to 500; 0 changes nothing.
    /// Errors: `invalid_parameter` for a number out of its range.
    /// Reference: URL API, Colors: contrast.
    pub fn contrast(&self, value: i64) -> Result<Self> {
        self.number("contrast", "value", value, -100, 500)
    }

    /// Makes colours stronger or weaker.
    ///
    /// `value`: -100 to 500; 0 changes nothing.
    /// Errors: `invalid_parameter` for a number out of its range.
    /// Reference: URL API, Colors: saturation.
    pub fn saturation(&self, value: i64) -> Result<Self> {
        self.number("saturation", "value", value, -100, 500)
    }

    /// Makes weak colours stronger, or weaker still.
    ///
    /// `value`: -100 to 500; 0 changes nothing.
    /// Errors: `invalid_parameter` for a number out of its range.
    /// Reference: URL API, Colors: vibrance.
    pub fn vibrance(&self, value: i64) -> Result<Self> {
        self.number("vibrance", "value", value, -100, 500)
    }

    /// Makes the colours warmer or colder.
    ///
    /// `value`: -100 to 100; 0 changes nothing.
    /// Errors: `invalid_parameter` for a number out of its range.
    /// Reference: URL API, Colors: warmth.
    pub fn warmth(&self, value: i64) -> Result<Self> {
        self.number("warmth", "value", value, -100, 100)
    }

    /// Makes the image look better: levels, contrast and saturation at once.
    ///
    /// `options`: how much.
    /// Errors: `invalid_parameter` for a number out of its range.
    /// Reference: URL API, Colors: enhance.
    pub fn enhance(&self, options: EnhanceOptions) -> Result<Self> {
        self.optional("enhance", "strength", options.strength, 0, 100)
    }

    /// Takes the colours away.
    ///
    /// Reference: URL API, Colors: grayscale.
    pub fn grayscale(&self) -> Result<Self> {
        self.with("grayscale", [])
    }

    /// Turns the colours into their opposites.
    ///
    /// Reference: URL API, Colors: invert.
    pub fn invert(&self) -> Result<Self> {
        self.with("invert", [])
    }

    /// Lays one of the photo filters over the image.
    ///
    /// `name`: the filter.
    /// `options`: how much.
    /// Errors: `invalid_parameter` for another filter, or an amount out of its range.
    /// Reference: URL API, Photo filters.
    pub fn filter(&self, name: FilterName, options: FilterOptions) -> Result<Self> {
        check_known("name", name.as_str(), FilterName::KNOWN)?;
        let mut parameters = vec![name.to_string()];
        if let Some(amount) = options.amount {
            check_range("amount", amount, -100, 200)?;
            parameters.push(amount.to_string());
        }
        self.with("filter", parameters)
    }

    /// Blurs the image; with an amount it is an unsharp mask, which sharpens where the amount is negative.
    ///
    /// `options`: how much.
    /// Errors: `invalid_parameter` for an amount without a strength, or a number out of its range.
    /// Reference: URL API, Blur, sharpen: blur.
    pub fn blur(&self, options: BlurOptions) -> Result<Self> {
        let mut parameters = Vec::new();
        if let Some(strength) = options.strength {
            check_range("strength", strength, 0, 5000)?;
            parameters.push(strength.to_string());
        }
        if let Some(amount) = options.amount {
            if parameters.is_empty() {
                return Err(Error::parameter("strength", "must be given beside `amount`"));
            }
            check_range("amount", amount, -200, 100)?;
            parameters.push(amount.to_string());
        }
        self.with("blur", parameters)
    }

    /// Blurs a rectangle of the image.
    ///
    /// `width`: 1 to 1000000 pixels, or 1% to 100% of the image.
    /// `height`: 1 to 1000000 pixels, or 1% to 100% of the image.
    /// `x`: its left edge: 0 to 1000000 pixels, or 0% to 100% of the image.
    /// `y`: its upper edge: 0 to 1000000 pixels, or 0% to 100% of the image.
    /// `options`: how much.
    /// Errors: `invalid_parameter` for a value out of its range.
    /// Reference: URL API, Blur, sharpen: blur_region.
    pub fn blur_region(
        &self,
        width: impl Into<Length>,
        height: impl Into<Length>,
        x: impl Into<Length>,
        y: impl Into<Length>,
        options: BlurRegionOptions,
    ) -> Result<Self> {
        let size = box_size(width.into(), height.into(), Some((1, SOURCE_SIDE)), PART)?;
        let mut parameters = vec![size, coordinates(x.into(), y.into(), true)?];
        parameters.extend(options.strength()?);
        self.with("blur_region", parameters)
    }

    /// Blurs all faces of the image.
    ///
    /// `options`: how much.
    /// Errors: `invalid_parameter` for a number out of its range.
    /// Reference: URL API, Blur, sharpen: blur_region.
    pub fn blur_faces(&self, options: BlurRegionOptions) -> Result<Self> {
        self.with("blur_region", ["faces".to_owned()].into_iter().chain(options.strength()?))
    }

    /// Sharpens the image.
    ///
    /// `options`: how much.
    /// Errors: `invalid_parameter` for a number out of its range.
    /// Reference: URL API, Blur, sharpen: sharp.
    pub fn sharp(&self, options: SharpOptions) -> Result<Self> {
        self.optional("sharp", "strength", options.strength, 0, 20)
    }

    /// Says what happens to colours of another profile than sRGB.
    ///
    /// `mode`: what.
    /// Errors: `invalid_parameter` for another mode.
    /// Reference: URL API, Colors: srgb.
    pub fn srgb(&self, mode: SrgbMode) -> Result<Self> {
        check_known("mode", mode.as_str(), SrgbMode::KNOWN)?;
        self.with("srgb", [mode.to_string()])
    }

    /// Says how large a colour profile may be that is kept. Put it before `srgb`.
    ///
    /// `kilobytes`: 0 to 1000000; the service's default is 10.
    /// Errors: `invalid_parameter` for a number out of its range.
    /// Reference: URL API, Colors: max_icc_size.
    pub fn max_icc_size(&self, kilobytes: i64) -> Result<Self> {
        self.number("max_icc_size", "kilobytes", kilobytes, 0, 1_000_000)
    }
}
