//! The state of `generated/`: the inputs that it was made from, and how it is replaced.
//!
//! `build.rs` and the code generator share this file, so it uses only std.

use std::env;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// The only release of openapi-generator whose output is known to compile.
pub const GENERATOR: &str = "7.26.0";

/// The files and folders that determine the generated code. Only templates and Rust files of a folder count.
pub const INPUTS: [&str; 7] = [
    "openapi.yaml",
    "openapi-generator.yaml",
    "templates",
    "rustfmt.toml",
    "codegen/Cargo.toml",
    "codegen/src",
    "src/secret_names.rs",
];

/// The folder for temporary files. It is next to `generated/` because a rename can't cross file systems.
pub fn scratch(root: &Path) -> PathBuf {
    root.join(".generating")
}

/// Returns the fingerprint of the inputs: the generator's version, and one hash (FNV-1a) per input.
///
/// Carriage returns and modification times don't change it.
pub fn fingerprint(root: &Path) -> io::Result<String> {
    let mut text = format!("openapi-generator {GENERATOR}\n");
    for input in INPUTS {
        let mut files = Vec::new();
        find_files(root, input.to_owned(), &mut files)?;
        files.sort();
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        for file in files {
            let content = fs::read(root.join(&file))?;
            for byte in file.bytes().chain([0]).chain(content).chain([0]).filter(|&byte| byte != b'\r') {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
            }
        }
        text += &format!("{input} {hash:016x}\n");
    }
    Ok(text)
}

/// Names the inputs whose hashes differ.
pub fn changed_inputs(fingerprint: &str, stored: &str) -> Vec<String> {
    let changed = fingerprint.lines().filter(|line| !stored.lines().any(|known| known == *line));
    changed.filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

/// Adds the file `name`, or the files of the folder `name`. A missing one adds nothing.
pub fn find_files(root: &Path, name: String, files: &mut Vec<String>) -> io::Result<()> {
    let path = root.join(&name);
    if !path.is_dir() {
        files.extend(path.exists().then_some(name));
        return Ok(());
    }
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        let child = format!("{name}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() || child.ends_with(".handlebars") || child.ends_with(".rs") {
            find_files(root, child, files)?;
        }
    }
    Ok(())
}

/// Returns the fingerprint that `generated/` was made with. Returns `None` if the file is missing.
pub fn stored(root: &Path) -> Option<String> {
    let text = fs::read_to_string(root.join("generated/fingerprint")).ok()?;
    Some(text.replace('\r', ""))
}

/// A file in the target folder. Its modification time is that of the last successful run of `build.rs`.
#[allow(dead_code, reason = "only build scripts call it")]
pub fn last_run() -> Option<PathBuf> {
    // Such as `target/debug/build/sunshine-conversations-0123456789abcdef/out`.
    let out = PathBuf::from(env::var_os("OUT_DIR")?);
    Some(out.ancestors().nth(3)?.join("sunshine-conversations-checked"))
}

/// Holds `.generating/lock`, so that only one process at a time replaces `generated/`.
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Waits for the lock, then restores `generated/` if a crash left it set aside.
    pub fn take(root: &Path) -> io::Result<Self> {
        match fs::create_dir(scratch(root)) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
        let file = File::create(scratch(root).join("lock"))?;
        file.lock()?;
        let (current, aside) = (root.join("generated"), scratch(root).join("old"));
        if !current.exists() && aside.exists() {
            fs::rename(aside, current)?;
        }
        Ok(Self { _file: file })
    }

    /// Replaces `generated/` with the folder `new` by two renames. A crash at any point leaves one complete folder.
    #[allow(dead_code, reason = "only the code generator calls it")]
    pub fn replace(&self, root: &Path, new: &Path) -> io::Result<()> {
        let (current, aside) = (root.join("generated"), scratch(root).join("old"));
        let _ = fs::remove_dir_all(&aside);
        if current.exists() {
            fs::rename(&current, &aside)?;
        }
        if let Err(error) = fs::rename(new, &current) {
            let _ = fs::rename(&aside, &current);
            return Err(error);
        }
        let _ = fs::remove_dir_all(&aside);
        Ok(())
    }
}
