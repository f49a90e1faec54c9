//! Events: what happens in an app, as webhooks are told of it.

use serde_json::{Value, json};

use crate::routes::{Webhook, switchboard_of};
use crate::state::{App, Client, Message, Object, owned, position};

/// Where a user stands in a payload, and how much of it is shown without `includeFullUser`.
const USERS: [&str; 3] = ["/user", "/message/author/user", "/activity/author/user"];
const SHORT_USER: [&str; 5] = ["id", "authenticated", "externalId", "zendeskId", "brandId"];

/// Where a source stands, and what is shown with `includeFullSource` only.
const SOURCES: [&str; 3] = ["/source", "/message/source", "/activity/source"];
const FULL_SOURCE: [&str; 2] = ["client", "device"];

/// Something that happened: its name, which is that of the trigger, and all that any webhook may be told.
#[derive(Clone)]
pub(crate) struct Event {
    pub(crate) trigger: &'static str,
    payload: Value,
}

/// How something came to the API, in full.
#[derive(Clone)]
pub(crate) struct Source(Value);

impl Source {
    pub(crate) fn api() -> Self {
        Self(json!({"type": "api"}))
    }

    /// What an end user does on a client; `kind` is the channel or the SDK.
    pub(crate) fn client(kind: &str, client: &Client, device: Option<Value>) -> Self {
        let mut source = json!({"type": kind, "client": client, "device": device});
        if let Some(integration) = &client.integration_id {
            source["integrationId"] = integration.as_str().into();
        }
        Self(source)
    }

    /// As a message shows it.
    pub(crate) fn short(&self) -> Value {
        let mut source = self.0.clone();
        keep(&mut source, |key| !FULL_SOURCE.contains(&key));
        source
    }
}

impl Event {
    /// Whether a webhook of this integration is told.
    pub(crate) fn is_for(&self, webhook: &Webhook, integration: &str, app: &App) -> bool {
        webhook.triggers.iter().any(|trigger| trigger == self.trigger) && self.reaches(integration, app)
    }

    /// With a switchboard in place, the integrations in it that do not have control of the conversation hear of what is
    /// said there only if they want to on standby.
    fn reaches(&self, integration: &str, app: &App) -> bool {
        if !self.trigger.starts_with("conversation:") {
            return true;
        }
        let Some(own) = switchboard_of(app, integration) else { return true };
        let active = &self.payload["conversation"]["activeSwitchboardIntegration"]["id"];
        own.deliver_standby_events || active.as_str().is_none_or(|active| active == own.id)
    }

    /// What this webhook is told.
    pub(crate) fn payload_for(&self, webhook: &Webhook) -> Value {
        let mut payload = self.payload.clone();
        // An update of a user is about all of the user.
        if !webhook.include_full_user && self.trigger != "user:update" {
            for user in USERS {
                payload.pointer_mut(user).into_iter().for_each(|user| keep(user, |key| SHORT_USER.contains(&key)));
            }
        }
        if !webhook.include_full_source {
            for source in SOURCES {
                let source = payload.pointer_mut(source);
                source.into_iter().for_each(|source| keep(source, |key| !FULL_SOURCE.contains(&key)));
            }
        }
        payload
    }
}

fn keep(value: &mut Value, is_kept: impl Fn(&str) -> bool) {
    if let Some(object) = value.as_object_mut() {
        object.retain(|key, _| is_kept(key));
    }
}

/// Events stand in the app until the request is done; see [`crate::server`].
impl App {
    /// What nobody listens to is not even put together.
    fn emit(&mut self, trigger: &'static str, payload: impl FnOnce(&Self) -> Value) {
        let mut triggers = self.webhooks.values().flatten().flat_map(|webhook| &webhook.triggers);
        if triggers.any(|wanted| wanted == trigger) {
            let payload = payload(self);
            self.events.push(Event { trigger, payload });
        }
    }

