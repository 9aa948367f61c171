//! Uploads and lists without the secret key: a backend signs, and every step of every call is shown.
//!
//! `cargo run -p uploadcare-core --example sign_elsewhere`, with `UPLOADCARE_PUBLIC_KEY`, and with
//! `SIGNING_URL` of a backend that answers `{"string_to_sign"}` with `{"signature"}`.

use futures::{TryStreamExt, future::BoxFuture};
use std::error::Error;
use uploadcare::{
    CallEvent, Client, ClientOptions, ErrorKind, ExplainOptions, ListFilesOptions, RequestSigner,
    SigningRequest, UploadOptions,
};

struct Backend {
    url: String,
    http: reqwest::Client,
}

impl Backend {
    async fn ask(&self, text: &str) -> Result<String, Box<dyn Error + Send + Sync>> {
        let question = serde_json::json!({ "string_to_sign": text }).to_string();
        let answer = self.http.post(&self.url).body(question).send().await?.bytes().await?;
        let answer: serde_json::Value = serde_json::from_slice(&answer)?;
        Ok(answer["signature"].as_str().ok_or("no signature")?.to_owned())
    }
}

impl RequestSigner for Backend {
    fn sign(&self, request: SigningRequest) -> BoxFuture<'_, uploadcare::Result<String>> {
        Box::pin(async move {
            self.ask(&request.string_to_sign).await.map_err(uploadcare::Error::signer)
        })
    }
}

fn show(event: CallEvent) {
    let status = event.status.map(|status| format!(" {status}")).unwrap_or_default();
    println!(
        "  {:.3} s  call {} {}{status}  {} {}",
        event.elapsed, event.call, event.kind, event.method, event.path
    );
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let backend = Backend { url: std::env::var("SIGNING_URL")?, http: reqwest::Client::new() };
    let client = Client::builder().signer(backend).event_listener(show).build()?;

    client.uploads().upload(b"Hello".to_vec(), UploadOptions::default()).await?;

    // For these calls: more patience with the service, less with its answers.
    let options =
        ClientOptions { max_retries: Some(5), timeout: Some(20.0), ..ClientOptions::default() };
    let patient = client.with_options(options)?;
    let files: Vec<_> = patient.files().list(ListFilesOptions::default())?.try_collect().await?;
    println!("{} files", files.len());

    let redacted = ExplainOptions { redact: Some(true) };
    let request =
        client.explain(redacted, |client| async move { client.project().get().await }).await?;
    println!("{}", request.curl);

    // A backend that refuses: the call fails with what the signer said, and nothing is sent.
    let nobody = Backend { url: "http://127.0.0.1:1/".to_owned(), http: reqwest::Client::new() };
    let lost = Client::builder().signer(nobody).build()?;
    match lost.project().get().await {
        Err(error) if *error.kind() == ErrorKind::Signer => println!("{error}"),
        other => return Err(format!("a signer that cannot sign gave {other:?}").into()),
    }
    Ok(())
}
