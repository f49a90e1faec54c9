//! Behavior that the document and the vendor's guides describe in words.

use std::time::Duration;

use crate::common;
use crate::common::{Api, id, message};
use serde_json::{Value, json};
use sunshine_conversations_sandbox::{Platform, Sandbox};
use ureq::http::Request;

/// An app with a webhook for these triggers. Its target doesn't exist, but each delivery is logged.
fn watched(triggers: &[&str]) -> Api {
    let api = Api::of(Sandbox::builder().deterministic().webhook_retry_scale(0.0).start().expect("a sandbox"));
    let hook = json!({"target": "http://127.0.0.1:1/", "triggers": triggers, "includeFullUser": true, "includeFullSource": true});
    api.integration(json!({"type": "custom", "displayName": "Bot", "webhooks": [hook]}));
    api
}

/// The payloads of the events with this trigger.
fn events(api: &Api, trigger: &str) -> Vec<Value> {
    assert!(api.sandbox.wait_for_deliveries(Duration::from_secs(60)));
    let deliveries = api.sandbox.deliveries();
    let first = deliveries.iter().filter(|one| one.attempt == 1 && one.trigger == trigger);
    first.map(|one| one.body["events"][0]["payload"].clone()).collect()
}

fn simulate(api: &Api, event: Value) -> Value {
    api.control("POST", &format!("apps/{}/simulate", api.sandbox.app_id()), event).ok(200)
}

fn settings(api: &Api, settings: Value) {
    let body = json!({"settings": settings});
    api.call("PATCH", &api.url(""), Some(&body)).ok(200);
}

/// Steve, with a client of each of two channels. Returns the conversation and the clients; the second one acted last.
fn two_channels(api: &Api) -> (String, String, String) {
    api.channel("whatsapp");
    api.integration(json!({"type": "telegram", "token": "t"}));
    api.user("steve");
    let add = |channel: &str| {
        let event = json!({"type": "addClient", "user": "steve", "channel": channel});
        simulate(api, event)["clientId"].as_str().expect("an ID").to_owned()
    };
    let (whatsapp, telegram) = (add("whatsapp"), add("telegram"));
    for client in [&whatsapp, &telegram] {
        api.sandbox.end_user("steve").on_client(client).send_text("Hello").expect("sent");
    }
    let path = format!("apps/{}/conversations?user=steve", api.sandbox.app_id());
    let conversation = id(&api.control("GET", &path, Value::Null).ok(200)["records"][0]);
    (conversation, whatsapp, telegram)
}

#[test]
fn clients_are_ordered_by_their_latest_interaction() {
    let api = Api::start();
    let (conversation, whatsapp, telegram) = two_channels(&api);
    let order = || {
        let associations = api.participant(&conversation)["clientAssociations"].clone();
        let ids =
            associations.as_array().expect("a list").iter().map(|one| one["clientId"].as_str().map(str::to_owned));
        ids.collect::<Option<Vec<_>>>().expect("IDs")
    };
    assert_eq!(order(), [telegram.clone(), whatsapp.clone()]);
    api.sandbox.end_user("steve").on_client(&whatsapp).send_text("Again").expect("sent");
    assert_eq!(order(), [whatsapp, telegram]);
}

#[test]
fn the_destination_decides_who_gets_a_message() {
    let api = watched(&["conversation:message:delivery:channel"]);
    let (conversation, ..) = two_channels(&api);
    let path = format!("/conversations/{conversation}/messages");
    let mut delivered = 0;
    let mut channels_of = |destination: Option<Value>| {
        let mut body = message("Hello");
        destination.into_iter().for_each(|destination| body["destination"] = destination);
        api.post(&path, body).ok(201);
        let all = events(&api, "conversation:message:delivery:channel");
        let new: Vec<Value> = all[delivered..].iter().map(|event| event["destination"]["type"].clone()).collect();
        delivered = all.len();
        new
    };
    assert_eq!(channels_of(None), ["telegram"]);
    assert_eq!(channels_of(Some(json!({"integrationType": "whatsapp"}))), ["whatsapp"]);
    assert_eq!(channels_of(Some(json!({"integrationType": "none"}))), Vec::<Value>::new());
    let whatsapp = api.get("/integrations").ok(200)["integrations"].clone();
    let whatsapp =
        whatsapp.as_array().expect("a list").iter().find(|one| one["type"] == "whatsapp").expect("one").clone();
    assert_eq!(channels_of(Some(json!({"integrationId": whatsapp["id"]}))), ["whatsapp"]);
    assert_eq!(api.get(&path).ok(200)["messages"].as_array().map(Vec::len), Some(6));
}

