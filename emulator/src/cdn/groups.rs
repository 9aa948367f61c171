//! Groups: their page, and archives of them.

use std::{collections::HashSet, io, sync::Arc};

use axum::{
    body::Body,
    http::{Response, StatusCode},
};
use tempfile::NamedTempFile;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::{
    deliver::{Delivered, YEAR},
    grammar::Problem,
    page,
    serve::Visit,
};
use crate::store::{Content, File, Group, Piece};

/// The most bytes that the files of an archive may have.
const MAX_ARCHIVE: u64 = 2 << 30;

/// Writes files into an archive.
type Pack = fn(&[Arc<File>], NamedTempFile) -> io::Result<NamedTempFile>;

/// The list of a group's files.
pub(super) fn list(visit: &Visit, group: &Group) -> Response<Body> {
    let id = group.id();
    let mut items = String::new();
    for (index, member) in group.members.iter().enumerate() {
        let Some(file) = visit.file(&member.uuid) else {
            items.push_str(&format!("<li value=\"{index}\">{} (removed)</li>\n", member.uuid));
            continue;
        };
        let effects = match member.effects.as_str() {
            "" => String::new(),
            effects => page::escaped(&format!("-/{effects}")),
        };
        items.push_str(&format!(
            "<li value=\"{index}\"><a href=\"/{uuid}/{effects}\">{uuid}</a> \
             <a href=\"/{id}/nth/{index}/\">{name}</a></li>\n",
            uuid = member.uuid,
            name = page::escaped(&file.filename),
        ));
    }
    let text = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head><title>{id}</title></head>\n<body><ol>\n\
         {items}</ol></body>\n</html>\n"
    );
    page::html(StatusCode::OK, text)
}

/// All files of a group in one; the operations on them are not carried out.
pub(super) async fn archive(
    visit: &Visit,
    group: &Group,
    format: &str,
    filename: Option<&str>,
) -> Response<Body> {
    let (mime, pack): (_, Pack) = match format {
        "zip" => ("application/zip", zipped),
        "tar" => ("application/x-tar", tarred),
        _ => {
            let problem = format!("CDN Path error: Failed parsing \"archive/{format}\"");
            return page::bad_request(&Problem(format!("{problem}. Expected zip or tar")));
        }
    };
    let files: Option<Vec<_>> =
        group.members.iter().map(|member| visit.file(&member.uuid)).collect();
    let Some(files) = files else { return page::file_not_found() };
    if files.iter().map(|file| file.size).sum::<u64>() > MAX_ARCHIVE {
        let reason = "The files of the group are larger than 2 GB.";
        return page::bad_request(&Problem(reason.to_owned()));
    }
    let folder = visit.app.clone();
    let packed =
        tokio::task::spawn_blocking(move || Piece::of_file(pack(&files, folder.disk.file()?)?));
    let Ok(Ok(piece)) = packed.await else {
        let reason = "<h1>500: Internal Server Error</h1>\n".to_owned();
        return page::html(StatusCode::INTERNAL_SERVER_ERROR, reason);
    };
    let name = format!("{}.{format}", group.uuid);
    let (size, etag) = (piece.size, piece.etag());
    let delivered = Delivered {
        content: &Content::from(Arc::new(piece)),
        size,
        mime,
        etag,
        modified: group.created,
        inline: false,
        filename: filename.unwrap_or(&name),
        cache: YEAR,
    };
    delivered.answer(&visit.headers)
}

fn zipped(files: &[Arc<File>], to: NamedTempFile) -> io::Result<NamedTempFile> {
    let mut writer = ZipWriter::new(to);
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (file, name) in files.iter().zip(names(files)) {
        writer.start_file(name, options)?;
        io::copy(&mut file.content.reader(file.size), &mut writer)?;
    }
    Ok(writer.finish()?)
}

fn tarred(files: &[Arc<File>], to: NamedTempFile) -> io::Result<NamedTempFile> {
    let mut builder = tar::Builder::new(to);
    for (file, name) in files.iter().zip(names(files)) {
        let mut header = tar::Header::new_gnu();
        header.set_size(file.size);
        header.set_mode(0o644);
        header.set_mtime(u64::try_from(file.uploaded / 1_000_000).unwrap_or(0));
        builder.append_data(&mut header, name, file.content.reader(file.size))?;
    }
    builder.into_inner()
}

/// Names of the files without folders, each another.
fn names(files: &[Arc<File>]) -> Vec<String> {
    let mut taken = HashSet::new();
    let mut unique = |file: &Arc<File>| {
        let safe = |c: char| if matches!(c, '/' | '\\') || c.is_control() { '_' } else { c };
        let name: String = file.filename.chars().map(safe).collect();
        let name = if name.trim_matches('.').is_empty() { file.uuid.to_string() } else { name };
        let (stem, ending) = match name.rfind('.').filter(|at| *at > 0) {
            Some(at) => name.split_at(at),
            None => (name.as_str(), ""),
        };
        let numbered = (1..).map(|number| format!("{stem} ({number}){ending}"));
        let mut candidates = std::iter::once(name.clone()).chain(numbered);
        candidates.find(|name| taken.insert(name.to_lowercase())).unwrap_or_default()
    };
    files.iter().map(&mut unique).collect()
}
