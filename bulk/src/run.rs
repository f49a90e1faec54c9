//! The run of a job: the calling thread pulls items, writes the journal and reports; other threads process items.

use std::any::Any;
use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::error::Error;
use crate::job::{Job, OnError, Order};
use crate::progress::{Meter, Progress};
use crate::report::{Failed, Failure, Outcome, Report};
use crate::seen::Seen;

/// How many items per thread are in memory: one that is processed, and others, so that threads don't wait for the journal.
const ITEMS_PER_THREAD: u64 = 4;
/// How many failed items can wait for another try.
const MAX_DEFERRED: usize = 10_000;
/// How many failures a report contains.
const MAX_FAILURES: usize = 100;
/// The interval of progress reports.
const TICK: Duration = Duration::from_millis(100);

/// The items of a job with their keys.
pub(crate) struct Input<P> {
    /// Which keys the items have, for the journal.
    pub(crate) kind: &'static str,
    /// Whether two items can have the same key.
    pub(crate) has_duplicates: bool,
    /// The number of items, if the iterator knows it.
    pub(crate) known: Option<u64>,
    pub(crate) items: P,
}

/// An item, and how often it has been processed.
struct Task<I> {
    position: u64,
    /// The number among the items that weren't skipped.
    place: u64,
    key: Vec<u8>,
    item: I,
    tries: u32,
}

/// A task with its result. `None` if the job was halted before it was processed.
type Finished<I, T, E> = (Task<I>, Option<Result<T, Failed<E>>>);

/// Halts the threads when the run ends for any reason.
struct Halt<'a>(&'a AtomicBool);

impl Drop for Halt<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

