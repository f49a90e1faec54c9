// The links of the README lead to files. rustdoc uses the first definition of a link, which is one of these.
#![doc = "[cookbook]: mod@cookbook"]
#![doc = "[methods]: operations"]
#![doc = "[client]: ApiClient"]
#![doc = "[bulk]: https://docs.rs/sunshine-conversations-bulk"]
#![doc = "[sandbox]: https://docs.rs/sunshine-conversations-sandbox"]
#![doc = "[benchmarks]: https://docs.rs/crate/sunshine-conversations/latest/source/docs/benchmarks.md"]
#![doc = "[compare]: https://docs.rs/crate/sunshine-conversations/latest/source/docs/compare.md"]
#![doc = "[design]: https://docs.rs/crate/sunshine-conversations/latest/source/docs/design.md"]
#![doc = "[faults]: https://docs.rs/crate/sunshine-conversations/latest/source/docs/faults.md"]
#![doc = "[error]: Error"]
#![doc = "[observer]: observer::Observer"]
#![doc = "[rate]: RateLimit"]
#![doc = "[retry]: RetryPolicy"]
#![doc = "[download]: Download"]
#![doc = ""]
#![doc = include_str!("../README.md")]
// A client of a web API needs no unsafe code.
#![forbid(unsafe_code)]
#![warn(missing_docs, rustdoc::broken_intra_doc_links)]
#![allow(confusable_idents, mixed_script_confusables, uncommon_codepoints, reason = "the document decides names")]
// Input from the network or the caller must not cause a panic.
#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

// The unit tests use serde itself, for its derive macros.
#[cfg(not(test))]
extern crate serde_core as serde;

// The servers of the tests are also used by the unit tests.
#[cfg(test)]
extern crate self as sunshine_conversations;

mod any_format;
mod app;
#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
mod blank;
mod call;
mod client;
mod connection;
#[cfg(any(doc, doctest))]
#[doc = include_str!("cookbook.md")]
#[doc(alias("examples", "recipes", "how to", "guide", "which key", "tutorial"))]
pub mod cookbook {}
#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
mod convert;
mod credentials;
#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
mod cursors;
mod download;
mod drift;
mod error;
mod error_body;
mod extra;
mod failure;
mod headers;
mod id;
mod json;
mod jwt;
#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
mod lenient;
#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
mod model;
#[path = "../generated/models/mod.rs"]
pub mod models;
mod number;
pub mod oauth;
pub mod observer;
#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
mod open_enum;
#[path = "../generated/operations/mod.rs"]
pub mod operations;
#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
mod page;
#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
mod parameters;
mod partial;
mod patch;
#[allow(dead_code, reason = "used if the document needs it")]
mod prefetch;
mod proxy;
mod rate_limit;
mod redact;
mod repair;
#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
mod responses;
mod retry;
mod secret;
mod secret_names;
#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
mod sending;
#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
mod short_forms;
#[cfg(test)]
mod tests;
mod text;
mod time;
#[cfg(any(feature = "rustls", feature = "native-tls"))]
mod tls;
mod transport;
#[allow(dead_code, reason = "used if the document needs it")]
mod typos;
#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
mod union;
#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
mod untagged;
mod untyped;
mod upload;
mod upsert;
pub mod webhook;

// rustdoc ignores aliases in private modules, so they are on the exports.
#[doc(alias("handle", "scope"))]
pub use app::AppClient;
pub use call::{Call, Decode, Endpoint, EndpointInfo, Operation, Response, Untyped};
pub use client::{ApiClient, ApiClientBuilder};
pub use credentials::Credentials;
#[doc(alias("cursor", "pagination"))]
pub use cursors::Cursors;
pub use cursors::Page;
#[doc(alias("attachment", "file", "media"))]
pub use download::{Download, DownloadReader};
pub use error::{ApiError, Error, ErrorKind, Result};
pub use extra::{Extra, ExtraIter};
/// Request methods, headers and status codes.
pub use http;
pub use id::{AsId, Id};
#[doc(alias("metadata", "free-form"))]
pub use json::Json;
pub use jwt::JwtScope;
#[doc(alias("token", "hmac", "login"))]
pub use jwt::{JwtSigner, UserJwt};
pub use number::Number;
pub use open_enum::UnknownValue;
pub use page::{Items, Listing, PageSize, Pages, Paginated, PartialPage};
pub use patch::Patch;
#[doc(alias("throttle", "429", "token bucket", "requests per second"))]
pub use rate_limit::RateLimit;
#[doc(alias("backoff", "rate limit", "throttle", "429"))]
pub use retry::RetryPolicy;
#[doc(alias("password", "token"))]
pub use secret::{Secret, SecretUrl};
/// JSON values, for example `serde_json::json!` for [`Json`].
pub use serde_json;
#[doc(alias("timestamp", "date"))]
pub use time::Time;
#[cfg(any(feature = "rustls", feature = "native-tls"))]
pub use tls::TlsBackend;
pub use transport::ResponseReader;
#[doc(alias("attachment", "file", "media"))]
pub use upload::Upload;
#[doc(alias("create or update", "409"))]
pub use upsert::{Upsert, Upserted};
/// The HTTP client of this crate, for [`ApiClientBuilder::agent`].
#[cfg(feature = "ureq3")]
pub use ureq;
