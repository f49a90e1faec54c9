//! Pages that are requested in advance. tests/paging.rs also runs with them.

use std::sync::Mutex;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::support::server::{APP, Request, Server, USER, json};

/// Long enough for a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// A page with one client, and the cursor of the next page, of three.
fn page(request: &Request) -> Vec<u8> {
    let number: u32 = request.parameter("page[after]").map_or(1, |cursor| cursor.parse().unwrap());
    let meta = serde_json::json!({"hasMore": number < 3, "afterCursor": (number + 1).to_string()});
    json(200, serde_json::json!({"clients": [{"id": number.to_string()}], "meta": meta}).to_string())
}

/// A server, and a receiver that gets the number of requests when one arrives.
fn server() -> (Server, mpsc::Receiver<()>) {
    let (arrived, arrivals) = mpsc::channel();
    let arrived = Mutex::new(arrived);
    let server = Server::handle(move |request| {
        let _ = arrived.lock().unwrap().send(());
        page(request)
    });
    (server, arrivals)
}

#[test]
fn the_next_page_is_requested_while_the_current_one_is_processed() {
    let (server, arrivals) = server();
    let mut clients = server.client().list_clients(APP, USER).iter().prefetch(1);
    assert!(server.requests().is_empty(), "iterators are lazy");
    assert_eq!(clients.next().unwrap().unwrap().id, "1");
    // The second page hasn't been needed yet.
    (0..2).for_each(|_| arrivals.recv_timeout(PATIENCE).expect("a request"));
    thread::sleep(Duration::from_millis(100));
    assert_eq!(server.requests().len(), 2, "one page in advance");
    assert_eq!(clients.cursor(), Some("2"), "the cursor of the page after the current one");
    assert_eq!(clients.next().unwrap().unwrap().id, "2");
    assert_eq!(clients.cursor(), Some("3"));
    assert_eq!(clients.next().unwrap().unwrap().id, "3");
    assert!(clients.next().is_none() && clients.cursor().is_none());
    assert_eq!(server.requests().len(), 3, "no request after the last page");
}

#[test]
fn several_pages_can_be_requested_in_advance() {
    let (server, arrivals) = server();
    let mut pages = server.client().list_clients(APP, USER).pages().prefetch(5);
    pages.next().unwrap().unwrap();
    (0..3).for_each(|_| arrivals.recv_timeout(PATIENCE).expect("a request"));
    assert_eq!(pages.cursor(), Some("2"));
    assert_eq!(pages.map(|page| page.unwrap().clients[0].id.to_string()).collect::<Vec<_>>(), ["2", "3"]);
}

#[test]
fn a_dropped_iterator_ends_its_thread() {
    let (server, arrivals) = server();
    let mut clients = server.client().list_clients(APP, USER).iter().prefetch(1);
    clients.next().unwrap().unwrap();
    drop(clients);
    (0..2).for_each(|_| arrivals.recv_timeout(PATIENCE).expect("a request"));
    thread::sleep(Duration::from_millis(100));
    assert_eq!(server.requests().len(), 2);
}
