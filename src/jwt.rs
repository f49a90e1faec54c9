//! JSON Web Tokens, signed with a key: for calls of the API, and for users of the messaging SDKs.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac_sha256::HMAC;
use serde::Serialize;

use crate::error::{Error, Result};
use crate::secret::Secret;

/// The longest lifetime of a token: a hundred years. What is to live longer has no lifetime.
const LONGEST_LIFETIME: Duration = Duration::from_secs(36_525 * 24 * 60 * 60);
/// A token of a long lifetime is renewed so long before its end.
const MINUTE: Duration = Duration::from_secs(60);
/// The longest external id, in characters.
const LONGEST_EXTERNAL_ID: usize = 255;

/// Signs JSON Web Tokens (HS256) with the secret of a key.
///
/// It makes two kinds of tokens, with keys from two places of Zendesk's Admin Center:
///
/// - [`sign`](Self::sign), with a key of the Conversations API, gives tokens for calls of the API.
///   [`Credentials::jwt`](crate::Credentials::jwt) calls it for you, and again before a token expires.
/// - [`user`](Self::user), with a signing key for end users in messaging, gives tokens with which a user logs in to the
///   Web Widget and the mobile SDKs. The API does not take them.
///
/// `Debug` masks the secret.
///
/// ```
/// use std::time::Duration;
/// use sunshine_conversations::{JwtScope, JwtSigner};
///
/// let signer = JwtSigner::new("app_5d8c", "secret").lifetime(Duration::from_secs(3600));
/// let token = signer.sign(JwtScope::App)?;
/// println!("Authorization: Bearer {}", token.expose());
/// # Ok::<(), sunshine_conversations::Error>(())
/// ```
#[derive(Clone)]
#[must_use = "a signer does nothing until it signs"]
pub struct JwtSigner {
    key_id: String,
    secret: Secret,
    lifetime: Option<Duration>,
    clock: Clock,
}

type Clock = Arc<dyn Fn() -> SystemTime + Send + Sync>;

/// What the bearer of a token may do. It must be the scope of the key that signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum JwtScope {
    /// Everything within one app; signed with a key of the app (`app_…`).
    App,
    /// All apps of an account, creating and deleting them included; signed with a key of the account (`act_…`) or of a
    /// service account (`svc_…`).
    Account,
    /// Users, conversations, attachments and webhooks of one app; signed with a key of the integration (`int_…`).
    Integration,
}

#[derive(Serialize)]
struct Header<'a> {
    alg: &'static str,
    typ: &'static str,
    kid: &'a str,
}

#[derive(Serialize)]
struct Claims<T> {
    scope: T,
    #[serde(skip_serializing_if = "Option::is_none")]
    exp: Option<u64>,
}

impl JwtSigner {
    /// A signer with a key: its id, which goes into the token as `kid`, and its secret, which signs it.
    ///
    /// Its tokens do not expire, unless they get a [`lifetime`](Self::lifetime).
    pub fn new(key_id: impl Into<String>, secret: impl Into<Secret>) -> Self {
        Self { key_id: key_id.into(), secret: secret.into(), lifetime: None, clock: Arc::new(SystemTime::now) }
    }

    /// How long a token lives: a second at least, a hundred years at most. The end is rounded up to a whole second.
    pub fn lifetime(mut self, lifetime: Duration) -> Self {
        self.lifetime = Some(lifetime);
        self
    }

