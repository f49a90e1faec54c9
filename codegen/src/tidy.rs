//! Blank lines of the generated files.

/// Removes trailing spaces, and the blank lines that templates leave within items.
///
/// The remaining blank lines separate items: none follows a doc comment or an opening brace, precedes a closing brace, or
/// is inside a table or a function.
#[must_use]
pub fn rust(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut previous = "";
    let mut blank = false;
    for line in text.lines().map(str::trim_end) {
        let code = line.trim_start();
        if code.is_empty() {
            blank = true;
            continue;
        }
        let begins = previous.is_empty() || previous.ends_with(['{', '(']);
        let belongs = previous.trim_start().starts_with("///") || previous.trim_start().starts_with("#[");
        let within = line.len() - code.len() >= 8 || code.starts_with(['}', ')']) || code.starts_with("//! |");
        let word =
            |line: &'_ str| line.split(' ').next().filter(|word| matches!(*word, "mod" | "pub")).map(str::to_owned);
        let listed =
            word(line).is_some() && word(line) == word(previous) && line.ends_with(';') && previous.ends_with(';');
        if blank && !begins && !belongs && !within && !listed {
            out.push('\n');
        }
        blank = false;
        out.push_str(line);
        out.push('\n');
        previous = line;
    }
    out
}

/// Separates headings, paragraphs and tables in Markdown by one blank line.
#[must_use]
pub fn markdown(text: &str) -> String {
    let mut out = String::new();
    let mut previous = "";
    for line in text.lines().map(str::trim_end).filter(|line| !line.is_empty()) {
        let within_table = previous.starts_with('|') && line.starts_with('|');
        if !previous.is_empty() && !within_table {
            out.push('\n');
        }
        out.push_str(line);
        out.push('\n');
        previous = line;
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn blank_lines_separate_items_only() {
        let text = "use a;\n\n\nmodel! {\n\n    /// B\n\n    pub struct B {\n\n        /// c\n\n        option c;  \n\n        /// d\n        option d;\n\n    }\n}\n\n";
        let tidy = "use a;\n\nmodel! {\n    /// B\n    pub struct B {\n        /// c\n        option c;\n        /// d\n        option d;\n    }\n}\n";
        assert_eq!(super::rust(text), tidy);
    }

    #[test]
    fn tables_of_markdown_stay_together() {
        let text = "# A\nText.\n| a |\n| - |\n\n| b |\n## B\n";
        assert_eq!(super::markdown(text), "# A\n\nText.\n\n| a |\n| - |\n| b |\n\n## B\n");
    }
}
