use super::project;
use crate::{
    client::Client,
    error::{Error, Result, check_known, quoted},
    transport::{Method, Request},
};
use chrono::{NaiveDate, TimeDelta, Utc};
use futures::{StreamExt, TryStreamExt, stream};
use serde::{Deserialize, de::DeserializeOwned};
use std::collections::BTreeMap;
use uploadcare_macros::{model, open_enum, operations};

/// Most days of one request.
const RANGE: i64 = 90;

/// Requests at the same time.
const AT_ONCE: usize = 4;

/// The most days that are asked for: twenty years.
const LONGEST: i64 = 7_305;

/// What a project used, day by day (Project API: Usage).
#[model(closed)]
pub struct Usage {
    /// What the numbers count.
    pub units: UsageUnits,
    /// One entry for each day, oldest first.
    pub data: Vec<DailyUsage>,
    /// The same numbers one by one, ready for plotting: by day, then by metric.
    pub rows: Vec<UsageRow>,
}

/// What the numbers of a usage count.
#[model]
pub struct UsageUnits {
    /// Unit of traffic, `bytes`.
    pub traffic: String,
    /// Unit of storage, `bytes`.
    pub storage: String,
    /// Unit of operations, `operations`.
    pub operations: String,
}

/// What a project used on one day.
#[model]
pub struct DailyUsage {
    /// The day in UTC, such as `2026-11-27`.
    pub date: String,
    /// Bytes that were delivered.
    pub traffic: i64,
    /// Bytes that were stored.
    pub storage: i64,
    /// Operations on files.
    pub operations: i64,
}

/// One number of a usage.
#[model(closed)]
pub struct UsageRow {
    /// The day in UTC, such as `2026-11-27`.
    pub date: String,
    /// What was counted.
    pub metric: UsageMetric,
    /// How much.
    pub value: i64,
    /// What the number counts: `bytes` or `operations`.
    pub unit: String,
}

/// One metric of what a project used, day by day (Project API: Usage by metric).
#[model]
pub struct MetricUsage {
    /// What was counted.
    pub metric: UsageMetric,
    /// What the numbers count: `bytes` or `operations`.
    pub unit: String,
    /// One entry for each day, oldest first.
    pub data: Vec<UsageValue>,
}

/// One metric on one day.
#[model]
pub struct UsageValue {
    /// The day in UTC, such as `2026-11-27`.
    pub date: String,
    /// How much.
    pub value: i64,
}

/// What is counted.
#[open_enum]
pub enum UsageMetric {
    /// Bytes that were delivered.
    Traffic,
    /// Bytes that were stored.
    Storage,
    /// Operations on files.
    Operations,
}

/// What projects of an account use (Project API: Usage).
#[derive(Debug, Clone)]
pub struct ProjectUsage {
    client: Client,
}

#[operations]
impl ProjectUsage {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Tells what a project used, day by day. A range of more than 90 days is asked for in several requests.
    ///
    /// `public_key`: public key of the project.
    /// `from`: the first day, as `2026-11-01`, in UTC.
    /// `to`: the day after the last, in UTC: later than `from`, at most twenty years, and before today.
    /// Errors: `invalid_parameter` for what is no key or no date, or a range that is backwards, empty, too long or not
    /// over, `not_found` if there is no such project, `forbidden` if it belongs to another account.
    /// Reference: Project API, Usage.
    pub async fn get(&self, public_key: &str, from: &str, to: &str) -> Result<Usage> {
        let answers: Vec<Combined> = self.ask(public_key, &["usage"], from, to).await?;
        let mut units = None;
        let mut days = BTreeMap::new();
        for answer in answers {
            units.get_or_insert(answer.units);
            days.extend(answer.data.into_iter().map(|day| (day.date.clone(), day)));
        }
        let units = units.ok_or_else(|| Error::internal("a usage without an answer"))?;
        let data: Vec<_> = days.into_values().collect();
        let rows = data.iter().flat_map(|day| rows(day, &units)).collect();
        Ok(Usage { units, data, rows })
    }

