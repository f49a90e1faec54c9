//! Switchboard actions: pass, offer, accept and release control of a conversation.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::api::request::Call;
use crate::api::response::nothing;
use crate::domain::switchboard::{check_switchboard, named};
use crate::model::caller::Scope;
use crate::model::state::App;
use crate::model::switchboard::{Control, Controller, SwitchboardIntegration};
use crate::model::table::Table;
use crate::util::error::ApiError;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Target {
    switchboard_integration: String,
}

/// All others are on standby then, including one that control was offered to.
pub(crate) fn pass(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let done = do_pass(call, app);
    report(call, app, "switchboard:passControl", "switchboard:passControl:failure", done)
}

pub(crate) fn offer(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let done = do_offer(call, app);
    report(call, app, "switchboard:offerControl", "switchboard:offerControl:failure", done)
}

pub(crate) fn accept(call: &Call, app: &mut App) -> Result<Value, ApiError> {
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

pub(crate) fn release(call: &Call, app: &mut App) -> Result<Value, ApiError> {
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

/// The one after the calling integration, so that a call can be retried; otherwise after the active one.
pub(crate) fn next<'a>(
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

    use crate::model::conversation::Conversation;

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
