//! Simulated changes by end users, channels and administrators, from Rust and over HTTP. The payload of each event is
//! validated against the document, independently of the sandbox.

use std::collections::BTreeSet;
use std::sync::LazyLock;
use std::time::Duration;

use crate::common;
use crate::common::schemas::Schemas;
use crate::common::{Api, id, message};
use serde_json::{Value, json};
use sunshine_conversations_sandbox::{Platform, Sandbox};
use ureq::http::Request;

static SCHEMAS: LazyLock<Schemas> = LazyLock::new(Schemas::read);

/// The triggers and the names of their schemas.
static EVENTS: LazyLock<Vec<(&'static str, String)>> = LazyLock::new(|| {
    let schemas = common::document()["components"]["schemas"].as_object().expect("schemas");
    let events = schemas.iter().filter(|(name, _)| name.ends_with("Event"));
    events.filter_map(|(name, schema)| Some((schema["title"].as_str()?, name.clone()))).collect()
});

/// A sandbox with a webhook for all triggers. Its target doesn't exist, but each delivery is logged.
fn start() -> Api {
    start_with(json!({"apps": [{"users": [{"externalId": "steve"}]}]}))
}

fn start_with(seed: Value) -> Api {
    let sandbox = Sandbox::builder().deterministic().webhook_retry_scale(0.0).seed(seed).start();
    let api = Api::of(sandbox.expect("a sandbox"));
    let triggers: Vec<&str> = EVENTS.iter().map(|(trigger, _)| *trigger).collect();
    let hook = json!({"target": "http://127.0.0.1:1/", "triggers": triggers, "includeFullUser": true, "includeFullSource": true});
    api.integration(json!({"type": "custom", "displayName": "Bot", "webhooks": [hook]}));
    api
}

/// The payloads of the events with this trigger. All events so far are validated.
fn events(api: &Api, trigger: &str) -> Vec<Value> {
    assert!(api.sandbox.wait_for_deliveries(Duration::from_secs(60)));
    let mut payloads = Vec::new();
    for delivery in api.sandbox.deliveries().iter().filter(|one| one.attempt == 1 && !one.webhook_id.is_empty()) {
        let event = &delivery.body["events"][0];
        let (_, schema) = EVENTS.iter().find(|(known, _)| *known == delivery.trigger).expect("a known trigger");
        let faults = SCHEMAS.faults(&json!({"$ref": format!("#/components/schemas/{schema}")}), event);
        assert_eq!(faults, [""; 0], "{event:#}");
        if delivery.trigger == trigger {
            payloads.push(event["payload"].clone());
        }
    }
    payloads
}

fn field(payloads: &[Value], name: &str) -> Vec<Value> {
    payloads.iter().map(|payload| payload.pointer(name).cloned().unwrap_or_default()).collect()
}

fn simulate(api: &Api, event: Value) -> Value {
    api.control("POST", &format!("apps/{}/simulate", api.sandbox.app_id()), event).ok(200)
}

fn status(api: &Api, client: &str) -> Value {
    let clients = api.get("/users/steve/clients").ok(200)["clients"].clone();
    let client = clients.as_array().expect("a list").iter().find(|one| one["id"] == client).cloned();
    client.expect("a client")["status"].clone()
}

fn pending(api: &Api, conversation: &str) -> String {
    let mut client = api.new_client(conversation);
    client["confirmation"]["type"] = "prompt".into();
    id(&api.post("/users/steve/clients", client).ok(201)["client"])
}

