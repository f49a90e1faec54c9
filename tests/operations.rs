//! Every operation, called through its method: the request is validated against the OpenAPI document, and the response
//! is generated from it.

use std::collections::BTreeSet;

use crate::support::document::{
    self as described, Direction, Fill, Flat, Maker, Operation, correction, differences, document, list, operations,
    undeclared, violations,
};
use crate::support::server::{self, KEY_ID, Request, Server, response};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::Serialize;
use serde_json::{Value, json};
use sunshine_conversations::models::{self, *};
use sunshine_conversations::operations::OPERATIONS;
use sunshine_conversations::{ApiClient, AppClient, Call, Credentials, Endpoint, Json, Upload};

/// The base URL has a path, like Zendesk's.
const BASE: &str = "/sc";
const SECRET: &str = "pässword:with/colon";

fn client(server: &Server) -> ApiClient {
    let url = format!("{}{BASE}", server.url());
    server.builder().base_url(url).credentials(Credentials::basic(KEY_ID, SECRET)).build().expect("a client")
}

// Values that must be encoded in a path or a query.
const APP: &str = "app 1/ü";
const USER: &str = "ext:jörg+test@example.com?a=b&c#d";
const CONVERSATION: &str = "100%/../x";
const INTEGRATION: &str = "%2F;=,";
const OTHER: &str = "a\\b \"c\" <d> {e} |f| ^g` ~._-";
const BRAND: &str = "9477 & söhne+co";
const CURSOR: &str = "64d1f09b3ac27e58b1f4e730";

/// Calls operations and collects the violations, so that one doesn't hide the others.
struct Calls {
    server: Server,
    api: ApiClient,
    app: AppClient,
    called: BTreeSet<&'static str>,
    /// Operation and name of a parameter that was sent.
    sent: BTreeSet<(&'static str, String)>,
    faults: Vec<String>,
}

impl Calls {
    fn new() -> Self {
        let server = Server::handle(|received| {
            let path = received.path().strip_prefix(BASE).unwrap_or_default();
            let Some((operation, _)) = Operation::of_request(received.method(), path) else {
                return server::refusal(404, "not_found", "the operation isn't in the document");
            };
            let Some((media_type, schema)) = operation.response else { return response(operation.status, &[], "") };
            let body = sample_response(operation, schema);
            let text = if media_type == "application/json" { body.to_string() } else { String::new() };
            let mut headers = vec![("Content-Type", media_type)];
            headers.extend((operation.status == 302).then_some(("Location", "https://example.com/?code=1")));
            response(operation.status, &headers, text)
        });
        let api = client(&server);
        let app = api.app(APP);
        Self { server, api, app, called: BTreeSet::new(), sent: BTreeSet::new(), faults: Vec::new() }
    }

    /// Sends a call and validates its request and its response. `path` has the document's parameter names.
    fn check<O>(&mut self, path: &[(&str, &str)], call: Call<O>) -> Request
    where
        O: Endpoint<Output: Serialize>,
    {
        let operation = Operation::find(O::NAME);
        self.called.insert(operation.id);
        let result = call.send_full();
        let received = self.server.only();
        let mut faults = Vec::new();
        if (O::METHOD.as_str(), O::PATH) != (&operation.method, operation.path) {
            faults.push(format!("is {} {}", O::METHOD, O::PATH));
        }
        check_path(operation, path, &received, &mut faults);
        self.check_query(operation, &received, &mut faults);
        check_headers(operation, &received, &mut faults);
        check_body(operation, &received, &mut faults);
        match result {
            Ok(response) => {
                if response.status != operation.status {
                    faults.push(format!("has status {}", response.status));
                }
                if operation.status == 302 && !response.headers.contains_key("location") {
                    faults.push("loses the address of the redirect".to_owned());
                }
                let back = serde_json::to_value(&response.body).expect("outputs can be encoded");
                match operation.response {
                    // A response without content.
                    Some(("application/json", schema)) if is_empty(schema) => {
                        faults.extend((!back.is_null()).then(|| format!("makes {back} of an empty response")));
                    }
                    Some(("application/json", schema)) => {
                        let sent = sample_response(operation, schema);
                        faults.extend(
                            differences(&sent, &back, schema).into_iter().map(|fault| format!("response{fault}")),
                        );
                        let raw: Value = serde_json::from_slice(&response.raw).expect("the response as it was sent");
                        faults.extend((raw != sent).then(|| "changes the raw response".to_owned()));
                    }
                    _ => faults.extend((!back.is_null()).then(|| format!("makes {back} of text"))),
                }
            }
            Err(error) => faults.push(format!("fails: {error}")),
        }
        self.faults.extend(faults.into_iter().map(|fault| format!("{}: {fault}", O::NAME)));
        received
    }

