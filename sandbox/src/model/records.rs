//! Records with indexes for fast lookups.
//!
//! The indexes are derived: they aren't serialized, but rebuilt when the state is read.

use std::ops::Deref;

use serde::{Deserialize, Serialize, Serializer};

use crate::model::conversation::Participant;
use crate::model::record::Record;
use crate::model::table::{Owned, Table};
use crate::model::user::User;

/// Users in the order of their IDs, with an index of external IDs.
#[derive(Clone, Default, Deserialize)]
#[serde(from = "Table<User>")]
pub(crate) struct Users {
    records: Table<User>,
    by_external_id: Table<ExternalId>,
}

/// An external ID is unique within a brand, or among users without a brand.
#[derive(Clone)]
struct ExternalId {
    key: String,
    user: String,
}

impl Record for ExternalId {
    fn id(&self) -> &str {
        &self.key
    }
}

impl ExternalId {
    fn of(user: &User) -> Option<Self> {
        let key = Self::key(user.external_id.as_deref()?, user.brand_id.as_deref());
        Some(Self { key, user: user.id.clone() })
    }

    /// The length of the brand separates the two.
    fn key(external_id: &str, brand_id: Option<&str>) -> String {
        match brand_id {
            None => format!("-{external_id}"),
            Some(brand) => format!("{}:{brand}{external_id}", brand.len()),
        }
    }
}

impl Users {
    pub(crate) fn push(&mut self, user: User) {
        if let Some(external_id) = ExternalId::of(&user) {
            self.by_external_id.add(external_id);
        }
        self.records.push(user);
    }

    /// Must not change the external ID; use [`Users::set_external_id`].
    pub(crate) fn get_mut(&mut self, id: &str) -> Option<&mut User> {
        self.records.find_mut(id)
    }

    pub(crate) fn by_external_id(&self, external_id: &str, brand_id: Option<&str>) -> Option<&User> {
        let known = self.by_external_id.find(&ExternalId::key(external_id, brand_id))?;
        self.records.find(&known.user)
    }

    pub(crate) fn set_external_id(&mut self, id: &str, new: Option<String>) {
        let Some(user) = self.records.find_mut(id) else { return };
        let old = ExternalId::of(user);
        user.external_id = new;
        let new = ExternalId::of(user);
        if let Some(old) = old {
            self.by_external_id.take(&old.key);
        }
        if let Some(new) = new {
            self.by_external_id.add(new);
        }
    }

    pub(crate) fn remove(&mut self, id: &str) -> Option<User> {
        let user = self.records.take(id)?;
        if let Some(external_id) = ExternalId::of(&user) {
            self.by_external_id.take(&external_id.key);
        }
        Some(user)
    }
}

impl Deref for Users {
    type Target = Table<User>;

    fn deref(&self) -> &Table<User> {
        &self.records
    }
}

impl From<Table<User>> for Users {
    fn from(records: Table<User>) -> Self {
        let mut by_external_id: Vec<ExternalId> = records.iter().filter_map(ExternalId::of).collect();
        by_external_id.sort_by(|one, other| one.key.cmp(&other.key));
        Self { records, by_external_id: by_external_id.into() }
    }
}

impl Serialize for Users {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.records.serialize(serializer)
    }
}

/// Participants by conversation, with an index of each user's conversations.
#[derive(Clone, Default, Deserialize)]
#[serde(from = "Owned<Participant>")]
pub(crate) struct Participants {
    by_conversation: Owned<Participant>,
    conversations: Owned<String>,
}

impl Participants {
    pub(crate) fn of(&self, conversation_id: &str) -> &Table<Participant> {
        self.by_conversation.of(conversation_id)
    }

    pub(crate) fn find(&self, conversation_id: &str, user_id: &str) -> Option<&Participant> {
        self.of(conversation_id).iter().find(|participant| participant.user_id == user_id)
    }

    /// Changes the participants of a conversation, but not their users.
    pub(crate) fn change(&mut self, conversation_id: &str, change: impl FnMut(&mut Participant)) {
        if let Some(participants) = self.by_conversation.get_mut(conversation_id) {
            participants.change(|_| true, change);
        }
    }

