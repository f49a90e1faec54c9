//! The program, as its README shows it.
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

const README: &str = include_str!("../README.md");
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

struct Program {
    child: Child,
    greeting: String,
    base_url: String,
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sunshine-conversations-sandbox"));
    command.args(arguments).current_dir(ROOT).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

impl Program {
    /// Runs the program until it has printed its greeting.
    fn start(arguments: &[&str]) -> Self {
        Self::of(command(arguments))
    }

    fn of(mut command: Command) -> Self {
        let mut child = command.spawn().expect("the program");
        let mut lines = BufReader::new(child.stdout.take().expect("stdout")).lines();
        let mut greeting = String::new();
        while !greeting.contains("curl ") {
            greeting += &lines.next().expect("a greeting").expect("text");
            greeting.push('\n');
        }
        let base_url = word_after(&greeting, "listens on ");
        Self { child, greeting, base_url }
    }

    /// Sends a signal and waits. Returns the exit code and stderr.
    fn end(mut self, signal: &str) -> (Option<i32>, String) {
        let id = self.child.id().to_string();
        // The shell's own: not every system has a program of that name.
        let kill = Command::new("sh").args(["-c", &format!("kill {signal} {id}")]).status();
        assert!(kill.expect("a shell").success());
        let begin = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().expect("a status") {
                break status;
            }
            assert!(begin.elapsed() < Duration::from_secs(60), "it goes on after {signal}");
            std::thread::sleep(Duration::from_millis(20));
        };
        let mut errors = String::new();
        self.child.stderr.take().expect("stderr").read_to_string(&mut errors).expect("text");
        (status.code(), errors)
    }

    /// Runs a script in its own directory, next to the program.
    fn run(&self, interpreter: &[&str], script: &str) -> String {
        let place = std::env::temp_dir().join(format!("sandbox-readme-{}", self.child.id()));
        std::fs::create_dir_all(&place).expect("a directory");
        let script = script.replace("http://localhost:8080", &self.base_url);
        let mut command = Command::new(interpreter[0]);
        let output = command.args(&interpreter[1..]).arg(&script).current_dir(&place).output().expect("an interpreter");
        std::fs::remove_dir_all(&place).expect("removed");
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{script}\n{errors}");
        String::from_utf8(output.stdout).expect("text")
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn word_after(text: &str, before: &str) -> String {
    let (_, after) = text.split_once(before).expect("a line with these words");
    after.split_whitespace().next().expect("a word").to_owned()
}

/// The README's blocks of a language.
fn blocks(language: &str) -> Vec<&'static str> {
    README
        .split("\n```")
        .skip(1)
        .step_by(2)
        .filter_map(|block| block.strip_prefix(language)?.strip_prefix('\n'))
        .collect()
}

fn finished(arguments: &[&str]) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } = command(arguments).output().expect("the program");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    (status.code(), text(stdout), text(stderr))
}

/// The README's command, but for the port.
fn readme_program() -> Program {
    let text = blocks("text")[0].trim();
    let arguments = text.strip_prefix("cargo run -p sunshine-conversations-sandbox -- ").expect("the command");
    assert!(arguments.contains("--port 8080"), "{arguments}");
    let arguments = arguments.replace("--port 8080", "--port 0");
    Program::start(&arguments.split(' ').collect::<Vec<_>>())
}

/// A shell that stops at the first failure, and a `curl` that takes an error status for one.
const SHELL: [&str; 2] = ["sh", "-ec"];

/// The tests only need Rust. Parts that need another program are skipped without it, with a notice.
fn has(program: &str) -> bool {
    let version = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    let has = version.is_ok_and(|status| status.success());
    if !has {
        eprintln!("left out: there is no {program}");
    }
    has
}

fn shell(script: &str) -> String {
    format!("curl() {{ command curl -sS --fail-with-body -w '\\n' \"$@\"; }}\n{script}")
}

