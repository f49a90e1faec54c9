//! The error type of this crate.

mod api_error;
pub(crate) mod locate;
mod values;

use std::error::Error as StdError;
use std::fmt;
use std::io;
use std::time::Duration;

use http::{HeaderMap, Method};

pub use self::api_error::ApiError;
use self::locate::locate;
use crate::base::repair::{from_json, repaired};
use crate::value::json::Json;

/// Either a value or an [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// An error from building a client, making a call, or decoding a value.
///
/// Use [`status`](Self::status) or [`is_not_found`](Self::is_not_found) and its relatives for error responses, [`is_timeout`](Self::is_timeout) and
/// [`is_retryable`](Self::is_retryable) for failures that may be temporary, and [`kind`](Self::kind) for all cases. The
/// message includes the fix if there is one. It never contains credentials.
///
/// ```no_run
/// # use sunshine_conversations::ApiClient;
/// # let api = ApiClient::from_env().unwrap();
/// match api.get_user("5d8cff3cd55b040010928b5b", "steve").send() {
///     Ok(found) => println!("{:?}", found.user),
///     Err(error) if error.is_not_found() => println!("no such user"),
///     Err(error) if error.is_retryable() => println!("later: {error}"),
///     Err(error) => eprintln!("{error}"),
/// }
/// ```
pub struct Error(Box<Inner>);

/// The category of an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client configuration is invalid.
    Configuration,
    /// An argument is invalid. Nothing was sent. [`Error::parameter`] returns its name.
    InvalidInput,
    /// The file to upload could not be read. Part of it may have been sent.
    Upload,
    /// A downloaded file could not be written, or it changed or was sent wrongly while it was downloaded.
    Download,
    /// The server could not be reached, or the connection failed.
    Connection,
    /// The call timed out.
    Timeout,
    /// The API returned an error: see [`Error::status`] and [`Error::errors`].
    Api,
    /// A response, webhook or other value doesn't match its type: see [`Error::field`] and [`Error::body`].
    Decode,
    /// A request or response exceeds a size limit.
    TooLarge,
    /// The server returned a repeated or missing cursor while paging.
    Paging,
    /// A call wasn't sent, because its turn would be after its timeout: see [`RateLimit`](crate::RateLimit). An error
    /// response with status code 429 is an [`Api`](Self::Api) error.
    RateLimited,
}

/// The calls that may be retried after an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Repeat {
    /// None: a retry would fail in the same way.
    Never,
    /// Idempotent calls: the server may have performed the call.
    Idempotent,
    /// All: the server didn't perform the call.
    Always,
}

/// The most bytes of a body to search for secrets before it is shortened. Far more than the part that is kept, so that a
/// secret that is cut at the end isn't kept.
const MAX_BODY: usize = 64 * 1024;

struct Inner {
    kind: ErrorKind,
    message: String,
    operation: Option<&'static str>,
    method: Option<Method>,
    path: String,
    status: Option<u16>,
    errors: Vec<ApiError>,
    headers: Option<HeaderMap>,
    body: Option<String>,
    field: Option<String>,
    json: Option<Json>,
    parameter: Option<String>,
    source: Option<Cause>,
    repeat: Repeat,
    attempts: u32,
    retry_after: Option<Duration>,
}

/// The cause of an error. Anything but an I/O error is kept as text, because it may quote the request.
enum Cause {
    Io(io::Error),
    Text(Text),
}

#[derive(Debug)]
struct Text(String);

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl StdError for Text {}

impl Cause {
    fn as_error(&self) -> &(dyn StdError + 'static) {
        match self {
            Self::Io(error) => error,
            Self::Text(text) => text,
        }
    }

