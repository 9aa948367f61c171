//! Who is to be told what about the files of a project.

use parking_lot::Mutex;
use serde::Serialize;

use super::Stamp;

pub(crate) const EVENTS: [&str; 5] =
    ["file.uploaded", "file.infected", "file.stored", "file.deleted", "file.info_updated"];

/// One subscription, in the form REST shows it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Webhook {
    pub id: u64,
    pub project: u32,
    pub created: Stamp,
    pub updated: Stamp,
    pub event: String,
    pub target_url: String,
    pub is_active: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signing_secret: Option<String>,
    pub version: &'static str,
}

/// New values for some fields of a subscription.
#[derive(Debug, Default)]
pub(crate) struct WebhookPatch {
    pub event: Option<String>,
    pub target_url: Option<String>,
    pub is_active: Option<bool>,
    /// `Some(None)` takes the secret away.
    pub signing_secret: Option<Option<String>>,
}

/// Another subscription has the same event and target.
#[derive(Debug)]
pub(crate) struct AlreadySubscribed;

#[derive(Default)]
pub(crate) struct Webhooks(Mutex<Vec<Webhook>>);

impl Webhooks {
    pub fn all(&self) -> Vec<Webhook> {
        self.0.lock().clone()
    }

    pub fn get(&self, id: u64) -> Option<Webhook> {
        self.0.lock().iter().find(|hook| hook.id == id).cloned()
    }

    pub fn listening_for(&self, event: &str) -> Vec<Webhook> {
        let hooks = self.0.lock();
        hooks.iter().filter(|hook| hook.is_active && hook.event == event).cloned().collect()
    }

    pub fn add(&self, hook: Webhook) -> Result<(), AlreadySubscribed> {
        let mut hooks = self.0.lock();
        check_unique(&hooks, &hook)?;
        hooks.push(hook);
        Ok(())
    }

    /// Changes a subscription; `None` when there is none of this id.
    pub fn change(
        &self,
        id: u64,
        patch: WebhookPatch,
        now: i64,
    ) -> Option<Result<Webhook, AlreadySubscribed>> {
        let mut hooks = self.0.lock();
        let at = hooks.iter().position(|hook| hook.id == id)?;
        let mut hook = hooks[at].clone();
        hook.event = patch.event.unwrap_or(hook.event);
        hook.target_url = patch.target_url.unwrap_or(hook.target_url);
        hook.is_active = patch.is_active.unwrap_or(hook.is_active);
        hook.signing_secret = patch.signing_secret.unwrap_or(hook.signing_secret);
        hook.updated = Stamp(now);
        if let Err(taken) = check_unique(&hooks, &hook) {
            return Some(Err(taken));
        }
        hooks[at] = hook.clone();
        Some(Ok(hook))
    }

    pub fn remove(&self, id: u64) -> bool {
        self.retain(|hook| hook.id != id)
    }

    /// Removes every subscription of a target, whatever its event.
    pub fn remove_target(&self, target_url: &str) {
        self.retain(|hook| hook.target_url != target_url);
    }

    fn retain(&self, keep: impl Fn(&Webhook) -> bool) -> bool {
        let mut hooks = self.0.lock();
        let before = hooks.len();
        hooks.retain(keep);
        hooks.len() < before
    }
}

fn check_unique(hooks: &[Webhook], new: &Webhook) -> Result<(), AlreadySubscribed> {
    let same = |hook: &&Webhook| {
        hook.id != new.id && hook.event == new.event && hook.target_url == new.target_url
    };
    hooks.iter().find(same).map_or(Ok(()), |_| Err(AlreadySubscribed))
}
