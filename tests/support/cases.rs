//! All schemas of the OpenAPI document that have a type in the crate, with functions that read the type.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sunshine_conversations::Operation as Typed;
use sunshine_conversations::models::*;
use sunshine_conversations::operations as described;
use sunshine_conversations::webhook::WebhookPayload;

use super::document::{Flat, Operation, component, webhook_payload};

/// The result for a body.
pub struct Decoded {
    pub encoded: Value,
    pub debug: String,
}

/// Decodes a body and encodes it twice, which must return the same value and the same text.
fn round_trip<T: Serialize + Debug + PartialEq>(
    text: &str,
    decode: fn(u16, &[u8]) -> serde_json::Result<T>,
) -> Result<Decoded, String> {
    let value = decode(200, text.as_bytes()).map_err(|error| error.to_string())?;
    let encoded = serde_json::to_string(&value).expect("models can be encoded");
    let again = decode(200, encoded.as_bytes()).map_err(|error| format!("{error} in the encoded text: {encoded}"))?;
    if again != value || serde_json::to_string(&again).expect("models can be encoded") != encoded {
        return Err(format!("{value:?} became {again:?} by {encoded}"));
    }
    let encoded = serde_json::from_str(&encoded).expect("models are encoded as JSON");
    Ok(Decoded { encoded, debug: format!("{value:?}") })
}

fn read<T: DeserializeOwned + Serialize + Debug + PartialEq>(text: &str) -> Result<Decoded, String> {
    round_trip(text, |_, text| serde_json::from_slice::<T>(text))
}

pub type Read = fn(&str) -> Result<Decoded, String>;

/// A schema and its type.
pub struct Case {
    pub name: String,
    pub schema: Value,
    pub names: Vec<String>,
    /// Whether it is the request body of an update, in which null clears a field.
    pub is_update: bool,
    pub read: Read,
}

macro_rules! outputs {
    ($($operation:ident,)*) => {
        /// Each operation, with a function that reads its responses.
        pub const OUTPUTS: &[(&str, Read)] = &[$(
            (described::$operation::NAME, |text| round_trip(text, described::$operation::decode)),
        )*];
    };
}

outputs! {
    AcceptControl, Authorize, CreateApp, CreateAppKey, CreateClient, CreateConversation, CreateCustomIntegrationKey,
    CreateIntegration, CreateSwitchboard, CreateSwitchboardIntegration, CreateUser, CreateWebhook, DeleteAllMessages,
    DeleteApp, DeleteAppKey, DeleteAttachment, DeleteConversation, DeleteCustomIntegrationKey, DeleteIntegration,
    DeleteMessage, DeleteSwitchboard, DeleteSwitchboardIntegration, DeleteUser, DeleteUserPersonalInformation,
    DeleteWebhook, DownloadMessageRef, GetApp, GetAppKey, GetConversation, GetCustomIntegrationKey, GetDevice,
    GetIntegration, GetToken, GetTokenInfo, GetUser, GetWebhook, JoinConversation, LeaveConversation, ListAppKeys,
    ListApps, ListClients, ListConversations, ListCustomIntegrationKeys, ListDevices, ListIntegrations, ListMessages,
    ListParticipants, ListSwitchboardIntegrations, ListSwitchboards, ListUsers, ListWebhooks, OfferControl,
    PassControl, PostActivity, PostConversionEvents, PostMessage, ReleaseControl, RemoveClient, RevokeAccess,
    SyncUser, UpdateApp, UpdateConversation, UpdateIntegration, UpdateSwitchboard, UpdateSwitchboardIntegration,
    UpdateUser, UpdateWebhook, UploadAttachment,
}

