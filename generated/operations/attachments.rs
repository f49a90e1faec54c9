// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

/// Marker type for `UploadAttachment`; see [`ApiClient::upload_attachment`].
#[derive(Debug, Clone, Copy)]
pub enum UploadAttachment {}

impl Sealed for UploadAttachment {}

impl Operation for UploadAttachment {
    const NAME: &'static str = "UploadAttachment";

    type Output = AttachmentResponse;
}

impl Endpoint for UploadAttachment {
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/attachments";
}

impl Call<UploadAttachment> {
    /// Access level of the attachment.
    ///
    /// Only `public` is available at present; private access is not supported.
    ///
    /// Defaults to `public`.
    pub fn access(self, access: impl Into<String>) -> Self {
        self.query_parameter("access", Style::Form, &Into::<String>::into(access))
    }

    /// Intended container of the attachment; only `message` is supported for now.
    ///
    /// The attachment is then deleted with its message, conversation or user.
    pub fn used_for(self, used_for: impl Into<String>) -> Self {
        self.query_parameter("for", Style::Form, &Into::<String>::into(used_for))
    }

    /// ID of the conversation to link the uploaded attachment to.
    pub fn conversation_id(self, conversation_id: impl Into<ConversationId>) -> Self {
        self.query_parameter("conversationId", Style::Form, &Into::<ConversationId>::into(conversation_id))
    }
}

/// Marker type for `DeleteAttachment`; see [`ApiClient::delete_attachment`].
#[derive(Debug, Clone, Copy)]
pub enum DeleteAttachment {}

impl Sealed for DeleteAttachment {}

impl Operation for DeleteAttachment {
    const NAME: &'static str = "DeleteAttachment";

    type Output = ();

    #[inline]
    fn decode(_status: u16, body: &[u8]) -> serde_json::Result<Self::Output> {
        nothing(body)
    }
}

impl Endpoint for DeleteAttachment {
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/attachments/remove";
}

/// # Attachments
impl ApiClient {
    /// Uploads a file for use in later messages.
    ///
    /// The body is `multipart/form-data`. The `mediaUrl` of the response goes into a file, image or
    /// carousel message. Size and type of the file are limited: see the guide on [file
    /// validation](https://support.zendesk.com/hc/en-us/articles/8435939957914#topic_v1r_rwr_mdc).
    ///
    /// `POST /v2/apps/{appId}/attachments`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `.access(…)`: Access level of the attachment. Only `public` is available at present; private
    ///   access is not supported. Defaults to `public`.
    /// - `.used_for(…)`: Intended container of the attachment; only `message` is supported for now. The
    ///   attachment is then deleted with its message, conversation or user.
    /// - `.conversation_id(…)`: ID of the conversation to link the uploaded attachment to.
    /// - `source`: Part `source` of the form.
    ///
    /// # Responses
    ///
    /// - `201`: The uploaded attachment.
    ///
    /// # Errors
    ///
    /// - `400`: The request is not valid.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use sunshine_conversations::Upload;
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let response = api
    ///     .upload_attachment("64f1a09be37c5d2218bb7046", Upload::path("invoice.pdf"))
    ///     .send()?;
    /// println!("{}", response.attachment.media_url);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("upload attachment", "UploadAttachment", "file", "image", "media", "attach"))]
    #[inline]
    pub fn upload_attachment(&self, app_id: impl AsId<kind::App>, source: impl Into<Upload>) -> Call<UploadAttachment> {
        self.call(&[("appId", app_id.as_id())])
            .query_parameter("access", Style::Form, "public")
            .file_part("source", source)
    }

    /// Deletes an attachment that was uploaded with `UploadAttachment`.
    ///
    /// The CDN may serve the file for up to 15 more minutes. Attachments that were uploaded for a message
    /// (with the `for` parameter) don't need this call: they are deleted with the message, conversation or
    /// user.
    ///
    /// `POST /v2/apps/{appId}/attachments/remove`
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
    /// - `200`: The attachment is deleted.
    ///
    /// # Errors
    ///
    /// - `400`: The request is not valid.
    /// - `404`: The attachment doesn't exist.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use sunshine_conversations::models::AttachmentDeleteBody;
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let body = AttachmentDeleteBody::new("https://example.com/media/manual.pdf");
    /// api.delete_attachment("64f1a09be37c5d2218bb7046", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("delete attachment", "DeleteAttachment", "file"))]
    #[inline]
    pub fn delete_attachment(
        &self,
        app_id: impl AsId<kind::App>,
        body: &AttachmentDeleteBody,
    ) -> Call<DeleteAttachment> {
        self.call(&[("appId", app_id.as_id())]).json_body(body)
    }
}

/// # Attachments
impl AppClient {
    /// Uploads a file for use in later messages.
    ///
    /// The body is `multipart/form-data`. The `mediaUrl` of the response goes into a file, image or
    /// carousel message. Size and type of the file are limited: see the guide on [file
    /// validation](https://support.zendesk.com/hc/en-us/articles/8435939957914#topic_v1r_rwr_mdc).
    ///
    /// `POST /v2/apps/{appId}/attachments`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::upload_attachment`] documents parameters, responses and errors, and has an example.
    #[doc(alias("upload attachment", "UploadAttachment", "file", "image", "media", "attach"))]
    #[inline]
    pub fn upload_attachment(&self, source: impl Into<Upload>) -> Call<UploadAttachment> {
        self.client().upload_attachment(self.id(), source)
    }

    /// Deletes an attachment that was uploaded with `UploadAttachment`.
    ///
    /// The CDN may serve the file for up to 15 more minutes. Attachments that were uploaded for a message
    /// (with the `for` parameter) don't need this call: they are deleted with the message, conversation or
    /// user.
    ///
    /// `POST /v2/apps/{appId}/attachments/remove`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::delete_attachment`] documents parameters, responses and errors, and has an example.
    #[doc(alias("delete attachment", "DeleteAttachment", "file"))]
    #[inline]
    pub fn delete_attachment(&self, body: &AttachmentDeleteBody) -> Call<DeleteAttachment> {
        self.client().delete_attachment(self.id(), body)
    }
}
