//! Calls on a bad day: whatever goes wrong, a call ends as it must, in time, and does nothing twice.

// Helpers of tests may panic as the tests themselves.
#![allow(clippy::unwrap_used)]

use futures::future::join_all;
use proptest::{collection::vec, prelude::*, sample::select};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
    time::{Duration, Instant, SystemTime},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    task::JoinSet,
};
use uploadcare::{
    Backoff, Client, ErrorKind, RetryPolicy, WebhookEvent,
    auth::{SignedRequest, signed_authorization},
};

const UUID: &str = "21975c81-7f57-4c7a-aef9-acfe28779f78";
const PUBLIC_KEY: &str = "demopublickey";
const SECRET_KEY: &str = "demosecretkey";

const PLANNED: &str = r#"{"detail": "as planned"}"#;

/// How long a call waits for an answer, if it has time for all its attempts: longer than a busy machine needs for one.
const PATIENCE: Duration = Duration::from_secs(3);
/// And if not: so long that only its deadline can end the silence in time.
const ENDLESS: Duration = Duration::from_secs(60);
/// Out of reach of any script.
const AMPLE: Duration = Duration::from_secs(600);

#[derive(Debug, Clone, Copy, PartialEq)]
enum Operation {
    Get,
    Store,
    /// Makes something absent.
    Remove,
    /// Must not be done twice.
    Create,
}

impl Operation {
    /// What a good answer to it says.
    fn answer(self) -> String {
        match self {
            Self::Get | Self::Store => format!(
                r#"{{"uuid": "{UUID}", "url": "", "original_filename": "a", "size": 1,
                "is_ready": true, "datetime_uploaded": "2018-11-27T01:00:24.296613Z"}}"#
            ),
            Self::Remove => String::new(),
            Self::Create => r#"{"id": 1, "event": "file.uploaded", "is_active": true,
                "target_url": "https://example.test/"}"#
                .to_owned(),
        }
    }

    async fn call(self, client: &Client) -> uploadcare::Result<()> {
        match self {
            Self::Get => client.files().get(UUID, Default::default()).await.map(drop),
            Self::Store => client.files().store(UUID).await.map(drop),
            Self::Remove => client.metadata().delete(UUID, "pet").await,
            Self::Create => {
                let event = WebhookEvent::FileUploaded;
                let hooks = client.webhooks();
                hooks.create("https://example.test/", event, Default::default()).await.map(drop)
            }
        }
    }
}

/// What becomes of one attempt.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Fate {
    Good,
    /// The connection is closed before anything is read.
    Closed,
    /// The connection is closed when the request has come.
    Broken,
    Answered(u16),
    /// Refused with 429, and perhaps the wish to come back at once.
    Throttled {
        says_when: bool,
    },
    /// No answer comes.
    Silent,
    /// The answer stops in its middle, and the connection stays.
    Stuck,
    /// The answer ends in its middle.
    Cut,
    /// The answer is whole, and something else than was asked for.
    Wrong,
}

#[derive(Debug, Clone, PartialEq)]
enum Outcome {
    Success,
    Failure(ErrorKind, Option<u16>),
}

impl Fate {
    fn outcome(self, operation: Operation) -> Outcome {
        let broken = Outcome::Failure(ErrorKind::Network, None);
        let late = Outcome::Failure(ErrorKind::Timeout, None);
        match self {
            Self::Good => Outcome::Success,
            Self::Answered(status) => {
                let kind = match status {
                    404 => ErrorKind::NotFound,
                    408 => ErrorKind::Timeout,
                    500.. => ErrorKind::Server,
                    _ => ErrorKind::Rejected,
                };
                Outcome::Failure(kind, Some(status))
            }
            Self::Throttled { .. } => Outcome::Failure(ErrorKind::Throttled, Some(429)),
            Self::Closed | Self::Broken | Self::Cut => broken,
            Self::Silent | Self::Stuck => late,
            // Nobody reads the answer to a removal.
            Self::Wrong if operation == Operation::Remove => Outcome::Success,
            Self::Wrong => Outcome::Failure(ErrorKind::Decode, Some(200)),
        }
    }

    fn may_pass(self) -> bool {
        match self {
            Self::Good | Self::Wrong => false,
            Self::Answered(status) => matches!(status, 408 | 500 | 502 | 503 | 504),
            _ => true,
        }
    }
}

#[derive(Debug, Clone)]
struct Call {
    operation: Operation,
    /// Of each attempt in turn; all further ones are good.
    fates: Vec<Fate>,
    max_retries: u32,
    timeout: Duration,
}

impl Call {
    fn fate(&self, attempt: usize) -> Fate {
        self.fates.get(attempt).copied().unwrap_or(Fate::Good)
    }

