//! `--verbose`: the requests of the SDK, which masks secrets, on stderr.

use crate::failure::for_users;
use log::{LevelFilter, Log, Metadata, Record};

struct Stderr;

impl Log for Stderr {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        // Other crates may log credentials.
        metadata.target().starts_with("sunshine_conversations")
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            let message = for_users(&record.args().to_string());
            note!("{}: {message}", record.level().as_str().to_lowercase());
        }
    }

    fn flush(&self) {}
}

/// Starts logging; only warnings unless `verbose`.
pub fn start(verbose: bool) {
    let _ = log::set_logger(&Stderr);
    log::set_max_level(if verbose { LevelFilter::Debug } else { LevelFilter::Warn });
}
