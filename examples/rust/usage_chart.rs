//! Shows what a project of an account has used in the last 30 days, as lines of a terminal.
//!
//! `cargo run -p uploadcare-core --example usage_chart`, with `UPLOADCARE_ACCOUNT_TOKEN` set.

use chrono::{TimeDelta, Utc};
use std::error::Error;
use uploadcare::{Client, UsageMetric};

const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

fn sparkline(values: &[i64]) -> String {
    let most = values.iter().copied().max().unwrap_or(0).max(1);
    values.iter().map(|value| BARS[usize::try_from(value * 7 / most).unwrap_or(0)]).collect()
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let account = Client::builder().build_account_client()?;
    let projects = account.projects().list(Default::default()).await?;
    let project = projects.first().ok_or("the account has no project")?;
    println!("{} ({} projects)", project.name, projects.len());

    let end = Utc::now().date_naive() - TimeDelta::days(1);
    let (from, to) = ((end - TimeDelta::days(30)).to_string(), end.to_string());
    let usage = account.usage().get(&project.pub_key, &from, &to).await?;
    for metric in [UsageMetric::Traffic, UsageMetric::Storage, UsageMetric::Operations] {
        let rows: Vec<_> = usage.rows.iter().filter(|row| row.metric == metric).collect();
        let values: Vec<_> = rows.iter().map(|row| row.value).collect();
        let unit = rows.first().map_or("", |row| &row.unit);
        println!(
            "{metric:>10} {}  most {} {unit}",
            sparkline(&values),
            values.iter().max().copied().unwrap_or_default()
        );
    }
    Ok(())
}
