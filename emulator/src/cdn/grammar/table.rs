use super::{Format, Operation, Place, Stretch, values::*};

/// Each operation and how it is written.
pub(super) const SYNTAX: &[(&str, &str)] = &[
    ("autorotate", "autorotate/yes|no"),
    ("blur", "blur[/strength from 0 to 5000[/amount from -200 to 100]]"),
    ("blur_region", "blur_region/WxH/x,y[/strength] or blur_region/faces[/strength]"),
    ("border_radius", "border_radius/one to four radii[/one to four vertical radii]"),
    ("brightness", "brightness/value from -100 to 100"),
    ("contrast", "contrast/value from -100 to 500"),
    ("crop", "crop/WxH, N:M, or face|image with either[/alignment]"),
    ("enhance", "enhance[/strength from 0 to 100]"),
    ("exposure", "exposure/value from -500 to 500"),
    ("filter", "filter/name[/amount from -100 to 200]"),
    ("flip", "flip without parameters"),
    ("font", "font/[reset/][regular|bold/][normal|italic/][size/][colour/][family]"),
    ("format", "format/jpeg|png|webp|auto|preserve"),
    ("gamma", "gamma/value from 0 to 1000"),
    ("grayscale", "grayscale without parameters"),
    ("inline", "inline/yes|no"),
    ("invert", "invert without parameters"),
    ("json", "json without parameters"),
    ("jsonp", "jsonp without parameters"),
    ("main_colors", "main_colors/number from 1 to 256"),
    ("max_icc_size", "max_icc_size/kilobytes"),
    ("mirror", "mirror without parameters"),
    ("overlay", "overlay/uuid|self[/WpxHp[/x,y or alignment[/opacity in percent]]]"),
    ("preview", "preview[/WxH]"),
    ("progressive", "progressive/yes|no"),
    ("quality", "quality/normal|better|best|lighter|lightest|smart|smart_retina"),
    ("rasterize", "rasterize without parameters"),
    ("rect", "rect/colour/WpxHp/x,y or alignment"),
    ("resize", "resize/WxH, Wx or xH"),
    ("rotate", "rotate/multiple of 90"),
    ("saturation", "saturation/value from -100 to 500"),
    ("scale_crop", "scale_crop/WxH[/type][/alignment]"),
    ("setfill", "setfill/colour of 3, 6 or 8 hexadecimal digits"),
    ("sharp", "sharp[/strength from 0 to 20]"),
    ("smart_resize", "smart_resize/WxH"),
    ("srgb", "srgb/fast|icc|keep_profile"),
    ("stretch", "stretch/on|off|fill"),
    ("strip_meta", "strip_meta/all|none|sensitive"),
    ("text", "text/WpxHp/x,y or alignment/text"),
    ("text_align", "text_align/left|center|right/top|center|bottom"),
    ("text_box", "text_box/none|fit|line|fill[/colour[/padding]]"),
    ("trim", "trim[/tolerance/padding]"),
    ("vibrance", "vibrance/value from -100 to 500"),
    ("warmth", "warmth/value from -100 to 100"),
    ("zoom_objects", "zoom_objects/value from 1 to 100"),
];

const FILTERS: &[&str] = &[
    "adaris",
    "briaril",
    "calarel",
    "carris",
    "cynarel",
    "cyren",
    "elmet",
    "elonni",
    "enzana",
    "erydark",
    "fenralan",
    "ferand",
    "galen",
    "gavin",
    "gethriel",
    "iorill",
    "iothari",
    "iselva",
    "jadis",
    "lavra",
    "misiara",
    "namala",
    "nerion",
    "nethari",
    "pamaya",
    "sarnar",
    "sedis",
    "sewen",
    "sorahel",
    "sorlen",
    "tarian",
    "thellassan",
    "varriel",
    "varven",
    "vevera",
    "virkas",
    "yedis",
    "yllara",
    "zatvel",
    "zevcen",
];

const SMART: &[&str] = &[
    "smart",
    "smart_faces_objects",
    "smart_faces_points",
    "smart_objects_faces_points",
    "smart_objects_faces",
    "smart_objects_points",
    "smart_points",
    "smart_objects",
    "smart_faces",
];