    fn check_query(&mut self, operation: &'static Operation, received: &Request, faults: &mut Vec<String>) {
        let mut names = BTreeSet::new();
        for (name, value) in &received.query() {
            if !names.insert(name.clone()) {
                faults.push(format!("sends {name} twice"));
            }
            self.sent.insert((operation.id, name.clone()));
            let Some(parameter) = operation.query.iter().find(|parameter| parameter.name == *name) else {
                faults.push(format!("sends {name}, which the document does not know"));
                continue;
            };
            let value = match parameter.schema["type"].as_str() {
                Some("integer" | "number") => value.parse().map_or(json!(value), Value::Number),
                _ => json!(value),
            };
            faults.extend(
                violations(&value, parameter.schema, Direction::Request).iter().map(|fault| format!("{name}{fault}")),
            );
        }
        let missing =
            operation.query.iter().filter(|parameter| parameter.required && !names.contains(parameter.name.as_str()));
        faults.extend(missing.map(|parameter| format!("does not send {}", parameter.name)));
        if received.target().contains(['+', ' ', '[', ']']) {
            faults.push(format!("sends the query {}", received.target()));
        }
    }

    /// The values sent for a parameter.
    fn sent(received: &Request, name: &str) -> Option<String> {
        received.parameter(name)
    }

    fn finish(mut self, tag: &str) {
        let tagged = || operations().iter().filter(|operation| operation.tag == tag);
        let expected: BTreeSet<_> = tagged().map(|operation| operation.id).collect();
        assert_eq!(self.called, expected, "the operations of {tag}");
        // Each optional parameter has a setter, so some call must have sent it.
        for operation in tagged() {
            let fixed = list(correction("fixedPageSize")).any(|name| name == operation.id);
            let open = operation.query.iter().filter(|parameter| !(fixed && parameter.name == "page[size]"));
            let never = open.filter(|parameter| !self.sent.contains(&(operation.id, parameter.name.clone())));
            self.faults.extend(never.map(|parameter| format!("{}: never sent {}", operation.id, parameter.name)));
        }
        assert!(self.faults.is_empty(), "{}", self.faults.join("\n"));
    }
}

fn sample_response(operation: &Operation, schema: &Value) -> Value {
    let body = Maker::new(Fill::Full, Direction::Response, 0).body(schema, &operation.response_names());
    // The generator of bodies is also validated.
    assert_eq!(violations(&body, schema, Direction::Response), [""; 0], "{}", operation.id);
    body
}

/// Whether a schema is an object without further constraints.
fn is_empty(schema: &Value) -> bool {
    Flat::of(schema).is_free() && schema.get("additionalProperties").is_none()
}

fn check_path(operation: &Operation, given: &[(&str, &str)], received: &Request, faults: &mut Vec<String>) {
    let Some(path) = received.path().strip_prefix(BASE) else {
        return faults.push(format!("leaves the base URL's path: {}", received.path()));
    };
    let Some((found, parameters)) = Operation::of_request(received.method(), path) else {
        return faults.push(format!("isn't a route: {} {path}", received.method()));
    };
    if found.id != operation.id {
        faults.push(format!("reaches {}", found.id));
    }
    let given: Vec<(&str, String)> = given.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    if parameters != given {
        faults.push(format!("has {parameters:?} in its path"));
    }
    let unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%/".contains(&byte);
    if !path.bytes().all(unreserved) {
        faults.push(format!("has a path that is not encoded: {path}"));
    }
}

fn check_headers(operation: &Operation, received: &Request, faults: &mut Vec<String>) {
    let basic = received.header("Authorization").and_then(|value| value.strip_prefix("Basic "));
    let credentials = basic.and_then(|text| BASE64_STANDARD.decode(text).ok()).map(String::from_utf8);
    if operation.secured && credentials != Some(Ok(format!("{KEY_ID}:{SECRET}"))) {
        faults.push(format!("has the credentials {credentials:?}"));
    }
    if received.header("Accept") != Some("application/json") {
        faults.push(format!("accepts {:?}", received.header("Accept")));
    }
    let kind = received.header("Content-Type").map(|value| value.split(';').next().unwrap_or_default());
    if kind != operation.body.map(|(kind, _)| kind) {
        faults.push(format!("has a body of type {kind:?}"));
    }
}

fn check_body(operation: &Operation, received: &Request, faults: &mut Vec<String>) {
    match operation.body {
        Some(("application/json", schema)) => {
            let body = received.json();
            let wrong = violations(&body, schema, Direction::Request);
            faults.extend(wrong.into_iter().map(|fault| format!("body{fault}")));
            faults.extend(undeclared(&body, schema).into_iter().map(|field| format!("undeclared body{field}")));
        }
        Some(("multipart/form-data", schema)) => {
            let parts = received.parts();
            let names: BTreeSet<&str> = parts.iter().filter_map(|part| part.parameter("name")).collect();
            let required = &Flat::of(schema).required;
            if parts.len() != names.len() || !required.iter().eq(names.iter()) {
                faults.push(format!("has the parts {names:?}"));
            }
        }
        Some((kind, _)) => panic!("a body of the new kind {kind}"),
        None if received.body.is_empty() => {}
        None => faults.push("has a body".to_owned()),
    }
}

macro_rules! tags {
    ($($test:ident: $tag:literal,)*) => {
        const TAGS: &[&str] = &[$($tag),*];

        $(
            #[test]
            fn $test() {
                let mut calls = Calls::new();
                call::$test(&mut calls);
                calls.finish($tag);
            }
        )*
    };
}

tags! {
    activities: "Activities",
    app_keys: "App Keys",
    apps: "Apps",
    attachments: "Attachments",
    clients: "Clients",
    conversations: "Conversations",
    custom_integration_api_keys: "CustomIntegrationApiKeys",
    devices: "Devices",
    integrations: "Integrations",
    messages: "Messages",
    o_auth_endpoints: "OAuth Endpoints",
    participants: "Participants",
    switchboard_actions: "Switchboard Actions",
    switchboard_integrations: "Switchboard Integrations",
    switchboards: "Switchboards",
    users: "Users",
    webhooks: "Webhooks",
}

/// The calls, one by one: the compiler checks the signatures.
mod call {
    use super::*;

