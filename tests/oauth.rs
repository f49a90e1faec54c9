//! OAuth, from the authorize URL to revocation.

use crate::support::expect::{Fails, kind, printed};
use crate::support::server::{self, APP, Server, USER, decode, json, refusal};
use serde_json::json as object;
use sunshine_conversations::http::Uri;
use sunshine_conversations::models::TokenRequest;
use sunshine_conversations::{ApiClient, Credentials, Error, ErrorKind, oauth};

const CLIENT_ID: &str = "5e4af71a81966cfff3ef6550";
const CLIENT_SECRET: &str = "hush-client-1f8e";
const CODE: &str = "hush-code-658965";
const TOKEN: &str = "hush-token-77ab";

#[track_caller]
fn assert_hidden(text: &str) {
    for secret in [CLIENT_SECRET, CODE, TOKEN] {
        assert!(!text.contains(secret), "{secret} is in: {text}");
    }
}

#[track_caller]
fn assert_error_hides(error: &Error) {
    assert_hidden(&format!("{} {:?}", printed(error), error.body()));
}

fn token_request() -> TokenRequest {
    TokenRequest::new(CODE, oauth::GRANT_TYPE, CLIENT_ID, CLIENT_SECRET)
}

/// A client for the first steps, without credentials.
fn bridge(server: &Server) -> ApiClient {
    ApiClient::builder().base_url(server.url()).no_proxy().build().unwrap()
}

/// The parameters of a URL, decoded.
fn query(url: &str) -> Vec<(String, String)> {
    let uri: Uri = url.parse().expect("a URL");
    let pairs = uri.query().expect("a query").split('&').map(|pair| pair.split_once('=').expect("a value"));
    pairs.map(|(name, value)| (decode(name), decode(value))).collect()
}

#[test]
fn the_authorize_url_has_the_given_parameters() {
    assert_eq!(
        oauth::authorize_url(CLIENT_ID).build().unwrap(),
        format!("https://oauth-bridge.zendesk.com/sc/oauth/authorize?response_type=code&client_id={CLIENT_ID}")
    );
    let nasty = "a b&c=d#e?f+g%20/ü\"\n";
    let url =
        oauth::authorize_url(nasty).redirect_uri("https://example.com/back?x=1&y=2").state(nasty).build().unwrap();
    assert!(url.starts_with("https://oauth-bridge.zendesk.com/sc/oauth/authorize?"), "{url}");
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~:/?&=%".contains(&b);
    assert!(url.bytes().all(plain), "{url}");
    let pairs = [
        ("response_type", "code"),
        ("client_id", nasty),
        ("state", nasty),
        ("redirect_uri", "https://example.com/back?x=1&y=2"),
    ];
    assert_eq!(query(&url), pairs.map(|(name, value)| (name.to_owned(), value.to_owned())));
    assert_eq!(oauth::authorize_url("i").state("a").state("b").build().unwrap().matches("state=").count(), 1);
}

#[test]
fn the_authorize_url_matches_the_operation() {
    let server = Server::always(server::response(302, &[("Location", "https://example.com")], "Found"));
    bridge(&server).authorize(CLIENT_ID, "code").state("s").redirect_uri("https://example.com").send().unwrap();
    let url = oauth::authorize_url(CLIENT_ID).state("s").redirect_uri("https://example.com").build().unwrap();
    let mut called = server.request().query();
    let mut built = query(&url);
    called.sort();
    built.sort();
    assert_eq!(built, called);
    assert_eq!(url.strip_prefix(oauth::BASE_URL).unwrap().split('?').next(), Some(server.request().path()));
}

#[test]
fn empty_values_are_rejected_by_name() {
    for (url, parameter) in [
        (oauth::authorize_url(""), "client_id"),
        (oauth::authorize_url("i").state(""), "state"),
        (oauth::authorize_url("i").redirect_uri(""), "redirect_uri"),
    ] {
        url.build().fails(kind(ErrorKind::InvalidInput).parameter(parameter));
    }
}

