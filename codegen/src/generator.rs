//! Generates `generated/`: writes the plan, runs openapi-generator and rustfmt, and swaps the folders.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::generated::{self, Lock};
use crate::process::{self, OpenapiGenerator};
use crate::{plan, tidy};

const DOCUMENT: &str = "openapi.yaml";
const CONFIGURATION: &str = "openapi-generator.yaml";

/// Regenerates `generated/` in the project `root`, unless it is up to date.
///
/// # Errors
///
/// Returns the cause and the fix, in a few lines. `generated/` is unchanged then.
pub fn generate(root: &Path) -> Result<(), String> {
    // openapi-generator and rustfmt run in other folders.
    let root = &std::path::absolute(root).map_err(|e| format!("can't read {}: {e}", root.display()))?;
    let lock = Lock::take(root).map_err(|e| format!("can't lock generated/: {e}"))?;
    // Read first: a file that changes from now on makes the result out of date.
    let fingerprint = generated::fingerprint(root).map_err(|e| format!("can't read the inputs of generated/: {e}"))?;
    if generated::stored(root).as_ref() == Some(&fingerprint) {
        return Ok(());
    }
    let read = |name: &str| fs::read_to_string(root.join(name)).map_err(|e| format!("can't read {name}: {e}"));
    let plan = plan::document(&read(DOCUMENT)?, DOCUMENT, &read(CONFIGURATION)?)?;
    let generator = OpenapiGenerator::find()?;

    let scratch = generated::scratch(root);
    let (input, output) = (scratch.join("plan.json"), scratch.join("output"));
    let (made, rejected) = (output.join("generated"), scratch.join("rejected"));
    let io_error = |e: io::Error| format!("can't write the generated code: {e}");
    let _ = fs::remove_dir_all(&output);
    let _ = fs::remove_dir_all(&rejected);
    fs::write(&input, plan).map_err(io_error)?;
    generator.run(root, &input, Path::new(CONFIGURATION), &output)?;
    tidy_files(&made).map_err(io_error)?;
    if let Err(message) = process::rustfmt(root, &made) {
        fs::rename(&made, &rejected).map_err(io_error)?;
        let message = message.replace(&made.display().to_string(), &rejected.display().to_string());
        return Err(format!("{message}\nThe rejected files are in {}.", rejected.display()));
    }
    write_fingerprint(root, &made, &fingerprint).map_err(io_error)?;
    lock.replace(root, &made).map_err(|e| format!("can't replace generated/: {e}"))?;
    let _ = fs::remove_dir_all(&output);
    let _ = fs::remove_file(&input);
    Ok(())
}

/// Removes needless blank lines and empty files.
fn tidy_files(folder: &Path) -> io::Result<()> {
    for file in files(folder)? {
        let text = fs::read_to_string(&file)?;
        let tidied = match file.extension().and_then(|extension| extension.to_str()) {
            Some("rs") => tidy::rust(&text),
            Some("md") => tidy::markdown(&text),
            _ => continue,
        };
        if tidied.is_empty() {
            // A template that doesn't apply to a model or a tag.
            fs::remove_file(&file)?;
        } else {
            fs::write(&file, tidied)?;
        }
    }
    Ok(())
}

fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

/// Writes the fingerprint, with the modification time of the document: Cargo would run the build script again, and
/// compile the crate again, if a file that the script watches were newer than the script's last run.
fn write_fingerprint(root: &Path, made: &Path, fingerprint: &str) -> io::Result<()> {
    let path = made.join("fingerprint");
    fs::write(&path, fingerprint)?;
    let modified = fs::metadata(root.join(DOCUMENT))?.modified()?;
    fs::File::options().write(true).open(&path)?.set_modified(modified)
}
