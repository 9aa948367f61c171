use std::{
    io::{BufRead, BufReader, Read},
    path::Path,
    process::{Child, ChildStdout, Command, ExitStatus, Stdio},
    thread,
    time::Duration,
};

use chrono::{DateTime, Utc};
use reqwest::Method;
use serde_json::{Value, json};
use uploadcare_emulator::{ProjectKeys, Ready};

use crate::client::Project;

struct Program {
    child: Child,
    stdout: BufReader<ChildStdout>,
    ready: Ready,
}

fn start(arguments: &[&str]) -> Program {
    start_in(&std::env::temp_dir(), arguments)
}

/// Starts it with a place for temporary files.
fn start_in(folder: &Path, arguments: &[&str]) -> Program {
    let mut child = Command::new(env!("CARGO_BIN_EXE_uploadcare-emulator"))
        .args(arguments)
        .envs(["TMPDIR", "TMP", "TEMP"].map(|name| (name, folder)))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    stdout.read_line(&mut line).unwrap();
    let ready = serde_json::from_str(&line).unwrap();
    Program { child, stdout, ready }
}

impl Program {
    /// How it ended, within a minute, having printed nothing more.
    fn end(mut self) -> ExitStatus {
        for _ in 0..6000 {
            if let Some(status) = self.child.try_wait().unwrap() {
                let mut rest = String::new();
                self.stdout.read_to_string(&mut rest).unwrap();
                assert_eq!(rest, "");
                return status;
            }
            thread::sleep(Duration::from_millis(10));
        }
        let _ = self.child.kill();
        panic!("it did not end");
    }
}

#[tokio::test]
async fn what_was_uploaded_goes_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let files = || {
        let folders = std::fs::read_dir(folder.path()).unwrap();
        folders.map(|kept| std::fs::read_dir(kept.unwrap().path()).unwrap().count()).sum::<usize>()
    };
    let mut program = start_in(folder.path(), &["--until-stdin-closes"]);
    let keys = program.ready.projects[1].clone();
    let base = program.ready.api_base.trim_end_matches('/').to_owned();
    let project = Project { keys, base, http: reqwest::Client::new() };
    project.upload("a.txt", "text/plain", b"a".to_vec()).await;
    assert_eq!(files(), 1);
    // A body that is not one leaves nothing.
    let url = format!("{}/base/", project.base);
    let broken = "--x\r\nContent-Disposition: form-data; name=a; filename=b\r\n\r\nc";
    let request = project.http.post(url).header("Content-Type", "multipart/form-data; boundary=x");
    assert_eq!(request.body(broken).send().await.unwrap().status(), 400);
    assert_eq!(files(), 1);
    drop(program.child.stdin.take());
    assert!(program.end().success());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[tokio::test]
async fn what_is_discarded_has_a_size_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let program = start_in(folder.path(), &["--until-stdin-closes", "--data", "discard"]);
    let keys = program.ready.projects[1].clone();
    let base = program.ready.api_base.trim_end_matches('/').to_owned();
    let project = Project { keys, base, http: reqwest::Client::new() };
    let uuid = project.upload("a.txt", "text/plain", b"hello".to_vec()).await;
    let kept = std::fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
    assert_eq!(std::fs::read_dir(kept).unwrap().count(), 0);
    let delivered = reqwest::get(format!("{}{uuid}/", program.ready.cdn_base)).await.unwrap();
    assert_eq!(delivered.headers()["content-type"], "text/plain");
    assert_eq!(delivered.text().await.unwrap(), ".....");
}

#[tokio::test]
async fn it_runs_until_standard_input_closes() {
    let mut program = start(&["--port", "0", "--until-stdin-closes", "--data", "none"]);
    let ready = program.ready.clone();
    assert_eq!(ready.pid, program.child.id());
    assert_eq!(ready.version, env!("CARGO_PKG_VERSION"));
    assert_eq!(ready.projects[0].public_key, "demopublickey");
    assert_ne!(ready.projects[0], ready.projects[1]);
    let told: Ready = reqwest::get(&ready.control_base).await.unwrap().json().await.unwrap();
    assert_eq!(told, ready);
    drop(program.child.stdin.take());
    assert_eq!(program.end().code(), Some(0));
    assert!(reqwest::get(&ready.control_base).await.is_err());
}

