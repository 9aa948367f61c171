//! Sizes of images and where they lie.

use image::{DynamicImage, Rgba, RgbaImage, imageops, imageops::FilterType};

use super::super::grammar::{Place, Stretch};

type Sides = (u32, u32);

const WHITE: Rgba<u8> = Rgba([255; 4]);
const CLEAR: Rgba<u8> = Rgba([0; 4]);

fn side(length: f64) -> u32 {
    (length.round() as u32).max(1)
}

/// The largest size of the same proportions within a box, never larger than it is.
pub(super) fn fitted((width, height): Sides, within: Sides) -> Sides {
    let (x, y) = factors((width, height), within);
    let factor = x.min(y).min(1.0);
    (side(f64::from(width) * factor), side(f64::from(height) * factor))
}

/// The smallest size of the same proportions that leaves nothing of a box free.
pub(super) fn covering((width, height): Sides, around: Sides) -> Sides {
    let (x, y) = factors((width, height), around);
    let factor = x.max(y);
    let covering = (side(f64::from(width) * factor), side(f64::from(height) * factor));
    (covering.0.max(around.0), covering.1.max(around.1))
}

fn factors((width, height): Sides, to: Sides) -> (f64, f64) {
    (f64::from(to.0) / f64::from(width), f64::from(to.1) / f64::from(height))
}

/// A missing side follows from the proportions.
pub(super) fn completed(sides: Sides, width: Option<u32>, height: Option<u32>) -> Sides {
    let proportions = f64::from(sides.0) / f64::from(sides.1);
    match (width, height) {
        (Some(width), Some(height)) => (width, height),
        (Some(width), None) => (width, side(f64::from(width) / proportions)),
        (None, Some(height)) => (side(f64::from(height) * proportions), height),
        (None, None) => sides,
    }
}

/// The largest size of these proportions in an image.
pub(super) fn largest((width, height): Sides, ratio: f64) -> Sides {
    let wide = side(f64::from(height) * ratio);
    if wide <= width { (wide, height) } else { (width, side(f64::from(width) / ratio)) }
}

pub(super) fn scaled(image: DynamicImage, (width, height): Sides) -> DynamicImage {
    if (image.width(), image.height()) == (width, height) {
        return image;
    }
    image.resize_exact(width, height, FilterType::Lanczos3)
}

pub(super) fn resized(
    image: DynamicImage,
    wanted: Sides,
    stretch: Stretch,
    fill: Option<Rgba<u8>>,
) -> DynamicImage {
    let unstretched = (image.width().min(wanted.0), image.height().min(wanted.1));
    match stretch {
        Stretch::On => scaled(image, wanted),
        Stretch::Off => scaled(image, unstretched),
        Stretch::Fill => cropped(scaled(image, unstretched), wanted, Place::CENTER, fill),
    }
}

/// A part of an image; where it goes beyond the image there is the fill.
pub(super) fn cropped(
    image: DynamicImage,
    (width, height): Sides,
    place: Place,
    fill: Option<Rgba<u8>>,
) -> DynamicImage {
    let x = place.x.of(image.width(), width);
    let y = place.y.of(image.height(), height);
    let inside = |at: i64, part: u32, whole: u32| at >= 0 && at + i64::from(part) <= whole.into();
    if inside(x, width, image.width()) && inside(y, height, image.height()) {
        return image.crop_imm(x as u32, y as u32, width, height);
    }
    let has_alpha = image.has_alpha();
    let fill = fill.unwrap_or(if has_alpha { CLEAR } else { WHITE });
    let mut canvas = RgbaImage::from_pixel(width, height, fill);
    imageops::replace(&mut canvas, &image.into_rgba8(), -x, -y);
    let canvas = DynamicImage::from(canvas);
    if has_alpha || fill.0[3] < 255 { canvas } else { canvas.into_rgb8().into() }
}

/// The image on a background, for formats that know no transparency.
pub(super) fn opaque(image: DynamicImage, fill: Option<Rgba<u8>>) -> DynamicImage {
    if !image.has_alpha() {
        return image;
    }
    let Rgba([red, green, blue, _]) = fill.unwrap_or(WHITE);
    let background = Rgba([red, green, blue, 255]);
    let mut canvas = RgbaImage::from_pixel(image.width(), image.height(), background);
    imageops::overlay(&mut canvas, &image.into_rgba8(), 0, 0);
    DynamicImage::from(canvas).into_rgb8().into()
}

#[cfg(test)]
mod tests {
    use super::{completed, covering, fitted, largest};

    #[test]
    fn sizes() {
        assert_eq!(fitted((1000, 500), (100, 100)), (100, 50));
        assert_eq!(fitted((100, 50), (2048, 2048)), (100, 50));
        assert_eq!(fitted((1000, 1), (10, 10)), (10, 1));
        assert_eq!(covering((1000, 500), (100, 100)), (200, 100));
        assert_eq!(covering((10, 20), (100, 100)), (100, 200));
        assert_eq!(completed((1000, 500), Some(100), None), (100, 50));
        assert_eq!(completed((1000, 500), None, Some(100)), (200, 100));
        assert_eq!(completed((1000, 500), Some(7), Some(8)), (7, 8));
        assert_eq!(largest((1000, 500), 1.0), (500, 500));
        assert_eq!(largest((1000, 500), 4.0), (1000, 250));
    }
}
