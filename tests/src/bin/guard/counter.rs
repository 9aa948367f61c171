//! Counts what the heap gives and takes back.

use std::{
    alloc::{GlobalAlloc, Layout, System},
    sync::atomic::{AtomicI64, AtomicU64, Ordering::Relaxed},
};

static ALLOCATIONS: AtomicU64 = AtomicU64::new(0);
static BYTES: AtomicU64 = AtomicU64::new(0);
static LIVE: AtomicI64 = AtomicI64::new(0);
static PEAK: AtomicI64 = AtomicI64::new(0);

/// The system's allocator, with an eye on it.
pub struct Counting;

fn grown(size: usize) {
    BYTES.fetch_add(size as u64, Relaxed);
    let live = LIVE.fetch_add(size as i64, Relaxed) + size as i64;
    PEAK.fetch_max(live, Relaxed);
}

// SAFETY: everything is handed on to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Relaxed);
        grown(layout.size());
        // SAFETY: the caller keeps the same promises.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Relaxed);
        grown(layout.size());
        // SAFETY: as above.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Relaxed);
        match size.checked_sub(layout.size()) {
            Some(more) => grown(more),
            None => drop(LIVE.fetch_sub((layout.size() - size) as i64, Relaxed)),
        }
        // SAFETY: as above.
        unsafe { System.realloc(place, layout, size) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        LIVE.fetch_sub(layout.size() as i64, Relaxed);
        // SAFETY: as above.
        unsafe { System.dealloc(place, layout) }
    }
}

/// What the heap was asked for within a section.
pub struct Heap {
    /// Blocks that were given, or given another size.
    pub allocations: u64,
    /// Bytes of them.
    pub bytes: u64,
    /// The most that was held at a time, beyond what was held before.
    pub peak: u64,
}

/// Does the work and counts. The name is for callgrind, which counts the instructions of nothing else.
#[unsafe(no_mangle)]
#[inline(never)]
pub fn guarded_section(work: &mut dyn FnMut()) {
    work();
}

pub fn count(mut work: impl FnMut()) -> Heap {
    let before = (ALLOCATIONS.load(Relaxed), BYTES.load(Relaxed), LIVE.load(Relaxed));
    PEAK.store(before.2, Relaxed);
    guarded_section(&mut work);
    Heap {
        allocations: ALLOCATIONS.load(Relaxed) - before.0,
        bytes: BYTES.load(Relaxed) - before.1,
        peak: (PEAK.load(Relaxed) - before.2).max(0) as u64,
    }
}

/// The bytes held now, and the most that were held since the last section began.
pub fn live() -> u64 {
    LIVE.load(Relaxed).max(0) as u64
}
