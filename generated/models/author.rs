// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Author of a message.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Author {
    /// Type of the author: `user` is the end user, `business` writes for the business.
    pub type_: AuthorType,
    /// Subtypes of the author.
    ///
    /// - `AI`, with the type `business`: AI generated the message. The text that the customer is sent ends
    ///   with a disclaimer; on third-party channels this holds for messages of type image, file and text.
    /// - `activity`: a system activity generated the message.
    /// - `agent`: a human agent wrote the message. In responses only.
    /// - `bot`: a bot agent wrote the message. In responses only.
    pub subtypes: Option<Vec<AuthorSubtype>>,
    /// ID of the user; supported only if `type` is `user`.
    pub user_id: Option<String>,
    /// The `externalId` of the user; supported only if `type` is `user`.
    pub user_external_id: Option<String>,
    /// The `brandId` of the user; 1 to 24 characters.
    ///
    /// Required if `userExternalId` names a brand-separated user; leave it out in all other cases.
    pub brand_id: Option<String>,
    /// Name shown for the author of the message.
    pub display_name: Option<String>,
    /// URL of a custom icon for the message; a JPG, PNG or GIF image.
    pub avatar_url: Option<String>,
}

impl Author {
    /// Made of what is required; all else is unset.
    pub fn new(type_: impl Into<AuthorType>) -> Self {
        Self {
            type_: type_.into(),
            subtypes: None,
            user_id: None,
            user_external_id: None,
            brand_id: None,
            display_name: None,
            avatar_url: None,
        }
    }

    /// Sets [`Self::type_`].
    pub fn with_type(mut self, type_: impl Into<AuthorType>) -> Self {
        self.type_ = type_.into();
        self
    }

    /// Sets [`Self::subtypes`].
    pub fn with_subtypes(mut self, subtypes: impl IntoIterator<Item = impl Into<AuthorSubtype>>) -> Self {
        self.subtypes = Some(subtypes.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::user_id`].
    pub fn with_user_id(mut self, user_id: impl Into<String>) -> Self {
        self.user_id = Some(user_id.into());
        self
    }

    /// Sets [`Self::user_external_id`].
    pub fn with_user_external_id(mut self, user_external_id: impl Into<String>) -> Self {
        self.user_external_id = Some(user_external_id.into());
        self
    }

    /// Sets [`Self::brand_id`].
    pub fn with_brand_id(mut self, brand_id: impl Into<String>) -> Self {
        self.brand_id = Some(brand_id.into());
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
}

impl Fields for Author {
    const NAME: &'static str = "Author";
    const KEYS: &'static [&'static str] =
        &["type", "subtypes", "userId", "userExternalId", "brandId", "displayName", "avatarUrl"];
    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut type_ = None;
        let mut subtypes = None;
        let mut user_id = None;
        let mut user_external_id = None;
        let mut brand_id = None;
        let mut display_name = None;
        let mut avatar_url = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut type_),
                1 => object.value(&mut subtypes),
                2 => object.value(&mut user_id),
                3 => object.value(&mut user_external_id),
                4 => object.value(&mut brand_id),
                5 => object.value(&mut display_name),
                6 => object.value(&mut avatar_url),
                _ => object.skip(),
            }?;
        }
        Ok(Self {
            type_: given(type_, "type")?,
            subtypes,
            user_id,
            user_external_id,
            brand_id,
            display_name,
            avatar_url,
        })
    }
}

impl<'de> Deserialize<'de> for Author {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Author {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("type", &self.type_);
        object.option("subtypes", &self.subtypes);
        object.option("userId", &self.user_id);
        object.option("userExternalId", &self.user_external_id);
        object.option("brandId", &self.brand_id);
        object.option("displayName", &self.display_name);
        object.option("avatarUrl", &self.avatar_url);
        object.end()
    }
}

/// Type of the author: `user` is the end user, `business` writes for the business.
///
/// Open: a value that this version does not know arrives as `Unknown` and goes out again unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AuthorType {
    /// `business`
    Business,
    /// `user`
    User,
    /// Any other value, as the API wrote it.
    Unknown(String),
}

impl AuthorType {
    /// The value as the API writes it.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Business => "business",
            Self::User => "user",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for AuthorType {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "business" => Self::Business,
            "user" => Self::User,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for AuthorType {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for AuthorType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for AuthorType {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        open_enum(deserializer)
    }
}

/// Subtypes of the author.
///
/// - `AI`, with the type `business`: AI generated the message. The text that the customer is sent ends with
///   a disclaimer; on third-party channels this holds for messages of type image, file and text.
/// - `activity`: a system activity generated the message.
/// - `agent`: a human agent wrote the message. In responses only.
/// - `bot`: a bot agent wrote the message. In responses only.
///
/// Open: a value that this version does not know arrives as `Unknown` and goes out again unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AuthorSubtype {
    /// `AI`
    Ai,
    /// `activity`
    Activity,
    /// `agent`
    Agent,
    /// `bot`
    Bot,
    /// Any other value, as the API wrote it.
    Unknown(String),
}

impl AuthorSubtype {
    /// The value as the API writes it.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Ai => "AI",
            Self::Activity => "activity",
            Self::Agent => "agent",
            Self::Bot => "bot",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for AuthorSubtype {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "AI" => Self::Ai,
            "activity" => Self::Activity,
            "agent" => Self::Agent,
            "bot" => Self::Bot,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for AuthorSubtype {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for AuthorSubtype {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for AuthorSubtype {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        open_enum(deserializer)
    }
}
