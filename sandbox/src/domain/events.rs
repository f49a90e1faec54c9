//! Events of an app, as webhooks receive them.

use serde_json::{Value, json};

use crate::domain::switchboard::of_integration as switchboard_of;
use crate::model::client::Client;
use crate::model::event::{Event, Source};
use crate::model::integration::Webhook;
use crate::model::message::Message;
use crate::model::state::App;
use crate::util::packed::Object;

/// The paths of users in a payload, and the fields shown without `includeFullUser`.
const USERS: [&str; 3] = ["/user", "/message/author/user", "/activity/author/user"];

const SHORT_USER: [&str; 5] = ["id", "authenticated", "externalId", "zendeskId", "brandId"];

/// The paths of sources, and the fields that are only shown with `includeFullSource`.
const SOURCES: [&str; 3] = ["/source", "/message/source", "/activity/source"];

const FULL_SOURCE: [&str; 2] = ["client", "device"];

impl Source {
    pub(crate) fn api() -> Self {
        Self(json!({"type": "api"}))
    }

    /// The source of an agent's messages.
    pub(crate) fn agent() -> Self {
        Self(json!({"type": "zd:agentWorkspace"}))
    }

    /// The source of the Notification API.
    pub(crate) fn notification() -> Self {
        Self(json!({"type": "notification"}))
    }

    /// Adds the campaign that the user interacted with.
    pub(crate) fn with_campaign(mut self, campaign: &str) -> Self {
        self.0["campaign"] = json!({"id": campaign});
        self
    }

    /// The source of an end user's action on a client; `kind` is the channel or the SDK.
    pub(crate) fn client(kind: &str, client: &Client, device: Option<Value>) -> Self {
        let mut source = json!({"type": kind, "client": client, "device": device});
        if let Some(integration) = &client.integration_id {
            source["integrationId"] = integration.as_str().into();
        }
        Self(source)
    }

    /// The short form, as in messages.
    pub(crate) fn short(&self) -> Value {
        let mut source = self.0.clone();
        keep(&mut source, |key| !FULL_SOURCE.contains(&key));
        source
    }
}

impl Event {
    /// Whether the event reports that a request has failed.
    pub(crate) fn is_failure(&self) -> bool {
        self.trigger.starts_with("switchboard:") && self.trigger.ends_with(":failure")
    }

    /// Whether a webhook of this integration receives the event.
    pub(crate) fn is_for(&self, webhook: &Webhook, integration: &str, app: &App) -> bool {
        webhook.triggers.iter().any(|trigger| trigger == self.trigger) && self.reaches(integration, app)
    }

    /// With a switchboard, integrations without control of the conversation only receive its events if they deliver
    /// standby events.
    fn reaches(&self, integration: &str, app: &App) -> bool {
        if !self.trigger.starts_with("conversation:") {
            return true;
        }
        let Some(own) = switchboard_of(app, integration) else { return true };
        let active = &self.payload["conversation"]["activeSwitchboardIntegration"]["id"];
        own.deliver_standby_events || active.as_str().is_none_or(|active| active == own.id)
    }

    /// The payload for this webhook.
    pub(crate) fn payload_for(&self, webhook: &Webhook) -> Value {
        let mut payload = self.payload.clone();
        // An update of a user always has the full user.
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

/// Events stay in the app until the request is finished.
impl App {
    /// The payload is only built if a webhook has the trigger.
    fn emit(&mut self, trigger: &'static str, payload: impl FnOnce(&Self) -> Value) {
        let mut triggers = self.webhooks.values().flatten().flat_map(|webhook| &webhook.triggers);
        if triggers.any(|wanted| wanted == trigger) {
            let payload = payload(self);
            self.events.push(Event { trigger, payload, target: None });
        }
    }

    /// A conversation, as in events.
    pub(crate) fn short_conversation(&self, id: &str) -> Value {
        let Ok(conversation) = self.conversation(id) else { return Value::Null };
        let mut short = json!({"id": conversation.id, "type": conversation.r#type, "metadata": conversation.metadata});
        let control = serde_json::to_value(&conversation.control).unwrap_or_default();
        if let (Value::Object(short), Value::Object(control)) = (&mut short, control) {
            short.extend(control);
        }
        short
    }

    fn full_user(&self, id: &str) -> Value {
        self.users.find(id).and_then(|user| serde_json::to_value(user).ok()).unwrap_or_default()
    }

    pub(crate) fn emit_conversation(&mut self, trigger: &'static str, conversation: &str) {
        self.emit(trigger, |app| json!({"conversation": app.short_conversation(conversation)}));
    }

    /// Calls the `removeUrl` of an OAuth client.
    pub(crate) fn emit_removal(&mut self, url: &str) {
        let payload = json!({"app": {"id": self.id}});
        self.events.push(Event { trigger: "removeUrl", payload, target: Some(url.to_owned()) });
    }

    pub(crate) fn emit_created(&mut self, conversation: &str, reason: &str, source: &Source, referral: Option<&Value>) {
        self.emit("conversation:create", |app| {
            let mut payload = json!({
                "conversation": app.short_conversation(conversation),
                "creationReason": reason,
                "source": source.0,
            });
            if let Some(user) = app.owner(conversation) {
                payload["user"] = app.full_user(&user);
            }
            referral.into_iter().for_each(|referral| payload["referral"] = referral.clone());
            payload
        });
    }

    /// The user of a personal conversation.
    fn owner(&self, conversation: &str) -> Option<String> {
        let is_personal = self.conversation(conversation).ok()?.r#type == crate::model::conversation::Kind::Personal;
        let participant = self.participants(conversation).first().filter(|_| is_personal)?;
        Some(participant.user_id.clone())
    }

    /// Emits `conversation:join` or `conversation:leave`.
    pub(crate) fn emit_participant(&mut self, trigger: &'static str, conversation: &str, user: &str) {
        self.emit(
            trigger,
            |app| json!({"conversation": app.short_conversation(conversation), "user": app.full_user(user)}),
        );
    }

    pub(crate) fn emit_message(&mut self, conversation: &str, message: &Message, source: &Source) {
        self.emit("conversation:message", |app| {
            let mut shown = serde_json::to_value(message).unwrap_or_default();
            shown["author"] = app.author(&message.author.object());
            shown["source"] = source.0.clone();
            let mut payload = json!({"conversation": app.short_conversation(conversation), "message": shown});
            let recent = app.recent_notifications(conversation, message);
            if !recent.is_empty() {
                payload["recentNotifications"] = json!(recent);
            }
            payload
        });
    }

    /// The notifications between a user's message and the one before.
    fn recent_notifications(&self, conversation: &str, message: &Message) -> Vec<&Message> {
        if !message.author.is("type", "user") {
            return Vec::new();
        }
        let earlier = self.messages(conversation).iter().rev().skip_while(|other| other.id >= message.id);
        let since = earlier.take_while(|other| !other.author.is("type", "user"));
        let mut recent: Vec<&Message> = since.filter(|other| other.source.is("type", "notification")).collect();
        recent.reverse();
        recent
    }

    /// The author of a message or an activity, with the user.
    fn author(&self, author: &Object) -> Value {
        let mut shown = Value::from(author.clone());
        if let Some(user) = author.get("userId").and_then(Value::as_str) {
            shown["user"] = self.full_user(user);
        }
        shown
    }

    /// Emits the delivery state of a message of the business, for the clients of a conversation.
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
                payload["user"] = app.full_user(&user);
            }
            error.into_iter().for_each(|error| payload["error"] = error);
            payload
        });
    }

