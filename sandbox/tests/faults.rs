//! Injected faults.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::common::{Api, header, ids, message};
use serde_json::json;
use sunshine_conversations_sandbox::Fault;
use ureq::http::Request;

fn create_user(api: &Api, external_id: &str) -> Result<ureq::http::Response<String>, ureq::Error> {
    let request = Request::post(api.url("/users")).header("authorization", api.bearer());
    api.try_raw(request.header("content-type", "application/json"), &json!({"externalId": external_id}).to_string())
}

/// The bytes of a GET response, and how the connection ends.
fn raw(api: &Api, path: &str) -> (String, std::io::Result<usize>) {
    let address = api.sandbox.base_url().trim_start_matches("http://");
    let mut stream = TcpStream::connect(address).expect("a connection");
    stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a timeout");
    let path = format!("/v2/apps/{}{path}", api.sandbox.app_id());
    let head = format!("GET {path} HTTP/1.1\r\nhost: {address}\r\nauthorization: {}\r\n\r\n", api.bearer());
    stream.write_all(head.as_bytes()).expect("sent");
    let mut text = Vec::new();
    let end = stream.read_to_end(&mut text);
    (String::from_utf8(text).expect("text"), end)
}

#[test]
fn the_next_two_posts_get_429() {
    let api = Api::start();
    let conversation = api.group();
    let path = format!("/conversations/{conversation}/messages");
    api.sandbox.fault(Fault::status(429).retry_after(1).on("PostMessage").times(2)).expect("a fault");
    for _ in 0..2 {
        api.get(&path).ok(200);
        let request = Request::post(api.url(&path)).header("authorization", api.bearer());
        let request = request.header("content-type", "application/json");
        let response = api.try_raw(request, &message("x").to_string()).expect("a response");
        assert_eq!((response.status().as_u16(), header(&response, "retry-after")), (429, "1"));
        assert!(response.body().starts_with("{\"errors\":[{\"code\":\"too_many_requests\""), "{}", response.body());
    }
    api.post(&path, message("x")).ok(201);
    assert_eq!(ids(&api.get(&path).ok(200)["messages"]).len(), 1);
    assert_eq!(api.sandbox.faults()[0].hits(), 2);
}

#[test]
fn statuses_have_the_api_s_error_body() {
    let api = Api::start();
    let codes = [(400, "bad_request"), (401, "unauthorized"), (402, "payment_required"), (403, "forbidden")];
    let more = [(404, "not_found"), (409, "conflict"), (413, "payload_too_large"), (423, "locked")];
    let server = [(500, "internal_error"), (503, "service_unavailable")];
    for (status, code) in codes.into_iter().chain(more).chain(server) {
        api.sandbox.fault(Fault::status(status)).expect("a fault");
        api.get("/users/unknown").fails(status, code, "(injected fault)");
    }
}

#[test]
fn any_body_and_headers() {
    let api = Api::start();
    let page = "<html><h1>502</h1></html>";
    let fault = Fault::status(502).body("text/html", page).header("X-Edge", "7");
    api.sandbox.fault(fault).expect("a fault");
    let response = create_user(&api, "steve").expect("a response");
    assert_eq!((response.status().as_u16(), response.body().as_str()), (502, page));
    assert_eq!((header(&response, "content-type"), header(&response, "x-edge")), ("text/html", "7"));
    api.get("/users/steve").fails(404, "not_found", "user");
}

#[test]
fn closed_without_a_response() {
    let api = Api::start();
    api.sandbox.fault(Fault::close().on("GetUser")).expect("a fault");
    let (text, end) = raw(&api, "/users/unknown");
    assert_eq!((text.as_str(), end.expect("an orderly end")), ("", 0));
    api.get("/users/unknown").fails(404, "not_found", "user");
    assert_eq!(api.sandbox.journal()[0].status, None);
}

#[test]
fn reset_without_a_response() {
    let api = Api::start();
    api.sandbox.fault(Fault::reset()).expect("a fault");
    let (text, end) = raw(&api, "/users/unknown");
    assert_eq!((text.as_str(), end.expect_err("a reset").kind()), ("", ErrorKind::ConnectionReset));
    api.get("/users/unknown").fails(404, "not_found", "user");
}