#[test]
fn blocked_and_inactive_clients_get_no_messages() {
    let api = start();
    api.channel("whatsapp");
    let client = api.sandbox.add_client("steve", "whatsapp").expect("added");
    api.sandbox.end_user("steve").on_client(&client).send_text("Hello").expect("sent");
    let conversation = events(&api, "conversation:create")[0]["conversation"]["id"].clone();
    let conversation = conversation.as_str().expect("an ID");
    let outcome = || {
        let sent = api.message(conversation, "Hello")["id"].clone();
        let of = |trigger: &str| {
            let mut all = events(&api, trigger);
            all.retain(|payload| payload["message"]["id"] == sent);
            all
        };
        let failures = of("conversation:message:delivery:failure");
        assert!(failures.iter().all(|payload| payload["isFinalEvent"] == true));
        (of("conversation:message:delivery:channel").len(), field(&failures, "/error/code"))
    };
    assert_eq!(outcome(), (1, vec![]));
    api.sandbox.block_client("steve", &client).expect("blocked");
    assert_eq!((status(&api, &client), outcome()), (json!("blocked"), (0, vec![json!("user_blocked")])));
    assert!(api.sandbox.end_user("steve").on_client(&client).send_text("Hello").is_err());
    assert!(api.sandbox.block_client("steve", &client).is_err());
    // Another client takes over.
    let telegram = api.sandbox.add_client("steve", "telegram").expect("added");
    api.sandbox.end_user("steve").on_client(&telegram).send_text("Hello").expect("sent");
    simulate(&api, json!({"type": "deactivateClient", "user": "steve", "client": telegram}));
    assert_eq!((status(&api, &telegram), outcome().0), (json!("inactive"), 0));
    api.sandbox.unblock_client("steve", &client).expect("unblocked");
    assert_eq!((status(&api, &client), outcome()), (json!("active"), (1, vec![])));
    api.sandbox.reactivate_client("steve", &telegram).expect("active");
    assert!(api.sandbox.reactivate_client("steve", &telegram).is_err());
    assert_eq!(field(&events(&api, "client:update"), "/reason"), ["blocked", "unblocked"]);
    api.sandbox.remove_client("steve", &telegram).expect("removed");
    assert_eq!(field(&events(&api, "client:remove"), "/reason"), ["sdk"]);
}

#[test]
fn users_stay_valid() {
    let api = start();
    let long = "x".repeat(300);
    let name = json!({"type": "text", "name": "name", "label": "Name", "text": format!("{} {}", "x".repeat(64), "y".repeat(64))});
    for (event, title) in [
        (json!({"type": "addEmailIdentity", "user": "steve", "email": ""}), "/user/identities/0/value: "),
        (json!({"type": "addUser", "givenName": ""}), "/profile/givenName: "),
        (json!({"type": "addUser", "surname": long}), "/profile/surname: "),
        (json!({"type": "detectLocale", "user": "steve", "locale": ""}), "/user/profile/locale: "),
    ] {
        let path = format!("apps/{}/simulate", api.sandbox.app_id());
        api.control("POST", &path, event).fails(400, "bad_request", title);
    }
    simulate(
        &api,
        json!({"type": "userAction", "user": "steve", "action": {"type": "prechatCapture", "fields": [name]}}),
    );
    for channel in ["web", "ios", "android", "unity"] {
        simulate(&api, json!({"type": "addClient", "user": "steve", "channel": channel}));
    }
    api.get("/users/steve").ok(200);
    let clients = api.get("/users/steve/clients").ok(200)["clients"].clone();
    assert_eq!(clients.as_array().map(Vec::len), Some(1), "{clients}");
    let seed = json!({"apps": [{"users": [{"externalId": "a", "identities": [{"type": "email", "value": ""}]}]}]});
    let error = Sandbox::builder().seed(seed).start().err().map(|error| error.to_string()).unwrap_or_default();
    assert!(error.contains("apps[0].users[0].identities[0]"), "{error}");
}

#[test]
fn links_are_matched_fail_and_end() {
    let api = start();
    api.sandbox.send_text_as("steve", "Hello").expect("sent");
    let conversation = events(&api, "conversation:create")[0]["conversation"]["id"].clone();
    let conversation = conversation.as_str().expect("an ID");
    let (first, second) = (pending(&api, conversation), pending(&api, conversation));
    api.sandbox.match_client("steve", &first).expect("matched");
    api.sandbox.fail_link("steve", &first, "unknown_number", "no such number").expect("failed");
    api.sandbox.cancel_link("steve", &second).expect("ended");
    assert!(api.sandbox.cancel_link("steve", &second).is_err());
    assert_eq!(field(&events(&api, "client:update"), "/reason"), ["matched"]);
    let removed = events(&api, "client:remove");
    assert_eq!(field(&removed, "/reason"), ["linkFailed", "linkCancelled"]);
    assert_eq!(field(&removed, "/error/code"), ["unknown_number", "link_cancelled"]);
    assert_eq!(field(&removed, "/conversation/id"), [conversation, conversation]);
    // A link that the user has requested is confirmed by a message on the new channel.
    let steve = api.sandbox.end_user("steve");
    assert!(steve.request_link("whatsapp").is_ok() && steve.request_link("viber").is_err());
    let client = steve.request_link("whatsapp").expect("requested");
    steve.on_client(&client).send_text("Here I am").expect("sent");
    assert_eq!(status(&api, &client), "active");
}

