//! The state: records as the API shows them, and lookups.
//!
//! Records are in the order of their creation and IDs, which paging relies on. Records that belong to another record
//! are stored by its ID ([`Owned`]), because a record serializes to the API's form.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::model::attachment::Attachment;
use crate::model::client::{Client, ClientStatus, Link};
use crate::model::context::Context;
use crate::model::conversation::{ClientAssociation, Conversation, Kind, Participant};
use crate::model::device::Device;
use crate::model::event::Event;
use crate::model::integration::{Integration, Webhook};
use crate::model::message::{Destination, Message};
use crate::model::oauth::{AccessToken, AuthorizationCode, OAuthClient};
use crate::model::record::Record;
use crate::model::recorded::{MAX_ACTIONS, Recorded, UserAction};
use crate::model::records::{Participants, Users};
use crate::model::switchboard::{Switchboard, SwitchboardIntegration};
use crate::model::table::{Owned, Table};
use crate::model::user::{Identity, User};
use crate::model::zendesk_user::ZendeskUser;
use crate::util::error::ApiError;
use crate::util::packed::Object;

/// The state of a sandbox.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct State {
    pub(crate) apps: Table<App>,
    /// Keys of the account (`act_…`).
    pub(crate) account_keys: Vec<Key>,
    pub(crate) service_accounts: Vec<ServiceAccount>,
    pub(crate) oauth_clients: Vec<OAuthClient>,
    pub(crate) oauth_codes: Vec<AuthorizationCode>,
    /// How many of the next authorizations are denied.
    pub(crate) oauth_denials: u32,
}

/// An account with access to some apps only.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct ServiceAccount {
    pub(crate) id: String,
    /// With IDs that start with `svc_`.
    pub(crate) keys: Vec<Key>,
    /// The IDs of its apps.
    pub(crate) apps: Vec<String>,
}

/// An app, and its records.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct App {
    pub(crate) id: String,
    pub(crate) display_name: Option<String>,
    pub(crate) subdomain: Option<String>,
    pub(crate) settings: Object,
    pub(crate) metadata: Object,
    pub(crate) keys: Vec<Key>,
    pub(crate) access_tokens: Vec<AccessToken>,
    pub(crate) attachments: Table<Attachment>,
    pub(crate) users: Users,
    /// By user.
    pub(crate) clients: Owned<Client>,
    /// The links of pending clients, by client.
    pub(crate) links: Arc<BTreeMap<String, Link>>,
    /// By user.
    pub(crate) devices: Owned<Device>,
    pub(crate) conversations: Table<Conversation>,
    /// By conversation.
    pub(crate) participants: Participants,
    /// By conversation.
    pub(crate) messages: Owned<Message>,
    /// By conversation. Messages without a record were sent to the first client.
    pub(crate) destinations: Owned<Destination>,
    pub(crate) integrations: Table<Integration>,
    /// By integration.
    pub(crate) integration_keys: Owned<Key>,
    /// By integration.
    pub(crate) webhooks: Owned<Webhook>,
    pub(crate) switchboards: Table<Switchboard>,
    /// By switchboard.
    pub(crate) switchboard_integrations: Owned<SwitchboardIntegration>,
    /// The data of Apple's message references, by URL.
    pub(crate) message_refs: Arc<BTreeMap<String, Value>>,
    /// Actions of end users that aren't messages, by conversation.
    pub(crate) user_actions: Owned<Recorded>,
    /// Message templates for the shorthand, by name.
    pub(crate) templates: Arc<Templates>,
    /// The users of Zendesk Support, by their IDs there.
    pub(crate) zendesk_users: Arc<BTreeMap<String, ZendeskUser>>,
    /// The events since webhooks were last notified.
    #[serde(skip)]
    pub(crate) events: Vec<Event>,
}

/// An API key, for Basic authentication and JWT signatures.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Key {
    /// With its prefix: `act_`, `svc_`, `app_` or `int_`.
    pub(crate) id: String,
    pub(crate) display_name: Option<String>,
    pub(crate) secret: String,
}

