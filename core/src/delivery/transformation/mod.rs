//! Operations on images, as they stand in a delivery URL.

mod geometry;
mod look;
mod output;

use super::Length;
use crate::error::{Error, Result, check_range, quoted};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// Longest side of a result (URL API: Output image dimensions); what a project may have is less unless its
/// limits were raised.
const SIDE: i64 = 16_384;

/// Longest side of what is cut out of an image.
const SOURCE_SIDE: i64 = 1_000_000;

const WHOLE: Option<(f64, f64)> = Some((0.0, 100.0));
const PART: Option<(f64, f64)> = Some((1.0, 100.0));

/// What nothing can come after.
const LAST: &[&str] = &["json", "jsonp", "main_colors"];

/// Operations on an image, applied from the first to the last (URL API: Image transformations).
///
/// It never changes: each operation gives a new one, with itself at the end.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Transformation {
    /// The operations as they stand in a URL, such as `-/preview/200x200/-/grayscale/`.
    #[cfg_attr(feature = "uniffi", uniffi(default = ""))]
    pub text: String,
}

impl Transformation {
    /// No operation yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether there is no operation.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The text, if it has the form of operations: it may have been given by hand.
    pub(super) fn checked(&self, name: &str) -> Result<String> {
        checked_chain(name, &self.text)
    }

    fn with(&self, name: &str, parameters: impl IntoIterator<Item = String>) -> Result<Self> {
        self.check_end()?;
        let mut text = format!("{}-/{name}/", self.text);
        for parameter in parameters {
            text.push_str(&parameter);
            text.push('/');
        }
        Ok(Self { text })
    }

    fn number(&self, name: &str, parameter: &str, value: i64, low: i64, high: i64) -> Result<Self> {
        check_range(parameter, value, low, high)?;
        self.with(name, [value.to_string()])
    }

    fn optional(
        &self,
        name: &str,
        parameter: &str,
        value: Option<i64>,
        low: i64,
        high: i64,
    ) -> Result<Self> {
        match value {
            Some(value) => self.number(name, parameter, value, low, high),
            None => self.with(name, []),
        }
    }

    /// Refuses to go on after what must be the last.
    fn check_end(&self) -> Result<()> {
        let last = self.text.rsplit("-/").next().unwrap_or_default();
        let name = last.split('/').next().unwrap_or_default();
        if LAST.contains(&name) {
            return Err(Error::parameter(
                "transformation",
                format_args!("ends with {name}, which nothing can come after"),
            ));
        }
        Ok(())
    }
}

/// Operations as text, with the form that they have in a URL: `-/`, a name and parameters, `/`.
pub(super) fn checked_chain(name: &str, text: &str) -> Result<String> {
    let legal = |c: char| c.is_ascii_graphic() && !"?#\"<>\\^`{|}".contains(c);
    if !text.chars().all(legal) {
        return Err(Error::parameter(
            name,
            format_args!("must be operations as in a URL, percent-encoded, not {}", quoted(text)),
        ));
    }
    let inner = text.trim_matches('/');
    let inner = inner.strip_prefix("-/").unwrap_or(inner);
    if inner.is_empty() || inner == "-" {
        return Ok(String::new());
    }
    let mut chain = String::new();
    for operation in inner.split("/-/") {
        let operation = operation.trim_matches('/');
        let is_named = operation.split('/').next().is_some_and(|name| {
            !name.is_empty()
                && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_~".contains(&byte))
        });
        // Encoded, they mean folders all the same.
        let has_folders = operation
            .to_ascii_lowercase()
            .replace("%2e", ".")
            .split('/')
            .any(|part| matches!(part, "." | ".." | "-"));
        if !is_named || has_folders {
            return Err(Error::parameter(
                name,
                format_args!("must be operations such as -/resize/200x/, not {}", quoted(text)),
            ));
        }
        chain.push_str("-/");
        chain.push_str(operation);
        chain.push('/');
    }
    Ok(chain)
}

