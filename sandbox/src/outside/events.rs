//! Simulated events: changes by end users, their channels and Zendesk Support, which aren't operations of the API.

use std::io;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Value, json};

use crate::domain::clients::{activate as activate_client, block as block_client, cancel_link, confirm, match_client};
use crate::domain::devices::{register as register_device, sdk_client};
use crate::domain::integrations::remove_access;
use crate::domain::messages::{SDKS, end_delivery, unsend};
use crate::model::client::{Client, ClientStatus};
use crate::model::context::Context;
use crate::model::device::Platform;
use crate::model::oauth::OAuthClient;
use crate::model::state::{App, State, no_app};
use crate::model::user::User;
use crate::model::zendesk_user::ZendeskUser;
use crate::outside::action::{Action, Place, check_content, notify};
use crate::outside::agent::AgentAction;
use crate::spec::document::document;
use crate::spec::violation::reject;
use crate::util::error::ApiError;
use crate::util::packed::Object;

/// The body of `POST /sandbox/apps/{appId}/simulate`: an event, and the brand of its users.
pub(crate) struct Simulation {
    pub(crate) brand: Option<String>,
    pub(crate) event: SimulatedEvent,
}

impl Simulation {
    /// Applies the event. Its user must still be valid.
    pub(crate) fn simulate(self, state: &mut State, app: &str, context: &Context) -> Result<Value, ApiError> {
        let shown = self.shown();
        let result = self.event.simulate(state, app, self.brand.as_deref(), context)?;
        let given = [&result["userId"], &shown["user"], &shown["surviving"]].into_iter().find_map(Value::as_str);
        let user =
            given.zip(state.app(app)).and_then(|(user, app)| Some((app, app.user(user, self.brand.as_deref()).ok()?)));
        user.map_or(Ok(()), |(app, user)| check_user(app, &user.id))?;
        Ok(result)
    }

    pub(crate) fn in_brand(event: SimulatedEvent, brand: Option<String>) -> Self {
        Self { brand, event }
    }

    /// The body of the request.
    pub(crate) fn shown(&self) -> Value {
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

/// Checks a user, because the API would later reject a response that contains one that the document doesn't allow.
pub(crate) fn check_user(app: &App, id: &str) -> Result<(), ApiError> {
    let (meta, links) = (json!({"hasMore": false}), json!({}));
    for (operation, response) in [
        ("GetUser", json!({"user": app.user(id, None)?})),
        ("ListClients", json!({"clients": app.clients(id), "meta": meta, "links": links})),
        ("ListDevices", json!({"devices": app.devices.of(id), "meta": meta, "links": links})),
    ] {
        let violations = document().operation(operation).map(|operation| operation.response_violations(&response));
        reject(violations.unwrap_or_default(), ToString::to_string)?;
    }
    Ok(())
}

/// Adds a user with values that `CreateUser` accepts.
pub(crate) fn add_user(
    app: &mut App,
    external_id: Option<String>,
    brand: Option<&str>,
    names: [(&str, Option<String>); 2],
    context: &Context,
) -> Result<String, ApiError> {
    let profile: Object = names.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?.into()))).collect();
    let mut body = json!({ "profile": profile });
    for (key, value) in [("externalId", external_id.as_deref()), ("brandId", brand)] {
        value.into_iter().for_each(|value| body[key] = value.into());
    }
    let violations = document().operation("CreateUser").map(|create| create.body_violations(&body));
    reject(violations.unwrap_or_default(), ToString::to_string)?;
    if let Some(external_id) = &external_id
        && app.user_by_external_id(external_id, brand).is_some()
    {
        return Err(ApiError::conflict("a user with this externalId already exists"));
    }
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
pub(crate) fn add_client(app: &mut App, user: &str, channel: &str, context: &Context) -> Result<String, ApiError> {
    if SDKS.contains(&channel) {
        return Ok(sdk_client(app, user, context).client_id);
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

pub(crate) fn link_zendesk_user(app: &mut App, id: &str, zendesk_id: String) -> Result<(), ApiError> {
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

pub(crate) fn object(content: Value) -> io::Result<Object> {
    match content {
        Value::Object(content) => Ok(content),
        _ => Err(io::Error::new(io::ErrorKind::InvalidInput, "/content: must be an object")),
    }
}

pub(crate) fn text(new: &Value, name: &str) -> String {
    new[name].as_str().unwrap_or_default().to_owned()
}
