//! The output of commands: one item at a time, on stdout.

mod filter;
mod table;
mod value;

use std::io::{self, BufWriter, IsTerminal, Stdout, Write};

use jaq_json::Val;
use jaq_json::write::Pp;

pub use self::filter::Filter;
use self::table::Table;
pub use self::table::safe;
pub use self::value::{at, parse, text};
use crate::failure::{Failure, Result};

/// A format of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Aligned columns; the default on a terminal
    Table,
    /// One JSON value per line; the default otherwise
    Ndjson,
    /// Indented JSON; a listing is one array
    Json,
    /// YAML
    Yaml,
    /// Comma-separated values with a header
    Csv,
}

/// The options for the output.
#[derive(Debug, Default)]
pub struct Options {
    /// The format, if it isn't the default.
    pub format: Option<Format>,
    /// The fields to show: paths of keys.
    pub fields: Vec<String>,
    /// A filter for each item.
    pub filter: Option<Filter>,
    /// Whether only the IDs are shown.
    pub ids: bool,
}

/// Writes items to stdout.
pub struct Output {
    out: BufWriter<Stdout>,
    format: Format,
    /// Whether the format isn't the default.
    is_chosen: bool,
    fields: Vec<String>,
    columns: Vec<String>,
    filter: Option<Filter>,
    ids: bool,
    is_list: bool,
    items: u64,
    /// The chosen fields that no item had, and the fields of the first item.
    missing: Vec<String>,
    known: Vec<String>,
    table: Table,
}

impl Output {
    /// Creates an output for a list or a single value. `columns` are the default columns of a table.
    pub fn new(options: &Options, is_list: bool, columns: &[&str]) -> Self {
        let default = if io::stdout().is_terminal() { Format::Table } else { Format::Ndjson };
        let format = options.format.unwrap_or(default);
        let columns = match &options.filter {
            // The results have any fields.
            Some(_) => Vec::new(),
            None if options.fields.is_empty() => columns.iter().map(|&column| column.to_owned()).collect(),
            None => options.fields.clone(),
        };
        Self {
            out: BufWriter::new(io::stdout()),
            format,
            is_chosen: options.format.is_some(),
            missing: options.fields.clone(),
            known: Vec::new(),
            fields: options.fields.clone(),
            columns,
            filter: options.filter.clone(),
            ids: options.ids,
            is_list,
            items: 0,
            table: Table::for_terminal(),
        }
    }

    /// Writes a value, given as JSON.
    pub fn item(&mut self, json: &str) -> Result<()> {
        let value = parse(json)?;
        self.value(value)
    }

    /// Writes a value.
    pub fn value(&mut self, value: Val) -> Result<()> {
        if self.ids {
            let id = at(&value, "id").or_else(|| self.columns.first().and_then(|column| at(&value, column)));
            let id = id.ok_or_else(|| Failure::usage("-q: the output doesn't have IDs; use --fields or --jq"))?;
            return Ok(writeln!(self.out, "{}", text(&id))?);
        }
        if let Some(filter) = self.filter.clone() {
            return filter.run(value, |result| self.filtered(result));
        }
        self.formatted(value)
    }

    /// Writes a result of a filter: text as it is, an object in the chosen format, and JSON otherwise.
    fn filtered(&mut self, result: Val) -> Result<()> {
        match (&result, self.format) {
            (Val::TStr(_) | Val::BStr(_), _) => writeln!(self.out, "{}", text(&result))?,
            (_, Format::Json) => writeln!(self.out, "{}", pretty(&result))?,
            (Val::Obj(_), Format::Yaml | Format::Csv | Format::Table) if self.is_chosen => self.formatted(result)?,
            _ => writeln!(self.out, "{result}")?,
        }
        Ok(())
    }

