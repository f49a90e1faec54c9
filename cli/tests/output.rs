//! Formats, filters, pipes and notices.

mod common;

use std::io::Read;
use std::process::Stdio;

use common::{Cli, Run};
use serde_json::{Value, json};

const SECOND: &str = r#"{"givenName": "A,\"b\"\nc", "surname": "\u001b[31m日本"}"#;

/// A conversation with 30 messages of the user, whose texts are difficult.
fn cli() -> (Cli, String) {
    let messages: Vec<Value> = (0..30)
        .map(|number| {
            let text = match number {
                0 => "first, \"quoted\"\nline\u{1b}[31m".to_owned(),
                1 => "日本語 🥖 = @x".to_owned(),
                _ => format!("m{number}"),
            };
            json!({"author": {"type": "user", "userExternalId": "steve"}, "content": {"type": "text", "text": text}})
        })
        .collect();
    let seed = json!({"apps": [{
        "users": [{"externalId": "steve", "profile": serde_json::from_str::<Value>(SECOND).unwrap(), "metadata": {"n": 1.25}}],
        "conversations": [{"$id": "c", "type": "personal", "participants": [{"userExternalId": "steve"}], "messages": messages}],
    }]});
    let sandbox = sunshine_conversations_sandbox::Sandbox::builder().seed(seed).start().unwrap();
    let cli = Cli { sandbox, folder: tempfile::tempdir().unwrap() };
    let id = cli.run(&["conversations", "list", "--user-external-id", "steve", "-q"]).ok();
    (cli, id)
}

#[test]
fn ndjson_is_the_default_of_a_pipe_and_one_line_each() {
    let (cli, conversation) = cli();
    let lines = cli.run(&["messages", "list", &conversation, "--all"]).ok();
    let values: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(values.len(), 30);
    assert_eq!(values[0]["content"]["text"], "first, \"quoted\"\nline\u{1b}[31m");
    let raw = cli.run(&["api", "GET", "/v2/apps/{app}/users/steve"]).ok();
    assert_eq!(
        cli.run(&["users", "get", "steve"]).ok(),
        raw.strip_prefix("{\"user\":").unwrap().strip_suffix('}').unwrap()
    );
}

#[test]
fn every_format_has_the_same_values() {
    let (cli, conversation) = cli();
    let run = |more: &[&str]| cli.run(&[&["messages", "list", &conversation, "--all"], more].concat()).ok();
    let ndjson: Vec<Value> = run(&["-o", "ndjson"]).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let array: Vec<Value> = serde_json::from_str(&run(&["-o", "json"])).unwrap();
    let yaml: Vec<Value> = yaml_serde::from_str(&run(&["-o", "yaml"])).unwrap();
    assert_eq!((&array, &yaml), (&ndjson, &ndjson));
    let csv = run(&["-o", "csv", "--fields", "id,content.text,author.type"]);
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    assert_eq!(reader.headers().unwrap(), vec!["id", "content.text", "author.type"]);
    let texts: Vec<_> = reader.records().map(|record| record.unwrap().get(1).unwrap().to_owned()).collect();
    let expected: Vec<_> =
        ndjson.iter().map(|message| message["content"]["text"].as_str().unwrap().to_owned()).collect();
    assert_eq!(texts, expected);
    let table = run(&["-o", "table", "--fields", "content.text,author.type"]);
    assert_eq!(table.lines().count(), 31);
    assert!(table.starts_with("CONTENT.TEXT") && table.contains("first, \"quoted\"⏎line\\u{1b}[31m  user"), "{table}");
}

