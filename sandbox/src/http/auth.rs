//! Authentication with a key (Basic) or a signed token (Bearer), and scopes.

use axum::http::{HeaderMap, header};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::json;

use crate::model::caller::{Caller, Scope};
use crate::model::state::{App, Key, State};
use crate::util::error::ApiError;
use crate::util::jwt;
use crate::util::jwt::Token;

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
pub(crate) fn owner<'s>(id: &str, state: &'s State) -> Option<(&'s Key, Caller)> {
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