fn yes(enabled: bool) -> String {
    (if enabled { "yes" } else { "no" }).to_owned()
}

fn size(width: i64, height: i64) -> Result<String> {
    check_range("width", width, 1, SIDE)?;
    check_range("height", height, 1, SIDE)?;
    Ok(format!("{width}x{height}"))
}

pub(super) fn box_size(
    width: Length,
    height: Length,
    pixels: Option<(i64, i64)>,
    percent: Option<(f64, f64)>,
) -> Result<String> {
    let width = width.checked("width", pixels, percent)?;
    Ok(format!("{width}x{}", height.checked("height", pixels, percent)?))
}

pub(super) fn coordinates(x: Length, y: Length, in_pixels: bool) -> Result<String> {
    let pixels = in_pixels.then_some((0, SOURCE_SIDE));
    Ok(format!("{},{}", x.checked("x", pixels, WHOLE)?, y.checked("y", pixels, WHOLE)?))
}

/// A colour without `#`.
pub(super) fn checked_color(name: &str, text: &str) -> Result<String> {
    let digits = text.strip_prefix('#').unwrap_or(text);
    if matches!(digits.len(), 3 | 6 | 8) && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Ok(digits.to_ascii_lowercase());
    }
    Err(Error::parameter(
        name,
        format_args!("must be 3, 6 or 8 hexadecimal digits such as ff8000, not {}", quoted(text)),
    ))
}

impl fmt::Display for Transformation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Operations as in a URL, with or without the slashes around them.
impl FromStr for Transformation {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Ok(Self { text: checked_chain("transformation", text)? })
    }
}

#[cfg(feature = "python")]
mod python {
    use super::Transformation;
    use pyo3::{exceptions::PyTypeError, prelude::*};

    /// The text, or an object that has it as its `_text`: `text` is an operation.
    impl<'py> FromPyObject<'_, 'py> for Transformation {
        type Error = PyErr;

        fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
            let text = match object.extract::<String>() {
                Ok(text) => Ok(text),
                Err(_) => object.getattr("_text").and_then(|text| text.extract()),
            };
            let of = object.get_type().name()?;
            let wrong =
                |_| PyTypeError::new_err(format!("must be a Transformation or a str, not {of}"));
            Ok(Self { text: text.map_err(wrong)? })
        }
    }
}

