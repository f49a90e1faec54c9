//! Shell completions and man pages.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::builder::{EnumValueParser, PossibleValue, StringValueParser, TypedValueParser};
use clap::{Arg, ArgMatches, Command};
use clap_complete::Shell;

use crate::failure::{Failure, Result};

/// A parser that accepts any text. The known ones complete on the command line.
#[derive(Clone)]
pub struct Known(pub Vec<&'static str>);

impl TypedValueParser for Known {
    type Value = String;

    fn parse_ref(
        &self,
        command: &Command,
        arg: Option<&Arg>,
        value: &OsStr,
    ) -> std::result::Result<String, clap::Error> {
        StringValueParser::new().parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.0.iter().map(PossibleValue::new)))
    }
}

/// Returns the commands of this module.
pub fn subcommands() -> [Command; 2] {
    [
        Command::new("completions")
            .about("Print completions for a shell")
            .after_help("Example: sunco completions bash > ~/.local/share/bash-completion/completions/sunco")
            .arg(Arg::new("shell").required(true).value_parser(EnumValueParser::<Shell>::new())),
        Command::new("man")
            .about("Write the man pages to a folder")
            .arg(Arg::new("folder").value_name("FOLDER").required(true).value_parser(clap::value_parser!(PathBuf))),
    ]
}

/// Runs `sunco completions`.
pub fn completions(matches: &ArgMatches) -> Result<()> {
    let Some(shell) = matches.get_one::<Shell>("shell") else { return Ok(()) };
    let mut text = Vec::new();
    clap_complete::generate(*shell, &mut crate::command(), "sunco", &mut text);
    Ok(io::stdout().write_all(&text)?)
}

/// Runs `sunco man`.
pub fn man(matches: &ArgMatches) -> Result<()> {
    let Some(folder) = matches.get_one::<PathBuf>("folder") else { return Ok(()) };
    let failed = |e: io::Error| Failure::Io(format!("can't write to {}: {e}", folder.display()));
    fs::create_dir_all(folder).map_err(failed)?;
    clap_mangen::generate_to(crate::command(), folder).map_err(failed)
}
