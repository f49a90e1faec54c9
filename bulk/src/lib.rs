#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

mod cancel;
mod error;
mod job;
mod journal;
mod progress;
mod report;
mod run;
mod seen;

pub use cancel::Cancel;
pub use error::Error;
pub use job::{Job, OnError, Order};
pub use progress::Progress;
pub use report::{Failed, Failure, Outcome, Report};
