//! The parts that all jobs share: threads, rate limit, progress and Ctrl-C.

use std::fmt;
use std::io::{self, IsTerminal};
use std::process;
use std::thread;
use std::time::{Duration, Instant};

use clap::{Arg, ArgAction, ArgMatches, Command};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use sunshine_conversations::{AppClient, RateLimit};
use sunshine_conversations_bulk::{Cancel, Job, OnError, Progress, Report};

use crate::failure::{self, Failure, Result};
use crate::globals::Globals;
use crate::interrupt::Interrupt;

/// The time between two lines of progress, if stderr isn't a terminal.
const INTERVAL: Duration = Duration::from_secs(5);

/// Adds the options of all jobs.
pub fn add_to(command: Command) -> Command {
    const HEADING: &str = "Job";
    command
        .arg(
            Arg::new("threads")
                .long("threads")
                .value_name("N")
                .value_parser(clap::value_parser!(u16).range(1..=256))
                .default_value("8")
                .help("Calls at the same time")
                .help_heading(HEADING),
        )
        .arg(
            Arg::new("rate")
                .long("rate")
                .value_name("N")
                .value_parser(rate)
                .help("Most requests per second; by default, the rate is measured after a 429")
                .help_heading(HEADING),
        )
        .arg(
            Arg::new("no-progress")
                .long("no-progress")
                .action(ArgAction::SetTrue)
                .help("Don't print progress")
                .help_heading(HEADING),
        )
}

fn rate(text: &str) -> std::result::Result<f64, String> {
    let rate = text.parse::<f64>().ok().filter(|rate| rate.is_finite() && *rate > 0.0);
    rate.ok_or_else(|| format!("`{text}` must be a positive number"))
}

/// The settings of a job.
pub struct Settings {
    /// The client, with the rate limit.
    pub app: AppClient,
    /// The number of threads.
    pub threads: usize,
    /// Canceled by Ctrl-C.
    pub cancel: Cancel,
    shows_progress: bool,
}

impl Settings {
    /// Reads the options, checks the account with a call, and starts to handle Ctrl-C.
    pub fn new(globals: &Globals, matches: &ArgMatches) -> Result<Self> {
        let account = globals.account()?;
        let mut builder = account.builder()?.adaptive_rate_limit(true);
        if let Some(rate) = matches.get_one::<f64>("rate") {
            builder = builder.rate_limit(RateLimit::per_second(*rate));
        }
        let app = builder.build()?.app(account.app()?);
        // A wrong app or key would fail every item, and users of a wrong app would count as erased.
        if let Err(error) = app.get_app().send()
            // The key of an integration must not read the app.
            && !error.is_forbidden()
        {
            return Err(Failure::from(error).of("GetApp"));
        }
        let cancel = Cancel::new();
        cancel_on_interrupt(&cancel)?;
        Ok(Self {
            app,
            threads: matches.get_one::<u16>("threads").copied().unwrap_or(1).into(),
            cancel,
            shows_progress: !matches.get_flag("no-progress"),
        })
    }

    /// Sets up a job that tries an item again if its failure may go away.
    pub fn set_up<'a>(&self, job: Job<'a, Problem>) -> Job<'a, Problem> {
        let job = job.threads(self.threads).cancel(&self.cancel);
        job.on_error(OnError::RetryLater(1)).retry_if(|problem| problem.is_retryable)
    }

    /// Returns a display of the progress on stderr.
    pub fn display(&self, noun: &'static str) -> Display {
        Display::new(noun, self.shows_progress)
    }

    /// Returns the failure of a job that isn't complete.
    pub fn result(&self, report: &Report, resume: &str) -> Result<()> {
        if self.cancel.is_canceled() {
            return Err(Failure::Interrupted(format!("{} done; to resume: {resume}", report.done)));
        }
        if report.is_complete() {
            return Ok(());
        }
        Err(Failure::Incomplete(format!("{} failed, {} done; to try again: {resume}", report.failed, report.done)))
    }
}

/// A failure of an item.
#[derive(Debug)]
pub struct Problem {
    text: String,
    /// Whether another attempt may succeed.
    pub is_retryable: bool,
}

impl From<String> for Problem {
    fn from(text: String) -> Self {
        Self { text, is_retryable: false }
    }
}

impl From<sunshine_conversations::Error> for Problem {
    fn from(error: sunshine_conversations::Error) -> Self {
        Self { is_retryable: error.is_retryable(), text: failure::for_users(&error.to_string()) }
    }
}

impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Self {
        error.to_string().into()
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Api(error, _) => error.into(),
            other => other.to_string().into(),
        }
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Io(problem.text)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// The first signal cancels the job, and the second ends the program.
pub fn cancel_on_interrupt(cancel: &Cancel) -> Result<()> {
    let interrupt = Interrupt::new()?;
    let cancel = cancel.clone();
    thread::spawn(move || {
        interrupt.wait();
        note!("Interrupted: finishing the calls in progress. Press Ctrl-C again to end now.");
        cancel.cancel();
        interrupt.reset();
        interrupt.wait();
        process::exit(130);
    });
    Ok(())
}

/// Shows the progress: a bar on a terminal, and otherwise a line every few seconds.
pub struct Display {
    noun: &'static str,
    bar: ProgressBar,
    last: Option<Instant>,
    is_shown: bool,
}

impl Display {
    fn new(noun: &'static str, is_shown: bool) -> Self {
        let is_terminal = io::stderr().is_terminal();
        let target = if is_terminal && is_shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(None, target);
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}") {
            bar.set_style(style);
        }
        Self { noun, bar, last: None, is_shown: is_shown && !is_terminal }
    }

    /// Shows the progress of a job.
    pub fn update(&mut self, progress: &Progress) {
        let (position, failed) = (progress.position(), progress.failed);
        self.bar.set_length(progress.total.unwrap_or(position + progress.in_flight));
        self.bar.set_position(position);
        self.bar.set_message(format!("{} {:.0} per second, {failed} failed", self.noun, progress.per_second));
        if self.is_shown && self.last.get_or_insert_with(Instant::now).elapsed() >= INTERVAL {
            self.last = Some(Instant::now());
            let total = progress.total.map(|total| format!(" of {total}")).unwrap_or_default();
            note!("{position}{total} {}, {failed} failed", self.noun);
        }
    }

    /// Ends the display with a summary.
    pub fn finish(&self, report: &Report) {
        self.bar.finish_and_clear();
        let seconds = report.elapsed.as_secs_f64();
        let skipped = if report.skipped > 0 { format!(", {} skipped", report.skipped) } else { String::new() };
        note!("{}: {} done, {} failed{skipped}, {seconds:.1} s", self.noun, report.done, report.failed);
    }
}

/// Returns the command line that was used, for the hint to resume.
pub fn command_line() -> String {
    // Not every name of a file is UTF-8.
    let words = std::env::args_os().skip(1).map(|word| crate::request::quoted(&word.to_string_lossy()));
    let words: Vec<_> = words.collect();
    format!("sunco {}", words.join(" "))
}
