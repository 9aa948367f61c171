//! The emulator as its clients see it.

#![allow(clippy::unwrap_used, reason = "the helpers of tests are tests too")]

mod auth;
mod client;
mod control;
mod delivery;
mod faults;
mod lists;
mod program;
mod uploads;
