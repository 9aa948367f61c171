//! The groups of one project.

use std::{collections::HashMap, sync::Arc};

use uuid::Uuid;

use super::{
    Cursor, PageRequest, Source,
    index::{Index, Keys},
    parse_uuid,
};

/// Files that were put together for good.
pub(crate) struct Group {
    pub uuid: Uuid,
    pub created: i64,
    pub members: Vec<Source>,
}

impl Group {
    /// The most files that a group can have.
    pub const MAX_FILES: usize = 1000;

    pub fn id(&self) -> String {
        format!("{}~{}", self.uuid, self.members.len())
    }
}

/// Reads a group id into its UUID and the number of files.
pub(crate) fn parse_group_id(text: &str) -> Option<(Uuid, usize)> {
    let (uuid, count) = text.split_once('~')?;
    let plain = !count.starts_with('0') && count.bytes().all(|byte| byte.is_ascii_digit());
    if !plain {
        return None;
    }
    Some((parse_uuid(uuid)?, count.parse().ok()?))
}

pub(crate) struct GroupPage {
    pub groups: Vec<Arc<Group>>,
    pub next: Option<Cursor>,
    pub previous: Option<Cursor>,
    pub total: usize,
}

#[derive(Default)]
pub(super) struct Groups {
    records: HashMap<u32, Arc<Group>>,
    by_uuid: HashMap<Uuid, u32>,
    order: Index,
    added: u32,
}

impl Groups {
    /// Adds a group, moving its timestamp so that it is the only one.
    pub fn insert(&mut self, mut group: Group) -> Arc<Group> {
        group.created = self.order.free_timestamp(group.created);
        let group = Arc::new(group);
        self.order.insert((group.created, self.added));
        self.by_uuid.insert(group.uuid, self.added);
        self.records.insert(self.added, Arc::clone(&group));
        self.added += 1;
        group
    }

    pub fn get(&self, id: (Uuid, usize)) -> Option<Arc<Group>> {
        let group = self.records.get(self.by_uuid.get(&id.0)?)?;
        (group.members.len() == id.1).then(|| Arc::clone(group))
    }

    pub fn remove(&mut self, id: (Uuid, usize)) -> Option<Arc<Group>> {
        let group = self.get(id)?;
        let number = self.by_uuid.remove(&group.uuid)?;
        self.order.remove(&(group.created, number));
        self.records.remove(&number)
    }

    pub fn page(&self, request: &PageRequest) -> GroupPage {
        let Keys { keys, next, previous } = self.order.page(request);
        let groups = keys.iter().filter_map(|key| self.records.get(&key.1).cloned()).collect();
        GroupPage { groups, next, previous, total: self.order.len() }
    }
}
