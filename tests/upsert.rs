//! Creating or updating a user.

use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::support;
use crate::support::expect::{Fails, api_error, invalid};
use crate::support::server::{APP, Request, Server, json, refusal};
use sunshine_conversations::models::*;
use sunshine_conversations::{AppClient, Upserted};
use sunshine_conversations_sandbox::{Fault, Sandbox};

fn body(name: &str) -> UserCreateBody {
    UserCreateBody::new().with_external_id("customer 42").with_profile(Profile::new().with_given_name(name))
}

fn start() -> (Sandbox, AppClient) {
    let (sandbox, api) = support::start(Sandbox::builder());
    let app = api.app(sandbox.app_id());
    (sandbox, app)
}

#[test]
fn a_user_is_created_and_then_updated() {
    let (_sandbox, app) = start();
    let first = app.upsert_user(&body("Ada").with_metadata([("tier", "gold")])).send().unwrap();
    assert!(first.created);
    let Upserted { created, response, .. } = app.upsert_user(&body("Grace")).send().unwrap();
    assert!(!created && response.user.id == first.response.user.id);
    let user = app.get_user("customer 42").send().unwrap().user;
    assert_eq!(user.profile.unwrap().given_name.as_deref(), Some("Grace"));
    assert_eq!(user.metadata.unwrap().get::<String>("tier").unwrap().as_deref(), Some("gold"), "it is kept");
}

#[test]
fn the_update_has_the_other_fields_of_the_body() {
    let server = Server::handle(|request: &Request| match request.method() {
        "POST" => refusal(409, "conflict", "The user exists"),
        _ => json(200, r#"{"user":{"id":"u"}}"#),
    });
    let body = body("Ada").with_brand_id("b 1").with_to_be_retained(true).with_extra("new", 7);
    let upserted = server.client().upsert_user(APP, &body).header("X-Trace", "t").send().unwrap();
    assert!(!upserted.created);
    let requests = server.requests();
    assert_eq!((requests[0].method(), requests[1].method(), requests.len()), ("POST", "PATCH", 2));
    assert_eq!(requests[1].path(), format!("/v2/apps/{APP}/users/customer%2042"));
    assert_eq!(requests[1].query(), [("brandId".to_owned(), "b 1".to_owned())]);
    let expected = serde_json::json!({"toBeRetained": true, "profile": {"givenName": "Ada"}, "new": 7});
    assert_eq!(requests[1].json(), expected);
    assert_eq!(requests[0].json()["externalId"], "customer 42");
    assert!(requests.iter().all(|request| request.header("X-Trace") == Some("t")));
}

#[test]
fn the_external_id_is_required() {
    let server = Server::always(json(200, "{}"));
    for body in [UserCreateBody::new(), UserCreateBody::new().with_external_id(" ")] {
        server.client().app(APP).upsert_user(&body).send().fails(invalid("externalId"));
    }
    // `..` can be created, but it can't be a part of the path.
    let conflict = Server::always(refusal(409, "conflict", "The user exists"));
    let dots = UserCreateBody::new().with_external_id("..");
    let error = conflict.client().upsert_user(APP, &dots).send().unwrap_err();
    assert_eq!(error.parameter(), Some("userIdOrExternalId"));
    let error = server.client().upsert_user("", &body("Ada")).send().unwrap_err();
    assert_eq!(error.parameter(), Some("appId"));
}

#[test]
fn concurrent_callers_create_one_user() {
    let (_sandbox, app) = start();
    let start = Barrier::new(8);
    let upsert = |name: String| {
        start.wait();
        app.upsert_user(&body(&name)).send().unwrap()
    };
    let results: Vec<_> = thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|number| scope.spawn(move || upsert(number.to_string()))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(results.iter().filter(|result| result.created).count(), 1);
    assert!(results.iter().all(|result| result.response.user.id == results[0].response.user.id));
}

#[test]
fn a_lost_response_of_the_creation_is_retried() {
    let (sandbox, app) = start();
    // The user is created, but the client doesn't learn about it.
    sandbox.fault(Fault::close().after_acting().on("CreateUser").times(1)).unwrap();
    let upserted = app.upsert_user(&body("Ada")).send().unwrap();
    assert!(!upserted.created);
    assert_eq!(upserted.response.user.external_id.as_deref(), Some("customer 42"));
}

#[test]
fn a_user_that_is_deleted_in_between_is_created_again() {
    let seen = AtomicUsize::new(0);
    let server = Server::handle(move |request| match (request.method(), seen.fetch_add(1, Ordering::SeqCst)) {
        ("POST", 0) => refusal(409, "conflict", "The user exists"),
        ("PATCH", _) => refusal(404, "not_found", "No such user"),
        _ => json(201, r#"{"user":{"id":"u"}}"#),
    });
    assert!(server.client().upsert_user(APP, &body("Ada")).send().unwrap().created);
    assert_eq!(server.requests().len(), 3);
}

#[test]
fn a_user_that_exists_but_is_not_found_is_an_error() {
    let server = Server::handle(|request| match request.method() {
        "POST" => refusal(409, "conflict", "The user exists"),
        _ => refusal(404, "not_found", "No such user"),
    });
    let error = server.client().upsert_user(APP, &body("Ada")).send().unwrap_err();
    assert!(error.is_conflict() && error.to_string().contains("updating it returned 404"), "{error}");
    assert_eq!(server.requests().len(), 6);
}

#[test]
fn other_errors_are_returned() {
    for status in [400, 401, 403, 500] {
        let server = Server::always(refusal(status, "code", "title"));
        server.client().upsert_user(APP, &body("Ada")).send().fails(api_error(status));
        assert_eq!(server.requests().len(), 1);
    }
}
