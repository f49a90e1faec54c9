//! Simulated events: changes by end users, their channels and Zendesk Support, which aren't operations of the API.

use std::io;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Value, json};

use crate::Sandbox;
use crate::agent::AgentAction;
use crate::context::Context;
use crate::document::document;
use crate::end_user::{Action, Place, check_content, notify};
use crate::error::ApiError;
use crate::oauth::OAuthClient;
use crate::routes::{
    activate_client, block_client, cancel_link, confirm, end_delivery, match_client, register_device, remove_access,
    unsend,
};
use crate::server::{Server, no_app};
use crate::state::{App, Client, ClientStatus, Object, State, User};

/// A user of Zendesk Support, from which `SyncUser` copies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[non_exhaustive]
pub struct ZendeskUser {
    /// The first name.
    pub given_name: Option<String>,
    /// The last name.
    pub surname: Option<String>,
    /// The user's external ID.
    pub external_id: Option<String>,
    /// The primary email address.
    pub email: Option<String>,
}

/// The platform of a device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Platform {
    /// The Android SDK.
    Android,
    /// The iOS SDK.
    Ios,
    /// The web widget.
    Web,
}

impl Platform {
    /// The type of the platform's integration.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Android => "android",
            Self::Ios => "ios",
            Self::Web => "web",
        }
    }
}

/// The body of `POST /sandbox/apps/{appId}/simulate`: an event, and the brand of its users.
pub(crate) struct Simulation {
    brand: Option<String>,
    event: SimulatedEvent,
}

impl Simulation {
    pub(crate) fn in_brand(event: SimulatedEvent, brand: Option<String>) -> Self {
        Self { brand, event }
    }

    /// The body of the request.
    fn shown(&self) -> Value {
        let mut shown = serde_json::to_value(&self.event).unwrap_or_default();
        if let Some(brand) = &self.brand {
            shown[BRAND] = brand.as_str().into();
        }
        shown
    }
}

const BRAND: &str = "brandId";

impl<'de> Deserialize<'de> for Simulation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut body = Object::deserialize(deserializer)?;
        let brand = match body.remove(BRAND) {
            None | Some(Value::Null) => None,
            Some(Value::String(brand)) => Some(brand),
            Some(_) => return Err(serde::de::Error::custom("brandId: must be a string")),
        };
        let event = SimulatedEvent::deserialize(Value::from(body)).map_err(serde::de::Error::custom)?;
        Ok(Self { brand, event })
    }
}

impl From<SimulatedEvent> for Simulation {
    fn from(event: SimulatedEvent) -> Self {
        Self { brand: None, event }
    }
}

/// A simulated event. Users are given by ID or external ID.
#[derive(Deserialize, Serialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub(crate) enum SimulatedEvent {
    AddDevice {
        user: String,
        platform: Platform,
    },
    AddEmailIdentity {
        user: String,
        email: String,
    },
    /// A user who has written for the first time.
    AddUser {
        external_id: Option<String>,
        given_name: Option<String>,
        surname: Option<String>,
    },
    /// The user has an active client of a channel.
    AddClient {
        user: String,
        channel: String,
    },
    AgentAction {
        conversation: String,
        action: AgentAction,
    },
    AddMessageRef {
        data: Value,
    },
    /// The user unsubscribes on a channel.
    BlockClient {
        user: String,
        client: String,
    },
    /// The user cancels a pending link.
    CancelLink {
        user: String,
        client: String,
    },
    ConfirmClient {
        user: String,
        client: String,
    },
    /// A client can't receive messages anymore.
    DeactivateClient {
        user: String,
        client: String,
    },
    /// The next request to `Authorize` is denied by the user.
    DenyAuthorization,
    /// Zendesk has detected the user's language.
    DetectLocale {
        user: String,
        locale: String,
    },
    /// A pending link fails.
    FailLink {
        user: String,
        client: String,
        code: Option<String>,
        title: Option<String>,
    },
    /// The channel has found the account of a pending client.
    MatchClient {
        user: String,
        client: String,
    },
    /// The business calls the Notification API.
    Notify {
        user: String,
        client: Option<String>,
        content: Object,
    },
    /// An inactive client can receive messages again.
    ReactivateClient {
        user: String,
        client: String,
    },
    /// The user removes a client with the SDK.
    RemoveClient {
        user: String,
        client: String,
    },
    /// The user removes an integration that has access through OAuth.
    RemoveIntegration {
        client_id: Option<String>,
    },
    /// The URL that is called when the user removes an integration.
    SetRemoveUrl {
        client_id: Option<String>,
        url: Option<String>,
    },
    /// A message template for the shorthand.
    SetTemplate {
        name: String,
        content: Object,
    },
    /// A user who had unsubscribed returns.
    UnblockClient {
        user: String,
        client: String,
    },
    LinkZendeskUser {
        user: String,
        zendesk_id: String,
    },
    MergeUsers {
        surviving: String,
        discarded: String,
    },
    SetZendeskUser {
        zendesk_id: String,
        user: ZendeskUser,
    },
    /// A message of the business is delivered to the user.
    MessageDelivered {
        conversation: String,
        message: String,
    },
    MessageFailed {
        conversation: String,
        message: String,
        code: String,
        title: String,
    },
    UnsendMessage {
        conversation: String,
        message: String,
    },
    /// See [`Place`] for the defaults.
    UserAction {
        user: String,
        conversation: Option<String>,
        client: Option<String>,
        action: Action,
    },
}

