//! Clients: the channels of a user.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{content, messages, named, nothing, text, view};
use crate::context::Context;
use crate::error::ApiError;
use crate::paging::Wanted;
use crate::request::Call;
use crate::state::{App, Client, ClientAssociation, ClientStatus, Object};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Create {
    match_criteria: MatchCriteria,
    confirmation: Confirmation,
    target: Target,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct MatchCriteria {
    r#type: String,
    integration_id: String,
    phone_number: Option<String>,
    address: Option<String>,
    primary: Option<bool>,
}

#[derive(Deserialize)]
struct Confirmation {
    r#type: ConfirmationType,
    message: Option<Message>,
}

#[derive(Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
enum ConfirmationType {
    Immediate,
    UserActivity,
    Prompt,
}

#[derive(Deserialize)]
struct Message {
    author: Object,
    content: Object,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Target {
    conversation_id: String,
}

/// The conversation that a pending client joins when it is confirmed, and whether it becomes primary.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Link {
    pub(crate) conversation_id: String,
    primary: bool,
    /// Whether a message of the user confirms the client.
    #[serde(default)]
    on_activity: bool,
}

/// The response shows the client as pending, regardless of the confirmation. With `immediate`, it becomes active right
/// after.
pub(super) fn create(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let body: Create = call.body()?;
    let conversation = app.conversation(&body.target.conversation_id)?.id.clone();
    let user = app.user(call.path("userIdOrExternalId"), call.brand_id())?.id.clone();
    if app.participant(&conversation, &user).is_none() {
        return Err(ApiError::bad_request("/target/conversationId: the user is not a participant"));
    }
    let criteria = body.match_criteria;
    let rejected = |what: &str| Err(ApiError::bad_request(format!("/matchCriteria/integrationId: {what}")));
    match app.integration(&criteria.integration_id) {
        Err(_) => return rejected("integration not found"),
        Ok(known) if known.r#type != criteria.r#type => return rejected(&format!("has the type {}", known.r#type)),
        Ok(_) => {}
    }
    if let Some(message) = body.confirmation.message {
        check_message(message, &conversation, app)?;
    }
    let account = account(&criteria)?;
    let client = Client {
        integration_id: Some(criteria.integration_id),
        external_id: Some(account),
        ..Client::new(call.new_id(), criteria.r#type, ClientStatus::Pending)
    };
    let response = named("client", &client)?;
    let id = client.id.clone();
    let primary = criteria.primary.unwrap_or(true);
    Arc::make_mut(&mut app.links).insert(
        id.clone(),
        Link {
            conversation_id: conversation.clone(),
            primary,
            on_activity: body.confirmation.r#type == ConfirmationType::UserActivity,
        },
    );
    app.emit_client("client:add", &user, &client, "channelLinking", Some(&conversation));
    app.clients.of_mut(&user).push(client);
    if body.confirmation.r#type == ConfirmationType::Immediate {
        link(app, &user, &id, &call.now());
    }
    Ok(response)
}

/// The user's account on the channel.
fn account(criteria: &MatchCriteria) -> Result<String, ApiError> {
    if criteria.r#type == "mailgun" {
        let address = criteria.address.as_deref().unwrap_or_default();
        let is_address = |(name, host): (&str, &str)| !name.is_empty() && !host.is_empty() && !host.contains('@');
        let is_address = address.split_once('@').is_some_and(is_address) && !address.contains(char::is_whitespace);
        return match is_address {
            true => Ok(address.to_owned()),
            false => Err(ApiError::bad_request("/matchCriteria/address: must be an email address")),
        };
    }
    let number: String =
        criteria.phone_number.iter().flat_map(|number| number.chars()).filter(|c| !" -().".contains(*c)).collect();
    let digits = number.strip_prefix('+').unwrap_or_default();
    if !(7..=15).contains(&digits.len()) || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        let message = "must be a phone number with + and country code, such as +15145550100";
        return Err(ApiError::bad_request(format!("/matchCriteria/phoneNumber: {message}")));
    }
    Ok(number)
}

