//! Tables, on the screen and in `docs/benchmarks.md`.

use std::fmt;
use std::fs;
use std::path::Path;

use crate::Result;

/// Marks a missed goal.
const MISSED: &str = "**missed**";

pub struct Table {
    pub head: Vec<&'static str>,
    pub rows: Vec<Vec<String>>,
}

/// The goal for a ratio.
#[derive(Clone, Copy)]
pub enum Goal {
    AtMost(f64),
    AtLeast(f64),
    None,
}

impl Goal {
    /// The goal, and whether a figure meets it, at the displayed precision.
    pub fn judge(self, figure: f64) -> String {
        let shown = (figure * 100.0).round() / 100.0;
        let (text, reached) = match self {
            Self::AtMost(most) => (format!("≤ {most}"), shown <= most),
            Self::AtLeast(least) => (format!("≥ {least}"), shown >= least),
            Self::None => return String::new(),
        };
        format!("{text}: {}", if reached { "met" } else { MISSED })
    }
}

/// Formats a ratio.
pub fn ratio(figure: f64) -> String {
    format!("**{figure:.2}**")
}

impl Table {
    pub fn new(head: &[&'static str]) -> Self {
        Self { head: head.to_vec(), rows: Vec::new() }
    }

    pub fn row(&mut self, cells: impl IntoIterator<Item = impl Into<String>>) {
        self.rows.push(cells.into_iter().map(Into::into).collect());
    }

    pub fn misses_a_goal(&self) -> bool {
        self.rows.iter().flatten().any(|cell| cell.contains(MISSED))
    }

    /// Writes the table to its place in `docs/benchmarks.md`.
    pub fn store(&self, name: &str) -> Result<()> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/benchmarks.md");
        let text = fs::read_to_string(&path)?;
        let (begin, end) = (format!("<!-- begin {name} -->\n"), format!("<!-- end {name} -->"));
        let Some((before, (_, after))) =
            text.split_once(&begin).and_then(|(before, rest)| Some((before, rest.split_once(&end)?)))
        else {
            return Err(format!("docs/benchmarks.md doesn't have a section for `{name}`").into());
        };
        Ok(fs::write(&path, format!("{before}{begin}\n{self}\n{end}{after}"))?)
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = |f: &mut fmt::Formatter<'_>, cells: Vec<String>| writeln!(f, "| {} |", cells.join(" | "));
        line(f, self.head.iter().map(|cell| (*cell).to_owned()).collect())?;
        let rule = |index: usize| if index == 0 { "---" } else { "---:" };
        line(f, (0..self.head.len()).map(|index| rule(index).to_owned()).collect())?;
        self.rows.iter().try_for_each(|row| line(f, row.clone()))
    }
}