#[cfg(unix)]
#[test]
fn signals_end_it_cleanly() {
    for signal in ["-TERM", "-INT"] {
        let program = start(&[]);
        let pid = program.ready.pid.to_string();
        assert!(Command::new("kill").args([signal, &pid]).status().unwrap().success());
        assert_eq!(program.end().code(), Some(0), "{signal}");
    }
}

#[test]
fn a_closed_input_means_nothing_without_the_flag() {
    // Killed, it leaves its own there.
    let folder = tempfile::tempdir().unwrap();
    let mut program = start_in(folder.path(), &[]);
    drop(program.child.stdin.take());
    thread::sleep(Duration::from_millis(200));
    assert!(program.child.try_wait().unwrap().is_none());
    program.child.kill().unwrap();
    program.child.wait().unwrap();
}

#[test]
fn a_port_that_is_taken_is_an_error() {
    let mut program = start(&["--until-stdin-closes"]);
    let port = program.ready.api_base.trim_end_matches('/').rsplit(':').next().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_uploadcare-emulator"))
        .args(["--port", port])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    drop(program.child.stdin.take());
    program.end();
}

#[tokio::test]
async fn troubles_come_by_flag_to_every_project() {
    let mut program = start(&[
        "--until-stdin-closes",
        "--fault",
        r#"{"route": "/files/", "respond": {"status": 503}}"#,
        "--fault",
        r#"{"route": "/files/", "respond": {"status": 502}, "skip": 1}"#,
        "--rate-limit",
        "0.001/3",
        "--clock-offset",
        "-7200",
    ]);
    let ready = program.ready.clone();
    let created = reqwest::Client::new().post(format!("{}projects", ready.control_base));
    let created: ProjectKeys = created.send().await.unwrap().json().await.unwrap();
    for keys in ready.projects.iter().cloned().chain([created]) {
        let base = ready.api_base.trim_end_matches('/').to_owned();
        let project = Project { keys, base, http: reqwest::Client::new() };
        for status in [503, 200, 502, 429] {
            assert_eq!(project.get("/files/").await.status(), status);
        }
        let (_, stats) = project.control(Method::GET, "rate_limit", json!({})).await;
        let expected = json!({ "per_second": 0.001, "burst": 3, "allowed": 3, "refused": 1 });
        assert_eq!(stats, expected);
        let (_, clock) =
            project.control(Method::POST, "clock", json!({ "offset_seconds": 0 })).await;
        let now: DateTime<Utc> = Value::as_str(&clock["now"]).unwrap().parse().unwrap();
        assert!(((Utc::now() - now).num_seconds() - 7200).abs() < 600, "{now}");
    }
    drop(program.child.stdin.take());
    program.end();
}

#[test]
fn flags_that_make_no_sense_are_errors() {
    for (flag, value, reason) in [
        ("--fault", "{}", "one of"),
        ("--fault", "{", "EOF"),
        ("--fault", r#"{"drop": true, "rout": "/files/"}"#, "rout"),
        ("--fault", r#"{"drop": true, "probability": 2}"#, "probability"),
        ("--rate-limit", "0", "per_second"),
        ("--rate-limit", "fast", "per_second"),
        ("--rate-limit", "1/0", "burst"),
        ("--clock-offset", "soon", "soon"),
        ("--clock-offset", "99999999999", "99999999999"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_uploadcare-emulator"))
            .args([flag, value])
            .stdin(Stdio::null())
            .output()
            .unwrap();
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{flag} {value}");
        let text = String::from_utf8(output.stderr).unwrap();
        assert!(text.contains(flag) && text.contains(reason), "{text}");
    }
}
