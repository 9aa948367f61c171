//! Leniencies of decoding that the service's history asks for.

use serde::{Deserialize, Deserializer, de};
use std::fmt;

/// A whole number that may come as a number, as a float without a fraction, or as text.
pub struct Integer(pub i64);

impl<'de> Deserialize<'de> for Integer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl de::Visitor<'_> for Visitor {
            type Value = Integer;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number")
            }

            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Integer, E> {
                Ok(Integer(value))
            }

            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Integer, E> {
                i64::try_from(value)
                    .map(Integer)
                    .map_err(|_| E::invalid_value(de::Unexpected::Unsigned(value), &self))
            }

            fn visit_f64<E: de::Error>(self, value: f64) -> Result<Integer, E> {
                // Above 2^53 a float no longer names one whole number.
                if value.fract() == 0.0 && value.abs() <= 9_007_199_254_740_992.0 {
                    Ok(Integer(value as i64))
                } else {
                    Err(E::invalid_value(de::Unexpected::Float(value), &self))
                }
            }

            fn visit_str<E: de::Error>(self, value: &str) -> Result<Integer, E> {
                value
                    .parse()
                    .map(Integer)
                    .map_err(|_| E::invalid_value(de::Unexpected::Str(value), &self))
            }
        }

        deserializer.deserialize_any(Visitor)
    }
}

#[cfg(test)]
mod tests {
    use super::Integer;

    fn decode(text: &str) -> Result<i64, String> {
        serde_json::from_str::<Integer>(text).map(|v| v.0).map_err(|e| e.to_string())
    }

    #[test]
    fn whole_numbers_in_every_dress() {
        assert_eq!(decode("6"), Ok(6));
        assert_eq!(decode("\"6\""), Ok(6));
        assert_eq!(decode("6.0"), Ok(6));
        assert_eq!(decode("5000000000"), Ok(5_000_000_000));
        assert!(decode("6.5").is_err());
        assert!(decode("\"six\"").is_err());
        assert!(decode("1e300").is_err());
    }
}
