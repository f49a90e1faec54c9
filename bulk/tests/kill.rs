//! A job that is killed again and again.

#![cfg(unix)]

use std::collections::BTreeMap;
use std::env;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use sunshine_conversations_bulk::Job;

const FOLDER: &str = "BULK_TEST_FOLDER";
const ITEMS: u32 = 6_000;
const KILLS: u64 = 50;

/// The child process: adds each item to a file, as a server would.
#[test]
fn child() {
    let Some(folder) = env::var_os(FOLDER).map(PathBuf::from) else { return };
    let file = File::options().append(true).create(true).open(folder.join("processed")).unwrap();
    let job = Job::new(folder.join("journal")).unwrap().threads(4);
    let report = job.run(0..ITEMS, |item| {
        (&file).write_all(format!("{item}\n").as_bytes())?;
        thread::sleep(Duration::from_millis(1));
        Ok::<_, std::io::Error>(())
    });
    assert!(report.unwrap().is_complete());
}

/// How often each item was processed.
fn processed(folder: &Path) -> BTreeMap<u32, usize> {
    let mut counts = BTreeMap::new();
    for line in fs::read_to_string(folder.join("processed")).unwrap_or_default().lines() {
        *counts.entry(line.parse().unwrap()).or_insert(0) += 1;
    }
    counts
}

/// The items in the journal.
fn journaled(folder: &Path) -> Vec<u32> {
    let text = fs::read_to_string(folder.join("journal")).unwrap_or_default();
    let complete = text.rsplit_once('\n').map_or("", |(complete, _)| complete);
    complete.lines().skip(1).map(|line| line.rsplit_once(" + ").unwrap().1.parse().unwrap()).collect()
}

#[test]
fn a_killed_job_loses_nothing_and_repeats_nothing_that_is_in_its_journal() {
    let folder = env::temp_dir().join(format!("bulk-kill-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let child = || {
        let mut command = Command::new(env::current_exe().unwrap());
        command.args(["--exact", "child"]).env(FOLDER, &folder).stdout(Stdio::null());
        command.spawn().unwrap()
    };
    // How often each item in the journal had been processed.
    let mut settled = BTreeMap::new();
    let (mut seed, mut interrupted) = (1_u64, 0);
    for _ in 0..KILLS {
        let mut running = child();
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        thread::sleep(Duration::from_micros(5_000 + (seed >> 33) % 40_000));
        running.kill().unwrap();
        interrupted += usize::from(!running.wait().unwrap().success());
        let counts = processed(&folder);
        for item in journaled(&folder) {
            settled.entry(item).or_insert(counts[&item]);
        }
    }
    assert!(child().wait().unwrap().success(), "the job can be finished");
    assert!(interrupted > 10, "only {interrupted} runs were killed");
    let counts = processed(&folder);
    assert!(counts.keys().copied().eq(0..ITEMS), "each item is processed at least once");
    for (item, count) in settled {
        assert_eq!(counts[&item], count, "item {item} was processed again");
    }
    let mut items = journaled(&folder);
    items.sort_unstable();
    assert!(items.into_iter().eq(0..ITEMS), "the journal has each item once");
    fs::remove_dir_all(folder).unwrap();
}