#[test]
fn delivery_events_are_of_the_client_that_a_message_was_sent_to() {
    let api = watched(&["conversation:message:delivery:user", "conversation:message:delivery:failure"]);
    let (conversation, whatsapp, _) = two_channels(&api);
    let path = format!("/conversations/{conversation}/messages");
    let sent = |destination: Option<&str>| {
        let mut body = message("Hello");
        destination.into_iter().for_each(|kind| body["destination"] = json!({"integrationType": kind}));
        id(&api.post(&path, body).ok(201)["messages"][0])
    };
    let (to_whatsapp, to_first, silent) = (sent(Some("whatsapp")), sent(None), sent(Some("none")));
    // The first client is another one now.
    api.sandbox.end_user("steve").on_client(&whatsapp).send_text("Hello").expect("sent");
    api.sandbox.deliver_message(&conversation, &to_whatsapp).expect("delivered");
    api.sandbox.deliver_message(&conversation, &to_first).expect("delivered");
    api.sandbox.fail_message(&conversation, &to_first, "code", "title").expect("failed");
    let error = api.sandbox.deliver_message(&conversation, &silent).expect_err("a silent message");
    assert_eq!(error.to_string(), "the message wasn't sent to a client of the conversation");
    let types = |trigger: &str| -> Vec<Value> {
        events(&api, trigger).iter().map(|event| event["destination"]["type"].clone()).collect()
    };
    assert_eq!(types("conversation:message:delivery:user"), ["whatsapp", "telegram"]);
    assert_eq!(types("conversation:message:delivery:failure"), ["telegram"]);
}

#[test]
fn card_numbers_are_masked_in_every_text() {
    let api = Api::start();
    settings(&api, json!({"maskCreditCardNumbers": true}));
    let conversation = api.conversation(&api.user("steve"));
    let path = format!("/conversations/{conversation}/messages");
    let number = "4111 1111 1111 1111";
    let button = json!({"type": "postback", "text": number, "payload": "P"});
    let field = json!({"type": "text", "name": "card", "label": "Card", "placeholder": number});
    for content in [
        json!({"type": "text", "text": format!("{number} 12/28"), "actions": [button]}),
        json!({"type": "carousel", "items": [{"title": number, "description": number, "actions": [button]}]}),
        json!({"type": "location", "coordinates": {"lat": 1, "long": 2}, "location": {"address": number}}),
        json!({"type": "form", "fields": [field]}),
    ] {
        api.post(&path, json!({"author": {"type": "business"}, "content": content})).ok(201);
    }
    let form = id(&api.get(&path).ok(200)["messages"][3]);
    let response = json!({"type": "text", "name": "card", "label": "Card", "text": number, "quotedMessageId": form});
    let response = json!({"type": "formResponse", "fields": [response]});
    api.sandbox.end_user("steve").in_conversation(&conversation).send(response).expect("sent");
    let messages = api.get(&path).ok(200)["messages"].to_string();
    assert!(!messages.contains(number), "{messages}");
    assert_eq!(messages.matches("**** **** **** 1111").count(), 14, "{messages}");
}

#[test]
fn expired_messages_can_not_be_used() {
    let api = Api::start();
    settings(&api, json!({"conversationRetentionSeconds": 60}));
    let conversation = api.conversation(&api.user("steve"));
    api.offer(&conversation, &json!({"type": "reply", "text": "Yes", "payload": "YES"}));
    let steve = api.sandbox.end_user("steve");
    steve.tap_reply("Yes").expect("a button");
    api.sandbox.advance(Duration::from_secs(60));
    assert!(!api.sandbox.transcript(&conversation).expect("a transcript").to_string().contains("Yes"));
    api.offer(&conversation, &json!({"type": "reply", "text": "No", "payload": "NO"}));
    api.sandbox.advance(Duration::from_secs(60));
    steve.tap_reply("No").expect_err("an expired button");
}

