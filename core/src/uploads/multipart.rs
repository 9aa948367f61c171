//! A file in parts (Upload API: Multipart uploads).

use super::{
    UploadedFile,
    calls::{complete_multipart, info, start_multipart},
    content::{Content, check_length},
    from_url::check_url,
    progress::Sent,
    state::{Begun, other_content},
    work::UploadWork,
};
use crate::{
    client::Client,
    error::{Error, ErrorKind, Result},
    error_code::ErrorCode,
    model::UploadInfo,
    transport::Request,
};
use bytes::Bytes;
use futures::{
    FutureExt, StreamExt,
    future::{BoxFuture, pending},
    stream::FuturesUnordered,
};
use std::sync::Arc;

/// Sends what the service has not got yet, and has it put together.
pub(super) async fn upload(job: &UploadWork, content: &Content) -> Result<UploadedFile> {
    let begun = match job.begun() {
        Some(begun) => {
            check_same(job, &begun, content).await?;
            begun
        }
        None => begin(job, content).await?,
    };
    {
        // From one part to the next, also when none is under way for a moment.
        let _memory = content.memory();
        send_parts(job, &begun, content).await?;
    }
    content.check_unchanged().await?;
    let info = match complete_multipart(&job.client, &begun.uuid).await {
        Ok(info) => info,
        Err(error) if is_complete_already(&error) => {
            match info(&job.client, &begun.uuid).await {
                // It was put together, and is gone since.
                Err(error) if *error.kind() == ErrorKind::NotFound => return Err(lost(&error)),
                outcome => outcome?,
            }
        }
        Err(error) if *error.kind() == ErrorKind::NotFound => {
            return Err(lost(&error));
        }
        Err(error) => return Err(error),
    };
    // What is kept of an upload that came to the wrong thing would lead there again.
    checked(&begun, info).inspect_err(|_| job.state.lock().forget())
}

/// A first attempt whose answer was lost may have completed it.
fn is_complete_already(error: &Error) -> bool {
    error.code() == Some(&ErrorCode::MultipartFileAlreadyUploaded)
}

fn lost(error: &Error) -> Error {
    let message = format!("the service has forgotten this upload: {}", error.message());
    error.clone().with(|info| {
        info.kind = ErrorKind::UploadLost;
        info.message = message;
    })
}

fn checked(begun: &Begun, info: UploadInfo) -> Result<UploadedFile> {
    if u64::try_from(info.size) != Ok(begun.size) {
        return Err(Error::new(
            ErrorKind::ContentMismatch,
            format!(
                "{} bytes were sent, and the service has {}: delete the file {} and upload it again",
                begun.size, info.size, info.uuid
            ),
        ));
    }
    Ok(UploadedFile { uuid: info.uuid, original_filename: info.original_filename, size: info.size })
}

async fn begin(job: &UploadWork, content: &Content) -> Result<Begun> {
    let (plan, size) = (&job.plan, content.size());
    let part_size = plan.part_size(size)?;
    let started = start_multipart(&job.client, plan, size, part_size).await?;
    if started.parts.len() as u64 != size.div_ceil(part_size) {
        return Err(Error::new(
            ErrorKind::Decode,
            format!(
                "the service wants {} parts of {part_size} bytes for {size} bytes",
                started.parts.len()
            ),
        ));
    }
    let begun = Begun {
        uuid: started.uuid,
        filename: plan.filename.clone(),
        size,
        part_size,
        parts: started.parts,
    };
    job.state.lock().begin(begun.clone())?;
    job.set_checked();
    Ok(begun)
}

/// Whether the content is the one that the upload was begun with: it is read where the service has it already, and a
/// stream when it comes to that. Neither a name nor a time proves it: copies of files keep both.
async fn check_same(job: &UploadWork, begun: &Begun, content: &Content) -> Result<()> {
    if content.size() != begun.size {
        return Err(other_content());
    }
    if matches!(content, Content::Stream { .. }) || job.is_checked() {
        return Ok(());
    }
    let done = job.state.lock().done.clone();
    for (part, sum) in done {
        let (from, size) = begun.range(part);
        if content.checksum(from, size).await? != sum {
            return Err(other_content());
        }
    }
    job.set_checked();
    Ok(())
}

/// The number of a part, and its content.
type NextPart = (usize, Content);

/// A part that is under way, or has arrived.
struct Part {
    number: usize,
    size: u64,
    sent: Arc<Sent>,
}