#[cfg(feature = "node")]
const _: () = {
    use napi::{Error, Result, Status, ValueType, bindgen_prelude::*, sys};

    impl TypeName for Transformation {
        fn type_name() -> &'static str {
            "Transformation"
        }
        fn value_type() -> ValueType {
            ValueType::Unknown
        }
    }
    impl ValidateNapiValue for Transformation {}
    /// The text, or an object that has it as its `chain`: `text` is an operation.
    impl FromNapiValue for Transformation {
        unsafe fn from_napi_value(env: sys::napi_env, value: sys::napi_value) -> Result<Self> {
            if let Ok(text) = unsafe { String::from_napi_value(env, value) } {
                return Ok(Self { text });
            }
            let object = unsafe { Object::from_napi_value(env, value) };
            let text = object.and_then(|object| object.get_named_property::<String>("chain"));
            let wrong = |_| {
                Error::new(Status::InvalidArg, "must be a Transformation or a string".to_owned())
            };
            Ok(Self { text: text.map_err(wrong)? })
        }
    }
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delivery::options::*;

    const UUID: &str = "b18b5179-b9f6-4fdc-9920-5539f938fc44";

    fn new() -> Transformation {
        Transformation::new()
    }

    fn centered() -> PlacementOptions {
        PlacementOptions { align: Some(Alignment::Center), ..Default::default() }
    }

    fn preview(width: i64, height: i64) -> PreviewOptions {
        PreviewOptions { width: Some(width), height: Some(height) }
    }

    #[test]
    fn chains_keep_their_order() -> Result<()> {
        let chain = new()
            .quality(ImageQuality::Best)?
            .preview(preview(160, 160))?
            .setfill("#8D8578")?
            .stretch(StretchMode::Fill)?
            .resize(ResizeOptions { width: Some(220), height: None })?;
        assert_eq!(
            chain.text,
            "-/quality/best/-/preview/160x160/-/setfill/8d8578/-/stretch/fill/-/resize/220x/"
        );
        let chain = new().preview(preview(440, 400))?.blur_region(
            Length::percent(30),
            Length::percent(80),
            Length::percent(50),
            Length::percent(10),
            BlurRegionOptions { strength: Some(20) },
        )?;
        assert_eq!(chain.text, "-/preview/440x400/-/blur_region/30px80p/50p,10p/20/");
        let overlay = OverlayOptions {
            width: Some(Length::percent(50)),
            height: Some(Length::percent(50)),
            align: Some(Alignment::Center),
            ..Default::default()
        };
        assert_eq!(new().overlay(UUID, overlay)?.text, format!("-/overlay/{UUID}/50px50p/center/"));
        let faint = OverlayOptions { opacity: Some(20), ..Default::default() };
        assert_eq!(new().overlay_self(faint)?.text, "-/overlay/self/100px100p/center/20p/");
        assert_eq!(new().overlay_self(OverlayOptions::default())?.text, "-/overlay/self/");
        let font = FontOptions { size: Some(20), color: Some("fff".into()), ..Default::default() };
        let chain = new()
            .text_align(HorizontalAlignment::Right, VerticalAlignment::Bottom)?
            .font(font)?
            .text_box(
                TextBoxMode::Fill,
                TextBoxOptions { color: Some("fcba0355".into()), padding: None },
            )?
            .text("Up~load\nca/re 👍", Length::percent(80), Length::percent(80), centered())?;
        assert_eq!(
            chain.text,
            "-/text_align/right/bottom/-/font/20/fff/-/text_box/fill/fcba0355/-/text/80px80p/center/\
             Up~~load~nca~sre%20%F0%9F%91%8D/"
        );
        let radii = [Length::from(10), 20.into(), Length::percent(40), Length::percent(80)];
        let vertical = BorderRadiusOptions { vertical: Some(vec![Length::percent(30)]) };
        assert_eq!(
            new().border_radius(radii, vertical)?.text,
            "-/border_radius/10,20,40p,80p/30p/"
        );
        // A zero is a place like any other.
        let place =
            PlacementOptions { x: Some(0.into()), y: Some(20.into()), ..Default::default() };
        assert_eq!(new().crop(1, 2, place)?.text, "-/crop/1x2/0,20/");
        Ok(())
    }

    #[test]
    fn one_inside_and_one_outside_of_each_range() {
        type Call = fn(&Transformation, i64) -> Result<Transformation>;
        let ranges: [(&str, Call, i64, i64); 21] = [
            ("width", |t, n| t.preview(preview(n, 1)), 1, 16_384),
            ("height", |t, n| t.smart_resize(1, n), 1, 16_384),
            ("height", |t, n| t.resize(ResizeOptions { width: None, height: Some(n) }), 1, 16_384),
            ("width", |t, n| t.scale_crop(n, 1, ScaleCropOptions::default()), 1, 16_384),
            ("width", |t, n| t.crop(n, 1, PlacementOptions::default()), 1, 1_000_000),
            ("width", |t, n| t.crop_ratio(n, 1, PlacementOptions::default()), 1, 10_000),
            (
                "width",
                |t, n| t.rect("fff", Length::percent(n as f64), Length::percent(1), centered()),
                1,
                100,
            ),
            ("zoom", |t, n| t.zoom_objects(n), 1, 100),
            ("value", |t, n| t.brightness(n), -100, 100),
            ("value", |t, n| t.exposure(n), -500, 500),
            ("value", |t, n| t.gamma(n), 0, 1000),
            ("value", |t, n| t.contrast(n), -100, 500),
            ("value", |t, n| t.saturation(n), -100, 500),
            ("value", |t, n| t.vibrance(n), -100, 500),
            ("value", |t, n| t.warmth(n), -100, 100),
            ("strength", |t, n| t.enhance(EnhanceOptions { strength: Some(n) }), 0, 100),
            (
                "amount",
                |t, n| t.filter(FilterName::Adaris, FilterOptions { amount: Some(n) }),
                -100,
                200,
            ),
            ("strength", |t, n| t.blur(BlurOptions { strength: Some(n), amount: None }), 0, 5000),
            (
                "amount",
                |t, n| t.blur(BlurOptions { strength: Some(1), amount: Some(n) }),
                -200,
                100,
            ),
            ("strength", |t, n| t.sharp(SharpOptions { strength: Some(n) }), 0, 20),
            ("count", |t, n| t.main_colors(n), 1, 256),
        ];
        for (parameter, call, least, most) in ranges {
            for inside in [least, most] {
                call(&new(), inside).unwrap_or_else(|error| panic!("{inside}: {error}"));
            }
            for outside in [least - 1, most + 1] {
                let error = call(&new(), outside).unwrap_err();
                assert_eq!(error.info().parameter.as_deref(), Some(parameter), "{error}");
                let message = error.message();
                assert!(message.contains(&least.to_string()), "{message}");
                assert!(message.contains(&most.to_string()), "{message}");
            }
        }
        for angle in [-90, 45, 450] {
            assert!(new().rotate(angle).is_err(), "{angle}");
        }
        for color in ["", "ff", "ffff", "gggggg", "##fff"] {
            assert!(new().setfill(color).is_err(), "{color}");
        }
        let unknown = ImageFormat::from("avif".to_owned());
        assert!(new().format(unknown).unwrap_err().message().contains("jpeg, png, webp"));
    }

    #[test]
    fn options_that_belong_together() {
        let only = |x: Option<i64>, y: Option<i64>, align| PlacementOptions {
            align,
            x: x.map(Into::into),
            y: y.map(Into::into),
        };
        for (placement, parameter) in [
            (only(Some(1), None, None), "y"),
            (only(None, Some(1), None), "x"),
            (only(Some(1), Some(1), Some(Alignment::Top)), "align"),
        ] {
            let error = new().crop(1, 1, placement).unwrap_err();
            assert_eq!(error.info().parameter.as_deref(), Some(parameter));
        }
        let amount = BlurOptions { strength: None, amount: Some(1) };
        assert!(new().blur(amount).is_err());
        assert!(new().resize(ResizeOptions::default()).is_err());
        assert!(new().font(FontOptions::default()).is_err());
        let both = CropObjectOptions {
            width: Some(1.into()),
            height: Some(1.into()),
            ratio_width: Some(1),
            ..Default::default()
        };
        assert!(new().crop_object(CropObject::Face, both).is_err());
        let json = new().json().unwrap();
        assert!(json.flip().unwrap_err().message().contains("json"));
        assert!(json.raw("flip").is_err());
    }

    #[test]
    fn operations_as_text() {
        let raw = |text: &str| new().raw(text).map(|transformation| transformation.text);
        assert_eq!(raw("sharp/10").unwrap(), "-/sharp/10/");
        assert_eq!(raw("-/sharp/10/-/flip/").unwrap(), "-/sharp/10/-/flip/");
        for text in
            ["", "/", "-", "-/", "a b", "a?b", "../x", "a/../b", "a/%2E./b", "x/-/", "a/-/-/b", "#"]
        {
            assert!(raw(text).is_err(), "{text}: {:?}", raw(text));
        }
        assert_eq!("/-/flip".parse::<Transformation>().unwrap().text, "-/flip/");
        assert!("".parse::<Transformation>().unwrap().is_empty());
    }
}
