//! What the core offers to other languages, read from its source: models, options, enums, and the
//! operations of the client. The generators of each language write their part from it.

mod cases;
mod operation;
mod source;

pub use cases::cases;

/// Where the operations as data are kept, from the root of the repository.
pub const CASES: &str = "tests/cases/operations/operations.json";
pub use operation::{Doc, Kind, Operation, Outcome, Parameter, Resource};
pub use source::{Definitions, Member, OpenEnum, Record, Shape, Value, read};
