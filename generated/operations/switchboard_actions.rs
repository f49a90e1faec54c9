// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

/// Marker type for `PassControl`; see [`ApiClient::pass_control`].
#[derive(Debug, Clone, Copy)]
pub enum PassControl {}

impl Sealed for PassControl {}

impl Operation for PassControl {
    const NAME: &'static str = "PassControl";

    type Output = ();

    #[inline]
    fn decode(_status: u16, body: &[u8]) -> serde_json::Result<Self::Output> {
        nothing(body)
    }
}

impl Endpoint for PassControl {
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}/passControl";
}

/// Marker type for `ReleaseControl`; see [`ApiClient::release_control`].
#[derive(Debug, Clone, Copy)]
pub enum ReleaseControl {}

impl Sealed for ReleaseControl {}

impl Operation for ReleaseControl {
    const NAME: &'static str = "ReleaseControl";

    type Output = ();

    #[inline]
    fn decode(_status: u16, body: &[u8]) -> serde_json::Result<Self::Output> {
        nothing(body)
    }
}

impl Endpoint for ReleaseControl {
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}/releaseControl";
}

impl Call<ReleaseControl> {
    /// The request body.
    pub fn body(self, body: &ReleaseControlBody) -> Self {
        self.json_body(body)
    }
}

/// Marker type for `OfferControl`; see [`ApiClient::offer_control`].
#[derive(Debug, Clone, Copy)]
pub enum OfferControl {}

impl Sealed for OfferControl {}

impl Operation for OfferControl {
    const NAME: &'static str = "OfferControl";

    type Output = ();

    #[inline]
    fn decode(_status: u16, body: &[u8]) -> serde_json::Result<Self::Output> {
        nothing(body)
    }
}

impl Endpoint for OfferControl {
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}/offerControl";
}

/// Marker type for `AcceptControl`; see [`ApiClient::accept_control`].
#[derive(Debug, Clone, Copy)]
pub enum AcceptControl {}

impl Sealed for AcceptControl {}

impl Operation for AcceptControl {
    const NAME: &'static str = "AcceptControl";

    type Output = ();

    #[inline]
    fn decode(_status: u16, body: &[u8]) -> serde_json::Result<Self::Output> {
        nothing(body)
    }
}

impl Endpoint for AcceptControl {
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/apps/{appId}/conversations/{conversationId}/acceptControl";
}

/// # Switchboard Actions
impl ApiClient {
    /// Makes the chosen switchboard integration active and puts every other one on standby. The
    /// [switchboard
    /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#pass-control)
    /// explains its idempotency.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/passControl`
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
    /// - `200`: Control is passed.
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
    /// use sunshine_conversations::models::PassControlBody;
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let body = PassControlBody::new("next");
    /// api.pass_control("64f1a09be37c5d2218bb7046", "b95d02e7c1483fa6609be21f", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias(
        "pass control",
        "PassControl",
        "handover",
        "handoff",
        "transfer",
        "escalate",
        "agent",
        "human",
        "take control",
        "take back control",
        "bot"
    ))]
    #[inline]
    pub fn pass_control(
        &self,
        app_id: impl AsId<kind::App>,
        conversation_id: impl AsId<kind::Conversation>,
        body: &PassControlBody,
    ) -> Call<PassControl> {
        self.call(&[("appId", app_id.as_id()), ("conversationId", conversation_id.as_id())]).json_body(body)
    }

    /// Gives up control of a conversation: its switchboard state becomes null. See the [switchboard
    /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#release-control).
    ///
    /// With the `integration` scope, returns `403` unless the authenticated integration is the active one
    /// in the switchboard.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/releaseControl`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// # Parameters
    ///
    /// - `app_id`: ID of the app.
    /// - `conversation_id`: ID of the conversation.
    /// - `.body(…)`: The request body.
    ///
    /// # Responses
    ///
    /// - `200`: Control is released.
    ///
    /// # Errors
    ///
    /// - `403`: The caller is not allowed to do this.
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
    /// api.release_control("64f1a09be37c5d2218bb7046", "b95d02e7c1483fa6609be21f").send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("release control", "ReleaseControl", "handover", "handoff", "transfer", "give up control"))]
    #[inline]
    pub fn release_control(
        &self,
        app_id: impl AsId<kind::App>,
        conversation_id: impl AsId<kind::Conversation>,
    ) -> Call<ReleaseControl> {
        self.call(&[("appId", app_id.as_id()), ("conversationId", conversation_id.as_id())])
    }

    /// Invites a switchboard integration to take control of a conversation.
    ///
    /// The status of that switchboard integration becomes pending, and a webhook call informs it of the
    /// offer. Earlier offers are revoked.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/offerControl`
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
    /// - `200`: Control is offered.
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
    /// use sunshine_conversations::models::OfferControlBody;
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let body = OfferControlBody::new("next");
    /// api.offer_control("64f1a09be37c5d2218bb7046", "b95d02e7c1483fa6609be21f", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("offer control", "OfferControl", "handover", "handoff", "transfer", "human", "agent"))]
    #[inline]
    pub fn offer_control(
        &self,
        app_id: impl AsId<kind::App>,
        conversation_id: impl AsId<kind::Conversation>,
        body: &OfferControlBody,
    ) -> Call<OfferControl> {
        self.call(&[("appId", app_id.as_id()), ("conversationId", conversation_id.as_id())]).json_body(body)
    }

    /// Gives control of a conversation to the pending switchboard integration.
    ///
    /// With the `integration` scope, returns `403` unless the authenticated integration is the pending one.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/acceptControl`
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
    /// - `200`: Control is accepted.
    ///
    /// # Errors
    ///
    /// - `403`: The caller is not allowed to do this.
    /// - `404`: Not found.
    ///
    /// See also [`Error`](crate::Error).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use sunshine_conversations::models::AcceptControlBody;
    ///
    /// # use std::collections::BTreeMap;
    /// # use sunshine_conversations::{ApiClient, Result};
    /// # fn example(api: &ApiClient) -> Result<()> {
    /// let body = AcceptControlBody::new().with_metadata([("plan", "premium")]);
    /// api.accept_control("64f1a09be37c5d2218bb7046", "b95d02e7c1483fa6609be21f", &body).send()?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias(
        "accept control",
        "AcceptControl",
        "handover",
        "handoff",
        "transfer",
        "take control",
        "take back control"
    ))]
    #[inline]
    pub fn accept_control(
        &self,
        app_id: impl AsId<kind::App>,
        conversation_id: impl AsId<kind::Conversation>,
        body: &AcceptControlBody,
    ) -> Call<AcceptControl> {
        self.call(&[("appId", app_id.as_id()), ("conversationId", conversation_id.as_id())]).json_body(body)
    }
}

