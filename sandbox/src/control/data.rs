//! Records in pages, for the page at `/`. Only the records of a page are serialized.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::domain::integrations::shown as shown_integration;
use crate::http::server::Server;
use crate::model::conversation::Conversation;
use crate::model::message::Message;
use crate::model::record::Record;
use crate::model::state::{App, Key, State, no_app};
use crate::model::table::{Owned, Table};
use crate::model::user::User;
use crate::util::clock::written;
use crate::util::error::ApiError;
use crate::util::packed::Object;
use crate::util::values::view;

/// The default and the largest number of records in a page.
const PAGE: (usize, usize) = (50, 200);

/// The number of messages that are shown of a conversation.
const MESSAGES: usize = 200;

/// The number of records, by app.
pub(crate) fn summary(server: &Server) -> Value {
    let apps: Vec<Value> = server.state().apps.iter().map(short).collect();
    json!({
        "baseUrl": server.context.base_url,
        "now": written(server.context.clock.now()),
        "requests": server.journal.count(),
        "deliveries": server.courier.last(),
        "simulated": server.feed.last_simulated(),
        "faults": server.faults.all().len(),
        "apps": apps,
    })
}

fn short(app: &App) -> Value {
    fn owned<R>(records: &Owned<R>) -> usize {
        records.values().map(Table::len).sum()
    }
    json!({
        "id": app.id,
        "displayName": app.display_name,
        "counts": {
            "attachments": app.attachments.len(),
            "clients": owned(&app.clients),
            "conversations": app.conversations.len(),
            "devices": owned(&app.devices),
            "integrationKeys": owned(&app.integration_keys),
            "integrations": app.integrations.len(),
            "keys": app.keys.len(),
            "messages": owned(&app.messages),
            "switchboardIntegrations": owned(&app.switchboard_integrations),
            "switchboards": app.switchboards.len(),
            "users": app.users.len(),
            "webhooks": owned(&app.webhooks),
        },
    })
}

/// The credentials only open this sandbox.
pub(crate) fn credentials(state: &State) -> Value {
    fn keys<'k>(keys: impl IntoIterator<Item = &'k Key>) -> Vec<Value> {
        keys.into_iter().map(|key| json!({"id": key.id, "secret": key.secret})).collect()
    }
    let apps = state.apps.iter().map(|app| {
        json!({
            "id": app.id,
            "displayName": app.display_name,
            "keys": keys(&app.keys),
            "integrationKeys": keys(app.integration_keys.values().flatten()),
        })
    });
    let clients = state.oauth_clients.iter().map(|client| json!({"id": client.id, "secret": client.secret}));
    json!({
        "accountKeys": keys(&state.account_keys),
        "serviceAccountKeys": state.service_accounts.iter().flat_map(|one| keys(&one.keys)).collect::<Vec<_>>(),
        "apps": apps.collect::<Vec<_>>(),
        "oauthClients": clients.collect::<Vec<_>>(),
    })
}

/// A request for a page of records, newest first.
pub(crate) struct List<'q> {
    /// The ID of the last record of the previous page.
    after: Option<&'q str>,
    limit: usize,
    /// In lower case.
    search: String,
    user: Option<&'q str>,
}

impl<'q> List<'q> {
    pub(crate) fn new(query: &'q BTreeMap<String, String>) -> Result<Self, ApiError> {
        let limit = query.get("limit").map_or(Ok(PAGE.0), |limit| limit.parse());
        let limit = limit.ok().filter(|limit| (1..=PAGE.1).contains(limit));
        let limit = limit.ok_or_else(|| ApiError::bad_request(format!("limit: must be from 1 to {}", PAGE.1)))?;
        let text = |name: &str| query.get(name).map(String::as_str).filter(|text| !text.is_empty());
        let search = text("search").unwrap_or_default().to_lowercase();
        Ok(Self { after: text("after"), limit, search, user: text("user") })
    }

