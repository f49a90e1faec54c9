//! The alternative to the SDK: hand-written ureq and serde code for the measured operations.
//!
//! Written for speed: one buffer for the response, and `from_slice` without a reader. The structs have every field of
//! the OpenAPI document; unions are one flat struct. `F` is the type of free-form objects: `serde_json::Value`, as in
//! most programs, or `Box<RawValue>`, as in the SDK.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Number, value::RawValue};
use ureq::Agent;

pub use serde_json::Value;
pub type Text = Box<RawValue>;

/// Structs for decoding, with the API's field names.
macro_rules! models {
    ($($name:ident { $($body:tt)* })*) => {
        $(
            #[derive(Deserialize)]
            #[serde(rename_all = "camelCase")]
            #[allow(dead_code, reason = "read, to be measured")]
            pub struct $name<F> { $($body)* }
        )*
    };
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase")]
pub struct Meta {
    pub has_more: Option<bool>,
    pub after_cursor: Option<String>,
    pub before_cursor: Option<String>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "read, to be measured")]
pub struct Links {
    pub prev: Option<String>,
    pub next: Option<String>,
}

models! {
    ClientPage { pub clients: Vec<Client<F>>, pub meta: Meta, pub links: Option<Links> }
    ClientResponse { pub client: Client<F> }
    Client {
        pub id: String,
        #[serde(rename = "type")]
        pub kind: Option<String>,
        pub status: Option<String>,
        pub integration_id: Option<String>,
        pub external_id: Option<String>,
        pub last_seen: Option<String>,
        pub linked_at: Option<String>,
        pub display_name: Option<String>,
        pub avatar_url: Option<String>,
        pub info: Option<F>,
        pub raw: Option<F>,
    }

    MessagePage { pub messages: Vec<Message<F>>, pub meta: Meta, pub links: Option<Links> }
    MessageResponse { pub messages: Vec<Message<F>> }
    Message {
        pub id: String,
        pub received: Option<String>,
        pub author: Option<Author<F>>,
        pub content: Option<Content<F>>,
        pub source: Option<Source<F>>,
        pub quoted_message: Option<F>,
        pub metadata: Option<F>,
        pub deleted: Option<bool>,
        pub activity: Option<F>,
        pub references: Option<Vec<F>>,
    }
    Author {
        #[serde(rename = "type")]
        pub kind: String,
        pub subtypes: Option<Vec<String>>,
        pub user_id: Option<String>,
        pub user_external_id: Option<String>,
        pub brand_id: Option<String>,
        pub display_name: Option<String>,
        pub avatar_url: Option<String>,
        pub user: Option<User<F>>,
    }
    Source {
        #[serde(rename = "type")]
        pub kind: Option<String>,
        pub integration_id: Option<String>,
        pub original_message_id: Option<String>,
        pub original_message_timestamp: Option<String>,
        pub client: Option<Client<F>>,
        pub device: Option<F>,
        pub campaign: Option<F>,
    }
    Content {
        #[serde(rename = "type")]
        pub kind: String,
        pub text: Option<String>,
        pub html_text: Option<String>,
        pub markdown_text: Option<String>,
        pub block_chat_input: Option<bool>,
        pub payload: Option<String>,
        pub actions: Option<Vec<Action<F>>>,
        pub media_url: Option<String>,
        pub media_type: Option<String>,
        pub media_size: Option<Number>,
        pub alt_text: Option<String>,
        pub attachment_id: Option<String>,
        pub submitted: Option<bool>,
        pub fields: Option<Vec<Field<F>>>,
        pub text_fallback: Option<String>,
        pub items: Option<Vec<Item<F>>>,
        pub display_settings: Option<DisplaySettings>,
        pub coordinates: Option<Coordinates>,
        pub location: Option<Location>,
        pub template: Option<F>,
    }
    Action {
        #[serde(rename = "type")]
        pub kind: String,
        pub text: Option<String>,
        pub payload: Option<String>,
        pub metadata: Option<F>,
        pub icon_url: Option<String>,
        pub uri: Option<String>,
        pub default: Option<bool>,
        pub extra_channel_options: Option<F>,
        pub amount: Option<i64>,
        pub currency: Option<String>,
        pub size: Option<String>,
        pub fallback: Option<String>,
        pub open_on_receive: Option<bool>,
    }
    Item {
        pub title: String,
        pub description: Option<String>,
        pub media_url: Option<String>,
        pub media_type: Option<String>,
        pub alt_text: Option<String>,
        pub size: Option<String>,
        pub actions: Vec<Action<F>>,
        pub metadata: Option<F>,
    }
    Field {
        #[serde(rename = "type")]
        pub kind: String,
        pub name: String,
        pub label: String,
        pub text: Option<String>,
        pub email: Option<String>,
        pub select: Option<Vec<F>>,
        pub format: Option<String>,
        pub placeholder: Option<String>,
        pub min_size: Option<i64>,
        pub max_size: Option<i64>,
        pub options: Option<Vec<FieldOption>>,
        pub quoted_message_id: Option<String>,
    }

    IntegrationPage { pub integrations: Vec<Integration<F>>, pub meta: Meta, pub links: Option<Links> }
    Integration {
        #[serde(rename = "type")]
        pub kind: String,
        pub id: String,
        pub status: Option<String>,
        pub display_name: Option<String>,
        pub default_responder_id: Option<String>,
        pub default_responder: Option<Responder>,
        #[serde(rename = "showAIDisclaimer")]
        pub show_ai_disclaimer: Option<bool>,
        pub project_id: Option<String>,
        pub client_email: Option<String>,
        pub sender_id: Option<String>,
        pub can_user_see_conversation_list: Option<bool>,
        pub can_user_create_more_conversations: Option<bool>,
        pub attachments_enabled: Option<bool>,
        pub business_id: Option<String>,
        pub msp_id: Option<String>,
        pub webhooks: Option<Vec<Webhook>>,
        pub app_id: Option<String>,
        pub business_name: Option<String>,
        pub business_username: Option<String>,
        // A number for Messenger, text for Instagram.
        pub page_id: Option<F>,
        pub page_name: Option<String>,
        pub username: Option<String>,
        pub user_id: Option<String>,
        pub story_replies_enabled: Option<bool>,
        pub story_mentions_enabled: Option<bool>,
        pub production: Option<bool>,
        pub auto_update_badge: Option<bool>,
        pub channel_id: Option<String>,
        pub service_code: Option<String>,
        pub qr_code_url: Option<String>,
        pub line_id: Option<String>,
        pub domain: Option<String>,
        pub incoming_address: Option<String>,
        pub hide_unsubscribe_link: Option<bool>,
        pub from_address: Option<String>,
        pub originator: Option<String>,
        pub webhook_secret: Option<String>,
        pub bot_id: Option<String>,
        pub account_sid: Option<String>,
        pub phone_number_sid: Option<String>,
        pub messaging_service_sid: Option<String>,
        pub tier: Option<String>,
        pub env_name: Option<String>,
        pub uri: Option<String>,
        pub account_id: Option<String>,
        pub brand_color: Option<String>,
        pub fixed_intro_pane: Option<bool>,
        pub conversation_color: Option<String>,
        pub action_color: Option<String>,
        pub display_style: Option<String>,
        pub button_icon_url: Option<String>,
        pub button_width: Option<String>,
        pub button_height: Option<String>,
        pub integration_order: Option<Vec<String>>,
        pub business_icon_url: Option<String>,
        pub background_image_url: Option<String>,
        pub origin_whitelist: Option<Vec<String>>,
        pub prechat_capture: Option<PrechatCapture<F>>,
        pub hsm_fallback_language: Option<String>,
        pub phone_number: Option<String>,
    }
    PrechatCapture {
        pub avatar_url: Option<String>,
        pub enabled: Option<bool>,
        pub enable_email_linking: Option<bool>,
        pub fields: Option<Vec<Field<F>>>,
    }

    WebhookBody { pub app: Reference, pub webhook: Reference, pub events: Vec<Event<F>> }
    Event {
        #[serde(rename = "type")]
        pub kind: String,
        pub id: String,
        pub created_at: String,
        pub payload: Payload<F>,
    }
    Payload {
        pub conversation: Option<Conversation<F>>,
        pub user: Option<User<F>>,
        pub client: Option<Client<F>>,
        pub reason: Option<String>,
        pub source: Option<Source<F>>,
        pub error: Option<F>,
        pub creation_reason: Option<String>,
        pub referral: Option<Referral>,
        pub message: Option<Message<F>>,
        pub recent_notifications: Option<Vec<Message<F>>>,
        pub destination: Option<Destination>,
        pub external_messages: Option<Vec<Reference>>,
        pub is_final_event: Option<bool>,
        pub postback: Option<Postback<F>>,
        pub activity: Option<Activity<F>>,
        pub metadata: Option<F>,
        pub merged_users: Option<Merged<User<F>>>,
        pub merged_conversations: Option<Merged<Conversation<F>>>,
        pub merged_clients: Option<Merged<Client<F>>>,
        pub discarded_metadata: Option<F>,
    }
    Conversation {
        pub id: String,
        #[serde(rename = "type")]
        pub kind: Option<String>,
        pub metadata: Option<F>,
        pub active_switchboard_integration: Option<SwitchboardIntegration>,
        pub pending_switchboard_integration: Option<SwitchboardIntegration>,
    }
    User {
        pub id: String,
        pub authenticated: Option<bool>,
        pub external_id: Option<String>,
        pub zendesk_id: Option<String>,
        pub brand_id: Option<String>,
        pub signed_up_at: Option<String>,
        pub to_be_retained: Option<bool>,
        pub profile: Option<Profile>,
        pub metadata: Option<F>,
        pub identities: Option<Vec<Identity>>,
    }
    Postback { pub payload: Option<String>, pub metadata: Option<F> }
    Activity {
        #[serde(rename = "type")]
        pub kind: Option<String>,
        pub source: Option<Source<F>>,
        pub author: Option<Author<F>>,
    }
    Merged { pub surviving: Option<F>, pub discarded: Option<F> }
}

