//! Profiles, credentials, tokens, and the secrets in none of the output.

mod common;

use common::{Cli, Run};
use serde_json::{Value, json};
use sunshine_conversations_sandbox::Fault;

fn login(cli: &Cli, more: &[&str]) -> Run {
    let (url, id) = (cli.sandbox.base_url().to_owned(), cli.sandbox.account_key_id().to_owned());
    let arguments = [&["login", "--base-url", &url, "--key-id", &id, "--secret-stdin"], more].concat();
    Run::with_input(cli.bare(&arguments), &format!("{}\n", cli.sandbox.account_key_secret()))
}

#[test]
fn a_profile_has_an_account_and_an_app() {
    let cli = Cli::with_users();
    Run::of(cli.bare(&["users", "get", "steve"])).fails(2, "no account: run `sunco login`");
    let run = login(&cli, &["--app", cli.sandbox.app_id()]);
    assert!(run.stderr.contains("Stored the profile `default`"), "{run:?}");
    run.ok();
    assert_eq!(Run::of(cli.bare(&["users", "get", "steve"])).json()["externalId"], "steve");

    login(&cli, &["--profile", "second"]).ok();
    Run::of(cli.bare(&["users", "get", "steve", "-p", "second"])).fails(2, "no app: use --app");
    let app = cli.sandbox.app_id();
    assert_eq!(Run::of(cli.bare(&["users", "get", "steve", "-p", "second", "-a", app])).json()["externalId"], "steve");
    Run::of(cli.bare(&["users", "get", "steve", "-p", "third"])).fails(2, "no profile `third`; known: default, second");

    Run::of(cli.bare(&["profiles", "use", "second"])).ok();
    let names = Run::of(cli.bare(&["profiles", "--jq", "select(.default).name"])).ok();
    assert_eq!(names, "second");
    Run::of(cli.bare(&["logout"])).ok();
    assert_eq!(Run::of(cli.bare(&["profiles", "--fields", "name"])).ok(), r#"{"name":"default"}"#);
}

#[test]
fn the_environment_has_priority_over_the_default_profile() {
    let cli = Cli::with_users();
    login(&cli, &["--app", cli.sandbox.app_id()]).ok();
    let mut other = cli.bare(&["users", "get", "steve"]);
    other.env("SUNCO_BASE_URL", "http://127.0.0.1:9").env("SUNCO_TOKEN", "t").env("SUNCO_APP_ID", "a");
    Run::of(other).fails(1, "127.0.0.1:9");
    let mut profile = cli.bare(&["users", "get", "steve", "--profile", "default"]);
    profile.env("SUNCO_BASE_URL", "http://127.0.0.1:9").env("SUNCO_TOKEN", "t").env("SUNCO_APP_ID", "a");
    assert_eq!(Run::of(profile).json()["externalId"], "steve");
}

#[test]
fn wrong_credentials_are_not_stored() {
    let cli = Cli::new();
    let url = cli.sandbox.base_url().to_owned();
    let command = cli.bare(&["login", "--base-url", &url, "--key-id", "act_sandbox", "--secret-stdin"]);
    Run::with_input(command, "guess-42\n").fails(4, "401");
    Run::of(cli.bare(&["profiles"])).ok();
    assert!(!cli.folder.path().join("profiles.json").exists());
    let command = cli.bare(&["login", "--base-url", &url, "--key-id", "act_sandbox", "--secret-stdin"]);
    Run::with_input(command, "\n").fails(2, "the secret is empty");
    let command = cli.bare(&["login", "--base-url", &url, "--key-id", "act_sandbox"]);
    Run::with_input(command, "x").fails(2, "--secret-stdin");
    Run::of(cli.bare(&["login", "--secret-stdin"])).fails(2, "--subdomain is required");
    Run::of(cli.bare(&["login", "--subdomain", "acme.zendesk.com", "--token", "--secret-stdin"]))
        .fails(2, "acme.zendesk.com");
}

#[test]
fn a_dry_run_changes_no_profile() {
    let cli = Cli::new();
    let run = login(&cli, &["--dry-run"]);
    assert!(run.stderr.contains("Would store the profile `default`"), "{run:?}");
    run.ok();
    assert!(!cli.folder.path().join("profiles.json").exists());
    login(&cli, &["--no-keyring"]).ok();
    login(&cli, &["--no-keyring", "--profile", "second"]).ok();
    let before = std::fs::read(cli.folder.path().join("profiles.json")).unwrap();
    for arguments in [&["logout", "--dry-run"][..], &["profiles", "use", "second", "--dry-run"]] {
        let run = Run::of(cli.bare(arguments));
        assert!(run.stderr.starts_with("Would "), "{run:?}");
        run.ok();
    }
    assert_eq!(std::fs::read(cli.folder.path().join("profiles.json")).unwrap(), before);
    Run::of(cli.bare(&["logout", "-p", "third", "--dry-run"])).fails(2, "no profile `third`");
    Run::of(cli.bare(&["logout", "-p", ""])).fails(2, "--profile");
}

#[cfg(unix)]
#[test]
fn only_the_user_can_read_profiles() {
    let cli = Cli::new();
    let folder = cli.folder.path().join("new/folder");
    let (url, id) = (cli.sandbox.base_url(), cli.sandbox.account_key_id());
    for _ in 0..2 {
        let mut command = cli.bare(&["login", "--base-url", url, "--key-id", id, "--secret-stdin", "--no-keyring"]);
        command.env("SUNCO_CONFIG_DIR", &folder);
        Run::with_input(command, cli.sandbox.account_key_secret()).ok();
        let file = folder.join("profiles.json");
        assert_eq!((common::mode(&folder), common::mode(&file)), (0o700, 0o600));
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_others_can_read_is_reported() {
    use std::os::unix::fs::PermissionsExt;
    let cli = Cli::with_users();
    login(&cli, &["--app", cli.sandbox.app_id(), "--no-keyring"]).ok();
    let file = cli.folder.path().join("profiles.json");
    std::fs::set_permissions(&file, PermissionsExt::from_mode(0o640)).unwrap();
    let run = Run::of(cli.bare(&["users", "get", "steve", "-q"]));
    assert_eq!(run.stderr, format!("warning: other users can read {0}; run `chmod 600` on it\n", file.display()));
    run.ok();
}

#[test]
fn the_environment_needs_no_folder() {
    let cli = Cli::with_users();
    let without_home = |mut command: std::process::Command| {
        for name in ["HOME", "XDG_CONFIG_HOME", "APPDATA", "SUNCO_CONFIG_DIR"] {
            command.env_remove(name);
        }
        Run::of(command)
    };
    without_home(cli.command(&["users", "get", "steve"])).ok();
    without_home(cli.command(&["jwt", "user", "steve"])).ok();
    without_home(cli.bare(&["users", "get", "steve", "--dry-run"])).ok();
    without_home(cli.bare(&["users", "get", "steve"])).fails(2, "no folder for profiles: set SUNCO_CONFIG_DIR or HOME");
}

#[test]
fn damaged_profiles_are_reported_without_their_content() {
    let cli = Cli::new();
    cli.file("profiles.json", r#"{"profiles": {"a": {"baseUrl": 5}}, "secrets": {"a": "hush-hush"}"#);
    let run = Run::of(cli.bare(&["users", "get", "steve"]));
    assert!(!run.stderr.contains("hush"), "{run:?}");
    run.fails(2, "profiles.json");
}

#[test]
fn secrets_are_in_no_output() {
    let cli = Cli::with_users();
    let secret = cli.sandbox.account_key_secret().to_owned();
    login(&cli, &["--app", cli.sandbox.app_id()]).ok();
    cli.sandbox.fault(Fault::status(500).on("GetUser").times(20)).unwrap();
    for arguments in [
        &["users", "get", "steve", "--verbose"][..],
        &["users", "get", "steve", "--dry-run"],
        &["users", "get", "steve", "--json-errors"],
        &["users", "list", "--identities-email", "x@example.com", "-v"],
        &["profiles", "-o", "json"],
        &["integrations", "list", "-v"],
        &["login", "--help"],
        &["jwt", "app"],
    ] {
        let run = Run::of(cli.bare(arguments));
        assert!(!run.stdout.contains(&secret) && !run.stderr.contains(&secret), "{arguments:?}: {run:?}");
        assert!(!run.stderr.contains("Basic "), "{arguments:?}: {run:?}");
    }
}

/// Returns the header and the claims of a token.
fn decoded(token: &str) -> (Value, Value) {
    use base64::Engine;
    let mut parts = token.split('.').map(|part| base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(part).unwrap());
    let mut next = || serde_json::from_slice(&parts.next().unwrap()).unwrap();
    (next(), next())
}

#[test]
fn tokens_are_signed() {
    let cli = Cli::with_users();
    let mut command =
        cli.bare(&["jwt", "user", "steve", "--ttl", "10m", "--email", "s@example.com", "--email-verified"]);
    command.env("SUNCO_SIGNING_KEY_ID", "app_signing").env("SUNCO_SIGNING_KEY_SECRET", "hush");
    let (header, claims) = decoded(&Run::of(command).ok());
    assert_eq!((&header["kid"], &header["alg"]), (&json!("app_signing"), &json!("HS256")));
    assert_eq!(
        (&claims["external_id"], &claims["scope"], &claims["email_verified"]),
        (&json!("steve"), &json!("user"), &json!(true))
    );
    let seconds = claims["exp"].as_u64().unwrap() - std::time::UNIX_EPOCH.elapsed().unwrap().as_secs();
    assert!((1..=601).contains(&seconds), "{seconds}");

    // The sandbox accepts the token of the app's key.
    let token = cli.run(&["jwt", "app", "--ttl", "1h"]).ok();
    let mut command = cli.bare(&["users", "get", "steve", "-a", cli.sandbox.app_id()]);
    command.env("SUNCO_BASE_URL", cli.sandbox.base_url()).env("SUNCO_TOKEN", &token);
    assert_eq!(Run::of(command).json()["externalId"], "steve");
    cli.run(&["jwt", "user", "steve", "--ttl", "10"]).fails(2, "must be a number with s, m, h or d");
    Run::of(cli.bare(&["jwt", "app"])).fails(2, "no key: run `sunco login`");
}

#[test]
fn a_temporary_sandbox_needs_no_account() {
    let cli = Cli::new();
    let user = Run::of(cli.bare(&["--sandbox", "users", "create", "--external-id", "ada"])).json();
    assert_eq!(user["externalId"], "ada");
    let seed = cli.file("seed.json", r#"{"apps": [{"users": [{"externalId": "steve"}]}]}"#);
    let mut command = cli.bare(&["users", "get", "steve", "--sandbox"]);
    command.env("SUNCO_SANDBOX_SEED", seed);
    assert_eq!(Run::of(command).json()["externalId"], "steve");
}

/// Advice of the SDK names functions of Rust, which users of the program don't have.
#[test]
fn errors_name_options_and_variables() {
    let cli = Cli::new();
    let login = |options: &[&str]| {
        let command = cli.bare(&[&["login", "--key-id", "k", "--secret-stdin", "--no-verify"], options].concat());
        Run::with_input(command, "secret")
    };
    login(&["--base-url", "http://example.com"]).fails(2, "use https or `sunco login --allow-http`");
    login(&["--base-url", "https://k:s@example.com"]).fails(2, "use --key-id or SUNCO_KEY_ID");
    login(&["--subdomain", "a_b"]).fails(2, "or use --base-url or SUNCO_BASE_URL for another host");
    let mut command = cli.command(&["apps", "get"]);
    command.env("SUNCO_BASE_URL", "http://example.com");
    Run::of(command).fails(2, "base URL: refusing plain http");
    let fault = sunshine_conversations_sandbox::Fault::status(429).header("Retry-After", "3600").times(9);
    cli.sandbox.fault(fault).unwrap();
    cli.run(&["apps", "get"]).fails(5, "exceeds 60 s; run the command again later");
}
