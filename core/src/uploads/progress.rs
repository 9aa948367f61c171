//! How far an upload is.

use super::UploadedFile;
use crate::model::UploadProgress;
use bytes::Bytes;
use parking_lot::Mutex;
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

/// A body on its way, through all its attempts.
#[derive(Default)]
pub(super) struct Sent(Mutex<Arc<Attempt>>);

/// What of a body has left in one attempt: how many bytes, and their CRC-32. Each attempt has its own, for a body whose
/// answer came early may go on leaving while the next attempt is made.
#[derive(Default)]
pub(super) struct Attempt {
    bytes: AtomicU64,
    sum: Mutex<crc32fast::Hasher>,
}

impl Attempt {
    pub fn add(&self, piece: &Bytes) {
        self.bytes.fetch_add(piece.len() as u64, Ordering::Relaxed);
        self.sum.lock().update(piece);
    }
}

impl Sent {
    /// An attempt begins.
    pub fn begin(&self) -> Arc<Attempt> {
        let attempt = Arc::<Attempt>::default();
        *self.0.lock() = attempt.clone();
        attempt
    }

    pub fn bytes(&self) -> u64 {
        self.0.lock().bytes.load(Ordering::Relaxed)
    }

    pub fn checksum(&self) -> u32 {
        self.0.lock().sum.lock().clone().finalize()
    }
}

/// The numbers of an upload.
#[derive(Default)]
pub(super) struct Progress(Mutex<Numbers>);

#[derive(Default)]
struct Numbers {
    total: Option<u64>,
    parts: Option<u64>,
    /// Of what the service has.
    confirmed: u64,
    confirmed_parts: u64,
    under_way: Vec<Arc<Sent>>,
    /// The most that was told: a part that is sent again does not count down.
    told: u64,
    told_parts: u64,
}

impl Progress {
    /// How much there is to send, and how much of it the service has.
    pub fn begin(&self, total: u64, parts: u64, confirmed: u64, confirmed_parts: u64) {
        let mut numbers = self.0.lock();
        let Numbers { told, told_parts, .. } = *numbers;
        *numbers = Numbers {
            total: Some(total),
            parts: Some(parts),
            confirmed,
            confirmed_parts,
            under_way: Vec::new(),
            told,
            told_parts,
        };
    }

    /// A piece that goes out now.
    pub fn send(&self) -> Arc<Sent> {
        let sent = Arc::<Sent>::default();
        self.0.lock().under_way.push(sent.clone());
        sent
    }

    /// The service has a piece.
    pub fn confirm(&self, sent: &Arc<Sent>, size: u64) {
        let mut numbers = self.0.lock();
        numbers.under_way.retain(|other| !Arc::ptr_eq(other, sent));
        numbers.confirmed += size;
        numbers.confirmed_parts += 1;
    }

    pub fn now(&self, file: Option<UploadedFile>) -> UploadProgress {
        let mut numbers = self.0.lock();
        let under_way: u64 = numbers.under_way.iter().map(|sent| sent.bytes()).sum();
        let sent = numbers.confirmed + under_way;
        let sent = numbers.total.map_or(sent, |total| sent.min(total));
        numbers.told = numbers.told.max(sent);
        numbers.told_parts = numbers.told_parts.max(numbers.confirmed_parts);
        let number = |value: u64| i64::try_from(value).unwrap_or(i64::MAX);
        UploadProgress {
            sent_bytes: number(numbers.told),
            total_bytes: numbers.total.map(number),
            sent_parts: number(numbers.told_parts),
            total_parts: numbers.parts.map(number),
            file,
        }
    }
}
