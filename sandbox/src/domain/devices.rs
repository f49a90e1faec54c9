//! Rules for devices.

use serde_json::Value;

use crate::model::context::Context;
use crate::model::device::{Device, Platform};
use crate::model::state::App;
use crate::util::values::view;

pub(crate) fn register(app: &mut App, user: &str, platform: Platform, context: &Context) -> String {
    let is_first = !app.clients(user).iter().any(|client| client.r#type == "sdk");
    let client_id = app.sdk_client(user, context).client_id;
    if let Some(client) = app.clients.get_mut(user).and_then(|clients| clients.find_mut(&client_id)) {
        client.last_seen = Some(context.now());
    }
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
