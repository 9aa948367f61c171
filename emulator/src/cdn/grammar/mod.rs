//! What may be asked of an image, and how it is written in a URL.

mod table;
mod values;

use image::Rgba;
use percent_encoding::percent_decode_str;

pub(super) use values::{Length, Place};

/// One operation of a URL.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub name: &'static str,
    /// As in the URL, but decoded.
    pub text: String,
    pub operation: Operation,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Operation {
    Preview(u32, u32),
    Resize(Option<u32>, Option<u32>),
    /// As `resize` to two sides: what matters in the picture is not looked for.
    SmartResize(u32, u32),
    Stretch(Stretch),
    Crop(Length, Length, Place),
    CropRatio(f64, Place),
    ScaleCrop {
        sides: (u32, u32),
        place: Place,
        smart: bool,
    },
    SetFill(Rgba<u8>),
    Format(Format),
    /// Of JPEG, 1 to 100.
    Quality(u8),
    Progressive(bool),
    StripMeta(bool),
    Inline(bool),
    Autorotate(bool),
    /// Quarters of a turn, counter-clockwise.
    Rotate(u32),
    Flip,
    Mirror,
    Grayscale,
    Invert,
    Blur(i32),
    Rasterize,
    /// Known, but nothing is done.
    Other,
    Json,
    Jsonp,
    MainColors(usize),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stretch {
    On,
    Off,
    Fill,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Jpeg,
    Png,
    Webp,
    /// The one that the image has.
    Keep,
}

/// What the last operation makes of the image.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Image,
    Json,
    Jsonp,
    MainColors(usize),
}

/// Why a URL can not be understood, in words for the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem(pub String);

/// The operations of a URL, all understood.
#[derive(Debug, Clone)]
pub(super) struct Chain {
    pub steps: Vec<Step>,
    pub form: Form,
}

impl Chain {
    /// Reads segments of a path, each operation behind a `-`.
    pub fn parse<'a>(segments: impl IntoIterator<Item = &'a str>) -> Result<Self, Problem> {
        let operations = split(segments)?;
        let steps = operations.iter().map(|parts| Step::parse(parts));
        Self { steps: steps.collect::<Result<_, _>>()?, form: Form::Image }.with_form()
    }

    /// Takes the step that makes something else of the image off the end.
    fn with_form(mut self) -> Result<Self, Problem> {
        let form = |step: &Step| match step.operation {
            Operation::Json => Some(Form::Json),
            Operation::Jsonp => Some(Form::Jsonp),
            Operation::MainColors(count) => Some(Form::MainColors(count)),
            _ => None,
        };
        if let Some(last) = self.steps.last().and_then(form) {
            self.form = last;
            self.steps.pop();
        }
        match self.steps.iter().find(|step| form(step).is_some()) {
            Some(step) => Err(Problem(format!(
                "CDN Path error: \"{}\" must be the last operation",
                step.text
            ))),
            None => Ok(self),
        }
    }

    /// Whether anything is done to the image, rather than said about its delivery.
    pub fn changes_image(&self) -> bool {
        self.steps.iter().any(|step| !matches!(step.operation, Operation::Inline(_)))
    }

    /// What was asked about the way browsers show the file.
    pub fn inline(&self) -> Option<bool> {
        self.steps.iter().rev().find_map(|step| match step.operation {
            Operation::Inline(inline) => Some(inline),
            _ => None,
        })
    }

    /// All that has an influence on the bytes, as text.
    pub fn key(&self) -> String {
        let steps = self.steps.iter();
        let steps = steps.filter(|step| !matches!(step.operation, Operation::Inline(_)));
        steps.map(|step| step.text.as_str()).collect::<Vec<_>>().join("/-/")
    }

    /// Names of the operations that a picture shows nothing of, or not as the service does.
    pub fn not_rendered(&self) -> Vec<&'static str> {
        let left_out = |operation: &Operation| {
            matches!(
                operation,
                Operation::Other
                    | Operation::SmartResize(..)
                    | Operation::Progressive(true)
                    | Operation::ScaleCrop { smart: true, .. }
            )
        };
        let mut names = Vec::new();
        for step in &self.steps {
            if left_out(&step.operation) && !names.contains(&step.name) {
                names.push(step.name);
            }
        }
        names
    }

    /// Names of all operations on the image.
    pub fn names(&self) -> Vec<&'static str> {
        let mut names = Vec::new();
        for step in &self.steps {
            if !matches!(step.operation, Operation::Inline(_)) && !names.contains(&step.name) {
                names.push(step.name);
            }
        }
        names
    }
}

