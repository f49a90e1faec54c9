//! Typed IDs: the ID of a user can't be passed as that of an app.

use std::borrow::{Borrow, Cow};
use std::cmp::Ordering;
use std::convert::Infallible;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Deref;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The ID of an object of a certain kind, such as an app or a user.
///
/// `models` has an alias for each kind, such as [`AppId`](crate::models::AppId). An ID dereferences to `str`, compares
/// with text, and is created from any text:
///
/// ```
/// use sunshine_conversations::models::AppId;
///
/// let id = AppId::from("5d8cff3cd55b040010928b5b");
/// assert_eq!(id, "5d8cff3cd55b040010928b5b");
/// assert!(id.starts_with("5d8c"));
/// assert_eq!(serde_json::to_string(&id)?, r#""5d8cff3cd55b040010928b5b""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// IDs of different kinds are different types:
///
/// ```compile_fail,E0308
/// use sunshine_conversations::models::{AppId, UserId};
///
/// let user: UserId = AppId::from("5d8cff3cd55b040010928b5b");
/// ```
pub struct Id<K>(String, PhantomData<fn() -> K>);

impl<K> Id<K> {
    /// Returns the ID as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        Self::from(self.as_str())
    }
}

/// The empty ID, of an object that the API hasn't created yet.
impl<K> Default for Id<K> {
    fn default() -> Self {
        Self::from(String::new())
    }
}

impl<K> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl<K> fmt::Display for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.as_str(), f)
    }
}

impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<K> Eq for Id<K> {}

impl<K> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<K> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

/// The same hash as that of the text, so that a map with IDs as keys can be searched by text.
impl<K> Hash for Id<K> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<K> Borrow<str> for Id<K> {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl<K> AsRef<str> for Id<K> {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl<K> Deref for Id<K> {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl<K> From<String> for Id<K> {
    fn from(text: String) -> Self {
        Self(text, PhantomData)
    }
}

impl<K> From<&String> for Id<K> {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}

impl<K> From<&str> for Id<K> {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl<K> From<Cow<'_, str>> for Id<K> {
    fn from(text: Cow<'_, str>) -> Self {
        Self::from(text.into_owned())
    }
}

impl<K> From<&Id<K>> for Id<K> {
    fn from(id: &Id<K>) -> Self {
        id.clone()
    }
}

impl<K> From<Cow<'_, Id<K>>> for Id<K> {
    fn from(id: Cow<'_, Id<K>>) -> Self {
        id.into_owned()
    }
}

impl<K> From<Id<K>> for String {
    fn from(id: Id<K>) -> Self {
        id.0
    }
}

impl<K> From<&Id<K>> for String {
    fn from(id: &Id<K>) -> Self {
        id.0.clone()
    }
}

impl<K> FromStr for Id<K> {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self::from(text))
    }
}

