//! Switchboards, which decide who controls conversations. An app has at most one.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{named, nothing, switchboard_actions};
use crate::error::ApiError;
use crate::request::Call;
use crate::state::App;

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Switchboard {
    pub(crate) id: String,
    pub(crate) enabled: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) default_switchboard_integration_id: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Update {
    enabled: Option<bool>,
    default_switchboard_integration_id: Option<String>,
}

/// The position of a switchboard in the app.
pub(super) fn find(id: &str, app: &App) -> Result<usize, ApiError> {
    app.switchboards.position(id).ok_or_else(no_switchboard)
}

pub(super) fn no_switchboard() -> ApiError {
    ApiError::not_found("switchboard not found")
}

/// A new switchboard is disabled, so that it can be configured first.
pub(super) fn create(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    if !app.switchboards.is_empty() {
        return Err(ApiError::bad_request("the app already has a switchboard"));
    }
    let switchboard = Switchboard { id: call.new_id(), enabled: false, default_switchboard_integration_id: None };
    let response = named("switchboard", &switchboard)?;
    app.switchboards.push(switchboard);
    Ok(response)
}

pub(super) fn list(_: &Call, app: &mut App) -> Result<Value, ApiError> {
    named("switchboards", &app.switchboards)
}

pub(super) fn update(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let body: Update = call.body()?;
    let place = find(call.path("switchboardId"), app)?;
    let integrations = app.switchboard_integrations.of(call.path("switchboardId"));
    if body.default_switchboard_integration_id.as_ref().is_some_and(|id| integrations.position(id).is_none()) {
        return Err(ApiError::not_found("/defaultSwitchboardIntegrationId: switchboard integration not found"));
    }
    let switchboard = &mut app.switchboards[place];
    switchboard.enabled = body.enabled.unwrap_or(switchboard.enabled);
    if body.default_switchboard_integration_id.is_some() {
        switchboard.default_switchboard_integration_id = body.default_switchboard_integration_id;
    }
    named("switchboard", switchboard)
}

/// The integrations stay; conversations don't have an active integration anymore.
pub(super) fn delete(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let id = call.path("switchboardId");
    app.switchboards.take(id).ok_or_else(no_switchboard)?;
    for removed in app.switchboard_integrations.remove(id).unwrap_or_default() {
        switchboard_actions::remove_controller(&removed.id, app);
    }
    Ok(nothing())
}
