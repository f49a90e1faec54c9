//! What happens outside of the API and changes what it answers: at end users, on their channels, in Zendesk Support.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Sandbox;
use crate::routes::{confirm, register_device, unsend};
use crate::state::App;

/// A user of Zendesk Support, from whom `SyncUser` takes over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct ZendeskUser {
    /// The first name.
    pub given_name: Option<String>,
    /// The last name.
    pub surname: Option<String>,
    /// The id that the business gave the user.
    pub external_id: Option<String>,
    /// The primary email address.
    pub email: Option<String>,
}

/// What a device runs.
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

/// What no operation of the API does. Users are given by id or external id.
impl Sandbox {
    /// The end user confirms a client that `CreateClient` left pending: it becomes active, and takes part in the
    /// conversation that it was made for. Where another user has the same channel account already, the two are one
    /// person: the other becomes part of this one, and the older client stays. Only where both have an external id are
    /// they not, and the account moves from the other to this one.
    /// Returns false when the user has no such pending client.
    pub fn confirm_client(&self, user: &str, client: &str) -> bool {
        let context = &self.server.context;
        self.in_app(|app| {
            app.user(user, None).ok().map(|user| user.id.clone()).and_then(|user| confirm(app, &user, client, context))
        })
        .is_some()
    }

    /// The user opens the app or the page in which an SDK runs: a device, and an `sdk` client where there is none.
    /// Returns the device's id, or none when there is no such user.
    pub fn add_device(&self, user: &str, platform: Platform) -> Option<String> {
        let context = &self.server.context;
        self.in_app(|app| register_device(app, user, platform, context))
    }

    /// Two users turn out to be one person. All of the discarded user's is the surviving one's then: clients, devices,
    /// identities, conversations (the two default ones become one), messages. The discarded id is unknown afterwards.
    /// Returns false when they are not two users that there are.
    pub fn merge_users(&self, surviving: &str, discarded: &str) -> bool {
        self.in_app(|app| {
            let id = |app: &App, key: &str| app.user(key, None).ok().map(|user| user.id.clone());
            let (surviving, discarded) = (id(app, surviving)?, id(app, discarded)?);
            app.merge_users(&surviving, &discarded).then_some(())
        })
        .is_some()
    }

    /// The sender takes a message back on its channel: a placeholder stays, marked as deleted.
    /// Returns false when there is no such message.
    pub fn unsend_message(&self, conversation: &str, message: &str) -> bool {
        self.in_app(|app| unsend(app, conversation, message)).is_some()
    }

    /// Makes a user of Zendesk Support known, or changes one; `SyncUser` brings the messaging user up to date.
    pub fn set_zendesk_user(&self, zendesk_id: &str, user: ZendeskUser) {
        self.in_app(|app| app.zendesk_users.insert(zendesk_id.to_owned(), user));
    }

    /// The user logs in through the help center, and so becomes known by this Zendesk id. Returns false when there is
    /// no such user, or another one has the id.
    pub fn link_zendesk_user(&self, user: &str, zendesk_id: &str) -> bool {
        self.in_app(|app| {
            let id = app.user(user, None).ok()?.id.clone();
            let has_it = |user: &crate::state::User| user.id != id && user.zendesk_id.as_deref() == Some(zendesk_id);
            if app.users.iter().any(has_it) {
                return None;
            }
            let user = app.users.get_mut(&id)?;
            user.zendesk_id = Some(zendesk_id.to_owned());
            user.authenticated = true;
            Some(())
        })
        .is_some()
    }

    /// Stores the data, a JSON object, that Apple holds for a message which comes as a reference, and returns the address
    /// to put into the reference: `DownloadMessageRef` fetches the data there.
    pub fn add_message_ref(&self, data: Value) -> String {
        let url = format!("{}/messageRefs/{}", self.base_url(), self.server.context.new_id());
        self.in_app(|app| app.message_refs.insert(url.clone(), data));
        url
    }

    fn in_app<T>(&self, change: impl FnOnce(&mut App) -> Option<T>) -> Option<T> {
        self.server.state().app_mut(self.app_id()).and_then(change)
    }
}
