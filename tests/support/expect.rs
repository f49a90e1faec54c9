//! Expected errors: `api.get_user(APP, USER).send().fails(api_error(404).message("no such user"))`.

use std::error::Error as _;
use std::fmt::Debug;

use sunshine_conversations::{Error, ErrorKind};

/// The expected properties of an error. Properties that aren't set aren't checked.
#[derive(Clone, Debug, Default)]
pub struct Expected<'a> {
    kind: Option<ErrorKind>,
    status: Option<Option<u16>>,
    code: Option<&'a str>,
    attempts: Option<u32>,
    retryable: Option<bool>,
    safe: Option<bool>,
    parameter: Option<&'a str>,
    field: Option<Option<&'a str>>,
    body: Option<&'a str>,
    messages: Vec<String>,
    case: &'a str,
}

/// An error of this kind.
pub fn kind<'a>(kind: ErrorKind) -> Expected<'a> {
    Expected { kind: Some(kind), ..Expected::default() }
}

/// An error response of the API with this status code.
pub fn api_error<'a>(status: u16) -> Expected<'a> {
    kind(ErrorKind::Api).status(status)
}

/// A call that was rejected because of a parameter, and never sent.
pub fn invalid(parameter: &str) -> Expected<'_> {
    kind(ErrorKind::InvalidInput).attempts(0).retryable(false).safe(true).parameter(parameter)
}

/// A lost connection. The call may be repeated if it is idempotent.
pub fn lost<'a>() -> Expected<'a> {
    kind(ErrorKind::Connection).no_status().retryable(true)
}

/// A successful response with a body that can't be decoded.
pub fn undecodable<'a>() -> Expected<'a> {
    kind(ErrorKind::Decode).retryable(false)
}

impl<'a> Expected<'a> {
    pub fn status(self, status: u16) -> Self {
        Self { status: Some(Some(status)), ..self }
    }

    pub fn no_status(self) -> Self {
        Self { status: Some(None), ..self }
    }

    pub fn code(self, code: &'a str) -> Self {
        Self { code: Some(code), ..self }
    }

    pub fn attempts(self, attempts: u32) -> Self {
        Self { attempts: Some(attempts), ..self }
    }

    pub fn retryable(self, retryable: bool) -> Self {
        Self { retryable: Some(retryable), ..self }
    }

    /// Whether the API can't have processed the call.
    pub fn safe(self, safe: bool) -> Self {
        Self { safe: Some(safe), ..self }
    }

    pub fn parameter(self, parameter: &'a str) -> Self {
        Self { parameter: Some(parameter), ..self }
    }

    pub fn field(self, field: impl Into<Option<&'a str>>) -> Self {
        Self { field: Some(field.into()), ..self }
    }

    pub fn body(self, body: &'a str) -> Self {
        Self { body: Some(body), ..self }
    }

    /// A part of the message. Several calls add several parts.
    pub fn message(mut self, part: impl ToString) -> Self {
        self.messages.push(part.to_string());
        self
    }

    /// The case of a table, for the message of a failed test.
    pub fn of(self, case: &'a str) -> Self {
        Self { case, ..self }
    }

    #[track_caller]
    pub fn check(&self, error: &Error) {
        let mut faults = Vec::new();
        fn compare<T: PartialEq + Debug>(faults: &mut Vec<String>, name: &str, expected: Option<T>, is: T) {
            if let Some(expected) = expected.filter(|expected| *expected != is) {
                faults.push(format!("{name} is {is:?}, not {expected:?}"));
            }
        }
        compare(&mut faults, "kind", self.kind, error.kind());
        compare(&mut faults, "status", self.status, error.status());
        compare(&mut faults, "code", self.code.map(Some), error.code());
        compare(&mut faults, "attempts", self.attempts, error.attempts());
        compare(&mut faults, "is_retryable", self.retryable, error.is_retryable());
        compare(&mut faults, "is_safe_to_retry", self.safe, error.is_safe_to_retry());
        compare(&mut faults, "parameter", self.parameter.map(Some), error.parameter());
        compare(&mut faults, "field", self.field, error.field());
        compare(&mut faults, "body", self.body.map(Some), error.body());
        let message = error.to_string();
        let missing = self.messages.iter().filter(|part| !message.contains(part.as_str()));
        faults.extend(missing.map(|part| format!("the message doesn't contain {part:?}")));
        assert!(faults.is_empty(), "{} {}: {error:#?}", self.case, faults.join(", "));
    }
}

pub trait Fails {
    /// Checks the error and returns it.
    #[track_caller]
    fn fails(self, expected: Expected<'_>) -> Error;
}

impl<T> Fails for Result<T, Error> {
    #[track_caller]
    fn fails(self, expected: Expected<'_>) -> Error {
        match self {
            Ok(_) => panic!("succeeded instead of {expected:?}"),
            Err(error) => {
                expected.check(&error);
                error
            }
        }
    }
}

/// Everything about an error and its causes that a program may log, except the start of the response.
pub fn printed(error: &Error) -> String {
    let mut printed = format!("{error} {error:?} {error:#?} {:?}", error.errors());
    for text in [error.code(), error.field(), error.path(), error.parameter()].into_iter().flatten() {
        printed.push_str(text);
    }
    let mut cause = error.source();
    while let Some(error) = cause {
        printed.push_str(&format!("{error} {error:?} {error:#?}"));
        cause = error.source();
    }
    printed
}
