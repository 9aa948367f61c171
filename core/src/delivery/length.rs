//! Lengths in delivery URLs.

use crate::error::{Error, Result};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{fmt, str::FromStr};

/// A length: a number of pixels, or per cent of the whole.
///
/// As text it is `640` or `50%`.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Length {
    /// Pixels.
    Pixels {
        /// How many.
        value: i64,
    },
    /// Per cent of the whole.
    Percent {
        /// How many.
        value: f64,
    },
}

impl Length {
    /// Per cent of the whole.
    pub fn percent(value: impl Into<f64>) -> Self {
        Self::Percent { value: value.into() }
    }

    /// As it stands in a URL, if it is in range.
    ///
    /// pixels, percent: The least and the most of each; None where there may be none.
    pub(super) fn checked(
        self,
        name: &str,
        pixels: Option<(i64, i64)>,
        percent: Option<(f64, f64)>,
    ) -> Result<String> {
        let is_right = match self {
            Self::Pixels { value } => {
                pixels.is_some_and(|(least, most)| (least..=most).contains(&value))
            }
            Self::Percent { value } => {
                percent.is_some_and(|(least, most)| (least..=most).contains(&value))
            }
        };
        if is_right {
            return Ok(match self {
                Self::Pixels { value } => value.to_string(),
                // Not less than nothing by a sign alone.
                Self::Percent { value } => format!("{}p", value + 0.0),
            });
        }
        let ranges = [
            pixels.map(|(least, most)| format!("from {least} to {most} pixels")),
            percent.map(|(least, most)| format!("from {least}% to {most}%")),
        ];
        let ranges: Vec<_> = ranges.into_iter().flatten().collect();
        Err(Error::parameter(name, format_args!("must be {}, not {self}", ranges.join(" or "))))
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pixels { value } => write!(f, "{value}"),
            Self::Percent { value } => write!(f, "{value}%"),
        }
    }
}

/// What is no length, in words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("must be a whole number of pixels or per cent, such as 640 or 50%, not {0:?}")]
pub struct NotALength(String);

/// `640`, `640px`, `50%`, or `50p` as in URLs.
impl FromStr for Length {
    type Err = NotALength;

    fn from_str(text: &str) -> std::result::Result<Self, NotALength> {
        let wrong = || NotALength(text.to_owned());
        let trimmed = text.trim();
        if let Some(number) = trimmed.strip_suffix(['%', 'p']) {
            let value: f64 = number.trim().parse().map_err(|_| wrong())?;
            return if value.is_finite() { Ok(Self::Percent { value }) } else { Err(wrong()) };
        }
        let number = trimmed.strip_suffix("px").unwrap_or(trimmed);
        Ok(Self::Pixels { value: number.trim().parse().map_err(|_| wrong())? })
    }
}

impl From<i64> for Length {
    fn from(value: i64) -> Self {
        Self::Pixels { value }
    }
}

impl From<i32> for Length {
    fn from(value: i32) -> Self {
        Self::Pixels { value: value.into() }
    }
}

impl From<u32> for Length {
    fn from(value: u32) -> Self {
        Self::Pixels { value: value.into() }
    }
}

impl Serialize for Length {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        match self {
            Self::Pixels { value } => serializer.serialize_i64(*value),
            Self::Percent { .. } => serializer.collect_str(self),
        }
    }
}

impl<'de> Deserialize<'de> for Length {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Given {
            Pixels(i64),
            Text(String),
        }

        match Given::deserialize(deserializer)? {
            Given::Pixels(value) => Ok(Self::Pixels { value }),
            Given::Text(text) => text.parse().map_err(de::Error::custom),
        }
    }
}

#[cfg(feature = "python")]
mod python {
    use super::Length;
    use pyo3::{
        exceptions::{PyTypeError, PyValueError},
        prelude::*,
        types::{PyBool, PyInt},
    };

    /// An `int` of pixels, or a text such as `50%`.
    impl<'py> FromPyObject<'_, 'py> for Length {
        type Error = PyErr;

        fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
            if let Ok(text) = object.extract::<String>() {
                return text
                    .parse()
                    .map_err(|error: super::NotALength| PyValueError::new_err(error.to_string()));
            }
            if object.is_instance_of::<PyInt>() && !object.is_instance_of::<PyBool>() {
                return Ok(Self::Pixels { value: object.extract()? });
            }
            let of = object.get_type().name()?;
            Err(PyTypeError::new_err(format!("must be an int or a str such as '50%', not {of}")))
        }
    }
}

/// Pixels as a number, or per cent as a text such as `50%`.
#[cfg(feature = "node")]
#[napi_derive::napi(js_name = "Length")]
#[allow(dead_code)]
pub type LengthText = napi::Either<f64, String>;

#[cfg(feature = "node")]
const _: () = {
    use napi::{Either, Error, Result, Status, ValueType, bindgen_prelude::*, sys};

    impl TypeName for Length {
        fn type_name() -> &'static str {
            "Length"
        }
        fn value_type() -> ValueType {
            ValueType::Unknown
        }
    }
    impl ValidateNapiValue for Length {}
    impl FromNapiValue for Length {
        unsafe fn from_napi_value(env: sys::napi_env, value: sys::napi_value) -> Result<Self> {
            let wrong = |text: String| Error::new(Status::InvalidArg, text);
            match unsafe { Either::<f64, String>::from_napi_value(env, value)? } {
                Either::A(value) if value.fract() == 0.0 && value.abs() < 1e15 => {
                    Ok(Self::Pixels { value: value as i64 })
                }
                Either::A(value) => Err(wrong(NotALength(value.to_string()).to_string())),
                Either::B(text) => {
                    text.parse().map_err(|error: NotALength| wrong(error.to_string()))
                }
            }
        }
    }
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts() {
        for (text, length) in [
            ("640", Length::from(640)),
            (" 640px ", Length::from(640)),
            ("50%", Length::percent(50)),
            ("12.5p", Length::percent(12.5)),
            ("-3", Length::from(-3)),
        ] {
            assert_eq!(text.parse(), Ok(length), "{text}");
        }
        for text in ["", "%", "1.5", "wide", "inf%", "5pp"] {
            assert!(text.parse::<Length>().is_err(), "{text}");
        }
        let read = |text: &str| serde_json::from_str::<Length>(text);
        assert_eq!(read("3").unwrap(), Length::from(3));
        assert_eq!(read("\"3%\"").unwrap(), Length::percent(3));
        assert!(read("1.5").is_err());
    }
}
