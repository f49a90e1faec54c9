//! Devices on which users run an SDK.

use serde_json::{Value, json};

use crate::api::request::Call;
use crate::api::response::named;
use crate::model::device::Device;
use crate::model::state::App;
use crate::util::error::ApiError;
use crate::util::values::view;

/// Lists all devices, most recently seen first, without paging.
pub(crate) fn list(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let user = app.user(call.path("userIdOrExternalId"), call.brand_id())?;
    let mut devices: Vec<&Device> = app.devices.of(&user.id).iter().collect();
    devices.sort_by_key(|device| std::cmp::Reverse((&device.last_seen, &device.id)));
    Ok(json!({"devices": devices.into_iter().map(view).collect::<Result<Vec<_>, _>>()?}))
}

pub(crate) fn get(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let user = app.user(call.path("userIdOrExternalId"), call.brand_id())?;
    let devices = app.devices.of(&user.id);
    let position = devices.position(call.path("deviceId")).ok_or_else(|| ApiError::not_found("device not found"))?;
    named("device", &devices[position])
}
