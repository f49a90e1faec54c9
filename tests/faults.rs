//! Faults of other clients of this API: one test for each.

use crate::raw_server;

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use raw_server::{APP, CONVERSATION, Gate, KEY_ID, KEY_SECRET, RawServer, Step, USER, json, refusal, response};
use sunshine_conversations::http::Method;
use sunshine_conversations::models::*;
use sunshine_conversations::webhook::WebhookPayload;
use sunshine_conversations::{ApiClient, Credentials, Error, ErrorKind, RetryPolicy, Upload};

const MESSAGES: &str = r#"{"messages":[{"id":"m1","received":"2026-01-01T00:00:00.000Z","author":{"type":"business"},
    "content":{"type":"text","text":"Hi"}}]}"#;

fn message() -> MessagePost {
    MessagePost::new(Author::new(AuthorType::Business), TextMessage::new().with_text("Hi"))
}

// Paging and filters.

#[test]
fn paging_and_filters_are_deep_objects_and_size_is_kept() {
    let server = RawServer::handle(|request| match request.path().rsplit('/').next() {
        Some("users") => json(200, r#"{"users":[]}"#),
        Some("clients") => json(200, r#"{"clients":[]}"#),
        Some("apps") => json(200, r#"{"apps":[]}"#),
        Some("integrations") => json(200, r#"{"integrations":[]}"#),
        _ => json(200, r#"{"conversations":[]}"#),
    });
    let api = server.client();
    api.list_clients(APP, USER).page_size(7).after("cur=&sor").send().unwrap();
    api.list_conversations(APP, &ConversationListFilter::new().with_user_id("u 1")).page_size(100).send().unwrap();
    api.list_users(APP, &UserListFilter::new("a+b@example.com")).send().unwrap();
    api.list_apps().filter(&AppListFilter::new().with_service_account_id("s1")).before("c").send().unwrap();
    api.list_integrations(APP).filter(&IntegrationListFilter::new().with_types("web,ios")).send().unwrap();

    let sent: Vec<Vec<(String, String)>> = server.requests().iter().map(raw_server::Request::query).collect();
    let expected: [&[(&str, &str)]; 5] = [
        &[("page[after]", "cur=&sor"), ("page[size]", "7")],
        &[("filter[userId]", "u 1"), ("page[size]", "100")],
        &[("filter[identities.email]", "a+b@example.com")],
        &[("filter[serviceAccountId]", "s1"), ("page[before]", "c")],
        &[("filter[types]", "web,ios")],
    ];
    for (mut sent, expected) in sent.into_iter().zip(expected) {
        sent.sort();
        let expected: Vec<_> = expected.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        assert_eq!(sent, expected);
    }
    for request in server.requests() {
        assert!(!request.target().contains(['{', '"', '+']), "{}", request.target());
        assert!(!request.target().contains("%7B"), "JSON in the query: {}", request.target());
    }
}

#[test]
fn has_more_is_followed() {
    let server = RawServer::handle(|request| match request.parameter("page[after]").as_deref() {
        None => json(200, r#"{"clients":[{"id":"1"}],"meta":{"hasMore":true,"afterCursor":"a"}}"#),
        Some("a") => json(200, r#"{"clients":[{"id":"2"}],"meta":{"hasMore":false}}"#),
        Some(other) => panic!("{other}"),
    });
    let ids: Vec<ClientId> = server.client().list_clients(APP, USER).iter().map(|client| client.unwrap().id).collect();
    assert_eq!(ids, ["1", "2"]);
    assert_eq!(server.requests().len(), 2);
}

// Models.

#[test]
fn an_unknown_enum_value_does_not_lose_the_page() {
    let page =
        r#"{"clients":[{"id":"1","status":"active","type":"web"},{"id":"2","status":"resting","type":"pigeon"}]}"#;
    let server = RawServer::always(json(200, page));
    let clients = server.client().list_clients(APP, USER).send().unwrap().clients;
    assert_eq!(clients[0].status, Some(ClientStatus::Active));
    assert_eq!(clients[1].status, Some(ClientStatus::from("resting")));
    assert_eq!(clients[1].type_.as_ref().unwrap().as_str(), "pigeon");
    assert_eq!(serde_json::to_string(&clients[1].status).unwrap(), "\"resting\"");
}

#[test]
fn an_unknown_content_type_is_not_text() {
    let content = r#"{"type":"hologram","text":"Hi","depth":1.50}"#;
    let page = format!(
        r#"{{"messages":[{{"id":"1","author":{{"type":"user"}},"content":{content}}},
           {{"id":"2","author":{{"type":"user"}},"content":{{"text":"Hi","type":"text"}}}}]}}"#
    );
    let server = RawServer::always(json(200, page));
    let messages = server.client().list_messages(APP, CONVERSATION).send().unwrap().messages;
    let first = messages[0].content.as_ref().unwrap();
    assert_eq!(first.type_(), "hologram");
    assert!(matches!(first, Content::Unknown(json) if json.as_str() == content), "{first:?}");
    assert_eq!(serde_json::to_string(&first).unwrap(), content);
    assert!(matches!(&messages[1].content, Some(Content::Text(text)) if text.text.as_deref() == Some("Hi")));
}

#[test]
fn integrations_have_the_fields_of_their_type() {
    let page = r##"{"integrations":[
        {"type":"twilio","id":"1","accountSid":"AC","phoneNumberSid":"PN"},
        {"id":"2","brandColor":"#ff0000","type":"web","prechatCapture":{"enabled":true}},
        {"id":"3","type":"custom","webhooks":[{"id":"w","target":"https://example.com","triggers":["*"]}]},
        {"id":"4","type":"smokeSignal","fire":"big"}]}"##;
    let server = RawServer::always(json(200, page));
    let integrations = server.client().list_integrations(APP).send().unwrap().integrations;
    let Integration::Twilio(twilio) = &integrations[0] else { panic!("{:?}", integrations[0]) };
    assert_eq!((twilio.account_sid.as_str(), twilio.phone_number_sid.as_deref()), ("AC", Some("PN")));
    let Integration::Web(web) = &integrations[1] else { panic!("{:?}", integrations[1]) };
    assert_eq!(web.brand_color.as_deref(), Some("#ff0000"));
    assert_eq!(web.prechat_capture.as_ref().unwrap().enabled, Some(true));
    let Integration::Custom(custom) = &integrations[2] else { panic!("{:?}", integrations[2]) };
    assert_eq!(custom.webhooks[0].target, "https://example.com");
    let Integration::Unknown(unknown) = &integrations[3] else { panic!("{:?}", integrations[3]) };
    assert_eq!(unknown.get::<String>("fire").unwrap().as_deref(), Some("big"));
    assert_eq!(integrations.iter().map(|any| any.id().into_owned()).collect::<Vec<_>>(), ["1", "2", "3", "4"]);
}

#[test]
fn actions_and_carousels_are_read_and_sent() {
    let carousel = r#"{"type":"carousel","items":[{"title":"Tacos","actions":[
        {"type":"postback","text":"More","payload":"TACOS"},
        {"type":"link","text":"See","uri":"https://example.com"}]}],"displaySettings":{"imageAspectRatio":"square"}}"#;
    let list = r#"{"items":[{"title":"Tea","actions":[{"text":"Buy","type":"buy","amount":1000,"currency":"usd"}]}],"type":"list"}"#;
    let text = r#"{"type":"text","text":"?","actions":[{"type":"reply","text":"Yes","payload":"Y"},
        {"type":"locationRequest","text":"Where?"},{"type":"webview","text":"W","uri":"https://example.com","fallback":"https://example.com"}]}"#;
    let messages: Vec<String> = [carousel, list, text]
        .iter()
        .map(|content| format!(r#"{{"id":"1","author":{{"type":"user"}},"content":{content}}}"#))
        .collect();
    let server = RawServer::always(json(200, format!(r#"{{"messages":[{}]}}"#, messages.join(","))));
    let messages = server.client().list_messages(APP, CONVERSATION).send().unwrap().messages;
    let Some(Content::Carousel(read)) = &messages[0].content else { panic!("{:?}", messages[0]) };
    assert_eq!(read.items[0].title, "Tacos");
    assert!(matches!(&read.items[0].actions[0], ActionSubset::Postback(postback) if postback.payload == "TACOS"));
    assert!(matches!(&read.items[0].actions[1], ActionSubset::Link(link) if link.uri == "https://example.com"));
    let Some(Content::Text(read)) = &messages[2].content else { panic!("{:?}", messages[2]) };
    assert!(matches!(&read.actions.as_ref().unwrap()[0], Action::Reply(reply) if reply.payload == "Y"));
    assert!(matches!(&read.actions.as_ref().unwrap()[1], Action::LocationRequest(_)));
    assert!(matches!(&read.actions.as_ref().unwrap()[2], Action::Webview(_)));
    for (message, text) in messages.iter().zip([carousel, list, text]) {
        let same: serde_json::Value = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_value(&message.content).unwrap(), same);
    }
}

#[test]
fn webhook_payloads_are_typed() {
    let body = r#"{"app":{"id":"5d"},"webhook":{"id":"w1","version":"v2"},"events":[
        {"id":"e1","createdAt":"2026-01-01T00:00:00.000Z","type":"conversation:message","payload":{
          "conversation":{"id":"c1","type":"personal"},
          "message":{"id":"m1","author":{"type":"user","displayName":"Ada"},"content":{"type":"text","text":"Hi"}}}},
        {"id":"e2","type":"user:newThing","createdAt":"2026-01-01T00:00:00.000Z","payload":{"x":1}}]}"#;
    let payload: WebhookPayload = serde_json::from_str(body).unwrap();
    assert_eq!((payload.app.id.as_str(), payload.webhook.id.as_str()), ("5d", "w1"));
    let Event::ConversationMessage(event) = &payload.events[0] else { panic!("{:?}", payload.events[0]) };
    let text = event.payload.message.as_ref().unwrap();
    assert!(matches!(&text.content, Some(Content::Text(text)) if text.text.as_deref() == Some("Hi")), "{text:?}");
    assert_eq!(payload.events[1].type_(), "user:newThing");
    assert_eq!(payload.events.iter().map(|event| event.id().into_owned()).collect::<Vec<_>>(), ["e1", "e2"]);
}

// Paths.

#[test]
fn ids_that_lead_to_another_route_are_rejected_before_sending() {
    let server = RawServer::always(json(200, "{}"));
    let api = server.client();
    for id in ["..", ".", ""] {
        for (error, parameter) in [
            (api.get_user(id, USER).send().unwrap_err(), "appId"),
            (api.get_user(APP, id).send().unwrap_err(), "userIdOrExternalId"),
            (api.delete_user(APP, id).send().unwrap_err(), "userIdOrExternalId"),
            (api.delete_app(id).send().unwrap_err(), "appId"),
            (api.remove_client(APP, USER, id).send().unwrap_err(), "clientId"),
            (api.post_message(APP, id, &message()).send().unwrap_err(), "conversationId"),
            (api.list_clients(APP, id).iter().next().unwrap().unwrap_err(), "userIdOrExternalId"),
            (api.list_clients(APP, id).send_full().unwrap_err(), "userIdOrExternalId"),
            (api.upload_attachment(id, Upload::bytes("a.txt", "a")).send().unwrap_err(), "appId"),
        ] {
            assert_eq!(error.kind(), ErrorKind::InvalidInput, "{error:?}");
            assert_eq!(error.parameter(), Some(parameter), "{error:?}");
            assert!(error.to_string().contains(parameter), "{error}");
            assert!(!error.is_retryable());
        }
    }
    assert_eq!(server.connections(), 0);
}

#[test]
fn ids_are_percent_encoded_byte_by_byte() {
    let server = RawServer::always(json(200, r#"{"user":{"id":"1"}}"#));
    let api = server.client();
    let cases = [
        ("a b", "a%20b"),
        ("a+b", "a%2Bb"),
        ("a/b", "a%2Fb"),
        ("../admin", "..%2Fadmin"),
        ("..%2f", "..%252f"),
        ("%2e%2e", "%252e%252e"),
        ("a?b#c", "a%3Fb%23c"),
        ("a;b=c&d", "a%3Bb%3Dc%26d"),
        ("a@b.example", "a%40b.example"),
        ("jörg", "j%C3%B6rg"),
        ("a\\b", "a%5Cb"),
        ("a\r\nHost: evil", "a%0D%0AHost%3A%20evil"),
        ("...", "..."),
        ("a-b_c.d~e", "a-b_c.d~e"),
    ];
    for (id, _) in cases {
        api.get_user(APP, id).send().unwrap();
    }
    let sent: Vec<String> = server.requests().iter().map(|request| request.target().to_owned()).collect();
    let expected: Vec<String> = cases.iter().map(|(_, encoded)| format!("/v2/apps/{APP}/users/{encoded}")).collect();
    assert_eq!(sent, expected);
}

// Secrets; see `secrets.rs` for all tests.

#[test]
fn secrets_are_not_printed() {
    let server = RawServer::always(refusal(401, "unauthorized", &format!("no such key: {KEY_ID} {KEY_SECRET}")));
    let builder = server.builder();
    let printed = format!("{builder:?} {:?} {:?}", Credentials::basic(KEY_ID, KEY_SECRET), server.client());
    assert!(!printed.contains(KEY_SECRET), "{printed}");
    assert!(printed.contains(KEY_ID), "{printed}");
    let error = server.client().get_user(APP, USER).send().unwrap_err();
    let printed = format!("{error} {error:?} {error:#?} {:?}", error.errors());
    assert!(printed.contains("no such key"), "{printed}");
    assert!(!printed.contains(KEY_SECRET), "{printed}");
}

// Redirects.

#[test]
fn nothing_follows_a_redirect_to_another_host() {
    for status in [301, 302, 303, 307, 308] {
        let other = RawServer::always(json(200, MESSAGES));
        let to = format!("{}/stolen", other.url());
        let server = RawServer::always(response(status, &[("Location", &to)], "moved"));
        let api = server.client();
        for error in [
            api.post_message(APP, CONVERSATION, &message()).send().unwrap_err(),
            api.get_user(APP, USER).send().unwrap_err(),
            api.delete_user(APP, USER).send().unwrap_err(),
            api.upload_attachment(APP, Upload::bytes("a.txt", "abc")).send().unwrap_err(),
            api.list_clients(APP, USER).iter().next().unwrap().unwrap_err(),
        ] {
            assert_eq!((error.kind(), error.status()), (ErrorKind::Api, Some(status)), "{error:?}");
            assert!(error.to_string().contains("redirect"), "{error}");
            assert!(error.to_string().contains("127.0.0.1"), "the target is missing: {error}");
        }
        assert_eq!(server.requests().len(), 5);
        assert!(server.requests().iter().all(|request| request.header("authorization").is_some()));
        assert_eq!((other.connections(), other.requests().len()), (0, 0), "{status} was followed");
    }
}

#[test]
fn a_redirect_to_the_same_host_is_not_followed_either() {
    let server = RawServer::handle(|request| {
        if request.path() == "/elsewhere" {
            json(200, r#"{"user":{"id":"1"}}"#)
        } else {
            response(307, &[("Location", "/elsewhere")], "")
        }
    });
    let error = server.client().get_user(APP, USER).send().unwrap_err();
    assert_eq!(error.status(), Some(307));
    assert_eq!(server.requests().len(), 1);
}

// Connections.

/// The first call succeeds, and the second on the same connection is reset.
fn reset_when_reused(first: Vec<u8>, later: Vec<u8>) -> RawServer {
    RawServer::script(vec![
        vec![Step::Respond(first), Step::Reset],
        vec![Step::Respond(later.clone()), Step::Respond(later.clone())],
        vec![Step::Respond(later.clone()), Step::Respond(later)],
    ])
}

#[test]
fn a_post_is_not_sent_twice_after_a_reset_of_a_reused_connection() {
    let server = reset_when_reused(json(201, MESSAGES), json(201, MESSAGES));
    let api = server.client();
    api.post_message(APP, CONVERSATION, &message()).send().unwrap();
    let second = message().with_metadata([("which", "second")]);
    let error = api.post_message(APP, CONVERSATION, &second).send().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connection, "{error:?}");
    assert!(error.is_retryable() && !error.is_timeout());
    let sent = server.requests().iter().filter(|request| request.text().contains("second")).count();
    assert_eq!(sent, 1, "the message was posted {sent} times");
    assert!(server.requests().iter().all(|request| request.connection == 0), "not on the reused connection");
    // The next call opens a new connection.
    api.post_message(APP, CONVERSATION, &message()).send().unwrap();
    assert_eq!(server.connections(), 2);
}

#[test]
fn a_post_is_not_sent_twice_after_a_close_without_a_response() {
    let later = json(201, MESSAGES);
    let server = RawServer::script(vec![
        vec![Step::Respond(later.clone()), Step::Close],
        vec![Step::Respond(later.clone()), Step::Close],
        vec![Step::Close],
        vec![Step::Respond(later)],
    ]);
    let api = server.client();
    for _ in 0..2 {
        api.post_message(APP, CONVERSATION, &message()).send().unwrap();
        let error = api.post_message(APP, CONVERSATION, &message()).send().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Connection, "{error:?}");
    }
    // The same on a fresh connection.
    assert!(api.post_message(APP, CONVERSATION, &message()).send().is_err());
    assert_eq!(server.requests().len(), 5);
}

#[test]
fn a_get_after_a_reset_is_sent_again_at_once() {
    let user = json(200, r#"{"user":{"id":"1"}}"#);
    let server = reset_when_reused(user.clone(), user);
    // A delay would exceed the limit of the test.
    let pause = Duration::from_secs(300);
    let api = server.builder().retry(RetryPolicy::new().base_delay(pause).max_delay(pause)).build().unwrap();
    api.get_user(APP, USER).send().unwrap();
    assert_eq!(api.get_user(APP, USER).send().unwrap().user.id, "1");
    assert_eq!((server.connections(), server.requests().len()), (2, 3));
}

/// Like a restart of the server behind a proxy: a call must not use up its retries on closed connections.
#[test]
fn one_retry_is_enough_however_many_idle_connections_are_dead() {
    let (user, gate) = (json(200, r#"{"user":{"id":"1"}}"#), Gate::default());
    let dead = || vec![Step::Hold(1, gate.clone(), user.clone()), Step::Reset];
    let server = RawServer::script(vec![dead(), dead(), dead(), dead(), vec![Step::Respond(user.clone())]]);
    let api = server.client();
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| api.get_user(APP, USER).send().unwrap());
        }
        while server.connections() < 4 {
            thread::sleep(Duration::from_millis(5));
        }
        gate.open();
    });
    api.get_user(APP, USER).send().unwrap();
    assert_eq!((server.connections(), server.requests().len()), (5, 6));
}

#[test]
fn a_connection_that_the_server_closed_between_calls_is_not_used() {
    let later = json(201, MESSAGES);
    let server = RawServer::script(vec![vec![Step::Respond(later.clone())], vec![Step::Respond(later)]]);
    let api = server.client();
    api.post_message(APP, CONVERSATION, &message()).send().unwrap();
    // The close has arrived by then.
    thread::sleep(Duration::from_secs(1));
    api.post_message(APP, CONVERSATION, &message()).send().unwrap();
    assert_eq!((server.connections(), server.requests().len()), (2, 2));
}

/// Testing that the *default* timeouts are finite would take a minute. The timeout itself is tested with a short value,
/// for every way of sending.
#[test]
fn a_server_that_never_responds_does_not_block_the_program() {
    let server = RawServer::script((0..5).map(|_| vec![Step::Silence]).collect());
    let api = server.builder().timeout(Duration::from_millis(300)).build().unwrap();
    let began = Instant::now();
    for error in [
        api.get_user(APP, USER).send().unwrap_err(),
        api.post_message(APP, CONVERSATION, &message()).send_full().map(|_| ()).unwrap_err(),
        api.upload_attachment(APP, Upload::bytes("a.txt", "a")).send().unwrap_err(),
        api.list_clients(APP, USER).iter().next().unwrap().unwrap_err(),
        api.request(sunshine_conversations::http::Method::GET, "/v2/apps").send().unwrap_err(),
    ] {
        assert_eq!(error.kind(), ErrorKind::Timeout, "{error:?}");
        assert!(error.is_timeout() && error.is_retryable());
        assert!(error.to_string().contains("300ms"), "{error}");
    }
    assert!(began.elapsed() < Duration::from_secs(15));
}

#[test]
fn a_response_that_never_ends_does_not_block_the_program() {
    let beginning = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"user\":".to_vec();
    let server = RawServer::script(vec![vec![Step::Respond(beginning), Step::Silence]]);
    let error = server.client().get_user(APP, USER).timeout(Duration::from_millis(300)).send().unwrap_err();
    assert!(error.is_timeout(), "{error:?}");
}

#[test]
fn connections_are_reused() {
    let server = RawServer::handle(|request| match request.method() {
        "POST" => json(201, MESSAGES),
        "DELETE" => json(200, "{}"),
        _ => json(200, r#"{"user":{"id":"1"}}"#),
    });
    let api = server.client();
    for round in 0..10 {
        match round % 3 {
            0 => drop(api.get_user(APP, USER).send().unwrap()),
            1 => drop(api.post_message(APP, CONVERSATION, &message()).send().unwrap()),
            // Calls with their own options also use the pool.
            _ => api.delete_user(APP, USER).timeout(Duration::from_secs(9)).header("X-A", "b").send().unwrap(),
        }
    }
    assert_eq!((server.requests().len(), server.connections()), (10, 1));
}

#[test]
fn connections_are_reused_after_errors() {
    let server = RawServer::always(refusal(404, "not_found", "Resource not found"));
    let api = server.client();
    for _ in 0..10 {
        assert_eq!(api.get_user(APP, USER).send().unwrap_err().status(), Some(404));
    }
    assert_eq!((server.requests().len(), server.connections()), (10, 1));
}

// Uploads.

const MEGABYTE: usize = 1 << 20;

/// Yields zeros, and counts them.
struct Counted {
    left: usize,
    given: Arc<AtomicUsize>,
    largest: Arc<AtomicUsize>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.largest.fetch_max(buffer.len(), Ordering::SeqCst);
        let count = buffer.len().min(self.left);
        buffer[..count].fill(b'.');
        self.left -= count;
        self.given.fetch_add(count, Ordering::SeqCst);
        Ok(count)
    }
}

#[test]
fn an_upload_of_50_mb_is_not_read_into_memory() {
    for known_length in [true, false] {
        let gate = Gate::default();
        let uploaded = json(201, r#"{"attachment":{"mediaUrl":"https://example.com/a"}}"#);
        let server = RawServer::script(vec![vec![Step::Hold(MEGABYTE, gate.clone(), uploaded)]]);
        let given = Arc::new(AtomicUsize::new(0));
        let largest = Arc::new(AtomicUsize::new(0));
        let reader = Counted { left: 50 * MEGABYTE, given: Arc::clone(&given), largest: Arc::clone(&largest) };
        let mut upload = Upload::reader("big.bin", reader);
        if known_length {
            upload = upload.length(50 * MEGABYTE as u64);
        }
        let api = server.builder().timeout(Duration::from_secs(120)).build().unwrap();
        let sender = thread::spawn(move || api.upload_attachment(APP, upload).send());
        // The server has stopped reading once the count doesn't change.
        let (mut before, mut still) = (0, 0);
        while still < 10 {
            thread::sleep(Duration::from_millis(50));
            let now = given.load(Ordering::SeqCst);
            still = if now == before && now >= MEGABYTE { still + 1 } else { 0 };
            before = now;
        }
        // Bytes beyond the megabyte are in the buffers of the operating system.
        assert!(before < 20 * MEGABYTE, "{before} bytes were read while the server took one megabyte");
        gate.open();
        sender.join().unwrap().unwrap();
        assert_eq!(given.load(Ordering::SeqCst), 50 * MEGABYTE);
        assert!(largest.load(Ordering::SeqCst) <= MEGABYTE, "read {largest:?} bytes at once");
        let request = server.request();
        assert!(request.body.len() > 50 * MEGABYTE);
        assert_eq!(request.header("content-length").is_some(), known_length, "{}", request.head);
    }
}

// Errors.

#[test]
fn error_bodies_are_read_for_every_status() {
    for status in [400, 401, 403, 404, 409, 413, 423, 429, 500, 503] {
        let server = RawServer::always(refusal(status, "some_code", "Some title"));
        let api = server.client();
        for error in [
            api.get_user(APP, USER).send().unwrap_err(),
            api.post_message(APP, CONVERSATION, &message()).send().unwrap_err(),
            api.delete_user(APP, USER).send().unwrap_err(),
        ] {
            assert_eq!((error.kind(), error.status()), (ErrorKind::Api, Some(status)), "{error:?}");
            assert_eq!(error.code(), Some("some_code"));
            assert_eq!(error.errors().len(), 1);
            assert_eq!(error.errors()[0].title.as_deref(), Some("Some title"));
            assert!(error.to_string().contains(&format!("{status} some_code: Some title")), "{error}");
            assert_eq!(error.is_retryable(), matches!(status, 429 | 500 | 503), "{status}");
            assert!(error.headers().is_some());
        }
    }
}

#[test]
fn several_errors_are_all_reported() {
    let body = r#"{"errors":[{"code":"bad_request","title":"no author"},{"code":"bad_request","title":"no content"}]}"#;
    let server = RawServer::always(json(400, body));
    let error = server.client().post_message(APP, CONVERSATION, &message()).send().unwrap_err();
    assert_eq!(error.errors().len(), 2);
    let text = error.to_string();
    assert!(text.contains("no author") && text.contains("no content"), "{text}");
    assert_eq!((error.method().unwrap().as_str(), error.operation()), ("POST", Some("PostMessage")));
    assert!(error.path().unwrap().ends_with("/messages"));
}

#[test]
fn html_error_pages_keep_the_status_and_the_start() {
    let page = format!("<html><h1>Bad gateway ü</h1>{}</html>", "ü".repeat(10_000));
    for status in [401, 404, 500, 502, 503, 504] {
        let server = RawServer::always(response(status, &[("Content-Type", "text/html"), ("X-Which", "proxy")], &page));
        let error = server.client().get_user(APP, USER).send().unwrap_err();
        assert_eq!((error.kind(), error.status()), (ErrorKind::Api, Some(status)), "{error:?}");
        let body = error.body().expect("the beginning of the page");
        assert!(body.starts_with("<html><h1>Bad gateway ü</h1>"), "{body}");
        assert!(body.len() < 2_000, "{} bytes", body.len());
        assert!(error.errors().is_empty() && error.code().is_none());
        assert_eq!(error.headers().unwrap()["x-which"], "proxy");
        assert!(error.to_string().contains(&status.to_string()), "{error}");
    }
}

#[test]
fn odd_error_bodies_keep_the_status() {
    for body in ["", "null", "[]", "{}", r#"{"errors":null}"#, r#"{"errors":[1]}"#, r#"{"error":"x"}"#, "\u{0}", "{"] {
        let server = RawServer::always(json(500, body));
        let error = server.client().get_user(APP, USER).send().unwrap_err();
        assert_eq!((error.kind(), error.status()), (ErrorKind::Api, Some(500)), "{body}: {error:?}");
        assert!(error.is_retryable());
    }
}

#[track_caller]
fn assert_response_error(error: &Error) {
    assert_eq!((error.kind(), error.status()), (ErrorKind::Decode, Some(200)), "{error:?}");
    assert!(!error.is_retryable(), "{error:?}");
}

#[test]
fn a_success_with_html_is_an_error() {
    let page = "<!DOCTYPE html><title>Log in</title>";
    let server = RawServer::always(response(200, &[("Content-Type", "text/html")], page));
    let api = server.client();
    for error in [
        api.get_user(APP, USER).send().unwrap_err(),
        api.list_clients(APP, USER).send_full().map(|_| ()).unwrap_err(),
        api.list_clients(APP, USER).iter().next().unwrap().unwrap_err(),
        api.request(sunshine_conversations::http::Method::GET, "/v2/apps").send().unwrap_err(),
    ] {
        assert_response_error(&error);
        assert_eq!(error.body(), Some(page));
    }
}

/// After a wrong base URL or a login page, a program must not assume that something was deleted.
/// The message may have been posted.
#[test]
fn an_unreadable_response_is_not_safe_to_retry() {
    for body in ["<html>", "", r#"{"messages":7}"#] {
        let server = RawServer::always(json(201, body));
        let error = server.client().post_message(APP, CONVERSATION, &message()).send().unwrap_err();
        assert_eq!((error.attempts(), error.is_safe_to_retry()), (1, false), "{error:?}");
        let error = server.client().request(Method::POST, "/v2/x").send_as::<Vec<u8>>().unwrap_err();
        assert_eq!((error.attempts(), error.is_safe_to_retry()), (1, false), "{error:?}");
    }
}

#[test]
fn a_deletion_with_an_html_response_is_an_error() {
    let page = "<!DOCTYPE html><title>Log in</title>";
    let server = RawServer::always(response(200, &[("Content-Type", "text/html")], page));
    let api = server.client();
    for result in [
        api.delete_user(APP, USER).send(),
        api.delete_all_messages(APP, CONVERSATION).send(),
        api.delete_user_personal_information(APP, USER).send().map(|_| ()),
    ] {
        let error = result.expect_err("a page was taken for a success");
        assert_response_error(&error);
        assert_eq!(error.body(), Some(page));
    }
}

#[test]
fn a_deletion_with_trailing_data_is_an_error() {
    let server = RawServer::always(json(200, "{}<html>"));
    assert_response_error(&server.client().delete_user(APP, USER).send().unwrap_err());
}

#[test]
fn a_deletion_may_have_an_empty_response_or_an_object() {
    let responses = [json(200, "{}"), json(200, ""), json(204, ""), b"HTTP/1.1 204 No Content\r\n\r\n".to_vec()];
    for response in responses {
        let server = RawServer::always(response);
        server.client().delete_user(APP, USER).send().unwrap();
    }
}

#[test]
fn an_empty_success_is_an_error() {
    for response in [json(200, ""), response(200, &[], "")] {
        let server = RawServer::always(response);
        let error = server.client().get_user(APP, USER).send().unwrap_err();
        assert_response_error(&error);
        assert!(error.to_string().contains("an empty body"), "{error}");
    }
}

#[test]
fn a_success_with_half_of_its_json_is_an_error() {
    let half = r#"{"user":{"id":"1","externalId"#;
    let server = RawServer::always(json(200, half));
    let error = server.client().get_user(APP, USER).send().unwrap_err();
    assert_response_error(&error);
    assert_eq!(error.body(), Some(half));
}

#[test]
fn a_connection_that_ends_within_the_body_is_an_error() {
    let mut cut = json(200, r#"{"user":{"id":"1"}}"#);
    cut.truncate(cut.len() - 5);
    let server = RawServer::script(vec![vec![Step::Respond(cut)]]);
    let error = server.client().get_user(APP, USER).send().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connection, "{error:?}");
    let cut = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"use\r\n".to_vec();
    let server = RawServer::script(vec![vec![Step::Respond(cut)]]);
    let error = server.client().get_user(APP, USER).send().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connection, "{error:?}");
}

#[test]
fn a_success_of_another_shape_names_the_field() {
    for (body, field) in [
        (r#"{"clients":[{"id":"1"},{"id":7}]}"#, "clients[1].id"),
        (r#"{"clients":[{"id":"1"},{}]}"#, "clients[1]"),
        (r#"{"clients":"none"}"#, "clients"),
        ("{}", ""),
        ("[]", ""),
        ("\"ok\"", ""),
        ("null", ""),
    ] {
        let server = RawServer::always(json(200, body));
        let error = server.client().list_clients(APP, USER).send().unwrap_err();
        assert_response_error(&error);
        assert_eq!(error.field(), Some(field), "{body}: {error}");
        assert!(error.to_string().contains(field), "{error}");
    }
}

#[test]
fn a_known_type_with_wrong_content_names_the_field() {
    for (content, field) in [
        (r#"{"type":"text","text":[]}"#, "messages[1].content.text"),
        (r#"{"text":[],"type":"text"}"#, "messages[1].content.text"),
        (
            r#"{"type":"carousel","items":[{"title":"a","actions":[]},{"title":7,"actions":[]}]}"#,
            "messages[1].content.items[1].title",
        ),
        (
            r#"{"items":[{"title":"a","actions":[]},{"title":7,"actions":[]}],"type":"carousel"}"#,
            "messages[1].content.items[1].title",
        ),
        (r#"{"type":7}"#, "messages[1].content.type"),
    ] {
        let body = format!(
            r#"{{"messages":[{{"id":"0","author":{{"type":"user"}},"content":{{"type":"text"}}}},
            {{"id":"1","author":{{"type":"user"}},"content":{content}}}]}}"#
        );
        let server = RawServer::always(json(200, body));
        let error = server.client().list_messages(APP, CONVERSATION).send().unwrap_err();
        assert_response_error(&error);
        assert_eq!(error.field(), Some(field), "{content}: {error}");
    }
}

// Hosts.

#[test]
fn the_subdomain_is_filled_in() {
    let api = ApiClient::builder().subdomain("acme").credentials(Credentials::basic("a", "b")).build().unwrap();
    assert_eq!(api.base_url(), "https://acme.zendesk.com/sc");
    for url in ["https://api.smooch.io", "https://api.eu-1.smooch.io/"] {
        let api = ApiClient::builder().base_url(url).build().unwrap();
        assert_eq!(api.base_url(), url.trim_end_matches('/'));
    }
    assert_eq!(ApiClient::builder().build().unwrap_err().kind(), ErrorKind::Configuration);
}
