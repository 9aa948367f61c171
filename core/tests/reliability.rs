//! A bad day, as a Rust caller sees it, beyond the shared cases.

// Helpers of tests may panic as the tests themselves.
#![allow(clippy::unwrap_used)]

mod common;

use common::{HELD_MS, builder, project, until};
use futures::{StreamExt, TryStreamExt, future::BoxFuture, future::join_all};
use std::{
    io,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};
use tokio::{io::AsyncReadExt, net::TcpListener};
use uploadcare::{
    Backoff, BatchOptions, CallEvent, CallEventKind, Client, ClientOptions, Error, ErrorKind,
    ExplainOptions, ListFilesOptions, RequestSigner, Result, RetryPolicy, SigningRequest,
    UploadAuth, UploadOptions,
};
use uploadcare_emulator::{Fault, FaultResponse, RateLimit};

fn answering(status: u16, headers: &[(&str, &str)]) -> Fault {
    let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Fault {
        respond: Some(FaultResponse { status, headers: headers.collect(), body: "no".into() }),
        ..Fault::default()
    }
}

fn delaying(times: i64) -> Fault {
    Fault { delay_ms: Some(HELD_MS), times, ..Fault::default() }
}

/// A host that nobody should come to, and what has reached it.
async fn stranger() -> (String, Arc<Mutex<Vec<u8>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let reached = Arc::<Mutex<Vec<u8>>>::default();
    let all = reached.clone();
    tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            all.lock().unwrap().push(b'!');
            let mut bytes = [0; 4096];
            while let Ok(size @ 1..) = socket.read(&mut bytes).await {
                all.lock().unwrap().extend_from_slice(&bytes[..size]);
            }
        }
    });
    (origin, reached)
}

#[tokio::test]
async fn nothing_follows_to_another_host() {
    let (emulator, keys, client) = project(5).await;
    let (origin, reached) = stranger().await;
    for status in [301, 302, 303, 307, 308] {
        let location = format!("{origin}/files/");
        let fault = answering(status, &[("Location", &location)]);
        emulator.add_fault(&keys.public_key, fault.clone()).unwrap();
        let error = client.project().get().await.unwrap_err();
        assert_eq!(error.status(), Some(status));
        emulator.add_fault(&keys.public_key, fault).unwrap();
        let error =
            client.uploads().upload(b"x".to_vec(), UploadOptions::default()).await.unwrap_err();
        assert_eq!(error.status(), Some(status));
    }
    let foreign = Fault { foreign_next: Some(origin), times: -1, ..Fault::default() };
    emulator.add_fault(&keys.public_key, foreign).unwrap();
    let options = ListFilesOptions { limit: Some(2), ..ListFilesOptions::default() };
    let files: Vec<_> = client.files().list(options).unwrap().collect().await;
    assert_eq!(*files[2].as_ref().unwrap_err().kind(), ErrorKind::ForeignOrigin);
    assert_eq!(*reached.lock().unwrap(), b"");
}

/// All that `tracing` is told, from the SDK and everything below it.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Log {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }
}

/// Forty hexadecimal digits after a public key: a signature.
fn has_signature(text: &str, public_key: &str) -> bool {
    text.split(&format!("{public_key}:"))
        .skip(1)
        .any(|rest| rest.len() >= 40 && rest.bytes().take(40).all(|byte| byte.is_ascii_hexdigit()))
}

struct Backend {
    secret: String,
}

impl RequestSigner for Backend {
    fn sign(&self, request: SigningRequest) -> BoxFuture<'_, Result<String>> {
        let text = format!("{request:?}");
        assert!(text.contains("string_to_sign"));
        Box::pin(async move {
            Err(Error::signer("the vault is closed").with_source(io::Error::other(&*self.secret)))
        })
    }
}