/// Structs without free-form objects.
macro_rules! plain_models {
    ($($name:ident { $($field:ident $(= $known:literal)?: $type:ty),* $(,)? })*) => {
        $(
            #[derive(Deserialize)]
            #[serde(rename_all = "camelCase")]
            #[allow(dead_code, reason = "read, to be measured")]
            pub struct $name { $($(#[serde(rename = $known)])? pub $field: $type),* }
        )*
    };
}

plain_models! {
    DisplaySettings { image_aspect_ratio: Option<String> }
    Coordinates { lat: f64, long: f64 }
    Location { address: Option<String>, name: Option<String> }
    FieldOption { name: Option<String>, label: Option<String> }
    Reference { id: Option<String>, version: Option<String> }
    Responder {
        name: Option<String>, integration_id: Option<String>, integration_type: Option<String>,
        deliver_standby_events: Option<bool>, next_switchboard_integration_id: Option<String>,
        message_history_count: Option<Number>, inherited: Option<bool>,
    }
    Webhook {
        id: String, version: Option<String>, target: String, triggers: Vec<String>, secret: Option<String>,
        include_full_user: Option<bool>, include_full_source: Option<bool>,
    }
    SwitchboardIntegration {
        id: String, name: Option<String>, integration_id: Option<String>, integration_type: Option<String>,
    }
    Profile {
        given_name: Option<String>, surname: Option<String>, email: Option<String>, avatar_url: Option<String>,
        locale: Option<String>,
    }
    Identity { kind = "type": Option<String>, value: Option<String>, verification: Option<String> }
    Referral { code: Option<String>, details: Option<ReferralDetails> }
    ReferralDetails { source: Option<String>, kind = "type": Option<String>, ad_id: Option<String> }
    Destination { kind = "type": Option<String>, integration_id: Option<String> }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MessagePost<'a> {
    pub author: Kind<'a>,
    pub content: TextPost<'a>,
    pub metadata: Option<&'a Value>,
}

#[derive(Serialize)]
pub struct Kind<'a> {
    #[serde(rename = "type")]
    pub kind: &'a str,
}

#[derive(Serialize)]
pub struct TextPost<'a> {
    #[serde(rename = "type")]
    pub kind: &'a str,
    pub text: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ClientPost<'a> {
    pub match_criteria: Criteria<'a>,
    pub confirmation: Kind<'a>,
    pub target: Target<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Criteria<'a> {
    #[serde(rename = "type")]
    pub kind: &'a str,
    pub integration_id: &'a str,
    pub phone_number: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Target<'a> {
    pub conversation_id: &'a str,
}

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// An agent, a host and the value of `Authorization`.
pub struct Hand {
    agent: Agent,
    base: String,
    authorization: String,
}

impl Hand {
    pub fn new(base: &str) -> Self {
        // The SDK's limits: a program without them may hang.
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_idle_connections(64)
            .max_idle_connections_per_host(64)
            .timeout_connect(Some(Duration::from_secs(10)))
            .timeout_global(Some(Duration::from_secs(60)));
        // The SDK's encoding of `app_5d8c` and `secret`.
        let authorization = "Basic YXBwXzVkOGM6c2VjcmV0".to_owned();
        Self { agent: config.build().into(), base: base.to_owned(), authorization }
    }

    fn get(&self, url: &str) -> Result<Vec<u8>> {
        let response = self
            .agent
            .get(url)
            .header("accept", "application/json")
            .header("authorization", &self.authorization)
            .header("user-agent", "by-hand/1.0")
            .call()?;
        read(response)
    }

    fn post(&self, url: &str, body: &impl Serialize) -> Result<Vec<u8>> {
        let response = self
            .agent
            .post(url)
            .header("accept", "application/json")
            .header("authorization", &self.authorization)
            .header("user-agent", "by-hand/1.0")
            .header("content-type", "application/json")
            .send(serde_json::to_vec(body)?)?;
        read(response)
    }

    pub fn list_clients<F: for<'de> Deserialize<'de>>(
        &self,
        app: &str,
        user: &str,
        size: usize,
        after: Option<&str>,
    ) -> Result<ClientPage<F>> {
        let mut url = format!("{}/v2/apps/{app}/users/{user}/clients?page%5Bsize%5D={size}", self.base);
        if let Some(after) = after {
            url.push_str("&page%5Bafter%5D=");
            url.push_str(after);
        }
        Ok(serde_json::from_slice(&self.get(&url)?)?)
    }

    pub fn post_message<F: for<'de> Deserialize<'de>>(
        &self,
        app: &str,
        conversation: &str,
        body: &MessagePost<'_>,
    ) -> Result<MessageResponse<F>> {
        let url = format!("{}/v2/apps/{app}/conversations/{conversation}/messages", self.base);
        Ok(serde_json::from_slice(&self.post(&url, body)?)?)
    }

    pub fn create_client<F: for<'de> Deserialize<'de>>(
        &self,
        app: &str,
        user: &str,
        body: &ClientPost<'_>,
    ) -> Result<ClientResponse<F>> {
        let url = format!("{}/v2/apps/{app}/users/{user}/clients", self.base);
        Ok(serde_json::from_slice(&self.post(&url, body)?)?)
    }

    pub fn upload(&self, app: &str, path: &str) -> Result<Value> {
        use ureq::unversioned::multipart::{Form, Part};
        let form = Form::new().part("source", Part::file(path)?.mime_str("video/mp4")?);
        let response = self
            .agent
            .post(format!("{}/v2/apps/{app}/attachments?access=public", self.base))
            .header("accept", "application/json")
            .header("authorization", &self.authorization)
            .header("user-agent", "by-hand/1.0")
            .send(form)?;
        Ok(serde_json::from_slice(&read(response)?)?)
    }
}

fn read(mut response: ureq::http::Response<ureq::Body>) -> Result<Vec<u8>> {
    if !response.status().is_success() {
        return Err(format!("{}: {}", response.status(), response.body_mut().read_to_string()?).into());
    }
    Ok(response.body_mut().with_config().limit(16 << 20).read_to_vec()?)
}
