// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

/// Marker type for `PostMessage`; see [`ApiClient::post_message`].
#[derive(Debug, Clone, Copy)]
pub enum PostMessage {}

impl Sealed for PostMessage {}

impl Operation for PostMessage {
    const NAME: &'static str = "PostMessage";

    type Output = MessagePostResponse;
}

impl Endpoint for PostMessage {
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}/messages";
}

/// Marker type for `ListMessages`; see [`ApiClient::list_messages`].
#[derive(Debug, Clone, Copy)]
pub enum ListMessages {}

impl Sealed for ListMessages {}

impl Operation for ListMessages {
    const NAME: &'static str = "ListMessages";

    type Output = MessageListResponse;
}

impl Endpoint for ListMessages {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}/messages";
}

impl Listing for ListMessages {
    const FROM_END: bool = true;
}

impl Paginated for ListMessages {}

/// Marker type for `DeleteAllMessages`; see [`ApiClient::delete_all_messages`].
#[derive(Debug, Clone, Copy)]
pub enum DeleteAllMessages {}

impl Sealed for DeleteAllMessages {}

impl Operation for DeleteAllMessages {
    const NAME: &'static str = "DeleteAllMessages";

    type Output = ();

    #[inline]
    fn decode(_status: u16, body: &[u8]) -> serde_json::Result<Self::Output> {
        nothing(body)
    }
}

impl Endpoint for DeleteAllMessages {
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}/messages";
}

/// Marker type for `DeleteMessage`; see [`ApiClient::delete_message`].
#[derive(Debug, Clone, Copy)]
pub enum DeleteMessage {}

impl Sealed for DeleteMessage {}

impl Operation for DeleteMessage {
    const NAME: &'static str = "DeleteMessage";

    type Output = ();

    #[inline]
    fn decode(_status: u16, body: &[u8]) -> serde_json::Result<Self::Output> {
        nothing(body)
    }
}

impl Endpoint for DeleteMessage {
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}/messages/{messageId}";
}

/// # Messages
impl ApiClient {
    /// Sends a message to a conversation.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/messages`
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
    /// - `201`: The new message.
    ///
    /// # Errors
    ///
    /// - `423`: The conversation is full: it has reached the limit of 30,000 messages.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use sunshine_conversations::models::{AuthorType, MessagePost};
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let body = MessagePost::new(AuthorType::Business, "Your order has shipped.");
    /// let response = api
    ///     .post_message("64f1a09be37c5d2218bb7046", "b95d02e7c1483fa6609be21f", &body)
    ///     .send()?;
    /// for message in &response.messages {
    ///     println!("{}", message.id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("post message", "PostMessage", "send message", "reply", "chat", "notification", "hsm", "template"))]
    #[inline]
    pub fn post_message(
        &self,
        app_id: impl AsId<kind::App>,
        conversation_id: impl AsId<kind::Conversation>,
        body: &MessagePost,
    ) -> Call<PostMessage> {
        self.call(&[("appId", app_id.as_id()), ("conversationId", conversation_id.as_id())]).json_body(body)
    }

    /// Lists the messages of a conversation, the latest page first.
    ///
    /// The list is paginated with cursors and runs backwards: without a cursor, it returns the last page,
    /// with the newest messages. For older ones, follow the `prev` link or use `beforeCursor`. `hasMore`
    /// shows whether more messages exist in that direction. The page size is always 100.
    ///
    /// ```text
    /// /v2/apps/:appId/conversations/:conversationId/messages?page[before]=2f9d60b7c3e84a15d7f03b6c
    /// ```
    ///
    /// `GET /v2/apps/{appId}/conversations/{conversationId}/messages`
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
    /// - `200`: One page of messages.
    ///
    /// # Errors
    ///
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
    /// for message in api.list_messages("64f1a09be37c5d2218bb7046", "b95d02e7c1483fa6609be21f").iter() {
    ///     println!("{}", message?.id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("list messages", "ListMessages", "history", "transcript", "export"))]
    #[inline]
    pub fn list_messages(
        &self,
        app_id: impl AsId<kind::App>,
        conversation_id: impl AsId<kind::Conversation>,
    ) -> Call<ListMessages> {
        self.call(&[("appId", app_id.as_id()), ("conversationId", conversation_id.as_id())])
    }

