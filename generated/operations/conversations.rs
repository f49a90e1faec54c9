// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The operation `CreateConversation`: [`ApiClient::create_conversation`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum CreateConversation {}

impl Operation for CreateConversation {
    const NAME: &'static str = "CreateConversation";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/conversations";
    type Output = ConversationResponse;
}

/// The operation `DeleteConversation`: [`ApiClient::delete_conversation`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum DeleteConversation {}

impl Operation for DeleteConversation {
    const NAME: &'static str = "DeleteConversation";
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}";
    type Output = ();
    #[inline]
    fn decode(body: &[u8]) -> serde_json::Result<()> {
        nothing(body)
    }
}

/// The operation `DownloadMessageRef`: [`ApiClient::download_message_ref`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum DownloadMessageRef {}

impl Operation for DownloadMessageRef {
    const NAME: &'static str = "DownloadMessageRef";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}/download";
    type Output = Json;
}

/// The operation `GetConversation`: [`ApiClient::get_conversation`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum GetConversation {}

impl Operation for GetConversation {
    const NAME: &'static str = "GetConversation";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}";
    type Output = ConversationResponse;
}

/// The operation `ListConversations`: [`ApiClient::list_conversations`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum ListConversations {}

impl Operation for ListConversations {
    const NAME: &'static str = "ListConversations";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/conversations";
    type Output = ConversationListResponse;
}

impl Paginated for ListConversations {}

impl PageSize for ListConversations {}

/// The operation `PostConversionEvents`: [`ApiClient::post_conversion_events`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum PostConversionEvents {}

impl Operation for PostConversionEvents {
    const NAME: &'static str = "PostConversionEvents";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}/conversionEvents";
    type Output = ConversionEventsResponse;
}

/// The operation `UpdateConversation`: [`ApiClient::update_conversation`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum UpdateConversation {}

impl Operation for UpdateConversation {
    const NAME: &'static str = "UpdateConversation";
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}";
    type Output = ConversationResponse;
}

/// # Conversations
impl ApiClient {
    /// Creates a conversation for one or more users.
    ///
    /// `POST /v2/apps/{appId}/conversations`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `body`: what to send, a [`ConversationCreateBody`].
    ///
    /// # Answers
    ///
    /// - `201`: The new conversation.
    /// - `404`: Not found.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, body: ConversationCreateBody) -> Result<()> {
    /// let answer = api.create_conversation("appId", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn create_conversation(&self, app_id: &str, body: &ConversationCreateBody) -> Call<CreateConversation> {
        self.call(&[("appId", app_id)]).with_json(body)
    }

    /// Deletes a conversation with all its messages and attachments.
    ///
    /// The default conversation is an exception: it always stays, and only its messages can be removed, with
    /// `DeleteAllMessages`.
    ///
    /// `DELETE /v2/apps/{appId}/conversations/{conversationId}`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `conversation_id`: ID of the conversation.
    ///
    /// # Answers
    ///
    /// - `200`: The conversation is deleted.
    /// - `400`: The request is not valid.
    /// - `404`: No such conversation.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// api.delete_conversation("appId", "conversationId").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn delete_conversation(&self, app_id: &str, conversation_id: &str) -> Call<DeleteConversation> {
        self.call(&[("appId", app_id), ("conversationId", conversation_id)])
    }

    /// Downloads the full data behind a reference that a third-party channel has supplied. At present the
    /// `apple` channel alone is supported.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/download`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `conversation_id`: ID of the conversation.
    /// - `body`: what to send, a [`DownloadMessageRefBody`].
    ///
    /// # Answers
    ///
    /// - `200`: The data behind the reference.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, body: DownloadMessageRefBody) -> Result<()> {
    /// let answer = api.download_message_ref("appId", "conversationId", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn download_message_ref(
        &self,
        app_id: &str,
        conversation_id: &str,
        body: &DownloadMessageRefBody,
    ) -> Call<DownloadMessageRef> {
        self.call(&[("appId", app_id), ("conversationId", conversation_id)]).with_json(body)
    }

    /// Fetches one conversation.
    ///
    /// `GET /v2/apps/{appId}/conversations/{conversationId}`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `conversation_id`: ID of the conversation.
    ///
    /// # Answers
    ///
    /// - `200`: The conversation.
    /// - `404`: No such conversation.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let answer = api.get_conversation("appId", "conversationId").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_conversation(&self, app_id: &str, conversation_id: &str) -> Call<GetConversation> {
        self.call(&[("appId", app_id), ("conversationId", conversation_id)])
    }

    /// Lists the conversations in which a user takes part.
    ///
    /// The list is paginated with cursors:
    ///
    /// ```text
    /// /v2/apps/:appId/conversations?filter[userId]=7b3e90c4d2f1568a0be4c917
    /// ```
    ///
    /// A listing: [`send`](Call::send) gives one page, [`iter`](Call::iter) every item,
    /// [`pages`](Call::pages) every page.
    ///
    /// `GET /v2/apps/{appId}/conversations`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `filter`: Filters on the results.
    ///
    /// # Answers
    ///
    /// - `200`: One page of conversations.
    /// - `400`: The request is not valid.
    /// - `404`: Not found.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, filter: ConversationListFilter) -> Result<()> {
    /// for item in api.list_conversations("appId", &filter).iter() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_conversations(&self, app_id: &str, filter: &ConversationListFilter) -> Call<ListConversations> {
        self.call(&[("appId", app_id)]).deep_object("filter", filter)
    }

    /// Tracks how an end user interacts with third-party channels.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/conversionEvents`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `conversation_id`: ID of the conversation.
    /// - `body`: what to send, a [`ConversionEventsBody`].
    ///
    /// # Answers
    ///
    /// - `200`: The conversion events are posted.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, body: ConversionEventsBody) -> Result<()> {
    /// let answer = api.post_conversion_events("appId", "conversationId", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn post_conversion_events(
        &self,
        app_id: &str,
        conversation_id: &str,
        body: &ConversionEventsBody,
    ) -> Call<PostConversionEvents> {
        self.call(&[("appId", app_id), ("conversationId", conversation_id)]).with_json(body)
    }

    /// Changes a conversation.
    ///
    /// `PATCH /v2/apps/{appId}/conversations/{conversationId}`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `conversation_id`: ID of the conversation.
    /// - `body`: what to send, a [`ConversationUpdateBody`].
    ///
    /// # Answers
    ///
    /// - `200`: The updated conversation.
    /// - `404`: No such conversation.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, body: ConversationUpdateBody) -> Result<()> {
    /// let answer = api.update_conversation("appId", "conversationId", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn update_conversation(
        &self,
        app_id: &str,
        conversation_id: &str,
        body: &ConversationUpdateBody,
    ) -> Call<UpdateConversation> {
        self.call(&[("appId", app_id), ("conversationId", conversation_id)]).with_json(body)
    }
}