    const AT_APP: &[(&str, &str)] = &[("appId", APP)];
    const AT_USER: &[(&str, &str)] = &[("appId", APP), ("userIdOrExternalId", USER)];
    const AT_CONVERSATION: &[(&str, &str)] = &[("appId", APP), ("conversationId", CONVERSATION)];
    const AT_INTEGRATION: &[(&str, &str)] = &[("appId", APP), ("integrationId", INTEGRATION)];

    fn metadata() -> Json {
        Json::from([("lang", json!("en-CA")), ("visits", json!(7)), ("vip", json!(true))])
    }

    fn settings() -> AppSettings {
        AppSettings::new()
            .with_conversation_retention_seconds(86_400)
            .with_mask_credit_card_numbers(true)
            .with_use_animal_names(false)
            .with_echo_postback(true)
            .with_ignore_auto_conversation_start(true)
            .with_multi_convo_enabled(true)
            .with_app_localization_enabled(true)
            .with_end_session_enabled(true)
            .with_disable_conversation_reopen(true)
    }

    pub fn activities(calls: &mut Calls) {
        let author = Author::new(AuthorType::User).with_user_id("0a6be3f9");
        let body = ActivityPost::new(author, ActivityType::TypingStart);
        calls.check(AT_CONVERSATION, calls.app.post_activity(CONVERSATION, &body));
    }

    pub fn app_keys(calls: &mut Calls) {
        let at = [("appId", APP), ("keyId", OTHER)];
        let body = AppKeyCreateBody::new("Reporting");
        calls.check(AT_APP, calls.app.create_app_key(&body));
        calls.check(AT_APP, calls.app.list_app_keys());
        calls.check(&at, calls.app.get_app_key(OTHER));
        calls.check(&at, calls.app.delete_app_key(OTHER));
    }

    pub fn apps(calls: &mut Calls) {
        let body = AppCreateBody::new("Läden").with_settings(settings()).with_metadata(metadata());
        calls.check(&[], calls.api.create_app(&body));
        let filter = AppListFilter::new().with_service_account_id("a b&c=d[e]+f%");
        let received = calls.check(&[], calls.api.list_apps().filter(&filter).after(CURSOR).page_size(100));
        assert_eq!(Calls::sent(&received, "filter[serviceAccountId]").as_deref(), Some("a b&c=d[e]+f%"));
        calls.check(&[], calls.api.list_apps().before(CURSOR));
        calls.check(AT_APP, calls.app.get_app());
        let body = AppUpdateBody::new().with_display_name("Läden").with_settings(settings()).clear_metadata();
        calls.check(AT_APP, calls.app.update_app(&body));
        calls.check(AT_APP, calls.app.delete_app());
    }

    pub fn attachments(calls: &mut Calls) {
        let upload = Upload::bytes("ünusual \"name\".png", b"\x89PNG\r\n\x1a\n--\r\n".to_vec());
        let call = calls.app.upload_attachment(upload);
        let call = call.access("public").used_for("message").conversation_id(CONVERSATION);
        let received = calls.check(AT_APP, call);
        let part = &received.parts()[0];
        // RFC 7578: quotes in a name are percent-encoded.
        assert_eq!(part.parameter("filename"), Some("ünusual %22name%22.png"));
        assert_eq!(part.media_type(), Some("image/png"));
        assert_eq!(part.content, b"\x89PNG\r\n\x1a\n--\r\n");
        assert_eq!(received.header("Content-Length"), Some(received.body.len().to_string().as_str()));
        assert_eq!(Calls::sent(&received, "conversationId").as_deref(), Some(CONVERSATION));

        let body = AttachmentDeleteBody::new("https://example.com/media/manual.pdf");
        calls.check(AT_APP, calls.app.delete_attachment(&body));
    }

    pub fn clients(calls: &mut Calls) {
        let message = MessagePost::new(Author::new(AuthorType::Business), TextMessage::new().with_text("Hello!"));
        let confirmation = ClientConfirmation::new(ClientConfirmationType::Prompt).with_message(message);
        let criteria: [MatchCriteria; 4] = [
            MatchCriteriaMailgun::new("6b1f", "grace@example.org").with_primary(false).with_subject("Hi").into(),
            MatchCriteriaMessageBird::new("6b1f", "+15550104").with_primary(true).into(),
            MatchCriteriaTwilio::new("6b1f", "+15550104").into(),
            MatchCriteriaWhatsApp::new("6b1f", "+15550104").into(),
        ];
        for criteria in criteria {
            let body = ClientCreate::new(criteria, confirmation.clone(), ClientTarget::new("c83d1f60"));
            calls.check(AT_USER, calls.app.create_client(USER, &body).brand_id(BRAND));
        }
        let list = || calls.app.list_clients(USER).brand_id(BRAND).page_size(1);
        let (forward, backward) = (list().after(CURSOR), list().before(CURSOR));
        let received = calls.check(AT_USER, forward);
        assert_eq!(Calls::sent(&received, "brandId").as_deref(), Some(BRAND));
        calls.check(AT_USER, backward);
        let at = [("appId", APP), ("userIdOrExternalId", USER), ("clientId", OTHER)];
        calls.check(&at, calls.app.remove_client(USER, OTHER).brand_id(BRAND));
    }

