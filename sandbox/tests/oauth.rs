//! OAuth, from the browser's redirect to the end of the access.

use crate::common::{Api, Response};
use serde_json::{Value, json};
use ureq::http::{Request, Response as RawResponse};

/// Sends the browser to the start.
fn browse(api: &Api, query: &str) -> RawResponse<Vec<u8>> {
    let start = format!("/oauth/authorize?response_type=code&client_id={}", api.sandbox.oauth_client_id());
    api.raw(Request::get(api.at(&format!("{start}{query}"))), Vec::new())
}

fn location(response: &RawResponse<Vec<u8>>) -> &str {
    assert_eq!(response.status(), 302, "{}", String::from_utf8_lossy(response.body()));
    response.headers()["location"].to_str().expect("text")
}

/// A value of the location's query.
fn value(location: &str, name: &str) -> Option<String> {
    let (_, query) = location.split_once('?')?;
    form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
}

fn new_code(api: &Api) -> String {
    value(location(&browse(api, "")), "code").expect("a code")
}

fn trade(api: &Api, code: &str) -> Value {
    let (id, secret) = (api.sandbox.oauth_client_id(), api.sandbox.oauth_client_secret());
    json!({"code": code, "grant_type": "authorization_code", "client_id": id, "client_secret": secret})
}

fn get_token(api: &Api, body: &Value) -> Response {
    api.call_as(None, "POST", &api.at("/oauth/token"), Some(body))
}

fn token_info(api: &Api, authorization: Option<&str>) -> Response {
    api.call_as(authorization, "GET", &api.at("/v2/tokenInfo"), None)
}

fn revoke(api: &Api, authorization: Option<&str>) -> Response {
    api.call_as(authorization, "DELETE", &api.at("/oauth/authorization"), None)
}

#[test]
fn authorization_code_flow() {
    let api = Api::start();
    api.user("steve");
    let response = browse(&api, "&state=a%20b%26c&redirect_uri=https%3A%2F%2Fexample.com%2Fback%3Fx%3D1");
    let to = location(&response);
    assert!(to.starts_with("https://example.com/back?x=1&code="), "{to}");
    assert_eq!(value(to, "state").as_deref(), Some("a b&c"));
    assert_eq!(response.headers()["content-type"], "text/plain; charset=utf-8");
    assert_eq!(response.body(), format!("Found. Redirecting to {to}").as_bytes());

    let body = trade(&api, &value(to, "code").expect("a code"));
    let token = get_token(&api, &body).ok(200);
    assert_eq!(token["token_type"], "Bearer");
    let bearer = format!("Bearer {}", token["access_token"].as_str().expect("a token"));
    get_token(&api, &body).fails(400, "bad_request", "/code: ");

    let app = token_info(&api, Some(&bearer)).ok(200)["app"].clone();
    assert_eq!((&app["id"], &app["subdomain"]), (&json!(api.sandbox.app_id()), &json!("sandbox")));
    api.call_as(Some(&bearer), "GET", &api.url("/users/steve"), None).ok(200);
    api.call_as(Some(&bearer), "GET", &api.url(""), None).fails(403, "forbidden", "integration");

    assert_eq!(revoke(&api, Some(&bearer)).ok(200), json!({}));
    for response in [
        token_info(&api, Some(&bearer)),
        revoke(&api, Some(&bearer)),
        api.call_as(Some(&bearer), "GET", &api.url("/users/steve"), None),
    ] {
        response.fails(401, "unauthorized", "credentials");
    }
}

