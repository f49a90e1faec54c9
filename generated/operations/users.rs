// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

/// Marker type for `CreateUser`; see [`ApiClient::create_user`].
#[derive(Debug, Clone, Copy)]
pub enum CreateUser {}

impl Sealed for CreateUser {}

impl Operation for CreateUser {
    const NAME: &'static str = "CreateUser";

    type Output = UserResponse;
}

impl Endpoint for CreateUser {
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/users";
}

/// Marker type for `ListUsers`; see [`ApiClient::list_users`].
#[derive(Debug, Clone, Copy)]
pub enum ListUsers {}

impl Sealed for ListUsers {}

impl Operation for ListUsers {
    const NAME: &'static str = "ListUsers";

    type Output = UserListResponse;
}

impl Endpoint for ListUsers {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/users";
}

impl Listing for ListUsers {}

impl Call<ListUsers> {
    /// ID of the brand; required to look up a brand-separated user by `externalId` or identity.
    pub fn brand_id(self, brand_id: impl Into<String>) -> Self {
        self.query_parameter("brandId", Style::Form, &Into::<String>::into(brand_id))
    }
}

/// Marker type for `GetUser`; see [`ApiClient::get_user`].
#[derive(Debug, Clone, Copy)]
pub enum GetUser {}

impl Sealed for GetUser {}

impl Operation for GetUser {
    const NAME: &'static str = "GetUser";

    type Output = UserResponse;
}

impl Endpoint for GetUser {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/users/{userIdOrExternalId}";
}

impl Call<GetUser> {
    /// ID of the brand; required to look up a brand-separated user by `externalId` or identity.
    pub fn brand_id(self, brand_id: impl Into<String>) -> Self {
        self.query_parameter("brandId", Style::Form, &Into::<String>::into(brand_id))
    }
}

/// Marker type for `UpdateUser`; see [`ApiClient::update_user`].
#[derive(Debug, Clone, Copy)]
pub enum UpdateUser {}

impl Sealed for UpdateUser {}

impl Operation for UpdateUser {
    const NAME: &'static str = "UpdateUser";

    type Output = UserResponse;
}

impl Endpoint for UpdateUser {
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/v2/apps/{appId}/users/{userIdOrExternalId}";
}

impl Call<UpdateUser> {
    /// ID of the brand; required to look up a brand-separated user by `externalId` or identity.
    pub fn brand_id(self, brand_id: impl Into<String>) -> Self {
        self.query_parameter("brandId", Style::Form, &Into::<String>::into(brand_id))
    }
}

/// Marker type for `DeleteUser`; see [`ApiClient::delete_user`].
#[derive(Debug, Clone, Copy)]
pub enum DeleteUser {}

impl Sealed for DeleteUser {}

impl Operation for DeleteUser {
    const NAME: &'static str = "DeleteUser";

    type Output = ();

    #[inline]
    fn decode(_status: u16, body: &[u8]) -> serde_json::Result<Self::Output> {
        nothing(body)
    }
}

impl Endpoint for DeleteUser {
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/v2/apps/{appId}/users/{userIdOrExternalId}";
}

impl Call<DeleteUser> {
    /// ID of the brand; required to look up a brand-separated user by `externalId` or identity.
    pub fn brand_id(self, brand_id: impl Into<String>) -> Self {
        self.query_parameter("brandId", Style::Form, &Into::<String>::into(brand_id))
    }
}

/// Marker type for `DeleteUserPersonalInformation`; see [`ApiClient::delete_user_personal_information`].
#[derive(Debug, Clone, Copy)]
pub enum DeleteUserPersonalInformation {}

impl Sealed for DeleteUserPersonalInformation {}

impl Operation for DeleteUserPersonalInformation {
    const NAME: &'static str = "DeleteUserPersonalInformation";

    type Output = UserResponse;
}

impl Endpoint for DeleteUserPersonalInformation {
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/v2/apps/{appId}/users/{userIdOrExternalId}/personalinformation";
}

impl Call<DeleteUserPersonalInformation> {
    /// ID of the brand; required to look up a brand-separated user by `externalId` or identity.
    pub fn brand_id(self, brand_id: impl Into<String>) -> Self {
        self.query_parameter("brandId", Style::Form, &Into::<String>::into(brand_id))
    }
}

