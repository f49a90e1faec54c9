//! Webhook deliveries.

use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use crate::common;
use crate::common::{Api, id, message};
use serde_json::{Value, json};
use sunshine_conversations_sandbox::{Delivery, Sandbox};
use ureq::http::Request;

const PATIENCE: Duration = Duration::from_secs(60);

/// A request as the webhook receives it.
struct Call {
    headers: Vec<(String, String)>,
    body: Value,
}

impl Call {
    fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value)
    }

    fn trigger(&self) -> &str {
        self.body["events"][0]["type"].as_str().expect("a type")
    }
}

/// A server that responds to each call with the status code of `response`, and forwards it.
fn listen(response: impl Fn(&Call) -> u16 + Send + 'static) -> (String, Receiver<Call>) {
    let server = tiny_http::Server::http("127.0.0.1:0").expect("a port");
    let address = format!("http://{}/hook", server.server_addr());
    let (sender, calls) = channel();
    std::thread::spawn(move || {
        for mut request in server.incoming_requests() {
            let mut text = String::new();
            request.as_reader().read_to_string(&mut text).expect("a body");
            let header = |h: &tiny_http::Header| (h.field.to_string().to_lowercase(), h.value.to_string());
            let headers = request.headers().iter().map(header).collect();
            let call = Call { headers, body: serde_json::from_str(&text).expect("JSON") };
            let status = response(&call);
            // Sent before the response, so that tests that wait for all deliveries find it. Some tests don't receive
            // it.
            let _ = sender.send(call);
            let _ = request.respond(tiny_http::Response::empty(status));
        }
    });
    (address, calls)
}

fn start() -> Api {
    Api::of(Sandbox::builder().webhook_retry_scale(0.0001).start().expect("a sandbox"))
}

/// Creates a webhook in its own integration.
fn webhook(api: &Api, target: &str, triggers: &[&str]) -> Value {
    webhook_with(api, json!({"target": target, "triggers": triggers}))
}

fn webhook_with(api: &Api, body: Value) -> Value {
    let integration = api.integration(json!({"type": "custom", "displayName": "Bot",
        "webhooks": [body]}));
    integration["webhooks"][0].clone()
}

fn settle(api: &Api) -> Vec<Delivery> {
    assert!(api.sandbox.wait_for_deliveries(PATIENCE), "{:?}", api.sandbox.deliveries());
    api.sandbox.deliveries()
}

#[test]
fn a_call_has_the_secret_and_the_event() {
    let api = start();
    let (target, calls) = listen(|_| 200);
    let hook = webhook(&api, &target, &["conversation:message"]);
    let user = api.user("steve");
    let conversation = api.conversation(&user);
    let posted = api.message(&conversation, "Hello");
    let call = calls.recv_timeout(PATIENCE).expect("a call");
    assert_eq!(call.header("x-api-key"), hook["secret"].as_str().expect("a secret"));
    assert_eq!(call.header("content-type"), "application/json");
    assert_eq!(call.body["app"], json!({"id": api.sandbox.app_id()}));
    assert_eq!(call.body["webhook"], json!({"id": hook["id"], "version": "v2"}));
    let event = &call.body["events"][0];
    assert_eq!((call.trigger(), call.body["events"].as_array().map(Vec::len)), ("conversation:message", Some(1)));
    assert!(common::is_time(&event["createdAt"]) && event["id"].as_str().is_some_and(|id| id.len() == 24), "{event}");
    assert_eq!(
        (&event["payload"]["message"]["id"], &event["payload"]["conversation"]["id"]),
        (&posted["id"], &json!(conversation))
    );
    let deliveries = settle(&api);
    assert_eq!(deliveries.len(), 1);
    let delivery = &deliveries[0];
    assert_eq!((delivery.status, delivery.attempt, delivery.is_final), (Some(200), 1, true));
    assert_eq!(
        (&delivery.body, delivery.target.as_str(), &json!(delivery.webhook_id)),
        (&call.body, target.as_str(), &hook["id"])
    );
}

