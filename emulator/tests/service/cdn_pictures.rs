//! Pictures: beside those that another implementation makes, and in other formats.

use image::{DynamicImage, GenericImageView};
use uploadcare_emulator::Emulator;

use crate::{
    cdn::{fetch, fixture},
    client::{Project, header},
};

/// Whether each of 9 × 8 fields is clearly brighter than the one at its right.
fn difference_hash(bytes: &[u8]) -> u64 {
    let grey = image::load_from_memory(bytes).unwrap().into_luma8();
    let (width, height) = (f64::from(grey.width()), f64::from(grey.height()));
    let mut fields = [[(0.0, 0.0); 9]; 8];
    for (x, y, pixel) in grey.enumerate_pixels() {
        let field = &mut fields[(f64::from(y) * 8.0 / height) as usize]
            [(f64::from(x) * 9.0 / width) as usize];
        *field = (field.0 + f64::from(pixel.0[0]), field.1 + 1.0);
    }
    let brightness = |field: (f64, f64)| (field.0 / field.1).round();
    fields.iter().flat_map(|row| row.windows(2)).fold(0, |hash, pair| {
        hash << 1 | u64::from(brightness(pair[0]) > brightness(pair[1]) + 3.0)
    })
}

/// Operations on `photo.jpg`, the sides of the picture and its hash, computed with Pillow
/// 13: upright by its EXIF, Lanczos for sizes, `GaussianBlur` of a tenth of the strength; the hash
/// of the picture in `L`, resized to 9 × 8 with `BOX`.
const PILLOW: &[(&str, u32, u32, u64)] = &[
    ("preview/200x200", 133, 200, 0x0000020310584263),
    ("preview", 427, 640, 0x0000020310584263),
    ("resize/300x", 300, 450, 0x0000020310584063),
    ("resize/x100", 67, 100, 0x0000020310584063),
    ("resize/120x240", 120, 240, 0x0000020310584263),
    ("resize/800x", 800, 1199, 0x0000020310584263),
    ("stretch/off/-/resize/2000x", 427, 640, 0x0000020310584263),
    ("setfill/0f0/-/stretch/fill/-/resize/600x700", 600, 700, 0xc0c0c086d0f0e4e6),
    ("crop/300x500", 300, 500, 0x0000000000080e2e),
    ("crop/200x100/center", 200, 100, 0x0001000061610000),
    ("crop/200x150/150,400", 200, 150, 0xc0c070e140014095),
    ("crop/50px25p/right,bottom", 214, 160, 0x000c01280000030e),
    ("crop/1:1/center", 427, 427, 0x0000030332185840),
    ("crop/16:9/bottom", 427, 240, 0x1018504260606063),
    ("setfill/ff0000/-/crop/630x680/center", 630, 680, 0x0003030713302027),
    ("scale_crop/150x150", 150, 150, 0x0000030332185840),
    ("scale_crop/300x100/bottom", 300, 100, 0x4270666262626363),
    ("scale_crop/100x300/0p,0p", 100, 300, 0x000000000303181e),
    ("rotate/90", 640, 427, 0x0e0c0c0c0e0e0c0c),
    ("rotate/180", 427, 640, 0x1980a18338100000),
    ("rotate/270", 640, 427, 0x878f8f87c7cf878f),
    ("flip", 427, 640, 0x6342581003020000),
    ("mirror", 427, 640, 0x0000103883a18019),
    ("autorotate/no/-/preview/300x300", 300, 200, 0x0e0c0c0c0e0e0c0c),
    ("grayscale", 427, 640, 0x0000020310584263),
    ("invert", 427, 640, 0x0000081cc0850198),
    ("blur/30", 427, 640, 0x0000020310184263),
    ("blur/400", 427, 640, 0x0000010300306063),
    ("rotate/90/-/crop/300x200/center", 300, 200, 0x1f1f1f1f1f1b0a0b),
    ("crop/300x200/center/-/rotate/90", 200, 300, 0x1b1a1f1b190d0d0f),
];

