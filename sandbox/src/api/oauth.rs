//! OAuth. The sandbox grants access without showing a page to the user.

use axum::http::Uri;
use form_urlencoded::Serializer;
use serde::Deserialize;
use serde_json::json;

use crate::api::apps;
use crate::api::request::Call;
use crate::api::response::{CODE_PAGE, Success, nothing};
use crate::domain::integrations;
use crate::domain::integrations::remove_access;
use crate::model::oauth::{AccessToken, AuthorizationCode, OAuthClient};
use crate::model::state::{App, State};
use crate::util::error::ApiError;

/// Grants access to the first app, unless a simulated user denies it. The real API's user selects an account, which has
/// one.
pub(crate) fn authorize(call: &Call, state: &mut State) -> Result<Success, ApiError> {
    let query = |name: &str| call.query[name].as_str();
    let id = query("client_id").unwrap_or_default();
    let client = state.oauth_clients.iter().find(|client| client.id == id);
    let client = client.ok_or_else(|| ApiError::bad_request("client_id: unknown client"))?;
    if query("response_type") != Some("code") {
        return Err(ApiError::bad_request("response_type: must be code"));
    }
    let to = destination(client, query("redirect_uri"), &call.context.base_url)?;
    let mut response = Serializer::new(String::new());
    if state.oauth_denials > 0 {
        state.oauth_denials -= 1;
        response.append_pair("error", "access_denied");
    } else {
        let app = state.apps.first().ok_or_else(|| ApiError::bad_request("the account doesn't have an app"))?;
        let code = AuthorizationCode { code: call.new_id(), client_id: client.id.clone(), app_id: app.id.clone() };
        response.append_pair("code", &code.code);
        state.oauth_codes.push(code);
    }
    if let Some(given) = query("state") {
        response.append_pair("state", given);
    }
    let separator = if to.contains('?') { '&' } else { '?' };
    let to = format!("{to}{separator}{}", response.finish());
    Ok(Success::Redirect(to))
}

/// The requested redirect URI if the client allows it; otherwise the client's first one, or a page of the sandbox.
fn destination(client: &OAuthClient, wanted: Option<&str>, base_url: &str) -> Result<String, ApiError> {
    let Some(wanted) = wanted else {
        return Ok(client.redirect_uris.first().cloned().unwrap_or_else(|| format!("{base_url}{CODE_PAGE}")));
    };
    let is_complete = wanted.parse::<Uri>().is_ok_and(|uri| uri.scheme().is_some()) && !wanted.contains('#');
    if !is_complete {
        return Err(ApiError::bad_request("redirect_uri: must be an absolute URI without a fragment"));
    }
    if !client.redirect_uris.is_empty() && !client.redirect_uris.iter().any(|uri| uri == wanted) {
        return Err(ApiError::bad_request("redirect_uri: not allowed for this client"));
    }
    Ok(wanted.to_owned())
}

#[derive(Deserialize)]
struct Trade {
    code: String,
    grant_type: String,
    client_id: String,
    client_secret: String,
}

pub(crate) fn token(call: &Call, state: &mut State) -> Result<Success, ApiError> {
    let body: Trade = call.body()?;
    if body.grant_type != "authorization_code" {
        return Err(ApiError::bad_request("/grant_type: must be authorization_code"));
    }
    let is_client = |client: &OAuthClient| client.id == body.client_id && client.secret == body.client_secret;
    if !state.oauth_clients.iter().any(is_client) {
        return Err(ApiError::unauthorized());
    }
    let is_code = |code: &AuthorizationCode| code.code == body.code && code.client_id == body.client_id;
    let position = state.oauth_codes.iter().position(is_code);
    let position = position.ok_or_else(|| ApiError::bad_request("/code: unknown or already used"))?;
    let code = state.oauth_codes.remove(position);
    let app = state.app_mut(&code.app_id).ok_or_else(|| ApiError::bad_request("/code: the app was deleted"))?;
    let token = issue(call, app, code.client_id);
    Ok(Success::Json(json!({"access_token": token, "token_type": "Bearer"})))
}

/// Issues a token. The client keeps its integration as long as it has a token.
fn issue(call: &Call, app: &mut App, client_id: String) -> String {
    let earlier = app.access_tokens.iter().find(|token| token.client_id == client_id);
    let integration_id = earlier.map_or_else(|| call.new_id(), |token| token.integration_id.clone());
    let token = format!("token-{}", call.new_id());
    app.access_tokens.push(AccessToken { token: token.clone(), client_id, integration_id });
    token
}

pub(crate) fn token_info(call: &Call, state: &mut State) -> Result<Success, ApiError> {
    if call.caller.is_unauthenticated() {
        return Err(ApiError::unauthorized());
    }
    let app = call.caller.app.as_deref().and_then(|app| state.app(app));
    let app = app.ok_or_else(|| ApiError::forbidden("the credentials belong to an account, not to an app"))?;
    Ok(Success::Json(json!({"app": apps::shown_with_subdomain(app)})))
}

/// Revokes all tokens of the integration, and removes its webhooks and switchboard integrations.
pub(crate) fn revoke(call: &Call, state: &mut State) -> Result<Success, ApiError> {
    let caller = call.caller;
    let clients = state.oauth_clients.clone();
    let app = caller.app.as_deref().and_then(|app| state.app_mut(app)).ok_or_else(ApiError::unauthorized)?;
    let integration = caller.integration.as_deref().unwrap_or_default();
    let token = app.access_tokens.iter().find(|token| token.integration_id == integration);
    let client = token.and_then(|token| clients.iter().find(|client| client.id == token.client_id));
    if client.and_then(|client| remove_access(app, client)).is_none() {
        integrations::remove_belongings(integration, app);
    }
    Ok(Success::Json(nothing()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_with_redirect_uris_goes_to_these_only() {
        let redirect_uris = vec!["https://a.example/1".to_owned(), "my-app://2".to_owned()];
        let client = OAuthClient { id: String::new(), secret: String::new(), redirect_uris, remove_url: None };
        let to = |wanted| destination(&client, wanted, "http://localhost").ok();
        assert_eq!(to(None).as_deref(), Some("https://a.example/1"));
        assert_eq!(to(Some("my-app://2")).as_deref(), Some("my-app://2"));
        assert_eq!(to(Some("https://a.example/3")), None);
    }
}
