//! Shared by the tests: a server, expected errors, files, and the OpenAPI document.

pub mod cases;
pub mod document;
pub mod expect;
pub mod files;
pub mod gzip;
pub mod server;

use sunshine_conversations::models::{AuthorType, MessagePost};
use sunshine_conversations::{ApiClient, Credentials};
use sunshine_conversations_sandbox::{Sandbox, SandboxBuilder};

/// A message of the business.
pub fn message() -> MessagePost {
    MessagePost::new(AuthorType::Business, "Hi")
}

/// A sandbox, and a client with the key of its app.
pub fn start(builder: SandboxBuilder) -> (Sandbox, ApiClient) {
    let sandbox = builder.start().expect("a sandbox");
    let credentials = Credentials::basic(sandbox.key_id(), sandbox.key_secret());
    let api = ApiClient::builder().base_url(sandbox.base_url()).credentials(credentials).build().expect("a client");
    (sandbox, api)
}
