//! Conversions.

use uuid::Uuid;

use super::Work;
use crate::{
    media::made::{self, extension},
    store::{Content, File, Source, Task, random_uuid},
};

const DOCUMENTS: &str = "zamzar_convert_document";
const VIDEOS: &str = "zencoder_convert_video";

/// Formats in which each page is an image of its own.
pub(crate) const PAGE_FORMATS: [&str; 5] = ["jpg", "enhanced.jpg", "png", "tiff", "webp"];

/// Pages of a document whose pages the emulator can not count.
const ASSUMED_PAGES: usize = 2;

impl Work<'_> {
    /// Does the job if it is a conversion.
    pub(super) fn convert(&mut self) -> Result<bool, String> {
        match self.job.task.clone() {
            Task::Document { format, page, save_in_group, store, result } => {
                self.document(&format, page, save_in_group, store, result)?;
            }
            Task::Video { format, thumbs, thumbs_group, store, result } => {
                self.video(&format, thumbs, thumbs_group, store, result);
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn document(
        &mut self,
        format: &str,
        page: Option<u32>,
        save_in_group: bool,
        store: bool,
        result: Uuid,
    ) -> Result<(), String> {
        let pages = pages(self.source);
        if let Some(page) = page.filter(|page| *page as usize > pages) {
            return Err(format!("There is no page {page}, the document has {pages}."));
        }
        let stem = self.stem().to_owned();
        let by_page = PAGE_FORMATS.contains(&format) && page.is_none() && pages > 1;
        if by_page && save_in_group {
            let files: Vec<Uuid> = (1..=pages)
                .map(|number| {
                    let uuid = random_uuid();
                    let name = format!("{stem}-{number}.{}", extension(format));
                    self.add_file(uuid, name, made::file(format, 1), store, DOCUMENTS);
                    uuid
                })
                .collect();
            let group = self.group(random_uuid(), &files);
            self.project.jobs.note_converted_group(self.source.uuid, format, group.clone());
            self.job.group = Some(group);
        }
        let (ending, made) = if by_page {
            ("zip", made::zip_of_pages(format, &stem, pages))
        } else {
            (extension(format), made::file(format, pages))
        };
        self.add_file(result, format!("{stem}.{ending}"), made, store, DOCUMENTS);
        self.job.result = Some(result);
        Ok(())
    }

    fn video(&mut self, format: &str, thumbs: usize, group: Uuid, store: bool, result: Uuid) {
        let stem = self.stem().to_owned();
        let name = format!("{stem}.{}", extension(format));
        self.add_file(result, name, made::file(format, 1), store, VIDEOS);
        let files: Vec<Uuid> = (1..=thumbs)
            .map(|number| {
                let uuid = random_uuid();
                let name = format!("{stem}-{number}.jpg");
                self.add_file(uuid, name, made::file("jpg", 1), store, VIDEOS);
                uuid
            })
            .collect();
        self.job.group = Some(self.group(group, &files));
        self.job.result = Some(result);
    }
}

impl Work<'_> {
    /// Puts files that were just made into a group; answers its id.
    fn group(&self, uuid: Uuid, files: &[Uuid]) -> String {
        let members =
            files.iter().map(|uuid| Source { uuid: *uuid, effects: String::new() }).collect();
        self.project.add_group_as(uuid, members, self.now);
        format!("{uuid}~{}", files.len())
    }
}

/// How many pages a document has.
fn pages(file: &File) -> usize {
    let bytes = file.content.head();
    let pages = match &*file.mime {
        _ if bytes.starts_with(b"%PDF-") => {
            let marks = bytes.windows(6).enumerate().filter(|(_, word)| word == b"/Type ");
            let pages = marks.filter(|(at, _)| {
                let rest = bytes[at + 6..].trim_ascii_start();
                rest.starts_with(b"/Page") && !rest.starts_with(b"/Pages")
            });
            pages.count()
        }
        mime if mime.starts_with("text/") && !matches!(file.content, Content::Synthetic) => {
            bytes.iter().filter(|byte| **byte == b'\x0c').count() + 1
        }
        mime if mime.starts_with("image/") => 1,
        _ => ASSUMED_PAGES,
    };
    pages.max(1)
}
