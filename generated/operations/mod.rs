// Generated from openapi.yaml by build.rs. Don't edit.

//! One type per operation of the API, by tag. The methods of [`ApiClient`] make the calls, and those of
//! [`AppClient`] the calls that belong to an app:
//!
//! | method | operation | request |
//! | --- | --- | --- |
//! | [`create_app`](ApiClient::create_app) | [`CreateApp`] | `POST /v2/apps` |
//! | [`list_apps`](ApiClient::list_apps) | [`ListApps`] | `GET /v2/apps` |
//! | [`get_app`](ApiClient::get_app) | [`GetApp`] | `GET /v2/apps/{appId}` |
//! | [`update_app`](ApiClient::update_app) | [`UpdateApp`] | `PATCH /v2/apps/{appId}` |
//! | [`delete_app`](ApiClient::delete_app) | [`DeleteApp`] | `DELETE /v2/apps/{appId}` |
//! | [`create_app_key`](ApiClient::create_app_key) | [`CreateAppKey`] | `POST /v2/apps/{appId}/keys` |
//! | [`list_app_keys`](ApiClient::list_app_keys) | [`ListAppKeys`] | `GET /v2/apps/{appId}/keys` |
//! | [`get_app_key`](ApiClient::get_app_key) | [`GetAppKey`] | `GET /v2/apps/{appId}/keys/{keyId}` |
//! | [`delete_app_key`](ApiClient::delete_app_key) | [`DeleteAppKey`] | `DELETE /v2/apps/{appId}/keys/{keyId}` |
//! | [`upload_attachment`](ApiClient::upload_attachment) | [`UploadAttachment`] | `POST /v2/apps/{appId}/attachments` |
//! | [`delete_attachment`](ApiClient::delete_attachment) | [`DeleteAttachment`] | `POST /v2/apps/{appId}/attachments/remove` |
//! | [`create_conversation`](ApiClient::create_conversation) | [`CreateConversation`] | `POST /v2/apps/{appId}/conversations` |
//! | [`list_conversations`](ApiClient::list_conversations) | [`ListConversations`] | `GET /v2/apps/{appId}/conversations` |
//! | [`get_conversation`](ApiClient::get_conversation) | [`GetConversation`] | `GET /v2/apps/{appId}/conversations/{conversationId}` |
//! | [`update_conversation`](ApiClient::update_conversation) | [`UpdateConversation`] | `PATCH /v2/apps/{appId}/conversations/{conversationId}` |
//! | [`delete_conversation`](ApiClient::delete_conversation) | [`DeleteConversation`] | `DELETE /v2/apps/{appId}/conversations/{conversationId}` |
//! | [`download_message_ref`](ApiClient::download_message_ref) | [`DownloadMessageRef`] | `POST /v2/apps/{appId}/conversations/{conversationId}/download` |
//! | [`post_conversion_events`](ApiClient::post_conversion_events) | [`PostConversionEvents`] | `POST /v2/apps/{appId}/conversations/{conversationId}/conversionEvents` |
//! | [`join_conversation`](ApiClient::join_conversation) | [`JoinConversation`] | `POST /v2/apps/{appId}/conversations/{conversationId}/join` |
//! | [`list_participants`](ApiClient::list_participants) | [`ListParticipants`] | `GET /v2/apps/{appId}/conversations/{conversationId}/participants` |
//! | [`leave_conversation`](ApiClient::leave_conversation) | [`LeaveConversation`] | `POST /v2/apps/{appId}/conversations/{conversationId}/leave` |
//! | [`post_message`](ApiClient::post_message) | [`PostMessage`] | `POST /v2/apps/{appId}/conversations/{conversationId}/messages` |
//! | [`list_messages`](ApiClient::list_messages) | [`ListMessages`] | `GET /v2/apps/{appId}/conversations/{conversationId}/messages` |
//! | [`delete_all_messages`](ApiClient::delete_all_messages) | [`DeleteAllMessages`] | `DELETE /v2/apps/{appId}/conversations/{conversationId}/messages` |
//! | [`delete_message`](ApiClient::delete_message) | [`DeleteMessage`] | `DELETE /v2/apps/{appId}/conversations/{conversationId}/messages/{messageId}` |
//! | [`post_activity`](ApiClient::post_activity) | [`PostActivity`] | `POST /v2/apps/{appId}/conversations/{conversationId}/activity` |
//! | [`pass_control`](ApiClient::pass_control) | [`PassControl`] | `POST /v2/apps/{appId}/conversations/{conversationId}/passControl` |
//! | [`release_control`](ApiClient::release_control) | [`ReleaseControl`] | `POST /v2/apps/{appId}/conversations/{conversationId}/releaseControl` |
//! | [`offer_control`](ApiClient::offer_control) | [`OfferControl`] | `POST /v2/apps/{appId}/conversations/{conversationId}/offerControl` |
//! | [`accept_control`](ApiClient::accept_control) | [`AcceptControl`] | `POST /v2/apps/{appId}/conversations/{conversationId}/acceptControl` |
//! | [`create_integration`](ApiClient::create_integration) | [`CreateIntegration`] | `POST /v2/apps/{appId}/integrations` |
//! | [`list_integrations`](ApiClient::list_integrations) | [`ListIntegrations`] | `GET /v2/apps/{appId}/integrations` |
//! | [`get_integration`](ApiClient::get_integration) | [`GetIntegration`] | `GET /v2/apps/{appId}/integrations/{integrationId}` |
//! | [`update_integration`](ApiClient::update_integration) | [`UpdateIntegration`] | `PATCH /v2/apps/{appId}/integrations/{integrationId}` |
//! | [`delete_integration`](ApiClient::delete_integration) | [`DeleteIntegration`] | `DELETE /v2/apps/{appId}/integrations/{integrationId}` |
//! | [`create_custom_integration_key`](ApiClient::create_custom_integration_key) | [`CreateCustomIntegrationKey`] | `POST /v2/apps/{appId}/integrations/{integrationId}/keys` |
//! | [`list_custom_integration_keys`](ApiClient::list_custom_integration_keys) | [`ListCustomIntegrationKeys`] | `GET /v2/apps/{appId}/integrations/{integrationId}/keys` |
//! | [`get_custom_integration_key`](ApiClient::get_custom_integration_key) | [`GetCustomIntegrationKey`] | `GET /v2/apps/{appId}/integrations/{integrationId}/keys/{keyId}` |
//! | [`delete_custom_integration_key`](ApiClient::delete_custom_integration_key) | [`DeleteCustomIntegrationKey`] | `DELETE /v2/apps/{appId}/integrations/{integrationId}/keys/{keyId}` |
//! | [`create_switchboard`](ApiClient::create_switchboard) | [`CreateSwitchboard`] | `POST /v2/apps/{appId}/switchboards` |
//! | [`list_switchboards`](ApiClient::list_switchboards) | [`ListSwitchboards`] | `GET /v2/apps/{appId}/switchboards` |
//! | [`update_switchboard`](ApiClient::update_switchboard) | [`UpdateSwitchboard`] | `PATCH /v2/apps/{appId}/switchboards/{switchboardId}` |
//! | [`delete_switchboard`](ApiClient::delete_switchboard) | [`DeleteSwitchboard`] | `DELETE /v2/apps/{appId}/switchboards/{switchboardId}` |
//! | [`create_switchboard_integration`](ApiClient::create_switchboard_integration) | [`CreateSwitchboardIntegration`] | `POST /v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations` |
//! | [`list_switchboard_integrations`](ApiClient::list_switchboard_integrations) | [`ListSwitchboardIntegrations`] | `GET /v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations` |
//! | [`update_switchboard_integration`](ApiClient::update_switchboard_integration) | [`UpdateSwitchboardIntegration`] | `PATCH /v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations/{switchboardIntegrationId}` |
//! | [`delete_switchboard_integration`](ApiClient::delete_switchboard_integration) | [`DeleteSwitchboardIntegration`] | `DELETE /v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations/{switchboardIntegrationId}` |
//! | [`create_user`](ApiClient::create_user) | [`CreateUser`] | `POST /v2/apps/{appId}/users` |
//! | [`list_users`](ApiClient::list_users) | [`ListUsers`] | `GET /v2/apps/{appId}/users` |
//! | [`get_user`](ApiClient::get_user) | [`GetUser`] | `GET /v2/apps/{appId}/users/{userIdOrExternalId}` |
//! | [`update_user`](ApiClient::update_user) | [`UpdateUser`] | `PATCH /v2/apps/{appId}/users/{userIdOrExternalId}` |
//! | [`delete_user`](ApiClient::delete_user) | [`DeleteUser`] | `DELETE /v2/apps/{appId}/users/{userIdOrExternalId}` |
//! | [`delete_user_personal_information`](ApiClient::delete_user_personal_information) | [`DeleteUserPersonalInformation`] | `DELETE /v2/apps/{appId}/users/{userIdOrExternalId}/personalinformation` |
//! | [`sync_user`](ApiClient::sync_user) | [`SyncUser`] | `POST /v2/apps/{appId}/users/{zendeskId}/sync` |
//! | [`create_client`](ApiClient::create_client) | [`CreateClient`] | `POST /v2/apps/{appId}/users/{userIdOrExternalId}/clients` |
//! | [`list_clients`](ApiClient::list_clients) | [`ListClients`] | `GET /v2/apps/{appId}/users/{userIdOrExternalId}/clients` |
//! | [`remove_client`](ApiClient::remove_client) | [`RemoveClient`] | `DELETE /v2/apps/{appId}/users/{userIdOrExternalId}/clients/{clientId}` |
//! | [`list_devices`](ApiClient::list_devices) | [`ListDevices`] | `GET /v2/apps/{appId}/users/{userIdOrExternalId}/devices` |
//! | [`get_device`](ApiClient::get_device) | [`GetDevice`] | `GET /v2/apps/{appId}/users/{userIdOrExternalId}/devices/{deviceId}` |
//! | [`create_webhook`](ApiClient::create_webhook) | [`CreateWebhook`] | `POST /v2/apps/{appId}/integrations/{integrationId}/webhooks` |
//! | [`list_webhooks`](ApiClient::list_webhooks) | [`ListWebhooks`] | `GET /v2/apps/{appId}/integrations/{integrationId}/webhooks` |
//! | [`get_webhook`](ApiClient::get_webhook) | [`GetWebhook`] | `GET /v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}` |
//! | [`update_webhook`](ApiClient::update_webhook) | [`UpdateWebhook`] | `PATCH /v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}` |
//! | [`delete_webhook`](ApiClient::delete_webhook) | [`DeleteWebhook`] | `DELETE /v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}` |
//! | [`get_token_info`](ApiClient::get_token_info) | [`GetTokenInfo`] | `GET /v2/tokenInfo` |
//! | [`authorize`](ApiClient::authorize) | [`Authorize`] | `GET /oauth/authorize` |
//! | [`get_token`](ApiClient::get_token) | [`GetToken`] | `POST /oauth/token` |
//! | [`revoke_access`](ApiClient::revoke_access) | [`RevokeAccess`] | `DELETE /oauth/authorization` |