/// Marker type for `SyncUser`; see [`ApiClient::sync_user`].
#[derive(Debug, Clone, Copy)]
pub enum SyncUser {}

impl Sealed for SyncUser {}

impl Operation for SyncUser {
    const NAME: &'static str = "SyncUser";

    type Output = UserResponse;
}

impl Endpoint for SyncUser {
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/users/{zendeskId}/sync";
}

impl Call<SyncUser> {
    /// The request body.
    pub fn body(self, body: &SyncUserBody) -> Self {
        self.json_body(body)
    }
}

/// # Users
impl ApiClient {
    /// Creates a user.
    ///
    /// `POST /v2/apps/{appId}/users`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `body`: The request body.
    ///
    /// # Responses
    ///
    /// - `201`: The new user.
    ///
    /// # Errors
    ///
    /// - `409`: The request conflicts with existing data.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use sunshine_conversations::models::{Profile, UserCreateBody};
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let body = UserCreateBody::new()
    ///     .with_external_id("customer-1024")
    ///     .with_profile(Profile::new().with_given_name("Ada"));
    /// let response = api.create_user("64f1a09be37c5d2218bb7046", &body).send()?;
    /// println!("{}", response.user.id);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("create user", "CreateUser", "register", "sign up", "contact", "customer", "external id", "add user"))]
    #[inline]
    pub fn create_user(&self, app_id: impl AsId<kind::App>, body: &UserCreateBody) -> Call<CreateUser> {
        self.call(&[("appId", app_id.as_id())]).json_body(body)
    }

    /// Creates a user, or updates the one with the same `externalId`.
    ///
    /// Calls [`create_user`](Self::create_user), and if the user exists (status code 409),
    /// [`update_user`](Self::update_user) with the fields of the body. Fields that the body lacks are kept. See
    /// [`Upsert`] for concurrent callers and retries.
    ///
    /// # Errors
    ///
    /// Those of [`Upsert::send`](crate::Upsert::send). `externalId` must be set.
    #[doc(alias("upsert", "create or update", "find or create", "idempotent"))]
    #[inline]
    pub fn upsert_user(&self, app_id: impl AsId<kind::App>, body: &UserCreateBody) -> Upsert<CreateUser, UpdateUser> {
        let key = body.external_id.as_deref().filter(|key| !key.trim().is_empty()).unwrap_or("-");
        let update = self.call(&[("appId", app_id.as_id()), ("userIdOrExternalId", key)]);
        let create = self.call(&[("appId", app_id.as_id())]).json_body(body);
        Upsert::new(create, update, "externalId", &["brandId"])
    }

    /// Lists the users that have a given email identity.
    ///
    /// The filter `identities.email` must be set. It is compared with the emails in the `identities` array,
    /// never with `profile.email`.
    ///
    /// ```text
    /// /v2/apps/:appId/users?filter[identities.email]=ada@example.org
    /// ```
    ///
    /// `GET /v2/apps/{appId}/users`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`send`](Call::send) returns the list, and [`iter`](Call::iter) iterates over its items.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `filter`: Filters on the results.
    /// - `.brand_id(…)`: ID of the brand; required to look up a brand-separated user by `externalId` or
    ///   identity.
    ///
    /// # Responses
    ///
    /// - `200`: The users that match.
    ///
    /// # Errors
    ///
    /// See [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use sunshine_conversations::models::UserListFilter;
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let filter = UserListFilter::new("ada@example.com");
    /// for user in api.list_users("64f1a09be37c5d2218bb7046", &filter).iter() {
    ///     println!("{}", user?.id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("list users", "ListUsers", "find user", "search", "email"))]
    #[inline]
    pub fn list_users(&self, app_id: impl AsId<kind::App>, filter: &UserListFilter) -> Call<ListUsers> {
        self.call(&[("appId", app_id.as_id())]).query_parameter("filter", Style::Deep, filter)
    }