#[tokio::test]
async fn secrets_are_in_no_log_event_or_error() {
    let (emulator, mut keys, _) = project(3).await;
    let secret = "5ec2e7planted0secret".to_owned();
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);

    let told = Arc::<Mutex<String>>::default();
    let listener = {
        let told = told.clone();
        move |event: CallEvent| {
            let text = serde_json::to_string(&event).unwrap();
            told.lock().unwrap().push_str(&format!("{event:?} {text}\n"));
        }
    };
    let mut shown = String::new();
    for scheme in ["signed", "simple"] {
        let options = ClientOptions {
            auth_scheme: Some(scheme.to_owned().into()),
            max_retries: Some(1),
            ..ClientOptions::default()
        };
        keys.secret_key.clone_from(&secret);
        let client = builder(&emulator, &keys)
            .options(options)
            .api_base(emulator.api_base())
            .upload_base(emulator.upload_base())
            .event_listener(listener.clone())
            .build()
            .unwrap();
        emulator.add_fault(&keys.public_key, answering(503, &[])).unwrap();
        let error = client.project().get().await.unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::Authentication);
        shown.push_str(&format!("{error} {error:?} {:?} {client:?}", error.info()));
        let asked = ExplainOptions { redact: Some(true) };
        let explained = client.explain(asked, |client| async move { client.project().get().await });
        shown.push_str(&serde_json::to_string(&explained.await.unwrap()).unwrap());
    }
    let client = Client::builder()
        .public_key(&keys.public_key)
        .signer(Backend { secret: secret.clone() })
        .api_base(emulator.api_base())
        .proxy(format!("http://user:{secret}@127.0.0.1:1/"))
        .event_listener(listener.clone())
        .build()
        .unwrap();
    let error = client.project().get().await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Signer);
    // What the signer itself says is the caller's to keep.
    assert!(std::error::Error::source(&error).is_some());
    shown.push_str(&format!("{error} {error:?} {:?} {client:?}", error.info()));

    // Uploads: their tokens and signatures, and where parts go.
    keys.secret_key.clone_from(&secret);
    let part = Fault { route: Some("/parts/{uuid}/{number}".to_owned()), ..answering(500, &[]) };
    emulator.add_fault(&keys.public_key, part).unwrap();
    let mut saved = String::new();
    let mut proofs = Vec::new();
    for scheme in [UploadAuth::Token, UploadAuth::Signature] {
        let client = builder(&emulator, &keys)
            .upload_auth(scheme)
            .event_listener(listener.clone())
            .build()
            .unwrap();
        let token = client.uploads().create_token(Default::default()).unwrap();
        let signature = client.uploads().create_signature(Default::default()).unwrap();
        let upload =
            client.uploads().prepare(vec![0; 10_485_760], UploadOptions::default()).unwrap();
        upload.run().await.unwrap();
        saved.push_str(&upload.save());
        let started = client.uploads().start_multipart(10_485_760, UploadOptions::default()).await;
        shown.push_str(&format!("{upload:?} {token:?} {signature:?} {:?}", started.unwrap()));
        let asked = ExplainOptions { redact: Some(true) };
        let explained = client
            .explain(asked.clone(), |client| async move {
                client.uploads().start_multipart(10_485_760, UploadOptions::default()).await
            })
            .await
            .unwrap();
        shown.push_str(&serde_json::to_string(&explained).unwrap());
        assert!(explained.body.unwrap().contains("part_size"));
        let url = "http://127.0.0.1:9/a/b?partNumber=1&X-Amz-Signature=0badc0de";
        let explained = client
            .explain(asked.clone(), |client| async move {
                client.uploads().upload_part(url, vec![1]).await
            })
            .await
            .unwrap();
        shown.push_str(&format!("{explained:?} {}", serde_json::to_string(&explained).unwrap()));
        assert!(explained.url.starts_with("http://127.0.0.1:9/a/b?"));
        proofs.extend([token.token, signature.signature]);
    }
    assert!(saved.contains("X-Amz-Signature="), "where parts go is in what was saved: {saved}");

    let (log, told) = (log.text(), told.lock().unwrap().clone());
    for kind in ["request", "attempt", "response", "retry", "finish"] {
        assert!(log.contains(kind) && told.contains(kind), "no {kind}: {log} {told}");
    }
    for (place, text) in [("the log", &log), ("the events", &told), ("errors", &shown)] {
        assert!(!text.contains(&secret), "the secret is in {place}: {text}");
        assert!(!has_signature(text, &keys.public_key), "a signature is in {place}: {text}");
        assert!(!text.contains("X-Amz"), "where parts go is in {place}: {text}");
        // A JWT, or 64 hexadecimal digits.
        assert!(!text.contains("eyJhbGciOiJIUzI1NiIs"), "a token is in {place}: {text}");
        for proof in &proofs {
            assert!(!text.contains(proof), "a proof is in {place}: {text}");
        }
        let is_hexadecimal = |text: &str| text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let mut words = text.split(|c: char| !c.is_ascii_alphanumeric());
        assert!(!words.any(|word| word.len() == 64 && is_hexadecimal(word)), "{place}: {text}");
    }
}

