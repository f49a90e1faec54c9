//! Rules for clients: links, and blocked and inactive clients.

use std::sync::Arc;

use serde_json::Value;

use crate::model::client::{Client, ClientStatus, Link};
use crate::model::context::Context;
use crate::model::conversation::ClientAssociation;
use crate::model::state::App;
use crate::util::error::ApiError;
use crate::util::values::view;

/// Whether a client is pending until the user sends a message.
pub(crate) fn awaits_activity(app: &App, user: &str, client: &str) -> bool {
    let is_pending = |own: &Client| own.id == client && own.status == ClientStatus::Pending;
    app.clients(user).iter().any(is_pending) && app.links.get(client).is_some_and(|link| link.on_activity)
}

/// Removes a pending client, because the user has ended the link, or because it has failed.
pub(crate) fn cancel_link(app: &mut App, user: &str, client: &str, reason: &str, error: Value) -> Result<(), ApiError> {
    with_status(app, user, client, ClientStatus::Pending)?;
    let conversation = app.links.get(client).and_then(|link| link.conversation_id.clone());
    let gone = app.remove_client(user, client).ok_or_else(no_client)?;
    app.emit_lost_link(user, &gone, reason, conversation.as_deref(), error);
    Ok(())
}

/// The channel has found the account of a pending client.
pub(crate) fn match_client(app: &mut App, user: &str, client: &str) -> Result<(), ApiError> {
    let client = with_status(app, user, client, ClientStatus::Pending)?.clone();
    let conversation = app.links.get(&client.id).and_then(|link| link.conversation_id.clone());
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
    let link = Link { conversation_id: Some(conversation.to_owned()), primary: true, on_activity: true };
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

pub(crate) fn no_client() -> ApiError {
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
pub(crate) fn link(app: &mut App, user: &str, client: &str, now: &str) -> Option<String> {
    let pending = find(app, user, client).filter(|client| client.status == ClientStatus::Pending)?.clone();
    let link = Arc::make_mut(&mut app.links).remove(client);
    let conversation = link.as_ref().and_then(|link| link.conversation_id.as_deref());
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
    if let (Some(link), Some(conversation)) = (&link, conversation)
        && let Some(participant) = app.participants.find_mut(conversation, user)
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
