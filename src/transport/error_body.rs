//! The bodies of error responses: those of the API, and those of the servers in front of it.

use std::fmt;

use serde::Deserializer as _;
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::base::repair::or_repaired;
use crate::error::ApiError;
use crate::value::json::Json;

/// The most errors to keep of a response. The API returns one for each violation of a request.
const MAX_ERRORS: usize = 20;
/// The most bytes of an error's JSON. Longer ones are ignored, so that a large body isn't copied.
const MAX_ERROR_SIZE: usize = 16 * 1024;

/// The errors in a body, and whether the API itself sent them.
#[derive(Default)]
pub(crate) struct ErrorBody {
    pub(crate) errors: Vec<ApiError>,
    pub(crate) is_api: bool,
}

/// Reads the errors in a response body.
///
/// The API sends `{"errors": [{"code", "title"}]}`. Zendesk's gateway sends `{"error": {"title", "message"}}`,
/// `{"error": {"code", "description"}}`, `{"error": "…", "description": "…"}` or `{"message": "…"}`.
pub(crate) fn read(body: &[u8]) -> ErrorBody {
    let Ok(fields) =
        or_repaired(body, |text| serde_json::Deserializer::from_str(text).deserialize_map(Fields::default()))
    else {
        return ErrorBody::default();
    };
    if !fields.errors.is_empty() {
        return ErrorBody { errors: fields.errors, is_api: true };
    }
    ErrorBody { errors: fields.gateway_error().into_iter().collect(), is_api: false }
}

/// The fields of an error body.
#[derive(Default)]
struct Fields {
    errors: Vec<ApiError>,
    error: Option<Json>,
    code: Option<Json>,
    texts: Vec<Json>,
}

impl Fields {
    /// Returns the error of a server in front of the API.
    fn gateway_error(&self) -> Option<ApiError> {
        let text = |json: &Json| json.lenient_text().filter(|text| !text.is_empty());
        let within = |keys: &[&str]| -> Vec<String> {
            let inner = self.error.as_ref().filter(|error| error.is_object());
            let values = keys.iter().filter_map(|key| inner?.get::<Json>(key).ok()?);
            values.filter_map(|value| text(&value)).collect()
        };
        let mut titles = within(&["title", "message", "description"]);
        titles.extend(self.texts.iter().filter_map(text));
        titles.dedup();
        let mut code = self.code.as_ref().and_then(text).or_else(|| within(&["code", "type"]).into_iter().next());
        if let Some(error) = self.error.as_ref().and_then(text) {
            // OAuth: `{"error": "invalid_grant", "error_description": "…"}`.
            if titles.is_empty() { titles.push(error) } else { code = code.or(Some(error)) }
        }
        (code.is_some() || !titles.is_empty()).then(|| ApiError::new(code, titles.join(": ")))
    }
}

impl<'de> Visitor<'de> for Fields {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Self, A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "errors" => self.errors = map.next_value_seed(Errors)?,
                "error" => self.error = short(map.next_value()?),
                "code" => self.code = short(map.next_value()?),
                "message" | "description" | "error_description" | "title" | "detail" => {
                    self.texts.extend(short(map.next_value()?));
                }
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(self)
    }
}

/// Copies a value, unless it's too long.
fn short(json: &RawValue) -> Option<Json> {
    (json.get().len() <= MAX_ERROR_SIZE).then(|| Json::from_text(json.get()).ok())?
}

/// A list of errors. An object or text is one error.
struct Errors;

impl<'de> DeserializeSeed<'de> for Errors {
    type Value = Vec<ApiError>;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Vec<ApiError>, D::Error> {
        let raw: &RawValue = serde::Deserialize::deserialize(deserializer)?;
        if !raw.get().starts_with('[') {
            return Ok(short(raw).and_then(|json| ApiError::from_json(&json)).into_iter().collect());
        }
        let list = serde_json::Deserializer::from_str(raw.get()).deserialize_seq(self);
        Ok(list.unwrap_or_default())
    }
}

impl<'de> Visitor<'de> for Errors {
    type Value = Vec<ApiError>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<ApiError>, A::Error> {
        let mut errors = Vec::new();
        while let Some(raw) = list.next_element::<&RawValue>()? {
            if errors.len() < MAX_ERRORS {
                errors.extend(short(raw).and_then(|json| ApiError::from_json(&json)));
            }
        }
        Ok(errors)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summary(body: &str) -> Vec<(Option<String>, Option<String>)> {
        read(body.as_bytes()).errors.into_iter().map(|error| (error.code, error.title)).collect()
    }

    #[test]
    fn bodies_of_the_api_and_of_gateways_are_read() {
        for (body, code, title) in [
            (r#"{"errors":[{"code":"not_found","title":"No user"}]}"#, Some("not_found"), Some("No user")),
            (r#"{"errors":"broken"}"#, None, Some("broken")),
            (
                r#"{"error":{"title":"No help desk","message":"acme doesn't exist"}}"#,
                None,
                Some("No help desk: acme doesn't exist"),
            ),
            (r#"{"error":"Couldn't authenticate you"}"#, None, Some("Couldn't authenticate you")),
            (r#"{"message":"no Route matched"}"#, None, Some("no Route matched")),
            (r#"{"error":{"code":"Forbidden","description":"No"}}"#, Some("Forbidden"), Some("No")),
            (r#"{"error":"invalid_grant","error_description":"Expired"}"#, Some("invalid_grant"), Some("Expired")),
            (r#"{"error":"RecordNotFound","description":"Not found"}"#, Some("RecordNotFound"), Some("Not found")),
            (r#"{"code":429,"message":"Slow down"}"#, Some("429"), Some("Slow down")),
            ("\u{feff}{\"message\":\"\\ud83d\"}", None, Some("\u{fffd}")),
        ] {
            assert_eq!(summary(body), [(code.map(str::to_owned), title.map(str::to_owned))], "{body}");
        }
        for body in ["", "{}", "[]", "null", r#"{"error":null}"#, r#"{"message":[]}"#, r#"{"errors":[]}"#, "<html>"] {
            assert_eq!(summary(body), [], "{body}");
        }
        assert!(read(br#"{"errors":[{"code":"x"}]}"#).is_api && !read(br#"{"message":"x"}"#).is_api);
    }

    #[test]
    fn the_number_and_size_of_errors_are_limited() {
        let many = format!(r#"{{"errors":[{}{{}}]}}"#, r#"{"code":"x"},"#.repeat(1000));
        assert_eq!(summary(&many).len(), MAX_ERRORS);
        let long =
            format!(r#"{{"errors":[{{"title":"{}"}},{{"code":"x"}}],"message":"{0}"}}"#, "x".repeat(MAX_ERROR_SIZE));
        assert_eq!(summary(&long), [(Some("x".to_owned()), None)]);
    }
}
