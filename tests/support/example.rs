//! Runs the examples.

use std::env;
use std::process::Command;

/// An example, without environment variables for a real host.
pub fn program(name: &str) -> Command {
    let this = env::current_exe().expect("this test's path");
    let built = this.parent().and_then(|deps| deps.parent()).expect("the target directory").join("examples");
    let program = built.join(format!("{name}{}", env::consts::EXE_SUFFIX));
    assert!(program.exists(), "{} is missing: run `cargo build --workspace --examples`", program.display());
    let mut command = Command::new(program);
    for (variable, _) in env::vars_os().filter(|(variable, _)| variable.to_string_lossy().starts_with("SUNCO_")) {
        command.env_remove(variable);
    }
    command
}
