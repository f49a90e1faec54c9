//! OAuth for integrations that many accounts install: the authorize URL. The other steps are operations of the API.
//!
//! 1. Redirect the user's browser to the [`authorize_url`]. The user grants access, and the browser returns to your
//!    redirect URI with `code` and `state`. Only continue if the state is the one that you created for this browser.
//! 2. Exchange the code for a token with [`get_token`](crate::ApiClient::get_token), on a client with [`BASE_URL`] and
//!    without credentials.
//! 3. Get the app's ID and the account's subdomain with [`get_token_info`](crate::ApiClient::get_token_info), on a
//!    client with [`BASE_URL`] and the token.
//! 4. Call the API, on a client with that subdomain and the token. [`revoke_access`](crate::ApiClient::revoke_access)
//!    revokes it.
//!
//! ```no_run
//! use sunshine_conversations::{ApiClient, Credentials, models::TokenRequest, oauth};
//!
//! let url = oauth::authorize_url("5e4a").state("unguessable").build()?;
//! # let code = "658965";
//! // … the browser returns with `code`:
//! let bridge = ApiClient::builder().base_url(oauth::BASE_URL);
//! let request = TokenRequest::new(code, oauth::GRANT_TYPE, "5e4a", "client secret");
//! let token = bridge.clone().build()?.get_token(&request).send()?.access_token;
//!
//! let credentials = Credentials::bearer(token.expose());
//! let app = bridge.credentials(credentials.clone()).build()?.get_token_info().send()?.app;
//! let subdomain = app.subdomain.unwrap_or_default();
//! let api = ApiClient::builder().subdomain(subdomain).credentials(credentials).build()?;
//! # Ok::<(), sunshine_conversations::Error>(())
//! ```

use crate::error::{Error, Result};
use crate::request::parameters::Query;

/// The base URL of the authorize URL, of `get_token` and of `get_token_info`, for all accounts.
pub const BASE_URL: &str = "https://oauth-bridge.zendesk.com/sc";

/// The grant type of a [`TokenRequest`](crate::models::TokenRequest): an authorization code.
pub const GRANT_TYPE: &str = "authorization_code";

/// Creates a builder for the URL at which the user grants access.
///
/// `client_id` is your integration's client ID from Zendesk.
///
/// ```
/// use sunshine_conversations::oauth;
///
/// let url = oauth::authorize_url("5e4a").state("x 1").redirect_uri("https://example.com/back").build()?;
/// assert_eq!(
///     url,
///     "https://oauth-bridge.zendesk.com/sc/oauth/authorize?response_type=code&client_id=5e4a&state=x%201\
///      &redirect_uri=https%3A%2F%2Fexample.com%2Fback"
/// );
/// # Ok::<(), sunshine_conversations::Error>(())
/// ```
pub fn authorize_url(client_id: impl Into<String>) -> AuthorizeUrl {
    AuthorizeUrl { client_id: client_id.into(), state: None, redirect_uri: None }
}

/// Builds the authorize URL of OAuth. Created by [`authorize_url`].
#[derive(Debug, Clone)]
#[must_use = "a builder does nothing until it builds"]
pub struct AuthorizeUrl {
    client_id: String,
    state: Option<String>,
    redirect_uri: Option<String>,
}

impl AuthorizeUrl {
    /// Sets the state, which is returned with the code. Use an unguessable value that belongs to the browser's session,
    /// so that an attacker can't make your user accept a foreign code.
    pub fn state(mut self, state: impl Into<String>) -> Self {
        self.state = Some(state.into());
        self
    }

    /// Sets the URL to which the browser returns. It must be configured for the integration. Defaults to the first one
    /// that is.
    pub fn redirect_uri(mut self, uri: impl Into<String>) -> Self {
        self.redirect_uri = Some(uri.into());
        self
    }

    /// Builds the URL.
    ///
    /// # Errors
    /// If a value is empty. The error names it.
    #[inline]
    pub fn build(self) -> Result<String> {
        let mut query = Query::default();
        query.set_text("response_type", "code".to_owned());
        let given = [("client_id", Some(self.client_id)), ("state", self.state), ("redirect_uri", self.redirect_uri)];
        for (name, value) in given {
            match value {
                Some(value) if value.is_empty() => return Err(Error::invalid(name, "must not be empty")),
                Some(value) => query.set_text(name, value),
                None => {}
            }
        }
        Ok(format!("{BASE_URL}/oauth/authorize{}", query.encoded()))
    }
}