    /// Deletes every message of a conversation.
    ///
    /// `DELETE /v2/apps/{appId}/conversations/{conversationId}/messages`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `conversation_id`: ID of the conversation.
    ///
    /// # Responses
    ///
    /// - `200`: The messages are deleted.
    ///
    /// # Errors
    ///
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
    /// api.delete_all_messages("64f1a09be37c5d2218bb7046", "b95d02e7c1483fa6609be21f").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("delete all messages", "DeleteAllMessages", "clear history", "erase"))]
    #[inline]
    pub fn delete_all_messages(
        &self,
        app_id: impl AsId<kind::App>,
        conversation_id: impl AsId<kind::Conversation>,
    ) -> Call<DeleteAllMessages> {
        self.call(&[("appId", app_id.as_id()), ("conversationId", conversation_id.as_id())])
    }

    /// Deletes one message of a conversation.
    ///
    /// `DELETE /v2/apps/{appId}/conversations/{conversationId}/messages/{messageId}`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `conversation_id`: ID of the conversation.
    /// - `message_id`: ID of the message.
    ///
    /// # Responses
    ///
    /// - `200`: The message is deleted.
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
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// api
    ///     .delete_message("64f1a09be37c5d2218bb7046", "b95d02e7c1483fa6609be21f", "a83e17d05cb249f6617e02bd")
    ///     .send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("delete message", "DeleteMessage", "retract", "unsend"))]
    #[inline]
    pub fn delete_message(
        &self,
        app_id: impl AsId<kind::App>,
        conversation_id: impl AsId<kind::Conversation>,
        message_id: impl AsId<kind::Message>,
    ) -> Call<DeleteMessage> {
        self.call(&[
            ("appId", app_id.as_id()),
            ("conversationId", conversation_id.as_id()),
            ("messageId", message_id.as_id()),
        ])
    }
}

/// # Messages
impl AppClient {
    /// Sends a message to a conversation.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/messages`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::post_message`] documents parameters, responses and errors, and has an example.
    #[doc(alias("post message", "PostMessage", "send message", "reply", "chat", "notification", "hsm", "template"))]
    #[inline]
    pub fn post_message(
        &self,
        conversation_id: impl AsId<kind::Conversation>,
        body: &MessagePost,
    ) -> Call<PostMessage> {
        self.client().post_message(self.id(), conversation_id, body)
    }

    /// Lists the messages of a conversation, the latest page first.
    ///
    /// The list is paginated with cursors and runs backwards: without a cursor, it returns the last page,
    /// with the newest messages. For older ones, follow the `prev` link or use `beforeCursor`. `hasMore`
    /// shows whether more messages exist in that direction. The page size is always 100.
    ///
    /// ```text
    /// /v2/apps/:appId/conversations/:conversationId/messages?page[before]=2f9d60b7c3e84a15d7f03b6c
    /// ```
    ///
    /// `GET /v2/apps/{appId}/conversations/{conversationId}/messages`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::list_messages`] documents parameters, responses and errors, and has an example.
    #[doc(alias("list messages", "ListMessages", "history", "transcript", "export"))]
    #[inline]
    pub fn list_messages(&self, conversation_id: impl AsId<kind::Conversation>) -> Call<ListMessages> {
        self.client().list_messages(self.id(), conversation_id)
    }

    /// Deletes every message of a conversation.
    ///
    /// `DELETE /v2/apps/{appId}/conversations/{conversationId}/messages`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::delete_all_messages`] documents parameters, responses and errors, and has an example.
    #[doc(alias("delete all messages", "DeleteAllMessages", "clear history", "erase"))]
    #[inline]
    pub fn delete_all_messages(&self, conversation_id: impl AsId<kind::Conversation>) -> Call<DeleteAllMessages> {
        self.client().delete_all_messages(self.id(), conversation_id)
    }

    /// Deletes one message of a conversation.
    ///
    /// `DELETE /v2/apps/{appId}/conversations/{conversationId}/messages/{messageId}`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::delete_message`] documents parameters, responses and errors, and has an example.
    #[doc(alias("delete message", "DeleteMessage", "retract", "unsend"))]
    #[inline]
    pub fn delete_message(
        &self,
        conversation_id: impl AsId<kind::Conversation>,
        message_id: impl AsId<kind::Message>,
    ) -> Call<DeleteMessage> {
        self.client().delete_message(self.id(), conversation_id, message_id)
    }
}
