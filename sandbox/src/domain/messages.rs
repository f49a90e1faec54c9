//! Rules for messages: authors, forms, and delivery.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::domain::naming::animal_name;
use crate::domain::{content, shorthand, switchboard};
use crate::model::client::{Client, ClientStatus};
use crate::model::context::Context;
use crate::model::event::Source;
use crate::model::message::{Destination, Message};
use crate::model::state::App;
use crate::model::user::User;
use crate::util::error::ApiError;
use crate::util::packed::{Object, Packed};
use crate::util::values::{exactly_one, list as values, text, view};

/// The trigger of a failed delivery.
const FAILURE: &str = "conversation:message:delivery:failure";

/// The SDKs share clients of type `sdk`, regardless of the integration's type.
pub(crate) const SDKS: [&str; 4] = ["android", "ios", "unity", "web"];

/// Adds a message, or several if its text has shorthand for them. Only the business uses shorthand.
pub(crate) fn add_expanded(
    draft: Draft,
    conversation_id: &str,
    app: &mut App,
    context: &Context,
) -> Result<Vec<Message>, ApiError> {
    if text(&draft.author, "type") != Some("business") {
        return Ok(vec![add(draft, conversation_id, app, context)?]);
    }
    let clients = recipients(conversation_id, &draft.target, app);
    let on_whatsapp = clients.iter().any(|client| client.r#type == "whatsapp");
    let contents = shorthand::expand(draft.content.clone(), &app.templates, on_whatsapp)?;
    for content in &contents {
        check(content, &draft.author, conversation_id, app, context)?;
    }
    let mut messages = Vec::with_capacity(contents.len());
    for content in contents {
        if !messages.is_empty() {
            // `received` orders messages, also those of a request.
            context.clock.tick();
        }
        messages.push(add(Draft { content, ..draft.clone() }, conversation_id, app, context)?);
    }
    Ok(messages)
}

/// A new message. [`author`] creates its author.
#[derive(Clone)]
pub(crate) struct Draft {
    pub(crate) author: Object,
    pub(crate) content: Object,
    pub(crate) metadata: Option<Object>,
    pub(crate) source: Source,
    /// The system activity that the message describes.
    pub(crate) activity: Option<Value>,
    /// The clients that a message of the business is delivered to.
    pub(crate) target: DeliveryTarget,
    /// Whether it is the response to the form for prechat capture, which isn't a message.
    pub(crate) prechat: bool,
}

impl Draft {
    /// A message on the user's own client, or of the business for the primary clients.
    pub(crate) fn new(author: Object, content: Object, source: Source) -> Self {
        let target = DeliveryTarget::Primary;
        Self { author, content, metadata: None, source, activity: None, target, prechat: false }
    }
}

/// The clients that a message of the business is delivered to.
#[derive(Clone, PartialEq)]
pub(crate) enum DeliveryTarget {
    /// The first client of each participant.
    Primary,
    /// The client with this ID.
    Client(String),
    /// None: the message is only in the history.
    Silent,
}

/// Checks whether a message with this content can be added; nothing is changed.
pub(crate) fn check(
    content: &Object,
    author: &Object,
    conversation_id: &str,
    app: &App,
    context: &Context,
) -> Result<(), ApiError> {
    check_room(conversation_id, app, context)?;
    submitted_form(content, author, conversation_id, app)?;
    content::accept(content.clone()).map(drop)
}

/// Checks the rules for content that the document only describes in words.
pub(crate) fn check_values(content: &Object) -> Result<(), ApiError> {
    content::accept(content.clone()).map(drop)
}

/// Validates the content, and adds the message to an existing conversation.
pub(crate) fn add(draft: Draft, conversation_id: &str, app: &mut App, context: &Context) -> Result<Message, ApiError> {
    check_room(conversation_id, app, context)?;
    let form = match draft.prechat {
        true => None,
        false => submitted_form(&draft.content, &draft.author, conversation_id, app)?,
    };
    let mut content = content::accept(draft.content)?;
    content::describe_upload(&mut content, &app.attachments);
    if app.is_on("maskCreditCardNumbers") {
        content::mask_card_numbers(&mut content);
    }
    let quoted_message = form.map(|form| submit(conversation_id, form, app)).transpose()?.map(packed);
    let message = Message {
        id: context.new_id(),
        received: context.now(),
        author: draft.author.into(),
        content: content.into(),
        source: packed(draft.source.short()),
        quoted_message,
        metadata: draft.metadata.map(Into::into),
        activity: draft.activity.map(packed),
        deleted: None,
    };
    receive(message.clone(), conversation_id, app)?;
    app.emit_message(conversation_id, &message, &draft.source);
    if message.author.is("type", "business") {
        deliver(&message.id, conversation_id, &draft.target, app);
    }
    Ok(message)
}

pub(crate) fn check_room(conversation_id: &str, app: &App, context: &Context) -> Result<(), ApiError> {
    let most = context.limits.messages;
    if app.messages(conversation_id).len() >= most {
        return Err(ApiError::locked(format!("the conversation has {most} messages; delete some to post more")));
    }
    Ok(())
}

/// Simulated channels accept every message at once, unless the client is blocked or inactive.
fn deliver(message_id: &str, conversation_id: &str, target: &DeliveryTarget, app: &mut App) {
    let clients = recipients(conversation_id, target, app);
    // Without a record, the first client counts, which saves memory for messages to SDKs.
    let is_elsewhere = clients.iter().any(|client| client.r#type != "sdk");
    if is_elsewhere || *target != DeliveryTarget::Primary {
        let client_id = clients.first().map(|client| client.id.clone());
        app.destinations.of_mut(conversation_id).push(Destination { message_id: message_id.to_owned(), client_id });
    }
    for client in clients.into_iter().filter(|client| client.r#type != "sdk") {
        let (trigger, error) = match client.status {
            ClientStatus::Blocked => (FAILURE, Some(("user_blocked", "the user has blocked the business"))),
            ClientStatus::Inactive => (FAILURE, Some(("client_inactive", "the client can't receive messages"))),
            ClientStatus::Active | ClientStatus::Pending => ("conversation:message:delivery:channel", None),
        };
        let error = error.map(|(code, message)| json!({"code": code, "message": message}));
        app.emit_delivery(trigger, conversation_id, message_id, &client, error);
    }
}

/// The clients that get a message of the business.
fn recipients(conversation_id: &str, target: &DeliveryTarget, app: &App) -> Vec<Client> {
    match target {
        DeliveryTarget::Silent => Vec::new(),
        DeliveryTarget::Client(id) => clients_in(conversation_id, app).filter(|one| one.id == *id).cloned().collect(),
        DeliveryTarget::Primary => primary_clients(conversation_id, app).cloned().collect(),
    }
}

/// Delivers a message to the user on the client that it was sent to, or fails the delivery.
pub(crate) fn end_delivery(
    app: &mut App,
    conversation_id: &str,
    message_id: &str,
    error: Option<Value>,
) -> Result<(), ApiError> {
    let messages = app.messages(app.conversation(conversation_id)?.id.as_str());
    let message = messages.find(message_id);
    let message = message.ok_or_else(|| ApiError::not_found("message not found"))?;
    if !message.author.is("type", "business") {
        return Err(ApiError::bad_request("only messages of the business are delivered to users"));
    }
    let client = match app.destinations.of(conversation_id).find(message_id) {
        Some(sent) => clients_in(conversation_id, app).find(|client| Some(&client.id) == sent.client_id.as_ref()),
        None => clients_in(conversation_id, app).next(),
    };
    let client = client.cloned();
    let client =
        client.ok_or_else(|| ApiError::bad_request("the message wasn't sent to a client of the conversation"))?;
    let trigger = match error {
        None => "conversation:message:delivery:user",
        Some(_) => FAILURE,
    };
    app.emit_delivery(trigger, conversation_id, message_id, &client, error);
    Ok(())
}

/// The author of a user's action.
pub(crate) fn author_of_user(user_id: &str, conversation_id: &str, app: &App) -> Result<Object, ApiError> {
    let named = [("type".to_owned(), "user".into()), ("userId".to_owned(), user_id.into())];
    author(Object::from_iter(named), conversation_id, app)
}

/// The first active client of each participant, or the first one if none is active.
fn primary_clients<'a>(conversation_id: &str, app: &'a App) -> impl Iterator<Item = &'a Client> {
    app.participants(conversation_id).iter().filter_map(|participant| {
        let clients = app.clients(&participant.user_id);
        let associations = participant.client_associations.iter();
        let mut own = associations.filter_map(|association| clients.find(&association.client_id));
        own.clone().find(|client| client.status == ClientStatus::Active).or_else(|| own.next())
    })
}

