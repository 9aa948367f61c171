//! The private native layer of the Node package. `src-ts/` makes the public one of it.

mod call;
mod client;
mod failure;
mod generated {
    mod operations;
}
mod jobs;
mod pages;
