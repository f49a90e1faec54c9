//! Runs a job in its own process and measures instructions, allocations, memory and time.

use std::fs;
use std::process::Command;
use std::time::Instant;

use sunshine_conversations_bench::allocations;
use sunshine_conversations_bench::jobs::{self, Side, Task, peak, since};

use crate::Result;

/// The cost of a job.
#[derive(Debug, Clone, Copy, Default)]
pub struct Taken {
    pub seconds: f64,
    /// Of this process alone, in user and kernel mode.
    pub cpu_seconds: f64,
    pub allocations: f64,
    pub allocated: f64,
    /// The peak memory in bytes, and the memory before the job.
    pub peak: f64,
    pub idle: f64,
}

/// Runs a job: its name, the implementation, the server, and numbers.
pub fn job(words: &[&str]) -> Result<()> {
    let &[kind, name, side, base, first, second] = words else { return Err("a job needs six arguments".into()) };
    let (_, side) = Side::ALL.into_iter().find(|(known, _)| *known == side).ok_or("unknown side")?;
    let (first, second) = (first.parse::<usize>()?, second.parse::<usize>()?);
    match kind {
        "call" => repeat(jobs::call(name, side, base), first, second),
        "decode" => repeat(jobs::decoding(name, side), first, second),
        "page" => measured(|| assert_eq!(jobs::paging(side, first, base), first)),
        "upload" => {
            // The first call opens the connection.
            jobs::upload(side, &format!("{name}.small"), base);
            measured(|| jobs::upload(side, name, base));
        }
        "threads" => measured(|| jobs::threads(side, first, second, base)),
        _ => return Err("unknown job".into()),
    }
    Ok(())
}

fn repeat(mut task: Task, before: usize, count: usize) {
    (0..before).for_each(|_| task());
    measured(|| (0..count).for_each(|_| task()));
}

fn measured(task: impl FnOnce()) {
    let idle = peak().unwrap_or(0);
    let (count, bytes) = allocations::so_far();
    let (begun, cpu) = (Instant::now(), cpu_seconds());
    task();
    let (seconds, cpu_seconds) = (since(begun), cpu_seconds() - cpu);
    let (count_then, bytes_then) = allocations::so_far();
    let (allocations, allocated) = (count_then - count, bytes_then - bytes);
    println!("{seconds} {cpu_seconds} {allocations} {allocated} {} {idle}", peak().unwrap_or(0));
}

/// The CPU seconds of this process so far; 0 if the system doesn't report them.
fn cpu_seconds() -> f64 {
    const TICKS_A_SECOND: f64 = 100.0;
    let fields = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = fields.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(11).take(2).filter_map(|field| field.parse::<f64>().ok()).sum::<f64>() / TICKS_A_SECOND
}

/// Runs a job in its own process.
pub fn run(words: &[&str]) -> Result<Taken> {
    let output = Command::new(std::env::current_exe()?).arg("job").args(words).output()?;
    if !output.status.success() {
        return Err(format!("{words:?}: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    let text = String::from_utf8(output.stdout)?;
    let figures: Vec<f64> = text.split_whitespace().filter_map(|figure| figure.parse().ok()).collect();
    let &[seconds, cpu_seconds, allocations, allocated, peak, idle] = figures.as_slice() else {
        return Err(format!("{words:?} printed {text}").into());
    };
    Ok(Taken { seconds, cpu_seconds, allocations, allocated, peak, idle })
}

/// The instructions of one call or decoding, counted by callgrind: the difference between many and few.
pub fn instructions(kind: &str, name: &str, side: Side, base: &str) -> Result<f64> {
    const FEW: usize = 10;
    const MANY: usize = 60;
    let run = |count: usize| -> Result<f64> {
        // Kept for callgrind_annotate if requested.
        let out = std::env::var("CALLGRIND_OUT").map_or_else(
            |_| "/dev/null".to_owned(),
            |folder| format!("{folder}/{kind}.{}.{}.{count}", name.replace([' ', ','], ""), side.name()),
        );
        let output = Command::new("valgrind")
            .args(["--tool=callgrind", &format!("--callgrind-out-file={out}")])
            .arg(std::env::current_exe()?)
            .args(["job", kind, name, side.name(), base, "0", &count.to_string()])
            .output()
            .map_err(|error| format!("can't run valgrind, which counts instructions: {error}"))?;
        let printed = String::from_utf8_lossy(&output.stderr);
        let collected = printed.lines().find_map(|line| line.split_once("Collected : ")).map(|(_, count)| count.trim());
        collected.and_then(|count| count.parse().ok()).ok_or_else(|| format!("valgrind printed: {printed}").into())
    };
    Ok((run(MANY)? - run(FEW)?) / (MANY - FEW) as f64)
}

pub fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

/// Several rounds in which the sides take turns, so that other load affects all sides. Returns the median of each, and
/// of the ratios of the first side to each.
pub fn rounds(count: usize, sides: usize, mut figure: impl FnMut(usize) -> Result<f64>) -> Result<Vec<(f64, f64)>> {
    let mut all = vec![(Vec::new(), Vec::new()); sides];
    for _ in 0..count {
        let round = (0..sides).map(&mut figure).collect::<Result<Vec<_>>>()?;
        for (side, cost) in round.iter().enumerate() {
            all[side].0.push(*cost);
            all[side].1.push(round[0] / cost);
        }
    }
    Ok(all.into_iter().map(|(costs, ratios)| (median(costs), median(ratios))).collect())
}
