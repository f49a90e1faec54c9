// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The operation `DeleteAllMessages`: [`ApiClient::delete_all_messages`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum DeleteAllMessages {}

impl Operation for DeleteAllMessages {
    const NAME: &'static str = "DeleteAllMessages";
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}/messages";
    type Output = ();
    #[inline]
    fn decode(body: &[u8]) -> serde_json::Result<()> {
        nothing(body)
    }
}

/// The operation `DeleteMessage`: [`ApiClient::delete_message`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum DeleteMessage {}

impl Operation for DeleteMessage {
    const NAME: &'static str = "DeleteMessage";
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}/messages/{messageId}";
    type Output = ();
    #[inline]
    fn decode(body: &[u8]) -> serde_json::Result<()> {
        nothing(body)
    }
}

/// The operation `ListMessages`: [`ApiClient::list_messages`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum ListMessages {}

impl Operation for ListMessages {
    const NAME: &'static str = "ListMessages";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}/messages";
    type Output = MessageListResponse;
}

impl Paginated for ListMessages {
    const FROM_END: bool = true;
}

/// The operation `PostMessage`: [`ApiClient::post_message`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum PostMessage {}

impl Operation for PostMessage {
    const NAME: &'static str = "PostMessage";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}/messages";
    type Output = MessagePostResponse;
}

/// # Messages
impl ApiClient {
    /// Deletes every message of a conversation.
    ///
    /// `DELETE /v2/apps/{appId}/conversations/{conversationId}/messages`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `conversation_id`: ID of the conversation.
    ///
    /// # Answers
    ///
    /// - `200`: The messages are deleted.
    /// - `404`: No such conversation.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// api.delete_all_messages("appId", "conversationId").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn delete_all_messages(&self, app_id: &str, conversation_id: &str) -> Call<DeleteAllMessages> {
        self.call(&[("appId", app_id), ("conversationId", conversation_id)])
    }

    /// Deletes one message of a conversation.
    ///
    /// `DELETE /v2/apps/{appId}/conversations/{conversationId}/messages/{messageId}`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `conversation_id`: ID of the conversation.
    /// - `message_id`: ID of the message.
    ///
    /// # Answers
    ///
    /// - `200`: The message is deleted.
    /// - `404`: Not found.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// api.delete_message("appId", "conversationId", "messageId").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn delete_message(&self, app_id: &str, conversation_id: &str, message_id: &str) -> Call<DeleteMessage> {
        self.call(&[("appId", app_id), ("conversationId", conversation_id), ("messageId", message_id)])
    }

    /// Lists the messages of a conversation, the latest page first.
    ///
    /// The list is paginated with cursors and runs backwards: without a cursor, the last page comes back,
    /// which has the newest messages. For older ones, follow the `prev` link or pass on `beforeCursor`;
    /// `hasMore` tells whether anything is left in the direction of travel. A page always has up to 100
    /// messages, a size that cannot be changed.
    ///
    /// ```text
    /// /v2/apps/:appId/conversations/:conversationId/messages?page[before]=2f9d60b7c3e84a15d7f03b6c
    /// ```
    ///
    /// A listing: [`send`](Call::send) gives one page, [`iter`](Call::iter) every item,
    /// [`pages`](Call::pages) every page.
    ///
    /// `GET /v2/apps/{appId}/conversations/{conversationId}/messages`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `conversation_id`: ID of the conversation.
    ///
    /// # Answers
    ///
    /// - `200`: One page of messages.
    /// - `404`: No such conversation.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// for item in api.list_messages("appId", "conversationId").iter() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_messages(&self, app_id: &str, conversation_id: &str) -> Call<ListMessages> {
        self.call(&[("appId", app_id), ("conversationId", conversation_id)])
    }

    /// Sends a message to a conversation.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/messages`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `conversation_id`: ID of the conversation.
    /// - `body`: what to send, a [`MessagePost`].
    ///
    /// # Answers
    ///
    /// - `201`: The new message.
    /// - `423`: The conversation is full: it has reached the limit of 30,000 messages.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, body: MessagePost) -> Result<()> {
    /// let answer = api.post_message("appId", "conversationId", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn post_message(&self, app_id: &str, conversation_id: &str, body: &MessagePost) -> Call<PostMessage> {
        self.call(&[("appId", app_id), ("conversationId", conversation_id)]).with_json(body)
    }
}