#[test]
fn from_a_code_to_revocation() {
    let server = Server::handle(|request| match (request.method(), request.path()) {
        ("POST", "/oauth/token") => json(200, object!({"access_token": TOKEN, "token_type": "Bearer"}).to_string()),
        ("GET", "/v2/tokenInfo") => json(200, object!({"app": {"id": APP, "subdomain": "acme"}}).to_string()),
        ("DELETE", "/oauth/authorization") => json(200, "{}"),
        (_, path) if path.ends_with(USER) => json(200, r#"{"user":{"id":"1","authenticated":false}}"#),
        _ => refusal(404, "not_found", "?"),
    });
    let call = bridge(&server).get_token(&token_request());
    assert_hidden(&format!("{call:?} {:?}", token_request()));
    let response = call.send_full().unwrap();
    assert_hidden(&format!("{response:?}"));
    let token = response.body.access_token;
    assert_eq!((token.expose(), response.body.token_type.as_deref()), (TOKEN, Some("Bearer")));

    let builder = ApiClient::builder().base_url(server.url()).no_proxy();
    let api = builder.credentials(Credentials::bearer(token.expose())).build().unwrap();
    let app = api.get_token_info().send().unwrap().app;
    assert_eq!((app.id.as_str(), app.subdomain.as_deref()), (APP, Some("acme")));
    api.get_user(&app.id, USER).send().unwrap();
    api.revoke_access().send().unwrap();
    assert_hidden(&format!("{api:?}"));

    // An operation without security gets no credentials of the client.
    api.get_token(&token_request()).send().unwrap();
    let anonymous = server.requests().pop().unwrap();
    assert_eq!((anonymous.path(), anonymous.header("authorization")), ("/oauth/token", None));

    let mut requests = server.requests();
    requests.pop();
    let expected = [
        "POST /oauth/token".to_owned(),
        "GET /v2/tokenInfo".to_owned(),
        format!("GET /v2/apps/{APP}/users/{USER}"),
        "DELETE /oauth/authorization".to_owned(),
    ];
    assert_eq!(requests.iter().map(|r| format!("{} {}", r.method(), r.target())).collect::<Vec<_>>(), expected);
    assert_eq!(
        requests[0].json(),
        object!({"code": CODE, "grant_type": "authorization_code", "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET})
    );
    assert_eq!(requests[0].header("authorization"), None, "there is nothing to prove it with yet");
    for request in &requests[1..] {
        assert_eq!(request.header("authorization"), Some(&*format!("Bearer {TOKEN}")), "{}", request.target());
    }
}

/// A server may quote the request in an error.
#[test]
fn rejected_secrets_are_not_quoted() {
    let quote = format!("{CLIENT_ID} with {CLIENT_SECRET} lacks {CODE}");
    for response in [
        refusal(401, "unauthorized", &quote),
        refusal(400, &quote, &quote),
        json(400, object!({"error": "invalid_grant", "error_description": quote}).to_string()),
        json(200, object!({"access_token": 1, "quote": quote}).to_string()),
        server::response(502, &[("Content-Type", "text/html")], format!("<html>{quote}</html>")),
    ] {
        let server = Server::always(response);
        let error = bridge(&server).get_token(&token_request()).send().unwrap_err();
        assert_error_hides(&error);
        assert_eq!(error.operation(), Some("GetToken"));
    }
    let server = Server::always(refusal(403, "forbidden", &format!("{TOKEN} is revoked")));
    let builder = ApiClient::builder().base_url(server.url()).no_proxy();
    let api = builder.credentials(Credentials::bearer(TOKEN)).build().unwrap();
    assert_error_hides(&api.revoke_access().send().unwrap_err());
    assert_error_hides(&api.get_token_info().send().unwrap_err());
}

#[test]
fn the_bridge_is_a_base_url() {
    assert_eq!(ApiClient::builder().base_url(oauth::BASE_URL).build().unwrap().base_url(), oauth::BASE_URL);
}
