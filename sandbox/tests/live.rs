//! The live feed, and the routes that the page uses.

use std::io::{BufRead, BufReader, Read};
use std::time::Duration;

use crate::common;
use crate::common::{Api, id};
use serde_json::{Value, json};
use sunshine_conversations_sandbox::Sandbox;
use ureq::http::Request;

const PATIENCE: Duration = Duration::from_secs(60);

/// Reads server-sent events.
struct Feed(BufReader<Box<dyn Read>>);

impl Feed {
    /// Connects, and waits until the sandbox sends events.
    fn connect(api: &Api) -> Self {
        let agent = ureq::Agent::config_builder().timeout_recv_body(Some(PATIENCE)).build().new_agent();
        let response = agent.get(api.at("/sandbox/events")).call().expect("a response");
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        let mut feed = Self(BufReader::new(Box::new(response.into_body().into_reader())));
        assert_eq!(feed.line(), ": connected");
        feed
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        while line.trim().is_empty() {
            line.clear();
            assert_ne!(self.0.read_line(&mut line).expect("a line"), 0, "the feed has ended");
        }
        line.trim().to_owned()
    }

    /// The name and the data of the next event.
    fn next(&mut self) -> (String, Value) {
        let line = self.line();
        let name = line.strip_prefix("event: ").expect("an event").to_owned();
        let data = self.line();
        let data = data.strip_prefix("data: ").expect("data");
        (name, serde_json::from_str(data).expect("JSON in one line"))
    }
}

#[test]
fn requests_deliveries_and_events_are_sent_as_they_happen() {
    let api = Api::start();
    let server = tiny_http::Server::http("127.0.0.1:0").expect("a port");
    let target = format!("http://{}/hook", server.server_addr());
    std::thread::spawn(move || {
        server.incoming_requests().for_each(|request| drop(request.respond(tiny_http::Response::empty(200))));
    });
    let triggers = json!(["conversation:message"]);
    let hook = json!({"target": target, "triggers": triggers});
    api.integration(json!({"type": "custom", "displayName": "Bot", "webhooks": [hook]}));
    let mut feed = Feed::connect(&api);

    // A body with line breaks is sent in one line.
    let request = Request::post(api.url("/users")).header("authorization", api.bearer());
    let request = request.header("content-type", "application/json");
    api.send(request, b"{\r\n  \"externalId\":\n \"steve\"}".to_vec()).ok(201);
    let (name, request) = feed.next();
    assert_eq!(
        (name.as_str(), &request["operation"], &request["body"]),
        ("request", &json!("CreateUser"), &json!({"externalId": "steve"}))
    );

    api.sandbox.send_text_as("steve", "Hello").expect("sent");
    let (name, simulated) = feed.next();
    assert_eq!((name.as_str(), &simulated["event"]["action"]["content"]["text"]), ("simulated", &json!("Hello")));
    assert!(simulated["result"]["messageId"].is_string(), "{simulated}");
    let (name, delivery) = feed.next();
    assert_eq!((name.as_str(), &delivery["status"], &delivery["number"]), ("delivery", &json!(200), &json!(1)));

    assert!(api.sandbox.send_text_as("unknown", "Hello").is_err());
    let (name, failed) = feed.next();
    assert_eq!(
        (name.as_str(), &failed["error"], &failed["result"]),
        ("simulated", &json!("user not found"), &json!(null))
    );
    api.sandbox.reset();
    assert_eq!((feed.next().1["what"].clone(), feed.next().1["what"].clone()), (json!("restore"), json!("reset")));
}

fn list(api: &Api, path: &str) -> Value {
    api.control("GET", &format!("apps/{}/{path}", api.sandbox.app_id()), Value::Null).ok(200)
}

