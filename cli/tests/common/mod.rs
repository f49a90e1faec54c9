//! A sandbox, and `sunco` with its account.
#![allow(dead_code, reason = "each test program uses a part")]

use std::path::Path;
use std::process::{Command, Output};

use sunshine_conversations_sandbox::Sandbox;
use tempfile::TempDir;

/// A sandbox and a folder for the program's files.
pub struct Cli {
    pub sandbox: Sandbox,
    pub folder: TempDir,
}

/// The output of a run of the program.
#[derive(Debug)]
pub struct Run {
    pub stdout: String,
    pub stderr: String,
    pub status: i32,
}

impl Cli {
    pub fn new() -> Self {
        Self { sandbox: Sandbox::start().unwrap(), folder: tempfile::tempdir().unwrap() }
    }

    /// With the users `steve` and `maria`.
    pub fn with_users() -> Self {
        let seed = serde_json::json!({"apps": [{"users": [
            {"externalId": "steve", "profile": {"givenName": "Steve", "email": "steve@example.com"}},
            {"externalId": "maria", "profile": {"givenName": "María", "surname": "Núñez"}},
        ]}]});
        let sandbox = Sandbox::builder().seed(seed).start().unwrap();
        Self { sandbox, folder: tempfile::tempdir().unwrap() }
    }

    /// Returns the program without an account.
    pub fn bare(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sunco"));
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("SUNCO_")) {
            command.env_remove(name);
        }
        command.env("SUNCO_CONFIG_DIR", self.folder.path()).env_remove("DBUS_SESSION_BUS_ADDRESS").args(arguments);
        command
    }

    /// Returns the program with the account of the sandbox.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.bare(arguments);
        command
            .env("SUNCO_BASE_URL", self.sandbox.base_url())
            .env("SUNCO_KEY_ID", self.sandbox.key_id())
            .env("SUNCO_KEY_SECRET", self.sandbox.key_secret())
            .env("SUNCO_APP_ID", self.sandbox.app_id());
        command
    }

    /// Runs the program with the account of the sandbox.
    pub fn run(&self, arguments: &[&str]) -> Run {
        Run::of(self.command(arguments))
    }

    /// Runs the program with input.
    pub fn run_with(&self, arguments: &[&str], input: &str) -> Run {
        Run::with_input(self.command(arguments), input)
    }

    /// Writes a file to the folder. Returns its path.
    pub fn file(&self, name: &str, content: &str) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }

    pub fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// The requests that the program sent to an operation.
    pub fn requests(&self, operation: &str) -> usize {
        self.sandbox.requests_to(operation).unwrap().len()
    }
}

impl Run {
    pub fn of(mut command: Command) -> Self {
        command.stdin(std::process::Stdio::null());
        Self::from(command.output().unwrap())
    }

    pub fn with_input(command: Command, input: &str) -> Self {
        let mut command = assert_cmd::Command::from_std(command);
        Self::from(command.write_stdin(input).output().unwrap())
    }

    /// Expects success, and returns stdout without the last line break.
    #[track_caller]
    pub fn ok(self) -> String {
        assert_eq!(self.status, 0, "{self:?}");
        self.stdout.trim_end_matches('\n').to_owned()
    }

    /// Expects an exit status and a part of the message. Stdout must be empty.
    #[track_caller]
    pub fn fails(self, status: i32, message: &str) {
        assert_eq!(self.status, status, "{self:?}");
        assert!(self.stderr.contains(message), "{message:?} isn't in {self:?}");
        assert_eq!(self.stdout, "", "{self:?}");
    }

    /// Expects an exit status and a part of the message, after a plan on stdout.
    #[track_caller]
    pub fn fails_after_plan(self, status: i32, message: &str) {
        assert_ne!(self.stdout, "", "{self:?}");
        Self { stdout: String::new(), ..self }.fails(status, message);
    }

    pub fn json(self) -> serde_json::Value {
        let text = self.ok();
        serde_json::from_str(&text).unwrap_or_else(|e| panic!("{e}: {text}"))
    }
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Self { stdout: text(output.stdout), stderr: text(output.stderr), status: output.status.code().unwrap_or(-1) }
    }
}

/// Returns the permissions of a file.
#[cfg(unix)]
pub fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}
