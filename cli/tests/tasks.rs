//! `docs/sunco-tasks.md`: runs its commands, and compares their output.
//!
//! `SUNCO_TASKS=write cargo test -p sunshine-conversations-cli --test tasks` writes the output to the file.
#![cfg(unix)]

mod common;

use std::fs;
use std::path::Path;

use common::{Cli, Run};
use sunshine_conversations_sandbox::Sandbox;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/sunco-tasks.md");
const SEED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../sandbox/demo.json");

#[test]
fn the_tasks_are_current() {
    let sandbox = Sandbox::builder().deterministic().seed_file(SEED).start().unwrap();
    let cli = Cli { sandbox, folder: tempfile::tempdir().unwrap() };
    let recorded = fs::read_to_string(FILE).unwrap();
    let mut current = String::new();
    let mut is_console = false;
    for line in recorded.lines() {
        if let Some(language) = line.strip_prefix("```") {
            is_console = language == "console";
        }
        if let Some(command) = line.strip_prefix("$ ").filter(|_| is_console) {
            current += &format!("$ {command}\n{}", run(&cli, command));
        } else if !is_console || line.starts_with("```") {
            current += &format!("{line}\n");
        }
    }
    if std::env::var("SUNCO_TASKS").is_ok_and(|value| value == "write") {
        return fs::write(FILE, &current).unwrap();
    }
    let differing = recorded.lines().zip(current.lines()).find(|(old, new)| old != new);
    assert!(recorded == current, "run this test with SUNCO_TASKS=write, and check the changes: {differing:?}");
}

/// Runs a command, which can use variables of those before it. Returns stdout and stderr, without details of this run.
fn run(cli: &Cli, command: &str) -> String {
    let mut bash = std::process::Command::new("bash");
    let folder = Path::new(env!("CARGO_BIN_EXE_sunco")).parent().unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    let script = format!(
        "exec 2>&1; touch .variables; . ./.variables; {command}\ndeclare -p conversation > .variables 2>/dev/null"
    );
    bash.args(["-c", &script]).current_dir(cli.folder.path());
    // The account, as `Cli::command` sets it.
    for (name, value) in cli.command(&[]).get_envs() {
        match value {
            Some(value) => bash.env(name, value),
            None => bash.env_remove(name),
        };
    }
    let output = Run::of({
        bash.env("PATH", path);
        bash
    });
    let port = cli.sandbox.base_url().rsplit(':').next().unwrap().to_owned();
    let text = output.stdout.replace(&format!("127.0.0.1:{port}"), "127.0.0.1:8080");
    // Times differ.
    let words = text.split_inclusive('\n').map(|line| match line.trim_end().strip_suffix(" s") {
        Some(start) if line.contains(" done, ") => format!("{}, 0.0 s\n", start.rsplit_once(", ").unwrap().0),
        _ => line.to_owned(),
    });
    words.collect()
}
