//! The operations, performed after their requests have been validated.

mod activities;
mod apps;
mod attachments;
mod channels;
mod clients;
mod content;
mod conversations;
mod devices;
mod integration_keys;
mod integrations;
mod messages;
mod oauth;
mod participants;
mod switchboard_actions;
mod switchboard_integrations;
mod switchboards;
mod sync;
mod users;
mod webhooks;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Value, json};

use crate::document::{Document, Operation, document};
use crate::error::ApiError;
use crate::request::Call;
use crate::state::{App, Object, State};

pub(crate) use activities::read;
pub(crate) use clients::{
    Link, activate as activate_client, awaits_activity, block as block_client, cancel_link, confirm, match_client,
    request_link,
};
pub(crate) use conversations::{Reason, start as start_conversation};
pub(crate) use devices::{Device, latest as latest_device, register as register_device};
pub(crate) use integrations::{Integration, shown as shown_integration};
pub(crate) use messages::{
    DeliveryTarget, Draft, add as add_message, add_expanded, author_of_user, check as check_message, check_values,
    end_delivery, unsend,
};
pub(crate) use oauth::remove_access;
pub(crate) use switchboard_actions::{Control, Controller, assign_from, find_named as switchboard_named};
pub(crate) use switchboard_integrations::{
    SwitchboardIntegration, default as default_controller, of_integration as switchboard_of,
};
pub(crate) use switchboards::Switchboard;
pub(crate) use webhooks::Webhook;

