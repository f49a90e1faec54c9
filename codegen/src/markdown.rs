//! Converts descriptions of an OpenAPI document into doc comments.
//!
//! Descriptions are Markdown with HTML, broken links and code in it. The result passes the lints of rustdoc and clippy, and
//! none of its code is compiled as a doctest. Blocks are parsed first, then the inline text of each block is rewritten.

use std::collections::BTreeMap;

/// A space in inline code, at which lines aren't broken. Input doesn't contain control characters.
const HARD_SPACE: char = '\u{1}';
/// A hard line break.
const BREAK: char = '\u{2}';
/// Maximum nesting of lists, quotes, links and HTML. Deeper markup becomes text.
const MAX_DEPTH: usize = 8;
/// Maximum length of a link's text and target in bytes.
const MAX_LINK: usize = 2000;
/// Maximum length of a code block that is shown inside a paragraph.
const MAX_INLINE_CODE: usize = 80;

/// Renders a description as lines of a doc comment, without the `///` marker and without trailing blank lines.
///
/// Returns an empty list if the text is empty. Only code, tables and long words exceed the width.
pub fn doc_lines(text: &str, width: usize) -> Vec<String> {
    let document = Document::parse(text);
    document.render(&document.blocks, width, false)
}

/// Renders a description as one list item: the prefix (such as "- `app_id`: ") and the text as one paragraph.
pub fn doc_item(prefix: &str, text: &str, width: usize) -> Vec<String> {
    let document = Document::parse(text);
    let (bullet, name) = prefix.strip_prefix("- ").map_or(("", prefix), |name| ("- ", name));
    let text = document.flatten(&document.blocks);
    let name = if text.is_empty() { name.trim_end_matches([':', ' ']) } else { name.trim_end() };
    let text = format!("{} {text}", harden(name));
    hang(bullet, &wrap(&text, width.saturating_sub(bullet.len())))
}

/// Returns the first sentence of a description as one line for a table cell: `|` is escaped.
pub fn one_line(text: &str) -> String {
    let document = Document::parse(text);
    let paragraph = document.blocks.iter().find(|block| matches!(block, Block::Text(_)));
    let text = document.flatten(paragraph.map_or(&document.blocks[..], std::slice::from_ref));
    cell(first_sentence(&text))
}

/// Wraps Markdown written by the generator, such as "At most 10 items. See [`User`]."
///
/// Nothing is escaped, so links to items work. Pass values of the document through [`code`].
pub fn paragraph(text: &str, width: usize) -> Vec<String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, _)) = rest.split_once('`') {
        out.push_str(before);
        let ticks = rest.split_at(before.len()).1;
        let (code, after) = code_span(ticks).unwrap_or_else(|| ticks.split_at(backticks(ticks)));
        out.push_str(&harden(code));
        rest = after;
    }
    out.push_str(rest);
    wrap(&out.replace('\n', " "), width)
}

/// Formats a value as inline code, with as many backticks as it needs. Returns an empty string for blank text.
pub fn code(text: &str) -> String {
    let text = clean(text).replace('\n', " ");
    let text = text.trim();
    if text.is_empty() {
        return String::new();
    }
    let ticks = "`".repeat(longest_run(text) + 1);
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{ticks}{space}{text}{space}{ticks}")
}

/// A block of a description. Text isn't rewritten yet.
enum Block {
    Text(String),
    Heading(String),
    Code(Vec<String>),
    List(Vec<Item>),
    Quote(Vec<Block>),
    /// The header row, the alignment row, and the other rows.
    Table(Vec<Vec<String>>),
}

impl Block {
    fn interrupts_text(&self) -> bool {
        matches!(self, Self::List(items) if items.first().is_some_and(|item| interrupts_text(&item.marker)))
    }
}

/// An item of a list, with its marker: `-`, or a number with a dot or parenthesis.
struct Item {
    marker: String,
    blocks: Vec<Block>,
}

impl Item {
    /// Returns the last character of the marker. Items of one list have the same.
    fn kind(&self) -> Option<char> {
        self.marker.chars().last()
    }
}

/// A description and its link definitions.
#[derive(Default)]
struct Document {
    blocks: Vec<Block>,
    links: BTreeMap<String, String>,
}

impl Document {
    fn parse(text: &str) -> Self {
        let text = clean(text);
        let lines: Vec<&str> = text.lines().collect();
        let margin = lines.iter().filter(|line| !is_blank(line)).map(|line| indent(line)).min().unwrap_or(0);
        let lines: Vec<&str> = lines.into_iter().map(|line| dedent(line, margin)).collect();
        let mut document = Self::default();
        document.blocks = document.parse_blocks(&lines, 0);
        document
    }

