//! Listings with handwritten pages.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use crate::support::expect::{Fails, api_error, invalid, kind, lost};
use crate::support::server::{APP, CONVERSATION, Request, Server, Step, USER, json, refusal};
use sunshine_conversations::models::*;
use sunshine_conversations::{Error, ErrorKind, RetryPolicy};

/// How many pages are requested in advance: these tests run with and without it, as two modules of one file.
fn prefetch() -> usize {
    usize::from(module_path!().ends_with("paging_with_prefetch"))
}

/// A page of clients, with this `meta`.
fn page(ids: &[&str], meta: &str) -> Vec<u8> {
    let clients: Vec<String> = ids.iter().map(|id| format!(r#"{{"id":"{id}"}}"#)).collect();
    json(200, format!(r#"{{"clients":[{}],"meta":{meta}}}"#, clients.join(",")))
}

/// The `meta` of a page that isn't the last.
fn more(after: &str) -> String {
    format!(r#"{{"hasMore":true,"afterCursor":"{after}","beforeCursor":"not-{after}"}}"#)
}

const LAST: &str = r#"{"hasMore":false,"afterCursor":"beyond","beforeCursor":"back"}"#;

/// Pages by the cursor in the request; the first is without a cursor.
fn pages(pages: &[(&str, Vec<u8>)]) -> Server {
    let pages: HashMap<String, Vec<u8>> =
        pages.iter().map(|(cursor, page)| ((*cursor).to_owned(), page.clone())).collect();
    Server::handle(move |request| {
        let cursor = request.parameter("page[after]").unwrap_or_default();
        pages.get(&cursor).cloned().unwrap_or_else(|| refusal(400, "bad_request", &format!("cursor {cursor}")))
    })
}

/// The IDs that a listing yields until it ends or fails.
fn ids(listing: impl Iterator<Item = Result<Client, Error>>) -> (Vec<ClientId>, Vec<Error>) {
    let (mut ids, mut errors) = (Vec::new(), Vec::new());
    for item in listing.take(1_000) {
        match item {
            Ok(client) => ids.push(client.id),
            Err(error) => errors.push(error),
        }
    }
    (ids, errors)
}

fn cursors(server: &Server) -> Vec<Option<String>> {
    server.requests().iter().map(|request| request.parameter("page[after]")).collect()
}

fn three_pages() -> Server {
    pages(&[("", page(&["1", "2"], &more("a"))), ("a", page(&["3", "4"], &more("b"))), ("b", page(&["5"], LAST))])
}

// Forward and backward.

#[test]
fn three_pages_forward() {
    let server = three_pages();
    let (ids, errors) = ids(server.client().list_clients(APP, USER).iter().prefetch(prefetch()));
    assert_eq!(ids, ["1", "2", "3", "4", "5"]);
    assert!(errors.is_empty(), "{errors:?}");
    assert_eq!(cursors(&server), [None, Some("a".to_owned()), Some("b".to_owned())]);
    assert_eq!(server.connections(), 1);
}

#[test]
fn three_pages_as_pages() {
    let server = three_pages();
    let pages: Vec<ClientListResponse> =
        server.client().list_clients(APP, USER).pages().prefetch(prefetch()).collect::<Result<_, _>>().unwrap();
    assert_eq!(pages.iter().map(|page| page.clients.len()).collect::<Vec<_>>(), [2, 2, 1]);
    assert_eq!(pages[1].meta.after_cursor.as_deref(), Some("b"));
    assert_eq!(pages[2].meta.has_more, Some(false));
    assert_eq!(server.requests().len(), 3);
}

#[test]
fn backward_follows_the_cursors_before() {
    let server = Server::handle(|request| {
        assert_eq!(request.parameter("page[after]"), None);
        match request.parameter("page[before]").as_deref() {
            Some("z") => page(&["5", "6"], r#"{"hasMore":true,"beforeCursor":"y","afterCursor":"wrong"}"#),
            Some("y") => page(&["3", "4"], r#"{"hasMore":true,"beforeCursor":"x","afterCursor":"wrong"}"#),
            Some("x") => page(&["1", "2"], r#"{"hasMore":false,"beforeCursor":"w"}"#),
            other => panic!("{other:?}"),
        }
    });
    let mut listing = server.client().list_clients(APP, USER).before("z").iter().prefetch(prefetch());
    assert_eq!(listing.cursor(), Some("z"));
    let (ids, errors) = ids(listing.by_ref());
    // From last to first, also within a page.
    assert_eq!((ids.join(""), errors.len()), ("654321".to_owned(), 0));
    assert_eq!(listing.cursor(), None);
    assert_eq!(server.requests().len(), 3);
    // A page keeps its order.
    let page =
        server.client().list_clients(APP, USER).before("z").pages().prefetch(prefetch()).next().unwrap().unwrap();
    assert_eq!(page.clients.iter().map(|client| client.id.as_str()).collect::<Vec<_>>(), ["5", "6"]);
}

/// Messages 1 to 6, two per page, starting from the last page without a cursor.
fn messages() -> Server {
    let message =
        |id: u32| format!(r#"{{"id":"{id}","author":{{"type":"user"}},"content":{{"type":"text","text":"x"}}}}"#);
    Server::handle(move |request| {
        let cursor = |name| request.parameter(name).map(|cursor| cursor.parse::<u32>().unwrap());
        let (first, more) = match (cursor("page[before]"), cursor("page[after]")) {
            (None, None) => (5, true),
            (Some(before), None) => (before - 2, before > 3),
            (None, Some(after)) => (after + 1, after < 4),
            both => panic!("{both:?}"),
        };
        let (one, two, after) = (message(first), message(first + 1), first + 1);
        let meta = format!(r#"{{"hasMore":{more},"beforeCursor":"{first}","afterCursor":"{after}"}}"#);
        json(200, format!(r#"{{"messages":[{one},{two}],"meta":{meta}}}"#))
    })
}

#[test]
fn messages_are_listed_from_the_newest_or_from_a_cursor() {
    let server = messages();
    let api = server.client();
    let ids = |messages: Vec<Message>| messages.into_iter().map(|message| String::from(message.id)).collect::<String>();
    let all = |call: sunshine_conversations::Call<_>| {
        ids(call.iter().prefetch(prefetch()).collect::<Result<Vec<_>, _>>().unwrap())
    };
    assert_eq!(all(api.list_messages(APP, CONVERSATION)), "654321");
    assert_eq!(all(api.list_messages(APP, CONVERSATION).before("5")), "4321");
    assert_eq!(all(api.list_messages(APP, CONVERSATION).after("2")), "3456");
    let mut pages = api.list_messages(APP, CONVERSATION).pages().prefetch(prefetch());
    assert_eq!(ids(pages.next().unwrap().unwrap().messages), "56");
    let cursor = pages.cursor().unwrap().to_owned();
    assert_eq!(ids(pages.next().unwrap().unwrap().messages), "34");
    assert_eq!(all(api.list_messages(APP, CONVERSATION).before(cursor)), "4321");
    assert!(server.requests().iter().all(|request| request.parameter("page[size]").is_none()));
}

// The end.

#[test]
fn an_empty_page_in_the_middle_is_not_the_end() {
    let server = pages(&[
        ("", page(&[], &more("a"))),
        ("a", page(&["1"], &more("b"))),
        ("b", page(&[], &more("c"))),
        ("c", page(&[], &more("d"))),
        ("d", page(&["2"], LAST)),
    ]);
    let (ids, errors) = ids(server.client().list_clients(APP, USER).iter().prefetch(prefetch()));
    assert_eq!((ids.join(""), errors.len()), ("12".to_owned(), 0));
    assert_eq!(server.requests().len(), 5);
}

#[test]
fn a_cursor_is_followed_if_the_server_does_not_say_whether_there_is_more() {
    for meta in [r#"{"afterCursor":"a"}"#, r#"{"hasMore":null,"afterCursor":"a"}"#] {
        let server = pages(&[("", page(&["1"], meta)), ("a", page(&["2"], LAST))]);
        let (ids, errors) = ids(server.client().list_clients(APP, USER).iter().prefetch(prefetch()));
        assert_eq!((ids.join(""), errors.len()), ("12".to_owned(), 0), "{meta}");
    }
}

#[test]
fn no_request_follows_the_last_page() {
    for meta in [LAST, "{}", r#"{"hasMore":false}"#, r#"{"beforeCursor":"a"}"#, r#"{"afterCursor":""}"#] {
        let server = pages(&[("", page(&["1"], meta)), ("a", page(&["2"], LAST)), ("beyond", page(&["3"], LAST))]);
        let mut listing = server.client().list_clients(APP, USER).iter().prefetch(prefetch());
        let (ids, errors) = ids(listing.by_ref());
        assert_eq!((ids.join(""), errors.len()), ("1".to_owned(), 0), "{meta}");
        assert!(listing.next().is_none() && listing.next().is_none());
        assert_eq!(server.requests().len(), 1, "{meta}");
    }
}

#[test]
fn a_page_without_meta_is_the_last() {
    let server = Server::always(json(200, r#"{"clients":[{"id":"1"}]}"#));
    let (ids, errors) = ids(server.client().list_clients(APP, USER).iter().prefetch(prefetch()));
    assert_eq!((ids.join(""), errors.len()), ("1".to_owned(), 0));
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn an_empty_listing_is_empty() {
    let server = pages(&[("", page(&[], LAST))]);
    assert!(server.client().list_clients(APP, USER).iter().prefetch(prefetch()).next().is_none());
    let pages: Vec<_> = server.client().list_clients(APP, USER).pages().prefetch(prefetch()).collect();
    assert_eq!(pages.len(), 1);
}

// Servers that never end a listing.

#[test]
fn a_missing_cursor_is_an_error_after_the_items() {
    for meta in [
        r#"{"hasMore":true}"#,
        r#"{"hasMore":true,"afterCursor":null}"#,
        r#"{"hasMore":true,"afterCursor":""}"#,
        r#"{"hasMore":true,"beforeCursor":"b"}"#,
    ] {
        let server = pages(&[("", page(&["1", "2"], meta))]);
        let mut listing = server.client().list_clients(APP, USER).iter().prefetch(prefetch());
        assert_eq!(listing.next().unwrap().unwrap().id, "1");
        assert_eq!(listing.next().unwrap().unwrap().id, "2");
        listing.next().unwrap().fails(kind(ErrorKind::Paging).retryable(false).message("/clients"));
        assert!(listing.next().is_none());
        assert_eq!(server.requests().len(), 1);
    }
}

#[test]
fn a_cycle_of_cursors_ends_with_an_error() {
    for lead in [0, 1, 3, 10] {
        for circle in [1, 2, 3, 7] {
            let served = AtomicUsize::new(0);
            let server = Server::handle(move |_| {
                let number = served.fetch_add(1, Ordering::SeqCst);
                let next =
                    if number < lead { format!("lead{number}") } else { format!("c{}", (number - lead) % circle) };
                page(&["1"], &more(&next))
            });
            let mut listing = server.client().list_clients(APP, USER).iter().prefetch(prefetch());
            let (ids, errors) = ids(listing.by_ref());
            assert_eq!(errors.len(), 1, "a circle of {circle} after {lead}: {errors:?}");
            assert_eq!(errors[0].kind(), ErrorKind::Paging, "{:?}", errors[0]);
            let requests = server.requests().len();
            assert!(requests <= 4 * (lead + circle) + 2, "a circle of {circle} after {lead}: {requests} requests");
            // The items of each page were yielded before the error.
            assert_eq!(ids.len(), requests);
            assert!(listing.next().is_none());
            listing.resume();
            assert!(listing.next().is_none(), "a listing in a circle cannot be resumed");
        }
    }
}

#[test]
fn repeating_the_first_cursor_is_an_error() {
    let server = Server::always(page(&["1"], &more("a")));
    let (ids, errors) = ids(server.client().list_clients(APP, USER).after("a").iter().prefetch(prefetch()));
    assert_eq!((ids.len(), errors.len()), (1, 1));
    assert_eq!(errors[0].kind(), ErrorKind::Paging);
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn a_long_listing_is_not_a_cycle() {
    let server = Server::handle(|request| {
        let number: usize = request.parameter("page[after]").map_or(0, |cursor| cursor.parse().unwrap());
        let id = number.to_string();
        if number == 300 { page(&[&id], LAST) } else { page(&[&id], &more(&(number + 1).to_string())) }
    });
    let (ids, errors) = ids(server.client().list_clients(APP, USER).iter().prefetch(prefetch()));
    assert_eq!((ids.len(), errors.len()), (301, 0), "{errors:?}");
}

// Errors during a listing.

#[test]
fn an_error_is_yielded_once_after_the_items_before_it() {
    let server = pages(&[("", page(&["1", "2"], &more("a"))), ("a", page(&["3"], &more("gone")))]);
    let mut listing = server.client().list_clients(APP, USER).iter().prefetch(prefetch());
    let before: Vec<ClientId> = listing.by_ref().take(3).map(|client| client.unwrap().id).collect();
    assert_eq!(before, ["1", "2", "3"]);
    listing.next().unwrap().fails(api_error(400).message("gone"));
    for _ in 0..3 {
        assert!(listing.next().is_none());
    }
    assert_eq!(server.requests().len(), 3);
}

/// The second page fails this many times.
fn failing(times: usize, failure: Vec<u8>) -> Server {
    let failed = AtomicUsize::new(0);
    Server::handle(move |request| match request.parameter("page[after]").as_deref() {
        None => page(&["1"], &more("a")),
        Some("a") if failed.fetch_add(1, Ordering::SeqCst) < times => failure.clone(),
        Some("a") => page(&["2"], &more("b")),
        Some(_) => page(&["3"], LAST),
    })
}

#[test]
fn resume_requests_the_same_page_again() {
    for failure in [refusal(503, "unavailable", "later"), json(200, "<html>"), json(200, r#"{"clients":7}"#)] {
        let server = failing(2, failure);
        let mut listing =
            server.client().list_clients(APP, USER).page_size(1).retry(RetryPolicy::none()).iter().prefetch(prefetch());
        assert_eq!(listing.next().unwrap().unwrap().id, "1");
        for _ in 0..2 {
            assert!(listing.next().unwrap().is_err());
            assert!(listing.next().is_none());
            assert_eq!(listing.cursor(), Some("a"), "the place to go on from");
            listing.resume();
        }
        let (rest, errors) = ids(listing);
        assert_eq!((rest.join(""), errors.len()), ("23".to_owned(), 0));
        let requested: Vec<_> = cursors(&server).into_iter().flatten().collect();
        assert_eq!(requested, ["a", "a", "a", "b"]);
        assert!(server.requests().iter().all(|request| request.parameter("page[size]").as_deref() == Some("1")));
    }
}

#[test]
fn pages_resume_at_the_start_and_after_a_lost_connection() {
    let server = Server::script(vec![
        vec![Step::Close],
        vec![Step::Respond(page(&["1"], &more("a"))), Step::Close],
        vec![Step::Respond(page(&["2"], LAST))],
    ]);
    let mut listing = server.client().list_clients(APP, USER).retry(RetryPolicy::none()).pages().prefetch(prefetch());
    listing.next().unwrap().fails(lost());
    assert_eq!(listing.cursor(), None);
    listing.resume();
    assert_eq!(listing.next().unwrap().unwrap().clients[0].id, "1");
    listing.next().unwrap().fails(lost());
    listing.resume();
    assert_eq!(listing.next().unwrap().unwrap().clients[0].id, "2");
    assert!(listing.next().is_none());
    let requested: Vec<_> = cursors(&server).into_iter().flatten().collect();
    assert_eq!(requested, ["a", "a"]);
}

#[test]
fn resume_does_nothing_without_an_error() {
    let server = three_pages();
    let mut listing = server.client().list_clients(APP, USER).iter().prefetch(prefetch());
    listing.resume();
    listing.next().unwrap().unwrap();
    listing.resume();
    let (rest, errors) = ids(listing.by_ref());
    assert_eq!((rest.join(""), errors.len()), ("2345".to_owned(), 0));
    listing.resume();
    assert!(listing.next().is_none());
    assert_eq!(server.requests().len(), 3);
}

#[test]
fn another_listing_continues_from_a_cursor() {
    let server = three_pages();
    let api = server.client();
    let mut listing = api.list_clients(APP, USER).iter().prefetch(prefetch());
    assert_eq!(listing.cursor(), None);
    // All items of the first page were yielded.
    assert_eq!(listing.by_ref().take(2).filter(Result::is_ok).count(), 2);
    let saved = listing.cursor().expect("a place to go on from").to_owned();
    drop(listing);
    let (rest, errors) = ids(api.list_clients(APP, USER).after(saved).iter().prefetch(prefetch()));
    assert_eq!((rest.join(""), errors.len()), ("345".to_owned(), 0));

    let mut pages = api.list_clients(APP, USER).pages().prefetch(prefetch());
    let first = pages.next().unwrap().unwrap();
    assert_eq!(first.meta.after_cursor.as_deref(), pages.cursor());
    let (rest, _) = ids(api.list_clients(APP, USER).after(pages.cursor().unwrap()).iter());
    assert_eq!(rest.join(""), "345");
}

// One page at a time.

#[test]
fn pages_are_requested_on_demand() {
    let server = three_pages();
    let api = server.client();
    let listing = api.list_clients(APP, USER).iter().prefetch(prefetch());
    let pages = api.list_clients(APP, USER).pages().prefetch(prefetch());
    assert_eq!(server.connections(), 0);
    drop((listing, pages));
    let mut listing = api.list_clients(APP, USER).iter().prefetch(prefetch());
    for (taken, requests) in [(1, 1), (2, 1), (3, 2), (4, 2), (5, 3)] {
        listing.next().unwrap().unwrap();
        let most = (requests + prefetch()).min(3);
        assert!((requests..=most).contains(&server.requests().len()), "after {taken} items");
    }
    assert!(listing.next().is_none());
    assert_eq!(server.requests().len(), 3);
}

// Rejected before sending.

#[test]
fn invalid_page_sizes_and_cursors_are_rejected() {
    let server = three_pages();
    let api = server.client();
    let call = || api.list_clients(APP, USER);
    for (refused, parameter) in [
        (call().page_size(0), "page[size]"),
        (call().page_size(101), "page[size]"),
        (call().page_size(u32::MAX), "page[size]"),
        (call().after("a").before("b"), "page[before]"),
        (call().before("b").after("a"), "page[after]"),
        (call().after(""), "page[after]"),
        (call().before(""), "page[before]"),
        // A later setter doesn't undo the mistake.
        (call().page_size(0).page_size(10), "page[size]"),
    ] {
        refused.send().fails(invalid(parameter).message(parameter));
    }
    let mut listing = call().page_size(0).iter().prefetch(prefetch());
    listing.next().unwrap().fails(invalid("page[size]"));
    assert!(listing.next().is_none());
    call().page_size(101).pages().prefetch(prefetch()).next().unwrap().fails(invalid("page[size]"));
    let messages = api.list_messages(APP, CONVERSATION).after("a").before("b");
    messages.iter().prefetch(prefetch()).next().unwrap().fails(invalid("page[before]"));
    assert_eq!(server.connections(), 0);
    for size in [1, 100] {
        call().page_size(size).send().unwrap();
    }
    assert_eq!(server.requests().len(), 2);
}

/// Resuming a rejected listing must not send it without the invalid argument.
#[test]
fn a_rejected_listing_is_not_sent_when_resumed() {
    let server = three_pages();
    let api = server.client();
    let mut listing = api.list_clients(APP, USER).page_size(0).iter().prefetch(prefetch());
    listing.next().unwrap().fails(kind(ErrorKind::InvalidInput));
    listing.resume();
    if let Some(next) = listing.next() {
        next.fails(kind(ErrorKind::InvalidInput));
    }
    let mut listing = api.list_clients(APP, "..").pages().prefetch(prefetch());
    listing.next().unwrap().fails(kind(ErrorKind::InvalidInput));
    listing.resume();
    if let Some(next) = listing.next() {
        next.fails(kind(ErrorKind::InvalidInput));
    }
    assert_eq!(server.connections(), 0, "{:#?}", server.requests());
}

// Options of a call apply to all of its pages.

#[test]
fn options_of_a_call_apply_to_every_page() {
    let server = three_pages();
    let call = server.client().list_clients(APP, USER);
    let call = call.page_size(2).brand_id("9477").header("X-Trace", "t").query("later", "on&on");
    let (ids, errors) = ids(call.iter().prefetch(prefetch()));
    assert_eq!((ids.len(), errors.len()), (5, 0));
    let requests = server.requests();
    assert_eq!(requests.len(), 3);
    for request in &requests {
        assert_eq!(request.parameter("page[size]").as_deref(), Some("2"));
        assert_eq!(request.parameter("brandId").as_deref(), Some("9477"));
        assert_eq!(request.parameter("later").as_deref(), Some("on&on"));
        assert_eq!(request.header("x-trace"), Some("t"));
        assert_eq!(request.header("authorization"), requests[0].header("authorization"));
        assert!(request.header("authorization").is_some());
    }
}

#[test]
fn filters_apply_to_every_page() {
    let server = Server::handle(|request: &Request| match request.parameter("page[after]").as_deref() {
        None => json(200, r#"{"conversations":[{"id":"1"}],"meta":{"hasMore":true,"afterCursor":"a"}}"#),
        _ => json(200, r#"{"conversations":[{"id":"2"}],"meta":{"hasMore":false}}"#),
    });
    let filter = ConversationListFilter::new().with_user_external_id("steve@example.com");
    let found: Vec<_> = server
        .client()
        .list_conversations(APP, &filter)
        .iter()
        .prefetch(prefetch())
        .map(|conversation| conversation.unwrap().id)
        .collect();
    assert_eq!(found, ["1", "2"]);
    for request in server.requests() {
        assert_eq!(request.parameter("filter[userExternalId]").as_deref(), Some("steve@example.com"));
    }
}

#[test]
fn the_timeout_of_a_call_applies_to_every_page() {
    let server = Server::script(vec![vec![Step::Respond(page(&["1"], &more("a"))), Step::Silence]]);
    let mut listing =
        server.client().list_clients(APP, USER).timeout(Duration::from_secs(2)).iter().prefetch(prefetch());
    listing.next().unwrap().unwrap();
    assert!(listing.next().unwrap().unwrap_err().is_timeout());
}

#[test]
fn the_timeout_applies_to_each_page() {
    let slow = |page| Step::RespondAfter(Duration::from_millis(600), page);
    let server = Server::script(vec![vec![
        slow(page(&["1"], &more("a"))),
        slow(page(&["2"], &more("b"))),
        slow(page(&["3"], &more("c"))),
        slow(page(&["4"], &more("d"))),
        slow(page(&["5"], &more("e"))),
        slow(page(&["6"], LAST)),
    ]]);
    let (ids, errors) =
        ids(server.client().list_clients(APP, USER).timeout(Duration::from_secs(3)).iter().prefetch(prefetch()));
    assert_eq!((ids.join(""), errors.len()), ("123456".to_owned(), 0), "{errors:?}");
}

/// A server that filters after it has cut pages may send empty ones, but not without end.
#[test]
fn empty_pages_without_end_are_an_error() {
    let server = Server::handle(|request| {
        let number = request.parameter("page[after]").and_then(|cursor| cursor.parse::<u32>().ok()).unwrap_or(0);
        let clients = if number == 500 { r#"{"id":"c"}"# } else { "" };
        json(200, format!(r#"{{"clients":[{clients}],"meta":{{"hasMore":true,"afterCursor":"{}"}}}}"#, number + 1))
    });
    let mut clients = server.client().list_clients(APP, USER).iter().prefetch(prefetch());
    assert_eq!(clients.next().unwrap().unwrap().id, "c");
    let error = clients.next().unwrap().fails(kind(ErrorKind::Paging));
    assert!(error.to_string().ends_with("the server sent 1000 empty pages in a row"), "{error}");
    let ahead = prefetch();
    assert!((1501..=1501 + ahead).contains(&server.requests().len()));
    assert_eq!(clients.cursor(), Some("1501"));
    assert!(clients.next().is_none());
    // Whoever expects more can go on.
    clients.resume();
    clients.next().unwrap().fails(kind(ErrorKind::Paging));
    assert!((2501..=2501 + ahead).contains(&server.requests().len()));
}
