//! Who takes part in a conversation.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::Value;

use super::{named, nothing, view};
use crate::error::ApiError;
use crate::id;
use crate::page::Wanted;
use crate::request::{Call, exactly_one};
use crate::state::{Kind, Participant, State, User, remove};

/// A user who is to take part.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Wish {
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

/// The users that are meant, by id, none twice. Nothing is changed yet: the request may still be refused.
pub(super) fn users(wishes: &[Wish], kind: Kind, state: &State) -> Result<Vec<String>, ApiError> {
    let mut seen = BTreeSet::new();
    let mut users = Vec::new();
    for (index, wish) in wishes.iter().enumerate() {
        let place = format!("/participants/{index}");
        let user = user(wish, &place, kind, state)?;
        if !seen.insert(&user.id) {
            return Err(ApiError::bad_request(format!("{place}: the user stands there already")));
        }
        users.push(user.id.clone());
    }
    Ok(users)
}

fn user<'s>(wish: &Wish, place: &str, kind: Kind, state: &'s State) -> Result<&'s User, ApiError> {
    let given =
        BTreeMap::from([("userId", wish.user_id.as_deref()), ("userExternalId", wish.user_external_id.as_deref())]);
    let (name, key) = exactly_one(if place.is_empty() { "body" } else { place }, given)?;
    if kind == Kind::SdkGroup && wish.subscribe.is_none() {
        return Err(ApiError::bad_request(format!("{place}/subscribeSDKClient: is required in a group")));
    }
    state.user_given_as(name, key, None)
}

/// The participant that a user becomes, with a client of its own where one is to be subscribed.
pub(super) fn admit(user_id: &str, wish: &Wish, state: &mut State) -> Result<Participant, ApiError> {
    let user = state.user_mut(user_id, None)?;
    let subscribed = wish.subscribe.unwrap_or_default();
    Ok(Participant {
        id: id::new(),
        user_id: user.id.clone(),
        user_external_id: user.external_id.clone(),
        unread_count: 0,
        last_read: None,
        client_associations: subscribed.then(|| user.sdk_client()).into_iter().collect(),
    })
}

pub(super) fn join(call: &Call, state: &mut State) -> Result<Value, ApiError> {
    let wish: Wish = call.body()?;
    let conversation = state.conversation(call.path("conversationId"))?;
    if conversation.r#type != Kind::SdkGroup {
        return Err(ApiError::bad_request("only a conversation of type sdkGroup can be joined"));
    }
    let user = user(&wish, "", conversation.r#type, state)?.id.clone();
    if conversation.participant(&user).is_some() {
        return Err(ApiError::bad_request("the user is a participant already"));
    }
    let participant = admit(&user, &wish, state)?;
    let answer = named("participant", &participant)?;
    state.conversation_mut(call.path("conversationId"))?.participants.push(participant);
    Ok(answer)
}

pub(super) fn list(call: &Call, state: &mut State) -> Result<Value, ApiError> {
    let conversation = state.conversation(call.path("conversationId"))?;
    Wanted::of(call)?.cut("participants", &conversation.participants, view)
}

pub(super) fn leave(call: &Call, state: &mut State) -> Result<Value, ApiError> {
    let body: Leave = call.body()?;
    let conversation = state.conversation(call.path("conversationId"))?;
    let given = BTreeMap::from([
        ("userId", body.user_id.as_deref()),
        ("userExternalId", body.user_external_id.as_deref()),
        ("participantId", body.participant_id.as_deref()),
    ]);
    let participant = match exactly_one("body", given)? {
        ("participantId", id) => Some(id.to_owned()),
        (name, key) => {
            let user = state.user_given_as(name, key, None)?;
            conversation.participant(&user.id).map(|participant| participant.id.clone())
        }
    };
    let participants = &mut state.conversation_mut(call.path("conversationId"))?.participants;
    participant.and_then(|id| remove(participants, &id)).ok_or_else(|| ApiError::not_found("participant not found"))?;
    Ok(nothing())
}