    fn map_text(self, change: impl Fn(String) -> String) -> Self {
        match self {
            Self::Io(error) => Self::Io(io::Error::new(error.kind(), change(error.to_string()))),
            Self::Text(Text(text)) => Self::Text(Text(change(text))),
        }
    }
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            kind,
            message: message.into(),
            operation: None,
            method: None,
            path: String::new(),
            status: None,
            errors: Vec::new(),
            headers: None,
            body: None,
            field: None,
            json: None,
            parameter: None,
            source: None,
            repeat: Repeat::Never,
            attempts: 0,
            retry_after: None,
        }))
    }

    pub(crate) fn configuration(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Configuration, message)
    }

    pub(crate) fn invalid(parameter: &str, message: impl fmt::Display) -> Self {
        let mut error = Self::new(ErrorKind::InvalidInput, format!("{parameter}: {message}"));
        error.0.parameter = Some(parameter.to_owned());
        error
    }

    /// Creates an error for JSON that doesn't match a type.
    pub(crate) fn mismatch(text: &[u8], error: &serde_json::Error) -> Self {
        let repaired = repaired(text);
        let (field, message) = locate(repaired.as_deref().map_or(text, str::as_bytes), error);
        Self::at(field, &message)
    }

    /// Creates an error for the value of a field.
    pub(crate) fn at(field: String, message: &str) -> Self {
        let at = if field.is_empty() { String::new() } else { format!("at `{field}`: ") };
        let mut mismatch = Self::new(ErrorKind::Decode, format!("{at}{message}"));
        mismatch.0.field = Some(field);
        mismatch
    }

    /// Converts the error of a field's value to that of the object.
    pub(crate) fn within(self, key: &str) -> Self {
        let (inner, mut field) = (self.0.field.unwrap_or_default(), key.to_owned());
        let at = format!("at `{inner}`: ");
        let message = self.0.message.strip_prefix(&at).unwrap_or(&self.0.message);
        if !inner.is_empty() && !inner.starts_with('[') {
            field.push('.');
        }
        field.push_str(&inner);
        Self::at(field, message)
    }

    /// Converts the error of an item to that of its page.
    pub(crate) fn of_page(mut self, count: usize, page: &[u8]) -> Self {
        if count > 1 {
            let others = if count == 2 { "1 more item".to_owned() } else { format!("{} more items", count - 1) };
            self.0.message = format!("{} (and {others})", self.0.message);
        }
        self.0.json = from_json(page).ok();
        self
    }

    /// Adds the JSON that doesn't match its type.
    pub(crate) fn with_json(mut self, json: Json) -> Self {
        self.0.json = Some(json);
        self
    }

    /// Creates an error for text that isn't JSON. The parser's own message may quote the text, so only the position is kept.
    pub(crate) fn not_json(error: &serde_json::Error) -> Self {
        let message = format!("invalid JSON at line {}, column {}", error.line(), error.column());
        Self::new(ErrorKind::Decode, message)
    }

    /// Creates an error for a request that exceeds a size limit.
    pub(crate) fn too_large(parameter: &str, message: impl fmt::Display) -> Self {
        Self::invalid(parameter, message).with_kind(ErrorKind::TooLarge)
    }

    pub(crate) fn with_kind(mut self, kind: ErrorKind) -> Self {
        self.0.kind = kind;
        self
    }

    pub(crate) fn with_call(mut self, operation: &'static str, method: &Method, path: &str) -> Self {
        self.0.operation = Some(operation);
        self.0.method = Some(method.clone());
        path.clone_into(&mut self.0.path);
        self
    }

    pub(crate) fn with_response(mut self, status: u16, headers: HeaderMap) -> Self {
        self.0.status = Some(status);
        self.0.headers = Some(headers);
        self
    }

    /// Sets which calls may be retried, and how long to wait if the server sent `Retry-After`.
    pub(crate) fn with_repeat(mut self, repeat: Repeat, retry_after: Option<Duration>) -> Self {
        self.0.repeat = repeat;
        self.0.retry_after = retry_after;
        self
    }

    pub(crate) fn with_attempts(mut self, attempts: u32) -> Self {
        self.0.attempts = attempts;
        self
    }

    /// Adds the reason why a call wasn't retried.
    pub(crate) fn with_note(mut self, note: &str) -> Self {
        self.0.message = format!("{} ({note})", self.0.message);
        self
    }

    pub(crate) fn repeat(&self) -> Repeat {
        self.0.repeat
    }

    pub(crate) fn with_errors(mut self, errors: Vec<ApiError>) -> Self {
        self.0.errors = errors;
        self
    }

    /// Adds the beginning of a response body.
    pub(crate) fn with_body(mut self, body: &[u8]) -> Self {
        let start = body.get(..MAX_BODY).unwrap_or(body);
        self.0.body = Some(String::from_utf8_lossy(start).into_owned());
        self
    }

    /// Shortens the body. Call it after `map_text`, which can't recognize shortened secrets.
    pub(crate) fn shorten_body(mut self, characters: usize) -> Self {
        if let Some(body) = &mut self.0.body
            && let Some((at, _)) = body.char_indices().nth(characters)
        {
            body.truncate(at);
            body.push('…');
        }
        self
    }

    /// Changes all text, because a response may quote the request.
    pub(crate) fn map_text(mut self, change: impl Fn(String) -> String) -> Self {
        let inner = &mut *self.0;
        inner.message = change(std::mem::take(&mut inner.message));
        inner.body = inner.body.take().map(&change);
        inner.field = inner.field.take().map(&change);
        // The JSON is discarded if the change breaks it.
        let json = inner.json.take();
        inner.json = json.and_then(|json| Json::from_text(change(json.as_str().to_owned())).ok());
        inner.source = inner.source.take().map(|source| source.map_text(&change));
        for error in &mut inner.errors {
            error.map_text(&change);
        }
        self
    }

    pub(crate) fn with_source(mut self, source: impl fmt::Display) -> Self {
        self.0.source = Some(Cause::Text(Text(source.to_string())));
        self
    }

    pub(crate) fn with_io_source(mut self, source: io::Error) -> Self {
        self.0.source = Some(Cause::Io(source));
        self
    }

    /// Returns the category of the error.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Returns the operation's name in the API reference, for example `GetUser`.
    #[must_use]
    pub fn operation(&self) -> Option<&str> {
        self.0.operation
    }

    /// Returns the request method.
    #[must_use]
    pub fn method(&self) -> Option<&Method> {
        self.0.method.as_ref()
    }

    /// Returns the request path, without host and query.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        self.0.method.as_ref().map(|_| self.0.path.as_str())
    }

    /// Returns the status code of the response, if there was a response.
    #[doc(alias("status_code"))]
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.0.status
    }

    /// Returns `true` if the status code is 401: the credentials are missing or invalid.
    #[doc(alias("401", "unauthorized"))]
    #[must_use]
    pub fn is_unauthorized(&self) -> bool {
        self.0.status == Some(401)
    }

    /// Returns `true` if the status code is 403: the credentials don't permit the call.
    #[doc(alias("403", "forbidden"))]
    #[must_use]
    pub fn is_forbidden(&self) -> bool {
        self.0.status == Some(403)
    }

    /// Returns `true` if the status code is 404: the object, or one that contains it, doesn't exist.
    ///
    /// ```no_run
    /// use sunshine_conversations::{ApiClient, Error, models::UserResponse};
    ///
    /// /// Returns a user, or `None` if there is no user with this ID.
    /// fn find_user(api: &ApiClient, app: &str, id: &str) -> Result<Option<UserResponse>, Error> {
    ///     match api.get_user(app, id).send() {
    ///         Ok(found) => Ok(Some(found)),
    ///         Err(error) if error.is_not_found() => Ok(None),
    ///         Err(error) => Err(error),
    ///     }
    /// }
    /// ```
    #[doc(alias("404", "not found"))]
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.0.status == Some(404)
    }

    /// Returns `true` if the status code is 409: the call conflicts with the state of the API, for example because a user with
    /// the same external ID exists.
    #[doc(alias("409", "conflict", "duplicate", "already exists"))]
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        self.0.status == Some(409)
    }

    /// Returns `true` if the status code is 429: too many requests. See [`retry_after`](Self::retry_after).
    #[doc(alias("429", "rate limit", "throttle", "too many requests"))]
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        self.0.status == Some(429) || self.0.kind == ErrorKind::RateLimited
    }

    /// Returns `true` if the status code is 500 or more: the server failed, not the request.
    #[doc(alias("500", "5xx"))]
    #[must_use]
    pub fn is_server_error(&self) -> bool {
        self.0.status.is_some_and(|status| status >= 500)
    }

    /// Returns the errors in the response.
    ///
    /// Only 400 responses have several. Empty if the body isn't from the API, for example a gateway's HTML page.
    #[must_use]
    pub fn errors(&self) -> &[ApiError] {
        &self.0.errors
    }

    /// Returns the code of the first of the [`errors`](Self::errors), for example `not_found`.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.0.errors.first()?.code.as_deref()
    }

    /// Returns the response headers.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.headers.as_ref()
    }

    /// Returns the ID that the server gave the request, from the header `X-Request-Id` or `X-Zendesk-Request-Id`. Zendesk's
    /// support needs it to find a request.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        request_id(self.0.headers.as_ref()?)
    }

    /// Returns the beginning of a response body that isn't the API's JSON, for example an HTML page.
    #[must_use]
    pub fn body(&self) -> Option<&str> {
        self.0.body.as_deref()
    }

    /// Returns the path of the field that doesn't match its type, for example `messages[3].content.text`. Empty if the
    /// value itself has the wrong type.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        self.0.field.as_deref()
    }

    /// Returns the JSON that doesn't match its type: an item of a listing, or a page if [`Call::pages`](crate::Call::pages)
    /// yielded the error.
    #[must_use]
    pub fn json(&self) -> Option<&Json> {
        self.0.json.as_ref()
    }

    /// Returns the name of the invalid argument, as the API writes it, for example `page[size]`.
    #[must_use]
    pub fn parameter(&self) -> Option<&str> {
        self.0.parameter.as_deref()
    }

    /// Returns `true` if the call timed out.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.0.kind == ErrorKind::Timeout
    }

    /// Returns `true` if the same call may succeed later: after a failed connection, a timeout, the client's rate limit, or
    /// status code 408, 429, 500, 502, 503 or 504.
    ///
    /// The call has already been retried as its [`RetryPolicy`](crate::RetryPolicy) allows. Retrying may perform the call
    /// twice: after a timeout, a message may have been posted. See [`is_safe_to_retry`](Self::is_safe_to_retry).
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self.0.kind {
            ErrorKind::Connection | ErrorKind::Timeout => self.0.repeat != Repeat::Never,
            ErrorKind::RateLimited => true,
            ErrorKind::Api => matches!(self.0.status, Some(408 | 429 | 500 | 502 | 503 | 504)),
            _ => false,
        }
    }

    /// Returns `true` if the API certainly didn't perform the call, so that a retry can't perform it twice.
    ///
    /// This is the case if the call was rejected before it was sent, if the connection failed, or if the response was 429, or
    /// 503 with `Retry-After`. `false` for errors that don't belong to a call, because calls before them may have succeeded.
    #[must_use]
    pub fn is_safe_to_retry(&self) -> bool {
        let is_call = self.0.operation.is_some() && self.0.kind != ErrorKind::Paging;
        is_call && (self.0.attempts == 0 || self.0.repeat == Repeat::Always)
    }

    /// Returns how many times the request was sent. 0 if it was rejected before sending or isn't tied to a call.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// Returns the server's `Retry-After`, measured from when the response arrived. For the kind
    /// [`RateLimited`](ErrorKind::RateLimited), returns the time until the call's turn.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(method) = &self.0.method {
            write!(f, "{method} {}: ", self.0.path)?;
        }
        write!(f, "{}", OneLine(&self.0.message))?;
        match self.0.attempts {
            0 | 1 => Ok(()),
            attempts => write!(f, " ({attempts} attempts)"),
        }
    }
}

