// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The user's profile information.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Profile {
    /// Given name (first name) of the user; 1 to 128 characters.
    #[serde(rename = "givenName", skip_serializing_if = "Option::is_none")]
    pub given_name: Option<String>,
    /// Surname (last name) of the user; 1 to 128 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub surname: Option<String>,
    /// Email address of the user; 1 to 128 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// URL of the user's avatar; 1 to 2048 characters.
    #[serde(rename = "avatarUrl", skip_serializing_if = "Option::is_none")]
    pub avatar_url: Option<String>,
    /// Locale of the end user in BCP 47 format; 1 to 64 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
}

impl Profile {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { given_name: None, surname: None, email: None, avatar_url: None, locale: None }
    }

    /// Sets [`Self::given_name`].
    pub fn with_given_name(mut self, given_name: impl Into<String>) -> Self {
        self.given_name = Some(given_name.into());
        self
    }

    /// Sets [`Self::surname`].
    pub fn with_surname(mut self, surname: impl Into<String>) -> Self {
        self.surname = Some(surname.into());
        self
    }

    /// Sets [`Self::email`].
    pub fn with_email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Sets [`Self::avatar_url`].
    pub fn with_avatar_url(mut self, avatar_url: impl Into<String>) -> Self {
        self.avatar_url = Some(avatar_url.into());
        self
    }

    /// Sets [`Self::locale`].
    pub fn with_locale(mut self, locale: impl Into<String>) -> Self {
        self.locale = Some(locale.into());
        self
    }
}

impl Default for Profile {
    fn default() -> Self {
        Self::new()
    }
}

/// The user's profile information.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ProfileUpdate {
    /// Given name (first name) of the user; 1 to 128 characters.
    #[serde(rename = "givenName", default, skip_serializing_if = "Patch::is_keep")]
    pub given_name: Patch<String>,
    /// Surname (last name) of the user; 1 to 128 characters.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub surname: Patch<String>,
    /// Email address of the user; 1 to 128 characters.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub email: Patch<String>,
    /// URL of the user's avatar; 1 to 2048 characters.
    #[serde(rename = "avatarUrl", default, skip_serializing_if = "Patch::is_keep")]
    pub avatar_url: Patch<String>,
    /// Locale of the end user in BCP 47 format; 1 to 64 characters.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub locale: Patch<String>,
}

impl ProfileUpdate {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self {
            given_name: Patch::Keep,
            surname: Patch::Keep,
            email: Patch::Keep,
            avatar_url: Patch::Keep,
            locale: Patch::Keep,
        }
    }

    /// Sets [`Self::given_name`].
    pub fn with_given_name(mut self, given_name: impl Into<String>) -> Self {
        self.given_name = Patch::Set(given_name.into());
        self
    }

    /// Clears [`Self::given_name`]: the API sets it to `null`.
    #[inline]
    pub fn clear_given_name(mut self) -> Self {
        self.given_name = Patch::Clear;
        self
    }

    /// Sets [`Self::surname`].
    pub fn with_surname(mut self, surname: impl Into<String>) -> Self {
        self.surname = Patch::Set(surname.into());
        self
    }

    /// Clears [`Self::surname`]: the API sets it to `null`.
    #[inline]
    pub fn clear_surname(mut self) -> Self {
        self.surname = Patch::Clear;
        self
    }

    /// Sets [`Self::email`].
    pub fn with_email(mut self, email: impl Into<String>) -> Self {
        self.email = Patch::Set(email.into());
        self
    }

    /// Clears [`Self::email`]: the API sets it to `null`.
    #[inline]
    pub fn clear_email(mut self) -> Self {
        self.email = Patch::Clear;
        self
    }

    /// Sets [`Self::avatar_url`].
    pub fn with_avatar_url(mut self, avatar_url: impl Into<String>) -> Self {
        self.avatar_url = Patch::Set(avatar_url.into());
        self
    }

    /// Clears [`Self::avatar_url`]: the API sets it to `null`.
    #[inline]
    pub fn clear_avatar_url(mut self) -> Self {
        self.avatar_url = Patch::Clear;
        self
    }

    /// Sets [`Self::locale`].
    pub fn with_locale(mut self, locale: impl Into<String>) -> Self {
        self.locale = Patch::Set(locale.into());
        self
    }

    /// Clears [`Self::locale`]: the API sets it to `null`.
    #[inline]
    pub fn clear_locale(mut self) -> Self {
        self.locale = Patch::Clear;
        self
    }
}

impl Default for ProfileUpdate {
    fn default() -> Self {
        Self::new()
    }
}
