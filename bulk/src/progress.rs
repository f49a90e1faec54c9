//! The progress of a job.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// The time over which the rate is measured, and the distance of its samples.
const WINDOW: Duration = Duration::from_secs(10);
const SAMPLE: Duration = Duration::from_millis(250);

/// The progress of a job, for a progress bar or a log.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Progress {
    /// How many items this run has processed successfully.
    pub done: u64,
    /// How many items have failed. An item that is tried again later isn't counted.
    pub failed: u64,
    /// How many items were skipped, because they are in the journal or their key occurred before.
    pub skipped: u64,
    /// How many items are being processed or wait for a thread.
    pub in_flight: u64,
    /// The number of items in the input, if it is known.
    pub total: Option<u64>,
    /// The time since the start of the run.
    pub elapsed: Duration,
    /// The items per second that were processed in the last 10 seconds, failed ones included.
    pub per_second: f64,
    /// The estimated remaining time, if the number of items is known.
    pub remaining: Option<Duration>,
}

impl Progress {
    /// Returns the number of items that need no more work in this run: done, failed or skipped.
    #[must_use]
    pub fn position(&self) -> u64 {
        self.done + self.failed + self.skipped
    }
}

/// Measures how many items per second are processed.
pub(crate) struct Meter(VecDeque<(Instant, u64)>);

impl Meter {
    pub(crate) fn new(start: Instant) -> Self {
        Self(VecDeque::from([(start, 0)]))
    }

    /// Returns the items per second. `count` is the number of items that have been processed.
    pub(crate) fn rate(&mut self, now: Instant, count: u64) -> f64 {
        if self.0.back().is_none_or(|(last, _)| now.saturating_duration_since(*last) >= SAMPLE) {
            self.0.push_back((now, count));
        }
        // One sample before the window stays.
        while self.0.get(1).is_some_and(|(time, _)| now.saturating_duration_since(*time) >= WINDOW) {
            self.0.pop_front();
        }
        let Some((time, before)) = self.0.front() else { return 0.0 };
        let seconds = now.saturating_duration_since(*time).as_secs_f64();
        if seconds > 0.0 { count.saturating_sub(*before) as f64 / seconds } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_is_of_the_last_ten_seconds() {
        let start = Instant::now();
        let at = |seconds| start + Duration::from_secs(seconds);
        let mut meter = Meter::new(start);
        assert_eq!(meter.rate(start, 0), 0.0);
        assert_eq!(meter.rate(at(2), 100), 50.0);
        for second in 3..=30 {
            meter.rate(at(second), 100 + (second - 2) * 10);
        }
        assert!((meter.rate(at(30), 380) - 10.0).abs() < 0.01);
        assert!(meter.rate(at(60), 380) < 1.0);
    }
}