impl Server {
    /// Applies an event to an app. Returns the new IDs.
    pub(crate) fn simulate(&self, app: &str, simulation: impl Into<Simulation>) -> Result<Value, ApiError> {
        self.context.clock.tick();
        let simulation = simulation.into();
        let shown = simulation.shown();
        let Simulation { brand, event } = simulation;
        let response = {
            let mut state = self.state();
            state.app(app).ok_or_else(no_app)?;
            let change = |state: &mut State| event.simulate(state, app, brand.as_deref(), &self.context);
            let response = self.change(&mut state, change);
            if response.is_ok() {
                self.changed();
            }
            response
        };
        let (result, error) = match &response {
            Ok(result) => (Some(result), None),
            Err(error) => (None, Some(error.titles().join("; "))),
        };
        let time = self.context.now();
        self.feed.simulated(json!({"time": time, "app": app, "event": shown, "result": result, "error": error}));
        response
    }
}

impl SimulatedEvent {
    fn simulate(self, state: &mut State, app: &str, brand: Option<&str>, context: &Context) -> Result<Value, ApiError> {
        match self {
            Self::DenyAuthorization => state.oauth_denials += 1,
            Self::SetRemoveUrl { client_id, url } => oauth_client(state, client_id.as_deref())?.remove_url = url,
            Self::RemoveIntegration { client_id } => {
                let client = oauth_client(state, client_id.as_deref())?.clone();
                remove_access(state.app_mut(app).ok_or_else(no_app)?, &client)
                    .ok_or_else(|| ApiError::bad_request("the integration doesn't have access to the app"))?;
            }
            other => return other.simulate_in(state.app_mut(app).ok_or_else(no_app)?, brand, context),
        }
        Ok(json!({}))
    }

