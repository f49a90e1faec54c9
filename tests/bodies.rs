//! Bodies in practice: deviations of the API from its document, possible future values, and the bytes of a caller's
//! body. Most tests are for faults of other clients.

use crate::support::expect::{Fails, undecodable};
use crate::support::server::Server;
use serde_json::{Value, json};
use sunshine_conversations::models::*;
use sunshine_conversations::webhook::WebhookPayload;
use sunshine_conversations::{Error, Json, Result};

const APP: &str = "5d8cff3c";

/// An integration in a response of the API.
fn integration(body: &Value) -> Result<Integration> {
    let server = Server::responding(json!({"integration": body}));
    server.client().get_integration(APP, "i").send().map(|response| response.integration)
}

/// The content of a message in a listing.
fn content(body: &Value) -> Result<Content> {
    let server = Server::responding(json!({"messages": [{"id": "1", "content": body}], "meta": {"hasMore": false}}));
    let page = server.client().list_messages(APP, "c").send()?;
    Ok(page.messages.into_iter().next().unwrap().content.unwrap())
}

fn event(body: &Value) -> Event {
    let payload = json!({"app": {"id": "a"}, "webhook": {"id": "w", "version": "v2"}, "events": [body]});
    let payload: WebhookPayload = serde_json::from_value(payload).unwrap();
    payload.events.into_iter().next().unwrap()
}

fn user_update(body: &UserUpdateBody) -> String {
    let server = Server::responding(json!({"user": {"id": "u"}}));
    server.client().update_user(APP, "u", body).send().unwrap();
    server.only().text().to_owned()
}

fn posted(body: &MessagePost) -> String {
    let server = Server::responding(json!({"messages": [{"id": "1"}]}));
    server.client().post_message(APP, "c", body).send().unwrap();
    server.only().text().to_owned()
}

mod against_the_document {
    use super::*;

    #[test]
    fn a_messenger_page_id_as_text() {
        for page_id in [json!("155500112233445"), json!(155_500_112_233_445_u64)] {
            let Integration::Messenger(messenger) =
                integration(&json!({"type": "messenger", "appId": "2", "pageId": page_id})).unwrap()
            else {
                panic!("a messenger integration");
            };
            assert_eq!(messenger.page_id.unwrap().as_u64(), Some(155_500_112_233_445));
        }
    }

