//! The one error of this crate.

use std::error::Error as StdError;
use std::fmt;
use std::io;
use std::time::Duration;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use ureq::http::{HeaderMap, Method};

use crate::extra::Extra;
use crate::json::{Json, unescaped};
use crate::retry::Repeat;

/// Either a value or an [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a call did not give what was asked for.
///
/// Ask it what it is: [`status`](Self::status) for an answer of the API, [`is_timeout`](Self::is_timeout),
/// [`is_retryable`](Self::is_retryable), or [`kind`](Self::kind) for all cases. Its text says what to do where that is
/// known, and never has a credential in it.
///
/// ```no_run
/// # use sunshine_conversations::ApiClient;
/// # let api = ApiClient::from_env().unwrap();
/// match api.get_user("5d8cff3cd55b040010928b5b", "steve").send() {
///     Ok(found) => println!("{:?}", found.user),
///     Err(error) if error.status() == Some(404) => println!("no such user"),
///     Err(error) if error.is_retryable() => println!("later: {error}"),
///     Err(error) => eprintln!("{error}"),
/// }
/// ```
pub struct Error(Box<Inner>);

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

    fn map_text(&mut self, change: impl Fn(String) -> String) {
        self.code = self.code.take().map(&change);
        self.title = self.title.take().map(&change);
        let mut extra = Extra::default();
        for (key, value) in &self.extra {
            // If the change breaks the JSON, nothing of it is kept.
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

/// What went wrong, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client cannot be built as it was told to.
    Configuration,
    /// An argument was refused before anything was sent: [`Error::parameter`] has its name.
    InvalidInput,
    /// The server could not be reached, or the connection failed.
    Connection,
    /// A timeout ran out.
    Timeout,
    /// The API answered with an error: [`Error::status`], [`Error::errors`].
    Api,
    /// The answer is not what the API's document says: [`Error::field`], [`Error::body`].
    Response,
    /// A listing would not end: the server gave a cursor twice, or none where more was to come.
    Paging,
}

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
    parameter: Option<String>,
    source: Option<Cause>,
    repeat: Repeat,
    attempts: u32,
    retry_after: Option<Duration>,
}

