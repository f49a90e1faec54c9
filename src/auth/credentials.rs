//! The credentials of a client.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::HeaderValue;

use crate::auth::jwt::{JwtScope, JwtSigner};
use crate::error::{Error, Result};
use crate::value::secret::check_white_space;

/// Credentials to authenticate with: an API key, a token, or JWTs that the client signs. `Debug` masks the secret.
///
/// Key IDs, secrets and tokens that begin or end with white space or contain line breaks are rejected when the client is
/// built: trim the content of a file.
#[derive(Clone)]
pub struct Credentials(Kind);

#[derive(Clone)]
enum Kind {
    Basic { key_id: String, secret: String },
    Bearer { token: String },
    Jwt(Arc<SignedJwt>),
}

/// Validated credentials, as they are sent.
pub(crate) enum Authorization {
    Fixed(HeaderValue),
    Jwt(Arc<SignedJwt>),
}

/// A token that is signed on first use and renewed before it expires. All clones share it.
pub(crate) struct SignedJwt {
    signer: JwtSigner,
    scope: JwtScope,
    current: Mutex<Option<Current>>,
}

struct Current {
    header: HeaderValue,
    /// The expiry, since 1970.
    end: Option<Duration>,
}

impl Credentials {
    /// Uses an API key: its ID (`app_…`, `act_…`, `int_…`) and its secret.
    pub fn basic(key_id: impl Into<String>, secret: impl Into<String>) -> Self {
        Self(Kind::Basic { key_id: key_id.into(), secret: secret.into() })
    }

    /// Uses a token: a JWT that was signed elsewhere, or an OAuth access token. Omit the scheme `Bearer`.
    pub fn bearer(token: impl Into<String>) -> Self {
        Self(Kind::Bearer { token: token.into() })
    }

    /// Lets the client sign JWTs with an API key, so that the key's secret is never sent.
    ///
    /// A token is signed with the first call. If the signer has a [`lifetime`](JwtSigner::lifetime), it is renewed in
    /// the last quarter of its lifetime, but never more than a minute before expiry. Clones and their clients share the
    /// token.
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

    /// Validates the credentials.
    pub(crate) fn authorization(&self) -> Result<Authorization> {
        let check = |name: &str, text: &str| {
            let invalid = |message| Error::configuration(format!("credentials: the {name} {message}"));
            check_white_space(text).map_err(invalid)
        };
        match &self.0 {
            Kind::Basic { key_id, secret } => {
                check("key ID", key_id)?;
                check("secret", secret)?;
            }
            Kind::Bearer { token } => check("token", token)?,
            Kind::Jwt(_) => {}
        }
        let text = match &self.0 {
            Kind::Basic { key_id, secret } if key_id.is_empty() || secret.is_empty() => {
                return Err(Error::configuration("credentials: the key ID and the secret must not be empty"));
            }
            Kind::Basic { key_id, .. } if key_id.as_bytes().contains(&b':') => {
                return Err(Error::configuration("credentials: invalid key ID: must not contain `:`"));
            }
            Kind::Basic { key_id, secret } => format!("Basic {}", STANDARD.encode(format!("{key_id}:{secret}"))),
            Kind::Bearer { token } if token.is_empty() => {
                return Err(Error::configuration("credentials: the token must not be empty"));
            }
            Kind::Bearer { token } if token.contains(char::is_whitespace) => {
                return Err(Error::configuration(
                    "credentials: the token must not contain white space; omit the scheme `Bearer`, which the client adds",
                ));
            }
            Kind::Bearer { token } => format!("Bearer {token}"),
            Kind::Jwt(jwt) => {
                jwt.signer.check().map_err(|error| Error::configuration(format!("credentials: {error}")))?;
                return Ok(Authorization::Jwt(Arc::clone(jwt)));
            }
        };
        header(text).map(Authorization::Fixed)
    }

    /// Returns the secrets to mask, also in the form in which they are sent. A signed token belongs to its request.
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
    /// Returns the value of the header.
    pub(crate) fn header(&self) -> Result<HeaderValue> {
        match self {
            Self::Fixed(header) => Ok(header.clone()),
            Self::Jwt(jwt) => jwt.header(),
        }
    }
}

impl SignedJwt {
    fn header(&self) -> Result<HeaderValue> {
        // The clock is the caller's code, so it doesn't run under the lock.
        let now = self.signer.now()?;
        // The token is replaced in one step, so it is valid even if another thread panicked.
        let mut current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(current) = current.as_ref().filter(|current| self.signer.is_current(current.end, now)) {
            return Ok(current.header.clone());
        }
        // Signing takes microseconds, and other threads need this token.
        let (token, end) = self.signer.sign_at(self.scope, now)?;
        let header = header(format!("Bearer {}", token.expose()))?;
        *current = Some(Current { header: header.clone(), end });
        Ok(header)
    }
}

fn header(text: String) -> Result<HeaderValue> {
    let mut value = HeaderValue::try_from(text)
        .map_err(|_| Error::configuration("credentials: the token contains invalid characters"))?;
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
