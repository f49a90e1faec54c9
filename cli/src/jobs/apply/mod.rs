//! `sunco apply`: the configuration of an app as a file.

mod file;
mod plan;
mod state;

use std::collections::BTreeMap;
use std::io::{self, Write};

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};
use sunshine_conversations::Json;
use sunshine_conversations::http::Method;
use sunshine_conversations_bulk::Cancel;

use self::file::File;
use self::plan::{Action, Step};
use self::state::State;
use crate::failure::{Failure, Result};
use crate::globals::Globals;
use crate::jobs::job;
use crate::output::{Output, safe};
use crate::request::Preview;

/// Returns the command.
pub fn subcommand() -> Command {
    let flag = |name: &'static str, help: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue).help(help);
    Command::new("apply")
        .about("Configure an app from a file: integrations, webhooks, switchboard and settings")
        .long_about(
            "Compares an app with a file, shows the differences, and changes the app after a confirmation. Objects are referred \
             to by their keys in the file, so that one file configures several apps. Running the command again changes \
             nothing.\n\nAn integration is found by its type and displayName (which defaults to the key), a webhook by its target, \
             and a switchboard integration by its name (which defaults to the key); `id` overrides this. Objects that aren't in the \
             file stay, unless --prune is given.\n\nA value {env: NAME} is read from an environment variable. The API doesn't return \
             secrets and write-only fields, so they are sent when an object is created, and with --secrets, and aren't compared.",
        )
        .after_help("Examples:\n  sunco apply --init > app.yaml\n  sunco apply -f app.yaml --plan\n  sunco apply -f app.yaml --yes")
        .arg(
            Arg::new("file")
                .long("file")
                .short('f')
                .value_name("FILE")
                .required_unless_present("init")
                .help("YAML or JSON file; - for stdin"),
        )
        .arg(flag("plan", "Only show the differences; exit status 2 if there are any"))
        .arg(flag("prune", "Also delete objects that aren't in the file"))
        .arg(flag("secrets", "Also send the secrets and write-only fields of existing objects"))
        .arg(flag("init", "Print the file for the app as it is").conflicts_with_all(["file", "plan", "prune", "secrets"]))
}

/// Runs the command.
pub fn run(globals: &Globals, matches: &ArgMatches) -> Result<()> {
    if matches.get_flag("init") {
        let state = State::read(&globals.account()?.app_client()?)?;
        return Ok(io::stdout().write_all(state.file()?.as_bytes())?);
    }
    let path = matches.get_one::<String>("file").map(String::as_str).unwrap_or_default();
    // Mistakes are reported before anything is read from the API.
    let file = File::read(path)?;
    let app = globals.account()?.app_client()?;
    let state = State::read(&app)?;
    let steps = plan::steps(&file, &state, matches.get_flag("prune"), matches.get_flag("secrets"))?;
    if globals.dry_run {
        return show(globals, &steps);
    }
    print(globals, &steps)?;
    if matches.get_flag("plan") {
        return if steps.is_empty() { Ok(()) } else { Err(Failure::Drift) };
    }
    if steps.is_empty() {
        note!("The app is as in the file.");
        return Ok(());
    }
    let deletes = steps.iter().filter(|step| step.action == Action::Delete).count();
    let deleted = if deletes > 0 { format!(", {deletes} of them deletions") } else { String::new() };
    globals.confirm(&format!("make {} changes{deleted}", steps.len()))?;
    let mut ids = state.ids(&file);
    let cancel = Cancel::new();
    job::cancel_on_interrupt(&cancel)?;
    for (done, step) in steps.iter().enumerate() {
        if cancel.is_canceled() {
            let message = format!("{done} of {} changes were made; to resume: {}", steps.len(), job::command_line());
            return Err(Failure::Interrupted(message));
        }
        if let Err(failure) = perform(&app, step, &mut ids) {
            let rest = steps.len() - done;
            note!("{} failed.", step.title());
            note!("{done} of {} changes were made. Run the command again for the other {rest}.", steps.len());
            return Err(failure.of(step.operation()));
        }
    }
    note!("{} changes were made.", steps.len());
    Ok(())
}

