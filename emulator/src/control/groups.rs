use axum::{
    Json, Router,
    extract::{Path, State},
    http::StatusCode,
    response::IntoResponse,
    routing::post,
};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::json;

use super::{Body, find_project};
use crate::{
    app::App,
    error::ControlError,
    store::{Group, Seed, Source},
};

const MAX_COUNT: u64 = 100_000;

pub(super) fn router() -> Router<App> {
    Router::new().route("/_control/projects/{public_key}/groups", post(seed))
}

/// Groups to make, each of the same files.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupSeed {
    files: Vec<String>,
    #[serde(default = "one")]
    count: u64,
    start: Option<DateTime<Utc>>,
    step_us: Option<i64>,
}

fn one() -> u64 {
    1
}

async fn seed(
    State(app): State<App>,
    Path(public_key): Path<String>,
    Body(seed): Body<GroupSeed>,
) -> Result<impl IntoResponse, ControlError> {
    let project = find_project(&app, &public_key)?;
    if seed.files.is_empty() || seed.files.len() > Group::MAX_FILES {
        return Err(ControlError::invalid("a group has from 1 to 1000 files"));
    }
    if seed.count > MAX_COUNT {
        return Err(ControlError::invalid(format!("count can not be more than {MAX_COUNT}")));
    }
    let parse =
        |text: &String| Source::parse(text).ok_or_else(|| ControlError::UnknownFile(text.clone()));
    let members: Vec<Source> = seed.files.iter().map(parse).collect::<Result<_, _>>()?;
    let like_files = Seed::default();
    let start = seed.start.unwrap_or(like_files.start).timestamp_micros();
    let step = seed.step_us.unwrap_or(like_files.step_us);
    let mut ids = Vec::new();
    for number in 0..seed.count as i64 {
        let created = number.checked_mul(step).and_then(|span| start.checked_add(span));
        let created = created
            .filter(|created| DateTime::from_timestamp_micros(*created).is_some())
            .ok_or_else(|| ControlError::invalid("the timestamps leave the calendar"))?;
        let group = project.add_group(members.clone(), created);
        let group = group.ok_or_else(|| ControlError::invalid("some files are not there"))?;
        ids.push(group.id());
    }
    let seeded = json!({ "count": ids.len(), "first_id": ids.first(), "last_id": ids.last() });
    Ok((StatusCode::CREATED, Json(seeded)))
}
