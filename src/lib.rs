// The links of the README lead to files. rustdoc uses the first definition of a link, which is one of these.
#![doc = "[cookbook]: mod@cookbook"]
#![doc = "[methods]: operations"]
#![doc = "[client]: ApiClient"]
#![doc = "[bulk]: https://docs.rs/sunshine-conversations-bulk"]
#![doc = "[sandbox]: https://docs.rs/sunshine-conversations-sandbox"]
#![doc = "[benchmarks]: https://docs.rs/crate/sunshine-conversations/latest/source/docs/benchmarks.md"]
#![doc = "[compare]: https://docs.rs/crate/sunshine-conversations/latest/source/docs/compare.md"]
#![doc = "[architecture]: https://docs.rs/crate/sunshine-conversations/latest/source/docs/architecture.md"]
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
// docs.rs documents with nightly, which labels items with the features that they need.
#![cfg_attr(docsrs, feature(doc_cfg))]
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

mod auth;
mod base;
mod body;
mod call;
mod client;
#[cfg(any(doc, doctest))]
#[doc = include_str!("cookbook.md")]
#[doc(alias("examples", "recipes", "how to", "guide", "which key", "tutorial"))]
pub mod cookbook {}
mod decode;
mod error;
#[path = "../generated/models/mod.rs"]
pub mod models;
pub mod oauth;
pub mod observer;
#[path = "../generated/operations/mod.rs"]
pub mod operations;
mod request;
mod retry;
#[path = "../generated/secret_fields.rs"]
mod secret_fields;
mod secret_names;
#[cfg(test)]
mod tests;
mod transport;
mod value;
pub mod webhook;

// Last, because rustdoc lists methods in the order of the modules, and the operations are first.
mod features;

// rustdoc ignores aliases in private modules, so they are on the exports.
pub use auth::credentials::Credentials;
pub use auth::jwt::JwtScope;
#[doc(alias("token", "hmac", "login"))]
pub use auth::jwt::{JwtSigner, UserJwt};
#[doc(alias("attachment", "file", "media"))]
pub use body::upload::Upload;
#[doc(alias("cursor", "pagination"))]
pub use call::cursors::Cursors;
pub use call::cursors::Page;
pub use call::page::{Items, Listing, PageSize, Pages, Paginated, PartialPage};
pub use call::{Call, Response, Untyped};
pub use client::ApiClient;
pub use client::builder::ApiClientBuilder;
pub use decode::open_enum::UnknownValue;
pub use error::{ApiError, Error, ErrorKind, Result};
#[doc(alias("handle", "scope"))]
pub use features::app::AppClient;
#[doc(alias("attachment", "file", "media"))]
pub use features::download::{Download, DownloadReader};
#[doc(alias("create or update", "409"))]
pub use features::upsert::{Upsert, Upserted};
/// Request methods, headers and status codes.
pub use http;
pub use request::operation::{Decode, Endpoint, EndpointInfo, Operation};
#[doc(alias("backoff", "rate limit", "throttle", "429"))]
pub use retry::RetryPolicy;
#[doc(alias("throttle", "429", "token bucket", "requests per second"))]
pub use retry::rate_limit::RateLimit;
/// JSON values, for example `serde_json::json!` for [`Json`].
pub use serde_json;
pub use transport::reader::ResponseReader;
#[cfg(any(feature = "rustls", feature = "native-tls"))]
pub use transport::tls::TlsBackend;
/// The HTTP client of this crate, for [`ApiClientBuilder::agent`].
#[cfg(feature = "ureq3")]
pub use ureq;
pub use value::extra::{Extra, ExtraIter};
pub use value::id::{AsId, Id};
#[doc(alias("metadata", "free-form"))]
pub use value::json::Json;
pub use value::number::Number;
pub use value::patch::Patch;
#[doc(alias("password", "token"))]
pub use value::secret::{Secret, SecretUrl};
#[doc(alias("timestamp", "date"))]
pub use value::time::Time;