/// Reads the operations of `gif2video`; the format of the video.
pub(super) fn video_format<'a>(
    segments: impl IntoIterator<Item = &'a str>,
) -> Result<&'static str, Problem> {
    let mut format = "mp4";
    for parts in split(segments)? {
        match parts.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            ["format", "mp4"] => format = "mp4",
            ["format", "webm"] => format = "webm",
            ["quality", "normal" | "better" | "best" | "lighter" | "lightest"] => {}
            ["preview" | "resize" | "crop" | "scale_crop", ..] => {
                let step = Step::parse(&parts)?;
                if matches!(
                    step.operation,
                    Operation::Other | Operation::ScaleCrop { smart: true, .. }
                ) {
                    return Err(not_in_videos(&step.text));
                }
            }
            _ => return Err(not_in_videos(&parts.join("/"))),
        }
    }
    Ok(format)
}

fn not_in_videos(text: &str) -> Problem {
    Problem(format!(
        "CDN Path error: Failed parsing \"{text}\". Expected format/mp4|webm, \
         quality/normal|better|best|lighter|lightest, preview, resize, crop or scale_crop"
    ))
}

/// Takes segments apart into operations and decodes them.
fn split<'a>(segments: impl IntoIterator<Item = &'a str>) -> Result<Vec<Vec<String>>, Problem> {
    let mut operations: Vec<Vec<String>> = Vec::new();
    for segment in segments {
        match (segment, operations.last_mut()) {
            ("-", _) => operations.push(Vec::new()),
            (_, Some(operation)) => {
                let decoded = percent_decode_str(segment).decode_utf8();
                let decoded = decoded
                    .map_err(|_| Problem(format!("CDN Path error: \"{segment}\" is not UTF-8")))?;
                operation.push(decoded.into_owned());
            }
            (_, None) => return Err(Problem("CDN Path error: Missing \"/-/\"".to_owned())),
        }
    }
    Ok(operations)
}

impl Step {
    fn parse(parts: &[String]) -> Result<Self, Problem> {
        let text = parts.join("/");
        let Some((name, arguments)) = parts.split_first() else {
            return Err(Problem(
                "CDN Path error: An operation is missing after \"/-/\"".to_owned(),
            ));
        };
        let Some((name, syntax)) = table::SYNTAX.iter().find(|(known, _)| known == name) else {
            return Err(Problem(format!("CDN Path error: Unknown operation \"{name}\"")));
        };
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        match table::operation(name, &arguments) {
            Some(operation) => Ok(Self { name, text, operation }),
            None => Err(Problem(format!(
                "CDN Path error: Failed parsing \"{text}\". Expected {syntax}"
            ))),
        }
    }
}

#[cfg(test)]
mod tests {
    use image::Rgba;

    use super::{
        Chain, Form, Format, Length, Operation, Place, Problem, Stretch, values::Align,
        video_format,
    };

    fn parse(text: &str) -> Result<Chain, Problem> {
        Chain::parse(format!("-/{text}").split('/').filter(|segment| !segment.is_empty()))
    }

    #[test]
    fn operations_are_understood() {
        let place = |x, y| Place { x, y };
        for (text, expected) in [
            ("preview", Operation::Preview(2048, 2048)),
            ("resize/x80", Operation::Resize(None, Some(80))),
            ("resize/7x", Operation::Resize(Some(7), None)),
            ("stretch/fill", Operation::Stretch(Stretch::Fill)),
            (
                "crop/50px20",
                Operation::Crop(Length::Percent(50.0), Length::Pixels(20), Place::START),
            ),
            (
                "crop/10x20/5,10p",
                Operation::Crop(
                    Length::Pixels(10),
                    Length::Pixels(20),
                    place(Align::Pixels(5), Align::Percent(10.0)),
                ),
            ),
            ("crop/16:8/right,bottom", Operation::CropRatio(2.0, place(Align::END, Align::END))),
            (
                "scale_crop/1x2/center",
                Operation::ScaleCrop { sides: (1, 2), place: Place::CENTER, smart: false },
            ),
            (
                "scale_crop/1x2/smart_faces/top",
                Operation::ScaleCrop {
                    sides: (1, 2),
                    place: place(Align::CENTER, Align::START),
                    smart: true,
                },
            ),
            ("setfill/8d8", Operation::SetFill(Rgba([0x88, 0xdd, 0x88, 255]))),
            ("setfill/01020304", Operation::SetFill(Rgba([1, 2, 3, 4]))),
            ("format/auto", Operation::Format(Format::Keep)),
            ("rotate/270", Operation::Rotate(3)),
            ("blur", Operation::Blur(10)),
            ("blur/5000", Operation::Blur(5000)),
        ] {
            let chain = parse(text).unwrap();
            assert_eq!(chain.steps[0].operation, expected, "{text}");
        }
        assert_eq!(parse("flip/-/main_colors/256").unwrap().form, Form::MainColors(256));
        assert_eq!(parse("crop/1x1/2%2C3").unwrap().key(), parse("crop/1x1/2,3").unwrap().key());
    }

