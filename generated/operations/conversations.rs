// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

/// Marker type for `CreateConversation`; see [`ApiClient::create_conversation`].
#[derive(Debug, Clone, Copy)]
pub enum CreateConversation {}

impl Sealed for CreateConversation {}

impl Operation for CreateConversation {
    const NAME: &'static str = "CreateConversation";

    type Output = ConversationResponse;
}

impl Endpoint for CreateConversation {
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/conversations";
}

/// Marker type for `ListConversations`; see [`ApiClient::list_conversations`].
#[derive(Debug, Clone, Copy)]
pub enum ListConversations {}

impl Sealed for ListConversations {}

impl Operation for ListConversations {
    const NAME: &'static str = "ListConversations";

    type Output = ConversationListResponse;
}

impl Endpoint for ListConversations {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/conversations";
}

impl Listing for ListConversations {}

impl Paginated for ListConversations {}

impl PageSize for ListConversations {
    const MIN: u32 = 1;
    const MAX: u32 = 100;

    const DEFAULT: Option<u32> = Some(25);
}

/// Marker type for `GetConversation`; see [`ApiClient::get_conversation`].
#[derive(Debug, Clone, Copy)]
pub enum GetConversation {}

impl Sealed for GetConversation {}

impl Operation for GetConversation {
    const NAME: &'static str = "GetConversation";

    type Output = ConversationResponse;
}

impl Endpoint for GetConversation {
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}";
}

/// Marker type for `UpdateConversation`; see [`ApiClient::update_conversation`].
#[derive(Debug, Clone, Copy)]
pub enum UpdateConversation {}

impl Sealed for UpdateConversation {}

impl Operation for UpdateConversation {
    const NAME: &'static str = "UpdateConversation";

    type Output = ConversationResponse;
}

impl Endpoint for UpdateConversation {
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}";
}

/// Marker type for `DeleteConversation`; see [`ApiClient::delete_conversation`].
#[derive(Debug, Clone, Copy)]
pub enum DeleteConversation {}

impl Sealed for DeleteConversation {}

impl Operation for DeleteConversation {
    const NAME: &'static str = "DeleteConversation";

    type Output = ();

    #[inline]
    fn decode(_status: u16, body: &[u8]) -> serde_json::Result<Self::Output> {
        nothing(body)
    }
}

impl Endpoint for DeleteConversation {
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}";
}

/// Marker type for `DownloadMessageRef`; see [`ApiClient::download_message_ref`].
#[derive(Debug, Clone, Copy)]
pub enum DownloadMessageRef {}

impl Sealed for DownloadMessageRef {}

impl Operation for DownloadMessageRef {
    const NAME: &'static str = "DownloadMessageRef";

    type Output = Json;
}

impl Endpoint for DownloadMessageRef {
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}/download";
}

/// Marker type for `PostConversionEvents`; see [`ApiClient::post_conversion_events`].
#[derive(Debug, Clone, Copy)]
pub enum PostConversionEvents {}

impl Sealed for PostConversionEvents {}

impl Operation for PostConversionEvents {
    const NAME: &'static str = "PostConversionEvents";

    type Output = ConversionEventsResponse;
}

impl Endpoint for PostConversionEvents {
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}/conversionEvents";
}

/// # Conversations
impl ApiClient {
    /// Creates a conversation for one or more users.
    ///
    /// `POST /v2/apps/{appId}/conversations`
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
    /// - `201`: The new conversation.
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
    /// use sunshine_conversations::models::{
    ///     ConversationCreateBody, ConversationType, ParticipantCreate,
    /// };
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let body = ConversationCreateBody::new(ConversationType::Personal)
    ///     .with_participants([ParticipantCreate::new().with_user_external_id("customer-1024")]);
    /// let response = api.create_conversation("64f1a09be37c5d2218bb7046", &body).send()?;
    /// println!("{}", response.conversation.id);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("create conversation", "CreateConversation", "start conversation", "open conversation"))]
    #[inline]
    pub fn create_conversation(
        &self,
        app_id: impl AsId<kind::App>,
        body: &ConversationCreateBody,
    ) -> Call<CreateConversation> {
        self.call(&[("appId", app_id.as_id())]).json_body(body)
    }

    /// Lists the conversations in which a user takes part.
    ///
    /// The list is paginated with cursors:
    ///
    /// ```text
    /// /v2/apps/:appId/conversations?filter[userId]=7b3e90c4d2f1568a0be4c917
    /// ```
    ///
    /// `GET /v2/apps/{appId}/conversations`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`send`](Call::send) returns one page, and [`iter`](Call::iter) iterates over all items.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `filter`: Filters on the results.
    ///
    /// # Responses
    ///
    /// - `200`: One page of conversations.
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
    /// use sunshine_conversations::models::ConversationListFilter;
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let filter = ConversationListFilter::new().with_user_external_id("customer-1024");
    /// for conversation in api.list_conversations("64f1a09be37c5d2218bb7046", &filter).iter() {
    ///     println!("{}", conversation?.id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("list conversations", "ListConversations"))]
    #[inline]
    pub fn list_conversations(
        &self,
        app_id: impl AsId<kind::App>,
        filter: &ConversationListFilter,
    ) -> Call<ListConversations> {
        self.call(&[("appId", app_id.as_id())]).query_parameter("filter", Style::Deep, filter)
    }

