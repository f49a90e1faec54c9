// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The user's profile information.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Profile {
    /// Given name (first name) of the user; 1 to 128 characters.
    pub given_name: Option<String>,
    /// Surname (last name) of the user; 1 to 128 characters.
    pub surname: Option<String>,
    /// Email address of the user; 1 to 128 characters.
    pub email: Option<String>,
    /// URL of the user's avatar; 1 to 2048 characters.
    pub avatar_url: Option<String>,
    /// Locale of the end user in BCP 47 format; 1 to 64 characters.
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

impl Fields for Profile {
    const NAME: &'static str = "Profile";
    const KEYS: &'static [&'static str] = &["givenName", "surname", "email", "avatarUrl", "locale"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut given_name = None;
        let mut surname = None;
        let mut email = None;
        let mut avatar_url = None;
        let mut locale = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut given_name),
                1 => object.value(&mut surname),
                2 => object.value(&mut email),
                3 => object.value(&mut avatar_url),
                4 => object.value(&mut locale),
                _ => object.skip(),
            }?;
        }
        Ok(Self { given_name, surname, email, avatar_url, locale })
    }
}

impl<'de> Deserialize<'de> for Profile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for Profile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("givenName", &self.given_name);
        object.option("surname", &self.surname);
        object.option("email", &self.email);
        object.option("avatarUrl", &self.avatar_url);
        object.option("locale", &self.locale);
        object.end()
    }
}

/// The user's profile information.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ProfileUpdate {
    /// Given name (first name) of the user; 1 to 128 characters.
    pub given_name: Patch<String>,
    /// Surname (last name) of the user; 1 to 128 characters.
    pub surname: Patch<String>,
    /// Email address of the user; 1 to 128 characters.
    pub email: Patch<String>,
    /// URL of the user's avatar; 1 to 2048 characters.
    pub avatar_url: Patch<String>,
    /// Locale of the end user in BCP 47 format; 1 to 64 characters.
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

impl Fields for ProfileUpdate {
    const NAME: &'static str = "ProfileUpdate";
    const KEYS: &'static [&'static str] = &["givenName", "surname", "email", "avatarUrl", "locale"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut given_name = Patch::Keep;
        let mut surname = Patch::Keep;
        let mut email = Patch::Keep;
        let mut avatar_url = Patch::Keep;
        let mut locale = Patch::Keep;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut given_name),
                1 => object.value(&mut surname),
                2 => object.value(&mut email),
                3 => object.value(&mut avatar_url),
                4 => object.value(&mut locale),
                _ => object.skip(),
            }?;
        }
        Ok(Self { given_name, surname, email, avatar_url, locale })
    }
}

impl<'de> Deserialize<'de> for ProfileUpdate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ProfileUpdate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.patch("givenName", &self.given_name);
        object.patch("surname", &self.surname);
        object.patch("email", &self.email);
        object.patch("avatarUrl", &self.avatar_url);
        object.patch("locale", &self.locale);
        object.end()
    }
}
