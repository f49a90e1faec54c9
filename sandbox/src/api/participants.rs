//! Participants of a conversation.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::Value;

use crate::api::paging::Wanted;
use crate::api::request::Call;
use crate::api::response::{named, nothing};
use crate::domain::devices::sdk_client;
use crate::model::conversation::{Kind, Participant};
use crate::model::state::App;
use crate::model::user::User;
use crate::util::error::ApiError;
use crate::util::values::{exactly_one, view};

/// A user to add to a conversation.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Wish {
    user_id: Option<String>,
    user_external_id: Option<String>,
    #[serde(rename = "subscribeSDKClient")]
    subscribe: Option<bool>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Leave {
    user_id: Option<String>,
    user_external_id: Option<String>,
    participant_id: Option<String>,
}

/// Returns the IDs of the users, which must be unique. Nothing is changed yet: the request may still be rejected.
pub(crate) fn users(wishes: &[Wish], kind: Kind, app: &App) -> Result<Vec<String>, ApiError> {
    let mut seen = BTreeSet::new();
    let mut users = Vec::new();
    for (index, wish) in wishes.iter().enumerate() {
        let place = format!("/participants/{index}");
        let user = user(wish, &place, kind, app)?;
        if !seen.insert(&user.id) {
            return Err(ApiError::bad_request(format!("{place}: the user is listed twice")));
        }
        users.push(user.id.clone());
    }
    Ok(users)
}

fn user<'s>(wish: &Wish, place: &str, kind: Kind, app: &'s App) -> Result<&'s User, ApiError> {
    let given =
        BTreeMap::from([("userId", wish.user_id.as_deref()), ("userExternalId", wish.user_external_id.as_deref())]);
    let (name, key) = exactly_one(if place.is_empty() { "body" } else { place }, given)?;
    if kind == Kind::SdkGroup && wish.subscribe.is_none() {
        return Err(ApiError::bad_request(format!("{place}/subscribeSDKClient: is required in a group")));
    }
    app.user_given_as(name, key, None)
}

/// Creates the participant of a user, with a client if one is to be subscribed.
pub(crate) fn admit(user_id: &str, wish: &Wish, call: &Call, app: &mut App) -> Result<Participant, ApiError> {
    let subscribed = wish.subscribe.unwrap_or_default();
    let client_associations = subscribed.then(|| sdk_client(app, user_id, call.context)).into_iter().collect();
    Ok(Participant { client_associations, ..Participant::new(call.new_id(), app.user(user_id, None)?) })
}

pub(crate) fn join(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let wish: Wish = call.body()?;
    let conversation = app.conversation(call.path("conversationId"))?;
    if conversation.r#type != Kind::SdkGroup {
        return Err(ApiError::bad_request("only a conversation of type sdkGroup can be joined"));
    }
    let user = user(&wish, "", conversation.r#type, app)?.id.clone();
    if app.participant(call.path("conversationId"), &user).is_some() {
        return Err(ApiError::bad_request("the user is already a participant"));
    }
    let participant = admit(&user, &wish, call, app)?;
    let response = named("participant", &participant)?;
    app.participants.add(call.path("conversationId"), participant);
    app.emit_participant("conversation:join", call.path("conversationId"), &user);
    Ok(response)
}

pub(crate) fn list(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let conversation = app.conversation(call.path("conversationId"))?;
    Wanted::of(call)?.cut("participants", app.participants(&conversation.id), view)
}

pub(crate) fn leave(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let body: Leave = call.body()?;
    let conversation = app.conversation(call.path("conversationId"))?;
    if conversation.r#type != Kind::SdkGroup {
        return Err(ApiError::bad_request("only a conversation of type sdkGroup can be left"));
    }
    let given = BTreeMap::from([
        ("userId", body.user_id.as_deref()),
        ("userExternalId", body.user_external_id.as_deref()),
        ("participantId", body.participant_id.as_deref()),
    ]);
    let participant = match exactly_one("body", given)? {
        ("participantId", id) => Some(id.to_owned()),
        (name, key) => {
            let user = app.user_given_as(name, key, None)?;
            app.participant(&conversation.id, &user.id).map(|participant| participant.id.clone())
        }
    };
    let conversation = conversation.id.clone();
    let gone = participant
        .and_then(|id| app.participants.remove(&conversation, &id))
        .ok_or_else(|| ApiError::not_found("participant not found"))?;
    app.emit_participant("conversation:leave", &conversation, &gone.user_id);
    Ok(nothing())
}
