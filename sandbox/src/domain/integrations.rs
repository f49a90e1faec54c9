//! Rules for integrations.

use serde_json::{Value, json};

use crate::domain::switchboard;
use crate::model::client::Client;
use crate::model::integration::Integration;
use crate::model::oauth::OAuthClient;
use crate::model::state::App;
use crate::model::switchboard::SwitchboardIntegration;
use crate::model::table::Table;
use crate::spec::document::document;
use crate::spec::integration_types::IntegrationType;
use crate::util::error::ApiError;
use crate::util::values::view;

impl App {
    /// The ID of the first integration of a type.
    pub(crate) fn integration_of_type(&self, name: &str) -> Option<&str> {
        self.integrations.iter().find(|integration| integration.r#type == name).map(|one| one.id.as_str())
    }

    pub(crate) fn integration(&self, id: &str) -> Result<&Integration, ApiError> {
        self.integrations.find(id).ok_or_else(no_integration)
    }
}

pub(crate) fn no_integration() -> ApiError {
    ApiError::not_found("integration not found")
}

pub(crate) fn described(name: &str) -> Result<&'static IntegrationType, ApiError> {
    let unknown = || ApiError::bad_request(format!("/type: unknown integration type {name}"));
    document().integration_type(name).ok_or_else(unknown)
}

/// Removes the integration's tokens, keys, webhooks, clients and switchboard integrations. Devices don't name it anymore.
pub(crate) fn remove_belongings(id: &str, app: &mut App) {
    app.access_tokens.retain(|token| token.integration_id != id);
    app.integration_keys.remove(id);
    app.webhooks.remove(id);
    switchboard::remove_of_integration(id, app);
    app.devices.change(|device| device.integration_id.as_deref() == Some(id), |device| device.integration_id = None);
    remove_clients(id, app);
}

fn remove_clients(integration_id: &str, app: &mut App) {
    let is_its = |client: &&Client| client.integration_id.as_deref() == Some(integration_id);
    let its = |(user, clients): (&str, &Table<Client>)| {
        clients.iter().filter(is_its).map(|client| (user.to_owned(), client.id.clone())).collect::<Vec<_>>()
    };
    let removed: Vec<(String, String)> = app.clients.iter().flat_map(its).collect();
    for (user, client) in removed {
        app.remove_client(&user, &client);
    }
}

/// An integration as the API shows it, including fields that are stored elsewhere.
pub(crate) fn shown(integration: &Integration, app: &App) -> Result<Value, ApiError> {
    let mut shown = integration.fields.clone();
    shown.insert("id".to_owned(), integration.id.clone().into());
    shown.insert("type".to_owned(), integration.r#type.clone().into());
    let r#type = described(&integration.r#type)?;
    if r#type.shows("webhooks") {
        shown.insert("webhooks".to_owned(), view(&app.webhooks.of(&integration.id))?);
    }
    if r#type.shows("defaultResponder") {
        shown.insert("defaultResponder".to_owned(), default_responder(integration, app));
    }
    Ok(shown.into())
}

/// The integration's default responder, or that of the switchboard.
fn default_responder(integration: &Integration, app: &App) -> Value {
    let own = integration.default_responder_id.as_ref().and_then(|id| switchboard::find(id, app));
    let described = |responder: &SwitchboardIntegration| {
        json!({
            "name": responder.name,
            "integrationId": responder.integration_id,
            "integrationType": responder.integration_type,
            "deliverStandbyEvents": responder.deliver_standby_events,
            "nextSwitchboardIntegrationId": responder.next_switchboard_integration_id,
            "inherited": own.is_none(),
        })
    };
    let Some(responder) = own.or_else(|| switchboard::default(app)) else { return Value::Null };
    let mut shown = described(responder);
    if let Some(count) = responder.message_history_count {
        shown["messageHistoryCount"] = count.into();
    }
    shown
}

/// Ends the access of a client to an app. `None` if it doesn't have access.
pub(crate) fn remove_access(app: &mut App, client: &OAuthClient) -> Option<()> {
    let token = app.access_tokens.iter().find(|token| token.client_id == client.id)?;
    let integration = token.integration_id.clone();
    remove_belongings(&integration, app);
    if let Some(url) = &client.remove_url {
        app.emit_removal(url);
    }
    Some(())
}
