use crate::error::{Error, Result, check_known, quoted};
use serde_json::{Map, Value, json};
use uploadcare_macros::{open_enum, options};

/// What a picture without background is to be like.
#[options]
pub struct RemoveBackgroundOptions {
    /// Whether to cut off empty space around the foreground. Default false.
    pub crop: Option<bool>,
    /// Margin around the cropped foreground: pixels or per cent such as `30px` or `30%`, one to
    /// four of them. Default `0`.
    pub crop_margin: Option<String>,
    /// Size of the foreground in the picture, such as `80%`: 10 to 100 per cent. Default: as in the
    /// source.
    pub scale: Option<String>,
    /// Whether to add a shadow. Default false.
    pub add_shadow: Option<bool>,
    /// How exactly to find out what the foreground is. Default `none`.
    pub type_level: Option<RemoveBackgroundTypeLevel>,
    /// What the foreground is. Default: found out.
    pub r#type: Option<RemoveBackgroundType>,
    /// Whether to keep half-transparent parts such as glass. Default true.
    pub semitransparency: Option<bool>,
    /// What of the picture to give. Default `rgba`.
    pub channels: Option<RemoveBackgroundChannels>,
    /// Where in the source the foreground may be: left, top, right and bottom in pixels or per cent,
    /// such as `10% 20% 90% 100%`. Default: anywhere.
    pub roi: Option<String>,
    /// Where in the picture the foreground goes: `original`, `center`, one value such as `50%` or
    /// two such as `40% 60%`. Default `original`.
    pub position: Option<String>,
}

/// What of a picture without background to give.
#[open_enum]
pub enum RemoveBackgroundChannels {
    /// The picture.
    Rgba,
    /// Its transparency alone.
    Alpha,
}

/// How exactly to find out what the foreground of a picture is.
#[open_enum]
pub enum RemoveBackgroundTypeLevel {
    /// Not at all.
    #[wire("none")]
    Off,
    /// In broad terms: person, product, animal, car, other.
    #[wire("1")]
    Coarse,
    /// In narrower terms.
    #[wire("2")]
    Fine,
    /// In the newest terms that there are.
    Latest,
}

/// What the foreground of a picture is.
#[open_enum]
pub enum RemoveBackgroundType {
    /// Found out.
    Auto,
    /// People.
    Person,
    /// A thing to sell.
    Product,
    /// A car.
    Car,
}

impl RemoveBackgroundOptions {
    pub(super) fn params(&self) -> Result<Map<String, Value>> {
        let mut params = Map::new();
        let mut add = |name: &str, value: Value| params.insert(name.to_owned(), value);
        for (name, value) in [
            ("crop", self.crop),
            ("add_shadow", self.add_shadow),
            ("semitransparency", self.semitransparency),
        ] {
            if let Some(value) = value {
                add(name, json!(value));
            }
        }
        if let Some(level) = &self.type_level {
            check_known("type_level", level.as_str(), RemoveBackgroundTypeLevel::KNOWN)?;
            add("type_level", json!(level));
        }
        if let Some(kind) = &self.r#type {
            check_known("type", kind.as_str(), RemoveBackgroundType::KNOWN)?;
            add("type", json!(kind));
        }
        if let Some(channels) = &self.channels {
            check_known("channels", channels.as_str(), RemoveBackgroundChannels::KNOWN)?;
            add("channels", json!(channels));
        }
        if let Some(margin) = &self.crop_margin {
            check_measures("crop_margin", margin, 1..=4, "one to four of them")?;
            add("crop_margin", json!(margin));
        }
        if let Some(scale) = &self.scale {
            let per_cent = scale.strip_suffix('%').and_then(|text| text.parse::<u32>().ok());
            if !per_cent.is_some_and(|value| (10..=100).contains(&value)) {
                return Err(Error::parameter(
                    "scale",
                    format_args!("must be from 10% to 100%, not {}", quoted(scale)),
                ));
            }
            add("scale", json!(scale));
        }
        if let Some(roi) = &self.roi {
            check_measures("roi", roi, 4..=4, "four of them")?;
            add("roi", json!(roi));
        }
        if let Some(position) = &self.position {
            if !matches!(position.as_str(), "original" | "center") {
                check_measures("position", position, 1..=2, "one or two, or original or center")?;
            }
            add("position", json!(position));
        }
        Ok(params)
    }
}

/// Checks numbers with `px` or `%`, separated by spaces. Only 0 needs no unit.
fn check_measures(
    name: &str,
    text: &str,
    count: std::ops::RangeInclusive<usize>,
    how_many: &str,
) -> Result<()> {
    let is_measure = |part: &str| {
        let number = part.strip_suffix("px").or_else(|| part.strip_suffix('%'));
        match number {
            Some(number) => {
                number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
                    && number.parse::<f64>().is_ok()
            }
            None => part == "0",
        }
    };
    let parts: Vec<&str> = text.split(' ').collect();
    if count.contains(&parts.len()) && parts.iter().all(|part| is_measure(part)) {
        return Ok(());
    }
    Err(Error::parameter(
        name,
        format_args!(
            "must be pixels or per cent such as 30px or 30%, {how_many}, not {}",
            quoted(text)
        ),
    ))
}
