//! What the generated calls take from a case and give back to it.

use futures::TryStreamExt;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use uploadcare::{ConversionBatch, Error, Job, Length, List, ListItem, Transformation};

pub fn text<'a>(call: &'a Value, name: &str) -> &'a str {
    call["args"][name].as_str().unwrap_or_else(|| panic!("{name} is no text in {call}"))
}

pub fn texts(call: &Value, name: &str) -> Vec<String> {
    serde_json::from_value(call["args"][name].clone()).unwrap()
}

pub fn integer(call: &Value, name: &str) -> i64 {
    call["args"][name].as_i64().unwrap_or_else(|| panic!("{name} is no number in {call}"))
}

pub fn boolean(call: &Value, name: &str) -> bool {
    call["args"][name].as_bool().unwrap_or_else(|| panic!("{name} is no boolean in {call}"))
}

pub fn length(call: &Value, name: &str) -> Length {
    serde_json::from_value(call["args"][name].clone()).unwrap()
}

pub fn lengths(call: &Value, name: &str) -> Vec<Length> {
    serde_json::from_value(call["args"][name].clone()).unwrap()
}

/// The steps of a case, one after the other.
pub fn build(
    call: &Value,
    step: impl Fn(&Transformation, &Value) -> Option<Result<Transformation, Error>>,
) -> Result<Value, Error> {
    let mut built = Transformation::new();
    for each in call["args"]["steps"].as_array().unwrap() {
        built =
            step(&built, each).unwrap_or_else(|| panic!("no operation of that name: {each}"))?;
    }
    Ok(json!({"value": built.text}))
}

pub fn options<T: DeserializeOwned + Default>(call: &Value) -> T {
    match call.get("options") {
        None => T::default(),
        Some(options) => serde_json::from_value(options.clone()).unwrap(),
    }
}

pub fn value(result: impl Serialize) -> Value {
    match serde_json::to_value(result).unwrap() {
        Value::Null => json!({}),
        object @ Value::Object(_) => object,
        other => json!({"value": other}),
    }
}

pub fn map(result: impl Serialize) -> Value {
    json!({"value": serde_json::to_value(result).unwrap()})
}

pub async fn list<T: ListItem + Serialize>(call: &Value, list: List<T>) -> Result<Value, Error> {
    let mut list = if call["backward"] == true { list.backward() } else { list };
    let take = call["take"].as_u64().unwrap_or(u64::MAX);
    let mut items = Vec::new();
    while (items.len() as u64) < take
        && let Some(item) = list.try_next().await?
    {
        items.push(item);
    }
    let ids: Vec<_> = items.iter().map(ListItem::id).collect();
    Ok(json!({"count": items.len(), "ids": ids, "items": items, "cursor": list.cursor()}))
}

pub fn job(job: Job) -> Value {
    let mut observed = serde_json::to_value(job.info()).unwrap();
    observed["text"] = job.save().into();
    observed
}

pub fn jobs(batch: ConversionBatch) -> Value {
    let jobs: Vec<_> = batch.jobs.into_iter().map(job).collect();
    json!({"jobs": jobs, "problems": batch.problems})
}
