//! Conversations that start without a request.

use serde_json::Value;

use crate::domain::switchboard;
use crate::model::context::Context;
use crate::model::conversation::{Conversation, Kind, Participant};
use crate::model::event::Source;
use crate::model::state::App;
use crate::util::error::ApiError;

/// Why a conversation is created without `CreateConversation`.
#[derive(Clone, Copy)]
pub(crate) enum Reason {
    LinkRequest,
    Message,
    Notification,
    PrechatCapture,
    ProactiveMessaging,
    StartConversation,
}

/// Creates a conversation for a user's action, which is the default one if it is the first. Returns its ID.
pub(crate) fn start(
    app: &mut App,
    user_id: &str,
    reason: Reason,
    referral: Option<&Value>,
    source: &Source,
    integration: Option<&str>,
    context: &Context,
) -> Result<String, ApiError> {
    let participant = Participant::new(context.new_id(), app.user(user_id, None)?);
    let conversation = Conversation {
        is_default: !has_personal(app, user_id),
        control: switchboard::of_new_conversation(app, integration),
        ..Conversation::new(context.new_id(), Kind::Personal, context.now())
    };
    let id = conversation.id.clone();
    app.participants.add(&id, participant);
    app.conversations.push(conversation);
    let reason = match reason {
        Reason::LinkRequest => "linkRequest",
        Reason::Message => "message",
        Reason::Notification => "notification",
        Reason::PrechatCapture => "prechatCapture",
        Reason::ProactiveMessaging => "proactiveMessaging",
        Reason::StartConversation => "startConversation",
    };
    app.emit_created(&id, reason, source, referral);
    Ok(id)
}

pub(crate) fn has_personal(app: &App, user_id: &str) -> bool {
    app.conversations_of(user_id).any(|conversation| conversation.r#type == Kind::Personal)
}
