//! Over https, not a byte goes out in clear. Run with each TLS feature.
#![cfg(any(feature = "rustls", feature = "native-tls"))]

use std::io::Read;
use std::net::TcpListener;
use std::thread;
use std::time::Duration;

use sunshine_conversations::{ApiClient, Credentials, ErrorKind};

#[test]
fn https_begins_with_a_handshake() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let server = thread::spawn(move || {
        let (mut connection, _) = listener.accept().unwrap();
        connection.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        let mut first = [0; 3];
        connection.read_exact(&mut first).unwrap();
        first
    });
    let api = ApiClient::builder()
        .base_url(url)
        .credentials(Credentials::basic("app_1", "secret"))
        .timeout(Duration::from_secs(10))
        .build()
        .unwrap();
    let error = api.list_apps().send().unwrap_err();
    // A record of the type "handshake", of some version 3.x.
    assert_eq!(server.join().unwrap()[..2], [0x16, 3]);
    assert_eq!(error.kind(), ErrorKind::Connection, "{error}");
}
