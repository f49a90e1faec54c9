use super::*;

/// A server, as the time at which a request arrives.
trait Server {
    /// Accepts a request, or returns its `Retry-After`.
    fn take(&mut self, now: Duration) -> Result<(), Option<Duration>>;
}

/// At most 50 requests, or another number, in any second. `Retry-After` is an integer.
struct Sliding {
    allowed: usize,
    arrived: VecDeque<Duration>,
}

impl Default for Sliding {
    fn default() -> Self {
        Self { allowed: 50, arrived: VecDeque::new() }
    }
}

impl Server for Sliding {
    fn take(&mut self, now: Duration) -> Result<(), Option<Duration>> {
        let second = Duration::from_secs(1);
        while self.arrived.front().is_some_and(|first| now - *first >= second) {
            self.arrived.pop_front();
        }
        match self.arrived.front() {
            Some(_) if self.arrived.len() >= self.allowed => Err(Some(second)),
            _ => {
                self.arrived.push_back(now);
                Ok(())
            }
        }
    }
}

/// 50 requests in each second of the clock.
#[derive(Default)]
struct Fixed {
    window: u64,
    count: usize,
}

impl Server for Fixed {
    fn take(&mut self, now: Duration) -> Result<(), Option<Duration>> {
        if now.as_secs() != self.window {
            (self.window, self.count) = (now.as_secs(), 0);
        }
        if self.count == 50 {
            return Err(Some(Duration::from_secs(1)));
        }
        self.count += 1;
        Ok(())
    }
}

/// 50 tokens, and 50 new ones per second. `Retry-After` is exact.
struct Bucket {
    tokens: f64,
    filled: Duration,
    retry_after: fn(f64) -> Option<Duration>,
}

impl Bucket {
    fn new(retry_after: fn(f64) -> Option<Duration>) -> Self {
        Self { tokens: 50.0, filled: Duration::ZERO, retry_after }
    }
}

impl Server for Bucket {
    fn take(&mut self, now: Duration) -> Result<(), Option<Duration>> {
        self.tokens = (self.tokens + (now - self.filled).as_secs_f64() * 50.0).min(50.0);
        self.filled = now;
        if self.tokens < 1.0 {
            return Err((self.retry_after)((1.0 - self.tokens) / 50.0));
        }
        self.tokens -= 1.0;
        Ok(())
    }
}

/// The result of a job: its duration, and the numbers of accepted and rejected requests.
struct Job {
    time: f64,
    accepted: usize,
    rejected: usize,
}

impl Job {
    fn rate(&self) -> f64 {
        self.accepted as f64 / self.time
    }

    fn share_of_429(&self) -> f64 {
        self.rejected as f64 / (self.accepted + self.rejected) as f64
    }
}

/// Threads that send requests to a server, one after the other, in virtual time. Arrivals vary by a few milliseconds.
fn run(server: &mut dyn Server, limit: Option<RateLimit>, threads: usize, requests: usize) -> Job {
    run_with_noise(server, limit, threads, requests, 4)
}

