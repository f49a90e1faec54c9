//! The commands of operations, against a sandbox.

mod common;

use std::collections::BTreeSet;

use common::{Cli, Run};
use serde_json::{Value, json};

#[test]
fn a_user_is_created_read_updated_and_deleted() {
    let cli = Cli::new();
    let created = cli
        .run(&["users", "create", "--external-id", "ada", "--profile-given-name", "Ada", "--set", "metadata.level=3"])
        .json();
    assert_eq!((&created["externalId"], &created["metadata"]), (&json!("ada"), &json!({"level": 3})));
    let read = cli.run(&["users", "get", "ada"]).json();
    assert_eq!(read["id"], created["id"]);
    let updated =
        cli.run(&["users", "update", "ada", "--profile-surname", "Lovelace", "--clear", "profile.givenName"]).json();
    assert_eq!(updated["profile"]["surname"], "Lovelace");
    assert!(updated["profile"].get("givenName").is_none_or(Value::is_null), "{updated}");
    assert_eq!(cli.run(&["users", "delete", "ada", "--yes"]).ok(), "");
    cli.run(&["users", "get", "ada"]).fails(3, "404");
}

#[test]
fn a_message_is_a_text_of_the_business_by_default() {
    let cli = Cli::with_users();
    let conversation = conversation(&cli, "steve");
    cli.run(&["messages", "post", &conversation, "--text", "It's \"ready\" 🥖"]).ok();
    let message = &cli.run(&["messages", "list", &conversation, "-o", "json"]).json()[0];
    assert_eq!(message["author"]["type"], "business");
    assert_eq!(message["content"]["text"], "It's \"ready\" 🥖");
    // An author that is given stays.
    let set = ["--set", "author.type=user", "--set", "author.userExternalId=steve"];
    cli.run(&[&["messages", "post", &conversation, "--text", "Thanks"][..], &set[..]].concat()).ok();
    let authors = cli.run(&["messages", "list", &conversation, "--jq", ".author.type"]).ok();
    assert_eq!(authors, "business\nuser");
}

fn conversation(cli: &Cli, user: &str) -> String {
    let participant = format!("participants=[{{\"userExternalId\": \"{user}\"}}]");
    cli.run(&["conversations", "create", "--type", "personal", "--set", &participant, "-q"]).ok()
}

