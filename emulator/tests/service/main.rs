//! The emulator as its clients see it.

#![allow(clippy::unwrap_used, reason = "the helpers of tests are tests too")]

mod account;
mod account_secrets;
mod account_usage;
mod addons;
mod auth;
mod cdn;
mod cdn_groups;
mod cdn_info;
mod cdn_pictures;
mod cdn_signed;
mod client;
mod control;
mod conversions;
mod copies;
mod delivery;
mod events;
mod faults;
mod from_url;
mod groups;
mod lists;
mod metadata;
mod multipart;
mod program;
mod rate_limit;
mod raw;
mod receiver;
mod search;
mod settings;
mod shared;
mod signed;
mod storage;
mod tags;
mod uploads;
mod webhooks;
mod wire;
