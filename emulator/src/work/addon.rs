//! Add-ons: what they find out goes into the appdata of their file.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::Work;
use crate::{
    event::{self, Event, Initiator},
    media::made,
    store::{File, FilePatch, Stamp, Task, random_uuid},
};

/// The text by which every scanner proves that it works.
const EICAR: &[u8] = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE";

impl Work<'_> {
    /// Does the job if it is a call of an add-on.
    pub(super) fn analyse(&mut self) -> Result<(), String> {
        match self.job.task.clone() {
            Task::Labels => self.note("2016-06-27", labels()),
            Task::ModerationLabels => self.note("2016-06-27", moderation_labels(self.source)),
            Task::Scan { purge } => return self.scan(purge),
            Task::RemoveBackground { foreground } => {
                if let Some(kind) = foreground {
                    self.note("1.0", json!({ "foreground_type": kind }));
                }
                let uuid = random_uuid();
                let (name, store) = (format!("{}.png", self.stem()), self.project.autostore());
                self.add_file(uuid, name, made::file("png", 1), store, self.job.kind);
                self.job.result = Some(uuid);
                None
            }
            Task::Document { .. } | Task::Video { .. } => None,
        };
        Ok(())
    }

    fn scan(&self, purge: bool) -> Result<(), String> {
        let head = self.source.content.head();
        let infected = head.windows(EICAR.len()).any(|word| word == EICAR);
        let mut data = json!({ "infected": infected });
        if infected {
            data["infected_with"] = "Win.Test.EICAR_HDB-1".into();
        }
        let Some(mut file) = self.note("0.105.1", data).filter(|_| infected) else { return Ok(()) };
        let patch = FilePatch { removed: Some(true), ..FilePatch::default() };
        if purge && let Some(removed) = self.project.patch_file(&file.uuid, patch, self.now) {
            file = removed;
        }
        self.tell(Event::Infected, &file, None);
        if purge {
            self.tell(Event::Deleted, &file, None);
        }
        Ok(())
    }

    /// Puts what was found out into the appdata of the file.
    fn note(&self, version: &str, data: Value) -> Option<Arc<File>> {
        let now = Stamp(self.now);
        let earlier = self.source.appdata.get(self.job.kind);
        let created = earlier.and_then(|value| value.get("datetime_created")).cloned();
        let value = json!({
            "data": data,
            "version": version,
            "datetime_created": created.unwrap_or_else(|| json!(now)),
            "datetime_updated": now,
        });
        let file = self.project.set_appdata(&self.source.uuid, self.job.kind, value)?;
        let earlier: Map<_, _> = self.source.appdata.iter().map(own).collect();
        self.tell(Event::InfoUpdated, &file, Some(json!({ "appdata": earlier })));
        Some(file)
    }

    fn tell(&self, event: Event, file: &File, previous: Option<Value>) {
        let initiator = Initiator::Addon { name: self.job.kind, source: None };
        event::notify(self.app, self.project, event, file, previous, &initiator);
    }
}

fn own((name, value): (&String, &Value)) -> (String, Value) {
    (name.clone(), value.clone())
}

fn labels() -> Value {
    json!({
        "LabelModelVersion": "2.0",
        "Labels": [
            { "Name": "Home Decor", "Confidence": 93.41645812988281, "Parents": [], "Instances": [] },
            {
                "Name": "Linen",
                "Confidence": 70.75951385498047,
                "Parents": [{ "Name": "Home Decor" }],
                "Instances": [],
            },
            {
                "Name": "Person",
                "Confidence": 64.7123794555664,
                "Parents": [],
                "Instances": [{
                    "BoundingBox": { "Height": 0.5, "Left": 0.25, "Top": 0.125, "Width": 0.375 },
                    "Confidence": 64.7123794555664,
                }],
            },
        ],
    })
}

/// Files that are called unsafe are found to be.
fn moderation_labels(file: &File) -> Value {
    let mut labels = Vec::new();
    if file.filename.to_ascii_lowercase().contains("unsafe") {
        labels.push(json!({
            "Name": "Weapons", "ParentName": "Violence", "Confidence": 93.41645812988281,
        }));
    }
    json!({ "ModerationModelVersion": "6.0", "ModerationLabels": labels })
}
