//! The integration tests of the sandbox, as one program, so that the sandbox is linked once.
//!
//! A test that measures the memory of the process is a separate program, with a `[[test]]` in `Cargo.toml`.

mod common;

mod access;
mod activities;
mod agents;
mod apps;
mod attachments;
mod auth;
mod behavior;
mod builder;
mod clients;
mod control;
mod control_pages;
mod conversations;
mod deliveries;
mod devices;
mod differences;
mod faults;
mod integration_keys;
mod integrations;
mod layers;
mod live;
mod load;
#[cfg(all(feature = "cli", target_os = "linux"))]
mod memory;
mod messages;
mod oauth;
mod paging;
mod participants;
#[cfg(feature = "cli")]
mod program;
mod protocol;
mod responses;
mod seed;
mod simulation;
mod snapshot;
mod switchboards;
mod transcripts;
mod users;
mod webhooks;

/// A file that no program includes would never run.
#[test]
fn every_file_is_part_of_a_program() {
    let (manifest, modules) = (include_str!("../Cargo.toml"), include_str!("integration.rs"));
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests")).expect("tests/");
    let names = folder.map(|entry| entry.expect("tests/").file_name().into_string().expect("a plain name"));
    for file in names.filter(|name| name.ends_with(".rs")) {
        let module = format!("mod {};", file.trim_end_matches(".rs"));
        let is_module = modules.lines().any(|line| line == module);
        let is_program = manifest.contains(&format!("path = \"tests/{file}\""));
        assert!(is_module != is_program, "add `{module}` to tests/integration.rs, or a [[test]] to Cargo.toml");
    }
}