#[test]
fn the_readme_s_curl_calls() {
    if !has("curl") {
        return;
    }
    let program = readme_program();
    let blocks = blocks("sh");
    assert_eq!(blocks.len(), 3);
    let first = program.run(&SHELL, &shell(blocks[0]));
    for part in ["\"surname\":\"Lopes\"", "\"type\":\"personal\"", "Your loaf is ready."] {
        assert!(first.contains(part), "{part}: {first}");
    }
    let faults = program.run(&SHELL, &shell(blocks[1]));
    assert!(faults.contains("\"kind\":\"close\"") && faults.contains("\"status\":502"), "{faults}");
    let control = program.run(&SHELL, &shell(blocks[2]));
    for part in ["\"displayName\":\"Corner Bakery\"", "2026-01-01T00:01:00.00", "openapi: "] {
        assert!(control.contains(part), "{part}: {control}");
    }
    assert_eq!(program.end("-INT").0, Some(0));
}

#[test]
fn the_readme_s_python() {
    if !has("python3") {
        return;
    }
    let program = readme_program();
    let [script] = blocks("python").try_into().expect("one script");
    program.run(&["python3", "-c"], script);
}

#[test]
fn the_readme_s_seed() {
    let [seed] = blocks("json").try_into().expect("one seed");
    let seed = serde_json::from_str(seed).expect("JSON");
    sunshine_conversations_sandbox::Sandbox::builder().seed(seed).start().expect("a sandbox");
}

#[test]
fn the_greeting_s_credentials_and_curl_work() {
    let program = Program::start(&["--port", "0", "--log"]);
    for (name, value) in [("key id", "app_sandbox"), ("secret", "sandbox-secret"), ("account key id", "act_sandbox")] {
        assert_eq!(word_after(&program.greeting, &format!("\n{name}  ")), value);
    }
    assert_eq!(word_after(&program.greeting, "account secret"), "sandbox-account-secret");
    for line in
        ["svc_sandbox with the secret sandbox-service-secret", "sandbox-client with the secret sandbox-client-secret"]
    {
        assert!(program.greeting.contains(line), "{}", program.greeting);
    }
    if !has("curl") {
        return;
    }
    let (_, curl) = program.greeting.split_once("  curl").expect("a curl line");
    let response = program.run(&SHELL, &shell(&format!("curl{curl}")));
    assert!(response.contains("\"givenName\":\"Ada\""), "{response}");
    let app = word_after(&program.greeting, "app id");
    let (code, log) = program.end("-TERM");
    assert_eq!(code, Some(0));
    assert!(log.ends_with(&format!(" POST /v2/apps/{app}/users 201 CreateUser app_sandbox\n")), "{log}");
}

#[test]
fn it_ends_cleanly_with_a_request_under_way() {
    let program = Program::start(&["--port", "0", "--latency", "60000"]);
    let url = format!("{}/v2/tokenInfo", program.base_url);
    let asking = std::thread::spawn(move || ureq::get(&url).call().is_err());
    std::thread::sleep(Duration::from_millis(200));
    let (code, errors) = program.end("-INT");
    assert_eq!((code, errors.as_str()), (Some(0), ""));
    assert!(asking.join().expect("a thread"));
}

#[test]
fn latency_and_rate_are_the_options() {
    let options = ["--port", "0", "--rate-limit", "1/1000", "--latency", "300-400"];
    let program = Program::start(&options);
    let status = |path: &str| match ureq::get(format!("{}{path}", program.base_url)).call() {
        Err(ureq::Error::StatusCode(status)) => status,
        other => panic!("{other:?}"),
    };
    let begin = Instant::now();
    assert_eq!((status("/v2/nothing"), status("/v2/nothing")), (404, 429));
    assert!(begin.elapsed() >= Duration::from_millis(600), "{:?}", begin.elapsed());
}

