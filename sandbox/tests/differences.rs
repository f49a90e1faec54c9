//! The README's list of differences from the API is true: each entry that a test can observe has a check.

use std::time::Duration;

use crate::common;
use crate::common::{Api, header};
use serde_json::{Value, json};
use ureq::http::Request;

const README: &str = include_str!("../README.md");

/// The entries of the list.
fn entries() -> Vec<String> {
    let (_, list) = README.split_once("## Differences from the real API\n").expect("the section");
    let entries = list.trim().split("\n- ").map(|entry| entry.trim_start_matches("- "));
    entries.map(|entry| entry.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// How the sandbox differs, by the beginning of an entry. `None` if only the real API or another document could show it.
type Check = Option<fn(&Api)>;

const CHECKS: [(&str, Check); 16] = [
    ("It uses HTTP instead of HTTPS", Some(|api| assert!(api.sandbox.base_url().starts_with("http://")))),
    ("Messages stay in the sandbox", Some(channels_are_not_connected)),
    ("The trigger `passthrough:messaging` is never used", None),
    ("Error titles differ", Some(titles_name_the_field)),
    ("It may be stricter than the API", Some(unknown_fields_are_rejected)),
    ("Patterns of the document that have lookaround", None),
    ("A path with an unsupported method", Some(methods)),
    (
        "Without `--rate-limit`, requests aren't limited",
        Some(|api| (0..200).for_each(|_| assert_eq!(api.get("").status, 200))),
    ),
    ("Markdown is converted", Some(markdown)),
    ("The shorthand knows the elements", Some(shorthand)),
    ("The settings `multiConvoEnabled`", Some(inert_settings)),
    ("Names of unnamed users", None),
    ("Media types and sizes", Some(media)),
    ("The Notification API isn't part", Some(notifications)),
    ("The API doesn't document the error codes", Some(error_codes)),
    ("The API doesn't document the request to `removeUrl`", None),
];

#[test]
fn every_difference_is_checked() {
    let entries = entries();
    assert_eq!(entries.len(), CHECKS.len(), "{entries:#?}");
    for (entry, (beginning, check)) in entries.iter().zip(CHECKS) {
        assert!(entry.starts_with(beginning), "{entry}");
        if let Some(check) = check {
            check(&Api::start());
        }
    }
}

fn post(api: &Api, content: Value) -> Value {
    let conversation = api.conversation(&api.user("steve"));
    let body = json!({"author": {"type": "business"}, "content": content});
    api.post(&format!("/conversations/{conversation}/messages"), body).ok(201)["messages"].clone()
}

fn channels_are_not_connected(api: &Api) {
    let conversation = api.conversation(&api.user("steve"));
    api.client("steve", &conversation);
    api.message(&conversation, "Hello");
    assert!(api.sandbox.wait_for_deliveries(Duration::from_secs(60)) && api.sandbox.deliveries().is_empty());
}

fn titles_name_the_field(api: &Api) {
    api.post("/users", json!({"externalId": 7})).fails(400, "bad_request", "/externalId");
}

fn unknown_fields_are_rejected(api: &Api) {
    api.post("/users", json!({"toBeRetained": "yes"})).fails(400, "bad_request", "/toBeRetained");
}

fn methods(api: &Api) {
    let response = api.raw(Request::put(api.url("/users/x")).header("authorization", api.bearer()), Vec::new());
    assert_eq!((response.status().as_u16(), header(&response, "allow")), (405, "DELETE, GET, HEAD, PATCH"));
    api.get("/things").fails(404, "not_found", "unknown operation");
}

fn markdown(api: &Api) {
    let messages = post(api, json!({"type": "text", "markdownText": "**a** < b"}));
    assert_eq!(messages[0]["content"]["htmlText"], "<p>**a** &lt; b</p>");
}

fn shorthand(api: &Api) {
    let conversation = api.conversation(&api.user("steve"));
    let path = format!("/conversations/{conversation}/messages");
    for text in ["%((template:unknown))%", "&((template=[[x]] header_image=[[https://example.org/1.png]]))&"] {
        api.post(&path, common::message(text)).fails(400, "bad_request", "/content/text");
    }
}

fn inert_settings(api: &Api) {
    let settings = api.get("").ok(200)["app"]["settings"].clone();
    for inert in ["multiConvoEnabled", "appLocalizationEnabled", "endSessionEnabled", "disableConversationReopen"] {
        assert_eq!(settings[inert], false, "{inert}");
    }
    // Without `multiConvoEnabled`, a user still has several conversations.
    let steve = api.user("steve");
    assert_ne!(api.conversation(&steve), api.conversation(&steve));
}

fn media(api: &Api) {
    let messages = post(api, json!({"type": "file", "mediaUrl": "https://example.org/unknown.xyz"}));
    assert_eq!((messages[0]["content"].get("mediaType"), messages[0]["content"].get("mediaSize")), (None, None));
}

fn notifications(api: &Api) {
    let body = json!({"destination": {"integrationId": "x", "destinationId": "+15145550100"}});
    api.post("/notifications", body).fails(404, "not_found", "unknown operation");
}

/// The codes that the list names are in the source, and not in the document.
fn error_codes(api: &Api) {
    let source = [include_str!("../src/domain/messages.rs"), include_str!("../src/outside/events.rs")].concat();
    let document = api.raw(Request::get(api.at("/sandbox/openapi.yaml")), Vec::new()).into_body();
    let document = String::from_utf8(document).expect("text");
    for code in ["user_blocked", "client_inactive", "link_cancelled", "link_failed"] {
        assert!(source.contains(&format!("{code:?}")) && !document.contains(code), "{code}");
    }
}
