//! The integrations of a switchboard.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use crate::api::request::Call;
use crate::api::response::{named, nothing};
use crate::api::switchboards;
use crate::domain::switchboard;
use crate::domain::switchboard::take_out;
use crate::model::state::App;
use crate::model::switchboard::SwitchboardIntegration;
use crate::model::table::Table;
use crate::util::error::ApiError;
use crate::util::values::{exactly_one, present};

const MAX_INTEGRATIONS: usize = 10;

/// The types of Zendesk's own integrations, which every account has.
const BUILT_IN: &str = "zd:";

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

pub(crate) fn create(call: &Call, app: &mut App) -> Result<Value, ApiError> {
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

pub(crate) fn list(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let switchboard = call.path("switchboardId");
    switchboards::find(switchboard, app)?;
    named("switchboardIntegrations", &app.switchboard_integrations.of(switchboard))
}

pub(crate) fn update(call: &Call, app: &mut App) -> Result<Value, ApiError> {
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
    switchboard::rename(&integration, app);
    named("switchboardIntegration", &integration)
}

pub(crate) fn delete(call: &Call, app: &mut App) -> Result<Value, ApiError> {
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

fn no_integration() -> ApiError {
    ApiError::not_found("switchboard integration not found")
}