const FAMILIES: &[&str] = &["DejaVu", "DejaVuMono", "DejaVuSerif", "Noto", "NotoMono", "NotoSerif"];

const DEFAULT_BLUR: i32 = 10;

/// Reads an operation; `None` when it is not written as it must be.
pub(super) fn operation(name: &str, arguments: &[&str]) -> Option<Operation> {
    use Operation::*;
    Some(match (name, arguments) {
        ("preview", []) => Preview(2048, 2048),
        ("preview", [size]) => two_sides(size).map(|(width, height)| Preview(width, height))?,
        ("resize", [size]) => {
            one_or_two_sides(size).map(|(width, height)| Resize(width, height))?
        }
        ("smart_resize", [size]) => {
            two_sides(size).map(|(width, height)| SmartResize(width, height))?
        }
        ("stretch", ["on"]) => Stretch(self::Stretch::On),
        ("stretch", ["off"]) => Stretch(self::Stretch::Off),
        ("stretch", ["fill"]) => Stretch(self::Stretch::Fill),
        ("crop", arguments) => crop(arguments)?,
        ("scale_crop", [size, rest @ ..]) => scale_crop(size, rest)?,
        ("setfill", [text]) => SetFill(colour(text)?),
        ("format", ["jpeg"]) => Format(self::Format::Jpeg),
        ("format", ["png"]) => Format(self::Format::Png),
        ("format", ["webp"]) => Format(self::Format::Webp),
        ("format", ["auto" | "preserve"]) => Format(self::Format::Keep),
        ("quality", [name]) => Quality(quality(name)?),
        ("progressive", [choice]) => Progressive(yes(choice)?),
        ("strip_meta", ["all" | "sensitive"]) => StripMeta(true),
        ("strip_meta", ["none"]) => StripMeta(false),
        ("inline", [choice]) => Inline(yes(choice)?),
        ("autorotate", [choice]) => Autorotate(yes(choice)?),
        ("rotate", [angle]) => {
            let angle = whole(angle, 0..=i32::MAX)?;
            Rotate(u32::try_from(angle).ok().filter(|angle| angle % 90 == 0)? / 90 % 4)
        }
        ("flip", []) => Flip,
        ("mirror", []) => Mirror,
        ("grayscale", []) => Grayscale,
        ("invert", []) => Invert,
        ("rasterize", []) => Rasterize,
        ("blur", []) => Blur(DEFAULT_BLUR),
        ("blur", [strength]) => Blur(whole(strength, 0..=5000)?),
        ("json", []) => Json,
        ("jsonp", []) => Jsonp,
        ("main_colors", [count]) => MainColors(whole(count, 1..=256)? as usize),
        _ => return not_rendered(name, arguments).map(|()| Other),
    })
}

