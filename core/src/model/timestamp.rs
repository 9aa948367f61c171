use chrono::{
    DateTime, Datelike, NaiveDate, NaiveDateTime, SecondsFormat, SubsecRound, Utc, format::Parsed,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::{
    fmt,
    ops::{Deref, Range},
    str::FromStr,
};

/// A moment in UTC with microseconds, as the service writes it.
///
/// Python has `datetime`, Swift `Date`, Kotlin `Instant`; TypeScript keeps the ISO 8601 text,
/// because a JavaScript `Date` would cut the microseconds that list positions depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub DateTime<Utc>);

impl Deref for Timestamp {
    type Target = DateTime<Utc>;

    fn deref(&self) -> &DateTime<Utc> {
        &self.0
    }
}

impl From<DateTime<Utc>> for Timestamp {
    fn from(value: DateTime<Utc>) -> Self {
        Self(value)
    }
}

/// Always six fractional digits and `Z`: the only form the service was ever seen to send.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_rfc3339_opts(SecondsFormat::Micros, true))
    }
}

/// ISO 8601 with any zone; without a zone it is UTC.
impl FromStr for Timestamp {
    type Err = chrono::ParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Some(moment) = usual(text.as_bytes()) {
            return Ok(Self(moment));
        }
        let moment = match DateTime::parse_from_rfc3339(text) {
            Ok(moment) => moment.with_timezone(&Utc),
            Err(error) => text.parse::<NaiveDateTime>().map_err(|_| error)?.and_utc(),
        };
        if !(0..=9999).contains(&moment.year()) {
            // As it would be written it could not be read again.
            Parsed::new().set_year(i64::MAX)?;
        }
        // What is kept is what is written.
        Ok(Self(moment.trunc_subsecs(6)))
    }
}

/// The form that the service sends, `2018-11-27T01:00:24.296613Z`, with or without the fraction: several times quicker
/// than a parser of all forms, which takes what is refused here.
fn usual(text: &[u8]) -> Option<DateTime<Utc>> {
    const FORM: &[u8; 20] = b"0000-00-00T00:00:00Z";

    let (seconds, micros) = match text.len() {
        20 => (text, 0),
        27 if text[19] == b'.' && text[26] == b'Z' => (&text[..19], number(&text[20..26])?),
        _ => return None,
    };
    let is_in_form = seconds.iter().zip(FORM).all(|(byte, form)| *form == b'0' || byte == form);
    let part = |range: Range<usize>| number(&text[range]);
    // A leap second is written with 60, and rare.
    let (hour, minute, second) = (part(11..13)?, part(14..16)?, part(17..19)?);
    let day = NaiveDate::from_ymd_opt(i32::try_from(part(0..4)?).ok()?, part(5..7)?, part(8..10)?)?;
    is_in_form
        .then(|| day.and_hms_micro_opt(hour, minute, second, micros))?
        .map(|naive| naive.and_utc())
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |number, digit| {
        digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'))
    })
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl serde::de::Visitor<'_> for Visitor {
            type Value = Timestamp;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an ISO 8601 timestamp")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Timestamp, E> {
                text.parse().map_err(|_| E::invalid_value(serde::de::Unexpected::Str(text), &self))
            }
        }

        deserializer.deserialize_str(Visitor)
    }
}

#[cfg(feature = "python")]
mod python {
    use super::Timestamp;
    use chrono::{DateTime, Utc};
    use pyo3::{exceptions::PyValueError, prelude::*, types::PyDateTime};

    impl<'py> IntoPyObject<'py> for Timestamp {
        type Target = PyDateTime;
        type Output = Bound<'py, PyDateTime>;
        type Error = PyErr;

        fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
            self.0.into_pyobject(py)
        }
    }

    /// A `datetime` with a zone, or ISO 8601 text.
    impl<'py> FromPyObject<'_, 'py> for Timestamp {
        type Error = PyErr;

        fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
            if let Ok(text) = object.extract::<&str>() {
                return text
                    .parse()
                    .map_err(|_| PyValueError::new_err(format!("'{text}' is not ISO 8601")));
            }
            if object.getattr("tzinfo").is_ok_and(|zone| zone.is_none()) {
                return Err(PyValueError::new_err("a datetime needs a time zone"));
            }
            let utc = object.call_method1(
                "astimezone",
                (object.py().import("datetime")?.getattr("timezone")?.getattr("utc")?,),
            )?;
            Ok(Self(utc.extract::<DateTime<Utc>>()?))
        }
    }
}

/// The ISO 8601 text of a moment in UTC, with microseconds.
#[cfg(feature = "node")]
#[napi_derive::napi(js_name = "Timestamp")]
#[allow(dead_code)]
pub type TimestampText = String;

#[cfg(feature = "node")]
const _: () = {
    use napi::{Error, Result, Status, ValueType, bindgen_prelude::*, sys};

    impl TypeName for Timestamp {
        fn type_name() -> &'static str {
            "Timestamp"
        }
        fn value_type() -> ValueType {
            ValueType::String
        }
    }
    impl ValidateNapiValue for Timestamp {}
    impl ToNapiValue for Timestamp {
        unsafe fn to_napi_value(env: sys::napi_env, value: Self) -> Result<sys::napi_value> {
            unsafe { String::to_napi_value(env, value.to_string()) }
        }
    }
    impl FromNapiValue for Timestamp {
        unsafe fn from_napi_value(env: sys::napi_env, value: sys::napi_value) -> Result<Self> {
            let text = unsafe { String::from_napi_value(env, value)? };
            text.parse().map_err(|_| {
                Error::new(Status::InvalidArg, format!("'{text}' is not an ISO 8601 timestamp"))
            })
        }
    }
};

#[cfg(feature = "uniffi")]
mod ffi {
    use super::Timestamp;
    use chrono::{DateTime, SubsecRound, Utc};
    use std::time::SystemTime;

    // Swift's `Date` is a floating-point number, so a microsecond arrives as a bit less or more.
    uniffi::custom_type!(Timestamp, SystemTime, {
        try_lift: |time| Ok(Timestamp(DateTime::<Utc>::from(time).round_subsecs(6))),
        lower: |timestamp| timestamp.0.into(),
    });
}

#[cfg(test)]
mod tests {
    use super::{Timestamp, usual};

    #[test]
    fn keeps_six_digits_and_reads_every_form() {
        for text in ["2018-11-27T01:00:24.296613Z", "2022-09-01T12:00:00.100000Z"] {
            assert_eq!(text.parse::<Timestamp>().unwrap().to_string(), text);
        }
        let same = "2018-11-27T01:00:24.000000Z";
        for text in [
            "2018-11-27T01:00:24Z",
            "2018-11-27T03:00:24+02:00",
            "2018-11-27T01:00:24",
            "2018-11-27T01:00:24.000000+00:00",
        ] {
            assert_eq!(text.parse::<Timestamp>().unwrap().to_string(), same, "{text}");
        }
        assert!("2016-12-31T23:59:60Z".parse::<Timestamp>().is_ok());
        for text in [
            "2018-11-27 01:00:24.296613",
            "2018-11-27T01:00:24.29661xZ",
            "2018-02-29T01:00:24Z",
            "2018-11-27T24:00:24Z",
            "2018-11-27T01:00:2.Z",
            "2018/11/27T01:00:24Z",
            "+018-11-27T01:00:24Z",
        ] {
            assert_eq!(usual(text.as_bytes()), None, "{text}");
        }
        for text in ["yesterday", "+10000-01-01T00:00:00", "9999-12-31T23:59:59-01:00"] {
            assert!(text.parse::<Timestamp>().is_err(), "{text}");
        }
        let finer: Timestamp = "2018-11-27T01:00:24.296613999Z".parse().unwrap();
        assert_eq!(Ok(finer), finer.to_string().parse());
    }
}