    pub(crate) fn of(&self, state: &State, app: &str, kind: &str) -> Result<Value, ApiError> {
        let app = state.app(app).ok_or_else(no_app)?;
        if self.user.is_some() && kind != "conversations" {
            return Err(ApiError::bad_request("user: only for conversations"));
        }
        match kind {
            "users" => {
                self.page(app.users.iter(), |user| matches_user(user, &self.search), |user| shown_user(app, user))
            }
            "conversations" => match self.user {
                Some(user) => {
                    let user = &app.user(user, None)?.id;
                    self.page(app.conversations_of(user), |one| self.has(one), |one| shown_conversation(app, one))
                }
                None => self.page(app.conversations.iter(), |one| self.has(one), |one| shown_conversation(app, one)),
            },
            "integrations" => {
                self.page(app.integrations.iter(), |one| self.has(one), |one| shown_integration(one, app))
            }
            "switchboards" => self.page(app.switchboards.iter(), |one| self.has(one), view),
            "webhooks" => self.all(app.webhooks.values().flatten()),
            "switchboardIntegrations" => self.all(app.switchboard_integrations.values().flatten()),
            _ => Err(ApiError::not_found(
                "unknown kind; use users, conversations, integrations, webhooks, switchboards or \
                 switchboardIntegrations",
            )),
        }
    }

    /// Whether the ID or another text of a record contains the search text.
    fn has(&self, record: &impl Serialize) -> bool {
        self.search.is_empty()
            || view(record).is_ok_and(|record| record.to_string().to_lowercase().contains(&self.search))
    }

    /// Records that aren't in the order of their IDs, of which there are few.
    fn all<'a, R: Record + Serialize + 'a>(&self, records: impl Iterator<Item = &'a R>) -> Result<Value, ApiError> {
        let mut records: Vec<&R> = records.collect();
        records.sort_by(|a, b| a.id().cmp(b.id()));
        self.page(records.into_iter(), |one| self.has(one), view)
    }

    fn page<'a, R: Record + 'a>(
        &self,
        records: impl DoubleEndedIterator<Item = &'a R>,
        is_wanted: impl Fn(&R) -> bool,
        show: impl Fn(&R) -> Result<Value, ApiError>,
    ) -> Result<Value, ApiError> {
        let older = records.rev().filter(|record| self.after.is_none_or(|after| record.id() < after));
        let mut wanted = older.filter(|record| is_wanted(record));
        let page: Vec<Value> = wanted.by_ref().take(self.limit).map(&show).collect::<Result<_, _>>()?;
        Ok(json!({"records": page, "hasMore": wanted.next().is_some()}))
    }
}

fn matches_user(user: &User, search: &str) -> bool {
    let has = |text: &str| text.to_lowercase().contains(search);
    search.is_empty()
        || has(&user.id)
        || user.external_id.as_deref().is_some_and(has)
        || user.profile.values().filter_map(Value::as_str).any(has)
        || user.identities.iter().any(|identity| has(&identity.value))
}

fn shown_user(app: &App, user: &User) -> Result<Value, ApiError> {
    let mut shown = view(user)?;
    shown["clients"] = view(&app.clients(&user.id))?;
    Ok(shown)
}

fn shown_conversation(app: &App, conversation: &Conversation) -> Result<Value, ApiError> {
    let mut shown = view(conversation)?;
    shown["participants"] = view(&app.participants(&conversation.id))?;
    shown["lastMessage"] = view(&app.messages(&conversation.id).last())?;
    Ok(shown)
}

/// A conversation with its latest messages.
pub(crate) fn conversation(state: &State, app: &str, id: &str) -> Result<Value, ApiError> {
    let app = state.app(app).ok_or_else(no_app)?;
    let conversation = app.conversation(id)?;
    let messages = app.messages(id);
    let latest: Vec<&Message> = messages.range(messages.len().saturating_sub(MESSAGES)..messages.len()).collect();
    Ok(json!({
        "conversation": view(conversation)?,
        "participants": view(&app.participants(id))?,
        "messages": view(&latest)?,
        "hasMore": latest.len() < messages.len(),
    }))
}