    #[test]
    fn what_clients_write_is_known() {
        for text in [
            "quality/best/-/preview/160x160/-/setfill/8d8578/-/stretch/fill/-/resize/220x",
            "smart_resize/440x600/-/quality/smart",
            "border_radius/10p/-/border_radius/10,20,40p,80p/30p",
            "preview/-/saturation/-80/-/contrast/80/-/warmth/50",
            "preview/440x400/-/blur_region/30px80p/50p,10p/20",
            "blur_region/faces/250/-/blur_region/faces/-/blur_region/10x10/1,2",
            "scale_crop/880x600/-/blur/200/-120",
            "overlay/b18b5179-b9f6-4fdc-9920-5539f938fc44/50px50p/center/-/preview",
            "overlay/self/-/overlay/self/100px100p/10p,20p/35p",
            "text_align/right/bottom/-/font/20/fff/-/text_box/fill/fcba0355/8/-/\
             text/80px80p/center/Up~~load~nca~sre%20%F0%9F%91%8D",
            "font/reset/bold/italic/20/fff/Noto/-/font/NotoMono/-/text_box/none",
            "rect/ff000080/50px33p/50p,50p/-/rect/00ff0080/33px50p/center",
            "brightness/-100/-/exposure/500/-/gamma/0/-/vibrance/500/-/enhance/-/enhance/100",
            "filter/zevcen/-/filter/adaris/-100/-/sharp/-/sharp/20/-/trim/-/trim/10p/5",
            "srgb/keep_profile/-/max_icc_size/0/-/zoom_objects/1/-/crop/image/1:1/center",
            "crop/face/50px50p/1,2/-/rasterize/-/strip_meta/sensitive/-/inline/yes/-/jsonp",
        ] {
            assert!(parse(text).is_ok(), "{text}: {:?}", parse(text));
        }
    }

    #[test]
    fn what_is_out_of_range_or_incomplete_is_refused() {
        for text in [
            "preview/100",
            "preview/100x",
            "preview/0x1",
            "preview/+1x1",
            "preview/1x1/1",
            "resize",
            "resize/x",
            "resize/100",
            "resize/10px10",
            "smart_resize/10x",
            "stretch",
            "stretch/no",
            "crop",
            "crop/10x",
            "crop/10x10/middle",
            "crop/10x10/1",
            "crop/0:1",
            "crop/1:",
            "crop/10x10/101p,0p",
            "crop/10x10/top,left",
            "crop/10x10/-1,0",
            "crop/cat",
            "crop/face/x",
            "scale_crop",
            "scale_crop/10x10/smartest",
            "scale_crop/10x",
            "border_radius",
            "border_radius/1,2,3,4,5",
            "border_radius/a",
            "setfill/ff",
            "setfill/fffff",
            "setfill/xyz",
            "zoom_objects/0",
            "zoom_objects/101",
            "trim/1",
            "trim/101/1",
            "format",
            "format/gif",
            "format/JPEG",
            "quality/80",
            "progressive",
            "strip_meta/true",
            "inline/maybe",
            "rasterize/1",
            "autorotate",
            "rotate",
            "rotate/45",
            "rotate/-90",
            "flip/1",
            "brightness/101",
            "brightness/-101",
            "brightness",
            "brightness/1.5",
            "exposure/501",
            "gamma/1001",
            "gamma/-1",
            "contrast/501",
            "saturation/-101",
            "vibrance/501",
            "warmth/-101",
            "enhance/101",
            "filter",
            "filter/sepia",
            "filter/adaris/201",
            "blur/5001",
            "blur/-1",
            "blur/1/101",
            "blur/1/-201",
            "blur_region/faces/5001",
            "blur_region/10x10",
            "blur_region/10x10/1",
            "sharp/21",
            "srgb",
            "max_icc_size",
            "overlay",
            "overlay/x",
            "overlay/self/50x50",
            "overlay/self/50px50p/1,1",
            "overlay/self/50px50p/center/101p",
            "overlay/self/50px50p/center/50",
            "text/50px50p/center",
            "text/50px50p/center/a~b",
            "text_align/left",
            "text_align/top/left",
            "font",
            "font/20/bold",
            "font/Arial",
            "font/fff/20",
            "text_box",
            "text_box/box",
            "rect/fff/50px50p",
            "json/1",
            "main_colors",
            "main_colors/0",
            "main_colors/257",
            "nonsense",
            "-/preview",
            "json/-/json",
        ] {
            assert!(parse(text).is_err(), "{text}");
        }
        let Problem(reason) = parse("blur/5001").unwrap_err();
        assert!(reason.contains("\"blur/5001\"") && reason.contains("from 0 to 5000"), "{reason}");
        assert_eq!(video_format("-/format/webm/-/crop/1:1".split('/')), Ok("webm"));
    }
}
