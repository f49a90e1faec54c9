//! Attachments: upload, download, and deletion with the message or conversation.

use crate::common;
use crate::common::{Api, Response};
use serde_json::{Value, json};
use ureq::http::{Request, Response as RawResponse};

const BOUNDARY: &str = "-- 1 --";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\x00\xff\r\n---- 1";

fn part(headers: &str, bytes: &[u8]) -> Vec<u8> {
    [format!("--{BOUNDARY}\r\n{headers}\r\n\r\n").as_bytes(), bytes, b"\r\n"].concat()
}

fn source(name: &str, media_type: &str, bytes: &[u8]) -> Vec<u8> {
    let disposition = format!("Content-Disposition: form-data; name=\"source\"; filename=\"{name}\"");
    part(&format!("{disposition}\r\nContent-Type: {media_type}"), bytes)
}

fn form(parts: &[Vec<u8>]) -> Vec<u8> {
    [parts.concat(), format!("--{BOUNDARY}--\r\n").into_bytes()].concat()
}

fn send(api: &Api, query: &str, content_type: &str, body: Vec<u8>) -> Response {
    let request = Request::post(api.url(&format!("/attachments{query}"))).header("authorization", api.bearer());
    api.send(request.header("content-type", content_type), body)
}

fn upload(api: &Api, query: &str, parts: &[Vec<u8>]) -> Response {
    send(api, query, &format!("multipart/form-data; boundary=\"{BOUNDARY}\""), form(parts))
}

fn uploaded(api: &Api, query: &str) -> String {
    let response = upload(api, query, &[source("cat.png", "image/png", PNG)]).ok(201);
    response["attachment"]["mediaUrl"].as_str().expect("a URL").to_owned()
}

fn fetch(api: &Api, method: &str, url: &str) -> RawResponse<Vec<u8>> {
    api.raw(Request::builder().method(method).uri(url), Vec::new())
}

fn exists(api: &Api, url: &str) -> bool {
    let status = fetch(api, "GET", url).status().as_u16();
    assert!(matches!(status, 200 | 404), "{status}");
    status == 200
}

fn remove(api: &Api, body: Value) -> Response {
    api.post("/attachments/remove", body)
}

/// Posts a message that shows a file, and returns its path.
fn post(api: &Api, conversation: &str, content: Value) -> String {
    let path = format!("/conversations/{conversation}/messages");
    let message = json!({"author": {"type": "business"}, "content": content});
    let response = api.post(&path, message).ok(201);
    format!("{path}/{}", common::id(&response["messages"][0]))
}

fn image(url: &str) -> Value {
    json!({"type": "image", "mediaUrl": url})
}

fn carousel(url: &str) -> Value {
    let action = json!({"type": "link", "text": "More", "uri": "https://example.com"});
    json!({"type": "carousel", "items": [{"title": "Cat", "mediaUrl": url, "actions": [action]}]})
}

#[test]
fn files_are_served_unchanged() {
    let api = Api::start();
    let response = upload(&api, "?access=public", &[source("cat.png", "image/png", PNG)]).ok(201);
    let url = response["attachment"]["mediaUrl"].as_str().expect("a URL");
    assert_eq!(response, json!({"attachment": {"mediaUrl": url, "mediaType": "image/png"}}));
    assert!(url.starts_with(&api.at(&format!("/attachments/{}/", api.sandbox.app_id()))), "{url}");
    assert!(url.ends_with("/cat.png"), "{url}");
    let got = fetch(&api, "GET", url);
    assert_eq!((got.status().as_u16(), &got.headers()["content-type"]), (200, &"image/png".parse().unwrap()));
    assert_eq!(got.body(), PNG);
    let head = fetch(&api, "HEAD", url);
    assert_eq!((head.status().as_u16(), &head.headers()["content-type"]), (200, &"image/png".parse().unwrap()));
    assert_eq!(head.headers()["content-length"], PNG.len().to_string());
    assert!(head.body().is_empty());
    assert_eq!(fetch(&api, "PUT", url).status(), 404);
}

#[test]
fn each_upload_has_its_own_url() {
    let api = Api::start();
    let (one, other) = (uploaded(&api, "?access=public"), uploaded(&api, "?access=public"));
    assert_ne!(one, other);
    remove(&api, json!({"mediaUrl": one})).ok(200);
    assert!(!exists(&api, &one) && exists(&api, &other));
}

