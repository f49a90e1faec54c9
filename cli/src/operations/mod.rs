//! The commands of operations, from the generated table.

pub mod api;
pub mod body;
mod call;
mod check;
#[rustfmt::skip]
mod commands;
mod command_line;
pub mod fields;
pub mod pages;
pub mod table;
mod template;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read, Write};

use clap::ArgMatches;
use serde_json::Value;
use sunshine_conversations::{Json, Upload};

use self::call::{Input, Reply};
pub use self::command_line::subcommands;
use self::commands::COMMANDS;
use self::table::{Command, Place, Type};
use crate::account::is_id;
use crate::failure::{Failure, Result};
use crate::globals::Globals;
use crate::output::Output;
use crate::request::Preview;

/// Runs the command of an operation.
pub fn run(group: &str, globals: &Globals, matches: &ArgMatches) -> Result<()> {
    let Some((verb, matches)) = matches.subcommand() else { return Ok(()) };
    let command = COMMANDS.iter().find(|command| command.group == group && command.verb == verb);
    let command = command.ok_or_else(|| Failure::usage(format!("unknown command: {group} {verb}")))?;
    run_command(command, globals, matches).map_err(|failure| {
        advise(command, matches, &failure);
        failure.of(command.id)
    })
}

/// Names the options of a parameter that the API requires, such as `filter`, which has an option for each of its fields.
fn advise(command: &Command, matches: &ArgMatches, failure: &Failure) {
    let Failure::Api(error, _) = failure else { return };
    let message = error.to_string();
    let is_missing = |it: &&table::Parameter| {
        let object = it.name.split_once('[').map(|(object, _)| format!("{object}: is required"));
        object.is_some_and(|text| error.status() == Some(400) && message.contains(&text))
    };
    let missing: Vec<_> = command.options().filter(is_missing).collect();
    if missing.iter().any(|it| matches.contains_id(&command_line::id(it))) || missing.is_empty() {
        return;
    }
    let options: Vec<_> = missing.iter().map(|it| format!("--{}", it.option)).collect();
    note!("note: use {}", options.join(" or "));
}

fn run_command(command: &'static Command, globals: &Globals, matches: &ArgMatches) -> Result<()> {
    if let Some(body) = command.body.as_ref().filter(|_| matches.get_flag(command_line::TEMPLATE)) {
        return Ok(io::stdout().write_all(template::body(&body.ty).as_bytes())?);
    }
    // Invalid input is reported before an account is needed.
    let output = globals.output()?;
    let body = command.body.as_ref().map(|body| read_body(body, matches)).transpose()?.flatten();
    if !command.credentials.contains("app") {
        globals.prefer_account_key();
    }
    let account = globals.account()?;
    let input = input(command, account.app(), body, matches)?;
    if globals.dry_run {
        return show(globals, &input, matches);
    }
    if command.is_destructive() {
        let names = input.path.get(usize::from(command.takes_app)..).unwrap_or_default();
        let target = if names.is_empty() { format!("of app {}", input.path.join(" ")) } else { names.join(" ") };
        globals.confirm(&format!("{} {} {target}", command.group, command.verb))?;
    }
    let api = account.client()?;
    let mut output = Output::new(&output, command.listing.is_some(), command.columns);
    match &command.listing {
        Some(listing) => pages::print(&api, &input, listing, &command_line::range(matches), &mut output)?,
        None => print(command, &input.call(&api)?, &mut output)?,
    }
    output.finish()
}

/// Returns the items of a response that contains only a list of objects, such as the messages that were posted.
fn only_list(json: &Json) -> Option<Vec<Json>> {
    let mut entries = json.entries().ok()?;
    let (_, list) = entries.next().filter(|_| entries.next().is_none())?;
    let items = list.parse::<Vec<Json>>().ok()?;
    items.iter().all(|item| item.as_str().starts_with('{')).then_some(items)
}

/// Prints the response of an operation that isn't a listing.
fn print(command: &Command, reply: &Reply, output: &mut Output) -> Result<()> {
    if let Some(location) = &reply.location {
        return output.item(&serde_json::json!({"location": location}).to_string());
    }
    let text = reply.text.trim();
    if text.is_empty() || text == "{}" {
        return Ok(());
    }
    let Ok(json) = Json::from_text(text) else {
        return Ok(io::stdout().write_all(reply.text.as_bytes())?);
    };
    // The record itself, if the response contains nothing else.
    let record = command.record.filter(|_| json.entries().is_ok_and(|entries| entries.count() == 1));
    match record.map(|key| json.get::<Json>(key)).transpose()?.flatten() {
        Some(record) => output.item(record.as_str()),
        None => match only_list(&json) {
            Some(items) => items.iter().try_for_each(|item| output.item(item.as_str())),
            None => output.item(text),
        },
    }
}