    fn simulate_in(self, app: &mut App, brand: Option<&str>, context: &Context) -> Result<Value, ApiError> {
        let id = |app: &App, user: &str| user_id(app, user, brand);
        match self {
            Self::DenyAuthorization | Self::SetRemoveUrl { .. } | Self::RemoveIntegration { .. } => {}
            Self::AddDevice { user, platform } => {
                let user = id(app, &user)?;
                return Ok(json!({"deviceId": register_device(app, &user, platform, context)}));
            }
            Self::AddEmailIdentity { user, email } => {
                let user = id(app, &user)?;
                app.add_email_identity(&user, &email)?;
            }
            Self::AddUser { external_id, given_name, surname } => {
                let names = [("givenName", given_name), ("surname", surname)];
                let id = add_user(app, external_id, brand, names, context)?;
                return Ok(json!({ "userId": id }));
            }
            Self::AddClient { user, channel } => {
                let user = id(app, &user)?;
                return Ok(json!({"clientId": add_client(app, &user, &channel, context)?}));
            }
            Self::AgentAction { conversation, action } => return action.perform(&conversation, app, context),
            Self::AddMessageRef { data } => {
                let url = format!("{}/messageRefs/{}", context.base_url, context.new_id());
                Arc::make_mut(&mut app.message_refs).insert(url.clone(), data);
                return Ok(json!({ "url": url }));
            }
            Self::BlockClient { user, client } => block_client(app, &id(app, &user)?, &client, true)?,
            Self::UnblockClient { user, client } => block_client(app, &id(app, &user)?, &client, false)?,
            Self::DeactivateClient { user, client } => activate_client(app, &id(app, &user)?, &client, false)?,
            Self::ReactivateClient { user, client } => activate_client(app, &id(app, &user)?, &client, true)?,
            Self::CancelLink { user, client } => {
                let error = json!({"code": "link_cancelled", "message": "the user has ended the link"});
                cancel_link(app, &id(app, &user)?, &client, "linkCancelled", error)?;
            }
            Self::FailLink { user, client, code, title } => {
                let code = code.unwrap_or_else(|| "link_failed".to_owned());
                let title = title.unwrap_or_else(|| "the channel doesn't have this account".to_owned());
                cancel_link(app, &id(app, &user)?, &client, "linkFailed", json!({"code": code, "message": title}))?;
            }
            Self::MatchClient { user, client } => match_client(app, &id(app, &user)?, &client)?,
            Self::RemoveClient { user, client } => {
                let user = id(app, &user)?;
                let gone = app.remove_client(&user, &client).ok_or_else(|| ApiError::not_found("client not found"))?;
                app.emit_client("client:remove", &user, &gone, "sdk", None);
            }
            Self::Notify { user, client, content } => {
                let user = id(app, &user)?;
                return notify(app, &user, client.as_deref(), content, context);
            }
            Self::SetTemplate { name, content } => {
                check_content(&content)?;
                Arc::make_mut(&mut app.templates).insert(name, content);
            }
            Self::DetectLocale { user, locale } => {
                let id = id(app, &user)?;
                app.user_mut(&id, None)?.profile.insert("locale".to_owned(), locale.into());
                app.emit_user("user:update", &id, Some("localeDetection"));
            }
            Self::ConfirmClient { user, client } => {
                let user = id(app, &user)?;
                confirm(app, &user, &client, context)
                    .ok_or_else(|| ApiError::not_found("the user doesn't have a pending client with this ID"))?;
            }
            Self::LinkZendeskUser { user, zendesk_id } => link_zendesk_user(app, &id(app, &user)?, zendesk_id)?,
            Self::MergeUsers { surviving, discarded } => {
                let (surviving, discarded) = (id(app, &surviving)?, id(app, &discarded)?);
                if !app.merge_users(&surviving, &discarded, "sdkLogin") {
                    return Err(ApiError::bad_request("the two users are the same"));
                }
            }
            Self::SetZendeskUser { zendesk_id, user } => {
                Arc::make_mut(&mut app.zendesk_users).insert(zendesk_id, user);
            }
            Self::MessageDelivered { conversation, message } => end_delivery(app, &conversation, &message, None)?,
            Self::MessageFailed { conversation, message, code, title } => {
                let error = json!({"code": code, "message": title});
                end_delivery(app, &conversation, &message, Some(error))?;
            }
            Self::UserAction { user, conversation, client, action } => {
                let user = id(app, &user)?;
                return action.perform(&Place { user, conversation, client }, app, context);
            }
            Self::UnsendMessage { conversation, message } => {
                app.conversation(&conversation)?;
                unsend(app, &conversation, &message).ok_or_else(|| ApiError::not_found("message not found"))?;
            }
        }
        Ok(json!({}))
    }
}

pub(crate) fn add_user(
    app: &mut App,
    external_id: Option<String>,
    brand: Option<&str>,
    names: [(&str, Option<String>); 2],
    context: &Context,
) -> Result<String, ApiError> {
    if let Some(external_id) = &external_id
        && app.user_by_external_id(external_id, brand).is_some()
    {
        return Err(ApiError::conflict("a user with this externalId already exists"));
    }
    let profile = names.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?.into()))).collect();
    let user = User {
        id: context.new_id(),
        authenticated: external_id.is_some(),
        external_id,
        zendesk_id: None,
        brand_id: brand.map(str::to_owned),
        signed_up_at: context.now(),
        to_be_retained: None,
        profile,
        metadata: Object::new(),
        identities: Vec::new(),
    };
    let id = user.id.clone();
    app.users.push(user);
    Ok(id)
}

