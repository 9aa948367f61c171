//! Faults × calls: written out as shared cases, and as a table of the guide.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::output::Output;

const NOBODYS: &str = "21975c81-7f57-4c7a-aef9-acfe28779f78";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Matrix {
    client: Map<String, Value>,
    calls: Vec<Call>,
    setups: BTreeMap<String, Vec<Value>>,
    faults: Vec<Fault>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Call {
    name: String,
    route: String,
    class: String,
    setup: Option<String>,
    #[serde(default)]
    further: u64,
    /// Requests to other routes, of a call that comes to its end, and of one that fails.
    #[serde(default)]
    also: Map<String, Value>,
    #[serde(default)]
    also_failing: Map<String, Value>,
    call: Value,
    expect: Value,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fault {
    name: String,
    #[serde(default)]
    faults: Vec<Value>,
    #[serde(default)]
    client: Map<String, Value>,
    clock_offset: Option<i64>,
    #[serde(default)]
    before: Vec<Value>,
    #[serde(default)]
    no_setup: bool,
    /// By the name or the class of a call; null where the fault means nothing to it.
    outcome: BTreeMap<String, Option<Outcome>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Outcome {
    attempts: u64,
    error: Option<Value>,
    /// Other numbers of requests than the call usually needs.
    #[serde(default)]
    also: Map<String, Value>,
}

impl Fault {
    fn outcome(&self, call: &Call) -> Result<Option<&Outcome>> {
        [&*call.name, &*call.class, "*"]
            .into_iter()
            .find_map(|name| self.outcome.get(name))
            .map(Option::as_ref)
            .with_context(|| format!("{:?} says nothing of {}", self.name, call.name))
    }
}

pub fn render(root: &Path) -> Result<Output> {
    let path = root.join("tests/matrix/matrix.json");
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let matrix: Matrix = serde_json::from_str(&text).context("tests/matrix/matrix.json")?;
    let mut cases = Vec::new();
    for fault in &matrix.faults {
        for call in &matrix.calls {
            if let Some(outcome) = fault.outcome(call)? {
                cases.push(case(&matrix, fault, call, outcome)?);
            }
        }
    }
    let cases = format!("{}\n", serde_json::to_string_pretty(&cases)?);
    let files = BTreeMap::from([
        (PathBuf::from("tests/cases/generated/matrix.json"), cases.into_bytes()),
        (PathBuf::from("docs/generated/faults.md"), table(&matrix)?.into_bytes()),
    ]);
    let folders = ["tests/cases/generated", "docs/generated"].map(PathBuf::from).to_vec();
    Ok(Output { folders, files })
}

fn case(matrix: &Matrix, fault: &Fault, call: &Call, outcome: &Outcome) -> Result<Value> {
    let (method, route) = call.route.split_once(' ').context("a route is METHOD /path/")?;
    let mut faults = fault.faults.clone();
    for fault in &mut faults {
        fault["method"] = method.into();
        fault["route"] = route.into();
    }
    let mut steps = Vec::new();
    if let Some(setup) = call.setup.as_ref().filter(|_| !fault.no_setup) {
        let setup = matrix.setups.get(setup).with_context(|| format!("no set-up {setup:?}"))?;
        steps.extend(setup.iter().cloned());
    }
    steps.extend(fault.before.iter().cloned());
    let mut expect = match &outcome.error {
        Some(error) => json!({"error": error}),
        None => json!({"result": call.expect}),
    };
    let (further, also) = match outcome.error {
        None => (call.further, &call.also),
        Some(_) => (0, &call.also_failing),
    };
    let mut counts = also.clone();
    counts.insert(call.route.clone(), (outcome.attempts + further).into());
    counts.extend(outcome.also.clone());
    counts.retain(|_, count| *count != 0);
    expect["http_count"] = counts.into();
    let mut made = call.call.clone();
    if !fault.client.is_empty() {
        // For this call only: the set-up has time enough on a busy machine.
        made["with"] = fault.client.clone().into();
    }
    let mut step = json!({"call": made, "expect": expect});
    if fault.no_setup {
        step = serde_json::from_str(&step.to_string().replace("${uuid}", NOBODYS))?;
    }
    ensure!(call.name.chars().all(|c| c.is_ascii_lowercase()), "calls have one-word names");
    steps.push(step);

    let mut case = json!({
        "name": format!("{}: {}", fault.name, call.name),
        "seed": {"count": 3}, "client": matrix.client, "steps": steps,
    });
    if !faults.is_empty() {
        case["faults"] = faults.into();
    }
    if let Some(offset) = fault.clock_offset {
        case["clock_offset"] = offset.into();
    }
    Ok(case)
}

fn table(matrix: &Matrix) -> Result<String> {
    let mut text = String::from(
        "<!-- Made from tests/matrix/matrix.json by `cargo xtask generate`. Do not edit. -->\n\
         # What comes of each fault\n\n\
         Each cell is a shared case that runs in every language: ✓ is the call's result, anything else the kind \
         of its error; the number says after how many attempts. Two repetitions are allowed unless the row says otherwise.\n\n\
         | fault |",
    );
    for call in &matrix.calls {
        write!(text, " {}<br>`{}` |", call.name, call.route)?;
    }
    let mut cells = 0;
    text.push_str("\n| --- |");
    text.push_str(&" --- |".repeat(matrix.calls.len()));
    for fault in &matrix.faults {
        write!(text, "\n| {} |", fault.name)?;
        for call in &matrix.calls {
            let Some(outcome) = fault.outcome(call)? else {
                text.push_str(" – |");
                continue;
            };
            cells += 1;
            let kind = outcome.error.as_ref().and_then(|error| error["kind"].as_str());
            let what = kind.map_or_else(|| "✓".to_owned(), |kind| format!("`{kind}`"));
            match outcome.attempts {
                0 => write!(text, " {what} |")?,
                attempts => write!(text, " {what} {attempts} |")?,
            }
        }
    }
    write!(
        text,
        "\n\n{} kinds of fault × {} kinds of call: {cells} cells.\n",
        matrix.faults.len(),
        matrix.calls.len()
    )?;
    Ok(text)
}
