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
    /// Ctrl-C. The text is how to continue, if anything is left to do.
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
        match self {
            Self::Closed | Self::Drift => true,
            Self::Interrupted(hint) => hint.is_empty(),
            _ => false,
        }
    }

    /// Returns the failure as one line of JSON.
    pub fn json(&self) -> String {
        let mut object = json!({"error": self.to_string(), "exitStatus": self.status()});
        if let Self::Api(error, operation) = self {
            // `sunco api` sends requests without an operation.
            object["operation"] = json!(operation.or(error.operation()).filter(|name| *name != "request"));
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
            Self::Api(error, _) => f.write_str(&for_users(&error.to_string())),
            Self::Interrupted(hint) => write!(f, "interrupted; {hint}"),
            Self::Drift => f.write_str("the app differs from the file"),
            Self::Closed => f.write_str("stdout is closed"),
        }
    }
}

/// Advice of the SDK for Rust programs, and the same for users of this program. A test compares it with the SDK.
const ADVICE: &[(&str, &str)] = &[
    ("use https or `allow_http(true)`", "use https or `sunco login --allow-http`"),
    ("; set `ApiClientBuilder::max_json_size` to raise it", ""),
    ("; set `ApiClientBuilder::max_upload_size` to raise it", ""),
    ("; set `ApiClientBuilder::max_response_size` to raise the limit", ""),
    ("; set `Download::max_size` to raise the limit", ""),
    ("; set `Receiver::max_size` to raise it", ""),
    ("; set one with `Upload::file_name`", ""),
    ("set `ApiClientBuilder::credentials`", "run `sunco login`, or set SUNCO_KEY_ID and SUNCO_KEY_SECRET"),
    ("set `ApiClientBuilder::subdomain`", "use `sunco login --subdomain`, or set SUNCO_SUBDOMAIN"),
    ("; if it is a host of the API's files, add it with `ApiClientBuilder::media_host`", ""),
    ("exceeds `RetryPolicy::max_retry_after`", "exceeds 60 s; run the command again later"),
    ("use another path or `Download::overwrite`", "use another path"),
    ("must not have a query; use `Call::query`", "must not have a query; use `--query`"),
    ("delete messages with `delete_all_messages`", "delete messages with `sunco messages delete-all`"),
    ("missing host: set `subdomain` or `base_url`", "missing host: use --subdomain or --base-url"),
    ("or set `base_url` for another host", "or use --base-url or SUNCO_BASE_URL for another host"),
    ("set either `subdomain` or `base_url`, not both", "set either --subdomain or --base-url, not both"),
    ("must not contain a user name; use `credentials`", "must not contain a user name; use --key-id or SUNCO_KEY_ID"),
    ("`base_url`: ", "base URL: "),
    ("; use `None` to disable the timeout", ""),
    ("enable the feature `socks-proxy` to use a SOCKS proxy", "sunco doesn't support SOCKS proxies"),
];

/// Replaces names of the SDK's functions in a message by options and variables.
pub fn for_users(message: &str) -> String {
    ADVICE.iter().fold(message.to_owned(), |text, (rust, shell)| text.replace(rust, shell))
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Api(error, None)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Closed,
            // Ctrl-C at a prompt.
            io::ErrorKind::Interrupted => Self::Interrupted(String::new()),
            _ => Self::Io(error.to_string()),
        }
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

    /// Messages of the SDK that name functions of Rust are replaced.
    #[test]
    fn advice_is_for_users_of_this_program() {
        // Messages that this program can't cause.
        const OTHERS: [&str; 2] = ["`agent`: enable the feature", "the feature `rustls` or `native-tls`"];
        let sources = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../src"));
        // The package doesn't contain the SDK.
        if !sources.is_dir() {
            return;
        }
        let mut folders = vec![sources.to_owned()];
        let mut found = 0;
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                if path.extension().is_none_or(|extension| extension != "rs") || path.ends_with("tests.rs") {
                    continue;
                }
                let text = std::fs::read_to_string(&path).unwrap();
                let text = text.split("#[cfg(test)]\nmod tests").next().unwrap();
                // Texts of several lines.
                let text: String = text.split("\\\n").map(str::trim_start).collect();
                for line in text.lines().map(str::trim_start).filter(|line| !line.starts_with("//")) {
                    let Some((_, message)) = line.split_once('"') else { continue };
                    if !names_rust(message) || OTHERS.iter().any(|other| message.contains(other)) {
                        continue;
                    }
                    found += 1;
                    assert!(!names_rust(&for_users(message)), "{}: {message}", path.display());
                }
            }
        }
        assert!(found > 10, "{found}");
    }

    /// Whether a message has the path of a function, a call, or a feature of a crate in backquotes.
    fn names_rust(message: &str) -> bool {
        let is_word = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '_');
        let quoted = || message.split('`').skip(1).step_by(2);
        let is_path = |code: &str| code.split_once("::").is_some_and(|(ty, name)| is_word(ty) && is_word(name));
        let is_call = |code: &str| code.ends_with(')') && code.contains('(');
        let is_setter = |code: &str| ["subdomain", "base_url", "credentials", "delete_all_messages"].contains(&code);
        message.contains("the feature `") || quoted().any(|code| is_path(code) || is_call(code) || is_setter(code))
    }

    #[test]
    fn each_kind_has_its_exit_status() {
        assert_eq!(Failure::usage("x").status(), 2);
        assert_eq!(Failure::Drift.status(), 2);
        assert_eq!(Failure::Interrupted(String::new()).status(), 130);
    }
}
