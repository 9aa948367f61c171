//! Receives what webhooks deliver, with axum, and refuses what is not genuine.
//!
//! `cargo run -p uploadcare-core --example receive_webhooks`, with `UPLOADCARE_PUBLIC_KEY` and
//! `UPLOADCARE_SECRET_KEY` set. The service must be able to reach this machine.

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode},
    routing::post,
};
use std::{error::Error, time::Duration};
use tokio::{net::TcpListener, sync::mpsc, time::timeout};
use uploadcare::{
    Client, CreateWebhookOptions, UploadOptions, WebhookDelivery, WebhookEvent, WebhookReceiver,
};

const SECRET: &str = "a signing secret of mine";

#[derive(Clone)]
struct App {
    receiver: WebhookReceiver,
    deliveries: mpsc::Sender<(WebhookDelivery, Bytes, String)>,
}

/// The body is taken as the bytes that came: read and written again it would be other ones.
async fn receive(State(app): State<App>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let signature = headers.get(WebhookReceiver::SIGNATURE_HEADER);
    let signature = signature.and_then(|value| value.to_str().ok());
    match app.receiver.receive(&body, signature) {
        Ok(delivery) => {
            let signature = signature.unwrap_or_default().to_owned();
            // What takes long is done elsewhere: the service waits for the answer.
            let _ = app.deliveries.send((delivery, body, signature)).await;
            StatusCode::OK
        }
        Err(error) => {
            println!("refused: {}", error.message());
            StatusCode::FORBIDDEN
        }
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let (deliveries, mut delivered) = mpsc::channel(10);
    let app = App { receiver: WebhookReceiver::new([SECRET])?, deliveries };
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/webhook", listener.local_addr()?);
    let router = Router::new().route("/webhook", post(receive)).with_state(app);
    tokio::spawn(async move { axum::serve(listener, router).await });

    let client = Client::from_env()?;
    let options =
        CreateWebhookOptions { signing_secret: Some(SECRET.to_owned()), ..Default::default() };
    let webhook = client.webhooks().create(&url, WebhookEvent::FileUploaded, options).await?;
    client.uploads().upload(b"Hello".to_vec(), UploadOptions::default()).await?;

    let (delivery, body, signature) =
        timeout(Duration::from_secs(30), delivered.recv()).await?.ok_or("the server has ended")?;
    let size = delivery.data.map(|file| file.size).unwrap_or_default();
    println!("{}: {size} bytes, {}", delivery.hook.event, delivery.file.unwrap_or_default());

    // The same with one bit changed is nobody's delivery.
    let mut forged = body.to_vec();
    forged[10] ^= 1;
    let answer = reqwest::Client::new()
        .post(&url)
        .header(WebhookReceiver::SIGNATURE_HEADER, signature)
        .body(forged)
        .send()
        .await?;
    client.webhooks().delete(webhook.id).await?;
    match answer.status().as_u16() {
        403 => Ok(()),
        status => Err(format!("a forged delivery was answered {status}").into()),
    }
}
