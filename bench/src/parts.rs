//! The parts of the benchmark, except for building.

use std::fs;
use std::time::Instant;

use sunshine_conversations_bench::jobs::{self, Side, since};
use sunshine_conversations_bench::server::Server;

use crate::Result;
use crate::measure::{instructions, rounds, run};
use crate::table::{Goal, Table, ratio};

const SIDES: [Side; 3] = [Side::Sdk, Side::Hand, Side::HandText];

/// A row with the SDK and both hand-written versions.
fn against_hand(table: &mut Table, what: &str, figures: [f64; 3], goal: Goal) {
    let [sdk, hand, text] = figures;
    table.row([
        what.to_owned(),
        figure(sdk),
        figure(hand),
        ratio(sdk / hand),
        figure(text),
        ratio(sdk / text),
        goal.judge(sdk / hand),
    ]);
}

/// Formats large numbers in groups of three digits, and small ones with a decimal.
fn figure(number: f64) -> String {
    if number < 1000.0 {
        return format!("{number:.1}");
    }
    let digits = format!("{number:.0}");
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

pub fn calls() -> Result<Table> {
    let server = Server::begin()?;
    let mut table =
        Table::new(&["A call", "SDK", "by hand, `Value`", "ratio", "by hand, `RawValue`", "ratio", "goal (`Value`)"]);
    for name in jobs::CALLS {
        let (before, count) = if name.ends_with("100") { (50, 300) } else { (200, 1500) };
        let job = |side: Side| run(&["call", name, side.name(), &server.url, &before.to_string(), &count.to_string()]);
        let mut counted = [0.0; 3];
        let mut allocated = [[0.0; 3]; 2];
        for (index, side) in SIDES.into_iter().enumerate() {
            counted[index] = instructions("call", name, side, &server.url)?;
            let taken = job(side)?;
            allocated[0][index] = taken.allocations / f64::from(count);
            allocated[1][index] = taken.allocated / f64::from(count);
        }
        against_hand(&mut table, &format!("`{name}`: instructions"), counted, Goal::AtMost(1.05));
        against_hand(&mut table, &format!("`{name}`: allocations"), allocated[0], Goal::AtMost(1.1));
        against_hand(&mut table, &format!("`{name}`: bytes allocated"), allocated[1], Goal::None);
        let times = rounds(9, 3, |side| Ok(job(SIDES[side])?.seconds / f64::from(count) * 1e6))?;
        table.row([
            format!("`{name}`: µs"),
            figure(times[0].0),
            figure(times[1].0),
            ratio(times[1].1),
            figure(times[2].0),
            ratio(times[2].1),
            String::new(),
        ]);
    }
    Ok(table)
}

pub fn decoding() -> Result<Table> {
    let mut table = Table::new(&[
        "a page",
        "SDK, MB/s",
        "`Value`, MB/s",
        "time",
        "structs with `Value`, MB/s",
        "time",
        "instructions",
        "structs with `RawValue`, MB/s",
        "time",
        "instructions",
        "scan with `IgnoredAny`, MB/s",
        "time",
        "goal (time; clients: structs with `Value`, others: with `RawValue`)",
    ]);
    let sides = [Side::Sdk, Side::Value, Side::Hand, Side::HandText, Side::Scan];
    for name in jobs::PAGES {
        let megabytes = jobs::page(name).len() as f64 / 1e6;
        let mut tasks: Vec<_> = sides.into_iter().map(|side| jobs::decoding(name, side)).collect();
        let times = rounds(25, sides.len(), |side| {
            let (begun, mut count) = (Instant::now(), 0.0);
            while since(begun) < 0.02 {
                tasks[side]();
                count += 1.0;
            }
            Ok(since(begun) / count)
        })?;
        let counted = SIDES.map(|side| instructions("decode", name, side, "-"));
        let [sdk, hand, text] = counted.map(|counted| counted.unwrap_or(f64::NAN));
        let goal = match name {
            "100 clients" => Goal::AtMost(0.5).judge(times[2].1),
            _ => Goal::AtMost(1.1).judge(times[3].1),
        };
        let speed = |side: usize| format!("{:.0}", megabytes / times[side].0);
        table.row([
            format!("{name}, {:.0} kB", megabytes * 1e3),
            speed(0),
            speed(1),
            ratio(times[1].1),
            speed(2),
            ratio(times[2].1),
            ratio(sdk / hand),
            speed(3),
            ratio(times[3].1),
            ratio(sdk / text),
            speed(4),
            ratio(times[4].1),
            goal,
        ]);
    }
    Ok(table)
}

pub fn paging() -> Result<Table> {
    let server = Server::begin()?;
    let mut table = Table::new(&[
        "clients, 100 a page",
        "SDK, clients/s",
        "by hand, `Value`",
        "throughput",
        "by hand, `RawValue`",
        "throughput",
        "SDK, peak memory in MB",
        "over 1,000 clients'",
        "goal (`RawValue`; memory)",
    ]);
    let mut first = None;
    for (clients, count) in [(1_000_u32, 15), (100_000, 5), (1_000_000, 5)] {
        let mut peak = 0.0;
        let speeds = rounds(count, 3, |side| {
            let taken = run(&["page", "-", SIDES[side].name(), &server.url, &clients.to_string(), "0"])?;
            if side == 0 {
                peak = taken.peak / 1e6;
            }
            Ok(f64::from(clients) / taken.seconds)
        })?;
        let over = peak - *first.get_or_insert(peak);
        table.row([
            figure(f64::from(clients)),
            figure(speeds[0].0),
            figure(speeds[1].0),
            ratio(speeds[1].1),
            figure(speeds[2].0),
            ratio(speeds[2].1),
            format!("{peak:.1}"),
            format!("{over:+.2}"),
            format!("{}; {}", Goal::AtLeast(0.95).judge(speeds[2].1), Goal::AtMost(1.0).judge(over)),
        ]);
    }
    Ok(table)
}

pub fn upload() -> Result<Table> {
    const MEGABYTES: usize = 50;
    let server = Server::begin()?;
    let path = std::env::temp_dir().join(format!("sunshine-conversations-bench-{}.mp4", std::process::id()));
    let path = path.to_string_lossy().into_owned();
    let small = format!("{path}.small");
    fs::write(&path, vec![7; MEGABYTES * 1_000_000])?;
    fs::write(&small, "7")?;
    let mut over = [0.0; 2];
    let sides = [Side::Sdk, Side::Hand];
    let speeds = rounds(15, 2, |side| {
        let taken = run(&["upload", &path, sides[side].name(), &server.url, "0", "0"])?;
        over[side] = (taken.peak - taken.idle) / 1e6;
        Ok(MEGABYTES as f64 / taken.seconds)
    });
    fs::remove_file(&path)?;
    fs::remove_file(&small)?;
    let speeds = speeds?;
    let mut table = Table::new(&["50 MB from a file", "SDK", "ureq's multipart", "ratio", "goal"]);
    table.row([
        "MB/s".to_owned(),
        figure(speeds[0].0),
        figure(speeds[1].0),
        ratio(speeds[1].1),
        Goal::AtLeast(0.95).judge(speeds[1].1),
    ]);
    table.row([
        "peak memory over idle, MB".to_owned(),
        format!("{:.2}", over[0]),
        format!("{:.2}", over[1]),
        String::new(),
        Goal::AtMost(2.0).judge(over[0]),
    ]);
    Ok(table)
}

pub fn threads() -> Result<Table> {
    const CALLS: usize = 32_000;
    let mut table = Table::new(&[
        "threads, one client",
        "SDK, calls/s",
        "by hand",
        "ratio",
        "SDK, calls a CPU second",
        "by hand",
        "ratio",
        "connections opened",
    ]);
    for threads in [1, 2, 4, 8, 16, 32] {
        let mut connections = 0;
        let mut computed = [Vec::new(), Vec::new()];
        let sides = [Side::Sdk, Side::HandText];
        let speeds = rounds(5, 2, |side| {
            // A separate server, which counts the connections.
            let server = Server::begin()?;
            let words = ["threads", "-", sides[side].name(), &server.url, &threads.to_string(), &CALLS.to_string()];
            let taken = run(&words)?;
            if side == 0 {
                connections = server.connections()? - 1;
            }
            computed[side].push(CALLS as f64 / taken.cpu_seconds);
            Ok(CALLS as f64 / taken.seconds)
        })?;
        let [sdk, hand] = computed.map(crate::measure::median);
        table.row([
            threads.to_string(),
            figure(speeds[0].0),
            figure(speeds[1].0),
            ratio(speeds[1].1),
            figure(sdk),
            figure(hand),
            ratio(sdk / hand),
            connections.to_string(),
        ]);
    }
    Ok(table)
}