impl Record for App {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Record for Key {
    fn id(&self) -> &str {
        &self.id
    }
}

impl State {
    pub(crate) fn app(&self, id: &str) -> Option<&App> {
        self.apps.find(id)
    }

    pub(crate) fn app_mut(&mut self, id: &str) -> Option<&mut App> {
        self.apps.find_mut(id)
    }

    /// Whether a service account has access to an app.
    pub(crate) fn may_use(&self, service_account: &str, app: &str) -> bool {
        let account = self.service_accounts.iter().find(|account| account.id == service_account);
        account.is_some_and(|account| account.apps.iter().any(|own| own == app))
    }

    pub(crate) fn service_account_mut(&mut self, id: &str) -> Option<&mut ServiceAccount> {
        self.service_accounts.iter_mut().find(|account| account.id == id)
    }
}

impl App {
    /// Finds a user by ID, or by external ID within a brand (or without a brand).
    pub(crate) fn user(&self, key: &str, brand_id: Option<&str>) -> Result<&User, ApiError> {
        self.users.find(key).or_else(|| self.user_by_external_id(key, brand_id)).ok_or_else(no_user)
    }

    pub(crate) fn user_mut(&mut self, key: &str, brand_id: Option<&str>) -> Result<&mut User, ApiError> {
        let id = self.user(key, brand_id)?.id.clone();
        self.users.get_mut(&id).ok_or_else(no_user)
    }

    /// Finds a user given as `userId` or `userExternalId`; an external ID isn't accepted as `userId`, or the reverse.
    pub(crate) fn user_given_as(&self, name: &str, key: &str, brand_id: Option<&str>) -> Result<&User, ApiError> {
        let user = if name == "userId" { self.users.find(key) } else { self.user_by_external_id(key, brand_id) };
        user.ok_or_else(no_user)
    }

    pub(crate) fn user_by_external_id(&self, external_id: &str, brand_id: Option<&str>) -> Option<&User> {
        self.users.by_external_id(external_id, brand_id)
    }

    pub(crate) fn add_email_identity(&mut self, user: &str, email: &str) -> Result<(), ApiError> {
        let user = self.user_mut(user, None)?;
        user.identities.push(Identity { r#type: "email".to_owned(), value: email.to_owned() });
        Ok(())
    }

    pub(crate) fn conversation(&self, id: &str) -> Result<&Conversation, ApiError> {
        self.conversations.find(id).ok_or_else(no_conversation)
    }

    pub(crate) fn conversation_mut(&mut self, id: &str) -> Result<&mut Conversation, ApiError> {
        self.conversations.find_mut(id).ok_or_else(no_conversation)
    }

    /// In the order of IDs.
    pub(crate) fn conversations_of<'a>(
        &'a self,
        user_id: &'a str,
    ) -> impl DoubleEndedIterator<Item = &'a Conversation> {
        self.participants.conversations_of(user_id).filter_map(|id| self.conversation(id).ok())
    }

    pub(crate) fn participant(&self, conversation_id: &str, user_id: &str) -> Option<&Participant> {
        self.participants.find(conversation_id, user_id)
    }

    pub(crate) fn participants(&self, conversation_id: &str) -> &Table<Participant> {
        self.participants.of(conversation_id)
    }

    pub(crate) fn messages(&self, conversation_id: &str) -> &Table<Message> {
        self.messages.of(conversation_id)
    }

    pub(crate) fn clients(&self, user_id: &str) -> &Table<Client> {
        self.clients.of(user_id)
    }