    pub fn conversations(calls: &mut Calls) {
        let participant = ParticipantCreate::new().with_user_id("0a6b").with_subscribe_sdk_client(false);
        let body = ConversationCreateBody::new(ConversationType::SdkGroup)
            .with_participants([participant, ParticipantCreate::new().with_user_external_id("customer-1024")])
            .with_display_name("Order 1024")
            .with_description("Ada and Grace")
            .with_icon_url("https://example.com/icons/c.png")
            .with_metadata(metadata());
        calls.check(AT_APP, calls.app.create_conversation(&body));
        let by_id = ConversationListFilter::new().with_user_id("0a6b e3");
        let received = calls.check(AT_APP, calls.app.list_conversations(&by_id).after(CURSOR).page_size(20));
        assert_eq!(Calls::sent(&received, "filter[userId]").as_deref(), Some("0a6b e3"));
        assert_eq!(Calls::sent(&received, "page[after]").as_deref(), Some(CURSOR));
        assert_eq!(Calls::sent(&received, "page[size]").as_deref(), Some("20"));
        let by_external_id = ConversationListFilter::new().with_user_external_id("ü");
        calls.check(AT_APP, calls.app.list_conversations(&by_external_id).before(CURSOR));
        calls.check(AT_CONVERSATION, calls.app.get_conversation(CONVERSATION));
        let body = ConversationUpdateBody::new()
            .with_display_name("Order 1024")
            .clear_description()
            .clear_icon_url()
            .with_metadata(metadata());
        calls.check(AT_CONVERSATION, calls.app.update_conversation(CONVERSATION, &body));
        calls.check(AT_CONVERSATION, calls.app.delete_conversation(CONVERSATION));
        let data = AppleInteractiveDataRef::new("https://example.com", "com.apple", "key", "signature", "owner");
        let body = DownloadMessageRefBody::new("64b1").with_apple(AppleMessageRef::new(data));
        calls.check(AT_CONVERSATION, calls.app.download_message_ref(CONVERSATION, &body));
        let event = || MetaConversionEvent::new(MetaConversionEventPayload::new([json!({"event_name": "Purchase"})]));
        for body in [
            ConversionEventsBody::Messenger(event()),
            ConversionEventsBody::Instagram(event()),
            ConversionEventsBody::WhatsApp(event()),
        ] {
            calls.check(AT_CONVERSATION, calls.app.post_conversion_events(CONVERSATION, &body));
        }
    }

    pub fn custom_integration_api_keys(calls: &mut Calls) {
        let at = [("appId", APP), ("integrationId", INTEGRATION), ("keyId", OTHER)];
        let body = IntegrationKeyCreateBody::new("Analytical Engine key");
        calls.check(AT_INTEGRATION, calls.app.create_custom_integration_key(INTEGRATION, &body));
        calls.check(AT_INTEGRATION, calls.app.list_custom_integration_keys(INTEGRATION));
        calls.check(&at, calls.app.get_custom_integration_key(INTEGRATION, OTHER));
        calls.check(&at, calls.app.delete_custom_integration_key(INTEGRATION, OTHER));
    }

    pub fn devices(calls: &mut Calls) {
        let at = [("appId", APP), ("userIdOrExternalId", USER), ("deviceId", OTHER)];
        calls.check(AT_USER, calls.app.list_devices(USER).brand_id(BRAND));
        calls.check(&at, calls.app.get_device(USER, OTHER).brand_id(BRAND));
    }

