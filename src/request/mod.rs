//! Requests as bytes, and the rules for their parts.

pub(crate) mod headers;
#[allow(dead_code, reason = "used if the document needs it")]
pub(crate) mod operation;
#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
pub(crate) mod parameters;
pub(crate) mod target;
pub(crate) mod url;

use std::time::Duration;

use http::{HeaderMap, HeaderValue, Method};
use serde_json::Value;

use self::operation::Operation;
use self::parameters::{Query, Style, form, push_percent_encoded, query_pairs, simple_text};
use crate::base::redact::secrets_in;
use crate::base::repair::scalar_text;
use crate::body::multipart::Parts;
use crate::error::{Error, Result};
use crate::retry::{RetryPolicy, is_idempotent};

/// The longest URL, in bytes, that the crate http can represent.
pub(crate) const MAX_URL: usize = 65_534;
/// A request.
pub(crate) struct Request {
    pub(crate) operation: &'static str,
    pub(crate) method: Method,
    pub(crate) path: String,
    /// The path with parameter names in braces, if it is known.
    pub(crate) template: Option<&'static str>,
    pub(crate) query: Query,
    pub(crate) headers: HeaderMap,
    pub(crate) cookies: Vec<(String, String)>,
    pub(crate) body: Body,
    /// The parts of [`Body::Multipart`].
    pub(crate) parts: Parts,
    /// The operation's server, if it isn't the client's.
    pub(crate) server: Option<&'static str>,
    pub(crate) accept: &'static str,
    /// Overrides the client's timeout.
    pub(crate) timeout: Option<Option<Duration>>,
    /// Overrides the client's policy.
    pub(crate) retry: Option<RetryPolicy>,
    /// Whether the call can be performed twice.
    pub(crate) idempotent: bool,
    /// The credentials of the last attempt. They can change, since tokens expire.
    pub(crate) authorization: Option<HeaderValue>,
    /// Whether a redirect is a successful response.
    pub(crate) redirects: bool,
    /// Whether the client's credentials aren't sent.
    pub(crate) anonymous: bool,
    /// The first invalid argument.
    pub(crate) invalid: Option<Error>,
}

pub(crate) enum Body {
    None,
    Json(Vec<u8>),
    /// A URL-encoded form, and the secrets in it.
    Form {
        text: String,
        secrets: Vec<String>,
    },
    /// Any other media type.
    Raw {
        content_type: HeaderValue,
        bytes: Vec<u8>,
    },
    /// A multipart form.
    Multipart,
}

impl Request {
    pub(crate) fn new<O: Operation>(method: Method, path: String) -> Self {
        Self {
            operation: O::NAME,
            idempotent: is_idempotent(&method),
            method,
            path,
            template: None,
            query: Query::default(),
            headers: HeaderMap::new(),
            cookies: Vec::new(),
            body: Body::None,
            parts: Parts::default(),
            server: O::SERVER,
            accept: O::ACCEPT,
            timeout: None,
            retry: None,
            authorization: None,
            redirects: O::REDIRECTS,
            anonymous: O::ANONYMOUS,
            invalid: None,
        }
    }

    /// Sets the path from its template.
    pub(crate) fn set_path(&mut self, template: &str, parameters: &[(&str, &str)]) {
        let mut path = String::with_capacity(template.len() + 48);
        let mut rest = template;
        while let Some((before, (parameter, after))) =
            rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
        {
            path.push_str(before);
            let value = parameters.iter().find(|(name, _)| *name == parameter).map_or("", |(_, value)| value);
            if value.trim().is_empty() {
                self.reject(parameter, "must not be empty");
            } else if value == "." || value == ".." {
                self.reject(parameter, "must not be `.` or `..`");
            }
            push_percent_encoded(&mut path, value);
            if path.len() > MAX_URL {
                self.reject(parameter, "is too long for a URL");
                path.truncate(MAX_URL);
            }
            rest = after;
        }
        path.push_str(rest);
        self.path = path;
    }

    /// Returns the secrets of the request, without those of the client.
    pub(crate) fn secrets(&self) -> Vec<String> {
        let mut secrets = Vec::new();
        // The credentials that were sent; another thread may have renewed the client's token since then.
        let sent = self.authorization.as_ref().and_then(|header| header.to_str().ok()?.split_once(' '));
        secrets.extend(sent.map(|(_, token)| token.to_owned()));
        for (name, value) in &self.headers {
            secrets.extend(headers::secrets_in(name, value));
        }
        secrets.extend(self.cookies.iter().map(|(_, value)| value.clone()));
        secrets.extend(self.query.secrets().map(str::to_owned));
        match &self.body {
            Body::Json(json) => secrets.extend(secrets_in(json)),
            Body::Form { secrets: in_form, .. } => secrets.extend_from_slice(in_form),
            Body::Multipart => secrets.extend(self.parts.texts().flat_map(|(name, text)| {
                let part = serde_json::json!({ name: text }).to_string();
                [secrets_in(part.as_bytes()), secrets_in(text.as_bytes())].concat()
            })),
            Body::Raw { bytes, .. } => secrets.extend(secrets_in(bytes)),
            Body::None => {}
        }
        secrets
    }