#[test]
fn a_blank_name_is_none() {
    let api = Api::start();
    let user = id(&api.post("/users", json!({"externalId": "steve", "profile": {"givenName": " "}})).ok(201)["user"]);
    let conversation = api.conversation(&user);
    let body = json!({"author": {"type": "user", "userId": user}, "content": {"type": "text", "text": "x"}});
    let author =
        api.post(&format!("/conversations/{conversation}/messages"), body).ok(201)["messages"][0]["author"].clone();
    assert!(author["displayName"].as_str().is_some_and(|name| !name.trim().is_empty()), "{author}");
}

#[test]
fn an_integration_s_default_responder_precedes_that_of_the_switchboard() {
    let seed = json!({"apps": [{
        "integrations": [{"$id": "a", "type": "custom", "displayName": "A", "webhooks": [{"target": "http://127.0.0.1:1/", "triggers": ["user:remove"]}]},
            {"$id": "b", "type": "custom", "displayName": "B", "webhooks": [{"target": "http://127.0.0.1:1/", "triggers": ["user:remove"]}]}],
        "switchboards": [{"enabled": true, "defaultSwitchboardIntegrationId": "${first}", "switchboardIntegrations": [
            {"$id": "first", "name": "first", "integrationId": "${a}"}, {"$id": "second", "name": "second", "integrationId": "${b}"}]}],
        "users": [{"externalId": "steve"}, {"externalId": "ada"}],
    }]});
    let api = Api::of(Sandbox::builder().seed(seed).start().expect("a sandbox"));
    let switchboards = api.get("/switchboards").ok(200)["switchboards"].clone();
    let path = format!("/switchboards/{}/switchboardIntegrations", id(&switchboards[0]));
    let second = api.get(&path).ok(200)["switchboardIntegrations"][1]["id"].clone();
    let telegram = id(&api.integration(json!({"type": "telegram", "token": "t"})));
    let update = json!({"type": "telegram", "defaultResponderId": second});
    api.patch(&format!("/integrations/{telegram}"), update).ok(200);
    let client = simulate(&api, json!({"type": "addClient", "user": "ada", "channel": "telegram"}))["clientId"].clone();
    api.sandbox.send_text_as("steve", "Hello").expect("sent");
    api.sandbox.end_user("ada").on_client(client.as_str().expect("an ID")).send_text("Hello").expect("sent");
    let controller = |user: &str| {
        let path = format!("apps/{}/conversations?user={user}", api.sandbox.app_id());
        api.control("GET", &path, Value::Null).ok(200)["records"][0]["activeSwitchboardIntegration"]["name"].clone()
    };
    assert_eq!((controller("steve"), controller("ada")), (json!("first"), json!("second")));
}

#[test]
fn settings_act() {
    let api = watched(&["conversation:postback"]);
    let conversation = api.conversation(&api.user("steve"));
    let path = format!("/conversations/{conversation}/messages");
    let messages = || api.get(&path).ok(200)["messages"].as_array().expect("messages").clone();
    let steve = api.sandbox.end_user("steve");

    // echoPostback
    api.offer(&conversation, &json!({"type": "postback", "text": "Track", "payload": "TRACK"}));
    steve.tap_postback("TRACK").expect("tapped");
    assert_eq!(messages().len(), 1);
    settings(&api, json!({"echoPostback": true}));
    steve.tap_postback("TRACK").expect("tapped");
    let echo = messages().last().expect("a message").clone();
    assert_eq!((&echo["content"]["text"], &echo["author"]["type"]), (&json!("Track"), &json!("user")));
    assert_eq!(events(&api, "conversation:postback").len(), 2);

    // maskCreditCardNumbers
    let text = |text: &str| {
        steve.send_text(text).expect("sent");
        messages().last().expect("a message")["content"]["text"].clone()
    };
    assert_eq!(text("My card: 4111 1111 1111 1111"), "My card: **** **** **** 1111");
    settings(&api, json!({"maskCreditCardNumbers": false}));
    assert_eq!(text("4111111111111111"), "4111111111111111");

    // useAnimalNames
    let author = |api: &Api| {
        let sent =
            json!({"author": {"type": "user", "userExternalId": "steve"}, "content": {"type": "text", "text": "x"}});
        api.post(&path, sent).ok(201)["messages"][0]["author"].clone()
    };
    assert!(author(&api)["displayName"].as_str().is_some_and(|name| name.contains(' ')));
    settings(&api, json!({"useAnimalNames": false}));
    assert_eq!(author(&api).get("displayName"), None);

    // ignoreAutoConversationStart
    api.user("ada");
    settings(&api, json!({"ignoreAutoConversationStart": true}));
    api.sandbox.end_user("ada").start_typing().expect("ignored");
    api.sandbox.end_user("ada").follow_referral("CODE").expect("ignored");
    let conversations = || api.get("/conversations?filter[userExternalId]=ada").ok(200)["conversations"].clone();
    assert_eq!(conversations(), json!([]));
    settings(&api, json!({"ignoreAutoConversationStart": false}));
    api.sandbox.end_user("ada").follow_referral("CODE").expect("done");
    assert_eq!(common::ids(&conversations()).len(), 1);

    // conversationRetentionSeconds
    settings(&api, json!({"conversationRetentionSeconds": 3600}));
    api.sandbox.advance(Duration::from_secs(3000));
    assert!(messages().len() > 3);
    api.sandbox.advance(Duration::from_secs(3600));
    assert_eq!(messages(), Vec::<Value>::new());
}