/// Adds an active client of a channel, with the app's integration of this type if there is one.
fn add_client(app: &mut App, user: &str, channel: &str, context: &Context) -> Result<String, ApiError> {
    if channel == "web" {
        return Ok(app.sdk_client(user, context).client_id);
    }
    let is_channel = document().integration_type(channel).is_some() && channel != "custom";
    if !is_channel {
        return Err(ApiError::bad_request(format!("channel: unknown channel {channel:?}")));
    }
    let integration = app.integrations.iter().find(|integration| integration.r#type == channel);
    let client = Client {
        integration_id: integration.map(|integration| integration.id.clone()),
        linked_at: Some(context.now()),
        last_seen: Some(context.now()),
        ..Client::new(context.new_id(), channel.to_owned(), ClientStatus::Active)
    };
    let id = client.id.clone();
    app.clients.of_mut(user).push(client.clone());
    app.emit_client("client:add", user, &client, "channelLinking", None);
    Ok(id)
}

fn user_id(app: &App, user: &str, brand: Option<&str>) -> Result<String, ApiError> {
    Ok(app.user(user, brand)?.id.clone())
}

/// An OAuth client; defaults to the first one.
fn oauth_client<'s>(state: &'s mut State, id: Option<&str>) -> Result<&'s mut OAuthClient, ApiError> {
    let mut clients = state.oauth_clients.iter_mut();
    let client = clients.find(|client| id.is_none_or(|id| client.id == id));
    client.ok_or_else(|| ApiError::not_found("OAuth client not found"))
}

fn link_zendesk_user(app: &mut App, id: &str, zendesk_id: String) -> Result<(), ApiError> {
    let has_it = |user: &User| user.id != id && user.zendesk_id.as_deref() == Some(&zendesk_id);
    if app.users.iter().any(has_it) {
        return Err(ApiError::conflict("another user has this zendeskId"));
    }
    let user = app.user_mut(id, None)?;
    user.zendesk_id = Some(zendesk_id);
    if !std::mem::replace(&mut user.authenticated, true) {
        app.emit_user("user:update", id, Some("authentication"));
    }
    Ok(())
}

/// Simulated events, in the app of [`app_id`](Self::app_id). Users are given by ID or external ID. They are also
/// available [over HTTP](crate#control-over-http).
///
/// # Errors
/// If an object of the event doesn't exist or isn't in a suitable state. The state is unchanged.
impl Sandbox {
    /// Adds an email identity to a user; `ListUsers` then finds the user by it.
    pub fn add_email_identity(&self, user: &str, email: &str) -> io::Result<()> {
        self.simulate(SimulatedEvent::AddEmailIdentity { user: user.to_owned(), email: email.to_owned() }).map(drop)
    }

    /// Confirms a pending client of `CreateClient`, as the end user would. The client becomes active and joins its
    /// conversation. If another user has the same channel account, that user is merged into this one and the older
    /// client stays. If both have an external ID, they aren't merged, and the account moves to this user.
    pub fn confirm_client(&self, user: &str, client: &str) -> io::Result<()> {
        self.simulate(SimulatedEvent::ConfirmClient { user: user.to_owned(), client: client.to_owned() }).map(drop)
    }

    /// Cancels the link of a pending client, as the end user would: `client:remove` with the reason `linkCancelled`.
    pub fn cancel_link(&self, user: &str, client: &str) -> io::Result<()> {
        self.simulate(SimulatedEvent::CancelLink { user: user.to_owned(), client: client.to_owned() }).map(drop)
    }

    /// Fails the link of a pending client: `client:remove` with the reason `linkFailed` and this error.
    pub fn fail_link(&self, user: &str, client: &str, code: &str, title: &str) -> io::Result<()> {
        let (user, client) = (user.to_owned(), client.to_owned());
        let (code, title) = (Some(code.to_owned()), Some(title.to_owned()));
        self.simulate(SimulatedEvent::FailLink { user, client, code, title }).map(drop)
    }

