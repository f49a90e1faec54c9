//! Cancellation of a job.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Cancels a job from another thread, for example from a handler of Ctrl-C. Clones cancel the same job.
///
/// Items that are being processed are finished and written to the journal. No further item is started.
///
/// ```
/// use sunshine_conversations_bulk::{Cancel, Job};
///
/// let cancel = Cancel::new();
/// cancel.cancel(); // usually on another thread
/// let report = Job::without_journal().cancel(&cancel).run(0..1000, |_| Ok::<_, String>(()))?;
/// assert!(report.cancelled && report.done == 0);
/// # Ok::<(), sunshine_conversations_bulk::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Creates a handle that hasn't been used.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Cancels the job. It can't be undone.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Returns `true` if the job has been cancelled.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}
