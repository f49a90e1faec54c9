//! The memory of rejected requests, in a program without other tests, whose memory would also be measured.

mod common;

use common::{Api, peak_memory};
use ureq::http::Request;

/// A request that isn't allowed must not fill the memory.
#[test]
fn the_body_of_a_request_that_is_not_allowed_is_not_kept() {
    let api = Api::start();
    let body = vec![b' '; 60_000_000];
    let before = peak_memory();
    for request in [
        Request::put(api.at("/sandbox/snapshot")).header("host", "sandbox.example"),
        Request::put(api.at("/sandbox/snapshot")).header("origin", "http://sandbox.example"),
        Request::put(api.at("/sandbox/journal")),
        Request::put(api.at("/sandbox/nothing")),
        Request::put(api.at("/sandbox/snapshot?x=1")),
    ] {
        let response = api.raw(request, body.clone());
        assert!((400..410).contains(&response.status().as_u16()), "{}", response.status());
    }
    // In kB: the copy of this test, but not that of the server.
    assert!(peak_memory() - before < 100_000, "{before} to {}", peak_memory());
}
