//! The sandbox, deliveries, simulated events and dialogues.
#![cfg(unix)]

mod common;

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use common::{Cli, Run};
use serde_json::{Value, json};
use sunshine_conversations_sandbox::Fault;

/// A program that runs until it is interrupted.
struct Running {
    child: Child,
    stderr: BufReader<std::process::ChildStderr>,
}

impl Running {
    /// Starts a program, and waits for a line on stderr. Returns it.
    fn start(mut command: Command, start: &str) -> (Self, String) {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut running = Self { stderr: BufReader::new(child.stderr.take().unwrap()), child };
        let mut line = String::new();
        while !line.contains(start) {
            line.clear();
            assert_ne!(running.stderr.read_line(&mut line).unwrap(), 0, "{start:?} isn't on stderr");
        }
        (running, line)
    }

    /// Sends SIGINT. Returns the output of the program.
    fn interrupt(mut self) -> Run {
        let status = Command::new("kill").args(["-INT", &self.child.id().to_string()]).status().unwrap();
        assert!(status.success());
        let mut stderr = String::new();
        self.stderr.read_to_string(&mut stderr).unwrap();
        let mut run = Run::from(self.child.wait_with_output().unwrap());
        run.stderr = stderr;
        run
    }
}

#[test]
fn the_sandbox_runs_until_ctrl_c() {
    let cli = Cli::new();
    let (running, _) = Running::start(cli.bare(&["sandbox", "--port", "0"]), "The sandbox listens on");
    let run = running.interrupt();
    assert_eq!(run.status, 0, "{run:?}");
    let names: Vec<_> = run.stdout.lines().map(|line| line.split('=').next().unwrap()).collect();
    assert_eq!(
        names,
        ["export SUNCO_BASE_URL", "export SUNCO_KEY_ID", "export SUNCO_KEY_SECRET", "export SUNCO_APP_ID"]
    );
}

#[test]
fn deliveries_are_printed_and_forwarded() {
    let cli = Cli::with_users();
    let program = tiny_http::Server::http("127.0.0.1:0").unwrap();
    let url = format!("http://{}/hook", program.server_addr().to_ip().unwrap());
    let received = thread::spawn(move || {
        let mut request = program.recv().unwrap();
        let secret = request
            .headers()
            .iter()
            .find(|header| header.field.equiv("X-API-Key"))
            .map(|header| header.value.to_string());
        let mut body = String::new();
        request.as_reader().read_to_string(&mut body).unwrap();
        request.respond(tiny_http::Response::empty(200)).unwrap();
        (secret.unwrap(), serde_json::from_str::<Value>(&body).unwrap())
    });
    let arguments = ["listen", "--forward-to", &url, "--triggers", "conversation:message", "--count", "1"];
    let (mut running, _) = Running::start(cli.command(&arguments), "Listening on");
    cli.run(&["trigger", "conversation:message", "--user", "steve", "--text", "Hi 'there'"]).ok();
    let mut stdout = String::new();
    running.child.stdout.take().unwrap().read_to_string(&mut stdout).unwrap();
    assert!(running.child.wait().unwrap().success());
    let event: Value = serde_json::from_str(stdout.trim()).unwrap();
    assert_eq!(event["payload"]["message"]["content"]["text"], "Hi 'there'");
    let (secret, body) = received.join().unwrap();
    assert_eq!(body["events"][0]["id"], event["id"]);
    assert!(!secret.is_empty() && !stdout.contains(&secret));
    // The webhook is gone.
    assert_eq!(cli.run(&["integrations", "list"]).ok(), "");
}

#[test]
fn the_webhook_is_removed_after_ctrl_c() {
    let cli = Cli::new();
    let (running, _) = Running::start(cli.command(&["listen"]), "Listening on");
    assert_eq!(cli.run(&["integrations", "list", "--jq", ".displayName"]).ok(), "sunco listen");
    let run = running.interrupt();
    assert_eq!((run.status, run.stdout.as_str(), run.stderr.as_str()), (130, "", ""));
    assert_eq!(cli.run(&["integrations", "list"]).ok(), "");
}

