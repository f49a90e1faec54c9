//! Messages of a conversation.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};

use super::{named, nothing, view};
use crate::error::ApiError;
use crate::id;
use crate::page::Wanted;
use crate::request::{Call, exactly_one};
use crate::state::{Conversation, Message, Object, State, now, remove};

/// A conversation that has so many takes no more.
const MAX_MESSAGES: usize = 30_000;
const MAX_TEXT: usize = 4096;

#[derive(Deserialize)]
struct Post {
    author: Object,
    content: Object,
    metadata: Option<Object>,
    destination: Option<Object>,
}

pub(super) fn post(call: &Call, state: &mut State) -> Result<Value, ApiError> {
    let body: Post = call.body()?;
    let conversation = state.conversation(call.path("conversationId"))?;
    if conversation.messages.len() >= MAX_MESSAGES {
        return Err(ApiError::locked("the conversation has 30,000 messages: delete some to post more"));
    }
    if let Some(destination) = &body.destination {
        let names = ["integrationId", "integrationType"];
        exactly_one("/destination", names.map(|name| (name, text(destination, name))).into())?;
    }
    let message = Message {
        id: id::new(),
        received: now(),
        author: author(body.author, conversation, state)?,
        content: content(body.content)?,
        source: json!({"type": "api"}),
        metadata: body.metadata,
    };
    let answer = named("messages", &[&message])?;
    receive(message, state.conversation_mut(call.path("conversationId"))?);
    Ok(answer)
}

/// Stores the message: its author has read all, the others have one more to read.
fn receive(message: Message, conversation: &mut Conversation) {
    let author = text(&message.author, "userId");
    for participant in &mut conversation.participants {
        if author == Some(participant.user_id.as_str()) {
            participant.unread_count = 0;
            participant.last_read = Some(message.received.clone());
        } else {
            participant.unread_count += 1;
        }
    }
    conversation.last_updated_at.clone_from(&message.received);
    conversation.messages.push(message);
}

/// The author as an answer shows it: a user by id, whichever way the request named it.
fn author(mut author: Object, conversation: &Conversation, state: &State) -> Result<Object, ApiError> {
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
    let user = state.user_given_as(name, key, brand_id.as_ref().and_then(Value::as_str))?;
    if conversation.participant(&user.id).is_none() {
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

pub(super) fn list(call: &Call, state: &mut State) -> Result<Value, ApiError> {
    let conversation = state.conversation(call.path("conversationId"))?;
    Wanted::of_messages(call)?.cut("messages", &conversation.messages, view)
}

pub(super) fn delete_all(call: &Call, state: &mut State) -> Result<Value, ApiError> {
    state.conversation_mut(call.path("conversationId"))?.messages.clear();
    Ok(nothing())
}

pub(super) fn delete(call: &Call, state: &mut State) -> Result<Value, ApiError> {
    let messages = &mut state.conversation_mut(call.path("conversationId"))?.messages;
    remove(messages, call.path("messageId")).ok_or_else(|| ApiError::not_found("message not found"))?;
    Ok(nothing())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::PathParameters;
    use crate::routes::conversations;

    fn call(path: PathParameters<'static>, body: Value) -> Call<'static> {
        Call { path, query: Value::Null, body, url: String::new(), raw_query: String::new() }
    }

    #[test]
    fn a_full_conversation_takes_no_more_until_some_are_deleted() {
        let mut state = State::default();
        let group = call(PathParameters::new(), json!({"type": "sdkGroup"}));
        conversations::create(&group, &mut state).expect("a group");
        let path = || PathParameters::from([("conversationId", state.conversations[0].id.clone())]);
        let one = call(path(), json!({"author": {"type": "business"}, "content": {"type": "text", "text": "x"}}));
        post(&one, &mut state).expect("the first");
        let first = state.conversations[0].messages[0].clone();
        state.conversations[0].messages.resize(MAX_MESSAGES - 1, first);
        post(&one, &mut state).expect("the last");
        let (status, _) = post(&one, &mut state).expect_err("one too many").into_answer();
        assert_eq!(status.as_u16(), 423);
        delete_all(&one, &mut state).expect("room");
        post(&one, &mut state).expect("the first again");
    }
}
