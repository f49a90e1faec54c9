//! `sunco import`: creates or updates users from a CSV or NDJSON file.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};
use sunshine_conversations::models::UserCreateBody;
use sunshine_conversations_bulk::Job;

use super::job::{self, Problem, Settings};
use super::rows::Rows;
use crate::failure::{Failure, Result};
use crate::globals::Globals;
use crate::operations::body;
use crate::operations::fields::{self, CREATE};
use crate::request::Preview;

/// Returns the command.
pub fn subcommand() -> Command {
    let option = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help)
    };
    let command = Command::new("import")
        .about("Create or update users from a CSV or NDJSON file")
        .long_about(
            "Creates or updates users from a CSV file with a header, or an NDJSON file with users as `sunco export` writes them. \
             A user is identified by `externalId`, which is required. Columns with the names of fields, such as `externalId`, \
             `profile.givenName`, `givenName` or `metadata.level`, need no --map. Empty cells change nothing, and a \
             user who occurs again is skipped.\n\nThe journal lists the \
             users that are done: run the command again to resume, or to try failed users again.",
        )
        .after_help(
            "Examples:\n  sunco import users.csv --map 'Customer no=externalId' --map 'First name=profile.givenName'\n  sunco import \
             backup/users.ndjson --failures failed.csv",
        )
        .arg(Arg::new("file").value_name("FILE").required(true).help("CSV or NDJSON file; - for stdin"))
        .arg(option("map", "COLUMN=FIELD", "Field for a column; COLUMN= ignores a column").action(ArgAction::Append))
        .arg(option("failures", "FILE", "CSV file for the failed users").value_parser(clap::value_parser!(PathBuf)))
        .arg(option("journal", "FILE", "Journal to resume from; defaults to FILE.journal"));
    job::add_to(command)
}

/// A user of the file.
struct Row {
    number: u64,
    body: std::result::Result<Value, String>,
}

impl Row {
    fn external_id(&self) -> Option<&str> {
        self.body.as_ref().ok()?.get("externalId")?.as_str()
    }

    /// Users without an external ID are identified by their line.
    fn key(&self) -> String {
        self.external_id().map_or_else(|| format!("line {}", self.number), |id| format!("user {id}"))
    }

    /// Returns the body, if it is valid.
    fn checked(&self) -> std::result::Result<UserCreateBody, String> {
        let body = self.body.as_ref().map_err(Clone::clone)?;
        if self.external_id().is_none_or(|id| id.trim().is_empty()) {
            return Err("externalId: is required".to_owned());
        }
        let mistakes = fields::mistakes(body, CREATE);
        if !mistakes.is_empty() {
            return Err(mistakes.join("; "));
        }
        serde_json::from_value(body.clone()).map_err(|e| e.to_string())
    }
}

/// Runs the command.
pub fn run(globals: &Globals, matches: &ArgMatches) -> Result<()> {
    let path = matches.get_one::<String>("file").map(String::as_str).unwrap_or_default();
    let rows = rows(path, matches)?;
    if globals.dry_run {
        return show(globals, rows);
    }
    let journal = matches.get_one::<String>("journal").cloned();
    let journal =
        journal.unwrap_or_else(|| if path == "-" { "import.journal".to_owned() } else { format!("{path}.journal") });
    let settings = Settings::new(globals, matches)?;
    let mut display = settings.display("users");
    let mut failures = matches.get_one::<PathBuf>("failures").map(Failures::create).transpose()?;
    let job = Job::new(&journal).map_err(|e| Failure::usage(e.to_string()))?;
    let report = settings
        .set_up(job.name(format!("import to {}", settings.app.id())))
        .on_progress(|progress| display.update(progress))
        .run_keyed_each(
            rows,
            Row::key,
            |row| {
                let body = row.checked().map_err(Problem::from)?;
                settings.app.upsert_user(&body).send().map_err(Problem::from)
            },
            |outcome| {
                if let (Some(failures), Err(failed)) = (&mut failures, &outcome.result) {
                    failures.add(&String::from_utf8_lossy(&outcome.key), &failed.to_string());
                }
            },
        )
        .map_err(|e| Failure::Io(e.to_string()))?;
    display.finish(&report);
    if let Some(failures) = failures {
        failures.finish()?;
    } else {
        report.failures.iter().for_each(|failure| note!("{}: {}", failure.key, failure.error));
    }
    settings.result(&report, &job::command_line())
}

/// The report of failed users. A user that is tried again has only its last failure.
struct Failures {
    path: PathBuf,
    found: BTreeMap<String, String>,
}

impl Failures {
    fn create(path: &PathBuf) -> Result<Self> {
        // Before the job, so that a wrong path doesn't lose the report.
        File::create(path).map_err(|e| Failure::usage(format!("can't write {}: {e}", path.display())))?;
        Ok(Self { path: path.clone(), found: BTreeMap::new() })
    }

    fn add(&mut self, key: &str, error: &str) {
        self.found.insert(key.to_owned(), error.to_owned());
    }

    fn finish(self) -> Result<()> {
        let failed = |e: csv::Error| Failure::Io(format!("can't write {}: {e}", self.path.display()));
        let mut file = csv::Writer::from_path(&self.path).map_err(failed)?;
        file.write_record(["item", "externalId", "error"]).map_err(failed)?;
        for (key, error) in &self.found {
            file.write_record([key, key.strip_prefix("user ").unwrap_or_default(), error]).map_err(failed)?;
        }
        file.flush()?;
        if !self.found.is_empty() {
            note!("The failed users are in {}.", self.path.display());
        }
        Ok(())
    }
}

