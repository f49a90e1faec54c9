//! Switchboard actions: pass, offer, accept and release control of a conversation.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::switchboard_integrations::{self, SwitchboardIntegration};
use super::{nothing, switchboards};
use crate::auth::Scope;
use crate::error::ApiError;
use crate::request::Call;
use crate::state::App;
use crate::table::Table;

/// As a conversation shows it.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Control {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) active_switchboard_integration: Option<Controller>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) pending_switchboard_integration: Option<Controller>,
}

impl Control {
    fn has(&self, id: &str) -> bool {
        let both = [&self.active_switchboard_integration, &self.pending_switchboard_integration];
        both.into_iter().flatten().any(|controller| controller.id == id)
    }
}

/// A switchboard integration, in short form.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Controller {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) integration_id: String,
    pub(crate) integration_type: String,
}

impl From<&SwitchboardIntegration> for Controller {
    fn from(integration: &SwitchboardIntegration) -> Self {
        Self {
            id: integration.id.clone(),
            name: integration.name.clone(),
            integration_id: integration.integration_id.clone(),
            integration_type: integration.integration_type.clone(),
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Target {
    switchboard_integration: String,
}

/// If the switchboard is enabled, the default responder of the channel's integration is active first, or the switchboard's
/// default.
pub(super) fn of_new_conversation(app: &App, integration: Option<&str>) -> Control {
    let default = switchboard_integrations::default(app);
    let own = integration.and_then(|id| app.integration(id).ok()?.default_responder_id.as_deref());
    let own = own.and_then(|id| app.active_switchboard_integrations().iter().find(|one| one.id == id));
    let active_switchboard_integration = own.or(default).map(Controller::from);
    Control { active_switchboard_integration, pending_switchboard_integration: None }
}

/// A conversation without an active integration goes to the default on the next event.
pub(crate) fn assign(conversation_id: &str, app: &mut App) -> Result<(), ApiError> {
    assign_from(conversation_id, None, app)
}

/// Like [`assign`], for an event on a channel of this integration.
pub(crate) fn assign_from(conversation_id: &str, integration: Option<&str>, app: &mut App) -> Result<(), ApiError> {
    if app.conversation(conversation_id)?.control.active_switchboard_integration.is_some() {
        return Ok(());
    }
    if let Some(active) = of_new_conversation(app, integration).active_switchboard_integration {
        let control = &mut app.conversation_mut(conversation_id)?.control;
        control.pending_switchboard_integration.take_if(|pending| pending.id == active.id);
        control.active_switchboard_integration = Some(active);
    }
    Ok(())
}

/// Removes a switchboard integration from conversations and channels.
pub(super) fn remove_controller(id: &str, app: &mut App) {
    app.conversations.change(
        |conversation| conversation.control.has(id),
        |conversation| {
            let control = &mut conversation.control;
            control.active_switchboard_integration.take_if(|active| active.id == id);
            control.pending_switchboard_integration.take_if(|pending| pending.id == id);
        },
    );
    let is_responder = |integration: &super::Integration| integration.default_responder_id.as_deref() == Some(id);
    app.integrations.change(is_responder, |integration| integration.default_responder_id = None);
}

/// Updates a switchboard integration in conversations.
pub(super) fn rename(integration: &SwitchboardIntegration, app: &mut App) {
    app.conversations.change(
        |conversation| conversation.control.has(&integration.id),
        |conversation| {
            let control = &mut conversation.control;
            let both = [&mut control.active_switchboard_integration, &mut control.pending_switchboard_integration];
            for controller in both.into_iter().flatten().filter(|controller| controller.id == integration.id) {
                *controller = integration.into();
            }
        },
    );
}

/// All others are on standby then, including one that control was offered to.
pub(super) fn pass(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let done = do_pass(call, app);
    report(call, app, "switchboard:passControl", "switchboard:passControl:failure", done)
}

pub(super) fn offer(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let done = do_offer(call, app);
    report(call, app, "switchboard:offerControl", "switchboard:offerControl:failure", done)
}

pub(super) fn accept(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let done = do_accept(call, app);
    report(call, app, "switchboard:acceptControl", "switchboard:acceptControl:failure", done)
}

/// Emits the event for an action, or for its failure.
fn report(
    call: &Call,
    app: &mut App,
    success: &'static str,
    failure: &'static str,
    done: Result<(), ApiError>,
) -> Result<Value, ApiError> {
    let (conversation, metadata) = (call.path("conversationId"), &call.body["metadata"]);
    match &done {
        Ok(()) => app.emit_control(success, conversation, metadata, None),
        // No event if the conversation doesn't exist.
        Err(_) if app.conversation(conversation).is_err() => {}
        Err(error) => {
            let error = json!({"code": error.code(), "message": error.titles().join("; ")});
            app.emit_control(failure, conversation, metadata, Some(error));
        }
    }
    done.map(|()| nothing())
}

fn do_pass(call: &Call, app: &mut App) -> Result<(), ApiError> {
    let active_switchboard_integration = Some(target(call, app)?);
    let conversation = app.conversation_mut(call.path("conversationId"))?;
    conversation.control = Control { active_switchboard_integration, pending_switchboard_integration: None };
    Ok(())
}

fn do_offer(call: &Call, app: &mut App) -> Result<(), ApiError> {
    let target = target(call, app)?;
    let control = &mut app.conversation_mut(call.path("conversationId"))?.control;
    if control.active_switchboard_integration.as_ref().is_some_and(|active| active.id == target.id) {
        return Err(ApiError::bad_request("/switchboardIntegration: already active"));
    }
    control.pending_switchboard_integration = Some(target);
    Ok(())
}

fn do_accept(call: &Call, app: &mut App) -> Result<(), ApiError> {
    let pending = app.conversation(call.path("conversationId"))?.control.pending_switchboard_integration.clone();
    check_switchboard(app)?;
    check_caller(call, pending.as_ref(), "pending")?;
    let pending = pending.ok_or_else(|| ApiError::not_found("control hasn't been offered"))?;
    app.conversation_mut(call.path("conversationId"))?.control =
        Control { active_switchboard_integration: Some(pending), pending_switchboard_integration: None };
    Ok(())
}

pub(super) fn release(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let active = &app.conversation(call.path("conversationId"))?.control.active_switchboard_integration;
    check_switchboard(app)?;
    check_caller(call, active.as_ref(), "active")?;
    app.conversation_mut(call.path("conversationId"))?.control = Control::default();
    app.emit_control("switchboard:releaseControl", call.path("conversationId"), &call.body["metadata"], None);
    Ok(nothing())
}

/// An integration can only act for itself; apps and accounts for any.
fn check_caller(call: &Call, controller: Option<&Controller>, state: &str) -> Result<(), ApiError> {
    let is_own = |controller: &Controller| call.caller.integration.as_deref() == Some(&controller.integration_id);
    if call.caller.scope == Scope::Integration && !controller.is_some_and(is_own) {
        return Err(ApiError::forbidden(format!("the integration isn't the {state} one")));
    }
    Ok(())
}

/// The switchboard's integrations; the switchboard must exist and be enabled.
fn check_switchboard(app: &App) -> Result<&Table<SwitchboardIntegration>, ApiError> {
    let switchboard = app.switchboards.first().ok_or_else(switchboards::no_switchboard)?;
    if !switchboard.enabled {
        return Err(ApiError::bad_request("the switchboard is disabled; enable it to hand over control"));
    }
    Ok(app.switchboard_integrations.of(&switchboard.id))
}

/// The target: by ID, name or type, in this order, or the next one.
fn target(call: &Call, app: &App) -> Result<Controller, ApiError> {
    let body: Target = call.body()?;
    let control = &app.conversation(call.path("conversationId"))?.control;
    let all = check_switchboard(app)?;
    let key = body.switchboard_integration.as_str();
    let found = match key {
        "next" => next(call, control, all),
        key => named(key, all)?,
    };
    let missing = || ApiError::not_found(format!("/switchboardIntegration: switchboard integration {key} not found"));
    found.map(Controller::from).ok_or_else(missing)
}

/// A switchboard integration by ID, name or type; the switchboard must be enabled.
pub(crate) fn find_named(key: &str, app: &App) -> Result<Option<Controller>, ApiError> {
    Ok(named(key, check_switchboard(app)?)?.map(Controller::from))
}

fn named<'a>(
    key: &str,
    all: &'a Table<SwitchboardIntegration>,
) -> Result<Option<&'a SwitchboardIntegration>, ApiError> {
    let by_name = || all.iter().find(|integration| integration.name == key);
    if let Some(one) = all.iter().find(|integration| integration.id == key).or_else(by_name) {
        return Ok(Some(one));
    }
    let mut of_type = all.iter().filter(|integration| integration.integration_type == key);
    match (of_type.next(), of_type.next()) {
        (Some(_), Some(_)) => {
            Err(ApiError::bad_request("/switchboardIntegration: several switchboard integrations have this type"))
        }
        (one, _) => Ok(one),
    }
}

/// The one after the calling integration, so that a call can be retried; otherwise after the active one.
fn next<'a>(
    call: &Call,
    control: &Control,
    all: &'a Table<SwitchboardIntegration>,
) -> Option<&'a SwitchboardIntegration> {
    let own = || all.iter().find(|one| call.caller.integration.as_deref() == Some(&one.integration_id));
    let active = || {
        let active = control.active_switchboard_integration.as_ref()?;
        all.iter().find(|integration| integration.id == active.id)
    };
    let next = own().or_else(active)?.next_switchboard_integration_id.as_deref()?;
    all.iter().find(|integration| integration.id == next)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::state::Conversation;

    #[test]
    fn conversations_round_trip_with_and_without_control() {
        let mut kept = json!({
            "id": "1", "type": "sdkGroup", "isDefault": false, "displayName": null, "description": null, "iconUrl": null,
            "metadata": {}, "businessLastRead": null, "lastUpdatedAt": "t", "createdAt": "t",
        });
        for controller in
            [None, Some(json!({"id": "2", "name": "n", "integrationId": "3", "integrationType": "custom"}))]
        {
            controller.into_iter().for_each(|controller| kept["activeSwitchboardIntegration"] = controller);
            let conversation: Conversation = serde_json::from_value(kept.clone()).expect("a conversation");
            assert_eq!(serde_json::to_value(conversation).expect("JSON"), kept);
        }
    }
}