    pub fn integrations(calls: &mut Calls) {
        let webhook = Webhook::new("https://bot.example.org", ["conversation:message"]).with_include_full_user(true);
        let created: [Integration; 16] = [
            AndroidIntegration::new()
                .with_project_id("p")
                .with_client_email("a@example.com")
                .with_private_key("k")
                .into(),
            AppleIntegration::new("3c9d", "secret", "a40e").with_display_name("Äpple").into(),
            CustomIntegration::new([webhook]).with_display_name("Bot").into(),
            InstagramIntegration::new("token", "204", "secret").with_story_mentions_enabled(false).into(),
            IosIntegration::new().with_certificate("Y2VydA==").with_password("p").with_production(true).into(),
            LineIntegration::new().with_channel_id("1555").with_channel_secret("s").into(),
            MailgunIntegration::new("key", "mail.example.com", "support@mail.example.com").with_signing_key("s").into(),
            MessageBirdIntegration::new("access", "signing", "15550100").into(),
            MessengerIntegration::new("token", "204", "secret").with_default_responder_id("6b1f").into(),
            TelegramIntegration::new("155:token").with_show_ai_disclaimer(false).into(),
            TwilioIntegration::new("AC0", "token").with_phone_number_sid("PN0").into(),
            TwitterIntegration::new(TwitterTier::Enterprise, "a", "b", "c", "d").into(),
            UnityIntegration::new().with_can_user_see_conversation_list(true).into(),
            ViberIntegration::new("token").into(),
            WebIntegration::new().with_brand_color("65758e").with_origin_whitelist(["https://shop.example.com"]).into(),
            WhatsAppIntegration::new().with_hsm_fallback_language("en_US").with_account_id("155").into(),
        ];
        let mut kinds = BTreeSet::new();
        for body in &created {
            kinds.insert(body.type_().into_owned());
            calls.check(AT_APP, calls.app.create_integration(body));
        }
        let union = Flat::of(&described::component("integration")).union.clone().unwrap();
        assert_eq!(kinds, union.variants.into_iter().map(|(tag, _)| tag).collect());

        let filter = IntegrationListFilter::new().with_types("web,telegram");
        let received = calls.check(AT_APP, calls.app.list_integrations().filter(&filter).after(CURSOR).page_size(7));
        assert_eq!(Calls::sent(&received, "filter[types]").as_deref(), Some("web,telegram"));
        calls.check(AT_APP, calls.app.list_integrations().before(CURSOR));
        calls.check(AT_INTEGRATION, calls.app.get_integration(INTEGRATION));
        let updates: [(&str, IntegrationUpdate); 16] = [
            (
                "androidUpdate",
                AndroidIntegrationUpdate::new().clear_display_name().with_project_id("p").clear_private_key().into(),
            ),
            ("appleUpdate", AppleIntegrationUpdate::new().with_authentication_message_secret("s".repeat(88)).into()),
            ("customUpdate", CustomIntegrationUpdate::new().with_display_name("Bot").into()),
            ("instagramUpdate", InstagramIntegrationUpdate::new().with_story_replies_enabled(false).into()),
            ("iosUpdate", IosIntegrationUpdate::new().with_certificate("Y2VydA==").with_production(false).into()),
            ("lineUpdate", LineIntegrationUpdate::new().with_show_ai_disclaimer(true).into()),
            (
                "mailgunUpdate",
                MailgunIntegrationUpdate::new().clear_from_address().with_hide_unsubscribe_link(true).into(),
            ),
            ("messageBirdUpdate", MessageBirdIntegrationUpdate::new().clear_default_responder_id().into()),
            ("messengerUpdate", MessengerIntegrationUpdate::new().with_page_access_token("token").into()),
            ("telegramUpdate", TelegramIntegrationUpdate::new().with_display_name("T").into()),
            ("twilioUpdate", TwilioIntegrationUpdate::new().with_default_responder_id("6b1f").into()),
            ("twitterUpdate", TwitterIntegrationUpdate::new().clear_display_name().into()),
            ("unityUpdate", UnityIntegrationUpdate::new().with_can_user_create_more_conversations(true).into()),
            ("viberUpdate", ViberIntegrationUpdate::new().with_display_name("V").into()),
            ("webUpdate", WebIntegrationUpdate::new().clear_integration_order().with_button_width("60").into()),
            (
                "whatsAppUpdate",
                WhatsAppIntegrationUpdate::new().with_account_id("155").clear_hsm_fallback_language().into(),
            ),
        ];
        let named: BTreeSet<String> = updates.iter().map(|(name, _)| format!("#/components/schemas/{name}")).collect();
        let union = &document()["components"]["schemas"]["integrationUpdate"]["oneOf"];
        assert_eq!(named, list(union).filter_map(|branch| branch["$ref"].as_str().map(str::to_owned)).collect());
        for (name, body) in &updates {
            let received = calls.check(AT_INTEGRATION, calls.app.update_integration(INTEGRATION, body));
            // A union of sixteen shapes without required fields validates nothing, so the intended shape is used.
            let schema = described::component(name);
            assert_eq!(violations(&received.json(), &schema, Direction::Request), [""; 0], "{name}");
            assert_eq!(undeclared(&received.json(), &schema), [""; 0], "{name}");
        }
        calls.check(AT_INTEGRATION, calls.app.delete_integration(INTEGRATION));
    }

    pub fn messages(calls: &mut Calls) {
        let at = [("appId", APP), ("conversationId", CONVERSATION), ("messageId", OTHER)];
        for content in contents() {
            let author = Author::new(AuthorType::Business)
                .with_subtypes([AuthorSubtype::Ai])
                .with_display_name("Ädä")
                .with_avatar_url("https://example.com/a.png");
            let apple = AppleMessageOverridePayload::new()
                .with_payload(json!({"a": 1}))
                .with_with_capabilities([AppleCapability::List, AppleCapability::Auth2]);
            let payload = || MessageOverridePayload::new().with_payload(json!({"b": [true]}));
            let overrides = MessageOverride::new()
                .with_apple(apple)
                .with_line(payload())
                .with_messenger(payload())
                .with_whatsapp(payload());
            let body = MessagePost::new(author, content)
                .with_destination(Destination::IntegrationId("6b1f".into()))
                .with_metadata(metadata())
                .with_override(overrides)
                .with_schema("whatsapp");
            calls.check(AT_CONVERSATION, calls.app.post_message(CONVERSATION, &body));
        }
        calls.check(AT_CONVERSATION, calls.app.list_messages(CONVERSATION).after(CURSOR));
        calls.check(AT_CONVERSATION, calls.app.list_messages(CONVERSATION).before(CURSOR));
        calls.check(AT_CONVERSATION, calls.app.delete_all_messages(CONVERSATION));
        calls.check(&at, calls.app.delete_message(CONVERSATION, OTHER));
    }

