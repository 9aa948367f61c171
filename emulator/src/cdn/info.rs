//! What pictures are like, in numbers.

use std::cmp::Reverse;

use image::{DynamicImage, imageops::FilterType};
use serde::Serialize;

use super::render::Source;
use crate::media::ImageInfo;

/// The object that answers about an image have; without one, only the id is there.
#[derive(Serialize)]
pub(super) struct Info<'a> {
    pub id: String,
    #[serde(flatten)]
    pub image: Option<Image<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub main_colors: Option<Vec<[u8; 3]>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub faces: Option<&'a [[u32; 4]]>,
}

#[derive(Serialize)]
pub(super) struct Image<'a> {
    #[serde(flatten)]
    pub info: &'a ImageInfo,
    pub hash: Option<String>,
    pub blurhash: Option<String>,
}

/// What is found out from the pixels.
#[derive(Default)]
pub(super) struct Looks {
    pub hash: Option<String>,
    pub blurhash: Option<String>,
    pub main_colors: Vec<[u8; 3]>,
}

impl Looks {
    /// Looks at an image; nothing is seen of one that the emulator can not read.
    pub fn of_bytes(bytes: &[u8], colours: usize) -> Self {
        let Some(Source { image, .. }) = Source::read(bytes) else { return Self::default() };
        Self {
            hash: Some(format!("{:016x}", perceptual_hash(&image))),
            blurhash: blurhash(&image),
            main_colors: main_colours(&image, colours),
        }
    }
}

/// How coarse the picture is whose frequencies are looked at.
const HASHED_SIDE: usize = 32;

/// Which of the 64 lowest frequencies of the picture are above their median.
fn perceptual_hash(image: &DynamicImage) -> u64 {
    let side = HASHED_SIDE as u32;
    let grey = image.grayscale().resize_exact(side, side, FilterType::Lanczos3).into_luma8();
    let cosine = |at: usize, frequency: usize| {
        let turns = (2 * at + 1) as f64 * frequency as f64 / (2 * HASHED_SIDE) as f64;
        (std::f64::consts::PI * turns).cos()
    };
    let mut frequencies = [0.0; 64];
    for (at, sum) in frequencies.iter_mut().enumerate() {
        let (down, across) = (at / 8, at % 8);
        for (x, y, pixel) in grey.enumerate_pixels() {
            let wave = cosine(x as usize, across) * cosine(y as usize, down);
            *sum += f64::from(pixel.0[0]) * wave;
        }
    }
    let mut sorted = frequencies;
    sorted.sort_by(f64::total_cmp);
    let median = f64::midpoint(sorted[31], sorted[32]);
    frequencies.iter().fold(0, |hash, frequency| hash << 1 | u64::from(*frequency > median))
}

fn blurhash(image: &DynamicImage) -> Option<String> {
    let small = image.resize(64, 64, FilterType::Triangle).into_rgba8();
    blurhash::encode(6, 4, small.width(), small.height(), small.as_raw()).ok()
}

/// Pixels of the picture that colours are counted in, at most, along a side.
const COUNTED_SIDE: u32 = 128;

/// The colours of the picture in so many groups, or fewer if it has fewer, the largest first.
fn main_colours(image: &DynamicImage, count: usize) -> Vec<[u8; 3]> {
    if count == 0 {
        return Vec::new();
    }
    let small = image.width().max(image.height()) <= COUNTED_SIDE;
    // Pixels between two colours would be colours that the picture does not have.
    let side = COUNTED_SIDE;
    let image = if small { image.clone() } else { image.resize(side, side, FilterType::Nearest) };
    let pixels = image.into_rgb8().pixels().map(|pixel| pixel.0).collect::<Vec<_>>();
    let mut groups = vec![pixels];
    while groups.len() < count {
        // The group that differs most is cut in two.
        let widest = groups.iter().enumerate().max_by_key(|(_, group)| widest_channel(group).1);
        let Some((at, channel)) = widest
            .map(|(at, group)| (at, widest_channel(group)))
            .filter(|(_, (_, spread))| *spread > 0)
            .map(|(at, (channel, _))| (at, channel))
        else {
            break;
        };
        let mut group = groups.swap_remove(at);
        group.sort_unstable_by_key(|pixel| pixel[channel]);
        let middle = group[group.len() / 2][channel];
        let cut = group.partition_point(|pixel| pixel[channel] < middle);
        // The middle may be the smallest value there is.
        let cut =
            if cut > 0 { cut } else { group.partition_point(|pixel| pixel[channel] <= middle) };
        groups.push(group.split_off(cut));
        groups.push(group);
    }
    groups.sort_by_key(|group| Reverse(group.len()));
    groups.iter().map(|group| average(group)).collect()
}

/// The channel in which the colours differ most, and by how much.
fn widest_channel(pixels: &[[u8; 3]]) -> (usize, u8) {
    let spread = |channel: usize| {
        let values = pixels.iter().map(|pixel| pixel[channel]);
        values.clone().max().unwrap_or(0) - values.min().unwrap_or(0)
    };
    (0..3)
        .map(|channel| (channel, spread(channel)))
        .max_by_key(|(_, spread)| *spread)
        .unwrap_or((0, 0))
}

fn average(pixels: &[[u8; 3]]) -> [u8; 3] {
    let count = pixels.len().max(1) as u64;
    [0, 1, 2].map(|channel| {
        let sum: u64 = pixels.iter().map(|pixel| u64::from(pixel[channel])).sum();
        ((sum + count / 2) / count) as u8
    })
}

#[cfg(test)]
mod tests {
    use image::{DynamicImage, Rgb, RgbImage};

    use super::{main_colours, perceptual_hash};

    #[test]
    fn colours_are_those_of_the_picture() {
        let colours = [[200, 30, 30], [30, 200, 30], [30, 30, 200]];
        let stripes = RgbImage::from_fn(60, 10, |x, _| {
            Rgb(colours[if x < 30 {
                0
            } else if x < 50 {
                1
            } else {
                2
            }])
        });
        let stripes = DynamicImage::from(stripes);
        assert_eq!(main_colours(&stripes, 3), colours);
        assert_eq!(main_colours(&stripes, 256), colours);
        assert_eq!(main_colours(&stripes, 1), [[115, 87, 58]]);
    }

    #[test]
    fn the_hash_is_of_what_is_seen() {
        let distance = |one: &DynamicImage, other: &DynamicImage| {
            (perceptual_hash(one) ^ perceptual_hash(other)).count_ones()
        };
        let plain = DynamicImage::from(RgbImage::from_fn(200, 100, |x, y| {
            Rgb([x as u8, (y * 2) as u8, ((x + y) % 256) as u8])
        }));
        let smaller = plain.resize_exact(50, 25, image::imageops::FilterType::Triangle);
        assert!(distance(&plain, &smaller) <= 6);
        assert!(distance(&plain, &plain.fliph()) >= 16);
    }
}