#[test]
fn conversations_start_for_every_documented_reason() {
    let users: Vec<Value> = ["a", "b", "c", "d", "e", "f"].iter().map(|name| json!({"externalId": name})).collect();
    let api = start_with(json!({"apps": [{"users": users}]}));
    api.channel("whatsapp");
    let user = |name: &str| api.sandbox.end_user(name);
    user("a").send_text("Hello").expect("sent");
    user("b").follow_referral("CODE").expect("followed");
    user("c").request_link("whatsapp").expect("requested");
    api.sandbox.notify("d", json!({"type": "text", "text": "Your loaf is ready"})).expect("notified");
    user("e").respond_to_campaign("de13bee15b51033b34162411", "Yes, please").expect("sent");
    let fields = json!([{"type": "text", "name": "name", "label": "Your name", "text": "Ada Lovelace"},
        {"type": "email", "name": "email", "label": "Your address", "email": "ada@example.com"}]);
    user("f").complete_prechat(fields.as_array().cloned().expect("a list")).expect("sent");
    api.conversation(&api.user("g"));
    let created = events(&api, "conversation:create");
    let reasons = field(&created, "/creationReason");
    let documented = common::document().pointer(
        "/components/schemas/conversationCreateEvent/allOf/1/properties/payload/properties/creationReason/enum",
    );
    let documented = documented.and_then(Value::as_array).expect("reasons").iter();
    assert_eq!(
        reasons.iter().map(Value::to_string).collect::<BTreeSet<_>>(),
        documented.map(Value::to_string).collect::<BTreeSet<_>>()
    );
    assert_eq!(field(&created, "/source/campaign/id")[4], "de13bee15b51033b34162411");
    assert_eq!(created[3]["source"]["type"], "notification");

    let messages = events(&api, "conversation:message");
    assert_eq!(field(&messages, "/message/source/campaign/id")[2], "de13bee15b51033b34162411");
    let response = &messages[3]["message"]["content"];
    assert_eq!(response["textFallback"], "Your name: Ada Lovelace\nYour address: ada@example.com");
    let profile = api.get("/users/f").ok(200)["user"]["profile"].clone();
    assert_eq!(profile, json!({"givenName": "Ada", "surname": "Lovelace", "email": "ada@example.com"}));
    // Notifications since the user's last message.
    user("d").send_text("Great").expect("sent");
    user("d").send_text("Thanks").expect("sent");
    let recent = field(&events(&api, "conversation:message"), "/recentNotifications");
    assert_eq!(recent[4][0]["content"]["text"], "Your loaf is ready");
    assert_eq!(recent[5], Value::Null);
    // A second prechat capture starts another conversation.
    let fields = json!([{"type": "text", "name": "topic", "label": "Topic", "text": "Bread"}]);
    let capture = json!({"type": "prechatCapture", "fields": fields});
    simulate(&api, json!({"type": "userAction", "user": "f", "action": capture}));
    assert_eq!(field(&events(&api, "conversation:create"), "/creationReason")[7], "prechatCapture");
    let invalid = json!({"type": "prechatCapture", "fields": []});
    let path = format!("apps/{}/simulate", api.sandbox.app_id());
    api.control("POST", &path, json!({"type": "userAction", "user": "f", "action": invalid})).fails(
        400,
        "bad_request",
        "/content/fields",
    );
}

#[test]
fn users_of_a_brand_act() {
    let brand = "brand1";
    let api = start_with(json!({"apps": [{"users": [{"externalId": "steve", "brandId": brand}]}]}));
    assert!(api.sandbox.send_text_as("steve", "Hello").is_err());
    api.sandbox.end_user("steve").in_brand(brand).send_text("Hello").expect("sent");
    simulate(&api, json!({"type": "detectLocale", "brandId": brand, "user": "steve", "locale": "fr"}));
    let added = simulate(&api, json!({"type": "addUser", "brandId": brand, "externalId": "ada"}));
    let found = api.get(&format!("/users/ada?brandId={brand}")).ok(200)["user"].clone();
    assert_eq!((&found["id"], &found["brandId"]), (&added["userId"], &json!(brand)));
    assert_eq!(events(&api, "conversation:message")[0]["message"]["author"]["user"]["brandId"], brand);
    assert_eq!(events(&api, "user:update")[0]["user"]["profile"]["locale"], "fr");
    let path = format!("apps/{}/simulate", api.sandbox.app_id());
    api.control("POST", &path, json!({"type": "addUser", "brandId": 7})).fails(400, "bad_request", "brandId");
}

