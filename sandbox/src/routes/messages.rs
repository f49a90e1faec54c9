//! Messages of a conversation.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};

use super::control;
use super::{named, nothing, view};
use crate::error::ApiError;
use crate::page::Wanted;
use crate::request::{Call, exactly_one};
use crate::state::{App, Message, Object, remove};

const MAX_TEXT: usize = 4096;

#[derive(Deserialize)]
struct Post {
    author: Object,
    content: Object,
    metadata: Option<Object>,
    destination: Option<Object>,
}

pub(super) fn post(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let body: Post = call.body()?;
    let conversation = app.conversation(call.path("conversationId"))?;
    let most = call.context.limits.messages;
    if app.messages(&conversation.id).len() >= most {
        return Err(ApiError::locked(format!("the conversation has {most} messages: delete some to post more")));
    }
    if let Some(destination) = &body.destination {
        let names = ["integrationId", "integrationType"];
        exactly_one("/destination", names.map(|name| (name, text(destination, name))).into())?;
    }
    let message = Message {
        id: call.new_id(),
        received: call.now(),
        author: author(body.author, &conversation.id, app)?,
        content: content(body.content)?,
        source: json!({"type": "api"}),
        metadata: body.metadata,
    };
    let answer = named("messages", &[&message])?;
    receive(message, call.path("conversationId"), app)?;
    Ok(answer)
}

/// Stores the message: its author has read all, the others have one more to read.
fn receive(message: Message, conversation_id: &str, app: &mut App) -> Result<(), ApiError> {
    let author = text(&message.author, "userId");
    for participant in app.participants.get_mut(conversation_id).into_iter().flatten() {
        if author == Some(participant.user_id.as_str()) {
            participant.unread_count = 0;
            participant.last_read = Some(message.received.clone());
        } else {
            participant.unread_count += 1;
        }
    }
    control::assign(conversation_id, app)?;
    app.conversation_mut(conversation_id)?.last_updated_at.clone_from(&message.received);
    app.messages.entry(conversation_id.to_owned()).or_default().push(message);
    Ok(())
}

/// The author as an answer shows it: a user by id, whichever way the request named it.
fn author(mut author: Object, conversation_id: &str, app: &App) -> Result<Object, ApiError> {
    let external_id = author.remove("userExternalId");
    let brand_id = author.remove("brandId");
    let given = BTreeMap::from([
        ("userId", text(&author, "userId")),
        ("userExternalId", external_id.as_ref().and_then(Value::as_str)),
    ]);
    if text(&author, "type") == Some("business") {
        return match given.iter().find(|(_, value)| value.is_some()) {
            Some((name, _)) => Err(ApiError::bad_request(format!("/author/{name}: only for an author of type user"))),
            None => Ok(author),
        };
    }
    let (name, key) = exactly_one("/author", given)?;
    let user = app.user_given_as(name, key, brand_id.as_ref().and_then(Value::as_str))?;
    if app.participant(conversation_id, &user.id).is_none() {
        return Err(ApiError::bad_request(format!("/author/{name}: the user is not a participant")));
    }
    author.insert("userId".to_owned(), user.id.clone().into());
    Ok(author)
}

/// The content as an answer shows it: Markdown has become HTML and, where there is none, the text.
fn content(mut content: Object) -> Result<Object, ApiError> {
    let body = ["text", "htmlText", "markdownText", "actions"];
    if text(&content, "type") == Some("text") && !body.iter().any(|key| content.contains_key(*key)) {
        let message = "is required unless there is htmlText, markdownText or actions";
        return Err(ApiError::bad_request(format!("/content/text: {message}")));
    }
    for field in content.get_mut("fields").and_then(Value::as_array_mut).into_iter().flatten() {
        field.as_object_mut().and_then(|field| field.remove("quotedMessageId"));
    }
    if let Some(Value::String(markdown)) = content.remove("markdownText") {
        render(&mut content, markdown)?;
    }
    Ok(content)
}

fn render(content: &mut Object, markdown: String) -> Result<(), ApiError> {
    if content.contains_key("htmlText") {
        return Err(ApiError::bad_request("/content/markdownText: not together with htmlText"));
    }
    // One escaped paragraph: enough to see that a conversion took place, without a Markdown parser.
    let escaped = markdown.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let html = format!("<p>{escaped}</p>");
    if html.chars().count() > MAX_TEXT {
        return Err(ApiError::bad_request("/content/markdownText: as HTML longer than 4096 characters"));
    }
    content.insert("htmlText".to_owned(), html.into());
    content.entry("text").or_insert(markdown.into());
    Ok(())
}

fn text<'o>(object: &'o Object, key: &str) -> Option<&'o str> {
    object.get(key).and_then(Value::as_str)
}

pub(super) fn list(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let conversation = app.conversation(call.path("conversationId"))?;
    Wanted::of_messages(call)?.cut("messages", app.messages(&conversation.id), view)
}

pub(super) fn delete_all(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let conversation = app.conversation(call.path("conversationId"))?.id.clone();
    let gone = app.messages.remove(&conversation).unwrap_or_default();
    app.forget_attachments(&gone);
    Ok(nothing())
}

pub(super) fn delete(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let conversation = app.conversation(call.path("conversationId"))?.id.clone();
    let messages = app.messages.entry(conversation).or_default();
    let gone = remove(messages, call.path("messageId")).ok_or_else(|| ApiError::not_found("message not found"))?;
    app.forget_attachments(&[gone]);
    Ok(nothing())
}
