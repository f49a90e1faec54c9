//! `sunco erase`: deletes users with their personal information, and verifies it.

use std::fs;
use std::path::PathBuf;
use std::sync::Mutex;

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};
use sunshine_conversations::models::UserListFilter;
use sunshine_conversations::{AppClient, Error};
use sunshine_conversations_bulk::Job;

use super::export;
use super::job::{self, Problem, Settings};
use super::rows;
use crate::failure::{Failure, Result};
use crate::globals::Globals;
use crate::output::Output;
use crate::request::{Preview, encoded};

/// Returns the command.
pub fn subcommand() -> Command {
    let option = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help)
    };
    let command = Command::new("erase")
        .about("Delete users with their personal information, and verify it")
        .long_about(
            "Finds users, deletes their personal information and then the users, and reads them again to verify that they are \
             gone. Prints a line for each user. A user that doesn't exist isn't a failure, so the command can be repeated: the \
             line has `found: false`, and stderr a warning. A user with a file that can't be exported is a failure; if the command is \
             repeated, the export stays as it is, and the user is erased.\n\nThe API finds users by the email addresses of their identities, not by `profile.email`.",
        )
        .after_help("Example:\n  sunco erase --email ada@example.com --export ada-backup")
        .arg(option("email", "EMAIL", "Email address of the users").action(ArgAction::Append))
        .arg(option("user", "USER", "ID or external ID of a user").action(ArgAction::Append))
        .arg(option("users", "FILE", "Users: a CSV or NDJSON file with `id` or `externalId`, or an ID per line; - for stdin"))
        .arg(option("export", "FOLDER", "Export each user first, to a folder in this one that has the user's ID as its name").value_parser(clap::value_parser!(PathBuf)));
    job::add_to(command)
}

/// Runs the command.
pub fn run(globals: &Globals, matches: &ArgMatches) -> Result<()> {
    let account = globals.account()?;
    let texts = |name: &str| matches.get_many::<String>(name).into_iter().flatten().cloned();
    let mut users: Vec<String> = texts("user").collect();
    if let Some(path) = matches.get_one::<String>("users") {
        users.extend(rows::users(path)?);
    }
    let emails: Vec<String> = texts("email").collect();
    if users.is_empty() && emails.is_empty() {
        return Err(Failure::usage("no users: use --email, --user or --users"));
    }
    let finder = account.app_client()?;
    for email in &emails {
        let found = finder.list_users(&UserListFilter::new(email.as_str())).send()?.users;
        if found.is_empty() {
            note!("{email}: no user");
        }
        users.extend(found.into_iter().map(|user| user.id.to_string()));
    }
    users.sort();
    users.dedup();
    if globals.dry_run {
        return show(globals, &users);
    }
    if users.is_empty() {
        return Ok(());
    }
    let names = if users.len() > 5 { format!("{} users", users.len()) } else { users.join(", ") };
    globals.confirm(&format!("erase {names}"))?;
    let settings = Settings::new(globals, matches)?;
    let folder = matches.get_one::<PathBuf>("export").cloned();
    let columns = ["user", "found", "exported", "personalInformationDeleted", "deleted", "verified"];
    let mut output = Output::new(&globals.output()?, true, &columns);
    let mut display = settings.display("users");
    let mut failed: Option<Failure> = None;
    // An export has its own threads.
    let export_lock = Mutex::new(());
    let report = settings
        .set_up(Job::without_journal())
        .on_progress(|progress| display.update(progress))
        .run_each(
            users,
            |user| {
                let exported = match &folder {
                    Some(folder) => {
                        let _guard = export_lock.lock();
                        export_user(&settings, folder, user)?
                    }
                    None => false,
                };
                erase(&settings.app, user, exported)
            },
            |outcome| {
                if let Ok(line) = outcome.result
                    && failed.is_none()
                {
                    failed = output.item(&line.to_string()).and_then(|()| output.flush()).err();
                }
            },
        )
        .map_err(|e| Failure::Io(e.to_string()))?;
    display.finish(&report);
    report.failures.iter().for_each(|failure| note!("{}", failure.error));
    if let Some(failure) = failed {
        return Err(failure);
    }
    output.finish()?;
    settings.result(&report, &job::command_line())
}

/// Exports a user, unless the user is gone. Returns whether there is an export.
fn export_user(settings: &Settings, folder: &std::path::Path, user: &str) -> Result<bool> {
    let found = match settings.app.get_user(user).send() {
        Err(error) if error.is_not_found() => return Ok(false),
        found => found?.user,
    };
    // Another user may get the same external ID later, but not the same ID.
    let folder = folder.join(encoded(found.id.as_str()));
    // A complete export of an earlier run stays.
    if folder.join("manifest.json").exists() {
        return Ok(true);
    }
    fs::create_dir_all(&folder).map_err(|e| Failure::Io(format!("can't write to {}: {e}", folder.display())))?;
    export::user(settings, &folder, user).map(|()| true)
}

/// Erases a user. A part that is already gone isn't a failure.
fn erase(app: &AppClient, user: &str, exported: bool) -> std::result::Result<Value, Problem> {
    let is_done = |result: std::result::Result<(), Error>| match result {
        Err(error) if error.is_not_found() => Ok(false),
        other => other.map(|()| true),
    };
    let information = is_done(app.delete_user_personal_information(user).send().map(|_| ()))?;
    let deleted = is_done(app.delete_user(user).send().map(|_| ()))?;
    if is_done(app.get_user(user).send().map(|_| ()))? {
        return Err(format!("{user}: the API still returns the user after the deletion; run the command again").into());
    }
    let found = information || deleted;
    if !found {
        note!("warning: {user}: no such user; is the ID right?");
    }
    Ok(json!({
        "user": user, "found": found, "exported": exported, "personalInformationDeleted": information, "deleted": deleted,
        "verified": true,
    }))
}

/// Prints the requests.
fn show(globals: &Globals, users: &[String]) -> Result<()> {
    let account = globals.account()?;
    for user in users {
        for end in ["/personalinformation", ""] {
            let user = encoded(user);
            let url = format!("{}/v2/apps/{}/users/{user}{end}", account.base_url(), account.app()?);
            globals.show(&Preview { method: "DELETE", url, query: &[], headers: &[], body: None, files: &[] })?;
        }
    }
    Ok(())
}