    fn parse_blocks(&mut self, lines: &[&str], depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut paragraph = Vec::new();
        let mut rest = lines;
        while let Some((&line, mut tail)) = rest.split_first() {
            let text = line.trim();
            let open = !paragraph.is_empty();
            let marker = marker(line).filter(|_| depth < MAX_DEPTH);
            if text.is_empty() {
                self.end_paragraph(&mut paragraph, &mut blocks, depth);
            } else if open && is_underline(text) {
                blocks.push(Block::Heading(std::mem::take(&mut paragraph).join("\n")));
            } else if indent(line) >= 4 && !open && (depth == 0 || marker.is_none()) && Tag::parse(text).is_none() {
                let code = take_while(&mut rest, |line| is_blank(line) || indent(line) >= 4);
                blocks.push(Block::Code(code.iter().map(|line| dedent(line, 4).to_owned()).collect()));
                continue;
            } else if let Some(fence) = fence(text) {
                self.end_paragraph(&mut paragraph, &mut blocks, depth);
                let code = take_while(&mut tail, |line| !closes(line, fence));
                tail = tail.get(1..).unwrap_or_default();
                blocks.push(Block::Code(code.iter().map(|code| dedent(code, indent(line)).to_owned()).collect()));
            } else if is_rule(text) {
                self.end_paragraph(&mut paragraph, &mut blocks, depth);
            } else if let Some(heading) = heading(text) {
                self.end_paragraph(&mut paragraph, &mut blocks, depth);
                blocks.push(Block::Heading(heading.to_owned()));
            } else if text.starts_with('>') && depth < MAX_DEPTH {
                self.end_paragraph(&mut paragraph, &mut blocks, depth);
                let quote = take_while(&mut rest, |line| !is_blank(line) && (is_quote(line) || !starts_block(line)));
                let quote: Vec<&str> = quote.iter().map(|line| unquote(line)).collect();
                blocks.push(Block::Quote(self.parse_blocks(&quote, depth + 1)));
                continue;
            } else if let Some((marker, offset, content)) =
                marker.filter(|(marker, _, content)| !open || !content.is_empty() && interrupts_text(marker))
            {
                self.end_paragraph(&mut paragraph, &mut blocks, depth);
                let mut is_lazy = true;
                let body = take_while(&mut tail, |next| {
                    let is_inside =
                        is_blank(next) || indent(next) >= indent(line) + 2 || is_lazy && !starts_block(next);
                    is_lazy = !is_blank(next);
                    is_inside
                });
                let mut lines = vec![content];
                lines.extend(body.iter().map(|line| dedent(line, offset)));
                let item = Item { blocks: self.parse_blocks(&lines, depth + 1), marker };
                let continues = |items: &[Item]| items.last().map(|last| last.kind()) == Some(item.kind());
                match blocks.last_mut() {
                    Some(Block::List(items)) if continues(items) => items.push(item),
                    _ => blocks.push(Block::List(vec![item])),
                }
            } else if text.contains('|') && tail.first().is_some_and(|next| is_alignment(next)) {
                self.end_paragraph(&mut paragraph, &mut blocks, depth);
                let rows = take_while(&mut rest, |line| line.contains('|'));
                blocks.push(Block::Table(rows.iter().map(|row| cells(row)).collect()));
                continue;
            } else {
                paragraph.push(line);
                // A comment and preformatted text may contain blank lines.
                for (start, end) in [("<!--", "-->"), ("<pre", "</pre>")] {
                    let opens = line.rfind(start) > line.rfind(end);
                    if opens && tail.iter().any(|line| line.contains(end)) {
                        paragraph.extend(take_while(&mut tail, |line| !line.contains(end)));
                        paragraph.extend(tail.first());
                        tail = tail.get(1..).unwrap_or_default();
                    }
                }
            }
            rest = tail;
        }
        self.end_paragraph(&mut paragraph, &mut blocks, depth);
        blocks
    }

    /// Adds the paragraph, without its link definitions. HTML in it is converted to Markdown and parsed again.
    fn end_paragraph(&mut self, paragraph: &mut Vec<&str>, blocks: &mut Vec<Block>, depth: usize) {
        let lines = std::mem::take(paragraph);
        let mut lines = lines.as_slice();
        while let Some((label, target)) = lines.first().and_then(|line| definition(line)) {
            self.links.entry(label).or_insert(target);
            lines = lines.get(1..).unwrap_or_default();
        }
        if lines.is_empty() {
            return;
        }
        let text = lines.join("\n");
        match html_to_markdown(&text).filter(|_| depth < MAX_DEPTH) {
            Some(text) => blocks.extend(self.parse_blocks(&text.lines().collect::<Vec<_>>(), depth + 1)),
            None => blocks.push(Block::Text(text)),
        }
    }