/// What an error was caused by; as text where it is not the operating system's, since it may quote what was sent.
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

    /// JSON that does not fit the type it is read as.
    pub(crate) fn mismatch(text: &[u8], error: &serde_json::Error) -> Self {
        let (field, message) = locate(text, error);
        let at = if field.is_empty() { String::new() } else { format!("at `{field}`: ") };
        let mut mismatch = Self::new(ErrorKind::Response, format!("{at}{message}"));
        mismatch.0.field = Some(field);
        mismatch
    }

    /// A text that is no JSON. The reader's own words may quote it; the place is enough.
    pub(crate) fn not_json(error: &serde_json::Error) -> Self {
        let message = format!("is no JSON: broken at line {}, column {}", error.line(), error.column());
        Self::new(ErrorKind::Response, message)
    }

    pub(crate) fn with_call(mut self, operation: &'static str, method: &Method, path: &str) -> Self {
        self.0.operation = Some(operation);
        self.0.method = Some(method.clone());
        path.clone_into(&mut self.0.path);
        self
    }

    pub(crate) fn with_answer(mut self, status: u16, headers: HeaderMap) -> Self {
        self.0.status = Some(status);
        self.0.headers = Some(headers);
        self
    }

    /// Which calls may be sent again after this, and how long the server asked to wait before.
    pub(crate) fn with_repeat(mut self, repeat: Repeat, retry_after: Option<Duration>) -> Self {
        self.0.repeat = repeat;
        self.0.retry_after = retry_after;
        self
    }

    pub(crate) fn with_attempts(mut self, attempts: u32) -> Self {
        self.0.attempts = attempts;
        self
    }

    pub(crate) fn repeat(&self) -> Repeat {
        self.0.repeat
    }

    pub(crate) fn with_errors(mut self, errors: Vec<ApiError>) -> Self {
        self.0.errors = errors;
        self
    }

    pub(crate) fn with_body(mut self, body: &[u8]) -> Self {
        self.0.body = Some(String::from_utf8_lossy(body).into_owned());
        self
    }

    /// Keeps the beginning of the body; after `map_text`, which must see secrets whole.
    pub(crate) fn shorten_body(mut self, characters: usize) -> Self {
        if let Some(body) = &mut self.0.body
            && let Some((at, _)) = body.char_indices().nth(characters)
        {
            body.truncate(at);
            body.push('…');
        }
        self
    }

    /// The same with all its text changed: what a server sent may quote what it was sent.
    pub(crate) fn map_text(mut self, change: impl Fn(String) -> String) -> Self {
        let inner = &mut *self.0;
        inner.message = change(std::mem::take(&mut inner.message));
        inner.body = inner.body.take().map(&change);
        inner.field = inner.field.take().map(&change);
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

    /// What went wrong, in one word.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The operation that was called, by the name that the API's reference gives it: `GetUser`.
    #[must_use]
    pub fn operation(&self) -> Option<&str> {
        self.0.operation
    }

    /// The method of the request.
    #[must_use]
    pub fn method(&self) -> Option<&Method> {
        self.0.method.as_ref()
    }

    /// The path of the request, without the host and the query.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        self.0.method.as_ref().map(|_| self.0.path.as_str())
    }

    /// The status of the answer, where there was one.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.0.status
    }

    /// What the API said: several only with status 400, none where its answer was not its own (a gateway's page).
    #[must_use]
    pub fn errors(&self) -> &[ApiError] {
        &self.0.errors
    }

    /// The code of the first of [`errors`](Self::errors): `not_found`.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.0.errors.first()?.code.as_deref()
    }

    /// The headers of the answer.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.headers.as_ref()
    }

    /// The beginning of an answer that was not the API's JSON.
    #[must_use]
    pub fn body(&self) -> Option<&str> {
        self.0.body.as_deref()
    }

    /// Where the answer did not fit its type: `messages[3].content.text`. Empty for the whole answer.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        self.0.field.as_deref()
    }

    /// The argument that was refused, by the API's name for it.
    #[must_use]
    pub fn parameter(&self) -> Option<&str> {
        self.0.parameter.as_deref()
    }

    /// Whether a timeout ran out.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.0.kind == ErrorKind::Timeout
    }

    /// Whether the same call may succeed later: no connection, a timeout, or status 408, 429, 500, 502, 503 or 504.
    ///
    /// By then the call has been repeated as its [`RetryPolicy`](crate::RetryPolicy) allows. This says nothing about
    /// whether it is safe to repeat: after a timeout a message may have been posted. That is what
    /// [`is_safe_to_repeat`](Self::is_safe_to_repeat) tells.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self.0.kind {
            ErrorKind::Connection | ErrorKind::Timeout => self.0.repeat != Repeat::Never,
            ErrorKind::Api => matches!(self.0.status, Some(408 | 429 | 500 | 502 | 503 | 504)),
            _ => false,
        }
    }

    /// Whether it is certain that the API did not act on the call, so that a repetition does nothing twice: the call
    /// was refused before it was sent, no connection was made, or the API answered with 429, or with 503 and when to
    /// come back.
    #[must_use]
    pub fn is_safe_to_repeat(&self) -> bool {
        let refused = self.0.attempts == 0 && self.0.kind == ErrorKind::InvalidInput;
        refused || self.0.repeat == Repeat::Always
    }

    /// How often the call was sent: 0 where it was refused before, and where the error is not of one call (a client that
    /// cannot be built, a listing that would not end).
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// How long the server asked to wait before the next attempt (its header `Retry-After`), from the moment of its
    /// answer.
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
        f.write_str(&self.0.message)?;
        match self.0.attempts {
            0 | 1 => Ok(()),
            attempts => write!(f, " ({attempts} attempts)"),
        }
    }
}

/// What `main` prints when it returns an error: the message and its cause, or with `{:#?}` the parts.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !f.alternate() {
            write!(f, "{self}")?;
            return match self.source() {
                Some(source) => write!(f, "\n\nCaused by:\n    {source}"),
                None => Ok(()),
            };
        }
        // The headers are left out: `Set-Cookie` and the like are nobody's business in a log.
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("operation", &self.0.operation)
            .field("status", &self.0.status)
            .field("attempts", &self.0.attempts)
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

/// Where in the text an error happened, and its message without the values that were found.
pub(crate) fn locate(text: &[u8], error: &serde_json::Error) -> (String, String) {
    let mut message = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    if let Some(bare) = message.strip_suffix(&position) {
        message.truncate(bare.len());
    }
    let mut field = path_at(text, offset(text, error.line(), error.column()));
    // A union that was read from its own text has put its part of the path in front.
    if let Some((inner, rest)) = message.strip_prefix("at `").and_then(|rest| rest.split_once("`: ")) {
        if !field.is_empty() && !inner.starts_with('[') {
            field.push('.');
        }
        field.push_str(inner);
        message = rest.to_owned();
    }
    (field, without_values(&message))
}

