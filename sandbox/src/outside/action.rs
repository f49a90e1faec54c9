//! End users: their actions on devices and channels, which aren't operations of the API.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::domain::activities::read;
use crate::domain::clients::{awaits_activity, confirm, request_link};
use crate::domain::conversations::{Reason, start as start_conversation};
use crate::domain::devices::{latest as latest_device, sdk_client};
use crate::domain::messages::{
    DeliveryTarget, Draft, add as add_message, author_of_user, check as check_message, check_values,
};
use crate::domain::switchboard::assign_from;
use crate::model::client::{Client, ClientStatus};
use crate::model::context::Context;
use crate::model::conversation::ClientAssociation;
use crate::model::event::Source;
use crate::model::message::Message;
use crate::model::recorded::UserAction;
use crate::model::state::App;
use crate::spec::document::document;
use crate::spec::violation::reject;
use crate::util::error::ApiError;
use crate::util::packed::Object;
use crate::util::values::list;

/// The user, conversation and client of an action.
#[derive(Clone, Debug, Default)]
pub(crate) struct Place {
    /// The user's ID; in an [`EndUser`], also an external ID.
    pub(crate) user: String,
    /// Defaults to the default conversation.
    pub(crate) conversation: Option<String>,
    /// Defaults to the first active client of the conversation.
    pub(crate) client: Option<String>,
}

/// An action of an end user.
#[derive(Deserialize, Serialize)]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub(crate) enum Action {
    /// Responds to a campaign, which is a proactive message of the business.
    Campaign {
        campaign: String,
        content: Object,
    },
    Message {
        content: Object,
    },
    Postback {
        payload: String,
    },
    /// Fills in the form for prechat capture, which starts a conversation.
    PrechatCapture {
        fields: Vec<Value>,
    },
    Reply {
        text: String,
    },
    Read,
    Referral {
        code: String,
        details: Option<Object>,
    },
    /// Asks to continue the conversation on another channel.
    RequestLink {
        channel: String,
    },
    StartTyping,
    StopTyping,
}

