//! Errors of responses: those of the API, those of the servers in front of it, and successful responses that can't be read.

use crate::support::expect::{Fails, api_error, undecodable};
use crate::support::message;
use crate::support::server::{APP, CONVERSATION, Server, USER, json, refusal, response};
use sunshine_conversations::http::Method;
use sunshine_conversations::{Error, RetryPolicy};

fn error(server: &Server) -> Error {
    server.client().get_user(APP, USER).retry(RetryPolicy::none()).send().unwrap_err()
}

fn error_of(status: u16, body: impl AsRef<[u8]>) -> Error {
    error(&Server::always(json(status, body)))
}

#[test]
fn errors_are_read_for_every_status_and_method() {
    for (status, retryable) in [
        (400, false),
        (401, false),
        (403, false),
        (404, false),
        (408, true),
        (409, false),
        (413, false),
        (423, false),
        (429, true),
        (500, true),
        (501, false),
        (502, true),
        (503, true),
        (504, true),
    ] {
        let server = Server::always(refusal(status, "some_code", "Some title"));
        let client = server.client();
        for error in [
            client.get_user(APP, USER).send().unwrap_err(),
            client.post_message(APP, CONVERSATION, &message()).send().unwrap_err(),
            client.delete_user(APP, USER).send().unwrap_err(),
        ] {
            let text = format!("{status} some_code: Some title");
            api_error(status).code("some_code").retryable(retryable).message(text).check(&error);
            assert_eq!((error.errors().len(), error.errors()[0].title.as_deref()), (1, Some("Some title")));
        }
    }
}

#[test]
fn all_errors_of_a_response_are_reported() {
    let body = r#"{"errors":[{"code":"bad_request","title":"no author"},{"code":"bad_request","title":"no content"}]}"#;
    let server = Server::always(response(400, &[("X-Which", "proxy")], body));
    let result = server.client().post_message(APP, CONVERSATION, &message()).send_full();
    let error = result.fails(api_error(400).message("no author").message("no content"));
    assert_eq!((error.errors().len(), &error.headers().unwrap()["x-which"]), (2, &"proxy".parse().unwrap()));
    assert_eq!((error.method().unwrap().as_str(), error.operation()), ("POST", Some("PostMessage")));
    assert!(error.path().unwrap().ends_with("/messages"));
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
    let error = error_of(404, r#"{"errors":[{"code":"not_found","title":"User not found"}]}"#);
    assert!(error.to_string().ends_with("404 not_found: User not found"), "{error}");
    assert_eq!(error.body(), None);
}

#[test]
fn a_404_that_is_not_from_the_api_mentions_the_subdomain() {
    for body in ["", "<html>Not Found</html>", "{}"] {
        api_error(404).message("check the subdomain or base URL").check(&error_of(404, body));
    }
}

#[test]
fn other_error_bodies_keep_the_status() {
    let odd = ["", "null", "[]", "{}", r#"{"errors":null}"#, r#"{"errors":[1]}"#, r#"{"error":"x"}"#, "\u{0}", "{"];
    for body in odd.into_iter().chain(["<html><h1>Bad gateway ü</h1>"]) {
        api_error(500).retryable(true).message(500).check(&error_of(500, body));
    }
    for status in [401, 404, 500, 502, 503, 504] {
        let page = format!("<html><h1>Bad gateway ü</h1>{}</html>", "ü".repeat(10_000));
        let error = error_of(status, page);
        api_error(status).message(status).check(&error);
        assert!(error.body().unwrap().starts_with("<html><h1>Bad gateway ü</h1>"), "{:?}", error.body());
        assert!(error.errors().is_empty() && error.code().is_none());
    }
}

#[test]
fn large_error_bodies_are_shortened() {
    let many = format!(r#"{{"errors":[{}{{}}]}}"#, r#"{"code":"x","title":"y"},"#.repeat(100_000));
    let long = format!(r#"{{"errors":[{{"code":"x","title":"{}"}}]}}"#, "y".repeat(1_000_000));
    for body in [many, long, "ü".repeat(1_000_000), "[".repeat(1_000_000)] {
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
    let lost = Server::script(vec![]);
    let errors =
        [error(&lost), error_of(500, "<html>\n<body>\n"), error_of(200, "{\n\"user\": {\n}}"), error_of(200, "{")];
    for error in errors {
        assert_eq!(format!("{error:?}").lines().count(), 1, "{error:?}");
    }
}

#[test]
fn the_request_id_is_shown() {
    for name in ["X-Request-Id", "x-zendesk-request-id"] {
        let server = Server::always(response(500, &[(name, "4711-abc")], ""));
        let error = error(&server);
        assert_eq!(error.request_id(), Some("4711-abc"));
        assert!(format!("{error:?}").ends_with(" (request ID: 4711-abc)"), "{error:?}");
        assert!(format!("{error:#?}").contains("4711-abc"));
    }
    assert_eq!(error_of(500, "").request_id(), None);
}

// Successful responses.

/// After a wrong base URL or a login page, a program must not assume that something was deleted.
#[test]
fn a_success_that_is_not_json_is_an_error_of_every_call() {
    for body in ["<!DOCTYPE html><title>Log in</title>", r#"{"user":{"id":"1","externalId"#, "{}<html>"] {
        let server = Server::always(json(200, body));
        let client = server.client();
        for error in [
            client.get_user(APP, USER).send().unwrap_err(),
            client.list_clients(APP, USER).send_full().map(|_| ()).unwrap_err(),
            client.list_clients(APP, USER).iter().next().unwrap().unwrap_err(),
            client.request(Method::GET, "/v2/apps").send().unwrap_err(),
            client.delete_user(APP, USER).send().unwrap_err(),
            client.delete_all_messages(APP, CONVERSATION).send().unwrap_err(),
            client.delete_user_personal_information(APP, USER).send().unwrap_err(),
        ] {
            undecodable().status(200).check(&error);
            // JSON isn't kept: it may contain secrets.
            assert!(error.body() == Some(body) || body.starts_with("{}"), "{error:?}");
        }
    }
}

/// The message may have been posted.
#[test]
fn an_unreadable_response_is_not_safe_to_retry() {
    for body in ["<html>", "", r#"{"messages":7}"#] {
        let server = Server::always(json(201, body));
        let unsafe_to_retry = || undecodable().status(201).attempts(1).safe(false);
        server.client().post_message(APP, CONVERSATION, &message()).send().fails(unsafe_to_retry());
        server.client().request(Method::POST, "/v2/x").send_as::<Vec<u8>>().fails(unsafe_to_retry());
    }
}

#[test]
fn only_a_deletion_may_have_an_empty_response() {
    for response in [json(200, "{}"), json(200, ""), json(204, ""), b"HTTP/1.1 204 No Content\r\n\r\n".to_vec()] {
        Server::always(response).client().delete_user(APP, USER).send().unwrap();
    }
    for response in [json(200, ""), response(200, &[], "")] {
        let server = Server::always(response);
        server.client().get_user(APP, USER).send().fails(undecodable().status(200).message("an empty body"));
    }
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
        let server = Server::always(json(200, body));
        let expected = undecodable().status(200).field(field).message(field);
        server.client().list_clients(APP, USER).send().fails(expected);
    }
}
