// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A way to reach a user, such as a browser with the Web Messenger, or a phone number on WhatsApp.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Client {
    /// Unique ID of the client.
    pub id: String,
    /// See [`ClientType`].
    pub type_: Option<ClientType>,
    /// Status of the client: whether it can receive messages. One of `pending`, `inactive`, `active` or
    /// `blocked`.
    pub status: Option<ClientStatus>,
    /// ID of the integration for which the client was created. Not used by clients of type `sdk`, which
    /// combine several integrations.
    pub integration_id: Option<String>,
    /// ID of the end user on an external channel; only for clients that are not SDK clients.
    ///
    /// On Twilio this is the phone number, on Facebook Messenger the page-scoped user ID.
    pub external_id: Option<String>,
    /// Time of the end user's latest interaction with this client (`YYYY-MM-DDThh:mm:ss.SSSZ`).
    pub last_seen: Option<Time>,
    /// Time at which the client was added to the user (`YYYY-MM-DDThh:mm:ss.SSSZ`).
    pub linked_at: Option<Time>,
    /// Display name of the end user on the channel.
    pub display_name: Option<String>,
    /// URL of the end user's avatar on the channel.
    pub avatar_url: Option<String>,
    /// Curated, flat properties that differ by client platform. Any key may be absent.
    pub info: Option<Json>,
    /// Raw properties that differ by client platform. Any key may be absent.
    pub raw: Option<Json>,
}

impl Client {
    /// Made of what is required; all else is unset.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            type_: None,
            status: None,
            integration_id: None,
            external_id: None,
            last_seen: None,
            linked_at: None,
            display_name: None,
            avatar_url: None,
            info: None,
            raw: None,
        }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::type_`].
    pub fn with_type(mut self, type_: impl Into<ClientType>) -> Self {
        self.type_ = Some(type_.into());
        self
    }

    /// Sets [`Self::status`].
    pub fn with_status(mut self, status: impl Into<ClientStatus>) -> Self {
        self.status = Some(status.into());
        self
    }

    /// Sets [`Self::integration_id`].
    pub fn with_integration_id(mut self, integration_id: impl Into<String>) -> Self {
        self.integration_id = Some(integration_id.into());
        self
    }

    /// Sets [`Self::external_id`].
    pub fn with_external_id(mut self, external_id: impl Into<String>) -> Self {
        self.external_id = Some(external_id.into());
        self
    }

    /// Sets [`Self::last_seen`].
    pub fn with_last_seen(mut self, last_seen: impl Into<Time>) -> Self {
        self.last_seen = Some(last_seen.into());
        self
    }

    /// Sets [`Self::linked_at`].
    pub fn with_linked_at(mut self, linked_at: impl Into<Time>) -> Self {
        self.linked_at = Some(linked_at.into());
        self
    }

    /// Sets [`Self::display_name`].
    pub fn with_display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Some(display_name.into());
        self
    }

    /// Sets [`Self::avatar_url`].
    pub fn with_avatar_url(mut self, avatar_url: impl Into<String>) -> Self {
        self.avatar_url = Some(avatar_url.into());
        self
    }

    /// Sets [`Self::info`].
    pub fn with_info(mut self, info: impl Into<Json>) -> Self {
        self.info = Some(info.into());
        self
    }

    /// Sets [`Self::raw`].
    pub fn with_raw(mut self, raw: impl Into<Json>) -> Self {
        self.raw = Some(raw.into());
        self
    }
}

impl Fields for Client {
    const NAME: &'static str = "Client";
    const KEYS: &'static [&'static str] = &[
        "id",
        "type",
        "status",
        "integrationId",
        "externalId",
        "lastSeen",
        "linkedAt",
        "displayName",
        "avatarUrl",
        "info",
        "raw",
    ];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = None;
        let mut type_ = None;
        let mut status = None;
        let mut integration_id = None;
        let mut external_id = None;
        let mut last_seen = None;
        let mut linked_at = None;
        let mut display_name = None;
        let mut avatar_url = None;
        let mut info = None;
        let mut raw = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut id),
                1 => object.value(&mut type_),
                2 => object.value(&mut status),
                3 => object.value(&mut integration_id),
                4 => object.with(lenient::Text, &mut external_id),
                5 => object.value(&mut last_seen),
                6 => object.value(&mut linked_at),
                7 => object.value(&mut display_name),
                8 => object.value(&mut avatar_url),
                9 => object.value(&mut info),
                10 => object.value(&mut raw),
                _ => object.skip(),
            }?;
        }
        Ok(Self {
            id: given(id, "id")?,
            type_,
            status,
            integration_id,
            external_id,
            last_seen,
            linked_at,
            display_name,
            avatar_url,
            info,
            raw,
        })
    }
}

impl<'de> Deserialize<'de> for Client {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Client {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("id", &self.id);
        object.option("type", &self.type_);
        object.option("status", &self.status);
        object.option("integrationId", &self.integration_id);
        object.option("externalId", &self.external_id);
        object.option("lastSeen", &self.last_seen);
        object.option("linkedAt", &self.linked_at);
        object.option("displayName", &self.display_name);
        object.option("avatarUrl", &self.avatar_url);
        object.option("info", &self.info);
        object.option("raw", &self.raw);
        object.end()
    }
}

/// Status of the client: whether it can receive messages. One of `pending`, `inactive`, `active` or
/// `blocked`.
///
/// Open: a value that this version does not know arrives as `Unknown` and goes out again unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ClientStatus {
    /// `active`
    Active,
    /// `blocked`
    Blocked,
    /// `inactive`
    Inactive,
    /// `pending`
    Pending,
    /// Any other value, as the API wrote it.
    Unknown(String),
}

impl ClientStatus {
    /// The value as the API writes it.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Active => "active",
            Self::Blocked => "blocked",
            Self::Inactive => "inactive",
            Self::Pending => "pending",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for ClientStatus {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "active" => Self::Active,
            "blocked" => Self::Blocked,
            "inactive" => Self::Inactive,
            "pending" => Self::Pending,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for ClientStatus {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for ClientStatus {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ClientStatus {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        open_enum(deserializer)
    }
}
