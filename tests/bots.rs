//! Bots against the sandbox: every type of event as it is delivered, and a bot that replies.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::support;
use crate::support::document::{Direction, Judge, entries, undeclared, webhook_payload};
use crate::support::server::{Server, response};
use sunshine_conversations::models::*;
use sunshine_conversations::webhook::{Delivery, Receiver, SECRET_HEADER, SeenEvents};
use sunshine_conversations::{ApiClient, Result};
use sunshine_conversations_sandbox::{Platform, Sandbox, ZendeskUser};

const PATIENCE: Duration = Duration::from_secs(60);

fn start() -> (Sandbox, ApiClient) {
    support::start(Sandbox::builder().webhook_retry_scale(0.0001))
}

/// A webhook server, which stops with the test, and its URL. It responds with the status code that `receive` returns
/// for the secret and the body.
fn listen(receive: impl Fn(Option<&str>, &[u8]) -> u16 + Send + Sync + 'static) -> (Server, String) {
    let server = Server::handle(move |call| response(receive(call.header(SECRET_HEADER), &call.body), &[], ""));
    let url = format!("{}/hook", server.url());
    (server, url)
}

/// A custom integration with one webhook, and the webhook's secret.
fn register(api: &ApiClient, app: &str, webhook: Webhook) -> (IntegrationId, String) {
    let integration = Integration::from(CustomIntegration::new([webhook]).with_display_name("Bot"));
    let Integration::Custom(created) = api.create_integration(app, &integration).send().unwrap().integration else {
        panic!("a custom integration");
    };
    (created.id.clone(), created.webhooks[0].secret.as_ref().unwrap().expose().to_owned())
}

fn text(text: &str) -> MessagePost {
    MessagePost::new(Author::new(AuthorType::Business), TextMessage::new().with_text(text))
}

