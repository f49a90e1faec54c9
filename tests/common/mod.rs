//! What the tests share: the API's document, a server to send requests to, and the examples as programs.

#![allow(dead_code, reason = "each test file is a crate of its own and uses a part of this")]

pub mod cases;
pub mod document;
pub mod example;
pub mod server;