#[test]
fn names_are_encoded_without_directories() {
    let api = Api::start();
    let cases = [
        ("a b.txt", "/a%20b.txt"),
        ("../../etc/x", "/x"),
        ("C:\\pictures\\é?#%.png", "/%C3%A9%3F%23%25.png"),
        ("x.y-z_~", "/x.y-z_~"),
    ];
    for (name, end) in cases {
        let response = upload(&api, "?access=public", &[source(name, "text/plain", b"x")]).ok(201);
        let url = response["attachment"]["mediaUrl"].as_str().expect("a URL");
        assert!(url.ends_with(end), "{url}");
        assert!(exists(&api, url));
        post(&api, &api.group(), json!({"type": "file", "mediaUrl": url}));
    }
}

#[test]
fn addresses_near_an_attachment_are_not_found() {
    let api = Api::start();
    let url = uploaded(&api, "?access=public");
    let base = url.trim_end_matches("/cat.png");
    let unknown = api.at("/attachments/x/y/cat.png");
    for url in [format!("{base}/dog.png"), format!("{url}/"), base.to_owned(), unknown, api.at("/attachments/")] {
        api.call("GET", &url, None).fails(404, "not_found", "attachment");
    }
}

#[test]
fn other_fields_are_ignored_and_the_type_may_be_missing() {
    let api = Api::start();
    let other = part("Content-Disposition: form-data; name=\"access\"", b"private");
    let plain = part("Content-Disposition: form-data; name=\"source\"; filename=\"x\"", b"");
    let response = upload(&api, "?access=public", &[other, plain]).ok(201);
    assert_eq!(response["attachment"]["mediaType"], "application/octet-stream");
    let url = response["attachment"]["mediaUrl"].as_str().expect("a URL");
    assert!(fetch(&api, "GET", url).body().is_empty() && exists(&api, url));
}

#[test]
fn errors_name_the_field() {
    let api = Api::start();
    let file = || vec![source("cat.png", "image/png", PNG)];
    let cases = [
        ("", "access: is required"),
        ("?access=private", "access: must be public"),
        ("?access=public&for=user", "for: must be message"),
        ("?access=public&conversationId=x", "conversationId: conversation not found"),
    ];
    for (query, place) in cases {
        upload(&api, query, &file()).fails(400, "bad_request", place);
    }
    let rejected = |parts: &[Vec<u8>], place: &str| {
        upload(&api, "?access=public", parts).fails(400, "bad_request", place);
    };
    rejected(&[], "source: is required");
    rejected(&[part("Content-Disposition: form-data; name=\"file\"; filename=\"x\"", b"x")], "source: is required");
    rejected(&[part("Content-Disposition: form-data; name=\"source\"", b"x")], "source: must be a file");
    rejected(&[file(), file()].concat(), "source: only one file");
}

#[test]
fn bodies_other_than_forms_are_rejected() {
    let api = Api::start();
    let sent = |content_type: &str, body: Vec<u8>| send(&api, "?access=public", content_type, body);
    let form = || form(&[source("x", "text/plain", b"x")]);
    for content_type in ["application/json", "image/png", "multipart/mixed; boundary=x"] {
        sent(content_type, form()).fails(415, "unsupported_media_type", "multipart/form-data");
    }
    sent("multipart/form-data", form()).fails(400, "bad_request", "boundary");
    let right = format!("multipart/form-data; boundary=\"{BOUNDARY}\"");
    let cut = form()[..40].to_vec();
    for body in [Vec::new(), b"source=x".to_vec(), cut] {
        sent(&right, body).fails(400, "bad_request", "body: not a valid form");
    }
}

#[test]
fn files_may_be_large_but_not_too_large() {
    let api = Api::start();
    let large = vec![b'x'; 2_000_000];
    let response = upload(&api, "?access=public", &[source("x", "text/plain", &large)]).ok(201);
    assert!(fetch(&api, "GET", response["attachment"]["mediaUrl"].as_str().expect("a URL")).body() == &large);
    let (right, most) = (format!("multipart/form-data; boundary=\"{BOUNDARY}\""), 50 * 1024 * 1024);
    send(&api, "?access=public", &right, vec![b'x'; most]).fails(400, "bad_request", "not a valid form");
    send(&api, "?access=public", &right, vec![b'x'; most + 1]).fails(413, "payload_too_large", "51200 kB");
}

