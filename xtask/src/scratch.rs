//! Builds another document in a copy of the SDK.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};
use tempfile::TempDir;

/// The code generator's folder, which is a workspace member.
const CODEGEN: &str = "codegen";
/// The inputs of a build, without the document and the manifest. Missing ones are skipped.
const COPIED: &[&str] = &[
    "build",
    "build.rs",
    CODEGEN,
    "Cargo.lock",
    "docs",
    "openapi-generator.yaml",
    "README.md",
    "rustfmt.toml",
    "src",
    "templates",
];

/// Files by their paths in a folder, with `/` on every system.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The reason why a document can't be used.
#[derive(Debug)]
pub enum Failure {
    /// The messages of the build script.
    Generate(String),
    /// The messages of the compiler.
    Compile(String),
}

/// A copy of the project, which is deleted on drop.
pub struct Scratch {
    folder: TempDir,
    target: PathBuf,
    package: String,
    /// Allows one run at a time, because all runs share a target folder.
    _lock: File,
}

impl Scratch {
    /// Copies the project, with `document` as its `openapi.yaml`.
    pub fn new(project: &Path, document: &str) -> Result<Self> {
        let base = target_folder(project).join("xtask-release");
        let lock = fs::create_dir_all(&base)
            .and_then(|()| File::create(base.join("lock")))
            .and_then(|file| file.lock().map(|()| file))
            .with_context(|| format!("cannot work in {}", base.display()))?;
        // In the project's folder if possible, so that its cargo configuration applies.
        let folder = tempfile::Builder::new()
            .prefix("project-")
            .tempdir_in(&base)
            .with_context(|| format!("cannot make a folder in {}", base.display()))?;
        for name in COPIED {
            let (from, to) = (project.join(name), folder.path().join(name));
            if from.exists() {
                copy(&from, &to).with_context(|| format!("cannot copy {}", from.display()))?;
            }
        }
        let original = fs::read_to_string(project.join("Cargo.toml")).context("cannot read Cargo.toml")?;
        let (package, manifest) = trimmed(&original, project.join(CODEGEN).exists())?;
        fs::write(folder.path().join("Cargo.toml"), manifest).context("cannot write the copy of Cargo.toml")?;
        fs::write(folder.path().join("openapi.yaml"), document).context("cannot write the copy of the document")?;
        Ok(Self { folder, target: base.join("target"), package, _lock: lock })
    }

    /// Returns the folder of the generated code, which exists after [`check`](Self::check).
    pub fn generated(&self) -> PathBuf {
        self.folder.path().join("generated")
    }

    /// Generates and compiles, and returns the compiler's warnings.
    pub fn check(&self) -> Result<Result<String, Failure>> {
        let output = self.cargo("check").arg("--lib").output().context("cannot start cargo")?;
        let said = String::from_utf8_lossy(&output.stderr);
        if output.status.success() {
            return Ok(Ok(said.trim_end().to_owned()));
        }
        // The build script writes the fingerprint last.
        Ok(Err(if self.generated().join("fingerprint").exists() {
            Failure::Compile(said.trim_end().to_owned())
        } else {
            Failure::Generate(from_build_script(&said))
        }))
    }

    /// Keeps the copy and returns its path.
    pub fn keep(self) -> PathBuf {
        self.folder.keep()
    }

    /// Removes the copy and its build output. The dependencies stay for the next run.
    pub fn remove(self) {
        let _ = self.cargo("clean").args(["--package", &self.package]).output();
    }

    fn cargo(&self, command: &str) -> Command {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args([command, "--quiet"]).current_dir(self.folder.path());
        cargo.env("CARGO_TARGET_DIR", &self.target).env("CARGO_INCREMENTAL", "0");
        cargo
    }
}

/// Returns the target folder of the project.
pub fn target_folder(project: &Path) -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR").filter(|value| !value.is_empty()) {
        Some(named) => env::current_dir().unwrap_or_else(|_| project.to_owned()).join(named),
        None => project.join("target"),
    }
}

/// Returns the name of the package, and its manifest without the parts that the library doesn't need.
fn trimmed(manifest: &str, with_codegen: bool) -> Result<(String, String)> {
    let mut manifest: toml::Table = manifest.parse().context("Cargo.toml")?;
    for unwanted in ["dev-dependencies", "bench", "bin", "example", "test"] {
        manifest.remove(unwanted);
    }
    // The table makes the copy a workspace, and packages inherit from it.
    let workspace = manifest.entry("workspace").or_insert_with(|| toml::Table::new().into());
    if let Some(workspace) = workspace.as_table_mut() {
        workspace.retain(|key, _| !matches!(key, "members" | "default-members" | "exclude"));
        if with_codegen {
            workspace.insert("members".to_owned(), vec![CODEGEN].into());
        }
    }
    Ok((package(&manifest, "name")?, manifest.to_string()))
}

/// Returns the version of the SDK.
pub fn version(project: &Path) -> Result<String> {
    let text = fs::read_to_string(project.join("Cargo.toml")).context("cannot read Cargo.toml")?;
    package(&text.parse().context("Cargo.toml")?, "version")
}

