//! The account: its projects, their secret keys and what they use (Project API).

mod projects;
mod secrets;
mod usage;

pub use projects::{
    AccountProject, CreateProjectOptions, ListProjectsOptions, MimeTypeFiltering, ProjectFeature,
    ProjectFeatureOptions, ProjectFeatures, ProjectTeam, ProjectUploads, Projects,
    UpdateProjectOptions,
};
pub use secrets::{NewProjectSecret, ProjectSecret, ProjectSecrets};
pub use usage::{
    DailyUsage, MetricUsage, ProjectUsage, Usage, UsageMetric, UsageRow, UsageUnits, UsageValue,
};

use crate::{
    client::Client,
    error::{Error, ErrorKind, Result, quoted},
    transport::{Method, Request, Target},
};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, de::DeserializeOwned};

/// More pages than any account has.
const MOST_PAGES: usize = 10_000;

/// The token of an account as it was given, or that of the environment.
pub(crate) fn token(given: Option<SecretString>) -> Result<SecretString> {
    let token = given.or_else(|| {
        let text = std::env::var("UPLOADCARE_ACCOUNT_TOKEN").ok()?;
        Some(text).filter(|text| !text.is_empty()).map(SecretString::from)
    });
    let token = token.ok_or_else(|| {
        Error::configuration(
            "token",
            "is missing: give it, or set UPLOADCARE_ACCOUNT_TOKEN; the support of Uploadcare has it",
        )
    })?;
    let text = token.expose_secret();
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(Error::configuration(
            "token",
            "is empty or has a character that no token has (white space or a non-ASCII one)",
        ));
    }
    Ok(token)
}

/// Where a project is.
fn project(public_key: &str, rest: &[&str]) -> Result<Target> {
    let legal = |c: char| c.is_ascii_graphic() && c != '/' && c != ':';
    if public_key.is_empty() || !public_key.chars().all(legal) {
        return Err(Error::parameter(
            "public_key",
            format_args!("must be the public key of a project, not {}", quoted(public_key)),
        ));
    }
    Ok(Target::path(["projects", public_key].into_iter().chain(rest.iter().copied())))
}

#[derive(Deserialize)]
struct Listed<T> {
    next: Option<String>,
    results: Vec<Option<T>>,
}

/// All of a list. Links to further pages name a host of the service's own, so that only their query is taken: the
/// token goes nowhere else.
async fn all<T: DeserializeOwned>(client: &Client, target: Target, limit: i64) -> Result<Vec<T>> {
    let mut page_target = target.clone().query("limit", &limit.to_string());
    let mut found = Vec::new();
    let mut last_query = None;
    for _ in 0..MOST_PAGES {
        let request = Request::account(Method::GET, page_target);
        let page: Listed<T> = client.transport().send(&request).await?.json()?;
        found.extend(page.results.into_iter().flatten());
        let Some(next) = page.next else { return Ok(found) };
        let query =
            next.split('#').next().and_then(|url| url.split_once('?')).map(|(_, query)| query);
        let query = query.filter(|query| query.bytes().all(|byte| byte.is_ascii_graphic()));
        let Some(query) = query.filter(|query| Some(*query) != last_query.as_deref()) else {
            return Err(Error::new(
                ErrorKind::Decode,
                "the list links to a next page that is none: the same again, or one without a query",
            ));
        };
        let Target::Path(path) = &target else {
            return Err(Error::internal("a list has no path of its own"));
        };
        page_target = Target::Path(format!("{path}?{query}"));
        last_query = Some(query.to_owned());
    }
    Err(Error::new(ErrorKind::Decode, "the list does not end"))
}
