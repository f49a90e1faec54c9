//! Runs the examples.
//!
//! Cargo builds the examples for `cargo test --workspace`, but not for `cargo test -p sunshine-conversations-tests`.

use std::collections::BTreeSet;
use std::env;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use crate::example::program as example;
use serde_json::Value;
use sunshine_conversations::{ApiClient, Credentials, Upload, models::*};
use sunshine_conversations_sandbox::Sandbox;

fn export(arguments: &[&str]) -> Command {
    let mut command = example("export_conversation");
    command.args(arguments);
    command
}

fn run(command: &mut Command) -> (Output, String, String) {
    let output = command.output().expect("the example starts");
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    assert!(!err.contains("panicked"), "{err}");
    (output, out, err)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// The lines of an export.
fn messages(lines: &str) -> Vec<Value> {
    assert!(lines.is_empty() || lines.ends_with('\n'));
    lines.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect()
}

fn texts(messages: &[Value]) -> Vec<&str> {
    messages.iter().map(|message| message["content"]["text"].as_str().expect("a text")).collect()
}

fn numbered(range: std::ops::RangeInclusive<usize>) -> Vec<String> {
    range.map(|number| format!("Message {number}")).collect()
}

/// A sandbox with a conversation.
struct Host {
    sandbox: Sandbox,
    api: ApiClient,
    conversation: ConversationId,
}

impl Host {
    fn start() -> Self {
        Self::on(Sandbox::start().expect("a sandbox"))
    }

    fn on(sandbox: Sandbox) -> Self {
        let api = ApiClient::builder()
            .base_url(sandbox.base_url())
            .credentials(Credentials::basic(sandbox.key_id(), sandbox.key_secret()))
            .build()
            .expect("a client");
        let group = ConversationCreateBody::new(ConversationType::SdkGroup);
        let created = api.create_conversation(sandbox.app_id(), &group).send().expect("a conversation");
        Self { sandbox, api, conversation: created.conversation.id }
    }

    /// Posts messages with these numbers and this much padding.
    fn post(&self, numbers: std::ops::RangeInclusive<usize>, padding: usize) {
        for text in numbered(numbers) {
            let content = TextMessage::new().with_text(format!("{text}{}", " ".repeat(padding)));
            let message = MessagePost::new(Author::new(AuthorType::Business), content);
            self.api.post_message(self.sandbox.app_id(), &self.conversation, &message).send().expect("a message");
        }
    }

    /// Configures an example to use this sandbox as a real host.
    fn connect(&self, mut command: Command) -> Command {
        command
            .env("SUNCO_BASE_URL", self.sandbox.base_url())
            .env("SUNCO_KEY_ID", self.sandbox.key_id())
            .env("SUNCO_KEY_SECRET", self.sandbox.key_secret());
        command
    }

    fn export(&self, options: &[&str]) -> Command {
        let mut command = self.connect(export(&[self.sandbox.app_id(), &self.conversation]));
        command.args(options);
        command
    }
}

/// A file that is deleted after the test.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = env::temp_dir().join(format!("sunshine-conversations-{}-{name}", std::process::id()));
        assert!(!path.exists());
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("UTF-8")
    }

    fn content(&self) -> String {
        std::fs::read_to_string(&self.0).expect("the file")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // The file may not exist.
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn the_quickstart_prints_its_steps() {
    let (output, out, err) = run(&mut example("quickstart"));
    assert!(output.status.success(), "{err}");
    assert_eq!(err, "");
    let mut rest = out.as_str();
    for step in [
        "sandbox  http://127.0.0.1:",
        "external ID quickstart-",
        "conversation  ",
        "Can we meet at our shop? [2 reply buttons]",
        "location 51.5237, -0.1585",
        "clients  250 created",
        "page 1 has 100 clients",
        "page 2 has 100 clients",
        "page 3 has 50 clients",
        "250 clients in 3 pages",
        "removed, 249 left",
        "404 not_found",
        "409 conflict",
        "the user is deleted",
    ] {
        let at = rest.find(step).unwrap_or_else(|| panic!("`{step}` is missing or too late:\n{out}"));
        rest = &rest[at + step.len()..];
    }
}

#[test]
fn the_quickstart_on_a_real_host_makes_one_client_and_cleans_up() {
    let host = Host::start();
    let mut quickstart = host.connect(example("quickstart"));
    quickstart.env("SUNCO_APP_ID", host.sandbox.app_id());
    let (output, _, err) = run(&mut quickstart);
    assert!(!output.status.success());
    assert!(err.contains("SUNCO_INTEGRATION_ID is not set"), "{err}");

    let mailgun = MailgunIntegration::new("key", "example.com", "desk@example.com");
    let created = host.api.create_integration(host.sandbox.app_id(), &mailgun.into()).send().expect("an integration");
    let (output, out, err) = run(quickstart.env("SUNCO_INTEGRATION_ID", created.integration.id().as_str()));
    assert!(output.status.success(), "{err}");
    assert!(out.contains("real host  http://") && out.contains("1 client in 1 page\n"), "{out}");
    let user =
        out.lines().find_map(|line| line.trim().strip_prefix("user  ")?.split(' ').next()).expect("the user's id");
    let found = host.api.get_user(host.sandbox.app_id(), user).send();
    assert_eq!(found.expect_err("it is deleted").status(), Some(404));

    let (_, out, _) = run(quickstart.env("SUNCO_CLIENTS", "101"));
    assert!(out.contains("101 clients in 2 pages"), "{out}");
    let (output, _, err) = run(quickstart.env("SUNCO_CLIENTS", "many"));
    assert!(!output.status.success() && err.contains("SUNCO_CLIENTS"), "{err}");
}

#[test]
fn the_demo_exports_all_messages_in_the_order_of_time() {
    let (output, out, err) = run(&mut export(&["--demo"]));
    assert!(output.status.success(), "{err}");
    assert_eq!(err, "", "no progress without a terminal");
    let messages = messages(&out);
    assert_eq!(texts(&messages), numbered(1..=250));
    let ids: BTreeSet<&str> = messages.iter().map(|message| message["id"].as_str().expect("an id")).collect();
    assert_eq!(ids.len(), 250);
}

#[test]
fn an_export_resumes_after_a_cursor() {
    let host = Host::start();
    host.post(1..=230, 0);
    let file = Scratch::new("resumed.ndjson");
    let (output, out, err) = run(&mut host.export(&["--output", file.path()]));
    assert!(output.status.success() && out.is_empty(), "{err}");
    let exported = messages(&file.content());
    assert_eq!(texts(&exported), numbered(1..=230));

    // An export resumes after any message, including the last.
    let cursor = |at: usize| exported[at - 1]["id"].as_str().expect("an id");
    let (_, rest, _) = run(&mut host.export(&["--after", cursor(117)]));
    assert_eq!(texts(&messages(&rest)), numbered(118..=230));
    let (output, rest, _) = run(&mut host.export(&["--after", cursor(230)]));
    assert!(output.status.success() && rest.is_empty());

    host.post(231..=233, 0);
    let (output, _, err) = run(&mut host.export(&["--output", file.path()]));
    assert!(!output.status.success() && err.contains("isn't empty"), "{err}");
    let (output, _, err) = run(&mut host.export(&["--after", cursor(230), "--output", file.path()]));
    assert!(output.status.success(), "{err}");
    assert_eq!(texts(&messages(&file.content())), numbered(1..=233));
}

#[test]
fn an_export_saves_attachments() {
    let sandbox = Sandbox::builder().private_attachments().start().expect("a sandbox");
    let host = Host::on(sandbox);
    let app = host.api.app(host.sandbox.app_id());
    let upload = Upload::bytes("photo.png", b"pixels".as_slice());
    let url = app.upload_attachment(upload).send().expect("a file").attachment.media_url;
    let post = |url: String| {
        let message = MessagePost::new(Author::new(AuthorType::Business), FileMessage::new(url));
        app.post_message(&host.conversation, &message).send().expect("a message").messages.remove(0).id
    };
    let missing = post(format!("{url}x"));
    let id = post(url);
    let folder = env::temp_dir().join(format!("sunshine-conversations-{}-attachments", std::process::id()));
    for _ in 0..2 {
        let (output, out, err) = run(&mut host.export(&["--attachments", folder.to_str().expect("UTF-8")]));
        assert!(output.status.success(), "{err}");
        assert_eq!(messages(&out).len(), 2);
        assert!(err.starts_with(&format!("attachment of message {missing}: GET /attachments/")), "{err}");
        let names: Vec<_> =
            std::fs::read_dir(&folder).expect("a folder").map(|e| e.expect("a file").file_name()).collect();
        assert_eq!(names, [format!("{id} photo.png").as_str()]);
        assert_eq!(std::fs::read(folder.join(&names[0])).expect("a file"), b"pixels");
    }
    std::fs::remove_dir_all(folder).expect("the folder");
}

#[test]
fn conversations_of_every_size_are_exported_completely() {
    let host = Host::start();
    let mut posted = 0;
    for size in [0, 1, 100, 101, 200, 201] {
        if size > posted {
            host.post(posted + 1..=size, 0);
            posted = size;
        }
        let (output, out, err) = run(&mut host.export(&[]));
        assert!(output.status.success(), "{err}");
        assert_eq!(texts(&messages(&out)), numbered(1..=size), "{size} messages");
    }
}

#[test]
fn a_lost_host_leaves_complete_lines_and_prints_the_cursor() {
    let host = Host::start();
    // A page is larger than the buffer of a pipe, so the export blocks in the middle of one.
    host.post(1..=250, 4000);
    let mut child = host.export(&[]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the example");
    let mut lines = BufReader::new(child.stdout.take().expect("its output"));
    let mut out = String::new();
    lines.read_line(&mut out).expect("the first line");
    drop(host);
    lines.read_to_string(&mut out).expect("the rest");
    let ended = child.wait_with_output().expect("its end");
    let err = text(&ended.stderr);

    assert!(!ended.status.success());
    let messages = messages(&out);
    assert_eq!(messages.len(), 50, "the oldest page: {err}");
    let cursor = messages[49]["id"].as_str().expect("an id");
    assert!(err.ends_with(&format!("50 messages written; to resume: --after {cursor}\n")), "{err}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_prints_the_cursor() {
    let host = Host::start();
    host.post(1..=3, 0);
    let (output, _, err) = run(&mut host.export(&["--output", "/dev/full"]));
    assert!(!output.status.success());
    assert!(err.ends_with("no messages written\n"), "{err}");
    let (_, out, _) = run(&mut host.export(&[]));
    let first = messages(&out)[0]["id"].as_str().expect("an id").to_owned();
    let (output, _, err) = run(&mut host.export(&["--after", &first, "--output", "/dev/full"]));
    assert!(!output.status.success());
    assert!(err.ends_with(&format!("to resume: --after {first}\n")), "{err}");
}

#[test]
fn a_closed_pipe_is_not_an_error() {
    // Both outputs are that pipe, or only stdout.
    for both in [true, false] {
        let (mut reader, writer) = std::io::pipe().expect("a pipe");
        let mut command = export(&["--demo"]);
        command.stdout(writer.try_clone().expect("a second end"));
        command.stderr(if both { Stdio::from(writer) } else { Stdio::piped() });
        let child = command.spawn().expect("the example");
        // The command holds the other end of the pipe open.
        drop(command);
        reader.read_exact(&mut [0]).expect("a beginning");
        drop(reader);
        let ended = child.wait_with_output().expect("its end");
        let err = text(&ended.stderr);
        assert!(ended.status.success(), "{err}");
        assert!(!err.contains("panicked"), "{err}");
    }
}

#[test]
fn invalid_arguments_are_reported() {
    for arguments in [&[][..], &["app"], &["app", "conversation", "more"], &["--demo", "app", "conversation"]] {
        let (output, out, err) = run(&mut export(arguments));
        assert!(!output.status.success() && out.is_empty() && err.starts_with("usage: "), "{err}");
    }
    for (arguments, message) in [
        (&["--after"][..], "--after needs a cursor"),
        (&["--output"], "--output needs a file"),
        (&["--color"], "unknown option: --color"),
        (&["app", "conversation"], "SUNCO_SUBDOMAIN"),
    ] {
        let (output, _, err) = run(&mut export(arguments));
        assert!(!output.status.success() && err.contains(message), "{err}");
    }
    let host = Host::start();
    let (output, _, err) = run(&mut host.connect(export(&[host.sandbox.app_id(), "gone"])));
    assert!(
        !output.status.success() && err.contains("404 not_found") && err.ends_with("no messages written\n"),
        "{err}"
    );
}

#[test]
fn the_script_needs_an_environment() {
    let (output, out, err) = run(&mut example("script"));
    assert!(!output.status.success() && out.is_empty());
    assert!(err.contains("SUNCO_SUBDOMAIN") && err.contains("SUNCO_BASE_URL"), "{err}");
    let (output, _, err) = run(example("script").env("SUNCO_SUBDOMAIN", "acme"));
    assert!(!output.status.success());
    assert!(err.contains("SUNCO_KEY_ID") && err.contains("SUNCO_KEY_SECRET") && err.contains("SUNCO_TOKEN"), "{err}");
}

#[test]
fn the_script_reads_all_clients() {
    let host = Host::start();
    let app = host.sandbox.app_id();
    let user = host.api.create_user(app, &UserCreateBody::new()).send().expect("a user").user;
    let join = ParticipantJoinBody::new().with_user_id(&user.id).with_subscribe_sdk_client(false);
    host.api.join_conversation(app, &host.conversation, &join).send().expect("a participant");
    let whatsapp = host
        .api
        .create_integration(app, &WhatsAppIntegration::new().into())
        .send()
        .expect("an integration")
        .integration;
    for number in 0..103 {
        let channel = MatchCriteriaWhatsApp::new(whatsapp.id(), format!("+1514555{number:04}"));
        let pending = ClientConfirmation::new(ClientConfirmationType::UserActivity);
        let client = ClientCreate::new(channel, pending, ClientTarget::new(&host.conversation));
        host.api.create_client(app, &user.id, &client).send().expect("a client");
    }
    let mut script = host.connect(example("script"));
    let (output, _, err) = run(script.env_remove("SUNCO_APP_ID"));
    assert!(!output.status.success() && err.contains("set SUNCO_APP_ID"), "{err}");
    let (output, _, err) = run(script.env("SUNCO_APP_ID", app));
    assert!(!output.status.success() && err.contains("usage: "), "{err}");
    let (output, out, err) = run(script.arg(user.id.as_str()));
    assert!(output.status.success() && out.is_empty(), "{err}");
    assert_eq!(err, "0 of 103 clients are blocked\n");
}

#[test]
fn the_echo_bot_replies() {
    let (output, out, err) = run(&mut example("echo_bot"));
    assert!(output.status.success() && err.is_empty(), "{err}");
    let dialogue = [
        "ada   Hello, is anybody there?",
        "echo  Echo: Hello, is anybody there?",
        "ada   (taps \"Louder, please\")",
        "echo  HELLO!",
        "ada   [51.5237, -0.1585]",
        "echo  You are at 51.5237 and -0.1585",
    ];
    assert_eq!(out.lines().collect::<Vec<_>>(), dialogue);
}