    /// Renders blocks. In a list item, no blank line is needed between a paragraph and a list.
    fn render(&self, blocks: &[Block], width: usize, in_item: bool) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut after_text = false;
        for block in blocks {
            let part = match block {
                Block::Text(text) => wrap(&self.inline(text, 0, false), width),
                Block::Heading(text) => wrap(&self.heading(text), width),
                Block::Code(code) => code_block(code),
                Block::List(items) => items
                    .iter()
                    .flat_map(|Item { marker, blocks }| {
                        let marker = format!("{marker} ");
                        hang(&marker, &self.render(blocks, width.saturating_sub(marker.len()), true))
                    })
                    .collect(),
                Block::Quote(blocks) => {
                    let lines = self.render(blocks, width.saturating_sub(2), false);
                    lines.iter().map(|line| format!("> {line}").trim_end().to_owned()).collect()
                }
                Block::Table(rows) => self.render_table(rows),
            };
            if part.is_empty() {
                continue;
            }
            let is_tight = in_item && after_text && block.interrupts_text();
            if !lines.is_empty() && !is_tight {
                lines.push(String::new());
            }
            lines.extend(part);
            after_text = matches!(block, Block::Text(_));
        }
        lines
    }

    fn render_table(&self, rows: &[Vec<String>]) -> Vec<String> {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let row = |(index, row): (usize, &Vec<String>)| {
            let cells = (0..columns).map(|column| match (row.get(column), index) {
                (Some(text), 1) => alignment(text),
                (None, 1) => "---".to_owned(),
                (text, _) => cell(&self.inline_html(text.map_or("", String::as_str))),
            });
            format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
        };
        rows.iter().enumerate().map(row).collect()
    }

    /// Renders a heading as bold text, so that it can't be confused with our own sections. Partly bold text stays.
    fn heading(&self, text: &str) -> String {
        let text = self.inline_html(text);
        if text.is_empty() || text.contains("**") { text } else { format!("**{text}**") }
    }

    /// Renders text that can't have blocks in it: HTML blocks become text.
    fn inline_html(&self, text: &str) -> String {
        let text = html_to_markdown(text).unwrap_or_else(|| text.to_owned());
        flat(&self.inline(&text, 0, false))
    }

    /// Renders all blocks as one paragraph.
    fn flatten(&self, blocks: &[Block]) -> String {
        let mut out = String::new();
        for block in blocks {
            let part = match block {
                Block::Text(text) => flat(&self.inline(text, 0, false)),
                Block::Heading(text) => self.inline_html(text).trim_end_matches(':').to_owned() + ":",
                Block::Code(lines) => {
                    let text = lines.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
                    let is_short = text.chars().count() <= MAX_INLINE_CODE;
                    if is_short { harden(&code(&text)) } else { "…".to_owned() }
                }
                Block::List(items) => join(items.iter().map(|item| self.flatten(&item.blocks)), ";"),
                Block::Quote(blocks) => self.flatten(blocks),
                Block::Table(rows) => join(rows.iter().skip(2).map(|row| self.flatten_row(row)), ";"),
            };
            let end = if matches!(block, Block::Code(_) | Block::List(_) | Block::Table(_)) { ":" } else { "." };
            out = join([out, part].into_iter(), end);
        }
        out
    }

    fn flatten_row(&self, row: &[String]) -> String {
        let cells = row.iter().map(|text| self.inline_html(text)).filter(|text| !text.is_empty());
        cells.collect::<Vec<_>>().join(", ").replacen(", ", ": ", 1)
    }

    /// Rewrites inline text: keeps code, emphasis and absolute links, and escapes everything that looks like another
    /// link or HTML. Spaces in code become [`HARD_SPACE`].
    fn inline(&self, text: &str, depth: usize, in_link: bool) -> String {
        let mut out = String::new();
        let mut rest = text.trim();
        while let Some(c) = rest.chars().next() {
            let mut after = rest.split_at(c.len_utf8()).1;
            let next = after.chars().next().unwrap_or(' ');
            let link = self.link(rest).filter(|_| depth < MAX_DEPTH);
            if let Some((code, end)) = code_span(rest) {
                push_code(&mut out, code);
                after = end;
            } else if let Some((label, target, end)) = link.or_else(|| url(rest)) {
                let label = if label == target { "" } else { label };
                let label = self.inline(label, depth + 1, in_link || is_url(target));
                push_link(&mut out, &label, target, in_link);
                after = end;
            } else {
                match c {
                    '\\' if next == '\n' => out.push(BREAK),
                    '\\' if next.is_ascii_punctuation() => {
                        out.extend([c, next]);
                        after = after.split_at(1).1;
                    }
                    '\\' if !next.is_alphanumeric() || starts_with_scheme(after) => out.push_str("\\\\"),
                    '<' if !next.is_ascii_digit() && !" \n=-".contains(next) => out.push_str("\\<"),
                    '`' => {
                        let (ticks, end) = rest.split_at(backticks(rest));
                        out.push_str(&ticks.replace('`', "\\`"));
                        after = end;
                    }
                    '[' | ']' => out.extend(['\\', c]),
                    ' ' | '\n' if out.ends_with([' ', BREAK]) => {}
                    ' ' | '\n' => out.push(' '),
                    _ => out.push(c),
                }
            }
            rest = after;
        }
        out
    }

    /// Splits a link or an image off the start of a text: its label, its target, and the rest.
    fn link<'a>(&'a self, text: &'a str) -> Option<(&'a str, &'a str, &'a str)> {
        let (label, after) = bracketed(text.strip_prefix('!').unwrap_or(text), '[', ']')?;
        if let Some((inside, after)) = bracketed(after, '(', ')') {
            let (target, title) = inside.trim().split_once([' ', '\n']).unwrap_or((inside.trim(), ""));
            if title.is_empty() || title.trim_start().starts_with(['"', '\'', '(']) {
                return Some((label, target.trim_matches(['<', '>']), after));
            }
        }
        let (key, after) = bracketed(after, '[', ']').unwrap_or(("", after));
        let target = self.links.get(&link_key(if key.is_empty() { label } else { key }))?;
        Some((label, target, after))
    }
}

/// Normalizes line ends, tabs and spaces, and drops invisible characters.
fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\t' => out.push_str("    "),
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => {}
            '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => {}
            _ if c.is_control() => {}
            _ if c.is_whitespace() => out.push(' '),
            _ => out.push(c),
        }
    }
    out
}

fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Removes up to `columns` leading spaces.
fn dedent(line: &str, columns: usize) -> &str {
    line.split_at(indent(line).min(columns)).1
}

/// Splits the leading lines that match off a list of lines.
fn take_while<'a, 'b>(lines: &mut &'a [&'b str], mut matches: impl FnMut(&str) -> bool) -> &'a [&'b str] {
    let end = lines.iter().position(|line| !matches(line)).unwrap_or(lines.len());
    let (taken, rest) = lines.split_at(end);
    *lines = rest;
    taken
}

/// Returns the character and length of a code fence.
fn fence(text: &str) -> Option<(char, usize)> {
    let c = text.chars().next().filter(|c| "`~".contains(*c))?;
    let info = text.trim_start_matches(c);
    let length = text.len() - info.len();
    (length >= 3 && !(c == '`' && info.contains('`'))).then_some((c, length))
}

fn closes(line: &str, (c, length): (char, usize)) -> bool {
    let text = line.trim();
    text.len() >= length && text.trim_start_matches(c).is_empty()
}

/// Whether the line underlines a heading.
fn is_underline(text: &str) -> bool {
    text.trim_start_matches('=').is_empty() || text.len() > 1 && text.trim_start_matches('-').is_empty()
}

fn is_rule(text: &str) -> bool {
    let text = text.replace(' ', "");
    text.len() >= 3 && ['-', '*', '_'].into_iter().any(|c| text.trim_start_matches(c).is_empty())
}

fn heading(text: &str) -> Option<&str> {
    let title = text.trim_start_matches('#');
    let level = text.len() - title.len();
    let is_heading = (1..=6).contains(&level) && (title.is_empty() || title.starts_with(' '));
    is_heading.then(|| title.trim_end_matches('#').trim())
}

fn is_quote(line: &str) -> bool {
    line.trim_start().starts_with('>')
}

fn unquote(line: &str) -> &str {
    let text = line.trim_start();
    let text = text.strip_prefix('>').unwrap_or(text);
    text.strip_prefix(' ').unwrap_or(text)
}

/// Whether a list with this first marker needs no blank line after a paragraph.
fn interrupts_text(marker: &str) -> bool {
    matches!(marker, "-" | "1." | "1)")
}

/// Splits a line into a list marker, the column of its content, and the content.
fn marker(line: &str) -> Option<(String, usize, &str)> {
    let text = line.trim_start();
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, after) = text.split_at(digits);
    let bullet = after.chars().next()?;
    let after = after.split_at(bullet.len_utf8()).1;
    let marker = match (digits, bullet) {
        (0, '-' | '+' | '*') => "-".to_owned(),
        (1..=9, '.' | ')') => format!("{number}{bullet}"),
        _ => return None,
    };
    let content = after.trim();
    let spaces = indent(after);
    let spaces = if content.is_empty() || spaces > 4 { 1 } else { spaces };
    (after.is_empty() || after.starts_with(' '))
        .then(|| (marker.clone(), indent(line) + marker.len() + spaces, content))
}

fn starts_block(line: &str) -> bool {
    let text = line.trim();
    fence(text).is_some() || is_rule(text) || heading(text).is_some() || is_quote(line) || marker(line).is_some()
}

/// Whether the line is the second row of a table.
fn is_alignment(line: &str) -> bool {
    let text = line.trim();
    text.contains('|') && text.contains('-') && text.trim_start_matches(['|', '-', ':', ' ']).is_empty()
}

/// Splits a row of a table at each `|` that isn't escaped.
fn cells(row: &str) -> Vec<String> {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row).replace("\\|", "\0");
    let row = row.strip_suffix('|').unwrap_or(&row);
    row.split('|').map(|cell| cell.trim().replace('\0', "|")).collect()
}

fn alignment(cell: &str) -> String {
    let side = |is_aligned| if is_aligned { ":" } else { "" };
    format!("{}---{}", side(cell.starts_with(':')), side(cell.len() > 1 && cell.ends_with(':')))
}

/// Makes rendered text the cell of a table.
fn cell(text: &str) -> String {
    text.replace(HARD_SPACE, " ").replace('|', "\\|")
}

/// Renders a code block. All code is marked as text, so that rustdoc never compiles it.
fn code_block(code: &[String]) -> Vec<String> {
    let start = code.iter().position(|line| !is_blank(line)).unwrap_or(code.len());
    let end = code.iter().rposition(|line| !is_blank(line)).map_or(start, |last| last + 1);
    let Some(code) = code.get(start..end).filter(|code| !code.is_empty()) else { return Vec::new() };
    let fence = fence_for(&code.join("\n"));
    let mut lines = vec![format!("{fence}text")];
    lines.extend(code.iter().map(|line| line.trim_end().to_owned()));
    lines.push(fence);
    lines
}

/// Indents lines below a list marker.
fn hang(marker: &str, lines: &[String]) -> Vec<String> {
    let margin = " ".repeat(marker.len());
    let line = |(index, line)| format!("{}{line}", if index == 0 { marker } else { &margin }).trim_end().to_owned();
    lines.iter().enumerate().map(line).collect()
}