    fn formatted(&mut self, value: Val) -> Result<()> {
        let first = self.items == 0;
        self.items += 1;
        self.missing.retain(|field| at(&value, field).is_none());
        if first && !self.missing.is_empty() {
            self.known = value::leaves(&value);
        }
        match self.format {
            Format::Ndjson => writeln!(self.out, "{}", self.projected(value))?,
            Format::Json if self.is_list => {
                let start = if first { "[\n  " } else { ",\n  " };
                write!(self.out, "{start}{}", pretty(&self.projected(value)).replace('\n', "\n  "))?;
            }
            Format::Json => writeln!(self.out, "{}", pretty(&self.projected(value)))?,
            Format::Yaml => {
                let yaml = value::yaml(&self.projected(value))?;
                if self.is_list {
                    let item = yaml.trim_end().replace('\n', "\n  ");
                    writeln!(self.out, "- {item}")?;
                } else {
                    write!(self.out, "{yaml}")?;
                }
            }
            Format::Csv => {
                let columns = self.columns_of(&value);
                let mut line = csv::WriterBuilder::new().from_writer(Vec::new());
                if first {
                    line.write_record(&columns).map_err(|e| Failure::Io(e.to_string()))?;
                    self.columns.clone_from(&columns);
                }
                let cells = columns.iter().map(|column| at(&value, column).map(|cell| text(&cell)).unwrap_or_default());
                line.write_record(cells).map_err(|e| Failure::Io(e.to_string()))?;
                self.out.write_all(&line.into_inner().map_err(|e| Failure::Io(e.to_string()))?)?;
            }
            Format::Table if self.is_list => {
                let columns = self.columns_of(&value);
                if first {
                    self.columns.clone_from(&columns);
                    self.table.header(&columns);
                }
                let cells = columns.iter().map(|column| at(&value, column).map(|cell| text(&cell)).unwrap_or_default());
                self.table.row(cells.collect());
            }
            Format::Table => {
                let fields = if self.fields.is_empty() { value::leaves(&value) } else { self.fields.clone() };
                for field in fields {
                    let cell = at(&value, &field).map(|cell| text(&cell)).unwrap_or_default();
                    self.table.row(vec![field, cell]);
                }
            }
        }
        Ok(())
    }

    /// The columns of a table: the given ones, or the scalar fields of the first item.
    fn columns_of(&self, value: &Val) -> Vec<String> {
        if self.columns.is_empty() { value::leaves(value) } else { self.columns.clone() }
    }

    /// The chosen fields of a value.
    fn projected(&self, value: Val) -> Val {
        if self.fields.is_empty() {
            return value;
        }
        let entry = |field: &String| {
            let key = Val::utf8_str(field.clone().into_bytes());
            (key, at(&value, field).unwrap_or_default())
        };
        Val::obj(self.fields.iter().map(entry).collect())
    }

    /// Writes the complete rows: at the end of a page, so that a listing is shown while it is read.
    pub fn flush(&mut self) -> Result<()> {
        self.table.write(&mut self.out)?;
        Ok(self.out.flush()?)
    }

    /// Ends the output.
    pub fn finish(mut self) -> Result<()> {
        if self.items > 0 && !self.missing.is_empty() {
            let (missing, known) = (self.missing.join(", "), self.known.join(", "));
            note!("warning: --fields {missing}: not in the output; fields: {known}");
        }
        if self.is_list && self.format == Format::Json && !self.ids && self.filter.is_none() {
            self.out.write_all(if self.items == 0 { b"[]\n" } else { b"\n]\n" })?;
        }
        if self.is_list && self.format == Format::Yaml && self.items == 0 && !self.ids && self.filter.is_none() {
            self.out.write_all(b"[]\n")?;
        }
        self.flush()
    }
}

/// Writes a single value that isn't a record of the API.
pub fn print(options: &Options, json: &serde_json::Value) -> Result<()> {
    let mut output = Output::new(options, false, &[]);
    output.item(&json.to_string())?;
    output.finish()
}

/// Returns a value as indented JSON.
fn pretty(value: &Val) -> String {
    let style = Pp { indent: Some("  ".to_owned()), sep_space: true, ..Pp::default() };
    let mut text = Vec::new();
    match jaq_json::write::write(&mut text, &style, 0, value) {
        Ok(()) => String::from_utf8_lossy(&text).into_owned(),
        Err(_) => value.to_string(),
    }
}