    /// Fetches one user.
    ///
    /// `GET /v2/apps/{appId}/users/{userIdOrExternalId}`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `user_id_or_external_id`: The `id` or `externalId` of the user.
    /// - `.brand_id(…)`: ID of the brand; required to look up a brand-separated user by `externalId` or
    ///   identity.
    ///
    /// # Responses
    ///
    /// - `200`: The user.
    ///
    /// # Errors
    ///
    /// - `404`: The user doesn't exist.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let response = api.get_user("64f1a09be37c5d2218bb7046", "6b21f0c4d97e3a58810cde47").send()?;
    /// println!("{}", response.user.id);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("get user", "GetUser", "find user", "external id"))]
    #[inline]
    pub fn get_user(
        &self,
        app_id: impl AsId<kind::App>,
        user_id_or_external_id: impl AsId<kind::User>,
    ) -> Call<GetUser> {
        self.call(&[("appId", app_id.as_id()), ("userIdOrExternalId", user_id_or_external_id.as_id())])
    }

    /// Updates a user.
    ///
    /// `PATCH /v2/apps/{appId}/users/{userIdOrExternalId}`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `user_id_or_external_id`: The `id` or `externalId` of the user.
    /// - `.brand_id(…)`: ID of the brand; required to look up a brand-separated user by `externalId` or
    ///   identity.
    /// - `body`: The request body.
    ///
    /// # Responses
    ///
    /// - `200`: The updated user.
    ///
    /// # Errors
    ///
    /// - `404`: The user doesn't exist.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use sunshine_conversations::models::{ProfileUpdate, UserUpdateBody};
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let body = UserUpdateBody::new().with_profile(ProfileUpdate::new().with_given_name("Ada"));
    /// let response = api
    ///     .update_user("64f1a09be37c5d2218bb7046", "6b21f0c4d97e3a58810cde47", &body)
    ///     .send()?;
    /// println!("{}", response.user.id);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("update user", "UpdateUser", "edit profile", "change user"))]
    #[inline]
    pub fn update_user(
        &self,
        app_id: impl AsId<kind::App>,
        user_id_or_external_id: impl AsId<kind::User>,
        body: &UserUpdateBody,
    ) -> Call<UpdateUser> {
        self.call(&[("appId", app_id.as_id()), ("userIdOrExternalId", user_id_or_external_id.as_id())]).json_body(body)
    }

    /// Deletes a user together with the clients and the conversation history.
    ///
    /// The deletion is complete when the `user:delete` webhook fires. `DeleteUserPersonalInformation` only
    /// removes the personal information.
    ///
    /// `DELETE /v2/apps/{appId}/users/{userIdOrExternalId}`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `user_id_or_external_id`: The `id` or `externalId` of the user.
    /// - `.brand_id(…)`: ID of the brand; required to look up a brand-separated user by `externalId` or
    ///   identity.
    ///
    /// # Responses
    ///
    /// - `200`: The user is deleted.
    ///
    /// # Errors
    ///
    /// - `404`: The user doesn't exist.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// api.delete_user("64f1a09be37c5d2218bb7046", "6b21f0c4d97e3a58810cde47").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("delete user", "DeleteUser", "erase", "gdpr", "personal data"))]
    #[inline]
    pub fn delete_user(
        &self,
        app_id: impl AsId<kind::App>,
        user_id_or_external_id: impl AsId<kind::User>,
    ) -> Call<DeleteUser> {
        self.call(&[("appId", app_id.as_id()), ("userIdOrExternalId", user_id_or_external_id.as_id())])
    }