#[test]
fn fallbacks_and_uploads_are_described() {
    let api = Api::start();
    let conversation = api.conversation(&api.user("steve"));
    let path = format!("/conversations/{conversation}/messages");
    let post = |content: Value| {
        let body = json!({"author": {"type": "business"}, "content": content});
        api.post(&path, body).ok(201)["messages"][0]["content"].clone()
    };
    let link = json!({"type": "link", "text": "See", "uri": "https://b.example"});
    let items =
        json!([{"title": "Rye", "description": "Dark", "actions": [link]}, {"title": "Wheat", "actions": [link]}]);
    let carousel = post(json!({"type": "carousel", "items": items}));
    assert_eq!(carousel["text"], "Rye\nDark\nSee https://b.example\n\nWheat\nSee https://b.example");
    let location =
        post(json!({"type": "location", "coordinates": {"lat": 45.5, "long": -73.6}, "location": {"name": "Home"}}));
    assert_eq!(location["text"], "Home\nhttps://maps.google.com/maps?q=45.5,-73.6");

    let form = "--b\r\nContent-Disposition: form-data; name=\"source\"; filename=\"loaf\"\r\nContent-Type: image/webp\r\n\r\n12345\r\n--b--\r\n";
    let request = Request::post(api.url("/attachments?access=public")).header("authorization", api.bearer());
    let request = request.header("content-type", "multipart/form-data; boundary=b");
    let url = api.send(request, form.into()).ok(201)["attachment"]["mediaUrl"].clone();
    let image = post(json!({"type": "image", "mediaUrl": url}));
    assert_eq!((&image["mediaType"], &image["mediaSize"]), (&json!("image/webp"), &json!(5)));
}

#[test]
fn sources_clients_and_devices_of_a_message() {
    let api = watched(&["conversation:message", "client:add"]);
    let web = id(&api.integration(json!({"type": "web"})));
    let steve = api.user("steve");
    let device = api.sandbox.add_device(&steve, Platform::Web).expect("a device");
    let seen = || {
        let client = api.get("/users/steve/clients").ok(200)["clients"][0]["lastSeen"].clone();
        (client, api.get(&format!("/users/steve/devices/{device}")).ok(200)["device"].clone())
    };
    let (_, before) = seen();
    assert_eq!(before["integrationId"], json!(web));
    api.sandbox.advance(Duration::from_secs(60));
    api.sandbox.send_text_as("steve", "Hello").expect("sent");
    let (client, after) = seen();
    assert!(after["lastSeen"].as_str() > before["lastSeen"].as_str());
    assert_eq!(client, after["lastSeen"]);
    let source = events(&api, "conversation:message")[0]["message"]["source"].clone();
    assert_eq!(
        (&source["type"], &source["integrationId"], &source["device"]["id"]),
        (&json!("web"), &json!(web), &json!(device))
    );
    assert_eq!(events(&api, "client:add").len(), 1);
    // Without a device, the first message adds the client.
    api.user("ada");
    api.sandbox.send_text_as("ada", "Hello").expect("sent");
    api.sandbox.send_text_as("ada", "Again").expect("sent");
    assert_eq!(
        events(&api, "client:add")[1..].iter().map(|event| event["reason"].clone()).collect::<Vec<_>>(),
        ["sdkLogin"]
    );
}

