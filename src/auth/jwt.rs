//! JSON Web Tokens that are signed with a key: for API calls, and for end users of the messaging SDKs.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac_sha256::HMAC;
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::error::{Error, Result};
use crate::value::secret::{Secret, check_white_space};

/// The longest lifetime of a token: 100 years.
const LONGEST_LIFETIME: Duration = Duration::from_secs(36_525 * 24 * 60 * 60);
/// How long before its expiry a token with a long lifetime is renewed.
const MINUTE: Duration = Duration::from_secs(60);
/// The longest external ID, in characters.
const LONGEST_EXTERNAL_ID: usize = 255;

/// Signs JSON Web Tokens (HS256) with the secret of a key.
///
/// There are two kinds of tokens, with keys from two places of Zendesk's Admin Center:
///
/// - [`sign`](Self::sign), with a key of the Conversations API, signs tokens for API calls.
///   [`Credentials::jwt`](crate::Credentials::jwt) calls it for you, and again before a token expires.
/// - [`user`](Self::user), with a signing key for end users in messaging, signs tokens with which a user logs in to the
///   Web Widget and the mobile SDKs. The API doesn't accept them.
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

/// The permissions of a token. Must match the scope of the signing key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum JwtScope {
    /// Everything within one app. Sign with a key of the app (`app_…`).
    App,
    /// All apps of an account, including creating and deleting them. Sign with a key of the account (`act_…`) or of a
    /// service account (`svc_…`).
    Account,
    /// Users, conversations, attachments and webhooks of one app. Sign with a key of the integration (`int_…`).
    Integration,
}

impl JwtScope {
    fn name(self) -> &'static str {
        match self {
            Self::App => "app",
            Self::Account => "account",
            Self::Integration => "integration",
        }
    }
}

impl Serialize for JwtScope {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// A part of a token, which is an object. Entries without a value are omitted.
struct Part<'a>(&'a [(&'static str, Option<Value>)]);

impl Serialize for Part<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().filter_map(|(name, value)| Some((name, value.as_ref()?))))
    }
}

impl JwtSigner {
    /// Creates a signer with a key: its ID, which is the `kid` of the token, and its secret, which signs the token.
    ///
    /// The tokens don't expire, unless you set a [`lifetime`](Self::lifetime). A key ID or secret that begins or ends with
    /// white space or contains line breaks is rejected when a token is signed or a client is built.
    pub fn new(key_id: impl Into<String>, secret: impl Into<Secret>) -> Self {
        Self { key_id: key_id.into(), secret: secret.into(), lifetime: None, clock: Arc::new(SystemTime::now) }
    }

    /// Sets the lifetime of tokens, from 1 second to 100 years. Defaults to no expiry. The expiry is rounded up to a
    /// full second.
    pub fn lifetime(mut self, lifetime: Duration) -> Self {
        self.lifetime = Some(lifetime);
        self
    }

    /// Sets the clock. Defaults to the system's clock. For tests, and for machines whose clock is wrong.
    ///
    /// The clock is only used if a lifetime is set.
    pub fn clock(mut self, clock: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Signs a token for API calls.
    ///
    /// # Errors
    /// If the key ID or secret is empty or has white space around it, the lifetime is out of range, or the clock is before
    /// 1970. The error names the argument.
    pub fn sign(&self, scope: JwtScope) -> Result<Secret> {
        self.sign_at(scope, self.now()?).map(|(token, _)| token)
    }

    /// Prepares a token with which a user logs in to the Web Widget or a mobile SDK. `external_id` is your own ID of
    /// the user.
    ///
    /// Only give it to this user: anyone who holds it can read the user's conversations.
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
        self.secret.expose()
    }

    /// Checks everything except the clock.
    pub(crate) fn check(&self) -> Result<()> {
        for (parameter, value) in [("key_id", self.key_id.as_str()), ("secret", self.secret.expose())] {
            not_empty(parameter, value)?;
            check_white_space(value).map_err(|message| Error::invalid(parameter, message))?;
        }
        match self.lifetime {
            Some(lifetime) if lifetime < Duration::from_secs(1) => {
                Err(Error::invalid("lifetime", "must be at least 1 second"))
            }
            Some(lifetime) if lifetime > LONGEST_LIFETIME => {
                Err(Error::invalid("lifetime", "must be at most 100 years; omit it for tokens that never expire"))
            }
            _ => Ok(()),
        }
    }

    /// Returns the time since 1970. `None` if tokens don't expire.
    pub(crate) fn now(&self) -> Result<Option<Duration>> {
        let since_1970 = |_| (self.clock)().duration_since(UNIX_EPOCH);
        self.lifetime.map(since_1970).transpose().map_err(|_| Error::invalid("clock", "must not be before 1970"))
    }