    /// Must not change the user.
    pub(crate) fn find_mut(&mut self, conversation_id: &str, user_id: &str) -> Option<&mut Participant> {
        let participants = self.by_conversation.get_mut(conversation_id)?;
        let at = participants.iter().position(|participant| participant.user_id == user_id)?;
        participants.get_mut(at)
    }

    /// The IDs of a user's conversations, ascending.
    pub(crate) fn conversations_of(&self, user_id: &str) -> impl DoubleEndedIterator<Item = &str> {
        self.conversations.of(user_id).iter().map(String::as_str)
    }

    pub(crate) fn add(&mut self, conversation_id: &str, participant: Participant) {
        let conversations = self.conversations.of_mut(&participant.user_id);
        if conversations.find(conversation_id).is_none() {
            conversations.add(conversation_id.to_owned());
        }
        // Not always the last: a merged user's participant may be older than others.
        self.by_conversation.of_mut(conversation_id).add(participant);
    }

    pub(crate) fn remove(&mut self, conversation_id: &str, id: &str) -> Option<Participant> {
        let participant = self.by_conversation.get_mut(conversation_id)?.take(id)?;
        self.unlink(&participant.user_id, conversation_id);
        Some(participant)
    }

    pub(crate) fn remove_user(&mut self, conversation_id: &str, user_id: &str) -> Option<Participant> {
        let id = self.find(conversation_id, user_id)?.id.clone();
        self.remove(conversation_id, &id)
    }

    pub(crate) fn remove_conversation(&mut self, conversation_id: &str) {
        for participant in self.by_conversation.remove(conversation_id).unwrap_or_default() {
            self.unlink(&participant.user_id, conversation_id);
        }
    }

    fn unlink(&mut self, user_id: &str, conversation_id: &str) {
        if let Some(conversations) = self.conversations.get_mut(user_id) {
            conversations.take(conversation_id);
            if conversations.is_empty() {
                self.conversations.remove(user_id);
            }
        }
    }
}

impl From<Owned<Participant>> for Participants {
    fn from(by_conversation: Owned<Participant>) -> Self {
        let mut conversations = Owned::<String>::default();
        // In the order of conversations, so that those of a user ascend.
        for (conversation, participants) in by_conversation.iter() {
            for participant in participants {
                conversations.of_mut(&participant.user_id).add(conversation.to_owned());
            }
        }
        Self { by_conversation, conversations }
    }
}

impl Serialize for Participants {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.by_conversation.serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::samples::{participant, user};

    #[test]
    fn external_ids_follow_their_users() {
        let mut users = Users::default();
        users.push(user("1", "steve", None));
        users.push(user("2", "steve", Some("b")));
        let found = |users: &Users, external_id: &str, brand_id: Option<&str>| {
            users.by_external_id(external_id, brand_id).map(|user| user.id.clone())
        };
        assert_eq!(found(&users, "steve", None).as_deref(), Some("1"));
        assert_eq!(found(&users, "steve", Some("b")).as_deref(), Some("2"));
        users.set_external_id("1", Some("sue".to_owned()));
        assert_eq!((found(&users, "steve", None), found(&users, "sue", None).as_deref()), (None, Some("1")));
        users.set_external_id("1", None);
        assert_eq!(found(&users, "sue", None), None);
        assert!(users.remove("2").is_some());
        assert_eq!(found(&users, "steve", Some("b")), None);
    }

    #[test]
    fn participants_are_sorted_by_id_and_found_by_user() {
        let mut participants = Participants::default();
        participants.add("c1", participant("3", "u"));
        participants.add("c1", participant("2", "v"));
        participants.add("c0", participant("4", "u"));
        let of = |participants: &Participants, user: &str| {
            participants.conversations_of(user).map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(participants.of("c1").iter().map(|p| p.id.as_str()).collect::<Vec<_>>(), ["2", "3"]);
        assert_eq!(
            (of(&participants, "u"), of(&participants, "v")),
            (vec!["c0".into(), "c1".into()], vec!["c1".into()])
        );
        participants.remove_conversation("c1");
        assert_eq!((of(&participants, "u"), of(&participants, "v")), (vec!["c0".into()], vec![]));
        assert!(participants.remove_user("c0", "u").is_some());
        assert!(of(&participants, "u").is_empty());
    }
}
