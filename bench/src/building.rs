//! Build cost of a program with one call, with the SDK and with ureq and serde_json.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

use sunshine_conversations_bench::jobs::since;

use crate::Result;
use crate::measure::median;
use crate::table::{Goal, Table, ratio};

/// The file for compiler times. Set for measured builds, which run this program as their compiler.
const LOG: &str = "SUNCO_BENCH_COMPILER_LOG";
const SDK: &str = "sunshine_conversations";

const WITH_SDK: &str = r#"use sunshine_conversations::{ApiClient, Credentials};

fn main() -> sunshine_conversations::Result<()> {
    let credentials = Credentials::basic("app_5d8c", "secret");
    let api = ApiClient::builder().subdomain("acme").credentials(credentials).build()?;
    for client in api.list_clients("5d8cff3cd55b040010928b5b", "steve").send()?.clients {
        println!("{}", client.id);
    }
    Ok(())
}
"#;

const PLAIN: &str = r#"fn main() -> Result<(), Box<dyn std::error::Error>> {
    let url = "https://acme.zendesk.com/sc/v2/apps/5d8cff3cd55b040010928b5b/users/steve/clients";
    let mut response = ureq::get(url).header("authorization", "Basic YXBwXzVkOGM6c2VjcmV0").call()?;
    let page: serde_json::Value = serde_json::from_slice(&response.body_mut().read_to_vec()?)?;
    for client in page["clients"].as_array().ok_or("no clients")? {
        println!("{}", client["id"]);
    }
    Ok(())
}
"#;

pub fn is_compiler() -> bool {
    std::env::var_os(LOG).is_some()
}

/// Runs the compiler and records the CPU seconds of each crate.
pub fn compile() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let Some(compiler) = arguments.next() else { return ExitCode::FAILURE };
    let arguments: Vec<_> = arguments.collect();
    let name = arguments.iter().skip_while(|word| *word != "--crate-name").nth(1);
    let status = Command::new(compiler).args(&arguments).status();
    if let (Some(log), Some(name)) = (std::env::var_os(LOG), name)
        && let Ok(mut log) = OpenOptions::new().append(true).create(true).open(log)
    {
        let _ = writeln!(log, "{} {}", name.to_string_lossy(), cpu_seconds_of_children());
    }
    if status.is_ok_and(|status| status.success()) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn cpu_seconds_of_children() -> f64 {
    const TICKS_A_SECOND: f64 = 100.0;
    let fields = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = fields.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(13).take(2).filter_map(|field| field.parse::<f64>().ok()).sum::<f64>() / TICKS_A_SECOND
}

/// A program that is built repeatedly.
struct Program {
    folder: PathBuf,
}

/// The cost of a build.
struct Built {
    seconds: f64,
    cpu_seconds: f64,
    /// Of the SDK's library alone.
    sdk: f64,
    /// The share of the SDK's time before LLVM: parsing, types, borrow checking, metadata.
    frontend: Option<f64>,
}

