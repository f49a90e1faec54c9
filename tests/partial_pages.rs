//! Listings with items that don't match their type.

use crate::support::expect::{Fails, undecodable};
use crate::support::server::{APP, CONVERSATION, Server, Step, USER, json};
use serde_json::json;
use sunshine_conversations::{Error, ErrorKind, Json};

/// A server of two pages of clients; the second and fourth client of the first page lack an ID.
fn server() -> Server {
    let first = json!({
        "clients": [{"id": "1"}, {"type": "sdk"}, {"id": "3"}, {"id": ["x"]}],
        "meta": {"hasMore": true, "afterCursor": "3"}, "links": {"next": "/?page[after]=3"}});
    let second = json!({"clients": [{"id": "5"}], "meta": {"hasMore": false}});
    let steps = [first, second].map(|page| Step::Respond(json(200, page.to_string())));
    Server::script(vec![steps.into()])
}

fn summary(result: Result<sunshine_conversations::models::Client, Error>) -> String {
    match result {
        Ok(client) => client.id.to_string(),
        Err(error) => {
            assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Decode, Some(200), 1));
            format!("{} in {}", error.field().unwrap(), error.json().unwrap().as_str())
        }
    }
}

const ITEMS: [&str; 5] = ["1", r#"clients[1] in {"type":"sdk"}"#, "3", r#"clients[3].id in {"id":["x"]}"#, "5"];

#[test]
fn items_that_do_not_match_are_errors_at_their_position() {
    let server = server();
    let items: Vec<String> = server.client().list_clients(APP, USER).iter().map(summary).collect();
    assert_eq!(items, ITEMS);
    assert_eq!(server.requests().len(), 2);
    assert_eq!(server.requests()[1].parameter("page[after]").as_deref(), Some("3"));
}

#[test]
fn a_listing_that_runs_backward_yields_them_in_its_order() {
    let page = json!({"messages": [{"id": "1"}, {"id": 7.5}, {"text": ""}, {"id": "4"}], "meta": {"hasMore": false}});
    let server = Server::always(json(200, page.to_string()));
    let ids = |result: Result<sunshine_conversations::models::Message, Error>| match result {
        Ok(message) => message.id.to_string(),
        Err(error) => error.field().unwrap().to_owned(),
    };
    let items: Vec<String> = server.client().list_messages(APP, CONVERSATION).iter().map(ids).collect();
    assert_eq!(items, ["4", "messages[2]", "messages[1].id", "1"]);
}

#[test]
fn pages_with_failed_items_are_errors_and_the_listing_continues() {
    let server = server();
    let mut pages = server.client().list_clients(APP, USER).pages();
    let error = pages.next().unwrap().unwrap_err();
    assert_eq!((error.field(), error.attempts()), (Some("clients[1]"), 1));
    assert!(error.to_string().ends_with("at `clients[1]`: missing field `id` (and 1 more item)"), "{error}");
    let raw: Vec<Json> = error.json().unwrap().get("clients").unwrap().unwrap();
    assert_eq!((raw.len(), pages.cursor()), (4, Some("3")));
    assert_eq!(pages.next().unwrap().unwrap().clients.len(), 1);
    assert!(pages.next().is_none());
}

#[test]
fn partial_pages_have_the_items_the_errors_and_the_original_body() {
    let server = server();
    let mut pages = server.client().list_clients(APP, USER).pages();
    let partial = pages.next_partial().unwrap().unwrap();
    let ids: Vec<&str> = partial.page.clients.iter().map(|client| client.id.as_str()).collect();
    assert_eq!(ids, ["1", "3"]);
    let fields: Vec<_> = partial.failed.iter().map(|error| error.field().unwrap()).collect();
    assert_eq!(fields, ["clients[1]", "clients[3].id"]);
    let raw: serde_json::Value = serde_json::from_slice(&partial.raw).unwrap();
    assert_eq!(raw["clients"].as_array().unwrap().len(), 4);
    assert_eq!(partial.page.meta.after_cursor.as_deref(), Some("3"));
    let last = pages.next_partial().unwrap().unwrap();
    assert_eq!((last.page.clients.len(), last.failed.len()), (1, 0));
    assert!(pages.next_partial().is_none());
}

#[test]
fn next_full_reports_failed_items() {
    let server = server();
    let mut pages = server.client().list_clients(APP, USER).pages();
    let error = pages.next_full().unwrap().unwrap_err();
    assert!(error.json().unwrap().as_str().contains(r#"{"type":"sdk"}"#));
    assert_eq!(pages.next_full().unwrap().unwrap().body.clients.len(), 1);
}

#[test]
fn listings_without_pages_also_continue() {
    let page = json!({"webhooks": [{"id": "1", "target": "x", "triggers": []}, {"id": {}}, 7, {"id": "4"}]});
    let server = Server::always(json(200, page.to_string()));
    let items: Vec<_> = server.client().list_webhooks(APP, "i").iter().collect();
    let fields: Vec<_> = items.iter().map(|item| item.as_ref().err().and_then(Error::field)).collect();
    assert_eq!(fields, [None, Some("webhooks[1].id"), Some("webhooks[2]"), None]);
}

#[test]
fn other_faults_of_a_page_end_the_listing_and_can_be_retried() {
    for page in [
        json!({"clients": [{"id": "1"}], "meta": 7}),
        json!({"clients": {"id": "1"}, "meta": {}}),
        json!({"clients": [{"id": []}], "meta": []}),
        json!([]),
    ] {
        let server = Server::always(json(200, page.to_string()));
        let mut listing = server.client().list_clients(APP, USER).iter();
        let error = listing.next().unwrap().fails(undecodable());
        assert!(error.json().is_none());
        assert!(listing.next().is_none(), "{page}");
        listing.resume();
        listing.next().unwrap().unwrap_err();
        assert_eq!(server.requests().len(), 2, "{page}");
    }
}

#[test]
fn many_failed_items_are_found_in_linear_time() {
    let items = vec![json!({"id": []}); 20_000];
    let server = Server::always(json(200, json!({"clients": items, "meta": {"hasMore": false}}).to_string()));
    assert_eq!(server.client().list_clients(APP, USER).iter().filter(Result::is_err).count(), 20_000);
}
