//! The clock: the machine's, or a fixed one.

use std::sync::Mutex;
use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::util::lock::lock;

pub(crate) struct Clock {
    time: Mutex<Time>,
    /// How far a fixed clock advances with each request.
    step: Duration,
}

/// The state of a clock.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Time {
    Fixed(Timestamp),
    /// The machine's clock, and its offset.
    Machine {
        ahead: Duration,
    },
}

impl Clock {
    pub(crate) fn machine() -> Self {
        Self { time: Mutex::new(Time::Machine { ahead: Duration::ZERO }), step: Duration::ZERO }
    }

    pub(crate) fn fixed(at: Timestamp) -> Self {
        Self { time: Mutex::new(Time::Fixed(at)), step: Duration::ZERO }
    }

    /// Advances a fixed clock by this much with each request.
    pub(crate) fn with_step(self, step: Duration) -> Self {
        Self { step, ..self }
    }

    /// A request or a simulated event begins.
    pub(crate) fn tick(&self) {
        if let Time::Fixed(_) = self.time() {
            self.advance(self.step);
        }
    }

    pub(crate) fn now(&self) -> Timestamp {
        match self.time() {
            Time::Fixed(at) => at,
            Time::Machine { ahead } => later(Timestamp::now(), ahead),
        }
    }

    pub(crate) fn advance(&self, by: Duration) {
        let time = match self.time() {
            Time::Fixed(at) => Time::Fixed(later(at, by)),
            Time::Machine { ahead } => Time::Machine { ahead: ahead.saturating_add(by) },
        };
        self.set(time);
    }

    pub(crate) fn time(&self) -> Time {
        *lock(&self.time)
    }

    pub(crate) fn set(&self, time: Time) {
        *lock(&self.time) = time;
    }
}

fn later(at: Timestamp, by: Duration) -> Timestamp {
    at.checked_add(by).unwrap_or(Timestamp::MAX)
}

/// Formats a time like the API: `2020-05-21T15:53:30.197Z`.
pub(crate) fn written(at: Timestamp) -> String {
    format!("{at:.3}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fixed_clock_only_moves_when_advanced() {
        let fixed = Clock::fixed(Timestamp::UNIX_EPOCH);
        assert_eq!(written(fixed.now()), "1970-01-01T00:00:00.000Z");
        fixed.advance(Duration::from_millis(1500));
        assert_eq!(written(fixed.now()), "1970-01-01T00:00:01.500Z");
        fixed.advance(Duration::MAX);
        assert_eq!(fixed.now(), Timestamp::MAX);

        let machine = Clock::machine();
        machine.advance(Duration::from_secs(86_400));
        assert!(machine.now() > later(Timestamp::now(), Duration::from_secs(80_000)));
    }
}
