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

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Value, json};

use crate::error::ApiError;
use crate::request::Call;
use crate::state::{App, Object, State};

pub(crate) use activities::read;
pub(crate) use clients::{Link, confirm};
pub(crate) use conversations::{Reason, start as start_conversation};
pub(crate) use devices::{Device, latest as latest_device, register as register_device};
pub(crate) use integrations::Integration;
pub(crate) use messages::{Draft, add as add_message, author_of_user, check as check_message, end_delivery, unsend};
pub(crate) use switchboard_actions::{Control, assign};
pub(crate) use switchboard_integrations::{SwitchboardIntegration, of_integration as switchboard_of};
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
pub(crate) fn handler(operation: &str) -> Option<Handler> {
    if let Some(handle) = account_handler(operation) {
        return Some(Handler::Account(handle));
    }
    Some(Handler::App(match operation {
        "GetApp" => apps::get,
        "UpdateApp" => apps::update,
        "CreateAppKey" => apps::create_key,
        "ListAppKeys" => apps::list_keys,
        "GetAppKey" => apps::get_key,
        "DeleteAppKey" => apps::delete_key,
        "UploadAttachment" => attachments::upload,
        "DeleteAttachment" => attachments::delete,
        "CreateUser" => users::create,
        "ListUsers" => users::list,
        "GetUser" => users::get,
        "UpdateUser" => users::update,
        "DeleteUser" => users::delete,
        "DeleteUserPersonalInformation" => users::delete_personal_information,
        "CreateClient" => clients::create,
        "ListClients" => clients::list,
        "RemoveClient" => clients::remove,
        "SyncUser" => sync::sync,
        "ListDevices" => devices::list,
        "GetDevice" => devices::get,
        "CreateConversation" => conversations::create,
        "ListConversations" => conversations::list,
        "GetConversation" => conversations::get,
        "UpdateConversation" => conversations::update,
        "DeleteConversation" => conversations::delete,
        "DownloadMessageRef" => channels::download,
        "PostConversionEvents" => channels::post_conversions,
        "JoinConversation" => participants::join,
        "ListParticipants" => participants::list,
        "LeaveConversation" => participants::leave,
        "PostMessage" => messages::post,
        "ListMessages" => messages::list,
        "DeleteAllMessages" => messages::delete_all,
        "DeleteMessage" => messages::delete,
        "PassControl" => switchboard_actions::pass,
        "OfferControl" => switchboard_actions::offer,
        "AcceptControl" => switchboard_actions::accept,
        "ReleaseControl" => switchboard_actions::release,
        "CreateIntegration" => integrations::create,
        "ListIntegrations" => integrations::list,
        "GetIntegration" => integrations::get,
        "UpdateIntegration" => integrations::update,
        "DeleteIntegration" => integrations::delete,
        "CreateCustomIntegrationKey" => integration_keys::create,
        "ListCustomIntegrationKeys" => integration_keys::list,
        "GetCustomIntegrationKey" => integration_keys::get,
        "DeleteCustomIntegrationKey" => integration_keys::delete,
        "CreateWebhook" => webhooks::create,
        "ListWebhooks" => webhooks::list,
        "GetWebhook" => webhooks::get,
        "UpdateWebhook" => webhooks::update,
        "DeleteWebhook" => webhooks::delete,
        "CreateSwitchboard" => switchboards::create,
        "ListSwitchboards" => switchboards::list,
        "UpdateSwitchboard" => switchboards::update,
        "DeleteSwitchboard" => switchboards::delete,
        "CreateSwitchboardIntegration" => switchboard_integrations::create,
        "ListSwitchboardIntegrations" => switchboard_integrations::list,
        "UpdateSwitchboardIntegration" => switchboard_integrations::update,
        "DeleteSwitchboardIntegration" => switchboard_integrations::delete,
        "PostActivity" => activities::post,
        _ => return None,
    }))
}

fn account_handler(operation: &str) -> Option<AccountHandler> {
    Some(match operation {
        "CreateApp" => apps::create,
        "ListApps" => apps::list,
        "DeleteApp" => apps::delete,
        "Authorize" => oauth::authorize,
        "GetToken" => oauth::token,
        "GetTokenInfo" => oauth::token_info,
        "RevokeAccess" => oauth::revoke,
        _ => return None,
    })
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
fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}