fn package(manifest: &toml::Table, key: &str) -> Result<String> {
    let value = manifest.get("package").and_then(|package| package.get(key)).and_then(|value| value.as_str());
    Ok(value.with_context(|| format!("Cargo.toml lacks `package.{key}`"))?.to_owned())
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    if !from.is_dir() {
        return fs::copy(from, to).map(drop);
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        copy(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

/// Reads all files in a folder.
pub fn files(folder: &Path) -> Result<Files> {
    fn walk(folder: &Path, prefix: &str, files: &mut Files) -> std::io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = format!("{prefix}{}", path.file_name().unwrap_or_default().to_string_lossy());
            if path.is_dir() {
                walk(&path, &format!("{name}/"), files)?;
            } else {
                files.insert(name, fs::read(&path)?);
            }
        }
        Ok(())
    }
    let mut files = Files::new();
    walk(folder, "", &mut files).with_context(|| format!("cannot read {}", folder.display()))?;
    Ok(files)
}

/// Returns the files that aren't the same, and the reasons.
pub fn differing(checked_in: &Files, made: &Files) -> Vec<(String, &'static str)> {
    let paths: BTreeSet<&String> = checked_in.keys().chain(made.keys()).collect();
    let how = |path: &String| match (checked_in.get(path), made.get(path)) {
        (Some(_), None) => Some("checked in, but not generated"),
        (None, Some(_)) => Some("generated, but not checked in"),
        (old, new) if old != new => Some("differs"),
        _ => None,
    };
    paths.into_iter().filter_map(|path| Some((path.clone(), how(path)?))).collect()
}

/// Returns the messages of the build script. Cargo adds the package to each line, and other lines around them.
fn from_build_script(said: &str) -> String {
    let lines: Vec<&str> = said
        .lines()
        .filter_map(|line| line.strip_prefix("error: ")?.split_once(": "))
        .filter(|(package, _)| package.contains('@') && !package.contains(' '))
        .map(|(_, message)| message)
        .collect();
    if lines.is_empty() { said.trim_end().to_owned() } else { lines.join("\n") }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANIFEST: &str = r#"
        [workspace]
        members = ["sandbox", "xtask"]
        [workspace.package]
        edition = "2024"
        [package]
        name = "sdk"
        version = "1.2.3"
        edition.workspace = true
        [dependencies]
        serde = { version = "1", features = ["derive"] }
        [dev-dependencies]
        sandbox = { path = "sandbox" }
        [[example]]
        name = "quickstart"
    "#;

    #[test]
    fn the_manifest_keeps_the_parts_that_the_library_needs() {
        let (name, text) = trimmed(MANIFEST, false).unwrap();
        let manifest: toml::Table = text.parse().unwrap();
        assert_eq!(name, "sdk");
        assert_eq!(manifest["workspace"]["package"]["edition"].as_str(), Some("2024"));
        assert_eq!(manifest["package"]["edition"]["workspace"].as_bool(), Some(true));
        assert_eq!(manifest["dependencies"]["serde"]["features"][0].as_str(), Some("derive"));
        assert!(manifest["workspace"].get("members").is_none());
        assert!(!manifest.contains_key("dev-dependencies"));
        assert!(!manifest.contains_key("example"));
    }

    #[test]
    fn a_manifest_without_workspace_becomes_one() {
        let (_, text) = trimmed("[package]\nname = \"sdk\"\nversion = \"1.0.0\"\n", true).unwrap();
        let manifest: toml::Table = text.parse().unwrap();
        assert_eq!(manifest["workspace"]["members"][0].as_str(), Some("codegen"));
        assert!(trimmed("[workspace]\n", false).is_err());
    }

    #[test]
    fn a_copy_has_the_document_and_no_generated_code() {
        let project = tempfile::tempdir().unwrap();
        let root = project.path();
        fs::create_dir_all(root.join("src")).unwrap();
        fs::create_dir_all(root.join("generated")).unwrap();
        fs::write(root.join("src/lib.rs"), "").unwrap();
        fs::write(root.join("generated/fingerprint"), "old").unwrap();
        fs::write(root.join("openapi.yaml"), "old").unwrap();
        fs::write(root.join("Cargo.toml"), MANIFEST).unwrap();
        let scratch = Scratch::new(root, "new").unwrap();
        let copied = files(scratch.folder.path()).unwrap();
        assert_eq!(copied.keys().collect::<Vec<_>>(), ["Cargo.toml", "openapi.yaml", "src/lib.rs"]);
        assert_eq!(copied["openapi.yaml"], b"new");
        let folder = scratch.folder.path().to_owned();
        drop(scratch);
        assert!(!folder.exists());
        assert_eq!(fs::read(root.join("openapi.yaml")).unwrap(), b"old");
    }

    #[test]
    fn messages_of_the_build_script_are_found() {
        let said = "error: sdk@0.1.0: the generator refuses openapi.yaml:\nerror: sdk@0.1.0: line 3: no\n\
                    error: build script logged errors\nerror: failed to run custom build command: x\n";
        assert_eq!(from_build_script(said), "the generator refuses openapi.yaml:\nline 3: no");
        assert_eq!(from_build_script("error: no network\n"), "error: no network");
    }
}