/// Causes every event at least once.
fn let_all_happen(sandbox: &Sandbox, api: &ApiClient, integration: &str) -> Result<()> {
    let app = sandbox.app_id();
    let user = |external_id: &str| {
        let profile = Profile::new().with_given_name(external_id);
        let body = UserCreateBody::new().with_external_id(external_id).with_profile(profile);
        api.create_user(app, &body).send().map(|created| created.user.id)
    };
    let (steve, sue) = (user("steve")?, user("sue")?);

    let own = |user: &str| {
        let filter = ConversationListFilter::new().with_user_id(user);
        api.list_conversations(app, &filter).send().map(|mut listed| listed.conversations.remove(0).id)
    };

    // Before a switchboard exists, whose integrations only receive events of conversations under their control.
    let ann = user("ann")?;
    sandbox.end_user("ann").follow_referral("SPRING").unwrap();
    let end_user = sandbox.end_user("steve");
    let hello = end_user.send_text("Hello").unwrap();
    end_user.start_typing().unwrap();
    end_user.stop_typing().unwrap();
    end_user.follow_referral("AUTUMN").unwrap();
    let conversation = own(&steve)?;
    assert_eq!(api.list_messages(app, &conversation).send()?.messages[0].id, hello);

    // Channels: one is confirmed, one moves to another user, and one is removed.
    let twilio = TwilioIntegration::new("ACa1b4c65ee0722712fab89867cb14eac7", "hush");
    let created = api.create_integration(app, &twilio.with_phone_number_sid("PN5eda0").into()).send()?.integration;
    let Integration::Twilio(twilio) = created else { panic!("{created:?}") };
    let link = |user: &str, conversation: &str, number: &str, confirmation: ClientConfirmationType| {
        let channel = MatchCriteriaTwilio::new(&twilio.id, number);
        let body = ClientCreate::new(channel, ClientConfirmation::new(confirmation), ClientTarget::new(conversation));
        api.create_client(app, user, &body).send().map(|created| created.client.id)
    };
    let pending = link(&steve, &conversation, "+15550100", ClientConfirmationType::Prompt)?;
    sandbox.confirm_client(&steve, &pending).unwrap();
    sandbox.end_user("sue").send_text("Hi").unwrap();
    let of_sue = own(&sue)?;
    link(&sue, &of_sue, "+15550100", ClientConfirmationType::Immediate)?;
    let removed = link(&steve, &conversation, "+15550101", ClientConfirmationType::Immediate)?;

    // Messages of the business, and their delivery.
    let offer = TextMessage::new().with_text("May we?").with_actions([Postback::new("Go", "GO")]);
    let post = MessagePost::new(Author::new(AuthorType::Business), offer);
    let offered = api.post_message(app, &conversation, &post).send()?.messages.remove(0).id;
    sandbox.deliver_message(&conversation, &offered).unwrap();
    sandbox.fail_message(&conversation, &offered, "unauthorized", "The channel refused it").unwrap();
    api.remove_client(app, &steve, &removed).send()?;
    end_user.mark_read().unwrap();
    end_user.tap_postback("GO").unwrap();
    for activity in [ActivityType::ConversationRead, ActivityType::TypingStart] {
        api.post_activity(app, &conversation, &ActivityPost::new(Author::new(AuthorType::Business), activity))
            .send()?;
    }

    // A group that is created and deleted.
    let group =
        api.create_conversation(app, &ConversationCreateBody::new(ConversationType::SdkGroup)).send()?.conversation.id;
    api.join_conversation(app, &group, &ParticipantJoinBody::new().with_user_id(&sue).with_subscribe_sdk_client(true))
        .send()?;
    api.leave_conversation(app, &group, &ParticipantLeaveBody::UserId(sue.clone())).send()?;
    api.delete_conversation(app, &group).send()?;

    // Control.
    let switchboard = api.create_switchboard(app).send()?.switchboard.id;
    let member = |name: &str| SwitchboardIntegrationCreateBody::new(name).with_deliver_standby_events(true);
    let bot = api
        .create_switchboard_integration(app, &switchboard, &member("bot").with_integration_id(integration))
        .send()?;
    api.create_switchboard_integration(app, &switchboard, &member("desk").with_integration_type("zd:agentWorkspace"))
        .send()?;
    let update = SwitchboardUpdateBody::new()
        .with_enabled(true)
        .with_default_switchboard_integration_id(&bot.switchboard_integration.id);
    api.update_switchboard(app, &switchboard, &update).send()?;
    let reason = [("reason", "tired")];
    api.pass_control(app, &conversation, &PassControlBody::new("bot").with_metadata(reason)).send()?;
    api.pass_control(app, &conversation, &PassControlBody::new("unknown")).send().unwrap_err();
    api.offer_control(app, &conversation, &OfferControlBody::new("desk").with_metadata(reason)).send()?;
    api.offer_control(app, &conversation, &OfferControlBody::new("unknown")).send().unwrap_err();
    api.accept_control(app, &conversation, &AcceptControlBody::new().with_metadata(reason)).send()?;
    api.accept_control(app, &conversation, &AcceptControlBody::new()).send().unwrap_err();
    api.release_control(app, &conversation).body(&ReleaseControlBody::new().with_metadata(reason)).send()?;

    // Users who log in, are merged, and are deleted.
    sandbox.add_device("ann", Platform::Ios).unwrap();
    sandbox.set_zendesk_user("7", ZendeskUser::default()).unwrap();
    sandbox.link_zendesk_user("ann", "7").unwrap();
    sandbox.merge_users(&steve, &sue).unwrap();
    api.delete_user(app, &ann).send()?;
    Ok(())
}

