//! Decides everything about the generated code: reads the API's OpenAPI document and the corrections in
//! `openapi-generator.yaml`, makes the plan that the templates render, and runs openapi-generator.

#![forbid(unsafe_code)]

mod command_plan;
mod conversions;
mod corrections;
pub mod document;
mod event_methods;
pub mod events;
mod examples;
mod facts;
#[path = "../../build/generated.rs"]
pub mod generated;
pub mod generator;
mod markdown;
pub mod model;
pub mod names;
pub mod naming;
mod operation_plan;
pub mod operations;
pub mod paging;
pub mod plan;
pub mod process;
// The rule by which the SDK masks JSON decides here which fields are secret.
#[path = "../../src/secret_names.rs"]
mod secret_names;
mod short_forms;
pub mod tidy;
pub mod upsert;
mod usage;
mod uses;
pub mod yaml;