    /// Emits `conversation:read` or `conversation:typing`, depending on the activity's type.
    pub(crate) fn emit_activity(&mut self, conversation: &str, activity: &str, author: &Object, source: &Source) {
        let trigger = if activity == "conversation:read" { "conversation:read" } else { "conversation:typing" };
        self.emit(trigger, |app| {
            let activity = json!({"type": activity, "author": app.author(author), "source": source.0});
            json!({"conversation": app.short_conversation(conversation), "activity": activity})
        });
    }

    /// Emits `conversation:postback` or `conversation:referral`, with the details under that name.
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
                "user": app.full_user(user),
                "source": source.0,
            });
            payload[name] = value;
            payload
        });
    }

    /// Emits `client:add`, `client:update` or `client:remove`, for a client that may no longer be in the app.
    pub(crate) fn emit_client(
        &mut self,
        trigger: &'static str,
        user: &str,
        client: &Client,
        reason: &str,
        conversation: Option<&str>,
    ) {
        self.emit(trigger, |app| {
            let mut payload = app.client_payload(user, client, reason, conversation);
            if trigger != "client:update" {
                payload["source"] = if reason == "api" { Source::api().0 } else { json!({"type": client.r#type}) };
            }
            payload
        });
    }

    /// Emits `client:remove` for a link that the user has ended or that has failed.
    pub(crate) fn emit_lost_link(
        &mut self,
        user: &str,
        client: &Client,
        reason: &str,
        conversation: Option<&str>,
        error: Value,
    ) {
        self.emit("client:remove", |app| {
            let mut payload = app.client_payload(user, client, reason, conversation);
            payload["source"] = json!({"type": client.r#type});
            payload["error"] = error;
            payload
        });
    }

    fn client_payload(&self, user: &str, client: &Client, reason: &str, conversation: Option<&str>) -> Value {
        let mut payload = json!({"user": self.full_user(user), "client": client, "reason": reason});
        if let Some(conversation) = conversation.filter(|id| self.conversation(id).is_ok()) {
            payload["conversation"] = self.short_conversation(conversation);
        }
        payload
    }

    /// Emits `user:update` or `user:remove`.
    pub(crate) fn emit_user(&mut self, trigger: &'static str, user: &str, reason: Option<&str>) {
        self.emit(trigger, |app| {
            let mut payload = json!({"user": app.full_user(user)});
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

    /// Emits a switchboard action, with its metadata, or its failure.
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

    /// Emits that Zendesk has passed or released control, with the reason if there is one.
    pub(crate) fn emit_handover(&mut self, trigger: &'static str, conversation: &str, reason: Option<&str>) {
        self.emit(trigger, |app| {
            let mut payload = json!({"conversation": app.short_conversation(conversation)});
            if let Some(reason) = reason {
                payload["reason"] = reason.into();
            }
            payload
        });
    }

    /// The webhooks, each with the ID of its integration.
    pub(crate) fn all_webhooks(&self) -> impl Iterator<Item = (&str, &Webhook)> {
        self.webhooks.iter().flat_map(|(integration, own)| own.iter().map(move |one| (integration, one)))
    }
}
