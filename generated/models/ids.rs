// Generated from openapi.yaml by build.rs. Don't edit.

use crate::Id;

/// The kinds of IDs, which prevent passing an ID of one kind as another.
pub mod kind {
    /// Marker type for IDs of type [`AppId`](super::AppId).
    #[derive(Debug, Clone, Copy)]
    pub enum App {}

    /// Marker type for IDs of type [`AppKeyId`](super::AppKeyId).
    #[derive(Debug, Clone, Copy)]
    pub enum AppKey {}

    /// Marker type for IDs of type [`ClientId`](super::ClientId).
    #[derive(Debug, Clone, Copy)]
    pub enum Client {}

    /// Marker type for IDs of type [`ConversationId`](super::ConversationId).
    #[derive(Debug, Clone, Copy)]
    pub enum Conversation {}

    /// Marker type for IDs of type [`DeviceId`](super::DeviceId).
    #[derive(Debug, Clone, Copy)]
    pub enum Device {}

    /// Marker type for IDs of type [`EventId`](super::EventId).
    #[derive(Debug, Clone, Copy)]
    pub enum Event {}

    /// Marker type for IDs of type [`IntegrationId`](super::IntegrationId).
    #[derive(Debug, Clone, Copy)]
    pub enum Integration {}

    /// Marker type for IDs of type [`IntegrationKeyId`](super::IntegrationKeyId).
    #[derive(Debug, Clone, Copy)]
    pub enum IntegrationKey {}

    /// Marker type for IDs of type [`MessageId`](super::MessageId).
    #[derive(Debug, Clone, Copy)]
    pub enum Message {}

    /// Marker type for IDs of type [`ParticipantId`](super::ParticipantId).
    #[derive(Debug, Clone, Copy)]
    pub enum Participant {}

    /// Marker type for IDs of type [`SwitchboardId`](super::SwitchboardId).
    #[derive(Debug, Clone, Copy)]
    pub enum Switchboard {}

    /// Marker type for IDs of type [`SwitchboardIntegrationId`](super::SwitchboardIntegrationId).
    #[derive(Debug, Clone, Copy)]
    pub enum SwitchboardIntegration {}

    /// Marker type for IDs of type [`UserId`](super::UserId).
    #[derive(Debug, Clone, Copy)]
    pub enum User {}

    /// Marker type for IDs of type [`WebhookId`](super::WebhookId).
    #[derive(Debug, Clone, Copy)]
    pub enum Webhook {}
}

/// The ID of an app.
pub type AppId = Id<kind::App>;

/// The ID of an app key.
pub type AppKeyId = Id<kind::AppKey>;

/// The ID of a client.
pub type ClientId = Id<kind::Client>;

/// The ID of a conversation.
pub type ConversationId = Id<kind::Conversation>;

/// The ID of a device.
pub type DeviceId = Id<kind::Device>;

/// The ID of an event.
pub type EventId = Id<kind::Event>;

/// The ID of an integration.
pub type IntegrationId = Id<kind::Integration>;

/// The ID of an integration key.
pub type IntegrationKeyId = Id<kind::IntegrationKey>;

/// The ID of a message.
pub type MessageId = Id<kind::Message>;

/// The ID of a participant.
pub type ParticipantId = Id<kind::Participant>;

/// The ID of a switchboard.
pub type SwitchboardId = Id<kind::Switchboard>;

/// The ID of a switchboard integration.
pub type SwitchboardIntegrationId = Id<kind::SwitchboardIntegration>;

/// The ID of a user.
pub type UserId = Id<kind::User>;

/// The ID of a webhook.
pub type WebhookId = Id<kind::Webhook>;
