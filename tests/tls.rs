//! Over https, not a byte goes out in clear. Run with each TLS feature.
#![cfg(any(feature = "rustls", feature = "native-tls"))]

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
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

/// A handshake that fails fails again: once is enough.
#[test]
fn a_handshake_that_fails_is_not_tried_again() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let connections = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&connections);
    let server = thread::spawn(move || {
        for connection in listener.incoming() {
            let mut connection = connection.unwrap();
            let mut hello = [0; 16 * 1024];
            if connection.read(&mut hello).unwrap() == 0 {
                break;
            }
            counted.fetch_add(1, Ordering::SeqCst);
            // An alert: fatal, handshake failure.
            connection.write_all(&[0x15, 3, 3, 0, 2, 2, 40]).unwrap();
        }
    });
    let api = ApiClient::builder().base_url(format!("https://{address}")).timeout(Duration::from_secs(10));
    let error = api.build().unwrap().list_apps().send().unwrap_err();
    drop(TcpStream::connect(address).unwrap());
    server.join().unwrap();
    assert_eq!((error.kind(), error.is_retryable(), error.attempts()), (ErrorKind::Connection, false, 1), "{error:?}");
    assert_eq!(connections.load(Ordering::SeqCst), 1);
}
