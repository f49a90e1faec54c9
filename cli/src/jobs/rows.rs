//! Files with a row for each user: CSV or NDJSON.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};

use csv::ReaderBuilder;
use serde_json::Value;

use crate::failure::{Failure, Result};

/// The columns that may name a user, in this order.
pub const COLUMNS: [&str; 3] = ["userId", "id", "externalId"];

/// Opens a file, or stdin if the path is `-`.
pub fn open(path: &str) -> Result<Box<dyn Read + Send>> {
    if path == "-" {
        return Ok(Box::new(io::stdin()));
    }
    let file = File::open(path).map_err(|e| Failure::usage(format!("can't read {path}: {e}")))?;
    Ok(Box::new(file))
}

/// A file with rows.
pub struct Rows {
    /// The lines until the first that isn't blank.
    start: Vec<u8>,
    rest: BufReader<Box<dyn Read + Send>>,
}

impl Rows {
    /// Opens a file, or stdin if the path is `-`. A byte order mark is skipped.
    pub fn open(path: &str) -> Result<Self> {
        let mut rest = BufReader::new(open(path)?);
        let mut start = Vec::new();
        while start.trim_ascii().is_empty() {
            let read = rest.read_until(b'\n', &mut start);
            if read.map_err(|e| Failure::usage(format!("can't read {path}: {e}")))? == 0 {
                break;
            }
            if let Some(text) = start.strip_prefix("\u{feff}".as_bytes()) {
                start = text.to_vec();
            }
        }
        if start.trim_ascii_start().starts_with(b"[") {
            return Err(Failure::usage(format!("{path}: must be CSV or NDJSON, which has an object on each line")));
        }
        Ok(Self { start, rest })
    }

    /// Returns whether the rows are JSON.
    pub fn is_json(&self) -> bool {
        self.start.trim_ascii_start().starts_with(b"{")
    }

    /// Returns the lines.
    pub fn lines(self) -> impl Iterator<Item = io::Result<String>> + Send {
        Cursor::new(self.start).chain(self.rest).lines()
    }

    /// Returns a reader of CSV with commas, semicolons or tabs: the separator that the first line has most of.
    pub fn csv(self, builder: &mut ReaderBuilder) -> csv::Reader<Box<dyn Read + Send>> {
        let outside_of_quotes = || self.start.split(|byte| *byte == b'"').step_by(2).flatten();
        let count = |separator: u8| outside_of_quotes().filter(|byte| **byte == separator).count();
        let separator = [b';', b'\t'].into_iter().find(|it| count(*it) > count(b',')).unwrap_or(b',');
        builder.delimiter(separator).from_reader(Box::new(Cursor::new(self.start).chain(self.rest)))
    }
}

/// Reads the users of a file: a line each, or the column `userId`, `id` or `externalId` of a CSV or NDJSON file.
pub fn users(path: &str) -> Result<Vec<String>> {
    let invalid = |e: &dyn std::fmt::Display| Failure::usage(format!("{path}: {e}"));
    let rows = Rows::open(path)?;
    if rows.is_json() {
        let user = |line: io::Result<String>| -> Result<Option<String>> {
            let line = line.map_err(|e| invalid(&e))?;
            if line.trim().is_empty() {
                return Ok(None);
            }
            let value: Value = serde_json::from_str(&line).map_err(|e| invalid(&format!("invalid JSON: {e}")))?;
            let id = COLUMNS.iter().find_map(|column| value.get(column).and_then(Value::as_str));
            id.map(|id| Some(id.to_owned())).ok_or_else(|| invalid(&"a line without `id`"))
        };
        return rows.lines().filter_map(|line| user(line).transpose()).collect();
    }
    let mut records = rows.csv(ReaderBuilder::new().has_headers(false).flexible(true)).into_records().peekable();
    let header = records.peek().and_then(|first| first.as_ref().ok());
    let column = header.and_then(|header| COLUMNS.iter().find_map(|it| header.iter().position(|name| name == *it)));
    let mut users = Vec::new();
    for record in records.skip(usize::from(column.is_some())) {
        let record = record.map_err(|e| invalid(&e))?;
        if column.is_none() && record.len() > 1 {
            // The first cell may be anything, such as an email address.
            let message = "a file with several columns requires a header with `userId`, `id` or `externalId`";
            return Err(invalid(&message));
        }
        users.extend(record.get(column.unwrap_or_default()).filter(|id| !id.trim().is_empty()).map(str::to_owned));
    }
    Ok(users)
}
