//! JSON text as JavaScript wants it: names in camel case, null for what is absent, unknown fields
//! under `extra`, if there are any. Results cross into Node as such text, because the engine's own
//! parser makes 1,000 objects in half the time that as many calls of Node-API take. Pages: see
//! `rescript`.

use super::{Json, Timestamp};
use serde::{Serialize, Serializer};
use std::collections::HashMap;

/// A value that can be written as text for JavaScript. `#[model]` and `#[open_enum]` implement it.
pub trait ToScript {
    /// Writes it.
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
}

/// Makes serde write a value as text for JavaScript.
pub struct Script<'a, T: ?Sized>(pub &'a T);

impl<T: ToScript + ?Sized> Serialize for Script<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}

macro_rules! as_it_is {
    ($($ty:ty),*) => { $( impl ToScript for $ty {
        fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            self.serialize(serializer)
        }
    } )* };
}

as_it_is!(String, bool, i64, f64, Json, Timestamp);

impl<T: ToScript> ToScript for Option<T> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_ref().map(Script).serialize(serializer)
    }
}

impl<T: ToScript> ToScript for Vec<T> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(Script))
    }
}

impl<T: ToScript> ToScript for HashMap<String, T> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|(key, value)| (key, Script(value))))
    }
}
