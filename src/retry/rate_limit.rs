//! How fast a client sends requests: the caller's rate limit, and the one that is measured after a 429.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::error::Repeat;
use crate::error::{Error, ErrorKind};
use crate::retry::random_part;

/// The maximum rate at which a client sends requests.
///
/// The limit is shared by all clones of the client and all threads. A call waits for its turn before each attempt. The
/// wait is part of the call's timeout: a call that would wait longer fails immediately with the kind
/// [`RateLimited`](ErrorKind::RateLimited), and nothing is sent. Downloads don't count.
///
/// ```
/// use sunshine_conversations::{ApiClient, RateLimit};
///
/// let api = ApiClient::builder()
///     .subdomain("acme")
///     .rate_limit(RateLimit::per_second(20).burst(40))
///     .build()?;
/// # Ok::<(), sunshine_conversations::Error>(())
/// ```
///
/// # After a 429
///
/// Without a configured limit, a client sends as fast as its threads do, until the API returns 429. Then all threads wait
/// for the `Retry-After`, and afterwards send at the rate that the API accepted before, in turn. The rate slowly rises
/// until the next 429, which makes threads wait for a few turns, so that a job with many threads stays close to the API's
/// limit. If the API rejects further requests, all threads wait for the `Retry-After` again, and the rate is reduced.
/// A `Retry-After` longer than [`RetryPolicy::max_retry_after`](crate::RetryPolicy::max_retry_after) doesn't make other
/// calls wait. A configured limit is also reduced after a 429.
/// [`ApiClientBuilder::adaptive_rate_limit`](crate::ApiClientBuilder::adaptive_rate_limit) disables this.
#[derive(Debug, Clone, Copy, PartialEq)]
#[must_use = "a rate limit does nothing until it is set on a client"]
pub struct RateLimit {
    per_second: f64,
    burst: u32,
}

impl RateLimit {
    /// Creates a limit of this number of requests per second, which may be a fraction.
    ///
    /// A number that isn't greater than zero is an error when the client is built.
    pub fn per_second(requests: impl Into<f64>) -> Self {
        Self { per_second: requests.into(), burst: 1 }
    }

    /// Creates a limit of this number of requests per minute.
    ///
    /// A number that isn't greater than zero is an error when the client is built.
    pub fn per_minute(requests: impl Into<f64>) -> Self {
        Self::per_second(requests.into() / 60.0)
    }

    /// Sets how many requests can be sent at once after a pause. Defaults to 1: requests are evenly spaced.
    ///
    /// Zero is an error when the client is built.
    pub fn burst(mut self, requests: u32) -> Self {
        self.burst = requests;
        self
    }

    /// Returns why the limit is invalid.
    pub(crate) fn fault(&self) -> Option<&'static str> {
        let is_rate = self.per_second.is_finite() && self.per_second > 0.0;
        match (is_rate, self.burst) {
            (false, _) => Some("the number of requests must be greater than zero"),
            (true, 0) => Some("`burst` must be greater than zero"),
            (true, _) => None,
        }
    }
}

/// How many accepted requests are remembered.
const REMEMBERED: usize = 2048;
/// The shortest and the longest time over which a rate is measured.
const WINDOW: (Duration, Duration) = (Duration::from_secs(1), Duration::from_secs(60));
/// The share of the measured rate that isn't used at first, so that requests which arrive late don't exceed the limit.
const MARGIN: f64 = 0.03;
/// How long the rate takes to return to the measured one. It then rises faster and faster.
const RECOVERY: Duration = Duration::from_secs(45);
/// With fewer accepted requests, the measured rate isn't reliable: after the first 429, the client sends at least as many in
/// the same time, and recovery is faster.
const RELIABLE: usize = 20;
/// How many turns are skipped after a 429 at the measured rate.
const SKIPPED: u32 = 3;
/// The limit is removed if the rate has become this many times the measured one.
const REMOVED: f64 = 8.0;

/// Decides when each request of a client is sent.
pub(crate) struct Pacer {
    limit: Option<RateLimit>,
    is_adaptive: bool,
    state: Mutex<State>,
}

impl Pacer {
    pub(crate) fn new(limit: Option<RateLimit>, is_adaptive: bool) -> Self {
        Self { limit, is_adaptive, state: Mutex::default() }
    }

    /// Returns `true` if a 429 makes all threads wait.
    pub(crate) fn is_adaptive(&self) -> bool {
        self.is_adaptive
    }