/// Ctrl-C doesn't wait for a program that doesn't respond, and no time is too early for it.
#[test]
fn the_webhook_is_removed_at_any_time() {
    let cli = Cli::with_users();
    let program = tiny_http::Server::http("127.0.0.1:0").unwrap();
    let url = format!("http://{}/hook", program.server_addr().to_ip().unwrap());
    let (running, _) = Running::start(cli.command(&["listen", "--forward-to", &url]), "Listening on");
    cli.run(&["trigger", "conversation:message", "--user", "steve", "--text", "Hi"]).ok();
    let request = program.recv().unwrap();
    let start = Instant::now();
    assert_eq!(running.interrupt().status, 130);
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    drop(request);
    assert_eq!(cli.run(&["integrations", "list"]).ok(), "");

    cli.sandbox.fault(Fault::delay(Duration::from_millis(500)).after_acting().on("CreateIntegration")).unwrap();
    let mut command = cli.command(&["listen"]);
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    while cli.requests("CreateIntegration") < 2 {
        thread::sleep(Duration::from_millis(5));
    }
    Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert_eq!(Run::from(child.wait_with_output().unwrap()).status, 130);
    assert_eq!(cli.run(&["integrations", "list"]).ok(), "");
}

/// Runs a command line in a terminal, types a text when a prompt is shown, and returns the output.
#[cfg(target_os = "linux")]
fn in_terminal(cli: &Cli, line: &str, prompt: &str, text: &str) -> Option<String> {
    use std::io::Write;
    use std::path::Path;
    let sunco = cli.command(&[]);
    // Ctrl-C is ignored in programs that a script has started in the background, and a shell can't change that.
    let mut script = Command::new("timeout");
    script.args(["--signal=KILL", "60", "env", "--default-signal=INT", "script", "-qec", line, "/dev/null"]);
    script.envs(sunco.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain([Path::new(sunco.get_program()).parent().unwrap().to_owned()]);
    script.env("PATH", std::env::join_paths(folders).unwrap());
    let spawned = script.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let Ok(mut child) = spawned else {
        eprintln!("skipped: timeout isn't installed");
        return None;
    };
    let mut out = child.stdout.take().unwrap();
    let (mut shown, mut byte) = (Vec::new(), [0]);
    let mut input = child.stdin.take();
    while out.read(&mut byte).unwrap() > 0 {
        shown.push(byte[0]);
        if String::from_utf8_lossy(&shown).contains(prompt)
            && let Some(mut input) = input.take()
        {
            // The program changes the terminal after it has written the prompt.
            thread::sleep(Duration::from_millis(300));
            input.write_all(text.as_bytes()).unwrap();
            // At the end of the input, `script` ends the program.
            std::mem::forget(input);
        }
    }
    if child.wait().unwrap().code() == Some(127) {
        eprintln!("skipped: script isn't installed");
        return None;
    }
    Some(String::from_utf8_lossy(&shown).into_owned())
}

#[cfg(target_os = "linux")]
#[test]
fn ctrl_c_ends_a_command_and_leaves_the_terminal_usable() {
    let cli = Cli::with_users();
    let login = format!("login --base-url {} --key-id k --app a", cli.sandbox.base_url());
    for (command, prompt) in [("chat --user steve", "Ctrl-D ends."), ("listen", "Ctrl-C ends."), (&*login, "Secret: ")]
    {
        // The shell gets the signal, too.
        let line = format!("trap : INT; sunco {command}; echo status $?; stty -a");
        let Some(shown) = in_terminal(&cli, &line, prompt, "\u{3}") else { return };
        assert!(shown.contains("status 130"), "{command}: {shown}");
        let modes: Vec<_> = shown.split_whitespace().collect();
        for mode in ["isig", "icanon", "echo"] {
            assert!(modes.contains(&mode), "{command}: {mode} isn't in {shown}");
        }
    }
    assert_eq!(cli.run(&["integrations", "list"]).ok(), "");
}

#[test]
fn deliveries_of_an_existing_webhook_need_its_secret() {
    let cli = Cli::new();
    let mut command = cli.bare(&["listen"]);
    command.env("SUNCO_WEBHOOK_SECRET", "the-secret");
    let (running, line) = Running::start(command, "Listening on");
    let url = line.split("http://").nth(1).unwrap().split("/.").next().unwrap().to_owned();
    let post = |secret: &str| {
        let body = json!({"app": {"id": "a"}, "webhook": {"id": "w", "version": "v2"}, "events": [{"id": "e", "type": "x:y"}]});
        let agent = ureq::Agent::config_builder().proxy(None).http_status_as_error(false).build().new_agent();
        let request = agent.post(format!("http://{url}/")).header("X-API-Key", secret);
        request.send(body.to_string()).unwrap().status().as_u16()
    };
    assert_eq!((post("a guess"), post("the-secret")), (401, 200));
    let run = running.interrupt();
    assert_eq!(run.stdout, "{\"id\":\"e\",\"type\":\"x:y\"}\n");
    assert!(run.stderr.contains("401") && !run.stderr.contains("the-secret"), "{run:?}");
}

#[test]
fn events_are_triggered() {
    let cli = Cli::with_users();
    let ids = cli.run(&["trigger", "conversation:message", "--user", "steve", "--text", "Hi"]).json();
    let conversation = ids["conversationId"].as_str().unwrap();
    let text = cli.run(&["messages", "list", conversation, "--jq", ".content.text"]).ok();
    assert_eq!(text, "Hi");
    cli.run(&["trigger", "client:add", "--user", "steve", "--set", "channel=whatsapp"]).ok();
    assert!(cli.run(&["clients", "list", "steve", "--jq", ".type"]).ok().contains("whatsapp"));
    cli.run(&["trigger", "conversation:message", "--user", "missing", "--text", "Hi"]).fails(3, "user not found");
    cli.run(&["trigger", "nope", "--user", "steve"]).fails(1, "nope");
    for command in [&["trigger", "conversation:read", "--user", "steve"][..], &["chat"], &["listen"]] {
        let mut command = cli.command(command);
        command.env("SUNCO_BASE_URL", "http://127.0.0.1:9");
        Run::of(command).fails(1, "could not reach http://127.0.0.1:9");
    }
}

#[test]
fn a_dialogue_shows_new_messages_of_the_business() {
    let cli = Cli::with_users();
    let ids = cli.run(&["trigger", "conversation:message", "--user", "steve", "--text", "Hi"]).json();
    let conversation = ids["conversationId"].as_str().unwrap();
    let actions = r#"content.actions=[{"type": "reply", "text": "Yes", "payload": "Y"}, {"type": "postback", "text": "Track", "payload": "T"}]"#;
    cli.run(&["messages", "post", conversation, "--text", "Old", "--set", actions]).ok();
    let run = cli.run_with(&["chat", "--user", "steve", "--wait", "1s"], "Hello\n1\n");
    assert_eq!(run.stdout, "", "earlier messages aren't repeated: {run:?}");
    let texts = cli
        .run(&["messages", "list", conversation, "--all", "--jq", "[.author.type, .content.text, .content.payload]"])
        .ok();
    let lines: Vec<_> = texts.lines().collect();
    assert_eq!(lines[2..], [r#"["user","Hello",null]"#, r#"["user","Yes","Y"]"#]);
}

#[test]
fn deliveries_are_only_forwarded_to_a_url() {
    let cli = Cli::new();
    for url in ["nonsense", "localhost:3000", "ftp://localhost/hook", "http://", ""] {
        cli.run(&["listen", "--forward-to", url]).fails(2, "--forward-to");
    }
    assert!(cli.sandbox.journal().is_empty());
}

#[cfg(target_os = "linux")]
#[test]
fn prompts_read_from_a_terminal() {
    let cli = Cli::with_users();
    let shows = |command: &str, prompt: &str, typed: &str, expected: &str| {
        let Some(shown) = in_terminal(&cli, &format!("sunco {command}; echo status $?"), prompt, typed) else { return };
        assert!(shown.contains(expected), "{command}: {shown}");
    };
    shows("users delete steve", "[y/N] ", "\u{4}", "[y/N] \r\n\u{1b}[1;31merror:");
    shows("users delete steve", "[y/N] ", "n\n", "not confirmed; nothing was changed\r\nstatus 2");
    shows("users delete steve", "[y/N] ", "yes\n", "status 0");
    shows("users get maria", "status", "", "externalId         maria\r\n");
    let login = format!("login --base-url {}", cli.sandbox.base_url());
    shows(&login, "Key ID: ", "\n", "--key-id or --token is required\r\nstatus 2");
    let login = format!("{login} --key-id {} --app {}", cli.sandbox.key_id(), cli.sandbox.app_id());
    shows(&login, "Secret: ", &format!("{}\n", cli.sandbox.key_secret()), "Stored the profile `default`");
    let profile = Run::of(cli.bare(&["users", "get", "maria", "-p", "default"]));
    assert_eq!(profile.json()["externalId"], "maria");
}

#[test]
fn dialogues_are_recorded_and_replayed() {
    let cli = Cli::with_users();
    let ids = cli.run(&["trigger", "conversation:message", "--user", "steve", "--text", "Hi"]).json();
    let conversation = ids["conversationId"].as_str().unwrap();
    let url = ["--url", cli.sandbox.base_url()];
    let transcript = |more: &[&str]| cli.run(&[&["sandbox", "transcript"], more, &url].concat());
    let file = cli.path("order.yaml");
    assert_eq!(transcript(&["record", "--conversation", conversation, "-o", &file]).ok(), "");
    assert!(std::fs::read_to_string(&file).unwrap().contains("Hi"));
    let shown = transcript(&["record", "--conversation", conversation, "--app", cli.sandbox.app_id()]).ok();
    assert_eq!(shown.trim(), std::fs::read_to_string(&file).unwrap().trim());
    assert_eq!(transcript(&["replay", &file, "--quiet", "0.1"]).ok(), format!("passed {file}"));
    // A message that no bot sends.
    let mut text = std::fs::read_to_string(&file).unwrap();
    text += "- bot: Hello\n";
    let other = cli.file("other.yaml", &text);
    let run = transcript(&["replay", &other, "--timeout", "0.2", "--json-errors"]);
    assert!(run.status == 1 && run.stdout.starts_with("FAILED ") && run.stderr.contains("exitStatus"), "{run:?}");
    // The global option of this name is a format.
    let record = ["-o", "json", "sandbox", "transcript", "record", "--conversation", conversation];
    cli.run(&record).fails(2, "--output: formats don't apply to the sandbox");
    transcript(&["replay", "missing.yaml"]).fails(1, "missing.yaml: No such file");
    Run::of(cli.bare(&["sandbox", "--port", "1", "--check-health"])).fails(1, "/sandbox/health");
}

#[test]
fn a_dry_run_sends_nothing_and_needs_no_account() {
    let cli = Cli::new();
    for (arguments, shown) in [
        (&["chat", "--user", "a"][..], r#"{"author":{"type":"user","userExternalId":"a"},"#),
        (&["listen"], r#""displayName":"sunco listen""#),
        (&["trigger", "conversation:read", "--user", "a"], "/simulate "),
        (&["export", "--user", "a", "--to", "x"], "filter%5BuserId%5D=a"),
    ] {
        let curl = Run::of(cli.bare(&[arguments, &["--dry-run"]].concat())).ok();
        assert!(
            curl.starts_with("curl ") && curl.contains("https://example.zendesk.com/") && curl.contains(shown),
            "{curl}"
        );
        let curl = cli.run(&[arguments, &["--dry-run"]].concat()).ok();
        assert!(curl.contains(cli.sandbox.base_url()), "{curl}");
    }
    let mut command = cli.bare(&["listen", "--dry-run"]);
    command.env("SUNCO_WEBHOOK_SECRET", "hush");
    assert_eq!(Run::of(command).ok(), "");
    assert_eq!(Run::of(cli.bare(&["sandbox", "--dry-run"])).ok(), "");
    // The users have to be found.
    Run::of(cli.bare(&["erase", "--email", "a@example.com", "--dry-run"])).fails(2, "no account: run `sunco login`");
    assert!(cli.sandbox.journal().is_empty());
}
