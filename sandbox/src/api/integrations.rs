//! Integrations: the channels of an app. The document defines the fields of each type, and which of them are shown.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::api::paging::Wanted;
use crate::api::request::Call;
use crate::api::response::{new_secret, nothing};
use crate::api::webhooks;
use crate::api::webhooks::NewWebhook;
use crate::domain::integrations::{described, no_integration, remove_belongings, shown};
use crate::domain::switchboard;
use crate::model::integration::{Integration, Webhook};
use crate::model::state::App;
use crate::spec::document::components;
use crate::spec::integration_types::IntegrationType;
use crate::spec::violation::reject;
use crate::util::error::ApiError;
use crate::util::packed::Object;
use crate::util::values::text;

pub(crate) fn create(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let body: Object = call.body()?;
    let name = text(&body, "type").unwrap_or_default();
    let r#type = described(name)?;
    check_together(name, &body)?;
    check_values(name, &body)?;
    let default_responder_id = responder(&body, app)?.flatten();
    let webhooks = new_webhooks(&body, call, app)?;
    let id = call.new_id();
    let fields = fields(r#type, name, &body, call);
    let integration = Integration { id, r#type: name.to_owned(), default_responder_id, fields };
    if !webhooks.is_empty() {
        *app.webhooks.of_mut(&integration.id) = webhooks.into();
    }
    let response = shown(&integration, app)?;
    app.integrations.push(integration);
    Ok(json!({"integration": response}))
}

/// Fields that require each other, which the document only describes in words.
fn check_together(name: &str, body: &Object) -> Result<(), ApiError> {
    let has = |field: &str| body.contains_key(field);
    match name {
        "twilio" if !has("phoneNumberSid") && !has("messagingServiceSid") => {
            Err(ApiError::bad_request("/phoneNumberSid: is required without messagingServiceSid"))
        }
        "line" if has("channelId") != has("channelSecret") => {
            let missing = if has("channelId") { "channelSecret" } else { "channelId" };
            Err(ApiError::bad_request(format!("/{missing}: channelId and channelSecret require each other")))
        }
        _ => Ok(()),
    }
}

/// The values of the Web Messenger, which the document only describes in words.
fn check_values(name: &str, body: &Object) -> Result<(), ApiError> {
    if name != "web" {
        return Ok(());
    }
    let is_color = |text: &str| matches!(text.len(), 3 | 6) && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    for field in ["brandColor", "conversationColor", "actionColor"] {
        if text(body, field).is_some_and(|color| !is_color(color)) {
            return Err(ApiError::bad_request(format!("/{field}: must be 3 or 6 hexadecimal digits")));
        }
    }
    if text(body, "displayStyle").is_some_and(|style| style != "button" && style != "tab") {
        return Err(ApiError::bad_request("/displayStyle: must be button or tab"));
    }
    let origins = body.get("originWhitelist").and_then(Value::as_array);
    let mut origins = origins.into_iter().flatten().filter_map(Value::as_str);
    match origins.position(|origin| !is_origin(origin)) {
        Some(index) => {
            Err(ApiError::bad_request(format!("/originWhitelist/{index}: must be like https://shop.example.com:8080")))
        }
        None => Ok(()),
    }
}

fn is_origin(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
    let (host, port) = rest.split_once(':').unwrap_or((rest, "80"));
    let is_host = !host.is_empty() && !host.contains(['/', '?', '#', '@', ' ']);
    is_host && !port.starts_with('+') && port.parse::<u16>().is_ok()
}

/// The requested default responder: `None` if it isn't set, `Some(None)` to remove it.
pub(crate) fn responder(body: &Object, app: &App) -> Result<Option<Option<String>>, ApiError> {
    let Some(wish) = body.get("defaultResponderId") else { return Ok(None) };
    let Some(id) = wish.as_str() else { return Ok(Some(None)) };
    match switchboard::find(id, app) {
        Some(found) => Ok(Some(Some(found.id.clone()))),
        None => Err(ApiError::not_found("/defaultResponderId: switchboard integration not found")),
    }
}

fn new_webhooks(body: &Object, call: &Call, app: &App) -> Result<Vec<Webhook>, ApiError> {
    let Some(Value::Array(wishes)) = body.get("webhooks").filter(|_| text(body, "type") == Some("custom")) else {
        return Ok(Vec::new());
    };
    webhooks::check_room(wishes.len(), app)?;
    let webhook = |(index, wish): (usize, &Value)| {
        let wish = NewWebhook::deserialize(wish).map_err(|error| ApiError::bad_request(error.to_string()))?;
        wish.webhook(&format!("/webhooks/{index}"), call)
    };
    wishes.iter().enumerate().map(webhook).collect()
}

/// The shown fields: the given ones, those with a default, and those that the API sets.
pub(crate) fn fields(r#type: &IntegrationType, name: &str, body: &Object, call: &Call) -> Object {
    let field = |(field, schema): (&String, &Value)| {
        let value = match (schema["readOnly"] == true, body.get(field)) {
            (true, _) => reported(name, field, schema, body, call)?,
            (false, Some(given)) => given.clone(),
            (false, None) => default(name, field, schema, call)?,
        };
        Some((field.clone(), value))
    };
    let stored = |(field, _): &(&String, &Value)| r#type.shows(field) && !COMPOSED.contains(&field.as_str());
    r#type.fields.iter().filter(stored).filter_map(field).collect()
}

/// Fields that are stored elsewhere.
const COMPOSED: [&str; 4] = ["id", "type", "defaultResponder", "webhooks"];

pub(crate) fn default(name: &str, field: &str, schema: &Value, call: &Call) -> Option<Value> {
    match (name, field) {
        // The page of the access token.
        ("messenger", "pageId") => Some(number(call).into()),
        ("messenger", "pageName") => schema.get("example").cloned(),
        _ => schema.get("default").cloned(),
    }
}

/// A field that the API sets, usually from the channel.
fn reported(name: &str, field: &str, schema: &Value, body: &Object, call: &Call) -> Option<Value> {
    match (name, field) {
        (_, "status") => Some("active".into()),
        (_, "webhookSecret") => Some(new_secret(call).into()),
        // Only integrations that were created in the dashboard, or of retired tiers, have these.
        ("instagram", "username" | "userId") | ("twitter", "envName") => None,
        ("line", "lineId") if !body.contains_key("qrCodeUrl") => None,
        _ if schema["type"] == "boolean" => Some(true.into()),
        _ => schema.get("example").cloned().or_else(|| Some(format!("{name}-{}", number(call)).into())),
    }
}

/// A number like the account IDs of channels, different for each.
fn number(call: &Call) -> u64 {
    let id = call.new_id();
    let count = id.get(id.len().saturating_sub(8)..).and_then(|count| u64::from_str_radix(count, 16).ok());
    155_500_000_000_000 + count.unwrap_or_default()
}

pub(crate) fn list(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let types: Option<Vec<&str>> = call.filter("types").map(|types| types.split(',').map(str::trim).collect());
    let is_wanted =
        |integration: &&Integration| types.as_ref().is_none_or(|types| types.contains(&integration.r#type.as_str()));
    let integrations: Vec<&Integration> = app.integrations.iter().filter(is_wanted).collect();
    Wanted::of(call)?.cut("integrations", &integrations, |integration| shown(integration, app))
}

pub(crate) fn get(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let integration = app.integration(call.path("integrationId"))?;
    Ok(json!({"integration": shown(integration, app)?}))
}

pub(crate) fn update(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let body: Object = call.body()?;
    let place = app.integrations.position(call.path("integrationId")).ok_or_else(no_integration)?;
    let integration = &app.integrations[place];
    let r#type = described(&integration.r#type)?;
    reject(r#type.update_violations(&call.body, components()), ToString::to_string)?;
    check_changes(integration, r#type, &body)?;
    check_values(&integration.r#type, &body)?;
    let responder = responder(&body, app)?;
    let integration = &mut app.integrations[place];
    let kept = |(field, _): &(String, Value)| r#type.can_update(field) && r#type.shows(field);
    integration.fields.extend(body.into_iter().filter(kept));
    if let Some(responder) = responder {
        integration.default_responder_id = responder;
    }
    Ok(json!({"integration": shown(&app.integrations[place], app)?}))
}

/// Rejects fields of the type that can't be updated, because a client would assume that they were changed.
fn check_changes(integration: &Integration, r#type: &IntegrationType, body: &Object) -> Result<(), ApiError> {
    let is_type = |field: &str, value: &Value| field == "type" && *value == integration.r#type.as_str();
    let is_fixed = |field: &str| r#type.fields.contains_key(field) && !r#type.can_update(field);
    let fixed: Vec<String> = body
        .iter()
        .filter(|(field, value)| is_fixed(field) && !is_type(field, value))
        .map(|(field, _)| format!("/{field}: can't be changed; delete the integration and create another"))
        .collect();
    if fixed.is_empty() { Ok(()) } else { Err(ApiError::bad_requests(fixed)) }
}

pub(crate) fn delete(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let id = call.path("integrationId");
    app.integrations.take(id).ok_or_else(no_integration)?;
    remove_belongings(id, app);
    Ok(nothing())
}
