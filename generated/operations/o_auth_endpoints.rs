// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

/// Marker type for `GetTokenInfo`; see [`ApiClient::get_token_info`].
#[derive(Debug, Clone, Copy)]
pub enum GetTokenInfo {}

impl Sealed for GetTokenInfo {}

impl Operation for GetTokenInfo {
    const NAME: &'static str = "GetTokenInfo";

    type Output = AppResponseWithSubdomain;
}

impl Endpoint for GetTokenInfo {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/tokenInfo";
}

/// Marker type for `Authorize`; see [`ApiClient::authorize`].
#[derive(Debug, Clone, Copy)]
pub enum Authorize {}

impl Sealed for Authorize {}

impl Operation for Authorize {
    const NAME: &'static str = "Authorize";

    const REDIRECTS: bool = true;

    const ANONYMOUS: bool = true;

    type Output = ();

    #[inline]
    fn decode(_status: u16, body: &[u8]) -> serde_json::Result<Self::Output> {
        ignored(body)
    }
}

impl Endpoint for Authorize {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/oauth/authorize";
}

impl Call<Authorize> {
    /// Arbitrary string that is returned with the code in the browser redirect.
    pub fn state(self, state: impl Into<String>) -> Self {
        self.query_parameter("state", Style::Form, &Into::<String>::into(state))
    }

    /// URI that the response is redirected to.
    ///
    /// It must be one of those in the integration's configured list; without it, the first of that list is
    /// used.
    pub fn redirect_uri(self, redirect_uri: impl Into<String>) -> Self {
        self.query_parameter("redirect_uri", Style::Form, &Into::<String>::into(redirect_uri))
    }
}

/// Marker type for `GetToken`; see [`ApiClient::get_token`].
#[derive(Debug, Clone, Copy)]
pub enum GetToken {}

impl Sealed for GetToken {}

impl Operation for GetToken {
    const NAME: &'static str = "GetToken";

    const ANONYMOUS: bool = true;

    type Output = TokenResponse;
}

impl Endpoint for GetToken {
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/oauth/token";
}

/// Marker type for `RevokeAccess`; see [`ApiClient::revoke_access`].
#[derive(Debug, Clone, Copy)]
pub enum RevokeAccess {}

impl Sealed for RevokeAccess {}

impl Operation for RevokeAccess {
    const NAME: &'static str = "RevokeAccess";

    type Output = ();

    #[inline]
    fn decode(_status: u16, body: &[u8]) -> serde_json::Result<Self::Output> {
        nothing(body)
    }
}

impl Endpoint for RevokeAccess {
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/oauth/authorization";
}

/// # OAuth Endpoints
impl ApiClient {
    /// Fetches the app to which an OAuth token is linked.
    ///
    /// Call it with a new access token to get the `id` and `subdomain` of the app for later requests. Also
    /// useful for checking that credentials are valid.
    ///
    /// Its base URL is `oauth-bridge.zendesk.com/sc`:
    ///
    /// ```text
    /// GET https://oauth-bridge.zendesk.com/sc/v2/tokenInfo
    /// ```
    ///
    /// `GET /v2/tokenInfo`
    ///
    /// Credentials: required.
    ///
    /// # Responses
    ///
    /// - `200`: The app linked to the token.
    ///
    /// # Errors
    ///
    /// See [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let response = api.get_token_info().send()?;
    /// println!("{}", response.app.id);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("get token info", "GetTokenInfo", "whoami", "credentials", "login"))]
    #[inline]
    pub fn get_token_info(&self) -> Call<GetTokenInfo> {
        self.call(&[])
    }

    /// Starts the OAuth flow, in which the session of the browser authenticates the user.
    ///
    /// A user without a Zendesk login is redirected to the login page; a user with several Zendesk accounts
    /// first selects the account to integrate with. An Allow/Deny dialog then lists the requested access.
    ///
    /// Redirect the user to this operation with `oauth-bridge.zendesk.com/sc` as its base URL:
    ///
    /// ```text
    /// https://oauth-bridge.zendesk.com/sc/oauth/authorize?response_type=code&client_id={client_id}
    /// ```
    ///
    /// `GET /oauth/authorize`
    ///
    /// Credentials: none.
    ///
    /// # Parameters
    ///
    /// - `client_id`: Unique identifier of your integration.
    /// - `response_type`: Type of response; only `code` is accepted for now.
    /// - `.state(…)`: Arbitrary string that is returned with the code in the browser redirect.
    /// - `.redirect_uri(…)`: URI that the response is redirected to. It must be one of those in the
    ///   integration's configured list; without it, the first of that list is used.
    ///
    /// # Responses
    ///
    /// - `302`: A redirect to the next step of the flow.
    ///
    /// # Errors
    ///
    /// See [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// api.authorize("58e6c2b7091df4a3312c8e90", "code").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("Authorize", "oauth", "login", "consent"))]
    #[inline]
    pub fn authorize(&self, client_id: impl Into<String>, response_type: impl Into<String>) -> Call<Authorize> {
        self.call(&[]).query_parameter("client_id", Style::Form, &Into::<String>::into(client_id)).query_parameter(
            "response_type",
            Style::Form,
            &Into::<String>::into(response_type),
        )
    }

    /// Exchanges an authorization code for an access token. For server-to-server calls only.
    ///
    /// The base URL is `oauth-bridge.zendesk.com/sc`:
    ///
    /// ```text
    /// POST https://oauth-bridge.zendesk.com/sc/oauth/token
    /// ```
    ///
    /// `POST /oauth/token`
    ///
    /// Credentials: none.
    ///
    /// # Parameters
    ///
    /// - `body`: The request body.
    ///
    /// # Responses
    ///
    /// - `200`: The access token.
    ///
    /// # Errors
    ///
    /// See [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use sunshine_conversations::models::TokenRequest;
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let body = TokenRequest::new(
    ///     "407312",
    ///     "authorization_code",
    ///     "a93c05e7b1f2648d0c7e59b4",
    ///     "example-client-secret-00",
    /// );
    /// let response = api.get_token(&body).send()?;
    /// println!("{:?}", response.token_type);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("get token", "GetToken", "oauth", "login", "access token"))]
    #[inline]
    pub fn get_token(&self, body: &TokenRequest) -> Call<GetToken> {
        self.call(&[]).json_body(body)
    }

    /// Revokes the access of the integration to the app of the user.
    ///
    /// The integration no longer has access to the app, and its webhooks are removed. The effect is the
    /// same as if the user had removed the integration manually; a configured `removeUrl` is also called.
    ///
    /// `DELETE /oauth/authorization`
    ///
    /// Credentials: integration key.
    ///
    /// # Responses
    ///
    /// - `200`: Access is revoked.
    ///
    /// # Errors
    ///
    /// See [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// api.revoke_access().send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("revoke access", "RevokeAccess", "oauth", "logout", "token"))]
    #[inline]
    pub fn revoke_access(&self) -> Call<RevokeAccess> {
        self.call(&[])
    }
}
