//! What the SDK costs, measured beside what its users would have otherwise. `main.rs` prints the table.

pub mod allocations;
pub mod hand;
pub mod jobs;
pub mod pages;
pub mod server;
