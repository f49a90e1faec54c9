//! Merges two users: everything of the discarded user moves to the surviving one.

use std::cmp::Reverse;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::model::client::Client;
use crate::model::conversation::{ClientAssociation, Conversation, Kind, Participant};
use crate::model::state::{App, MAX_METADATA};
use crate::model::user::User;
use crate::util::packed::Object;

impl App {
    /// Merges by ID, for a reason of `user:merge`. Returns `false` and changes nothing unless both are different,
    /// existing users.
    pub(crate) fn merge_users(&mut self, surviving: &str, discarded: &str, reason: &str) -> bool {
        self.merge_users_and_clients(surviving, discarded, reason, None)
    }

    /// Also reports the clients that became one: the existing one, and the pending one that was discarded.
    pub(crate) fn merge_users_and_clients(
        &mut self,
        surviving: &str,
        discarded: &str,
        reason: &str,
        clients: Option<(Client, Client)>,
    ) -> bool {
        if surviving == discarded || self.users.get_mut(surviving).is_none() {
            return false;
        }
        let Some(user) = self.users.get_mut(discarded).cloned() else {
            return false;
        };
        let gone = json!(user);
        let conversations = self.move_conversations(surviving, discarded);
        let sdk_clients = self.move_clients(surviving, discarded);
        self.messages.change(
            |message| message.author.is("userId", discarded),
            |message| {
                let mut author = message.author.object();
                author.insert("userId".to_owned(), surviving.into());
                message.author = author.into();
            },
        );
        self.users.remove(discarded);
        let lost = self.take_over(surviving, user);
        let mut merge = json!({
            "mergedUsers": {"surviving": self.users.get_mut(surviving), "discarded": gone},
            "reason": reason,
        });
        if let Some(conversations) = conversations {
            merge["mergedConversations"] = conversations;
        }
        if let Some((existing, gone)) = clients.or(sdk_clients) {
            merge["mergedClients"] = json!({"surviving": existing, "discarded": gone});
        }
        if !lost.is_empty() {
            merge["discardedMetadata"] = lost.into();
        }
        self.emit_merge(merge);
        true
    }

    /// Returns the two conversations that became one, if any, in the form of `user:merge`.
    fn move_conversations(&mut self, surviving: &str, discarded: &str) -> Option<Value> {
        let mut merged = None;
        let (theirs, own) = (self.default_conversation(discarded), self.default_conversation(surviving));
        let ids: Vec<String> = self.participants.conversations_of(discarded).map(str::to_owned).collect();
        for id in ids {
            let Some(participant) = self.participants.remove_user(&id, discarded) else { continue };
            // A user has one default conversation, so the two become one.
            match &own {
                Some(own) if theirs.as_ref() == Some(&id) => {
                    self.join(own, surviving, participant, false);
                    let gone = self.short_conversation(&id);
                    self.merge_conversations(own, &id);
                    merged = Some(json!({"surviving": self.short_conversation(own), "discarded": gone}));
                }
                _ => self.join(&id, surviving, participant, true),
            }
        }
        merged
    }

    pub(crate) fn default_conversation(&self, user_id: &str) -> Option<String> {
        let is_default =
            |conversation: &&Conversation| conversation.is_default && conversation.r#type == Kind::Personal;
        self.conversations_of(user_id).find(is_default).map(|conversation| conversation.id.clone())
    }

    /// Replaces the discarded user's participant with the surviving user, who may already be one.
    /// A conversation is shared if the discarded user was a participant of the same one. Otherwise, its messages are added.
    fn join(&mut self, conversation_id: &str, surviving: &str, discarded: Participant, is_shared: bool) {
        let external_id = self.users.get_mut(surviving).and_then(|user| user.external_id.clone());
        let Self { participants, clients, .. } = self;
        let Some(participant) = participants.find_mut(conversation_id, surviving) else {
            let moved = Participant { user_id: surviving.to_owned(), user_external_id: external_id, ..discarded };
            return participants.add(conversation_id, moved);
        };
        let users = [surviving, &discarded.user_id];
        participant.last_read = participant.last_read.take().max(discarded.last_read);
        // Both read in order, and sending a message also reads, so the smaller number is of messages that neither has read.
        participant.unread_count = match is_shared {
            true => participant.unread_count.min(discarded.unread_count),
            false => participant.unread_count.saturating_add(discarded.unread_count),
        };
        let last_seen = |association: &ClientAssociation| {
            users.iter().find_map(|user| clients.of(user).find(&association.client_id)?.last_seen.clone())
        };
        participant.client_associations.extend(discarded.client_associations);
        participant.client_associations.sort_by_key(|association| Reverse(last_seen(association)));
    }

