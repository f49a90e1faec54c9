//! One error of an error response.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::value::extra::Extra;
use crate::value::json::Json;

/// One error of an error response.
///
/// ```
/// # use sunshine_conversations::ApiError;
/// let error: ApiError = serde_json::from_str(r#"{"code": "bad_request", "title": "Too long", "field": "text"}"#)?;
/// assert_eq!(error.code.as_deref(), Some("bad_request"));
/// assert_eq!(error.extra().get::<String>("field")?.as_deref(), Some("text"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ApiError {
    /// The code, for example `not_found`.
    pub code: Option<String>,
    /// A description of the error.
    pub title: Option<String>,
    extra: Extra,
}

impl ApiError {
    /// Returns the fields that this version of the crate doesn't know.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    pub(crate) fn new(code: Option<String>, title: String) -> Self {
        Self { code, title: Some(title).filter(|title| !title.is_empty()), extra: Extra::default() }
    }

    /// Decodes an error: an object, or text that is its title. It's lenient, so that an unusual error isn't lost.
    pub(crate) fn from_json(json: &Json) -> Option<Self> {
        let mut error = Self::default();
        if !json.is_object() {
            error.title = Some(json.lenient_text()?);
        }
        for (key, value) in json.fields() {
            let known = match key.as_str() {
                "code" => &mut error.code,
                "title" => &mut error.title,
                _ => {
                    error.extra.push(key.into(), value);
                    continue;
                }
            };
            *known = value.lenient_text();
            if known.is_none() && value.as_str() != "null" {
                error.extra.push(key.into(), value);
            }
        }
        Some(error)
    }

    pub(crate) fn map_text(&mut self, change: impl Fn(String) -> String) {
        self.code = self.code.take().map(&change);
        self.title = self.title.take().map(&change);
        let mut extra = Extra::default();
        for (key, value) in &self.extra {
            // The value is discarded if the change breaks the JSON.
            let value = Json::from_text(change(value.as_str().to_owned())).unwrap_or_default();
            extra.push(change(key.to_owned()).into(), value);
        }
        self.extra = extra;
    }
}

impl Serialize for ApiError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let known = [("code", &self.code), ("title", &self.title)];
        let known = known
            .into_iter()
            .filter_map(|(key, text)| Some((key.to_owned(), Json::from(serde_json::Value::from(text.clone()?)))));
        let extra = self.extra.iter().map(|(key, value)| (key.to_owned(), value.clone()));
        serializer.collect_map(known.chain(extra))
    }
}

impl<'de> Deserialize<'de> for ApiError {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = || D::Error::custom("invalid type: expected an object");
        Self::from_json(&Json::deserialize(deserializer)?).ok_or_else(expected)
    }
}
