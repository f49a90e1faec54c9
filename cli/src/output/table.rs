//! Tables with aligned columns, a page at a time.

use std::io::{self, IsTerminal, Write};

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The space between columns.
const GAP: &str = "  ";
/// The widest column that isn't the last.
const WIDEST: usize = 40;

/// Rows that are written together.
pub struct Table {
    rows: Vec<Vec<String>>,
    widths: Vec<usize>,
    has_header: bool,
    is_bold: bool,
    /// The width of the terminal. Without one, nothing is shortened.
    width: Option<usize>,
}

impl Table {
    /// Creates a table that fits stdout.
    pub fn for_terminal() -> Self {
        let is_terminal = io::stdout().is_terminal();
        let width = terminal_size::terminal_size().filter(|_| is_terminal).map(|(width, _)| usize::from(width.0));
        let has_colors = is_terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        Self::new(width, has_colors)
    }

    fn new(width: Option<usize>, is_bold: bool) -> Self {
        Self { rows: Vec::new(), widths: Vec::new(), has_header: false, is_bold, width }
    }

    /// Adds the names of the columns.
    pub fn header(&mut self, names: &[String]) {
        self.has_header = true;
        self.row(names.iter().map(|name| name.to_uppercase()).collect());
    }

    /// Adds a row.
    pub fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells.iter().map(|cell| visible(cell)).collect());
    }

    /// Writes the rows, with the widths of the earlier rows at least.
    pub fn write(&mut self, out: &mut impl Write) -> io::Result<()> {
        for row in &self.rows {
            self.widths.resize(self.widths.len().max(row.len()), 0);
            for (width, cell) in self.widths.iter_mut().zip(row) {
                *width = (*width).max(cell.width());
            }
        }
        for row in std::mem::take(&mut self.rows) {
            let mut line = String::new();
            let mut left = self.width;
            for (index, cell) in row.iter().enumerate() {
                let is_last = index + 1 == row.len();
                let widest = if is_last || self.width.is_none() { usize::MAX } else { WIDEST };
                let width = self.widths.get(index).copied().unwrap_or_default().min(widest);
                let cell = shortened(cell, left.unwrap_or(usize::MAX).min(width));
                let padding = if is_last { 0 } else { width.saturating_sub(cell.width()) };
                line += &cell;
                line += &" ".repeat(padding);
                if !is_last {
                    line += GAP;
                }
                left = left.map(|left| left.saturating_sub(width + GAP.len()));
            }
            let line = line.trim_end();
            let is_header = std::mem::take(&mut self.has_header);
            if is_header && self.is_bold {
                writeln!(out, "\u{1b}[1m{line}\u{1b}[0m")?
            } else {
                writeln!(out, "{line}")?
            }
        }
        Ok(())
    }
}

/// Replaces characters that would control the terminal or end the line.
fn visible(text: &str) -> String {
    safe(&text.replace('\n', "⏎").replace('\t', " "))
}

/// Replaces characters that would control the terminal, or change the direction or order of the text after them. Joiners stay,
/// because they are parts of words and emoji.
pub fn safe(text: &str) -> String {
    let shown = |c: char| match c {
        '\n' => c.to_string(),
        '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{61c}'
        | '\u{feff}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => c.escape_unicode().to_string(),
        c if c.is_control() => c.escape_unicode().to_string(),
        c => c.to_string(),
    };
    text.chars().map(shown).collect()
}

fn shortened(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut taken = 0;
    let fits = |c: &char| {
        taken += c.width().unwrap_or_default();
        taken < width
    };
    let start: String = text.chars().take_while(fits).collect();
    if width == 0 { String::new() } else { start + "…" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_emoji_stay() {
        let joined = "👩\u{200d}👧 می\u{200c}خواهم";
        assert_eq!(visible(joined), joined);
        assert_eq!(visible("a\u{202e}b\u{2028}\u{1b}\n\t"), "a\\u{202e}b\\u{2028}\\u{1b}⏎ ");
        assert_eq!(safe("a\nb\u{7}"), "a\nb\\u{7}");
    }

    fn written(width: Option<usize>, rows: &[&[&str]]) -> String {
        let mut table = Table::new(width, false);
        for row in rows {
            table.row(row.iter().map(|&cell| cell.to_owned()).collect());
        }
        let mut out = Vec::new();
        table.write(&mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn columns_are_aligned_by_width() {
        assert_eq!(written(None, &[&["a", "b"], &["日本", "c"]]), "a     b\n日本  c\n");
    }

    #[test]
    fn rows_fit_the_terminal() {
        assert_eq!(written(Some(10), &[&["abc", "defghijkl"]]), "abc  defg…\n");
        let long = "x".repeat(60);
        let line = written(Some(100), &[&[&long, "y"]]);
        assert!(line.starts_with(&("x".repeat(39) + "…  y")), "{line}");
        assert_eq!(written(None, &[&[&long, "y"]]), format!("{long}  y\n"));
    }

    #[test]
    fn control_characters_are_visible() {
        assert_eq!(written(None, &[&["a\u{1b}[31m\nb\u{202e}"]]), "a\\u{1b}[31m⏎b\\u{202e}\n");
    }
}
