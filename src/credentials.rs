//! What a client proves its identity with.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ureq::http::HeaderValue;

use crate::error::{Error, Result};
use crate::jwt::{JwtScope, JwtSigner};

/// What a client proves its identity with. `Debug` masks the secret.
#[derive(Clone)]
pub struct Credentials(Kind);

#[derive(Clone)]
enum Kind {
    Basic { key_id: String, secret: String },
    Bearer { token: String },
    Jwt(Arc<SignedJwt>),
}

/// Credentials that have been checked, as they are sent.
pub(crate) enum Authorization {
    Fixed(HeaderValue),
    Jwt(Arc<SignedJwt>),
}

/// A token that is signed when it is first needed, and again before it expires; shared by all that use it.
pub(crate) struct SignedJwt {
    signer: JwtSigner,
    scope: JwtScope,
    current: Mutex<Option<Current>>,
}

struct Current {
    header: HeaderValue,
    /// When it expires, since 1970.
    end: Option<Duration>,
}

impl Credentials {
    /// An API key: its id (`app_…`, `act_…`, `int_…`) and its secret.
    pub fn basic(key_id: impl Into<String>, secret: impl Into<String>) -> Self {
        Self(Kind::Basic { key_id: key_id.into(), secret: secret.into() })
    }

    /// A token: a JWT that was signed elsewhere, or the access token of OAuth.
    pub fn bearer(token: impl Into<String>) -> Self {
        Self(Kind::Bearer { token: token.into() })
    }

    /// A JWT that the client signs itself, with an API key: the key's secret never leaves the program.
    ///
    /// It is signed with the first call. Where the signer has a [`lifetime`](JwtSigner::lifetime), a new one is signed
    /// in the last quarter of it, a minute before its end at the earliest. Clones, and the clients that have them, share
    /// the token.
    ///
    /// ```
    /// use std::time::Duration;
    /// use sunshine_conversations::{Credentials, JwtScope, JwtSigner};
    ///
    /// let signer = JwtSigner::new("app_5d8c", "secret").lifetime(Duration::from_secs(3600));
    /// let credentials = Credentials::jwt(signer, JwtScope::App);
    /// ```
    pub fn jwt(signer: JwtSigner, scope: JwtScope) -> Self {
        Self(Kind::Jwt(Arc::new(SignedJwt { signer, scope, current: Mutex::new(None) })))
    }

    /// The same, checked.
    pub(crate) fn authorization(&self) -> Result<Authorization> {
        let text = match &self.0 {
            Kind::Basic { key_id, secret } if key_id.is_empty() || secret.is_empty() => {
                return Err(Error::configuration("credentials: the key id or its secret is empty"));
            }
            Kind::Basic { key_id, .. } if key_id.as_bytes().contains(&b':') => {
                return Err(Error::configuration("credentials: a key id has no colon; is it the id alone?"));
            }
            Kind::Basic { key_id, secret } => format!("Basic {}", STANDARD.encode(format!("{key_id}:{secret}"))),
            Kind::Bearer { token } if token.trim().is_empty() => {
                return Err(Error::configuration("credentials: the token is empty"));
            }
            Kind::Bearer { token } => format!("Bearer {token}"),
            Kind::Jwt(jwt) => {
                jwt.signer.check().map_err(|error| Error::configuration(format!("credentials: {error}")))?;
                return Ok(Authorization::Jwt(Arc::clone(jwt)));
            }
        };
        header(text).map(Authorization::Fixed)
    }

    /// What must not be shown: the secret, as it is and as it is sent. A token that was signed for a request is that
    /// request's to hide.
    pub(crate) fn secrets(&self) -> Vec<String> {
        match &self.0 {
            Kind::Basic { key_id, secret } => {
                let sent = STANDARD.encode(format!("{key_id}:{secret}"));
                vec![sent.clone(), sent.trim_end_matches('=').to_owned(), secret.clone()]
            }
            Kind::Bearer { token } => vec![token.clone()],
            Kind::Jwt(jwt) => vec![jwt.signer.secret().to_owned()],
        }
    }
}

impl Authorization {
    /// The value of the header.
    pub(crate) fn header(&self) -> Result<HeaderValue> {
        match self {
            Self::Fixed(header) => Ok(header.clone()),
            Self::Jwt(jwt) => jwt.header(),
        }
    }
}

impl SignedJwt {
    fn header(&self) -> Result<HeaderValue> {
        // The clock is the caller's code, and does not run under the lock.
        let now = self.signer.now()?;
        // What a thread that panicked has left behind is whole: it is replaced in one piece.
        let mut current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(current) = current.as_ref().filter(|current| self.signer.is_current(current.end, now)) {
            return Ok(current.header.clone());
        }
        // Signing takes microseconds; whoever waits for it needs this very token.
        let (token, end) = self.signer.sign_at(self.scope, now)?;
        let header = header(format!("Bearer {}", token.expose()))?;
        *current = Some(Current { header: header.clone(), end });
        Ok(header)
    }
}

fn header(text: String) -> Result<HeaderValue> {
    let mut value = HeaderValue::try_from(text)
        .map_err(|_| Error::configuration("credentials: the token has characters that no header can carry"))?;
    value.set_sensitive(true);
    Ok(value)
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Basic { key_id, .. } => {
                f.debug_struct("Basic").field("key_id", key_id).field("secret", &format_args!("***")).finish()
            }
            Kind::Bearer { .. } => f.debug_struct("Bearer").field("token", &format_args!("***")).finish(),
            Kind::Jwt(jwt) => f.debug_struct("Jwt").field("signer", &jwt.signer).field("scope", &jwt.scope).finish(),
        }
    }
}
