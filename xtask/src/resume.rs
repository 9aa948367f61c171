//! An upload that is begun in one language, killed, and finished in another.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Child;
use std::slice::from_ref;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use crate::demo::{Example, large_file};
use crate::emulator::Emulator;
use crate::languages::{Language, python};
use crate::report::Report;
use crate::workspace::Workspace;

const PART: &str = "/parts/{uuid}/{number}";
const PART_SIZE: u64 = 5_242_880;
const PATIENCE: Duration = Duration::from_secs(60);

pub fn check(workspace: &Workspace, report: &mut Report) {
    if let Some(obstacle) = Language::Python.demo_obstacle(workspace) {
        report.without("uploads taken over", &obstacle, workspace.ci);
        return;
    }
    for language in Language::ALL {
        let name = format!("upload taken over by {}", language.name());
        match language.demo_obstacle(workspace) {
            Some(obstacle) => report.without(&name, &obstacle, workspace.ci),
            None => drop(report.step(&name, || taken_over(workspace, language))),
        }
    }
}

/// Begins in Python, kills that without a word, and has another language finish it.
fn taken_over(workspace: &Workspace, language: Language) -> Result<()> {
    let file = large_file(workspace)?;
    let state = PathBuf::from(format!("{}.upload", file.display()));
    if state.exists() {
        fs::remove_file(&state)?;
    }
    let emulator = Emulator::start(workspace)?;
    // Anywhere in the upload, with parts on their way.
    let arrived = 1 + u64::from(std::process::id()) % 8;
    let fault = json!({"route": PART, "skip": arrived, "times": -1, "delay_ms": 600_000});
    emulator.change("faults", &fault)?;
    let environment = emulator.for_clients()?;
    let mut program =
        python::example(workspace, Example::UploadLarge, from_ref(&file), &environment)?;
    let mut program = Killed(program.spawn().context("could not start the first program")?);
    wait_until("parts have arrived and been noted", || {
        ensure!(program.0.try_wait()?.is_none(), "the first program has ended");
        Ok(noted(&state) >= arrived && emulator.in_flight()? >= 4)
    })?;
    drop(program);
    wait_until("the connections are closed", || Ok(emulator.in_flight()? == 0))?;
    emulator.heal()?;

    let before = puts(&emulator)?;
    language.demo(workspace, Example::UploadLarge, from_ref(&file), &environment)?;
    let size = fs::metadata(&file)?.len();
    let sent = puts(&emulator)? - before;
    let missing = size.div_ceil(PART_SIZE) - arrived;
    println!("{arrived} parts had arrived, {missing} were missing, {sent} were sent");
    ensure!(sent == missing, "{sent} parts were sent, not the {missing} that were missing");
    ensure!(!state.exists(), "{} is left behind", state.display());
    same_content(&emulator, &file)
}

/// Kills its program, however this ends.
struct Killed(Child);

impl Drop for Killed {
    fn drop(&mut self) {
        // SIGKILL, where there are signals.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// How many parts the state tells of.
fn noted(state: &Path) -> u64 {
    fs::read_to_string(state).map_or(0, |text| (text.lines().count() as u64).saturating_sub(1))
}

fn puts(emulator: &Emulator) -> Result<u64> {
    let requests = emulator.requests()?;
    Ok(requests.iter().filter(|request| request["route"] == PART).count() as u64)
}

/// What is in the project is what is in the file.
fn same_content(emulator: &Emulator, file: &Path) -> Result<()> {
    let requests = emulator.requests()?;
    let mut parts = requests.iter().filter(|request| request["route"] == PART);
    let path = parts.next().and_then(|request| request["path"].as_str());
    let uuid = path.and_then(|path| path.split('/').find(|part| part.len() == 36));
    let url = format!("{}{}/", emulator.base("cdn_base")?, uuid.context("no part names a file")?);
    let answer = minreq::get(&url).with_timeout(PATIENCE.as_secs()).send()?;
    ensure!(answer.status_code == 200, "{url} answers {}", answer.status_code);
    ensure!(answer.as_bytes() == fs::read(file)?, "the content is not that of the file");
    Ok(())
}

fn wait_until(what: &str, mut is_so: impl FnMut() -> Result<bool>) -> Result<()> {
    let until = Instant::now() + PATIENCE;
    while !is_so()? {
        if Instant::now() > until {
            bail!("waited in vain until {what}");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}

impl Emulator {
    /// Asks the emulator's control about the first project.
    fn project(&self, method: minreq::Method, what: &str, body: Option<&Value>) -> Result<Value> {
        let url = format!("{}projects/{}/{what}", self.base("control_base")?, self.public_key()?);
        let mut request = minreq::Request::new(method, url).with_timeout(30);
        if let Some(body) = body {
            request =
                request.with_header("Content-Type", "application/json").with_body(body.to_string());
        }
        let answer = request.send()?;
        ensure!(answer.status_code < 300, "the emulator answers {}", answer.status_code);
        Ok(serde_json::from_slice(answer.as_bytes()).unwrap_or(Value::Null))
    }

    /// Gives the emulator's control something for the first project.
    pub fn change(&self, what: &str, body: &Value) -> Result<()> {
        self.project(minreq::Method::Post, what, Some(body)).map(drop)
    }

    fn heal(&self) -> Result<()> {
        self.project(minreq::Method::Delete, "faults", None).map(drop)
    }

    fn in_flight(&self) -> Result<u64> {
        let stats = self.project(minreq::Method::Get, "stats", None)?;
        stats["in_flight"].as_u64().context("no number of requests in flight")
    }

    fn requests(&self) -> Result<Vec<Value>> {
        let key = self.public_key()?;
        self.control("requests", &format!("requests?public_key={key}&settled=true"))
    }
}