#[test]
fn only_events_with_a_trigger_of_the_webhook() {
    let api = start();
    let (target, _calls) = listen(|_| 200);
    webhook(&api, &target, &["conversation:create", "user:remove"]);
    let user = api.user("steve");
    let conversation = api.conversation(&user);
    api.message(&conversation, "Hello");
    api.delete(&format!("/users/{user}")).ok(200);
    let triggers: Vec<String> = settle(&api).into_iter().map(|delivery| delivery.trigger).collect();
    assert_eq!(triggers, ["conversation:create", "user:remove"]);
}

#[test]
fn seeds_emit_no_events() {
    let (target, _calls) = listen(|_| 200);
    let seed = json!({"apps": [{
        "integrations": [{"type": "custom", "displayName": "Bot",
            "webhooks": [{"target": target, "triggers": ["conversation:create", "conversation:message"]}]}],
        "users": [{"$id": "steve", "externalId": "steve"}],
        "conversations": [{"type": "personal", "participants": [{"userId": "${steve}"}],
            "messages": [{"author": {"type": "user", "userId": "${steve}"}, "content": {"type": "text", "text": "Old"}}]}],
    }]});
    let api = Api::of(Sandbox::builder().seed(seed).start().expect("a sandbox"));
    api.sandbox.send_text_as("steve", "New").expect("sent");
    let deliveries = settle(&api);
    assert_eq!(deliveries.len(), 1, "{deliveries:?}");
    assert_eq!(deliveries[0].body["events"][0]["payload"]["message"]["content"]["text"], "New");
}

/// The results of all attempts to deliver one event to a webhook that responds with these status codes, and then with
/// 200.
fn attempts(statuses: &'static [u16]) -> Vec<(u32, Option<u16>, bool)> {
    let api = start();
    let count = std::sync::atomic::AtomicUsize::new(0);
    let (target, calls) = listen(move |_| {
        let call = count.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        statuses.get(call).copied().unwrap_or(200)
    });
    webhook(&api, &target, &["conversation:create"]);
    api.conversation(&api.user("steve"));
    let deliveries = settle(&api);
    let bodies: Vec<Value> = calls.try_iter().map(|call| call.body).collect();
    assert_eq!(bodies.len(), deliveries.len());
    assert!(bodies.iter().all(|body| *body == bodies[0]), "every attempt has the same event: {bodies:?}");
    deliveries.iter().map(|delivery| (delivery.attempt, delivery.status, delivery.is_final)).collect()
}

#[test]
fn failed_deliveries_are_attempted_up_to_five_times() {
    assert_eq!(attempts(&[204]), [(1, Some(204), true)]);
    assert_eq!(attempts(&[500, 429]), [(1, Some(500), false), (2, Some(429), false), (3, Some(200), true)]);
    assert_eq!(attempts(&[302, 418, 408, 500, 503, 503]).len(), 5);
    assert_eq!(attempts(&[500; 5]).last(), Some(&(5, Some(500), true)));
}

#[test]
fn rejected_deliveries_are_not_retried() {
    for status in [&[400], &[401], &[403], &[404], &[406]] {
        assert_eq!(attempts(status), [(1, Some(status[0]), true)]);
    }
}

#[test]
fn without_webhooks() {
    let api = start();
    webhook(&api, "http://127.0.0.1:1/", &["conversation:create"]);
    api.conversation(&api.user("steve"));
    let deliveries = settle(&api);
    assert_eq!(deliveries.len(), 5);
    assert!(deliveries.iter().all(|delivery| delivery.status.is_none() && delivery.error.is_some()), "{deliveries:?}");
}

#[test]
fn pauses_double_from_a_minute_on() {
    // A minute becomes 20 ms: 20, 40, 80, 160.
    let api = Api::of(Sandbox::builder().webhook_retry_scale(1.0 / 3000.0).start().expect("a sandbox"));
    let (target, _calls) = listen(|_| 500);
    webhook(&api, &target, &["conversation:create"]);
    let user = api.user("steve");
    api.conversation(&user);
    let times = settle(&api).into_iter().map(|delivery| delivery.time.parse::<jiff::Timestamp>().expect("a time"));
    let times: Vec<_> = times.collect();
    let pauses: Vec<_> = times.windows(2).map(|two| two[0].duration_until(two[1]).as_millis()).collect();
    // Times are in milliseconds, and a busy machine may be late.
    for (pause, least) in pauses.iter().zip([19, 39, 79, 159]) {
        assert!(*pause >= least, "{pauses:?}");
    }
    assert_eq!(pauses.len(), 4);
}

