//! The configuration of a job.

use std::fmt;
use std::path::Path;

use crate::cancel::Cancel;
use crate::error::Error;
use crate::journal::Journal;
use crate::progress::Progress;
use crate::report::{Outcome, Report};
use crate::run::{self, Input};

/// The default number of threads.
const THREADS: usize = 8;

/// The behavior of a job after an item has failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum OnError {
    /// Starts no further item. Items that are being processed are finished. The default.
    #[default]
    Stop,
    /// Continues with the other items.
    Skip,
    /// Continues, and tries failed items again at the end, up to this many times. See [`Job::retry_if`].
    ///
    /// At most 10,000 items wait for that; further ones are skipped. A panic isn't tried again.
    RetryLater(u32),
}

/// The order in which outcomes are passed to the closure of [`Job::run_each`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Order {
    /// As items are finished. The default.
    #[default]
    Completion,
    /// In the order of the input. An item that is tried again later loses its place.
    ///
    /// A slow item delays the items after it: at most four items per thread are in memory.
    Input,
}

/// Runs a closure over many items, on several threads.
///
/// A job pulls items from the iterator as threads become free, so the input can be larger than memory. With a journal, an
/// interrupted job can be started again with the same input: it skips the items that are done.
///
/// An item is written to the journal after it has been processed. If the process is killed in between, the item is
/// processed again: each item is processed at least once, and no item in the journal is processed again.
///
/// `E` is the error of the closure. See the [crate] for an example.
#[must_use = "a job does nothing until it runs"]
pub struct Job<'a, E> {
    pub(crate) journal: Option<Journal>,
    pub(crate) name: String,
    pub(crate) threads: usize,
    pub(crate) on_error: OnError,
    pub(crate) order: Order,
    pub(crate) retry_if: Box<dyn Fn(&E) -> bool + 'a>,
    pub(crate) on_progress: Box<dyn FnMut(&Progress) + 'a>,
    pub(crate) total: Option<u64>,
    pub(crate) cancel: Cancel,
}

impl<'a, E: fmt::Display + Send> Job<'a, E> {
    /// Creates a job with a journal. Creates the file if it doesn't exist; otherwise, the job is resumed.
    ///
    /// # Errors
    /// If the file can't be opened, isn't a journal, is corrupt, or is used by another job.
    pub fn new(journal: impl AsRef<Path>) -> Result<Self, Error> {
        Ok(Self { journal: Some(Journal::open(journal.as_ref())?), ..Self::without_journal() })
    }

    /// Creates a job that can't be resumed.
    pub fn without_journal() -> Self {
        Self {
            journal: None,
            name: String::new(),
            threads: THREADS,
            on_error: OnError::default(),
            order: Order::default(),
            retry_if: Box::new(|_| true),
            on_progress: Box::new(|_| {}),
            total: None,
            cancel: Cancel::new(),
        }
    }

    /// Sets the name of the job, which is written to the journal. A journal can't be used for a job with another name.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Sets the number of threads. Defaults to 8; at least 1.
    pub fn threads(mut self, threads: usize) -> Self {
        self.threads = threads.max(1);
        self
    }

    /// Sets what happens after an item has failed. Defaults to [`OnError::Stop`].
    pub fn on_error(mut self, on_error: OnError) -> Self {
        self.on_error = on_error;
        self
    }

    /// Sets which errors [`OnError::RetryLater`] applies to, for example `sunshine_conversations::Error::is_retryable`.
    /// Defaults to all.
    pub fn retry_if(mut self, retry_if: impl Fn(&E) -> bool + 'a) -> Self {
        self.retry_if = Box::new(retry_if);
        self
    }

    /// Sets the order of outcomes. Defaults to [`Order::Completion`].
    pub fn order(mut self, order: Order) -> Self {
        self.order = order;
        self
    }

    /// Sets a closure that is called with the progress: on the calling thread, at most ten times per second, and at the end.
    pub fn on_progress(mut self, on_progress: impl FnMut(&Progress) + 'a) -> Self {
        self.on_progress = Box::new(on_progress);
        self
    }

    /// Sets the number of items, for [`Progress::total`]. By default, it is known if the iterator knows its length.
    pub fn total(mut self, items: u64) -> Self {
        self.total = Some(items);
        self
    }

    /// Sets a handle that cancels the job.
    pub fn cancel(mut self, cancel: &Cancel) -> Self {
        self.cancel = cancel.clone();
        self
    }