/// # Switchboard Actions
impl AppClient {
    /// Makes the chosen switchboard integration active and puts every other one on standby. The
    /// [switchboard
    /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#pass-control)
    /// explains its idempotency.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/passControl`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::pass_control`] documents parameters, responses and errors, and has an example.
    #[doc(alias(
        "pass control",
        "PassControl",
        "handover",
        "handoff",
        "transfer",
        "escalate",
        "agent",
        "human",
        "take control",
        "take back control",
        "bot"
    ))]
    #[inline]
    pub fn pass_control(
        &self,
        conversation_id: impl AsId<kind::Conversation>,
        body: &PassControlBody,
    ) -> Call<PassControl> {
        self.client().pass_control(self.id(), conversation_id, body)
    }

    /// Gives up control of a conversation: its switchboard state becomes null. See the [switchboard
    /// guide](https://developer.zendesk.com/documentation/conversations/messaging-platform/programmable-conversations/switchboard/#release-control).
    ///
    /// With the `integration` scope, returns `403` unless the authenticated integration is the active one
    /// in the switchboard.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/releaseControl`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::release_control`] documents parameters, responses and errors, and has an example.
    #[doc(alias("release control", "ReleaseControl", "handover", "handoff", "transfer", "give up control"))]
    #[inline]
    pub fn release_control(&self, conversation_id: impl AsId<kind::Conversation>) -> Call<ReleaseControl> {
        self.client().release_control(self.id(), conversation_id)
    }

    /// Invites a switchboard integration to take control of a conversation.
    ///
    /// The status of that switchboard integration becomes pending, and a webhook call informs it of the
    /// offer. Earlier offers are revoked.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/offerControl`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::offer_control`] documents parameters, responses and errors, and has an example.
    #[doc(alias("offer control", "OfferControl", "handover", "handoff", "transfer", "human", "agent"))]
    #[inline]
    pub fn offer_control(
        &self,
        conversation_id: impl AsId<kind::Conversation>,
        body: &OfferControlBody,
    ) -> Call<OfferControl> {
        self.client().offer_control(self.id(), conversation_id, body)
    }

    /// Gives control of a conversation to the pending switchboard integration.
    ///
    /// With the `integration` scope, returns `403` unless the authenticated integration is the pending one.
    ///
    /// `POST /v2/apps/{appId}/conversations/{conversationId}/acceptControl`
    ///
    /// Credentials: integration, app or account key.
    ///
    /// [`ApiClient::accept_control`] documents parameters, responses and errors, and has an example.
    #[doc(alias(
        "accept control",
        "AcceptControl",
        "handover",
        "handoff",
        "transfer",
        "take control",
        "take back control"
    ))]
    #[inline]
    pub fn accept_control(
        &self,
        conversation_id: impl AsId<kind::Conversation>,
        body: &AcceptControlBody,
    ) -> Call<AcceptControl> {
        self.client().accept_control(self.id(), conversation_id, body)
    }
}
