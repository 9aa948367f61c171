use serde::Serialize;

use super::{Caller, error::AccountError};

const MAX_LIMIT: usize = 100;
const DEFAULT_LIMIT: usize = 20;

/// A part of a list.
#[derive(Serialize)]
pub(super) struct ListPage<T> {
    next: Option<String>,
    previous: Option<String>,
    total: usize,
    per_page: usize,
    results: Vec<T>,
}

impl<T> ListPage<T> {
    /// The part of `all` that the query asks for; `path` goes on from `/projects/`.
    pub fn of(caller: &Caller, path: &str, query: &str, all: Vec<T>) -> Result<Self, AccountError> {
        let (mut limit, mut offset) = (DEFAULT_LIMIT, 0_usize);
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match &*name {
                "limit" => {
                    let given = value.parse().ok().filter(|limit| (1..=MAX_LIMIT).contains(limit));
                    limit = given.ok_or_else(|| {
                        let text = format!("limit should be an integer from 1 to {MAX_LIMIT}.");
                        AccountError::invalid(text)
                    })?;
                }
                "offset" => {
                    offset = value.parse().map_err(|_| {
                        AccountError::invalid("offset should be a non-negative integer.")
                    })?;
                }
                _ => {}
            }
        }
        let base = caller.account.settings().next_base;
        let base = base.unwrap_or_else(|| format!("{}/projects/", caller.origin.0));
        let link = |offset: usize| format!("{base}{path}?limit={limit}&offset={offset}");
        let total = all.len();
        let end = offset.saturating_add(limit);
        Ok(Self {
            next: (end < total).then(|| link(end)),
            previous: (offset > 0).then(|| link(offset.saturating_sub(limit))),
            total,
            per_page: limit,
            results: all.into_iter().skip(offset).take(limit).collect(),
        })
    }
}
