//! Responses, and the errors that they are.

use std::time::SystemTime;

use http::header::LOCATION;
use http::{HeaderMap, Uri};
use ureq::BodyReader;

use super::error_body::{self, ErrorBody};
use crate::error::{Error, ErrorKind, Repeat, Result, request_id};
use crate::retry::retry_after;

/// A response.
pub(crate) struct RawResponse {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    /// Empty if the body is streamed.
    pub(crate) body: Vec<u8>,
    /// The body of a successful response, if the caller streams it.
    pub(super) stream: Option<BodyReader<'static>>,
    /// How many times the request was sent.
    pub(crate) attempts: u32,
}

impl RawResponse {
    pub(crate) fn of(status: u16, headers: HeaderMap, body: Vec<u8>) -> Self {
        Self { status, headers, body, stream: None, attempts: 1 }
    }

    /// Converts an error response to an error.
    pub(super) fn api_error(self, has_credentials: bool) -> Error {
        let body = error_body::read(&self.body);
        let hint = self.hint(has_credentials, body.is_api);
        self.into_error(body, hint)
    }

    pub(crate) fn into_error(self, ErrorBody { errors, is_api }: ErrorBody, hint: Option<String>) -> Error {
        let mut message = self.status.to_string();
        for (index, error) in errors.iter().enumerate() {
            message.push_str(if index == 0 { " " } else { "; " });
            message.push_str(error.code.as_deref().unwrap_or("error"));
            if let Some(title) = &error.title {
                message.push_str(": ");
                message.push_str(title);
            }
        }
        if errors.is_empty() {
            let reason = http::StatusCode::from_u16(self.status).ok().and_then(|status| status.canonical_reason());
            message.push(' ');
            message.push_str(reason.unwrap_or("error"));
        }
        if let Some(hint) = hint {
            message.push_str(&format!(" ({hint})"));
        }
        let mut api_error = Error::new(ErrorKind::Api, message);
        if !is_api && !self.body.is_empty() {
            api_error = api_error.with_body(&self.body);
        }
        let retry_after = retry_after(&self.headers, SystemTime::now());
        let repeat = match self.status {
            429 => Repeat::Always,
            503 if retry_after.is_some() => Repeat::Always,
            408 | 502..=504 => Repeat::Idempotent,
            _ => Repeat::Never,
        };
        api_error.with_errors(errors).with_response(self.status, self.headers).with_repeat(repeat, retry_after)
    }

    /// Returns how to fix an error, if the status code is enough to know.
    fn hint(&self, has_credentials: bool, is_api: bool) -> Option<String> {
        match self.status {
            300..=399 => {
                let to = self.headers.get(LOCATION).and_then(|to| to.to_str().ok()?.parse::<Uri>().ok());
                let to = to.and_then(|to| Some(format!(" to {}://{}", to.scheme()?, to.host()?))).unwrap_or_default();
                Some(format!(
                    "redirect{to} not followed, because it would send credentials to another host; check the base URL"
                ))
            }
            401 if !has_credentials => {
                Some("the client doesn't have credentials; set `ApiClientBuilder::credentials`".to_owned())
            }
            404 if !is_api => Some("this isn't an error of the API; check the subdomain or base URL".to_owned()),
            413 => Some("the API accepts 100 kB of JSON and files of 50 MB".to_owned()),
            423 => Some("the conversation is full; delete messages with `delete_all_messages`".to_owned()),
            _ => None,
        }
    }

    /// Creates the error for a successful response with an invalid body.
    pub(crate) fn mismatch(&self, error: &serde_json::Error) -> Error {
        let mismatch = if error.is_data() {
            Error::mismatch(&self.body, error)
        } else {
            let body = if self.body.is_empty() { "an empty body" } else { "a non-JSON body" };
            Error::new(ErrorKind::Decode, format!("{}: expected JSON, got {body}", self.status))
                .with_body(&self.body)
                // The parser's message may quote the response, so only the position is kept.
                .with_source(format_args!("line {}, column {}", error.line(), error.column()))
        };
        mismatch.with_response(self.status, self.headers.clone()).with_attempts(self.attempts)
    }
}

/// The outcome of an attempt or a call, for observers.
pub(super) struct Outcome<'a> {
    pub(super) status: Option<u16>,
    pub(super) error: Option<ErrorKind>,
    pub(super) request_id: Option<&'a str>,
    pub(super) received: Option<u64>,
}

impl<'a> Outcome<'a> {
    pub(super) fn of(result: &'a Result<RawResponse>) -> Self {
        match result {
            Ok(response) => Self {
                status: Some(response.status),
                error: None,
                request_id: request_id(&response.headers),
                received: response.stream.is_none().then_some(response.body.len() as u64),
            },
            Err(error) => Self {
                status: error.status(),
                error: Some(error.kind()),
                request_id: error.request_id(),
                received: None,
            },
        }
    }
}
