//! What projects have used, day by day.

use axum::{
    Json,
    extract::{FromRequestParts, RawQuery},
    http::request::Parts,
    routing::get,
};
use chrono::{Days, NaiveDate, NaiveTime};
use serde_json::{Value, json};

use super::{Caller, Owned, error::AccountError, parameter};
use crate::{app::Resource, store::Project};

const MAX_DAYS: i64 = 90;
const METRICS: [(&str, &str); 3] =
    [("traffic", "bytes"), ("storage", "bytes"), ("operations", "operations")];

pub(super) fn resources() -> Vec<Resource> {
    vec![
        Resource {
            route: "/projects/{pub_key}/usage/",
            methods: &["GET"],
            allow: "GET, HEAD, OPTIONS",
            router: get(all),
        },
        Resource {
            route: "/projects/{pub_key}/usage/{metric}/",
            methods: &["GET"],
            allow: "GET, HEAD, OPTIONS",
            router: get(one),
        },
    ]
}

/// A metric in a path and its unit.
struct Metric(&'static str, &'static str);

impl<S: Send + Sync> FromRequestParts<S> for Metric {
    type Rejection = AccountError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, AccountError> {
        let name = parameter(parts, state, "metric").await.unwrap_or_default();
        let metric = METRICS.iter().find(|(metric, _)| *metric == name);
        let (metric, unit) = metric.ok_or_else(|| AccountError::not_found("Metric"))?;
        Ok(Self(metric, unit))
    }
}

async fn all(
    caller: Caller,
    Owned(project): Owned,
    RawQuery(query): RawQuery,
) -> Result<Json<Value>, AccountError> {
    let days = days(&caller, &project, &query.unwrap_or_default())?;
    let units = METRICS.iter().map(|(metric, unit)| ((*metric).to_owned(), Value::from(*unit)));
    let units = Value::Object(units.collect());
    Ok(Json(json!({ "units": units, "data": used(&project, &days) })))
}

async fn one(
    caller: Caller,
    Owned(project): Owned,
    Metric(metric, unit): Metric,
    RawQuery(query): RawQuery,
) -> Result<Json<Value>, AccountError> {
    let days = days(&caller, &project, &query.unwrap_or_default())?;
    let rows = used(&project, &days);
    let data = rows.iter().map(|row| json!({ "date": row["date"], "value": row[metric] }));
    let data: Vec<_> = data.collect();
    Ok(Json(json!({ "metric": metric, "unit": unit, "data": data })))
}

/// The days that are asked for, each with the one after it.
fn days(
    caller: &Caller,
    project: &Project,
    query: &str,
) -> Result<Vec<(NaiveDate, NaiveDate)>, AccountError> {
    let (from, to) = (date(query, "from")?, date(query, "to")?);
    let today = project.time(caller.app.now()).date_naive();
    if from >= to {
        return Err(AccountError::invalid("from should be before to."));
    }
    if to >= today {
        return Err(AccountError::invalid("to should be before today."));
    }
    if (to - from).num_days() > MAX_DAYS {
        let text = format!("from and to should be at most {MAX_DAYS} days apart.");
        return Err(AccountError::invalid(text));
    }
    let following = |day: &NaiveDate| day.checked_add_days(Days::new(1));
    let days = std::iter::successors(Some(from), following).take_while(|day| *day < to);
    Ok(days.filter_map(|day| Some((day, following(&day)?))).collect())
}

fn date(query: &str, name: &str) -> Result<NaiveDate, AccountError> {
    let given = form_urlencoded::parse(query.as_bytes()).find(|(is, _)| is == name);
    let (_, text) = given.ok_or_else(|| AccountError::invalid(format!("{name} is required.")))?;
    let date = NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok();
    date.filter(|_| text.len() == 10)
        .ok_or_else(|| AccountError::invalid(format!("{name} should be a date as YYYY-MM-DD.")))
}

fn used(project: &Project, days: &[(NaiveDate, NaiveDate)]) -> Vec<Value> {
    let end = |day: &NaiveDate| day.and_time(NaiveTime::MIN).and_utc().timestamp_micros();
    let ends: Vec<i64> = days.iter().map(|(_, next)| end(next)).collect();
    let stored = project.bytes_at(&ends);
    let rows = days.iter().zip(stored).map(|((day, _), stored)| {
        let used = project.usage.of(*day);
        json!({
            "date": day,
            "traffic": used.traffic,
            "storage": stored.saturating_add(project.usage.stored(*day)),
            "operations": used.operations,
        })
    });
    rows.collect()
}
