//! The result of a job.

use std::fmt;
use std::time::Duration;

/// Why an item failed.
#[derive(Debug)]
#[non_exhaustive]
pub enum Failed<E> {
    /// The closure returned this error.
    Error(E),
    /// The closure panicked with this message.
    Panic(String),
}

impl<E: fmt::Display> fmt::Display for Failed<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Error(error) => error.fmt(f),
            Self::Panic(message) => write!(f, "panicked: {message}"),
        }
    }
}

impl<E: std::error::Error> std::error::Error for Failed<E> {}

/// An item that was processed, with its result. Passed to the closure of [`Job::run_each`](crate::Job::run_each).
#[derive(Debug)]
#[non_exhaustive]
pub struct Outcome<T, E> {
    /// The position of the item in the input, from 0.
    pub position: u64,
    /// The key of the item: its position as text, unless the job has keys.
    pub key: Vec<u8>,
    /// The value that the closure returned, or why the item failed.
    pub result: Result<T, Failed<E>>,
}

/// A failed item of a [`Report`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Failure {
    /// The position of the item in the input, from 0.
    pub position: u64,
    /// The key of the item, as text.
    pub key: String,
    /// The error, as text.
    pub error: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.key, self.error)
    }
}

/// The result of a job.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
#[must_use = "items may have failed"]
pub struct Report {
    /// How many items this run has processed successfully.
    pub done: u64,
    /// How many items failed.
    pub failed: u64,
    /// How many items were skipped, because an earlier run has processed them, or because their key occurred before.
    pub skipped: u64,
    /// Whether the job was cancelled. Items may be left.
    pub cancelled: bool,
    /// Whether the job ended because an item failed. Items may be left.
    pub stopped: bool,
    /// The duration of the run.
    pub elapsed: Duration,
    /// The first 100 failed items. The journal has all of them.
    pub failures: Vec<Failure>,
}

impl Report {
    /// Returns `true` if all items of the input have been processed successfully, in this run or in an earlier one.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.failed == 0 && !self.cancelled && !self.stopped
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { done, failed, skipped, elapsed, .. } = self;
        write!(f, "{done} done, {failed} failed, {skipped} skipped in {:.1} s", elapsed.as_secs_f64())?;
        match (self.cancelled, self.stopped) {
            (true, _) => f.write_str(" (cancelled)"),
            (_, true) => f.write_str(" (stopped after a failure)"),
            _ => Ok(()),
        }
    }
}
