//! What a client proves its identity with.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ureq::http::HeaderValue;

use crate::error::{Error, Result};

/// What a client proves its identity with. `Debug` masks the secret.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials(Kind);

#[derive(Clone, PartialEq, Eq)]
enum Kind {
    Basic { key_id: String, secret: String },
    Bearer { token: String },
}

impl Credentials {
    /// An API key: its id (`app_…`, `act_…`, `int_…`) and its secret.
    pub fn basic(key_id: impl Into<String>, secret: impl Into<String>) -> Self {
        Self(Kind::Basic { key_id: key_id.into(), secret: secret.into() })
    }

    /// A token: a JWT signed with an API key, or the access token of OAuth.
    pub fn bearer(token: impl Into<String>) -> Self {
        Self(Kind::Bearer { token: token.into() })
    }

    /// The value of the `Authorization` header.
    pub(crate) fn authorization(&self) -> Result<HeaderValue> {
        let text = match &self.0 {
            Kind::Basic { key_id, secret } if key_id.is_empty() || secret.is_empty() => {
                return Err(Error::configuration("credentials: the key id or its secret is empty"));
            }
            Kind::Basic { key_id, .. } if key_id.contains(':') => {
                return Err(Error::configuration("credentials: a key id has no colon; is it the id alone?"));
            }
            Kind::Basic { key_id, secret } => format!("Basic {}", STANDARD.encode(format!("{key_id}:{secret}"))),
            Kind::Bearer { token } if token.trim().is_empty() => {
                return Err(Error::configuration("credentials: the token is empty"));
            }
            Kind::Bearer { token } => format!("Bearer {token}"),
        };
        let mut value = HeaderValue::try_from(text)
            .map_err(|_| Error::configuration("credentials: the token has characters that no header can carry"))?;
        value.set_sensitive(true);
        Ok(value)
    }

    /// What must not be shown: the secret, as it is and as it is sent.
    pub(crate) fn secrets(&self) -> Vec<String> {
        match &self.0 {
            Kind::Basic { key_id, secret } => {
                let sent = STANDARD.encode(format!("{key_id}:{secret}"));
                vec![sent.clone(), sent.trim_end_matches('=').to_owned(), secret.clone()]
            }
            Kind::Bearer { token } => vec![token.clone()],
        }
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Basic { key_id, .. } => {
                f.debug_struct("Basic").field("key_id", key_id).field("secret", &format_args!("***")).finish()
            }
            Kind::Bearer { .. } => f.debug_struct("Bearer").field("token", &format_args!("***")).finish(),
        }
    }
}