/// Cuts the text that was found out of serde's message: it may be a secret.
fn without_values(message: &str) -> String {
    for (opening, closing, kind) in [
        ("string \"", "\", expected", "string"),
        ("integer `", "`, expected", "integer"),
        ("floating point `", "`, expected", "floating point"),
        ("unknown variant `", "`, expected", "unknown variant"),
        ("unknown variant `", "`, there are", "unknown variant"),
        ("unknown field `", "`, expected", "unknown field"),
        ("unknown field `", "`, there are", "unknown field"),
    ] {
        let Some((head, rest)) = message.split_once(opening) else { continue };
        let Some((_, tail)) = rest.rsplit_once(closing) else { continue };
        let next = closing.trim_start_matches(['"', '`']);
        return format!("{head}{kind}{next}{tail}");
    }
    message.to_owned()
}

/// The byte after the one that serde_json counts as `line` and `column`.
fn offset(text: &[u8], line: usize, column: usize) -> usize {
    let lines = text.split_inclusive(|&byte| byte == b'\n').take(line.saturating_sub(1));
    (lines.map(<[u8]>::len).sum::<usize>() + column).min(text.len())
}

/// The path of the value that ends or is about to begin at an offset of a JSON text.
fn path_at(text: &[u8], offset: usize) -> String {
    enum Frame {
        Key(Option<String>),
        Index(usize),
    }

    let mut frames: Vec<Frame> = Vec::new();
    let mut bytes = text.iter().take(offset).copied();
    while let Some(byte) = bytes.next() {
        match byte {
            b'{' => frames.push(Frame::Key(None)),
            b'[' => frames.push(Frame::Index(0)),
            b'}' | b']' => drop(frames.pop()),
            b',' => match frames.last_mut() {
                Some(Frame::Index(index)) => *index += 1,
                Some(Frame::Key(key)) => *key = None,
                None => {}
            },
            b'"' => {
                let mut string = vec![b'"'];
                while let Some(byte) = bytes.next() {
                    string.push(byte);
                    match byte {
                        b'\\' => string.extend(bytes.next()),
                        b'"' => break,
                        _ => {}
                    }
                }
                if let Some(Frame::Key(key @ None)) = frames.last_mut() {
                    *key = unescaped(&string);
                }
            }
            _ => {}
        }
    }
    // A list that only begins is the value itself, and not its first member.
    if text.get(..offset).is_some_and(|text| text.ends_with(b"[")) {
        frames.pop();
    }
    let mut path = String::new();
    for frame in frames {
        match frame {
            Frame::Key(Some(key)) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(&key);
            }
            Frame::Index(index) => path.push_str(&format!("[{index}]")),
            Frame::Key(None) => {}
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize, Debug)]
    struct Page {
        #[allow(dead_code)]
        clients: Vec<Client>,
    }

    #[derive(serde::Deserialize, Debug)]
    struct Client {
        #[allow(dead_code)]
        id: String,
        #[allow(dead_code)]
        size: Option<u32>,
    }

    fn field(text: &str) -> (String, String) {
        locate(text.as_bytes(), &serde_json::from_str::<Page>(text).unwrap_err())
    }

    #[test]
    fn the_path_leads_to_the_value() {
        assert_eq!(field(r#"{"clients":[{"id":"a"},{"id":7}]}"#).0, "clients[1].id");
        assert_eq!(
            field("{\"x\":{\"y\":[1,{}]},\n \"clients\":[\n{\"id\":\"a\",\"size\":\"se}cr\\\"et\"}]}").0,
            "clients[0].size"
        );
        assert_eq!(field(r#"{"clients":[{"id":"a"},{"size":1}]}"#).0, "clients[1]");
        assert_eq!(field(r#"{"clients":{}}"#).0, "clients");
        assert_eq!(field("{}"), (String::new(), "missing field `clients`".into()));
        assert_eq!(field("[]").0, "");
    }

    #[test]
    fn the_message_has_no_text_of_the_answer() {
        let (_, message) = field(r#"{"clients":[{"id":"a","size":"hush \", expected hush"}]}"#);
        assert_eq!(message, "invalid type: string, expected u32");
        let (_, message) = field(r#"{"clients":[{"id":73490618}]}"#);
        assert_eq!(message, "invalid type: integer, expected a string");
        let (_, message) = field(r#"{"clients":[{"id":7349.0618}]}"#);
        assert_eq!(message, "invalid type: floating point, expected a string");
    }
}