#[test]
fn cut_off_in_the_middle() {
    let api = Api::start();
    api.user("steve");
    let full = api.get("/users/steve").ok(200).to_string();
    api.sandbox.fault(Fault::truncate().on("GetUser")).expect("a fault");
    let (text, end) = raw(&api, "/users/steve");
    end.expect("an orderly end");
    let (head, body) = text.split_once("\r\n\r\n").expect("a head");
    assert!(head.contains(&format!("content-length: {}", full.len())), "{head}");
    assert_eq!(body, &full[..full.len() / 2]);
}

#[test]
fn responses_are_lost_after_the_operation() {
    let api = Api::start();
    for (name, fault) in [("close", Fault::close()), ("reset", Fault::reset()), ("status", Fault::status(503))] {
        api.sandbox.fault(fault.clone().on("CreateUser")).expect("a fault");
        assert!(create_user(&api, name).is_ok_and(|response| response.status() == 503) == (name == "status"), "{name}");
        api.get(&format!("/users/{name}")).fails(404, "not_found", "user");

        api.sandbox.fault(fault.after_acting().on("CreateUser")).expect("a fault");
        assert!(create_user(&api, name).is_ok_and(|response| response.status() == 503) == (name == "status"), "{name}");
        api.get(&format!("/users/{name}")).ok(200);
        assert_eq!(create_user(&api, name).expect("a response").status().as_u16(), 409);
    }
}

#[test]
fn delays() {
    let api = Api::start();
    let delay = Duration::from_millis(300);
    api.sandbox.fault(Fault::delay(delay)).expect("a fault");
    api.sandbox.fault(Fault::status(503).after(delay)).expect("a fault");
    for status in [404, 503] {
        let begin = Instant::now();
        assert_eq!(api.get("/users/unknown").status, status);
        assert!(begin.elapsed() >= delay);
    }
}

#[test]
fn they_are_met_in_order_counted_and_cleared() {
    let api = Api::start();
    let faults = [
        Fault::status(500).times(2),
        Fault::status(502).on("GET /v2/apps/{appId}/users/{userIdOrExternalId}"),
        Fault::status(503).on(format!("get /v2/apps/{}/users/ada", api.sandbox.app_id())),
        Fault::status(504).on("GetUser").always(),
    ];
    faults.into_iter().for_each(|fault| api.sandbox.fault(fault).expect("a fault"));
    let ask = |user: &str| api.get(&format!("/users/{user}")).status;
    assert_eq!(["a", "b", "c", "d", "ada", "ada", "e"].map(ask), [500, 500, 502, 504, 503, 504, 504]);
    let hits: Vec<u64> = api.sandbox.faults().iter().map(Fault::hits).collect();
    assert_eq!(hits, [2, 1, 1, 3]);
    // Only for one operation.
    api.user("steve");
    api.sandbox.clear_faults();
    assert_eq!((ask("a"), api.sandbox.faults().len()), (404, 0));
}

#[test]
fn faults_apply_to_any_credentials_and_route() {
    let api = Api::start();
    api.sandbox.fault(Fault::status(503).times(2)).expect("a fault");
    api.call("GET", &api.at("/v9"), None).fails(503, "service_unavailable", "");
    api.send(Request::get(api.url("/users/x")), Vec::new()).fails(503, "service_unavailable", "");
    api.send(Request::get(api.url("/users/x")), Vec::new()).fails(401, "unauthorized", "");
}

#[test]
fn faults_that_can_never_apply_are_rejected() {
    let api = Api::start();
    let rejected = |fault: Fault, what: &str| {
        let error = api.sandbox.fault(fault).expect_err(what).to_string();
        assert!(error.contains(what), "{error:?} lacks {what:?}");
    };
    rejected(Fault::status(429).on("PostMesage"), "unknown operation \"PostMesage\"");
    rejected(Fault::status(429).on("GET /v2/user"), "unknown operation \"GET /v2/user\"");
    rejected(Fault::status(429).on("PUT /v2/apps"), "unknown operation");
    rejected(Fault::status(100), "status: 100");
    rejected(Fault::status(600), "status: 600");
    rejected(Fault::status(500).times(0), "times");
    rejected(Fault::status(500).header("a b", "c"), "headers: \"a b\"");
    rejected(Fault::status(500).header("Content-Length", "5"), "set by the server");
    rejected(Fault::delay(Duration::ZERO), "delayMilliseconds");
    rejected(Fault::close().body("text/html", "x"), "only with the kind `status`");
    assert_eq!(api.sandbox.faults().len(), 0);
}