    /// A message of each type, with actions of each type.
    fn contents() -> [Content; 9] {
        let options =
            MessengerOptions::new().with_messenger_extensions(true).with_webview_share_button(WebviewShareButton::Hide);
        let options = ExtraChannelOptions::new().with_messenger(options);
        let link = Link::new("https://example.com", "Öffnen").with_default(true).with_extra_channel_options(options);
        let buy = Buy::new("Pay", 2450).with_currency("usd");
        let postback = Postback::new("Text", "payload").with_metadata(metadata());
        let webview = Webview::new("https://example.com", "Open", "https://example.com/fallback")
            .with_size(WebviewSize::Tall)
            .with_open_on_receive(true);
        let actions: [Action; 6] = [
            buy.clone().into(),
            link.clone().into(),
            LocationRequest::new("Where?").into(),
            postback.clone().into(),
            models::Reply::new("Yes", "YES").with_icon_url("https://example.com/i.png").into(),
            webview.clone().into(),
        ];
        let item = Item::new("Title", [ActionSubset::from(link), buy.into(), postback.into()])
            .with_description("A description")
            .with_media_url("https://example.com/i.png")
            .with_media_type("image/png")
            .with_alt_text("alt")
            .with_size(ItemSize::Large)
            .with_metadata(metadata());
        let display = CarouselDisplaySettings::new().with_image_aspect_ratio(ImageAspectRatio::Square);
        let field = FormMessageField::new(FormFieldType::Select, "size", "Size")
            .with_placeholder("…")
            .with_min_size(1)
            .with_max_size(2)
            .with_options([FormOption::new().with_label("Small").with_name("s")]);
        let text = FormMessageField::new(FormFieldType::Text, "n", "N").with_format(FormFieldFormat::Integer);
        let response = FormResponseMessageField::new(FormFieldType::Select, "size", "Size")
            .with_select([json!({"label": "Small", "name": "s"})])
            .with_quoted_message_id("64b1");
        let location = Location::new().with_address("Main St").with_name("Office");
        [
            CarouselMessage::new([item.clone()]).with_block_chat_input(true).with_display_settings(display).into(),
            FileMessage::new("https://example.com/f.pdf").with_alt_text("alt").with_attachment_id("a").into(),
            FormMessage::new([field, text]).with_block_chat_input(true).into(),
            FormResponseMessage::new([response]).into(),
            ImageMessage::new("https://example.com/i.png").with_text("t").with_actions(actions.clone()).into(),
            ListMessage::new([item]).with_actions([ActionSubset::from(webview)]).into(),
            LocationMessage::new(Coordinates::new(-22.5, 151.25)).with_location(location).into(),
            TemplateMessage::new(json!({"name": "shipped"})).into(),
            TextMessage::new().with_text("Grüße").with_payload("P").with_actions(actions).into(),
        ]
    }

    pub fn o_auth_endpoints(calls: &mut Calls) {
        let call = calls.api.authorize("client ü", "code").state("a b&c").redirect_uri("https://example.com/?x=y&z");
        let received = calls.check(&[], call);
        assert_eq!(Calls::sent(&received, "redirect_uri").as_deref(), Some("https://example.com/?x=y&z"));
        let body = TokenRequest::new("407312", "authorization_code", "a93c", "secret");
        calls.check(&[], calls.api.get_token(&body));
        calls.check(&[], calls.api.get_token_info());
        calls.check(&[], calls.api.revoke_access());
    }

    pub fn participants(calls: &mut Calls) {
        let body = ParticipantJoinBody::new().with_user_external_id("customer-1024").with_subscribe_sdk_client(true);
        calls.check(AT_CONVERSATION, calls.app.join_conversation(CONVERSATION, &body));
        let body = ParticipantJoinBody::new().with_user_id("0a6b");
        calls.check(AT_CONVERSATION, calls.app.join_conversation(CONVERSATION, &body));
        for body in [
            ParticipantLeaveBody::UserId("0a6b".into()),
            ParticipantLeaveBody::UserExternalId("ü".to_owned()),
            ParticipantLeaveBody::ParticipantId("68e1".into()),
        ] {
            calls.check(AT_CONVERSATION, calls.app.leave_conversation(CONVERSATION, &body));
        }
        let list = || calls.app.list_participants(CONVERSATION).page_size(3);
        let (forward, backward) = (list().after(CURSOR), list().before(CURSOR));
        calls.check(AT_CONVERSATION, forward);
        calls.check(AT_CONVERSATION, backward);
    }

