//! Delivery: originals, pictures made of them, what is known about images, and groups.

mod cache;
mod deliver;
mod grammar;
mod groups;
mod info;
mod page;
mod picture;
mod render;
mod serve;
mod signed;
mod target;

pub(crate) use cache::Pictures;
pub(crate) use serve::serve;
pub(crate) use target::ROUTES;