    /// Deletes the personal information of a user but keeps the conversation history.
    ///
    /// It clears:
    ///
    /// - of the user: `givenName`, `surname`, `email`, `avatarUrl` and all custom properties;
    /// - of each client of the user: `displayName`, `avatarUrl` and the channel data in `info` and `raw`.
    ///
    /// `DeleteUser` deletes the user completely.
    ///
    /// `DELETE /v2/apps/{appId}/users/{userIdOrExternalId}/personalinformation`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `user_id_or_external_id`: The `id` or `externalId` of the user.
    /// - `.brand_id(…)`: ID of the brand; required to look up a brand-separated user by `externalId` or
    ///   identity.
    ///
    /// # Responses
    ///
    /// - `200`: The user, with the personal information cleared.
    ///
    /// # Errors
    ///
    /// - `404`: The user doesn't exist.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let response = api
    ///     .delete_user_personal_information("64f1a09be37c5d2218bb7046", "6b21f0c4d97e3a58810cde47")
    ///     .send()?;
    /// println!("{}", response.user.id);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias(
        "delete user personal information",
        "DeleteUserPersonalInformation",
        "personal information",
        "personal data",
        "gdpr",
        "erase",
        "anonymize",
        "privacy",
        "right to be forgotten"
    ))]
    #[inline]
    pub fn delete_user_personal_information(
        &self,
        app_id: impl AsId<kind::App>,
        user_id_or_external_id: impl AsId<kind::User>,
    ) -> Call<DeleteUserPersonalInformation> {
        self.call(&[("appId", app_id.as_id()), ("userIdOrExternalId", user_id_or_external_id.as_id())])
    }

    /// Synchronizes a messaging user with the core Zendesk user.
    ///
    /// The two are separate objects, linked by `zendeskId`. After a change of the core Zendesk user, for
    /// example of the primary email, the messaging user can be outdated. This operation copies
    /// `profile.givenName`, `profile.surname`, `externalId` and the primary email identity from the core
    /// Zendesk user to the messaging user. Only the primary email identity is copied, into the `identities`
    /// array, not into the profile.
    ///
    /// When two Zendesk users have been merged, the same operation merges the messaging users: `zendeskId`
    /// in the path is the discarded user, and `survivingZendeskId` in the body is the surviving one.
    ///
    /// One call may change several messaging users. If another messaging user of the account already has
    /// the `externalId` or email in question, the two are merged if possible. It isn't possible if the
    /// other user is linked to a core Zendesk user by `zendeskId`; that user then loses the `externalId` or
    /// email to the synchronized user.
    ///
    /// The user must have a `zendeskId`, which is set when the user authenticates through the help center:
    /// see the guide on [manual
    /// synchronization](https://developer.zendesk.com/documentation/conversations/messaging-platform/users/authenticating-users-help-center/#manually-synchronizing-user-data).
    ///
    /// `POST /v2/apps/{appId}/users/{zendeskId}/sync`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `zendesk_id`: ID of the core Zendesk user that the messaging user is linked to. The Zendesk
    ///   Support API returns the core user record for it.
    /// - `.body(…)`: The request body.
    ///
    /// # Responses
    ///
    /// - `200`: The synchronized user.
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
    /// let response = api.sync_user("64f1a09be37c5d2218bb7046", "70421").send()?;
    /// println!("{}", response.user.id);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("sync user", "SyncUser", "upsert", "merge", "synchronize", "zendesk id"))]
    #[inline]
    pub fn sync_user(&self, app_id: impl AsId<kind::App>, zendesk_id: impl AsId<kind::User>) -> Call<SyncUser> {
        self.call(&[("appId", app_id.as_id()), ("zendeskId", zendesk_id.as_id())])
    }
}

/// # Users
impl AppClient {
    /// Creates a user.
    ///
    /// `POST /v2/apps/{appId}/users`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::create_user`] documents parameters, responses and errors, and has an example.
    #[doc(alias("create user", "CreateUser", "register", "sign up", "contact", "customer", "external id", "add user"))]
    #[inline]
    pub fn create_user(&self, body: &UserCreateBody) -> Call<CreateUser> {
        self.client().create_user(self.id(), body)
    }

    /// Creates a user, or updates the one with the same `externalId`.
    ///
    /// Calls [`create_user`](Self::create_user), and if the user exists (status code 409),
    /// [`update_user`](Self::update_user) with the fields of the body. Fields that the body lacks are kept. See
    /// [`Upsert`] for concurrent callers and retries.
    ///
    /// # Errors
    ///
    /// Those of [`Upsert::send`](crate::Upsert::send). `externalId` must be set.
    #[doc(alias("upsert", "create or update", "find or create", "idempotent"))]
    #[inline]
    pub fn upsert_user(&self, body: &UserCreateBody) -> Upsert<CreateUser, UpdateUser> {
        self.client().upsert_user(self.id(), body)
    }

    /// Lists the users that have a given email identity.
    ///
    /// The filter `identities.email` must be set. It is compared with the emails in the `identities` array,
    /// never with `profile.email`.
    ///
    /// ```text
    /// /v2/apps/:appId/users?filter[identities.email]=ada@example.org
    /// ```
    ///
    /// `GET /v2/apps/{appId}/users`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::list_users`] documents parameters, responses and errors, and has an example.
    #[doc(alias("list users", "ListUsers", "find user", "search", "email"))]
    #[inline]
    pub fn list_users(&self, filter: &UserListFilter) -> Call<ListUsers> {
        self.client().list_users(self.id(), filter)
    }