/// Breaks rendered text into lines of `width` characters.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let width = width.saturating_sub(usize::from(text.contains(BREAK)));
    for part in text.split(BREAK).filter(|part| !is_blank(part)) {
        if let Some(last) = lines.last_mut() {
            last.push('\\');
        }
        let mut line = String::new();
        for word in part.split(' ').filter(|word| !word.is_empty()) {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
                lines.push(std::mem::take(&mut line));
            }
            if line.is_empty() {
                line = line_start(word);
            } else {
                line.extend([" ", word]);
            }
        }
        lines.push(line);
    }
    lines.iter().map(|line| line.replace(HARD_SPACE, " ")).collect()
}

/// Escapes the first word of a line if it would start a block.
fn line_start(word: &str) -> String {
    let is_only = |chars: &[char]| word.trim_start_matches(chars).is_empty();
    let is_marker = is_only(&['*']) || is_only(&['+']) || is_only(&['_']) || is_only(&['=']) || is_only(&['#']);
    if is_marker || is_only(&['-', ':', '|']) || word.starts_with(['>', '|']) || word.starts_with("~~~") {
        return format!("\\{word}");
    }
    match word.strip_suffix(['.', ')']) {
        Some(number) if marker(word).is_some() => format!("{number}\\{}", word.trim_start_matches(number)),
        _ => word.to_owned(),
    }
}

/// Joins texts to one, and ends each with `end` unless it ends with punctuation.
fn join(parts: impl Iterator<Item = String>, end: &str) -> String {
    let mut out = String::new();
    for part in parts.filter(|part| !part.is_empty()) {
        if !out.is_empty() {
            if !out.ends_with(['.', ',', ';', ':', '!', '?', '…']) {
                out.push_str(end);
            }
            out.push(' ');
        }
        out.push_str(&part);
    }
    out
}

/// Returns the first sentence. A sentence doesn't end inside code, a link, bold text or an abbreviation.
fn first_sentence(text: &str) -> &str {
    for (at, _) in text.match_indices(['.', '!', '?']) {
        let (sentence, rest) = text.split_at(at + 1);
        let is_last = rest.starts_with(' ') && !rest.trim_start().starts_with(char::is_lowercase);
        let count = |mark: &str| sentence.matches(mark).count();
        if is_last && count("[") == count("]") && count("**").is_multiple_of(2) && !ends_with_abbreviation(sentence) {
            return sentence;
        }
    }
    text
}

fn ends_with_abbreviation(text: &str) -> bool {
    ["e.g.", "i.e.", "vs.", "etc.", "No.", "approx."].iter().any(|end| text.ends_with(end))
}

/// Counts the backticks of the longest run of backticks.
fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// Returns a fence that is longer than the backticks in the code.
fn fence_for(code: &str) -> String {
    "`".repeat((longest_run(code) + 1).max(3))
}

/// Counts the leading backticks.
fn backticks(text: &str) -> usize {
    text.len() - text.trim_start_matches('`').len()
}

/// Splits inline code, with its backticks, off the start of a text.
fn code_span(text: &str) -> Option<(&str, &str)> {
    let length = Some(backticks(text)).filter(|&length| length > 0)?;
    let mut end = length;
    loop {
        let rest = text.get(end..)?;
        end += rest.find('`')?;
        let run = backticks(text.get(end..)?);
        end += run;
        if run == length {
            return Some(text.split_at(end));
        }
    }
}

/// Adds inline code. Code right after other code would change its meaning.
fn push_code(out: &mut String, code: &str) {
    if out.ends_with('`') {
        out.push(' ');
    }
    out.push_str(&harden(&code.replace(['\n', BREAK], " ")));
}

/// Prevents line breaks at spaces.
fn harden(text: &str) -> String {
    text.replace(' ', "\u{1}")
}