pub(crate) fn run<I: Send, T: Send, E: fmt::Display + Send>(
    mut job: Job<'_, E>,
    input: Input<impl Iterator<Item = (Vec<u8>, I)>>,
    work: impl Fn(&I) -> Result<T, E> + Sync,
    each: impl FnMut(Outcome<T, E>),
) -> Result<Report, Error> {
    if let Some(journal) = &mut job.journal {
        journal.begin(input.kind, &job.name)?;
    }
    let halted = AtomicBool::new(false);
    let is_halted = || halted.load(Ordering::SeqCst);
    let (tasks, receiver) = mpsc::channel::<Task<I>>();
    let receiver = Mutex::new(receiver);
    let (sender, finished) = mpsc::channel();
    let cancel = job.cancel.clone();
    let process = |task: Task<I>| {
        if is_halted() || cancel.is_canceled() {
            return (task, None);
        }
        // The item isn't used again by the closure if it panics.
        let result = match catch_unwind(AssertUnwindSafe(|| work(&task.item))) {
            Ok(result) => result.map_err(Failed::Error),
            Err(panic) => Err(Failed::Panic(message(&*panic))),
        };
        (task, Some(result))
    };
    thread::scope(|scope| {
        for _ in 0..job.threads {
            let (sender, receiver, process) = (sender.clone(), &receiver, &process);
            scope.spawn(move || {
                loop {
                    let task = receiver.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok(task) = task else { return };
                    if sender.send(process(task)).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        let _halt = Halt(&halted);
        let seen = input.has_duplicates.then(Seen::default);
        Run::new(job, input.known, seen, tasks, finished, &halted, each).all(input.items)
    })
}

/// The message of a panic.
fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("without a message").to_owned()
}

struct Run<'a, 'h, I, T, E, F> {
    job: Job<'a, E>,
    tasks: Sender<Task<I>>,
    finished: Receiver<Finished<I, T, E>>,
    halted: &'h AtomicBool,
    each: F,
    started: Instant,
    ticked: Instant,
    meter: Meter,
    report: Report,
    total: Option<u64>,
    in_flight: u64,
    /// The number of items that weren't skipped.
    places: u64,
    /// The keys, if two items can have the same.
    seen: Option<Seen>,
    deferred: VecDeque<Task<I>>,
    /// The outcomes that wait for an earlier one. `None` if an item has lost its place.
    waiting: BTreeMap<u64, Option<Outcome<T, E>>>,
    next_place: u64,
}

impl<'a, 'h, I, T, E: fmt::Display + Send, F: FnMut(Outcome<T, E>)> Run<'a, 'h, I, T, E, F> {
    fn new(
        job: Job<'a, E>,
        known: Option<u64>,
        seen: Option<Seen>,
        tasks: Sender<Task<I>>,
        finished: Receiver<Finished<I, T, E>>,
        halted: &'h AtomicBool,
        each: F,
    ) -> Self {
        let now = Instant::now();
        Self {
            total: job.total.or(known),
            job,
            tasks,
            finished,
            halted,
            each,
            started: now,
            ticked: now,
            meter: Meter::new(now),
            report: Report::default(),
            in_flight: 0,
            places: 0,
            seen,
            deferred: VecDeque::new(),
            waiting: BTreeMap::new(),
            next_place: 0,
        }
    }

    fn all(mut self, mut items: impl Iterator<Item = (Vec<u8>, I)>) -> Result<Report, Error> {
        let limit = ITEMS_PER_THREAD * self.job.threads as u64;
        let (mut position, mut is_read) = (0, false);
        loop {
            while !self.is_halted() && self.in_flight + (self.waiting.len() as u64) < limit {
                match if is_read { None } else { items.next() } {
                    Some((key, item)) => {
                        self.start(position, key, item);
                        position += 1;
                        self.tick()?;
                    }
                    None => {
                        is_read = true;
                        // Only after all other items.
                        let Some(task) = self.deferred.pop_front() else { break };
                        self.send(task);
                    }
                }
            }
            if self.in_flight == 0 {
                break;
            }
            match self.finished.recv_timeout(TICK) {
                Ok((task, result)) => self.finish(task, result)?,
                Err(RecvTimeoutError::Timeout) => {}
                // Threads only end after the tasks.
                Err(RecvTimeoutError::Disconnected) => break,
            }
            self.tick()?;
        }
        self.end()
    }

    fn is_halted(&self) -> bool {
        self.report.stopped || self.job.cancel.is_canceled()
    }

    /// Starts an item, unless it is done.
    fn start(&mut self, position: u64, key: Vec<u8>, item: I) {
        let is_done = self.job.journal.as_ref().is_some_and(|journal| journal.done.contains(&key));
        if is_done || !self.seen.as_mut().is_none_or(|seen| seen.insert(&key)) {
            self.report.skipped += 1;
            return;
        }
        let task = Task { position, place: self.places, key, item, tries: 0 };
        self.places += 1;
        self.send(task);
    }

    fn send(&mut self, task: Task<I>) {
        if self.tasks.send(task).is_ok() {
            self.in_flight += 1;
        }
    }

    fn finish(&mut self, mut task: Task<I>, result: Option<Result<T, Failed<E>>>) -> Result<(), Error> {
        self.in_flight -= 1;
        let Some(result) = result else { return Ok(()) };
        task.tries += 1;
        if let Err(Failed::Error(error)) = &result
            && let OnError::RetryLater(times) = self.job.on_error
            && task.tries <= times
            && self.deferred.len() < MAX_DEFERRED
            && (self.job.retry_if)(error)
        {
            if task.tries == 1 {
                self.emit(task.place, None);
            }
            self.deferred.push_back(task);
            return Ok(());
        }
        match &result {
            Ok(_) => {
                self.report.done += 1;
                if let Some(journal) = &mut self.job.journal {
                    journal.done(&task.key)?;
                }
            }
            Err(failed) => {
                let error = failed.to_string();
                self.report.failed += 1;
                self.report.stopped |= self.job.on_error == OnError::Stop;
                if self.report.stopped {
                    self.halted.store(true, Ordering::SeqCst);
                }
                if let Some(journal) = &mut self.job.journal {
                    journal.failed(&task.key, &error)?;
                }
                if self.report.failures.len() < MAX_FAILURES {
                    let key = String::from_utf8_lossy(&task.key).into_owned();
                    self.report.failures.push(Failure { position: task.position, key, error });
                }
            }
        }
        let outcome = Outcome { position: task.position, key: task.key, result };
        if task.tries > 1 {
            // It has lost its place.
            (self.each)(outcome);
        } else {
            self.emit(task.place, Some(outcome));
        }
        Ok(())
    }

    /// Passes outcomes to the caller, in the chosen order.
    fn emit(&mut self, place: u64, outcome: Option<Outcome<T, E>>) {
        if self.job.order == Order::Completion {
            if let Some(outcome) = outcome {
                (self.each)(outcome);
            }
            return;
        }
        self.waiting.insert(place, outcome);
        while let Some(next) = self.waiting.remove(&self.next_place) {
            self.next_place += 1;
            if let Some(outcome) = next {
                (self.each)(outcome);
            }
        }
    }

    fn tick(&mut self) -> Result<(), Error> {
        let now = Instant::now();
        if now.saturating_duration_since(self.ticked) >= TICK {
            self.ticked = now;
            self.report_progress(now);
            if let Some(journal) = &mut self.job.journal {
                journal.sync_if_due()?;
            }
        }
        Ok(())
    }

    fn report_progress(&mut self, now: Instant) {
        let Report { done, failed, skipped, .. } = self.report;
        let per_second = self.meter.rate(now, done + failed);
        let left = self.total.map(|total| total.saturating_sub(done + failed + skipped));
        let seconds = left.map(|left| if left == 0 { 0.0 } else { left as f64 / per_second });
        let progress = Progress {
            done,
            failed,
            skipped,
            in_flight: self.in_flight,
            total: self.total,
            elapsed: now.saturating_duration_since(self.started),
            per_second,
            remaining: seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok()),
        };
        (self.job.on_progress)(&progress);
    }

    fn end(mut self) -> Result<Report, Error> {
        // Items that were never processed have left gaps.
        for outcome in std::mem::take(&mut self.waiting).into_values().flatten() {
            (self.each)(outcome);
        }
        if let Some(journal) = &mut self.job.journal {
            journal.sync()?;
        }
        // Deferred items have failed if the job ends early; the journal doesn't have them.
        self.report.failed += self.deferred.len() as u64;
        self.report.canceled = self.job.cancel.is_canceled();
        let now = Instant::now();
        self.report.elapsed = now.saturating_duration_since(self.started);
        self.report_progress(now);
        Ok(self.report)
    }
}