fn yes(text: &str) -> Option<bool> {
    match text {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

fn quality(name: &str) -> Option<u8> {
    Some(match name {
        "lightest" => 55,
        "smart_retina" => 60,
        "lighter" => 70,
        "normal" | "smart" => 80,
        "better" => 88,
        "best" => 95,
        _ => return None,
    })
}

fn crop(arguments: &[&str]) -> Option<Operation> {
    let (size, rest) = match arguments {
        ["face" | "image", rest @ ..] => {
            let sized = match rest {
                [] => true,
                [size] => ratio(size).is_some() || two_lengths(size).is_some(),
                [size, at] => {
                    (ratio(size).is_some() || two_lengths(size).is_some()) && place(at).is_some()
                }
                _ => false,
            };
            return sized.then_some(Operation::Other);
        }
        [size, rest @ ..] => (size, rest),
        [] => return None,
    };
    let place = match rest {
        [] => Place::START,
        [at] => place(at)?,
        _ => return None,
    };
    match ratio(size) {
        Some(ratio) => Some(Operation::CropRatio(ratio, place)),
        None => two_lengths(size).map(|(width, height)| Operation::Crop(width, height, place)),
    }
}

fn scale_crop(size: &str, rest: &[&str]) -> Option<Operation> {
    let sides = two_sides(size)?;
    let (smart, rest) = match rest {
        [kind, rest @ ..] if SMART.contains(kind) => (true, rest),
        // Also the name of a type, which an alignment may follow.
        ["center", rest @ ..] if rest.len() == 1 => (false, rest),
        rest => (false, rest),
    };
    let place = match rest {
        [] => Place::CENTER,
        [at] => place(at)?,
        _ => return None,
    };
    Some(Operation::ScaleCrop { sides, place, smart })
}

fn not_rendered(name: &str, arguments: &[&str]) -> Option<()> {
    let within = |text: &str, least, most| whole(text, least..=most).map(|_| ());
    match (name, arguments) {
        ("blur", [strength, amount]) => {
            within(strength, 0, 5000).and_then(|()| within(amount, -200, 100))
        }
        ("blur_region", ["faces"]) => Some(()),
        ("blur_region", ["faces", strength]) => within(strength, 0, 5000),
        ("blur_region", [size, at, rest @ ..]) => {
            two_lengths(size)?;
            let (x, y) = at.split_once(',')?;
            length(x).and(length(y))?;
            match rest {
                [] => Some(()),
                [strength] => within(strength, 0, 5000),
                _ => None,
            }
        }
        ("border_radius", [all]) => radii(all),
        ("border_radius", [horizontal, vertical]) => radii(horizontal).and(radii(vertical)),
        ("brightness" | "warmth", [value]) => within(value, -100, 100),
        ("contrast" | "saturation" | "vibrance", [value]) => within(value, -100, 500),
        ("exposure", [value]) => within(value, -500, 500),
        ("gamma", [value]) => within(value, 0, 1000),
        ("enhance" | "sharp" | "trim", []) => Some(()),
        ("enhance", [strength]) => within(strength, 0, 100),
        ("sharp", [strength]) => within(strength, 0, 20),
        ("trim", [tolerance, padding]) => {
            let part = |text: &str| within(text.strip_suffix('p').unwrap_or(text), 0, 100);
            part(tolerance).and(part(padding))
        }
        ("filter", [filter]) => FILTERS.contains(filter).then_some(()),
        ("filter", [filter, amount]) => {
            FILTERS.contains(filter).then(|| within(amount, -100, 200))?
        }
        ("zoom_objects", [zoom]) => within(zoom, 1, 100),
        ("srgb", ["fast" | "icc" | "keep_profile"]) => Some(()),
        ("max_icc_size", [size]) => within(size, 0, i32::MAX),
        ("overlay", [image, rest @ ..]) => {
            if *image != "self" {
                crate::store::parse_uuid(image)?;
            }
            let at_most_whole =
                |text: &str| percent(text).filter(|part| *part <= 100.0).map(|_| ());
            match rest {
                [] => Some(()),
                [size] => relative_sides(size),
                [size, at] => relative_sides(size).and(relative_place(at)),
                [size, at, opacity] => {
                    relative_sides(size).and(relative_place(at)).and(at_most_whole(opacity))
                }
                _ => None,
            }
        }
        ("rect", [fill, size, at]) => {
            colour(fill)?;
            relative_sides(size).and(relative_place(at))
        }
        ("text", [size, at, text]) => {
            relative_sides(size).and(relative_place(at)).and(escaped(text))
        }
        ("text_align", ["left" | "center" | "right", "top" | "center" | "bottom"]) => Some(()),
        ("text_box", ["none" | "fit" | "line" | "fill", rest @ ..]) => match rest {
            [] => Some(()),
            [fill] => colour(fill).map(|_| ()),
            [fill, padding] => colour(fill).and(whole(padding, 0..=i32::MAX)).map(|_| ()),
            _ => None,
        },
        ("font", parts) => font(parts),
        _ => None,
    }
}

/// Each part is optional, but they have an order.
fn font(parts: &[&str]) -> Option<()> {
    let stages: [fn(&str) -> bool; 6] = [
        |part| part == "reset",
        |part| matches!(part, "regular" | "bold"),
        |part| matches!(part, "normal" | "italic"),
        |part| positive(part).is_some(),
        |part| colour(part).is_some(),
        |part| FAMILIES.contains(&part),
    ];
    let mut stages = stages.iter();
    let known = parts.iter().all(|part| stages.any(|stage| stage(part)));
    (known && !parts.is_empty()).then_some(())
}
