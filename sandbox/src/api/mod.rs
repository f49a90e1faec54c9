//! The operations, performed after their requests have been validated.

mod activities;
mod apps;
mod attachments;
pub(crate) mod body;
mod channels;
mod clients;
mod conversations;
mod devices;
mod integration_keys;
mod integrations;
mod messages;
mod oauth;
pub(crate) mod paging;
mod participants;
pub(crate) mod request;
mod switchboard_actions;
mod switchboard_integrations;
mod switchboards;
mod sync;
mod users;
mod webhooks;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::{Value, json};

use crate::api::request::Call;
use crate::model::state::{App, State};
use crate::spec::document::{Document, Operation, document};
use crate::util::error::ApiError;
use crate::util::values::view;

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

/// A record under the name of its kind.
fn named(name: &str, record: &impl Serialize) -> Result<Value, ApiError> {
    Ok(json!({name: view(record)?}))
}

/// Only needs to be unique, because it only opens a sandbox.
fn new_secret(call: &Call) -> String {
    format!("secret-{}", call.new_id())
}

fn nothing() -> Value {
    json!({})
}

/// The path of the page that shows a code.
pub(crate) const CODE_PAGE: &str = "/oauth/code";

/// The path prefix of all files.
pub(crate) const FILES: &str = "/attachments/";
