//! The rules of the code generator: generates SDKs from small documents, and compiles and runs probes that use them.
//!
//! `tests/rules` has a folder for each run of the generator, and there a document and a probe for each rule: `ids.yaml`
//! and `ids.rs`. The documents of a folder are merged into one, and the probes compiled into one integration test of a
//! copy of this project. The copies are in Cargo's target folder and are updated incrementally.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use yaml_serde::{Mapping, Value};

/// The inputs of a build, besides the document, the configuration and the manifest.
const COPIED: [&str; 4] = ["codegen", "rustfmt.toml", "src", "templates"];
/// The modules of the command-line tool that its table needs.
const OPERATIONS: &str = "#![allow(dead_code)]\npub mod call;\n#[path = \"../../../generated/commands.rs\"]\npub mod commands;\npub mod table;\n";
/// The files that the copy keeps from the last run.
const KEPT: [&str; 3] = [".generating", "generated", "Cargo.lock"];

#[test]
fn openapi_3_0() {
    if let Some(copy) = Copy::generate("three_zero") {
        copy.run_probes();
        copy.lint();
        copy.run_examples();
    }
}

#[test]
fn openapi_3_1() {
    if let Some(copy) = Copy::generate("three_one") {
        copy.run_probes();
    }
}

#[test]
fn a_bare_document() {
    if let Some(copy) = Copy::generate("bare") {
        copy.run_probes();
    }
}

#[test]
fn hostile_names_and_descriptions() {
    if let Some(copy) = Copy::generate("names") {
        copy.run_probes();
        copy.lint();
        copy.document();
        copy.run_examples();
    }
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// A copy of the project, with another document.
struct Copy(PathBuf);

impl Copy {
    /// Generates the documents of a folder. Returns `None` if the generator isn't installed.
    fn generate(group: &str) -> Option<Self> {
        let copy = Self(scratch().join(group));
        copy.update(&files_of(group));
        let mut codegen = cargo("run", root());
        codegen.args(["--package", "sunshine-conversations-codegen", "--"]).arg(&copy.0);
        let output = codegen.output().expect("Cargo can be started");
        let message = String::from_utf8_lossy(&output.stderr);
        if message.lines().any(|line| line.starts_with("openapi-generator ") && line.contains("is not installed")) {
            eprintln!("skipped: openapi-generator 7.26.0 isn't installed");
            return None;
        }
        assert!(output.status.success(), "{group} can't be generated:\n{message}");
        Some(copy)
    }

    /// Writes the files that differ, and removes those that no longer exist.
    fn update(&self, files: &BTreeMap<PathBuf, Vec<u8>>) {
        for (path, content) in files {
            let path = self.0.join(path);
            // Cargo compiles a file again if its modification time has changed.
            if fs::read(&path).ok().as_ref() != Some(content) {
                fs::create_dir_all(path.parent().expect("a file is in a folder"))
                    .expect("the target folder is writable");
                fs::write(path, content).expect("the target folder is writable");
            }
        }
        let mut found = BTreeMap::new();
        read_files(&self.0, Path::new(""), &mut found);
        let is_kept = |path: &Path| KEPT.iter().any(|kept| path.starts_with(kept));
        for path in found.keys().filter(|path| !files.contains_key(*path) && !is_kept(path)) {
            fs::remove_file(self.0.join(path)).expect("the target folder is writable");
        }
    }

    fn run_probes(&self) {
        let output = self.cargo("test", &["--test", "probes"], "");
        assert!(output.status.success(), "{}", text(&output));
    }

    /// Runs Clippy.
    fn lint(&self) {
        let output = self.cargo("clippy", &["--lib", "--", "-D", "warnings"], "");
        assert!(output.status.success(), "{}", text(&output));
    }

    /// Runs rustdoc. The hand-written documentation links to models that this document lacks.
    fn document(&self) {
        let output = self.cargo("doc", &["--no-deps", "--lib"], "-W warnings");
        let text = text(&output);
        assert!(output.status.success() && !text.contains("generated/"), "{text}");
    }

    /// Runs the examples of the generated documentation.
    fn run_examples(&self) {
        let output = self.cargo("test", &["--doc", "--", "generated/"], "-D warnings");
        let text = text(&output);
        assert!(output.status.success() && !text.contains("running 0 tests"), "{text}");
    }

    fn cargo(&self, command: &str, arguments: &[&str], rustdoc_flags: &str) -> Output {
        let mut cargo = cargo(command, &self.0);
        // TLS would take most of the build time.
        cargo.arg("--no-default-features").args(arguments).env("RUSTDOCFLAGS", rustdoc_flags);
        cargo.output().expect("Cargo can be started")
    }
}

/// The folder of the copies. They share a target folder, so that dependencies are compiled once.
fn scratch() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("rules")
}

fn cargo(command: &str, folder: &Path) -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args([command, "--quiet"]).current_dir(folder).env("CARGO_TARGET_DIR", scratch().join("target"));
    cargo
}

fn text(output: &Output) -> String {
    let stream = |bytes| String::from_utf8_lossy(bytes).into_owned();
    stream(&output.stdout) + &stream(&output.stderr)
}