#[test]
fn max_messages_limits_conversations() {
    let program = Program::start(&["--port", "0", "--max-messages", "1"]);
    let conversations =
        format!("{}/v2/apps/{}/conversations", program.base_url, word_after(&program.greeting, "app id"));
    let post = |url: &str, body: &str| {
        let basic = base64::Engine::encode(&base64::prelude::BASE64_STANDARD, "app_sandbox:sandbox-secret");
        let request = ureq::post(url).header("authorization", format!("Basic {basic}"));
        request.config().http_status_as_error(false).build().content_type("application/json").send(body).expect("sent")
    };
    let conversation = post(&conversations, r#"{"type": "sdkGroup"}"#).body_mut().read_to_string().expect("text");
    let conversation: serde_json::Value = serde_json::from_str(&conversation).expect("JSON");
    let messages = format!("{conversations}/{}/messages", conversation["conversation"]["id"].as_str().expect("an id"));
    let message = r#"{"author": {"type": "business"}, "content": {"type": "text", "text": "x"}}"#;
    assert_eq!((post(&messages, message).status().as_u16(), post(&messages, message).status().as_u16()), (201, 423));
}

#[test]
fn a_port_in_use() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let (code, out, errors) = finished(&["--port", &port]);
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert!(errors.starts_with(&format!("error: 127.0.0.1:{port}: the port is in use")), "{errors}");
}

#[test]
fn a_seed_that_is_not_there() {
    let (code, _, errors) = finished(&["--port", "0", "--seed", "nowhere.json"]);
    assert_eq!(code, Some(1));
    assert!(errors.starts_with("error: nowhere.json: "), "{errors}");
}

#[test]
fn options_that_are_none() {
    for (option, value) in [
        ("--latency", "soon"),
        ("--latency", "5-1"),
        ("--rate-limit", "5/0"),
        ("--port", "x"),
        ("--prot", "1"),
        ("--webhook-batch", "0"),
        ("--webhook-batch", "101"),
    ] {
        let (code, _, errors) = finished(&[option, value]);
        assert_eq!(code, Some(2), "{errors}");
        assert!(errors.contains(option), "{errors}");
    }
}

