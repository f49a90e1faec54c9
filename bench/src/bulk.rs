//! Bulk jobs: their speed, of that which latency and threads allow, and their memory.

use std::process::Command;
use std::time::Instant;

use sunshine_conversations::models::*;
use sunshine_conversations::{ApiClient, Credentials};
use sunshine_conversations_bulk::Job;

use crate::Result;
use crate::rate_limit::{LATENCY, Rule, Server, THREADS};
use crate::table::{Goal, Table};

const ITEMS: usize = 5_000;

pub fn bulk() -> Result<Table> {
    let mut table = Table::new(&["a bulk job", "", "goal"]);
    let (_server, url) = Server::start(Rule::None)?;
    let app =
        ApiClient::builder().base_url(url).credentials(Credentials::basic("app_1", "secret")).build()?.app("5d8c");
    let journal = std::env::temp_dir().join(format!("bulk-bench-{}.journal", std::process::id()));
    let begun = Instant::now();
    let message = MessagePost::new(AuthorType::Business, "Hello!");
    let report = Job::new(&journal)?.threads(THREADS).run(0..ITEMS, |_| app.post_message("029c31", &message).send())?;
    let rate = report.done as f64 / begun.elapsed().as_secs_f64();
    std::fs::remove_file(journal)?;
    let most = THREADS as f64 / LATENCY.as_secs_f64();
    table.row([
        format!("{ITEMS} calls at 50 ms on {THREADS} threads, with a journal: calls per second, of {most:.0} possible"),
        format!("{rate:.1} (**{:.2}**)", rate / most),
        Goal::AtLeast(0.95).judge(rate / most),
    ]);
    let peak = |items: &str, keys: &str| -> Result<f64> {
        let output = Command::new(std::env::current_exe()?).args(["bulk-memory", items, keys]).output()?;
        Ok(String::from_utf8(output.stdout)?.trim().parse()?)
    };
    for (keys, name) in [("positions", "items of 1 kB"), ("keys", "items of 1 kB with keys")] {
        let (few, many) = (peak("10000", keys)?, peak("1000000", keys)?);
        table.row([format!("peak memory with 10,000 {name}, MB"), format!("{few:.1}"), String::new()]);
        table.row([
            format!("peak memory with 1,000,000 {name}, MB"),
            format!("{many:.1} ({:.1} bytes for each further item)", (many - few).max(0.0) * 1e6 / 990_000.0),
            String::new(),
        ]);
    }
    Ok(table)
}

/// Processes this many items, and prints the peak memory of the process in MB.
pub fn memory(items: &str, keys: &str) -> Result<()> {
    let items: u64 = items.parse()?;
    let data = (0..items).map(|item| vec![item as u8; 1000]);
    let work = |item: &Vec<u8>| {
        std::hint::black_box(item);
        Ok::<_, String>(())
    };
    let job = Job::without_journal();
    let report = match keys {
        "keys" => {
            let next = std::cell::Cell::new(0_u64);
            job.run_keyed(data, |_| next.replace(next.get() + 1).to_le_bytes(), work)?
        }
        _ => job.run(data, work)?,
    };
    let status = std::fs::read_to_string("/proc/self/status")?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no peak in /proc/self/status")?;
    let kilobytes: f64 = peak.trim().trim_end_matches(" kB").parse()?;
    println!("{}", if report.is_complete() { kilobytes * 1024.0 / 1e6 } else { f64::NAN });
    Ok(())
}
