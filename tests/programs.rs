//! Tests that start other programs, as one program. A fork elsewhere in the process would disturb them.
//!
//! Cargo builds the examples for `cargo test --workspace`, but not for `cargo test -p sunshine-conversations-tests`.

#[path = "support/example.rs"]
mod example;
#[allow(dead_code, reason = "a part of it is used here")]
mod support;

mod examples;
mod generation;
mod rules;
mod webhook_servers;
