//! What the tests share: the API's document, and a server to send requests to.

#![allow(dead_code, reason = "each test file is a crate of its own and uses a part of this")]

pub mod cases;
pub mod document;
pub mod server;