/// A conversation, its users and their app as a seed. Clients and integrations aren't included.
pub(crate) fn seed(state: &State, app: &str, id: &str) -> Result<Value, ApiError> {
    let app = state.app(app).ok_or_else(no_app)?;
    let conversation = app.conversation(id)?;
    let messages = app.messages(id);
    let participants = app.participants(id).iter().map(|participant| participant.user_id.as_str());
    let authors: Vec<String> = messages.iter().filter_map(|message| message.author.text("userId")).collect();
    let users: BTreeSet<&str> = participants.clone().chain(authors.iter().map(String::as_str)).collect();
    let users = users.into_iter().filter_map(|id| app.users.find(id));
    // A user who has left the conversation can't be an author in it.
    let members: BTreeSet<&str> = participants.collect();
    let mut seed = Object::new();
    let mut insert = |key: &str, value: Value| {
        if !value.is_null() && value != json!({}) && value != json!([]) {
            seed.insert(key.to_owned(), value);
        }
    };
    insert("type", view(&conversation.r#type)?);
    insert("displayName", view(&conversation.display_name)?);
    insert("description", view(&conversation.description)?);
    insert("iconUrl", view(&conversation.icon_url)?);
    insert("metadata", view(&conversation.metadata)?);
    insert("participants", members.iter().map(|user| json!({"userId": reference(user)})).collect());
    insert("messages", messages.iter().filter_map(|message| seed_message(message, &members)).collect());
    Ok(json!({"apps": [{
        "displayName": app.display_name,
        "keys": app.keys.iter().map(|key| json!({"id": key.id, "secret": key.secret})).collect::<Vec<_>>(),
        "users": users.map(seed_user).collect::<Vec<_>>(),
        "conversations": [seed],
    }]}))
}

fn reference(id: &str) -> String {
    format!("${{{id}}}")
}

fn seed_user(user: &User) -> Value {
    let mut seed = Map::new();
    seed.insert("$id".to_owned(), user.id.as_str().into());
    for (key, value) in [("externalId", &user.external_id), ("brandId", &user.brand_id)] {
        if let Some(value) = value {
            seed.insert(key.to_owned(), value.as_str().into());
        }
    }
    for (key, value) in [("profile", &user.profile), ("metadata", &user.metadata)] {
        let given = value.iter().filter(|(_, value)| !value.is_null());
        let given: Object = given.map(|(key, value)| (key.clone(), value.clone())).collect();
        if !given.is_empty() {
            seed.insert(key.to_owned(), given.into());
        }
    }
    seed.into()
}

/// The request body that posts a message. Deleted messages, form responses and those of users who left are omitted.
fn seed_message(message: &Message, members: &BTreeSet<&str>) -> Option<Value> {
    let content = message.content.object();
    let kind = content.get("type").and_then(Value::as_str)?.to_owned();
    if message.deleted == Some(true) || kind == "formResponse" {
        return None;
    }
    let mut author = Object::new();
    match message.author.text("userId") {
        Some(user) => {
            members.get(user.as_str())?;
            author.insert("type".to_owned(), "user".into());
            author.insert("userId".to_owned(), reference(&user).into());
        }
        None => {
            author.insert("type".to_owned(), "business".into());
            let name = message.author.text("displayName");
            name.into_iter().for_each(|name| drop(author.insert("displayName".to_owned(), name.into())));
        }
    }
    let mut content = Value::from(content);
    crate::domain::content::writable(&mut content);
    let mut body = json!({"author": author, "content": content});
    if let Some(metadata) = &message.metadata {
        body["metadata"] = metadata.object().into();
    }
    if kind == "template" {
        body["schema"] = "whatsapp".into();
    }
    Some(body)
}