    /// A conversation as events show it.
    pub(crate) fn short_conversation(&self, id: &str) -> Value {
        let Ok(conversation) = self.conversation(id) else { return Value::Null };
        let mut short = json!({"id": conversation.id, "type": conversation.r#type, "metadata": conversation.metadata});
        let control = serde_json::to_value(&conversation.control).unwrap_or_default();
        if let (Value::Object(short), Value::Object(control)) = (&mut short, control) {
            short.extend(control);
        }
        short
    }

    fn whole_user(&self, id: &str) -> Value {
        position(&self.users, id).and_then(|at| serde_json::to_value(&self.users[at]).ok()).unwrap_or_default()
    }

    pub(crate) fn emit_conversation(&mut self, trigger: &'static str, conversation: &str) {
        self.emit(trigger, |app| json!({"conversation": app.short_conversation(conversation)}));
    }

    pub(crate) fn emit_created(&mut self, conversation: &str, reason: &str, source: &Source, referral: Option<&Value>) {
        self.emit("conversation:create", |app| {
            let mut payload = json!({
                "conversation": app.short_conversation(conversation),
                "creationReason": reason,
                "source": source.0,
            });
            if let Some(user) = app.owner(conversation) {
                payload["user"] = app.whole_user(&user);
            }
            referral.into_iter().for_each(|referral| payload["referral"] = referral.clone());
            payload
        });
    }

    /// The one user of a personal conversation.
    fn owner(&self, conversation: &str) -> Option<String> {
        let is_personal = self.conversation(conversation).ok()?.r#type == crate::state::Kind::Personal;
        let participant = self.participants(conversation).first().filter(|_| is_personal)?;
        Some(participant.user_id.clone())
    }

    /// `conversation:join` or `conversation:leave`.
    pub(crate) fn emit_participant(&mut self, trigger: &'static str, conversation: &str, user: &str) {
        self.emit(
            trigger,
            |app| json!({"conversation": app.short_conversation(conversation), "user": app.whole_user(user)}),
        );
    }

    pub(crate) fn emit_message(&mut self, conversation: &str, message: &Message, source: &Source) {
        self.emit("conversation:message", |app| {
            let mut shown = serde_json::to_value(message).unwrap_or_default();
            shown["author"] = app.author(&message.author);
            shown["source"] = source.0.clone();
            json!({"conversation": app.short_conversation(conversation), "message": shown})
        });
    }

    /// Of a message or an activity, with the user.
    fn author(&self, author: &Object) -> Value {
        let mut shown = Value::from(author.clone());
        if let Some(user) = author.get("userId").and_then(Value::as_str) {
            shown["user"] = self.whole_user(user);
        }
        shown
    }

    /// How far a message of the business got, on the clients of a conversation that this is for.
    pub(crate) fn emit_delivery(
        &mut self,
        trigger: &'static str,
        conversation: &str,
        message: &str,
        client: &Client,
        error: Option<Value>,
    ) {
        self.emit(trigger, |app| {
            let mut payload = json!({
                "conversation": app.short_conversation(conversation),
                "message": {"id": message},
                "destination": {"type": client.r#type},
                "isFinalEvent": trigger != "conversation:message:delivery:channel",
            });
            if let Some(integration) = &client.integration_id {
                payload["destination"]["integrationId"] = integration.as_str().into();
                payload["externalMessages"] = json!([{"id": format!("{}-{message}", client.r#type)}]);
            }
            if let Some(user) = app.owner(conversation) {
                payload["user"] = app.whole_user(&user);
            }
            error.into_iter().for_each(|error| payload["error"] = error);
            payload
        });
    }

    /// `conversation:read` or `conversation:typing`; the type of the activity tells which.
    pub(crate) fn emit_activity(&mut self, conversation: &str, activity: &str, author: &Object, source: &Source) {
        let trigger = if activity == "conversation:read" { "conversation:read" } else { "conversation:typing" };
        self.emit(trigger, |app| {
            let activity = json!({"type": activity, "author": app.author(author), "source": source.0});
            json!({"conversation": app.short_conversation(conversation), "activity": activity})
        });
    }

    /// `conversation:postback` or `conversation:referral`, with what makes it one under its name.
    pub(crate) fn emit_user_action(
        &mut self,
        trigger: &'static str,
        conversation: &str,
        user: &str,
        source: &Source,
        (name, value): (&str, Value),
    ) {
        self.emit(trigger, |app| {
            let mut payload = json!({
                "conversation": app.short_conversation(conversation),
                "user": app.whole_user(user),
                "source": source.0,
            });
            payload[name] = value;
            payload
        });
    }

    /// `client:add`, `client:update` or `client:remove`, of a client that need not stand in the app.
    pub(crate) fn emit_client(
        &mut self,
        trigger: &'static str,
        user: &str,
        client: &Client,
        reason: &str,
        conversation: Option<&str>,
    ) {
        self.emit(trigger, |app| {
            let mut payload = json!({"user": app.whole_user(user), "client": client, "reason": reason});
            if let Some(conversation) = conversation {
                payload["conversation"] = app.short_conversation(conversation);
            }
            if trigger != "client:update" {
                payload["source"] = if reason == "api" { Source::api().0 } else { json!({"type": client.r#type}) };
            }
            payload
        });
    }

    /// `user:update` or `user:remove`.
    pub(crate) fn emit_user(&mut self, trigger: &'static str, user: &str, reason: Option<&str>) {
        self.emit(trigger, |app| {
            let mut payload = json!({"user": app.whole_user(user)});
            if let Some(reason) = reason {
                payload["reason"] = reason.into();
                payload["source"] = json!({"type": "web"});
            }
            payload
        });
    }

    pub(crate) fn emit_merge(&mut self, merge: Value) {
        self.emit("user:merge", |_| merge);
    }

    /// An action of the switchboard, with the metadata that came with it, or the failure of one.
    pub(crate) fn emit_control(
        &mut self,
        trigger: &'static str,
        conversation: &str,
        metadata: &Value,
        error: Option<Value>,
    ) {
        self.emit(trigger, |app| {
            let mut payload = json!({"conversation": app.short_conversation(conversation)});
            if metadata.is_object() {
                payload["metadata"] = metadata.clone();
            }
            error.into_iter().for_each(|error| payload["error"] = error);
            payload
        });
    }

    /// The webhooks, each with the integration that it belongs to.
    pub(crate) fn all_webhooks(&self) -> impl Iterator<Item = (&str, &Webhook)> {
        self.webhooks
            .keys()
            .flat_map(|integration| owned(&self.webhooks, integration).iter().map(|one| (integration.as_str(), one)))
    }
}