/// Prints the requests.
fn show(globals: &Globals, rows: impl Iterator<Item = Row>) -> Result<()> {
    let account = globals.account()?;
    let url = format!("{}/v2/apps/{}/users", account.base_url(), account.app()?);
    let mut invalid = 0;
    for row in rows {
        match row.checked() {
            Ok(_) => {
                let body = row.body.unwrap_or_default().to_string();
                globals.show(&Preview {
                    method: "POST",
                    url: url.clone(),
                    query: &[],
                    headers: &[],
                    body: Some(&body),
                    files: &[],
                })?;
            }
            Err(error) => {
                invalid += 1;
                note!("line {}: {error}", row.number);
            }
        }
    }
    if invalid == 0 { Ok(()) } else { Err(Failure::Incomplete(format!("{invalid} users are invalid"))) }
}

/// Reads the users of a file.
fn rows(path: &str, matches: &ArgMatches) -> Result<Box<dyn Iterator<Item = Row> + Send>> {
    let rows = Rows::open(path)?;
    if rows.is_json() {
        return Ok(Box::new(rows.lines().zip(1..).filter_map(|(line, number)| json_row(line, number))));
    }
    let mut users = rows.csv(csv::ReaderBuilder::new().flexible(true));
    let header = users.headers().map_err(|e| Failure::usage(format!("{path}: {e}")))?.clone();
    let maps = matches.get_many::<String>("map").into_iter().flatten().cloned();
    let fields = fields(&header, maps)?;
    let width = header.len();
    Ok(Box::new(users.into_records().map(move |record| {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let number = error.position().map(csv::Position::line).unwrap_or_default();
                return Row { number, body: Err(error.to_string()) };
            }
        };
        let number = record.position().map(csv::Position::line).unwrap_or_default();
        if record.len() != width {
            return Row { number, body: Err(format!("has {} cells, and the header {width}", record.len())) };
        }
        Row { number, body: csv_body(&record, &fields) }
    })))
}

/// Returns the field of each column.
fn fields(header: &csv::StringRecord, maps: impl Iterator<Item = String>) -> Result<Vec<Option<String>>> {
    let mut mapped = BTreeMap::new();
    for map in maps {
        let (column, field) =
            map.split_once('=').ok_or_else(|| Failure::usage(format!("--map {map}: expected COLUMN=FIELD")))?;
        if !header.iter().any(|name| name == column) {
            let known = header.iter().collect::<Vec<_>>().join(", ");
            return Err(Failure::usage(format!("--map {map}: the file doesn't have the column; columns: {known}")));
        }
        if !field.is_empty() && !fields::is_field(field, CREATE) {
            return Err(Failure::usage(format!(
                "--map {map}: unknown field; known: {}",
                fields::paths(CREATE).join(", ")
            )));
        }
        mapped.insert(column.to_owned(), field.to_owned());
    }
    let mut unknown = Vec::new();
    let mut taken = BTreeMap::new();
    let mut fields = Vec::new();
    for name in header {
        let field = match mapped.get(name) {
            Some(field) => Some(field.clone()).filter(|field| !field.is_empty()),
            None => {
                let field = fields::field_named(name, CREATE);
                unknown.extend(field.is_none().then(|| name.to_owned()));
                field
            }
        };
        if let Some(field) = &field
            && let Some(other) = taken.insert(field.clone(), name)
        {
            return Err(Failure::usage(format!("the columns `{other}` and `{name}` are both for {field}; use --map")));
        }
        fields.push(field);
    }
    if !unknown.is_empty() {
        let names = unknown.join(", ");
        return Err(Failure::usage(format!(
            "unknown columns: {names}; use --map COLUMN=FIELD, or --map COLUMN= to ignore one"
        )));
    }
    if !fields.iter().flatten().any(|field| field == "externalId") {
        return Err(Failure::usage("the file doesn't have a column for externalId; use --map COLUMN=externalId"));
    }
    Ok(fields)
}

fn csv_body(record: &csv::StringRecord, fields: &[Option<String>]) -> std::result::Result<Value, String> {
    let mut body = json!({});
    for (cell, field) in record.iter().zip(fields) {
        if let Some(field) = field.as_ref().filter(|_| !cell.is_empty()) {
            let value = fields::typed(field, cell, CREATE).map_err(|message| format!("{field}: {message}"))?;
            body::put(&mut body, &fields::keys(field), value)?;
        }
    }
    Ok(body)
}

/// A user as the API returns it: the fields that can be set.
fn json_row(line: std::io::Result<String>, number: u64) -> Option<Row> {
    let line = match line {
        Ok(line) if line.trim().is_empty() => return None,
        Ok(line) => line,
        Err(error) => return Some(Row { number, body: Err(error.to_string()) }),
    };
    let body = match serde_json::from_str::<Value>(&line) {
        Ok(Value::Object(user)) => {
            let is_set = |(key, value): &(String, Value)| fields::is_field(key, CREATE) && !value.is_null();
            let mut body: Value = user.into_iter().filter(is_set).collect();
            remove_nulls(&mut body);
            Ok(body)
        }
        Ok(_) => Err("isn't an object".to_owned()),
        Err(error) => Err(format!("invalid JSON: {error}")),
    };
    Some(Row { number, body })
}

/// Removes null fields, which a request for a new user can't have.
fn remove_nulls(value: &mut Value) {
    if let Value::Object(entries) = value {
        entries.retain(|key, value| !value.is_null() && (key != "localeOrigin"));
        entries.values_mut().for_each(remove_nulls);
    }
}
