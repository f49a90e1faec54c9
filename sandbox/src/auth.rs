//! Who may call: one key (Basic) and one token (Bearer).

use axum::http::{HeaderMap, header};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

pub(crate) struct Credentials {
    pub(crate) key_id: String,
    pub(crate) key_secret: String,
    pub(crate) token: String,
}

impl Default for Credentials {
    /// Fixed, since they open nothing but a sandbox, and a log that shows one is easier to read.
    fn default() -> Self {
        Self {
            key_id: "app_sandbox".to_owned(),
            key_secret: "sandbox-secret".to_owned(),
            token: "sandbox-token".to_owned(),
        }
    }
}

impl Credentials {
    pub(crate) fn allow(&self, headers: &HeaderMap) -> bool {
        let authorization = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let Some((scheme, given)) = authorization.and_then(|value| value.split_once(' ')) else {
            return false;
        };
        match scheme.to_ascii_lowercase().as_str() {
            "basic" => given.trim() == BASE64_STANDARD.encode(format!("{}:{}", self.key_id, self.key_secret)),
            "bearer" => given.trim() == self.token,
            _ => false,
        }
    }
}