#[test]
fn without_a_redirect_uri_a_page_shows_the_code() {
    let api = Api::start();
    let response = browse(&api, "&state=%3Cscript%3E");
    let to = location(&response);
    assert!(to.starts_with(api.sandbox.base_url()), "{to}");
    let page = api.raw(Request::get(to), Vec::new());
    assert_eq!((page.status().as_u16(), &page.headers()["content-type"].to_str().unwrap()[..9]), (200, "text/html"));
    let text = String::from_utf8(page.into_body()).expect("text");
    let code = value(to, "code").expect("a code");
    assert!(text.contains(&format!("<code>{code}</code>")) && text.contains("&lt;script&gt;"), "{text}");
    get_token(&api, &trade(&api, &code)).ok(200);
    assert!(value(location(&browse(&api, "")), "state").is_none());
}

#[test]
fn authorize_errors() {
    let api = Api::start();
    let id = api.sandbox.oauth_client_id();
    let cases = [
        (String::new(), "client_id: is required"),
        (format!("?client_id={id}"), "response_type: is required"),
        ("?response_type=code&client_id=other".to_owned(), "client_id: unknown client"),
        (format!("?response_type=token&client_id={id}"), "response_type: must be code"),
        (format!("?response_type=code&client_id={id}&redirect_uri=back"), "redirect_uri: "),
        (format!("?response_type=code&client_id={id}&redirect_uri=https://a.b/%23c"), "redirect_uri: "),
    ];
    for (query, place) in cases {
        let response = api.call_as(None, "GET", &api.at(&format!("/oauth/authorize{query}")), None);
        response.fails(400, "bad_request", place);
    }
    api.call_as(Some(&api.account()), "DELETE", &api.url(""), None).ok(200);
    let start = api.at(&format!("/oauth/authorize?response_type=code&client_id={id}"));
    api.call_as(None, "GET", &start, None).fails(400, "bad_request", "doesn't have an app");
}

#[test]
fn get_token_errors() {
    let api = Api::start();
    let code = new_code(&api);
    let with = |name: &str, value: Value| {
        let mut body = trade(&api, &code);
        body[name] = value;
        get_token(&api, &body)
    };
    for name in ["code", "grant_type", "client_id", "client_secret"] {
        with(name, Value::Null).fails(400, "bad_request", &format!("/{name}: "));
        let mut body = trade(&api, &code);
        body.as_object_mut().expect("an object").remove(name);
        get_token(&api, &body).fails(400, "bad_request", &format!("/{name}: is required"));
    }
    with("grant_type", json!("password")).fails(400, "bad_request", "/grant_type: must be authorization_code");
    with("code", json!("guess")).fails(400, "bad_request", "/code: ");
    for name in ["client_id", "client_secret"] {
        with(name, json!("guess")).fails(401, "unauthorized", "credentials");
    }
    let form = Request::post(api.at("/oauth/token")).header("content-type", "application/x-www-form-urlencoded");
    api.send(form, b"code=x".to_vec()).fails(415, "unsupported_media_type", "application/json");
    // None of these used the code up.
    get_token(&api, &trade(&api, &code)).ok(200);
}

#[test]
fn token_info_is_for_all_credentials_of_an_app() {
    let api = Api::start();
    let app = token_info(&api, Some(&api.bearer())).ok(200);
    assert_eq!(app, api.get("").ok(200));
    for authorization in [None, Some("Bearer x"), Some("Basic x")] {
        token_info(&api, authorization).fails(401, "unauthorized", "credentials");
    }
    token_info(&api, Some(&api.account())).fails(403, "forbidden", "account");
}

#[test]
fn revoke_ends_all_tokens_of_the_integration_and_new_ones_can_be_had() {
    let api = Api::start();
    let (one, other) = (api.access_token(), api.access_token());
    assert_ne!(one, other);
    revoke(&api, None).fails(401, "unauthorized", "credentials");
    revoke(&api, Some(&api.bearer())).fails(403, "forbidden", "integration");
    revoke(&api, Some(&one)).ok(200);
    token_info(&api, Some(&other)).fails(401, "unauthorized", "credentials");
    token_info(&api, Some(&api.access_token())).ok(200);
    token_info(&api, Some(&api.bearer())).ok(200);
}
