//! A client and its emulator.

use uploadcare::{Client, ClientBuilder};
use uploadcare_emulator::{Emulator, ProjectKeys, Seed};

pub fn builder(emulator: &Emulator, keys: &ProjectKeys) -> ClientBuilder {
    Client::builder()
        .public_key(&keys.public_key)
        .secret_key(&keys.secret_key)
        .api_base(emulator.api_base())
        .upload_base(emulator.upload_base())
        .cdn_base(emulator.cdn_base())
}

/// A project of so many files.
pub async fn project(count: u64) -> (Emulator, ProjectKeys, Client) {
    let emulator = Emulator::start().await.unwrap();
    let keys = emulator.create_project();
    if count > 0 {
        let seed = Seed { count, ..Seed::default() };
        emulator.seed(&keys.public_key, seed).unwrap();
    }
    let client = builder(&emulator, &keys).build().unwrap();
    (emulator, keys, client)
}