    /// Waits until a request may be sent, and returns that time. `left` is the remaining time of the call, if it is limited.
    pub(crate) fn wait(&self, left: impl Fn() -> Option<Duration>) -> Result<Instant, Error> {
        if self.limit.is_none() && !self.is_adaptive {
            return Ok(Instant::now());
        }
        let mut place = None;
        loop {
            let now = Instant::now();
            let wait = self.with_state(|state| state.turn(now, self.limit.as_ref(), &mut place));
            let Some(wait) = wait else { return Ok(now) };
            if left().is_some_and(|left| wait >= left) {
                self.with_state(|state| state.leave(place));
                return Err(self.too_late(wait));
            }
            thread::sleep(wait);
        }
    }

    fn too_late(&self, wait: Duration) -> Error {
        let cause = if self.limit.is_some() { "the client's rate limit" } else { "the rate limit of the API" };
        let message = format!(
            "not sent: {cause} requires a wait of {:.1} s, which exceeds the timeout of the call; send fewer calls at a time, or raise the timeout",
            wait.as_secs_f64()
        );
        Error::new(ErrorKind::RateLimited, message).with_repeat(Repeat::Always, Some(wait))
    }

    /// Remembers that the server accepted a request.
    pub(crate) fn accepted(&self, sent: Instant) {
        if self.is_adaptive {
            self.with_state(|state| state.accept(sent));
        }
    }

    /// Slows down after a 429. All threads wait for `pause`.
    pub(crate) fn rejected(&self, sent: Instant, pause: Duration) {
        if self.is_adaptive {
            // Other programs may wait for the same time.
            let jitter = random_part((pause / 20).min(Duration::from_millis(50)));
            self.with_state(|state| state.reject(sent, Instant::now(), pause, jitter));
        }
    }

