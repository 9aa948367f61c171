//! The local emulator, started for tests and for the demo.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use chrono::{TimeDelta, Utc};
use serde_json::{Value, json};

use crate::run::{Run, cargo, command};
use crate::workspace::Workspace;

const START: Duration = Duration::from_secs(30);
const STOP: Duration = Duration::from_secs(5);

pub struct Emulator {
    child: Child,
    /// It stops when this closes, so it cannot outlive xtask, whatever ends xtask.
    input: Option<ChildStdin>,
    line: String,
    ready: Value,
}

impl Emulator {
    pub fn start(workspace: &Workspace) -> Result<Self> {
        // Without `-p`: as part of the default members it shares their build.
        cargo(workspace).args(["build", "--bin", "uploadcare-emulator"]).run()?;
        let program = program(workspace);
        let mut child = command(&program, &workspace.root)
            .args(["--port", "0", "--until-stdin-closes"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("could not start {}", program.display()))?;
        let input = child.stdin.take();
        let output = child.stdout.take().context("the emulator has no output")?;
        let (send, receive) = mpsc::channel();
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                // Later lines are read as well, or the pipe would fill up and stop it.
                let _ = send.send(line);
            }
        });
        let mut emulator = Self { child, input, line: String::new(), ready: Value::Null };
        emulator.line = receive.recv_timeout(START).context("the emulator did not get ready")?;
        emulator.ready = serde_json::from_str(&emulator.line)
            .with_context(|| format!("the emulator's first line is no JSON: {}", emulator.line))?;
        Ok(emulator)
    }

    /// What the tests of every language are given.
    pub fn for_tests(&self, workspace: &Workspace) -> Vec<(OsString, OsString)> {
        vec![
            ("UPLOADCARE_EMULATOR".into(), self.line.clone().into()),
            ("UPLOADCARE_EMULATOR_BIN".into(), program(workspace).into()),
            ("UPLOADCARE_TEST_ROOT".into(), workspace.root.clone().into()),
        ]
    }

    /// What a client reads when its user configures nothing in code.
    pub fn for_clients(&self) -> Result<Vec<(OsString, OsString)>> {
        let project = self.ready.pointer("/projects/0").unwrap_or(&Value::Null);
        let control = text(&self.ready, "control_base")?;
        let signing = format!("{control}projects/{}/sign", text(project, "public_key")?);
        [
            // Plays the backend that signs for programs without the secret key.
            ("SIGNING_URL", &*signing),
            ("UPLOADCARE_PUBLIC_KEY", text(project, "public_key")?),
            ("UPLOADCARE_SECRET_KEY", text(project, "secret_key")?),
            ("UPLOADCARE_REST_API_BASE", text(&self.ready, "api_base")?),
            ("UPLOADCARE_UPLOAD_API_BASE", text(&self.ready, "upload_base")?),
            ("UPLOADCARE_CDN_BASE", text(&self.ready, "cdn_base")?),
        ]
        .into_iter()
        .map(|(name, value)| Ok((name.into(), value.into())))
        .collect()
    }

    /// A base of the ready line.
    pub fn base(&self, name: &str) -> Result<&str> {
        text(&self.ready, name)
    }

    /// Key of the first project.
    pub fn public_key(&self) -> Result<&str> {
        text(self.ready.pointer("/projects/0").unwrap_or(&Value::Null), "public_key")
    }

    /// The list under `name` in what a control endpoint answers.
    pub fn control(&self, name: &str, path: &str) -> Result<Vec<Value>> {
        let base = text(&self.ready, "control_base")?.trim_end_matches('/');
        let response = minreq::get(format!("{base}/{path}")).with_timeout(30).send()?;
        if response.status_code != 200 {
            bail!("the emulator answered {} to {path}", response.status_code);
        }
        let answer: Value = serde_json::from_slice(response.as_bytes())?;
        let list = answer[name].as_array();
        list.cloned().with_context(|| format!("the emulator's answer to {path} has no `{name}`"))
    }

    /// The token of an account with a project that has been used for 60 days.
    pub fn account_with_usage(&self) -> Result<String> {
        let post = |path: &str, body: &Value| -> Result<Value> {
            let base = text(&self.ready, "control_base")?.trim_end_matches('/');
            let request = minreq::post(format!("{base}/{path}")).with_timeout(30);
            let request = request.with_header("content-type", "application/json");
            let response = request.with_body(body.to_string()).send()?;
            if response.status_code != 201 {
                bail!("the emulator answered {} to {path}", response.status_code);
            }
            Ok(serde_json::from_slice(response.as_bytes())?)
        };
        let account = post("accounts", &json!({}))?;
        let token = text(&account, "token")?;
        let project = post("projects", &json!({ "account": token }))?;
        let today = Utc::now().date_naive();
        let days: Vec<_> = (1..=60_i64)
            .map(|ago| {
                // More on some days than on others.
                let wave = (ago * 37) % 23 + 1;
                json!({
                    "date": (today - TimeDelta::days(ago)).to_string(),
                    "traffic": wave * 73_000_000,
                    "storage": (61 - ago) * 5_000_000,
                    "operations": wave * 12,
                })
            })
            .collect();
        let path = format!("projects/{}/usage", text(&project, "public_key")?);
        post(&path, &json!({ "days": days }))?;
        Ok(token.to_owned())
    }

    pub fn routes(&self) -> Result<BTreeSet<String>> {
        self.control("routes", "routes")?.iter().map(route).collect()
    }

    /// The routes that a language's tests have reached.
    pub fn reached(&self, language: &str) -> Result<BTreeSet<String>> {
        let requests = self.control("requests", &format!("requests?language={language}"))?;
        // One that no route took has none.
        requests.iter().filter(|request| !request["route"].is_null()).map(route).collect()
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        drop(self.input.take());
        let deadline = Instant::now() + STOP;
        while Instant::now() < deadline {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn program(workspace: &Workspace) -> PathBuf {
    workspace.debug().join(format!("uploadcare-emulator{}", std::env::consts::EXE_SUFFIX))
}

fn text<'a>(value: &'a Value, name: &str) -> Result<&'a str> {
    value
        .get(name)
        .and_then(Value::as_str)
        .with_context(|| format!("the emulator's ready line lacks `{name}`"))
}

fn route(entry: &Value) -> Result<String> {
    let part = |name: &str| {
        let value = entry.get(name).and_then(Value::as_str);
        value.with_context(|| format!("no `{name}` in {entry}"))
    };
    Ok(format!("{} {}", part("method")?, part("route")?))
}