#[test]
fn a_message_confirms_a_client_that_awaits_activity() {
    let api = watched(&["client:update"]);
    let steve = api.user("steve");
    let conversation = api.conversation(&steve);
    let link = |confirmation: &str| {
        let mut client = api.new_client(&conversation);
        client["confirmation"]["type"] = confirmation.into();
        id(&api.post("/users/steve/clients", client).ok(201)["client"])
    };
    let (prompt, activity) = (link("prompt"), link("userActivity"));
    let user = api.sandbox.end_user("steve");
    assert!(user.clone().on_client(&prompt).send_text("Hello").is_err());
    assert!(user.clone().on_client(&activity).start_typing().is_err());
    user.on_client(&activity).send_text("Hello").expect("sent");
    let confirmed = events(&api, "client:update");
    assert_eq!(confirmed.iter().map(|event| event["client"]["id"].clone()).collect::<Vec<_>>(), [activity]);
    assert_eq!(confirmed[0]["reason"], "confirmed");
}

#[test]
fn merged_users_have_one_sdk_client() {
    let api = watched(&["user:merge"]);
    let (steve, sue) = (api.user("steve"), api.user("sue"));
    for user in ["steve", "sue"] {
        api.sandbox.add_device(user, Platform::Ios).expect("a device");
        api.sandbox.send_text_as(user, "Hello").expect("sent");
    }
    let sdk = |user: &str| id(&api.get(&format!("/users/{user}/clients")).ok(200)["clients"][0]);
    let (kept, gone) = (sdk("steve"), sdk("sue"));
    api.sandbox.merge_users(&steve, &sue).expect("merged");
    let merged = events(&api, "user:merge")[0]["mergedClients"].clone();
    assert_eq!((&merged["surviving"]["id"], &merged["discarded"]["id"]), (&json!(kept), &json!(gone)));
    assert_eq!(common::ids(&api.get("/users/steve/clients").ok(200)["clients"]), std::slice::from_ref(&kept));
    let devices = api.get("/users/steve/devices").ok(200)["devices"].clone();
    assert!(
        devices.as_array().is_some_and(|all| all.len() == 2 && all.iter().all(|one| one["clientId"] == json!(kept)))
    );
    let path = format!("apps/{}/conversations?user=steve", api.sandbox.app_id());
    let participants = api.control("GET", &path, Value::Null).ok(200)["records"][0]["participants"].clone();
    assert_eq!(participants[0]["clientAssociations"], json!([{"type": "sdk", "clientId": kept}]));
}

#[test]
fn merged_participants_are_consistent() {
    let api = Api::start();
    let (conversation, ..) = two_channels(&api);
    let (steve, sue) = (api.get("/users/steve").ok(200)["user"].clone(), api.user("sue"));
    let client = simulate(&api, json!({"type": "addClient", "user": "sue", "channel": "whatsapp"}));
    let client = client["clientId"].as_str().expect("an ID");
    api.sandbox.end_user("sue").on_client(client).send_text("Hello").expect("sent");
    let group = api.group();
    api.join(&group, &id(&steve));
    api.join(&group, &sue);
    let sent = |user: &str| {
        let body = json!({"author": {"type": "user", "userId": user}, "content": {"type": "text", "text": "x"}});
        api.post(&format!("/conversations/{group}/messages"), body).ok(201);
    };
    sent(&id(&steve));
    api.message(&group, "one");
    api.message(&group, "two");
    api.sandbox.merge_users(&id(&steve), &sue).expect("merged");
    let participants = api.get(&format!("/conversations/{group}/participants")).ok(200)["participants"].clone();
    let own = participants.as_array().expect("a list").iter().find(|one| one["userId"] == steve["id"]).expect("one");
    assert_eq!(own["unreadCount"], 2, "both users had the same two messages to read");
    // The client that was used last is first.
    assert_eq!(api.participant(&conversation)["clientAssociations"][0]["clientId"], client);
}

