//! The configuration of an app as a file.

mod common;

use common::{Cli, Run};
use serde_json::{Value, json};
use sunshine_conversations_sandbox::Fault;

const FILE: &str = "
app:
  displayName: Bakery
  metadata: {city: Lisbon}
  settings: {echoPostback: true}
integrations:
  web: {type: web, brandColor: 00ff00}
  bot:
    type: custom
    webhooks:
      main: {target: 'https://bot.example/hook', triggers: [conversation:message], includeFullUser: true}
  page: {type: messenger, appId: '123', appSecret: {env: PAGE_SECRET}, pageAccessToken: {env: PAGE_TOKEN}}
switchboard:
  enabled: true
  default: first
  integrations:
    first: {integration: bot, deliverStandbyEvents: true, next: desk}
    desk: {integrationType: 'zd:agentWorkspace', deliverStandbyEvents: false, next: first}
";

fn apply(cli: &Cli, content: &str, more: &[&str]) -> Run {
    let file = cli.file("app.yaml", content);
    let mut command = cli.command(&[&["apply", "-f", &file], more].concat());
    command.env("PAGE_SECRET", "hush-secret").env("PAGE_TOKEN", "hush-token");
    let run = Run::of(command);
    assert!(!run.stdout.contains("hush") && !run.stderr.contains("hush"), "{run:?}");
    run
}

fn changes(cli: &Cli) -> usize {
    cli.sandbox.journal().iter().filter(|entry| entry.method != "GET").count()
}

#[test]
fn an_app_becomes_as_in_the_file_and_stays() {
    let cli = Cli::new();
    let plan = apply(&cli, FILE, &["--plan"]);
    assert_eq!((plan.status, changes(&cli)), (2, 0), "{plan:?}");
    for line in [
        "~ app",
        "    settings: {\"echoPostback\":false} -> {\"echoPostback\":true}",
        "+ integration bot",
        "+ switchboard",
        "    appSecret: ***",
        "    integrationId: (integration bot)",
    ] {
        assert!(plan.stdout.lines().any(|known| known == line), "{line:?} isn't in {}", plan.stdout);
    }
    apply(&cli, FILE, &["-y"]).ok();

    let app = cli.run(&["apps", "get"]).json();
    assert_eq!(
        (&app["displayName"], &app["settings"]["echoPostback"], &app["metadata"]["city"]),
        (&json!("Bakery"), &json!(true), &json!("Lisbon"))
    );
    let bot = cli.run(&["integrations", "list", "--jq", "select(.displayName == \"bot\").id"]).ok();
    let targets = cli.run(&["webhooks", "list", &bot, "--jq", ".target"]).ok();
    assert_eq!(targets, "https://bot.example/hook");
    let switchboard = cli.run(&["switchboards", "list"]).json();
    let board = switchboard["id"].as_str().unwrap();
    let parts = cli.run(&["switchboard-integrations", "list", board, "-o", "json"]).json();
    let part = |name: &str| parts.as_array().unwrap().iter().find(|part| part["name"] == name).unwrap().clone();
    assert_eq!(part("first")["integrationId"], json!(bot));
    assert_eq!(
        (&part("first")["nextSwitchboardIntegrationId"], &part("desk")["nextSwitchboardIntegrationId"]),
        (&part("desk")["id"], &part("first")["id"])
    );
    assert_eq!(
        (&switchboard["enabled"], &switchboard["defaultSwitchboardIntegrationId"]),
        (&json!(true), &part("first")["id"])
    );

    cli.sandbox.clear_journal();
    assert_eq!(apply(&cli, FILE, &["--plan"]).ok(), "");
    assert_eq!(apply(&cli, FILE, &["-y"]).ok(), "");
    assert_eq!(changes(&cli), 0);
}

