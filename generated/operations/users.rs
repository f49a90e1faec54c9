// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The operation `CreateUser`: [`ApiClient::create_user`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum CreateUser {}

impl Operation for CreateUser {
    const NAME: &'static str = "CreateUser";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/users";
    type Output = UserResponse;
}

/// The operation `DeleteUser`: [`ApiClient::delete_user`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum DeleteUser {}

impl Operation for DeleteUser {
    const NAME: &'static str = "DeleteUser";
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/v2/apps/{appId}/users/{userIdOrExternalId}";
    type Output = ();
    #[inline]
    fn decode(body: &[u8]) -> serde_json::Result<()> {
        nothing(body)
    }
}

impl Call<DeleteUser> {
    /// Query parameter `brandId`: ID of the brand; to be given when looking up a brand-separated user by
    /// `externalId` or identity.
    pub fn brand_id(self, brand_id: impl Into<String>) -> Self {
        self.set("brandId", brand_id)
    }
}

/// The operation `DeleteUserPersonalInformation`: [`ApiClient::delete_user_personal_information`] makes its
/// calls.
#[derive(Debug, Clone, Copy)]
pub enum DeleteUserPersonalInformation {}

impl Operation for DeleteUserPersonalInformation {
    const NAME: &'static str = "DeleteUserPersonalInformation";
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/v2/apps/{appId}/users/{userIdOrExternalId}/personalinformation";
    type Output = UserResponse;
}

impl Call<DeleteUserPersonalInformation> {
    /// Query parameter `brandId`: ID of the brand; to be given when looking up a brand-separated user by
    /// `externalId` or identity.
    pub fn brand_id(self, brand_id: impl Into<String>) -> Self {
        self.set("brandId", brand_id)
    }
}

/// The operation `GetUser`: [`ApiClient::get_user`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum GetUser {}

impl Operation for GetUser {
    const NAME: &'static str = "GetUser";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/users/{userIdOrExternalId}";
    type Output = UserResponse;
}

impl Call<GetUser> {
    /// Query parameter `brandId`: ID of the brand; to be given when looking up a brand-separated user by
    /// `externalId` or identity.
    pub fn brand_id(self, brand_id: impl Into<String>) -> Self {
        self.set("brandId", brand_id)
    }
}

/// The operation `ListUsers`: [`ApiClient::list_users`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum ListUsers {}

impl Operation for ListUsers {
    const NAME: &'static str = "ListUsers";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/users";
    type Output = UserListResponse;
}

impl Call<ListUsers> {
    /// Query parameter `brandId`: ID of the brand; to be given when looking up a brand-separated user by
    /// `externalId` or identity.
    pub fn brand_id(self, brand_id: impl Into<String>) -> Self {
        self.set("brandId", brand_id)
    }
}

/// The operation `SyncUser`: [`ApiClient::sync_user`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum SyncUser {}

impl Operation for SyncUser {
    const NAME: &'static str = "SyncUser";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/users/{zendeskId}/sync";
    type Output = UserResponse;
}

/// The operation `UpdateUser`: [`ApiClient::update_user`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum UpdateUser {}

impl Operation for UpdateUser {
    const NAME: &'static str = "UpdateUser";
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/v2/apps/{appId}/users/{userIdOrExternalId}";
    type Output = UserResponse;
}

impl Call<UpdateUser> {
    /// Query parameter `brandId`: ID of the brand; to be given when looking up a brand-separated user by
    /// `externalId` or identity.
    pub fn brand_id(self, brand_id: impl Into<String>) -> Self {
        self.set("brandId", brand_id)
    }
}

