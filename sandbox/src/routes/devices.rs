//! Devices on which users run an SDK.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{named, view};
use crate::context::Context;
use crate::error::ApiError;
use crate::paging::Record;
use crate::request::Call;
use crate::simulate::Platform;
use crate::state::{App, Object};

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Device {
    id: String,
    r#type: Platform,
    guid: String,
    pub(crate) client_id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) integration_id: Option<String>,
    status: String,
    pub(crate) last_seen: String,
    push_notification_token: Option<String>,
    info: Option<Object>,
    app_version: Option<String>,
}

impl Record for Device {
    fn id(&self) -> &str {
        &self.id
    }
}

pub(crate) fn register(app: &mut App, user: &str, platform: Platform, context: &Context) -> String {
    let is_first = !app.clients(user).iter().any(|client| client.r#type == "sdk");
    let client_id = app.sdk_client(user, context).client_id;
    let client = app.clients(user).iter().find(|client| client.id == client_id && is_first).cloned();
    if let Some(client) = client {
        app.emit_client("client:add", user, &client, "sdkLogin", None);
    }
    let device = Device {
        id: context.new_id(),
        r#type: platform,
        guid: context.new_id(),
        client_id,
        integration_id: app.integration_of_type(platform.name()).map(str::to_owned),
        status: "active".to_owned(),
        last_seen: context.now(),
        push_notification_token: None,
        info: None,
        app_version: (platform != Platform::Web).then(|| "1.0.0".to_owned()),
    };
    let id = device.id.clone();
    app.devices.of_mut(user).push(device);
    id
}

/// The user's last device, as responses show it.
pub(crate) fn latest(app: &App, user: &str) -> Option<Value> {
    let devices = app.devices.of(user).iter();
    view(devices.max_by_key(|device| (&device.last_seen, &device.id))?).ok()
}

/// Lists all devices, most recently seen first, without paging.
pub(super) fn list(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let user = app.user(call.path("userIdOrExternalId"), call.brand_id())?;
    let mut devices: Vec<&Device> = app.devices.of(&user.id).iter().collect();
    devices.sort_by_key(|device| std::cmp::Reverse((&device.last_seen, &device.id)));
    Ok(json!({"devices": devices.into_iter().map(view).collect::<Result<Vec<_>, _>>()?}))
}

pub(super) fn get(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let user = app.user(call.path("userIdOrExternalId"), call.brand_id())?;
    let devices = app.devices.of(&user.id);
    let position = devices.position(call.path("deviceId")).ok_or_else(|| ApiError::not_found("device not found"))?;
    named("device", &devices[position])
}