#[test]
fn deletions_are_consistent() {
    let api = Api::start();
    let steve = api.user("steve");
    let conversation = api.conversation(&steve);
    let unread = || api.participant(&conversation)["unreadCount"].clone();
    let first = api.message(&conversation, "One")["id"].clone();
    api.message(&conversation, "Two");
    assert_eq!(unread(), 2);
    api.delete(&format!("/conversations/{conversation}/messages/{}", first.as_str().expect("an ID"))).ok(200);
    assert_eq!(unread(), 1);
    api.delete(&format!("/conversations/{conversation}/messages")).ok(200);
    assert_eq!(unread(), 0);

    // The devices of a removed client.
    api.sandbox.add_device("steve", Platform::Ios).expect("a device");
    let client = id(&api.get("/users/steve/clients").ok(200)["clients"][0]);
    api.delete(&format!("/users/steve/clients/{client}")).ok(200);
    assert_eq!(api.get("/users/steve/devices").ok(200)["devices"], json!([]));

    // A link to a deleted conversation.
    let second = api.conversation(&steve);
    let mut link = api.new_client(&second);
    link["confirmation"]["type"] = "prompt".into();
    let pending = id(&api.post("/users/steve/clients", link).ok(201)["client"]);
    api.delete(&format!("/conversations/{second}")).ok(200);
    api.sandbox.confirm_client("steve", &pending).expect("confirmed without the conversation");

    // A message confirms a client that awaits one, also without the conversation.
    let third = api.conversation(&steve);
    let mut link = api.new_client(&third);
    link["confirmation"] = json!({"type": "userActivity"});
    let pending = id(&api.post("/users/steve/clients", link).ok(201)["client"]);
    api.delete(&format!("/conversations/{third}")).ok(200);
    api.sandbox.end_user("steve").on_client(&pending).send_text("Hello").expect("confirmed");

    // The messages of a deleted user in a group.
    let group = api.group();
    let ada = api.user("ada");
    api.join(&group, &ada);
    let path = format!("/conversations/{group}/messages");
    let sent = json!({"author": {"type": "user", "userId": ada}, "content": {"type": "text", "text": "Bye"}});
    api.post(&path, sent).ok(201);
    api.message(&group, "Stays");
    api.delete("/users/ada").ok(200);
    let left = api.get(&path).ok(200)["messages"].clone();
    assert_eq!((left.as_array().map(Vec::len), &left[0]["content"]["text"]), (Some(1), &json!("Stays")));

    // Their unread messages.
    let sue = api.user("sue");
    let (ada, path) = (api.user("ada"), format!("/conversations/{group}/messages"));
    api.join(&group, &sue);
    api.join(&group, &ada);
    let sent = json!({"author": {"type": "user", "userId": ada}, "content": {"type": "text", "text": "Bye"}});
    api.post(&path, sent).ok(201);
    assert_eq!(api.participant(&group)["unreadCount"], 1);
    api.delete("/users/ada").ok(200);
    assert_eq!(api.participant(&group)["unreadCount"], 0);

    // The integration of a device.
    let web = id(&api.integration(json!({"type": "web"})));
    api.sandbox.add_device("steve", Platform::Web).expect("a device");
    let device = || api.get("/users/steve/devices").ok(200)["devices"][0].clone();
    assert_eq!(device()["integrationId"], json!(web));
    api.delete(&format!("/integrations/{web}")).ok(200);
    assert_eq!(device().get("integrationId"), None);
}

