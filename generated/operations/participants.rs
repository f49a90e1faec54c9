// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

/// Marker type for `JoinConversation`; see [`ApiClient::join_conversation`].
#[derive(Debug, Clone, Copy)]
pub enum JoinConversation {}

impl Sealed for JoinConversation {}

impl Operation for JoinConversation {
    const NAME: &'static str = "JoinConversation";

    type Output = ParticipantResponse;
}

impl Endpoint for JoinConversation {
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}/join";
}

/// Marker type for `ListParticipants`; see [`ApiClient::list_participants`].
#[derive(Debug, Clone, Copy)]
pub enum ListParticipants {}

impl Sealed for ListParticipants {}

impl Operation for ListParticipants {
    const NAME: &'static str = "ListParticipants";

    type Output = ParticipantListResponse;
}

impl Endpoint for ListParticipants {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}/participants";
}

impl Listing for ListParticipants {}

impl Paginated for ListParticipants {}

impl PageSize for ListParticipants {
    const MIN: u32 = 1;
    const MAX: u32 = 100;

    const DEFAULT: Option<u32> = Some(25);
}

/// Marker type for `LeaveConversation`; see [`ApiClient::leave_conversation`].
#[derive(Debug, Clone, Copy)]
pub enum LeaveConversation {}

impl Sealed for LeaveConversation {}

impl Operation for LeaveConversation {
    const NAME: &'static str = "LeaveConversation";

    type Output = ();

    #[inline]
    fn decode(_status: u16, body: &[u8]) -> serde_json::Result<Self::Output> {
        nothing(body)
    }
}

impl Endpoint for LeaveConversation {
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}/leave";
}

/// # Participants
impl ApiClient {
    /// Makes a user a participant of a conversation. The user is named by `userId` or `userExternalId`.
    /// Only `sdkGroup` conversations are supported.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/join`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `conversation_id`: ID of the conversation.
    /// - `body`: The request body.
    ///
    /// # Responses
    ///
    /// - `201`: The new participant.
    ///
    /// # Errors
    ///
    /// - `400`: The request is not valid.
    /// - `404`: Not found.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use sunshine_conversations::models::ParticipantJoinBody;
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let body = ParticipantJoinBody::new().with_user_id("0a6be3f97d215c84e9f013b7");
    /// let response = api
    ///     .join_conversation("64f1a09be37c5d2218bb7046", "b95d02e7c1483fa6609be21f", &body)
    ///     .send()?;
    /// println!("{}", response.participant.id);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("join conversation", "JoinConversation", "add participant", "invite"))]
    #[inline]
    pub fn join_conversation(
        &self,
        app_id: impl AsId<kind::App>,
        conversation_id: impl AsId<kind::Conversation>,
        body: &ParticipantJoinBody,
    ) -> Call<JoinConversation> {
        self.call(&[("appId", app_id.as_id()), ("conversationId", conversation_id.as_id())]).json_body(body)
    }

    /// Lists every participant of a conversation.
    ///
    /// The list is paginated with cursors:
    ///
    /// ```text
    /// /v2/apps/:appId/conversations/:conversationId/participants?page[before]=8c41d7e06f9b25a3e1d0b894
    /// ```
    ///
    /// `GET /v2/apps/{appId}/conversations/{conversationId}/participants`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`send`](Call::send) returns one page, and [`iter`](Call::iter) iterates over all items.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `conversation_id`: ID of the conversation.
    ///
    /// # Responses
    ///
    /// - `200`: One page of participants.
    ///
    /// # Errors
    ///
    /// - `400`: The request is not valid.
    /// - `404`: The conversation doesn't exist.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let listing = api.list_participants("64f1a09be37c5d2218bb7046", "b95d02e7c1483fa6609be21f");
    /// for participant in listing.iter() {
    ///     println!("{}", participant?.id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("list participants", "ListParticipants"))]
    #[inline]
    pub fn list_participants(
        &self,
        app_id: impl AsId<kind::App>,
        conversation_id: impl AsId<kind::Conversation>,
    ) -> Call<ListParticipants> {
        self.call(&[("appId", app_id.as_id()), ("conversationId", conversation_id.as_id())])
    }

    /// Removes a user from a conversation. The user is named by `userId`, `userExternalId` or
    /// `participantId`.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/leave`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `conversation_id`: ID of the conversation.
    /// - `body`: The request body.
    ///
    /// # Responses
    ///
    /// - `200`: The user is no longer in the conversation.
    ///
    /// # Errors
    ///
    /// - `404`: Not found.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use sunshine_conversations::models::ParticipantLeaveBody;
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let body = ParticipantLeaveBody::UserId("0a6be3f97d215c84e9f013b7".into());
    /// api.leave_conversation("64f1a09be37c5d2218bb7046", "b95d02e7c1483fa6609be21f", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("leave conversation", "LeaveConversation", "remove participant", "kick"))]
    #[inline]
    pub fn leave_conversation(
        &self,
        app_id: impl AsId<kind::App>,
        conversation_id: impl AsId<kind::Conversation>,
        body: &ParticipantLeaveBody,
    ) -> Call<LeaveConversation> {
        self.call(&[("appId", app_id.as_id()), ("conversationId", conversation_id.as_id())]).json_body(body)
    }
}

/// # Participants
impl AppClient {
    /// Makes a user a participant of a conversation. The user is named by `userId` or `userExternalId`.
    /// Only `sdkGroup` conversations are supported.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/join`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::join_conversation`] documents parameters, responses and errors, and has an example.
    #[doc(alias("join conversation", "JoinConversation", "add participant", "invite"))]
    #[inline]
    pub fn join_conversation(
        &self,
        conversation_id: impl AsId<kind::Conversation>,
        body: &ParticipantJoinBody,
    ) -> Call<JoinConversation> {
        self.client().join_conversation(self.id(), conversation_id, body)
    }

    /// Lists every participant of a conversation.
    ///
    /// The list is paginated with cursors:
    ///
    /// ```text
    /// /v2/apps/:appId/conversations/:conversationId/participants?page[before]=8c41d7e06f9b25a3e1d0b894
    /// ```
    ///
    /// `GET /v2/apps/{appId}/conversations/{conversationId}/participants`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::list_participants`] documents parameters, responses and errors, and has an example.
    #[doc(alias("list participants", "ListParticipants"))]
    #[inline]
    pub fn list_participants(&self, conversation_id: impl AsId<kind::Conversation>) -> Call<ListParticipants> {
        self.client().list_participants(self.id(), conversation_id)
    }

    /// Removes a user from a conversation. The user is named by `userId`, `userExternalId` or
    /// `participantId`.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/leave`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::leave_conversation`] documents parameters, responses and errors, and has an example.
    #[doc(alias("leave conversation", "LeaveConversation", "remove participant", "kick"))]
    #[inline]
    pub fn leave_conversation(
        &self,
        conversation_id: impl AsId<kind::Conversation>,
        body: &ParticipantLeaveBody,
    ) -> Call<LeaveConversation> {
        self.client().leave_conversation(self.id(), conversation_id, body)
    }
}