    /// Processes all items. An item is identified by its position: a resumed job needs the same input in the same order.
    ///
    /// ```
    /// use sunshine_conversations_bulk::Job;
    ///
    /// let report = Job::without_journal().threads(4).run(["1", "2", "3"], |text| text.parse::<u32>())?;
    /// assert!(report.is_complete() && report.done == 3);
    /// # Ok::<(), sunshine_conversations_bulk::Error>(())
    /// ```
    ///
    /// # Errors
    /// If the journal can't be written, or belongs to another job. Failed items are in the [`Report`].
    pub fn run<I: Send, T: Send>(
        self,
        items: impl IntoIterator<Item = I>,
        work: impl Fn(&I) -> Result<T, E> + Sync,
    ) -> Result<Report, Error> {
        self.run_each(items, work, |_| {})
    }

    /// Processes all items like [`run`](Self::run), and passes each outcome to a closure on the calling thread.
    ///
    /// An outcome is written to the journal before it is passed. Items that are skipped don't have an outcome.
    ///
    /// ```
    /// use sunshine_conversations_bulk::{Job, Order};
    ///
    /// let mut lengths = Vec::new();
    /// let work = |text: &&str| Ok::<_, String>(text.len());
    /// let report = Job::without_journal()
    ///     .order(Order::Input)
    ///     .run_each(["a", "bb", "ccc"], work, |outcome| lengths.extend(outcome.result.ok()))?;
    /// assert_eq!((report.done, lengths), (3, vec![1, 2, 3]));
    /// # Ok::<(), sunshine_conversations_bulk::Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`run`](Self::run).
    pub fn run_each<I: Send, T: Send>(
        self,
        items: impl IntoIterator<Item = I>,
        work: impl Fn(&I) -> Result<T, E> + Sync,
        each: impl FnMut(Outcome<T, E>),
    ) -> Result<Report, Error> {
        let items = items.into_iter();
        let known = length(&items);
        let keyed = items.enumerate().map(|(position, item)| (position.to_string().into_bytes(), item));
        run::run(self, Input { kind: "positions", has_duplicates: false, known, items: keyed }, work, each)
    }

    /// Processes all items, which are identified by keys, such as IDs: a resumed job can have its items in another order, and
    /// new ones. An item whose key occurred before is skipped.
    ///
    /// ```
    /// use sunshine_conversations_bulk::Job;
    ///
    /// let users = ["ada", "grace", "ada"];
    /// let report = Job::without_journal().run_keyed(users, |user| *user, |user| {
    ///     println!("{user}");
    ///     Ok::<_, String>(())
    /// })?;
    /// assert_eq!((report.done, report.skipped), (2, 1));
    /// # Ok::<(), sunshine_conversations_bulk::Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`run`](Self::run).
    pub fn run_keyed<I: Send, T: Send, K: Into<Vec<u8>>>(
        self,
        items: impl IntoIterator<Item = I>,
        key: impl Fn(&I) -> K,
        work: impl Fn(&I) -> Result<T, E> + Sync,
    ) -> Result<Report, Error> {
        self.run_keyed_each(items, key, work, |_| {})
    }

    /// Processes all items like [`run_keyed`](Self::run_keyed), and passes each outcome to a closure like
    /// [`run_each`](Self::run_each).
    ///
    /// # Errors
    /// Those of [`run`](Self::run).
    pub fn run_keyed_each<I: Send, T: Send, K: Into<Vec<u8>>>(
        self,
        items: impl IntoIterator<Item = I>,
        key: impl Fn(&I) -> K,
        work: impl Fn(&I) -> Result<T, E> + Sync,
        each: impl FnMut(Outcome<T, E>),
    ) -> Result<Report, Error> {
        let items = items.into_iter();
        let known = length(&items);
        let keyed = items.map(|item| (key(&item).into(), item));
        run::run(self, Input { kind: "keys", has_duplicates: true, known, items: keyed }, work, each)
    }
}

/// Returns the number of items, if the iterator knows it.
fn length(items: &impl Iterator) -> Option<u64> {
    let (least, most) = items.size_hint();
    most.filter(|most| *most == least).and_then(|most| u64::try_from(most).ok())
}

impl<E> fmt::Debug for Job<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Job").field("name", &self.name).field("threads", &self.threads).finish_non_exhaustive()
    }
}
