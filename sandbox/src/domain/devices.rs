//! Rules for devices.

use serde_json::Value;

use crate::model::context::Context;
use crate::model::conversation::ClientAssociation;
use crate::model::device::{Device, Platform};
use crate::model::state::App;
use crate::util::values::view;

/// Returns the user's SDK client, which is created if necessary: `client:add`.
pub(crate) fn sdk_client(app: &mut App, user: &str, context: &Context) -> ClientAssociation {
    let is_first = !app.clients(user).iter().any(|client| client.r#type == "sdk");
    let association = app.sdk_client(user, context);
    if is_first && let Some(client) = app.clients(user).find(&association.client_id).cloned() {
        app.emit_client("client:add", user, &client, "sdkLogin", None);
    }
    association
}

pub(crate) fn register(app: &mut App, user: &str, platform: Platform, context: &Context) -> String {
    let client_id = sdk_client(app, user, context).client_id;
    if let Some(client) = app.clients.get_mut(user).and_then(|clients| clients.find_mut(&client_id)) {
        client.last_seen = Some(context.now());
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