impl Action {
    pub(crate) fn perform(self, place: &Place, app: &mut App, context: &Context) -> Result<Value, ApiError> {
        let user = app.user(&place.user, None)?.id.clone();
        let user = user.as_str();
        let (reason, prechat) = (self.reason(), matches!(self, Self::PrechatCapture { .. }));
        if prechat && place.conversation.is_some() {
            return Err(ApiError::bad_request("/conversation: prechat capture starts a new conversation"));
        }
        let (tapped, campaign) = self.into_message();
        // A pending client becomes active with the user's first message.
        let pending = matches!(tapped, Self::Message { .. } | Self::Reply { .. })
            .then(|| place.client.as_deref().filter(|client| awaits_activity(app, user, client)))
            .flatten();
        let given = place.client.as_deref().filter(|_| pending.is_none());
        let client = given.map(|id| active_client(app, user, id)).transpose()?;
        let known = match prechat {
            true => None,
            false => conversation(app, user, place.conversation.as_deref())?,
        };
        let action = tapped.with_button(app, known.as_deref())?;
        if let Self::Message { content } = &action {
            check(content, user, known.as_deref(), prechat, app, context)?;
        }
        if known.is_none() && !action.starts_conversation(app) {
            return Ok(json!({"conversationId": null}));
        }
        let client = match pending {
            Some(pending) => {
                confirm(app, user, pending, context).ok_or_else(|| ApiError::not_found("client not found"))?;
                active_client(app, user, pending)?
            }
            None => client.unwrap_or_else(|| usual_client(app, user, known.as_deref(), context)),
        };
        see(app, user, &client.id, context);
        let source = source(app, user, &client);
        let source = campaign.map_or(source.clone(), |campaign| source.with_campaign(&campaign));
        let is_new = known.is_none();
        let conversation = match known {
            Some(conversation) => conversation,
            None => {
                let referral = match &action {
                    Self::Referral { code, details } => Some(referral(code, details)),
                    _ => None,
                };
                let integration = client.integration_id.as_deref();
                start_conversation(app, user, reason, referral.as_ref(), &source, integration, context)?
            }
        };
        attach(app, user, &conversation, &client);
        assign_from(&conversation, client.integration_id.as_deref(), app)?;
        let author = author_of_user(user, &conversation, app)?;
        if let Some(action) = action.recorded() {
            app.record(&conversation, action);
        }
        let mut response = json!({"conversationId": conversation});
        match action {
            Self::Message { content } => {
                if prechat {
                    introduce(app, user, &content)?;
                }
                let draft = Draft { prechat, ..Draft::new(author, content, source) };
                response["messageId"] = add_message(draft, &conversation, app, context)?.id.into();
            }
            Self::Postback { payload } => {
                let button = postback_button(app, &conversation, &payload);
                if app.is_on("echoPostback")
                    && let Some(text) = button.get("text")
                {
                    let content =
                        [("type", "text".into()), ("text", text.clone()), ("payload", payload.as_str().into())];
                    let content =
                        content.map(|(key, value): (&str, Value)| (key.to_owned(), value)).into_iter().collect();
                    let draft = Draft::new(author, content, source.clone());
                    response["messageId"] = add_message(draft, &conversation, app, context)?.id.into();
                }
                let metadata = button.get("metadata").filter(|metadata| metadata.is_object()).cloned();
                let mut postback = json!({"payload": payload});
                metadata.into_iter().for_each(|metadata| postback["metadata"] = metadata);
                app.emit_user_action("conversation:postback", &conversation, user, &source, ("postback", postback));
            }
            Self::RequestLink { channel } => {
                response["clientId"] = request_link(app, user, &conversation, &channel, context)?.into();
            }
            // Have become messages.
            Self::Campaign { .. } | Self::PrechatCapture { .. } | Self::Reply { .. } => {}
            Self::Referral { .. } if is_new => {}
            Self::Referral { code, details } => {
                let referral = ("referral", referral(&code, &details));
                app.emit_user_action("conversation:referral", &conversation, user, &source, referral);
            }
            Self::Read => {
                read(app, &conversation, Some(user), context);
                app.emit_activity(&conversation, "conversation:read", &author, &source);
            }
            Self::StartTyping => app.emit_activity(&conversation, "typing:start", &author, &source),
            Self::StopTyping => app.emit_activity(&conversation, "typing:stop", &author, &source),
        }
        Ok(response)
    }
}

impl Action {
    /// Why a conversation is created for the action.
    fn reason(&self) -> Reason {
        match self {
            Self::Message { .. } | Self::Reply { .. } => Reason::Message,
            Self::Campaign { .. } => Reason::ProactiveMessaging,
            Self::PrechatCapture { .. } => Reason::PrechatCapture,
            Self::RequestLink { .. } => Reason::LinkRequest,
            _ => Reason::StartConversation,
        }
    }

    /// Turns actions that send a message into one. Also returns the campaign.
    fn into_message(self) -> (Self, Option<String>) {
        match self {
            Self::Campaign { campaign, content } => (Self::Message { content }, Some(campaign)),
            Self::PrechatCapture { fields } => {
                let content = [("type", "formResponse".into()), ("fields", fields.into())];
                let content = content.map(|(key, value): (&str, Value)| (key.to_owned(), value)).into_iter().collect();
                (Self::Message { content }, None)
            }
            other => (other, None),
        }
    }

    /// Whether the action creates a conversation if the user doesn't have one.
    fn starts_conversation(&self, app: &App) -> bool {
        match self {
            Self::Message { .. } | Self::Reply { .. } | Self::RequestLink { .. } => true,
            _ => !app.is_on("ignoreAutoConversationStart"),
        }
    }

    /// The action as transcripts contain it. Messages are in the conversation, and typing isn't recorded.
    fn recorded(&self) -> Option<UserAction> {
        match self {
            Self::Postback { payload } => Some(UserAction::Postback(payload.clone())),
            Self::Referral { code, .. } => Some(UserAction::Referral(code.clone())),
            Self::Read => Some(UserAction::Read(true)),
            _ => None,
        }
    }

