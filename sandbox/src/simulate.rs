//! Simulated events: changes by end users, their channels and Zendesk Support, which aren't operations of the API.

use std::io;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::Sandbox;
use crate::agent::AgentAction;
use crate::context::Context;
use crate::document::document;
use crate::end_user::{Action, Place};
use crate::error::ApiError;
use crate::routes::{block, cancel_link, confirm, end_delivery, register_device, unsend};
use crate::server::{Server, no_app};
use crate::state::{App, Client, ClientStatus, Object, User};

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

/// A simulated event: the body of `POST /sandbox/apps/{appId}/simulate`. Users are given by ID or external ID.
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
    /// Zendesk has detected the user's language.
    DetectLocale {
        user: String,
        locale: String,
    },
    /// A pending link fails.
    FailLink {
        user: String,
        client: String,
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
    pub(crate) fn simulate(&self, app: &str, event: SimulatedEvent) -> Result<Value, ApiError> {
        self.context.clock.tick();
        let shown = self.feed.is_watched().then(|| serde_json::to_value(&event).unwrap_or_default());
        let response = {
            let mut state = self.state();
            let app = state.app_mut(app).ok_or_else(no_app)?;
            self.changed();
            let response = event.simulate(app, &self.context);
            self.notify(app);
            response
        };
        if let Some(event) = shown {
            let (result, error) = match &response {
                Ok(result) => (Some(result), None),
                Err(error) => (None, Some(error.titles().join("; "))),
            };
            let (number, time) = (self.feed.number(), self.context.now());
            let simulated =
                json!({"number": number, "time": time, "app": app, "event": event, "result": result, "error": error});
            self.feed.send("simulated", simulated);
        }
        response
    }
}

impl SimulatedEvent {
    fn simulate(self, app: &mut App, context: &Context) -> Result<Value, ApiError> {
        match self {
            Self::AddDevice { user, platform } => {
                let user = id(app, &user)?;
                return Ok(json!({"deviceId": register_device(app, &user, platform, context)}));
            }
            Self::AddEmailIdentity { user, email } => app.add_email_identity(&user, &email)?,
            Self::AddUser { external_id, given_name, surname } => {
                let id = add_user(app, external_id, [("givenName", given_name), ("surname", surname)], context)?;
                return Ok(json!({ "userId": id }));
            }
            Self::AddClient { user, channel } => {
                let user = id(app, &user)?;
                return Ok(json!({"clientId": add_client(app, &user, &channel, context)?}));
            }
            Self::AgentAction { conversation, action } => return action.perform(&conversation, app, context),
            Self::AddMessageRef { data } => {
                let url = format!("{}/messageRefs/{}", context.base_url, context.new_id());
                app.message_refs.insert(url.clone(), data);
                return Ok(json!({ "url": url }));
            }
            Self::BlockClient { user, client } => {
                let user = id(app, &user)?;
                block(app, &user, &client, true)
                    .ok_or_else(|| ApiError::not_found("the user doesn't have an active client with this ID"))?;
            }
            Self::UnblockClient { user, client } => {
                let user = id(app, &user)?;
                block(app, &user, &client, false)
                    .ok_or_else(|| ApiError::not_found("the user doesn't have a blocked client with this ID"))?;
            }
            Self::CancelLink { user, client } => no_link(app, &user, &client, "linkCancelled")?,
            Self::FailLink { user, client } => no_link(app, &user, &client, "linkFailed")?,
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
            Self::LinkZendeskUser { user, zendesk_id } => link_zendesk_user(app, &user, zendesk_id)?,
            Self::MergeUsers { surviving, discarded } => {
                let (surviving, discarded) = (id(app, &surviving)?, id(app, &discarded)?);
                if !app.merge_users(&surviving, &discarded, "sdkLogin") {
                    return Err(ApiError::bad_request("the two users are the same"));
                }
            }
            Self::SetZendeskUser { zendesk_id, user } => {
                app.zendesk_users.insert(zendesk_id, user);
            }
            Self::MessageDelivered { conversation, message } => end_delivery(app, &conversation, &message, None)?,
            Self::MessageFailed { conversation, message, code, title } => {
                let error = json!({"code": code, "message": title});
                end_delivery(app, &conversation, &message, Some(error))?;
            }
            Self::UserAction { user, conversation, client, action } => {
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
    names: [(&str, Option<String>); 2],
    context: &Context,
) -> Result<String, ApiError> {
    if let Some(external_id) = &external_id
        && app.user_by_external_id(external_id, None).is_some()
    {
        return Err(ApiError::conflict("a user with this externalId already exists"));
    }
    let profile = names.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?.into()))).collect();
    let user = User {
        id: context.new_id(),
        authenticated: external_id.is_some(),
        external_id,
        zendesk_id: None,
        brand_id: None,
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
    app.clients.entry(user.to_owned()).or_default().push(client.clone());
    app.emit_client("client:add", user, &client, "channelLinking", None);
    Ok(id)
}

pub(crate) fn id(app: &App, user: &str) -> Result<String, ApiError> {
    Ok(app.user(user, None)?.id.clone())
}

fn no_link(app: &mut App, user: &str, client: &str, reason: &str) -> Result<(), ApiError> {
    let user = id(app, user)?;
    cancel_link(app, &user, client, reason)
        .ok_or_else(|| ApiError::not_found("the user doesn't have a pending client with this ID"))
}

fn link_zendesk_user(app: &mut App, user: &str, zendesk_id: String) -> Result<(), ApiError> {
    let id = id(app, user)?;
    let has_it = |user: &User| user.id != id && user.zendesk_id.as_deref() == Some(&zendesk_id);
    if app.users.iter().any(has_it) {
        return Err(ApiError::conflict("another user has this zendeskId"));
    }
    let user = app.user_mut(&id, None)?;
    user.zendesk_id = Some(zendesk_id);
    if !std::mem::replace(&mut user.authenticated, true) {
        app.emit_user("user:update", &id, Some("authentication"));
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

    pub(crate) fn simulate(&self, event: SimulatedEvent) -> io::Result<Value> {
        self.server.simulate(self.app_id(), event).map_err(failure)
    }
}

pub(crate) fn failure(error: ApiError) -> io::Error {
    let kind = if error.is_not_found() { io::ErrorKind::NotFound } else { io::ErrorKind::InvalidInput };
    io::Error::new(kind, error.titles().join("; "))
}

pub(crate) fn text(new: &Value, name: &str) -> String {
    new[name].as_str().unwrap_or_default().to_owned()
}
