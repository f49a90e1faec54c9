//! Regenerates `generated/` if its inputs have changed.
//!
//! `generated/fingerprint` records the inputs. If they are the same, this script reads them and does nothing else.
//! Otherwise it runs the code generator, which is the workspace member in `codegen/`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{self, Command, Stdio};

#[path = "build/generated.rs"]
mod generated;

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    println!("cargo::rerun-if-changed=build.rs");
    // Published and vendored copies have only the generated code.
    if !root.join("codegen/Cargo.toml").exists() {
        return;
    }
    if let Err(message) = update(&root) {
        for line in message.lines() {
            println!("cargo::error={line}");
        }
        process::exit(1);
    }
    for path in generated::INPUTS.into_iter().chain(["build", "generated/fingerprint"]) {
        // Cargo treats a missing path as changed, and would compile the crate in every build.
        if root.join(path).exists() {
            println!("cargo::rerun-if-changed={path}");
        }
    }
    // For `codegen/freshness`. Not every target folder can be written to.
    let _ = generated::last_run().map(|file| fs::write(file, ""));
}

/// Restores and regenerates `generated/` as needed. The error has the cause and the fix.
fn update(root: &Path) -> Result<(), String> {
    if !root.join("generated").exists() {
        // A crash can leave the only copy set aside.
        generated::Lock::take(root).map_err(|e| format!("generated/ is missing and can't be restored: {e}"))?;
    }
    let fingerprint = generated::fingerprint(root).map_err(|e| format!("can't read the inputs of generated/: {e}"))?;
    let stored = generated::stored(root).unwrap_or_default();
    if stored == fingerprint {
        return Ok(());
    }
    let changed = generated::changed_inputs(&fingerprint, &stored).join(", ");
    let reason =
        if stored.is_empty() { "the fingerprint is missing".to_owned() } else { format!("changed: {changed}") };
    run_code_generator(root).map_err(|e| format!("generated/ is out of date ({reason}).\n{e}"))
}

/// Runs the code generator through Cargo. It locks `generated/` itself, so that builds at the same time run it once.
fn run_code_generator(root: &Path) -> Result<(), String> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["run", "--quiet", "--package", "sunshine-conversations-codegen"]);
    command.arg("--manifest-path").arg(root.join("Cargo.toml"));
    // The outer Cargo has locked its target folder.
    command.arg("--target-dir").arg(generated::scratch(root).join("target"));
    if let Some(host) = env::var_os("HOST") {
        command.arg("--target").arg(host);
    }
    command.arg("--").arg(root).current_dir(root).stdin(Stdio::null());
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(changes_the_build) {
            command.env_remove(name);
        }
    }
    // It is compiled once and runs for a moment.
    command.env("CARGO_PROFILE_DEV_DEBUG", "0").env("CARGO_INCREMENTAL", "0");
    let output = command.output().map_err(|e| format!("can't start Cargo: {e}"))?;
    let message = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    if output.status.success() {
        // Not the compiler's warnings.
        let warnings = message.lines().filter_map(|line| line.strip_prefix("warning: "));
        for warning in warnings.filter(|warning| warning.starts_with("openapi-generator.yaml, ")) {
            println!("cargo::warning={warning}");
        }
        return Ok(());
    }
    Err(if message.is_empty() { format!("the code generator failed: {}", output.status) } else { message })
}

/// Whether a variable, set by the outer Cargo or for the SDK, would change how the code generator is compiled.
///
/// Clippy and coverage tools set some of them. Settings of the network, such as `CARGO_NET_OFFLINE`, still apply.
fn changes_the_build(name: &str) -> bool {
    const KEPT: [&str; 5] = ["CARGO_HOME", "CARGO_NET_", "CARGO_HTTP_", "CARGO_REGISTR", "CARGO_SOURCE_"];
    const REMOVED: [&str; 7] = ["CARGO", "__CARGO", "RUSTC_", "RUSTFLAGS", "RUSTDOC", "CLIPPY_", "DEP_"];
    const OF_BUILD_SCRIPTS: [&str; 7] = ["TARGET", "HOST", "OUT_DIR", "PROFILE", "OPT_LEVEL", "DEBUG", "NUM_JOBS"];
    let starts_with_any = |prefixes: &[&str]| prefixes.iter().any(|prefix| name.starts_with(prefix));
    (starts_with_any(&REMOVED) && !starts_with_any(&KEPT)) || OF_BUILD_SCRIPTS.contains(&name)
}
