// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The operation `DeleteAttachment`: [`ApiClient::delete_attachment`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum DeleteAttachment {}

impl Operation for DeleteAttachment {
    const NAME: &'static str = "DeleteAttachment";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/attachments/remove";
    type Output = ();
    #[inline]
    fn decode(body: &[u8]) -> serde_json::Result<()> {
        nothing(body)
    }
}

/// The operation `UploadAttachment`: [`ApiClient::upload_attachment`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum UploadAttachment {}

impl Operation for UploadAttachment {
    const NAME: &'static str = "UploadAttachment";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/attachments";
    type Output = AttachmentResponse;
}

impl Call<UploadAttachment> {
    /// Query parameter `access`: Access level of the attachment.
    ///
    /// Only `public` is available at present; private access is not supported.
    pub fn access(self, access: impl Into<String>) -> Self {
        self.set("access", access)
    }

    /// Query parameter `for`: What the attachment is meant to be contained in; only `message` is supported
    /// for now.
    ///
    /// It lets the attachment be deleted automatically along with its message, conversation or user.
    pub fn used_for(self, used_for: impl Into<String>) -> Self {
        self.set("for", used_for)
    }

    /// Query parameter `conversationId`: ID of the conversation to link the uploaded attachment to.
    pub fn conversation_id(self, conversation_id: impl Into<String>) -> Self {
        self.set("conversationId", conversation_id)
    }
}

/// # Attachments
impl ApiClient {
    /// Deletes an attachment that was uploaded with `UploadAttachment`.
    ///
    /// The file may stay in the cache of the CDN for up to 15 minutes more. An attachment uploaded for a
    /// message, as its `for` parameter tells, needs no such call: it is deleted along with the message,
    /// conversation or user.
    ///
    /// `POST /v2/apps/{appId}/attachments/remove`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `body`: what to send, a [`AttachmentDeleteBody`].
    ///
    /// # Answers
    ///
    /// - `200`: The attachment is deleted.
    /// - `400`: The request is not valid.
    /// - `404`: No such attachment.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, body: AttachmentDeleteBody) -> Result<()> {
    /// api.delete_attachment("appId", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn delete_attachment(&self, app_id: &str, body: &AttachmentDeleteBody) -> Call<DeleteAttachment> {
        self.call(&[("appId", app_id)]).with_json(body)
    }

    /// Uploads a file for use in later messages.
    ///
    /// The body is `multipart/form-data`. The `mediaUrl` of the response goes into a file, image or carousel
    /// message. Size and type of the file are limited: see the guide on [file
    /// validation](https://support.zendesk.com/hc/en-us/articles/8435939957914#topic_v1r_rwr_mdc).
    ///
    /// `POST /v2/apps/{appId}/attachments`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `.access(…)`: Access level of the attachment.  Only `public` is available at present; private
    ///   access is not supported.
    /// - `source`: A parameter of the API.
    /// - `.used_for(…)`: What the attachment is meant to be contained in; only `message` is supported for
    ///   now.  It lets the attachment be deleted automatically along with its message, conversation or user.
    /// - `.conversation_id(…)`: ID of the conversation to link the uploaded attachment to.
    ///
    /// # Answers
    ///
    /// - `201`: The uploaded attachment.
    /// - `400`: The request is not valid.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let answer = api.upload_attachment("appId", "photo.jpg").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn upload_attachment(&self, app_id: &str, source: impl Into<Upload>) -> Call<UploadAttachment> {
        self.call(&[("appId", app_id)]).set("access", "public").upload("source", source.into())
    }
}