/// Collects the values of a call.
fn input<'c>(command: &'c Command, app: Result<&str>, body: Option<Json>, matches: &ArgMatches) -> Result<Input<'c>> {
    let mut path = Vec::new();
    if command.takes_app {
        path.push(app?.to_owned());
    }
    let (mut files, mut content) = (BTreeMap::new(), Vec::new());
    for parameter in command.arguments() {
        let value = matches.get_one::<String>(&command_line::id(parameter)).cloned().unwrap_or_default();
        if parameter.place == Place::File && parameter.name == "body" {
            content = read_file(&value).map_err(|e| Failure::usage(format!("can't read {value}: {e}")))?;
            continue;
        }
        if parameter.place == Place::File {
            if value != "-" {
                std::fs::metadata(&value).map_err(|e| Failure::usage(format!("can't read {value}: {e}")))?;
            }
            let upload = if value == "-" { Upload::reader("stdin", io::stdin()) } else { Upload::path(&value) };
            files.insert(parameter.name, upload);
            continue;
        }
        if !is_id(&value) {
            let name = parameter.option.to_uppercase();
            return Err(Failure::usage(format!("{name}: `{value}` isn't an ID")));
        }
        path.push(value);
    }
    let (mut query, mut headers) = (Vec::new(), Vec::new());
    for parameter in command.options() {
        let values: Vec<String> =
            matches.get_many::<String>(&command_line::id(parameter)).into_iter().flatten().cloned().collect();
        if values.is_empty() {
            continue;
        }
        let checked = values.iter().map(|value| match parameter.ty {
            Type::List(item) => body::typed(value, Some(item)),
            ty => body::typed(value, Some(&ty)),
        });
        for result in checked {
            result.map_err(|message| Failure::usage(format!("--{}: {message}", parameter.option)))?;
        }
        // A parameter with JSON is a JSON text if it isn't an object.
        let in_json = |value: &String| match body::typed(value, Some(&parameter.ty)) {
            Ok(json) if parameter.is_json => json.to_string(),
            _ => value.clone(),
        };
        let values: Vec<String> = values.iter().map(in_json).collect();
        let values = if parameter.is_joined { vec![values.join(",")] } else { values };
        let named = values.into_iter().map(|value| (parameter.name.to_owned(), value));
        match parameter.place {
            Place::Header => headers.extend(named),
            Place::Cookie => {
                headers.extend(named.map(|(name, value)| ("Cookie".to_owned(), format!("{name}={value}"))))
            }
            _ => query.extend(named),
        }
    }
    Ok(Input { command, path, query: RefCell::new(query), headers, body, files: RefCell::new(files), content })
}

/// Reads a file, or stdin for `-`.
fn read_file(path: &str) -> io::Result<Vec<u8>> {
    if path != "-" {
        return fs::read(path);
    }
    let mut content = Vec::new();
    io::stdin().read_to_end(&mut content).map(|_| content)
}

/// Reads the body from a file and options, and checks it.
fn read_body(body: &'static table::Body, matches: &ArgMatches) -> Result<Option<Json>> {
    let data = matches.get_one::<String>(command_line::DATA).map(|data| body::read(data)).transpose()?;
    let has_data = data.is_some();
    let (mut value, json) = data.unwrap_or((Value::Null, String::new()));
    let original = value.clone();
    let mut has_changes = false;
    for (path, ty, texts) in command_line::field_values(body, matches) {
        let value_of =
            |text: &str| body::typed(text, Some(&ty)).map_err(|message| Failure::usage(format!("{path}: {message}")));
        let new = match ty {
            Type::List(_) => {
                let lists = texts.iter().map(|text| Ok(value_of(text)?.as_array().cloned().unwrap_or_default()));
                Value::Array(lists.collect::<Result<Vec<_>>>()?.concat())
            }
            _ => value_of(texts.last().map(String::as_str).unwrap_or_default())?,
        };
        body::put(&mut value, &body::keys(&path), new).map_err(Failure::usage)?;
        has_changes = true;
    }
    for assignment in matches.get_many::<String>(command_line::SET).into_iter().flatten() {
        body::set(&mut value, &body.ty, assignment)?;
        has_changes = true;
    }
    for path in matches.get_many::<String>(command_line::CLEAR).into_iter().flatten() {
        body::clear(&mut value, &body.ty, path)?;
        has_changes = true;
    }
    if !has_data && !has_changes {
        if !body.required {
            return Ok(None);
        }
        value = serde_json::json!({});
    }
    if let Type::Object(schema) = &body.ty {
        body::add_author(&mut value, schema);
        body::add_tags(&mut value, schema);
    }
    let text = if has_data && value == original { json } else { value.to_string() };
    if !matches.get_flag(command_line::NO_CHECK) {
        let mistakes = check::mistakes(&value, &body.ty);
        if !mistakes.is_empty() {
            let hint = if has_data || has_changes { "" } else { "; see --body-template" };
            return Err(Failure::usage(format!("invalid body: {}{hint}", mistakes.join("; "))));
        }
        (body.check)(&text).map_err(|message| Failure::usage(format!("invalid body: {message}")))?;
    }
    Ok(Some(Json::from_text(text)?))
}

/// Prints the request as a curl command.
fn show(globals: &Globals, input: &Input<'_>, matches: &ArgMatches) -> Result<()> {
    let mut query = input.query.borrow().clone();
    if let Some(listing) = &input.command.listing {
        let range = command_line::range(matches);
        query.extend(pages::query(listing, &range, range.cursor.as_deref(), range.limit.unwrap_or(u64::MAX)));
    }
    let files: Vec<_> = input
        .command
        .arguments()
        .filter(|parameter| parameter.place == Place::File)
        .map(|it| (it.name.to_owned(), matches.get_one::<String>(&command_line::id(it)).cloned().unwrap_or_default()))
        .collect();
    globals.show(&Preview {
        method: input.command.method,
        url: format!("{}{}", globals.account()?.base_url(), input.request_path()),
        query: &query,
        headers: &input.headers,
        body: input.body.as_ref().map(Json::as_str),
        files: &files,
    })
}