/// Replaces line breaks by spaces.
fn flat(text: &str) -> String {
    text.split([' ', BREAK]).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Adds a link. Relative targets are dropped, and URLs that are templates become code.
fn push_link(out: &mut String, label: &str, target: &str, in_link: bool) {
    let (is_web, is_url, is_bare) = (starts_with_scheme(target), is_url(target), label.is_empty());
    if out.ends_with('!') {
        out.pop();
        out.push_str("\\!");
    }
    match (is_bare, in_link) {
        (true, false) if is_url => out.extend(["<", target, ">"]),
        (true, true) if is_url => out.push_str(&target.replace('[', "\\[").replace(']', "\\]")),
        (true, _) if is_web => push_code(out, &code(target)),
        (false, false) if is_url => {
            let target = target.replace('(', "%28").replace(')', "%29");
            out.push_str(&format!("[{label}]({target})"));
        }
        (false, false) if is_web => {
            out.extend([label, " ("]);
            push_code(out, &code(target));
            out.push(')');
        }
        _ => out.push_str(label),
    }
}

fn starts_with_scheme(text: &str) -> bool {
    ["http://", "https://"]
        .iter()
        .any(|scheme| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}

/// Whether a link can have this target.
fn is_url(target: &str) -> bool {
    let is_allowed = |c: char| c.is_alphanumeric() || "-._~:/?#[]@!$&'()+,;=%".contains(c);
    (starts_with_scheme(target) || target.starts_with("mailto:")) && target.chars().all(is_allowed)
}

/// Splits a URL off the start of a text, like a link without a label.
fn url(text: &str) -> Option<(&str, &str, &str)> {
    let in_brackets = text.strip_prefix('<').and_then(|text| text.split_once('>'));
    let in_brackets =
        in_brackets.filter(|(url, _)| starts_with_scheme(url) && !url.contains([' ', '\n', '<', '`', BREAK]));
    in_brackets.or_else(|| bare_url(text)).map(|(url, after)| ("", url, after))
}

/// Splits a URL off the start of a text, without the punctuation that follows it.
fn bare_url(text: &str) -> Option<(&str, &str)> {
    if !starts_with_scheme(text) {
        return None;
    }
    let is_placeholder = |at: usize| {
        let name = text.get(at + 1..).and_then(|rest| rest.split_once('>')).map_or("", |(name, _)| name);
        !name.is_empty()
            && !name.contains(|c: char| !c.is_alphanumeric() && c != '_' && c != '-')
            && replacement(name, false).is_none()
    };
    let ends = |&(at, c): &(usize, char)| " \n\"`\\|^".contains(c) || c == BREAK || c == '<' && !is_placeholder(at);
    let end = text.char_indices().find(ends).map_or(text.len(), |(at, _)| at);
    let mut url = text.split_at(end).0;
    while let Some(last) = url.chars().last() {
        let opening = match last {
            ')' => '(',
            ']' => '[',
            '}' => '{',
            '>' => '<',
            _ if "?!.,:*_~';".contains(last) => '\0',
            _ => break,
        };
        if url.matches(opening).count() >= url.matches(last).count() {
            break;
        }
        url = url.split_at(url.len() - 1).0;
    }
    (url.split_once("://").is_some_and(|(_, host)| !host.is_empty())).then(|| text.split_at(url.len()))
}

/// Splits a bracketed text off the start of a text, without its brackets. Skips escapes and code.
fn bracketed(text: &str, opening: char, closing: char) -> Option<(&str, &str)> {
    let inside = text.strip_prefix(opening)?;
    let mut depth = 1;
    let mut rest = inside;
    while let Some(c) = rest.chars().next().filter(|_| inside.len() - rest.len() < MAX_LINK) {
        let mut after = rest.split_at(c.len_utf8()).1;
        if c == '\\' {
            after = after.strip_prefix(|c: char| c.is_ascii_punctuation()).unwrap_or(after);
        } else if c == '`' {
            after = code_span(rest).map_or(rest.trim_start_matches('`'), |(_, after)| after);
        } else if c == opening {
            depth += 1;
        } else if c == closing {
            depth -= 1;
            if depth == 0 {
                return Some((inside.split_at(inside.len() - rest.len()).0, after));
            }
        }
        rest = after;
    }
    None
}

/// Parses a link definition, such as `[guide]: https://example.org "Title"`.
fn definition(line: &str) -> Option<(String, String)> {
    let (label, after) = bracketed(line.trim(), '[', ']').filter(|(label, _)| !label.starts_with('^'))?;
    let after = after.strip_prefix(':')?.trim();
    let (target, title) = after.split_once(' ').unwrap_or((after, ""));
    let is_link = starts_with_scheme(target) || target.starts_with(['/', '#', '.', '<']);
    let is_titled = title.is_empty() || title.trim_start().starts_with(['"', '\'', '(']);
    (is_link && is_titled).then(|| (link_key(label), target.trim_matches(['<', '>']).to_owned()))
}

fn link_key(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// An HTML tag.
struct Tag<'a> {
    name: String,
    is_closing: bool,
    attributes: &'a str,
}

impl<'a> Tag<'a> {
    /// Splits a known tag off the start of a text.
    fn parse(text: &'a str) -> Option<(Self, &'a str)> {
        let (inside, after) = text.strip_prefix('<')?.split_once('>')?;
        let name = inside.strip_prefix('/').unwrap_or(inside);
        let (name, attributes) = name.split_at(name.find([' ', '\n', '/']).unwrap_or(name.len()));
        let is_tag = !attributes.contains('<') && replacement(name, false).is_some();
        let tag = Self { name: name.to_lowercase(), is_closing: inside.starts_with('/'), attributes };
        is_tag.then_some((tag, after))
    }

    fn attribute(&self, name: &str) -> &'a str {
        let (_, value) = self.attributes.split_once(&format!("{name}=")).unwrap_or_default();
        let value = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value.split(quote).nth(1),
            _ => value.split([' ', '\n']).next(),
        };
        value.unwrap_or("")
    }
}

/// Returns the Markdown for a known tag. Single capital letters are type parameters.
fn replacement(name: &str, is_closing: bool) -> Option<&'static str> {
    if name.len() == 1 && name.chars().all(char::is_uppercase) {
        return None;
    }
    Some(match name.to_lowercase().as_str() {
        "br" => "\u{2}",
        "p" | "div" | "aside" | "section" | "article" | "header" | "footer" | "main" | "nav" | "figure"
        | "figcaption" | "table" | "thead" | "tbody" | "tfoot" | "caption" | "ul" | "ol" | "dl" | "blockquote"
        | "hr" | "center" | "details" | "summary" | "form" | "fieldset" => "\n\n",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if is_closing => "\n\n",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "\n\n# ",
        "li" | "tr" | "dt" if is_closing => "\n",
        "li" | "tr" | "dt" => "\n- ",
        "td" | "th" | "dd" if !is_closing => ", ",
        "td" | "th" | "dd" | "a" | "img" | "code" | "tt" | "kbd" | "samp" | "pre" | "script" | "style" | "b"
        | "strong" | "i" | "em" | "u" | "s" | "strike" | "del" | "ins" | "mark" | "small" | "big" | "sub" | "sup"
        | "span" | "font" | "label" | "abbr" | "cite" | "q" | "var" | "wbr" | "nobr" | "input" | "button" | "html"
        | "body" | "head" | "col" | "colgroup" | "svg" | "path" | "iframe" | "video" | "audio" => "",
        _ => return None,
    })
}

