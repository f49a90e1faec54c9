//! Response delays and rate limits.

use std::collections::VecDeque;
use std::ops::RangeInclusive;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::util::lock::lock;

#[derive(Default)]
pub(crate) struct Throttle {
    latency: Mutex<Option<RangeInclusive<Duration>>>,
    drawn: AtomicU64,
    limit: Mutex<Option<RateLimit>>,
}

/// At most `requests` per `per`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rate {
    pub(crate) requests: usize,
    pub(crate) per: Duration,
}

struct RateLimit {
    rate: Rate,
    /// When the latest accepted requests arrived.
    taken: VecDeque<Instant>,
}

impl RateLimit {
    fn new(rate: Rate) -> Self {
        Self { rate, taken: VecDeque::new() }
    }
}

impl Throttle {
    pub(crate) fn new(latency: Option<RangeInclusive<Duration>>, rate: Option<Rate>) -> Self {
        let limit = rate.map(RateLimit::new);
        Self { latency: Mutex::new(latency), drawn: AtomicU64::new(0), limit: Mutex::new(limit) }
    }

    pub(crate) fn latency_range(&self) -> Option<RangeInclusive<Duration>> {
        lock(&self.latency).clone()
    }

    pub(crate) fn set_latency(&self, latency: Option<RangeInclusive<Duration>>) {
        *lock(&self.latency) = latency;
    }

    pub(crate) fn rate(&self) -> Option<Rate> {
        lock(&self.limit).as_ref().map(|limit| limit.rate)
    }

    pub(crate) fn set_rate(&self, rate: Option<Rate>) {
        *lock(&self.limit) = rate.map(RateLimit::new);
    }

    /// Returns the delay of the next response, from a series that is the same in every run.
    pub(crate) fn latency(&self) -> Duration {
        let Some(latency) = self.latency_range() else { return Duration::ZERO };
        let spread = latency.end().saturating_sub(*latency.start());
        let share = mix(self.drawn.fetch_add(1, Ordering::Relaxed)) >> 32;
        *latency.start() + spread.mul_f64(share as f64 / f64::from(u32::MAX))
    }

    /// Accepts a request, or returns the seconds until the next one is accepted. Uses the machine's clock, because the
    /// client waits in real time.
    pub(crate) fn take(&self) -> Result<(), u64> {
        let mut limit = lock(&self.limit);
        let Some(RateLimit { rate, taken }) = limit.as_mut() else { return Ok(()) };
        let now = Instant::now();
        while taken.front().is_some_and(|first| now.duration_since(*first) >= rate.per) {
            taken.pop_front();
        }
        match taken.front() {
            Some(first) if taken.len() >= rate.requests => {
                let wait = rate.per.saturating_sub(now.duration_since(*first));
                Err(wait.as_secs() + u64::from(wait.subsec_nanos() > 0))
            }
            None if rate.requests == 0 => Err(rate.per.as_secs().max(1)),
            _ => {
                taken.push_back(now);
                Ok(())
            }
        }
    }
}

/// The SplitMix64 generator.
fn mix(n: u64) -> u64 {
    let n = n.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let n = (n ^ (n >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let n = (n ^ (n >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    n ^ (n >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latency_stays_in_its_range_and_varies() {
        let range = Duration::from_millis(10)..=Duration::from_millis(20);
        let throttle = Throttle::new(Some(range.clone()), None);
        let drawn: Vec<Duration> = (0..100).map(|_| throttle.latency()).collect();
        assert!(drawn.iter().all(|latency| range.contains(latency)));
        assert!(drawn.iter().any(|l| *l < Duration::from_millis(12)));
        assert!(drawn.iter().any(|l| *l > Duration::from_millis(18)));
        assert_eq!(Throttle::default().latency(), Duration::ZERO);
    }

    #[test]
    fn a_rate_is_of_any_stretch_of_time() {
        let rate = |requests, per| Throttle::new(None, Some(Rate { requests, per }));
        let hour = rate(2, Duration::from_secs(3600));
        assert_eq!((hour.take(), hour.take(), hour.take()), (Ok(()), Ok(()), Err(3600)));
        let short = rate(1, Duration::from_millis(1));
        assert_eq!(short.take(), Ok(()));
        std::thread::sleep(Duration::from_millis(5));
        assert_eq!(short.take(), Ok(()));
        assert_eq!(rate(0, Duration::from_secs(5)).take(), Err(5));
    }
}