/// How an operation is performed.
#[derive(Clone, Copy)]
pub(crate) enum Handler {
    /// On one app, which the path names.
    App(fn(&Call<'_>, &mut App) -> Result<Value, ApiError>),
    /// On the full state.
    Account(AccountHandler),
}

type AccountHandler = fn(&Call<'_>, &mut State) -> Result<Success, ApiError>;

/// The response of a successful operation.
pub(crate) enum Success {
    Json(Value),
    /// A redirect to this URL.
    Redirect(String),
}

/// The operations, by their ID in the document.
#[rustfmt::skip]
static HANDLERS: &[(&str, Handler)] = &[
    ("CreateApp", Handler::Account(apps::create)),
    ("ListApps", Handler::Account(apps::list)),
    ("DeleteApp", Handler::Account(apps::delete)),
    ("Authorize", Handler::Account(oauth::authorize)),
    ("GetToken", Handler::Account(oauth::token)),
    ("GetTokenInfo", Handler::Account(oauth::token_info)),
    ("RevokeAccess", Handler::Account(oauth::revoke)),
    ("GetApp", Handler::App(apps::get)),
    ("UpdateApp", Handler::App(apps::update)),
    ("CreateAppKey", Handler::App(apps::create_key)),
    ("ListAppKeys", Handler::App(apps::list_keys)),
    ("GetAppKey", Handler::App(apps::get_key)),
    ("DeleteAppKey", Handler::App(apps::delete_key)),
    ("UploadAttachment", Handler::App(attachments::upload)),
    ("DeleteAttachment", Handler::App(attachments::delete)),
    ("CreateUser", Handler::App(users::create)),
    ("ListUsers", Handler::App(users::list)),
    ("GetUser", Handler::App(users::get)),
    ("UpdateUser", Handler::App(users::update)),
    ("DeleteUser", Handler::App(users::delete)),
    ("DeleteUserPersonalInformation", Handler::App(users::delete_personal_information)),
    ("CreateClient", Handler::App(clients::create)),
    ("ListClients", Handler::App(clients::list)),
    ("RemoveClient", Handler::App(clients::remove)),
    ("SyncUser", Handler::App(sync::sync)),
    ("ListDevices", Handler::App(devices::list)),
    ("GetDevice", Handler::App(devices::get)),
    ("CreateConversation", Handler::App(conversations::create)),
    ("ListConversations", Handler::App(conversations::list)),
    ("GetConversation", Handler::App(conversations::get)),
    ("UpdateConversation", Handler::App(conversations::update)),
    ("DeleteConversation", Handler::App(conversations::delete)),
    ("DownloadMessageRef", Handler::App(channels::download)),
    ("PostConversionEvents", Handler::App(channels::post_conversions)),
    ("JoinConversation", Handler::App(participants::join)),
    ("ListParticipants", Handler::App(participants::list)),
    ("LeaveConversation", Handler::App(participants::leave)),
    ("PostMessage", Handler::App(messages::post)),
    ("ListMessages", Handler::App(messages::list)),
    ("DeleteAllMessages", Handler::App(messages::delete_all)),
    ("DeleteMessage", Handler::App(messages::delete)),
    ("PassControl", Handler::App(switchboard_actions::pass)),
    ("OfferControl", Handler::App(switchboard_actions::offer)),
    ("AcceptControl", Handler::App(switchboard_actions::accept)),
    ("ReleaseControl", Handler::App(switchboard_actions::release)),
    ("CreateIntegration", Handler::App(integrations::create)),
    ("ListIntegrations", Handler::App(integrations::list)),
    ("GetIntegration", Handler::App(integrations::get)),
    ("UpdateIntegration", Handler::App(integrations::update)),
    ("DeleteIntegration", Handler::App(integrations::delete)),
    ("CreateCustomIntegrationKey", Handler::App(integration_keys::create)),
    ("ListCustomIntegrationKeys", Handler::App(integration_keys::list)),
    ("GetCustomIntegrationKey", Handler::App(integration_keys::get)),
    ("DeleteCustomIntegrationKey", Handler::App(integration_keys::delete)),
    ("CreateWebhook", Handler::App(webhooks::create)),
    ("ListWebhooks", Handler::App(webhooks::list)),
    ("GetWebhook", Handler::App(webhooks::get)),
    ("UpdateWebhook", Handler::App(webhooks::update)),
    ("DeleteWebhook", Handler::App(webhooks::delete)),
    ("CreateSwitchboard", Handler::App(switchboards::create)),
    ("ListSwitchboards", Handler::App(switchboards::list)),
    ("UpdateSwitchboard", Handler::App(switchboards::update)),
    ("DeleteSwitchboard", Handler::App(switchboards::delete)),
    ("CreateSwitchboardIntegration", Handler::App(switchboard_integrations::create)),
    ("ListSwitchboardIntegrations", Handler::App(switchboard_integrations::list)),
    ("UpdateSwitchboardIntegration", Handler::App(switchboard_integrations::update)),
    ("DeleteSwitchboardIntegration", Handler::App(switchboard_integrations::delete)),
    ("PostActivity", Handler::App(activities::post)),
];

/// The handler of each operation of the document.
pub(crate) struct Handlers(BTreeMap<&'static str, Handler>);

impl Handlers {
    /// Joins the table with the document. Fails with the operations that only one of them has.
    pub(crate) fn new(document: &Document) -> Result<Self, String> {
        let handlers: BTreeMap<&str, Handler> = HANDLERS.iter().copied().collect();
        let operations: BTreeSet<&str> = document.operations().iter().map(|operation| operation.id.as_str()).collect();
        let handled: BTreeSet<&str> = handlers.keys().copied().collect();
        let different: Vec<&str> = operations.symmetric_difference(&handled).copied().collect();
        match different.is_empty() {
            true => Ok(Self(handlers)),
            false => {
                Err(format!("the document and the sandbox don't have the same operations: {}", different.join(", ")))
            }
        }
    }

    pub(crate) fn of(&self, operation: &Operation) -> Option<Handler> {
        self.0.get(operation.id.as_str()).copied()
    }
}

/// Removes the fields of a message's content that only responses have.
pub(crate) fn writable(content: &mut Value) {
    let Some(operation) = document().operation("PostMessage") else { return };
    // Removing a field may reveal another violation in the same place.
    for _ in 0..10 {
        let body = json!({"author": {"type": "business"}, "content": content});
        let violations = operation.body_violations(&body);
        if violations.is_empty() {
            return;
        }
        for violation in violations {
            let Some((parent, key)) = violation.pointer.strip_prefix("/content").and_then(|p| p.rsplit_once('/'))
            else {
                continue;
            };
            if let Some(parent) = content.pointer_mut(parent).and_then(Value::as_object_mut) {
                parent.remove(key);
            }
        }
    }
}

pub(crate) fn view(record: &impl Serialize) -> Result<Value, ApiError> {
    serde_json::to_value(record).map_err(|error| ApiError::internal(error.to_string()))
}

/// A record under the name of its kind.
fn named(name: &str, record: &impl Serialize) -> Result<Value, ApiError> {
    Ok(json!({name: view(record)?}))
}

fn text<'o>(object: &'o Object, key: &str) -> Option<&'o str> {
    object.get(key).and_then(Value::as_str)
}

/// Only needs to be unique, because it only opens a sandbox.
fn new_secret(call: &Call) -> String {
    format!("secret-{}", call.new_id())
}

fn nothing() -> Value {
    json!({})
}

/// For a nullable field of an update: absent is `None`, null is `Some(None)`.
pub(crate) fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}