#[test]
fn an_invalid_scale_is_zero() {
    let api = Api::of(Sandbox::builder().webhook_retry_scale(f64::NAN).start().expect("a sandbox"));
    let (target, _calls) = listen(|_| 500);
    webhook(&api, &target, &["conversation:create"]);
    api.conversation(&api.user("steve"));
    assert_eq!(settle(&api).len(), 5);
}

#[test]
fn a_failing_webhook_does_not_delay_others() {
    // The delays are minutes here.
    let api = Api::start();
    let (target, calls) =
        listen(|call| if call.body["events"][0]["payload"]["message"]["content"]["text"] == "1" { 500 } else { 200 });
    webhook(&api, &target, &["conversation:message"]);
    let conversation = api.conversation(&api.user("steve"));
    for text in ["0", "1", "2", "3"] {
        api.message(&conversation, text);
    }
    let order: Vec<Value> = (0..4)
        .map(|_| {
            calls.recv_timeout(PATIENCE).expect("a call").body["events"][0]["payload"]["message"]["content"]["text"]
                .clone()
        })
        .collect();
    assert_eq!(order, ["0", "1", "2", "3"]);
    // The last response may not have been read yet.
    let begin = Instant::now();
    while api.control("GET", "deliveries", Value::Null).ok(200)["pending"] != 1 {
        assert!(begin.elapsed() < PATIENCE, "one is due again, and no more");
        std::thread::sleep(Duration::from_millis(10));
    }
    assert!(!api.sandbox.wait_for_deliveries(Duration::ZERO));
}

#[test]
fn a_webhook_gets_its_events_in_order() {
    let api = start();
    let (target, calls) = listen(|_| 200);
    webhook(&api, &target, &["conversation:message"]);
    let conversation = api.conversation(&api.user("steve"));
    let posted: Vec<String> = (0..100).map(|n| id(&api.message(&conversation, &n.to_string()))).collect();
    settle(&api);
    let received: Vec<String> =
        calls.try_iter().map(|call| id(&call.body["events"][0]["payload"]["message"])).collect();
    assert_eq!(received, posted);
}

#[test]
fn a_webhook_is_deleted_or_changed_before_the_retry() {
    let api = Api::of(Sandbox::builder().webhook_retry_scale(0.01).start().expect("a sandbox"));
    let (target, calls) = listen(|_| 500);
    let integration = api.integration(json!({"type": "custom", "displayName": "Bot",
        "webhooks": [{"target": target, "triggers": ["conversation:create"]}]}));
    let path = format!("/integrations/{}/webhooks/{}", id(&integration), id(&integration["webhooks"][0]));
    api.conversation(&api.user("steve"));
    calls.recv_timeout(PATIENCE).expect("a call");
    let (moved, later) = listen(|_| 500);
    api.patch(&path, json!({"target": moved})).ok(200);
    later.recv_timeout(PATIENCE).expect("the second call");
    api.delete(&path).ok(200);
    settle(&api);
    assert!(api.sandbox.deliveries().len() < 5);
}

#[test]
fn a_reset_drops_pending_deliveries() {
    let (target, calls) = listen(|_| 500);
    let seed = json!({"apps": [{
        "integrations": [{"type": "custom", "displayName": "Bot",
            "webhooks": [{"target": target, "triggers": ["conversation:create"]}]}],
    }]});
    let api = Api::of(Sandbox::builder().seed(seed).webhook_retry_scale(0.05).start().expect("a sandbox"));
    api.conversation(&api.user("steve"));
    calls.recv_timeout(PATIENCE).expect("a call");
    api.sandbox.reset();
    // Retries that are due in minutes aren't waited for.
    assert!(api.sandbox.wait_for_deliveries(Duration::ZERO));
    assert!(calls.recv_timeout(Duration::from_secs(4)).is_err(), "the webhook isn't called after the reset");
    assert!(api.sandbox.deliveries().is_empty());
}

