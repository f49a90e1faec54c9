//! The integrations of a switchboard.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{named, nothing, present, switchboard_actions, switchboards};
use crate::error::ApiError;
use crate::request::{Call, exactly_one};
use crate::state::App;
use crate::table::Table;

const MAX_INTEGRATIONS: usize = 10;
/// The types of Zendesk's own integrations, which every account has.
const BUILT_IN: &str = "zd:";

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SwitchboardIntegration {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) integration_id: String,
    pub(crate) integration_type: String,
    pub(crate) deliver_standby_events: bool,
    pub(crate) next_switchboard_integration_id: Option<String>,
    pub(crate) message_history_count: Option<u64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Create {
    name: String,
    integration_id: Option<String>,
    integration_type: Option<String>,
    deliver_standby_events: Option<bool>,
    next_switchboard_integration_id: Option<String>,
    message_history_count: Option<u64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Update {
    name: Option<String>,
    integration_id: Option<String>,
    integration_type: Option<String>,
    deliver_standby_events: Option<bool>,
    #[serde(default, deserialize_with = "present")]
    next_switchboard_integration_id: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    message_history_count: Option<Option<u64>>,
}

/// Searches all switchboards.
pub(super) fn find<'a>(id: &str, app: &'a App) -> Option<&'a SwitchboardIntegration> {
    app.switchboard_integrations.values().flatten().find(|integration| integration.id == id)
}

impl App {
    /// The integrations of the enabled switchboard.
    pub(crate) fn active_switchboard_integrations(&self) -> &Table<SwitchboardIntegration> {
        let switchboard = self.switchboards.iter().find(|switchboard| switchboard.enabled);
        self.switchboard_integrations.of(switchboard.map_or("", |switchboard| &switchboard.id))
    }
}

/// The switchboard integration of an integration, if the switchboard is enabled.
pub(crate) fn of_integration<'a>(app: &'a App, integration: &str) -> Option<&'a SwitchboardIntegration> {
    app.active_switchboard_integrations().iter().find(|one| one.integration_id == integration)
}

/// The default for new conversations.
pub(crate) fn default(app: &App) -> Option<&SwitchboardIntegration> {
    let switchboard = app.switchboards.iter().find(|switchboard| switchboard.enabled)?;
    find(switchboard.default_switchboard_integration_id.as_deref()?, app)
}

pub(super) fn create(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let body: Create = call.body()?;
    let switchboard = call.path("switchboardId");
    switchboards::find(switchboard, app)?;
    let others = app.switchboard_integrations.of(switchboard);
    if others.len() >= MAX_INTEGRATIONS {
        return Err(ApiError::bad_request(format!("a switchboard has at most {MAX_INTEGRATIONS} integrations")));
    }
    check_name(&body.name, others)?;
    check_next(body.next_switchboard_integration_id.as_deref(), others)?;
    let link = ("integrationId", body.integration_id.as_deref());
    let given = exactly_one("body", BTreeMap::from([link, ("integrationType", body.integration_type.as_deref())]))?;
    let (integration_id, integration_type) = linked(given, call, app)?;
    let integration = SwitchboardIntegration {
        id: call.new_id(),
        name: body.name,
        integration_id,
        integration_type,
        deliver_standby_events: body.deliver_standby_events.unwrap_or(true),
        next_switchboard_integration_id: body.next_switchboard_integration_id,
        message_history_count: body.message_history_count,
    };
    let response = named("switchboardIntegration", &integration)?;
    app.switchboard_integrations.of_mut(switchboard).push(integration);
    Ok(response)
}

fn check_name(name: &str, others: &Table<SwitchboardIntegration>) -> Result<(), ApiError> {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if name.is_empty() || !name.bytes().all(is_allowed) {
        return Err(ApiError::bad_request("/name: must only contain letters, digits, - and _"));
    }
    if others.iter().any(|other| other.name == name) {
        return Err(ApiError::bad_request("/name: already used by another switchboard integration"));
    }
    Ok(())
}

fn check_next(id: Option<&str>, others: &Table<SwitchboardIntegration>) -> Result<(), ApiError> {
    if id.is_some_and(|id| others.position(id).is_none()) {
        return Err(ApiError::not_found("/nextSwitchboardIntegrationId: switchboard integration not found"));
    }
    Ok(())
}

