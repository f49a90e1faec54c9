//! Conversations: personal ones and groups.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use crate::api::paging::Wanted;
use crate::api::participants;
use crate::api::participants::Wish;
use crate::api::request::Call;
use crate::api::response::{named, nothing};
use crate::domain::conversations::has_personal;
use crate::domain::switchboard;
use crate::model::conversation::{Conversation, Kind};
use crate::model::event::Source;
use crate::model::state::{App, updated_metadata};
use crate::util::error::ApiError;
use crate::util::packed::Object;
use crate::util::values::{exactly_one, present, view};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Create {
    r#type: Kind,
    #[serde(default)]
    participants: Vec<Wish>,
    display_name: Option<String>,
    description: Option<String>,
    icon_url: Option<String>,
    metadata: Option<Object>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Update {
    #[serde(default, deserialize_with = "present")]
    display_name: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    description: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    icon_url: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    metadata: Option<Option<Object>>,
}

pub(crate) fn create(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let body: Create = call.body()?;
    if body.r#type == Kind::Personal && body.participants.len() != 1 {
        return Err(ApiError::bad_request(
            "/participants: must have exactly one participant in a personal conversation",
        ));
    }
    let users = participants::users(&body.participants, body.r#type, app)?;
    let is_default = body.r#type == Kind::Personal && !users.iter().any(|user| has_personal(app, user));
    let mut participants = Vec::new();
    for (user, wish) in users.iter().zip(&body.participants) {
        participants.push(participants::admit(user, wish, call, app)?);
    }
    let conversation = Conversation {
        is_default,
        display_name: body.display_name,
        description: body.description,
        icon_url: body.icon_url,
        metadata: body.metadata.unwrap_or_default(),
        control: switchboard::of_new_conversation(app, None),
        ..Conversation::new(call.new_id(), body.r#type, call.now())
    };
    let response = named("conversation", &conversation)?;
    let id = conversation.id.clone();
    for participant in participants {
        app.participants.add(&id, participant);
    }
    app.conversations.push(conversation);
    app.emit_created(&id, "none", &Source::api(), None);
    Ok(response)
}

pub(crate) fn list(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let filters =
        BTreeMap::from([("userId", call.filter("userId")), ("userExternalId", call.filter("userExternalId"))]);
    let (name, key) = exactly_one("filter", filters)?;
    let user = app.user_given_as(name, key, None)?;
    let conversations: Vec<&Conversation> = app.conversations_of(&user.id).collect();
    Wanted::of(call)?.cut("conversations", &conversations, view)
}

pub(crate) fn get(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    named("conversation", app.conversation(call.path("conversationId"))?)
}

pub(crate) fn update(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let conversation = app.conversation_mut(call.path("conversationId"))?;
    let body: Update = call.body()?;
    conversation.metadata = updated_metadata(&conversation.metadata, body.metadata)?;
    set(&mut conversation.display_name, body.display_name);
    set(&mut conversation.description, body.description);
    set(&mut conversation.icon_url, body.icon_url);
    named("conversation", conversation)
}

fn set(field: &mut Option<String>, value: Option<Option<String>>) {
    if let Some(value) = value {
        *field = value;
    }
}

pub(crate) fn delete(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let conversation = app.conversation(call.path("conversationId"))?;
    if conversation.is_default {
        return Err(ApiError::bad_request("the default conversation can't be deleted; delete its messages instead"));
    }
    app.emit_conversation("conversation:remove", call.path("conversationId"));
    app.remove_conversation(call.path("conversationId"));
    Ok(nothing())
}