#[test]
fn every_type_of_event_is_delivered_and_matches_the_document() {
    let schema = webhook_payload();
    let mapping = schema["properties"]["events"]["items"]["discriminator"]["mapping"].clone();
    let kinds: BTreeSet<String> = entries(&mapping).map(|(kind, _)| kind.clone()).collect();
    assert_eq!(kinds.len(), 25);
    let judge = Judge::new(&schema, Direction::Response);

    let received = Arc::new(Mutex::new(Vec::new()));
    let (sandbox, api) = start();
    let secret = Arc::new(Mutex::new(String::new()));
    let (_server, url) = listen({
        let (received, secret) = (Arc::clone(&received), Arc::clone(&secret));
        move |given, body| match Receiver::new(secret.lock().unwrap().as_str()).receive(given, body) {
            Ok(delivery) => {
                received.lock().unwrap().push((delivery, serde_json::from_slice(body).unwrap()));
                200
            }
            Err(refused) => refused.status(),
        }
    });
    let webhook =
        Webhook::new(url, kinds.iter().map(String::as_str)).with_include_full_user(true).with_include_full_source(true);
    let (integration, of_webhook) = register(&api, sandbox.app_id(), webhook);
    *secret.lock().unwrap() = of_webhook;
    let_all_happen(&sandbox, &api, &integration).unwrap();
    assert!(sandbox.wait_for_deliveries(PATIENCE));
    for delivery in sandbox.deliveries() {
        assert_eq!((delivery.status, delivery.attempt), (Some(200), 1), "{delivery:?}");
    }

    let mut seen = BTreeSet::new();
    for (delivery, body) in received.lock().unwrap().iter() {
        assert_eq!(judge.violations(body), [""; 0], "{body}");
        let beyond: Vec<_> = undeclared(body, &schema).into_iter().filter(|place| !is_known(place)).collect();
        assert!(beyond.is_empty(), "{beyond:?} in {body}");
        let Delivery { events, failed, .. } = delivery;
        assert!(failed.is_empty() && events.len() == 1, "{failed:?}");
        assert!(!matches!(events[0], Event::Unknown(_)), "{body}");
        seen.insert(events[0].type_().into_owned());
    }
    assert_eq!(seen, kinds);
}

/// Data in events that the document doesn't declare: the full user on request, and details of authors.
fn is_known(place: &str) -> bool {
    place.starts_with(".events.payload.user.")
        || [".author.displayName", ".author.avatarUrl", ".author.subtypes"].iter().any(|known| place.ends_with(known))
}

#[test]
fn a_bot_replies_to_each_message_once() {
    let (sandbox, api) = start();
    let app = sandbox.app_id().to_owned();
    let secret = Arc::new(Mutex::new(String::new()));
    let calls = Arc::new(AtomicUsize::new(0));
    let (_server, url) = listen({
        let (api, app, secret, calls) = (api.clone(), app.clone(), Arc::clone(&secret), Arc::clone(&calls));
        let seen = SeenEvents::new(1_000);
        move |given, body| {
            let delivery = match Receiver::new(secret.lock().unwrap().as_str()).receive(given, body) {
                Ok(delivery) => delivery,
                Err(refused) => return refused.status(),
            };
            for event in delivery.events.iter().filter(|event| seen.is_new(&event.id())) {
                let Event::ConversationMessage(event) = event else { continue };
                let payload = &event.payload;
                let message = payload.message.as_ref().unwrap();
                if let Content::Text(said) = message.content.as_ref().unwrap()
                    && message.author.as_ref().unwrap().type_ == AuthorType::User
                {
                    let conversation = payload.conversation.as_ref().unwrap();
                    let response = text(&format!("Echo: {}", said.text.as_deref().unwrap()));
                    api.post_message(&app, &conversation.id, &response).send().unwrap();
                }
            }
            // The sandbox considers every other call lost, and retries it.
            if calls.fetch_add(1, Ordering::Relaxed).is_multiple_of(2) { 500 } else { 200 }
        }
    });
    let webhook = Webhook::new(url, [Trigger::ConversationMessage]);
    *secret.lock().unwrap() = register(&api, &app, webhook).1;
    api.create_user(&app, &UserCreateBody::new().with_external_id("steve")).send().unwrap();
    for word in ["one", "two", "three"] {
        sandbox.send_text_as("steve", word).unwrap();
        assert!(sandbox.wait_for_deliveries(PATIENCE));
    }
    let filter = ConversationListFilter::new().with_user_external_id("steve");
    let conversation = api.list_conversations(&app, &filter).send().unwrap().conversations.remove(0);
    let messages = api.list_messages(&app, &conversation.id).send().unwrap().messages;
    let said: Vec<_> = messages
        .iter()
        .map(|message| match &message.content {
            Some(Content::Text(said)) => said.text.as_deref().unwrap(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(said, ["one", "Echo: one", "two", "Echo: two", "three", "Echo: three"]);
    assert!(calls.load(Ordering::Relaxed) > 6, "some were retried");
}
