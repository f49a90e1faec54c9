// Generated from openapi.yaml by build.rs. Don't edit.

//! One type per operation of the API, by tag. The methods of [`ApiClient`] make the calls:
//!
//! | method | operation | request |
//! | --- | --- | --- |
//! | [`post_activity`](ApiClient::post_activity) | [`PostActivity`] | `POST /v2/apps/{appId}/conversations/{conversationId}/activity` |
//! | [`create_app_key`](ApiClient::create_app_key) | [`CreateAppKey`] | `POST /v2/apps/{appId}/keys` |
//! | [`delete_app_key`](ApiClient::delete_app_key) | [`DeleteAppKey`] | `DELETE /v2/apps/{appId}/keys/{keyId}` |
//! | [`get_app_key`](ApiClient::get_app_key) | [`GetAppKey`] | `GET /v2/apps/{appId}/keys/{keyId}` |
//! | [`list_app_keys`](ApiClient::list_app_keys) | [`ListAppKeys`] | `GET /v2/apps/{appId}/keys` |
//! | [`create_app`](ApiClient::create_app) | [`CreateApp`] | `POST /v2/apps` |
//! | [`delete_app`](ApiClient::delete_app) | [`DeleteApp`] | `DELETE /v2/apps/{appId}` |
//! | [`get_app`](ApiClient::get_app) | [`GetApp`] | `GET /v2/apps/{appId}` |
//! | [`list_apps`](ApiClient::list_apps) | [`ListApps`] | `GET /v2/apps` |
//! | [`update_app`](ApiClient::update_app) | [`UpdateApp`] | `PATCH /v2/apps/{appId}` |
//! | [`delete_attachment`](ApiClient::delete_attachment) | [`DeleteAttachment`] | `POST /v2/apps/{appId}/attachments/remove` |
//! | [`upload_attachment`](ApiClient::upload_attachment) | [`UploadAttachment`] | `POST /v2/apps/{appId}/attachments` |
//! | [`create_client`](ApiClient::create_client) | [`CreateClient`] | `POST /v2/apps/{appId}/users/{userIdOrExternalId}/clients` |
//! | [`list_clients`](ApiClient::list_clients) | [`ListClients`] | `GET /v2/apps/{appId}/users/{userIdOrExternalId}/clients` |
//! | [`remove_client`](ApiClient::remove_client) | [`RemoveClient`] | `DELETE /v2/apps/{appId}/users/{userIdOrExternalId}/clients/{clientId}` |
//! | [`create_conversation`](ApiClient::create_conversation) | [`CreateConversation`] | `POST /v2/apps/{appId}/conversations` |
//! | [`delete_conversation`](ApiClient::delete_conversation) | [`DeleteConversation`] | `DELETE /v2/apps/{appId}/conversations/{conversationId}` |
//! | [`download_message_ref`](ApiClient::download_message_ref) | [`DownloadMessageRef`] | `POST /v2/apps/{appId}/conversations/{conversationId}/download` |
//! | [`get_conversation`](ApiClient::get_conversation) | [`GetConversation`] | `GET /v2/apps/{appId}/conversations/{conversationId}` |
//! | [`list_conversations`](ApiClient::list_conversations) | [`ListConversations`] | `GET /v2/apps/{appId}/conversations` |
//! | [`post_conversion_events`](ApiClient::post_conversion_events) | [`PostConversionEvents`] | `POST /v2/apps/{appId}/conversations/{conversationId}/conversionEvents` |
//! | [`update_conversation`](ApiClient::update_conversation) | [`UpdateConversation`] | `PATCH /v2/apps/{appId}/conversations/{conversationId}` |
//! | [`create_custom_integration_key`](ApiClient::create_custom_integration_key) | [`CreateCustomIntegrationKey`] | `POST /v2/apps/{appId}/integrations/{integrationId}/keys` |
//! | [`delete_custom_integration_key`](ApiClient::delete_custom_integration_key) | [`DeleteCustomIntegrationKey`] | `DELETE /v2/apps/{appId}/integrations/{integrationId}/keys/{keyId}` |
//! | [`get_custom_integration_key`](ApiClient::get_custom_integration_key) | [`GetCustomIntegrationKey`] | `GET /v2/apps/{appId}/integrations/{integrationId}/keys/{keyId}` |
//! | [`list_custom_integration_keys`](ApiClient::list_custom_integration_keys) | [`ListCustomIntegrationKeys`] | `GET /v2/apps/{appId}/integrations/{integrationId}/keys` |
//! | [`get_device`](ApiClient::get_device) | [`GetDevice`] | `GET /v2/apps/{appId}/users/{userIdOrExternalId}/devices/{deviceId}` |
//! | [`list_devices`](ApiClient::list_devices) | [`ListDevices`] | `GET /v2/apps/{appId}/users/{userIdOrExternalId}/devices` |
//! | [`create_integration`](ApiClient::create_integration) | [`CreateIntegration`] | `POST /v2/apps/{appId}/integrations` |
//! | [`delete_integration`](ApiClient::delete_integration) | [`DeleteIntegration`] | `DELETE /v2/apps/{appId}/integrations/{integrationId}` |
//! | [`get_integration`](ApiClient::get_integration) | [`GetIntegration`] | `GET /v2/apps/{appId}/integrations/{integrationId}` |
//! | [`list_integrations`](ApiClient::list_integrations) | [`ListIntegrations`] | `GET /v2/apps/{appId}/integrations` |
//! | [`update_integration`](ApiClient::update_integration) | [`UpdateIntegration`] | `PATCH /v2/apps/{appId}/integrations/{integrationId}` |
//! | [`delete_all_messages`](ApiClient::delete_all_messages) | [`DeleteAllMessages`] | `DELETE /v2/apps/{appId}/conversations/{conversationId}/messages` |
//! | [`delete_message`](ApiClient::delete_message) | [`DeleteMessage`] | `DELETE /v2/apps/{appId}/conversations/{conversationId}/messages/{messageId}` |
//! | [`list_messages`](ApiClient::list_messages) | [`ListMessages`] | `GET /v2/apps/{appId}/conversations/{conversationId}/messages` |
//! | [`post_message`](ApiClient::post_message) | [`PostMessage`] | `POST /v2/apps/{appId}/conversations/{conversationId}/messages` |
//! | [`authorize`](ApiClient::authorize) | [`Authorize`] | `GET /oauth/authorize` |
//! | [`get_token`](ApiClient::get_token) | [`GetToken`] | `POST /oauth/token` |
//! | [`get_token_info`](ApiClient::get_token_info) | [`GetTokenInfo`] | `GET /v2/tokenInfo` |
//! | [`revoke_access`](ApiClient::revoke_access) | [`RevokeAccess`] | `DELETE /oauth/authorization` |
//! | [`join_conversation`](ApiClient::join_conversation) | [`JoinConversation`] | `POST /v2/apps/{appId}/conversations/{conversationId}/join` |
//! | [`leave_conversation`](ApiClient::leave_conversation) | [`LeaveConversation`] | `POST /v2/apps/{appId}/conversations/{conversationId}/leave` |
//! | [`list_participants`](ApiClient::list_participants) | [`ListParticipants`] | `GET /v2/apps/{appId}/conversations/{conversationId}/participants` |
//! | [`accept_control`](ApiClient::accept_control) | [`AcceptControl`] | `POST /v2/apps/{appId}/conversations/{conversationId}/acceptControl` |
//! | [`offer_control`](ApiClient::offer_control) | [`OfferControl`] | `POST /v2/apps/{appId}/conversations/{conversationId}/offerControl` |
//! | [`pass_control`](ApiClient::pass_control) | [`PassControl`] | `POST /v2/apps/{appId}/conversations/{conversationId}/passControl` |
//! | [`release_control`](ApiClient::release_control) | [`ReleaseControl`] | `POST /v2/apps/{appId}/conversations/{conversationId}/releaseControl` |
//! | [`create_switchboard_integration`](ApiClient::create_switchboard_integration) | [`CreateSwitchboardIntegration`] | `POST /v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations` |
//! | [`delete_switchboard_integration`](ApiClient::delete_switchboard_integration) | [`DeleteSwitchboardIntegration`] | `DELETE /v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations/{switchboardIntegrationId}` |
//! | [`list_switchboard_integrations`](ApiClient::list_switchboard_integrations) | [`ListSwitchboardIntegrations`] | `GET /v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations` |
//! | [`update_switchboard_integration`](ApiClient::update_switchboard_integration) | [`UpdateSwitchboardIntegration`] | `PATCH /v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations/{switchboardIntegrationId}` |
//! | [`create_switchboard`](ApiClient::create_switchboard) | [`CreateSwitchboard`] | `POST /v2/apps/{appId}/switchboards` |
//! | [`delete_switchboard`](ApiClient::delete_switchboard) | [`DeleteSwitchboard`] | `DELETE /v2/apps/{appId}/switchboards/{switchboardId}` |
//! | [`list_switchboards`](ApiClient::list_switchboards) | [`ListSwitchboards`] | `GET /v2/apps/{appId}/switchboards` |
//! | [`update_switchboard`](ApiClient::update_switchboard) | [`UpdateSwitchboard`] | `PATCH /v2/apps/{appId}/switchboards/{switchboardId}` |
//! | [`create_user`](ApiClient::create_user) | [`CreateUser`] | `POST /v2/apps/{appId}/users` |
//! | [`delete_user`](ApiClient::delete_user) | [`DeleteUser`] | `DELETE /v2/apps/{appId}/users/{userIdOrExternalId}` |
//! | [`delete_user_personal_information`](ApiClient::delete_user_personal_information) | [`DeleteUserPersonalInformation`] | `DELETE /v2/apps/{appId}/users/{userIdOrExternalId}/personalinformation` |
//! | [`get_user`](ApiClient::get_user) | [`GetUser`] | `GET /v2/apps/{appId}/users/{userIdOrExternalId}` |
//! | [`list_users`](ApiClient::list_users) | [`ListUsers`] | `GET /v2/apps/{appId}/users` |
//! | [`sync_user`](ApiClient::sync_user) | [`SyncUser`] | `POST /v2/apps/{appId}/users/{zendeskId}/sync` |
//! | [`update_user`](ApiClient::update_user) | [`UpdateUser`] | `PATCH /v2/apps/{appId}/users/{userIdOrExternalId}` |
//! | [`create_webhook`](ApiClient::create_webhook) | [`CreateWebhook`] | `POST /v2/apps/{appId}/integrations/{integrationId}/webhooks` |
//! | [`delete_webhook`](ApiClient::delete_webhook) | [`DeleteWebhook`] | `DELETE /v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}` |
//! | [`get_webhook`](ApiClient::get_webhook) | [`GetWebhook`] | `GET /v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}` |
//! | [`list_webhooks`](ApiClient::list_webhooks) | [`ListWebhooks`] | `GET /v2/apps/{appId}/integrations/{integrationId}/webhooks` |
//! | [`update_webhook`](ApiClient::update_webhook) | [`UpdateWebhook`] | `PATCH /v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}` |

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

