//! The checks of the fuzz targets: each takes any bytes, and panics if the SDK violates a guarantee.
//!
//! `tests/seeds.rs` of the SDK runs the same checks on the seeds, with a stable compiler and without a fuzzer.

mod connection;
mod cursors;
mod models;
#[path = "../../src/secret_names.rs"]
mod secret_names;

pub use cursors::cursors;
pub use models::{CHECKS, KINDS, responses, webhooks};
