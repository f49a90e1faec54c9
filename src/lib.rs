// The links of the README lead to files; in rustdoc the first definition of a link holds, which is one of these.
#![doc = "[methods]: operations"]
#![doc = "[benchmarks]: https://docs.rs/crate/sunshine-conversations/latest/source/docs/benchmarks.md"]
#![doc = "[compare]: https://docs.rs/crate/sunshine-conversations/latest/source/docs/compare.md"]
#![doc = "[design]: https://docs.rs/crate/sunshine-conversations/latest/source/docs/design.md"]
#![doc = "[faults]: https://docs.rs/crate/sunshine-conversations/latest/source/docs/faults.md"]
#![doc = "[oauth]: mod@oauth"]
#![doc = "[error]: Error"]
#![doc = "[retry]: RetryPolicy"]
#![doc = ""]
#![doc = include_str!("../README.md")]
// No reason to go below the compiler's guarantees in a client of a web API.
#![forbid(unsafe_code)]
// The documentation is half of an SDK.
#![warn(missing_docs, rustdoc::broken_intra_doc_links)]
// Nothing that comes from the network or the caller may end the caller's program.
#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

// The servers of the tests are also used by the unit tests.
#[cfg(test)]
extern crate self as sunshine_conversations;

mod any_format;
#[allow(dead_code, unused_imports, unused_macros, reason = "the document decides what is used")]
mod blank;
mod call;
mod client;
mod credentials;
#[allow(dead_code, unused_imports, unused_macros, reason = "the document decides what is used")]
mod cursors;
mod error;
mod extra;
mod id;
mod json;
mod jwt;
#[allow(dead_code, unused_imports, unused_macros, reason = "the document decides what is used")]
mod lenient;
#[allow(dead_code, unused_imports, unused_macros, reason = "the document decides what is used")]
mod model;
#[path = "../generated/models/mod.rs"]
pub mod models;
pub mod oauth;
#[allow(dead_code, unused_imports, unused_macros, reason = "the document decides what is used")]
mod open_enum;
#[path = "../generated/operations/mod.rs"]
pub mod operations;
#[allow(dead_code, unused_imports, unused_macros, reason = "the document decides what is used")]
mod page;
#[allow(dead_code, unused_imports, unused_macros, reason = "the document decides what is used")]
mod parameters;
mod patch;
#[allow(dead_code, unused_imports, unused_macros, reason = "the document decides what is used")]
mod responses;
mod retry;
mod secret;
mod secret_names;
#[allow(dead_code, unused_imports, unused_macros, reason = "the document decides what is used")]
mod sending;
#[cfg(test)]
mod tests;
mod time;
mod transport;
#[allow(dead_code, unused_imports, unused_macros, reason = "the document decides what is used")]
mod union;
#[allow(dead_code, unused_imports, unused_macros, reason = "the document decides what is used")]
mod untagged;
mod upload;
pub mod webhook;

pub use call::{Call, Decode, Operation, Response, Untyped};
pub use client::{ApiClient, ApiClientBuilder};
pub use credentials::Credentials;
pub use cursors::{Cursors, Page};
pub use error::{ApiError, Error, ErrorKind, Result};
pub use extra::{Extra, ExtraIter};
pub use id::{AsId, Id};
pub use json::Json;
pub use jwt::{JwtScope, JwtSigner, UserJwt};
pub use page::{Items, Listing, PageSize, Pages, Paginated};
pub use patch::Patch;
pub use retry::RetryPolicy;
pub use secret::Secret;
pub use time::Time;
pub use transport::ResponseReader;
pub use upload::Upload;
/// The HTTP client under this crate, for [`ApiClientBuilder::agent`] and [`ApiClientBuilder::proxy`].
pub use ureq;
/// Methods, headers and status codes.
pub use ureq::http;
