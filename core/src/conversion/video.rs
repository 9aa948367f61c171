use crate::error::{Error, Result, check_known, check_range, quoted};
use uploadcare_macros::{open_enum, options};

/// What a video is to become.
#[options]
pub struct VideoPathOptions {
    /// Format to convert to. Default `mp4`.
    pub format: Option<VideoFormat>,
    /// Width in pixels, a multiple of 4. Default: as the height asks, or that of the source.
    pub width: Option<i64>,
    /// Height in pixels, a multiple of 4. Default: as the width asks, or that of the source.
    pub height: Option<i64>,
    /// What to do if width and height do not fit the source; only with one of them. Default
    /// `preserve_ratio`.
    pub resize_mode: Option<VideoResizeMode>,
    /// Quality of the picture against size of the file. Default `normal`.
    pub quality: Option<VideoQuality>,
    /// Where to begin: hours, minutes and seconds such as `0:1:30.5`, `1:30` or `90`. Default: at
    /// the start.
    pub cut_start: Option<String>,
    /// How much to keep from there: hours, minutes and seconds, or `end`. Default `end`.
    pub cut_length: Option<String>,
    /// How many thumbnails to make, evenly spread: 1 to 50. Default 1, from the middle.
    pub thumbnail_count: Option<i64>,
    /// Only the thumbnail of this number, from 0 to one less than `thumbnail_count`. Default: all.
    pub thumbnail_index: Option<i64>,
}

/// Format of a converted video.
#[open_enum]
pub enum VideoFormat {
    /// MPEG-4.
    Mp4,
    /// WebM.
    Webm,
    /// Ogg.
    Ogg,
}

/// What to do if the wanted size does not have the shape of the video.
#[open_enum]
pub enum VideoResizeMode {
    /// Keep the shape; the wanted size is the limit.
    PreserveRatio,
    /// Distort the picture.
    ChangeRatio,
    /// Fill the wanted size and cut off the rest.
    ScaleCrop,
    /// Fit into the wanted size and fill the rest with black.
    AddPadding,
}

/// Quality of the picture against size of the file.
#[open_enum]
pub enum VideoQuality {
    /// The balance that the service finds right.
    Normal,
    /// Better picture.
    Better,
    /// Best picture.
    Best,
    /// Smaller file.
    Lighter,
    /// Smallest file.
    Lightest,
}

impl VideoPathOptions {
    pub(super) fn path(&self, uuid: &str) -> Result<String> {
        let mut path = format!("{uuid}/video/");
        let mut add = |operation: String| path.push_str(&format!("-/{operation}/"));
        if let Some(size) = self.size()? {
            add(size);
        }
        if let Some(quality) = &self.quality {
            check_known("quality", quality.as_str(), VideoQuality::KNOWN)?;
            add(format!("quality/{quality}"));
        }
        let format = self.format.as_ref().unwrap_or(&VideoFormat::Mp4);
        check_known("format", format.as_str(), VideoFormat::KNOWN)?;
        add(format!("format/{format}"));
        if let Some(cut) = self.cut()? {
            add(cut);
        }
        // The grammar wants it last.
        if let Some(thumbnails) = self.thumbnails()? {
            add(thumbnails);
        }
        Ok(path)
    }

    fn size(&self) -> Result<Option<String>> {
        for (name, value) in [("width", self.width), ("height", self.height)] {
            if let Some(value) = value
                && (value < 4 || value % 4 != 0)
            {
                return Err(Error::parameter(
                    name,
                    format_args!("must be a multiple of 4, at least 4, not {value}"),
                ));
            }
        }
        let text = |value: Option<i64>| value.map(|value| value.to_string()).unwrap_or_default();
        let (width, height) = (text(self.width), text(self.height));
        let is_sized = self.width.is_some() || self.height.is_some();
        match &self.resize_mode {
            Some(mode) => {
                check_known("resize_mode", mode.as_str(), VideoResizeMode::KNOWN)?;
                if !is_sized {
                    let problem = "needs a width or a height beside it";
                    return Err(Error::parameter("resize_mode", problem));
                }
                Ok(Some(format!("size/{width}x{height}/{mode}")))
            }
            None => Ok(is_sized.then(|| format!("size/{width}x{height}"))),
        }
    }

