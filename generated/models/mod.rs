// Generated from openapi.yaml by build.rs. Don't edit.

//! The bodies of requests, responses and webhooks: one file per model, with the API's names.
//!
//! Structs are built with `new(required…)` and `with_…` setters. Fields that may be missing or null are `Option`s.
//! Enums and unions keep unknown values as `Unknown`, structs keep unknown fields in `extra()`, and free-form objects
//! are [`Json`].

#![allow(unused_imports, reason = "every model starts with the same `use super::*`")]
#![allow(deprecated, reason = "deprecated fields are still read and written")]
#![allow(
    clippy::enum_variant_names,
    clippy::large_enum_variant,
    clippy::module_inception,
    clippy::new_ret_no_self,
    clippy::should_implement_trait,
    clippy::too_many_arguments,
    clippy::wrong_self_convention,
    reason = "the document decides names, sizes and numbers of fields"
)]

use std::collections::BTreeMap;

use crate::call::cursors::{page, page_links, page_meta};
use crate::decode::convert::{body_of, same_object};
use crate::decode::model::model;
use crate::decode::open_enum::open_enum;
use crate::decode::union::{keyed_union, union};
use crate::decode::untagged::untagged_union;
use crate::{Json, Number, Secret, SecretUrl, Time};

mod accept_control_body;
mod action;
mod action_subset;
mod activity_message;
mod activity_post;
mod activity_type;
mod android_integration;
mod android_integration_update;
mod app;
mod app_create_body;
mod app_key;
mod app_key_create_body;
mod app_key_list_response;
mod app_key_response;
mod app_list_filter;
mod app_list_response;
mod app_response;
mod app_response_with_subdomain;
mod app_settings;
mod app_update_body;
mod app_with_subdomain;
mod apple_capability;
mod apple_integration;
mod apple_integration_update;
mod apple_interactive_data_ref;
mod apple_message_override_payload;
mod apple_message_ref;
mod apple_passthrough;
mod attachment;
mod attachment_delete_body;
mod attachment_response;
mod author;
mod author_subtype;
mod author_type;
mod author_webhook;
mod buy;
mod campaign;
mod carousel_display_settings;
mod carousel_message;
mod client;
mod client_add_event;
mod client_add_payload;
mod client_add_reason;
mod client_association;
mod client_confirmation;
mod client_confirmation_type;
mod client_create;
mod client_list_response;
mod client_remove_event;
mod client_remove_payload;
mod client_remove_reason;
mod client_response;
mod client_status;
mod client_target;
mod client_type;
mod client_update_event;
mod client_update_payload;
mod client_update_reason;
mod content;
mod conversation;
mod conversation_create_body;
mod conversation_create_event;
mod conversation_create_payload;
mod conversation_creation_reason;
mod conversation_join_event;
mod conversation_join_payload;
mod conversation_leave_event;
mod conversation_leave_payload;
mod conversation_list_filter;
mod conversation_list_response;
mod conversation_message_delivery_channel_event;
mod conversation_message_delivery_failure_event;
mod conversation_message_delivery_failure_payload;
mod conversation_message_delivery_payload;
mod conversation_message_delivery_user_event;
mod conversation_message_event;
mod conversation_message_payload;
mod conversation_postback_event;
mod conversation_postback_payload;
mod conversation_read_activity;
mod conversation_read_event;
mod conversation_read_payload;
mod conversation_referral_event;
mod conversation_referral_payload;
mod conversation_remove_event;
mod conversation_remove_payload;
mod conversation_response;
mod conversation_truncated;
mod conversation_type;
mod conversation_typing_activity;
mod conversation_typing_event;
mod conversation_typing_payload;
mod conversation_update_body;
mod conversion_events;
mod conversion_events_body;
mod conversion_events_response;
mod coordinates;
mod custom_integration;
mod custom_integration_update;
mod delivery_destination;
mod delivery_error;
mod delivery_external_message;
mod delivery_message;
mod destination;
mod device;
mod device_list_response;
mod device_response;
mod device_status;
mod device_type;
mod download_message_ref_body;
mod ended_by_user;
mod event;
mod extra_channel_options;
mod file_message;
mod form_field;
mod form_field_format;
mod form_field_type;
mod form_message;
mod form_message_field;
mod form_option;
mod form_response_message;
mod form_response_message_field;
mod identity;
mod ids;
mod image_aspect_ratio;
mod image_message;
mod instagram_integration;
mod instagram_integration_update;
mod integration;
mod integration_key;
mod integration_key_create_body;
mod integration_key_list_response;
mod integration_key_response;
mod integration_list_filter;
mod integration_list_response;
mod integration_response;
mod integration_status;
mod integration_update;
mod ios_integration;
mod ios_integration_update;
mod item;
mod item_size;
mod line_integration;
mod line_integration_update;
mod link;
mod links;
mod list_message;
mod location;
mod location_message;
mod location_request;
mod mailgun_integration;
mod mailgun_integration_update;
mod match_criteria;
mod match_criteria_mailgun;
mod match_criteria_message_bird;
mod match_criteria_twilio;
mod match_criteria_whats_app;
mod merged_clients;
mod merged_conversations;
mod merged_users;
mod message;
mod message_bird_integration;
mod message_bird_integration_update;
mod message_list_response;
mod message_override;
mod message_override_payload;
mod message_post;
mod message_post_response;
mod message_webhook;
mod messenger_integration;
mod messenger_integration_update;
mod messenger_options;
mod meta;
mod meta_conversion_event;
mod meta_conversion_event_payload;
mod offer_control_body;
mod participant;
mod participant_create;
mod participant_join_body;
mod participant_leave_body;
mod participant_list_response;
mod participant_response;
mod pass_control_body;
mod passthrough_messaging_event;
mod passthrough_messaging_payload;
mod postback;
mod postback_webhook;
mod prechat_capture;
mod profile;
mod quoted_message;
mod quoted_message_external_message_id;
mod quoted_message_message;
mod reference;
mod referral;
mod referral_details;
mod release_control_body;
mod reply;
mod responder;
mod source;
mod source_webhook;
mod source_with_campaign;
mod source_with_campaign_webhook;
mod switchboard;
mod switchboard_accept_control_event;
mod switchboard_accept_control_failure_event;
mod switchboard_accept_control_failure_payload;
mod switchboard_accept_control_payload;
mod switchboard_integration;
mod switchboard_integration_create_body;
mod switchboard_integration_list_response;
mod switchboard_integration_response;
mod switchboard_integration_update_body;
mod switchboard_integration_webhook;
mod switchboard_list_response;
mod switchboard_offer_control_event;
mod switchboard_offer_control_failure_event;
mod switchboard_offer_control_failure_payload;
mod switchboard_offer_control_payload;
mod switchboard_pass_control_event;
mod switchboard_pass_control_failure_event;
mod switchboard_pass_control_failure_payload;
mod switchboard_pass_control_payload;
mod switchboard_reason;
mod switchboard_release_control_event;
mod switchboard_release_control_payload;
mod switchboard_response;
mod switchboard_update_body;
mod sync_user_body;
mod telegram_integration;
mod telegram_integration_update;
mod template_message;
mod text_message;
mod ticket_closed;
mod token_request;
mod token_response;
mod transfer_to_email;
mod twilio_integration;
mod twilio_integration_update;
mod twitter_integration;
mod twitter_integration_update;
mod twitter_tier;
mod unity_integration;
mod unity_integration_update;
mod user;
mod user_create_body;
mod user_list_filter;
mod user_list_response;
mod user_merge_event;
mod user_merge_payload;
mod user_merge_reason;
mod user_remove_event;
mod user_remove_payload;
mod user_response;
mod user_truncated;
mod user_update_body;
mod user_update_event;
mod user_update_payload;
mod user_update_reason;
mod viber_integration;
mod viber_integration_update;
mod web_integration;
mod web_integration_update;
mod webhook;
mod webhook_create_body;
mod webhook_list_response;
mod webhook_response;
mod webhook_update_body;
mod webview;
mod webview_share_button;
mod webview_size;
mod whats_app_integration;
mod whats_app_integration_update;