/// The files of the copy for a folder of rules.
fn files_of(group: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    for name in COPIED {
        read_files(root(), Path::new(name), &mut files);
    }
    let mut add = |path: &str, text: String| drop(files.insert(PathBuf::from(path), text.into_bytes()));
    let read = |path: &Path| fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    add("Cargo.toml", trimmed_manifest(&read(&root().join("Cargo.toml")), group));
    add("Cargo.lock", read(&root().join("Cargo.lock")));
    add("README.md", "The SDK of a test.\n".to_owned());

    let mut rules: Vec<PathBuf> = fs::read_dir(root().join("tests/rules").join(group))
        .expect("every group has a folder")
        .map(|entry| entry.expect("the folder is readable").path())
        .collect();
    rules.sort();
    let mut document = Mapping::new();
    let mut corrections = Mapping::new();
    let mut probes = "#[allow(dead_code)]\nmod server;\n".to_owned();
    for path in &rules {
        let name = path.file_stem().and_then(OsStr::to_str).expect("rules have plain names");
        if path.extension() == Some(OsStr::new("rs")) {
            // A rule may have the name of a module of the tool.
            probes += &format!("#[path = \"{name}.rs\"]\nmod {name}_rule;\n");
            add(&format!("tests/probes/{name}.rs"), read(path));
        } else {
            let rule: Mapping =
                yaml_serde::from_str(&read(path)).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            merge(&mut document, &mut corrections, rule, &path.display().to_string());
        }
    }
    // The table of the command-line tool, with the code that it needs.
    probes += "mod commands_test;\n#[path = \"tool/mod.rs\"]\nmod operations;\n";
    add("tests/probes/commands_test.rs", read(&root().join("tests/support/commands.rs")));
    add("tests/probes/tool/mod.rs", OPERATIONS.to_owned());
    for name in ["call", "table"] {
        add(&format!("tests/probes/tool/{name}.rs"), read(&root().join(format!("cli/src/operations/{name}.rs"))));
    }
    add("tests/probes/main.rs", probes);
    add("tests/probes/server.rs", read(&root().join("tests/support/server.rs")));
    // JSON is YAML.
    add("openapi.yaml", serde_json::to_string_pretty(&document).expect("keys are text"));
    let configuration = read(&root().join("openapi-generator.yaml"));
    let general = configuration.split("\ncorrections:").next().unwrap_or_default();
    let corrections = serde_json::to_string(&corrections).expect("keys are text");
    add("openapi-generator.yaml", format!("{general}\ncorrections: {corrections}\n"));
    files
}

/// Adds the document of a rule. Its `x-corrections` are the `corrections` of the configuration.
fn merge(document: &mut Mapping, corrections: &mut Mapping, rule: Mapping, name: &str) {
    for (key, value) in rule {
        let depth = match key.as_str().unwrap_or_default() {
            "openapi" | "info" => {
                document.entry(key).or_insert(value);
                continue;
            }
            "x-corrections" => {
                let Value::Mapping(value) = value else { panic!("{name}: `x-corrections` is a map") };
                value.into_iter().for_each(|(key, value)| add(corrections, key, value, 1, name));
                continue;
            }
            "components" => 2,
            _ => 1,
        };
        add(document, key, value, depth, name);
    }
}

/// Adds an entry, or its own entries if it is known and `depth` isn't zero.
fn add(map: &mut Mapping, key: Value, value: Value, depth: usize, name: &str) {
    match (map.get_mut(&key), value) {
        (Some(Value::Mapping(known)), Value::Mapping(entries)) if depth > 0 => {
            entries.into_iter().for_each(|(key, value)| add(known, key, value, depth - 1, name));
        }
        (Some(Value::Sequence(known)), Value::Sequence(items)) if depth > 0 => known.extend(items),
        (Some(_), _) => panic!("{name}: another rule also has {key:?}"),
        (None, value) => drop(map.insert(key, value)),
    }
}

/// The manifest without other members, and with the only dependency that the probes need. It is the root of a workspace.
///
/// The version contains the name of the group, because Cargo would confuse copies that share a target folder.
fn trimmed_manifest(manifest: &str, group: &str) -> String {
    let mut kept = String::new();
    let mut is_kept = true;
    for line in manifest.lines() {
        if line.starts_with('[') {
            is_kept = !matches!(line, "[workspace]" | "[dev-dependencies]") && !line.starts_with("[[");
        }
        // The probes are found by Cargo.
        if is_kept && line != "autotests = false" {
            let version = line.strip_prefix("version = \"").and_then(|rest| rest.strip_suffix('"'));
            match version {
                Some(version) => kept += &format!("version = \"{version}-{}\"", group.replace('_', "-")),
                None => kept += line,
            }
            kept.push('\n');
        }
    }
    kept + "\n[workspace]\n\n[dev-dependencies]\npercent-encoding = \"2\"\nserde = \"1\"\n"
}

/// Reads the files below a folder, by their paths.
fn read_files(root: &Path, path: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    let Ok(entries) = fs::read_dir(root.join(path)) else {
        files.extend(fs::read(root.join(path)).map(|content| (path.to_owned(), content)));
        return;
    };
    let names: BTreeSet<_> = entries.map(|entry| entry.expect("the folder is readable").file_name()).collect();
    names.iter().for_each(|name| read_files(root, &path.join(name), files));
}
