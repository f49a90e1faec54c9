//! Devices on which users run an SDK.

use serde::{Deserialize, Serialize};

use crate::model::record::Record;
use crate::util::packed::Object;

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Device {
    pub(crate) id: String,
    pub(crate) r#type: Platform,
    pub(crate) guid: String,
    pub(crate) client_id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) integration_id: Option<String>,
    pub(crate) status: String,
    pub(crate) last_seen: String,
    pub(crate) push_notification_token: Option<String>,
    pub(crate) info: Option<Object>,
    pub(crate) app_version: Option<String>,
}

impl Record for Device {
    fn id(&self) -> &str {
        &self.id
    }
}

/// The platform of a device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Platform {
    /// The Android SDK.
    Android,
    /// The iOS SDK.
    Ios,
    /// The web widget.
    Web,
}

impl Platform {
    /// The type of the platform's integration.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Android => "android",
            Self::Ios => "ios",
            Self::Web => "web",
        }
    }
}
