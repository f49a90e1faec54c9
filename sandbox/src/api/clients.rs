//! Clients: the channels of a user.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::Value;

use crate::api::paging::Wanted;
use crate::api::request::Call;
use crate::api::response::{named, nothing};
use crate::domain::clients::{link, no_client};
use crate::domain::{content, messages};
use crate::model::client::{Client, ClientStatus, Link};
use crate::model::state::App;
use crate::util::error::ApiError;
use crate::util::packed::Object;
use crate::util::values::{text, view};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Create {
    match_criteria: MatchCriteria,
    confirmation: Confirmation,
    target: Target,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct MatchCriteria {
    r#type: String,
    integration_id: String,
    phone_number: Option<String>,
    address: Option<String>,
    primary: Option<bool>,
}

#[derive(Deserialize)]
struct Confirmation {
    r#type: ConfirmationType,
    message: Option<Message>,
}

#[derive(Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
enum ConfirmationType {
    Immediate,
    UserActivity,
    Prompt,
}

#[derive(Deserialize)]
struct Message {
    author: Object,
    content: Object,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Target {
    conversation_id: String,
}

/// The response shows the client as pending, regardless of the confirmation. With `immediate`, it becomes active right
/// after.
pub(crate) fn create(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let body: Create = call.body()?;
    let conversation = app.conversation(&body.target.conversation_id)?.id.clone();
    let user = app.user(call.path("userIdOrExternalId"), call.brand_id())?.id.clone();
    if app.participant(&conversation, &user).is_none() {
        return Err(ApiError::bad_request("/target/conversationId: the user is not a participant"));
    }
    let criteria = body.match_criteria;
    let rejected = |what: &str| Err(ApiError::bad_request(format!("/matchCriteria/integrationId: {what}")));
    match app.integration(&criteria.integration_id) {
        Err(_) => return rejected("integration not found"),
        Ok(known) if known.r#type != criteria.r#type => return rejected(&format!("has the type {}", known.r#type)),
        Ok(_) => {}
    }
    if let Some(message) = body.confirmation.message {
        check_message(message, &conversation, app)?;
    }
    let account = account(&criteria)?;
    let client = Client {
        integration_id: Some(criteria.integration_id),
        external_id: Some(account),
        ..Client::new(call.new_id(), criteria.r#type, ClientStatus::Pending)
    };
    let response = named("client", &client)?;
    let id = client.id.clone();
    let primary = criteria.primary.unwrap_or(true);
    Arc::make_mut(&mut app.links).insert(
        id.clone(),
        Link {
            conversation_id: Some(conversation.clone()),
            primary,
            on_activity: body.confirmation.r#type == ConfirmationType::UserActivity,
        },
    );
    app.emit_client("client:add", &user, &client, "channelLinking", Some(&conversation));
    app.clients.of_mut(&user).push(client);
    if body.confirmation.r#type == ConfirmationType::Immediate {
        link(app, &user, &id, &call.now());
    }
    Ok(response)
}

/// The user's account on the channel.
fn account(criteria: &MatchCriteria) -> Result<String, ApiError> {
    if criteria.r#type == "mailgun" {
        let address = criteria.address.as_deref().unwrap_or_default();
        let is_address = |(name, host): (&str, &str)| !name.is_empty() && !host.is_empty() && !host.contains('@');
        let is_address = address.split_once('@').is_some_and(is_address) && !address.contains(char::is_whitespace);
        return match is_address {
            true => Ok(address.to_owned()),
            false => Err(ApiError::bad_request("/matchCriteria/address: must be an email address")),
        };
    }
    let number: String =
        criteria.phone_number.iter().flat_map(|number| number.chars()).filter(|c| !" -().".contains(*c)).collect();
    let digits = number.strip_prefix('+').unwrap_or_default();
    if !(7..=15).contains(&digits.len()) || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        let message = "must be a phone number with + and country code, such as +15145550100";
        return Err(ApiError::bad_request(format!("/matchCriteria/phoneNumber: {message}")));
    }
    Ok(number)
}

/// Validates the confirmation message: text or image, with links at most.
fn check_message(message: Message, conversation_id: &str, app: &App) -> Result<(), ApiError> {
    let place = "/confirmation/message";
    messages::author(message.author, conversation_id, app).map_err(|error| error.below(place))?;
    if !["text", "image"].contains(&text(&message.content, "type").unwrap_or_default()) {
        return Err(ApiError::bad_request(format!("{place}/content/type: must be text or image")));
    }
    let actions = message.content.get("actions").and_then(Value::as_array);
    if let Some(index) = actions.and_then(|actions| actions.iter().position(|action| action["type"] != "link")) {
        return Err(ApiError::bad_request(format!("{place}/content/actions/{index}/type: must be link")));
    }
    content::accept(message.content).map_err(|error| error.below(place))?;
    Ok(())
}

pub(crate) fn list(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let user = app.user(call.path("userIdOrExternalId"), call.brand_id())?;
    Wanted::of(call)?.cut("clients", app.clients(&user.id), view)
}

pub(crate) fn remove(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let user = app.user(call.path("userIdOrExternalId"), call.brand_id())?.id.clone();
    let gone = app.remove_client(&user, call.path("clientId"));
    let gone = gone.ok_or_else(no_client)?;
    app.emit_client("client:remove", &user, &gone, "api", None);
    Ok(nothing())
}