/// Runs threads whose requests arrive up to `late` milliseconds late.
fn run_with_noise(
    server: &mut dyn Server,
    limit: Option<RateLimit>,
    threads: usize,
    requests: usize,
    late: u64,
) -> Job {
    enum Step {
        Wait,
        /// A request arrives: when it was sent.
        Arrive(Duration),
        /// A response: when the request was sent, and its `Retry-After` if it was rejected.
        Receive(Duration, Option<Option<Duration>>),
    }
    let start = Instant::now();
    let mut state = State::default();
    let mut places: Vec<Option<u32>> = vec![None; threads];
    let mut events: Vec<(Duration, usize, Step)> =
        (0..threads).map(|thread| (Duration::from_millis(thread as u64), thread, Step::Wait)).collect();
    let (mut begun, mut accepted, mut rejected, mut noise) = (threads, 0, 0, 1_u64);
    let mut time = Duration::ZERO;
    while let Some(next) = (0..events.len()).min_by_key(|index| (events[*index].0, events[*index].1)) {
        let (now, thread, step) = events.swap_remove(next);
        time = now;
        match step {
            Step::Wait => match state.turn(start + now, limit.as_ref(), &mut places[thread]) {
                Some(wait) => events.push((now + wait, thread, Step::Wait)),
                None => {
                    places[thread] = None;
                    noise = noise.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    let way = Duration::from_micros(23_000 + (noise >> 33) % (late * 1000));
                    events.push((now + way, thread, Step::Arrive(now)));
                }
            },
            Step::Arrive(sent) => {
                let outcome = server.take(now).err();
                events.push((now + Duration::from_millis(25), thread, Step::Receive(sent, outcome)));
            }
            Step::Receive(sent, None) => {
                accepted += 1;
                state.accept(start + sent);
                if begun < requests {
                    begun += 1;
                    events.push((now, thread, Step::Wait));
                }
            }
            Step::Receive(sent, Some(retry_after)) => {
                rejected += 1;
                let pause = retry_after.unwrap_or(Duration::from_millis(500));
                state.reject(start + sent, start + now, pause, Duration::from_millis(20));
                // The call itself waits, too.
                events.push((now + pause, thread, Step::Wait));
            }
        }
    }
    assert_eq!(accepted, requests, "a call is lost");
    assert_eq!(state.waiting, 0);
    Job { time: time.as_secs_f64(), accepted, rejected }
}

fn servers() -> Vec<(&'static str, Box<dyn Server>)> {
    vec![
        ("sliding window", Box::new(Sliding::default())),
        ("fixed window", Box::new(Fixed::default())),
        (
            "bucket, without fractions",
            Box::new(Bucket::new(|seconds| Some(Duration::from_secs(seconds.ceil() as u64)))),
        ),
        ("bucket, exact", Box::new(Bucket::new(|seconds| Some(Duration::from_secs_f64(seconds))))),
        ("bucket, without `Retry-After`", Box::new(Bucket::new(|_| None))),
    ]
}

#[test]
fn many_threads_find_the_rate_of_a_server() {
    for (name, mut server) in servers() {
        let job = run(&mut *server, None, 16, 2000);
        eprintln!("{name}: {:.1} per second, {:.2} % rejected", job.rate(), job.share_of_429() * 100.0);
        assert!(job.rate() >= 0.95 * 50.0, "{name}: {:.1} per second", job.rate());
        assert!(job.share_of_429() <= 0.02, "{name}: {:.2} %", job.share_of_429() * 100.0);
    }
}

#[test]
fn requests_may_arrive_late_and_in_another_order() {
    for (name, mut server) in servers() {
        let job = run_with_noise(&mut *server, None, 16, 2000, 20);
        eprintln!("{name}: {:.1} per second, {:.2} % rejected", job.rate(), job.share_of_429() * 100.0);
        assert!(job.rate() >= 0.93 * 50.0, "{name}: {:.1} per second", job.rate());
        assert!(job.share_of_429() <= 0.02, "{name}: {:.2} %", job.share_of_429() * 100.0);
    }
}

#[test]
fn a_configured_limit_is_never_exceeded() {
    let mut server = Sliding::default();
    let job = run(&mut server, Some(RateLimit::per_second(40).burst(10)), 16, 1000);
    assert_eq!(job.rejected, 0);
    let expected = (1000.0 - 10.0) / 40.0;
    assert!((expected..expected * 1.02).contains(&job.time), "{} s", job.time);
}

#[test]
fn a_limit_that_is_too_high_is_reduced_after_a_429() {
    let job = run(&mut Sliding::default(), Some(RateLimit::per_second(100)), 16, 2000);
    assert!(job.rate() >= 0.93 * 50.0 && job.share_of_429() <= 0.02, "{}, {}", job.rate(), job.share_of_429());
}

/// A server that limits requests for five seconds.
struct Temporary(Sliding);

impl Server for Temporary {
    fn take(&mut self, now: Duration) -> Result<(), Option<Duration>> {
        if now < Duration::from_secs(5) { self.0.take(now) } else { Ok(()) }
    }
}

