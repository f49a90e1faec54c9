// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The operation `JoinConversation`: [`ApiClient::join_conversation`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum JoinConversation {}

impl Operation for JoinConversation {
    const NAME: &'static str = "JoinConversation";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}/join";
    type Output = ParticipantResponse;
}

/// The operation `LeaveConversation`: [`ApiClient::leave_conversation`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum LeaveConversation {}

impl Operation for LeaveConversation {
    const NAME: &'static str = "LeaveConversation";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}/leave";
    type Output = ();
    #[inline]
    fn decode(body: &[u8]) -> serde_json::Result<()> {
        nothing(body)
    }
}

/// The operation `ListParticipants`: [`ApiClient::list_participants`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum ListParticipants {}

impl Operation for ListParticipants {
    const NAME: &'static str = "ListParticipants";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}/participants";
    type Output = ParticipantListResponse;
}

impl Paginated for ListParticipants {}

impl PageSize for ListParticipants {}

/// # Participants
impl ApiClient {
    /// Makes a user a participant of a conversation. The user is named by `userId` or `userExternalId`. Only
    /// `sdkGroup` conversations are supported.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/join`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `conversation_id`: ID of the conversation.
    /// - `body`: what to send, a [`ParticipantJoinBody`].
    ///
    /// # Answers
    ///
    /// - `201`: The new participant.
    /// - `400`: The request is not valid.
    /// - `404`: Not found.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, body: ParticipantJoinBody) -> Result<()> {
    /// let answer = api.join_conversation("appId", "conversationId", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn join_conversation(
        &self,
        app_id: &str,
        conversation_id: &str,
        body: &ParticipantJoinBody,
    ) -> Call<JoinConversation> {
        self.call(&[("appId", app_id), ("conversationId", conversation_id)]).with_json(body)
    }

    /// Takes a user out of a conversation. The user is named by `userId`, `userExternalId` or
    /// `participantId`.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/leave`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `conversation_id`: ID of the conversation.
    /// - `body`: what to send, a [`ParticipantLeaveBody`].
    ///
    /// # Answers
    ///
    /// - `200`: The user is no longer in the conversation.
    /// - `404`: Not found.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, body: ParticipantLeaveBody) -> Result<()> {
    /// api.leave_conversation("appId", "conversationId", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn leave_conversation(
        &self,
        app_id: &str,
        conversation_id: &str,
        body: &ParticipantLeaveBody,
    ) -> Call<LeaveConversation> {
        self.call(&[("appId", app_id), ("conversationId", conversation_id)]).with_json(body)
    }

    /// Lists every participant of a conversation.
    ///
    /// The list is paginated with cursors:
    ///
    /// ```text
    /// /v2/apps/:appId/conversations/:conversationId/participants?page[before]=8c41d7e06f9b25a3e1d0b894
    /// ```
    ///
    /// A listing: [`send`](Call::send) gives one page, [`iter`](Call::iter) every item,
    /// [`pages`](Call::pages) every page.
    ///
    /// `GET /v2/apps/{appId}/conversations/{conversationId}/participants`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `conversation_id`: ID of the conversation.
    ///
    /// # Answers
    ///
    /// - `200`: One page of participants.
    /// - `400`: The request is not valid.
    /// - `404`: No such conversation.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// for item in api.list_participants("appId", "conversationId").iter() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_participants(&self, app_id: &str, conversation_id: &str) -> Call<ListParticipants> {
        self.call(&[("appId", app_id), ("conversationId", conversation_id)])
    }
}
