//! Switchboards, which decide who controls conversations. An app has at most one.

use serde::Deserialize;
use serde_json::Value;

use crate::api::request::Call;
use crate::api::response::{named, nothing};
use crate::domain::switchboard;
use crate::domain::switchboard::no_switchboard;
use crate::model::state::App;
use crate::model::switchboard::Switchboard;
use crate::util::error::ApiError;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Update {
    enabled: Option<bool>,
    default_switchboard_integration_id: Option<String>,
}

/// The position of a switchboard in the app.
pub(crate) fn find(id: &str, app: &App) -> Result<usize, ApiError> {
    app.switchboards.position(id).ok_or_else(no_switchboard)
}

/// A new switchboard is disabled, so that it can be configured first.
pub(crate) fn create(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    if !app.switchboards.is_empty() {
        return Err(ApiError::bad_request("the app already has a switchboard"));
    }
    let switchboard = Switchboard { id: call.new_id(), enabled: false, default_switchboard_integration_id: None };
    let response = named("switchboard", &switchboard)?;
    app.switchboards.push(switchboard);
    Ok(response)
}

pub(crate) fn list(_: &Call, app: &mut App) -> Result<Value, ApiError> {
    named("switchboards", &app.switchboards)
}

pub(crate) fn update(call: &Call, app: &mut App) -> Result<Value, ApiError> {
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
pub(crate) fn delete(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let id = call.path("switchboardId");
    app.switchboards.take(id).ok_or_else(no_switchboard)?;
    for removed in app.switchboard_integrations.remove(id).unwrap_or_default() {
        switchboard::remove_controller(&removed.id, app);
    }
    Ok(nothing())
}