/// The clients of a conversation's users. Pending clients don't participate yet.
pub(crate) fn clients_in<'a>(conversation_id: &str, app: &'a App) -> impl Iterator<Item = &'a Client> {
    app.participants(conversation_id).iter().flat_map(|participant| {
        let clients = app.clients(&participant.user_id);
        participant.client_associations.iter().filter_map(|association| clients.find(&association.client_id))
    })
}

/// The position of the form that a response belongs to. In the real API, only the web widget submits responses; here, a
/// message in the user's name does.
fn submitted_form(
    content: &Object,
    author: &Object,
    conversation_id: &str,
    app: &App,
) -> Result<Option<usize>, ApiError> {
    if text(content, "type") != Some("formResponse") {
        return Ok(None);
    }
    if text(author, "type") != Some("user") {
        return Err(ApiError::bad_request("/content/type: formResponse requires an author of type user"));
    }
    let messages = app.messages(conversation_id);
    let mut responded = None;
    for (index, field) in content.get("fields").into_iter().flat_map(values).enumerate() {
        let Some(id) = field["quotedMessageId"].as_str() else { continue };
        let is_form = |at: &usize| messages[*at].content.is("type", "form");
        let form = messages.position(id).filter(is_form);
        if form.is_none() || responded.is_some_and(|other| Some(other) != form) {
            let message = "must be the conversation's form that all fields belong to";
            return Err(ApiError::bad_request(format!("/content/fields/{index}/quotedMessageId: {message}")));
        }
        responded = form;
    }
    let Some(form) = responded else {
        return Err(ApiError::bad_request("/content/fields/0/quotedMessageId: is required, the ID of the form"));
    };
    check_response(content, &messages[form].content.object())?;
    Ok(responded)
}

