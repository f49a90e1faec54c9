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

mod call;
mod client;
mod credentials;
mod error;
mod json;
mod jwt;
mod lenient;
#[path = "../generated/models/mod.rs"]
pub mod models;
pub mod oauth;
mod object;
#[path = "../generated/operations/mod.rs"]
pub mod operations;
mod page;
mod patch;
mod retry;
mod secret;
mod time;
mod transport;
mod union;
mod upload;
pub mod webhook;

pub use call::{Call, Operation, Response, Untyped};
pub use client::{ApiClient, ApiClientBuilder};
pub use credentials::Credentials;
pub use error::{Error, ErrorKind, Result};
pub use json::Json;
pub use jwt::{JwtScope, JwtSigner, UserJwt};
pub use page::{Items, Page, PageSize, Pages, Paginated};
pub use patch::Patch;
pub use retry::RetryPolicy;
pub use secret::Secret;
pub use time::Time;
pub use upload::Upload;
/// The HTTP client under this crate, for [`ApiClientBuilder::agent`] and [`ApiClientBuilder::proxy`].
pub use ureq;
/// Methods, headers and status codes.
pub use ureq::http;
