//! Logging: one line per call, bodies at trace, and never a secret.

use std::time::Duration;

use crate::support::server::{
    APP, CONVERSATION, KEY_ID, KEY_SECRET, Server, Step, USER, UnusedPort, json, refusal, response,
};
use crate::{Record, logged};
use log::{Level, LevelFilter};
use sunshine_conversations::http::Method;
use sunshine_conversations::models::*;
use sunshine_conversations::{ApiClient, Credentials, RetryPolicy, Upload};

const TARGET: &str = "sunshine_conversations";
const FOUND: &str = r#"{"user":{"id":"1","externalId":"steve"}}"#;
/// Occurs nowhere else.
const PLANTED: &str = "pLaNtEd-s3cr3t.VALUE_77";
/// `app_5d8c:hush-7f3a9c`, as Basic authentication sends it.
const BASIC: &str = "YXBwXzVkOGM6aHVzaC03ZjNhOWM=";

/// The records of this crate.
fn ours(records: &[Record]) -> Vec<&Record> {
    records.iter().filter(|record| record.target == TARGET).collect()
}

/// The lines at debug, without their milliseconds, which must be numbers.
fn lines(run: impl FnOnce()) -> Vec<String> {
    let records = logged(LevelFilter::Debug, run);
    let line = |record: &&Record| {
        assert_eq!(record.level, Level::Debug);
        let (line, time) = record.text.rsplit_once(", ").unwrap();
        let time: u128 = time.strip_suffix(" ms").unwrap().parse().unwrap();
        assert!(time < 60_000, "{time}");
        line.to_owned()
    };
    ours(&records).iter().map(line).collect()
}

fn message() -> MessagePost {
    MessagePost::new(Author::new(AuthorType::Business), TextMessage::new().with_text("Hi there"))
}

// The line.