/// A form is submitted once, and the response has the form's fields and options.
fn check_response(content: &Object, form: &Object) -> Result<(), ApiError> {
    let rejected =
        |place: &str, message: &str| Err(ApiError::bad_request(format!("/content/fields/{place}: {message}")));
    if form.get("submitted") == Some(&Value::Bool(true)) {
        return rejected("0/quotedMessageId", "the form has already been submitted");
    }
    let fields = || form.get("fields").into_iter().flat_map(values);
    for (index, field) in content.get("fields").into_iter().flat_map(values).enumerate() {
        let Some(known) = fields().find(|known| (&known["name"], &known["type"]) == (&field["name"], &field["type"]))
        else {
            return rejected(&format!("{index}/name"), "the form doesn't have a field with this name and type");
        };
        let is_offered = |option: &Value| values(&known["options"]).any(|known| known["name"] == option["name"]);
        if let Some(option) = values(&field["select"]).position(|option| !is_offered(option)) {
            return rejected(
                &format!("{index}/select/{option}/name"),
                "the form doesn't have an option with this name",
            );
        }
    }
    Ok(())
}

/// Packs a value that is an object.
fn packed(value: Value) -> Packed {
    match value {
        Value::Object(object) => object.into(),
        _ => Object::new().into(),
    }
}

