//! The time: the machine's, or one that stands still until it is moved.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;

pub(crate) enum Clock {
    Machine,
    Fixed(Mutex<Timestamp>),
}

impl Clock {
    pub(crate) fn fixed(at: Timestamp) -> Self {
        Self::Fixed(Mutex::new(at))
    }

    pub(crate) fn now(&self) -> Timestamp {
        match self {
            Self::Machine => Timestamp::now(),
            Self::Fixed(at) => *at.lock().unwrap_or_else(PoisonError::into_inner),
        }
    }

    /// Moves a clock that stands still; the machine's goes on as it does.
    pub(crate) fn advance(&self, by: Duration) {
        if let Self::Fixed(at) = self {
            let mut at = at.lock().unwrap_or_else(PoisonError::into_inner);
            *at = at.checked_add(by).unwrap_or(Timestamp::MAX);
        }
    }
}

/// The way the API writes times: `2020-05-21T15:53:30.197Z`.
pub(crate) fn written(at: Timestamp) -> String {
    format!("{at:.3}")
}