/// Validates the confirmation message: text or image, with links at most.
fn check_message(message: Message, conversation_id: &str, app: &App) -> Result<(), ApiError> {
    let place = "/confirmation/message";
    messages::author(message.author, conversation_id, app).map_err(|error| error.below(place))?;
    if !["text", "image"].contains(&text(&message.content, "type").unwrap_or_default()) {
        return Err(ApiError::bad_request(format!("{place}/content/type: must be text or image")));
    }
    let actions = message.content.get("actions").and_then(Value::as_array);
    if let Some(index) = actions.and_then(|actions| actions.iter().position(|action| action["type"] != "link")) {
        return Err(ApiError::bad_request(format!("{place}/content/actions/{index}/type: must be link")));
    }
    content::accept(message.content).map_err(|error| error.below(place))?;
    Ok(())
}

/// Whether a client is pending until the user sends a message.
pub(crate) fn awaits_activity(app: &App, user: &str, client: &str) -> bool {
    let is_pending = |own: &Client| own.id == client && own.status == ClientStatus::Pending;
    app.clients(user).iter().any(is_pending) && app.links.get(client).is_some_and(|link| link.on_activity)
}

/// Removes a pending client, because the user has ended the link, or because it has failed.
pub(crate) fn cancel_link(app: &mut App, user: &str, client: &str, reason: &str, error: Value) -> Result<(), ApiError> {
    with_status(app, user, client, ClientStatus::Pending)?;
    let conversation = app.links.get(client).map(|link| link.conversation_id.clone());
    let gone = app.remove_client(user, client).ok_or_else(no_client)?;
    app.emit_lost_link(user, &gone, reason, conversation.as_deref(), error);
    Ok(())
}

/// The channel has found the account of a pending client.
pub(crate) fn match_client(app: &mut App, user: &str, client: &str) -> Result<(), ApiError> {
    let client = with_status(app, user, client, ClientStatus::Pending)?.clone();
    let conversation = app.links.get(&client.id).map(|link| link.conversation_id.clone());
    app.emit_client("client:update", user, &client, "matched", conversation.as_deref());
    Ok(())
}

/// Blocks or unblocks a client: the user has unsubscribed, or has returned.
pub(crate) fn block(app: &mut App, user: &str, client: &str, is_blocked: bool) -> Result<(), ApiError> {
    let (from, to, reason) = match is_blocked {
        true => (ClientStatus::Active, ClientStatus::Blocked, "blocked"),
        false => (ClientStatus::Blocked, ClientStatus::Active, "unblocked"),
    };
    let own = with_status(app, user, client, from)?;
    own.status = to;
    let updated = own.clone();
    app.emit_client("client:update", user, &updated, reason, None);
    Ok(())
}

/// Makes an inactive client active, or the reverse. The API doesn't have an event for it.
pub(crate) fn activate(app: &mut App, user: &str, client: &str, is_active: bool) -> Result<(), ApiError> {
    let (from, to) = match is_active {
        true => (ClientStatus::Inactive, ClientStatus::Active),
        false => (ClientStatus::Active, ClientStatus::Inactive),
    };
    with_status(app, user, client, from)?.status = to;
    Ok(())
}

/// Adds a pending client at the user's request, to continue a conversation on another channel. Returns its ID.
pub(crate) fn request_link(
    app: &mut App,
    user: &str,
    conversation: &str,
    channel: &str,
    context: &Context,
) -> Result<String, ApiError> {
    let integration = app.integration_of_type(channel).map(str::to_owned).ok_or_else(|| {
        ApiError::bad_request(format!("/channel: the app doesn't have an integration of the type {channel:?}"))
    })?;
    let client = Client {
        integration_id: Some(integration),
        ..Client::new(context.new_id(), channel.to_owned(), ClientStatus::Pending)
    };
    let id = client.id.clone();
    let link = Link { conversation_id: conversation.to_owned(), primary: true, on_activity: true };
    Arc::make_mut(&mut app.links).insert(id.clone(), link);
    app.emit_client("client:add", user, &client, "channelLinking", Some(conversation));
    app.clients.of_mut(user).push(client);
    Ok(id)
}

