//! What each operation does, once its request is known to be well formed.

mod activities;
mod channels;
mod clients;
mod content;
mod conversations;
mod devices;
mod messages;
mod participants;
mod sync;
mod users;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Value, json};

use crate::error::ApiError;
use crate::request::Call;
use crate::state::{App, State};

pub(crate) use clients::{Link, confirm};
pub(crate) use devices::{Device, register as register_device};
pub(crate) use messages::unsend;

/// What an operation does.
#[derive(Clone, Copy)]
pub(crate) enum Handler {
    /// To one app, which its path names.
    App(fn(&Call<'_>, &mut App) -> Result<Value, ApiError>),
    /// To all that there is.
    Account(fn(&Call<'_>, &mut State) -> Result<Answer, ApiError>),
}

/// What an operation answers when all is well.
pub(crate) enum Answer {
    Json(Value),
    /// A redirect to this address.
    Redirect(String),
}

/// The operations that are served, by their id in the document.
pub(crate) fn handler(operation: &str) -> Option<Handler> {
    Some(Handler::App(match operation {
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
        "PostActivity" => activities::post,
        _ => return None,
    }))
}

fn view(record: &impl Serialize) -> Result<Value, ApiError> {
    serde_json::to_value(record).map_err(|error| ApiError::internal(error.to_string()))
}

/// A record under the name of its kind.
fn named(name: &str, record: &impl Serialize) -> Result<Value, ApiError> {
    Ok(json!({name: view(record)?}))
}

fn nothing() -> Value {
    json!({})
}

/// For a nullable field of an update: absent is `None`, null is `Some(None)`.
fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}
