//! What the fuzz targets check: each takes any bytes, and panics where a promise of the SDK does not hold.
//!
//! `tests/seeds.rs` of the SDK runs the same checks over the seeds, with a stable compiler and no fuzzer.

mod connection;
mod cursors;
mod models;
#[path = "../../src/secret_names.rs"]
mod secret_names;

pub use cursors::cursors;
pub use models::{KINDS, responses, webhooks};