#![allow(unused_imports, reason = "every tag starts with the same `use super::*`")]
#![allow(deprecated, reason = "deprecated operations still have their types and methods")]
#![allow(
    clippy::large_enum_variant,
    clippy::module_inception,
    clippy::should_implement_trait,
    clippy::too_many_arguments,
    clippy::wrong_self_convention,
    reason = "the document decides names and numbers of parameters"
)]

use std::collections::BTreeMap;

use http::Method;

use crate::body::upload::Upload;
use crate::call::Call;
use crate::call::page::{Listing, PageSize, Paginated};
use crate::call::responses::responses;
use crate::models::*;
use crate::request::operation::{Endpoint, EndpointInfo, Operation, Sealed, bytes, ignored, nothing, optional, text};
use crate::request::parameters::{JsonText, Style, path_text};
use crate::{ApiClient, AppClient, AsId, Json, Number, Secret, Time, Upsert};

// Apps
mod apps;

// App Keys
mod app_keys;

// Attachments
mod attachments;

// Conversations
mod conversations;

// Participants
mod participants;

// Messages
mod messages;

// Activities
mod activities;

// Switchboard Actions
mod switchboard_actions;

// Integrations
mod integrations;

// CustomIntegrationApiKeys
mod custom_integration_api_keys;

// Switchboards
mod switchboards;

