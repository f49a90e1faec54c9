//! The first step of OAuth, which happens in a browser; the other steps are operations of the API.
//!
//! An integration that many accounts install gets its access by OAuth:
//!
//! 1. Send the user's browser to the [`authorize_url`]. The user allows the access, and the browser comes back to your
//!    redirect URI with a `code` and your `state`. Go on only if the state is the one that you have given this browser.
//! 2. Trade the code for a token: [`get_token`](crate::ApiClient::get_token), on a client with [`BASE_URL`] and without
//!    credentials.
//! 3. Ask whose it is: [`get_token_info`](crate::ApiClient::get_token_info), on a client with [`BASE_URL`] and the token, gives
//!    the app's id and the account's subdomain.
//! 4. Call the API, on a client with that subdomain and the token. [`revoke_access`](crate::ApiClient::revoke_access) ends it.
//!
//! ```no_run
//! use sunshine_conversations::{ApiClient, Credentials, models::TokenRequest, oauth};
//!
//! let url = oauth::authorize_url("5e4a").state("unguessable").build()?;
//! # let code = "658965";
//! // … and when the browser is back, with `code`:
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
use crate::parameters::Query;

/// Where OAuth begins, for all accounts: the base URL of the authorize URL, of `get_token` and of `get_token_info`.
pub const BASE_URL: &str = "https://oauth-bridge.zendesk.com/sc";

/// What a [`TokenRequest`](crate::models::TokenRequest) trades: the code that the browser came back with.
pub const GRANT_TYPE: &str = "authorization_code";

/// The URL to which the user's browser is sent, so that the user allows the access.
///
/// `client_id` is the one that your integration has been given by Zendesk.
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

/// The URL that begins OAuth: [`authorize_url`] makes it.
#[derive(Debug, Clone)]
#[must_use = "a builder does nothing until it builds"]
pub struct AuthorizeUrl {
    client_id: String,
    state: Option<String>,
    redirect_uri: Option<String>,
}

impl AuthorizeUrl {
    /// What the browser brings back with the code: something that nobody can guess and that belongs to this browser's
    /// session, so that nobody can slip a code of theirs to your user.
    pub fn state(mut self, state: impl Into<String>) -> Self {
        self.state = Some(state.into());
        self
    }

    /// Where the browser comes back to: one of the URIs that are configured for the integration; the first of them
    /// unless told.
    pub fn redirect_uri(mut self, uri: impl Into<String>) -> Self {
        self.redirect_uri = Some(uri.into());
        self
    }

    /// The URL.
    ///
    /// # Errors
    /// When a value is empty; the error names it.
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
