//! Error responses of the API, and of the servers in front of it.

use crate::raw_server;

use raw_server::{APP, RawServer, USER, json, refusal, response};
use sunshine_conversations::{Error, RetryPolicy};

fn error(server: &RawServer) -> Error {
    server.client().get_user(APP, USER).retry(RetryPolicy::none()).send().unwrap_err()
}

fn error_of(status: u16, body: impl AsRef<[u8]>) -> Error {
    error(&RawServer::always(json(status, body)))
}

#[test]
fn errors_of_gateways_are_shown() {
    for (status, body, code, expected) in [
        (
            404,
            r#"{"error":{"title":"No help desk at acme.zendesk.com","message":"Check the address"}}"#,
            None,
            "404 error: No help desk at acme.zendesk.com: Check the address (this isn't an error of the API; check the \
             subdomain or base URL)",
        ),
        (401, r#"{"error":"Couldn't authenticate you"}"#, None, "401 error: Couldn't authenticate you"),
        (503, r#"{"message":"no available server"}"#, None, "503 error: no available server"),
        (
            403,
            r#"{"error":{"code":"Forbidden","description":"Not for you"}}"#,
            Some("Forbidden"),
            "403 Forbidden: Not for you",
        ),
        (
            429,
            r#"{"error":"TooManyRequests","description":"Slow down"}"#,
            Some("TooManyRequests"),
            "429 TooManyRequests: Slow down",
        ),
    ] {
        let error = error_of(status, body);
        assert!(error.to_string().ends_with(expected), "{error}");
        assert!(format!("{error:?}").contains(expected) && format!("{error:#?}").contains(expected), "{error:?}");
        assert_eq!((error.code(), error.errors().len(), error.body()), (code, 1, Some(body)));
    }
    // Errors of the API don't have the hint, and the body isn't kept twice.
    let error = error(&RawServer::always(refusal(404, "not_found", "User not found")));
    assert!(error.to_string().ends_with("404 not_found: User not found"), "{error}");
    assert_eq!(error.body(), None);
}

#[test]
fn a_404_that_is_not_from_the_api_mentions_the_subdomain() {
    for body in ["", "<html>Not Found</html>", "{}"] {
        assert!(error_of(404, body).to_string().contains("check the subdomain or base URL"), "{body}");
    }
}

#[test]
fn large_error_bodies_are_shortened() {
    let many = format!(r#"{{"errors":[{}{{}}]}}"#, r#"{"code":"x","title":"y"},"#.repeat(100_000));
    let long = format!(r#"{{"errors":[{{"code":"x","title":"{}"}}]}}"#, "y".repeat(5_000_000));
    for body in [many, long, "x".repeat(10_000_000), "[".repeat(1_000_000)] {
        let error = error_of(400, &body);
        let printed = [error.to_string(), format!("{error:?}"), format!("{error:#?}")];
        assert!(printed.iter().all(|text| text.len() < 5_000), "{}", printed[0].len());
        assert!(error.errors().len() <= 20 && error.body().unwrap_or_default().chars().count() <= 501);
    }
}

#[test]
fn large_json_is_printed_as_its_size() {
    let json = sunshine_conversations::Json::from([("a", "x".repeat(100_000))]);
    assert_eq!(format!("{json:?}"), format!("<{} bytes of JSON>", json.as_str().len()));
}

#[test]
fn control_characters_cannot_forge_lines() {
    let error = error_of(400, r#"{"errors":[{"code":"a\nb","title":"c\r\n[ERROR] forged\u001b[31m"}]}"#);
    let shown = r"400 a\nb: c\r\n[ERROR] forged\u{1b}[31m";
    assert!(error.to_string().ends_with(shown), "{error}");
    for printed in [error.to_string(), format!("{error:?}")] {
        assert!(!printed.chars().any(char::is_control), "{printed}");
    }
    assert_eq!(error.code(), Some("a\nb"), "accessors return the original text");
    // In the name of a field.
    let error = error_of(200, r#"{"user":{"id":"1","profile":{"givenName":[]},"metadata":7,"x\ny":1}}"#);
    assert!(!format!("{error:?}").chars().any(char::is_control), "{error:?}");
}

#[test]
fn debug_output_is_one_line() {
    let lost = RawServer::script(vec![]);
    let errors =
        [error(&lost), error_of(500, "<html>\n<body>\n"), error_of(200, "{\n\"user\": {\n}}"), error_of(200, "{")];
    for error in errors {
        assert_eq!(format!("{error:?}").lines().count(), 1, "{error:?}");
    }
}

#[test]
fn the_request_id_is_shown() {
    for name in ["X-Request-Id", "x-zendesk-request-id"] {
        let server = RawServer::always(response(500, &[(name, "4711-abc")], ""));
        let error = error(&server);
        assert_eq!(error.request_id(), Some("4711-abc"));
        assert!(format!("{error:?}").ends_with(" (request ID: 4711-abc)"), "{error:?}");
        assert!(format!("{error:#?}").contains("4711-abc"));
    }
    assert_eq!(error_of(500, "").request_id(), None);
}
