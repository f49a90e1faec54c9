//! Benchmarks of the SDK, side by side with hand-written code. `main.rs` prints the tables.

pub mod allocations;
pub mod hand;
pub mod jobs;
pub mod pages;
pub mod server;