#[test]
fn a_bot_may_call_the_api_before_it_responds() {
    let api = start();
    let (base, bearer) = (api.url(""), api.bearer());
    let (target, _calls) = listen(move |call| {
        let payload = &call.body["events"][0]["payload"];
        if payload["message"]["author"]["type"] == "user" {
            let url =
                format!("{base}/conversations/{}/messages", payload["conversation"]["id"].as_str().expect("an id"));
            let response = message(&format!("Echo: {}", payload["message"]["content"]["text"]));
            ureq::post(url).header("authorization", &bearer).send_json(response).expect("posted");
        }
        200
    });
    webhook(&api, &target, &["conversation:message"]);
    api.user("steve");
    api.sandbox.send_text_as("steve", "hello").expect("sent");
    settle(&api);
    let conversation = api.get("/conversations?filter[userExternalId]=steve").ok(200)["conversations"][0].clone();
    let messages = api.get(&format!("/conversations/{}/messages", id(&conversation))).ok(200)["messages"].clone();
    assert_eq!(messages[1]["content"]["text"], "Echo: \"hello\"");
}

#[test]
fn a_drop_waits_for_no_webhook() {
    let api = start();
    let socket = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let target = format!("http://{}/", socket.local_addr().expect("an address"));
    webhook(&api, &target, &["conversation:create"]);
    api.conversation(&api.user("steve"));
    // The webhook is called and never responds.
    let _call = socket.accept().expect("a call");
    let begin = Instant::now();
    drop(api);
    assert!(begin.elapsed() < Duration::from_secs(15), "{:?}", begin.elapsed());
}

#[test]
fn users_and_sources_are_included_on_request() {
    let api = start();
    let (target, _calls) = listen(|_| 200);
    api.post("/users", json!({"externalId": "steve", "profile": {"givenName": "Steve"}})).ok(201);
    let steve = api.sandbox.end_user("steve");
    steve.send_text("Hello").expect("sent");
    let conversation = api.get("/conversations?filter[userExternalId]=steve").ok(200)["conversations"][0].clone();
    api.offer(&id(&conversation), &json!({"type": "postback", "text": "Go", "payload": "GO"}));
    let triggers = ["conversation:message", "conversation:postback", "conversation:read"];
    let hooks = [(false, false), (true, false), (false, true)].map(|(user, source)| {
        let body =
            json!({"target": target, "triggers": triggers, "includeFullUser": user, "includeFullSource": source});
        (id(&webhook_with(&api, body)), user, source)
    });
    steve.send_text("Hello").expect("sent");
    steve.tap_postback("GO").expect("tapped");
    steve.mark_read().expect("read");
    let deliveries = settle(&api);
    assert_eq!(deliveries.len(), 9);
    for (hook, full_user, full_source) in hooks {
        for delivery in deliveries.iter().filter(|delivery| delivery.webhook_id == hook) {
            let payload = &delivery.body["events"][0]["payload"];
            let (user, source) = match delivery.trigger.as_str() {
                "conversation:message" => (&payload["message"]["author"]["user"], &payload["message"]["source"]),
                "conversation:postback" => (&payload["user"], &payload["source"]),
                _ => (&payload["activity"]["author"]["user"], &payload["activity"]["source"]),
            };
            assert_eq!((&user["externalId"], &source["type"]), (&json!("steve"), &json!("web")), "{payload}");
            assert_eq!(user["profile"]["givenName"] == "Steve", full_user, "{payload}");
            assert_eq!(source["client"]["type"] == "sdk", full_source, "{payload}");
        }
    }
}

