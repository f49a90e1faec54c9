// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The operation `PostActivity`: [`ApiClient::post_activity`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum PostActivity {}

impl Operation for PostActivity {
    const NAME: &'static str = "PostActivity";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}/activity";
    type Output = ();
    #[inline]
    fn decode(body: &[u8]) -> serde_json::Result<()> {
        nothing(body)
    }
}

/// # Activities
impl ApiClient {
    /// Tells Sunshine Conversations about an activity in a conversation.
    ///
    /// Two kinds are supported:
    ///
    /// - typing,
    /// - having read the conversation.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/activity`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `conversation_id`: ID of the conversation.
    /// - `body`: what to send, a [`ActivityPost`].
    ///
    /// # Answers
    ///
    /// - `200`: The activity is posted.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, body: ActivityPost) -> Result<()> {
    /// api.post_activity("appId", "conversationId", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn post_activity(&self, app_id: &str, conversation_id: &str, body: &ActivityPost) -> Call<PostActivity> {
        self.call(&[("appId", app_id), ("conversationId", conversation_id)]).with_json(body)
    }
}
