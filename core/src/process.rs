//! Values that belong to one process and must not be used in its forked children.

use once_cell::race::OnceBox;
use std::mem::ManuallyDrop;

/// A value made anew in every process that asks for it.
///
/// After `fork()` a child has the parent's memory but none of its threads: what the parent made
/// waits for threads that do not exist, and dropping it may do so too. So a child makes its own
/// and leaves the parent's alone. There is no lock, for a lock may be held at the moment of the
/// fork by a thread that the child does not have.
pub struct PerProcess<T> {
    first: OnceBox<Made<T>>,
}

struct Made<T> {
    process: u32,
    value: ManuallyDrop<T>,
    /// Made by a child of the process that made this one.
    next: OnceBox<Self>,
}

impl<T> Default for PerProcess<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> PerProcess<T> {
    /// None made yet.
    pub const fn new() -> Self {
        Self { first: OnceBox::new() }
    }

    /// The value of this process, if it has made one.
    pub fn get(&self) -> Option<&T> {
        self.find().ok()
    }

    /// The value of this process; `make` makes it if there is none yet. Two threads may both make
    /// one: the first to finish wins.
    pub fn get_or_try_make<E>(&self, make: impl FnOnce() -> Result<T, E>) -> Result<&T, E> {
        match self.find() {
            Ok(value) => Ok(value),
            Err(free) => {
                free.get_or_try_init(|| Ok(Box::new(Made::new(make()?)))).map(|made| &*made.value)
            }
        }
    }

    /// Else the place for it.
    fn find(&self) -> Result<&T, &OnceBox<Made<T>>> {
        let process = std::process::id();
        let mut place = &self.first;
        while let Some(made) = place.get() {
            // Process ids come back: a value with a successor is that of a parent.
            if made.process == process && made.next.get().is_none() {
                return Ok(&made.value);
            }
            place = &made.next;
        }
        Err(place)
    }
}

impl<T> Made<T> {
    fn new(value: T) -> Self {
        Self { process: std::process::id(), value: ManuallyDrop::new(value), next: OnceBox::new() }
    }
}

impl<T> Drop for Made<T> {
    fn drop(&mut self) {
        if self.process == std::process::id() {
            // SAFETY: nothing uses the value after this: it is dropped nowhere else, and `self`
            // is going away.
            unsafe { ManuallyDrop::drop(&mut self.value) }
        }
    }
}
