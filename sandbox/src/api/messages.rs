//! Messages of a conversation.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::api::paging::Wanted;
use crate::api::request::Call;
use crate::api::response::nothing;
use crate::domain::messages::{DeliveryTarget, Draft, SDKS, add_expanded, author, check_room, clients_in};
use crate::model::client::Client;
use crate::model::conversation::{Conversation, Kind};
use crate::model::event::Source;
use crate::model::state::App;
use crate::util::error::ApiError;
use crate::util::packed::Object;
use crate::util::values::{exactly_one, text, view};

#[derive(Deserialize)]
struct Post {
    author: Object,
    content: Object,
    metadata: Option<Object>,
    destination: Option<Object>,
    schema: Option<String>,
}

pub(crate) fn post(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let body: Post = call.body()?;
    let conversation = app.conversation(call.path("conversationId"))?;
    check_room(&conversation.id, app, call.context)?;
    let author = author(body.author, &conversation.id, app)?;
    let target = match &body.destination {
        Some(destination) => check_destination(destination, &author, conversation, app)?,
        None => DeliveryTarget::Primary,
    };
    if text(&body.content, "type") == Some("formResponse") {
        return Err(ApiError::bad_request("/content/type: formResponse is only sent by end users"));
    }
    check_schema(&body.content, body.schema.as_deref())?;
    let draft = Draft { metadata: body.metadata, target, ..Draft::new(author, body.content, Source::api()) };
    let messages = add_expanded(draft, call.path("conversationId"), app, call.context)?;
    Ok(json!({"messages": messages.iter().map(view).collect::<Result<Vec<_>, _>>()?}))
}

/// The destination must be a client with which the user participates in the conversation.
fn check_destination(
    destination: &Object,
    author: &Object,
    conversation: &Conversation,
    app: &App,
) -> Result<DeliveryTarget, ApiError> {
    let names = ["integrationId", "integrationType"];
    let (name, wanted) = exactly_one("/destination", names.map(|name| (name, text(destination, name))).into())?;
    if text(author, "type") != Some("business") {
        return Err(ApiError::bad_request("/destination: requires an author of type business"));
    }
    if conversation.r#type != Kind::Personal {
        return Err(ApiError::bad_request("/destination: requires a conversation of type personal"));
    }
    if (name, wanted) == ("integrationType", "none") {
        return Ok(DeliveryTarget::Silent);
    }
    let of_integration = || Some(app.integration(wanted).ok()?.r#type.as_str());
    let kind = if name == "integrationType" { Some(wanted) } else { of_integration() };
    let fits = |client: &Client| match client.r#type.as_str() {
        "sdk" => kind.is_some_and(|kind| kind == "sdk" || SDKS.contains(&kind)),
        other if name == "integrationType" => kind == Some(other),
        _ => client.integration_id.as_deref() == Some(wanted),
    };
    match clients_in(&conversation.id, app).find(|client| fits(client)) {
        Some(client) => Ok(DeliveryTarget::Client(client.id.clone())),
        None => {
            let message = "the user doesn't participate with a matching client";
            Err(ApiError::bad_request(format!("/destination/{name}: {message}")))
        }
    }
}

/// WhatsApp's schema is for templates, which other channels don't support.
fn check_schema(content: &Object, schema: Option<&str>) -> Result<(), ApiError> {
    let is_template = text(content, "type") == Some("template");
    match schema {
        Some(schema) if schema != "whatsapp" => Err(ApiError::bad_request("/schema: must be whatsapp")),
        Some(_) if !is_template => Err(ApiError::bad_request("/content/type: must be template with schema whatsapp")),
        None if is_template => Err(ApiError::bad_request("/schema: must be whatsapp for a content of type template")),
        _ => Ok(()),
    }
}

pub(crate) fn list(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let conversation = app.conversation(call.path("conversationId"))?;
    Wanted::of_messages(call)?.cut("messages", app.messages(&conversation.id), view)
}

pub(crate) fn delete_all(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let conversation = app.conversation(call.path("conversationId"))?.id.clone();
    app.remove_messages(&conversation);
    Ok(nothing())
}

pub(crate) fn delete(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let conversation = app.conversation(call.path("conversationId"))?.id.clone();
    let message = app.messages.get_mut(&conversation).and_then(|messages| messages.take(call.path("messageId")));
    let gone = message.ok_or_else(|| ApiError::not_found("message not found"))?;
    app.destinations.get_mut(&conversation).and_then(|sent| sent.take(&gone.id));
    app.reduce_unread(&gone, &conversation);
    app.remove_attachments(&vec![gone].into());
    Ok(nothing())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::caller::Caller;
    use crate::model::context::{Context, Limits};
    use crate::spec::document::PathParameters;
    use crate::util::clock::Clock;
    use crate::util::id::Ids;

    fn post_to(app: &mut App, context: &Context, author: Value) -> Result<Value, ApiError> {
        let body = json!({"author": author, "content": {"type": "text", "text": "x"}});
        let path = PathParameters::from([("conversationId", "c".to_owned())]);
        let caller = Caller::unauthenticated();
        let (url, raw_query) = (String::new(), String::new());
        post(&Call { context, caller: &caller, path, query: Value::Null, body, file: None, url, raw_query }, app)
    }

    #[test]
    fn a_full_conversation_is_locked_until_messages_go() {
        let limits = Limits { messages: 2, ..Limits::default() };
        let context = Context {
            base_url: String::new(),
            clock: Clock::machine(),
            ids: Ids::fixed(),
            limits,
            private_attachments: false,
        };
        let conversation = json!({"id": "c", "type": "sdkGroup", "isDefault": false, "metadata": {},
            "lastUpdatedAt": "", "createdAt": ""});
        let mut app = App::default();
        app.conversations.push(serde_json::from_value(conversation).expect("a conversation"));
        let business = || json!({"type": "business"});
        for _ in 0..2 {
            assert!(post_to(&mut app, &context, business()).is_ok());
        }
        let (status, body) = post_to(&mut app, &context, business()).expect_err("locked").into_response();
        assert_eq!((status.as_u16(), &body["errors"][0]["code"]), (423, &json!("locked")));
        assert_eq!(app.messages("c").len(), 2);
        app.messages.remove("c");
        assert!(post_to(&mut app, &context, business()).is_ok());
    }
}
