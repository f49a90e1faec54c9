//! Shared by the tests: the OpenAPI document, a test server, and the examples as programs.

#![allow(dead_code, reason = "each test program is a separate crate and uses a part of this")]

pub mod cases;
pub mod document;
pub mod example;
pub mod server;