/// Returns the ID of a request, if the server sent one.
pub(crate) fn request_id(headers: &HeaderMap) -> Option<&str> {
    let id = headers.get("x-request-id").or_else(|| headers.get("x-zendesk-request-id"))?;
    id.to_str().ok().filter(|id| !id.is_empty())
}

/// Text with escaped control characters, so that a server can't forge lines of a log.
struct OneLine<'a>(&'a str);

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in self.0.split_inclusive(char::is_control) {
            match part.chars().next_back().filter(|last| last.is_control()) {
                Some(last) => write!(f, "{}{}", part.strip_suffix(last).unwrap_or_default(), last.escape_default())?,
                None => f.write_str(part)?,
            }
        }
        Ok(())
    }
}

/// Prints the message, its cause and the request ID in one line. `{:#?}` prints the details.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !f.alternate() {
            write!(f, "{self}")?;
            if let Some(source) = self.source() {
                write!(f, " (cause: {})", OneLine(&source.to_string()))?;
            }
            return match self.request_id() {
                Some(id) => write!(f, " (request ID: {id})"),
                None => Ok(()),
            };
        }
        // Without headers, which may contain secrets, for example in `Set-Cookie`.
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("operation", &self.0.operation)
            .field("status", &self.0.status)
            .field("attempts", &self.0.attempts)
            .field("request_id", &self.request_id())
            .field("message", &format_args!("{self}"))
            .field("source", &self.source().map(ToString::to_string))
            .finish_non_exhaustive()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_ref().map(Cause::as_error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_without_a_call_are_not_safe_to_retry() {
        let invalid = || Error::invalid("json", "invalid");
        assert!(!invalid().is_safe_to_retry());
        assert!(!Json::from_text("{").unwrap_err().is_safe_to_retry());
        let rejected = |error: Error| error.with_call("GetUser", &Method::GET, "/v2/users/1");
        assert!(rejected(invalid()).is_safe_to_retry());
        assert!(!rejected(invalid()).with_attempts(1).is_safe_to_retry());
        assert!(!rejected(Error::new(ErrorKind::Paging, "")).is_safe_to_retry());
        let unavailable = Error::new(ErrorKind::Api, "").with_repeat(Repeat::Always, None).with_attempts(3);
        assert!(rejected(unavailable).is_safe_to_retry());
    }

    #[test]
    fn status_codes_have_names() {
        let names = |status| {
            let error = Error::new(ErrorKind::Api, "").with_response(status, HeaderMap::new());
            [
                error.is_unauthorized(),
                error.is_forbidden(),
                error.is_not_found(),
                error.is_conflict(),
                error.is_rate_limited(),
                error.is_server_error(),
            ]
        };
        let codes = [401, 403, 404, 409, 429, 500];
        for (place, code) in codes.into_iter().enumerate() {
            assert_eq!(names(code), std::array::from_fn(|other| other == place), "{code}");
        }
        assert!(names(502)[5] && names(599)[5]);
        assert_eq!([400, 408, 422, 499, 301].map(names), [[false; 6]; 5]);
        assert!(!Error::new(ErrorKind::Timeout, "").is_server_error());
    }
}