#[test]
fn records_are_listed_in_pages_newest_first() {
    let api = Api::start();
    let users: Vec<String> = (0..5).map(|number| api.user(&format!("user-{number}"))).collect();
    let first = list(&api, "users?limit=2");
    assert_eq!(
        (common::ids(&first["records"]), &first["hasMore"]),
        (vec![users[4].clone(), users[3].clone()], &json!(true))
    );
    let rest = list(&api, &format!("users?limit=3&after={}", users[3]));
    assert_eq!((common::ids(&rest["records"]).len(), &rest["hasMore"]), (3, &json!(false)));
    assert_eq!(common::ids(&list(&api, "users?search=USER-2")["records"]), [users[2].clone()]);

    let conversation = api.conversation(&users[0]);
    let other = api.conversation(&users[1]);
    api.message(&conversation, "Hello");
    let shown = &list(&api, "conversations")["records"];
    assert_eq!(common::ids(shown), [other, conversation.clone()]);
    assert_eq!(
        (&shown[1]["lastMessage"]["content"]["text"], &shown[1]["participants"][0]["userId"]),
        (&json!("Hello"), &json!(users[0]))
    );
    assert_eq!(common::ids(&list(&api, "conversations?user=user-0")["records"]), [conversation]);
    let custom = api.custom();
    assert_eq!(common::ids(&list(&api, "integrations")["records"]), [custom]);
    assert_eq!(list(&api, "webhooks")["records"][0]["target"], "https://example.org/hook");

    let fails = |path: &str, title: &str| {
        let path = format!("apps/{}/{path}", api.sandbox.app_id());
        api.control("GET", &path, Value::Null).fails(400, "bad_request", title);
    };
    fails("users?limit=0", "limit: must be from 1 to 200");
    fails("users?user=x", "user: only for conversations");
    fails("users?limt=1", "unknown query parameter");
    let unknown = format!("apps/{}/things", api.sandbox.app_id());
    api.control("GET", &unknown, Value::Null).fails(404, "not_found", "use users, conversations");
}