#[test]
fn a_limit_that_no_longer_exists_is_removed() {
    let threads = 16;
    let slow = run(&mut Temporary(Sliding::default()), None, threads, 20_000);
    let fast = run(&mut Temporary(Sliding::default()), None, threads, 60_000);
    let later = (fast.accepted - slow.accepted) as f64 / (fast.time - slow.time);
    // 16 threads at 50 ms.
    assert!(later >= 0.95 * 320.0, "{later} per second");
    assert!(slow.time < 250.0, "{} s", slow.time);
}

/// A server that rejects a single request, because of other programs.
struct Once(bool);

impl Server for Once {
    fn take(&mut self, now: Duration) -> Result<(), Option<Duration>> {
        if self.0 || now < Duration::from_millis(70) {
            return Ok(());
        }
        self.0 = true;
        Err(Some(Duration::from_secs(1)))
    }
}

#[test]
fn a_429_that_few_requests_preceded_has_a_short_effect() {
    let job = run(&mut Once(false), None, 1, 1000);
    // 50 s without a 429.
    assert!(job.rejected == 1 && job.time < 70.0, "{} s", job.time);
}

#[test]
fn requests_wait_until_the_pause_ends() {
    let (mut state, start) = (State::default(), Instant::now());
    let (second, mut place) = (Duration::from_secs(1), None);
    state.accept(start);
    state.reject(start, start, 5 * second, Duration::ZERO);
    assert_eq!(state.turn(start + second, None, &mut place), Some(4 * second));
    // Requests that were sent before the first 429 arrived extend the pause, but not the reduction.
    state.reject(start, start + second, 5 * second, Duration::ZERO);
    assert_eq!(state.turn(start + 5 * second, None, &mut place), Some(second));
    assert_eq!(state.turn(start + 6 * second, None, &mut place), None);
    assert_eq!(state.waiting, 0);
    // One request in five seconds is not reliable, so the rate is higher at first.
    let next = state.turn(start + 6 * second, None, &mut None).expect("a wait");
    assert!(next < second / 2, "{next:?}");
    // After a second 429, it is the measured one.
    state.accept(start + 6 * second);
    state.reject(start + 6 * second + next, start + 7 * second, 5 * second, Duration::ZERO);
    assert_eq!(state.turn(start + 12 * second, None, &mut None), None);
    let next = state.turn(start + 12 * second, None, &mut None).expect("a wait");
    assert!(next > 4 * second, "{next:?}");
}

/// At most 5 requests in any second.
#[test]
fn a_low_limit_is_found_too() {
    let job = run(&mut Sliding { allowed: 5, ..Sliding::default() }, None, 8, 200);
    assert!(job.rate() >= 0.8 * 5.0 && job.share_of_429() <= 0.1, "{}, {}", job.rate(), job.share_of_429());
}

#[test]
fn a_wait_that_exceeds_the_timeout_fails_at_once() {
    let pacer = Pacer::new(Some(RateLimit::per_minute(1)), true);
    assert!(pacer.wait(|| None).is_ok());
    for _ in 0..2 {
        let error = pacer.wait(|| Some(Duration::from_secs(5))).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::RateLimited);
        assert!(error.is_retryable() && error.attempts() == 0);
        let wait = error.retry_after().expect("the wait");
        assert!((50..=60).contains(&wait.as_secs()), "{wait:?}");
        assert!(error.to_string().contains("the client's rate limit"), "{error}");
    }
    // Threads that gave up don't wait.
    assert_eq!(pacer.with_state(|state| state.waiting), 0);
}

#[test]
fn invalid_limits_are_rejected() {
    for limit in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert!(RateLimit::per_second(limit).fault().is_some(), "{limit}");
    }
    assert!(RateLimit::per_second(1).burst(0).fault().is_some());
    assert_eq!(RateLimit::per_minute(90), RateLimit::per_second(1.5));
    let error = crate::ApiClient::builder().subdomain("acme").rate_limit(RateLimit::per_second(0)).build().unwrap_err();
    assert_eq!(error.to_string(), "invalid rate limit: the number of requests must be greater than zero");
}

#[test]
fn the_slowest_rate_is_one_request_per_day() {
    assert_eq!(interval(1e-300), Duration::from_secs(86_400));
    assert_eq!(interval(4.0), Duration::from_millis(250));
}