    /// Finds the button that is tapped. A quick reply becomes a message.
    fn with_button(self, app: &App, conversation: Option<&str>) -> Result<Self, ApiError> {
        let (kind, key, tapped) = match &self {
            Self::Postback { payload } => ("postback", "payload", payload),
            Self::Reply { text } => ("reply", "text", text),
            _ => return Ok(self),
        };
        let offered = conversation.map_or_else(Vec::new, |conversation| buttons(app, conversation, kind));
        let Some(button) = offered.iter().find(|button| button[key] == **tapped) else {
            let mut known: Vec<String> = offered.iter().map(|button| button[key].to_string()).collect();
            known.dedup();
            let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
            let message = format!(
                "the conversation doesn't have a button of the type {kind} with the {key} {tapped:?}; the known ones are: {known}"
            );
            return Err(ApiError::bad_request(message));
        };
        match &self {
            Self::Reply { text } => {
                let mut content = Object::new();
                content.insert("type".to_owned(), "text".into());
                content.insert("text".to_owned(), text.as_str().into());
                content.insert("payload".to_owned(), button["payload"].clone());
                Ok(Self::Message { content })
            }
            _ => Ok(self),
        }
    }
}

/// Validates message content like `PostMessage`, before a conversation is created for it.
fn check(
    content: &Object,
    user: &str,
    conversation: Option<&str>,
    prechat: bool,
    app: &App,
    context: &Context,
) -> Result<(), ApiError> {
    check_content(content)?;
    if prechat {
        return Ok(());
    }
    let author = json!({"type": "user", "userId": user});
    let is_blank = |key: &str| content.get(key).and_then(Value::as_str).is_none_or(|text| text.trim().is_empty());
    if content.get("type").is_some_and(|kind| kind == "text")
        && is_blank("text")
        && is_blank("htmlText")
        && is_blank("markdownText")
    {
        return Err(ApiError::bad_request("/content/text: must not be blank"));
    }
    let author = author.as_object().cloned().unwrap_or_default();
    check_message(content, &author, conversation.unwrap_or_default(), app, context)
}

/// Validates message content like `PostMessage`, without a conversation.
pub(crate) fn check_content(content: &Object) -> Result<(), ApiError> {
    let body = json!({"author": {"type": "business"}, "content": content});
    let violations = document().operation("PostMessage").map(|post| post.body_violations(&body));
    reject(violations.unwrap_or_default(), ToString::to_string)?;
    check_values(content)
}

/// The profile gets the name and the email address of the form for prechat capture.
fn introduce(app: &mut App, user: &str, form: &Object) -> Result<(), ApiError> {
    let profile = &mut app.user_mut(user, None)?.profile;
    for field in form.get("fields").into_iter().flat_map(list) {
        let value = field["type"].as_str().and_then(|kind| field[kind].as_str());
        let Some(value) = value.map(str::trim).filter(|value| !value.is_empty()) else { continue };
        match field["name"].as_str() {
            Some("name") => {
                let (given, surname) = value.split_once(' ').unwrap_or((value, ""));
                profile.insert("givenName".to_owned(), given.into());
                if !surname.is_empty() {
                    profile.insert("surname".to_owned(), surname.trim().into());
                }
            }
            Some("email") => drop(profile.insert("email".to_owned(), value.into())),
            _ => {}
        }
    }
    Ok(())
}

/// Sends a message as the Notification API does.
pub(crate) fn notify(
    app: &mut App,
    user: &str,
    client: Option<&str>,
    content: Object,
    context: &Context,
) -> Result<Value, ApiError> {
    check_content(&content)?;
    let client = client.map(|id| active_client(app, user, id)).transpose()?;
    let source = Source::notification();
    let conversation = match app.default_conversation(user) {
        Some(conversation) => conversation,
        None => start_conversation(app, user, Reason::Notification, None, &source, None, context)?,
    };
    let target = match client {
        Some(client) => {
            attach(app, user, &conversation, &client);
            DeliveryTarget::Client(client.id)
        }
        None => DeliveryTarget::Primary,
    };
    let author = Object::from_iter([("type".to_owned(), "business".into())]);
    let draft = Draft { target, ..Draft::new(author, content, source) };
    let message = add_message(draft, &conversation, app, context)?;
    Ok(json!({"conversationId": conversation, "messageId": message.id}))
}