    pub fn switchboard_actions(calls: &mut Calls) {
        let body = AcceptControlBody::new().with_metadata(metadata());
        calls.check(AT_CONVERSATION, calls.app.accept_control(CONVERSATION, &body));
        let body = OfferControlBody::new("next").with_metadata(metadata());
        calls.check(AT_CONVERSATION, calls.app.offer_control(CONVERSATION, &body));
        let body = PassControlBody::new("next").with_metadata(metadata());
        calls.check(AT_CONVERSATION, calls.app.pass_control(CONVERSATION, &body));
        let body = ReleaseControlBody::new().with_metadata(metadata());
        calls.check(AT_CONVERSATION, calls.app.release_control(CONVERSATION).body(&body));
    }

    pub fn switchboard_integrations(calls: &mut Calls) {
        const BOARD: &str = "board?&#";
        let at_board = [("appId", APP), ("switchboardId", BOARD)];
        let at = [("appId", APP), ("switchboardId", BOARD), ("switchboardIntegrationId", OTHER)];
        let body = SwitchboardIntegrationCreateBody::new("support_desk")
            .with_integration_id("4f8b")
            .with_integration_type("zd:agentWorkspace")
            .with_deliver_standby_events(true)
            .with_next_switchboard_integration_id("2a94")
            .with_message_history_count(4);
        calls.check(&at_board, calls.app.create_switchboard_integration(BOARD, &body));
        calls.check(&at_board, calls.app.list_switchboard_integrations(BOARD));
        let body = SwitchboardIntegrationUpdateBody::new()
            .with_name("desk")
            .with_integration_id("4f8b")
            .with_integration_type("zd:agentWorkspace")
            .with_deliver_standby_events(false)
            .clear_next_switchboard_integration_id()
            .clear_message_history_count();
        calls.check(&at, calls.app.update_switchboard_integration(BOARD, OTHER, &body));
        calls.check(&at, calls.app.delete_switchboard_integration(BOARD, OTHER));
    }

    pub fn switchboards(calls: &mut Calls) {
        let at = [("appId", APP), ("switchboardId", OTHER)];
        calls.check(AT_APP, calls.app.create_switchboard());
        calls.check(AT_APP, calls.app.list_switchboards());
        let body = SwitchboardUpdateBody::new().with_enabled(true).with_default_switchboard_integration_id("e07c");
        calls.check(&at, calls.app.update_switchboard(OTHER, &body));
        calls.check(&at, calls.app.delete_switchboard(OTHER));
    }

    pub fn users(calls: &mut Calls) {
        let profile = Profile::new()
            .with_given_name("Ada")
            .with_surname("Lovelace")
            .with_email("ada@example.com")
            .with_avatar_url("https://example.com/a.jpg")
            .with_locale("en-GB");
        let body = UserCreateBody::new()
            .with_external_id("customer-1024")
            .with_brand_id("360")
            .with_signed_up_at("2024-03-14T09:26:53.589Z")
            .with_to_be_retained(true)
            .with_profile(profile)
            .with_metadata(metadata());
        calls.check(AT_APP, calls.app.create_user(&body));
        let filter = UserListFilter::new("ada+test@example.com");
        let received = calls.check(AT_APP, calls.app.list_users(&filter).brand_id(BRAND));
        assert_eq!(Calls::sent(&received, "filter[identities.email]").as_deref(), Some("ada+test@example.com"));
        calls.check(AT_USER, calls.app.get_user(USER).brand_id(BRAND));
        let body = UserUpdateBody::new()
            .with_signed_up_at("2024-03-14T09:26:53.589Z")
            .with_to_be_retained(false)
            .with_profile(ProfileUpdate::new().with_given_name("Ada").clear_surname())
            .clear_metadata();
        calls.check(AT_USER, calls.app.update_user(USER, &body).brand_id(BRAND));
        calls.check(AT_USER, calls.app.delete_user(USER).brand_id(BRAND));
        calls.check(AT_USER, calls.app.delete_user_personal_information(USER).brand_id(BRAND));
        let body = SyncUserBody::new().with_surviving_zendesk_id("71829");
        calls.check(&[("appId", APP), ("zendeskId", OTHER)], calls.app.sync_user(OTHER).body(&body));
    }

