//! TLS connections. Run with each TLS feature.
#![cfg(any(feature = "rustls", feature = "native-tls"))]

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use crate::support::expect::{Fails, api_error, kind, lost};
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use sunshine_conversations::{ApiClient, Credentials, ErrorKind, TlsBackend, Upload};

/// The backends that are compiled in.
const BACKENDS: &[TlsBackend] = &[
    #[cfg(feature = "rustls")]
    TlsBackend::Rustls,
    #[cfg(feature = "native-tls")]
    TlsBackend::NativeTls,
];

/// A server with its own certificate authority. It responds to every request with an empty list of apps.
struct TlsServer {
    url: String,
    authority: String,
}

impl TlsServer {
    fn start() -> Self {
        Self::responding(respond)
    }

    fn responding(respond: fn(Stream) -> std::io::Result<()>) -> Self {
        let authority = rcgen::CertifiedIssuer::self_signed(authority_parameters(), key()).unwrap();
        let server_key = key();
        let parameters = rcgen::CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
        let certificate = parameters.signed_by(&server_key, &authority).unwrap();
        let private_key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(server_key.serialize_der()));
        let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], private_key)
            .unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("https://localhost:{}", listener.local_addr().unwrap().port());
        let config = Arc::new(config);
        thread::spawn(move || {
            for connection in listener.incoming() {
                let session = ServerConnection::new(Arc::clone(&config)).unwrap();
                let connection = connection.unwrap();
                // Otherwise, a response waits for the acknowledgment of the handshake, and closing the connection discards it.
                connection.set_nodelay(true).unwrap();
                // A client that doesn't trust the authority closes the connection.
                let _ = respond(StreamOwned::new(session, connection));
            }
        });
        Self { url, authority: authority.pem() }
    }
}

fn key() -> rcgen::KeyPair {
    rcgen::KeyPair::generate().unwrap()
}

fn authority_parameters() -> rcgen::CertificateParams {
    let mut parameters = rcgen::CertificateParams::default();
    parameters.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    parameters.distinguished_name.push(rcgen::DnType::CommonName, "Test authority");
    parameters
}

type Stream = StreamOwned<ServerConnection, TcpStream>;

fn read_head(stream: &mut Stream) -> std::io::Result<()> {
    let mut request = Vec::new();
    while !request.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte)?;
        request.push(byte[0]);
    }
    Ok(())
}

fn respond(mut stream: Stream) -> std::io::Result<()> {
    read_head(&mut stream)?;
    let body = r#"{"apps": []}"#;
    write!(
        stream,
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )?;
    stream.flush()
}

#[test]
fn trusts_configured_certificate_authorities() {
    let server = TlsServer::start();
    for &backend in BACKENDS {
        let builder = || ApiClient::builder().base_url(&server.url).timeout(Duration::from_secs(20)).tls(backend);
        let api = builder().root_certificates(server.authority.as_bytes()).build().unwrap();
        assert!(api.list_apps().send().unwrap().apps.is_empty(), "{backend:?}");

        builder().build().unwrap().list_apps().send().fails(lost().retryable(false));

        let other = rcgen::CertifiedIssuer::self_signed(authority_parameters(), key()).unwrap().pem();
        builder().root_certificates(other).build().unwrap().list_apps().send().fails(lost().retryable(false));
    }
}

/// A server that rejects an upload closes the connection while the file is still being sent.
#[test]
fn an_early_response_is_returned() {
    let server = TlsServer::responding(|mut stream| {
        read_head(&mut stream)?;
        stream.write_all(b"HTTP/1.1 413 Payload Too Large\r\nContent-Length: 2\r\n\r\n{}")?;
        stream.flush()
    });
    for &backend in BACKENDS {
        let builder = ApiClient::builder().base_url(&server.url).timeout(Duration::from_secs(20)).tls(backend);
        let api = builder.root_certificates(server.authority.as_bytes()).build().unwrap();
        for size in [5_000_000, 40_000_000] {
            let upload = Upload::bytes("a.bin", vec![b'x'; size]);
            api.upload_attachment("5d8cff3cd55b040010928b5b", upload)
                .send()
                .fails(api_error(413).message("files of 50 MB"));
        }
    }
}

#[test]
fn rejects_invalid_certificates() {
    let broken = "-----BEGIN CERTIFICATE-----\nhush\n";
    for pem in ["", "hush", broken, "-----BEGIN PRIVATE KEY-----\nMC4=\n-----END PRIVATE KEY-----\n"] {
        let error =
            ApiClient::builder().subdomain("acme").root_certificates(pem).build().fails(kind(ErrorKind::Configuration));
        assert!(
            error.to_string().starts_with("`root_certificates`: ") && !error.to_string().contains("hush"),
            "{error}"
        );
    }
}

#[test]
fn sends_nothing_in_plain_text() {
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
    // The first bytes of a TLS handshake.
    assert_eq!(server.join().unwrap()[..2], [0x16, 3]);
    assert_eq!(error.kind(), ErrorKind::Connection, "{error}");
}

#[test]
fn failed_handshakes_are_not_retried() {
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
