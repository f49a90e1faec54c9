//! Authentication with a key (Basic) or a signed token (Bearer), and scopes.

use axum::http::{HeaderMap, header};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::error::ApiError;
use crate::jwt::{self, Token};
use crate::state::{App, Key, State};

/// The scope of credentials.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Scope {
    Account,
    App,
    Integration,
}

impl Scope {
    /// The scope's name in the document.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::App => "app",
            Self::Integration => "integration",
        }
    }
}

/// The owner of a request's credentials.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    pub(crate) scope: Scope,
    /// The app that the credentials belong to, except for accounts.
    pub(crate) app: Option<String>,
    /// The integration, for scope `integration`.
    pub(crate) integration: Option<String>,
    /// The service account, which has scope `account` but access to some apps only.
    pub(crate) service_account: Option<String>,
    pub(crate) key_id: String,
}

impl Caller {
    /// The caller of operations without authentication.
    pub(crate) fn unauthenticated() -> Self {
        Self::new(Scope::Integration, "")
    }

    pub(crate) fn is_unauthenticated(&self) -> bool {
        self.key_id.is_empty()
    }

    fn new(scope: Scope, key_id: &str) -> Self {
        Self { scope, app: None, integration: None, service_account: None, key_id: key_id.to_owned() }
    }
}

/// The claims of a JWT that are checked.
#[derive(Deserialize)]
struct Claims {
    scope: String,
    /// In seconds, also with a fraction.
    exp: Option<f64>,
    nbf: Option<f64>,
}

/// Identifies the caller from the headers.
pub(crate) fn identify(headers: &HeaderMap, state: &State, now: Timestamp) -> Result<Caller, ApiError> {
    let authorization = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let (scheme, given) = authorization.and_then(|value| value.split_once(' ')).ok_or_else(ApiError::unauthorized)?;
    let given = given.trim();
    let caller = match scheme.to_ascii_lowercase().as_str() {
        "basic" => basic(given, state),
        "bearer" => access_token(given, state).or_else(|| bearer(given, state, now)),
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

/// A JWT has the ID of its key and is signed with the key's secret. Its scope must be the key's.
fn bearer(given: &str, state: &State, now: Timestamp) -> Option<Caller> {
    let token = Token::parse(given)?;
    let (key, caller) = owner(&token.key_id, state)?;
    let claims: Claims = token.verify(&key.secret)?;
    let now = now.as_duration().as_secs_f64();
    let is_over = claims.exp.is_some_and(|exp| exp <= now);
    let is_early = claims.nbf.is_some_and(|nbf| nbf > now);
    (!is_over && !is_early && claims.scope == caller.scope.name()).then_some(caller)
}

/// An OAuth access token, which belongs to an integration of an app.
fn access_token(given: &str, state: &State) -> Option<Caller> {
    state.apps.iter().find_map(|app| {
        let token = app.access_tokens.iter().find(|token| token.token == given)?;
        Some(Caller {
            app: Some(app.id.clone()),
            integration: Some(token.integration_id.clone()),
            ..Caller::new(Scope::Integration, &token.client_id)
        })
    })
}

/// Returns the key with this ID, and its permissions.
fn owner<'s>(id: &str, state: &'s State) -> Option<(&'s Key, Caller)> {
    let find = |keys: &'s [Key]| keys.iter().find(|key| key.id == id);
    if let Some(key) = find(&state.account_keys) {
        return Some((key, Caller::new(Scope::Account, id)));
    }
    let of_service_account = state.service_accounts.iter().find_map(|account| {
        let key = find(&account.keys)?;
        Some((key, Caller { service_account: Some(account.id.clone()), ..Caller::new(Scope::Account, id) }))
    });
    of_service_account.or_else(|| state.apps.iter().find_map(|app| owner_in(app, id)))
}

/// Searches the keys of an app and of its integrations.
fn owner_in<'s>(app: &'s App, id: &str) -> Option<(&'s Key, Caller)> {
    let caller = |scope| Caller { app: Some(app.id.clone()), ..Caller::new(scope, id) };
    if let Some(key) = app.keys.iter().find(|key| key.id == id) {
        return Some((key, caller(Scope::App)));
    }
    app.integration_keys.iter().find_map(|(integration, keys)| {
        let key = keys.iter().find(|key| key.id == id)?;
        Some((key, Caller { integration: Some(integration.to_owned()), ..caller(Scope::Integration) }))
    })
}

/// Signs a token, which is valid as long as the key exists.
pub(crate) fn sign(key: &Key, scope: Scope) -> String {
    jwt::sign(&key.id, &key.secret, &json!({"scope": scope.name()}))
}