#[test]
fn standby_events_are_optional() {
    let api = start();
    let (target, _calls) = listen(|_| 200);
    let triggers = ["conversation:message", "switchboard:passControl"];
    let bot = |name: &str| {
        let integration = api.integration(json!({"type": "custom", "displayName": name,
            "webhooks": [{"target": target, "triggers": triggers}]}));
        (id(&integration), id(&integration["webhooks"][0]))
    };
    let (active, standby, deaf, other) = (bot("active"), bot("standby"), bot("deaf"), bot("other"));
    let switchboard = id(&api.post("/switchboards", json!({})).ok(201)["switchboard"]);
    let path = format!("/switchboards/{switchboard}/switchboardIntegrations");
    let join = |name: &str, integration: &str, hears: bool| {
        let body = json!({"name": name, "integrationId": integration, "deliverStandbyEvents": hears});
        id(&api.post(&path, body).ok(201)["switchboardIntegration"])
    };
    let first = join("active", &active.0, false);
    join("standby", &standby.0, true);
    join("deaf", &deaf.0, false);
    let update = json!({"enabled": true, "defaultSwitchboardIntegrationId": first});
    api.patch(&format!("/switchboards/{switchboard}"), update).ok(200);
    let conversation = api.conversation(&api.user("steve"));
    let heard = |trigger: &str| {
        let deliveries = settle(&api);
        let mut hooks: Vec<_> =
            deliveries.into_iter().filter(|one| one.trigger == trigger).map(|one| one.webhook_id).collect();
        hooks.sort();
        hooks
    };
    api.message(&conversation, "Hello");
    assert_eq!(heard("conversation:message"), [active.1.clone(), standby.1.clone(), other.1.clone()]);
    api.post(&format!("/conversations/{conversation}/passControl"), json!({"switchboardIntegration": "deaf"})).ok(200);
    assert_eq!(heard("switchboard:passControl").len(), 4);
    api.message(&conversation, "Again");
    let heard = heard("conversation:message");
    assert_eq!(
        [&active, &standby, &deaf, &other].map(|bot| heard.iter().filter(|hook| **hook == bot.1).count()),
        [1, 2, 1, 2]
    );
}

#[test]
fn what_end_users_do() {
    let api = start();
    let (steve, sue) = (api.user("steve"), api.user("sue"));
    let end_user = api.sandbox.end_user("steve");
    // The first message creates the default conversation.
    let first = end_user.send_text("Hello").expect("sent");
    let conversations = api.get(&format!("/conversations?filter[userId]={steve}")).ok(200)["conversations"].clone();
    assert_eq!((conversations.as_array().map(Vec::len), &conversations[0]["isDefault"]), (Some(1), &json!(true)));
    let default = id(&conversations[0]);
    end_user.send(json!({"type": "location", "coordinates": {"lat": 1.5, "long": 2.5}})).expect("sent");
    let messages = api.get(&format!("/conversations/{default}/messages")).ok(200)["messages"].clone();
    assert_eq!(messages[0]["id"], first);
    assert_eq!((&messages[0]["author"]["userId"], &messages[0]["source"]), (&json!(steve), &json!({"type": "web"})));
    assert_eq!(messages[1]["content"]["coordinates"]["lat"], 1.5);
    // On a device and on a channel.
    api.sandbox.add_device("steve", sunshine_conversations_sandbox::Platform::Ios).expect("a device");
    end_user.send_text("From my phone").expect("sent");
    let client = api.post(&format!("/users/{steve}/clients"), api.new_client(&default)).ok(201)["client"].clone();
    let channel = end_user.clone().on_client(&id(&client));
    channel.send_text("From elsewhere").expect("sent");
    let messages = api.get(&format!("/conversations/{default}/messages")).ok(200)["messages"].clone();
    assert_eq!(messages[2]["source"], json!({"type": "ios"}));
    assert_eq!(messages[3]["source"], json!({"type": client["type"], "integrationId": client["integrationId"]}));
    // In a group.
    let group = api.group();
    api.join(&group, &steve);
    api.join(&group, &sue);
    end_user.clone().in_conversation(&group).send_text("Hello all").expect("sent");
    let unread = |user: &str| {
        let participants = api.get(&format!("/conversations/{group}/participants")).ok(200)["participants"].clone();
        let own = participants.as_array().expect("participants").iter().find(|one| one["userId"] == *user).cloned();
        own.expect("a participant")["unreadCount"].clone()
    };
    assert_eq!((unread(&steve), unread(&sue)), (json!(0), json!(1)));
    api.sandbox.end_user("sue").in_conversation(&group).mark_read().expect("read");
    assert_eq!(unread(&sue), 0);
}