#[test]
fn merged_conversations_keep_links_and_files() {
    let api = watched(&["client:update"]);
    let (steve, sue) = (api.user("steve"), api.user("sue"));
    let (kept, gone) = (api.conversation(&steve), api.conversation(&sue));
    let mut link = api.new_client(&gone);
    link["confirmation"]["type"] = "prompt".into();
    let client = id(&api.post("/users/sue/clients", link).ok(201)["client"]);
    let form =
        "--b\r\nContent-Disposition: form-data; name=\"source\"; filename=\"loaf.png\"\r\n\r\n12345\r\n--b--\r\n";
    let url = api.url(&format!("/attachments?access=public&for=message&conversationId={gone}"));
    let request = Request::post(url).header("authorization", api.bearer());
    let request = request.header("content-type", "multipart/form-data; boundary=b");
    let file = api.send(request, form.into()).ok(201)["attachment"]["mediaUrl"].clone();
    api.sandbox.merge_users(&steve, &sue).expect("merged");
    api.sandbox.confirm_client("steve", &client).expect("confirmed");
    assert_eq!(events(&api, "client:update")[0]["conversation"]["id"], json!(kept));
    assert_eq!(api.participant(&kept)["clientAssociations"][0]["clientId"], json!(client));
    let file = file.as_str().expect("a URL");
    assert_eq!(api.raw(Request::get(file), Vec::new()).status(), 200);
}

#[test]
fn times_of_tokens_and_users() {
    let api = Api::of(Sandbox::builder().fixed_clock("2026-01-01T00:00:00Z").start().expect("a sandbox"));
    let created = |time: &str| api.post("/users", json!({"signedUpAt": time})).ok(201)["user"]["signedUpAt"].clone();
    assert_eq!(created("2020-05-21T17:53:30.1971+02:00"), "2020-05-21T15:53:30.197Z");
    assert_eq!(created("2020-05-21T15:53:30Z"), "2020-05-21T15:53:30.000Z");
    api.post("/users", json!({"signedUpAt": "yesterday"})).fails(400, "bad_request", "/signedUpAt");
    let now = 1_767_225_600.0;
    let is_accepted = |claims: Value| {
        let mut claims = claims;
        claims["scope"] = "app".into();
        let header = json!({"alg": "HS256", "typ": "JWT", "kid": api.sandbox.key_id()});
        let token = common::jwt(&header, &claims, api.sandbox.key_secret());
        api.call_as(Some(&format!("Bearer {token}")), "GET", &api.url("/users/x"), None).status != 401
    };
    assert!(is_accepted(json!({"exp": now + 0.5})) && !is_accepted(json!({"exp": now - 0.5})));
    assert!(is_accepted(json!({"nbf": now})) && !is_accepted(json!({"nbf": now + 0.5})));
    assert!(is_accepted(json!({"exp": now + 1.0, "nbf": now - 1.5})) && !is_accepted(json!({"exp": "soon"})));
}

#[test]
fn received_orders_messages_of_a_deterministic_sandbox() {
    let api = Api::of(Sandbox::builder().deterministic().start().expect("a sandbox"));
    let conversation = api.conversation(&api.user("steve"));
    let received: Vec<Value> = (0..5).map(|_| api.message(&conversation, "Hello")["received"].clone()).collect();
    assert!(received.windows(2).all(|pair| pair[0].as_str() < pair[1].as_str()), "{received:?}");
}

#[test]
fn received_orders_the_messages_of_a_request() {
    let api = Api::of(Sandbox::builder().deterministic().start().expect("a sandbox"));
    let conversation = api.conversation(&api.user("steve"));
    api.sandbox.set_template("t", json!({"type": "text", "text": "second"})).expect("set");
    let path = format!("/conversations/{conversation}/messages");
    let messages = api.post(&path, message("first %((template:t))% third")).ok(201)["messages"].clone();
    let times: Vec<&str> =
        messages.as_array().expect("a list").iter().filter_map(|message| message["received"].as_str()).collect();
    assert!(times.len() == 3 && times.is_sorted_by(|one, next| one < next), "{times:?}");
}

#[test]
fn a_user_does_not_write_on_a_blocked_client() {
    let api = watched(&["conversation:message"]);
    let (_, whatsapp, telegram) = two_channels(&api);
    let last = || events(&api, "conversation:message").last().expect("an event")["message"]["source"].clone();
    api.sandbox.block_client("steve", &telegram).expect("blocked");
    api.sandbox.send_text_as("steve", "Hello").expect("sent");
    assert_eq!(last()["client"]["id"], whatsapp);
    api.sandbox.block_client("steve", &whatsapp).expect("blocked");
    api.sandbox.send_text_as("steve", "Hello").expect("sent");
    assert_eq!(last()["client"]["type"], "sdk");
}

