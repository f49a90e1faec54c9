//! The table of operations.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::api::request::Call;
use crate::api::response::Success;
use crate::api::{
    activities, apps, attachments, channels, clients, conversations, devices, integration_keys, integrations, messages,
    oauth, participants, switchboard_actions, switchboard_integrations, switchboards, sync, users, webhooks,
};
use crate::model::state::{App, State};
use crate::spec::document::{Document, Operation};
use crate::util::error::ApiError;

/// How an operation is performed.
#[derive(Clone, Copy)]
pub(crate) enum Handler {
    /// On one app, which the path names.
    App(fn(&Call<'_>, &mut App) -> Result<Value, ApiError>),
    /// On the full state.
    Account(AccountHandler),
}

type AccountHandler = fn(&Call<'_>, &mut State) -> Result<Success, ApiError>;

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