    /// Tells one metric of what a project used, day by day. A range of more than 90 days is asked for in several
    /// requests.
    ///
    /// `public_key`: public key of the project.
    /// `metric`: what to tell.
    /// `from`: the first day, as `2026-11-01`, in UTC.
    /// `to`: the day after the last, in UTC: later than `from`, at most twenty years, and before today.
    /// Errors: `invalid_parameter` for what is no key, no metric or no date, or a range that is backwards, empty, too
    /// long or not over, `not_found` if there is no such project, `forbidden` if it belongs to another account.
    /// Reference: Project API, Usage by metric.
    pub async fn metric(
        &self,
        public_key: &str,
        metric: UsageMetric,
        from: &str,
        to: &str,
    ) -> Result<MetricUsage> {
        check_known("metric", metric.as_str(), UsageMetric::KNOWN)?;
        let answers: Vec<MetricUsage> =
            self.ask(public_key, &["usage", metric.as_str()], from, to).await?;
        let mut days = BTreeMap::new();
        let mut answers = answers.into_iter();
        let mut first =
            answers.next().ok_or_else(|| Error::internal("a usage without an answer"))?;
        let rest = answers.flat_map(|answer| answer.data);
        let all = std::mem::take(&mut first.data).into_iter().chain(rest);
        days.extend(all.map(|day| (day.date.clone(), day)));
        Ok(MetricUsage { data: days.into_values().collect(), ..first })
    }
}

impl ProjectUsage {
    /// Asks for a range, as many days at a time as the service takes. Days that come twice, at the seams, are
    /// the same day.
    async fn ask<T: DeserializeOwned>(
        &self,
        public_key: &str,
        path: &[&str],
        from: &str,
        to: &str,
    ) -> Result<Vec<T>> {
        let target = project(public_key, path)?;
        let ranges = ranges(from, to, Utc::now().date_naive())?;
        let requests = ranges.into_iter().map(|(from, to)| {
            let target =
                target.clone().query("from", &from.to_string()).query("to", &to.to_string());
            async move {
                let request = Request::account(Method::GET, target);
                self.client.transport().send(&request).await?.json()
            }
        });
        stream::iter(requests).buffered(AT_ONCE).try_collect().await
    }
}

#[derive(Deserialize)]
struct Combined {
    units: UsageUnits,
    data: Vec<DailyUsage>,
}

fn rows<'a>(day: &'a DailyUsage, units: &'a UsageUnits) -> impl Iterator<Item = UsageRow> + 'a {
    [
        (UsageMetric::Traffic, day.traffic, &units.traffic),
        (UsageMetric::Storage, day.storage, &units.storage),
        (UsageMetric::Operations, day.operations, &units.operations),
    ]
    .into_iter()
    .map(|(metric, value, unit)| UsageRow {
        date: day.date.clone(),
        metric,
        value,
        unit: unit.clone(),
    })
}

fn date(name: &str, text: &str) -> Result<NaiveDate> {
    let date = (text.len() == 10).then(|| text.parse::<NaiveDate>().ok()).flatten();
    date.ok_or_else(|| {
        Error::parameter(
            name,
            format_args!("must be a date such as 2026-11-27, not {}", quoted(text)),
        )
    })
}

/// The range in pieces that the service takes.
fn ranges(from: &str, to: &str, today: NaiveDate) -> Result<Vec<(NaiveDate, NaiveDate)>> {
    let (mut from, to) = (date("from", from)?, date("to", to)?);
    if from >= to {
        return Err(Error::parameter(
            "from",
            format_args!("must be before `to`, {to}, not {from}"),
        ));
    }
    if to >= today {
        return Err(Error::parameter(
            "to",
            format_args!("must be before today, {today} in UTC, not {to}"),
        ));
    }
    if (to - from).num_days() > LONGEST {
        return Err(Error::parameter("from", "must be at most twenty years before `to`"));
    }
    let mut ranges = Vec::new();
    while from < to {
        let end = (from + TimeDelta::days(RANGE)).min(to);
        ranges.push((from, end));
        from = end;
    }
    Ok(ranges)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_that_the_service_takes() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 27).unwrap();
        let split = |from: &str, to: &str| {
            ranges(from, to, today)
                .map(|ranges| ranges.iter().map(|(from, to)| (*to - *from).num_days()).collect())
                .map_err(|error| error.info().parameter.clone().unwrap())
        };
        assert_eq!(split("2026-11-25", "2026-11-26"), Ok(vec![1]));
        assert_eq!(split("2026-08-28", "2026-11-26"), Ok(vec![90]));
        assert_eq!(split("2026-08-27", "2026-11-26"), Ok(vec![90, 1]));
        assert_eq!(split("2025-01-01", "2026-01-01"), Ok(vec![90, 90, 90, 90, 5]));
        for (from, to, parameter) in [
            ("2026-11-26", "2026-11-26", "from"),
            ("2026-11-26", "2026-11-25", "from"),
            ("2026-11-26", "2026-11-27", "to"),
            ("2026-11-26", "2027-01-01", "to"),
            ("2006-11-25", "2026-11-26", "from"),
            ("2026-02-30", "2026-11-26", "from"),
            ("2026-1-01", "2026-11-26", "from"),
            ("2026-01-01", "yesterday", "to"),
        ] {
            assert_eq!(split(from, to), Err(parameter.to_owned()), "{from} {to}");
        }
    }
}
