//! Properties that hold for any input.
//! | `PROPTEST_CASES` sets the number of cases for each. A failing case is printed in its smallest form.

#[path = "properties/bodies.rs"]
mod bodies;
#[path = "properties/json.rs"]
mod json;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, Mutex};

use crate::support::cases::{Case, sent_by_the_api, sent_to_the_api};
use crate::support::document::{Direction, differences};
use crate::support::server::{self, APP, CONVERSATION, Request, Server, USER, decode};
use bodies::{Bodies, nulls};
use json::{Node, any_json, any_object, any_text};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};
use sunshine_conversations::http::Method;
use sunshine_conversations::models::*;
use sunshine_conversations::{ErrorKind, Json, Patch};

/// Without a file of past failures: each failure becomes a separate test.
fn config() -> Config {
    Config { failure_persistence: None, ..Config::default() }
}

/// The number of cases, or a fraction if there are several subjects.
fn few(part: u32) -> TestRunner {
    let config = config();
    TestRunner::new(Config { cases: (config.cases / part).max(4), ..config })
}

/// A server with one response for everything, and the last request.
fn recorder(body: &'static str) -> (Server, Arc<Mutex<Option<Request>>>) {
    let last = Arc::new(Mutex::new(None));
    let server = Server::handle({
        let last = Arc::clone(&last);
        move |request| {
            *last.lock().unwrap() = Some(request.clone());
            server::json(200, body)
        }
    });
    (server, last)
}

fn taken(last: &Mutex<Option<Request>>) -> Option<Request> {
    last.lock().unwrap().take()
}

// Requests.