#[test]
fn bodies_are_read_from_files_stdin_and_options_together() {
    let cli = Cli::new();
    let file = cli.file("user.json", r#"{"externalId": "a", "profile": {"givenName": "A", "email": "a@example.com"}}"#);
    let data = format!("@{file}");
    let body = |arguments: &[&str], input: &str| {
        let user = Run::with_input(cli.command(arguments), input).json();
        cli.run(&["users", "delete", user["externalId"].as_str().unwrap(), "-y"]).ok();
        user
    };
    assert_eq!(body(&["users", "create", "-d", &data], "")["profile"]["email"], "a@example.com");
    let mixed = body(&["users", "create", "-d", &data, "--external-id", "b", "--set", "profile.givenName=B"], "");
    assert_eq!(
        (&mixed["externalId"], &mixed["profile"]),
        (&json!("b"), &json!({"givenName": "B", "email": "a@example.com"}))
    );
    let yaml = "externalId: c\nmetadata:\n  lang: fr\n";
    assert_eq!(body(&["users", "create", "-d", "@-"], yaml)["metadata"], json!({"lang": "fr"}));
    let inline = body(&["users", "create", "-d", r#"{"externalId": "d"}"#, "--set", r"metadata.a\.b=x=y"], "");
    assert_eq!(inline["metadata"], json!({"a.b": "x=y"}));
}

#[test]
fn mistakes_name_the_field_and_nothing_is_sent() {
    let cli = Cli::new();
    let fails = |arguments: &[&str], message: &str| cli.run(arguments).fails(2, message);
    fails(
        &["users", "create", "--set", "profile.firstName=A"],
        "profile.firstName: unknown field of Profile; known: givenName",
    );
    fails(&["users", "create", "-d", r#"{"externalId": 5}"#], "externalId: must be text, not a number");
    fails(&["users", "create", "-d", "{"], "--data: neither JSON nor a YAML object");
    fails(&["users", "create", "-d", "@missing.json"], "can't read missing.json");
    fails(&["users", "create", "--set", "profile"], "expected PATH=VALUE");
    fails(&["messages", "post", "c", "--set", "content.type=banana"], "content.type: `banana` must be one of");
    fails(&["messages", "post", "c"], "content: is required; see --body-template");
    fails(&["conversations", "create", "--type", "nope"], "[possible values: personal, sdkGroup]");
    fails(
        &["users", "update", "steve", "--clear", "toBeRetained"],
        "--clear toBeRetained: the API doesn't accept null for it",
    );
    fails(&["users", "get", ".."], "USER: `..` isn't an ID");
    fails(&["users", "get"], "<USER>");
    fails(&["users", "create", "--to-be-retained=maybe"], "[possible values: true, false]");
    assert!(cli.sandbox.journal().is_empty(), "{:?}", cli.sandbox.journal());
    // The API has the last word on values that the document doesn't know.
    let conversation = cli.run(&["conversations", "create", "-d", r#"{"type": "future"}"#, "--no-check"]);
    conversation.fails(1, "400");
}

#[test]
fn secrets_are_not_taken_from_the_command_line() {
    let cli = Cli::new();
    let secret = cli.file("token", "hush-hush\n");
    let create = ["integrations", "create", "--set", "type=messenger", "--set", "appId=1"];
    let with =
        |value: &str| [&create[..], &["--set", value]].concat().into_iter().map(str::to_owned).collect::<Vec<_>>();
    let arguments = with("appSecret=hush-hush");
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    cli.run(&arguments).fails(2, "--set appSecret: is a secret");
    let data = r#"{"type": "messenger", "appId": "1", "appSecret": "hush-hush"}"#;
    for arguments in [
        &["integrations", "create", "-d", data][..],
        &["integrations", "create", "--no-check", "--set", r#"x={"appSecret": "hush-hush"}"#],
        &["api", "POST", "/v2/x", "-d", data],
        &["api", "GET", "/v2/x", "--header", "Authorization: Bearer hush-hush"],
        &["api", "GET", "/v2/x", "--query", "access_token=hush-hush"],
        &["api", "GET", "/v2/x?token=hush-hush"],
        &["trigger", "addClient", "--set", "token=hush-hush"],
    ] {
        let run = cli.run(arguments);
        assert!(!run.stderr.contains("hush"), "{run:?}");
        run.fails(2, "a secret");
    }
    assert!(cli.sandbox.journal().is_empty());
    let (file, query) = (format!("@{}", cli.file("body.json", data)), format!("token=@{secret}"));
    let curl = cli.run(&["api", "POST", "/v2/x", "-d", &file, "--query", &query, "--dry-run"]).ok();
    assert!(curl.contains("token=***") && curl.contains("\"appSecret\":\"***\"") && !curl.contains("hush"), "{curl}");
    let value = format!("appSecret=@{secret}");
    let arguments = [&create[..], &["--set", &value, "--set", "pageAccessToken=@-", "--dry-run"]].concat();
    let curl = cli.run_with(&arguments, "token-from-stdin").ok();
    assert!(curl.contains("\"appSecret\":\"***\"") && !curl.contains("hush") && !curl.contains("stdin"), "{curl}");
}

#[test]
fn templates_are_bodies_for_data() {
    let cli = Cli::new();
    let template = cli.run(&["users", "create", "--body-template"]).ok();
    assert!(template.contains("# externalId: \"\"") && template.contains("1 to 1024 characters"), "{template}");
    let filled = template.replace("# externalId: \"\"", "externalId: zoe");
    let file = cli.file("user.yaml", &filled);
    assert_eq!(cli.run(&["users", "create", "-d", &format!("@{file}")]).json()["externalId"], "zoe");
}

#[test]
fn listings_stop_at_the_limit_and_say_how_to_continue() {
    let cli = Cli::with_users();
    let ids: Vec<_> = (0..7).map(|_| conversation(&cli, "steve")).collect();
    let list =
        |more: &[&str]| cli.run(&[&["conversations", "list", "--user-external-id", "steve", "-q"], more].concat());
    assert_eq!(list(&["--all", "--page-size", "2"]).ok().lines().collect::<Vec<_>>().len(), 7);
    let first = list(&["--limit", "3"]);
    assert_eq!(first.stdout.lines().count(), 3, "{first:?}");
    let cursor = first.stderr.split("--cursor ").nth(1).unwrap().split([',', ' ']).next().unwrap().to_owned();
    let rest = list(&["--cursor", &cursor, "--all"]);
    assert_eq!(rest.stderr, "");
    let joined: BTreeSet<_> = first.stdout.lines().chain(rest.stdout.lines()).map(str::to_owned).collect();
    assert_eq!(joined, ids.into_iter().collect::<BTreeSet<_>>());
    list(&["--limit", "0"]).fails(2, "--limit");
    cli.run(&["conversations", "list"]).fails(1, "note: use --user-id or --user-external-id\n");
    list(&["--page-size", "1000"]).fails(2, "--page-size");
    list(&["--all", "--limit", "2"]).fails(2, "cannot be used with");
}

#[test]
fn messages_are_listed_back_to_the_first() {
    let cli = Cli::with_users();
    let conversation = conversation(&cli, "steve");
    for number in 1..=120 {
        let text = format!("m{number}");
        let app = cli.sandbox.app_id();
        let path = format!("/v2/apps/{app}/conversations/{conversation}/messages");
        let body = json!({"author": {"type": "business"}, "content": {"type": "text", "text": text}}).to_string();
        cli.run(&["api", "post", &path, "-d", &body]).ok();
    }
    let texts = cli.run(&["messages", "list", &conversation, "--all", "--jq", ".content.text"]).ok();
    let texts: BTreeSet<_> = texts.lines().collect();
    assert_eq!(texts.len(), 120);
    let latest = cli.run(&["messages", "list", &conversation, "--limit", "2", "--jq", ".content.text"]);
    assert!(latest.stderr.starts_with("The listing was cut within a page."), "{latest:?}");
    assert_eq!(latest.ok(), "m119\nm120");
    let first = cli.run(&["messages", "list", &conversation, "-q"]);
    assert!(first.stderr.contains("--cursor"), "{first:?}");
    let path = format!("/v2/apps/{{app}}/conversations/{conversation}/messages");
    let ids = cli.run(&["api", "GET", &path, "--paginate", "-q"]).ok();
    assert_eq!(ids.lines().collect::<BTreeSet<_>>().len(), 120);
}

#[test]
fn deletion_needs_a_confirmation() {
    let cli = Cli::with_users();
    cli.run(&["users", "delete", "steve"]).fails(2, "users delete steve: use --yes to confirm");
    cli.run(&["users", "delete-personal-information", "steve"]).fails(2, "--yes");
    cli.run(&["oauth", "revoke-access"]).fails(2, "--yes");
    assert_eq!(cli.run(&["users", "get", "steve"]).json()["externalId"], "steve");
    assert_eq!(cli.requests("DeleteUser"), 0);
}

#[test]
fn a_dry_run_is_a_curl_command_that_works() {
    let cli = Cli::with_users();
    let run = |arguments: &[&str]| {
        let line = cli.run(arguments).ok();
        assert!(!line.contains(cli.sandbox.key_secret()), "{line}");
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", &format!("{line} -sS --noproxy '*'")]).env("SUNCO_KEY_SECRET", cli.sandbox.key_secret());
        serde_json::from_str::<Value>(&Run::of(shell).ok()).unwrap_or_default()
    };
    if std::process::Command::new("curl").arg("--version").output().is_err() {
        eprintln!("skipped: curl isn't installed");
        return;
    }
    let user =
        run(&["users", "create", "--external-id", "o'neill", "--profile-given-name", "a \"b\" $HOME", "--dry-run"]);
    assert_eq!(user["user"]["profile"]["givenName"], "a \"b\" $HOME");
    assert_eq!(cli.run(&["users", "get", "o'neill"]).json()["id"], user["user"]["id"]);
    let id = conversation(&cli, "steve");
    let list = run(&["conversations", "list", "--user-external-id", "steve", "--page-size", "1", "--dry-run"]);
    assert_eq!(list["conversations"][0]["id"], json!(id));
    run(&["users", "delete", "steve", "--dry-run"]);
    cli.run(&["users", "get", "steve"]).fails(3, "404");
}

#[test]
fn a_dry_run_shows_the_page_that_is_requested() {
    let cli = Cli::with_users();
    let list = ["conversations", "list", "--user-external-id", "steve"];
    for (more, size) in [(&["--all"][..], "100"), (&["--limit", "3"], "3"), (&["--all", "--page-size", "7"], "7")] {
        let curl = cli.run(&[&list[..], more, &["--dry-run"]].concat()).ok();
        assert!(curl.contains(&format!("page%5Bsize%5D={size}'")), "{more:?}: {curl}");
        cli.sandbox.clear_journal();
        cli.run(&[&list[..], more].concat()).ok();
        let query = cli.sandbox.journal()[0].query.clone().unwrap();
        assert!(query.ends_with(&format!("={size}")), "{more:?}: {query}");
    }
    assert!(!cli.run(&[&list[..], &["--dry-run"]].concat()).ok().contains("size"));
}

#[test]
fn a_dry_run_masks_headers_with_secrets() {
    let cli = Cli::new();
    let header = format!("Authorization: @{}", cli.file("header", "Bearer hush-hush\n"));
    let headers = ["-H", &header, "-H", "X-Trace: t1"];
    let curl = cli.run(&[&["api", "GET", "/v2/apps", "--dry-run"], &headers[..]].concat()).ok();
    assert!(curl.ends_with("-H 'Authorization: ***' -H 'X-Trace: t1'"), "{curl}");
}

#[test]
fn the_app_is_an_id() {
    let cli = Cli::with_users();
    for app in ["", " ", ".", ".."] {
        cli.run(&["users", "delete", "steve", "--yes", "--app", app]).fails(2, &format!("--app: `{app}` isn't an ID"));
        cli.run(&["users", "get", "steve", "--dry-run", "--app", app]).fails(2, "isn't an ID");
    }
    assert!(cli.sandbox.journal().is_empty());
}

#[test]
fn numbers_of_a_body_are_sent_as_they_are() {
    let cli = Cli::new();
    let data = r#"{"externalId":"a","metadata":{"price":1.10,"big":123456789012345678901234567890}}"#;
    let file = cli.file("body.json", data);
    for arguments in [
        &["users", "create", "-d", data][..],
        &["users", "create", "-d", &format!("@{file}")],
        &["api", "POST", "/v2/apps/{app}/users", "-d", data],
    ] {
        let curl = cli.run(&[arguments, &["--dry-run"]].concat()).ok();
        assert!(curl.contains("1.10") && curl.contains("123456789012345678901234567890"), "{arguments:?}: {curl}");
    }
}

#[test]
fn stdin_is_one_value() {
    let cli = Cli::new();
    let arguments = ["users", "create", "-d", "@-", "--set", "externalId=@-"];
    cli.run_with(&arguments, "{}").fails(2, "stdin can be read only once");
    assert!(cli.sandbox.journal().is_empty());
}

#[test]
fn posted_messages_have_ids() {
    let cli = Cli::with_users();
    let conversation = conversation(&cli, "steve");
    let id = cli.run(&["messages", "post", &conversation, "--text", "Hi", "-q"]).ok();
    assert_eq!(cli.run(&["messages", "list", &conversation, "-q"]).ok(), id);
    let message = cli.run(&["messages", "post", &conversation, "--text", "Hi"]).json();
    assert_eq!(message["content"]["text"], "Hi");
    let table = cli.run(&["messages", "post", &conversation, "--text", "Hi", "-o", "table"]).ok();
    assert!(table.lines().any(|line| line.starts_with("content.text") && line.ends_with("Hi")), "{table}");
}

#[test]
fn a_dry_run_needs_no_account() {
    let cli = Cli::new();
    let run = Run::of(cli.bare(&["users", "get", "a b/c", "--dry-run"]));
    assert_eq!(
        run.stdout,
        "curl https://example.zendesk.com/sc/v2/apps/APP_ID/users/a%20b%2Fc -u KEY_ID:\"$SUNCO_KEY_SECRET\"\n"
    );
    assert!(run.stderr.contains("placeholders"));
}

#[test]
fn files_are_uploaded_from_a_path_or_stdin() {
    let cli = Cli::new();
    let path = cli.file("naïve \"photo\".txt", "hello");
    let attachment = cli.run(&["attachments", "upload", &path]).json();
    let url = attachment["attachment"]["mediaUrl"].as_str().or(attachment["mediaUrl"].as_str()).unwrap().to_owned();
    assert!(url.starts_with(cli.sandbox.base_url()), "{attachment}");
    cli.run_with(&["attachments", "upload", "-", "--access", "public"], "from stdin").ok();
    cli.run(&["attachments", "upload", "missing.txt"]).fails(2, "can't read missing.txt");
    let data = json!({"mediaUrl": url}).to_string();
    cli.run(&["attachments", "delete", "-d", &data, "-y"]).ok();
}

#[test]
fn exit_status_and_json_errors_show_the_kind() {
    let cli = Cli::with_users();
    let error = |run: Run| serde_json::from_str::<Value>(&run.stderr).unwrap_or_else(|e| panic!("{e}: {run:?}"));
    let missing = cli.run(&["users", "get", "missing", "--json-errors"]);
    assert_eq!(missing.status, 3);
    let object = error(missing);
    assert_eq!(
        (&object["operation"], &object["status"], &object["code"]),
        (&json!("GetUser"), &json!(404), &json!("not_found"))
    );
    assert_eq!(
        (&object["attempts"], &object["safeToRetry"], &object["exitStatus"]),
        (&json!(1), &json!(false), &json!(3))
    );

    let mut wrong = cli.command(&["users", "get", "steve", "--json-errors"]);
    wrong.env("SUNCO_KEY_SECRET", "wrong");
    let wrong = Run::of(wrong);
    assert_eq!((wrong.status, wrong.stderr.contains("wrong")), (4, false), "{wrong:?}");

    let usage = cli.run(&["users", "get", "--json-errors"]);
    assert_eq!(usage.status, 2);
    let object = error(usage);
    assert_eq!(object["exitStatus"], 2);
    assert_eq!(object["error"], "the following required arguments were not provided: <USER>");

    let fault = sunshine_conversations_sandbox::Fault::status(429).retry_after(3600);
    cli.sandbox.fault(fault.on("GetUser")).unwrap();
    let limited = cli.run(&["users", "get", "steve", "--json-errors"]);
    assert_eq!(limited.status, 5, "{limited:?}");
    assert_eq!(error(limited)["retryAfter"], json!(3600.0));
}

#[test]
fn any_request_can_be_sent() {
    let cli = Cli::with_users();
    for _ in 0..3 {
        conversation(&cli, "maria");
    }
    let path = "/v2/apps/{app}/conversations?filter[userExternalId]=maria&page[size]=1";
    assert_eq!(cli.run(&["api", "GET", path, "--paginate", "-q"]).ok().lines().count(), 3);
    let page = cli.run(&["api", "get", path]).json();
    assert_eq!((page["meta"]["hasMore"].clone(), page["conversations"].as_array().unwrap().len()), (json!(true), 1));
    cli.run(&["api", "GET", "/v2/nope"]).fails(3, "404");
    let head = cli.run(&["api", "HEAD", path]);
    assert_eq!((head.stdout.as_str(), head.stderr.as_str(), head.status), ("", "200, without a body\n", 0));
    cli.run(&["api", "HEAD", "/v2/nope"]).fails(3, "404");
    cli.run(&["api", "GET", "/v2/nope", "--json-errors"]).fails(3, r#""operation":null"#);
    let curl = cli.run(&["api", "HEAD", "/v2/apps/{app}", "--dry-run"]).ok();
    assert!(curl.starts_with("curl -I http"), "{curl}");
    cli.run(&["api", "GET", "no-slash"]).fails(2, "must start with `/`");
    cli.run(&["api", "DELETE", "/v2/apps/{app}/users/steve"]).fails(2, "--yes");
    let created = cli.run(&["api", "POST", "/v2/apps/{app}/users", "-d", "externalId: zoe"]).json();
    assert_eq!(created["user"]["externalId"], "zoe");
}

#[test]
fn every_operation_can_be_called() {
    // One command for each operation; the journal of the sandbox shows which operation was called.
    let cli = Cli::with_users();
    let app = cli.sandbox.app_id().to_owned();
    let mut called = BTreeSet::new();
    let help = cli.run(&["help"]).ok();
    for line in help.lines().skip_while(|line| !line.starts_with("Commands:")).skip(1) {
        let Some(group) =
            line.strip_prefix("  ").and_then(|line| line.split(' ').next()).filter(|name| !name.is_empty())
        else {
            continue;
        };
        if group == "api" {
            break;
        }
        let commands = cli.run(&[group, "--help"]).ok();
        for line in commands.lines().skip_while(|line| !line.starts_with("Commands:")).skip(1) {
            let verb = line.trim_start().split(' ').next().unwrap_or_default();
            if verb.is_empty() || verb == "help" || !line.starts_with("  ") || line.starts_with("   ") {
                break;
            }
            let help = cli.run(&[group, verb, "--help"]).ok();
            let usage = help.lines().find(|line| line.starts_with("Usage:")).unwrap();
            let values = usage.matches('<').count();
            let mut arguments = vec![group.to_owned(), verb.to_owned()];
            let options: Vec<_> =
                usage.split(" --").skip(1).map(|it| it.split(' ').next().unwrap().to_owned()).collect();
            arguments.extend((options.len()..values).map(|_| app.clone()));
            for option in options {
                arguments.extend([format!("--{option}"), "code".to_owned()]);
            }
            if help.contains("--data <JSON>") {
                // The SDK sends a token request itself, from its type.
                let body = if verb == "get-token" {
                    r#"{"code": "c", "grant_type": "authorization_code", "client_id": "a", "client_secret": "b"}"#
                } else {
                    "{}"
                };
                let body = format!("@{}", cli.file("body.json", body));
                arguments.extend(["-d".to_owned(), body, "--no-check".to_owned()]);
            }
            if usage.contains("<FILE>") {
                arguments.pop();
                arguments.push(cli.file("x.txt", "x"));
            }
            arguments.push("--yes".to_owned());
            let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
            cli.sandbox.clear_journal();
            let run = cli.run(&arguments);
            let journal = cli.sandbox.journal();
            let operation =
                journal.first().unwrap_or_else(|| panic!("{arguments:?} sent nothing: {run:?}")).operation.clone();
            let operation = operation.unwrap_or_else(|| panic!("{arguments:?}: {journal:?}"));
            let expected = operation.to_lowercase();
            assert!(expected.starts_with(verb.split('-').next().unwrap()), "{arguments:?} called {operation}");
            called.insert(operation);
        }
    }
    let all: BTreeSet<_> = sunshine_conversations::operations::OPERATIONS.iter().map(|it| it.name.to_owned()).collect();
    assert_eq!(called, all);
}

/// The object of a union is known from its tag, wherever that is set.
#[test]
fn bodies_that_are_unions_have_options() {
    let cli = Cli::with_users();
    let id = cli.run(&["integrations", "create", "--type", "web", "--display-name", "A", "-q"]).ok();
    let shown = ["--jq", "[.displayName, .brandColor]"];
    let update = ["integrations", "update", &id, "--display-name", "B", "--brand-color", "00ff00"];
    assert_eq!(cli.run(&[&update[..], &shown].concat()).ok(), r#"["B","00ff00"]"#);
    for tag in [&["--set", "type=web"][..], &["-d", r#"{"type": "web"}"#]] {
        let create =
            [&["integrations", "create", "--display-name", "C", "--brand-color", "0000ff"], tag, &shown].concat();
        assert_eq!(cli.run(&create).ok(), r#"["C","0000ff"]"#);
    }
    let create = ["integrations", "create", "--type", "web", "--production"];
    cli.run(&create).fails(2, "production: unknown field of WebIntegration; known: ");
    cli.run(&["integrations", "create", "--display-name", "A"]).fails(2, "type: is required; one of android, ");
    cli.run(&["integrations", "create", "--type", "wb"]).fails(2, "[possible values: android, ");

    let conversation = conversation(&cli, "steve");
    let url = "https://x.example/a.png";
    let post = |more: &[&str]| cli.run(&[&["messages", "post", &conversation, "--jq", ".content"], more].concat());
    let image = ["--content-type", "image", "--content-media-url", url, "--text", "It's \"ready\""];
    let content = post(&image).json();
    assert_eq!((&content["type"], &content["text"]), (&json!("image"), &json!("It's \"ready\"")));
    // Only a text has a field with the name of its type.
    for text in [&["--text", "a"][..], &["--set", "content.text=a"], &["-d", r#"{"content": {"text": "a"}}"#]] {
        assert_eq!(post(text).json(), json!({"type": "text", "text": "a"}));
    }
    post(&["--content-media-url", url]).fails(2, "content.type: is required");
    let client =
        ["clients", "create", "steve", "--match-criteria-type", "whatsapp", "--match-criteria-phone-number", "+1"];
    cli.run(&client).fails(2, "matchCriteria.integrationId: is required; ");
    // The short help has the options that most objects have.
    let lists = ["webhooks", "create", "x", "--target", "u", "--triggers", "a,b", "--triggers", "[\"c\"]", "--dry-run"];
    assert!(cli.run(&lists).ok().contains(r#""triggers":["a","b","c"]"#));
    let help = Run::of(cli.bare(&["integrations", "create", "-h"])).ok();
    assert!(help.contains("--display-name") && !help.contains("--production"), "{help}");
    let help = Run::of(cli.bare(&["messages", "post", "-h"])).ok();
    assert!(help.contains("--text <TEXT>") && !help.contains("--content-media-url"), "{help}");
}