#[test]
fn a_single_value_has_every_format() {
    let (cli, _) = cli();
    let run = |more: &[&str]| cli.run(&[&["users", "get", "steve"], more].concat()).ok();
    let json: Value = serde_json::from_str(&run(&["-o", "json"])).unwrap();
    assert_eq!(yaml_serde::from_str::<Value>(&run(&["-o", "yaml"])).unwrap(), json);
    let table = run(&["-o", "table"]);
    assert!(table.contains("profile.givenName") && table.contains("A,\"b\"⏎c"), "{table}");
    assert_eq!(run(&["-o", "csv", "--fields", "externalId,metadata.n"]), "externalId,metadata.n\nsteve,1.25");
    assert_eq!(run(&["--fields", "externalId,missing"]), r#"{"externalId":"steve","missing":null}"#);
    assert_eq!(run(&["-q"]), json["id"].as_str().unwrap());
}

#[test]
fn filters_run_for_each_item() {
    let (cli, conversation) = cli();
    let run = |more: &[&str]| cli.run(&[&["messages", "list", &conversation, "--all"], more].concat());
    assert_eq!(run(&["--jq", "select(.content.text == \"m7\") | .author.type"]).ok(), "user");
    assert_eq!(run(&["--jq", ".content | keys | length"]).ok().lines().count(), 30);
    let object = "{text: .content.text, author: .author.type}";
    let csv = run(&["--jq", object, "-o", "csv"]).ok();
    assert!(csv.starts_with("text,author\n") && csv.ends_with("\nm29,user"), "{csv}");
    let table = run(&["--jq", object, "-o", "table"]).ok();
    assert!(table.starts_with("TEXT") && table.lines().count() == 31, "{table}");
    let yaml: Vec<Value> = yaml_serde::from_str(&run(&["--jq", object, "-o", "yaml"]).ok()).unwrap();
    assert_eq!((yaml.len(), &yaml[29]), (30, &json!({"text": "m29", "author": "user"})));
    run(&["--jq", ".["]).fails(2, "--jq: invalid filter `.[`");
    run(&["--jq", "nope"]).fails(2, "unknown function or variable `nope`");
    run(&["--jq", ".", "-q"]).fails(2, "cannot be used with");
    run(&["-o", "xml"]).fails(2, "possible values: table, ndjson, json, yaml, csv");
}

#[test]
fn an_empty_listing_is_valid_in_every_format() {
    let cli = Cli::with_users();
    let run = |format: &str| cli.run(&["conversations", "list", "--user-external-id", "steve", "-o", format]).ok();
    assert_eq!(["json", "yaml", "ndjson", "csv", "table"].map(run), ["[]", "[]", "", "", ""]);
}

#[test]
fn notices_are_on_stderr() {
    let (cli, conversation) = cli();
    let run = cli.run(&["messages", "list", &conversation, "--limit", "2", "--verbose", "-o", "json"]);
    assert_eq!(serde_json::from_str::<Vec<Value>>(&run.stdout).unwrap().len(), 2);
    assert!(run.stderr.contains("Continue") && run.stderr.contains("GET"), "{run:?}");
}

#[test]
fn a_closed_pipe_ends_a_listing_without_an_error() {
    let (cli, conversation) = cli();
    // Far more output than a pipe holds.
    let filter = "range(2000) as $i | .";
    let mut command = cli.command(&["messages", "list", &conversation, "--all", "--jq", filter]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut start = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut start).unwrap();
    let run = Run::from(child.wait_with_output().unwrap());
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
}

#[test]
fn json_errors_are_one_line() {
    let (cli, _) = cli();
    let run = cli.run(&["users", "get", "missing", "--json-errors"]);
    assert_eq!(run.stderr.lines().count(), 1, "{run:?}");
}

#[test]
fn a_full_stderr_does_not_fail_a_command() {
    let (cli, conversation) = cli();
    let full = || std::fs::OpenOptions::new().write(true).open("/dev/full");
    if full().is_err() {
        eprintln!("skipped: there is no /dev/full");
        return;
    }
    let status = |arguments: &[&str]| {
        let mut command = cli.command(arguments);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(full().unwrap());
        command.status().unwrap().code()
    };
    assert_eq!(status(&["users", "get", "steve", "--verbose"]), Some(0));
    assert_eq!(status(&["users", "get", "missing"]), Some(3));
    assert_eq!(status(&["messages", "list", &conversation, "--limit", "2"]), Some(0));
    assert_eq!(status(&["users", "get", "missing", "--json-errors"]), Some(3));
}

/// A full disk is an error, no matter which part of the program writes.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_reported() {
    let (cli, conversation) = cli();
    for arguments in [
        &["--help"][..],
        &["--version"],
        &["users", "create", "--help"],
        &["users", "create", "--body-template"],
        &["users", "get", "steve"],
        &["users", "get", "steve", "-q"],
        &["users", "get", "steve", "--jq", ".id"],
        &["users", "delete", "steve", "--dry-run"],
        &["messages", "list", &conversation, "--all", "-o", "table"],
        &["api", "GET", "/v2/apps/{app}"],
        &["apply", "--init"],
        &["completions", "bash"],
        &["jwt", "user", "steve"],
    ] {
        let full = || std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = cli.command(arguments).stdout(full()).output().unwrap();
        let message = String::from_utf8(output.stderr).unwrap();
        assert_eq!(
            (output.status.code(), message.contains("No space left")),
            (Some(1), true),
            "{arguments:?}: {message}"
        );
        // Without stderr, only the status reports it.
        let status = cli.command(arguments).stdout(full()).stderr(full()).stdin(Stdio::null()).status().unwrap();
        assert_eq!(status.code(), Some(1), "{arguments:?}");
    }
    let status =
        cli.command(&["users", "delete", "steve"]).stderr(Stdio::null()).stdin(Stdio::null()).status().unwrap();
    assert_eq!(status.code(), Some(2));
}