    /// Finds the channel account of a pending client, which stays pending: `client:update` with the reason `matched`.
    pub fn match_client(&self, user: &str, client: &str) -> io::Result<()> {
        self.simulate(SimulatedEvent::MatchClient { user: user.to_owned(), client: client.to_owned() }).map(drop)
    }

    /// Adds an active client of a channel, such as `whatsapp`: `client:add`. It belongs to the app's integration of this
    /// type, if there is one. Returns the client's ID.
    pub fn add_client(&self, user: &str, channel: &str) -> io::Result<String> {
        let event = SimulatedEvent::AddClient { user: user.to_owned(), channel: channel.to_owned() };
        self.simulate(event).map(|new| text(&new, "clientId"))
    }

    /// Blocks an active client, as if the user had unsubscribed: `client:update` with the reason `blocked`. Messages for
    /// it fail with `conversation:message:delivery:failure`.
    pub fn block_client(&self, user: &str, client: &str) -> io::Result<()> {
        self.simulate(SimulatedEvent::BlockClient { user: user.to_owned(), client: client.to_owned() }).map(drop)
    }

    /// Unblocks a client: `client:update` with the reason `unblocked`.
    pub fn unblock_client(&self, user: &str, client: &str) -> io::Result<()> {
        self.simulate(SimulatedEvent::UnblockClient { user: user.to_owned(), client: client.to_owned() }).map(drop)
    }

    /// Makes an active client inactive, as if its account no longer existed. Messages for it fail with
    /// `conversation:message:delivery:failure`.
    pub fn deactivate_client(&self, user: &str, client: &str) -> io::Result<()> {
        self.simulate(SimulatedEvent::DeactivateClient { user: user.to_owned(), client: client.to_owned() }).map(drop)
    }

    /// Makes an inactive client active again.
    pub fn reactivate_client(&self, user: &str, client: &str) -> io::Result<()> {
        self.simulate(SimulatedEvent::ReactivateClient { user: user.to_owned(), client: client.to_owned() }).map(drop)
    }

    /// Removes a client, as if the user had removed it with the SDK: `client:remove` with the reason `sdk`.
    pub fn remove_client(&self, user: &str, client: &str) -> io::Result<()> {
        self.simulate(SimulatedEvent::RemoveClient { user: user.to_owned(), client: client.to_owned() }).map(drop)
    }

    /// Detects the user's language: `user:update` with the reason `localeDetection`.
    pub fn detect_locale(&self, user: &str, locale: &str) -> io::Result<()> {
        self.simulate(SimulatedEvent::DetectLocale { user: user.to_owned(), locale: locale.to_owned() }).map(drop)
    }

    /// Sends message content to a user as the Notification API does. If the user doesn't have a conversation, one is
    /// created with the reason `notification`. The user's next message has it in `recentNotifications`. Returns the ID of
    /// the message.
    pub fn notify(&self, user: &str, content: Value) -> io::Result<String> {
        let event = SimulatedEvent::Notify { user: user.to_owned(), client: None, content: object(content)? };
        self.simulate(event).map(|new| text(&new, "messageId"))
    }

    /// Adds or replaces a message template: its name, and message content in the API's format. The business sends it with
    /// the shorthand `%((template:name))%`.
    pub fn set_template(&self, name: &str, content: Value) -> io::Result<()> {
        self.simulate(SimulatedEvent::SetTemplate { name: name.to_owned(), content: object(content)? }).map(drop)
    }

    /// Denies the next request to `Authorize`, as the user would in the dialog. The browser is redirected with
    /// `error=access_denied` instead of a code.
    pub fn deny_authorization(&self) -> io::Result<()> {
        self.simulate(SimulatedEvent::DenyAuthorization).map(drop)
    }

    /// Sets or removes the `removeUrl` of the OAuth client, which is called when its access ends.
    pub fn set_remove_url(&self, url: Option<&str>) -> io::Result<()> {
        let url = url.map(str::to_owned);
        self.simulate(SimulatedEvent::SetRemoveUrl { client_id: None, url }).map(drop)
    }