/// Bodies from the API: responses with content, and webhook deliveries.
pub fn sent_by_the_api() -> Vec<Case> {
    let responses = OUTPUTS.iter().filter_map(|(name, read)| {
        let operation = Operation::find(name);
        let (media_type, schema) = operation.response?;
        // The others are objects without content.
        let has_content = !Flat::of(schema).is_free() || schema.get("additionalProperties").is_some();
        (media_type == "application/json" && has_content).then(|| Case {
            name: (*name).to_owned(),
            schema: schema.clone(),
            names: operation.response_names(),
            is_update: false,
            read: *read,
        })
    });
    let webhook = Case {
        name: "webhook".to_owned(),
        schema: webhook_payload(),
        names: vec!["WebhookPayload".to_owned()],
        is_update: false,
        read: read::<WebhookPayload>,
    };
    responses.chain([webhook]).collect()
}

macro_rules! bodies {
    ($($operation:literal: $model:ty,)*) => {
        /// Each operation with a body, with a function that reads its model.
        pub const BODIES: &[(&str, Read)] = &[$(($operation, read::<$model>)),*];
    };
}

bodies! {
    "AcceptControl": AcceptControlBody,
    "CreateApp": AppCreateBody,
    "CreateAppKey": AppKeyCreateBody,
    "CreateClient": ClientCreate,
    "CreateConversation": ConversationCreateBody,
    "CreateCustomIntegrationKey": IntegrationKeyCreateBody,
    "CreateIntegration": Integration,
    "CreateSwitchboardIntegration": SwitchboardIntegrationCreateBody,
    "CreateUser": UserCreateBody,
    "CreateWebhook": WebhookCreateBody,
    "DeleteAttachment": AttachmentDeleteBody,
    "DownloadMessageRef": DownloadMessageRefBody,
    "GetToken": TokenRequest,
    "JoinConversation": ParticipantJoinBody,
    "LeaveConversation": ParticipantLeaveBody,
    "OfferControl": OfferControlBody,
    "PassControl": PassControlBody,
    "PostActivity": ActivityPost,
    "PostConversionEvents": ConversionEventsBody,
    "PostMessage": MessagePost,
    "ReleaseControl": ReleaseControlBody,
    "SyncUser": SyncUserBody,
    "UpdateApp": AppUpdateBody,
    "UpdateConversation": ConversationUpdateBody,
    "UpdateSwitchboard": SwitchboardUpdateBody,
    "UpdateSwitchboardIntegration": SwitchboardIntegrationUpdateBody,
    "UpdateUser": UserUpdateBody,
    "UpdateWebhook": WebhookUpdateBody,
}

macro_rules! updates {
    ($($name:literal: $model:ty,)*) => {
        /// The variants of the only body that is never received.
        pub const INTEGRATION_UPDATES: &[(&str, Read)] = &[$(($name, read::<$model>)),*];
    };
}

updates! {
    "androidUpdate": AndroidIntegrationUpdate,
    "appleUpdate": AppleIntegrationUpdate,
    "customUpdate": CustomIntegrationUpdate,
    "instagramUpdate": InstagramIntegrationUpdate,
    "iosUpdate": IosIntegrationUpdate,
    "lineUpdate": LineIntegrationUpdate,
    "mailgunUpdate": MailgunIntegrationUpdate,
    "messageBirdUpdate": MessageBirdIntegrationUpdate,
    "messengerUpdate": MessengerIntegrationUpdate,
    "telegramUpdate": TelegramIntegrationUpdate,
    "twilioUpdate": TwilioIntegrationUpdate,
    "twitterUpdate": TwitterIntegrationUpdate,
    "unityUpdate": UnityIntegrationUpdate,
    "viberUpdate": ViberIntegrationUpdate,
    "webUpdate": WebIntegrationUpdate,
    "whatsAppUpdate": WhatsAppIntegrationUpdate,
}

pub fn sent_to_the_api() -> Vec<Case> {
    let bodies = BODIES.iter().map(|(name, read)| Case {
        name: (*name).to_owned(),
        schema: Operation::find(name).body.unwrap().1.clone(),
        names: vec![format!("{name}.body")],
        is_update: Operation::find(name).method == "PATCH",
        read: *read,
    });
    let updates = INTEGRATION_UPDATES.iter().map(|(name, read)| Case {
        name: (*name).to_owned(),
        schema: component(name),
        names: Vec::new(),
        is_update: true,
        read: *read,
    });
    bodies.chain(updates).collect()
}