    /// Fetches one user.
    ///
    /// `GET /v2/apps/{appId}/users/{userIdOrExternalId}`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::get_user`] documents parameters, responses and errors, and has an example.
    #[doc(alias("get user", "GetUser", "find user", "external id"))]
    #[inline]
    pub fn get_user(&self, user_id_or_external_id: impl AsId<kind::User>) -> Call<GetUser> {
        self.client().get_user(self.id(), user_id_or_external_id)
    }

    /// Updates a user.
    ///
    /// `PATCH /v2/apps/{appId}/users/{userIdOrExternalId}`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::update_user`] documents parameters, responses and errors, and has an example.
    #[doc(alias("update user", "UpdateUser", "edit profile", "change user"))]
    #[inline]
    pub fn update_user(
        &self,
        user_id_or_external_id: impl AsId<kind::User>,
        body: &UserUpdateBody,
    ) -> Call<UpdateUser> {
        self.client().update_user(self.id(), user_id_or_external_id, body)
    }

    /// Deletes a user together with the clients and the conversation history.
    ///
    /// The deletion is complete when the `user:delete` webhook fires. `DeleteUserPersonalInformation` only
    /// removes the personal information.
    ///
    /// `DELETE /v2/apps/{appId}/users/{userIdOrExternalId}`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::delete_user`] documents parameters, responses and errors, and has an example.
    #[doc(alias("delete user", "DeleteUser", "erase", "gdpr", "personal data"))]
    #[inline]
    pub fn delete_user(&self, user_id_or_external_id: impl AsId<kind::User>) -> Call<DeleteUser> {
        self.client().delete_user(self.id(), user_id_or_external_id)
    }

    /// Deletes the personal information of a user but keeps the conversation history.
    ///
    /// It clears:
    ///
    /// - of the user: `givenName`, `surname`, `email`, `avatarUrl` and all custom properties;
    /// - of each client of the user: `displayName`, `avatarUrl` and the channel data in `info` and `raw`.
    ///
    /// `DeleteUser` deletes the user completely.
    ///
    /// `DELETE /v2/apps/{appId}/users/{userIdOrExternalId}/personalinformation`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::delete_user_personal_information`] documents parameters, responses and errors, and has an example.
    #[doc(alias(
        "delete user personal information",
        "DeleteUserPersonalInformation",
        "personal information",
        "personal data",
        "gdpr",
        "erase",
        "anonymize",
        "privacy",
        "right to be forgotten"
    ))]
    #[inline]
    pub fn delete_user_personal_information(
        &self,
        user_id_or_external_id: impl AsId<kind::User>,
    ) -> Call<DeleteUserPersonalInformation> {
        self.client().delete_user_personal_information(self.id(), user_id_or_external_id)
    }

    /// Synchronizes a messaging user with the core Zendesk user.
    ///
    /// The two are separate objects, linked by `zendeskId`. After a change of the core Zendesk user, for
    /// example of the primary email, the messaging user can be outdated. This operation copies
    /// `profile.givenName`, `profile.surname`, `externalId` and the primary email identity from the core
    /// Zendesk user to the messaging user. Only the primary email identity is copied, into the `identities`
    /// array, not into the profile.
    ///
    /// When two Zendesk users have been merged, the same operation merges the messaging users: `zendeskId`
    /// in the path is the discarded user, and `survivingZendeskId` in the body is the surviving one.
    ///
    /// One call may change several messaging users. If another messaging user of the account already has
    /// the `externalId` or email in question, the two are merged if possible. It isn't possible if the
    /// other user is linked to a core Zendesk user by `zendeskId`; that user then loses the `externalId` or
    /// email to the synchronized user.
    ///
    /// The user must have a `zendeskId`, which is set when the user authenticates through the help center:
    /// see the guide on [manual
    /// synchronization](https://developer.zendesk.com/documentation/conversations/messaging-platform/users/authenticating-users-help-center/#manually-synchronizing-user-data).
    ///
    /// `POST /v2/apps/{appId}/users/{zendeskId}/sync`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::sync_user`] documents parameters, responses and errors, and has an example.
    #[doc(alias("sync user", "SyncUser", "upsert", "merge", "synchronize", "zendesk id"))]
    #[inline]
    pub fn sync_user(&self, zendesk_id: impl AsId<kind::User>) -> Call<SyncUser> {
        self.client().sync_user(self.id(), zendesk_id)
    }
}