use crate::call::{Call, Endpoint, EndpointInfo, Operation, Sealed, bytes, ignored, nothing, optional, text};
use crate::models::*;
use crate::page::{Listing, PageSize, Paginated};
use crate::parameters::{Style, path_text};
use crate::responses::responses;
use crate::upload::Upload;
use crate::{ApiClient, AsId, Json, Number, Secret, Time};

mod activities;
mod app_keys;
mod apps;
mod attachments;
mod clients;
mod conversations;
mod custom_integration_api_keys;
mod devices;
mod integrations;
mod messages;
mod o_auth_endpoints;
mod participants;
mod switchboard_actions;
mod switchboard_integrations;
mod switchboards;
mod users;
mod webhooks;

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
    EndpointInfo {
        name: "PostActivity",
        method: Method::POST,
        path: "/v2/apps/{appId}/conversations/{conversationId}/activity",
    },
    EndpointInfo { name: "CreateAppKey", method: Method::POST, path: "/v2/apps/{appId}/keys" },
    EndpointInfo { name: "DeleteAppKey", method: Method::DELETE, path: "/v2/apps/{appId}/keys/{keyId}" },
    EndpointInfo { name: "GetAppKey", method: Method::GET, path: "/v2/apps/{appId}/keys/{keyId}" },
    EndpointInfo { name: "ListAppKeys", method: Method::GET, path: "/v2/apps/{appId}/keys" },
    EndpointInfo { name: "CreateApp", method: Method::POST, path: "/v2/apps" },
    EndpointInfo { name: "DeleteApp", method: Method::DELETE, path: "/v2/apps/{appId}" },
    EndpointInfo { name: "GetApp", method: Method::GET, path: "/v2/apps/{appId}" },
    EndpointInfo { name: "ListApps", method: Method::GET, path: "/v2/apps" },
    EndpointInfo { name: "UpdateApp", method: Method::PATCH, path: "/v2/apps/{appId}" },
    EndpointInfo { name: "DeleteAttachment", method: Method::POST, path: "/v2/apps/{appId}/attachments/remove" },
    EndpointInfo { name: "UploadAttachment", method: Method::POST, path: "/v2/apps/{appId}/attachments" },
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
    EndpointInfo { name: "CreateConversation", method: Method::POST, path: "/v2/apps/{appId}/conversations" },
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
        name: "GetConversation",
        method: Method::GET,
        path: "/v2/apps/{appId}/conversations/{conversationId}",
    },
    EndpointInfo { name: "ListConversations", method: Method::GET, path: "/v2/apps/{appId}/conversations" },
    EndpointInfo {
        name: "PostConversionEvents",
        method: Method::POST,
        path: "/v2/apps/{appId}/conversations/{conversationId}/conversionEvents",
    },
    EndpointInfo {
        name: "UpdateConversation",
        method: Method::PATCH,
        path: "/v2/apps/{appId}/conversations/{conversationId}",
    },
    EndpointInfo {
        name: "CreateCustomIntegrationKey",
        method: Method::POST,
        path: "/v2/apps/{appId}/integrations/{integrationId}/keys",
    },
    EndpointInfo {
        name: "DeleteCustomIntegrationKey",
        method: Method::DELETE,
        path: "/v2/apps/{appId}/integrations/{integrationId}/keys/{keyId}",
    },
    EndpointInfo {
        name: "GetCustomIntegrationKey",
        method: Method::GET,
        path: "/v2/apps/{appId}/integrations/{integrationId}/keys/{keyId}",
    },
    EndpointInfo {
        name: "ListCustomIntegrationKeys",
        method: Method::GET,
        path: "/v2/apps/{appId}/integrations/{integrationId}/keys",
    },
    EndpointInfo {
        name: "GetDevice",
        method: Method::GET,
        path: "/v2/apps/{appId}/users/{userIdOrExternalId}/devices/{deviceId}",
    },
    EndpointInfo {
        name: "ListDevices",
        method: Method::GET,
        path: "/v2/apps/{appId}/users/{userIdOrExternalId}/devices",
    },
    EndpointInfo { name: "CreateIntegration", method: Method::POST, path: "/v2/apps/{appId}/integrations" },
    EndpointInfo {
        name: "DeleteIntegration",
        method: Method::DELETE,
        path: "/v2/apps/{appId}/integrations/{integrationId}",
    },
    EndpointInfo { name: "GetIntegration", method: Method::GET, path: "/v2/apps/{appId}/integrations/{integrationId}" },
    EndpointInfo { name: "ListIntegrations", method: Method::GET, path: "/v2/apps/{appId}/integrations" },
    EndpointInfo {
        name: "UpdateIntegration",
        method: Method::PATCH,
        path: "/v2/apps/{appId}/integrations/{integrationId}",
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
        name: "ListMessages",
        method: Method::GET,
        path: "/v2/apps/{appId}/conversations/{conversationId}/messages",
    },
    EndpointInfo {
        name: "PostMessage",
        method: Method::POST,
        path: "/v2/apps/{appId}/conversations/{conversationId}/messages",
    },
    EndpointInfo { name: "Authorize", method: Method::GET, path: "/oauth/authorize" },
    EndpointInfo { name: "GetToken", method: Method::POST, path: "/oauth/token" },
    EndpointInfo { name: "GetTokenInfo", method: Method::GET, path: "/v2/tokenInfo" },
    EndpointInfo { name: "RevokeAccess", method: Method::DELETE, path: "/oauth/authorization" },
    EndpointInfo {
        name: "JoinConversation",
        method: Method::POST,
        path: "/v2/apps/{appId}/conversations/{conversationId}/join",
    },
    EndpointInfo {
        name: "LeaveConversation",
        method: Method::POST,
        path: "/v2/apps/{appId}/conversations/{conversationId}/leave",
    },
    EndpointInfo {
        name: "ListParticipants",
        method: Method::GET,
        path: "/v2/apps/{appId}/conversations/{conversationId}/participants",
    },
    EndpointInfo {
        name: "AcceptControl",
        method: Method::POST,
        path: "/v2/apps/{appId}/conversations/{conversationId}/acceptControl",
    },
    EndpointInfo {
        name: "OfferControl",
        method: Method::POST,
        path: "/v2/apps/{appId}/conversations/{conversationId}/offerControl",
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
        name: "CreateSwitchboardIntegration",
        method: Method::POST,
        path: "/v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations",
    },
    EndpointInfo {
        name: "DeleteSwitchboardIntegration",
        method: Method::DELETE,
        path: "/v2/apps/{appId}/switchboards/{switchboardId}/switchboardIntegrations/{switchboardIntegrationId}",
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
    EndpointInfo { name: "CreateSwitchboard", method: Method::POST, path: "/v2/apps/{appId}/switchboards" },
    EndpointInfo {
        name: "DeleteSwitchboard",
        method: Method::DELETE,
        path: "/v2/apps/{appId}/switchboards/{switchboardId}",
    },
    EndpointInfo { name: "ListSwitchboards", method: Method::GET, path: "/v2/apps/{appId}/switchboards" },
    EndpointInfo {
        name: "UpdateSwitchboard",
        method: Method::PATCH,
        path: "/v2/apps/{appId}/switchboards/{switchboardId}",
    },
    EndpointInfo { name: "CreateUser", method: Method::POST, path: "/v2/apps/{appId}/users" },
    EndpointInfo { name: "DeleteUser", method: Method::DELETE, path: "/v2/apps/{appId}/users/{userIdOrExternalId}" },
    EndpointInfo {
        name: "DeleteUserPersonalInformation",
        method: Method::DELETE,
        path: "/v2/apps/{appId}/users/{userIdOrExternalId}/personalinformation",
    },
    EndpointInfo { name: "GetUser", method: Method::GET, path: "/v2/apps/{appId}/users/{userIdOrExternalId}" },
    EndpointInfo { name: "ListUsers", method: Method::GET, path: "/v2/apps/{appId}/users" },
    EndpointInfo { name: "SyncUser", method: Method::POST, path: "/v2/apps/{appId}/users/{zendeskId}/sync" },
    EndpointInfo { name: "UpdateUser", method: Method::PATCH, path: "/v2/apps/{appId}/users/{userIdOrExternalId}" },
    EndpointInfo {
        name: "CreateWebhook",
        method: Method::POST,
        path: "/v2/apps/{appId}/integrations/{integrationId}/webhooks",
    },
    EndpointInfo {
        name: "DeleteWebhook",
        method: Method::DELETE,
        path: "/v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}",
    },
    EndpointInfo {
        name: "GetWebhook",
        method: Method::GET,
        path: "/v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}",
    },
    EndpointInfo {
        name: "ListWebhooks",
        method: Method::GET,
        path: "/v2/apps/{appId}/integrations/{integrationId}/webhooks",
    },
    EndpointInfo {
        name: "UpdateWebhook",
        method: Method::PATCH,
        path: "/v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}",
    },
];
