//! Conversions of models that describe the same object: the tables [`same_object!`] and [`body_of!`].

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::decode::model::Model;
use crate::decode::sending::sending;
use crate::error::{Error, Result};
use crate::value::json::{Json, ObjectText};

/// Converts the form of an object in webhooks to the one in responses: `same_object! { MessageWebhook => Message }`.
///
/// Fields that only the first one has become unknown fields of the other, so nothing is lost.
macro_rules! same_object {
    ($from:ident => $to:ident) => {
        #[doc = ::core::concat!(
                    "Converts the form of webhooks to that of responses. Fields that [`", ::core::stringify!($to),
                    "`] lacks are in its `extra()`."
                )]
        ///
        /// # Errors
        /// If a required field is missing, such as the ID.
        impl ::core::convert::TryFrom<&$from> for $to {
            type Error = $crate::Error;

            #[inline]
            fn try_from(object: &$from) -> ::core::result::Result<Self, $crate::Error> {
                $crate::decode::convert::through_json(object)
            }
        }
    };
}

/// Converts a record to the body that updates it: `body_of! { User => UserUpdateBody }`.
macro_rules! body_of {
    ($from:ident => $to:ident) => {
        #[doc = ::core::concat!(
                            "Returns the body that sets all fields to the values of a [`", ::core::stringify!($from),
                            "`]. Missing and read-only fields are kept."
                        )]
        ///
        /// # Errors
        /// If a field has another type in updates.
        impl ::core::convert::TryFrom<&$from> for $to {
            type Error = $crate::Error;

            #[inline]
            fn try_from(record: &$from) -> ::core::result::Result<Self, $crate::Error> {
                $crate::decode::convert::without_other_fields(record)
            }
        }

        impl $to {
            #[doc = ::core::concat!(
                "Returns the body that changes `before` to `after`, two versions of a [`", ::core::stringify!($from), "`]."
            )]
            ///
            /// It only has the fields that differ: see [`is_empty`](Self::is_empty). A field that `after` lacks is cleared.
            /// Objects with known fields are compared field by field. Other objects, such as metadata, and lists are replaced.
            ///
            /// # Errors
            /// If `after` lacks a field that the API can't clear; the error names it.
            #[inline]
            pub fn diff(before: &$from, after: &$from) -> $crate::Result<Self> {
                $crate::decode::convert::difference(before, after)
            }

            /// Returns `true` if the body doesn't change anything.
            #[must_use]
            #[inline]
            pub fn is_empty(&self) -> bool {
                $crate::decode::convert::is_empty(self)
            }
        }
    };
}

pub(crate) use {body_of, same_object};

/// Returns the body that changes one record to another.
pub(crate) fn difference<A: Model + Serialize, B: Model + Serialize + DeserializeOwned>(
    before: &A,
    after: &A,
) -> Result<B> {
    let (before, after) = (fields_of::<A, B>(before)?, fields_of::<A, B>(after)?);
    let is_free_form = |key: &str| {
        let kinds = B::KEYS.iter().zip(B::KINDS);
        kinds.into_iter().any(|(known, kind)| *known == key && kind.ends_with(" Json"))
    };
    let mut body = ObjectText::default();
    for (key, value) in changes(&before, &after) {
        let earlier = before.iter().find(|(known, _)| *known == key).map(|(_, value)| value);
        match (earlier, value) {
            // Free-form objects are replaced, and those with known fields are compared.
            (Some(earlier), Some(value)) if earlier.is_object() && value.is_object() && !is_free_form(&key) => {
                let mut inner = ObjectText::default();
                for (key, value) in changes(&earlier.fields(), &value.fields()) {
                    inner.push(&key, value.as_ref().map_or("null", Json::as_str));
                }
                body.push(&key, &inner.finish());
            }
            (_, value) => body.push(&key, value.as_ref().map_or("null", Json::as_str)),
        }
    }
    let text = body.finish();
    let body: B = serde_json::from_str(&text).map_err(|error| Error::mismatch(text.as_bytes(), &error))?;
    // A field that can't be null has lost it.
    let written = Json::new(&body)?;
    for (key, value) in Json::from_text(text)?.fields() {
        let kept = written.get::<Json>(&key)?.unwrap_or_default();
        let is_lost = value.as_str() == "null" && !written.fields().iter().any(|(known, _)| *known == key);
        if is_lost || (value.is_object() && kept.fields().len() != value.fields().len()) {
            return Err(Error::invalid(&key, "a field that was removed can't be cleared by the API"));
        }
    }
    Ok(body)
}

/// The fields whose values differ. `None` if a field was removed.
fn changes(before: &[(String, Json)], after: &[(String, Json)]) -> Vec<(String, Option<Json>)> {
    let value_of = |fields: &[(String, Json)], key: &str| {
        fields.iter().find(|(known, _)| known == key).map(|(_, value)| value.clone())
    };
    let changed = after.iter().filter(|(key, value)| value_of(before, key).as_ref() != Some(value));
    let changed = changed.map(|(key, value)| (key.clone(), Some(value.clone())));
    let removed = before.iter().filter(|(key, _)| value_of(after, key).is_none()).map(|(key, _)| (key.clone(), None));
    changed.chain(removed).collect()
}

/// Returns `true` if a body doesn't change anything.
pub(crate) fn is_empty<B: Serialize>(body: &B) -> bool {
    Json::new(body).is_ok_and(|json| json.as_str() == "{}")
}

pub(crate) fn through_json<A: Serialize, B: DeserializeOwned>(object: &A) -> Result<B> {
    let json = serde_json::to_string(object).map_err(|error| Error::at(String::new(), &error.to_string()))?;
    serde_json::from_str(&json).map_err(|error| Error::mismatch(json.as_bytes(), &error))
}

pub(crate) fn without_other_fields<A: Model + Serialize, B: Model + DeserializeOwned>(record: &A) -> Result<B> {
    let mut body = ObjectText::default();
    fields_of::<A, B>(record)?.iter().for_each(|(key, value)| body.push(key, value.as_str()));
    let body = body.finish();
    serde_json::from_str(&body).map_err(|error| Error::mismatch(body.as_bytes(), &error))
}

/// Returns the fields of a record that its update body has, and those that the record doesn't know.
fn fields_of<A: Model + Serialize, B: Model>(record: &A) -> Result<Vec<(String, Json)>> {
    // As in a request: without read-only fields.
    let mut fields = sending(|| Json::new(record))?.fields();
    fields.retain(|(key, _)| B::KEYS.contains(&key.as_str()) || !A::KEYS.contains(&key.as_str()));
    Ok(fields)
}
