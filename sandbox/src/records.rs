//! Records with indexes for fast lookups.
//!
//! The indexes are derived: they aren't serialized, but rebuilt when the state is read.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

use serde::{Deserialize, Serialize, Serializer};

use crate::state::{Owned, Participant, User, owned, position, remove};

/// An external ID is unique within a brand, or among users without a brand.
type ExternalId = (Option<String>, String);

/// Users in the order of their IDs, with an index of external IDs.
#[derive(Clone, Default, Deserialize)]
#[serde(from = "Vec<User>")]
pub(crate) struct Users {
    records: Vec<User>,
    by_external_id: BTreeMap<ExternalId, String>,
}

impl Users {
    pub(crate) fn push(&mut self, user: User) {
        if let Some(external_id) = external_id(&user) {
            self.by_external_id.insert(external_id, user.id.clone());
        }
        self.records.push(user);
    }

    /// Must not change the external ID; use [`Users::set_external_id`].
    pub(crate) fn get_mut(&mut self, id: &str) -> Option<&mut User> {
        position(&self.records, id).map(|position| &mut self.records[position])
    }

    pub(crate) fn by_external_id(&self, external_id: &str, brand_id: Option<&str>) -> Option<usize> {
        let id = self.by_external_id.get(&(brand_id.map(str::to_owned), external_id.to_owned()))?;
        position(&self.records, id)
    }

    pub(crate) fn set_external_id(&mut self, id: &str, new: Option<String>) {
        let Some(position) = position(&self.records, id) else { return };
        if let Some(old) = external_id(&self.records[position]) {
            self.by_external_id.remove(&old);
        }
        self.records[position].external_id = new;
        if let Some(new) = external_id(&self.records[position]) {
            self.by_external_id.insert(new, id.to_owned());
        }
    }

    pub(crate) fn remove(&mut self, id: &str) -> Option<User> {
        let user = remove(&mut self.records, id)?;
        if let Some(external_id) = external_id(&user) {
            self.by_external_id.remove(&external_id);
        }
        Some(user)
    }
}

fn external_id(user: &User) -> Option<ExternalId> {
    Some((user.brand_id.clone(), user.external_id.clone()?))
}

impl Deref for Users {
    type Target = [User];

    fn deref(&self) -> &[User] {
        &self.records
    }
}

impl From<Vec<User>> for Users {
    fn from(records: Vec<User>) -> Self {
        let by_external_id = records.iter().filter_map(|user| Some((external_id(user)?, user.id.clone()))).collect();
        Self { records, by_external_id }
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
    conversations: BTreeMap<String, BTreeSet<String>>,
}

impl Participants {
    pub(crate) fn of(&self, conversation_id: &str) -> &[Participant] {
        owned(&self.by_conversation, conversation_id)
    }

    pub(crate) fn find(&self, conversation_id: &str, user_id: &str) -> Option<&Participant> {
        self.of(conversation_id).iter().find(|participant| participant.user_id == user_id)
    }

    /// Must not change the user.
    pub(crate) fn of_mut(&mut self, conversation_id: &str) -> impl Iterator<Item = &mut Participant> {
        self.by_conversation.get_mut(conversation_id).into_iter().flatten()
    }

    pub(crate) fn find_mut(&mut self, conversation_id: &str, user_id: &str) -> Option<&mut Participant> {
        self.of_mut(conversation_id).find(|participant| participant.user_id == user_id)
    }

    /// The IDs of a user's conversations, ascending.
    pub(crate) fn conversations_of(&self, user_id: &str) -> impl DoubleEndedIterator<Item = &str> {
        self.conversations.get(user_id).into_iter().flatten().map(String::as_str)
    }

    pub(crate) fn add(&mut self, conversation_id: &str, participant: Participant) {
        let conversations = self.conversations.entry(participant.user_id.clone()).or_default();
        conversations.insert(conversation_id.to_owned());
        let participants = self.by_conversation.entry(conversation_id.to_owned()).or_default();
        // Not always the last: a merged user's participant may be older than others.
        let place = participants.partition_point(|other| other.id < participant.id);
        participants.insert(place, participant);
    }

    pub(crate) fn remove(&mut self, conversation_id: &str, id: &str) -> Option<Participant> {
        let participant = remove(self.by_conversation.get_mut(conversation_id)?, id)?;
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
            conversations.remove(conversation_id);
            if conversations.is_empty() {
                self.conversations.remove(user_id);
            }
        }
    }
}

impl From<Owned<Participant>> for Participants {
    fn from(by_conversation: Owned<Participant>) -> Self {
        let mut conversations = BTreeMap::<String, BTreeSet<String>>::new();
        for (conversation, participants) in &by_conversation {
            for participant in participants {
                conversations.entry(participant.user_id.clone()).or_default().insert(conversation.clone());
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
    use serde_json::json;

    use super::*;
    use crate::state::App;

    fn user(id: &str, external_id: &str, brand_id: Option<&str>) -> User {
        let user = json!({"id": id, "authenticated": false, "externalId": external_id, "brandId": brand_id,
            "signedUpAt": "", "profile": {}, "metadata": {}, "identities": []});
        serde_json::from_value(user).expect("a user")
    }

    fn participant(id: &str, user_id: &str) -> Participant {
        let participant = json!({"id": id, "userId": user_id, "unreadCount": 0, "clientAssociations": []});
        serde_json::from_value(participant).expect("a participant")
    }

    #[test]
    fn external_ids_follow_their_users() {
        let mut users = Users::default();
        users.push(user("1", "steve", None));
        users.push(user("2", "steve", Some("b")));
        let found = |users: &Users, external_id: &str, brand_id: Option<&str>| {
            users.by_external_id(external_id, brand_id).map(|position| users[position].id.clone())
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

    #[test]
    fn indexes_are_made_anew_when_a_state_is_read() {
        let mut app = App::default();
        app.users.push(user("1", "steve", Some("b")));
        app.participants.add("c", participant("2", "1"));
        let read: App = serde_json::from_str(&serde_json::to_string(&app).expect("JSON")).expect("an app");
        assert_eq!(read.users.by_external_id("steve", Some("b")), Some(0));
        assert_eq!(read.participants.conversations_of("1").collect::<Vec<_>>(), ["c"]);
    }

    /// Takes seconds even without optimization; a linear search would take minutes.
    #[test]
    fn many_are_found_without_a_search() {
        let (mut app, start) = (App::default(), std::time::Instant::now());
        let count = 60_000;
        let (one_user, one_participant) = (user("", "", None), participant("", ""));
        for number in 0..count {
            let id = format!("{number:08}");
            app.users.push(User { id: id.clone(), external_id: Some(format!("x{number}")), ..one_user.clone() });
            app.participants.add(&id, Participant { user_id: id.clone(), id: id.clone(), ..one_participant.clone() });
        }
        for number in 0..count {
            let position = app.user_by_external_id(&format!("x{number}"), None).expect("a user");
            assert_eq!(app.participants.conversations_of(&app.users[position].id).count(), 1);
        }
        assert!(start.elapsed() < std::time::Duration::from_secs(40), "{:?}", start.elapsed());
    }
}
