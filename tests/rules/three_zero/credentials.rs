use crate::server::{Server, response};

#[test]
fn credentials_are_sent_unless_the_security_is_empty() {
    let server = Server::handle(|_| response(204, &[("Content-Type", "text/plain")], ""));
    let api = server.client();
    let sent = || server.only().header("authorization").is_some();
    api.see_public().send().unwrap();
    assert!(!sent());
    for call in [api.see_corrected().send(), api.see_private().send(), api.see_optional().send()] {
        call.unwrap();
    }
    api.see_undeclared().send().unwrap();
    let requests = server.take();
    assert_eq!(requests.len(), 4);
    assert!(requests.iter().all(|request| request.header("authorization").is_some()));
    // A header of the caller is sent.
    api.see_public().header("Authorization", "Bearer mine").send().unwrap();
    assert_eq!(server.only().header("authorization"), Some("Bearer mine"));
}

#[test]
fn credentials_are_documented() {
    let path = format!("{}/generated/operations/credentials.rs", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    for line in [
        "Credentials: app key.",
        "Credentials: app key, or none.",
        "Credentials: the header `X-Key`, which the client doesn't set.",
        "Credentials: with the scopes `read`, `write`.",
        "Credentials: none.",
    ] {
        assert!(text.contains(&format!("    /// {line}\n")), "{line}");
    }
}