    fn with_state<T>(&self, use_state: impl FnOnce(&mut State) -> T) -> T {
        use_state(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The times at which requests were sent and may be sent.
#[derive(Default)]
struct State {
    /// The turns of the configured limit.
    turns: Turns,
    /// How many threads wait for their turn.
    waiting: u32,
    /// When the latest accepted requests were sent.
    accepted: VecDeque<Instant>,
    throttle: Option<Throttle>,
}

/// The turns of a rate: the time of the next one.
#[derive(Default, Clone, Copy)]
struct Turns(Option<Instant>);

impl Turns {
    /// Returns the time until the next turn. `burst` turns can be taken in advance.
    fn wait(self, now: Instant, interval: Duration, burst: u32) -> Duration {
        let advance = interval.saturating_mul(burst.saturating_sub(1));
        let Some(next) = self.0 else { return Duration::ZERO };
        next.saturating_duration_since(now).saturating_sub(advance)
    }

    /// Takes a turn. A thread that is late by up to half an interval doesn't delay the next turn.
    fn take(&mut self, now: Instant, interval: Duration) {
        let earliest = now.checked_sub(interval / 2).unwrap_or(now);
        let from = self.0.map_or(now, |next| next.max(earliest));
        self.0 = from.checked_add(interval);
    }
}

/// The rate after a 429.
struct Throttle {
    /// When the 429 arrived.
    since: Instant,
    /// The end of the pause of all threads.
    until: Instant,
    /// The time over which the rate is measured.
    window: Duration,
    /// The rate at the time of the 429, if it was already reduced.
    previous: Option<f64>,
    /// Whether the client hadn't slowed down before.
    is_first: bool,
    /// The measured rate, and the number of requests that it is based on. Set after the pause, when the responses to all
    /// requests before the 429 have arrived.
    measured: Option<(f64, usize)>,
    turns: Turns,
}

impl State {
    /// Takes a turn, or returns how long to wait before the next try. `place` is the number of threads that waited when this
    /// one began to.
    fn turn(&mut self, now: Instant, limit: Option<&RateLimit>, place: &mut Option<u32>) -> Option<Duration> {
        let throttled = self.interval_after_429(now);
        let limited = limit.map(|limit| (interval(limit.per_second), limit.burst));
        let of_limit = limited.map_or(Duration::ZERO, |(interval, burst)| self.turns.wait(now, interval, burst));
        // The first turn after a 429 is at the end of the pause.
        let of_429 = throttled.zip(self.throttle.as_ref());
        let of_429 = of_429.map_or(Duration::ZERO, |(interval, throttle)| throttle.turns.wait(now, interval, 1));
        let wait = of_limit.max(of_429);
        if wait.is_zero() {
            if let Some((interval, _)) = limited {
                self.turns.take(now, interval);
            }
            if let (Some(interval), Some(throttle)) = (throttled, &mut self.throttle) {
                throttle.turns.take(now, interval);
            }
            self.leave(*place);
            return None;
        }
        if place.is_some() {
            return Some(wait);
        }
        // The threads that already wait are first.
        let ahead = *place.insert(self.waiting);
        self.waiting += 1;
        let interval = limited.map(|(interval, _)| interval).max(throttled).unwrap_or_default();
        Some(wait.saturating_add(interval.saturating_mul(ahead)))
    }

    /// Ends the wait of a thread.
    fn leave(&mut self, place: Option<u32>) {
        self.waiting = self.waiting.saturating_sub(u32::from(place.is_some()));
    }

    fn accept(&mut self, sent: Instant) {
        if self.accepted.len() == REMEMBERED {
            self.accepted.pop_front();
        }
        self.accepted.push_back(sent);
    }

    fn reject(&mut self, sent: Instant, now: Instant, pause: Duration, jitter: Duration) {
        let until = now.checked_add(pause.saturating_add(jitter)).unwrap_or(now);
        if let Some(throttle) = &mut self.throttle
            && sent <= throttle.since
        {
            // Sent before this client slowed down.
            throttle.until = throttle.until.max(now.checked_add(pause).unwrap_or(now));
            throttle.turns = Turns(Some(throttle.until));
            return;
        }
        let window = pause.clamp(WINDOW.0, WINDOW.1);
        let interval = self.interval_after_429(now);
        let is_first_in_window = |throttle: &Throttle| now.saturating_duration_since(throttle.since) > throttle.window;
        let (until, previous) = match interval.filter(|_| self.throttle.as_ref().is_some_and(is_first_in_window)) {
            // The calls are already sent in turn, so they hardly exceed the limit. Only the rejected call waits longer,
            // unless another one is rejected.
            Some(interval) => (now.checked_add(pause.min(interval.saturating_mul(SKIPPED))).unwrap_or(now), None),
            None => (until, interval.map(|interval| 1.0 / interval.as_secs_f64())),
        };
        let (is_first, turns) = (interval.is_none(), Turns(Some(until)));
        self.throttle = Some(Throttle { since: now, until, window, previous, is_first, measured: None, turns });
    }

    /// Returns the interval between requests after a 429.
    fn interval_after_429(&mut self, now: Instant) -> Option<Duration> {
        let throttle = self.throttle.as_ref()?;
        let (rate, count) = throttle.measured.unwrap_or_else(|| self.measure(throttle));
        let recovery = RECOVERY.mul_f64(count.clamp(1, RELIABLE) as f64 / RELIABLE as f64);
        let elapsed = now.saturating_duration_since(throttle.until);
        let progress = elapsed.as_secs_f64() / recovery.as_secs_f64();
        let factor = 1.0 - MARGIN + MARGIN * progress.powi(3);
        if factor > REMOVED {
            self.throttle = None;
            return None;
        }
        if let Some(throttle) = &mut self.throttle
            && now >= throttle.until
        {
            throttle.measured = Some((rate, count));
        }
        Some(interval(rate * factor))
    }

    /// Returns the rate that the server accepted before a 429, and the number of requests that it is based on.
    fn measure(&self, throttle: &Throttle) -> (f64, usize) {
        let oldest = self.accepted.iter().min().filter(|_| self.accepted.len() == REMEMBERED);
        // Of a fast client, only a part of the window is remembered.
        let covered = oldest.map(|oldest| throttle.since.saturating_duration_since(*oldest));
        let window = covered.map_or(throttle.window, |covered| covered.min(throttle.window));
        let age = |sent: &Instant| throttle.since.checked_duration_since(*sent);
        let count = self.accepted.iter().filter_map(age).filter(|age| *age < window).count();
        let least = if throttle.is_first { RELIABLE } else { 1 };
        let rate = count.max(least) as f64 / window.max(Duration::from_millis(100)).as_secs_f64();
        (throttle.previous.map_or(rate, |previous| rate.min(previous)), count)
    }
}

/// Returns the time between requests, which is at most a day.
fn interval(per_second: f64) -> Duration {
    const DAY: Duration = Duration::from_secs(24 * 60 * 60);
    Duration::try_from_secs_f64(1.0 / per_second).map_or(DAY, |interval| interval.min(DAY))
}

#[cfg(test)]
#[path = "rate_limit/tests.rs"]
mod tests;