    /// Fetches one conversation.
    ///
    /// `GET /v2/apps/{appId}/conversations/{conversationId}`
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
    /// - `200`: The conversation.
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
    /// let response = api.get_conversation("64f1a09be37c5d2218bb7046", "b95d02e7c1483fa6609be21f").send()?;
    /// println!("{}", response.conversation.id);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("get conversation", "GetConversation"))]
    #[inline]
    pub fn get_conversation(
        &self,
        app_id: impl AsId<kind::App>,
        conversation_id: impl AsId<kind::Conversation>,
    ) -> Call<GetConversation> {
        self.call(&[("appId", app_id.as_id()), ("conversationId", conversation_id.as_id())])
    }

    /// Updates a conversation.
    ///
    /// `PATCH /v2/apps/{appId}/conversations/{conversationId}`
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
    /// - `200`: The updated conversation.
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
    /// use sunshine_conversations::models::ConversationUpdateBody;
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let body = ConversationUpdateBody::new().with_display_name("Order 1024");
    /// let response = api
    ///     .update_conversation("64f1a09be37c5d2218bb7046", "b95d02e7c1483fa6609be21f", &body)
    ///     .send()?;
    /// println!("{}", response.conversation.id);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("update conversation", "UpdateConversation"))]
    #[inline]
    pub fn update_conversation(
        &self,
        app_id: impl AsId<kind::App>,
        conversation_id: impl AsId<kind::Conversation>,
        body: &ConversationUpdateBody,
    ) -> Call<UpdateConversation> {
        self.call(&[("appId", app_id.as_id()), ("conversationId", conversation_id.as_id())]).json_body(body)
    }

    /// Deletes a conversation with all its messages and attachments.
    ///
    /// The default conversation is an exception: it always stays, and only its messages can be removed,
    /// with `DeleteAllMessages`.
    ///
    /// `DELETE /v2/apps/{appId}/conversations/{conversationId}`
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
    /// - `200`: The conversation is deleted.
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
    /// api.delete_conversation("64f1a09be37c5d2218bb7046", "b95d02e7c1483fa6609be21f").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("delete conversation", "DeleteConversation"))]
    #[inline]
    pub fn delete_conversation(
        &self,
        app_id: impl AsId<kind::App>,
        conversation_id: impl AsId<kind::Conversation>,
    ) -> Call<DeleteConversation> {
        self.call(&[("appId", app_id.as_id()), ("conversationId", conversation_id.as_id())])
    }

