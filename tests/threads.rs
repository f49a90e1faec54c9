//! One client on many threads, and servers that close connections.

use std::collections::HashMap;
use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use crate::support::expect::lost;
use crate::support::message;
use crate::support::server::{APP, CONVERSATION, Gate, Request, Server, Step, USER, json};
use sunshine_conversations::models::*;
use sunshine_conversations::{ApiClient, RetryPolicy};

const THREADS: usize = 64;

/// Runs on all threads at once, and returns their results.
fn on_all_threads<T: Send>(run: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let start = Barrier::new(THREADS);
    thread::scope(|scope| {
        let (start, run) = (&start, &run);
        let spawn = |number| {
            scope.spawn(move || {
                start.wait();
                run(number)
            })
        };
        let threads: Vec<_> = (0..THREADS).map(spawn).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

/// The requested user.
fn user(request: &Request) -> Vec<u8> {
    let id = request.path().rsplit('/').next().unwrap();
    json(200, serde_json::json!({"user": {"id": id, "externalId": format!("{id} of {APP}")}}).to_string())
}

/// This many calls on each thread, whose responses are checked.
fn get_users(api: &ApiClient, calls: usize) {
    let round = Barrier::new(THREADS);
    on_all_threads(|thread| {
        for call in 0..calls {
            // All threads call at the same time, repeatedly.
            round.wait();
            let id = format!("user-{thread}-{call}");
            let user = api.get_user(APP, &id).send().unwrap().user;
            assert_eq!((user.external_id, user.id), (Some(format!("{id} of {APP}")), UserId::from(id)));
        }
    });
}

#[test]
fn every_thread_receives_its_responses() {
    let server = Server::handle(user);
    get_users(&server.client(), 20);
    assert_eq!(server.requests().len(), THREADS * 20);
    // A thread can reuse the connection that it returned. Otherwise, most calls would need a TLS handshake.
    assert!(server.connections() <= THREADS, "{}", server.connections());
}

#[test]
fn gets_survive_connections_that_close_after_some_responses() {
    // With and without notice (`Connection: close`).
    for notified in [true, false] {
        let responded = AtomicUsize::new(0);
        let server = Server::closing(move |request| {
            let close = responded.fetch_add(1, Ordering::SeqCst) % 5 == 4;
            let mut response = user(request);
            if close && notified {
                response =
                    [b"HTTP/1.1 200 OK\r\nConnection: close\r\n", &response[b"HTTP/1.1 200 Whatever\r\n".len()..]]
                        .concat();
            }
            (response, close)
        });
        get_users(&server.client(), 20);
        let (requests, connections) = (server.requests().len(), server.connections());
        // A request on a closed connection was not read; each request that was read got a response.
        assert_eq!(requests, THREADS * 20);
        assert!((requests / 5..requests / 2).contains(&connections), "{connections}");
    }
}

#[test]
fn gets_survive_connections_that_close_instead_of_responding() {
    let requested = AtomicUsize::new(0);
    let server = Server::closing(move |request| match requested.fetch_add(1, Ordering::SeqCst) % 7 {
        6 => (Vec::new(), true),
        _ => (user(request), false),
    });
    let policy = RetryPolicy::new().max_retries(10).base_delay(Duration::from_millis(2));
    get_users(&server.builder().retry(policy).build().unwrap(), 20);
    let requests = server.requests().len();
    // One more for each request without a response.
    assert_eq!(requests, THREADS * 20 + requests / 7);
}

#[test]
fn no_post_is_sent_twice_when_connections_end() {
    let requested = AtomicUsize::new(0);
    let server = Server::closing(move |_| {
        let posted = json(201, r#"{"messages":[]}"#);
        match requested.fetch_add(1, Ordering::SeqCst) % 7 {
            2 => (posted, true),
            4 => (Vec::new(), true),
            6 => (posted[..posted.len() / 2].to_vec(), true),
            _ => (posted, false),
        }
    });
    let policy = RetryPolicy::new().max_retries(5).base_delay(Duration::from_millis(2));
    let api = server.builder().retry(policy).build().unwrap();
    let results = on_all_threads(|thread| {
        let post = |call| {
            let id = format!("message-{thread}-{call}");
            let message = message().with_metadata([("id", &*id)]);
            (api.post_message(APP, CONVERSATION, &message).send(), id)
        };
        (0..10).map(post).collect::<Vec<_>>()
    });
    let mut posted: HashMap<String, usize> = HashMap::new();
    for request in server.requests() {
        *posted.entry(request.json()["metadata"]["id"].as_str().unwrap().to_owned()).or_default() += 1;
    }
    let (mut done, mut failed) = (0, 0);
    for (result, id) in results.into_iter().flatten() {
        let times = posted.remove(&id).unwrap_or_default();
        match result {
            Ok(_) => {
                assert_eq!(times, 1, "{id}");
                done += 1;
            }
            Err(error) => {
                assert!(times <= 1, "{id} was posted {times} times");
                lost().attempts(1).safe(false).check(&error);
                failed += 1;
            }
        }
    }
    assert!(posted.is_empty(), "{posted:?}");
    // Two of seven get an incomplete response, and the end of a third may affect the next.
    assert_eq!(done + failed, THREADS * 10);
    assert!(failed >= THREADS && done >= THREADS, "{done} done, {failed} failed");
}

/// All idle connections are closed, which only shows when they are used: each call loses at most one.
#[test]
fn closed_connections_add_at_most_one_request_to_a_get() {
    const IDLE: usize = 16;
    let (found, gate) = (json(200, r#"{"user":{"id":"1"}}"#), Gate::default());
    let dead = || vec![Step::Hold(1, gate.clone(), found.clone()), Step::Reset];
    let alive = || (0..2 * IDLE).map(|_| Step::Respond(found.clone())).collect();
    let server = Server::script((0..IDLE).map(|_| dead()).chain((0..2 * IDLE).map(|_| alive())).collect());
    // Only the first retry, without a delay.
    let pause = Duration::from_secs(600);
    let policy = RetryPolicy::new().max_retries(1).base_delay(pause).max_delay(pause);
    let api = server.builder().retry(policy).build().unwrap();
    let get_all = || {
        thread::scope(|scope| {
            for _ in 0..IDLE {
                scope.spawn(|| api.get_user(APP, USER).send().unwrap());
            }
            while server.connections() < IDLE {
                thread::sleep(Duration::from_millis(5));
            }
            gate.open();
        });
    };
    get_all();
    assert_eq!((server.connections(), server.requests().len()), (IDLE, IDLE));
    get_all();
    let requests = server.requests();
    let (dead, alive): (Vec<_>, Vec<_>) = requests[IDLE..].iter().partition(|request| request.connection < IDLE);
    assert_eq!(alive.len(), IDLE);
    assert!((1..=IDLE).contains(&dead.len()), "{}", dead.len());
}
