// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

/// Marker type for `PostActivity`; see [`ApiClient::post_activity`].
#[derive(Debug, Clone, Copy)]
pub enum PostActivity {}

impl Sealed for PostActivity {}

impl Operation for PostActivity {
    const NAME: &'static str = "PostActivity";

    type Output = ();

    #[inline]
    fn decode(_status: u16, body: &[u8]) -> serde_json::Result<Self::Output> {
        nothing(body)
    }
}

impl Endpoint for PostActivity {
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}/activity";
}

/// # Activities
impl ApiClient {
    /// Posts an activity of a user or the business to a conversation.
    ///
    /// Two types are supported:
    ///
    /// - typing,
    /// - having read the conversation.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/activity`
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
    /// - `200`: The activity is posted.
    ///
    /// # Errors
    ///
    /// See [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use sunshine_conversations::models::{ActivityPost, ActivityType, AuthorType};
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let body = ActivityPost::new(AuthorType::Business, ActivityType::TypingStart);
    /// api.post_activity("64f1a09be37c5d2218bb7046", "b95d02e7c1483fa6609be21f", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias(
        "post activity",
        "PostActivity",
        "typing",
        "typing indicator",
        "read receipt",
        "mark as read",
        "seen"
    ))]
    #[inline]
    pub fn post_activity(
        &self,
        app_id: impl AsId<kind::App>,
        conversation_id: impl AsId<kind::Conversation>,
        body: &ActivityPost,
    ) -> Call<PostActivity> {
        self.call(&[("appId", app_id.as_id()), ("conversationId", conversation_id.as_id())]).json_body(body)
    }
}

/// # Activities
impl AppClient {
    /// Posts an activity of a user or the business to a conversation.
    ///
    /// Two types are supported:
    ///
    /// - typing,
    /// - having read the conversation.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/activity`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::post_activity`] documents parameters, responses and errors, and has an example.
    #[doc(alias(
        "post activity",
        "PostActivity",
        "typing",
        "typing indicator",
        "read receipt",
        "mark as read",
        "seen"
    ))]
    #[inline]
    pub fn post_activity(
        &self,
        conversation_id: impl AsId<kind::Conversation>,
        body: &ActivityPost,
    ) -> Call<PostActivity> {
        self.client().post_activity(self.id(), conversation_id, body)
    }
}