/// Converts HTML in a paragraph to Markdown. Returns `None` if it doesn't contain known tags or comments.
fn html_to_markdown(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut links: Vec<(usize, &str)> = Vec::new();
    let mut has_html = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let mut after = rest.split_at(c.len_utf8()).1;
        if let Some((_, end)) = rest.strip_prefix("<!--").and_then(|comment| comment.split_once("-->")) {
            has_html = true;
            after = end;
        } else if let Some((tag, end)) = Tag::parse(rest) {
            has_html = true;
            after = end;
            let name = tag.name.as_str();
            let is_opaque = matches!(name, "script" | "style" | "pre" | "code" | "tt" | "kbd" | "samp");
            let content = if is_opaque && !tag.is_closing { end.split_once(&format!("</{name}>")) } else { None };
            match (name, content) {
                ("script" | "style", Some((_, end))) => after = end,
                ("pre", Some((content, end))) => {
                    let content = plain_text(content);
                    let fence = fence_for(&content);
                    out.push_str(&format!("\n\n{fence}\n{content}\n{fence}\n\n"));
                    after = end;
                }
                ("code" | "tt" | "kbd" | "samp", Some((content, end))) => {
                    let space = if out.ends_with('`') { " " } else { "" };
                    out.extend([space, &code(&plain_text(content))]);
                    after = end;
                }
                ("img", _) => {
                    out.push_str(&format!("![{}]({})", tag.attribute("alt"), tag.attribute("src")));
                }
                ("a", _) if tag.is_closing => {
                    out.push_str(&links.pop().map_or(String::new(), |(_, url)| format!("]({url})")))
                }
                ("a", _) if tag.attribute("href").is_empty() => {}
                ("a", _) => {
                    links.push((out.len(), tag.attribute("href")));
                    out.push('[');
                }
                _ => push_tag(&mut out, replacement(name, tag.is_closing).unwrap_or("")),
            }
        } else if c == '`' {
            let (code, end) = code_span(rest).unwrap_or_else(|| rest.split_at(backticks(rest)));
            out.extend([if out.ends_with('`') { " " } else { "" }, code]);
            after = end;
        } else {
            out.push(c);
            if c == '\\' && after.starts_with(|c: char| c.is_ascii_punctuation()) {
                out.extend(after.chars().next());
                after = after.split_at(1).1;
            } else if c == '\n' {
                after = after.trim_start_matches(' ');
            }
        }
        rest = after;
    }
    for (at, _) in links.into_iter().rev() {
        out.remove(at);
    }
    has_html.then_some(out)
}

/// Adds the Markdown of a tag. The first paragraph or cell of an item continues the line of its marker.
fn push_tag(out: &mut String, markdown: &str) {
    let is_item_start = out.trim_end().ends_with("\n-") || out.trim() == "-";
    if is_item_start && matches!(markdown, "\n\n" | ", ") {
        out.truncate(out.trim_end().len());
        out.push(' ');
    } else {
        if markdown == ", " {
            out.truncate(out.trim_end().len());
        }
        out.push_str(markdown);
    }
}

