//! Measures the SDK side by side with hand-written code, and prints the tables of `docs/benchmarks.md`: `cargo run
//! --release --manifest-path bench/Cargo.toml`. The name of a part measures only that part.

mod building;
mod bulk;
mod measure;
mod parts;
mod prefetch;
mod rate_limit;
mod table;

use std::error::Error;
use std::process::ExitCode;

use sunshine_conversations_bench::server;

type Result<T> = std::result::Result<T, Box<dyn Error>>;
type Part = (&'static str, fn() -> Result<table::Table>);

/// In the order of the tables.
const PARTS: [Part; 9] = [
    ("calls", parts::calls),
    ("paging", parts::paging),
    ("decoding", parts::decoding),
    ("upload", parts::upload),
    ("threads", parts::threads),
    ("rate-limit", rate_limit::rate_limit),
    ("bulk", bulk::bulk),
    ("prefetch", prefetch::prefetch),
    ("building", building::building),
];

fn main() -> ExitCode {
    if building::is_compiler() {
        return building::compile();
    }
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match words.as_slice() {
        // Child processes of the measurement.
        ["serve"] => server::serve().map_err(Into::into),
        ["job", job @ ..] => measure::job(job),
        ["bulk-memory", items, keys] => bulk::memory(items, keys),
        names => run(names),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(names: &[&str]) -> Result<()> {
    if let Some(unknown) = names.iter().find(|name| !PARTS.iter().any(|(known, _)| known == *name)) {
        let known: Vec<_> = PARTS.iter().map(|(name, _)| *name).collect();
        return Err(format!("unknown part `{unknown}`; use one of: {}", known.join(", ")).into());
    }
    let mut missed = Vec::new();
    for (name, part) in PARTS {
        if names.is_empty() || names.contains(&name) {
            eprintln!("measuring {name} …");
            let table = part()?;
            println!("\n{name}\n\n{table}");
            table.store(name)?;
            if table.misses_a_goal() {
                missed.push(name);
            }
        }
    }
    if missed.is_empty() { Ok(()) } else { Err(format!("missed goals in: {}", missed.join(", ")).into()) }
}
