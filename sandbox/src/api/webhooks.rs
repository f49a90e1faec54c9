//! Webhooks of custom and OAuth integrations.

use serde::Deserialize;
use serde_json::Value;

use crate::api::request::Call;
use crate::api::response::{named, new_secret, nothing};
use crate::model::caller::Scope;
use crate::model::integration::Webhook;
use crate::model::state::App;
use crate::model::table::Table;
use crate::spec::document::document;
use crate::util::error::ApiError;

/// Per app, including those that are created with custom integrations.
const MAX_WEBHOOKS: usize = 10;

/// A webhook to create, also as part of a custom integration.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NewWebhook {
    target: String,
    triggers: Vec<String>,
    #[serde(default)]
    include_full_user: bool,
    #[serde(default)]
    include_full_source: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Update {
    target: Option<String>,
    triggers: Option<Vec<String>>,
    include_full_user: Option<bool>,
    include_full_source: Option<bool>,
}

impl NewWebhook {
    /// `place` is its place in the body.
    pub(crate) fn webhook(self, place: &str, call: &Call) -> Result<Webhook, ApiError> {
        check_target(&self.target, place)?;
        check_triggers(&self.triggers, place)?;
        Ok(Webhook {
            id: call.new_id(),
            version: "v2".to_owned(),
            target: self.target,
            triggers: self.triggers,
            secret: new_secret(call),
            include_full_user: self.include_full_user,
            include_full_source: self.include_full_source,
        })
    }
}

fn check_target(target: &str, place: &str) -> Result<(), ApiError> {
    let authority = target.strip_prefix("https://").or_else(|| target.strip_prefix("http://"));
    let host = authority.and_then(|rest| rest.split(['/', '?', '#']).next());
    let is_url = host.is_some_and(|host| !host.is_empty()) && !target.contains(char::is_whitespace);
    if is_url { Ok(()) } else { Err(ApiError::bad_request(format!("{place}/target: must be an http or https URL"))) }
}

fn check_triggers(triggers: &[String], place: &str) -> Result<(), ApiError> {
    if triggers.is_empty() {
        return Err(ApiError::bad_request(format!("{place}/triggers: must have at least one")));
    }
    match triggers.iter().position(|trigger| !document().is_trigger(trigger)) {
        Some(index) => Err(ApiError::bad_request(format!("{place}/triggers/{index}: unknown trigger"))),
        None => Ok(()),
    }
}

/// Checks that this many webhooks can be added.
pub(crate) fn check_room(more: usize, app: &App) -> Result<(), ApiError> {
    let count: usize = app.webhooks.values().map(Table::len).sum();
    if count + more > MAX_WEBHOOKS {
        let message = format!("an app has at most {MAX_WEBHOOKS} webhooks; delete one to create another");
        return Err(ApiError::bad_request(message));
    }
    Ok(())
}

pub(crate) fn create(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let body: NewWebhook = call.body()?;
    let integration = listening(call, app)?;
    check_room(1, app)?;
    let webhook = body.webhook("", call)?;
    let response = named("webhook", &webhook)?;
    app.webhooks.of_mut(&integration).push(webhook);
    Ok(response)
}

pub(crate) fn list(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    named("webhooks", &app.webhooks.of(&listening(call, app)?))
}

pub(crate) fn get(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let webhooks = app.webhooks.of(&integration(call, app)?);
    let position = webhooks.position(call.path("webhookId")).ok_or_else(no_webhook)?;
    named("webhook", &webhooks[position])
}

pub(crate) fn update(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let body: Update = call.body()?;
    let integration = integration(call, app)?;
    let webhooks = app.webhooks.of_mut(&integration);
    let position = webhooks.position(call.path("webhookId")).ok_or_else(no_webhook)?;
    body.target.as_deref().map_or(Ok(()), |target| check_target(target, ""))?;
    body.triggers.as_deref().map_or(Ok(()), |triggers| check_triggers(triggers, ""))?;
    let webhook = &mut webhooks[position];
    webhook.target = body.target.unwrap_or_else(|| webhook.target.clone());
    webhook.triggers = body.triggers.unwrap_or_else(|| webhook.triggers.clone());
    webhook.include_full_user = body.include_full_user.unwrap_or(webhook.include_full_user);
    webhook.include_full_source = body.include_full_source.unwrap_or(webhook.include_full_source);
    named("webhook", webhook)
}

pub(crate) fn delete(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let integration = integration(call, app)?;
    let webhooks = app.webhooks.of_mut(&integration);
    webhooks.take(call.path("webhookId")).ok_or_else(no_webhook)?;
    Ok(nothing())
}

/// Returns the integration's ID from the path. An integration only has access to itself, also as `me`. OAuth
/// integrations aren't among the app's records.
pub(crate) fn integration(call: &Call, app: &App) -> Result<String, ApiError> {
    let named = call.path("integrationId");
    if call.caller.scope != Scope::Integration {
        return Ok(app.integration(named)?.id.clone());
    }
    match &call.caller.integration {
        Some(own) if named == "me" || named == own => Ok(own.clone()),
        _ => Err(ApiError::forbidden("the credentials belong to another integration")),
    }
}

/// Like [`integration`], for an integration that can have webhooks.
fn listening(call: &Call, app: &App) -> Result<String, ApiError> {
    let id = integration(call, app)?;
    if app.integration(&id).is_ok_and(|integration| integration.is_channel()) {
        return Err(ApiError::forbidden("only custom and OAuth integrations have webhooks"));
    }
    Ok(id)
}

fn no_webhook() -> ApiError {
    ApiError::not_found("webhook not found")
}
