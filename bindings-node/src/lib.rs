//! The private native layer of the Node package. `src-ts/` makes the public one of it.

mod call;
mod callbacks;
mod client;
mod delivery;
mod environment;
mod failure;
mod generated {
    mod operations;
}
mod jobs;
mod mailbox;
mod pages;
mod receiver;
mod uploads;
