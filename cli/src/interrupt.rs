//! Ctrl-C, SIGTERM and SIGHUP.

use std::io;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// Becomes set when the program is interrupted.
#[derive(Clone, Default)]
pub struct Interrupt(Arc<(Mutex<bool>, Condvar)>);

impl Interrupt {
    /// Starts to handle signals. Only one is possible in a program.
    pub fn new() -> io::Result<Self> {
        let interrupt = Self::default();
        let handler = interrupt.clone();
        ctrlc::set_handler(move || handler.set()).map_err(|e| io::Error::other(format!("can't handle Ctrl-C: {e}")))?;
        Ok(interrupt)
    }

    /// Waits for a further interruption from now on.
    pub fn reset(&self) {
        *self.0.0.lock().unwrap_or_else(PoisonError::into_inner) = false;
    }

    fn set(&self) {
        let (is_set, changed) = &*self.0;
        *is_set.lock().unwrap_or_else(PoisonError::into_inner) = true;
        changed.notify_all();
    }

    /// Waits for an interruption.
    pub fn wait(&self) {
        while !self.wait_for(Duration::from_secs(3600)) {}
    }

    /// Waits for an interruption at most this long. Returns whether there was one.
    pub fn wait_for(&self, at_most: Duration) -> bool {
        let (is_set, changed) = &*self.0;
        let guard = is_set.lock().unwrap_or_else(PoisonError::into_inner);
        let result = changed.wait_timeout_while(guard, at_most, |is_set| !*is_set);
        *result.unwrap_or_else(PoisonError::into_inner).0
    }
}