pub(crate) fn referral(code: &str, details: &Option<Object>) -> Value {
    json!({"code": code, "details": details})
}

/// The given conversation, or the default one if it exists.
pub(crate) fn conversation(app: &App, user: &str, given: Option<&str>) -> Result<Option<String>, ApiError> {
    let Some(given) = given else {
        return Ok(app.default_conversation(user));
    };
    app.conversation(given)?;
    if app.participant(given, user).is_none() {
        return Err(ApiError::bad_request("the user isn't a participant of the conversation"));
    }
    Ok(Some(given.to_owned()))
}

fn active_client(app: &App, user: &str, id: &str) -> Result<Client, ApiError> {
    let clients = app.clients(user);
    let client = clients.find(id).ok_or_else(|| ApiError::not_found("client not found"))?;
    if client.status != ClientStatus::Active {
        return Err(ApiError::bad_request("the client isn't active; confirm it first"));
    }
    Ok(client.clone())
}

/// The first active client with which the user participates, or that of the user's device.
fn usual_client(app: &mut App, user: &str, conversation: Option<&str>, context: &Context) -> Client {
    let associated = conversation
        .and_then(|conversation| app.participant(conversation, user))
        .into_iter()
        .flat_map(|participant| &participant.client_associations)
        .filter_map(|association| app.clients(user).find(&association.client_id))
        .find(|client| client.status == ClientStatus::Active)
        .map(|client| client.id.clone());
    let id = associated.unwrap_or_else(|| sdk_client(app, user, context).client_id);
    app.clients(user).find(&id).cloned().unwrap_or_else(|| Client::new(id, "sdk".to_owned(), ClientStatus::Active))
}

/// The client becomes the first one, which receives messages by default.
fn attach(app: &mut App, user: &str, conversation: &str, client: &Client) {
    let association = ClientAssociation { r#type: client.r#type.clone(), client_id: client.id.clone() };
    if let Some(participant) = app.participants.find_mut(conversation, user) {
        participant.client_associations.retain(|own| *own != association);
        participant.client_associations.insert(0, association);
    }
}

/// For an SDK, the source is the platform of the user's last device, or the web.
pub(crate) fn source(app: &App, user: &str, client: &Client) -> Source {
    if client.r#type != "sdk" {
        return Source::client(&client.r#type, client, None);
    }
    let device = latest_device(app, user);
    let platform = device.as_ref().and_then(|device| device["type"].as_str()).unwrap_or("web").to_owned();
    let integration = app.integration_of_type(&platform).map(str::to_owned);
    let client = Client { integration_id: client.integration_id.clone().or(integration), ..client.clone() };
    Source::client(&platform, &client, device)
}

/// The last postback button with this payload; null if there is none.
fn postback_button(app: &App, conversation: &str, payload: &str) -> Value {
    let button = buttons(app, conversation, "postback").into_iter().find(|button| button["payload"] == payload);
    button.unwrap_or_default()
}

/// The user has just used a client, and the latest device of an SDK client.
fn see(app: &mut App, user: &str, client: &str, context: &Context) {
    let now = context.now();
    if let Some(own) = app.clients.get_mut(user).and_then(|clients| clients.find_mut(client)) {
        own.last_seen = Some(now.clone());
    }
    let devices = app.devices.of(user).iter().filter(|device| device.client_id == client);
    let latest = devices.max_by_key(|device| (&device.last_seen, &device.id)).map(|device| device.id.clone());
    if let Some(device) = latest.and_then(|id| app.devices.get_mut(user)?.find_mut(&id)) {
        device.last_seen = now;
    }
}

/// The buttons of a type in the messages of a conversation, from the newest message to the oldest.
fn buttons(app: &App, conversation: &str, kind: &str) -> Vec<Value> {
    let messages = app.messages(conversation).iter().rev();
    let of_message = |message: &Message| {
        let content = message.content.object();
        let items = content.get("items").into_iter().flat_map(list);
        let lists = items.map(|item| &item["actions"]).chain(content.get("actions"));
        lists.flat_map(list).filter(|button| button["type"] == kind).cloned().collect::<Vec<_>>()
    };
    messages.flat_map(of_message).collect()
}