/// Performs a step. Keeps the ID of a new object for the steps after it.
fn perform(app: &sunshine_conversations::AppClient, step: &Step, ids: &mut BTreeMap<String, String>) -> Result<()> {
    let path = path(step, app.id().as_str(), ids)?;
    let method = Method::from_bytes(step.method().as_bytes()).unwrap_or(Method::GET);
    let mut call = app.client().request(method, &path);
    if step.action != Action::Delete {
        call = call.json(&resolved(&step.body, ids)?);
    }
    let response = match call.send() {
        // The API deletes the parts of an object with it.
        Err(error) if step.action == Action::Delete && error.is_not_found() => return Ok(()),
        response => response?,
    };
    if step.action == Action::Create {
        let id = match response.get::<Json>(step.kind.record())? {
            Some(record) => record.get::<String>("id")?,
            None => None,
        };
        let id = id.ok_or_else(|| Failure::Io("the API didn't return the ID of the new object".to_owned()))?;
        ids.insert(step.reference(), id);
    }
    Ok(())
}

fn path(step: &Step, app: &str, ids: &BTreeMap<String, String>) -> Result<String> {
    let mut path = format!("/v2/apps/{app}");
    for part in &step.path {
        path.push('/');
        match part.strip_prefix("ref:") {
            Some(reference) => path += &crate::request::encoded(id_of(reference, ids)?),
            None => path += part,
        }
    }
    Ok(path)
}

fn id_of<'i>(reference: &str, ids: &'i BTreeMap<String, String>) -> Result<&'i str> {
    ids.get(reference).map(String::as_str).ok_or_else(|| Failure::Io(format!("{reference} doesn't exist yet")))
}

/// Replaces references to objects by their IDs.
fn resolved(value: &Value, ids: &BTreeMap<String, String>) -> Result<Value> {
    match value {
        Value::Object(entries) if entries.len() == 1 && entries.contains_key(plan::REFERENCE) => {
            let reference = entries.get(plan::REFERENCE).and_then(Value::as_str).unwrap_or_default();
            Ok(Value::from(id_of(reference, ids)?))
        }
        Value::Object(entries) => entries
            .iter()
            .map(|(key, value)| Ok((key.clone(), resolved(value, ids)?)))
            .collect::<Result<_>>()
            .map(Value::Object),
        other => Ok(other.clone()),
    }
}

/// Prints the plan: a line for each object, and for each field that changes.
fn print(globals: &Globals, steps: &[Step]) -> Result<()> {
    let options = globals.output()?;
    if options.format.is_some() || options.filter.is_some() || !options.fields.is_empty() {
        let mut output = Output::new(&options, true, &["action", "kind", "name"]);
        for step in steps {
            let changes: Vec<_> = step
                .changes
                .iter()
                .map(|change| json!({"field": change.field, "old": change.shown_old(), "new": change.shown_new()}))
                .collect();
            let mut line =
                json!({"action": step.action.name(), "kind": step.kind.name(), "name": step.name, "changes": changes});
            if let Some(note) = step.note {
                line["note"] = json!(note);
            }
            output.item(&line.to_string())?;
        }
        return output.finish();
    }
    let mut out = io::stdout();
    for step in steps {
        writeln!(out, "{} {}", step.action.sign(), safe(&step.title()))?;
        for change in &step.changes {
            let (old, new) = (change.shown_old(), change.shown_new());
            let values = if change.old.is_some() { format!("{old} -> {new}") } else { new };
            writeln!(out, "    {}: {}", change.field, safe(&values))?;
        }
        if let Some(note) = step.note {
            writeln!(out, "    ({note})")?;
        }
    }
    Ok(())
}

/// Prints the requests. An object that doesn't exist yet has its key instead of its ID.
fn show(globals: &Globals, steps: &[Step]) -> Result<()> {
    let account = globals.account()?;
    let mut ids = BTreeMap::new();
    for step in steps {
        for reference in step.references() {
            ids.entry(reference.clone()).or_insert_with(|| format!("ID-of-{}", reference.replace([' ', ':'], "-")));
        }
        let body = Json::from(resolved(&step.body, &ids)?);
        let body = (step.action != Action::Delete).then(|| format!("{body:?}"));
        let url = format!("{}{}", account.base_url(), path(step, account.app()?, &ids)?);
        globals.show(&Preview {
            method: step.method(),
            url,
            query: &[],
            headers: &[],
            body: body.as_deref(),
            files: &[],
        })?;
    }
    Ok(())
}
