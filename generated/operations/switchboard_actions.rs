// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The operation `AcceptControl`: [`ApiClient::accept_control`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum AcceptControl {}

impl Operation for AcceptControl {
    const NAME: &'static str = "AcceptControl";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}/acceptControl";
    type Output = ();
    #[inline]
    fn decode(body: &[u8]) -> serde_json::Result<()> {
        nothing(body)
    }
}

/// The operation `OfferControl`: [`ApiClient::offer_control`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum OfferControl {}

impl Operation for OfferControl {
    const NAME: &'static str = "OfferControl";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}/offerControl";
    type Output = ();
    #[inline]
    fn decode(body: &[u8]) -> serde_json::Result<()> {
        nothing(body)
    }
}

/// The operation `PassControl`: [`ApiClient::pass_control`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum PassControl {}

impl Operation for PassControl {
    const NAME: &'static str = "PassControl";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}/passControl";
    type Output = ();
    #[inline]
    fn decode(body: &[u8]) -> serde_json::Result<()> {
        nothing(body)
    }
}

/// The operation `ReleaseControl`: [`ApiClient::release_control`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum ReleaseControl {}

impl Operation for ReleaseControl {
    const NAME: &'static str = "ReleaseControl";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}/releaseControl";
    type Output = ();
    #[inline]
    fn decode(body: &[u8]) -> serde_json::Result<()> {
        nothing(body)
    }
}

/// # SwitchboardActions
impl ApiClient {
    /// Hands control of a conversation to the switchboard integration that is pending.
    ///
    /// With the `integration` scope, the answer is `403` unless the authenticated integration is the pending
    /// one.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/acceptControl`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `conversation_id`: ID of the conversation.
    /// - `body`: what to send, a [`AcceptControlBody`].
    ///
    /// # Answers
    ///
    /// - `200`: Control is accepted.
    /// - `403`: The caller is not allowed to do this.
    /// - `404`: Not found.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, body: AcceptControlBody) -> Result<()> {
    /// api.accept_control("appId", "conversationId", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn accept_control(&self, app_id: &str, conversation_id: &str, body: &AcceptControlBody) -> Call<AcceptControl> {
        self.call(&[("appId", app_id), ("conversationId", conversation_id)]).with_json(body)
    }

    /// Invites a switchboard integration to take control of a conversation.
    ///
    /// The status of that switchboard integration becomes pending, and a webhook call informs it of the
    /// offer. Offers made earlier lose their validity.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/offerControl`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `conversation_id`: ID of the conversation.
    /// - `body`: what to send, a [`OfferControlBody`].
    ///
    /// # Answers
    ///
    /// - `200`: Control is offered.
    /// - `404`: Not found.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, body: OfferControlBody) -> Result<()> {
    /// api.offer_control("appId", "conversationId", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn offer_control(&self, app_id: &str, conversation_id: &str, body: &OfferControlBody) -> Call<OfferControl> {
        self.call(&[("appId", app_id), ("conversationId", conversation_id)]).with_json(body)
    }

    /// Makes the chosen switchboard integration active and puts every other one on standby. The [switchboard
    /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#pass-control) tells how idempotent this operation is.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/passControl`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `conversation_id`: ID of the conversation.
    /// - `body`: what to send, a [`PassControlBody`].
    ///
    /// # Answers
    ///
    /// - `200`: Control is passed.
    /// - `404`: Not found.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, body: PassControlBody) -> Result<()> {
    /// api.pass_control("appId", "conversationId", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn pass_control(&self, app_id: &str, conversation_id: &str, body: &PassControlBody) -> Call<PassControl> {
        self.call(&[("appId", app_id), ("conversationId", conversation_id)]).with_json(body)
    }

    /// Gives up control of a conversation: its switchboard state becomes null. The [switchboard
    /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#release-control) has more.
    ///
    /// With the `integration` scope, the answer is `403` unless the authenticated integration is the active
    /// one in the switchboard.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/releaseControl`
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `conversation_id`: ID of the conversation.
    /// - `body`: what to send, a [`ReleaseControlBody`].
    ///
    /// # Answers
    ///
    /// - `200`: Control is released.
    /// - `403`: The caller is not allowed to do this.
    /// - `404`: Not found.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, Result, models::*};
    /// # fn example(api: &ApiClient, body: ReleaseControlBody) -> Result<()> {
    /// api.release_control("appId", "conversationId", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn release_control(
        &self,
        app_id: &str,
        conversation_id: &str,
        body: &ReleaseControlBody,
    ) -> Call<ReleaseControl> {
        self.call(&[("appId", app_id), ("conversationId", conversation_id)]).with_json(body)
    }
}