#[test]
fn any_id_is_one_path_segment_or_rejected() {
    let (server, last) = recorder(r#"{"user":{"id":"u"}}"#);
    let api = server.client();
    let ids = prop_oneof![8 => any_text(), 1 => "[.]{0,3}", 1 => "(%2e|%2E|[.]){1,2}", 1 => "[a-z0-9]{1000,2000}"];
    TestRunner::new(config())
        .run(&(ids.clone(), ids), |(app, user)| {
            let sent = api.get_user(&app, &user).send();
            let refused = |id: &str| id.trim().is_empty() || id == "." || id == "..";
            if refused(&app) || refused(&user) {
                let error = sent.unwrap_err();
                prop_assert_eq!(error.kind(), ErrorKind::InvalidInput);
                let parameter = if refused(&app) { "appId" } else { "userIdOrExternalId" };
                prop_assert_eq!(error.parameter(), Some(parameter));
                prop_assert!(taken(&last).is_none());
                return Ok(());
            }
            prop_assert!(sent.is_ok(), "{:?}", sent);
            let request = taken(&last).unwrap();
            prop_assert_eq!(request.target().matches(['?', '#']).count(), 0);
            prop_assert!(request.target().is_ascii() && !request.target().contains(|c: char| c.is_ascii_control()));
            let segments: Vec<String> = request.path().split('/').map(decode).collect();
            prop_assert_eq!(segments, ["", "v2", "apps", app.as_str(), "users", user.as_str()]);
            Ok(())
        })
        .unwrap();
}

#[test]
fn any_query_arrives_unchanged() {
    let (server, last) = recorder("{}");
    let api = server.client();
    let pairs = prop::collection::vec((any_text(), any_text()), 0..6);
    TestRunner::new(config())
        .run(&pairs, |pairs| {
            let mut call = api.request(Method::GET, "/v2/apps/a/things");
            for (name, value) in &pairs {
                call = call.query(name, value.as_str());
            }
            prop_assert!(call.send().is_ok());
            let request = taken(&last).unwrap();
            prop_assert_eq!(request.path(), "/v2/apps/a/things");
            prop_assert_eq!(request.query(), pairs);
            Ok(())
        })
        .unwrap();
}

#[test]
fn any_cursor_and_filter_arrives_unchanged() {
    let (server, last) = recorder(r#"{"conversations":[],"meta":{"hasMore":false}}"#);
    let api = server.client();
    let strategy = (any_text(), any_text(), any::<bool>(), 1u32..=100, any_text(), any_text());
    TestRunner::new(config())
        .run(&strategy, |(user, cursor, after, size, name, value)| {
            let call = api.list_conversations(APP, &ConversationListFilter::new().with_user_id(user.as_str()));
            let call = if after { call.after(cursor.as_str()) } else { call.before(cursor.as_str()) };
            let sent = call.page_size(size).query(&name, value.as_str()).send();
            if user.is_empty() || cursor.is_empty() {
                prop_assert_eq!(sent.unwrap_err().kind(), ErrorKind::InvalidInput);
                prop_assert!(taken(&last).is_none());
                return Ok(());
            }
            prop_assert!(sent.is_ok(), "{:?}", sent);
            let cursor_name = if after { "page[after]" } else { "page[before]" };
            let expected = [
                ("filter[userId]".to_owned(), user),
                (cursor_name.to_owned(), cursor),
                ("page[size]".to_owned(), size.to_string()),
                (name, value),
            ];
            prop_assert_eq!(taken(&last).unwrap().query(), expected);
            Ok(())
        })
        .unwrap();
}

// Models.

/// Bodies with any content round-trip: nothing that the document declares is lost.
fn assert_round_trips(cases: &[Case], bodies: &Bodies) {
    for case in cases {
        let body = bodies.of(&case.schema, &case.names);
        few(8)
            .run(&body, |body| {
                let text = body.to_string();
                let sent: Value = serde_json::from_str(&text).expect("generated JSON");
                let decoded = (case.read)(&text).map_err(|error| TestCaseError::fail(format!("{text}: {error}")))?;
                let lost = differences(&sent, &decoded.encoded, &case.schema);
                prop_assert!(lost.is_empty(), "{}: {:?}", text, lost);
                Ok(())
            })
            .unwrap_or_else(|error| panic!("{}: {error}", case.name));
    }
}

#[test]
fn any_response_and_webhook_round_trips() {
    assert_round_trips(&sent_by_the_api(), &Bodies::new(Direction::Response, false));
}

#[test]
fn any_response_and_webhook_with_unknown_parts_round_trips() {
    assert_round_trips(&sent_by_the_api(), &Bodies::new(Direction::Either, true));
}

#[test]
fn any_request_body_round_trips() {
    assert_round_trips(&sent_to_the_api(), &Bodies::new(Direction::Request, false));
    assert_round_trips(&sent_to_the_api(), &Bodies::new(Direction::Request, true));
}

/// In an update, null clears a field: none is lost, and none is added.
#[test]
fn any_update_keeps_its_nulls() {
    let bodies = Bodies::new(Direction::Request, false);
    let seen = std::cell::Cell::new(0);
    for case in sent_to_the_api().iter().filter(|case| case.is_update) {
        few(8)
            .run(&bodies.of(&case.schema, &case.names), |body| {
                let text = body.to_string();
                let sent: Value = serde_json::from_str(&text).expect("generated JSON");
                let decoded = (case.read)(&text).map_err(TestCaseError::fail)?;
                prop_assert_eq!(nulls(&decoded.encoded), nulls(&sent), "{}", text);
                seen.set(seen.get() + nulls(&sent).len());
                Ok(())
            })
            .unwrap_or_else(|error| panic!("{}: {error}", case.name));
    }
    assert!(seen.get() > 0, "no update had a null");
}

// Free-form JSON.

#[test]
fn any_json_is_kept_unchanged() {
    TestRunner::new(config())
        .run(&any_json(true), |node| {
            let text = node.to_string();
            let json = Json::from_text(text.as_str()).expect("generated JSON");
            prop_assert_eq!(json.as_str(), &text);
            // Nested in other JSON, and from a reader.
            let user: User =
                serde_json::from_reader(format!(r#"{{"metadata": {text} , "id":"u"}}"#).as_bytes()).expect("a user");
            let encoded = serde_json::to_string(&user).expect("models can be encoded");
            if text == "null" {
                prop_assert_eq!(encoded, r#"{"id":"u"}"#);
            } else {
                prop_assert!(encoded.contains(&format!(r#""metadata":{text}"#)), "{} lacks {}", encoded, text);
            }
            let _ = format!("{json:?}");
            match &node {
                Node::Object(fields) => {
                    let entries: Vec<(String, String)> =
                        json.entries().unwrap().map(|(name, value)| (name, value.as_str().to_owned())).collect();
                    let expected: Vec<_> =
                        fields.iter().map(|(name, value)| (name.clone(), value.to_string())).collect();
                    prop_assert_eq!(entries, expected);
                    // The last of duplicate keys counts, as in most JSON parsers.
                    let last: HashMap<&String, &Node> = fields.iter().map(|(name, value)| (name, value)).collect();
                    for (name, value) in last {
                        let found = json.get::<Json>(name).unwrap().map(|found| found.as_str().to_owned());
                        let value = Some(value.to_string()).filter(|value| value != "null");
                        prop_assert_eq!(found, value, "{} of {}", name, text);
                    }
                }
                _ => prop_assert!(json.entries().is_err() && json.get::<Json>("type").unwrap().is_none()),
            }
            Ok(())
        })
        .unwrap();
}

/// Two are equal if their values are, in any order and spelling.
#[test]
fn json_equality_ignores_formatting() {
    TestRunner::new(config())
        .run(&(any_object(false), any_json(false)), |(node, other)| {
            let read = |node: &Node| Json::from_text(node.to_string()).expect("generated JSON");
            let value: Value = serde_json::from_str(&node.to_string()).expect("generated JSON");
            let (json, other) = (read(&node), read(&other));
            prop_assert_eq!(&Json::from(value.clone()), &json);
            prop_assert_eq!(&Json::new(&value).unwrap(), &json);
            let indented = serde_json::to_string_pretty(&value).unwrap();
            prop_assert_eq!(&Json::from_text(indented).unwrap(), &json);
            let Node::Object(mut fields) = node else { unreachable!() };
            fields.reverse();
            prop_assert_eq!(&read(&Node::Object(fields.clone())), &json);
            fields.push(("one more".to_owned(), Node::Scalar("null".to_owned())));
            prop_assert_ne!(&read(&Node::Object(fields)), &json);
            prop_assert_eq!(other == json, other.parse::<Value>().unwrap() == value);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_field_of_an_update_has_three_states() {
    let state = || prop_oneof![Just(Patch::Keep), Just(Patch::Clear), any_text().prop_map(Patch::Set)];
    TestRunner::new(config())
        .run(&(state(), state()), |(given_name, surname)| {
            let mut profile = ProfileUpdate::new();
            let mut expected = BTreeMap::new();
            match &given_name {
                Patch::Keep => {}
                Patch::Clear => {
                    profile = profile.clear_given_name();
                    expected.insert("givenName", Value::Null);
                }
                Patch::Set(text) => {
                    profile = profile.with_given_name(text.as_str());
                    expected.insert("givenName", json!(text));
                }
            }
            match &surname {
                Patch::Keep => {}
                Patch::Clear => {
                    profile = profile.clear_surname();
                    expected.insert("surname", Value::Null);
                }
                Patch::Set(text) => {
                    profile = profile.with_surname(text.as_str());
                    expected.insert("surname", json!(text));
                }
            }
            let text = serde_json::to_string(&profile).expect("models can be encoded");
            prop_assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), json!(expected));
            let back: ProfileUpdate = serde_json::from_str(&text).unwrap();
            prop_assert_eq!((&back.given_name, &back.surname), (&given_name, &surname));
            prop_assert_eq!(back, profile);
            Ok(())
        })
        .unwrap();
}

// Listings.

/// A listing: the number of items of each page, and the cursors between the pages.
#[derive(Clone, Debug)]
struct Listing {
    pages: Vec<(usize, String)>,
}

fn listing() -> impl Strategy<Value = Listing> {
    let cursor = any_text().prop_filter("not empty", |cursor| !cursor.is_empty());
    prop::collection::vec((0usize..4, cursor), 1..8).prop_map(|mut pages| {
        let mut seen = HashSet::new();
        pages.retain(|(_, cursor)| seen.insert(cursor.clone()));
        Listing { pages }
    })
}

impl Listing {
    fn id(page: usize, at: usize) -> String {
        format!("{page}.{at}")
    }

    /// In the order of the server.
    fn ids(&self, page: usize) -> Vec<String> {
        (0..self.pages[page].0).map(|at| Self::id(page, at)).collect()
    }

    /// The response to a request with a cursor.
    fn response(&self, list: &str, backward: bool, cursor: Option<&str>) -> Vec<u8> {
        let page = match cursor {
            None => Some(0),
            Some(cursor) => self.pages.iter().position(|(_, known)| known == cursor).map(|page| page + 1),
        };
        let Some(page) = page.filter(|page| *page < self.pages.len()) else {
            return server::refusal(400, "bad_request", "no such cursor");
        };
        let items: Vec<Value> = self.ids(page).iter().map(|id| json!({"id": id})).collect();
        let more = page + 1 < self.pages.len();
        // The last page's cursor leads nowhere, and the cursor in the other direction may lead anywhere.
        let (next, other) = (&self.pages[page].1, "the other way");
        let meta = match backward {
            true => json!({"hasMore": more, "beforeCursor": next, "afterCursor": other}),
            false => json!({"hasMore": more, "beforeCursor": other, "afterCursor": next}),
        };
        server::json(200, json!({list: items, "meta": meta}).to_string())
    }
}

/// A server for several listings.
fn lister(list: &'static str, backward: bool) -> (Server, Arc<Mutex<Listing>>) {
    let listing = Arc::new(Mutex::new(Listing { pages: Vec::new() }));
    let server = Server::handle({
        let listing = Arc::clone(&listing);
        move |request| {
            let name = if backward { "page[before]" } else { "page[after]" };
            let query = request.query();
            assert!(query.iter().all(|(known, _)| known == name) && query.len() < 2, "{query:?}");
            let cursor = request.parameter(name);
            listing.lock().unwrap().response(list, backward, cursor.as_deref())
        }
    });
    (server, listing)
}

#[test]
fn any_listing_yields_all_items_and_resumes_anywhere() {
    let (server, current) = lister("clients", false);
    let api = server.client();
    TestRunner::new(config())
        .run(&(listing(), any::<prop::sample::Index>()), |(listing, stop)| {
            *current.lock().unwrap() = listing.clone();
            let expected: Vec<String> = (0..listing.pages.len()).flat_map(|page| listing.ids(page)).collect();
            // Items, interrupted after some of them.
            let mut items = api.list_clients(APP, USER).iter();
            let count = stop.index(expected.len() + 1);
            let mut given: Vec<String> = items.by_ref().take(count).map(|client| client.unwrap().id.into()).collect();
            let cursor = items.cursor().map(str::to_owned);
            // The rest of the current page precedes the cursor.
            let page = given.last().map_or(0, |id| id.split('.').next().unwrap().parse().unwrap());
            if !given.is_empty() {
                let more = page + 1 < listing.pages.len();
                prop_assert_eq!(cursor.as_ref(), more.then(|| &listing.pages[page].1));
            }
            given.extend(items.by_ref().map(|client| String::from(client.unwrap().id)));
            prop_assert_eq!(&given, &expected);
            prop_assert!(items.next().is_none() && items.cursor().is_none());
            // Pages, interrupted after some of them and resumed in another listing.
            let mut pages = api.list_clients(APP, USER).pages();
            let count = 1 + stop.index(listing.pages.len());
            let mut given: Vec<Vec<String>> = Vec::new();
            let ids = |page: ClientListResponse| page.clients.into_iter().map(|client| client.id.into()).collect();
            given.extend(pages.by_ref().take(count).map(|page| ids(page.unwrap())));
            if let Some(cursor) = pages.cursor() {
                given.extend(api.list_clients(APP, USER).after(cursor).pages().map(|page| ids(page.unwrap())));
            }
            prop_assert_eq!(given, (0..listing.pages.len()).map(|page| listing.ids(page)).collect::<Vec<_>>());
            Ok(())
        })
        .unwrap();
}

#[test]
fn any_listing_from_its_end_yields_all_items_backward() {
    let (server, current) = lister("messages", true);
    let api = server.client();
    TestRunner::new(config())
        .run(&(listing(), any::<prop::sample::Index>()), |(listing, stop)| {
            *current.lock().unwrap() = listing.clone();
            let backwards = |page| listing.ids(page).into_iter().rev();
            let expected: Vec<String> = (0..listing.pages.len()).flat_map(backwards).collect();
            let all = api.list_messages(APP, CONVERSATION).iter().map(|message| String::from(message.unwrap().id));
            prop_assert_eq!(&all.collect::<Vec<_>>(), &expected);
            let mut pages = api.list_messages(APP, CONVERSATION).pages();
            let mut given: Vec<String> = Vec::new();
            for page in pages.by_ref().take(1 + stop.index(listing.pages.len())) {
                given.extend(page.unwrap().messages.into_iter().rev().map(|message| String::from(message.id)));
            }
            if let Some(cursor) = pages.cursor() {
                let rest = api.list_messages(APP, CONVERSATION).before(cursor).iter();
                given.extend(rest.map(|message| String::from(message.unwrap().id)));
            }
            prop_assert_eq!(&given, &expected);
            Ok(())
        })
        .unwrap();
}