async fn send_parts(job: &UploadWork, begun: &Begun, content: &Content) -> Result<()> {
    let done = job.state.lock().done.clone();
    let done_bytes = done.keys().map(|part| begun.range(*part).1).sum();
    job.progress.begin(begun.size, begun.parts.len() as u64, done_bytes, done.len() as u64);
    let mut left = (0..begun.parts.len()).filter(|part| !done.contains_key(part));
    let mut under_way = FuturesUnordered::new();
    let mut reading: Option<BoxFuture<'_, Result<Option<NextPart>>>> = None;
    let mut is_read = false;
    let is_stream = matches!(content, Content::Stream { .. });
    loop {
        // A part that is being read has its place already, so no more than these are in memory.
        while under_way.len() + usize::from(reading.is_some()) < job.plan.concurrency {
            if is_stream {
                if reading.is_some() || is_read {
                    break;
                }
                reading = Some(next_of_stream(job, begun, content).boxed());
            } else {
                let Some(part) = left.next() else { break };
                under_way.push(send(job, begun, part, content.clone(), begun.range(part).0));
            }
        }
        if under_way.is_empty() && reading.is_none() {
            return Ok(());
        }
        let read = async {
            match &mut reading {
                Some(reading) => reading.await,
                None => pending().await,
            }
        };
        tokio::select! {
            biased;
            Some(outcome) = under_way.next() => {
                // A failure ends this function, and with it all other parts.
                let Part { number, size, sent } = outcome?;
                job.held.lock().remove(&number);
                job.progress.confirm(&sent, size);
                job.state.lock().confirm(number, sent.checksum())?;
            }
            part = read => {
                reading = None;
                match part? {
                    Some((part, bytes)) => under_way.push(send(job, begun, part, bytes, 0)),
                    None => is_read = true,
                }
            }
        }
    }
}

async fn send(
    job: &UploadWork,
    begun: &Begun,
    number: usize,
    content: Content,
    from: u64,
) -> Result<Part> {
    let (_, size) = begun.range(number);
    let sent = job.progress.send();
    let url = begun.parts.get(number).cloned().unwrap_or_default();
    let mut request = Request::part(url, size, content.body(from, size, sent.clone()));
    job.company.share(&mut request, job.plan.concurrency);
    job.client.transport().send(&request).await?;
    check_whole(&sent, size)?;
    Ok(Part { number, size, sent })
}

/// Upload API: Upload individual file parts.
pub(super) async fn upload_part(client: &Client, url: &str, bytes: Bytes) -> Result<()> {
    let url = check_url("url", url)?;
    let (size, content) = (bytes.len() as u64, Content::Pieces([bytes].into()));
    let sent = Arc::<Sent>::default();
    let request = Request::part(url, size, content.body(0, size, sent.clone()));
    client.transport().send(&request).await?;
    check_whole(&sent, size)
}

/// Fails on a success that was said before the bytes were there.
fn check_whole(sent: &Sent, size: u64) -> Result<()> {
    match sent.bytes() {
        bytes if bytes == size => Ok(()),
        bytes => Err(Error::new(
            ErrorKind::ContentMismatch,
            format!("the storage took {bytes} of the {size} bytes of a part"),
        )),
    }
}

/// The next part of a stream that the service has not got. Those that it has are compared.
async fn next_of_stream(
    job: &UploadWork,
    begun: &Begun,
    content: &Content,
) -> Result<Option<NextPart>> {
    let Content::Stream { reader, size } = content else {
        return Err(Error::internal("no stream is read like one"));
    };
    if let Some(held) = job.next_held() {
        return Ok(Some(held));
    }
    let mut reader = reader.lock().await;
    loop {
        let part = job.next_to_read();
        if part >= begun.parts.len() {
            // Nothing may come after the last part.
            reader.fill(1).await?;
            check_length(size + reader.waiting() as u64, *size)?;
            return Ok(None);
        }
        let (from, part_size) = begun.range(part);
        let part_size = usize::try_from(part_size).unwrap_or(usize::MAX);
        if reader.fill(part_size).await? {
            check_length(from + reader.waiting() as u64, *size)?;
        }
        let bytes: Arc<[Bytes]> = reader.take(part_size).into();
        // From here on nothing waits: what was taken is either held or done.
        let known = job.state.lock().done.get(&part).copied();
        match known {
            Some(sum) if sum == checksum(&bytes) => job.has_read(part, None),
            Some(_) => return Err(other_content()),
            None => {
                job.has_read(part, Some(bytes.clone()));
                return Ok(Some((part, Content::Pieces(bytes))));
            }
        }
    }
}

fn checksum(pieces: &[Bytes]) -> u32 {
    let mut sum = crc32fast::Hasher::new();
    for piece in pieces {
        sum.update(piece);
    }
    sum.finalize()
}