#[test]
fn further_webhooks_are_created_after_the_first() {
    let cli = Cli::new();
    let webhook =
        |name: &str| format!("      {name}: {{target: 'https://{name}.example/', triggers: [conversation:message]}}\n");
    let file = format!(
        "integrations:\n  bot:\n    type: custom\n    webhooks:\n{}{}{}",
        webhook("a"),
        webhook("b"),
        webhook("c")
    );
    cli.sandbox.fault(Fault::status(500).on("CreateWebhook").times(10)).unwrap();
    assert_eq!(apply(&cli, &file, &["-y"]).status, 1);
    cli.sandbox.clear_faults();
    assert_eq!(apply(&cli, &file, &["--plan"]).stdout.lines().filter(|line| line.starts_with('+')).count(), 2);
    apply(&cli, &file, &["-y"]).ok();
    assert_eq!(apply(&cli, &file, &["--plan"]).ok(), "");
    let bot = cli.run(&["integrations", "list", "-q"]).ok();
    assert_eq!(cli.run(&["webhooks", "list", &bot]).ok().lines().count(), 3);
    apply(&Cli::new(), "integrations: {bot: {type: custom}}", &["--plan"])
        .fails(2, "a new integration requires webhooks");
}

#[test]
fn only_different_fields_are_changed() {
    let cli = Cli::new();
    apply(&cli, FILE, &["-y"]).ok();
    let changed = FILE.replace("00ff00", "ff0000").replace("includeFullUser: true", "includeFullUser: false");
    let plan = apply(&cli, &changed, &["--plan"]).stdout;
    assert_eq!(
        plan,
        "~ webhook bot.main\n    includeFullUser: true -> false\n~ integration web\n    brandColor: \"00ff00\" -> \"ff0000\"\n"
    );
    let json = apply(&cli, &changed, &["--plan", "-o", "ndjson"]).stdout;
    let first: Value = serde_json::from_str(json.lines().next().unwrap()).unwrap();
    assert_eq!(first["action"], "update");
    cli.sandbox.clear_journal();
    apply(&cli, &changed, &["-y"]).ok();
    assert_eq!(changes(&cli), 2);
    assert_eq!(apply(&cli, &changed, &["--plan"]).ok(), "");
    // Secrets of existing objects are sent only on request, and only if the API can change them.
    let more = "  line: {type: line, channelId: '1', channelSecret: {env: PAGE_SECRET}}\n  telegram: {type: telegram, token: \
                {env: PAGE_TOKEN}}\nswitchboard:";
    let changed = changed.replace("switchboard:", more);
    apply(&cli, &changed, &["-y"]).ok();
    let plan = apply(&cli, &changed, &["--secrets", "--plan"]);
    for name in ["line.channelSecret", "page.appSecret", "telegram.token"] {
        let note = format!("note: integrations.{name} can only be set when the integration is created\n");
        assert!(plan.stderr.contains(&note), "{plan:?}");
    }
    assert_eq!(plan.stdout, "~ integration page\n    pageAccessToken: (not returned) -> ***\n");
    apply(&cli, &changed, &["--secrets", "-y"]).ok();
}