    pub fn webhooks(calls: &mut Calls) {
        let at = [("appId", APP), ("integrationId", INTEGRATION), ("webhookId", OTHER)];
        let body = WebhookCreateBody::new("https://bot.example.org/events", ["conversation:message", "client:add"])
            .with_include_full_user(true)
            .with_include_full_source(true);
        calls.check(AT_INTEGRATION, calls.app.create_webhook(INTEGRATION, &body));
        calls.check(AT_INTEGRATION, calls.app.list_webhooks(INTEGRATION));
        calls.check(&at, calls.app.get_webhook(INTEGRATION, OTHER));
        let body = WebhookUpdateBody::new()
            .with_target("https://bot.example.org/events")
            .with_triggers(["*"])
            .with_include_full_user(false)
            .with_include_full_source(true);
        calls.check(&at, calls.app.update_webhook(INTEGRATION, OTHER, &body));
        calls.check(&at, calls.app.delete_webhook(INTEGRATION, OTHER));
    }
}

#[test]
fn the_list_of_operations_is_the_documents() {
    let listed: BTreeSet<(String, String, String)> = OPERATIONS
        .iter()
        .map(|known| (known.name.to_owned(), known.method.to_string(), known.path.to_owned()))
        .collect();
    let described = operations().iter();
    let described = described.map(|known| (known.id.to_owned(), known.method.clone(), known.path.to_owned())).collect();
    assert_eq!(listed, described);
    assert_eq!(OPERATIONS.len(), listed.len(), "none is listed twice");
}

#[test]
fn every_tag_of_the_document_has_its_calls() {
    let tags: BTreeSet<&str> = operations().iter().map(|operation| operation.tag).collect();
    assert_eq!(TAGS.iter().copied().collect::<BTreeSet<_>>(), tags);
}

#[test]
fn a_file_of_unknown_size_is_sent_in_chunks() {
    let mut calls = Calls::new();
    let bytes: Vec<u8> = (0..=255).cycle().take(200_000).collect();
    let upload = Upload::reader("voice", std::io::Cursor::new(bytes.clone())).media_type("audio/ogg");
    let received = calls.check(&[("appId", APP)], calls.app.upload_attachment(upload));
    assert_eq!(received.header("Transfer-Encoding"), Some("chunked"));
    assert_eq!(received.header("Content-Length"), None);
    let part = &received.parts()[0];
    assert_eq!((part.parameter("filename"), part.media_type()), (Some("voice"), Some("audio/ogg")));
    assert!(part.content == bytes, "the bytes of the file");
    // The document requires it but has a default, so it isn't an argument.
    assert_eq!(Calls::sent(&received, "access").as_deref(), Some("public"));
    assert!(calls.faults.is_empty(), "{:?}", calls.faults);
}

#[test]
fn a_setter_called_twice_sends_its_last_value() {
    let mut calls = Calls::new();
    let call = calls.app.list_clients(USER).brand_id("1").page_size(2).brand_id("2").page_size(3);
    let received = calls.check(&[("appId", APP), ("userIdOrExternalId", USER)], call);
    assert_eq!(received.query(), [("brandId".to_owned(), "2".to_owned()), ("page[size]".to_owned(), "3".to_owned())]);
    assert!(calls.faults.is_empty(), "{:?}", calls.faults);
}

/// One item per page, and cursors as the document describes them.
#[test]
fn every_paged_listing_follows_its_pages() {
    fn cursor(request: &Request) -> Option<String> {
        let mut cursors = request.query().into_iter().filter(|(name, _)| name.starts_with("page["));
        let cursor = cursors.next().map(|(name, value)| format!("{name}={value}"));
        assert_eq!(cursors.next(), None);
        cursor
    }
    let server = Server::handle(|received| {
        let (operation, _) = Operation::of_request(received.method(), &received.path()[BASE.len()..]).unwrap();
        let schema = operation.response.unwrap().1;
        let mut page = Maker::new(Fill::Full, Direction::Response, 0).body(schema, &operation.response_names());
        let begin = cursor(received).unwrap_or_default();
        page["meta"] = match begin.split('=').nth(1) {
            None => json!({"hasMore": true, "afterCursor": "after 1&", "beforeCursor": "before 1&"}),
            Some(cursor @ ("after 1&" | "before 1&" | "start")) => {
                json!({"hasMore": true, "afterCursor": format!("{cursor}2"), "beforeCursor": format!("{cursor}b")})
            }
            Some(_) => json!({"hasMore": false}),
        };
        server::json(200, page.to_string())
    });
    let api = client(&server);
    let mut followed = BTreeSet::new();
    let mut assert_requests = |expected: &[&str]| {
        let requests = server.take();
        let cursors: Vec<_> = requests.iter().map(|request| cursor(request).unwrap_or_default()).collect();
        assert_eq!(cursors, expected);
        followed.insert(Operation::of_request("GET", &requests[0].path()[BASE.len()..]).unwrap().0.id);
    };
    macro_rules! follow {
        ($call:expr, $second:literal, $third:literal) => {{
            assert!($call.iter().collect::<Result<Vec<_>, _>>().unwrap().len() >= 3);
            assert_requests(&["", $second, $third]);
            assert_eq!($call.before("start").pages().map(Result::unwrap).count(), 2);
            assert_requests(&["page[before]=start", "page[before]=startb"]);
            assert_eq!($call.after("start").pages().map(Result::unwrap).count(), 2);
            assert_requests(&["page[after]=start", "page[after]=start2"]);
        }};
        ($call:expr) => {
            follow!($call, "page[after]=after 1&", "page[after]=after 1&2")
        };
    }
    follow!(api.list_apps());
    follow!(api.list_clients(APP, USER));
    follow!(api.list_conversations(APP, &ConversationListFilter::new().with_user_id("0a6b")));
    follow!(api.list_integrations(APP));
    // The newest are first, as in the operation's description.
    follow!(api.list_messages(APP, CONVERSATION), "page[before]=before 1&", "page[before]=before 1&b");
    follow!(api.list_participants(APP, CONVERSATION));
    let paged = operations().iter().filter(|operation| operation.query.iter().any(|known| known.name == "page[after]"));
    assert_eq!(followed, paged.map(|operation| operation.id).collect());
}