    /// Another clock than the system's: for tests, and for machines whose clock is known to be wrong.
    ///
    /// It is asked only where there is a lifetime.
    pub fn clock(mut self, clock: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Signs a token for calls of the API.
    ///
    /// # Errors
    /// When the key's id or its secret is empty, the lifetime out of its range, or the clock before 1970; the error
    /// names which.
    pub fn sign(&self, scope: JwtScope) -> Result<Secret> {
        self.sign_at(scope, self.now()?).map(|(token, _)| token)
    }

    /// A token with which a user logs in to the Web Widget or a mobile SDK, as the user with this id of yours.
    ///
    /// Give it to nobody but this user: its bearer reads the user's conversations.
    ///
    /// ```
    /// # use std::time::Duration;
    /// # use sunshine_conversations::JwtSigner;
    /// let signer = JwtSigner::new("app_62b5", "secret of a messaging key").lifetime(Duration::from_secs(600));
    /// let token = signer.user("customer-4711").name("Ada").email("ada@example.com").email_verified(true).sign()?;
    /// # Ok::<(), sunshine_conversations::Error>(())
    /// ```
    pub fn user(&self, external_id: impl Into<String>) -> UserJwt {
        let signer = self.clone();
        UserJwt { signer, external_id: external_id.into(), name: None, email: None, email_verified: None }
    }

    pub(crate) fn secret(&self) -> &str {
        &self.secret
    }

    /// Whether it can sign, but for the clock.
    pub(crate) fn check(&self) -> Result<()> {
        not_empty("key_id", &self.key_id)?;
        not_empty("secret", &self.secret)?;
        match self.lifetime {
            Some(lifetime) if lifetime < Duration::from_secs(1) => {
                Err(Error::invalid("lifetime", "is shorter than a second"))
            }
            Some(lifetime) if lifetime > LONGEST_LIFETIME => Err(Error::invalid(
                "lifetime",
                "is longer than a hundred years; a signer without one makes tokens that never expire",
            )),
            _ => Ok(()),
        }
    }

    /// The time since 1970; `None` where tokens do not expire.
    pub(crate) fn now(&self) -> Result<Option<Duration>> {
        let since_1970 = |_| (self.clock)().duration_since(UNIX_EPOCH);
        self.lifetime.map(since_1970).transpose().map_err(|_| Error::invalid("clock", "is before the year 1970"))
    }

    /// Signs a token, and gives the time at which it expires with it.
    pub(crate) fn sign_at(&self, scope: JwtScope, now: Option<Duration>) -> Result<(Secret, Option<Duration>)> {
        let exp = self.expiry(now);
        Ok((self.encode(&Claims { scope, exp })?, exp.map(Duration::from_secs)))
    }

    /// Whether a token that expires then is still the one to send.
    pub(crate) fn is_current(&self, end: Option<Duration>, now: Option<Duration>) -> bool {
        let (Some(lifetime), Some(end), Some(now)) = (self.lifetime, end, now) else { return true };
        let left = end.saturating_sub(now);
        // With more left than a token ever has, it was signed by a clock that was fast and has been set right.
        left > (lifetime / 4).min(MINUTE) && left <= lifetime.saturating_add(MINUTE)
    }

    /// The end of a token that is signed now, in seconds since 1970; rounded up, so that no token is dead at birth.
    fn expiry(&self, now: Option<Duration>) -> Option<u64> {
        let end = now?.saturating_add(self.lifetime?);
        Some(end.as_secs().saturating_add(u64::from(end.subsec_nanos() > 0)))
    }

    fn encode(&self, claims: &impl Serialize) -> Result<Secret> {
        self.check()?;
        let header = Header { alg: "HS256", typ: "JWT", kid: &self.key_id };
        let mut token = format!("{}.{}", segment(&header)?, segment(claims)?);
        let signature = signature(self.secret.as_bytes(), &token);
        token.push('.');
        token.push_str(&signature);
        Ok(token.into())
    }
}

fn not_empty(parameter: &str, value: &str) -> Result<()> {
    if value.is_empty() { Err(Error::invalid(parameter, "is empty")) } else { Ok(()) }
}

/// A part of a token: JSON in base64url.
fn segment(part: &impl Serialize) -> Result<String> {
    let json = serde_json::to_vec(part).map_err(|error| Error::invalid("claims", error))?;
    Ok(URL_SAFE_NO_PAD.encode(json))
}

fn signature(secret: &[u8], text: &str) -> String {
    URL_SAFE_NO_PAD.encode(HMAC::mac(text, secret))
}

impl fmt::Debug for JwtSigner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JwtSigner")
            .field("key_id", &self.key_id)
            .field("secret", &self.secret)
            .field("lifetime", &self.lifetime)
            .finish_non_exhaustive()
    }
}

/// A token with which a user logs in to the messaging SDKs, not signed yet: [`JwtSigner::user`] makes it.
///
/// It says who the user is: the `external_id`, and if you like a name and an email address. The lifetime and the clock
/// are those of the signer.
#[derive(Clone, Debug)]
#[must_use = "a token is of no use until it is signed"]
pub struct UserJwt {
    signer: JwtSigner,
    external_id: String,
    name: Option<String>,
    email: Option<String>,
    email_verified: Option<bool>,
}

#[derive(Serialize)]
struct UserClaims<'a> {
    external_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email_verified: Option<bool>,
    #[serde(flatten)]
    claims: Claims<&'static str>,
}

impl UserJwt {
    /// The user's name, which agents see.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The user's email address.
    ///
    /// An address is one user's alone: the login with one that another user has may not go through.
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Whether you know that the [`email`](Self::email) is the user's: only then does Zendesk identify the user by it.
    pub fn email_verified(mut self, verified: bool) -> Self {
        self.email_verified = Some(verified);
        self
    }

    /// Signs the token.
    ///
    /// # Errors
    /// Those of [`JwtSigner::sign`]; when the external id is empty or longer than 255 characters, a name or an email is
    /// given and empty, or `email_verified` is said without an email. The error names which.
    #[inline]
    pub fn sign(&self) -> Result<Secret> {
        not_empty("external_id", &self.external_id)?;
        if self.external_id.chars().count() > LONGEST_EXTERNAL_ID {
            return Err(Error::invalid("external_id", format!("has more than {LONGEST_EXTERNAL_ID} characters")));
        }
        for (parameter, value) in [("name", &self.name), ("email", &self.email)] {
            value.as_deref().map_or(Ok(()), |value| not_empty(parameter, value))?;
        }
        if self.email_verified.is_some() && self.email.is_none() {
            return Err(Error::invalid("email_verified", "is said of no email; set `email` too"));
        }
        let signer = &self.signer;
        signer.encode(&UserClaims {
            external_id: &self.external_id,
            name: self.name.as_deref(),
            email: self.email.as_deref(),
            email_verified: self.email_verified,
            claims: Claims { scope: "user", exp: signer.expiry(signer.now()?) },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example in appendix A.1 of RFC 7515.
    #[test]
    fn the_signature_is_that_of_the_standard() {
        let key = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";
        let text = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9\
            .eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
        let key = URL_SAFE_NO_PAD.decode(key).unwrap();
        assert_eq!(signature(&key, text), "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    }
}
