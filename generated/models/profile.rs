// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// The user's profile information.
    ///
    /// Used in [`User`] and [`UserCreateBody`].
    pub struct Profile {
        /// Given name (first name) of the user; 1 to 128 characters.
        option given_name: String = "givenName", with_given_name;
        /// Surname (last name) of the user; 1 to 128 characters.
        option surname: String = "surname", with_surname;
        /// Email address of the user; 1 to 128 characters.
        option email: String = "email", with_email;
        /// URL of the user's avatar; 1 to 2048 characters.
        option avatar_url: String = "avatarUrl", with_avatar_url;
        /// Locale of the end user in BCP 47 format; 1 to 64 characters.
        option locale: String = "locale", with_locale;
        /// Source of `locale`, for example `api` or `sdk`.
        ///
        /// Read-only: not sent in requests.
        option locale_origin: String = "localeOrigin", read_only;
    }

    new()
}

model! {
    /// The user's profile information.
    ///
    /// Used in [`UserUpdateBody`].
    pub struct ProfileUpdate {
        /// Given name (first name) of the user; 1 to 128 characters.
        patch given_name: String = "givenName", with_given_name, clear_given_name;
        /// Surname (last name) of the user; 1 to 128 characters.
        patch surname: String = "surname", with_surname, clear_surname;
        /// Email address of the user; 1 to 128 characters.
        patch email: String = "email", with_email, clear_email;
        /// URL of the user's avatar; 1 to 2048 characters.
        patch avatar_url: String = "avatarUrl", with_avatar_url, clear_avatar_url;
        /// Locale of the end user in BCP 47 format; 1 to 64 characters.
        patch locale: String = "locale", with_locale, clear_locale;
        /// Source of `locale`, for example `api` or `sdk`.
        ///
        /// Read-only: not sent in requests.
        option locale_origin: String = "localeOrigin", read_only;
    }

    new()
}

body_of! { Profile => ProfileUpdate }