pub use ids::*;
// rustdoc ignores aliases in private modules, so they are on the exports.

pub use accept_control_body::*;

#[doc(alias("button"))]
pub use action::*;
pub use action_subset::*;
pub use activity_message::*;
pub use activity_post::*;

#[doc(alias("typing", "read receipt"))]
pub use activity_type::*;
pub use android_integration::*;
pub use android_integration_update::*;
pub use app::*;
pub use app_create_body::*;
pub use app_key::*;
pub use app_key_create_body::*;
pub use app_key_list_response::*;
pub use app_key_response::*;
pub use app_list_filter::*;
pub use app_list_response::*;
pub use app_response::*;
pub use app_response_with_subdomain::*;
pub use app_settings::*;
pub use app_update_body::*;
pub use app_with_subdomain::*;
pub use apple_capability::*;
pub use apple_integration::*;
pub use apple_integration_update::*;
pub use apple_interactive_data_ref::*;
pub use apple_message_override_payload::*;
pub use apple_message_ref::*;
pub use apple_passthrough::*;

#[doc(alias("file", "upload", "media"))]
pub use attachment::*;
pub use attachment_delete_body::*;
pub use attachment_response::*;

#[doc(alias("sender", "agent"))]
pub use author::*;
pub use author_subtype::*;
pub use author_type::*;
pub use author_webhook::*;

