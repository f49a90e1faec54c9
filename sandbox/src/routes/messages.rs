//! Messages of a conversation.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};

use super::{content, nothing, switchboard_actions, text, view};
use crate::context::Context;
use crate::error::ApiError;
use crate::event::Source;
use crate::paging::Wanted;
use crate::request::{Call, exactly_one};
use crate::schema::list as values;
use crate::state::{App, Client, Conversation, Kind, Message, Object, User, position, remove};

/// The SDKs share clients of type `sdk`, whatever the type of their integration.
const SDKS: [&str; 4] = ["android", "ios", "unity", "web"];

#[derive(Deserialize)]
struct Post {
    author: Object,
    content: Object,
    metadata: Option<Object>,
    destination: Option<Object>,
    schema: Option<String>,
}

pub(super) fn post(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let body: Post = call.body()?;
    let conversation = app.conversation(call.path("conversationId"))?;
    check_room(&conversation.id, app, call.context)?;
    let author = author(body.author, &conversation.id, app)?;
    if let Some(destination) = &body.destination {
        check_destination(destination, &author, conversation, app)?;
    }
    check_schema(&body.content, body.schema.as_deref())?;
    let draft = Draft { author, content: body.content, metadata: body.metadata, source: Source::api() };
    let message = add(draft, call.path("conversationId"), app, call.context)?;
    Ok(json!({"messages": [view(&message)?]}))
}

/// A message that is to be, of an author as [`author`] makes one.
pub(crate) struct Draft {
    pub(crate) author: Object,
    pub(crate) content: Object,
    pub(crate) metadata: Option<Object>,
    pub(crate) source: Source,
}

/// That a message with this content could be added; nothing is changed.
pub(crate) fn check(
    content: &Object,
    author: &Object,
    conversation_id: &str,
    app: &App,
    context: &Context,
) -> Result<(), ApiError> {
    check_room(conversation_id, app, context)?;
    answered_form(content, author, conversation_id, app)?;
    content::accept(content.clone()).map(drop)
}

/// Checks the content, and adds the message to a conversation that there is.
pub(crate) fn add(draft: Draft, conversation_id: &str, app: &mut App, context: &Context) -> Result<Message, ApiError> {
    check_room(conversation_id, app, context)?;
    let form = answered_form(&draft.content, &draft.author, conversation_id, app)?;
    let content = content::accept(draft.content)?;
    let quoted_message = form.map(|form| submit(conversation_id, form, app)).transpose()?;
    let message = Message {
        id: context.new_id(),
        received: context.now(),
        author: draft.author,
        content,
        source: draft.source.short(),
        quoted_message,
        metadata: draft.metadata,
        deleted: None,
    };
    receive(message.clone(), conversation_id, app)?;
    app.emit_message(conversation_id, &message, &draft.source);
    if text(&message.author, "type") == Some("business") {
        deliver(&message.id, conversation_id, app);
    }
    Ok(message)
}

fn check_room(conversation_id: &str, app: &App, context: &Context) -> Result<(), ApiError> {
    let most = context.limits.messages;
    if app.messages(conversation_id).len() >= most {
        return Err(ApiError::locked(format!("the conversation has {most} messages: delete them to post more")));
    }
    Ok(())
}

