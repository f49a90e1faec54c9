//! The options of all commands.

use std::cell::{Cell, OnceCell};
use std::io::{self, BufRead, IsTerminal, Write};

use clap::{Arg, ArgAction, ArgMatches, Command, builder::EnumValueParser, builder::NonEmptyStringValueParser};

use sunshine_conversations::Json;

use crate::account::{Account, Selection};
use crate::failure::{Failure, Result};
use crate::output::{Filter, Format, Options, safe};
use crate::request::{Preview, masked};

/// The options of all commands.
pub struct Globals {
    /// The profile and the app.
    pub selection: Selection,
    /// Whether requests that change anything are printed instead of sent.
    pub dry_run: bool,
    /// Whether questions are skipped.
    pub yes: bool,
    /// Whether errors are JSON.
    pub json_errors: bool,
    /// Whether requests are logged.
    pub verbose: bool,
    format: Option<Format>,
    fields: Vec<String>,
    jq: Option<String>,
    ids: bool,
    #[cfg(feature = "sandbox")]
    use_sandbox: bool,
    of_account: Cell<bool>,
    account: OnceCell<Account>,
    #[cfg(feature = "sandbox")]
    sandbox: OnceCell<sunshine_conversations_sandbox::Sandbox>,
}

/// Adds the options to the program.
pub fn add_to(command: Command) -> Command {
    let option = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help).global(true).help_heading("Global options")
    };
    let flag = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(help).global(true).help_heading("Global options")
    };
    let command = command
        .arg(
            option("account-profile", "NAME", "Profile to use, instead of the environment or the default profile")
                .long("profile")
                .value_parser(NonEmptyStringValueParser::new())
                .short('p'),
        )
        .arg(option("app", "APP", "ID of the app [env: SUNCO_APP_ID]").short('a'))
        .arg(
            option("output", "FORMAT", "Output format: a table on a terminal, otherwise ndjson")
                .short('o')
                .value_parser(EnumValueParser::<Format>::new())
                .hide_possible_values(false),
        )
        .arg(
            option("fields", "FIELDS", "Fields to show, such as id,profile.email")
                .value_delimiter(',')
                .value_parser(NonEmptyStringValueParser::new())
                .action(ArgAction::Append),
        )
        .arg(option("jq", "EXPR", "Filter for each item, in the language of jq").conflicts_with("fields"))
        .arg(flag("ids", "Print only the IDs").short('q').conflicts_with_all(["jq", "fields"]))
        .arg(flag("dry-run", "Print the request as a curl command instead of sending it"))
        .arg(flag("yes", "Skip the confirmation before anything is deleted").short('y'))
        .arg(flag("json-errors", "Print errors as one JSON object on stderr"))
        .arg(flag("verbose", "Log requests to stderr, with masked secrets").short('v'));
    if cfg!(feature = "sandbox") {
        command.arg(
            flag("use-sandbox", "Run the command against a temporary sandbox")
                .long("sandbox")
                .conflicts_with("account-profile"),
        )
    } else {
        command
    }
}

impl Globals {
    /// Reads the options.
    pub fn new(matches: &ArgMatches) -> Self {
        let text = |name: &str| matches.get_one::<String>(name).cloned();
        Self {
            selection: Selection { profile: text("account-profile"), app: text("app") },
            dry_run: matches.get_flag("dry-run"),
            yes: matches.get_flag("yes"),
            json_errors: matches.get_flag("json-errors"),
            verbose: matches.get_flag("verbose"),
            // `sandbox transcript record` has an option of this name for a file.
            format: matches.try_get_one("output").ok().flatten().copied(),
            fields: matches.get_many::<String>("fields").into_iter().flatten().cloned().collect(),
            jq: text("jq"),
            ids: matches.get_flag("ids"),
            #[cfg(feature = "sandbox")]
            use_sandbox: matches.get_flag("use-sandbox"),
            of_account: Cell::new(false),
            account: OnceCell::new(),
            #[cfg(feature = "sandbox")]
            sandbox: OnceCell::new(),
        }
    }

    /// Returns the options for the output.
    pub fn output(&self) -> Result<Options> {
        let filter = self.jq.as_deref().map(Filter::new).transpose()?;
        Ok(Options { format: self.format, fields: self.fields.clone(), filter, ids: self.ids })
    }

    /// Prefers the key of the account to that of the app, in a temporary sandbox, which has both.
    pub fn prefer_account_key(&self) {
        self.of_account.set(true);
    }

    /// Returns the account.
    pub fn account(&self) -> Result<&Account> {
        match self.account.get() {
            Some(account) => Ok(account),
            None => {
                let account = self.find_account()?;
                Ok(self.account.get_or_init(|| account))
            }
        }
    }

    #[cfg(feature = "sandbox")]
    fn find_account(&self) -> Result<Account> {
        if !self.use_sandbox {
            return self.find_configured();
        }
        let sandbox = crate::development::sandbox::temporary()?;
        let account =
            crate::development::sandbox::account(&sandbox, self.selection.app.clone(), self.of_account.get())?;
        let _ = self.sandbox.set(sandbox);
        Ok(account)
    }

    #[cfg(not(feature = "sandbox"))]
    fn find_account(&self) -> Result<Account> {
        self.find_configured()
    }

    fn find_configured(&self) -> Result<Account> {
        if self.dry_run && !Account::is_configured(&self.selection) {
            note!("note: there is no account, so the request has placeholders");
            return Ok(Account::placeholder(&self.selection));
        }
        Account::find(&self.selection)
    }

    /// Prints a request instead of sending it. Secrets in the body are masked.
    pub fn show(&self, preview: &Preview<'_>) -> Result<()> {
        let body = preview.body.map(|body| masked(&Json::from_text(body)?)).transpose()?;
        let preview = &Preview { body: body.as_deref(), ..preview.clone() };
        Ok(writeln!(io::stdout(), "{}", preview.curl(self.account()?.authentication()))?)
    }

    /// Asks for a confirmation, unless `--yes` is given.
    pub fn confirm(&self, action: &str) -> Result<()> {
        if self.yes || self.dry_run {
            return Ok(());
        }
        if !io::stdin().is_terminal() {
            return Err(Failure::Refused(format!("{action}: use --yes to confirm, because stdin isn't a terminal")));
        }
        let mut err = io::stderr();
        write!(err, "{}? [y/N] ", safe(action))?;
        err.flush()?;
        let mut line = String::new();
        if io::stdin().lock().read_line(&mut line)? == 0 {
            // Ctrl-D doesn't end the line of the question.
            writeln!(err)?;
        }
        if matches!(line.trim().to_lowercase().as_str(), "y" | "yes") {
            Ok(())
        } else {
            Err(Failure::Refused("not confirmed; nothing was changed".to_owned()))
        }
    }
}