#[test]
fn cursors_are_the_ids_of_records() {
    let api = Api::start();
    let conversation = api.conversation(&api.user("steve"));
    let sent: Vec<String> = (0..5).map(|_| id(&api.message(&conversation, "Hello"))).collect();
    let path = format!("/conversations/{conversation}/messages");
    let page = |query: &str| common::ids(&api.get(&format!("{path}?{query}")).ok(200)["messages"]);
    assert_eq!(page(&format!("page[after]={}", sent[2])), sent[3..]);
    assert_eq!(page(&format!("page[before]={}", sent[2])), sent[..2]);
}

#[test]
fn every_first_sdk_client_is_reported() {
    let api = watched(&["client:add"]);
    let add = |user: &str| {
        let body = json!({"type": "personal", "participants": [{"userExternalId": user, "subscribeSDKClient": true}]});
        api.post("/conversations", body).ok(201);
    };
    api.user("steve");
    add("steve");
    add("steve");
    api.sandbox.add_device("steve", Platform::Ios).expect("a device");
    api.user("ada");
    simulate(&api, json!({"type": "addClient", "user": "ada", "channel": "web"}));
    let added = events(&api, "client:add");
    let of: Vec<&Value> = added.iter().map(|event| &event["user"]["externalId"]).collect();
    assert_eq!(of, ["steve", "ada"]);
    assert!(added.iter().all(|event| event["client"]["type"] == "sdk" && event["reason"] == "sdkLogin"), "{added:?}");
}

#[test]
fn further_events_of_clients_and_users() {
    let api = watched(&["client:update", "client:remove", "user:update"]);
    let (_, whatsapp, _) = two_channels(&api);
    simulate(&api, json!({"type": "blockClient", "user": "steve", "client": whatsapp}));
    assert!(api.sandbox.end_user("steve").on_client(&whatsapp).send_text("Hello").is_err());
    simulate(&api, json!({"type": "unblockClient", "user": "steve", "client": whatsapp}));
    api.sandbox.end_user("steve").on_client(&whatsapp).send_text("Hello").expect("sent");
    let reasons = |trigger: &str| events(&api, trigger).iter().map(|event| event["reason"].clone()).collect::<Vec<_>>();
    assert_eq!(reasons("client:update"), ["blocked", "unblocked"]);
    let conversation = api.conversation(&api.user("ada"));
    for event in ["cancelLink", "failLink"] {
        let mut client = api.new_client(&conversation);
        client["confirmation"]["type"] = "prompt".into();
        let client = id(&api.post("/users/ada/clients", client).ok(201)["client"]);
        simulate(&api, json!({"type": event, "user": "ada", "client": client}));
    }
    assert_eq!(reasons("client:remove"), ["linkCancelled", "linkFailed"]);
    simulate(&api, json!({"type": "detectLocale", "user": "ada", "locale": "pt-PT"}));
    assert_eq!(reasons("user:update"), ["localeDetection"]);
    assert_eq!(api.get("/users/ada").ok(200)["user"]["profile"]["locale"], "pt-PT");
}

#[test]
fn seeds_set_the_keys_of_integrations() {
    let hook = json!({"target": "http://127.0.0.1:1/", "triggers": ["user:remove"]});
    let seed = |keys: Value| {
        json!({"apps": [{"integrations": [{"type": "custom", "displayName": "Bot", "webhooks": [hook], "keys": keys}],
            "users": [{"externalId": "steve"}]}]})
    };
    let start = |keys: Value| Sandbox::builder().seed(seed(keys)).start();
    let api =
        Api::of(start(json!([{"id": "int_bot", "secret": "open"}, {"displayName": "Second"}])).expect("a sandbox"));
    let key = Api::basic("int_bot", "open");
    api.call_as(Some(&key), "GET", &api.url("/users/steve"), None).ok(200);
    let error = start(json!([{"id": "app_bot"}])).expect_err("an error").to_string();
    assert!(error.contains("apps[0].integrations[0].keys[0].id: must start with int_"), "{error}");
    let error = start(json!([{"id": "int_a"}, {"id": "int_a"}])).expect_err("an error").to_string();
    assert!(error.contains("keys[1].id: already used"), "{error}");
}
