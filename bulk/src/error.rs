//! The error of a job.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// The journal of a job can't be used. Failed items aren't errors of the job: they are in its
/// [`Report`](crate::Report).
#[derive(Debug)]
pub struct Error {
    path: PathBuf,
    message: String,
    source: Option<io::Error>,
}

impl Error {
    pub(crate) fn new(path: &Path, message: impl Into<String>) -> Self {
        Self { path: path.to_owned(), message: message.into(), source: None }
    }

    pub(crate) fn io(path: &Path, action: &str, source: io::Error) -> Self {
        Self { path: path.to_owned(), message: format!("can't {action}: {source}"), source: Some(source) }
    }

    /// Returns the path of the journal.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "journal {}: {}", self.path.display(), self.message)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_ref().map(|source| source as _)
    }
}