#[tokio::test]
async fn an_explained_request_is_the_one_that_is_sent() {
    let (emulator, keys, client) = project(3).await;
    let explained = client
        .explain(ExplainOptions::default(), |client| async move {
            let options = ListFilesOptions { limit: Some(2), ..ListFilesOptions::default() };
            client.files().list(options)?.try_next().await
        })
        .await
        .unwrap();
    assert_eq!(emulator.requests(&keys.public_key).len(), 0);
    assert!(has_signature(&explained.headers["authorization"], &keys.public_key));
    assert!(!has_signature(&format!("{explained:?}"), &keys.public_key));

    let mut request = reqwest::Client::new().get(&explained.url);
    for (name, value) in &explained.headers {
        request = request.header(name, value);
    }
    let answer = request.send().await.unwrap();
    assert_eq!(answer.status(), 200);

    let nothing =
        client.explain(ExplainOptions::default(), |_| async { Ok(()) }).await.unwrap_err();
    assert_eq!(*nothing.kind(), ErrorKind::InvalidParameter);
}

/// Counts those that are under way.
struct Patient(Arc<AtomicUsize>);

struct Present(Arc<AtomicUsize>);

impl Drop for Present {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl RequestSigner for Patient {
    fn sign(&self, _request: SigningRequest) -> BoxFuture<'_, Result<String>> {
        Box::pin(async move {
            self.0.fetch_add(1, Ordering::SeqCst);
            let _present = Present(self.0.clone());
            std::future::pending().await
        })
    }
}

#[tokio::test]
async fn a_signer_ends_with_its_call() {
    let (emulator, keys, _) = project(0).await;
    let signing = Arc::<AtomicUsize>::default();
    let client = Client::builder()
        .public_key(&keys.public_key)
        .api_base(emulator.api_base())
        .signer(Patient(signing.clone()))
        .timeout(Duration::from_millis(100))
        .build()
        .unwrap();
    let error = client.project().get().await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Timeout);
    assert_eq!(signing.load(Ordering::SeqCst), 0);

    let patient = client
        .with_options(ClientOptions { timeout: Some(600.0), ..ClientOptions::default() })
        .unwrap();
    let call = tokio::spawn(async move { patient.project().get().await });
    while signing.load(Ordering::SeqCst) == 0 {
        tokio::task::yield_now().await;
    }
    call.abort();
    assert!(call.await.unwrap_err().is_cancelled());
    assert_eq!(signing.load(Ordering::SeqCst), 0);
    assert_eq!(emulator.requests(&keys.public_key).len(), 0);

    let both = Client::builder().public_key("p").secret_key("s").signer(Patient(signing)).build();
    assert_eq!(both.unwrap_err().info().parameter.as_deref(), Some("signer"));
}

#[tokio::test]
async fn a_call_given_up_ends_in_the_log_too() {
    let (emulator, keys, _) = project(0).await;
    emulator.add_fault(&keys.public_key, delaying(1)).unwrap();
    let told = Arc::<Mutex<Vec<CallEvent>>>::default();
    let heard = told.clone();
    let client = builder(&emulator, &keys)
        .event_listener(move |event| heard.lock().unwrap().push(event))
        .build()
        .unwrap();
    let call = tokio::spawn(async move { client.project().get().await });
    until(&emulator, &keys, |stats| stats.in_flight == 1).await;
    call.abort();
    assert!(call.await.unwrap_err().is_cancelled());
    let told = told.lock().unwrap();
    let last = told.last().unwrap();
    assert_eq!(last.kind, CallEventKind::Finish);
    assert_eq!(last.error.as_ref().unwrap().kind, ErrorKind::Cancelled);
    assert!(told.iter().all(|event| event.call == last.call));
}

