//! Failures, and the exit status and text of each.

use std::fmt;
use std::io;

use serde_json::json;
use sunshine_conversations::{Error, ErrorKind};

/// The result of a command.
pub type Result<T> = std::result::Result<T, Failure>;

/// The reason why a command stopped.
#[derive(Debug)]
pub enum Failure {
    /// The command line or a file that it names is invalid.
    Usage(String),
    /// A call failed.
    Api(Error, Option<&'static str>),
    /// The program couldn't read or write something.
    Io(String),
    /// The command isn't confirmed.
    Refused(String),
    /// A part of the work failed; the text has been printed.
    Incomplete(String),
    /// `--plan` found differences.
    Drift,
    /// Ctrl-C. The text is how to continue.
    Interrupted(String),
    /// The reader of stdout closed it.
    Closed,
}

impl Failure {
    /// Creates a failure of the command line.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::Usage(message.into())
    }

    /// Adds the name of the operation that was called.
    pub fn of(self, operation: &'static str) -> Self {
        match self {
            Self::Api(error, None) => Self::Api(error, Some(operation)),
            other => other,
        }
    }

    /// Returns the exit status.
    pub fn status(&self) -> u8 {
        match self {
            Self::Usage(_) | Self::Refused(_) | Self::Drift => 2,
            Self::Api(error, _) => status(error),
            Self::Io(_) | Self::Incomplete(_) => 1,
            Self::Interrupted(_) => 130,
            Self::Closed => 0,
        }
    }

    /// Returns whether there is anything to print.
    pub fn is_silent(&self) -> bool {
        matches!(self, Self::Closed | Self::Drift)
    }

    /// Returns the failure as one line of JSON.
    pub fn json(&self) -> String {
        let mut object = json!({"error": self.to_string(), "exitStatus": self.status()});
        if let Self::Api(error, operation) = self {
            object["operation"] = json!(operation.or(error.operation()));
            object["status"] = json!(error.status());
            object["code"] = json!(error.code());
            object["requestId"] = json!(error.request_id());
            object["attempts"] = json!(error.attempts());
            object["safeToRetry"] = json!(error.is_safe_to_retry());
            object["parameter"] = json!(error.parameter());
            object["retryAfter"] = json!(error.retry_after().map(|wait| wait.as_secs_f64()));
        }
        object.to_string()
    }
}

fn status(error: &Error) -> u8 {
    match error.kind() {
        ErrorKind::Configuration | ErrorKind::InvalidInput => 2,
        _ if error.is_not_found() => 3,
        _ if error.is_unauthorized() || error.is_forbidden() => 4,
        ErrorKind::RateLimited => 5,
        _ if error.is_rate_limited() => 5,
        _ => 1,
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(message) | Self::Io(message) | Self::Refused(message) | Self::Incomplete(message) => {
                f.write_str(message)
            }
            Self::Api(error, _) => error.fmt(f),
            Self::Interrupted(hint) if hint.is_empty() => f.write_str("interrupted"),
            Self::Interrupted(hint) => write!(f, "interrupted; {hint}"),
            Self::Drift => f.write_str("the app differs from the file"),
            Self::Closed => f.write_str("stdout is closed"),
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Api(error, None)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe { Self::Closed } else { Self::Io(error.to_string()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closed_pipe_is_not_an_error() {
        let failure = Failure::from(io::Error::from(io::ErrorKind::BrokenPipe));
        assert!(failure.is_silent() && failure.status() == 0);
        assert_eq!(Failure::from(io::Error::other("disk full")).status(), 1);
    }

    #[test]
    fn each_kind_has_its_exit_status() {
        assert_eq!(Failure::usage("x").status(), 2);
        assert_eq!(Failure::Drift.status(), 2);
        assert_eq!(Failure::Interrupted(String::new()).status(), 130);
    }
}