    /// How many attempts are made and what they come to, if there is time for all.
    fn expected(&self) -> (usize, Outcome) {
        let mut may_be_done = false;
        for attempt in 0.. {
            let fate = self.fate(attempt);
            let outcome = fate.outcome(self.operation);
            let is_absent = outcome == Outcome::Failure(ErrorKind::NotFound, Some(404));
            if may_be_done && is_absent && self.operation == Operation::Remove {
                return (attempt + 1, Outcome::Success);
            }
            let is_refused = matches!(fate, Fate::Throttled { .. });
            may_be_done |= !is_refused;
            let is_safe = is_refused || self.operation != Operation::Create;
            if !fate.may_pass() || !is_safe || attempt as u32 >= self.max_retries {
                return (attempt + 1, outcome);
            }
        }
        unreachable!("the last attempt is the last");
    }
}

fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![
        1 => Just(Fate::Good),
        3 => Just(Fate::Closed),
        3 => Just(Fate::Broken),
        1 => select(vec![400, 501]).prop_map(Fate::Answered),
        2 => Just(Fate::Answered(404)),
        5 => select(vec![408, 500, 502, 503, 504]).prop_map(Fate::Answered),
        3 => any::<bool>().prop_map(|says_when| Fate::Throttled { says_when }),
        1 => Just(Fate::Silent),
        1 => Just(Fate::Stuck),
        2 => Just(Fate::Cut),
        1 => Just(Fate::Wrong),
    ]
}

fn call() -> impl Strategy<Value = Call> {
    let operation =
        select(vec![Operation::Get, Operation::Store, Operation::Remove, Operation::Create]);
    let timeout = prop_oneof![
        3 => Just(AMPLE),
        1 => (50u64..1500).prop_map(Duration::from_millis),
    ];
    (operation, vec(fate(), 0..6), 0u32..5, timeout).prop_map(
        |(operation, fates, max_retries, timeout)| Call { operation, fates, max_retries, timeout },
    )
}

/// A request whose head has come.
#[derive(Debug)]
struct Seen {
    fate: Fate,
    at: SystemTime,
    method: String,
    target: String,
    headers: HashMap<String, String>,
    body: Vec<u8>,
}

type Record = Arc<Mutex<Vec<Seen>>>;

/// Reads a request; None if the client leaves before it is whole.
async fn read(socket: &mut TcpStream, fate: Fate) -> Option<Seen> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break end + 4;
        }
        (socket.read_buf(&mut bytes).await.ok()? > 0).then_some(())?;
    };
    let at = SystemTime::now();
    let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
    let mut lines = head.lines();
    let mut words = lines.next().unwrap().split(' ').map(str::to_owned);
    let (method, target) = (words.next().unwrap(), words.next().unwrap());
    let mut headers = HashMap::new();
    for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
        let double = headers.insert(name.to_ascii_lowercase(), value.to_owned());
        assert_eq!(double, None, "{name} is there twice");
    }
    let size = headers.get("content-length").map_or(0, |size| size.parse().unwrap());
    while bytes.len() < end + size {
        (socket.read_buf(&mut bytes).await.ok()? > 0).then_some(())?;
    }
    Some(Seen { fate, at, method, target, headers, body: bytes[end..].to_vec() })
}

