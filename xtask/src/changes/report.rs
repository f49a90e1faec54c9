//! The report: changes as lines for the changelog, and the version that follows from them.

use std::collections::BTreeSet;
use std::fmt::{self, Display, Write as _};

use super::comparison::Place;
use super::uses::{Uses, list};

/// The section of the changelog that a change belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Code that uses the crate no longer compiles, or the API rejects requests that it accepted before.
    Breaking,
    Added,
    Changed,
    Deprecated,
    Removed,
}

/// The Rust names of schemas, each with the path to a field; the path may be empty.
pub type Fields = BTreeSet<(String, String)>;

/// The operations or the schemas that a change belongs to.
#[derive(Clone)]
pub enum Subject {
    /// The client's methods.
    Operations(BTreeSet<String>),
    /// Webhooks and credentials; the label names them.
    Other,
    Schemas {
        fields: Fields,
        uses: Uses,
    },
}

/// A change, before equal ones are merged.
#[derive(Clone)]
pub struct Change {
    pub kind: Kind,
    pub subject: Subject,
    /// The part of the subject, such as a parameter; may be empty.
    pub label: String,
    pub text: String,
    pub place: Option<Place>,
}

/// A line of the report.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    pub kind: Kind,
    /// Operations are first and models last.
    rank: u8,
    pub text: String,
}

/// All changes between two documents.
#[derive(Debug, Default)]
pub struct Report {
    pub lines: Vec<Line>,
    /// The number of descriptions that changed.
    pub descriptions: usize,
}

impl Report {
    /// Merges changes that are the same for several operations.
    pub fn new(changes: Vec<Change>, descriptions: usize, operations: &BTreeSet<String>) -> Self {
        let mut merged: Vec<Change> = Vec::new();
        for change in changes {
            let is_merged = merged.iter_mut().any(|other| {
                (other.kind, &other.label, &other.text) == (change.kind, &change.label, &change.text)
                    && other.subject.merge(&change.subject)
            });
            if !is_merged {
                merged.push(change);
            }
        }
        let mut lines: Vec<Line> = merged.iter().map(|change| change.line(operations)).collect();
        lines.sort();
        lines.dedup();
        Self { lines, descriptions }
    }

    /// Returns how many changes are breaking.
    pub fn breaking(&self) -> usize {
        self.lines.iter().filter(|line| line.kind == Kind::Breaking).count()
    }

    /// Returns the sections for the changelog, a summary, and the next version after `version`.
    pub fn print(&self, version: &str) -> String {
        let mut out = String::new();
        let mut section = None;
        for line in &self.lines {
            if section != Some(line.kind) {
                let _ = writeln!(out, "\n### {}\n", line.kind);
                section = Some(line.kind);
            }
            let _ = writeln!(out, "- {}", line.text);
        }
        match self.descriptions {
            0 => {}
            1 => out.push_str("\n1 description changed.\n"),
            count => drop(writeln!(out, "\n{count} descriptions changed.")),
        }
        if self.lines.is_empty() {
            out.push_str("\nNo changes of operations, models, webhooks or credentials.\n");
        } else {
            let breaking = self.breaking();
            let _ = writeln!(
                out,
                "\n{breaking} breaking, {} other.\n{}",
                self.lines.len() - breaking,
                self.advice(version)
            );
        }
        out
    }

    /// Returns the next version by semantic versioning. Before 1.0, the second number marks breaking changes.
    fn advice(&self, version: &str) -> String {
        let mut numbers = version.split(['.', '-', '+']).map(|part| part.parse::<u64>().unwrap_or(0));
        let mut next = || numbers.next().unwrap_or(0);
        let (major, minor, patch) = (next(), next(), next());
        let (level, to) = match (self.breaking() > 0, major) {
            (true, 0) => ("minor, for breaking changes before 1.0", (0, minor + 1, 0)),
            (true, _) => ("major, for breaking changes", (major + 1, 0, 0)),
            (false, 0) => ("patch, for compatible changes before 1.0", (0, minor, patch + 1)),
            (false, _) => ("minor, for compatible changes", (major, minor + 1, 0)),
        };
        format!("Next version: {version} → {}.{}.{} ({level}).", to.0, to.1, to.2)
    }
}

impl Subject {
    /// Adds another subject, and returns `false` if a line can't contain both.
    fn merge(&mut self, other: &Self) -> bool {
        match (self, other) {
            (Self::Operations(all), Self::Operations(names)) => all.extend(names.iter().cloned()),
            (Self::Schemas { fields: all, uses: all_uses }, Self::Schemas { fields, uses })
                if fields.iter().all(|(_, path)| !path.is_empty()) =>
            {
                all.extend(fields.iter().cloned());
                all_uses.merge(uses);
            }
            _ => return false,
        }
        true
    }
}

impl Change {
    fn line(&self, operations: &BTreeSet<String>) -> Line {
        let Self { kind, label, text, .. } = self;
        let (rank, text) = match &self.subject {
            Subject::Operations(names) => {
                let all = names.len() > 1 && names.is_superset(operations);
                let names = if all { "all operations".to_owned() } else { list(names) };
                let subject = if label.is_empty() { names } else { format!("{label} of {names}") };
                (0, format!("{}: {text}.", capitalized(&subject)))
            }
            Subject::Other => (1, format!("{}: {text}.", capitalized(label))),
            Subject::Schemas { fields, uses } => {
                let uses = uses.text();
                let uses = if uses.is_empty() { uses } else { format!(" ({uses})") };
                (2, format!("{}: {text}{uses}.", schemas(fields)))
            }
        };
        Line { kind: *kind, rank, text }
    }
}

impl Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

/// Returns "what `old` → `new`", or that one of them was added or removed.
pub fn change_of(what: &str, old: Option<&str>, new: Option<&str>) -> String {
    let shown = |text: &str| if text.parse::<f64>().is_ok() { text.to_owned() } else { format!("`{text}`") };
    match (old, new) {
        (Some(old), Some(new)) => format!("{what} {} → {}", shown(old), shown(new)),
        (None, Some(new)) => format!("new {what} {}", shown(new)),
        (Some(old), None) => format!("{what} {} removed", shown(old)),
        (None, None) => String::new(),
    }
}

/// Returns values as a list in English.
pub fn quoted(values: &[impl Display]) -> String {
    let values: Vec<String> = values.iter().map(|value| format!("`{value}`")).collect();
    match values.as_slice() {
        [] => String::new(),
        [value] => value.clone(),
        [values @ .., last] => format!("{} and {last}", values.join(", ")),
    }
}

/// Returns fields as a list. Many fields with the same path are shortened to "`path` of `A`, `B` and `C`".
fn schemas(fields: &Fields) -> String {
    let path = fields.first().map_or("", |(_, path)| path);
    if fields.len() > 2 && !path.is_empty() && fields.iter().all(|(_, other)| other == path) {
        let names: Vec<&String> = fields.iter().map(|(name, _)| name).collect();
        return format!("`{}` of {}", path.trim_start_matches('.'), quoted(&names));
    }
    quoted(&fields.iter().map(|(name, path)| format!("{name}{path}")).collect::<Vec<_>>())
}

fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().into_iter().flat_map(char::to_uppercase).chain(characters).collect()
}