impl Program {
    fn new(name: &str, dependencies: &str, code: &str) -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = std::env::current_exe()?.parent().ok_or("no folder")?.join("building").join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("src"))?;
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n{dependencies}"
        );
        fs::write(folder.join("Cargo.toml"), manifest)?;
        fs::write(folder.join("src/main.rs"), code)?;
        // The same versions of all dependencies.
        fs::copy(root.join("../Cargo.lock"), folder.join("Cargo.lock"))?;
        let program = Self { folder };
        program.cargo(&["fetch"])?;
        Ok(program)
    }

    fn cargo(&self, words: &[&str]) -> Result<String> {
        let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
            .args(words)
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", self.folder.join("target"))
            .env("CARGO_PROFILE_RELEASE_STRIP", "symbols")
            .env("CARGO_INCREMENTAL", "0")
            .env("RUSTC_WRAPPER", std::env::current_exe()?)
            .env(LOG, self.log())
            .output()?;
        if output.status.success() {
            return Ok(String::from_utf8(output.stdout)?);
        }
        Err(format!("cargo {}: {}", words.join(" "), String::from_utf8_lossy(&output.stderr)).into())
    }

    fn log(&self) -> PathBuf {
        self.folder.join("compiled")
    }

    fn build(&self, profile: &str) -> Result<Built> {
        let _ = fs::remove_file(self.log());
        let begun = Instant::now();
        self.cargo(&["build", "--offline", "--timings", "--profile", profile])?;
        let seconds = since(begun);
        let log = fs::read_to_string(self.log())?;
        let crates = || log.lines().filter_map(|line| line.split_once(' '));
        let taken = |text: &str| text.parse().unwrap_or(0.0);
        Ok(Built {
            seconds,
            cpu_seconds: crates().map(|(_, seconds)| taken(seconds)).sum(),
            sdk: crates().filter(|(name, _)| *name == SDK).map(|(_, seconds)| taken(seconds)).sum(),
            frontend: self.frontend(),
        })
    }

    /// The share from `cargo build --timings`; `None` if the SDK wasn't built.
    fn frontend(&self) -> Option<f64> {
        let page = fs::read_to_string(self.folder.join("target/cargo-timings/cargo-timing.html")).ok()?;
        let (_, units) = page.split_once("const UNIT_DATA = ")?;
        let end = units.find("];")? + 1;
        let units: serde_json::Value = serde_json::from_str(&units[..end]).ok()?;
        let is_library = |unit: &&serde_json::Value| unit["name"] == "sunshine-conversations" && unit["target"] == "";
        let sdk = units.as_array()?.iter().find(is_library)?;
        let sections = sdk["sections"].as_array()?.iter();
        let frontend =
            sections.filter(|section| section[0] == "frontend").find_map(|section| section[1]["end"].as_f64())?;
        Some(frontend / sdk["duration"].as_f64()?)
    }

    fn crates(&self) -> Result<f64> {
        let tree = self.cargo(&["tree", "-e", "normal", "--prefix", "none", "--no-dedupe"])?;
        let mut names: Vec<&str> = tree.lines().filter(|line| !line.is_empty()).collect();
        names.sort_unstable();
        names.dedup();
        // Without the program.
        Ok((names.len() - 1) as f64)
    }

    fn kilobytes(&self) -> Result<f64> {
        let name = self.folder.file_name().ok_or("no name")?;
        Ok(fs::metadata(self.folder.join("target/release").join(name))?.len() as f64 / 1e3)
    }
}

pub fn building() -> Result<Table> {
    let root = fs::canonicalize(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))?;
    let sdk = format!("sunshine-conversations = {{ path = {:?} }}\n", root.to_string_lossy());
    let plain = "serde_json = \"1\"\nureq = \"3.5\"\n";
    let (sdk, plain) = (Program::new("with-sdk", &sdk, WITH_SDK)?, Program::new("plain", plain, PLAIN)?);
    let mut table = Table::new(&["a program of one call", "with the SDK", "ureq and serde_json", "ratio", "goal"]);
    let mut compare = |what: &str, sdk: f64, plain: f64, goal: String| {
        table.row([what.to_owned(), format!("{sdk:.1}"), format!("{plain:.1}"), ratio(sdk / plain), goal]);
    };
    let mut own = Vec::new();
    for (profile, goal) in [("dev", 4.5), ("release", 7.0)] {
        let (with, without) = (sdk.build(profile)?, plain.build(profile)?);
        compare(&format!("cold {profile} build, s"), with.seconds, without.seconds, String::new());
        compare(&format!("cold {profile} build, CPU s"), with.cpu_seconds, without.cpu_seconds, String::new());
        // Again for the library, without its dependencies.
        let (mut times, mut parts) = (Vec::new(), Vec::new());
        for _ in 0..5 {
            sdk.cargo(&["clean", "--offline", "--profile", profile, "-p", "sunshine-conversations"])?;
            let alone = sdk.build(profile)?;
            times.push(alone.sdk);
            parts.push(alone.frontend.ok_or("cargo's timings don't contain the SDK")?);
        }
        let time = median(times);
        own.push((profile, time, median(parts), Goal::AtMost(goal).judge(time)));
    }
    compare("crates", sdk.crates()?, plain.crates()?, String::new());
    let (with, without) = (sdk.kilobytes()?, plain.kilobytes()?);
    compare("stripped release binary, kB", with, without, String::new());
    table.row([
        "the SDK's share of it, kB".to_owned(),
        format!("{:.0}", with - without),
        String::new(),
        String::new(),
        Goal::AtMost(600.0).judge(with - without),
    ]);
    for (profile, time, frontend, goal) in own {
        table.row([
            format!("the SDK alone, {profile}, CPU s"),
            format!("{time:.2}"),
            String::new(),
            String::new(),
            goal,
        ]);
        table.row([
            format!("its time before LLVM, {profile}"),
            format!("{:.0} %", frontend * 100.0),
            String::new(),
            String::new(),
            String::new(),
        ]);
    }
    Ok(table)
}