#[test]
fn each_call_is_logged_as_one_line() {
    let user = format!("GetUser GET /v2/apps/{APP}/users/{USER}");
    let post = format!("PostMessage POST /v2/apps/{APP}/conversations/{CONVERSATION}/messages");

    let server = Server::always(json(200, FOUND));
    assert_eq!(
        lines(|| drop(server.client().get_user(APP, USER).send().unwrap())),
        [format!("{user}: 200, 1 attempt")]
    );

    let server = Server::always(json(201, r#"{"messages":[]}"#));
    let run = || drop(server.client().post_message(APP, CONVERSATION, &message()).query("a", "b").send().unwrap());
    assert_eq!(lines(run), [format!("{post}: 201, 1 attempt")]);

    let server = Server::always(refusal(404, "not_found", "User not found"));
    let run = || drop(server.client().get_user(APP, USER).send().unwrap_err());
    assert_eq!(lines(run), [format!("{user}: 404, 1 attempt")]);

    let server = Server::always(refusal(429, "too_many_requests", "Slow down"));
    let run = || drop(server.client().post_message(APP, CONVERSATION, &message()).send().unwrap_err());
    assert_eq!(lines(run), [format!("{post}: 429, 3 attempts")]);

    let busy = || Step::Respond(response(503, &[("Connection", "close")], ""));
    let server = Server::script(vec![vec![busy()], vec![Step::Close], vec![Step::Respond(json(200, FOUND))]]);
    let run = || drop(server.client().get_user(APP, USER).send().unwrap());
    assert_eq!(lines(run), [format!("{user}: 200, 3 attempts")]);

    // Rejected before sending.
    let run = || drop(server.client().get_user(APP, "").send().unwrap_err());
    assert_eq!(lines(run), [format!("GetUser GET /v2/apps/{APP}/users/: InvalidInput, 0 attempts")]);
    let small = server.builder().max_json_size(5).build().unwrap();
    let run = || drop(small.post_message(APP, CONVERSATION, &message()).send().unwrap_err());
    assert_eq!(lines(run), [format!("{post}: TooLarge, 0 attempts")]);

    // No response.
    let unreachable = UnusedPort::new();
    let policy = RetryPolicy::new().base_delay(Duration::from_millis(2));
    let api = ApiClient::builder().base_url(unreachable.url()).no_proxy().retry(policy);
    let api = api.build().unwrap();
    let run = || drop(api.post_message(APP, CONVERSATION, &message()).send().unwrap_err());
    assert_eq!(lines(run), [format!("{post}: Connection, 3 attempts")]);
    let server = Server::script(vec![vec![Step::Silence]]);
    let call = || server.client().get_user(APP, USER).timeout(Duration::from_millis(200)).retry(RetryPolicy::none());
    assert_eq!(lines(|| drop(call().send().unwrap_err())), [format!("{user}: Timeout, 1 attempt")]);

    // An unreadable response.
    let server = Server::always(json(200, "<html>"));
    let run = || drop(server.client().get_user(APP, USER).send().unwrap_err());
    assert_eq!(lines(run), [format!("{user}: 200, 1 attempt")]);
    let large = server.builder().max_response_size(3).build().unwrap();
    assert_eq!(lines(|| drop(large.get_user(APP, USER).send().unwrap_err())), [format!("{user}: TooLarge, 1 attempt")]);
}

#[test]
fn uploads_requests_and_pages_are_logged() {
    let server = Server::always(json(201, r#"{"attachment":{"mediaUrl":"https://example.com/a"}}"#));
    let run = || drop(server.client().upload_attachment(APP, Upload::bytes("a.txt", "abc")).send().unwrap());
    assert_eq!(lines(run), [format!("UploadAttachment POST /v2/apps/{APP}/attachments: 201, 1 attempt")]);

    let run = || drop(server.client().request(Method::PUT, "/v2/x").query("a", "b").json(&[1]).send().unwrap());
    assert_eq!(lines(run), ["request PUT /v2/x: 201, 1 attempt"]);

    let server = Server::handle(|request| match request.parameter("page[after]") {
        None => json(200, r#"{"clients":[],"meta":{"hasMore":true,"afterCursor":"a"}}"#),
        Some(_) => json(200, r#"{"clients":[],"meta":{"hasMore":false}}"#),
    });
    let line = format!("ListClients GET /v2/apps/{APP}/users/{USER}/clients: 200, 1 attempt");
    let run = || assert_eq!(server.client().list_clients(APP, USER).iter().count(), 0);
    assert_eq!(lines(run), [line.clone(), line]);
}

#[test]
fn the_duration_includes_all_attempts() {
    let slow = |response| vec![Step::RespondAfter(Duration::from_millis(150), response)];
    let busy = response(429, &[("Connection", "close")], "");
    let server = Server::script(vec![slow(busy), slow(json(200, FOUND))]);
    let records = logged(LevelFilter::Debug, || drop(server.client().get_user(APP, USER).send().unwrap()));
    let text = &ours(&records)[0].text;
    let time: u64 = text.rsplit_once(", ").unwrap().1.strip_suffix(" ms").unwrap().parse().unwrap();
    assert!((300..20_000).contains(&time), "{text}");
}

#[test]
fn nothing_is_logged_below_the_level() {
    let server = Server::always(json(200, FOUND));
    let call = || drop(server.client().get_user(APP, USER).send().unwrap());
    assert!(logged(LevelFilter::Off, call).is_empty());
    let records = logged(LevelFilter::Info, call);
    assert!(ours(&records).is_empty(), "{records:?}");
}

/// The SDK can't prevent ureq's parser from logging all bytes.
#[test]
fn a_warning_is_logged_if_ureq_logs_credentials() {
    let server = Server::always(json(200, FOUND));
    assert!(logged(LevelFilter::Debug, || drop(server.client())).is_empty());
    let records = logged(LevelFilter::Trace, || drop(server.client()));
    let [warning] = ours(&records)[..] else { panic!("{records:?}") };
    assert_eq!(warning.level, Level::Warn);
    assert!(
        warning.text.contains("`ureq_proto`") && warning.text.contains("set its level to `debug`"),
        "{}",
        warning.text
    );
}

// Bodies.

#[test]
fn bodies_are_only_logged_at_trace() {
    let server = Server::always(json(201, r#"{"messages":[{"id":"m-4711"}]}"#));
    let api = server.client();
    let call = || drop(api.post_message(APP, CONVERSATION, &message()).send());
    for record in logged(LevelFilter::Debug, call) {
        assert!(!record.text.contains("Hi there") && !record.text.contains("m-4711"), "{record:?}");
    }
    let records = logged(LevelFilter::Trace, call);
    let texts: Vec<_> = ours(&records).iter().map(|record| (record.level, record.text.as_str())).collect();
    let [(Level::Debug, line), (Level::Trace, sent), (Level::Trace, got)] = texts[..] else { panic!("{texts:?}") };
    assert!(line.starts_with("PostMessage POST "), "{line}");
    let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    let sent = json(sent.strip_prefix("PostMessage sent ").unwrap());
    assert_eq!(sent, serde_json::to_value(message()).unwrap());
    assert_eq!(got, r#"PostMessage got {"messages":[{"id":"m-4711"}]}"#);
}

#[test]
fn other_bodies_are_logged_by_their_length() {
    let server = Server::always(response(200, &[], "<html>Hello"));
    let api = server.client();
    let records = logged(LevelFilter::Trace, || drop(api.get_user(APP, USER).send().unwrap_err()));
    assert_eq!(ours(&records).last().unwrap().text, "GetUser got 11 bytes that aren't JSON");
    let call = || api.upload_attachment(APP, Upload::bytes("a.txt", "Hello")).send();
    let records = logged(LevelFilter::Trace, || drop(call().unwrap_err()));
    let sent = &ours(&records)[1].text;
    assert!(sent.starts_with("UploadAttachment sent source: Upload {") && sent.contains("a.txt"), "{sent}");
    assert!(!records.iter().any(|record| record.target == TARGET && record.text.contains("Hello")), "{records:?}");
}

#[test]
fn failed_attempts_are_logged_at_trace() {
    let server = Server::always(refusal(429, "too_many_requests", "Slow down"));
    let records = logged(LevelFilter::Trace, || drop(server.client().get_user(APP, USER).send().unwrap_err()));
    let attempts = ours(&records).iter().filter(|record| record.text.contains("failed, retrying in")).count();
    assert_eq!(attempts, 2, "{records:?}");
}

// Secrets.

/// Runs at debug and at trace, and searches all records for secrets, except those in the README's warning: at trace,
/// ureq logs all bytes (`ureq_proto`) and URLs (`ureq`, skipped if the secret is in a URL).
#[track_caller]
fn assert_hides(left_out: &str, run: impl Fn()) {
    let mut records = logged(LevelFilter::Debug, &run);
    assert!(!ours(&records).is_empty() && records.len() > ours(&records).len(), "nothing was logged");
    records.extend(logged(LevelFilter::Trace, &run).into_iter().filter(|record| !record.target.starts_with(left_out)));
    assert!(records.iter().any(|record| record.target == TARGET && record.level == Level::Trace), "no trace");
    let secrets = [PLANTED, KEY_SECRET, BASIC, BASIC.trim_end_matches('=')];
    records.retain(|record| secrets.iter().any(|secret| record.text.contains(secret)));
    assert!(records.is_empty(), "{records:#?}");
}

const WIRE: &str = "ureq_proto";
const WIRE_AND_URLS: &str = "ureq";

/// A client whose credentials have a secret in this form.
fn client(server: &Server, form: &str) -> ApiClient {
    let builder = server.builder();
    let builder = if form == PLANTED { builder.credentials(Credentials::bearer(PLANTED)) } else { builder };
    builder.build().unwrap()
}

#[test]
fn secrets_of_bodies_are_masked() {
    let key = format!(r#"{{"key":{{"id":"app_1","secret":"{PLANTED}","displayName":"a key"}}}}"#);
    let server = Server::always(json(201, &key));
    let call = || drop(server.client().create_app_key(APP, &AppKeyCreateBody::new("a key")).send().unwrap());
    assert_hides(WIRE, call);
    // It is masked, not omitted.
    let records = logged(LevelFilter::Trace, call);
    let got = &ours(&records).last().unwrap().text;
    assert!(got.contains(r#""secret":"***""#) && got.contains("a key"), "{got}");

    let hook = format!(r#"{{"webhook":{{"id":"1","target":"t","triggers":[],"secret":"{PLANTED}"}}}}"#);
    let server = Server::always(json(201, hook));
    let body = WebhookCreateBody::new("https://example.com/hook", ["conversation:message"]);
    assert_hides(WIRE, || drop(server.client().create_webhook(APP, "1", &body).send().unwrap()));

    // In requests and responses: as fields, and in the text of an error.
    let twilio = Integration::from(TwilioIntegration::new("sid", PLANTED));
    let token = TokenRequest::new("c", "authorization_code", "id", PLANTED);
    let update = WhatsAppIntegrationUpdate::new().with_account_management_access_token(PLANTED).into();
    for response in [
        json(201, format!(r#"{{"integration":{{"id":"1","type":"twilio","authToken":"{PLANTED}"}}}}"#)),
        json(200, format!(r#"{{"access_token":"{PLANTED}","token_type":"Bearer"}}"#)),
        json(200, format!(r#"{{"echo":"{PLANTED}"}}"#)),
        refusal(400, "bad_request", &format!("Invalid token: {PLANTED}")),
        refusal(503, PLANTED, PLANTED),
        response(502, &[], PLANTED),
    ] {
        let server = Server::always(response);
        assert_hides(WIRE, || {
            let api = server.client();
            let _ = api.create_integration(APP, &twilio).send();
            let _ = api.update_integration(APP, "1", &update).send();
            let _ = api.get_token(&token).send();
            let _ =
                api.request(Method::POST, "/v2/x").json(&serde_json::json!({"list": [{"password": PLANTED}]})).send();
        });
    }
}

#[test]
fn credentials_that_a_server_sends_back_are_masked() {
    for secret in [KEY_SECRET, BASIC, PLANTED] {
        let headers = [("Set-Cookie", secret), ("WWW-Authenticate", secret), ("X-Echo", secret)];
        for response in [
            json(200, format!(r#"{{"user":{{"id":"{secret}"}},"messages":[],"echo":["{secret}"]}}"#)),
            json(200, format!("\"{secret}\"")),
            json(200, format!("<html>{secret}")),
            json(200, format!(r#"{{"{secret}":1}}"#)),
            refusal(401, secret, secret),
            refusal(429, "too_many_requests", secret),
            response(200, &headers, FOUND),
            response(302, &headers, secret),
            response(401, &headers, secret),
            format!("HTTP/1.1 401 {secret}\r\nContent-Length: 0\r\n\r\n").into_bytes(),
            format!("HTTP/1.1 200 {secret}\r\nContent-Length: 2\r\n\r\n{{}}").into_bytes(),
            format!("HTTP/1.1 {secret}\r\n\r\n").into_bytes(),
            format!("HTTP/1.1 200 OK\r\nContent-Length: {secret}\r\n\r\n").into_bytes(),
        ] {
            let server = Server::always(response);
            let api = client(&server, secret);
            assert_hides(WIRE, || {
                let _ = api.get_user(APP, USER).send();
                let _ = api.post_message(APP, CONVERSATION, &message()).send();
            });
        }
    }
}

#[test]
fn secrets_in_urls_are_masked() {
    for secret in [KEY_SECRET, BASIC, PLANTED] {
        let location = format!("https://example.com/{secret}?token={secret}");
        for response in [json(200, FOUND), response(302, &[("Location", &location)], secret)] {
            let server = Server::always(response);
            let api = client(&server, secret);
            assert_hides(WIRE_AND_URLS, || {
                let _ = api.get_user(APP, secret).send();
                let _ = api.request(Method::POST, &format!("/v2/{secret}/x")).query("token", secret).json(&[1]).send();
                let _ = api.request(Method::GET, &format!("/v2/{secret}/?")).send();
                let _ = api.authorize("client", "code").redirect_uri(secret).send_full();
            });
        }
    }
}

#[test]
fn calls_without_a_response_hide_their_secrets() {
    let unreachable = UnusedPort::new();
    for secret in [KEY_SECRET, PLANTED] {
        let twilio = Integration::from(TwilioIntegration::new("sid", secret));
        let calls = |api: &ApiClient| {
            let quick = Duration::from_millis(200);
            let _ = api.create_integration(APP, &twilio).timeout(quick).send();
            let _ = api.get_user(APP, USER).header("Authorization", format!("Bearer {PLANTED}")).timeout(quick).send();
            let _ = api.get_user(APP, USER).header("X-Secret", format!("{secret}\n")).send();
            let _ = api.get_user("", USER).send();
            let _ = api.upload_attachment(APP, Upload::bytes("a.txt", secret)).timeout(quick).send();
        };
        let silent = Server::script(
            (0..40)
                .map(|number| match number % 3 {
                    0 => vec![Step::Silence],
                    1 => vec![Step::Reset],
                    _ => vec![Step::Close],
                })
                .collect(),
        );
        assert_hides(WIRE, || calls(&client(&silent, secret)));
        let api = ApiClient::builder().base_url(unreachable.url()).no_proxy();
        let api = api.credentials(Credentials::basic(KEY_ID, secret)).build().unwrap();
        assert_hides(WIRE, || calls(&api));
        let server = Server::always(json(201, FOUND));
        let small = client(&server, secret);
        let limited = server.builder().max_json_size(3).max_upload_size(3).credentials(Credentials::bearer(secret));
        assert_hides(WIRE, || calls(&small));
        assert_hides(WIRE, || calls(&limited.clone().build().unwrap()));
    }
}

// Warnings.

/// The warnings of a run.
fn warnings(run: impl FnOnce()) -> Vec<String> {
    let records = logged(LevelFilter::Warn, run);
    ours(&records).iter().map(|record| format!("{} {}", record.level, record.text)).collect()
}

fn unknown_value(name: &str) -> String {
    format!("WARN sending a value of `{name}` that isn't in `{name}::KNOWN`; check its spelling, or update this crate")
}

#[test]
fn an_unknown_value_from_a_literal_is_logged_once() {
    let server = Server::always(json(201, r#"{"messages":[]}"#));
    let api = server.client();
    let post =
        |author: Author| drop(api.post_message(APP, CONVERSATION, &MessagePost::new(author, "Hi")).send().unwrap());
    let typo = || Author::new("buisness");
    // Without a logger that takes warnings, nothing was reported yet.
    assert_eq!(logged(LevelFilter::Error, || post(typo())).len(), 0);
    // Not when it is made, printed or stored.
    let stored = || drop(serde_json::to_string(&typo()).unwrap());
    assert_eq!(warnings(stored), [""; 0]);
    assert_eq!(warnings(|| post(typo())), [unknown_value("AuthorType")]);
    assert_eq!(warnings(|| post(typo())), [""; 0]);
    assert_eq!(warnings(|| post(Author::new("owner"))), [unknown_value("AuthorType")]);
    assert_eq!(warnings(|| post(Author::new(AuthorType::Business))), [""; 0]);
}

#[test]
fn an_unknown_value_of_the_api_is_sent_back_silently() {
    let server = Server::always(json(201, r#"{"messages":[]}"#));
    let api = server.client();
    let author: Author = serde_json::from_str(r#"{"type":"overseer"}"#).unwrap();
    let post =
        || drop(api.post_message(APP, CONVERSATION, &MessagePost::new(author.type_.clone(), "Hi")).send().unwrap());
    assert_eq!(warnings(post), [""; 0]);
    // An object whose type is missing has a blank one.
    let author: Author = serde_json::from_str("{}").unwrap();
    let post =
        || drop(api.post_message(APP, CONVERSATION, &MessagePost::new(author.type_.clone(), "Hi")).send().unwrap());
    assert_eq!(warnings(post), [""; 0]);
}
