use std::sync::atomic::{AtomicI64, Ordering};

use parking_lot::RwLock;
use serde::Serialize;

use super::{ProjectKeys, Stamp, random_uuid};

const NEVER: i64 = i64::MIN;
const HINT: usize = 4;

/// One secret key. Its text is shown only once.
struct Secret {
    id: String,
    key: String,
    last_used: AtomicI64,
}

/// What may be told about a secret key.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SecretView {
    pub id: String,
    pub hint: String,
    pub last_used_at: Option<Stamp>,
}

/// A secret key that was just made.
#[derive(Serialize)]
pub(crate) struct NewSecret {
    pub id: String,
    pub secret: String,
}

/// Why a secret key stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotRemoved {
    Unknown,
    Last,
}

/// The secret keys of a project, any of which proves who sends a request.
pub(crate) struct Secrets(RwLock<Vec<Secret>>);

impl Secrets {
    pub fn new(first: String) -> Self {
        Self(RwLock::new(vec![Secret::new(first)]))
    }

    pub fn add(&self) -> NewSecret {
        let secret = Secret::new(ProjectKeys::random().secret_key);
        let new = NewSecret { id: secret.id.clone(), secret: secret.key.clone() };
        self.0.write().push(secret);
        new
    }

    /// Takes a key away, unless it is the only one and one must stay.
    pub fn remove(&self, id: &str, keep_one: bool) -> Result<(), NotRemoved> {
        let mut secrets = self.0.write();
        let at = secrets.iter().position(|secret| secret.id == id).ok_or(NotRemoved::Unknown)?;
        if keep_one && secrets.len() == 1 {
            return Err(NotRemoved::Last);
        }
        secrets.remove(at);
        Ok(())
    }

    pub fn all(&self) -> Vec<SecretView> {
        self.0.read().iter().map(Secret::view).collect()
    }

    /// The oldest key.
    pub fn first(&self) -> Option<String> {
        self.0.read().first().map(|secret| secret.key.clone())
    }

    /// Tries the keys until one does; that one counts as used at `now`.
    pub fn find<T>(&self, now: i64, mut with: impl FnMut(&str) -> Option<T>) -> Option<T> {
        self.0.read().iter().find_map(|secret| {
            let found = with(&secret.key)?;
            secret.last_used.store(now, Ordering::Relaxed);
            Some(found)
        })
    }
}

impl Secret {
    fn new(key: String) -> Self {
        Self { id: random_uuid().to_string(), key, last_used: AtomicI64::new(NEVER) }
    }

    fn view(&self) -> SecretView {
        let last_used = self.last_used.load(Ordering::Relaxed);
        let start = self.key.len().saturating_sub(HINT);
        SecretView {
            id: self.id.clone(),
            hint: self.key[start..].to_owned(),
            last_used_at: (last_used != NEVER).then_some(Stamp(last_used)),
        }
    }
}