#[test]
fn the_user_denies_and_removes_an_integration() {
    let api = start();
    let authorize = || {
        let id = api.sandbox.oauth_client_id();
        let path =
            format!("/oauth/authorize?response_type=code&client_id={id}&state=7&redirect_uri=https://a.example/");
        common::header(&api.raw(Request::get(api.at(&path)), Vec::new()), "location").to_owned()
    };
    api.sandbox.deny_authorization().expect("denied");
    assert_eq!(authorize(), "https://a.example/?error=access_denied&state=7");
    assert!(authorize().starts_with("https://a.example/?code="));

    api.sandbox.set_remove_url(Some("http://127.0.0.1:1/removed")).expect("set");
    let removals = || {
        assert!(api.sandbox.wait_for_deliveries(Duration::from_secs(60)));
        api.sandbox.deliveries().into_iter().filter(|delivery| delivery.trigger == "removeUrl").collect::<Vec<_>>()
    };
    assert!(api.sandbox.remove_integration().is_err());
    let get = |token: &str| api.call_as(Some(token), "GET", &api.url("/users/steve"), None).status;
    let token = api.access_token();
    assert_eq!(get(&token), 200);
    api.sandbox.remove_integration().expect("removed");
    assert_eq!((get(&token), removals().len()), (401, 1));
    let token = api.access_token();
    api.call_as(Some(&token), "DELETE", &api.at("/oauth/authorization"), None).ok(200);
    let removals = removals();
    assert_eq!((get(&token), removals.len()), (401, 2));
    let last = &removals[1];
    assert_eq!(
        (last.target.as_str(), &last.body),
        ("http://127.0.0.1:1/removed", &json!({"app": {"id": api.sandbox.app_id()}}))
    );
}

#[test]
fn shorthand_becomes_rich_messages() {
    let api = start();
    let conversation = api.conversation("5a4db0c05a4db0c000000002");
    let path = format!("/conversations/{conversation}/messages");
    let post = |text: &str| {
        let sent = api.post(&path, message(text)).ok(201)["messages"].clone();
        sent.as_array().expect("messages").iter().map(|one| one["content"].clone()).collect::<Vec<_>>()
    };
    let sent = post("Choose: %[Menu](https://b.example/menu) %[Order](postback:ORDER)");
    let actions = field(sent[0]["actions"].as_array().expect("actions"), "/type");
    assert_eq!((sent.len(), &sent[0]["text"], actions), (1, &json!("Choose:"), vec![json!("link"), json!("postback")]));
    api.sandbox.end_user("steve").tap_postback("ORDER").expect("a button");
    let image = post("![](https://b.example/loaf.png)").remove(0);
    assert_eq!((&image["type"], &image["mediaType"]), (&json!("image"), &json!("image/png")));
    let items = json!([{"title": "Rye", "actions": [{"type": "link", "text": "See", "uri": "https://b.example"}]}]);
    api.sandbox.set_template("menu", json!({"type": "carousel", "items": items})).expect("set");
    let kinds = |text: &str| field(&post(text), "/type");
    assert_eq!(kinds("Today: %((template: menu))% Enjoy"), ["text", "carousel", "text"]);
    assert_eq!(kinds("%{{template:menu}}%"), ["carousel"]);
    api.post(&path, message("%((template:none))%")).fails(400, "bad_request", "none");
    assert!(api.sandbox.set_template("bad", json!({"type": "carousel"})).is_err());
    // Users don't write shorthand.
    let said = api.sandbox.send_text_as("steve", "%[A](reply:A)").expect("sent");
    let messages = api.get(&path).ok(200)["messages"].clone();
    let said = messages.as_array().expect("messages").iter().find(|one| one["id"] == said.as_str()).cloned();
    assert_eq!(said.expect("a message")["content"]["text"], "%[A](reply:A)");
    // WhatsApp has its own templates; other channels get the fallback text.
    let whatsapp = "Hello &((template=[[sent]] fallback=[[Your order was sent]]))&";
    assert_eq!(field(&post(whatsapp), "/text"), ["Hello", "Your order was sent"]);
    let client = api.sandbox.add_client("steve", "whatsapp").expect("added");
    api.sandbox.end_user("steve").on_client(&client).send_text("Hello").expect("sent");
    assert_eq!(kinds(whatsapp), ["text", "template"]);
    // All messages are checked before the first one is added.
    let count = || api.get(&path).ok(200)["messages"].as_array().map(Vec::len);
    let before = count();
    api.post(&path, message("Hello %((template:menu))% %((template:none))%")).fails(400, "bad_request", "none");
    assert_eq!(count(), before);
}

