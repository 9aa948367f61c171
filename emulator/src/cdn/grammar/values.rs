//! The values that operations are written with.

use image::Rgba;

/// A length along one side of an image.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Length {
    Pixels(u32),
    Percent(f64),
}

impl Length {
    /// The length in pixels along a side of so many.
    pub fn of(self, side: u32) -> u32 {
        match self {
            Self::Pixels(pixels) => pixels,
            Self::Percent(percent) => (f64::from(side) * percent / 100.0).round() as u32,
        }
    }
}

/// Where something lies along one side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Align {
    /// So many pixels from the start.
    Pixels(u32),
    /// So much of what is free lies before it.
    Percent(f64),
}

impl Align {
    pub const START: Self = Self::Percent(0.0);
    pub const CENTER: Self = Self::Percent(50.0);
    pub const END: Self = Self::Percent(100.0);

    /// Where a part of an image begins; below 0 when the part is larger than the image.
    pub fn of(self, image: u32, part: u32) -> i64 {
        match self {
            Self::Pixels(pixels) => pixels.into(),
            Self::Percent(percent) => {
                let free = i64::from(image) - i64::from(part);
                (free as f64 * percent / 100.0).round() as i64
            }
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Place {
    pub x: Align,
    pub y: Align,
}

impl Place {
    pub const START: Self = Self { x: Align::START, y: Align::START };
    pub const CENTER: Self = Self { x: Align::CENTER, y: Align::CENTER };
}

fn digits(text: &str) -> Option<u32> {
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| plain)
}

pub(super) fn positive(text: &str) -> Option<u32> {
    digits(text).filter(|number| *number > 0)
}

pub(super) fn whole(text: &str, range: std::ops::RangeInclusive<i32>) -> Option<i32> {
    let number = digits(text.strip_prefix('-').unwrap_or(text)).and_then(|_| text.parse().ok())?;
    range.contains(&number).then_some(number)
}

/// Digits, with a fraction or without.
fn decimal(text: &str) -> Option<f64> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let edges = text.starts_with('.') || text.ends_with('.');
    text.parse().ok().filter(|_| plain && !edges)
}

pub(super) fn percent(text: &str) -> Option<f64> {
    decimal(text.strip_suffix('p')?)
}

/// Pixels, or a percentage with a `p`; may be 0.
pub(super) fn length(text: &str) -> Option<Length> {
    percent(text).map(Length::Percent).or_else(|| digits(text).map(Length::Pixels))
}

pub(super) fn two_sides(text: &str) -> Option<(u32, u32)> {
    let (width, height) = text.split_once('x')?;
    Some((positive(width)?, positive(height)?))
}

pub(super) fn one_or_two_sides(text: &str) -> Option<(Option<u32>, Option<u32>)> {
    match text.split_once('x')? {
        (width, "") => Some((Some(positive(width)?), None)),
        ("", height) => Some((None, Some(positive(height)?))),
        _ => two_sides(text).map(|(width, height)| (Some(width), Some(height))),
    }
}

pub(super) fn two_lengths(text: &str) -> Option<(Length, Length)> {
    let (width, height) = text.split_once('x')?;
    let there = |length: &Length| match length {
        Length::Pixels(pixels) => *pixels > 0,
        Length::Percent(percent) => *percent > 0.0,
    };
    Some((length(width).filter(there)?, length(height).filter(there)?))
}

/// Two percentages.
pub(super) fn relative_sides(text: &str) -> Option<()> {
    let (width, height) = text.split_once('x')?;
    (percent(width)? > 0.0 && percent(height)? > 0.0).then_some(())
}

pub(super) fn relative_place(text: &str) -> Option<()> {
    match text.split_once(',') {
        Some((x, y)) => percent(x).and(percent(y)).map(|_| ()),
        None => keyword(text).map(|_| ()),
    }
}

/// Two numbers above 0.
pub(super) fn ratio(text: &str) -> Option<f64> {
    let (width, height) = text.split_once(':')?;
    let (width, height) = (decimal(width)?, decimal(height)?);
    (width > 0.0 && height > 0.0).then_some(width / height)
}

/// One keyword, or two places along the sides.
pub(super) fn place(text: &str) -> Option<Place> {
    let Some((x, y)) = text.split_once(',') else { return keyword(text) };
    let align = |text: &str, names: [&str; 3]| {
        let named = names.iter().position(|name| *name == text);
        match (named, length(text)) {
            (Some(at), _) => Some([Align::START, Align::CENTER, Align::END][at]),
            (None, Some(Length::Pixels(pixels))) => Some(Align::Pixels(pixels)),
            (None, Some(Length::Percent(percent))) => {
                (percent <= 100.0).then_some(Align::Percent(percent))
            }
            (None, None) => None,
        }
    };
    Some(Place {
        x: align(x, ["left", "center", "right"])?,
        y: align(y, ["top", "center", "bottom"])?,
    })
}

fn keyword(text: &str) -> Option<Place> {
    let (x, y) = match text {
        "center" => (Align::CENTER, Align::CENTER),
        "top" => (Align::CENTER, Align::START),
        "bottom" => (Align::CENTER, Align::END),
        "left" => (Align::START, Align::CENTER),
        "right" => (Align::END, Align::CENTER),
        _ => return None,
    };
    Some(Place { x, y })
}

/// Three, six or eight hexadecimal digits.
pub(super) fn colour(text: &str) -> Option<Rgba<u8>> {
    if !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let doubled: String = text.chars().flat_map(|digit| [digit, digit]).collect();
    let text = match text.len() {
        3 => &doubled,
        6 | 8 => text,
        _ => return None,
    };
    let mut colour = [0, 0, 0, 255];
    for (at, pair) in text.as_bytes().chunks(2).enumerate() {
        colour[at] = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(Rgba(colour))
}

/// One to four lengths.
pub(super) fn radii(text: &str) -> Option<()> {
    let count = text.split(',').count();
    (count <= 4 && text.split(',').all(|radius| length(radius).is_some())).then_some(())
}

/// Text whose tildes are all part of `~~`, `~s` or `~n`.
pub(super) fn escaped(text: &str) -> Option<()> {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('~') {
        rest = after.strip_prefix(['~', 's', 'n'])?;
    }
    (!text.is_empty()).then_some(())
}