#[test]
fn a_conversation_becomes_a_seed() {
    let api = Api::start();
    api.user("steve");
    api.sandbox.send_text_as("steve", "Hello").expect("sent");
    let shown = list(&api, "conversations")["records"][0].clone();
    let conversation = id(&shown);
    api.offer(&conversation, &json!({"type": "postback", "text": "Track", "payload": "TRACK"}));
    let items = json!([{"title": "Bread", "actions": [{"type": "link", "text": "See", "uri": "https://b.example"}]}]);
    let carousel =
        json!({"author": {"type": "business", "displayName": "Bot"}, "content": {"type": "carousel", "items": items}});
    api.post(&format!("/conversations/{conversation}/messages"), carousel).ok(201);
    let before = list(&api, &format!("conversations/{conversation}"));
    assert_eq!((before["messages"].as_array().map(Vec::len), &before["hasMore"]), (Some(3), &json!(false)));

    let seed = list(&api, &format!("conversations/{conversation}/seed"));
    let copy = Api::of(Sandbox::builder().seed(seed).start().expect("a sandbox"));
    let conversation = id(&list(&copy, "conversations?user=steve")["records"][0]);
    let after = list(&copy, &format!("conversations/{conversation}"));
    let contents = |shown: &Value| {
        let messages = shown["messages"].as_array().expect("messages").iter();
        messages
            .map(|message| (message["author"]["type"].clone(), message["content"]["type"].clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(contents(&before), contents(&after));
    assert_eq!(after["messages"][0]["content"]["text"], "Hello");
    copy.sandbox.end_user("steve").tap_postback("TRACK").expect("the button");
}

#[test]
fn counts_credentials_and_routes() {
    let api = Api::start();
    api.user("steve");
    let state = api.control("GET", "state", Value::Null).ok(200);
    assert_eq!((&state["apps"][0]["counts"]["users"], &state["apps"][0]["counts"]["messages"]), (&json!(1), &json!(0)));
    let credentials = api.control("GET", "credentials", Value::Null).ok(200);
    assert_eq!(credentials["apps"][0]["keys"][0], json!({"id": "app_sandbox", "secret": "sandbox-secret"}));
    let routes = api.control("GET", "routes", Value::Null).ok(200);
    assert!(routes["routes"].as_array().is_some_and(|routes| routes.len() > 30), "{routes}");
    let page = api.raw(Request::get(api.at("/")), Vec::new());
    let policy = page.headers()["content-security-policy"].to_str().expect("text");
    assert!(policy.starts_with("default-src 'none'; script-src 'self';"), "{policy}");
}

/// A route in the table without a handler would respond with 500.
#[test]
fn every_route_is_handled() {
    let api = Api::start();
    let routes = api.control("GET", "routes", Value::Null).ok(200)["routes"].clone();
    for route in routes.as_array().expect("routes").iter().filter(|route| route["path"] != "/sandbox/events") {
        let (method, path) = (route["method"].as_str().expect("a method"), route["path"].as_str().expect("a path"));
        let request = Request::builder().method(method).uri(api.at(&path.replace(['{', '}'], "")));
        let status = api.raw(request, Vec::new()).status().as_u16();
        assert!(matches!(status, 200 | 400 | 404), "{method} {path}: {status}");
    }
}

#[test]
fn named_snapshots() {
    let api = Api::start();
    api.user("steve");
    api.control("PUT", "snapshots/with%20steve", Value::Null).ok(200);
    api.user("ada");
    api.control("POST", "snapshots/with%20steve/restore", Value::Null).ok(200);
    api.get("/users/steve").ok(200);
    api.get("/users/ada").fails(404, "not_found", "user");
    let names = api.control("GET", "snapshots", Value::Null).ok(200)["snapshots"].clone();
    assert_eq!((names.as_array().map(Vec::len), &names[0]["name"]), (Some(1), &json!("with steve")));
    api.control("DELETE", "snapshots/with%20steve", Value::Null).ok(200);
    api.control("POST", "snapshots/with%20steve/restore", Value::Null).fails(404, "not_found", "no snapshot");
    api.control("PUT", "snapshots/", Value::Null).fails(400, "bad_request", "1 to 100 characters");
}

#[test]
fn settings_change_while_it_runs() {
    let api = Api::start();
    let settings = api.control("GET", "settings", Value::Null).ok(200);
    assert_eq!(settings["latencyMilliseconds"], json!(null));
    let update = json!({"rateLimit": {"requests": 0, "seconds": 60}, "latencyMilliseconds": [1, 2], "webhookBatch": 5});
    let settings = api.control("PATCH", "settings", update).ok(200);
    assert_eq!(
        settings,
        json!({"latencyMilliseconds": [1, 2], "rateLimit": {"requests": 0, "seconds": 60.0}, "webhookBatch": 5,
            "duplicateDeliveries": false, "reorderDeliveries": false})
    );
    api.get("/users/steve").fails(429, "too_many_requests", "retry");
    api.control("PATCH", "settings", json!({"rateLimit": null})).ok(200);
    api.get("/users/steve").fails(404, "not_found", "user");
    for (update, title) in [
        (json!({"latencyMilliseconds": [2, 1]}), "/latencyMilliseconds"),
        (json!({"rateLimit": {"requests": 1, "seconds": 0}}), "/rateLimit/seconds"),
        (json!({"webhookBatch": 0}), "/webhookBatch"),
        (json!({"latency": 1}), "unknown field"),
    ] {
        api.control("PATCH", "settings", update).fails(400, "bad_request", title);
    }
}

#[test]
fn a_request_of_the_journal_is_sent_again() {
    let api = Api::start();
    api.call("POST", &api.url("/users"), Some(&json!({"externalId": "steve"}))).ok(201);
    let again = api.control("POST", "journal/1/replay", Value::Null).ok(200);
    assert_eq!((&again["status"], &again["response"]["errors"][0]["code"]), (&json!(409), &json!("conflict")));
    api.get("/users/steve?brandId=").fails(404, "not_found", "user");
    assert_eq!(api.control("POST", "journal/3/replay", Value::Null).ok(200)["status"], 404);
    assert_eq!(api.sandbox.journal().len(), 4);
    assert_eq!(api.sandbox.journal()[3].query.as_deref(), Some("brandId="));
    api.control("POST", "journal/99/replay", Value::Null).fails(404, "not_found", "journal");
    // Without credentials, the replay doesn't have any either.
    api.send(Request::get(api.url("/users/steve")), Vec::new()).fails(401, "unauthorized", "credentials");
    assert_eq!(api.control("POST", "journal/5/replay", Value::Null).ok(200)["status"], 401);
}

#[test]
fn journal_filters_and_near_misses() {
    let api = Api::start();
    let conversation = api.conversation(&api.user("steve"));
    api.message(&conversation, "Hello");
    let ask = |query: &str| api.control("GET", &format!("journal?{query}"), Value::Null).ok(200);
    let count = |query: &str| ask(query)["requests"].as_array().map(Vec::len);
    assert_eq!(
        (count("method=post"), count("status=201"), count("operation=PostMessage&status=201")),
        (Some(3), Some(3), Some(1))
    );
    assert_eq!((count("after=2"), count(&format!("path=/v2/apps/{}/users", api.sandbox.app_id()))), (Some(1), Some(1)));
    assert_eq!(count("body={%22content%22:{%22text%22:%22Hello%22}}"), Some(1));
    let missed = ask("operation=PostMessage&body={%22content%22:{%22text%22:%22Goodbye%22}}");
    assert_eq!(
        (missed["requests"].clone(), &missed["nearest"]["request"]["operation"]),
        (json!([]), &json!("PostMessage"))
    );
    assert_eq!(missed["nearest"]["differences"], json!([r#"body.content.text: expected "Goodbye", was "Hello""#]));
    assert_eq!(ask("operation=PostMessage").get("nearest"), None);
    // A request without the field isn't nearer than one with another value.
    api.get("/users/steve").ok(200);
    let missed = ask("body={%22externalId%22:%22ada%22}");
    assert_eq!(missed["nearest"]["differences"], json!([r#"body.externalId: expected "ada", was "steve""#]));
    for (query, title) in [
        ("status=ok", "status code"),
        ("body=x", "must be JSON"),
        ("after=x", "number"),
        ("operation=PostMesage", "did you mean"),
    ] {
        api.control("GET", &format!("journal?{query}"), Value::Null).fails(400, "bad_request", title);
    }
}

#[test]
fn logs_are_paged() {
    let api = Api::of(Sandbox::builder().webhook_retry_scale(0.0).start().expect("a sandbox"));
    let hook = json!({"target": "http://127.0.0.1:1/", "triggers": ["user:update"]});
    api.integration(json!({"type": "custom", "displayName": "Bot", "webhooks": [hook]}));
    api.user("steve");
    for locale in ["fr", "de", "pt"] {
        api.sandbox.detect_locale("steve", locale).expect("detected");
    }
    assert!(api.sandbox.detect_locale("ada", "fr").is_err());
    // Five attempts for each of three events.
    assert!(api.sandbox.wait_for_deliveries(std::time::Duration::from_secs(60)));
    let get = |path: &str| api.control("GET", path, Value::Null).ok(200);
    let numbers = |list: &Value| -> Vec<u64> {
        list.as_array().expect("a list").iter().filter_map(|one| one["number"].as_u64()).collect()
    };
    let page = get("deliveries?limit=10");
    assert_eq!((numbers(&page["deliveries"]), &page["hasMore"]), ((1..=10).collect(), &json!(true)));
    let page = get("deliveries?after=10&limit=10");
    assert_eq!((numbers(&page["deliveries"]), &page["hasMore"]), ((11..=15).collect(), &json!(false)));
    assert_eq!(numbers(&get("deliveries")["deliveries"]).len(), 15);
    let page = get("simulated?after=1&limit=2");
    assert_eq!((numbers(&page["events"]), &page["hasMore"]), (vec![2, 3], &json!(true)));
    let failed = get("simulated?after=3")["events"][0].clone();
    assert_eq!((&failed["event"]["user"], &failed["error"]), (&json!("ada"), &json!("user not found")));
    let counts = get("state");
    assert_eq!((&counts["deliveries"], &counts["simulated"]), (&json!(15), &json!(4)));
    for (query, title) in
        [("limit=0", "limit: must be from 1"), ("limit=x", "limit: must be a number"), ("after=-1", "after")]
    {
        api.control("GET", &format!("deliveries?{query}"), Value::Null).fails(400, "bad_request", title);
    }
    api.control("DELETE", "journal", Value::Null).ok(200);
    assert_eq!(get("simulated")["events"], json!([]));
    // Numbers go on, so that a page that is open doesn't confuse events.
    api.sandbox.detect_locale("steve", "it").expect("detected");
    assert_eq!(numbers(&get("simulated")["events"]), [5]);
}
