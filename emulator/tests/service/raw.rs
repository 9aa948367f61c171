//! A connection whose bytes are seen as they are.

use std::time::Duration;

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};
use uploadcare_emulator::Emulator;

use crate::client::{ACCEPT, Project};

/// Only tests that fail wait so long.
const PATIENCE: Duration = Duration::from_secs(30);

pub struct Connection(TcpStream);

impl Connection {
    pub async fn open(emulator: &Emulator) -> Self {
        let address = emulator.api_base().trim_start_matches("http://").trim_end_matches('/');
        Self(TcpStream::connect(address).await.unwrap())
    }

    pub async fn write(&mut self, bytes: &[u8]) {
        self.0.write_all(bytes).await.unwrap();
    }

    /// Sends a request that lets the connection be kept.
    pub async fn get(&mut self, project: &Project, target: &str) {
        self.write(request(project, "GET", target).as_bytes()).await;
    }

    /// The head of the next answer, in lower case.
    pub async fn head(&mut self) -> String {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(self.bytes(1).await[0]);
        }
        String::from_utf8(head).unwrap().to_ascii_lowercase()
    }

    pub async fn bytes(&mut self, count: usize) -> Vec<u8> {
        let mut bytes = vec![0; count];
        timeout(PATIENCE, self.0.read_exact(&mut bytes)).await.unwrap().unwrap();
        bytes
    }

    pub async fn text(&mut self, length: usize) -> String {
        String::from_utf8(self.bytes(length).await).unwrap()
    }

    /// What comes in one piece.
    pub async fn piece(&mut self) -> Vec<u8> {
        let mut bytes = vec![0; 1 << 16];
        let length = timeout(PATIENCE, self.0.read(&mut bytes)).await.unwrap().unwrap();
        bytes.truncate(length);
        bytes
    }

    /// What comes until the emulator closes the connection, be it with an error.
    pub async fn rest(mut self) -> String {
        let mut bytes = Vec::new();
        let _ = timeout(PATIENCE, self.0.read_to_end(&mut bytes)).await.unwrap();
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

pub fn request(project: &Project, method: &str, target: &str) -> String {
    let host = project.base.trim_start_matches("http://");
    let keys = format!("{}:{}", project.keys.public_key, project.keys.secret_key);
    format!(
        "{method} {target} HTTP/1.1\r\nHost: {host}\r\nAccept: {ACCEPT}\r\n\
         Authorization: Uploadcare.Simple {keys}\r\n\r\n"
    )
}
