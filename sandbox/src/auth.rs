//! Who calls: a key (Basic), or a token that a key signed (Bearer), and what their scope may do.

use axum::http::{HeaderMap, header};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};

use crate::error::ApiError;
use crate::state::{Key, State};

/// How far credentials reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Scope {
    Account,
    App,
    Integration,
}

impl Scope {
    /// As the document writes it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::App => "app",
            Self::Integration => "integration",
        }
    }
}

/// Whose credentials a request carries.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    pub(crate) scope: Scope,
    /// The app that the credentials belong to, unless they are an account's.
    pub(crate) app: Option<String>,
    /// The integration, of the scope of that name.
    pub(crate) integration: Option<String>,
    pub(crate) key_id: String,
}

impl Caller {
    /// Where nobody is asked who calls.
    pub(crate) fn nobody() -> Self {
        Self { scope: Scope::Integration, app: None, integration: None, key_id: String::new() }
    }
}

/// The claims of a JWT that are looked at.
#[derive(Serialize, Deserialize)]
struct Claims {
    scope: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    exp: Option<i64>,
}

/// Who sent a request with these headers.
pub(crate) fn identify(headers: &HeaderMap, state: &State, now: Timestamp) -> Result<Caller, ApiError> {
    let authorization = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let (scheme, given) = authorization.and_then(|value| value.split_once(' ')).ok_or_else(ApiError::unauthorized)?;
    let given = given.trim();
    let caller = match scheme.to_ascii_lowercase().as_str() {
        "basic" => basic(given, state),
        "bearer" => bearer(given, state, now),
        _ => None,
    };
    caller.ok_or_else(ApiError::unauthorized)
}

fn basic(given: &str, state: &State) -> Option<Caller> {
    let pair = String::from_utf8(BASE64_STANDARD.decode(given).ok()?).ok()?;
    let (id, secret) = pair.split_once(':')?;
    let (key, caller) = owner(id, state)?;
    (key.secret == secret).then_some(caller)
}

/// A JWT names its key, and is signed with its secret; the scope it claims must be the key's.
fn bearer(given: &str, state: &State, now: Timestamp) -> Option<Caller> {
    let id = jsonwebtoken::decode_header(given).ok()?.kid?;
    let (key, caller) = owner(&id, state)?;
    let mut validation = Validation::new(Algorithm::HS256);
    validation.required_spec_claims.clear();
    // By the sandbox's clock, below.
    validation.validate_exp = false;
    let key = DecodingKey::from_secret(key.secret.as_bytes());
    let claims = jsonwebtoken::decode::<Claims>(given, &key, &validation).ok()?.claims;
    let is_over = claims.exp.is_some_and(|exp| exp <= now.as_second());
    (!is_over && claims.scope == caller.scope.name()).then_some(caller)
}

/// The key of an id, and what it may do.
fn owner<'s>(id: &str, state: &'s State) -> Option<(&'s Key, Caller)> {
    let caller = |scope, app: Option<&str>, integration: Option<&str>| Caller {
        scope,
        app: app.map(str::to_owned),
        integration: integration.map(str::to_owned),
        key_id: id.to_owned(),
    };
    let find = |keys: &'s [Key]| keys.iter().find(|key| key.id == id);
    if let Some(key) = find(&state.account_keys) {
        return Some((key, caller(Scope::Account, None, None)));
    }
    state.apps.iter().find_map(|app| {
        if let Some(key) = find(&app.keys) {
            return Some((key, caller(Scope::App, Some(&app.id), None)));
        }
        app.integration_keys.iter().find_map(|(integration, keys)| {
            let key = find(keys)?;
            Some((key, caller(Scope::Integration, Some(&app.id), Some(integration))))
        })
    })
}

/// A token of a key, for as long as the key is there.
pub(crate) fn sign(key: &Key, scope: Scope) -> Result<String, ApiError> {
    let header = Header { kid: Some(key.id.clone()), ..Header::new(Algorithm::HS256) };
    let claims = Claims { scope: scope.name().to_owned(), exp: None };
    jsonwebtoken::encode(&header, &claims, &EncodingKey::from_secret(key.secret.as_bytes()))
        .map_err(|error| ApiError::internal(error.to_string()))
}