#[test]
fn events_of_end_users_are_complete() {
    let api = start();
    let (target, calls) = listen(|_| 200);
    let triggers = ["conversation:create", "conversation:referral", "conversation:typing", "conversation:postback"];
    webhook(&api, &target, &triggers);
    api.user("steve");
    let payload = || calls.recv_timeout(PATIENCE).expect("a call").body["events"][0]["payload"].clone();
    let steve = api.sandbox.end_user("steve");
    steve.follow_referral("SPRING").expect("referred");
    let begun = payload();
    assert_eq!((&begun["creationReason"], &begun["referral"]["code"]), (&json!("startConversation"), &json!("SPRING")));
    steve.follow_referral("SUMMER").expect("referred");
    assert_eq!(payload()["referral"]["code"], "SUMMER");
    steve.start_typing().expect("typing");
    steve.stop_typing().expect("typing");
    assert_eq!(
        (&payload()["activity"]["type"], &payload()["activity"]["type"]),
        (&json!("typing:start"), &json!("typing:stop"))
    );
    let button = json!({"type": "postback", "text": "Track", "payload": "TRACK", "metadata": {"order": 7}});
    let message =
        json!({"author": {"type": "business"}, "content": {"type": "text", "text": "Well?", "actions": [button]}});
    let conversation = begun["conversation"]["id"].as_str().expect("an id").to_owned();
    api.post(&format!("/conversations/{conversation}/messages"), message).ok(201);
    steve.tap_postback("TRACK").expect("tapped");
    let postback = payload()["postback"].clone();
    assert_eq!((&postback["payload"], &postback["metadata"]), (&json!("TRACK"), &json!({"order": 7})));
}

#[test]
fn what_end_users_cannot_do() {
    let api = Api::of(Sandbox::builder().max_messages(1).start().expect("a sandbox"));
    api.user("steve");
    let group = api.group();
    let steve = api.sandbox.end_user("steve");
    let rejected = |done: std::io::Result<String>, why: &str| {
        let error = done.expect_err("refused").to_string();
        assert!(error.contains(why), "{error}");
    };
    rejected(api.sandbox.send_text_as("unknown", "x"), "user not found");
    rejected(steve.clone().in_conversation("none").send_text("x"), "conversation not found");
    rejected(steve.clone().in_conversation(&group).send_text("x"), "isn't a participant");
    rejected(steve.clone().on_client("none").send_text("x"), "client not found");
    rejected(steve.send(json!({"type": "text", "text": "x".repeat(5000)})), "/content/text");
    rejected(steve.send(json!({"type": "other"})), "/content");
    // Allowed by the document's schema only.
    rejected(steve.send(json!({"type": "text"})), "/content/text");
    rejected(steve.send(json!("x")), "/content: must be an object");
    let conversations = "/conversations?filter[userExternalId]=steve";
    assert_eq!(api.get(conversations).ok(200)["conversations"], json!([]), "nothing has begun");
    assert_eq!(api.get("/users/steve/clients").ok(200)["clients"], json!([]));
    steve.send_text("one").expect("sent");
    rejected(steve.send_text("two"), "1 messages");
}

#[test]
fn a_quick_reply_is_tapped() {
    let api = start();
    let (target, calls) = listen(|_| 200);
    let user = api.user("steve");
    let conversation = api.conversation(&user);
    let steve = api.sandbox.end_user("steve").in_conversation(&conversation);
    let untapped = steve.tap_reply("Yes").expect_err("no reply").to_string();
    assert!(untapped.contains("the known ones are: none"), "{untapped}");
    for payload in ["OLD", "YES"] {
        api.offer(&conversation, &json!({"type": "reply", "text": "Yes", "payload": payload}));
    }
    let untapped = steve.tap_reply("yes").expect_err("another text").to_string();
    assert!(
        untapped.contains("type reply with the text \"yes\"") && untapped.contains("the known ones are: \"Yes\""),
        "{untapped}"
    );
    webhook(&api, &target, &["conversation:message"]);
    let message = steve.tap_reply("Yes").expect("tapped");
    settle(&api);
    let sent = calls.recv_timeout(PATIENCE).expect("a call").body["events"][0]["payload"]["message"].clone();
    assert_eq!(sent["id"], *message);
    assert_eq!(sent["content"], json!({"type": "text", "text": "Yes", "payload": "YES"}));
    assert_eq!(sent["author"]["userId"], *user);
}

