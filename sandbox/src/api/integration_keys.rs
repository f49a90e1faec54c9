//! API keys of custom integrations, with scope `integration`.

use serde::Deserialize;
use serde_json::Value;

use crate::api::request::Call;
use crate::api::response::{named, new_secret, nothing};
use crate::model::state::{App, Key};
use crate::util::error::ApiError;

const MAX_KEYS: usize = 10;

const MAX_NAME: usize = 100;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Create {
    display_name: String,
}

pub(crate) fn create(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let body: Create = call.body()?;
    let integration = custom(call, app)?;
    if !(1..=MAX_NAME).contains(&body.display_name.chars().count()) {
        return Err(ApiError::bad_request(format!("/displayName: must have 1 to {MAX_NAME} characters")));
    }
    let keys = app.integration_keys.of_mut(&integration);
    if keys.len() >= MAX_KEYS {
        return Err(ApiError::bad_request(format!(
            "the integration has {MAX_KEYS} keys; delete one to create another"
        )));
    }
    let id = format!("int_{}", call.new_id());
    let key = Key { id, display_name: Some(body.display_name), secret: new_secret(call) };
    let response = named("key", &key)?;
    keys.push(key);
    Ok(response)
}

pub(crate) fn list(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    named("keys", &app.integration_keys.of(&custom(call, app)?))
}

pub(crate) fn get(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let keys = app.integration_keys.of(&app.integration(call.path("integrationId"))?.id);
    let position = keys.position(call.path("keyId")).ok_or_else(no_key)?;
    named("key", &keys[position])
}

pub(crate) fn delete(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let integration = app.integration(call.path("integrationId"))?.id.clone();
    let keys = app.integration_keys.of_mut(&integration);
    keys.take(call.path("keyId")).ok_or_else(no_key)?;
    Ok(nothing())
}

/// Returns the integration's ID if it is a custom integration; others don't have keys.
fn custom(call: &Call, app: &App) -> Result<String, ApiError> {
    let integration = app.integration(call.path("integrationId"))?;
    if integration.r#type != "custom" {
        return Err(ApiError::bad_request("only integrations of type custom have keys"));
    }
    Ok(integration.id.clone())
}

fn no_key() -> ApiError {
    ApiError::not_found("key not found")
}
