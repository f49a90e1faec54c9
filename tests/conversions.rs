//! Webhook and response types of one object, and update bodies from records that were read.

use crate::support::start;
use serde_json::{Value, json};
use sunshine_conversations::Patch;
use sunshine_conversations::models::*;
use sunshine_conversations_sandbox::Sandbox;

fn read<T: serde::de::DeserializeOwned>(json: Value) -> T {
    serde_json::from_value(json).unwrap()
}

fn written(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap()
}

#[test]
fn a_message_of_a_webhook_becomes_one_of_a_response() {
    let sent = json!({
        "id": "m", "received": "2026-05-21T15:53:30.197Z", "new": [1, {"a": null}], "metadata": {"k": 1.5},
        "author": {"type": "user", "userId": "u", "user": {"id": "u", "externalId": "x"}, "displayName": "Ada"},
        "content": {"type": "text", "text": "Hello", "mood": "happy"},
        "source": {"type": "whatsapp", "integrationId": "i", "campaign": {"id": "c"}},
    });
    let webhook: MessageWebhook = read(sent.clone());
    let message = Message::try_from(&webhook).unwrap();
    assert_eq!((message.id.as_str(), message.text()), ("m", Some("Hello")));
    assert!(message.author.as_ref().unwrap().is_user());
    // Nothing is lost.
    assert_eq!(written(&message), sent);
    let user: User = message.author.unwrap().extra().get("user").unwrap().unwrap();
    assert_eq!(user.external_id.as_deref(), Some("x"));
}

#[test]
fn a_required_field_that_webhooks_may_lack_is_an_error() {
    let webhook: MessageWebhook = read(json!({"content": {"type": "text", "text": "Hello"}}));
    assert_eq!(Message::try_from(&webhook).unwrap_err().kind(), sunshine_conversations::ErrorKind::Decode);
}

#[test]
fn authors_and_sources_can_be_converted_alone() {
    let author: AuthorWebhook = read(json!({"type": "business", "displayName": "Bot"}));
    assert_eq!(Author::try_from(&author).unwrap().display_name.as_deref(), Some("Bot"));
    let source: SourceWebhook = read(json!({"type": "web", "device": {"id": "d"}}));
    assert_eq!(Source::try_from(&source).unwrap().type_, "web");
}

#[test]
fn the_body_of_an_update_has_the_values_of_the_record() {
    let user: User = read(json!({
        "id": "u", "externalId": "x", "zendeskId": "7", "identities": [{"type": "email"}], "hasPaymentInfo": true,
        "signedUpAt": "2026-05-21T15:53:30.197Z", "metadata": {"tier": "gold"}, "plan": "new",
        "profile": {"givenName": "Ada", "surname": null, "localeOrigin": "browser"},
    }));
    let body = UserUpdateBody::try_from(&user).unwrap();
    let expected = json!({
        "signedUpAt": "2026-05-21T15:53:30.197Z", "metadata": {"tier": "gold"}, "profile": {"givenName": "Ada"},
        "plan": "new",
    });
    assert_eq!(written(&body), expected);
    let profile = ProfileUpdate::try_from(user.profile.as_ref().unwrap()).unwrap();
    assert_eq!((&profile.surname, profile.given_name), (&Patch::Keep, Patch::Set("Ada".to_owned())));
}

#[test]
fn bodies_of_other_records_are_made_by_the_same_rule() {
    let webhook: Webhook = read(json!({
        "id": "w", "version": "v2", "target": "https://example.com/", "triggers": ["user:merge"], "secret": "s",
        "includeFullUser": true,
    }));
    let body = WebhookUpdateBody::try_from(&webhook).unwrap();
    let expected = json!({"target": "https://example.com/", "triggers": ["user:merge"], "includeFullUser": true});
    assert_eq!(written(&body), expected);
    let app: App = read(json!({"id": "a", "displayName": "Shop", "settings": {"echoPostback": true}}));
    assert_eq!(written(&AppUpdateBody::try_from(&app).unwrap())["displayName"], "Shop");
}