/// Marks a form as submitted; the response quotes it.
fn submit(conversation_id: &str, form: usize, app: &mut App) -> Result<Value, ApiError> {
    let form = app.messages.get_mut(conversation_id).and_then(|messages| messages.get_mut(form));
    let form = form.ok_or_else(|| ApiError::not_found("message not found"))?;
    let mut content = form.content.object();
    content.insert("submitted".to_owned(), true.into());
    form.content = content.into();
    Ok(json!({"type": "message", "message": view(form)?}))
}

/// Stores the message: its author has read everything, the other participants have one more unread message.
fn receive(message: Message, conversation_id: &str, app: &mut App) -> Result<(), ApiError> {
    let author = message.author.text("userId");
    app.participants.change(conversation_id, |participant| {
        if author.as_deref() == Some(participant.user_id.as_str()) {
            participant.unread_count = 0;
            participant.last_read = Some(message.received.clone());
        } else {
            participant.unread_count += 1;
        }
    });
    switchboard::assign(conversation_id, app)?;
    app.conversation_mut(conversation_id)?.last_updated_at.clone_from(&message.received);
    app.messages.of_mut(conversation_id).push(message);
    Ok(())
}

/// The author as responses show it: a user by ID, with data from the profile.
pub(crate) fn author(mut author: Object, conversation_id: &str, app: &App) -> Result<Object, ApiError> {
    let external_id = author.remove("userExternalId");
    let brand_id = author.remove("brandId");
    check_subtypes(&author)?;
    let given = BTreeMap::from([
        ("userId", text(&author, "userId")),
        ("userExternalId", external_id.as_ref().and_then(Value::as_str)),
    ]);
    if text(&author, "type") == Some("business") {
        return match given.iter().find(|(_, value)| value.is_some()) {
            Some((name, _)) => Err(ApiError::bad_request(format!("/author/{name}: requires an author of type user"))),
            None => Ok(author),
        };
    }
    let (name, key) = exactly_one("/author", given)?;
    let user = app.user_given_as(name, key, brand_id.as_ref().and_then(Value::as_str))?;
    if app.participant(conversation_id, &user.id).is_none() {
        return Err(ApiError::bad_request(format!("/author/{name}: the user is not a participant")));
    }
    author.insert("userId".to_owned(), user.id.clone().into());
    introduce(&mut author, user, app.is_on("useAnimalNames"));
    Ok(author)
}

/// The business sets its subtypes, except for people and bots, which Zendesk sets.
fn check_subtypes(author: &Object) -> Result<(), ApiError> {
    let of_user = text(author, "type") == Some("user");
    for (index, subtype) in author.get("subtypes").into_iter().flat_map(values).enumerate() {
        let message = match subtype.as_str() {
            Some("agent" | "bot") => "read-only",
            _ if of_user => "requires an author of type business",
            _ => continue,
        };
        return Err(ApiError::bad_request(format!("/author/subtypes/{index}: {message}")));
    }
    Ok(())
}

/// Fills in name and picture from the profile.
fn introduce(author: &mut Object, user: &User, animal_names: bool) {
    let names: Vec<&str> = ["givenName", "surname"]
        .iter()
        .filter_map(|key| text(&user.profile, key))
        .filter(|name| !name.trim().is_empty())
        .collect();
    if !names.is_empty() {
        author.entry("displayName").or_insert(names.join(" ").into());
    } else if animal_names {
        author.entry("displayName").or_insert(animal_name(&user.id).into());
    }
    if let Some(avatar_url) = text(&user.profile, "avatarUrl") {
        author.entry("avatarUrl").or_insert(avatar_url.into());
    }
}

/// Replaces a message with a placeholder.
pub(crate) fn unsend(app: &mut App, conversation_id: &str, message_id: &str) -> Option<()> {
    let message = app.messages.get_mut(conversation_id)?.find_mut(message_id)?;
    message.deleted = Some(true);
    let content = Object::from_iter([("type".to_owned(), "text".into()), ("text".to_owned(), "".into())]);
    message.content = content.into();
    Some(())
}