    /// Returns the client of the user's device, which is created if necessary.
    pub(crate) fn sdk_client(&mut self, user_id: &str, context: &Context) -> ClientAssociation {
        let clients = self.clients.of_mut(user_id);
        let known = clients.iter().find(|client| client.r#type == "sdk").map(|client| client.id.clone());
        let client_id = known.unwrap_or_else(|| {
            let client = Client {
                linked_at: Some(context.now()),
                ..Client::new(context.new_id(), "sdk".to_owned(), ClientStatus::Active)
            };
            let id = client.id.clone();
            clients.push(client);
            id
        });
        ClientAssociation { r#type: "sdk".to_owned(), client_id }
    }

    /// Removes a client from its user and from the conversations in which it was active.
    pub(crate) fn remove_client(&mut self, user_id: &str, client_id: &str) -> Option<Client> {
        let client = self.clients.get_mut(user_id)?.take(client_id)?;
        Arc::make_mut(&mut self.links).remove(client_id);
        if let Some(devices) = self.devices.get_mut(user_id) {
            devices.retain(|device| device.client_id != client_id);
        }
        let conversations: Vec<String> = self.participants.conversations_of(user_id).map(str::to_owned).collect();
        for conversation in conversations {
            if let Some(participant) = self.participants.find_mut(&conversation, user_id) {
                participant.client_associations.retain(|association| association.client_id != client_id);
            }
        }
        Some(client)
    }

    /// Removes a user with clients, devices and personal conversations; group conversations continue without the user.
    pub(crate) fn remove_user(&mut self, id: &str) -> Option<User> {
        let conversations: Vec<(String, Kind)> =
            self.conversations_of(id).map(|conversation| (conversation.id.clone(), conversation.r#type)).collect();
        for (conversation, kind) in conversations {
            match kind {
                Kind::Personal => drop(self.remove_conversation(&conversation)),
                Kind::SdkGroup => {
                    self.participants.remove_user(&conversation, id);
                    self.remove_messages_of(&conversation, id);
                }
            }
        }
        for client in self.clients.remove(id).unwrap_or_default() {
            Arc::make_mut(&mut self.links).remove(&client.id);
        }
        self.devices.remove(id);
        self.users.remove(id)
    }

    /// Removes all messages of a conversation. Returns whether there were any.
    pub(crate) fn remove_messages(&mut self, conversation_id: &str) -> bool {
        let Some(gone) = self.messages.remove(conversation_id) else { return false };
        self.destinations.remove(conversation_id);
        self.participants.change(conversation_id, |participant| participant.unread_count = 0);
        self.remove_attachments(&gone);
        true
    }

    /// Removes the messages that a user has sent in a conversation.
    fn remove_messages_of(&mut self, conversation_id: &str, user_id: &str) {
        let Some(messages) = self.messages.get_mut(conversation_id) else { return };
        let is_own = |message: &Message| message.author.is("userId", user_id);
        let gone: Table<Message> = messages.iter().filter(|message| is_own(message)).cloned().collect();
        messages.retain(|message| !is_own(message));
        gone.iter().for_each(|message| self.reduce_unread(message, conversation_id));
        self.remove_attachments(&gone);
    }

    /// A deleted message no longer counts as unread.
    pub(crate) fn reduce_unread(&mut self, gone: &Message, conversation_id: &str) {
        let author = gone.author.text("userId");
        self.participants.change(conversation_id, |participant| {
            let is_unread = participant.last_read.as_ref().is_none_or(|read| *read < gone.received);
            if is_unread && author.as_deref() != Some(participant.user_id.as_str()) {
                participant.unread_count = participant.unread_count.saturating_sub(1);
            }
        });
    }

    /// Deletes the messages of conversations without activity, if the app's settings limit the time.
    /// Returns whether there were any.
    pub(crate) fn delete_expired(&mut self, now: Timestamp) -> bool {
        let seconds = self.settings.get("conversationRetentionSeconds").and_then(Value::as_i64).unwrap_or(0);
        if seconds <= 0 {
            return false;
        }
        let is_expired = |conversation: &&Conversation| {
            let updated = conversation.last_updated_at.parse::<Timestamp>();
            updated.is_ok_and(|updated| now.as_second().saturating_sub(updated.as_second()) >= seconds)
        };
        let expired: Vec<String> =
            self.conversations.iter().filter(is_expired).map(|conversation| conversation.id.clone()).collect();
        let mut deleted = false;
        for conversation in expired {
            deleted |= self.remove_messages(&conversation);
        }
        deleted
    }

    pub(crate) fn attachment(&self, id: &str) -> Option<&Attachment> {
        self.attachments.position(id).map(|position| &self.attachments[position])
    }

    /// Removes the files that were uploaded for deleted messages, unless another message shows them.
    pub(crate) fn remove_attachments(&mut self, gone: &Table<Message>) {
        let Self { attachments, messages, .. } = self;
        attachments.retain(|attachment| {
            let is_shown = |message: &Message| attachment.is_in(message);
            !attachment.for_message || !gone.iter().any(is_shown) || messages.values().flatten().any(is_shown)
        });
    }

    /// Like [`remove_attachments`](Self::remove_attachments), for a deleted conversation, which may have files that no
    /// message shows.
    pub(crate) fn remove_attachments_of(&mut self, conversation_id: &str, gone: &Table<Message>) {
        self.attachments.retain(|attachment| {
            !attachment.for_message || attachment.conversation_id.as_deref() != Some(conversation_id)
        });
        self.remove_attachments(gone);
    }

    pub(crate) fn record(&mut self, conversation: &str, action: UserAction) {
        let after = self.messages(conversation).last().map(|message| message.id.clone());
        let actions = self.user_actions.of_mut(conversation);
        if actions.len() < MAX_ACTIONS {
            actions.push(Recorded { after, action });
        }
    }

    /// Removes a conversation and its records.
    pub(crate) fn remove_conversation(&mut self, id: &str) -> Option<Conversation> {
        self.participants.remove_conversation(id);
        self.user_actions.remove(id);
        self.destinations.remove(id);
        for link in Arc::make_mut(&mut self.links).values_mut() {
            link.conversation_id.take_if(|conversation| conversation == id);
        }
        let messages = self.messages.remove(id).unwrap_or_default();
        self.remove_attachments_of(id, &messages);
        self.conversations.take(id)
    }
}

/// Applies a partial update: null removes a key, any other value replaces it.
pub(crate) fn merge(target: &mut Object, patch: Object) {
    for (key, value) in patch {
        match value {
            Value::Null => drop(target.remove(&key)),
            value => drop(target.insert(key, value)),
        }
    }
}

/// Returns the metadata after an update; null removes it. The limit applies to the result.
pub(crate) fn updated_metadata(current: &Object, update: Option<Option<Object>>) -> Result<Object, ApiError> {
    let mut metadata = current.clone();
    match update {
        None => {}
        Some(None) => metadata.clear(),
        Some(Some(update)) => merge(&mut metadata, update),
    }
    if Value::from(metadata.clone()).to_string().len() > MAX_METADATA {
        return Err(ApiError::bad_request("/metadata: larger than 4 kB together with the existing metadata"));
    }
    Ok(metadata)
}

fn no_user() -> ApiError {
    ApiError::not_found("user not found")
}

fn no_conversation() -> ApiError {
    ApiError::not_found("conversation not found")
}

/// The message templates of an app, by name.
pub(crate) type Templates = BTreeMap<String, Object>;

pub(crate) const MAX_METADATA: usize = 4096;

pub(crate) fn no_app() -> ApiError {
    ApiError::not_found("app not found")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::samples::{participant, user};

    #[test]
    fn indexes_are_made_anew_when_a_state_is_read() {
        let mut app = App::default();
        app.users.push(user("1", "steve", Some("b")));
        app.participants.add("c", participant("2", "1"));
        let read: App = serde_json::from_str(&serde_json::to_string(&app).expect("JSON")).expect("an app");
        assert_eq!(read.users.by_external_id("steve", Some("b")).map(|user| user.id.as_str()), Some("1"));
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
            let user = app.user_by_external_id(&format!("x{number}"), None).expect("a user");
            assert_eq!(app.participants.conversations_of(&user.id).count(), 1);
        }
        assert!(start.elapsed() < std::time::Duration::from_secs(40), "{:?}", start.elapsed());
    }
}