#[test]
fn previews_and_errors_never_have_secrets() {
    let (cli, _) = cli();
    let shows = |arguments: &[&str], known: &str| {
        let run = cli.run(arguments);
        let text = format!("{}{}", run.stdout, run.stderr);
        assert!(!text.contains("hush") && text.contains(known), "{run:?}");
    };
    shows(&["listen", "--public-url", "https://u:hush@tunnel.example/", "--dry-run"], "tunnel.example");
    let (token, body) = (cli.file("token", "hush"), cli.file("body", r#"{"token": "hush"}"#));
    let set = format!("token=@{token}");
    shows(&["trigger", "conversation:message", "--user", "steve", "--text", "x", "--set", &set, "--dry-run"], "***");
    shows(&["api", "GET", "/v2/apps?page[size]=2", "--query", &set, "--dry-run"], "?page%5Bsize%5D=2&token=***");
    shows(&["api", "POST", "/v2/x", "-d", &format!("@{body}"), "--dry-run"], "***");
    shows(&["api", "GET", "https://u:hush@other.example/v2", "-v"], "PATH: must start with `/`");
    cli.run(&["users", "get", "steve", "--fields", ""]).fails(2, "--fields");
    cli.run(&["-p", "a\nb", "login", "--base-url", "https://x.example", "--key-id", "k"])
        .fails(2, "control characters");
}

#[test]
fn unknown_fields_are_reported() {
    let (cli, conversation) = cli();
    for format in ["ndjson", "json", "csv", "table", "yaml"] {
        let fields = ["--fields", "content.text,content.txt,id", "-o", format];
        let run = cli.run(&[&["messages", "list", &conversation, "--all"][..], &fields].concat());
        assert!(run.stderr.starts_with("warning: --fields content.txt: not in the output; fields: author."), "{run:?}");
        run.ok();
    }
    // A field that only some items have isn't unknown.
    cli.run(&["messages", "post", &conversation, "--text", "x", "--set", "metadata.a=b"]).ok();
    let run = cli.run(&["messages", "list", &conversation, "--all", "--fields", "metadata.a"]);
    assert_eq!(run.stderr, "");
}
