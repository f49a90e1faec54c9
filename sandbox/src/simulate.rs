//! Simulated events in Rust.

use std::io;

use serde_json::Value;

use crate::Sandbox;
use crate::model::device::Platform;
use crate::model::zendesk_user::ZendeskUser;
use crate::outside::events::{SimulatedEvent, Simulation, object, text};
use crate::util::error::ApiError;

/// Simulated events, in the app of [`app_id`](Self::app_id). Users are given by ID or external ID. They are also
/// available [over HTTP](crate#control-over-http).
///
/// # Errors
/// If an object of the event doesn't exist or isn't in a suitable state. The state is unchanged.
impl Sandbox {
    /// Adds an email identity to a user; `ListUsers` then finds the user by it.
    pub fn add_email_identity(&self, user: &str, email: &str) -> io::Result<()> {
        self.simulate(SimulatedEvent::AddEmailIdentity { user: user.to_owned(), email: email.to_owned() }).map(drop)
    }

    /// Confirms a pending client of `CreateClient`, as the end user would. The client becomes active and joins its
    /// conversation. If another user has the same channel account, that user is merged into this one and the older
    /// client stays. If both have an external ID, they aren't merged, and the account moves to this user.
    pub fn confirm_client(&self, user: &str, client: &str) -> io::Result<()> {
        self.simulate(SimulatedEvent::ConfirmClient { user: user.to_owned(), client: client.to_owned() }).map(drop)
    }

    /// Cancels the link of a pending client, as the end user would: `client:remove` with the reason `linkCancelled`.
    pub fn cancel_link(&self, user: &str, client: &str) -> io::Result<()> {
        self.simulate(SimulatedEvent::CancelLink { user: user.to_owned(), client: client.to_owned() }).map(drop)
    }

    /// Fails the link of a pending client: `client:remove` with the reason `linkFailed` and this error.
    pub fn fail_link(&self, user: &str, client: &str, code: &str, title: &str) -> io::Result<()> {
        let (user, client) = (user.to_owned(), client.to_owned());
        let (code, title) = (Some(code.to_owned()), Some(title.to_owned()));
        self.simulate(SimulatedEvent::FailLink { user, client, code, title }).map(drop)
    }

    /// Finds the channel account of a pending client, which stays pending: `client:update` with the reason `matched`.
    pub fn match_client(&self, user: &str, client: &str) -> io::Result<()> {
        self.simulate(SimulatedEvent::MatchClient { user: user.to_owned(), client: client.to_owned() }).map(drop)
    }

    /// Adds an active client of a channel, such as `whatsapp`: `client:add`. It belongs to the app's integration of this
    /// type, if there is one. Returns the client's ID.
    pub fn add_client(&self, user: &str, channel: &str) -> io::Result<String> {
        let event = SimulatedEvent::AddClient { user: user.to_owned(), channel: channel.to_owned() };
        self.simulate(event).map(|new| text(&new, "clientId"))
    }

    /// Blocks an active client, as if the user had unsubscribed: `client:update` with the reason `blocked`. Messages for
    /// it fail with `conversation:message:delivery:failure`.
    pub fn block_client(&self, user: &str, client: &str) -> io::Result<()> {
        self.simulate(SimulatedEvent::BlockClient { user: user.to_owned(), client: client.to_owned() }).map(drop)
    }

    /// Unblocks a client: `client:update` with the reason `unblocked`.
    pub fn unblock_client(&self, user: &str, client: &str) -> io::Result<()> {
        self.simulate(SimulatedEvent::UnblockClient { user: user.to_owned(), client: client.to_owned() }).map(drop)
    }

    /// Makes an active client inactive, as if its account no longer existed. Messages for it fail with
    /// `conversation:message:delivery:failure`.
    pub fn deactivate_client(&self, user: &str, client: &str) -> io::Result<()> {
        self.simulate(SimulatedEvent::DeactivateClient { user: user.to_owned(), client: client.to_owned() }).map(drop)
    }

    /// Makes an inactive client active again.
    pub fn reactivate_client(&self, user: &str, client: &str) -> io::Result<()> {
        self.simulate(SimulatedEvent::ReactivateClient { user: user.to_owned(), client: client.to_owned() }).map(drop)
    }

    /// Removes a client, as if the user had removed it with the SDK: `client:remove` with the reason `sdk`.
    pub fn remove_client(&self, user: &str, client: &str) -> io::Result<()> {
        self.simulate(SimulatedEvent::RemoveClient { user: user.to_owned(), client: client.to_owned() }).map(drop)
    }

    /// Detects the user's language: `user:update` with the reason `localeDetection`.
    pub fn detect_locale(&self, user: &str, locale: &str) -> io::Result<()> {
        self.simulate(SimulatedEvent::DetectLocale { user: user.to_owned(), locale: locale.to_owned() }).map(drop)
    }

    /// Sends message content to a user as the Notification API does. If the user doesn't have a conversation, one is
    /// created with the reason `notification`. The user's next message has it in `recentNotifications`. Returns the ID of
    /// the message.
    pub fn notify(&self, user: &str, content: Value) -> io::Result<String> {
        let event = SimulatedEvent::Notify { user: user.to_owned(), client: None, content: object(content)? };
        self.simulate(event).map(|new| text(&new, "messageId"))
    }