    /// Leniency has limits, and the error names the field.
    #[test]
    fn other_types_are_errors_with_the_field() {
        let field = |text: &str| {
            let error = Json::from_text(text).unwrap().parse::<Integration>().unwrap_err();
            error.field().map(str::to_owned)
        };
        assert_eq!(field(r#"{"type":"messenger","pageId":"a page","appId":"2"}"#).as_deref(), Some("pageId"));
        assert_eq!(field(r#"{"type":"messenger","appId":"2","pageId":"a page"}"#).as_deref(), Some("pageId"));
        assert_eq!(field(r#"{"appId":"2","pageId":true,"type":"messenger"}"#).as_deref(), Some("pageId"));
        assert_eq!(field(r#"{"type":"web","integrationOrder":7}"#).as_deref(), Some("integrationOrder"));
        assert_eq!(field(r#"{"type":"web","originWhitelist":["a",1]}"#).as_deref(), Some("originWhitelist[1]"));
        let error = Json::from_text(r#"{"id":"u","externalId":{}}"#).unwrap().parse::<User>().unwrap_err();
        assert_eq!(error.field(), Some("externalId"));
    }

    #[test]
    fn the_lists_of_a_web_integration_as_text() {
        let order = ["6b1f", "90c4"];
        for sent in [json!(order), json!(r#"["6b1f","90c4"]"#), json!(r#"["6b1f", "90c4"]"#)] {
            let body = json!({"integrationOrder": sent, "originWhitelist": sent, "type": "web"});
            let Integration::Web(web) = integration(&body).unwrap() else { panic!("a web integration") };
            assert_eq!(web.integration_order.unwrap(), order);
            assert_eq!(web.origin_whitelist.unwrap(), order);
        }
        let body = json!({"type": "web", "originWhitelist": "https://shop.example.com", "integrationOrder": null});
        let Integration::Web(web) = integration(&body).unwrap() else { panic!("a web integration") };
        assert_eq!(web.origin_whitelist.unwrap(), ["https://shop.example.com"]);
        assert_eq!(web.integration_order, None);
    }

    #[test]
    fn the_external_ids_of_a_referral_as_numbers() {
        let Event::ConversationReferral(referral) = event(&json!({
            "id": "e", "createdAt": "2024-03-14T09:26:53.589Z", "type": "conversation:referral",
            "payload": {
                "user": {"id": "u", "externalId": 1024},
                "source": {"type": "messenger", "client": {"id": "c", "externalId": 15_550_011_223_344_556_u64}},
                "referral": {"code": "promo", "details": {"source": "ADS", "type": "OPEN-THREAD", "adId": null}},
            },
        })) else {
            panic!("a referral");
        };
        assert_eq!(referral.payload.user.unwrap().external_id.as_deref(), Some("1024"));
        let client = referral.payload.source.unwrap().client.unwrap();
        assert_eq!(client.external_id.as_deref(), Some("15550011223344556"));
        assert_eq!(referral.payload.referral.unwrap().details.unwrap().ad_id, None);
    }

    #[test]
    fn an_external_id_as_a_number_in_every_place_of_a_user() {
        let Event::ClientAdd(added) = event(&json!({
            "id": "e", "createdAt": "x", "type": "client:add",
            "payload": {"user": {"id": "u", "externalId": 7}, "client": {"id": "c", "externalId": 8}},
        })) else {
            panic!("a client:add");
        };
        assert_eq!(added.payload.user.unwrap().external_id.as_deref(), Some("7"));
        assert_eq!(added.payload.client.unwrap().external_id.as_deref(), Some("8"));
        let server = Server::responding(json!({"user": {"id": "u", "externalId": 9}}));
        assert_eq!(server.client().get_user(APP, "u").send().unwrap().user.external_id.as_deref(), Some("9"));
    }

    #[test]
    fn a_dataset_id_as_a_number() {
        for id in [json!(1234567890), json!("1234567890")] {
            let server = Server::responding(json!({"conversionEvents": {"datasetId": id, "eventsReceived": 1}}));
            let event = MetaConversionEvent::new(MetaConversionEventPayload::new([Json::default()]));
            let body = ConversionEventsBody::Messenger(event);
            let events = server.client().post_conversion_events(APP, "c", &body).send().unwrap().conversion_events;
            assert_eq!(events.dataset_id.as_deref(), Some("1234567890"));
            assert_eq!(events.events_received, Some(1));
        }
    }

    #[test]
    fn the_author_in_a_webhook_has_more_than_its_schema() {
        let Event::ConversationMessage(event) = event(&json!({
            "id": "e", "createdAt": "x", "type": "conversation:message",
            "payload": {"message": {
                "id": "m",
                "author": {"type": "business", "displayName": "Ada", "avatarUrl": "https://example.com/a.png"},
                "content": {"type": "text", "text": "Hello"},
            }},
        })) else {
            panic!("a message");
        };
        let message = event.payload.message.unwrap();
        assert_eq!(message.author.unwrap().type_, AuthorType::Business);
        assert_eq!(message.content, Some(TextMessage::new().with_text("Hello").into()));
    }

    /// The document declares that the API never sends them; a client that requires them fails on every such
    /// integration.
    #[test]
    fn integrations_are_received_without_secrets() {
        for kind in
            ["apple", "instagram", "mailgun", "messagebird", "messenger", "telegram", "twilio", "twitter", "viber"]
        {
            let integration =
                integration(&json!({"type": kind, "id": "i", "status": "active"})).map_err(|e| e.to_string());
            // Some have required fields that are sent.
            if let Err(error) = &integration {
                assert!(error.contains("missing field"), "{kind}: {error}");
                for secret in ["Secret", "Token", "token", "apiKey", "accessKey", "signingKey"] {
                    assert!(!error.contains(&format!("{secret}`")), "{kind}: {error}");
                }
            }
        }
        assert!(integration(&json!({"type": "telegram", "id": "i"})).is_ok());
    }
}

mod not_known_yet {
    use super::*;

    #[test]
    fn an_unknown_value_does_not_lose_the_page() {
        let server = Server::responding(json!({
            "clients": [
                {"id": "1", "type": "whatsapp", "status": "active"},
                {"id": "2", "type": "threads", "status": "paused"},
                {"id": "3", "type": "line", "status": ""},
            ],
            "meta": {"hasMore": false},
        }));
        let clients = server.client().list_clients(APP, "u").send().unwrap().clients;
        assert_eq!(clients[0].type_, Some(ClientType::WhatsApp));
        assert_eq!(clients[1].type_, Some(ClientType::from("threads")));
        assert_eq!(clients[1].status, Some(ClientStatus::from("paused")));
        assert_eq!(clients[2].type_, Some(ClientType::Line));
        assert_eq!(
            serde_json::to_value(&clients[1]).unwrap(),
            json!({"id": "2", "type": "threads", "status": "paused"})
        );
    }

    #[test]
    fn an_unknown_value_is_sent_as_it_is() {
        let body = MessagePost::new(Author::new("system"), TextMessage::new().with_text("Hi"));
        assert_eq!(posted(&body), r#"{"author":{"type":"system"},"content":{"type":"text","text":"Hi"}}"#);
    }

    #[test]
    fn an_unknown_content_is_not_text() {
        let sent = json!({"type": "audio", "text": "fallback", "seconds": 12});
        let got = content(&sent).unwrap();
        assert_eq!(got.type_(), "audio");
        let Content::Unknown(json) = &got else { panic!("not {got:?}") };
        assert_eq!(json.get::<u32>("seconds").unwrap(), Some(12));
        assert_eq!(serde_json::to_value(&got).unwrap(), sent);
    }

    #[test]
    fn an_unknown_type_does_not_affect_the_others() {
        let server = Server::responding(json!({"integrations": [
            {"type": "web", "id": "1", "brandColor": "65758e"},
            {"id": "2", "displayName": "New", "type": "threads", "handle": "@ada"},
            {"type": "line", "id": "3", "channelId": "1555"},
        ], "meta": {"hasMore": false}}));
        let integrations = server.client().list_integrations(APP).iter().collect::<Result<Vec<_>>>().unwrap();
        let kinds: Vec<_> = integrations.iter().map(|integration| integration.type_().into_owned()).collect();
        assert_eq!(kinds, ["web", "threads", "line"]);
        // The common fields of integrations are also available for unknown types.
        assert_eq!(*integrations[1].id(), "2");
        assert_eq!(integrations[1].display_name().as_deref(), Some("New"));
        let Integration::Line(line) = &integrations[2] else { panic!("a line integration") };
        assert_eq!(line.channel_id.as_deref(), Some("1555"));

        let Content::Text(text) = content(&json!({"type": "text", "text": "Choose", "actions": [
            {"type": "reply", "text": "Yes", "payload": "Y"},
            {"text": "Call", "number": "+1", "type": "call"},
            {"payload": "N", "text": "No", "type": "postback"},
        ]}))
        .unwrap() else {
            panic!("a text");
        };
        let [Action::Reply(reply), Action::Unknown(call), Action::Postback(postback)] = &text.actions.unwrap()[..]
        else {
            panic!("three actions");
        };
        assert_eq!((reply.payload.as_str(), postback.payload.as_str()), ("Y", "N"));
        assert_eq!(call.get::<String>("number").unwrap().as_deref(), Some("+1"));
    }

    #[test]
    fn an_unknown_event_does_not_affect_the_others() {
        let payload: WebhookPayload = serde_json::from_value(json!({
            "app": {"id": "a"}, "webhook": {"id": "w", "version": "v2"},
            "events": [
                {"type": "user:remove", "id": "1", "createdAt": "x", "payload": {"user": {"id": "u"}}},
                {"id": "2", "createdAt": "y", "payload": {"poll": {"id": "p"}}, "type": "conversation:poll"},
                {"id": "3", "createdAt": "z", "type": "conversation:remove", "payload": {}},
            ],
        }))
        .unwrap();
        let [Event::UserRemove(removed), unknown @ Event::Unknown(_), Event::ConversationRemove(_)] =
            &payload.events[..]
        else {
            panic!("three events: {payload:?}");
        };
        assert_eq!(removed.payload.user.as_ref().unwrap().id, "u");
        assert_eq!((&*unknown.type_(), unknown.id().as_str()), ("conversation:poll", "2"));
        assert_eq!(*unknown.created_at().unwrap(), "y");
    }
}

mod full {
    use super::*;

    #[test]
    fn a_carousel() {
        let Content::Carousel(carousel) = content(&json!({
            "type": "carousel", "text": "fallback", "displaySettings": {"imageAspectRatio": "square"},
            "items": [
                {"title": "One", "size": "large", "mediaUrl": "https://example.com/1.png", "actions": [
                    {"type": "buy", "text": "Pay", "amount": 2450, "currency": "usd"},
                    {"type": "webview", "text": "Open", "uri": "https://e.com", "fallback": "https://f.com", "size": "tall"},
                ]},
                {"actions": [{"text": "More", "uri": "https://example.com", "type": "link"}], "title": "Two"},
            ],
        }))
        .unwrap() else {
            panic!("a carousel");
        };
        assert_eq!(carousel.display_settings.unwrap().image_aspect_ratio, Some(ImageAspectRatio::Square));
        let [one, two] = &carousel.items[..] else { panic!("two items") };
        let [ActionSubset::Buy(buy), ActionSubset::Webview(webview)] = &one.actions[..] else { panic!("two actions") };
        assert_eq!((buy.amount, buy.currency.as_deref()), (2450, Some("usd")));
        assert_eq!((webview.fallback.as_str(), &webview.size), ("https://f.com", &Some(WebviewSize::Tall)));
        assert_eq!(one.size, Some(ItemSize::Large));
        assert_eq!(two.actions, [Link::new("https://example.com", "More").into()]);
    }

    #[test]
    fn a_list_with_actions() {
        let Content::List(list) = content(&json!({
            "items": [{"title": "One", "actions": [{"type": "postback", "text": "T", "payload": "P"}]}],
            "actions": [{"type": "link", "text": "All", "uri": "https://example.com", "default": true}],
            "type": "list",
        }))
        .unwrap() else {
            panic!("a list");
        };
        assert_eq!(list.items[0].actions, [Postback::new("T", "P").into()]);
        assert_eq!(list.actions.unwrap(), [Link::new("https://example.com", "All").with_default(true).into()]);
    }

    #[test]
    fn a_form_and_its_response() {
        let Content::Form(form) = content(&json!({
            "type": "form", "submitted": true, "blockChatInput": true,
            "fields": [
                {"type": "text", "name": "n", "label": "N", "minSize": 1, "maxSize": 9, "format": "decimal"},
                {"type": "select", "name": "s", "label": "S", "options": [{"name": "a", "label": "A"}]},
            ],
        }))
        .unwrap() else {
            panic!("a form");
        };
        assert_eq!((form.submitted, form.block_chat_input), (Some(true), Some(true)));
        assert_eq!((form.fields[0].max_size, &form.fields[0].format), (Some(9), &Some(FormFieldFormat::Decimal)));
        assert_eq!(form.fields[1].options.as_ref().unwrap()[0].label.as_deref(), Some("A"));

        let Content::FormResponse(response) = content(&json!({
            "fields": [
                {"type": "select", "name": "s", "label": "S", "select": [{"name": "a", "label": "A"}]},
                {"type": "email", "name": "e", "label": "E", "email": "ada@example.com"},
            ],
            "textFallback": "S: A", "type": "formResponse",
        }))
        .unwrap() else {
            panic!("a response");
        };
        let selected = &response.fields[0].select.as_ref().unwrap()[0];
        assert_eq!(selected.get::<String>("label").unwrap().as_deref(), Some("A"));
        assert_eq!(response.fields[1].email.as_deref(), Some("ada@example.com"));
        assert_eq!(response.text_fallback.as_deref(), Some("S: A"));
    }

    #[test]
    fn integrations_with_their_own_fields() {
        let got = |mut body: Value| {
            body["status"] = json!("active");
            body["id"] = json!("i");
            let got = integration(&body).unwrap();
            assert_eq!((got.id().as_str(), &*got.type_()), ("i", body["type"].as_str().unwrap()));
            assert_eq!(serde_json::to_value(&got).unwrap(), body);
            got
        };
        let Integration::Custom(custom) = got(json!({"type": "custom", "webhooks": [
            {"id": "w", "version": "v2", "target": "https://e.com", "triggers": ["*"], "secret": "s"},
        ]})) else {
            panic!("custom");
        };
        assert_eq!(custom.webhooks[0].secret.as_ref().map(sunshine_conversations::Secret::expose), Some("s"));
        let Integration::WhatsApp(whatsapp) = got(
            json!({"type": "whatsapp", "accountId": "155", "hsmFallbackLanguage": "en_US", "phoneNumber": "15550103"}),
        ) else {
            panic!("whatsapp");
        };
        assert_eq!(whatsapp.phone_number.as_deref(), Some("15550103"));
        let responder = json!({"name": "bot", "integrationId": "b", "inherited": true, "messageHistoryCount": 4});
        let Integration::Android(android) = got(
            json!({"type": "android", "senderId": "4155", "attachmentsEnabled": true, "defaultResponder": responder}),
        ) else {
            panic!("android");
        };
        assert_eq!(android.default_responder.unwrap().inherited, Some(true));
        let fields = json!([{"type": "email", "name": "email", "label": "Work email"}]);
        let Integration::Web(web) =
            got(json!({"type": "web", "brandColor": "65758e", "prechatCapture": {"enabled": true, "fields": fields}}))
        else {
            panic!("web");
        };
        assert_eq!(web.prechat_capture.unwrap().fields.unwrap()[0].type_, FormFieldType::Email);
        let Integration::Twitter(twitter) = got(json!({"type": "twitter", "tier": "enterprise", "envName": "prod"}))
        else {
            panic!("twitter");
        };
        assert_eq!((twitter.tier, twitter.env_name.as_deref()), (TwitterTier::Enterprise, Some("prod")));
    }
}

mod updates {
    use super::*;

    #[test]
    fn a_user() {
        assert_eq!(user_update(&UserUpdateBody::new()), "{}");
        assert_eq!(user_update(&UserUpdateBody::new().clear_metadata()), r#"{"metadata":null}"#);
        let set = UserUpdateBody::new().with_metadata([("tier", "gold")]).with_to_be_retained(false);
        assert_eq!(user_update(&set), r#"{"toBeRetained":false,"metadata":{"tier":"gold"}}"#);
        // The last value counts.
        assert_eq!(
            user_update(&UserUpdateBody::new().clear_metadata().with_metadata([("a", 1)])),
            r#"{"metadata":{"a":1}}"#
        );
        assert_eq!(
            user_update(&UserUpdateBody::new().with_metadata([("a", 1)]).clear_metadata()),
            r#"{"metadata":null}"#
        );
    }

    #[test]
    fn a_profile() {
        let sent = |profile: ProfileUpdate| user_update(&UserUpdateBody::new().with_profile(profile));
        assert_eq!(sent(ProfileUpdate::new()), r#"{"profile":{}}"#);
        let change = ProfileUpdate::new().with_given_name("Ada").clear_surname().clear_email();
        assert_eq!(sent(change), r#"{"profile":{"givenName":"Ada","surname":null,"email":null}}"#);
        let change = ProfileUpdate::new().clear_given_name().clear_avatar_url().with_locale("en-GB");
        assert_eq!(sent(change), r#"{"profile":{"givenName":null,"avatarUrl":null,"locale":"en-GB"}}"#);
    }

    #[test]
    fn a_conversation() {
        let server = Server::responding(json!({"conversation": {"id": "c"}}));
        let sent = |body: ConversationUpdateBody| {
            server.client().update_conversation(APP, "c", &body).send().unwrap();
            server.only().text().to_owned()
        };
        assert_eq!(sent(ConversationUpdateBody::new()), "{}");
        let body =
            ConversationUpdateBody::new().clear_display_name().clear_description().clear_icon_url().clear_metadata();
        assert_eq!(sent(body), r#"{"displayName":null,"description":null,"iconUrl":null,"metadata":null}"#);
        let body = ConversationUpdateBody::new().with_display_name("Order").clear_metadata();
        assert_eq!(sent(body), r#"{"displayName":"Order","metadata":null}"#);
    }

    #[test]
    fn a_web_integration() {
        let server = Server::responding(json!({"integration": {"type": "web"}}));
        let sent = |body: WebIntegrationUpdate| {
            server.client().update_integration(APP, "i", &body.into()).send().unwrap();
            server.only().text().to_owned()
        };
        assert_eq!(sent(WebIntegrationUpdate::new()), "{}");
        let body = WebIntegrationUpdate::new()
            .clear_button_icon_url()
            .with_integration_order(["6b1f"])
            .with_fixed_intro_pane(true);
        assert_eq!(sent(body), r#"{"fixedIntroPane":true,"buttonIconUrl":null,"integrationOrder":["6b1f"]}"#);
        // An empty list is sent as a list.
        let body = WebIntegrationUpdate::new()
            .with_integration_order([""; 0])
            .clear_origin_whitelist()
            .clear_default_responder_id();
        assert_eq!(sent(body), r#"{"defaultResponderId":null,"integrationOrder":[],"originWhitelist":null}"#);
    }

    #[test]
    fn a_switchboard_integration() {
        let response = json!({"switchboardIntegration": {
            "id": "s", "name": "n", "integrationId": "i", "integrationType": "t", "deliverStandbyEvents": true,
        }});
        let server = Server::responding(response);
        let body = SwitchboardIntegrationUpdateBody::new().clear_message_history_count().with_name("desk");
        server.client().update_switchboard_integration(APP, "b", "s", &body).send().unwrap();
        assert_eq!(server.only().text(), r#"{"name":"desk","messageHistoryCount":null}"#);
    }
}

mod free_form {
    use super::*;

    const TEXT: &str = r#"{"z":1.10,"a":"\u00fc","m":[3,1,2],"big":123456789012345678901234567890,"e":1E2}"#;

    #[test]
    fn metadata_is_sent_and_received_unchanged() {
        let server = Server::responding(format!(r#"{{"user":{{"id":"u","metadata":{TEXT}}}}}"#));
        let body = UserCreateBody::new().with_metadata(Json::from_text(TEXT).unwrap());
        let user = server.client().create_user(APP, &body).send().unwrap().user;
        assert_eq!(server.only().text(), format!(r#"{{"metadata":{TEXT}}}"#));
        assert_eq!(user.metadata.as_ref().unwrap().as_str(), TEXT);
        // A value that was read can be sent again.
        let update = UserUpdateBody::new().with_metadata(user.metadata.unwrap());
        assert_eq!(user_update(&update), format!(r#"{{"metadata":{TEXT}}}"#));
    }

    /// If the tag of a union is last, its content is read a second time.
    #[test]
    fn metadata_in_unions_is_received_unchanged() {
        for text in [
            format!(r#"{{"type":"postback","text":"T","payload":"P","metadata":{TEXT}}}"#),
            format!(r#"{{"text":"T","metadata":{TEXT},"payload":"P","type":"postback"}}"#),
        ] {
            let message = format!(r#"{{"id":"1","content":{{"actions":[{text}],"text":"x","type":"text"}}}}"#);
            let server = Server::responding(format!(r#"{{"messages":[{message}]}}"#));
            let page = server.client().list_messages(APP, "c").send().unwrap();
            let Some(Content::Text(content)) = &page.messages[0].content else { panic!("a text") };
            let Action::Postback(postback) = &content.actions.as_ref().unwrap()[0] else { panic!("a postback") };
            assert_eq!(postback.metadata.as_ref().unwrap().as_str(), TEXT);
            assert!(serde_json::to_string(&page).unwrap().contains(TEXT));
        }
    }

    #[test]
    fn keys_keep_the_order_in_which_a_caller_gives_them() {
        let body = MessagePost::new(Author::new(AuthorType::Business), TextMessage::new().with_text("x"))
            .with_metadata([("z", json!(1.5)), ("a", json!(true)), ("m", json!("\"quoted\""))]);
        assert!(posted(&body).ends_with(r#""metadata":{"z":1.5,"a":true,"m":"\"quoted\""}}"#));
    }

    #[test]
    fn native_content_for_whatsapp_is_sent_raw() {
        let native =
            r#"{"type":"template","template":{"namespace":"n","name":"shipped","components":[{"type":"body"}]}}"#;
        let content = Content::Unknown(Json::from_text(native).unwrap());
        let body = MessagePost::new(Author::new(AuthorType::Business), content).with_schema("whatsapp");
        assert_eq!(
            posted(&body),
            format!(r#"{{"author":{{"type":"business"}},"content":{native},"schema":"whatsapp"}}"#)
        );
        // Also without a type.
        let content = Content::Unknown(Json::from(json!({"name": "shipped"})));
        let body = MessagePost::new(Author::new(AuthorType::Business), content);
        assert!(posted(&body).contains(r#""content":{"name":"shipped"}"#));
    }

    #[test]
    fn values_other_than_objects_are_kept() {
        let server = Server::responding(r#"{"a":[1],"b":"x"}"#);
        let body = DownloadMessageRefBody::new("u");
        let response = server.client().download_message_ref(APP, "c", &body).send().unwrap();
        assert_eq!(response.get::<Vec<u8>>("a").unwrap(), Some(vec![1]));
        let server = Server::responding("[1,2]");
        let response = server.client().download_message_ref(APP, "c", &body).send().unwrap();
        assert_eq!(response.as_str(), "[1,2]");
    }
}

mod one_key {
    use super::*;

    fn both_ways<T>(value: T, text: &str)
    where
        T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug,
    {
        assert_eq!(serde_json::to_string(&value).unwrap(), text);
        assert_eq!(serde_json::from_str::<T>(text).unwrap(), value);
    }

    #[test]
    fn a_destination() {
        both_ways(Destination::IntegrationId("6b1f".into()), r#"{"integrationId":"6b1f"}"#);
        both_ways(Destination::IntegrationType("none".to_owned()), r#"{"integrationType":"none"}"#);
        let both = r#"{"integrationId":"6b1f","integrationType":"line"}"#;
        both_ways(Destination::Unknown(Json::from_text(both).unwrap()), both);
        let body = MessagePost::new(Author::new(AuthorType::Business), TextMessage::new())
            .with_destination(Destination::IntegrationType("telegram".to_owned()));
        assert!(posted(&body).contains(r#""destination":{"integrationType":"telegram"}"#));
    }

    #[test]
    fn who_leaves() {
        both_ways(ParticipantLeaveBody::UserId("u".into()), r#"{"userId":"u"}"#);
        both_ways(ParticipantLeaveBody::UserExternalId("e".to_owned()), r#"{"userExternalId":"e"}"#);
        both_ways(ParticipantLeaveBody::ParticipantId("p".into()), r#"{"participantId":"p"}"#);
        both_ways(ParticipantLeaveBody::Unknown(Json::from([("deviceId", "d")])), r#"{"deviceId":"d"}"#);
    }

    #[test]
    fn conversion_events() {
        let event = || MetaConversionEvent::new(MetaConversionEventPayload::new([json!({"b": 1, "a": 2})]));
        let inner = serde_json::to_string(&event()).unwrap();
        both_ways(ConversionEventsBody::Messenger(event()), &format!(r#"{{"messenger":{inner}}}"#));
        both_ways(ConversionEventsBody::Instagram(event()), &format!(r#"{{"instagram":{inner}}}"#));
        both_ways(ConversionEventsBody::WhatsApp(event()), &format!(r#"{{"whatsapp":{inner}}}"#));
        both_ways(ConversionEventsBody::Unknown(Json::from([("line", 1)])), r#"{"line":1}"#);
    }

    #[test]
    fn a_known_key_with_a_wrong_value_is_an_error() {
        let field = |error: Error| error.field().map(str::to_owned);
        let error = Json::from([("integrationId", 7)]).parse::<Destination>().fails(undecodable());
        assert_eq!(field(error).as_deref(), Some("integrationId"));
        let error = Json::from([("messenger", json!({"payload": {}}))]).parse::<ConversionEventsBody>().unwrap_err();
        assert_eq!(field(error).as_deref(), Some("messenger.payload"));
        for text in ["[]", "7", "\"userId\"", "null"] {
            assert!(Json::from_text(text).unwrap().parse::<ParticipantLeaveBody>().is_err(), "{text}");
        }
    }
}

/// Not only from text in memory: a log file is a reader, and other crates provide a `Value`.
#[test]
fn unions_and_free_form_json_are_read_from_readers_and_values_too() {
    for content in [
        r#"{"type":"text","text":"Hi"}"#,
        r#"{"text":"Hi","type":"text"}"#,
        r#"{"text":"Hi","type":"text","payload":"x"}"#,
        r#"{"payload":"x","te\u0078t":"Hi","\"":{},"type":"text"}"#,
        r#"{"text":"Hi","\u0074ype":"te\u0078t"}"#,
        r#"{"a":[1],"type":"hologram"}"#,
        r#"{"a":[1],"type":"hologram","b":{}}"#,
    ] {
        let text = format!(r#"{{"id":"m","content":{content},"metadata":{{"b":1.5,"a":"x"}}}}"#);
        let expected: Message = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json::from_reader::<_, Message>(text.as_bytes()).unwrap(), expected);
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(<Message as serde::Deserialize>::deserialize(&value).unwrap(), expected);
        assert_eq!(serde_json::from_value::<Message>(value).unwrap(), expected);
        if let Some(Content::Text(text)) = &expected.content {
            assert_eq!(text.text.as_deref(), Some("Hi"));
        }
        assert!(expected.content.is_some_and(|content| ["text", "hologram"].contains(&&*content.type_())));
    }
}

/// The tag selects the variant, in any position. Fields before it are part of the error's path and of unknown variants.
#[test]
fn fields_before_the_tag_of_a_union_are_kept() {
    for (content, field) in [
        (r#"{"text":7,"type":"text","payload":"x"}"#, "content.text"),
        (
            r#"{"actions":[{"text":"a","payload":7,"type":"reply"}],"type":"text","payload":"x"}"#,
            "content.actions[0].payload",
        ),
        (
            r#"{"actions":[{"text":"a","type":"reply","payload":7}],"type":"text","payload":"x"}"#,
            "content.actions[0].payload",
        ),
        (r#"{"payload":"x","type":"text","text":7}"#, "content.text"),
        (r#"{"text":"a","text":"b","type":"text","payload":"x"}"#, "content"),
        (r#"{"altText":"x","type":"image","mediaUrl":7}"#, "content.mediaUrl"),
        (r#"{"altText":"x","mediaUrl":7,"type":"image"}"#, "content.mediaUrl"),
        (r#"{"te\u0078t":7,"type":"text","payload":"x"}"#, "content.text"),
        (r#"{"text":"x","type":7,"payload":"x"}"#, "content.type"),
    ] {
        let error = Json::from_text(format!(r#"{{"id":"m","content":{content},"deleted":true}}"#)).unwrap();
        let error = error.parse::<Message>().unwrap_err();
        assert_eq!(error.field(), Some(field), "{content}: {error}");
    }
    // A missing field is blank.
    let image = r#"{"id":"m","content":{"altText":"x","type":"image","text":"y"}}"#;
    let Some(Content::Image(image)) = serde_json::from_str::<Message>(image).unwrap().content else {
        panic!("no image")
    };
    assert_eq!((image.alt_text.as_deref(), &*image.media_url, image.text.as_deref()), (Some("x"), "", Some("y")));
    let text = r#"{"b":[1, 2],"a":1.50,"type":"hologram","c":{"e":1,"d":2}}"#;
    let content: Content = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&content).unwrap(), text);
}