    /// Signs a token, and returns it with its expiry.
    pub(crate) fn sign_at(&self, scope: JwtScope, now: Option<Duration>) -> Result<(Secret, Option<Duration>)> {
        let exp = self.expiry(now);
        let claims = [("scope", Some(scope.name().into())), ("exp", exp.map(Value::from))];
        Ok((self.encode(&claims)?, exp.map(Duration::from_secs)))
    }

    /// Returns `true` if a token with this expiry doesn't need to be renewed.
    pub(crate) fn is_current(&self, end: Option<Duration>, now: Option<Duration>) -> bool {
        let (Some(lifetime), Some(end), Some(now)) = (self.lifetime, end, now) else { return true };
        let left = end.saturating_sub(now);
        // If it is valid for longer than the lifetime, the clock was fast when it was signed and has been corrected.
        left > (lifetime / 4).min(MINUTE) && left <= lifetime.saturating_add(MINUTE)
    }

    /// Returns the expiry of a token that is signed now, in seconds since 1970, rounded up.
    fn expiry(&self, now: Option<Duration>) -> Option<u64> {
        let end = now?.saturating_add(self.lifetime?);
        Some(end.as_secs().saturating_add(u64::from(end.subsec_nanos() > 0)))
    }

    fn encode(&self, claims: &[(&'static str, Option<Value>)]) -> Result<Secret> {
        self.check()?;
        let key_id = self.key_id.as_str();
        let header = [("alg", Some("HS256".into())), ("typ", Some("JWT".into())), ("kid", Some(key_id.into()))];
        let mut token = format!("{}.{}", segment(&header)?, segment(claims)?);
        let signature = signature(self.secret.expose().as_bytes(), &token);
        token.push('.');
        token.push_str(&signature);
        Ok(token.into())
    }
}

fn not_empty(parameter: &str, value: &str) -> Result<()> {
    if value.is_empty() { Err(Error::invalid(parameter, "must not be empty")) } else { Ok(()) }
}

/// Encodes a part of a token: JSON in base64url.
fn segment(entries: &[(&'static str, Option<Value>)]) -> Result<String> {
    let json = serde_json::to_vec(&Part(entries)).map_err(|error| Error::invalid("claims", error))?;
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

/// A token with which a user logs in to the messaging SDKs. Created by [`JwtSigner::user`].
///
/// It contains the user's `external_id`, and optionally a name and an email address. The lifetime and the clock are
/// those of the signer.
#[derive(Clone, Debug)]
#[must_use = "a token is useless until it is signed"]
pub struct UserJwt {
    signer: JwtSigner,
    external_id: String,
    name: Option<String>,
    email: Option<String>,
    email_verified: Option<bool>,
}

impl UserJwt {
    /// Sets the user's name, which agents see.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets the user's email address.
    ///
    /// Email addresses must be unique: login may fail if another user has the same address.
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Sets whether you have verified that the [`email`](Self::email) belongs to the user. Zendesk only identifies the
    /// user by a verified address. Defaults to `false`.
    pub fn email_verified(mut self, verified: bool) -> Self {
        self.email_verified = Some(verified);
        self
    }

    /// Signs the token.
    ///
    /// # Errors
    /// Those of [`JwtSigner::sign`]; and if the external ID is empty or longer than 255 characters, a name or email
    /// address is empty, or `email_verified` is set without an email address. The error names the argument.
    #[inline]
    pub fn sign(&self) -> Result<Secret> {
        not_empty("external_id", &self.external_id)?;
        if self.external_id.chars().count() > LONGEST_EXTERNAL_ID {
            return Err(Error::invalid("external_id", format!("must have at most {LONGEST_EXTERNAL_ID} characters")));
        }
        for (parameter, value) in [("name", &self.name), ("email", &self.email)] {
            value.as_deref().map_or(Ok(()), |value| not_empty(parameter, value))?;
        }
        if self.email_verified.is_some() && self.email.is_none() {
            return Err(Error::invalid("email_verified", "requires `email`"));
        }
        let signer = &self.signer;
        signer.encode(&[
            ("external_id", Some(self.external_id.as_str().into())),
            ("name", self.name.as_deref().map(Value::from)),
            ("email", self.email.as_deref().map(Value::from)),
            ("email_verified", self.email_verified.map(Value::from)),
            ("scope", Some("user".into())),
            ("exp", signer.expiry(signer.now()?).map(Value::from)),
        ])
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