// Switchboard Integrations
mod switchboard_integrations;

// Users
mod users;

// Clients
mod clients;

// Devices
mod devices;

// Webhooks
mod webhooks;

// OAuth Endpoints
mod o_auth_endpoints;

pub use activities::*;
pub use app_keys::*;
pub use apps::*;
pub use attachments::*;
pub use clients::*;
pub use conversations::*;
pub use custom_integration_api_keys::*;
pub use devices::*;
pub use integrations::*;
pub use messages::*;
pub use o_auth_endpoints::*;
pub use participants::*;
pub use switchboard_actions::*;
pub use switchboard_integrations::*;
pub use switchboards::*;
pub use users::*;
pub use webhooks::*;

/// All operations of the API.
pub const OPERATIONS: &[EndpointInfo] = &[
    EndpointInfo { name: "CreateApp", method: Method::POST, path: "/v2/apps" },
    EndpointInfo { name: "ListApps", method: Method::GET, path: "/v2/apps" },
    EndpointInfo { name: "GetApp", method: Method::GET, path: "/v2/apps/{appId}" },
    EndpointInfo { name: "UpdateApp", method: Method::PATCH, path: "/v2/apps/{appId}" },
    EndpointInfo { name: "DeleteApp", method: Method::DELETE, path: "/v2/apps/{appId}" },
    EndpointInfo { name: "CreateAppKey", method: Method::POST, path: "/v2/apps/{appId}/keys" },
    EndpointInfo { name: "ListAppKeys", method: Method::GET, path: "/v2/apps/{appId}/keys" },
    EndpointInfo { name: "GetAppKey", method: Method::GET, path: "/v2/apps/{appId}/keys/{keyId}" },
    EndpointInfo { name: "DeleteAppKey", method: Method::DELETE, path: "/v2/apps/{appId}/keys/{keyId}" },
    EndpointInfo { name: "UploadAttachment", method: Method::POST, path: "/v2/apps/{appId}/attachments" },
    EndpointInfo { name: "DeleteAttachment", method: Method::POST, path: "/v2/apps/{appId}/attachments/remove" },
    EndpointInfo { name: "CreateConversation", method: Method::POST, path: "/v2/apps/{appId}/conversations" },
    EndpointInfo { name: "ListConversations", method: Method::GET, path: "/v2/apps/{appId}/conversations" },
    EndpointInfo {
        name: "GetConversation",
        method: Method::GET,
        path: "/v2/apps/{appId}/conversations/{conversationId}",
    },
    EndpointInfo {
        name: "UpdateConversation",
        method: Method::PATCH,
        path: "/v2/apps/{appId}/conversations/{conversationId}",
    },
    EndpointInfo {
        name: "DeleteConversation",
        method: Method::DELETE,
        path: "/v2/apps/{appId}/conversations/{conversationId}",
    },
    EndpointInfo {
        name: "DownloadMessageRef",
        method: Method::POST,
        path: "/v2/apps/{appId}/conversations/{conversationId}/download",
    },
    EndpointInfo {
        name: "PostConversionEvents",
        method: Method::POST,
        path: "/v2/apps/{appId}/conversations/{conversationId}/conversionEvents",
    },
    EndpointInfo {
        name: "JoinConversation",
        method: Method::POST,
        path: "/v2/apps/{appId}/conversations/{conversationId}/join",
    },
    EndpointInfo {
        name: "ListParticipants",
        method: Method::GET,
        path: "/v2/apps/{appId}/conversations/{conversationId}/participants",
    },
    EndpointInfo {
        name: "LeaveConversation",
        method: Method::POST,
        path: "/v2/apps/{appId}/conversations/{conversationId}/leave",
    },
    EndpointInfo {
        name: "PostMessage",
        method: Method::POST,
        path: "/v2/apps/{appId}/conversations/{conversationId}/messages",
    },
    EndpointInfo {
        name: "ListMessages",
        method: Method::GET,
        path: "/v2/apps/{appId}/conversations/{conversationId}/messages",
    },
    EndpointInfo {
        name: "DeleteAllMessages",
        method: Method::DELETE,
        path: "/v2/apps/{appId}/conversations/{conversationId}/messages",
    },
    EndpointInfo {
        name: "DeleteMessage",
        method: Method::DELETE,
        path: "/v2/apps/{appId}/conversations/{conversationId}/messages/{messageId}",
    },
    EndpointInfo {
        name: "PostActivity",
        method: Method::POST,
        path: "/v2/apps/{appId}/conversations/{conversationId}/activity",
    },
    EndpointInfo {
        name: "PassControl",
        method: Method::POST,
        path: "/v2/apps/{appId}/conversations/{conversationId}/passControl",
    },
    EndpointInfo {
        name: "ReleaseControl",
        method: Method::POST,
        path: "/v2/apps/{appId}/conversations/{conversationId}/releaseControl",
    },
    EndpointInfo {
        name: "OfferControl",
        method: Method::POST,
        path: "/v2/apps/{appId}/conversations/{conversationId}/offerControl",
    },
    EndpointInfo {
        name: "AcceptControl",
        method: Method::POST,
        path: "/v2/apps/{appId}/conversations/{conversationId}/acceptControl",
    },
    EndpointInfo { name: "CreateIntegration", method: Method::POST, path: "/v2/apps/{appId}/integrations" },
    EndpointInfo { name: "ListIntegrations", method: Method::GET, path: "/v2/apps/{appId}/integrations" },
    EndpointInfo { name: "GetIntegration", method: Method::GET, path: "/v2/apps/{appId}/integrations/{integrationId}" },
    EndpointInfo {
        name: "UpdateIntegration",
        method: Method::PATCH,
        path: "/v2/apps/{appId}/integrations/{integrationId}",
    },
    EndpointInfo {
        name: "DeleteIntegration",
        method: Method::DELETE,
        path: "/v2/apps/{appId}/integrations/{integrationId}",
    },
    EndpointInfo {
        name: "CreateCustomIntegrationKey",
        method: Method::POST,
        path: "/v2/apps/{appId}/integrations/{integrationId}/keys",
    },
    EndpointInfo {
        name: "ListCustomIntegrationKeys",
        method: Method::GET,
        path: "/v2/apps/{appId}/integrations/{integrationId}/keys",
    },
    EndpointInfo {
        name: "GetCustomIntegrationKey",
        method: Method::GET,
        path: "/v2/apps/{appId}/integrations/{integrationId}/keys/{keyId}",
    },
    EndpointInfo {
        name: "DeleteCustomIntegrationKey",
        method: Method::DELETE,
        path: "/v2/apps/{appId}/integrations/{integrationId}/keys/{keyId}",
    },
    EndpointInfo { name: "CreateSwitchboard", method: Method::POST, path: "/v2/apps/{appId}/switchboards" },
    EndpointInfo { name: "ListSwitchboards", method: Method::GET, path: "/v2/apps/{appId}/switchboards" },
    EndpointInfo {
        name: "UpdateSwitchboard",
        method: Method::PATCH,
        path: "/v2/apps/{appId}/switchboards/{switchboardId}",
    },
    EndpointInfo {
        name: "DeleteSwitchboard",
        method: Method::DELETE,
        path: "/v2/apps/{appId}/switchboards/{switchboardId}",
    },
    EndpointInfo {
        name: "CreateSwitchboardIntegration",
        method: Method::POST,
        path: "/v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations",
    },
    EndpointInfo {
        name: "ListSwitchboardIntegrations",
        method: Method::GET,
        path: "/v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations",
    },
    EndpointInfo {
        name: "UpdateSwitchboardIntegration",
        method: Method::PATCH,
        path: "/v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations/{switchboardIntegrationId}",
    },
    EndpointInfo {
        name: "DeleteSwitchboardIntegration",
        method: Method::DELETE,
        path: "/v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations/{switchboardIntegrationId}",
    },
    EndpointInfo { name: "CreateUser", method: Method::POST, path: "/v2/apps/{appId}/users" },
    EndpointInfo { name: "ListUsers", method: Method::GET, path: "/v2/apps/{appId}/users" },
    EndpointInfo { name: "GetUser", method: Method::GET, path: "/v2/apps/{appId}/users/{userIdOrExternalId}" },
    EndpointInfo { name: "UpdateUser", method: Method::PATCH, path: "/v2/apps/{appId}/users/{userIdOrExternalId}" },
    EndpointInfo { name: "DeleteUser", method: Method::DELETE, path: "/v2/apps/{appId}/users/{userIdOrExternalId}" },
    EndpointInfo {
        name: "DeleteUserPersonalInformation",
        method: Method::DELETE,
        path: "/v2/apps/{appId}/users/{userIdOrExternalId}/personalinformation",
    },
    EndpointInfo { name: "SyncUser", method: Method::POST, path: "/v2/apps/{appId}/users/{zendeskId}/sync" },
    EndpointInfo {
        name: "CreateClient",
        method: Method::POST,
        path: "/v2/apps/{appId}/users/{userIdOrExternalId}/clients",
    },
    EndpointInfo {
        name: "ListClients",
        method: Method::GET,
        path: "/v2/apps/{appId}/users/{userIdOrExternalId}/clients",
    },
    EndpointInfo {
        name: "RemoveClient",
        method: Method::DELETE,
        path: "/v2/apps/{appId}/users/{userIdOrExternalId}/clients/{clientId}",
    },
    EndpointInfo {
        name: "ListDevices",
        method: Method::GET,
        path: "/v2/apps/{appId}/users/{userIdOrExternalId}/devices",
    },
    EndpointInfo {
        name: "GetDevice",
        method: Method::GET,
        path: "/v2/apps/{appId}/users/{userIdOrExternalId}/devices/{deviceId}",
    },
    EndpointInfo {
        name: "CreateWebhook",
        method: Method::POST,
        path: "/v2/apps/{appId}/integrations/{integrationId}/webhooks",
    },
    EndpointInfo {
        name: "ListWebhooks",
        method: Method::GET,
        path: "/v2/apps/{appId}/integrations/{integrationId}/webhooks",
    },
    EndpointInfo {
        name: "GetWebhook",
        method: Method::GET,
        path: "/v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}",
    },
    EndpointInfo {
        name: "UpdateWebhook",
        method: Method::PATCH,
        path: "/v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}",
    },
    EndpointInfo {
        name: "DeleteWebhook",
        method: Method::DELETE,
        path: "/v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}",
    },
    EndpointInfo { name: "GetTokenInfo", method: Method::GET, path: "/v2/tokenInfo" },
    EndpointInfo { name: "Authorize", method: Method::GET, path: "/oauth/authorize" },
    EndpointInfo { name: "GetToken", method: Method::POST, path: "/oauth/token" },
    EndpointInfo { name: "RevokeAccess", method: Method::DELETE, path: "/oauth/authorization" },
];