impl<K> PartialEq<str> for Id<K> {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl<K> PartialEq<&str> for Id<K> {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl<K> PartialEq<String> for Id<K> {
    fn eq(&self, other: &String) -> bool {
        self.0 == *other
    }
}

impl<K> PartialEq<Id<K>> for str {
    fn eq(&self, other: &Id<K>) -> bool {
        self == other.0
    }
}

impl<K> PartialEq<Id<K>> for &str {
    fn eq(&self, other: &Id<K>) -> bool {
        *self == other.0
    }
}

impl<K> PartialEq<Id<K>> for String {
    fn eq(&self, other: &Id<K>) -> bool {
        *self == other.0
    }
}

impl<K> Serialize for Id<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de, K> Deserialize<'de> for Id<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

/// Text, or an [`Id`] of the kind `K`.
///
/// Methods that take an ID accept both. A typed ID of another kind doesn't compile.
///
/// ```no_run
/// use sunshine_conversations::{ApiClient, models::AppId};
///
/// # let api = ApiClient::from_env()?;
/// let app = AppId::from("5d8cff3cd55b040010928b5b");
/// api.get_app(&app).send()?;
/// api.get_app("5d8cff3cd55b040010928b5b").send()?;
/// # Ok::<(), sunshine_conversations::Error>(())
/// ```
pub trait AsId<K>: sealed::Sealed {
    /// Returns the ID as text.
    fn as_id(&self) -> &str;
}

mod sealed {
    /// Keeps other crates from implementing [`AsId`](super::AsId), so that types can be added here.
    pub trait Sealed {}
}

/// Implements [`AsId`] for types that dereference to text.
macro_rules! as_id {
    ($($type:ty),*) => {
        $(
            impl sealed::Sealed for $type {}

            impl<K> AsId<K> for $type {
                fn as_id(&self) -> &str {
                    self
                }
            }
        )*
    };
}

as_id!(&str, &&str, String, &String, Cow<'_, str>, &Cow<'_, str>);

/// Implements [`AsId`] for IDs of the same kind.
macro_rules! as_id_of_kind {
    ($($type:ty),*) => {
        $(
            impl<K> sealed::Sealed for $type {}

            impl<K> AsId<K> for $type {
                fn as_id(&self) -> &str {
                    self
                }
            }
        )*
    };
}

as_id_of_kind!(Id<K>, &Id<K>, &&Id<K>, Cow<'_, Id<K>>, &Cow<'_, Id<K>>);

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    enum App {}

    type AppId = Id<App>;

    fn text(id: impl AsId<App>) -> String {
        id.as_id().to_owned()
    }

    #[test]
    fn an_id_is_created_from_text() {
        let owned = "a".to_owned();
        let id = AppId::from("a");
        for same in [
            AppId::from(&owned),
            AppId::from(owned.clone()),
            AppId::from(&id),
            AppId::from(Cow::Borrowed("a")),
            AppId::from(Cow::Borrowed(&id)),
            "a".parse().unwrap(),
            id.clone(),
        ] {
            assert_eq!(same, id);
        }
        assert_eq!((String::from(&id), String::from(id)), ("a".to_owned(), "a".to_owned()));
        assert_eq!(AppId::default(), "");
    }

    #[test]
    #[allow(clippy::cmp_owned, reason = "the comparisons are tested")]
    fn an_id_compares_as_text() {
        let id = AppId::from("a");
        assert!(id == *"a" && id == "a" && id == "a".to_owned());
        assert!(*"a" == id && "a" == id && "a".to_owned() == id);
        assert!(id != "b" && id < AppId::from("b") && id.len() == 1);
        assert_eq!((id.to_string(), format!("{id:?}"), format!("{id:>3}")), ("a".into(), "\"a\"".into(), "  a".into()));
        let map = HashMap::from([(id, 1)]);
        assert_eq!(map.get("a"), Some(&1));
    }

    #[test]
    fn an_id_is_text_in_json() {
        let id: AppId = serde_json::from_str(r#""\u0061""#).unwrap();
        assert_eq!(serde_json::to_string(&id).unwrap(), r#""a""#);
        assert!(serde_json::from_str::<AppId>("7").is_err());
    }

    #[test]
    #[allow(clippy::needless_borrows_for_generic_args, reason = "references are tested")]
    fn arguments_are_text_or_ids() {
        let (id, owned) = (AppId::from("a"), "a".to_owned());
        let (cow, cow_id) = (Cow::Borrowed("a"), Cow::Borrowed(&id).into_owned());
        let texts = [text("a"), text(&"a"), text(&owned), text(owned.clone()), text(&cow), text(cow)];
        let ids = [text(&id), text(&&id), text(cow_id), text(Cow::Borrowed(&id)), text(&Cow::Borrowed(&id))];
        assert!(texts.iter().chain(&ids).all(|text| text == "a"));
        assert_eq!(text(id), "a");
    }

    // IDs of all kinds can be shared between threads.
    #[test]
    fn an_id_is_send_and_sync() {
        fn check<T: Send + Sync>() {}
        check::<Id<*const ()>>();
    }
}