/// A client with this status.
fn with_status<'a>(
    app: &'a mut App,
    user: &str,
    client: &str,
    status: ClientStatus,
) -> Result<&'a mut Client, ApiError> {
    let found = find(app, user, client).filter(|client| client.status == status);
    found.ok_or_else(|| {
        let status = view(&status).unwrap_or_default();
        let status = status.as_str().unwrap_or_default();
        ApiError::not_found(format!("the user doesn't have a client with this ID and the status {status}"))
    })
}

fn no_client() -> ApiError {
    ApiError::not_found("client not found")
}

/// Confirms a pending client.
pub(crate) fn confirm(app: &mut App, user: &str, client: &str, context: &Context) -> Option<()> {
    let now = context.now();
    let id = link(app, user, client, &now)?;
    find(app, user, &id)?.last_seen = Some(now);
    Some(())
}

/// Activates a pending client, and returns the ID of the client that is active then. If the same person already has a
/// client for this account, that older client stays.
fn link(app: &mut App, user: &str, client: &str, now: &str) -> Option<String> {
    let pending = find(app, user, client).filter(|client| client.status == ClientStatus::Pending)?.clone();
    let link = Arc::make_mut(&mut app.links).remove(client);
    let conversation = link.as_ref().map(|link| link.conversation_id.as_str());
    let mut active = pending.id.clone();
    if let Some((owner, rival)) = rival(app, &pending) {
        let has_external_id = |id: &str| app.user(id, None).is_ok_and(|user| user.external_id.is_some());
        // Users with different external IDs aren't merged: the account moves.
        if owner != user && has_external_id(&owner) && has_external_id(user) {
            if let Some(stolen) = app.remove_client(&owner, &rival) {
                app.emit_client("client:remove", &owner, &stolen, "theft", conversation);
            }
        } else {
            let existing = app.clients(&owner).iter().find(|own| own.id == rival).cloned();
            app.remove_client(user, client);
            let merged = existing.map(|existing| (existing, pending.clone()));
            app.merge_users_and_clients(user, &owner, "channelLinking", merged);
            active = rival;
        }
    }
    let client = find(app, user, &active)?;
    client.status = ClientStatus::Active;
    client.linked_at.get_or_insert_with(|| now.to_owned());
    let association = ClientAssociation { r#type: client.r#type.clone(), client_id: active.clone() };
    let updated = client.clone();
    if let Some(link) = &link
        && let Some(participant) = app.participants.find_mut(&link.conversation_id, user)
    {
        let associations = &mut participant.client_associations;
        associations.retain(|own| *own != association);
        associations.insert(if link.primary { 0 } else { associations.len() }, association);
    }
    app.emit_client("client:update", user, &updated, "confirmed", conversation);
    Some(active)
}

/// The active client of the same account, and its user.
fn rival(app: &App, client: &Client) -> Option<(String, String)> {
    let is_it = |other: &&Client| {
        other.status == ClientStatus::Active
            && other.external_id.is_some()
            && (&other.r#type, &other.integration_id, &other.external_id)
                == (&client.r#type, &client.integration_id, &client.external_id)
    };
    app.clients.iter().find_map(|(user, clients)| Some((user.to_owned(), clients.iter().find(is_it)?.id.clone())))
}

fn find<'a>(app: &'a mut App, user: &str, client: &str) -> Option<&'a mut Client> {
    app.clients.get_mut(user)?.find_mut(client)
}

pub(super) fn list(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let user = app.user(call.path("userIdOrExternalId"), call.brand_id())?;
    Wanted::of(call)?.cut("clients", app.clients(&user.id), view)
}

pub(super) fn remove(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let user = app.user(call.path("userIdOrExternalId"), call.brand_id())?.id.clone();
    let gone = app.remove_client(&user, call.path("clientId"));
    let gone = gone.ok_or_else(no_client)?;
    app.emit_client("client:remove", &user, &gone, "api", None);
    Ok(nothing())
}