#[test]
fn a_message_of_a_user_has_text() {
    let api = start();
    api.user("steve");
    let steve = api.sandbox.end_user("steve");
    for text in ["", " ", "\n\t"] {
        let error = steve.send_text(text).expect_err("blank").to_string();
        assert!(error.contains("/content/text"), "{error}");
    }
    assert_eq!(api.get("/conversations?filter[userExternalId]=steve").ok(200)["conversations"], json!([]));
}

#[test]
fn a_call_from_before_a_reset_does_not_delay_the_next_ones() {
    let api = Api::of(Sandbox::builder().deterministic().start().expect("a sandbox"));
    let begin = Instant::now();
    for round in 0..3 {
        // In every round, the IDs are the same.
        let ((status, wait), (arrival, arrived)) = (channel::<u16>(), channel());
        let (target, _calls) = listen(move |_| {
            arrival.send(()).expect("the test runs");
            if round < 2 { wait.recv().unwrap_or(200) } else { 200 }
        });
        webhook(&api, &target, &["conversation:message"]);
        let conversation = api.conversation(&api.user("steve"));
        api.message(&conversation, "Hello");
        api.message(&conversation, "And again");
        arrived.recv_timeout(PATIENCE).expect("a call");
        if round == 2 {
            let deliveries = settle(&api);
            assert_eq!(deliveries.iter().map(|one| one.status).collect::<Vec<_>>(), [Some(200); 2]);
            assert!(deliveries.iter().all(|one| one.target == target), "{deliveries:?}");
        } else {
            // The call hangs, and the other event waits for it.
            api.sandbox.reset();
            assert!(api.sandbox.wait_for_deliveries(Duration::ZERO) && api.sandbox.deliveries().is_empty());
            std::mem::forget(status);
        }
    }
    assert!(begin.elapsed() < Duration::from_secs(15), "{:?}", begin.elapsed());
}

#[test]
fn webhooks_on_other_machines_are_not_called() {
    let reserved = ["http://169.254.169.254/x", "http://10.0.0.1:80", "http://[fe80::1]/", "http://[::ffff:10.0.0.1]/"];
    let local = ["http://localhost:1/", "http://127.9.9.9:1/", "http://[::1]:1/", "http://0.0.0.0:1/"];
    for (remote, targets, is_refused) in [(false, reserved, true), (false, local, false), (true, local, false)] {
        let builder = Sandbox::builder().webhook_retry_scale(0.0001);
        let builder = if remote { builder.allow_remote_webhooks() } else { builder };
        let api = Api::of(builder.start().expect("a sandbox"));
        targets.iter().for_each(|target| drop(webhook(&api, target, &["conversation:message"])));
        api.message(&api.conversation(&api.user("steve")), "Hello");
        let deliveries = settle(&api);
        for one in &deliveries {
            let error = one.error.as_deref().unwrap_or_default();
            assert_eq!(error.contains("is another machine; use `--allow-remote-webhooks`"), is_refused, "{error}");
        }
        // A refused call isn't repeated.
        assert_eq!(deliveries.len(), targets.len() * if is_refused { 1 } else { 5 }, "{deliveries:?}");
    }
}

#[test]
fn over_http() {
    let api = start();
    let (target, _calls) = listen(|_| 200);
    let triggers = ["conversation:message", "conversation:typing", "conversation:create", "conversation:postback"];
    webhook(&api, &target, &triggers);
    api.user("steve");
    let path = format!("apps/{}/simulate", api.sandbox.app_id());
    let act = |act: Value| api.control("POST", &path, json!({"type": "userAction", "user": "steve", "action": act}));
    let new = act(json!({"type": "message", "content": {"type": "text", "text": "Hello"}})).ok(200);
    assert!(new["messageId"].is_string() && new["conversationId"].is_string(), "{new}");
    act(json!({"type": "startTyping"})).ok(200);
    act(json!({"type": "postback", "payload": "GO"})).fails(400, "bad_request", "the known ones are: none");
    let conversation = new["conversationId"].as_str().expect("an id");
    api.offer(conversation, &json!({"type": "postback", "text": "Go", "payload": "GO"}));
    act(json!({"type": "postback", "payload": "G0"})).fails(400, "bad_request", "the known ones are: \"GO\"");
    act(json!({"type": "postback", "payload": "GO"})).ok(200);
    act(json!({"type": "dance"})).fails(400, "bad_request", "dance");
    act(json!({"type": "postback"})).fails(400, "bad_request", "payload");
    settle(&api);
    let received = api.control("GET", "deliveries", Value::Null).ok(200);
    let received: Vec<_> =
        received["deliveries"].as_array().expect("deliveries").iter().map(|one| one["trigger"].clone()).collect();
    assert_eq!(
        received,
        [
            "conversation:create",
            "conversation:message",
            "conversation:typing",
            "conversation:message",
            "conversation:postback"
        ]
    );
    // Simulated events aren't in the journal.
    let journal = api.sandbox.journal();
    assert!(journal.iter().all(|entry| !entry.path.starts_with("/sandbox")));
    let request = Request::put(api.at("/sandbox/deliveries"));
    api.send(request, Vec::new()).fails(405, "method_not_allowed", "GET");
}

