//! Creates or updates the users of a CSV file, with a progress bar. If it is interrupted, run it again: it resumes.
//!
//! ```text
//! cargo run -p sunshine-conversations-bulk --example migrate -- users.csv users.journal
//! cargo run -p sunshine-conversations-bulk --example migrate
//! ```
//!
//! The file has the columns `id`, `given_name`, `surname` and `email`. Host, credentials and app are read from the
//! environment (`SUNCO_SUBDOMAIN`, `SUNCO_KEY_ID`, `SUNCO_KEY_SECRET`, `SUNCO_APP_ID`). Without arguments, it migrates 500
//! users to an in-memory sandbox.

use std::env;
use std::error::Error;
use std::io::{Cursor, Read};
use std::path::PathBuf;

use indicatif::{ProgressBar, ProgressStyle};
use sunshine_conversations::{ApiClient, AppClient, Credentials, models::*};
use sunshine_conversations_bulk::{Job, OnError};
use sunshine_conversations_sandbox::Sandbox;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let journal = arguments.get(1).map_or_else(|| env::temp_dir().join("migrate-demo.journal"), PathBuf::from);
    let (app, file, _sandbox): (AppClient, Box<dyn Read>, _) = match arguments.first() {
        Some(path) => (AppClient::from_env()?, Box::new(std::fs::File::open(path)?), None),
        None => {
            let _ = std::fs::remove_file(&journal);
            let (sandbox, app) = demo()?;
            (app, Box::new(Cursor::new(demo_file())), Some(sandbox))
        }
    };
    let mut users = csv::Reader::from_reader(file);
    let columns = users.headers()?.clone();
    let place = |name: &str| columns.iter().position(|column| column == name).ok_or(format!("no column `{name}`"));
    let [id, given_name, surname, email] = [place("id")?, place("given_name")?, place("surname")?, place("email")?];
    // A line that isn't valid CSV is a failure of its item.
    let key = |row: &csv::Result<csv::StringRecord>| match row {
        Ok(row) => row.get(id).unwrap_or_default().to_owned(),
        Err(error) => error.to_string(),
    };

    let bar = ProgressBar::no_length();
    bar.set_style(ProgressStyle::with_template("{bar:40} {pos}/{len} {msg}")?);
    let report = Job::new(&journal)?
        .name("migrate users")
        .threads(16)
        .on_error(OnError::RetryLater(2))
        .retry_if(|error: &String| error.starts_with("later: "))
        .on_progress(|progress| {
            bar.set_length(progress.total.unwrap_or_else(|| progress.position() + progress.in_flight));
            bar.set_position(progress.position());
            bar.set_message(format!("{:.0} per second, {} failed", progress.per_second, progress.failed));
        })
        .run_keyed(users.records(), key, |row| {
            let row = row.as_ref().map_err(|error| error.to_string())?;
            let column = |index: usize| row.get(index).unwrap_or_default();
            let profile = Profile::new()
                .with_given_name(column(given_name))
                .with_surname(column(surname))
                .with_email(column(email));
            let body = UserCreateBody::new().with_external_id(column(id)).with_profile(profile);
            let later = |error: &sunshine_conversations::Error| if error.is_retryable() { "later: " } else { "" };
            app.upsert_user(&body).send().map_err(|error| format!("{}{error}", later(&error)))
        })?;
    bar.finish();

    println!("{report}");
    for failure in &report.failures {
        println!("{failure}");
    }
    if report.is_complete() { Ok(()) } else { Err("run the program again to process the rest".into()) }
}

fn demo() -> Result<(Sandbox, AppClient), Box<dyn Error>> {
    let sandbox = Sandbox::start()?;
    let credentials = Credentials::basic(sandbox.key_id(), sandbox.key_secret());
    let api = ApiClient::builder().base_url(sandbox.base_url()).credentials(credentials).build()?;
    let app = api.app(sandbox.app_id());
    Ok((sandbox, app))
}

fn demo_file() -> String {
    let rows = (1..=500).map(|number| format!("customer-{number},Ada,Lovelace,ada+{number}@example.com\n"));
    "id,given_name,surname,email\n".to_owned() + &rows.collect::<String>()
}
