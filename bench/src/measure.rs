//! A job in a process of its own, and what it took: instructions, allocations, memory, time.

use std::fs;
use std::process::Command;
use std::time::Instant;

use sunshine_conversations_bench::allocations;
use sunshine_conversations_bench::jobs::{self, Side, Task, peak, since};

use crate::Result;

/// What a job took.
#[derive(Debug, Clone, Copy, Default)]
pub struct Taken {
    pub seconds: f64,
    /// Of this process alone, in user and kernel mode.
    pub cpu_seconds: f64,
    pub allocations: f64,
    pub allocated: f64,
    /// The most memory ever, in bytes, and how much of it there was before the job.
    pub peak: f64,
    pub idle: f64,
}

/// Does a job: its name, who does it, the server, and numbers.
pub fn job(words: &[&str]) -> Result<()> {
    let &[kind, name, side, base, first, second] = words else { return Err("a job has six words".into()) };
    let (_, side) = Side::ALL.into_iter().find(|(known, _)| *known == side).ok_or("no such side")?;
    let (first, second) = (first.parse::<usize>()?, second.parse::<usize>()?);
    match kind {
        "call" => repeat(jobs::call(name, side, base), first, second),
        "decode" => repeat(jobs::decoding(name, side), first, second),
        "page" => measured(|| assert_eq!(jobs::paging(side, first, base), first)),
        "upload" => {
            // The first call makes the connection.
            jobs::upload(side, &format!("{name}.small"), base);
            measured(|| jobs::upload(side, name, base));
        }
        "threads" => measured(|| jobs::threads(side, first, second, base)),
        _ => return Err("no such job".into()),
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

/// What this process has computed for so far; 0 where the system does not tell.
fn cpu_seconds() -> f64 {
    const TICKS_A_SECOND: f64 = 100.0;
    let fields = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = fields.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(11).take(2).filter_map(|field| field.parse::<f64>().ok()).sum::<f64>() / TICKS_A_SECOND
}

/// A job in a process of its own.
pub fn taken(words: &[&str]) -> Result<Taken> {
    let output = Command::new(std::env::current_exe()?).arg("job").args(words).output()?;
    if !output.status.success() {
        return Err(format!("{words:?}: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    let text = String::from_utf8(output.stdout)?;
    let figures: Vec<f64> = text.split_whitespace().filter_map(|figure| figure.parse().ok()).collect();
    let &[seconds, cpu_seconds, allocations, allocated, peak, idle] = figures.as_slice() else {
        return Err(format!("{words:?} said {text}").into());
    };
    Ok(Taken { seconds, cpu_seconds, allocations, allocated, peak, idle })
}

/// How many instructions one call or one decoding takes, as callgrind counts them: the difference between many and few.
pub fn instructions(kind: &str, name: &str, side: Side, base: &str) -> Result<f64> {
    const FEW: usize = 10;
    const MANY: usize = 60;
    let run = |count: usize| -> Result<f64> {
        // Kept for callgrind_annotate where it is asked for.
        let out = std::env::var("CALLGRIND_OUT").map_or_else(
            |_| "/dev/null".to_owned(),
            |folder| format!("{folder}/{kind}.{}.{}.{count}", name.replace([' ', ','], ""), side.name()),
        );
        let output = Command::new("valgrind")
            .args(["--tool=callgrind", &format!("--callgrind-out-file={out}")])
            .arg(std::env::current_exe()?)
            .args(["job", kind, name, side.name(), base, "0", &count.to_string()])
            .output()
            .map_err(|error| format!("valgrind, which counts instructions, does not run: {error}"))?;
        let said = String::from_utf8_lossy(&output.stderr);
        let collected = said.lines().find_map(|line| line.split_once("Collected : ")).map(|(_, count)| count.trim());
        collected.and_then(|count| count.parse().ok()).ok_or_else(|| format!("valgrind said: {said}").into())
    };
    Ok((run(MANY)? - run(FEW)?) / (MANY - FEW) as f64)
}

pub fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

/// Several rounds in which each side has its turn, so that all sides have the same share of whatever else the machine
/// does: the middle of what each took, and of the ratios of the first side to each.
pub fn rounds(count: usize, sides: usize, mut figure: impl FnMut(usize) -> Result<f64>) -> Result<Vec<(f64, f64)>> {
    let mut all = vec![(Vec::new(), Vec::new()); sides];
    for _ in 0..count {
        let round = (0..sides).map(&mut figure).collect::<Result<Vec<_>>>()?;
        for (side, taken) in round.iter().enumerate() {
            all[side].0.push(*taken);
            all[side].1.push(round[0] / taken);
        }
    }
    Ok(all.into_iter().map(|(taken, ratios)| (median(taken), median(ratios))).collect())
}