/// ID and type of the integration, which must be able to control conversations.
fn linked((field, value): (&str, &str), call: &Call, app: &App) -> Result<(String, String), ApiError> {
    let fits = |key: &str| key == value;
    let mut found = app
        .integrations
        .iter()
        .filter(|integration| fits(if field == "integrationId" { &integration.id } else { &integration.r#type }));
    match (found.next(), found.next()) {
        (Some(_), Some(_)) => Err(ApiError::bad_request(format!("/{field}: several integrations have this type"))),
        (Some(one), None) if one.is_channel() => Err(ApiError::bad_request(format!(
            "/{field}: only custom and OAuth integrations can control conversations"
        ))),
        (Some(one), None) => Ok((one.id.clone(), one.r#type.clone())),
        (None, _) if field == "integrationType" && value.starts_with(BUILT_IN) => {
            let all = || app.switchboard_integrations.values().flatten();
            let known = all().find(|known| known.integration_type == value).map(|known| known.integration_id.clone());
            Ok((known.unwrap_or_else(|| call.new_id()), value.to_owned()))
        }
        // A partner's integration is identified by its client ID, and isn't one of the app's records.
        (None, _) => app
            .access_tokens
            .iter()
            .find(|token| fits(if field == "integrationId" { &token.integration_id } else { &token.client_id }))
            .map(|token| (token.integration_id.clone(), token.client_id.clone()))
            .ok_or_else(|| ApiError::not_found(format!("/{field}: integration not found"))),
    }
}

pub(super) fn list(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let switchboard = call.path("switchboardId");
    switchboards::find(switchboard, app)?;
    named("switchboardIntegrations", &app.switchboard_integrations.of(switchboard))
}

pub(super) fn update(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let body: Update = call.body()?;
    let (switchboard, id) = (call.path("switchboardId"), call.path("switchboardIntegrationId"));
    switchboards::find(switchboard, app)?;
    let all = app.switchboard_integrations.of(switchboard);
    let place = all.position(id).ok_or_else(no_integration)?;
    if let Some(name) = body.name.as_deref().filter(|name| *name != all[place].name) {
        check_name(name, all)?;
    }
    check_next(body.next_switchboard_integration_id.as_ref().and_then(Option::as_deref), all)?;
    let link = match (body.integration_id.as_deref(), body.integration_type.as_deref()) {
        (None, None) => None,
        (Some(id), None) => Some(linked(("integrationId", id), call, app)?),
        (None, Some(name)) => Some(linked(("integrationType", name), call, app)?),
        (Some(_), Some(_)) => {
            return Err(ApiError::bad_request("/integrationType: can't be combined with integrationId"));
        }
    };
    let all = app.switchboard_integrations.of_mut(switchboard);
    let integration = &mut all[place];
    if let Some(name) = body.name {
        integration.name = name;
    }
    if let Some((id, name)) = link {
        integration.integration_id = id;
        integration.integration_type = name;
    }
    integration.deliver_standby_events = body.deliver_standby_events.unwrap_or(integration.deliver_standby_events);
    if let Some(next) = body.next_switchboard_integration_id {
        integration.next_switchboard_integration_id = next;
    }
    if let Some(count) = body.message_history_count {
        integration.message_history_count = count;
    }
    let integration = integration.clone();
    switchboard_actions::rename(&integration, app);
    named("switchboardIntegration", &integration)
}

pub(super) fn delete(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let (switchboard, id) = (call.path("switchboardId"), call.path("switchboardIntegrationId"));
    let place = switchboards::find(switchboard, app)?;
    let all = app.switchboard_integrations.of(switchboard);
    all.position(id).ok_or_else(no_integration)?;
    if app.switchboards[place].default_switchboard_integration_id.as_deref() == Some(id) {
        return Err(ApiError::bad_request("it is the switchboard's default; set another default first"));
    }
    let is_before = |other: &&SwitchboardIntegration| other.next_switchboard_integration_id.as_deref() == Some(id);
    if let Some(before) = all.iter().filter(|other| other.id != id).find(is_before) {
        return Err(ApiError::bad_request(format!("it is the next of {}; change that first", before.name)));
    }
    take_out(id, app);
    Ok(nothing())
}

/// Removes the switchboard integrations of a deleted integration, and references to them.
pub(super) fn remove_of_integration(integration_id: &str, app: &mut App) {
    let all = app.switchboard_integrations.values().flatten();
    let ids: Vec<String> =
        all.filter(|place| place.integration_id == integration_id).map(|place| place.id.clone()).collect();
    for id in ids {
        take_out(&id, app);
    }
}

/// Removes it, and references to it.
fn take_out(id: &str, app: &mut App) {
    let owner = app.switchboard_integrations.iter().find(|(_, all)| all.find(id).is_some());
    if let Some(all) =
        owner.map(|(owner, _)| owner.to_owned()).and_then(|owner| app.switchboard_integrations.get_mut(&owner))
    {
        all.take(id);
    }
    app.switchboard_integrations.change(
        |other| other.next_switchboard_integration_id.as_deref() == Some(id),
        |other| other.next_switchboard_integration_id = None,
    );
    app.switchboards.change(
        |switchboard| switchboard.default_switchboard_integration_id.as_deref() == Some(id),
        |switchboard| switchboard.default_switchboard_integration_id = None,
    );
    switchboard_actions::remove_controller(id, app);
}

fn no_integration() -> ApiError {
    ApiError::not_found("switchboard integration not found")
}
