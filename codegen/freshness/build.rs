//! Notices changed inputs of `generated/` that look older than the last build.
//!
//! Cargo runs the SDK's build script again only if a file is newer than the script's last run. A file that was copied
//! with its modification time (`cp -p`, `wget`, an archive) can be older. This script runs in every build. The SDK's own
//! build script can't do so: Cargo compiles a package again whenever its build script has run.

use std::env;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process;
use std::time::SystemTime;

#[path = "../../build/generated.rs"]
#[allow(dead_code)]
mod generated;

fn main() {
    println!("cargo::rerun-if-changed=a-path-that-never-exists");
    let package = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let Some(root) = package.ancestors().nth(2) else { return };
    match mark_overlooked(root) {
        Ok(inputs) if inputs.is_empty() => return,
        Ok(inputs) => println!(
            "cargo::error=generated/ is out of date: {} changed, but looked older than the last build. \
             Its modification time is updated: build again.",
            inputs.join(", ")
        ),
        Err(error) => println!("cargo::error=can't check whether generated/ is up to date: {error}"),
    }
    process::exit(1);
}

/// Updates the modification times of the changed inputs, if this build doesn't run the SDK's build script.
fn mark_overlooked(root: &Path) -> io::Result<Vec<String>> {
    let fingerprint = generated::fingerprint(root)?;
    let Some(stored) = generated::stored(root) else { return Ok(Vec::new()) };
    let changed = generated::changed_inputs(&fingerprint, &stored);
    let last_run = generated::last_run().and_then(|file| fs::metadata(file).ok()?.modified().ok());
    for input in &changed {
        // Without a last run, or with a newer file, Cargo runs the SDK's build script.
        if last_run.is_none_or(|last_run| newest(&root.join(input)).is_ok_and(|time| time > last_run)) {
            return Ok(Vec::new());
        }
    }
    for input in &changed {
        let mut files = Vec::new();
        generated::find_files(root, input.clone(), &mut files)?;
        for file in files {
            File::options().append(true).open(root.join(file))?.set_modified(SystemTime::now())?;
        }
    }
    Ok(changed)
}

/// Returns the newest modification time of a file, or of a folder and everything in it.
fn newest(path: &Path) -> io::Result<SystemTime> {
    let mut time = fs::metadata(path)?.modified()?;
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            time = time.max(newest(&entry?.path())?);
        }
    }
    Ok(time)
}