#[test]
fn a_record_can_be_read_changed_and_sent_back() {
    let (sandbox, api) = start(Sandbox::builder());
    let app = api.app(sandbox.app_id());
    let profile = Profile::new().with_given_name("Ada").with_surname("Lovelace").with_email("ada@example.com");
    let create = UserCreateBody::new().with_external_id("x").with_profile(profile).with_metadata([("tier", "gold")]);
    let mut user = app.create_user(&create).send().unwrap().user;
    let before = user.clone();
    user.profile = user.profile.map(|profile| profile.with_given_name("Grace"));
    let body = UserUpdateBody::try_from(&user).unwrap();
    let after = app.update_user(&user.id, &body).send().unwrap().user;
    assert_eq!(after.profile.unwrap().given_name.as_deref(), Some("Grace"));
    assert_eq!((after.metadata, after.external_id), (before.metadata, before.external_id));
}

#[test]
fn a_difference_has_the_changed_fields_only() {
    let before: User = read(json!({
        "id": "u", "externalId": "x", "metadata": {"tier": "gold", "since": 2020}, "plan": "a", "toBeRetained": true,
        "profile": {"givenName": "Ada", "surname": "Lovelace", "email": "ada@example.com"},
    }));
    let unchanged = UserUpdateBody::diff(&before, &before).unwrap();
    assert!(unchanged.is_empty());
    let mut after = before.clone().with_metadata([("tier", "silver")]).with_extra("plan", "b");
    after.profile = after.profile.map(|profile| profile.with_given_name("Grace"));
    if let Some(profile) = &mut after.profile {
        profile.surname = None;
    }
    let body = UserUpdateBody::diff(&before, &after).unwrap();
    assert!(!body.is_empty());
    let expected = json!({
        "metadata": {"tier": "silver"}, "profile": {"givenName": "Grace", "surname": null}, "plan": "b",
    });
    assert_eq!(written(&body), expected);
    after.metadata = None;
    assert_eq!(UserUpdateBody::diff(&before, &after).unwrap().metadata, Patch::Clear);
}

#[test]
fn a_removed_field_that_cannot_be_cleared_is_an_error() {
    let before: User = read(json!({"id": "u", "signedUpAt": "2026-05-21T15:53:30.197Z"}));
    let after: User = read(json!({"id": "u"}));
    let error = UserUpdateBody::diff(&before, &after).unwrap_err();
    assert_eq!(error.parameter(), Some("signedUpAt"), "{error}");
    assert_eq!(written(&UserUpdateBody::diff(&after, &before).unwrap())["signedUpAt"], "2026-05-21T15:53:30.197Z");
}

#[test]
fn the_difference_changes_a_record_of_the_api() {
    let (sandbox, api) = start(Sandbox::builder());
    let app = api.app(sandbox.app_id());
    let names = [None, Some("Ada"), Some("Grace")];
    let tiers = [None, Some("gold"), Some("silver")];
    for (number, (first, second)) in (0..9).flat_map(|a| (0..9).map(move |b| (a, b))).enumerate() {
        let id = format!("customer-{number}");
        let version = |user: &User, which: usize| {
            let mut user = user.clone();
            let (name, tier) = (names[which % 3], tiers[which / 3]);
            let profile = Profile::new().with_email("a@example.com");
            user.profile = Some(name.map_or(profile.clone(), |name| profile.with_given_name(name)));
            user.metadata = tier.map(|tier| sunshine_conversations::Json::from([("tier", tier)]));
            user
        };
        let created = app.create_user(&UserCreateBody::new().with_external_id(&id)).send().unwrap().user;
        let (before, after) = (version(&created, first), version(&created, second));
        app.update_user(&id, &UserUpdateBody::try_from(&before).unwrap()).send().unwrap();
        let body = UserUpdateBody::diff(&before, &after).unwrap();
        assert_eq!(body.is_empty(), first == second);
        let now = app.update_user(&id, &body).send().unwrap().user;
        assert_eq!(
            now.profile.and_then(|profile| profile.given_name).as_deref(),
            names[second % 3],
            "{first} {second}"
        );
        let tier = now.metadata.and_then(|metadata| metadata.get::<String>("tier").unwrap());
        assert_eq!(tier.as_deref(), tiers[second / 3], "{first} {second}");
    }
}