#[tokio::test]
async fn siblings_stop_together() {
    let (emulator, keys, client) = project(1000).await;
    let files: Vec<_> = client
        .files()
        .list(ListFilesOptions { limit: Some(1000), ..ListFilesOptions::default() })
        .unwrap()
        .map_ok(|file| file.uuid)
        .try_collect()
        .await
        .unwrap();
    emulator.add_fault(&keys.public_key, delaying(-1)).unwrap();
    let call = tokio::spawn(async move {
        let options = BatchOptions { concurrency: Some(5) };
        client.files().delete_many(&files, options).await
    });
    until(&emulator, &keys, |stats| stats.in_flight == 5).await;
    call.abort();
    until(&emulator, &keys, |stats| stats.in_flight == 0 && stats.cancelled == 5).await;
    assert!(call.await.unwrap_err().is_cancelled());
    let deletions =
        emulator.requests(&keys.public_key).into_iter().filter(|r| r.method == "DELETE");
    assert_eq!(deletions.count(), 5, "no other was begun");
}

#[tokio::test(flavor = "multi_thread")]
async fn all_calls_of_a_client_slow_down_together() {
    let (emulator, keys, client) = project(0).await;
    let limit = RateLimit { per_second: 100.0, burst: Some(20) };
    emulator.set_rate_limit(&keys.public_key, limit).unwrap();
    let options = ClientOptions { max_retries: Some(10), ..ClientOptions::default() };
    let client = client.with_options(options).unwrap();
    let calls = (0..120).map(|_| {
        let client = client.clone();
        tokio::spawn(async move { client.project().get().await })
    });
    for outcome in join_all(calls).await {
        outcome.unwrap().unwrap();
    }
    // Each on its own would have been refused again and again. Much room for a slow machine, where a pace that was
    // learnt before it stood still is too fast.
    let stats = emulator.rate_limit(&keys.public_key).unwrap().unwrap();
    assert_eq!(stats.allowed, 120);
    assert!(stats.refused <= 120, "{} refused", stats.refused);
}

#[tokio::test]
async fn a_policy_of_ones_own() {
    let (emulator, keys, _) = project(0).await;
    emulator.add_fault(&keys.public_key, Fault { times: 4, ..answering(503, &[]) }).unwrap();
    let mut backoff = Backoff::default();
    backoff.first = Duration::from_millis(1);
    let client = builder(&emulator, &keys)
        .retry_policy(backoff.only_if(|error| error.status() == Some(503)).at_most(4))
        .build()
        .unwrap();
    client.project().get().await.unwrap();
    assert_eq!(emulator.requests(&keys.public_key).len(), 5);
    // An option that says how often replaces the policy.
    emulator.add_fault(&keys.public_key, answering(503, &[])).unwrap();
    let once = ClientOptions { max_retries: Some(0), ..ClientOptions::default() };
    client.with_options(once).unwrap().project().get().await.unwrap_err();
    // Another option does not.
    emulator.add_fault(&keys.public_key, Fault { times: 4, ..answering(503, &[]) }).unwrap();
    let slow = ClientOptions { timeout: Some(99.0), ..ClientOptions::default() };
    client.with_options(slow).unwrap().project().get().await.unwrap();
}

#[tokio::test]
async fn a_derived_client_uses_the_same_connections() {
    let (emulator, keys, client) = project(0).await;
    // A front that counts connections.
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let front = format!("http://{}/", listener.local_addr().unwrap());
    let behind = emulator.api_base().trim_start_matches("http://").trim_end_matches('/').to_owned();
    let accepted = Arc::<AtomicUsize>::default();
    let count = accepted.clone();
    tokio::spawn(async move {
        while let Ok((mut outside, _)) = listener.accept().await {
            count.fetch_add(1, Ordering::SeqCst);
            let behind = behind.clone();
            tokio::spawn(async move {
                let mut inside = tokio::net::TcpStream::connect(behind).await.unwrap();
                let _ = tokio::io::copy_bidirectional(&mut outside, &mut inside).await;
            });
        }
    });
    drop(client);
    let client = builder(&emulator, &keys).api_base(front).build().unwrap();
    for timeout in 101..106 {
        let options = ClientOptions { timeout: Some(timeout.into()), ..ClientOptions::default() };
        client.with_options(options).unwrap().project().get().await.unwrap();
    }
    assert_eq!(accepted.load(Ordering::SeqCst), 1);
    let options = ClientOptions { connect_timeout: Some(30.0), ..ClientOptions::default() };
    client.with_options(options).unwrap().project().get().await.unwrap();
    assert_eq!(accepted.load(Ordering::SeqCst), 2, "it has connections of its own");
}
