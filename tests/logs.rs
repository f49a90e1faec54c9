//! Tests of the log, which belongs to the process, as one program.

#[allow(dead_code, reason = "a part of it is used here")]
mod support;

mod hostile;
mod logging;

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use log::{Level, LevelFilter, Log, Metadata};

#[derive(Clone, Debug)]
pub struct Record {
    pub target: String,
    pub level: Level,
    pub text: String,
    /// The name of the thread, which is that of the test.
    thread: Option<String>,
}

/// Records everything that is logged, at the current level of `log`.
struct Keeper(Mutex<Vec<Record>>);

static KEEPER: Keeper = Keeper(Mutex::new(Vec::new()));
/// The logger is global, so tests run one at a time.
static TURN: Mutex<()> = Mutex::new(());

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Log for Keeper {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() <= log::max_level()
    }

    fn log(&self, record: &log::Record<'_>) {
        // At trace, ureq's parser logs all bytes, which the SDK can't prevent. The client logs a warning.
        if self.enabled(record.metadata()) && record.target() != "ureq_proto::util" {
            let (target, level, text) = (record.target().to_owned(), record.level(), record.args().to_string());
            let thread = thread::current().name().map(str::to_owned);
            locked(&self.0).push(Record { target, level, text, thread });
        }
    }

    fn flush(&self) {}
}

/// The records of a run.
pub fn logged(level: LevelFilter, run: impl FnOnce()) -> Vec<Record> {
    let _turn = locked(&TURN);
    // Fails except in the first test.
    let _ = log::set_logger(&KEEPER);
    locked(&KEEPER.0).clear();
    log::set_max_level(level);
    run();
    log::set_max_level(LevelFilter::Off);
    let mut records = std::mem::take(&mut *locked(&KEEPER.0));
    // Other tests may be waiting, and log before their run.
    records.retain(|record| record.thread.is_none() || record.thread.as_deref() == thread::current().name());
    records
}