    /// Removes the integration of the OAuth client, as the user would. Its tokens, keys and webhooks are removed, and its
    /// `removeUrl` is called.
    pub fn remove_integration(&self) -> io::Result<()> {
        self.simulate(SimulatedEvent::RemoveIntegration { client_id: None }).map(drop)
    }

    /// Adds a device, as if the user opened an app or page with the SDK. Also adds an `sdk` client if the user doesn't
    /// have one. Returns the device's ID.
    pub fn add_device(&self, user: &str, platform: Platform) -> io::Result<String> {
        self.simulate(SimulatedEvent::AddDevice { user: user.to_owned(), platform }).map(|new| text(&new, "deviceId"))
    }

    /// Merges two users. Clients, devices, identities, conversations (the two default ones become one) and messages of
    /// the discarded user move to the surviving one. The discarded ID is unknown afterwards.
    pub fn merge_users(&self, surviving: &str, discarded: &str) -> io::Result<()> {
        let (surviving, discarded) = (surviving.to_owned(), discarded.to_owned());
        self.simulate(SimulatedEvent::MergeUsers { surviving, discarded }).map(drop)
    }

    /// Deletes a message on the sender's channel. A placeholder that is marked as deleted stays.
    pub fn unsend_message(&self, conversation: &str, message: &str) -> io::Result<()> {
        let (conversation, message) = (conversation.to_owned(), message.to_owned());
        self.simulate(SimulatedEvent::UnsendMessage { conversation, message }).map(drop)
    }

    /// Delivers a message of the business to the user, on the first client of the conversation:
    /// `conversation:message:delivery:user`. The event for delivery to the channel is emitted automatically.
    pub fn deliver_message(&self, conversation: &str, message: &str) -> io::Result<()> {
        let (conversation, message) = (conversation.to_owned(), message.to_owned());
        self.simulate(SimulatedEvent::MessageDelivered { conversation, message }).map(drop)
    }

    /// Fails the delivery of a message of the business on the first client of the conversation:
    /// `conversation:message:delivery:failure`, with this error.
    pub fn fail_message(&self, conversation: &str, message: &str, code: &str, title: &str) -> io::Result<()> {
        let (conversation, message) = (conversation.to_owned(), message.to_owned());
        let (code, title) = (code.to_owned(), title.to_owned());
        self.simulate(SimulatedEvent::MessageFailed { conversation, message, code, title }).map(drop)
    }

    /// Adds or updates a user of Zendesk Support; `SyncUser` copies it to the messaging user.
    pub fn set_zendesk_user(&self, zendesk_id: &str, user: ZendeskUser) -> io::Result<()> {
        self.simulate(SimulatedEvent::SetZendeskUser { zendesk_id: zendesk_id.to_owned(), user }).map(drop)
    }

    /// Logs the user in through the help center, which sets the Zendesk ID. It must be unique.
    pub fn link_zendesk_user(&self, user: &str, zendesk_id: &str) -> io::Result<()> {
        let (user, zendesk_id) = (user.to_owned(), zendesk_id.to_owned());
        self.simulate(SimulatedEvent::LinkZendeskUser { user, zendesk_id }).map(drop)
    }

    /// Stores the JSON object that Apple keeps for a message reference. Returns the URL for the reference;
    /// `DownloadMessageRef` fetches the object from there.
    pub fn add_message_ref(&self, data: Value) -> io::Result<String> {
        self.simulate(SimulatedEvent::AddMessageRef { data }).map(|new| text(&new, "url"))
    }

    pub(crate) fn simulate(&self, event: impl Into<Simulation>) -> io::Result<Value> {
        self.server.simulate(self.app_id(), event).map_err(failure)
    }
}

pub(crate) fn failure(error: ApiError) -> io::Error {
    let kind = if error.is_not_found() { io::ErrorKind::NotFound } else { io::ErrorKind::InvalidInput };
    io::Error::new(kind, error.titles().join("; "))
}

pub(crate) fn object(content: Value) -> io::Result<Object> {
    match content {
        Value::Object(content) => Ok(content),
        _ => Err(io::Error::new(io::ErrorKind::InvalidInput, "/content: must be an object")),
    }
}

pub(crate) fn text(new: &Value, name: &str) -> String {
    new[name].as_str().unwrap_or_default().to_owned()
}