#[doc(alias("payment", "button"))]
pub use buy::*;
pub use campaign::*;
pub use carousel_display_settings::*;

#[doc(alias("carousel", "card", "slider"))]
pub use carousel_message::*;

#[doc(alias("channel", "device"))]
pub use client::*;
pub use client_add_event::*;
pub use client_add_payload::*;
pub use client_add_reason::*;
pub use client_association::*;
pub use client_confirmation::*;
pub use client_confirmation_type::*;
pub use client_create::*;
pub use client_list_response::*;
pub use client_remove_event::*;
pub use client_remove_payload::*;
pub use client_remove_reason::*;
pub use client_response::*;
pub use client_status::*;
pub use client_target::*;
pub use client_type::*;
pub use client_update_event::*;
pub use client_update_payload::*;
pub use client_update_reason::*;

#[doc(alias("message type"))]
pub use content::*;
pub use conversation::*;
pub use conversation_create_body::*;
pub use conversation_create_event::*;
pub use conversation_create_payload::*;
pub use conversation_creation_reason::*;
pub use conversation_join_event::*;
pub use conversation_join_payload::*;
pub use conversation_leave_event::*;
pub use conversation_leave_payload::*;
pub use conversation_list_filter::*;
pub use conversation_list_response::*;
pub use conversation_message_delivery_channel_event::*;
pub use conversation_message_delivery_failure_event::*;
pub use conversation_message_delivery_failure_payload::*;
pub use conversation_message_delivery_payload::*;
pub use conversation_message_delivery_user_event::*;
pub use conversation_message_event::*;
pub use conversation_message_payload::*;
pub use conversation_postback_event::*;
pub use conversation_postback_payload::*;
pub use conversation_read_activity::*;
pub use conversation_read_event::*;
pub use conversation_read_payload::*;
pub use conversation_referral_event::*;
pub use conversation_referral_payload::*;
pub use conversation_remove_event::*;
pub use conversation_remove_payload::*;
pub use conversation_response::*;
pub use conversation_truncated::*;
pub use conversation_type::*;
pub use conversation_typing_activity::*;
pub use conversation_typing_event::*;
pub use conversation_typing_payload::*;
pub use conversation_update_body::*;
pub use conversion_events::*;
pub use conversion_events_body::*;
pub use conversion_events_response::*;
pub use coordinates::*;
pub use custom_integration::*;
pub use custom_integration_update::*;
pub use delivery_destination::*;
pub use delivery_error::*;
pub use delivery_external_message::*;
pub use delivery_message::*;
pub use destination::*;
pub use device::*;
pub use device_list_response::*;
pub use device_response::*;
pub use device_status::*;
pub use device_type::*;
pub use download_message_ref_body::*;
pub use ended_by_user::*;

#[doc(alias("webhook", "trigger"))]
pub use event::*;
pub use extra_channel_options::*;

#[doc(alias("attachment", "document", "pdf"))]
pub use file_message::*;
pub use form_field::*;
pub use form_field_format::*;
pub use form_field_type::*;

#[doc(alias("form", "survey"))]
pub use form_message::*;
pub use form_message_field::*;
pub use form_option::*;
pub use form_response_message::*;
pub use form_response_message_field::*;
pub use identity::*;
pub use image_aspect_ratio::*;

#[doc(alias("attachment", "picture", "photo"))]
pub use image_message::*;
pub use instagram_integration::*;
pub use instagram_integration_update::*;
pub use integration::*;
pub use integration_key::*;
pub use integration_key_create_body::*;
pub use integration_key_list_response::*;
pub use integration_key_response::*;
pub use integration_list_filter::*;
pub use integration_list_response::*;
pub use integration_response::*;
pub use integration_status::*;
pub use integration_update::*;
pub use ios_integration::*;
pub use ios_integration_update::*;
pub use item::*;
pub use item_size::*;
pub use line_integration::*;
pub use line_integration_update::*;

#[doc(alias("url button"))]
pub use link::*;
pub use links::*;

#[doc(alias("list", "card"))]
pub use list_message::*;
pub use location::*;

#[doc(alias("map", "coordinates"))]
pub use location_message::*;

#[doc(alias("location button"))]
pub use location_request::*;
pub use mailgun_integration::*;
pub use mailgun_integration_update::*;
pub use match_criteria::*;
pub use match_criteria_mailgun::*;
pub use match_criteria_message_bird::*;
pub use match_criteria_twilio::*;
pub use match_criteria_whats_app::*;
pub use merged_clients::*;
pub use merged_conversations::*;
pub use merged_users::*;