    /// Downloads the full data of a message reference from a third-party channel. Currently, only the
    /// `apple` channel is supported.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/download`
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
    /// - `200`: The data behind the reference.
    ///
    /// # Errors
    ///
    /// See [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use sunshine_conversations::models::{
    ///     AppleInteractiveDataRef, AppleMessageRef, DownloadMessageRefBody,
    /// };
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let body = DownloadMessageRefBody::new("64b1f0c27a9d3e5518c40a28")
    ///     .with_apple(AppleMessageRef::new(AppleInteractiveDataRef::new(
    ///         "https://example.com/interactive-data",
    ///         "com.apple.icloud.apps.messages.business.extension",
    ///         "00a1b2c3d4e5f60718293a4b5c6d7e8f",
    ///         "81a2b3c4d5e6f708",
    ///         "E1.a1b2c3d4e5f6",
    ///     )));
    /// let response = api
    ///     .download_message_ref("64f1a09be37c5d2218bb7046", "b95d02e7c1483fa6609be21f", &body)
    ///     .send()?;
    /// println!("{response:?}");
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("download message ref", "DownloadMessageRef", "apple", "interactive message"))]
    #[inline]
    pub fn download_message_ref(
        &self,
        app_id: impl AsId<kind::App>,
        conversation_id: impl AsId<kind::Conversation>,
        body: &DownloadMessageRefBody,
    ) -> Call<DownloadMessageRef> {
        self.call(&[("appId", app_id.as_id()), ("conversationId", conversation_id.as_id())]).json_body(body)
    }

    /// Tracks how an end user interacts with third-party channels.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/conversionEvents`
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
    /// - `200`: The conversion events are posted.
    ///
    /// # Errors
    ///
    /// See [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use sunshine_conversations::models::{
    ///     ConversionEventsBody, MetaConversionEvent, MetaConversionEventPayload,
    /// };
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let body = ConversionEventsBody::Messenger(MetaConversionEvent::new(MetaConversionEventPayload::new([[
    ///     ("event_name", "Purchase"),
    ///     ("action_source", "business_messaging"),
    /// ]])));
    /// let response = api
    ///     .post_conversion_events("64f1a09be37c5d2218bb7046", "b95d02e7c1483fa6609be21f", &body)
    ///     .send()?;
    /// println!("{:?}", response.conversion_events.dataset_id);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("post conversion events", "PostConversionEvents", "ads", "meta", "facebook", "tracking"))]
    #[inline]
    pub fn post_conversion_events(
        &self,
        app_id: impl AsId<kind::App>,
        conversation_id: impl AsId<kind::Conversation>,
        body: &ConversionEventsBody,
    ) -> Call<PostConversionEvents> {
        self.call(&[("appId", app_id.as_id()), ("conversationId", conversation_id.as_id())]).json_body(body)
    }
}

/// # Conversations
impl AppClient {
    /// Creates a conversation for one or more users.
    ///
    /// `POST /v2/apps/{appId}/conversations`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::create_conversation`] documents parameters, responses and errors, and has an example.
    #[doc(alias("create conversation", "CreateConversation", "start conversation", "open conversation"))]
    #[inline]
    pub fn create_conversation(&self, body: &ConversationCreateBody) -> Call<CreateConversation> {
        self.client().create_conversation(self.id(), body)
    }

    /// Lists the conversations in which a user takes part.
    ///
    /// The list is paginated with cursors:
    ///
    /// ```text
    /// /v2/apps/:appId/conversations?filter[userId]=7b3e90c4d2f1568a0be4c917
    /// ```
    ///
    /// `GET /v2/apps/{appId}/conversations`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::list_conversations`] documents parameters, responses and errors, and has an example.
    #[doc(alias("list conversations", "ListConversations"))]
    #[inline]
    pub fn list_conversations(&self, filter: &ConversationListFilter) -> Call<ListConversations> {
        self.client().list_conversations(self.id(), filter)
    }

    /// Fetches one conversation.
    ///
    /// `GET /v2/apps/{appId}/conversations/{conversationId}`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::get_conversation`] documents parameters, responses and errors, and has an example.
    #[doc(alias("get conversation", "GetConversation"))]
    #[inline]
    pub fn get_conversation(&self, conversation_id: impl AsId<kind::Conversation>) -> Call<GetConversation> {
        self.client().get_conversation(self.id(), conversation_id)
    }

    /// Updates a conversation.
    ///
    /// `PATCH /v2/apps/{appId}/conversations/{conversationId}`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::update_conversation`] documents parameters, responses and errors, and has an example.
    #[doc(alias("update conversation", "UpdateConversation"))]
    #[inline]
    pub fn update_conversation(
        &self,
        conversation_id: impl AsId<kind::Conversation>,
        body: &ConversationUpdateBody,
    ) -> Call<UpdateConversation> {
        self.client().update_conversation(self.id(), conversation_id, body)
    }

    /// Deletes a conversation with all its messages and attachments.
    ///
    /// The default conversation is an exception: it always stays, and only its messages can be removed,
    /// with `DeleteAllMessages`.
    ///
    /// `DELETE /v2/apps/{appId}/conversations/{conversationId}`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::delete_conversation`] documents parameters, responses and errors, and has an example.
    #[doc(alias("delete conversation", "DeleteConversation"))]
    #[inline]
    pub fn delete_conversation(&self, conversation_id: impl AsId<kind::Conversation>) -> Call<DeleteConversation> {
        self.client().delete_conversation(self.id(), conversation_id)
    }

    /// Downloads the full data of a message reference from a third-party channel. Currently, only the
    /// `apple` channel is supported.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/download`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::download_message_ref`] documents parameters, responses and errors, and has an example.
    #[doc(alias("download message ref", "DownloadMessageRef", "apple", "interactive message"))]
    #[inline]
    pub fn download_message_ref(
        &self,
        conversation_id: impl AsId<kind::Conversation>,
        body: &DownloadMessageRefBody,
    ) -> Call<DownloadMessageRef> {
        self.client().download_message_ref(self.id(), conversation_id, body)
    }

    /// Tracks how an end user interacts with third-party channels.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/conversionEvents`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::post_conversion_events`] documents parameters, responses and errors, and has an example.
    #[doc(alias("post conversion events", "PostConversionEvents", "ads", "meta", "facebook", "tracking"))]
    #[inline]
    pub fn post_conversion_events(
        &self,
        conversation_id: impl AsId<kind::Conversation>,
        body: &ConversionEventsBody,
    ) -> Call<PostConversionEvents> {
        self.client().post_conversion_events(self.id(), conversation_id, body)
    }
}