/// The events that aren't in other tests here; with these, every documented trigger fires.
#[test]
fn every_documented_event_is_valid() {
    let api = start_with(json!({"apps": [{
        "users": [{"externalId": "steve"}, {"externalId": "ada"}, {"externalId": "sue"}],
        "integrations": [{"$id": "a", "type": "custom", "displayName": "A", "webhooks": [{"target": "http://127.0.0.1:1/", "triggers": ["user:remove"]}]},
            {"$id": "b", "type": "custom", "displayName": "B", "webhooks": [{"target": "http://127.0.0.1:1/", "triggers": ["user:remove"]}]}],
        "switchboards": [{"enabled": true, "defaultSwitchboardIntegrationId": "${first}", "switchboardIntegrations": [
            {"$id": "first", "name": "first", "integrationId": "${a}", "deliverStandbyEvents": true}, {"name": "second", "integrationId": "${b}"}]}],
    }]}));
    let steve = api.sandbox.end_user("steve");
    api.channel("whatsapp");
    api.sandbox.add_device("steve", Platform::Ios).expect("a device");
    let client = api.sandbox.add_client("steve", "whatsapp").expect("a client");
    steve.clone().on_client(&client).send_text("Hello").expect("sent");
    let created = events(&api, "conversation:create");
    let conversation = created[0]["conversation"]["id"].as_str().expect("an ID").to_owned();
    steve.start_typing().and_then(|()| steve.stop_typing()).and_then(|()| steve.mark_read()).expect("done");
    steve.follow_referral("CODE").expect("done");
    api.offer(&conversation, &json!({"type": "postback", "text": "Go", "payload": "GO", "metadata": {"a": 1}}));
    steve.tap_postback("GO").expect("tapped");
    let sent = id(&api.message(&conversation, "Hello"));
    api.sandbox.deliver_message(&conversation, &sent).expect("delivered");
    api.sandbox.fail_message(&conversation, &sent, "code", "title").expect("failed");
    let act = |action: &str, body: Value| {
        api.call("POST", &api.url(&format!("/conversations/{conversation}/{action}")), Some(&body)).status
    };
    assert_eq!(act("passControl", json!({"switchboardIntegration": "second", "metadata": {"a": 1}})), 200);
    assert_eq!(act("offerControl", json!({"switchboardIntegration": "first"})), 200);
    assert_eq!(act("acceptControl", json!({})), 200);
    for (action, body) in [
        ("passControl", json!({"switchboardIntegration": "none"})),
        ("offerControl", json!({"switchboardIntegration": "none"})),
        ("acceptControl", json!({})),
    ] {
        assert!([400, 404].contains(&act(action, body)), "{action}");
    }
    assert_eq!(act("releaseControl", json!({})), 200);
    api.sandbox.block_client("steve", &client).expect("blocked");
    api.delete(&format!("/users/steve/clients/{client}")).ok(200);
    let (ada, sue) = (api.get("/users/ada").ok(200), api.get("/users/sue").ok(200));
    let group = api.group();
    api.join(&group, &id(&ada["user"]));
    api.post(&format!("/conversations/{group}/leave"), json!({"userExternalId": "ada"})).ok(200);
    api.delete(&format!("/conversations/{group}")).ok(200);
    api.sandbox.send_text_as("ada", "Hello").expect("sent");
    api.sandbox.merge_users(&id(&ada["user"]), &id(&sue["user"])).expect("merged");
    api.sandbox.detect_locale("ada", "fr").expect("detected");
    api.sandbox.link_zendesk_user("ada", "7").expect("linked");
    api.delete("/users/ada").ok(200);
    events(&api, "");
    let fired: BTreeSet<String> = api.sandbox.deliveries().into_iter().map(|delivery| delivery.trigger).collect();
    let missing: Vec<&str> = EVENTS.iter().map(|(trigger, _)| *trigger).filter(|one| !fired.contains(*one)).collect();
    assert_eq!(missing, [""; 0]);
}