#[test]
fn several_events_in_a_request() {
    let api = Api::of(Sandbox::builder().webhook_batch(3).start().expect("a sandbox"));
    let (target, calls) = listen(|_| 200);
    webhook(&api, &target, &["conversation:message"]);
    api.user("steve");
    let steve = api.sandbox.end_user("steve");
    let sent: Vec<Value> = (0..7).map(|_| steve.send_text("Hello").expect("sent").into()).collect();
    let deliveries = settle(&api);
    let mut received = Vec::new();
    for call in calls.try_iter() {
        let events = call.body["events"].as_array().expect("events").clone();
        assert!((1..=3).contains(&events.len()), "{}", events.len());
        received.extend(events.iter().map(|event| event["payload"]["message"]["id"].clone()));
    }
    assert_eq!(received, sent);
    // The first events may have been sent before the others occurred.
    assert!(deliveries.len() < 7, "{}", deliveries.len());
    assert!(deliveries.iter().any(|delivery| delivery.trigger == "conversation:message, conversation:message"
        || delivery.trigger.matches("conversation:message").count() == 3));
}

#[test]
fn repeated_and_reordered_events() {
    let api = Api::of(Sandbox::builder().duplicate_deliveries().reorder_deliveries().start().expect("a sandbox"));
    let (target, calls) = listen(|_| 200);
    webhook(&api, &target, &["conversation:message"]);
    api.user("steve");
    let steve = api.sandbox.end_user("steve");
    let sent: Vec<Value> = (0..5).map(|_| steve.send_text("Hello").expect("sent").into()).collect();
    settle(&api);
    let received: Vec<Value> =
        calls.try_iter().map(|call| call.body["events"][0]["payload"]["message"]["id"].clone()).collect();
    assert_eq!(received.len(), 10);
    assert!(received.chunks(2).all(|pair| pair[0] == pair[1]), "{received:?}");
    let once: Vec<Value> = received.chunks(2).map(|pair| pair[0].clone()).collect();
    assert_ne!(once, sent);
    assert!(sent.iter().all(|message| once.contains(message)));
}

#[test]
fn deliveries_are_resent_awaited_and_cleared() {
    let api = start();
    let (target, calls) = listen(|_| 200);
    webhook(&api, &target, &["conversation:message"]);
    api.user("steve");
    api.sandbox.send_text_as("steve", "Hello").expect("sent");
    let log = api.control("GET", "deliveries?wait=60", Value::Null).ok(200);
    assert_eq!((&log["pending"], log["deliveries"].as_array().map(Vec::len)), (&json!(0), Some(1)));
    api.control("POST", "deliveries/1/resend", Value::Null).ok(200);
    assert_eq!(settle(&api).len(), 2);
    let bodies: Vec<Value> = calls.try_iter().map(|call| call.body).collect();
    assert_eq!(bodies[0], bodies[1]);
    api.control("POST", "deliveries/9/resend", Value::Null).fails(404, "not_found", "delivery");
    api.control("DELETE", "deliveries", Value::Null).ok(200);
    assert_eq!(api.sandbox.deliveries().len(), 0);
    for wait in ["x", "-1", "601"] {
        let path = format!("deliveries?wait={wait}");
        api.control("GET", &path, Value::Null).fails(400, "bad_request", "number of seconds");
    }
}