/// Channels beyond this machine take every message at once.
fn deliver(message_id: &str, conversation_id: &str, app: &mut App) {
    let channels: Vec<Client> =
        clients_in(conversation_id, app).filter(|client| client.r#type != "sdk").cloned().collect();
    for client in channels {
        app.emit_delivery("conversation:message:delivery:channel", conversation_id, message_id, &client, None);
    }
}

/// A message reaches the user on the first client of the conversation, or cannot be delivered there.
pub(crate) fn end_delivery(
    app: &mut App,
    conversation_id: &str,
    message_id: &str,
    error: Option<Value>,
) -> Result<(), ApiError> {
    let messages = app.messages(app.conversation(conversation_id)?.id.as_str());
    let message = position(messages, message_id).map(|at| &messages[at]);
    let message = message.ok_or_else(|| ApiError::not_found("message not found"))?;
    if text(&message.author, "type") != Some("business") {
        return Err(ApiError::bad_request("only messages of the business are delivered to users"));
    }
    let client = clients_in(conversation_id, app).next().cloned();
    let client = client.ok_or_else(|| ApiError::bad_request("no user has a client in the conversation"))?;
    let trigger = match error {
        None => "conversation:message:delivery:user",
        Some(_) => "conversation:message:delivery:failure",
    };
    app.emit_delivery(trigger, conversation_id, message_id, &client, error);
    Ok(())
}

/// The author of what a user does.
pub(crate) fn author_of_user(user_id: &str, conversation_id: &str, app: &App) -> Result<Object, ApiError> {
    let named = [("type".to_owned(), "user".into()), ("userId".to_owned(), user_id.into())];
    author(Object::from_iter(named), conversation_id, app)
}

/// The business chooses a channel on which the user takes part in the conversation, or none at all.
fn check_destination(
    destination: &Object,
    author: &Object,
    conversation: &Conversation,
    app: &App,
) -> Result<(), ApiError> {
    let names = ["integrationId", "integrationType"];
    let (name, wanted) = exactly_one("/destination", names.map(|name| (name, text(destination, name))).into())?;
    if text(author, "type") != Some("business") {
        return Err(ApiError::bad_request("/destination: only for an author of type business"));
    }
    if conversation.r#type != Kind::Personal {
        return Err(ApiError::bad_request("/destination: only in a conversation of type personal"));
    }
    if (name, wanted) == ("integrationType", "none") {
        return Ok(());
    }
    let of_integration = || Some(app.integration(wanted).ok()?.r#type.as_str());
    let kind = if name == "integrationType" { Some(wanted) } else { of_integration() };
    let fits = |client: &Client| match client.r#type.as_str() {
        "sdk" => kind.is_some_and(|kind| kind == "sdk" || SDKS.contains(&kind)),
        other if name == "integrationType" => kind == Some(other),
        _ => client.integration_id.as_deref() == Some(wanted),
    };
    if !clients_in(&conversation.id, app).any(fits) {
        let message = "the user has no such client in the conversation";
        return Err(ApiError::bad_request(format!("/destination/{name}: {message}")));
    }
    Ok(())
}

/// The clients with which users take part in a conversation: active ones, since pending ones do not yet.
fn clients_in<'a>(conversation_id: &str, app: &'a App) -> impl Iterator<Item = &'a Client> {
    app.participants(conversation_id).iter().flat_map(|participant| {
        let clients = app.clients(&participant.user_id);
        participant
            .client_associations
            .iter()
            .filter_map(|association| position(clients, &association.client_id).map(|position| &clients[position]))
    })
}

/// WhatsApp's own schema is for its templates, which exist on no other channel.
fn check_schema(content: &Object, schema: Option<&str>) -> Result<(), ApiError> {
    let is_template = text(content, "type") == Some("template");
    match schema {
        Some(schema) if schema != "whatsapp" => Err(ApiError::bad_request("/schema: must be whatsapp")),
        Some(_) if !is_template => Err(ApiError::bad_request("/content/type: must be template with schema whatsapp")),
        None if is_template => Err(ApiError::bad_request("/schema: must be whatsapp for a content of type template")),
        _ => Ok(()),
    }
}

/// Where the form stands that a response belongs to. On the real API responses come from the web widget only; here a
/// post in the user's name is that.
fn answered_form(
    content: &Object,
    author: &Object,
    conversation_id: &str,
    app: &App,
) -> Result<Option<usize>, ApiError> {
    if text(content, "type") != Some("formResponse") {
        return Ok(None);
    }
    if text(author, "type") != Some("user") {
        return Err(ApiError::bad_request("/content/type: a formResponse comes from a user"));
    }
    let messages = app.messages(conversation_id);
    let mut answered = None;
    for (index, field) in content.get("fields").into_iter().flat_map(values).enumerate() {
        let Some(id) = field["quotedMessageId"].as_str() else { continue };
        let is_form = |at: &usize| text(&messages[*at].content, "type") == Some("form");
        let form = position(messages, id).filter(is_form);
        if form.is_none() || answered.is_some_and(|other| Some(other) != form) {
            let message = "must be the form of the conversation that all fields belong to";
            return Err(ApiError::bad_request(format!("/content/fields/{index}/quotedMessageId: {message}")));
        }
        answered = form;
    }
    Ok(answered)
}

/// Marks a form as submitted; the response quotes it.
fn submit(conversation_id: &str, form: usize, app: &mut App) -> Result<Value, ApiError> {
    let form = app.messages.get_mut(conversation_id).and_then(|messages| messages.get_mut(form));
    let form = form.ok_or_else(|| ApiError::not_found("message not found"))?;
    form.content.insert("submitted".to_owned(), true.into());
    Ok(json!({"type": "message", "message": view(form)?}))
}