#[test]
fn help_names_every_option_of_the_readme() {
    let (code, help, _) = finished(&["--help"]);
    assert_eq!(code, Some(0));
    let documented: Vec<&str> =
        README.lines().filter_map(|line| line.strip_prefix("| `--")?.split([' ', '`']).next()).collect();
    let known: Vec<&str> = help.lines().filter_map(|line| line.trim().strip_prefix("--")?.split(' ').next()).collect();
    assert_eq!(known, documented);
    let (code, version, _) = finished(&["--version"]);
    assert_eq!((code, version), (Some(0), format!("sunshine-conversations-sandbox {}\n", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn other_hosts_need_a_token_and_a_warning_is_printed() {
    let (code, _, errors) = finished(&["--port", "0", "--host", "0.0.0.0"]);
    assert_eq!(code, Some(1));
    assert!(errors.contains("set a control token (`--control-token`"), "{errors}");
    let program = Program::start(&["--port", "0", "--host", "0.0.0.0", "--control-token", "t0ken-of-the-tests"]);
    assert!(program.base_url.starts_with("http://127.0.0.1:"), "{}", program.base_url);
    let (code, errors) = program.end("-TERM");
    assert_eq!(code, Some(0));
    assert!(errors.starts_with("warning: 0.0.0.0 may be reachable"), "{errors}");
}

#[test]
fn every_option_has_a_variable() {
    let (_, help, _) = finished(&["--help"]);
    let options = help.lines().filter(|line| line.trim_start().starts_with("--")).map(|line| {
        line.trim_start()
            .trim_start_matches('-')
            .split([' ', '\n'])
            .next()
            .expect("a name")
            .replace('-', "_")
            .to_uppercase()
    });
    let mut count = 0;
    for option in options.filter(|option| !["CHECK_HEALTH", "HELP", "VERSION"].contains(&option.as_str())) {
        assert!(help.contains(&format!("[env: SUNCO_SANDBOX_{option}")), "{option}\n{help}");
        count += 1;
    }
    assert!(count >= 16, "{count}");
    let mut command = command(&[]);
    command.env("SUNCO_SANDBOX_PORT", "0").env("SUNCO_SANDBOX_PUBLIC_URL", "http://sandbox.test");
    let program = Program::of(command);
    // The port would be unknown otherwise.
    assert!(program.base_url.starts_with("http://127.0.0.1:"), "{}", program.greeting);
    assert!(program.greeting.contains(" as http://sandbox.test (open"), "{}", program.greeting);
    assert_eq!(program.end("-TERM").0, Some(0));
}

#[test]
fn health_is_checked_by_the_program() {
    let program = Program::start(&["--port", "0"]);
    let port = program.base_url.rsplit(':').next().expect("a port").to_owned();
    assert_eq!(finished(&["--check-health", "--port", &port]).0, Some(0));
    program.end("-TERM");
    let (code, _, errors) = finished(&["--check-health", "--port", &port]);
    assert_eq!(code, Some(1));
    assert!(errors.contains("/sandbox/health"), "{errors}");
}

/// Posts a user and returns the status.
fn post_user(base_url: &str, app: &str, external_id: &str) -> u16 {
    let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
    let request = agent.post(format!("{base_url}/v2/apps/{app}/users"));
    let request = request.header("authorization", "Basic YXBwX3NhbmRib3g6c2FuZGJveC1zZWNyZXQ=");
    request.send_json(serde_json::json!({"externalId": external_id})).expect("a response").status().as_u16()
}

#[test]
fn the_state_is_kept_in_a_file() {
    let folder = std::env::temp_dir().join(format!("sandbox-state-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("state.json");
    let path = file.to_str().expect("text");
    let start = || {
        let program = Program::start(&["--port", "0", "--state", path]);
        let app = word_after(&program.greeting, "app id ");
        (program, app)
    };
    let (program, app) = start();
    assert_eq!(post_user(&program.base_url, &app, "steve"), 201);
    assert_eq!(program.end("-TERM").0, Some(0));
    // As if a program had been killed while it saved. No process has this number.
    std::fs::write(folder.join("state.json.4294967294.tmp"), "{").expect("written");
    let (program, again) = start();
    assert_eq!(again, app);
    assert_eq!(post_user(&program.base_url, &app, "steve"), 409);
    assert_eq!(post_user(&program.base_url, &app, "ada"), 201);
    // Saved within seconds, so a program that is killed loses little.
    let begin = Instant::now();
    while !std::fs::read_to_string(&file).expect("the file").contains("\"ada\"") {
        assert!(begin.elapsed() < Duration::from_secs(60), "the file wasn't saved");
        std::thread::sleep(Duration::from_millis(50));
    }
    program.end("-KILL");
    let (program, _) = start();
    assert_eq!(post_user(&program.base_url, &app, "ada"), 409);
    program.end("-TERM");
    let left: Vec<_> = std::fs::read_dir(&folder).expect("the folder").collect();
    assert_eq!(left.len(), 1, "{left:?}");
    let (code, _, errors) = finished(&["--port", "0", "--state", folder.join("no/state.json").to_str().expect("text")]);
    assert_eq!(code, Some(1));
    assert!(errors.contains("can't save"), "{errors}");
    std::fs::remove_dir_all(&folder).expect("removed");
}

#[test]
fn a_killed_program_leaves_a_complete_file() {
    let folder = std::env::temp_dir().join(format!("sandbox-killed-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("state.json");
    for round in 0..5 {
        let program = Program::start(&["--port", "0", "--state", file.to_str().expect("text")]);
        let app = word_after(&program.greeting, "app id ");
        for user in 0..40 {
            assert_eq!(post_user(&program.base_url, &app, &format!("{round}-{user}")), 201);
        }
        std::thread::sleep(Duration::from_millis(1_900 + 50 * round));
        program.end("-KILL");
        let text = std::fs::read_to_string(&file).expect("the file");
        let _: serde_json::Value = serde_json::from_str(&text).expect("a complete file");
    }
    std::fs::remove_dir_all(&folder).expect("removed");
}