/// Removes tags and decodes the usual entities.
fn plain_text(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some(c) = rest.chars().next() {
        let (tag, after) = Tag::parse(rest).unzip();
        match tag {
            Some(tag) if tag.name == "br" => out.push('\n'),
            Some(_) => {}
            None => out.push(c),
        }
        rest = after.unwrap_or_else(|| rest.split_at(c.len_utf8()).1);
    }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&")];
    entities.iter().fold(out, |text, (entity, c)| text.replace(entity, c))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Renders lines of 40 characters.
    fn doc(text: &str) -> String {
        doc_lines(text, 40).join("\n")
    }

    fn item(text: &str) -> String {
        doc_item("- `id`: ", text, 40).join("\n")
    }

    #[test]
    fn clean_text_is_unchanged() {
        let text = "One **bold** and `a[0]` with a [guide](https://example.org/x#y).\n\n- first\n- second\n\n\
                    | A | B |\n| --- | :---: |\n| `a` | b |\n\n```text\nGET /a?page[size]=1\n```";
        assert_eq!(doc_lines(text, 80).join("\n"), text);
    }

    #[test]
    fn no_text_gives_no_lines() {
        for text in ["", " \n\t\n", "<p></p>", "<!-- note -->", "\u{200b}", "---"] {
            assert!(doc_lines(text, 80).is_empty(), "{text:?}");
        }
        assert_eq!(item(" "), "- `id`");
    }

    #[test]
    fn wrapped_lines_start_no_block() {
        assert_eq!(doc_lines("aaaa - b", 4), ["aaaa", "\\- b"]);
        assert_eq!(doc_lines("aaaa 2026. b", 8), ["aaaa", "2026\\. b"]);
        assert_eq!(doc_lines("aaaa --- > # | =", 4), ["aaaa", "\\---", "\\> #", "\\| ="]);
        assert_eq!(doc_lines("see `a b c` now", 8), ["see", "`a b c`", "now"]);
    }

    #[test]
    fn links() {
        assert_eq!(doc("[a] [b](c) [d](#e) [f](javascript:g)"), "\\[a\\] b d f");
        assert_eq!(doc("[a][g] [G]\n\n[g]: https://x.org"), "[a](https://x.org) [G](https://x.org)");
        assert_eq!(doc("![a](https://x.org/y) ![b](c)"), "[a](https://x.org/y) b");
        assert_eq!(doc("text[^1]"), "text\\[^1\\]");
        assert_eq!(doc("[`A`](https://{x}.org)"), "`A` (`https://{x}.org`)");
    }

    #[test]
    fn bare_urls() {
        assert_eq!(doc("(see https://x.org/a_(b))."), "(see <https://x.org/a_(b)>).");
        assert_eq!(doc("<https://x.org> `https://x.org`"), "<https://x.org> `https://x.org`");
        assert_eq!(doc("https://{sub}.x.org/a, xhttps://y.org"), "`https://{sub}.x.org/a`,\nx<https://y.org>");
        assert_eq!(doc("https://<host>/c http://"), "`https://<host>/c` http://");
    }

    #[test]
    fn html() {
        assert_eq!(doc("Vec<T> <b>bold</b> a < b <unclosed"), "Vec\\<T> bold a < b \\<unclosed");
        assert_eq!(doc("a<br>b<!-- c --><p>d</p>"), "a\\\nb\n\nd");
        assert_eq!(doc("<a href='https://x.org'>a</a> <a href=\"#b\">b</a>"), "[a](https://x.org) b");
        assert_eq!(doc("<ul><li>a</li><li>b</li></ul>c"), "- a\n- b\n\nc");
        assert_eq!(doc("<table><tr><td>a</td> <td>b</td></tr></table>"), "- a, b");
        assert_eq!(doc("<code>a &lt; b</code>"), "`a < b`");
        assert_eq!(doc("<pre>\na\n\n  b\n</pre>"), "```text\na\n\n  b\n```");
    }

    #[test]
    fn inline_code_and_escapes() {
        assert_eq!(doc("`[x]` ``a`b`` `<T>`"), "`[x]` ``a`b`` `<T>`");
        assert_eq!(doc("a ` b ``` c"), "a \\` b \\`\\`\\` c");
        assert_eq!(doc("\\[x\\] \\* C:\\dir \\"), "\\[x\\] \\* C:\\dir \\\\");
    }

    #[test]
    fn code_blocks_are_text() {
        assert_eq!(doc("```rust\nfn main() {}\n```"), "```text\nfn main() {}\n```");
        assert_eq!(doc("~~~\n```\n~~~"), "````text\n```\n````");
        assert_eq!(doc("a\n\n\tb\n\nc"), "a\n\n```text\nb\n```\n\nc");
        assert_eq!(doc("```\n[unclosed]"), "```text\n[unclosed]\n```");
    }

    #[test]
    fn blocks() {
        assert_eq!(doc("# A **b** #\nc\n\nd\n==="), "A **b**\n\nc\n\n**d**");
        assert_eq!(doc("* a\n    + b\nlazy\n* c\n2. d"), "- a\n  - b lazy\n- c\n\n2. d");
        assert_eq!(doc("a\r\n***\r\n> b\r\nc"), "a\n\n> b c");
        assert_eq!(doc("a | b\n-|-\n[x] | c \\| d"), "| a | b |\n| --- | --- |\n| \\[x\\] | c \\| d |");
        assert_eq!(doc("- [ ] a"), "- \\[ \\] a");
    }

    #[test]
    fn invisible_characters_are_dropped() {
        assert_eq!(doc("a\u{200b}b\u{202e}c\u{7}d\u{a0}e"), "abcd e");
    }

    #[test]
    fn items_are_one_paragraph() {
        assert_eq!(item("One.\n\n- a\n- b\n\nTwo"), "- `id`: One. a; b. Two");
        assert_eq!(item("Try:\n\n```\na\n  b\n```"), "- `id`: Try: `a b`");
        assert_eq!(item("|A|B|\n|-|-|\n|a|b|\n|c|d|"), "- `id`: a: b; c: d");
        assert_eq!(item("one two three four five six seven"), "- `id`: one two three four five six\n  seven");
    }

    #[test]
    fn first_sentences() {
        assert_eq!(one_line("# Title\n\nOne, e.g. This\n`a. B` | c. Two."), "One, e.g. This `a. B` \\| c.");
        assert_eq!(one_line("Version 1.2 of [a. B](https://x.org)! Two"), "Version 1.2 of [a. B](https://x.org)!");
    }

    #[test]
    fn own_sentences() {
        assert_eq!(paragraph("See [`Self::a`]. At most 10.", 20), ["See [`Self::a`]. At", "most 10."]);
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("`"), "`` ` ``");
    }
}