async fn attempt(mut socket: TcpStream, fate: Fate, operation: Operation, record: Record) {
    let Some(seen) = read(&mut socket, fate).await else { return };
    record.lock().unwrap().push(seen);
    let (status, extra, body) = match fate {
        Fate::Closed | Fate::Broken => return,
        Fate::Silent => (0, "", String::new()),
        Fate::Good | Fate::Stuck | Fate::Cut => (200, "", operation.answer()),
        Fate::Answered(status) => (status, "", PLANNED.to_owned()),
        Fate::Throttled { says_when: true } => (429, "Retry-After: 0\r\n", PLANNED.to_owned()),
        Fate::Throttled { says_when: false } => (429, "", PLANNED.to_owned()),
        Fate::Wrong => (200, "", r#"{"uuid": 5, "id": "five"}"#.to_owned()),
    };
    let missing = if matches!(fate, Fate::Stuck | Fate::Cut) { 1000 } else { 0 };
    let announced = body.len() + missing;
    if status > 0 {
        let answer = format!(
            "HTTP/1.1 {status} Planned\r\nContent-Type: application/json\r\nConnection: close\r\n\
             {extra}Content-Length: {announced}\r\n\r\n{body}"
        );
        // The client may have left.
        let _ = socket.write_all(answer.as_bytes()).await;
    }
    if matches!(fate, Fate::Silent | Fate::Stuck) {
        let _ = socket.read(&mut [0]).await;
    }
}

/// Serves one call: each connection is one attempt.
async fn serve(listener: TcpListener, call: Call, record: Record) {
    // Ends with this one.
    let mut attempts = JoinSet::new();
    for number in 0.. {
        let (socket, _) = listener.accept().await.unwrap();
        let fate = call.fate(number);
        if fate != Fate::Closed {
            attempts.spawn(attempt(socket, fate, call.operation, record.clone()));
        }
    }
}

struct Report {
    outcome: Outcome,
    took: Duration,
    seen: Vec<Seen>,
}

async fn report(call: Call) -> Report {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mut policy = Backoff::default();
    policy.first = Duration::from_millis(2);
    policy.first_throttled = Duration::from_millis(2);
    policy.longest = Duration::from_millis(5);
    let client = Client::builder()
        .public_key(PUBLIC_KEY)
        .secret_key(SECRET_KEY)
        .api_base(format!("http://{}/", listener.local_addr().unwrap()))
        .retry_policy(policy.at_most(call.max_retries))
        .read_timeout(if call.timeout == AMPLE { PATIENCE } else { ENDLESS })
        .timeout(call.timeout)
        // Of the gate that a 429 closes.
        .max_retry_wait(Duration::from_millis(5))
        .build()
        .unwrap();
    let record = Record::default();
    let server = tokio::spawn(serve(listener, call.clone(), record.clone()));
    // The clients of the others are made first: that takes nothing of the time of this call.
    tokio::task::yield_now().await;
    let began = Instant::now();
    let outcome = match call.operation.call(&client).await {
        Ok(()) => Outcome::Success,
        Err(error) => Outcome::Failure(error.kind().clone(), error.status()),
    };
    let took = began.elapsed();
    server.abort();
    let seen = std::mem::take(&mut *record.lock().unwrap());
    Report { outcome, took, seen }
}

fn check(call: &Call, report: &Report) -> Result<(), TestCaseError> {
    let Report { outcome, took, seen } = report;
    prop_assert!(seen.len() <= call.max_retries as usize + 1, "{} requests", seen.len());
    // Only against a call that hangs, so with much room for a slow machine.
    prop_assert!(*took <= call.timeout + Duration::from_secs(30), "it took {took:?}");
    if call.operation == Operation::Create {
        for request in seen.iter().rev().skip(1) {
            let is_refused = matches!(request.fate, Fate::Throttled { .. });
            prop_assert!(is_refused, "sent again after {:?}", request.fate);
        }
    }
    signatures(seen)?;

    let (attempts, expected) = call.expected();
    let fates = || (0..attempts).map(|attempt| call.fate(attempt));
    let readable = fates().filter(|fate| *fate != Fate::Closed).count();
    if call.timeout == AMPLE {
        prop_assert_eq!(outcome, &expected);
        prop_assert_eq!(seen.len(), readable);
    } else {
        // Where the time ends matters: in an attempt, or before a wait that would be too long.
        let is_possible = *outcome == Outcome::Failure(ErrorKind::Timeout, None)
            || *outcome == expected
            || fates().any(|fate| *outcome == fate.outcome(call.operation));
        prop_assert!(is_possible, "{outcome:?}");
        prop_assert!(seen.len() <= readable);
    }
    Ok(())
}

/// Each attempt has a date of its own, and a signature of that.
fn signatures(seen: &[Seen]) -> Result<(), TestCaseError> {
    // The date in a header has no fraction.
    let second = Duration::from_secs(1);
    let mut earliest = None;
    for request in seen {
        let date = &request.headers["date"];
        let signed = SignedRequest {
            method: &request.method,
            target: &request.target,
            content_type: &request.headers["content-type"],
            date,
            body: &request.body,
        };
        let expected = signed_authorization(PUBLIC_KEY, SECRET_KEY, &signed);
        prop_assert_eq!(&request.headers["authorization"], &expected);
        let date = httpdate::parse_http_date(date).unwrap();
        prop_assert!(date <= request.at, "it is dated ahead");
        // It was made after the one before had come.
        prop_assert!(earliest.is_none_or(|earliest| earliest < date + second), "an old date");
        earliest = Some(request.at);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 3,
        max_shrink_time: 20_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    /// Many calls at a time, for they mostly wait.
    #[test]
    fn a_call_ends_as_it_must(calls in vec(call(), 1..=40)) {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .unwrap();
        let reports = runtime.block_on(join_all(calls.iter().cloned().map(report)));
        for (call, report) in calls.iter().zip(&reports) {
            check(call, report).map_err(|error| match error {
                TestCaseError::Fail(why) => TestCaseError::fail(format!("{why}: {call:?}")),
                other => other,
            })?;
        }
    }
}