#[doc(alias("chat"))]
pub use message::*;
pub use message_bird_integration::*;
pub use message_bird_integration_update::*;
pub use message_list_response::*;

#[doc(alias("hsm", "template", "raw payload"))]
pub use message_override::*;
pub use message_override_payload::*;

#[doc(alias("send message"))]
pub use message_post::*;
pub use message_post_response::*;
pub use message_webhook::*;
pub use messenger_integration::*;
pub use messenger_integration_update::*;
pub use messenger_options::*;
pub use meta::*;
pub use meta_conversion_event::*;
pub use meta_conversion_event_payload::*;
pub use offer_control_body::*;

#[doc(alias("member"))]
pub use participant::*;
pub use participant_create::*;
pub use participant_join_body::*;
pub use participant_leave_body::*;
pub use participant_list_response::*;
pub use participant_response::*;
pub use pass_control_body::*;
pub use passthrough_messaging_event::*;
pub use passthrough_messaging_payload::*;

#[doc(alias("button", "callback"))]
pub use postback::*;
pub use postback_webhook::*;
pub use prechat_capture::*;
pub use profile::*;

#[doc(alias("reply to"))]
pub use quoted_message::*;
pub use quoted_message_external_message_id::*;
pub use quoted_message_message::*;
pub use reference::*;
pub use referral::*;
pub use referral_details::*;
pub use release_control_body::*;

#[doc(alias("quick reply", "quickreply", "button"))]
pub use reply::*;
pub use responder::*;
pub use source::*;
pub use source_webhook::*;
pub use source_with_campaign::*;
pub use source_with_campaign_webhook::*;

#[doc(alias("handover", "handoff", "routing"))]
pub use switchboard::*;
pub use switchboard_accept_control_event::*;
pub use switchboard_accept_control_failure_event::*;
pub use switchboard_accept_control_failure_payload::*;
pub use switchboard_accept_control_payload::*;

#[doc(alias("handover", "handoff", "routing", "agent"))]
pub use switchboard_integration::*;
pub use switchboard_integration_create_body::*;
pub use switchboard_integration_list_response::*;
pub use switchboard_integration_response::*;
pub use switchboard_integration_update_body::*;
pub use switchboard_integration_webhook::*;
pub use switchboard_list_response::*;
pub use switchboard_offer_control_event::*;
pub use switchboard_offer_control_failure_event::*;
pub use switchboard_offer_control_failure_payload::*;
pub use switchboard_offer_control_payload::*;
pub use switchboard_pass_control_event::*;
pub use switchboard_pass_control_failure_event::*;
pub use switchboard_pass_control_failure_payload::*;
pub use switchboard_pass_control_payload::*;
pub use switchboard_reason::*;
pub use switchboard_release_control_event::*;
pub use switchboard_release_control_payload::*;
pub use switchboard_response::*;
pub use switchboard_update_body::*;
pub use sync_user_body::*;
pub use telegram_integration::*;
pub use telegram_integration_update::*;

#[doc(alias("template", "hsm"))]
pub use template_message::*;
pub use text_message::*;
pub use ticket_closed::*;
pub use token_request::*;

#[doc(alias("oauth", "access token"))]
pub use token_response::*;
pub use transfer_to_email::*;
pub use twilio_integration::*;
pub use twilio_integration_update::*;
pub use twitter_integration::*;
pub use twitter_integration_update::*;
pub use twitter_tier::*;
pub use unity_integration::*;
pub use unity_integration_update::*;

#[doc(alias("contact", "customer", "end user"))]
pub use user::*;
pub use user_create_body::*;
pub use user_list_filter::*;
pub use user_list_response::*;
pub use user_merge_event::*;
pub use user_merge_payload::*;
pub use user_merge_reason::*;
pub use user_remove_event::*;
pub use user_remove_payload::*;
pub use user_response::*;
pub use user_truncated::*;
pub use user_update_body::*;
pub use user_update_event::*;
pub use user_update_payload::*;
pub use user_update_reason::*;
pub use viber_integration::*;
pub use viber_integration_update::*;
pub use web_integration::*;
pub use web_integration_update::*;
pub use webhook::*;
pub use webhook_create_body::*;
pub use webhook_list_response::*;
pub use webhook_response::*;
pub use webhook_update_body::*;

#[doc(alias("button", "browser"))]
pub use webview::*;
pub use webview_share_button::*;
pub use webview_size::*;

#[doc(alias("meta"))]
pub use whats_app_integration::*;
pub use whats_app_integration_update::*;
