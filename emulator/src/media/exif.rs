use std::io::Cursor;

use exif::{Exif, In, Rational, Tag, Value};

/// What `content_info.image` takes from EXIF.
#[derive(Default)]
pub(super) struct ExifFacts {
    pub orientation: Option<u32>,
    pub dpi: Option<[f64; 2]>,
    pub geo_location: Option<(f64, f64)>,
    pub datetime_original: Option<String>,
}

impl ExifFacts {
    pub fn of_bytes(bytes: &[u8]) -> Self {
        // Cameras and libraries write small errors; what can be read is used.
        let exif = exif::Reader::new()
            .continue_on_error(true)
            .read_from_container(&mut Cursor::new(bytes))
            .or_else(|error| error.distill_partial_result(|_| {}));
        let Ok(exif) = exif else { return Self::default() };
        let number = |tag| exif.get_field(tag, In::PRIMARY)?.value.get_uint(0);
        Self {
            orientation: number(Tag::Orientation).filter(|value| *value <= 8),
            dpi: dpi(&exif, number(Tag::ResolutionUnit)),
            geo_location: geo_location(&exif),
            datetime_original: datetime_original(&exif),
        }
    }
}

fn dpi(exif: &Exif, unit: Option<u32>) -> Option<[f64; 2]> {
    let scale = if unit == Some(3) { 2.54 } else { 1.0 };
    let side = |tag| {
        let value = rationals(exif, tag)?.first()?.to_f64() * scale;
        value.is_finite().then_some(value)
    };
    Some([side(Tag::XResolution)?, side(Tag::YResolution)?])
}

fn geo_location(exif: &Exif) -> Option<(f64, f64)> {
    let degrees = |tag, reference, negative: u8| {
        let sign = match &exif.get_field(reference, In::PRIMARY)?.value {
            Value::Ascii(text) if text.first()?.first()? == &negative => -1.0,
            _ => 1.0,
        };
        let parts = rationals(exif, tag)?;
        let part = |n: usize| parts.get(n).map_or(0.0, Rational::to_f64);
        let value = sign * (part(0) + part(1) / 60.0 + part(2) / 3600.0);
        value.is_finite().then_some(value)
    };
    Some((
        degrees(Tag::GPSLatitude, Tag::GPSLatitudeRef, b'S')?,
        degrees(Tag::GPSLongitude, Tag::GPSLongitudeRef, b'W')?,
    ))
}

fn datetime_original(exif: &Exif) -> Option<String> {
    let Value::Ascii(text) = &exif.get_field(Tag::DateTimeOriginal, In::PRIMARY)?.value else {
        return None;
    };
    let at = exif::DateTime::from_ascii(text.first()?).ok()?;
    Some(format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}",
        at.year, at.month, at.day, at.hour, at.minute, at.second
    ))
}

fn rationals(exif: &Exif, tag: Tag) -> Option<&[Rational]> {
    match &exif.get_field(tag, In::PRIMARY)?.value {
        Value::Rational(values) => Some(values),
        _ => None,
    }
}