/// Stores the message: its author has read all, the others have one more to read.
fn receive(message: Message, conversation_id: &str, app: &mut App) -> Result<(), ApiError> {
    let author = text(&message.author, "userId");
    for participant in app.participants.of_mut(conversation_id) {
        if author == Some(participant.user_id.as_str()) {
            participant.unread_count = 0;
            participant.last_read = Some(message.received.clone());
        } else {
            participant.unread_count += 1;
        }
    }
    switchboard_actions::assign(conversation_id, app)?;
    app.conversation_mut(conversation_id)?.last_updated_at.clone_from(&message.received);
    app.messages.entry(conversation_id.to_owned()).or_default().push(message);
    Ok(())
}

/// The author as an answer shows it: a user by id, whichever way the request named it, with what the profile says.
pub(super) fn author(mut author: Object, conversation_id: &str, app: &App) -> Result<Object, ApiError> {
    let external_id = author.remove("userExternalId");
    let brand_id = author.remove("brandId");
    check_subtypes(&author)?;
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
    introduce(&mut author, user);
    Ok(author)
}

/// Who speaks for the business is its own to say, but for people and bots, whom Zendesk knows itself.
fn check_subtypes(author: &Object) -> Result<(), ApiError> {
    let of_user = text(author, "type") == Some("user");
    for (index, subtype) in author.get("subtypes").into_iter().flat_map(values).enumerate() {
        let message = match subtype.as_str() {
            Some("agent" | "bot") => "in answers only",
            _ if of_user => "only for an author of type business",
            _ => continue,
        };
        return Err(ApiError::bad_request(format!("/author/subtypes/{index}: {message}")));
    }
    Ok(())
}

/// Name and picture from the profile, where the request gives none.
fn introduce(author: &mut Object, user: &User) {
    let names: Vec<&str> = ["givenName", "surname"].iter().filter_map(|key| text(&user.profile, key)).collect();
    if !names.is_empty() {
        author.entry("displayName").or_insert(names.join(" ").into());
    }
    if let Some(avatar_url) = text(&user.profile, "avatarUrl") {
        author.entry("avatarUrl").or_insert(avatar_url.into());
    }
}

/// Leaves a placeholder where a message was.
pub(crate) fn unsend(app: &mut App, conversation_id: &str, message_id: &str) -> Option<()> {
    let messages = app.messages.get_mut(conversation_id)?;
    let message = position(messages, message_id).map(|at| &mut messages[at])?;
    message.deleted = Some(true);
    message.content = Object::from_iter([("type".to_owned(), "text".into()), ("text".to_owned(), "".into())]);
    Some(())
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
    let message = app.messages.get_mut(&conversation).and_then(|messages| remove(messages, call.path("messageId")));
    let gone = message.ok_or_else(|| ApiError::not_found("message not found"))?;
    app.forget_attachments(&[gone]);
    Ok(nothing())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth::Caller;
    use crate::clock::Clock;
    use crate::context::{Context, Limits};
    use crate::document::PathParameters;
    use crate::id::Ids;

    fn post_to(app: &mut App, context: &Context, author: Value) -> Result<Value, ApiError> {
        let body = json!({"author": author, "content": {"type": "text", "text": "x"}});
        let path = PathParameters::from([("conversationId", "c".to_owned())]);
        let caller = Caller::nobody();
        let (url, raw_query) = (String::new(), String::new());
        post(&Call { context, caller: &caller, path, query: Value::Null, body, file: None, url, raw_query }, app)
    }

    #[test]
    fn a_full_conversation_is_locked_until_messages_go() {
        let limits = Limits { messages: 2, ..Limits::default() };
        let context = Context { base_url: String::new(), clock: Clock::machine(), ids: Ids::fixed(), limits };
        let conversation = json!({"id": "c", "type": "sdkGroup", "isDefault": false, "metadata": {},
            "lastUpdatedAt": "", "createdAt": ""});
        let mut app = App::default();
        app.conversations.push(serde_json::from_value(conversation).expect("a conversation"));
        let business = || json!({"type": "business"});
        for _ in 0..2 {
            assert!(post_to(&mut app, &context, business()).is_ok());
        }
        let (status, body) = post_to(&mut app, &context, business()).expect_err("locked").into_answer();
        assert_eq!((status.as_u16(), &body["errors"][0]["code"]), (423, &json!("locked")));
        assert_eq!(app.messages("c").len(), 2);
        app.messages.remove("c");
        assert!(post_to(&mut app, &context, business()).is_ok());
    }
}