    fn cut(&self) -> Result<Option<String>> {
        if self.cut_start.is_none() && self.cut_length.is_none() {
            return Ok(None);
        }
        let start = self.cut_start.as_deref().unwrap_or("0:0:0");
        let length = self.cut_length.as_deref().unwrap_or("end");
        check_clock("cut_start", start)?;
        if length != "end" {
            check_clock("cut_length", length)?;
        }
        Ok(Some(format!("cut/{start}/{length}")))
    }

    fn thumbnails(&self) -> Result<Option<String>> {
        let Some(count) = self.thumbnail_count else {
            return match self.thumbnail_index {
                None => Ok(None),
                Some(_) => Err(Error::parameter("thumbnail_index", "needs a count beside it")),
            };
        };
        check_range("thumbnail_count", count, 1, 50)?;
        Ok(Some(match self.thumbnail_index {
            None => format!("thumbs~{count}"),
            Some(number) => {
                check_range("thumbnail_index", number, 0, count - 1)?;
                format!("thumbs~{count}/{number}")
            }
        }))
    }
}

/// `[[hours:]minutes:]seconds[.fraction]`, minutes and seconds below 60 where something is before
/// them.
fn check_clock(name: &str, text: &str) -> Result<()> {
    let parts: Vec<&str> = text.split(':').collect();
    let is_whole = |part: &str, most: usize| {
        (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let (seconds, before) = parts.split_last().map_or(("", &[][..]), |(last, rest)| (*last, rest));
    let (whole, fraction) = seconds.split_once('.').unwrap_or((seconds, "0"));
    let is_below_60 = |part: &str| part.parse::<u32>().is_ok_and(|value| value < 60);
    let is_clock = is_whole(whole, if before.is_empty() { 6 } else { 2 })
        && is_whole(fraction, 3)
        && match before {
            [] => true,
            [minutes] => is_whole(minutes, 3) && is_below_60(whole),
            [hours, minutes] => {
                is_whole(hours, 3)
                    && is_whole(minutes, 2)
                    && is_below_60(minutes)
                    && is_below_60(whole)
            }
            _ => false,
        };
    if is_clock {
        return Ok(());
    }
    Err(Error::parameter(
        name,
        format_args!("must be hours:minutes:seconds such as 0:1:30.5, not {}", quoted(text)),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(options: VideoPathOptions) -> Result<String> {
        options.path("u")
    }

    #[test]
    fn paths() {
        assert_eq!(path(VideoPathOptions::default()).unwrap(), "u/video/-/format/mp4/");
        let options = VideoPathOptions {
            format: Some(VideoFormat::Webm),
            width: Some(640),
            height: None,
            resize_mode: Some(VideoResizeMode::AddPadding),
            quality: Some(VideoQuality::Lightest),
            cut_start: Some("2:30.535".into()),
            cut_length: Some("000:01:49".into()),
            thumbnail_count: Some(50),
            thumbnail_index: Some(49),
        };
        assert_eq!(
            path(options).unwrap(),
            "u/video/-/size/640x/add_padding/-/quality/lightest/-/format/webm/-/cut/2:30.535/000:01:49/-/thumbs~50/49/"
        );
    }

    #[test]
    fn limits() {
        let bad = [
            VideoPathOptions { width: Some(642), ..Default::default() },
            VideoPathOptions { height: Some(0), ..Default::default() },
            VideoPathOptions { format: Some("avi".to_owned().into()), ..Default::default() },
            VideoPathOptions { thumbnail_count: Some(51), ..Default::default() },
            VideoPathOptions { thumbnail_index: Some(0), ..Default::default() },
            VideoPathOptions {
                thumbnail_count: Some(5),
                thumbnail_index: Some(5),
                ..Default::default()
            },
            VideoPathOptions {
                resize_mode: Some(VideoResizeMode::ScaleCrop),
                ..Default::default()
            },
            VideoPathOptions { cut_start: Some("1:60".into()), ..Default::default() },
            VideoPathOptions { cut_start: Some("end".into()), ..Default::default() },
            VideoPathOptions { cut_length: Some("1:2:3:4".into()), ..Default::default() },
        ];
        for options in bad {
            assert!(path(options.clone()).is_err(), "{options:?}");
        }
        for clock in ["0:0:0.0", "90", "1:30", "0:1:30.5", "123:59:59.999"] {
            assert!(check_clock("cut_start", clock).is_ok(), "{clock}");
        }
    }
}