    fn merge_conversations(&mut self, surviving: &str, discarded: &str) {
        let links = Arc::make_mut(&mut self.links).values_mut();
        for link in links.filter(|link| link.conversation_id.as_deref() == Some(discarded)) {
            link.conversation_id = Some(surviving.to_owned());
        }
        self.attachments.change(
            |attachment| attachment.conversation_id.as_deref() == Some(discarded),
            |attachment| attachment.conversation_id = Some(surviving.to_owned()),
        );
        let actions = self.user_actions.remove(discarded).unwrap_or_default();
        let recorded = self.user_actions.of_mut(surviving);
        actions.into_iter().for_each(|action| recorded.add(action));
        let destinations = self.destinations.remove(discarded).unwrap_or_default();
        let sent = self.destinations.of_mut(surviving);
        destinations.into_iter().for_each(|destination| sent.add(destination));
        let messages = self.messages.remove(discarded).unwrap_or_default();
        let Some(gone) = self.remove_conversation(discarded) else { return };
        let history = self.messages.of_mut(surviving);
        messages.into_iter().for_each(|message| history.add(message));
        if let Ok(conversation) = self.conversation_mut(surviving) {
            conversation.business_last_read = conversation.business_last_read.take().max(gone.business_last_read);
            if gone.last_updated_at > conversation.last_updated_at {
                conversation.last_updated_at = gone.last_updated_at;
            }
        }
    }

    /// A user has one SDK client: returns the two that became one.
    fn move_clients(&mut self, surviving: &str, discarded: &str) -> Option<(Client, Client)> {
        let mut clients = self.clients.remove(discarded).unwrap_or_default();
        let own = self.clients.of_mut(surviving);
        let is_sdk = |client: &Client| client.r#type == "sdk";
        let kept = own.iter().find(|client| is_sdk(client)).map(|client| client.id.clone());
        let at = clients.iter().position(is_sdk).filter(|_| kept.is_some());
        let gone = at.map(|at| clients.remove(at));
        let kept = kept.and_then(|id| own.find_mut(&id)).map(|kept| {
            let last_seen = gone.as_ref().and_then(|gone| gone.last_seen.clone());
            kept.last_seen = kept.last_seen.take().max(last_seen);
            kept.clone()
        });
        clients.into_iter().for_each(|client| own.add(client));
        let merged = kept.zip(gone);
        let mut devices = self.devices.remove(discarded).unwrap_or_default();
        if let Some((kept, gone)) = &merged {
            devices.change(|device| device.client_id == gone.id, |device| device.client_id.clone_from(&kept.id));
            self.replace_association(surviving, gone, kept);
        }
        let own = self.devices.of_mut(surviving);
        devices.into_iter().for_each(|device| own.add(device));
        merged
    }

    /// Replaces a client in the user's conversations.
    fn replace_association(&mut self, user: &str, gone: &Client, kept: &Client) {
        let conversations: Vec<String> = self.participants.conversations_of(user).map(str::to_owned).collect();
        for conversation in conversations {
            let Some(participant) = self.participants.find_mut(&conversation, user) else { continue };
            let associations = &mut participant.client_associations;
            for association in associations.iter_mut().filter(|association| association.client_id == gone.id) {
                association.client_id.clone_from(&kept.id);
            }
            let mut seen = std::collections::BTreeSet::new();
            associations.retain(|association| seen.insert(association.client_id.clone()));
        }
    }

    /// The discarded user's data takes precedence, as in the real API. The surviving user's external ID and Zendesk ID
    /// stay. Returns the metadata that didn't fit.
    fn take_over(&mut self, surviving: &str, discarded: User) -> Object {
        let mut lost = Object::new();
        if let Some(user) = self.users.get_mut(surviving) {
            user.authenticated |= discarded.authenticated;
            user.to_be_retained = user.to_be_retained.max(discarded.to_be_retained);
            user.zendesk_id = user.zendesk_id.take().or(discarded.zendesk_id);
            user.profile.extend(discarded.profile);
            lost = add_metadata(&mut user.metadata, discarded.metadata);
            for identity in discarded.identities {
                if !user.identities.contains(&identity) {
                    user.identities.push(identity);
                }
            }
            if user.external_id.is_none() && user.brand_id == discarded.brand_id {
                self.set_external_id(surviving, discarded.external_id);
            }
        }
        lost
    }

    /// Changes a user's external ID, which participants also contain.
    pub(crate) fn set_external_id(&mut self, user_id: &str, external_id: Option<String>) {
        self.users.set_external_id(user_id, external_id.clone());
        let ids: Vec<String> = self.participants.conversations_of(user_id).map(str::to_owned).collect();
        for id in ids {
            if let Some(participant) = self.participants.find_mut(&id, user_id) {
                participant.user_external_id.clone_from(&external_id);
            }
        }
    }
}

/// Adds metadata up to the limit. Returns the rest.
fn add_metadata(metadata: &mut Object, more: Object) -> Object {
    let mut lost = Object::new();
    for (key, value) in more {
        let mut larger = metadata.clone();
        larger.insert(key.clone(), value.clone());
        if Value::from(larger.clone()).to_string().len() <= MAX_METADATA {
            *metadata = larger;
        } else {
            lost.insert(key, value);
        }
    }
    lost
}
