//! Jobs over many users: export, import, erase and send.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use common::{Cli, Run};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use sunshine_conversations_sandbox::{Fault, Sandbox};

/// A sandbox with users, each with a conversation and messages.
fn cli(users: usize, messages: usize) -> Cli {
    let users: Vec<_> = (0..users).collect();
    let seed = json!({"apps": [{
        "users": users.iter().map(|n| json!({"externalId": format!("u{n}"), "profile": {"givenName": format!("Ada \"{n}\"\n🥖")}})).collect::<Vec<_>>(),
        "conversations": users.iter().map(|n| json!({
            "type": "personal", "participants": [{"userExternalId": format!("u{n}")}],
            "messages": (0..messages).map(|m| json!({
                "author": {"type": "user", "userExternalId": format!("u{n}")}, "content": {"type": "text", "text": format!("{n},{m}\n\"é\"")},
            })).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
    }]});
    Cli { sandbox: Sandbox::builder().seed(seed).start().unwrap(), folder: tempfile::tempdir().unwrap() }
}

fn users_file(cli: &Cli, users: usize) -> String {
    let lines: String = (0..users).map(|n| format!("u{n}\n")).collect();
    cli.file("users.txt", &lines)
}

fn lines(folder: &str, kind: &str) -> Vec<Value> {
    let text = std::fs::read_to_string(Path::new(folder).join(format!("{kind}.ndjson"))).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn ids(folder: &str, kind: &str) -> BTreeSet<String> {
    let lines = lines(folder, kind);
    let ids: BTreeSet<_> = lines.iter().map(|line| line["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(ids.len(), lines.len(), "{kind} has duplicates");
    ids
}

#[test]
fn an_export_has_every_record_and_a_manifest() {
    let cli = cli(5, 130);
    let (users, to) = (users_file(&cli, 5), cli.path("backup"));
    assert_eq!(cli.run(&["export", "--users", &users, "--to", &to, "--configuration"]).ok(), "");
    assert_eq!((ids(&to, "users").len(), ids(&to, "conversations").len(), ids(&to, "messages").len()), (5, 5, 650));
    let texts: BTreeSet<_> =
        lines(&to, "messages").iter().map(|line| line["content"]["text"].as_str().unwrap().to_owned()).collect();
    assert!(texts.contains("4,129\n\"é\"") && texts.len() == 650);
    let conversations = ids(&to, "conversations");
    assert!(lines(&to, "messages").iter().all(|line| conversations.contains(line["conversationId"].as_str().unwrap())));
    // A record is as the API returned it.
    let raw = cli.run(&["users", "get", "u3"]).ok();
    assert!(std::fs::read_to_string(Path::new(&to).join("users.ndjson")).unwrap().lines().any(|line| line == raw));

    let manifest: Value =
        serde_json::from_str(&std::fs::read_to_string(Path::new(&to).join("manifest.json")).unwrap()).unwrap();
    for file in manifest["files"].as_array().unwrap() {
        let content = std::fs::read(Path::new(&to).join(file["path"].as_str().unwrap())).unwrap();
        let sha256: String = Sha256::digest(&content).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!((&file["sha256"], &file["bytes"]), (&json!(sha256), &json!(content.len())));
        assert_eq!(file["lines"], json!(content.iter().filter(|byte| **byte == b'\n').count()));
    }
    assert!(!Path::new(&to).join("export.journal").exists());
    cli.run(&["export", "--users", &users, "--to", &to]).fails(2, "isn't empty");
    cli.run(&["export", "--users", &users, "--to", &to, "--resume"]).fails(2, "is complete");
}

#[test]
fn one_user_or_conversation_is_exported() {
    let cli = cli(3, 2);
    let (one, other) = (cli.path("one"), cli.path("other"));
    cli.run(&["export", "--user", "u1", "--to", &one]).ok();
    assert_eq!((lines(&one, "users").len(), lines(&one, "messages").len()), (1, 2));
    let conversation = lines(&one, "conversations")[0]["id"].as_str().unwrap().to_owned();
    cli.run(&["export", "--conversation", &conversation, "--to", &other]).ok();
    assert_eq!((lines(&other, "users").len(), ids(&other, "messages")), (0, ids(&one, "messages")));
    cli.run(&["export", "--user", "missing", "--to", &cli.path("none")]).fails(1, "missing: GET");
    cli.run(&["export", "--to", &cli.path("nothing")]).fails(2, "nothing to export");
}

#[test]
fn the_parts_of_an_export_have_every_record() {
    let cli = cli(20, 1);
    let users = users_file(&cli, 20);
    let mut all = BTreeMap::<&str, BTreeSet<String>>::new();
    let mut sizes = Vec::new();
    for part in 1..=3 {
        let to = cli.path(&format!("part-{part}"));
        cli.run(&["export", "--users", &users, "--to", &to, "--shard", &format!("{part}/3")]).ok();
        sizes.push(ids(&to, "users").len());
        for kind in ["users", "conversations", "messages"] {
            all.entry(kind).or_default().extend(ids(&to, kind));
        }
    }
    assert_eq!(sizes.iter().sum::<usize>(), 20, "{sizes:?}");
    assert_eq!((all["users"].len(), all["conversations"].len(), all["messages"].len()), (20, 20, 20));
    cli.run(&["export", "--users", &users, "--to", "x", "--shard", "4/3"]).fails(2, "--shard");
}

#[test]
fn files_of_messages_are_downloaded() {
    let cli = cli(1, 0);
    let file = cli.file("../evil \"name\".txt".trim_start_matches("../"), "content");
    let attachment = cli.run(&["attachments", "upload", &file]).json();
    let url = attachment["mediaUrl"].as_str().or(attachment["attachment"]["mediaUrl"].as_str()).unwrap().to_owned();
    let conversation = cli.run(&["conversations", "list", "--user-external-id", "u0", "-q"]).ok();
    for url in [&url, "http://127.0.0.1:9/gone.png"] {
        let content = json!({"author": {"type": "business"}, "content": {"type": "file", "mediaUrl": url}}).to_string();
        cli.run(&["messages", "post", &conversation, "-d", &content]).ok();
    }
    let to = cli.path("backup");
    let run = cli.run(&["export", "--user", "u0", "--to", &to, "--attachments"]);
    let found = lines(&to, "attachments");
    assert_eq!(found.len(), 2, "{run:?}");
    let path = found.iter().find_map(|line| line["path"].as_str()).unwrap();
    assert_eq!(std::fs::read_to_string(Path::new(&to).join(path)).unwrap(), "content");
    assert!(found.iter().any(|line| line["error"].is_string()), "{found:?}");
    assert!(run.stderr.contains("1 files couldn't be downloaded"), "{run:?}");
}

#[test]
fn a_conversation_of_several_users_is_exported_once() {
    let cli = cli(3, 1);
    let participants: Vec<_> =
        (0..3).map(|n| json!({"userExternalId": format!("u{n}"), "subscribeSDKClient": false})).collect();
    let group = json!({"type": "sdkGroup", "participants": participants}).to_string();
    let group = cli.run(&["conversations", "create", "-d", &group, "-q"]).ok();
    let (users, to) = (users_file(&cli, 3), cli.path("backup"));
    // The first run exports one user.
    cli.sandbox.fault(Fault::status(400).on("ListClients").times(2)).unwrap();
    let arguments = ["export", "--users", &users, "--conversation", &group, "--to", &to, "--threads", "1"];
    cli.run(&arguments).fails(1, "2 failed, 2 done");
    cli.run(&[&arguments[..], &["--resume"]].concat()).ok();
    assert_eq!((ids(&to, "users").len(), ids(&to, "conversations").len(), ids(&to, "messages").len()), (3, 4, 3));
}

#[test]
fn an_interrupted_export_is_resumed() {
    for signal in ["-INT", "-KILL"] {
        let cli = cli(40, 3);
        let (users, to) = (users_file(&cli, 40), cli.path("backup"));
        cli.sandbox.fault(Fault::delay(Duration::from_millis(20)).on("ListMessages").times(1_000)).unwrap();
        let mut command = cli.command(&["export", "--users", &users, "--to", &to, "--threads", "2"]);
        let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        while cli.requests("ListMessages") < 10 {
            thread::sleep(Duration::from_millis(5));
        }
        std::process::Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap();
        let run = Run::from(child.wait_with_output().unwrap());
        if signal == "-INT" {
            assert_eq!(run.status, 130, "{run:?}");
            assert!(
                run.stderr.contains("to resume: sunco export --users") && run.stderr.contains("--resume"),
                "{run:?}"
            );
        }
        assert!(!Path::new(&to).join("manifest.json").exists());
        // An incomplete line, as a kill in the middle of a write leaves it.
        let path = Path::new(&to).join("messages.ndjson");
        let mut text = std::fs::read_to_string(&path).unwrap();
        text.push_str("{\"id\":\"half");
        std::fs::write(&path, text).unwrap();
        let before = cli.requests("GetUser");
        let resumed = cli.run(&["export", "--users", &users, "--to", &to, "--resume"]);
        assert!(resumed.stderr.contains("of 40 users and conversations are already exported"), "{resumed:?}");
        resumed.ok();
        assert!(cli.requests("GetUser") - before < 40);
        assert_eq!((ids(&to, "users").len(), ids(&to, "messages").len()), (40, 120));
    }
}

#[cfg(unix)]
#[test]
fn two_exports_do_not_share_a_folder() {
    let cli = cli(5, 1);
    let (users, to) = (users_file(&cli, 5), cli.path("backup"));
    cli.sandbox.fault(Fault::delay(Duration::from_millis(300)).on("ListMessages").times(5)).unwrap();
    let mut command = cli.command(&["export", "--users", &users, "--to", &to, "--threads", "1"]);
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    while cli.requests("ListMessages") == 0 {
        thread::sleep(Duration::from_millis(5));
    }
    let resume = ["export", "--users", &users, "--to", &to, "--resume"];
    cli.run(&resume).fails(2, "another export writes to it; wait until that ends");
    Run::from(child.wait_with_output().unwrap()).ok();
    assert_eq!((ids(&to, "users").len(), ids(&to, "messages").len()), (5, 5));
}

#[test]
fn failures_are_tried_again_and_named() {
    let cli = cli(3, 1);
    let (users, to) = (users_file(&cli, 3), cli.path("backup"));
    cli.sandbox.fault(Fault::status(503).on("ListClients").times(2)).unwrap();
    cli.run(&["export", "--users", &users, "--to", &to]).ok();
    assert_eq!(ids(&to, "users").len(), 3);
}

#[test]
fn users_are_created_and_updated_from_a_csv_file() {
    let cli = cli(1, 0);
    let file = cli.file(
        "users.csv",
        "Customer,givenName,profile.email,metadata.level,note\nu0,\"A,\"\"b\"\"\nc\",,3,x\nnew 1,日本 🥖,n@example.com,,y\n,Grace,,,\n",
    );
    let arguments =
        ["import", &file, "--map", "Customer=externalId", "--map", "note=", "--failures", &cli.path("failed.csv")];
    let run = cli.run(&arguments);
    assert_eq!((run.status, run.stdout.as_str()), (1, ""), "{run:?}");
    assert_eq!(
        std::fs::read_to_string(cli.path("failed.csv")).unwrap(),
        "item,externalId,error\nline 5,,externalId: is required\n"
    );
    let user = cli.run(&["users", "get", "u0"]).json();
    assert_eq!((&user["profile"]["givenName"], &user["metadata"]), (&json!("A,\"b\"\nc"), &json!({"level": "3"})));
    assert_eq!(
        cli.run(&["users", "get", "new 1"]).json()["profile"],
        json!({"givenName": "日本 🥖", "email": "n@example.com"})
    );
    // The next run processes the failed user only.
    let created = cli.requests("CreateUser");
    cli.run(&arguments).fails(1, "1 failed");
    assert_eq!(cli.requests("CreateUser"), created);
}

#[test]
fn mistakes_in_a_file_are_reported_before_anything_is_sent() {
    let cli = Cli::new();
    let fails = |content: &str, more: &[&str], message: &str| {
        let file = cli.file("users.csv", content);
        cli.run(&[&["import", &file], more].concat()).fails(2, message);
    };
    fails("externalId,shoe size\na,44\n", &[], "unknown columns: shoe size; use --map");
    fails("givenName\nA\n", &[], "doesn't have a column for externalId");
    fails(
        "externalId\na\n",
        &["--map", "x=externalId"],
        "--map x=externalId: the file doesn't have the column; columns: externalId",
    );
    fails("externalId\na\n", &["--map", "externalId=profile.x"], "unknown field; known: externalId");
    fails("externalId,givenName,profile.givenName\na,b,c\n", &[], "are both for profile.givenName");
    cli.run(&["import", "missing.csv"]).fails(2, "can't read missing.csv");
    let file = cli.file("users.csv", "externalId,toBeRetained\na,maybe\nb,true,extra\n");
    let run = cli.run(&["import", &file]);
    assert!(run.stderr.contains("toBeRetained: `maybe` must be true or false"), "{run:?}");
    assert!(run.stderr.contains("has 3 cells, and the header 2"), "{run:?}");
    cli.run(&["import", &file, "--dry-run"]).fails(1, "error: 2 users are invalid");
    assert_eq!((run.status, cli.requests("CreateUser")), (1, 0));
}

#[test]
fn a_dry_run_of_a_job_sends_nothing() {
    let cli = cli(1, 1);
    let file = cli.file("users.csv", "externalId,givenName\no'neill,A\n");
    let curl = cli.run(&["import", &file, "--dry-run"]).ok();
    assert!(curl.starts_with("curl -X POST ") && curl.contains(r#"o'\''neill"#), "{curl}");
    let curl = cli.run(&["erase", "--user", "a b", "--dry-run"]).ok();
    assert!(curl.lines().count() == 2 && curl.contains("/users/a%20b/personalinformation"), "{curl}");
    let curl = cli.run(&["send", "--to", &file, "--template", "Hi {{givenName}}", "--dry-run"]).ok();
    assert!(curl.contains(r#""text":"Hi A""#), "{curl}");
    let curl = cli.run(&["export", "--user", "u0", "--to", "x", "--dry-run"]).ok();
    assert!(curl.starts_with("curl '"), "{curl}");
    assert!(cli.sandbox.journal().is_empty());
}

#[test]
fn ten_thousand_users_are_imported_exported_and_imported_again_without_a_difference() {
    const USERS: usize = 10_000;
    let first = Cli::new();
    let mut csv = "externalId,givenName,surname,email,metadata.n\n".to_owned();
    for n in 0..USERS {
        csv += &format!("u{n},\"Ada \"\"{n}\"\"\",Núñez,u{n}@example.com,{n}\n");
    }
    let file = first.file("users.csv", &csv);
    first.run(&["import", &file, "--no-progress"]).ok();
    let (list, to) = (users_file(&first, USERS), first.path("backup"));
    first.run(&["export", "--users", &list, "--to", &to, "--no-progress"]).ok();
    let second = Cli::new();
    second.run(&["import", &format!("{to}/users.ndjson"), "--journal", &second.path("j"), "--no-progress"]).ok();
    let again = second.path("backup");
    second.run(&["export", "--users", &list, "--to", &again, "--no-progress"]).ok();
    let users = |folder: &str| -> BTreeMap<String, Value> {
        let keep = |mut user: Value| {
            // Each app has its own IDs.
            user.as_object_mut().unwrap().remove("id");
            (user["externalId"].as_str().unwrap().to_owned(), user)
        };
        lines(folder, "users").into_iter().map(keep).collect()
    };
    let (before, after) = (users(&to), users(&again));
    assert_eq!(before.len(), USERS);
    assert!(before == after);
}

#[test]
fn erased_users_are_gone() {
    let cli = cli(4, 1);
    cli.run(&["erase", "--user", "u0"]).fails(2, "erase u0: use --yes to confirm");
    let to = cli.path("backup");
    let id = cli.run(&["users", "get", "u0", "-q"]).ok();
    let run = cli.run(&["erase", "--user", "u0", "--user", "missing", "--export", &to, "--yes"]);
    let warnings = run.stderr.clone();
    let results: Vec<Value> = run.ok().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(results.len() == 2 && results.iter().all(|line| line["verified"] == true), "{results:?}");
    // A mistyped ID isn't shown as a user who was deleted.
    let missing = results.iter().find(|line| line["user"] == "missing").unwrap();
    for field in ["found", "exported", "personalInformationDeleted", "deleted"] {
        assert_eq!(missing[field], false, "{missing}");
    }
    assert!(warnings.contains("warning: missing: no such user; is the ID right?"), "{warnings}");
    assert_eq!(ids(&format!("{to}/{id}"), "messages").len(), 1);
    cli.run(&["users", "get", "u0"]).fails(3, "404");
    assert_eq!(cli.requests("DeleteUserPersonalInformation"), 2);
    // A new user with the same external ID has an export, too.
    let id = cli.run(&["users", "create", "--external-id", "u0", "-q"]).ok();
    cli.run(&["erase", "--user", "u0", "--export", &to, "--yes"]).ok();
    assert_eq!(ids(&format!("{to}/{id}"), "users"), BTreeSet::from([id]));
    let identity = json!({"type": "addEmailIdentity", "user": "u1", "email": "u1@example.com"}).to_string();
    cli.run(&["api", "POST", "/sandbox/apps/{app}/simulate", "-d", &identity]).ok();
    cli.run(&["erase", "--email", "u1@example.com", "--email", "none@example.com", "-y"]).ok();
    cli.run(&["users", "get", "u1"]).fails(3, "404");
    cli.run(&["erase", "-y"]).fails(2, "use --email, --user or --users");
    assert_eq!(cli.run(&["users", "get", "u2"]).json()["externalId"], "u2");
}

/// The texts of the business, by user.
fn sent(cli: &Cli, user: &str) -> Vec<String> {
    let conversations = cli.run(&["conversations", "list", "--user-external-id", user, "--all", "-q"]).ok();
    let texts = |id: &str| {
        let filter = "select(.author.type == \"business\") | .content.text";
        cli.run(&["messages", "list", id, "--all", "--jq", filter]).ok().lines().map(str::to_owned).collect::<Vec<_>>()
    };
    conversations.lines().flat_map(texts).collect()
}

#[test]
fn a_broadcast_reaches_each_user_once() {
    let cli = cli(3, 1);
    cli.run(&["users", "create", "--external-id", "new"]).ok();
    let file = cli.file("to.csv", "externalId,name\nu0,\"A \"\"x\"\"\"\nu1,B\nu0,C\nnew,D\nmissing,E\n");
    let arguments = ["send", "--to", &file, "--template", "Hi {{name}}!", "--journal", &cli.path("j"), "--yes"];
    let run = cli.run(&arguments);
    assert!(run.status == 1 && run.stderr.contains("missing: ") && run.stdout.is_empty(), "{run:?}");
    for _ in 0..2 {
        assert_eq!(
            (sent(&cli, "u0"), sent(&cli, "u1"), sent(&cli, "new")),
            (vec!["Hi A \"x\"!".to_owned()], vec!["Hi B!".to_owned()], vec!["Hi D!".to_owned()])
        );
        cli.run(&arguments).fails(1, "1 failed");
    }
    assert_eq!(cli.requests("PostMessage"), 3);
}

#[test]
fn a_message_whose_response_was_lost_is_not_sent_again() {
    let cli = cli(2, 1);
    let file = cli.file("to.csv", "externalId\nu0\nu1\n");
    let arguments = ["send", "--to", &file, "--template", "Hi", "--journal", &cli.path("j"), "--yes"];
    // The message is stored, and the connection ends before the response.
    cli.sandbox.fault(Fault::close().after_acting().on("PostMessage").times(1)).unwrap();
    cli.run(&arguments).fails(1, "1 failed");
    cli.run(&arguments).ok();
    assert_eq!((sent(&cli, "u0").len(), sent(&cli, "u1").len()), (1, 1));
}

#[test]
fn templates_are_checked_before_the_first_message() {
    let cli = cli(2, 1);
    let file = cli.file("to.csv", "externalId,name\nu0,A\nu1,\n");
    let fails = |template: &str, message: &str| {
        cli.run(&["send", "--to", &file, "--template", template, "-y", "--journal", &cli.path("j")]).fails(2, message);
    };
    fails("Hi {{nme}}", "line 2: the file doesn't have the column `nme`");
    fails("Hi {{name", "a placeholder isn't closed");
    let invalid = cli.file("invalid.yaml", "type: image\n");
    fails(&format!("@{invalid}"), "invalid message: content.mediaUrl: is required");
    cli.run(&["send", "--to", &file, "--template", "Hi", "--journal", &cli.path("j")]).fails(2, "--yes");
    let other = cli.file("other.csv", "name\nA\n");
    cli.run(&["send", "--to", &other, "--template", "Hi", "-y"]).fails(2, "`externalId` is required");
    assert_eq!(cli.requests("PostMessage"), 0);
    let buttons = cli.file(
        "buttons.yaml",
        "type: text\ntext: Hi {{name}}\nactions:\n- {type: reply, text: 'Yes, {{name}}', payload: Y}\n",
    );
    cli.run(&[
        "send",
        "--to",
        &cli.file("one.csv", "externalId,name\nu0,A: b\n"),
        "--template",
        &format!("@{buttons}"),
        "-y",
        "--journal",
        &cli.path("j2"),
    ])
    .ok();
    assert_eq!(sent(&cli, "u0"), ["Hi A: b"]);
}

/// Users without a complete export stay, even if the export is interrupted.
#[cfg(unix)]
#[test]
fn an_interrupted_erasure_keeps_users_without_an_export() {
    let cli = cli(12, 2);
    let (users, to) = (users_file(&cli, 12), cli.path("backup"));
    let folders: Vec<String> =
        (0..12).map(|n| format!("{to}/{}", cli.run(&["users", "get", &format!("u{n}"), "-q"]).ok())).collect();
    cli.sandbox.fault(Fault::delay(Duration::from_millis(100)).on("ListMessages").times(100)).unwrap();
    let mut command = cli.command(&["erase", "--users", &users, "--export", &to, "--yes"]);
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    while cli.requests("ListMessages") < 3 {
        thread::sleep(Duration::from_millis(5));
    }
    std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    let run = Run::from(child.wait_with_output().unwrap());
    assert!(run.status == 130 && run.stderr.contains("to resume: sunco erase"), "{run:?}");
    let mut kept = 0;
    for (n, folder) in folders.iter().enumerate() {
        let is_kept = cli.run(&["users", "get", &format!("u{n}")]).status == 0;
        let is_exported = Path::new(folder).join("manifest.json").exists();
        assert!(is_kept || is_exported, "u{n} is erased without an export: {run:?}");
        kept += usize::from(is_kept);
    }
    assert!(kept > 0, "{run:?}");
    cli.sandbox.clear_faults();
    cli.run(&["erase", "--users", &users, "--export", &to, "--yes"]).ok();
    for folder in &folders {
        assert_eq!(lines(folder, "messages").len(), 2);
    }
}

#[test]
fn a_user_with_a_missing_file_is_erased_by_the_second_run() {
    let cli = cli(1, 1);
    let conversation = cli.run(&["conversations", "list", "--user-external-id", "u0", "-q"]).ok();
    let file = ["--content-type", "file", "--content-media-url", "http://127.0.0.1:9/gone.txt"];
    cli.run(&[&["messages", "post", &conversation][..], &file].concat()).ok();
    let erase = ["erase", "--user", "u0", "--export", &cli.path("backup"), "--yes"];
    cli.run(&erase).fails(1, "u0: 1 files couldn't be downloaded: see attachments.ndjson in ");
    cli.run(&["users", "get", "u0"]).ok();
    cli.run(&erase).ok();
    cli.run(&["users", "get", "u0"]).fails(3, "404");
}

#[test]
fn a_user_who_is_still_there_is_not_erased() {
    let cli = cli(1, 0);
    // The API accepts the deletion, and nothing happens.
    cli.sandbox.fault(Fault::status(200).on("DeleteUser")).unwrap();
    cli.run(&["erase", "--user", "u0", "--yes"]).fails(1, "u0: the API still returns the user after the deletion");
    cli.run(&["erase", "--user", "u0", "--yes"]).ok();
}

#[test]
fn the_users_of_an_address_are_all_erased() {
    let cli = cli(4, 1);
    for user in ["u0", "u1", "u2"] {
        let identity = json!({"type": "addEmailIdentity", "user": user, "email": "shared@example.com"}).to_string();
        cli.run(&["api", "POST", "/sandbox/apps/{app}/simulate", "-d", &identity]).ok();
    }
    let erased = cli.run(&["erase", "--email", "shared@example.com", "--yes", "--jq", ".deleted"]).ok();
    assert_eq!(erased, "true\ntrue\ntrue");
    for user in ["u0", "u1", "u2"] {
        cli.run(&["users", "get", user]).fails(3, "404");
    }
    cli.run(&["users", "get", "u3"]).ok();
}

/// As spreadsheets write them: with a byte order mark, semicolons, tabs and quotes.
#[test]
fn files_of_users_have_several_forms() {
    let cli = cli(2, 0);
    for content in [
        "\u{feff}externalId,name\r\nu1,A\r\n",
        "\u{feff}\"externalId\";\"name, first\"\r\nu1;\"A, \"\"b\"\"\"\r\n",
        "\"name, first\",\"externalId\"\nA,u1\n",
        "name\texternalId\nA\tu1\n",
        "\n{\"externalId\": \"u1\"}\n\n",
        "u1\n",
    ] {
        let file = cli.file("users", content);
        let curl = cli.run(&["erase", "--users", &file, "--dry-run"]).ok();
        assert!(curl.lines().count() == 2 && curl.contains("/users/u1 "), "{content:?}: {curl}");
        if !content.contains("name") {
            continue;
        }
        let name = if content.contains("first") { "name, first" } else { "name" };
        let map = format!("{name}=profile.givenName");
        let curl = cli.run(&["import", &file, "--map", &map, "--dry-run"]).ok();
        assert!(curl.contains("\"externalId\":\"u1\",\"profile\":{\"givenName\":\"A"), "{content:?}: {curl}");
        let curl = cli.run(&["send", "--to", &file, "--template", &format!("Hi {{{{{name}}}}}"), "--dry-run"]).ok();
        assert!(curl.contains("\"text\":\"Hi A"), "{content:?}: {curl}");
    }
    // Otherwise, the first cells would be erased, and counted as already gone.
    let file = cli.file("users", "email,name\nu1@example.com,A\n");
    cli.run(&["erase", "--users", &file, "-y"]).fails(2, "requires a header with `userId`, `id` or `externalId`");
    let file = cli.file("users", "[{\"id\": \"u1\"}]\n");
    cli.run(&["erase", "--users", &file, "-y"]).fails(2, "must be CSV or NDJSON");
    assert!(cli.sandbox.journal().is_empty());
}

#[test]
fn a_broadcast_without_its_journal_is_not_sent_again() {
    let cli = cli(2, 1);
    let file = cli.file("to.csv", "externalId\nu0\nu1\n");
    for journal in ["j1", "j2"] {
        let journal = cli.path(journal);
        cli.run(&["send", "--to", &file, "--template", "Hi", "--journal", &journal, "--name", "a", "-y"]).ok();
    }
    assert_eq!((sent(&cli, "u0").len(), sent(&cli, "u1").len(), cli.requests("PostMessage")), (1, 1, 2));
    let other = ["send", "--to", &file, "--template", "Hi", "--journal", &cli.path("j3"), "--name", "b", "-y"];
    cli.run(&other).ok();
    assert_eq!(cli.requests("PostMessage"), 4);
}

/// Runs the program with files of at most 8 kB, like a disk that is almost full.
#[cfg(target_os = "linux")]
fn with_small_files(cli: &Cli, arguments: &[&str]) -> Run {
    let command = cli.command(arguments);
    let mut limited = std::process::Command::new("sh");
    limited.args(["-c", "trap '' XFSZ; ulimit -f 16; exec \"$@\"", "sh"]).arg(command.get_program());
    limited.args(command.get_args()).envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    Run::of(limited)
}

/// The export ends at a full disk, and continues without a damaged record.
#[cfg(target_os = "linux")]
#[test]
fn an_export_to_a_full_disk_is_resumed() {
    let cli = cli(60, 3);
    let (users, to) = (users_file(&cli, 60), cli.path("backup"));
    let run = with_small_files(&cli, &["export", "--users", &users, "--to", &to, "--no-progress"]);
    assert!(run.stderr.lines().count() < 5, "{run:?}");
    run.fails(1, "File too large (os error 27); --resume continues the export");
    assert!(cli.requests("GetUser") < 60);
    cli.run(&["export", "--users", &users, "--to", &to, "--resume"]).ok();
    assert_eq!((ids(&to, "users").len(), ids(&to, "conversations").len(), ids(&to, "messages").len()), (60, 60, 180));
}

/// A file that this machine can't write isn't missing.
#[cfg(target_os = "linux")]
#[test]
fn a_file_for_a_full_disk_is_downloaded_later() {
    let cli = cli(1, 0);
    let content = "x".repeat(50_000);
    let url = cli.run(&["attachments", "upload", &cli.file("a.txt", &content), "--jq", ".mediaUrl"]).ok();
    let conversation = cli.run(&["conversations", "list", "--user-external-id", "u0", "-q"]).ok();
    let message = ["messages", "post", &conversation, "--content-type", "file", "--content-media-url", &url];
    cli.run(&message).ok();
    let to = cli.path("backup");
    let arguments = ["export", "--user", "u0", "--to", &to, "--attachments"];
    with_small_files(&cli, &arguments).fails(1, "could not be written");
    cli.run(&[&arguments[..], &["--resume"]].concat()).ok();
    let found = lines(&to, "attachments");
    assert_eq!((found.len(), found[0]["bytes"].as_u64()), (1, Some(50_000)), "{found:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn the_name_of_a_folder_is_any_text() {
    use std::os::unix::ffi::OsStrExt;
    let cli = cli(1, 0);
    let to = cli.folder.path().join(std::ffi::OsStr::from_bytes(b"a\xff b\n"));
    let mut command = cli.command(&["export", "--user", "u0", "--to"]);
    command.arg(&to);
    Run::of(command).ok();
    assert!(to.join("manifest.json").exists());
}

/// Otherwise, every user would fail, or count as erased.
#[test]
fn a_wrong_account_ends_a_job_before_the_first_user() {
    let cli = cli(1, 0);
    let file = cli.file("users.csv", "externalId\nu0\n");
    for job in [
        &["export", "--user", "u0", "--to", &cli.path("backup")][..],
        &["import", &file],
        &["erase", "--user", "u0", "-y"],
        &["send", "--to", &file, "--template", "Hi", "-y", "--journal", &cli.path("j")],
    ] {
        cli.run(&[job, &["--app", "5d8cff3cd55b040010928b5b"]].concat()).fails(3, "app not found");
        let mut command = cli.command(job);
        command.env("SUNCO_KEY_SECRET", "guess");
        Run::of(command).fails(4, "401");
        let mut command = cli.command(&[job, &["--json-errors"]].concat());
        command.env("SUNCO_BASE_URL", "http://127.0.0.1:9");
        Run::of(command).fails(1, r#""operation":"GetApp""#);
    }
    assert!(!Path::new(&cli.path("backup")).exists());
    cli.run(&["users", "get", "u0"]).ok();
}