#[test]
fn a_large_upload_that_is_refused_hears_why() {
    let api = Api::start();
    let request = || Request::post(api.url("/attachments?access=public")).header("content-type", "text/plain");
    api.send(request(), vec![b'x'; 20_000_000]).fails(401, "unauthorized", "credentials");
    let request = Request::post(api.url("/users")).header("authorization", api.bearer());
    api.send(request.header("content-type", "application/json"), vec![b'x'; 20_000_000]).fails(
        413,
        "payload_too_large",
        "100 kB",
    );
    api.get("").ok(200);
}

#[test]
fn delete_by_address() {
    let api = Api::start();
    let url = uploaded(&api, "?access=public");
    let elsewhere = url.replace(api.sandbox.base_url(), "https://example.com");
    for other in [elsewhere.as_str(), "x"] {
        remove(&api, json!({"mediaUrl": other})).fails(404, "not_found", "attachment");
    }
    remove(&api, json!({})).fails(400, "bad_request", "/mediaUrl: is required");
    remove(&api, json!({"mediaUrl": 5})).fails(400, "bad_request", "/mediaUrl: ");
    assert!(exists(&api, &url));
    assert_eq!(remove(&api, json!({"mediaUrl": url})).ok(200), json!({}));
    assert!(!exists(&api, &url));
    remove(&api, json!({"mediaUrl": url})).fails(404, "not_found", "attachment");
}

#[test]
fn another_app_cannot_delete_it() {
    let api = Api::start();
    let url = uploaded(&api, "?access=public");
    let account = api.account();
    let other = api.call_as(Some(&account), "POST", &api.at("/v2/apps"), Some(&json!({"displayName": "Other"})));
    let path = format!("/v2/apps/{}/attachments/remove", common::id(&other.ok(201)["app"]));
    let response = api.call_as(Some(&account), "POST", &api.at(&path), Some(&json!({"mediaUrl": url})));
    response.fails(404, "not_found", "attachment");
    assert!(exists(&api, &url));
}

#[test]
fn files_of_a_message_are_deleted_with_it() {
    let api = Api::start();
    let conversation = api.group();
    for content in [image, carousel] {
        let (own, kept) = (uploaded(&api, "?access=public&for=message"), uploaded(&api, "?access=public"));
        let message = post(&api, &conversation, content(&own));
        let other = post(&api, &conversation, content(&kept));
        assert!(exists(&api, &own) && exists(&api, &kept));
        for message in [message, other] {
            api.delete(&message).ok(200);
        }
        assert!(!exists(&api, &own) && exists(&api, &kept));
    }
}

#[test]
fn it_stays_while_another_message_shows_it() {
    let api = Api::start();
    let (one, other) = (api.group(), api.group());
    let url = uploaded(&api, "?access=public&for=message");
    let message = post(&api, &one, image(&url));
    post(&api, &other, image(&url));
    api.delete(&message).ok(200);
    assert!(exists(&api, &url));
    api.delete(&format!("/conversations/{other}/messages")).ok(200);
    assert!(!exists(&api, &url));
}

#[test]
fn it_goes_with_its_conversation_and_user() {
    let api = Api::start();
    let group = api.group();
    let linked = uploaded(&api, &format!("?access=public&for=message&conversationId={group}"));
    let not_for = uploaded(&api, &format!("?access=public&conversationId={group}"));
    let shown = uploaded(&api, "?access=public&for=message");
    let unused = uploaded(&api, "?access=public&for=message");
    post(&api, &group, image(&shown));
    api.delete(&format!("/conversations/{group}")).ok(200);
    assert!(!exists(&api, &linked) && !exists(&api, &shown));
    assert!(exists(&api, &not_for) && exists(&api, &unused));
    let conversation = api.conversation(&api.user("steve"));
    post(&api, &conversation, image(&unused));
    api.delete("/users/steve").ok(200);
    assert!(!exists(&api, &unused));
}