#[tokio::test]
async fn pictures_look_as_others_make_them() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let uuid = project.upload("photo.jpg", "image/jpeg", fixture("photo.jpg")).await;
    let mut wrong = Vec::new();
    for (operations, width, height, hash) in PILLOW {
        let response = fetch(&project, &format!("/{uuid}/-/{operations}/")).await;
        assert_eq!(response.status(), 200, "{operations}");
        assert_eq!(header(&response, "content-type"), "image/jpeg", "{operations}");
        assert_eq!(header(&response, "x-emulator-not-rendered"), "", "{operations}");
        let told = ["x-image-width", "x-image-height"].map(|name| header(&response, name).parse());
        assert_eq!(told, [Ok(*width), Ok(*height)], "{operations}");
        let bytes = response.bytes().await.unwrap();
        let size = imagesize::blob_size(&bytes).unwrap();
        assert_eq!((size.width, size.height), (*width as usize, *height as usize), "{operations}");
        let distance = (difference_hash(&bytes) ^ hash).count_ones();
        if distance > 5 {
            wrong.push((operations, distance));
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[tokio::test]
async fn formats_and_what_goes_with_them() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let photo = project.upload("photo.jpg", "image/jpeg", fixture("photo.jpg")).await;
    let drawing = project.upload("drawing.png", "image/png", fixture("drawing.png")).await;
    let gif = project.upload("animation.gif", "image/gif", fixture("animation.gif")).await;
    for (uuid, operations, kind, name) in [
        (&photo, "preview", "image/jpeg", "photo.jpg"),
        (&photo, "format/auto/-/preview", "image/jpeg", "photo.jpg"),
        (&photo, "format/png/-/preview/50x50", "image/png", "photo.png"),
        (&photo, "preview/50x50/-/format/webp", "image/webp", "photo.webp"),
        (&drawing, "preview", "image/png", "drawing.png"),
        (&drawing, "format/preserve", "image/png", "drawing.png"),
        (&drawing, "format/jpeg", "image/jpeg", "drawing.jpg"),
        (&gif, "preview", "image/png", "animation.png"),
    ] {
        let response = fetch(&project, &format!("/{uuid}/-/{operations}/")).await;
        assert_eq!(response.status(), 200, "{operations}");
        assert_eq!(header(&response, "content-type"), kind, "{operations}");
        let disposition = header(&response, "content-disposition");
        assert_eq!(disposition, format!("inline; filename={name}"), "{operations}");
        let format = image::guess_format(&response.bytes().await.unwrap()).unwrap();
        assert_eq!(format.to_mime_type(), kind, "{operations}");
    }
    let picture = async |operations: &str| {
        let response = fetch(&project, &format!("/{drawing}/-/{operations}/")).await;
        assert_eq!(response.status(), 200, "{operations}");
        image::load_from_memory(&response.bytes().await.unwrap()).unwrap()
    };
    // The corner of the drawing is transparent.
    let corner = |image: DynamicImage| image.get_pixel(0, 0).0;
    let near = |colour: [u8; 4], expected: [u8; 4]| {
        colour.iter().zip(expected).all(|(one, other)| one.abs_diff(other) <= 3)
    };
    assert_eq!(corner(picture("preview").await)[3], 0);
    assert_eq!(corner(picture("preview/-/format/webp").await)[3], 0);
    assert!(near(corner(picture("format/jpeg").await), [255; 4]));
    assert!(near(corner(picture("setfill/0080ff/-/format/jpeg").await), [0, 128, 255, 255]));
    assert_eq!(corner(picture("crop/600x600/center").await), [0; 4]);
    assert_eq!(corner(picture("setfill/11223344/-/crop/600x600/center").await), [17, 34, 51, 68]);

    let size = async |operations: &str| {
        let response = fetch(&project, &format!("/{photo}/-/{operations}/")).await;
        response.bytes().await.unwrap()
    };
    let mut sizes = Vec::new();
    for quality in ["lightest", "lighter", "normal", "better", "best"] {
        sizes.push(size(&format!("quality/{quality}/-/preview")).await.len());
    }
    assert!(sizes.is_sorted() && sizes[0] * 2 < sizes[4], "{sizes:?}");
    assert_eq!(size("preview").await.len(), sizes[2]);
    let camera = |bytes: &[u8]| bytes.windows(12).any(|text| text == b"Drawn Camera");
    assert!(camera(&size("strip_meta/none/-/preview").await));
    for strip in ["strip_meta/all/-/preview", "strip_meta/sensitive/-/preview", "preview"] {
        assert!(!camera(&size(strip).await), "{strip}");
    }
    // Turned once, the picture must not say that it is to be turned.
    let info = fetch(&project, &format!("/{photo}/-/strip_meta/none/-/json/")).await;
    let info: serde_json::Value = info.json().await.unwrap();
    assert_eq!((&info["orientation"], &info["width"]), (&1.into(), &427.into()));
}

#[tokio::test]
async fn what_is_not_rendered_is_named() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let uuid = project.upload("photo.jpg", "image/jpeg", fixture("photo.jpg")).await;
    for (operations, named, sides) in [
        ("preview/100x100/-/overlay/self/-/sharp/-/sharp/3", "overlay, sharp", ["67", "100"]),
        ("smart_resize/30x40", "smart_resize", ["30", "40"]),
        ("scale_crop/30x40/smart_faces", "scale_crop", ["30", "40"]),
        ("crop/face/1:1/-/preview/80x80", "crop", ["53", "80"]),
        ("progressive/yes/-/preview/80x80", "progressive", ["53", "80"]),
        ("blur/20/-/blur/20/50/-/preview/80x80", "blur", ["53", "80"]),
        ("progressive/no/-/rasterize/-/preview/80x80/-/scale_crop/9x9/center", "", ["9", "9"]),
    ] {
        let response = fetch(&project, &format!("/{uuid}/-/{operations}/")).await;
        assert_eq!(response.status(), 200, "{operations}");
        assert_eq!(header(&response, "x-emulator-not-rendered"), named, "{operations}");
        let told = ["x-image-width", "x-image-height"].map(|name| header(&response, name));
        assert_eq!(told, sides, "{operations}");
    }
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>".to_vec();
    let uuid = project.upload("a.svg", "image/svg+xml", svg.clone()).await;
    let response = fetch(&project, &format!("/{uuid}/-/preview/5x5/-/flip/-/inline/no/")).await;
    assert_eq!(header(&response, "x-emulator-not-rendered"), "preview, flip");
    assert_eq!(header(&response, "content-disposition"), "attachment; filename=a.svg");
    assert_eq!(response.bytes().await.unwrap(), svg);
}

#[tokio::test]
async fn results_have_a_largest_size() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let uuid = project.upload("photo.jpg", "image/jpeg", fixture("photo.jpg")).await;
    for (operations, status) in [
        ("resize/3000x10", 200),
        ("resize/3001x10", 400),
        ("resize/10x3001", 400),
        ("format/jpeg/-/resize/5000x10", 200),
        ("format/jpeg/-/resize/5001x10", 400),
        ("format/png/-/resize/3001x10", 400),
        ("resize/4000x10/-/preview", 200),
        ("resize/99999x99999/-/preview", 400),
        ("scale_crop/10x6000/-/preview", 400),
        ("crop/10x6000/-/preview", 400),
        ("preview/4000x4000", 200),
    ] {
        let response = fetch(&project, &format!("/{uuid}/-/{operations}/")).await;
        assert_eq!(response.status(), status, "{operations}");
        if status == 400 {
            let page = response.text().await.unwrap();
            assert!(page.contains("Output image is too large"), "{page}");
        }
    }
}
