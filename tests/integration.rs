//! The integration tests, as one program: the SDK and its dependencies are linked once.
//!
//! `cargo test -p sunshine-conversations-tests --test integration webhook::` runs the tests of `tests/webhook.rs`. A test that
//! changes the process (a logger, forks, signals) is a separate program, with a `[[test]]` in `tests/Cargo.toml`.

mod support;

mod bodies;
mod bots;
mod conversions;
mod download;
mod error_responses;
mod ill_formed;
mod invalid_input;
mod jwt;
mod layers;
mod limits;
mod models;
mod nesting;
mod oauth;
mod observer;
mod operations;
mod paging;
#[allow(clippy::duplicate_mod, reason = "the same tests, with pages that are requested in advance")]
#[path = "paging.rs"]
mod paging_with_prefetch;
mod partial_pages;
mod prefetch;
mod properties;
mod rate_limit;
mod retry;
mod sandbox;
mod secrets;
mod seeds;
mod short_forms;
mod threads;
mod tls;
mod transport;
mod upload;
mod upsert;
mod webhook;

/// A file that no program includes would never run.
#[test]
fn every_file_is_part_of_a_program() {
    let manifest = include_str!("Cargo.toml");
    let modules = [include_str!("integration.rs"), include_str!("logs.rs"), include_str!("programs.rs")].concat();
    let folder = std::fs::read_dir(env!("CARGO_MANIFEST_DIR")).expect("tests/");
    let names = folder.map(|entry| entry.expect("tests/").file_name().into_string().expect("a plain name"));
    let mut count = 0;
    for file in names.filter(|name| name.ends_with(".rs")) {
        let module = format!("mod {};", file.trim_end_matches(".rs"));
        let is_module = modules.lines().any(|line| line == module);
        let is_program = manifest.contains(&format!("path = \"{file}\""));
        assert!(is_module != is_program, "add `{module}` to tests/integration.rs, or a [[test]] to tests/Cargo.toml");
        count += 1;
    }
    assert!(count > 30, "{count}");
}
