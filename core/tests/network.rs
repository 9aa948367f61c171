//! Settings of the network: a proxy, a certificate of one's own, a machine that does not answer.

// Helpers of tests may panic as the tests themselves.
#![allow(clippy::unwrap_used)]

use std::{sync::Arc, time::Duration};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        ServerConfig,
        pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer},
    },
};
use uploadcare::{Client, ErrorKind, FileInfo, ListFilesOptions, Page, Result};
use uploadcare_emulator::{Emulator, ProjectKeys};

async fn first_page(client: &Client) -> Result<Option<Page<FileInfo>>> {
    client.files().list(ListFilesOptions::default())?.pages().next_page().await
}

fn builder(keys: &ProjectKeys) -> uploadcare::ClientBuilder {
    Client::builder().public_key(&keys.public_key).secret_key(&keys.secret_key).max_retries(0)
}

#[tokio::test]
async fn requests_go_through_the_proxy() {
    let emulator = Emulator::start().await.unwrap();
    let keys = emulator.create_project();
    // The emulator plays the proxy: it takes the whole URL in the request line.
    let client = builder(&keys)
        .api_base("http://files.service.invalid/")
        .proxy(emulator.api_base())
        .build()
        .unwrap();
    assert_eq!(first_page(&client).await.unwrap().unwrap().total, 0);
    assert_eq!(emulator.requests(&keys.public_key).len(), 1);
}

#[tokio::test]
async fn a_certificate_of_ones_own_is_trusted_when_it_is_given() {
    let emulator = Emulator::start().await.unwrap();
    let keys = emulator.create_project();
    let own = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(own.signing_key.serialize_der()));
    let config = ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(vec![own.cert.der().clone()], key)
        .unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let behind = emulator.api_base().trim_start_matches("http://").trim_end_matches('/').to_owned();
    let server = tokio::spawn(async move {
        loop {
            let (socket, _) = listener.accept().await.unwrap();
            let (acceptor, behind) = (acceptor.clone(), behind.clone());
            tokio::spawn(async move {
                if let Ok(mut outside) = acceptor.accept(socket).await {
                    let mut inside = TcpStream::connect(behind).await.unwrap();
                    let _ = tokio::io::copy_bidirectional(&mut outside, &mut inside).await;
                }
            });
        }
    });

    let base = format!("https://localhost:{port}/");
    let stranger = builder(&keys).api_base(&base).build().unwrap();
    let error = first_page(&stranger).await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Network, "{error}");

    let friend = builder(&keys).api_base(&base).root_certificate(own.cert.pem()).build().unwrap();
    assert_eq!(first_page(&friend).await.unwrap().unwrap().total, 0);
    server.abort();
}

#[tokio::test]
async fn a_machine_that_does_not_answer_is_given_up() {
    // A listener whose queue is full lets further connections hang.
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(1).unwrap();
    let address = listener.local_addr().unwrap();
    let mut held = Vec::new();
    while let Ok(Ok(stream)) =
        tokio::time::timeout(Duration::from_secs(2), TcpStream::connect(address)).await
    {
        held.push(stream);
        assert!(held.len() < 100, "the queue does not fill");
    }
    let keys = ProjectKeys { public_key: "key".to_owned(), secret_key: "secret".to_owned() };
    let client = builder(&keys)
        .api_base(format!("http://{address}/"))
        .connect_timeout(Duration::from_millis(100))
        .build()
        .unwrap();
    let error = first_page(&client).await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Timeout, "{error}");
}