    /// Returns the size of the body, if it is known.
    pub(crate) fn size(&self) -> Option<u64> {
        match &self.body {
            Body::None => Some(0),
            Body::Json(bytes) | Body::Raw { bytes, .. } => Some(bytes.len() as u64),
            Body::Form { text, .. } => Some(text.len() as u64),
            Body::Multipart => None,
        }
    }

    /// Returns `true` if another attempt is impossible after sending has started.
    pub(crate) fn is_stream(&self) -> bool {
        matches!(self.body, Body::Multipart) && self.parts.is_stream()
    }

    /// Returns `true` if the body can be sent again.
    pub(crate) fn is_repeatable(&self) -> bool {
        !matches!(self.body, Body::Multipart) || self.parts.is_repeatable()
    }

    /// Rejects an argument. The first rejection is returned when the call is sent.
    pub(crate) fn reject(&mut self, parameter: &str, message: &str) {
        self.reject_with(Error::invalid(parameter, message));
    }

    fn reject_with(&mut self, error: Error) {
        self.invalid.get_or_insert(error);
    }

    pub(crate) fn set_query(&mut self, name: &str, style: Style, value: Result<Value>) {
        match value.and_then(|value| query_pairs(name, style, &value)) {
            Ok(pairs) => self.query.set(name, pairs),
            Err(error) => self.reject_with(error),
        }
    }

    pub(crate) fn set_header(&mut self, name: &str, value: &str) {
        match headers::parse(name, value) {
            Ok((name, value)) => drop(self.headers.insert(name, value)),
            Err(message) => self.reject(name, message),
        }
    }

    pub(crate) fn set_header_parameter(&mut self, name: &str, value: Result<Value>) {
        match value.and_then(|value| simple_text(name, &value)) {
            Ok(Some(text)) => self.set_header(name, &text),
            Ok(None) => drop(self.headers.remove(name)),
            Err(error) => self.reject_with(error),
        }
    }

    pub(crate) fn set_cookie(&mut self, name: &str, value: Result<Value>) {
        match value.and_then(|value| simple_text(name, &value)) {
            Ok(text) => {
                self.cookies.retain(|(known, _)| known != name);
                let text = text.unwrap_or_default();
                if !text.bytes().all(is_cookie_byte) {
                    self.reject(name, "cookie value contains invalid characters");
                } else if !text.is_empty() {
                    self.cookies.push((name.to_owned(), text));
                }
            }
            Err(error) => self.reject_with(error),
        }
    }

    pub(crate) fn set_json(&mut self, json: serde_json::Result<Vec<u8>>) {
        match json {
            Ok(json) => self.body = Body::Json(json),
            Err(error) => self.reject("body", &error.to_string()),
        }
    }

    pub(crate) fn set_form(&mut self, body: Result<Value>) {
        match body.and_then(|body| Ok((form(&body)?, body))) {
            Ok((text, body)) => {
                self.body = Body::Form { text, secrets: secrets_in(body.to_string().as_bytes()) };
            }
            Err(error) => self.reject_with(error),
        }
    }

    pub(crate) fn set_raw(&mut self, content_type: &str, bytes: Vec<u8>) {
        match HeaderValue::try_from(content_type) {
            Ok(content_type) => self.body = Body::Raw { content_type, bytes },
            Err(_) => self.reject("body", "the media type contains invalid characters"),
        }
    }

    /// Returns the parts of the body. Any other body is discarded.
    pub(crate) fn parts(&mut self) -> &mut Parts {
        if !matches!(self.body, Body::Multipart) {
            self.body = Body::Multipart;
            self.parts = Parts::default();
        }
        &mut self.parts
    }

    pub(crate) fn set_part(&mut self, name: &str, value: Result<Value>, content_type: Option<&str>) {
        let value = match value {
            Ok(value) => value,
            Err(error) => return self.reject_with(error),
        };
        let parts = self.parts();
        parts.remove(name);
        match (value, content_type) {
            (Value::Array(items), None) => items.iter().for_each(|item| push_part(parts, name, item, None)),
            (value, content_type) => push_part(parts, name, &value, content_type),
        }
    }
}

/// Adds a part: text unchanged, everything else as JSON.
fn push_part(parts: &mut Parts, name: &str, value: &Value, content_type: Option<&str>) {
    let is_json = content_type.is_some_and(|media_type| media_type.contains("json"));
    match scalar_text(value).filter(|_| !is_json) {
        Some(text) => parts.push_text(name, text, content_type),
        None if value.is_null() => {}
        None => parts.push_text(name, value.to_string(), content_type.or(Some("application/json"))),
    }
}

/// Whether a byte may be in the value of a cookie (RFC 6265); a comma separates items of a list.
fn is_cookie_byte(byte: u8) -> bool {
    matches!(byte, b'!'..=b'~') && !matches!(byte, b'"' | b';' | b'\\')
}
