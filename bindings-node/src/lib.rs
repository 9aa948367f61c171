//! The private native layer of the Node package. `src-ts/` makes the public one of it.

mod call;
mod callbacks;
mod client;
mod delivery;
mod environment;
mod failure;
mod generated {
    #[cfg_attr(test, allow(dead_code, reason = "only JavaScript calls the functions"))]
    mod operations;
}
mod jobs;
mod mailbox;
mod outcomes;
mod pages;
mod receiver;
mod script;
mod uploads;