#[test]
fn other_objects_stay_unless_pruned() {
    let cli = Cli::new();
    apply(&cli, FILE, &["-y"]).ok();
    cli.run(&["integrations", "create", "-d", r#"{"type": "web", "displayName": "old"}"#]).ok();
    let smaller = "integrations:\n  web: {type: web}\n  bot: {type: custom, webhooks: {}}\n";
    assert_eq!(apply(&cli, smaller, &["--plan"]).ok(), "");
    let plan = apply(&cli, smaller, &["--plan", "--prune"]).stdout;
    assert!(plan.contains("- integration web old\n") && plan.contains("- integration messenger page\n"), "{plan}");
    assert!(plan.contains("- webhook ") && !plan.contains("switchboard"), "{plan}");
    apply(&cli, smaller, &["--prune"]).fails_after_plan(2, "--yes");
    apply(&cli, smaller, &["--prune", "-y"]).ok();
    assert_eq!(cli.run(&["integrations", "list", "--jq", ".displayName"]).ok().lines().count(), 2);
}

#[test]
fn mistakes_name_the_place_and_nothing_is_sent() {
    let cli = Cli::new();
    let fails = |content: &str, message: &str| apply(&cli, content, &["-y"]).fails(2, message);
    fails("integratons: {}", "unknown field `integratons`");
    fails("integrations:\n  web: {type: web, brandColour: x}", "integrations.web.brandColour: unknown field");
    fails("integrations:\n  x: {type: fax}", "integrations.x.type: `fax` must be one of");
    fails(
        "integrations:\n  b: {type: custom, webhooks: {m: {target: 'https://a.example'}}}",
        "integrations.b.webhooks.m.triggers: is required",
    );
    fails("switchboard: {default: a}", "switchboard.default: `a` isn't in switchboard.integrations");
    fails(
        "switchboard: {integrations: {a: {integration: bot, next: b}}}",
        "switchboard.integrations.a.next: `b` isn't in",
    );
    fails(
        "switchboard: {integrations: {a: {integration: bot}}}",
        "switchboard.integrations.a.integration: `bot` isn't in integrations",
    );
    fails(
        "integrations:\n  x: {type: messenger, appSecret: {env: MISSING_1}}",
        "the environment variable `MISSING_1` isn't set",
    );
    fails("app: [", "app.yaml: ");
    fails("app: {displayName: 5}", "app.displayName: must be text, not a number");
    assert!(cli.sandbox.journal().is_empty());
    cli.run(&["apply", "-f", "missing.yaml"]).fails(2, "can't read missing.yaml");
    apply(&cli, FILE, &[]).fails_after_plan(2, "use --yes to confirm");
    assert_eq!(changes(&cli), 0);
}

#[test]
fn a_failure_in_the_middle_is_completed_by_the_next_run() {
    let cli = Cli::new();
    cli.sandbox.fault(Fault::status(500).on("CreateSwitchboardIntegration").times(10)).unwrap();
    let run = apply(&cli, FILE, &["-y", "--json-errors"]);
    assert!(run.status == 1 && run.stderr.contains("changes were made. Run the command again"), "{run:?}");
    assert!(run.stderr.contains("switchboard integration desk failed.\n"), "{run:?}");
    let error: Value = serde_json::from_str(run.stderr.lines().last().unwrap()).unwrap();
    assert_eq!((&error["operation"], &error["status"]), (&json!("CreateSwitchboardIntegration"), &json!(500)));
    cli.sandbox.clear_faults();
    apply(&cli, FILE, &["-y"]).ok();
    assert_eq!(apply(&cli, FILE, &["--plan"]).ok(), "");
    assert_eq!(cli.run(&["integrations", "list", "-q"]).ok().lines().count(), 3);
}

#[test]
fn the_file_of_an_app_changes_nothing() {
    let cli = Cli::new();
    apply(&cli, FILE, &["-y"]).ok();
    cli.run(&["integrations", "create", "-d", r#"{"type": "web"}"#]).ok();
    let file = cli.run(&["apply", "--init"]).ok();
    assert!(!file.contains("hush"), "{file}");
    assert_eq!(apply(&cli, &file, &["--plan"]).ok(), "", "{file}");
    let other = Cli::new();
    apply(&other, &file, &["--plan"]).fails(2, "integrations.page: a new integration requires ");
    // The file configures another app in the same way.
    let portable: String =
        file.lines().filter(|line| !line.trim_start().starts_with("id:")).map(|line| format!("{line}\n")).collect();
    let with_secrets =
        portable.replace("type: messenger\n", "type: messenger\n    appSecret: x\n    pageAccessToken: y\n");
    apply(&other, &with_secrets, &["-y"]).ok();
    let again = other.run(&["apply", "--init"]).ok();
    let parts = |file: &str| -> Value {
        let mut file: Value = yaml_serde::from_str(file).unwrap();
        file["integrations"].as_object_mut().unwrap().retain(|_, it| it.get("id").is_none());
        file["switchboard"].take()
    };
    assert_eq!(parts(&again), parts(&file));
}

#[test]
fn a_dry_run_prints_the_requests() {
    let cli = Cli::new();
    let curl = apply(&cli, FILE, &["--dry-run"]).ok();
    assert!(
        curl.contains(r#""integrationId":"ID-of-integration-bot""#) && curl.contains("\"appSecret\":\"***\""),
        "{curl}"
    );
    assert_eq!(changes(&cli), 0);
}

#[test]
fn a_default_responder_is_a_key_of_the_file() {
    let cli = Cli::new();
    let file = FILE.replace("type: web,", "type: web, defaultResponder: desk,");
    let plan = apply(&cli, &file, &["--plan"]).stdout;
    assert!(plan.contains("~ integration web\n    defaultResponder: null -> \"desk\"\n"), "{plan}");
    apply(&cli, &file, &["-y"]).ok();
    assert_eq!(apply(&cli, &file, &["--plan"]).ok(), "");
    let web = cli.run(&["integrations", "list", "--jq", "select(.type == \"web\").defaultResponder.name"]).ok();
    assert_eq!(web, "desk");
    // It is in the file of the app, and can be removed.
    let own = cli.run(&["apply", "--init"]).ok();
    assert!(own.contains("defaultResponder: desk"), "{own}");
    assert_eq!(apply(&cli, &own, &["--plan"]).ok(), "");
    let none = file.replace("defaultResponder: desk", "defaultResponder: null");
    assert_eq!(apply(&cli, FILE, &["--plan"]).ok(), "");
    let plan = apply(&cli, &none, &["--plan"]).stdout;
    assert_eq!(plan, "~ integration web\n    defaultResponder: \"desk\" -> null\n");
    apply(&cli, &none, &["-y"]).ok();
    assert_eq!(apply(&cli, &none, &["--plan"]).ok(), "");
    assert!(!cli.run(&["apply", "--init"]).ok().contains("defaultResponder"));

    let fails = |content: &str, message: &str| apply(&cli, content, &["-y"]).fails(2, message);
    fails(
        &FILE.replace("type: web,", "type: web, defaultResponderId: x,"),
        "integrations.web.defaultResponderId: use `defaultResponder` with a key of switchboard.integrations",
    );
    fails(
        &file.replace("defaultResponder: desk", "defaultResponder: x"),
        "integrations.web.defaultResponder: `x` isn't in",
    );
    fails(
        &FILE.replace("type: custom", "type: custom\n    defaultResponder: desk"),
        "integrations.bot.defaultResponder: unknown",
    );
}

#[test]
fn differences_that_nothing_removes_are_errors() {
    let cli = Cli::new();
    let file = FILE.replace("echoPostback: true", "multiConvoEnabled: true");
    let plan = apply(&cli, &file, &["--plan"]).stdout;
    assert!(plan.contains("    (multiConvoEnabled can't be disabled again)\n"), "{plan}");
    apply(&cli, &file, &["-y"]).ok();
    assert_eq!(apply(&cli, &file, &["--plan"]).ok(), "");
    cli.sandbox.clear_journal();
    let fails = |content: &str, message: &str| apply(&cli, content, &["-y"]).fails(2, message);
    fails(
        &file.replace("multiConvoEnabled: true", "multiConvoEnabled: false"),
        "app.settings.multiConvoEnabled: can't be disabled once it is enabled",
    );
    fails(
        &file.replace("appId: '123'", "appId: '456'"),
        "integrations.page.appId: can't be changed from \"123\" to \"456\": delete the integration, or change its displayName",
    );
    let bot = cli.run(&["integrations", "list", "--jq", "select(.displayName == \"bot\").id"]).ok();
    let with_id = |kind: &str| format!("integrations:\n  x: {{type: {kind}, id: {bot}}}\n");
    fails(&with_id("web"), "integrations.x.type: can't be changed; it is custom in the app");
    fails(&with_id("custom").replace(&bot, "nope"), "integrations.x.id: unknown integration");
    fails(&file.replace("main: {", "main: {id: nope, "), "integrations.bot.webhooks.main.id: unknown webhook");
    fails(
        &file.replace("first: {", "first: {id: nope, "),
        "switchboard.integrations.first.id: unknown switchboard integration",
    );
    fails(
        &file.replace("main: {", "main: {secret: hush, "),
        "integrations.bot.webhooks.main.secret: can't be set: the API chooses it",
    );
    assert_eq!(changes(&cli), 0);
    // The order of triggers doesn't matter.
    let triggers = |list: &str| file.replace("[conversation:message]", list);
    apply(&cli, &triggers("[conversation:message, conversation:read]"), &["-y"]).ok();
    assert_eq!(apply(&cli, &triggers("[conversation:read, conversation:message]"), &["--plan"]).ok(), "");
}

#[test]
fn pruned_switchboard_integrations_are_unlinked_first() {
    let cli = Cli::new();
    let board = |default: &str, parts: &str| {
        format!(
            "integrations:\n  bot: {{type: custom, webhooks: {{m: {{target: 'https://a.example', triggers: ['*']}}}}}}\n\
             switchboard:\n{default}  integrations:\n{parts}"
        )
        .replace("'*'", "conversation:message")
    };
    let part =
        |name: &str, next: &str| format!("    {name}: {{integration: bot, deliverStandbyEvents: false{next}}}\n");
    // A circle of three, which a fourth leads to.
    let parts = [part("a", ", next: b"), part("b", ", next: c"), part("c", ", next: a"), part("keep", ", next: a")];
    apply(&cli, &board("  default: a\n", &parts.concat()), &["-y"]).ok();
    let smaller = part("keep", "");
    apply(&cli, &board("", &smaller), &["--plan", "--prune"])
        .fails(2, "switchboard.default: is required, because the default is a, which is deleted");
    let smaller = board("  default: keep\n", &smaller);
    let plan = apply(&cli, &smaller, &["--plan", "--prune"]).stdout;
    assert!(
        plan.contains("~ switchboard integration keep\n    nextSwitchboardIntegrationId: \"a\" -> null\n"),
        "{plan}"
    );
    apply(&cli, &smaller, &["--prune", "-y"]).ok();
    assert_eq!(apply(&cli, &smaller, &["--prune", "--plan"]).ok(), "");
    let id = cli.run(&["switchboards", "list", "-q"]).ok();
    assert_eq!(cli.run(&["switchboard-integrations", "list", &id, "--jq", ".name"]).ok(), "keep");

    let plan = apply(&cli, "integrations: {}", &["--plan", "--prune"]).stdout;
    assert_eq!(plan, "- integration custom bot\n    (its clients and webhooks are deleted, too)\n");
}

#[cfg(unix)]
#[test]
fn ctrl_c_stops_between_two_changes() {
    use std::process::{Command, Stdio};
    use std::time::Duration;
    let cli = Cli::new();
    let file = cli.file("app.yaml", FILE);
    let arguments = ["apply", "-f", &file, "--yes"];
    let variables = [("PAGE_SECRET", "hush-secret"), ("PAGE_TOKEN", "hush-token")];
    cli.sandbox.fault(Fault::delay(Duration::from_millis(500)).on("CreateIntegration")).unwrap();
    let mut command = cli.command(&arguments);
    let child = command.envs(variables).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let child = child.unwrap();
    while cli.requests("UpdateApp") == 0 {
        std::thread::sleep(Duration::from_millis(5));
    }
    Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    let run = Run::from(child.wait_with_output().unwrap());
    let message = "of 10 changes were made; to resume: sunco apply -f ";
    assert!(run.status == 130 && run.stderr.contains(message), "{run:?}");
    let mut command = cli.command(&arguments);
    command.envs(variables);
    Run::of(command).ok();
    assert_eq!(apply(&cli, FILE, &["--plan"]).ok(), "");
}

#[test]
fn a_file_of_another_form_is_explained() {
    let cli = Cli::new();
    let fails = |content: &str, message: &str| {
        let run = cli.run_with(&["apply", "-f", "-", "--plan"], content);
        run.fails(2, &format!("stdin: {message}"));
    };
    fails("[]", "invalid type: sequence, expected an object with `app`, `integrations` or `switchboard`");
    fails("switchboard: [a]", "switchboard: invalid type: sequence, expected an object with `enabled`");
    fails("integrations: {a: 5}", "integrations.a: invalid type: integer `5`, expected an object");
}

#[test]
fn names_do_not_control_the_terminal() {
    let cli = Cli::new();
    let name = "A\u{1b}[31m\u{202e}";
    cli.run(&["integrations", "create", "--type", "web", "--display-name", name]).ok();
    let plan = apply(&cli, "integrations: {}", &["--prune", "--plan"]).stdout;
    assert!(plan.starts_with("- integration web A\\u{1b}[31m\\u{202e}\n"), "{plan}");
    let file = cli.file("users.csv", &format!("externalId,profile.email\n{name},nowhere\n"));
    let run = cli.run(&["import", &file]);
    assert!(run.stderr.contains("user A\\u{1b}[31m\\u{202e}: POST") && !run.stderr.contains('\u{1b}'), "{run:?}");
    let run = cli.run(&["users", "delete", name]);
    assert!(run.status == 2 && !run.stderr.contains(['\u{1b}', '\u{202e}']), "{run:?}");
    // JSON has its own escapes.
    let run = cli.run(&["users", "delete", name, "--json-errors"]);
    let error: Value = serde_json::from_str(&run.stderr).unwrap();
    assert!(error["error"].as_str().unwrap().contains(name), "{error}");
}

#[test]
fn webhooks_with_one_target_have_their_ids_in_the_file() {
    let cli = Cli::new();
    apply(&cli, FILE, &["-y"]).ok();
    let bot = cli.run(&["integrations", "list", "--jq", "select(.displayName == \"bot\").id"]).ok();
    let webhook = ["webhooks", "create", &bot, "--target", "https://bot.example/hook", "--triggers", "user:merge"];
    cli.run(&webhook).ok();
    let file = cli.run(&["apply", "--init"]).ok();
    assert_eq!(apply(&cli, &file, &["--plan"]).ok(), "", "{file}");
}

/// Otherwise, each run would change the object twice.
#[test]
fn two_entries_are_two_objects() {
    let cli = Cli::new();
    let fails = |content: &str, message: &str| apply(&cli, content, &["--plan"]).fails(2, message);
    fails("integrations: {a: {type: web}, a: {type: ios}}", "integrations: the key `a` occurs twice");
    let same = "integrations: {a: {type: web, displayName: X}, b: {type: web, displayName: X}}";
    fails(same, "integrations.b: has the type and displayName of integrations.a");
    fails(
        "integrations: {a: {id: x, type: web}, b: {id: x, type: web}}",
        "integrations.b: has the id of integrations.a",
    );
    let webhook = "{target: 'https://x.example/?token=hush', triggers: [conversation:message]}";
    let same = format!("integrations: {{a: {{type: custom, webhooks: {{c: {webhook}, d: {webhook}}}}}}}");
    fails(&same, "integrations.a.webhooks.d: has the target of integrations.a.webhooks.c");
    let part = "{name: n, integrationType: 'zd:agentWorkspace'}";
    let same = format!("switchboard: {{integrations: {{a: {part}, b: {part}}}}}");
    fails(&same, "switchboard.integrations.b: has the name of switchboard.integrations.a");
    // Different types may have the same name.
    let other =
        "integrations: {a: {type: web, displayName: X}, b: {type: ios, displayName: X, certificate: c, password: p}}";
    assert_eq!(apply(&cli, other, &["--plan"]).status, 2);
}
