//! Rules for switchboards: which integration has control.

use crate::model::integration::Integration;
use crate::model::state::App;
use crate::model::switchboard::{Control, Controller, SwitchboardIntegration};
use crate::model::table::Table;
use crate::util::error::ApiError;

/// If the switchboard is enabled, the default responder of the channel's integration is active first, or the switchboard's
/// default.
pub(crate) fn of_new_conversation(app: &App, integration: Option<&str>) -> Control {
    let default = default(app);
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
pub(crate) fn remove_controller(id: &str, app: &mut App) {
    app.conversations.change(
        |conversation| conversation.control.has(id),
        |conversation| {
            let control = &mut conversation.control;
            control.active_switchboard_integration.take_if(|active| active.id == id);
            control.pending_switchboard_integration.take_if(|pending| pending.id == id);
        },
    );
    let is_responder = |integration: &Integration| integration.default_responder_id.as_deref() == Some(id);
    app.integrations.change(is_responder, |integration| integration.default_responder_id = None);
}

/// Updates a switchboard integration in conversations.
pub(crate) fn rename(integration: &SwitchboardIntegration, app: &mut App) {
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

/// The switchboard's integrations; the switchboard must exist and be enabled.
pub(crate) fn check_switchboard(app: &App) -> Result<&Table<SwitchboardIntegration>, ApiError> {
    let switchboard = app.switchboards.first().ok_or_else(no_switchboard)?;
    if !switchboard.enabled {
        return Err(ApiError::bad_request("the switchboard is disabled; enable it to hand over control"));
    }
    Ok(app.switchboard_integrations.of(&switchboard.id))
}

/// A switchboard integration by ID, name or type; the switchboard must be enabled.
pub(crate) fn find_named(key: &str, app: &App) -> Result<Option<Controller>, ApiError> {
    Ok(named(key, check_switchboard(app)?)?.map(Controller::from))
}

pub(crate) fn named<'a>(
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

/// Searches all switchboards.
pub(crate) fn find<'a>(id: &str, app: &'a App) -> Option<&'a SwitchboardIntegration> {
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

/// Removes the switchboard integrations of a deleted integration, and references to them.
pub(crate) fn remove_of_integration(integration_id: &str, app: &mut App) {
    let all = app.switchboard_integrations.values().flatten();
    let ids: Vec<String> =
        all.filter(|place| place.integration_id == integration_id).map(|place| place.id.clone()).collect();
    for id in ids {
        take_out(&id, app);
    }
}

/// Removes it, and references to it.
pub(crate) fn take_out(id: &str, app: &mut App) {
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
    remove_controller(id, app);
}

pub(crate) fn no_switchboard() -> ApiError {
    ApiError::not_found("switchboard not found")
}