    /// Adds or replaces a message template: its name, and message content in the API's format. The business sends it with
    /// the shorthand `%((template:name))%`.
    pub fn set_template(&self, name: &str, content: Value) -> io::Result<()> {
        self.simulate(SimulatedEvent::SetTemplate { name: name.to_owned(), content: object(content)? }).map(drop)
    }

    /// Denies the next request to `Authorize`, as the user would in the dialog. The browser is redirected with
    /// `error=access_denied` instead of a code.
    pub fn deny_authorization(&self) -> io::Result<()> {
        self.simulate(SimulatedEvent::DenyAuthorization).map(drop)
    }

    /// Sets or removes the `removeUrl` of the OAuth client, which is called when its access ends.
    pub fn set_remove_url(&self, url: Option<&str>) -> io::Result<()> {
        let url = url.map(str::to_owned);
        self.simulate(SimulatedEvent::SetRemoveUrl { client_id: None, url }).map(drop)
    }

    /// Removes the integration of the OAuth client, as the user would. Its tokens, keys and webhooks are removed, and its
    /// `removeUrl` is called.
    pub fn remove_integration(&self) -> io::Result<()> {
        self.simulate(SimulatedEvent::RemoveIntegration { client_id: None }).map(drop)
    }

    /// Adds a device, as if the user opened an app or page with the SDK. Also adds an `sdk` client if the user doesn't
    /// have one. Returns the device's ID.
    pub fn add_device(&self, user: &str, platform: Platform) -> io::Result<String> {
        self.simulate(SimulatedEvent::AddDevice { user: user.to_owned(), platform }).map(|new| text(&new, "deviceId"))
    }

    /// Merges two users. Clients, devices, identities, conversations (the two default ones become one) and messages of
    /// the discarded user move to the surviving one. The discarded ID is unknown afterwards.
    pub fn merge_users(&self, surviving: &str, discarded: &str) -> io::Result<()> {
        let (surviving, discarded) = (surviving.to_owned(), discarded.to_owned());
        self.simulate(SimulatedEvent::MergeUsers { surviving, discarded }).map(drop)
    }

    /// Deletes a message on the sender's channel. A placeholder that is marked as deleted stays.
    pub fn unsend_message(&self, conversation: &str, message: &str) -> io::Result<()> {
        let (conversation, message) = (conversation.to_owned(), message.to_owned());
        self.simulate(SimulatedEvent::UnsendMessage { conversation, message }).map(drop)
    }

    /// Delivers a message of the business to the user, on the client that it was sent to:
    /// `conversation:message:delivery:user`. The event for delivery to the channel is emitted automatically.
    pub fn deliver_message(&self, conversation: &str, message: &str) -> io::Result<()> {
        let (conversation, message) = (conversation.to_owned(), message.to_owned());
        self.simulate(SimulatedEvent::MessageDelivered { conversation, message }).map(drop)
    }

    /// Fails the delivery of a message of the business on the client that it was sent to:
    /// `conversation:message:delivery:failure`, with this error.
    pub fn fail_message(&self, conversation: &str, message: &str, code: &str, title: &str) -> io::Result<()> {
        let (conversation, message) = (conversation.to_owned(), message.to_owned());
        let (code, title) = (code.to_owned(), title.to_owned());
        self.simulate(SimulatedEvent::MessageFailed { conversation, message, code, title }).map(drop)
    }

    /// Adds or updates a user of Zendesk Support; `SyncUser` copies it to the messaging user.
    pub fn set_zendesk_user(&self, zendesk_id: &str, user: ZendeskUser) -> io::Result<()> {
        self.simulate(SimulatedEvent::SetZendeskUser { zendesk_id: zendesk_id.to_owned(), user }).map(drop)
    }

    /// Logs the user in through the help center, which sets the Zendesk ID. It must be unique.
    pub fn link_zendesk_user(&self, user: &str, zendesk_id: &str) -> io::Result<()> {
        let (user, zendesk_id) = (user.to_owned(), zendesk_id.to_owned());
        self.simulate(SimulatedEvent::LinkZendeskUser { user, zendesk_id }).map(drop)
    }

    /// Stores the JSON object that Apple keeps for a message reference. Returns the URL for the reference;
    /// `DownloadMessageRef` fetches the object from there.
    pub fn add_message_ref(&self, data: Value) -> io::Result<String> {
        self.simulate(SimulatedEvent::AddMessageRef { data }).map(|new| text(&new, "url"))
    }

    pub(crate) fn simulate(&self, event: impl Into<Simulation>) -> io::Result<Value> {
        self.server.simulate(self.app_id(), event).map_err(failure)
    }
}

pub(crate) fn failure(error: ApiError) -> io::Error {
    let kind = if error.is_not_found() { io::ErrorKind::NotFound } else { io::ErrorKind::InvalidInput };
    io::Error::new(kind, error.titles().join("; "))
}