/// # Users
impl ApiClient {
    /// Creates a user.
    ///
    /// `POST /v2/apps/{appId}/users`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `body`: what to send, a [`UserCreateBody`].
    ///
    /// # Answers
    ///
    /// - `201`: The new user.
    /// - `409`: The request conflicts with existing data.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, body: UserCreateBody) -> Result<()> {
    /// let answer = api.create_user("appId", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn create_user(&self, app_id: &str, body: &UserCreateBody) -> Call<CreateUser> {
        self.call(&[("appId", app_id)]).with_json(body)
    }

    /// Deletes a user together with the clients and the conversation history.
    ///
    /// The deletion is complete when the `user:delete` webhook fires. `DeleteUserPersonalInformation`
    /// removes the personal information alone.
    ///
    /// `DELETE /v2/apps/{appId}/users/{userIdOrExternalId}`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `user_id_or_external_id`: The `id` or `externalId` of the user.
    /// - `.brand_id(…)`: ID of the brand; to be given when looking up a brand-separated user by `externalId`
    ///   or identity.
    ///
    /// # Answers
    ///
    /// - `200`: The user is deleted.
    /// - `404`: No such user.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// api.delete_user("appId", "userIdOrExternalId").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn delete_user(&self, app_id: &str, user_id_or_external_id: &str) -> Call<DeleteUser> {
        self.call(&[("appId", app_id), ("userIdOrExternalId", user_id_or_external_id)])
    }

    /// Deletes the personal information of a user but keeps the conversation history.
    ///
    /// Cleared are:
    ///
    /// - of the user: `givenName`, `surname`, `email`, `avatarUrl` and all custom properties;
    /// - of each client of the user: `displayName`, `avatarUrl` and whatever `info` and `raw` hold about the
    ///   channel.
    ///
    /// `DeleteUser` deletes the user completely.
    ///
    /// `DELETE /v2/apps/{appId}/users/{userIdOrExternalId}/personalinformation`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `user_id_or_external_id`: The `id` or `externalId` of the user.
    /// - `.brand_id(…)`: ID of the brand; to be given when looking up a brand-separated user by `externalId`
    ///   or identity.
    ///
    /// # Answers
    ///
    /// - `200`: The user, with the personal information cleared.
    /// - `404`: No such user.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let answer = api.delete_user_personal_information("appId", "userIdOrExternalId").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn delete_user_personal_information(
        &self,
        app_id: &str,
        user_id_or_external_id: &str,
    ) -> Call<DeleteUserPersonalInformation> {
        self.call(&[("appId", app_id), ("userIdOrExternalId", user_id_or_external_id)])
    }

    /// Fetches one user.
    ///
    /// `GET /v2/apps/{appId}/users/{userIdOrExternalId}`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `user_id_or_external_id`: The `id` or `externalId` of the user.
    /// - `.brand_id(…)`: ID of the brand; to be given when looking up a brand-separated user by `externalId`
    ///   or identity.
    ///
    /// # Answers
    ///
    /// - `200`: The user.
    /// - `404`: No such user.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let answer = api.get_user("appId", "userIdOrExternalId").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_user(&self, app_id: &str, user_id_or_external_id: &str) -> Call<GetUser> {
        self.call(&[("appId", app_id), ("userIdOrExternalId", user_id_or_external_id)])
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
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `filter`: Filters on the results.
    /// - `.brand_id(…)`: ID of the brand; to be given when looking up a brand-separated user by `externalId`
    ///   or identity.
    ///
    /// # Answers
    ///
    /// - `200`: The users that match.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, filter: UserListFilter) -> Result<()> {
    /// let answer = api.list_users("appId", &filter).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_users(&self, app_id: &str, filter: &UserListFilter) -> Call<ListUsers> {
        self.call(&[("appId", app_id)]).deep_object("filter", filter)
    }

    /// Brings a messaging user in line with its counterpart, the core Zendesk user.
    ///
    /// The two are separate objects, linked by `zendeskId`. A change of the core Zendesk user, say another
    /// primary email, can leave the messaging user behind. This operation copies `profile.givenName`,
    /// `profile.surname`, `externalId` and the primary email identity from the core Zendesk user to the
    /// messaging user. Of the email identities only the primary one is taken over, and it goes into the
    /// `identities` array, not into the profile.
    ///
    /// When two Zendesk users have been merged, the same operation merges the messaging users: `zendeskId`
    /// in the path is the user that goes, `survivingZendeskId` in the body the one that stays.
    ///
    /// One call may change several messaging users. If another messaging user of the account already has the
    /// `externalId` or email in question, the two are merged where that is possible. It is not possible if
    /// the other is itself linked to a core Zendesk user by `zendeskId`; then it loses the `externalId` or
    /// email to the user being synchronized.
    ///
    /// The user must have a `zendeskId`, which is set when the user authenticates through the help center:
    /// see the guide on [manual
    /// synchronization](https://developer.zendesk.com/documentation/conversations/messaging-platform/users/authenticating-users-help-center/#manually-synchronizing-user-data).
    ///
    /// `POST /v2/apps/{appId}/users/{zendeskId}/sync`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `zendesk_id`: ID that ties a messaging user to its counterpart among the core Zendesk users.  The
    ///   Zendesk Support API returns the core user record for it.
    /// - `body`: what to send, a [`SyncUserBody`].
    ///
    /// # Answers
    ///
    /// - `200`: The synchronized user.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, body: SyncUserBody) -> Result<()> {
    /// let answer = api.sync_user("appId", "zendeskId", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn sync_user(&self, app_id: &str, zendesk_id: &str, body: &SyncUserBody) -> Call<SyncUser> {
        self.call(&[("appId", app_id), ("zendeskId", zendesk_id)]).with_json(body)
    }

    /// Changes a user.
    ///
    /// `PATCH /v2/apps/{appId}/users/{userIdOrExternalId}`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `user_id_or_external_id`: The `id` or `externalId` of the user.
    /// - `body`: what to send, a [`UserUpdateBody`].
    /// - `.brand_id(…)`: ID of the brand; to be given when looking up a brand-separated user by `externalId`
    ///   or identity.
    ///
    /// # Answers
    ///
    /// - `200`: The updated user.
    /// - `404`: No such user.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, body: UserUpdateBody) -> Result<()> {
    /// let answer = api.update_user("appId", "userIdOrExternalId", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn update_user(&self, app_id: &str, user_id_or_external_id: &str, body: &UserUpdateBody) -> Call<UpdateUser> {
        self.call(&[("appId", app_id), ("userIdOrExternalId", user_id_or_external_id)]).with_json(body)
    }
}
