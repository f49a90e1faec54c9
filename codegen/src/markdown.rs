//! Converts descriptions of an OpenAPI document into doc comments.
//!
//! Descriptions are Markdown with HTML, broken links and code in it. The result passes the lints of rustdoc and clippy, and
//! none of its code is compiled as a doctest. Both descriptions and doc comments are read by `pulldown-cmark`, so text that
//! is escaped here stays text.

mod html;
mod text;

use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, Options, Parser, Tag};

use html::{starts_with_tag, to_markdown};
use text::{
    BREAK, cell, clean, fence_for, first_sentence, flat, hang, harden, is_blank, is_url, join, push_code, push_link,
    push_text, split_code, starts_with_scheme, wrap,
};

pub use text::code;

/// Maximum nesting of lists, quotes, links and HTML. Deeper markup becomes text.
const MAX_DEPTH: usize = 8;
/// Maximum length of a code block that is shown inside a paragraph.
const MAX_INLINE_CODE: usize = 80;

/// Renders a description as lines of a doc comment, without the `///` marker and without trailing blank lines.
///
/// Returns an empty list if the text is empty. Only code, tables and long words exceed the width.
pub fn doc_lines(text: &str, width: usize) -> Vec<String> {
    render(&description(text), width, false)
}

/// Renders a description as one list item: the prefix (such as "- `app_id`: ") and the text as one paragraph.
pub fn doc_item(prefix: &str, text: &str, width: usize) -> Vec<String> {
    let (bullet, name) = prefix.strip_prefix("- ").map_or(("", prefix), |name| ("- ", name));
    let text = flatten(&description(text));
    let name = if text.is_empty() { name.trim_end_matches([':', ' ']) } else { name.trim_end() };
    let text = format!("{} {text}", harden(name));
    hang(bullet, &wrap(&text, width.saturating_sub(bullet.len())))
}

/// Adds a paragraph to a description. Ends a code block that the description leaves open.
pub fn append(text: &mut String, paragraph: &str) {
    let mut open: Option<&str> = None;
    for line in text.lines().map(str::trim_start) {
        open = match open {
            Some(fence) => Some(fence).filter(|fence| !line.starts_with(fence)),
            None => ["```", "~~~"].into_iter().find(|fence| line.starts_with(fence)),
        };
    }
    let end = open.map_or_else(String::new, |fence| format!("\n{fence}"));
    text.push_str(&format!("{end}\n\n{paragraph}"));
}

/// Returns the first sentence of a description as one line for a table cell: `|` is escaped.
pub fn one_line(text: &str) -> String {
    let blocks = description(text);
    let paragraph = blocks.iter().find(|block| matches!(block, Block::Text(_)));
    let text = flatten(paragraph.map_or(&blocks[..], std::slice::from_ref));
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
        let (code, after) = split_code(rest.split_at(before.len()).1);
        out.push_str(&harden(code));
        rest = after;
    }
    out.push_str(rest);
    wrap(&out.replace('\n', " "), width)
}

/// A block of a description. Its text is rendered, but not broken into lines.
enum Block {
    Text(String),
    Heading(String),
    Code(Vec<String>),
    List(Vec<Item>),
    Quote(Vec<Block>),
    Table(Vec<Alignment>, Vec<Vec<String>>),
}

/// An item of a list, with its marker: `-`, or a number with a dot.
struct Item {
    marker: String,
    blocks: Vec<Block>,
}

impl Block {
    /// Whether a list needs no blank line after a paragraph.
    fn interrupts_text(&self) -> bool {
        matches!(self, Self::List(items) if items.first().is_some_and(|item| matches!(&*item.marker, "-" | "1.")))
    }
}

fn description(text: &str) -> Vec<Block> {
    let text = clean(text);
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let margin = text.lines().filter(|line| !is_blank(line)).map(indent).min().unwrap_or(0);
    let lines: Vec<_> = text.lines().map(|line| line.split_at(indent(line).min(margin)).1).collect();
    read(&lines.join("\n"), 0)
}

/// An event of the parser, and its place in the text.
type Place<'a> = (Event<'a>, Range<usize>);

fn read(text: &str, depth: usize) -> Vec<Block> {
    let events: Vec<_> = Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter().collect();
    Reader { text, depth }.blocks(&events)
}

/// Splits an event off the start of a list: the event, those inside it, and those after it.
fn split<'e, 'a>(events: &'e [Place<'a>]) -> Option<(&'e Event<'a>, &'e [Place<'a>], &'e [Place<'a>])> {
    let ((event, _), rest) = events.split_first()?;
    let mut open = usize::from(matches!(event, Event::Start(_)));
    if open == 0 {
        return Some((event, &[], rest));
    }
    let closes = |(event, _): &Place| {
        match event {
            Event::Start(_) => open += 1,
            Event::End(_) => open -= 1,
            _ => {}
        }
        open == 0
    };
    let (inside, after) = rest.split_at(rest.iter().position(closes).unwrap_or(rest.len()));
    Some((event, inside, after.get(1..).unwrap_or_default()))
}

fn parts<'e, 'a>(mut events: &'e [Place<'a>]) -> impl Iterator<Item = (&'e Event<'a>, &'e [Place<'a>])> {
    std::iter::from_fn(move || {
        let (event, inside, after) = split(events)?;
        events = after;
        Some((event, inside))
    })
}

fn is_inline(event: &Event) -> bool {
    match event {
        Event::Start(tag) => {
            matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
        }
        Event::Rule | Event::End(_) => false,
        _ => true,
    }
}

/// The text of events, without markup.
fn plain(events: &[Place]) -> String {
    let mut out = String::new();
    for (event, _) in events {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => out.push_str(text),
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            _ => {}
        }
    }
    out
}

/// Converts the events of a text to blocks.
struct Reader<'a> {
    text: &'a str,
    depth: usize,
}

impl<'a> Reader<'a> {
    fn blocks(&self, mut events: &[Place<'a>]) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some((event, inside, after)) = split(events) {
            if is_inline(event) {
                // The text of an item in a list without blank lines.
                let (text, after) = split_inline(events);
                blocks.extend(self.paragraph(text));
                events = after;
                continue;
            }
            events = after;
            if let Event::Start(tag) = event {
                self.block(tag, inside, &mut blocks);
            }
        }
        blocks
    }

    fn block(&self, tag: &Tag, inside: &[Place<'a>], blocks: &mut Vec<Block>) {
        let deeper = Reader { depth: self.depth + 1, ..*self };
        match tag {
            Tag::Heading { .. } => blocks.push(Block::Heading(self.line(inside))),
            Tag::CodeBlock(kind) => {
                let code = plain(inside);
                let is_html = matches!(kind, CodeBlockKind::Indented) && starts_with_tag(code.trim_start());
                match is_html.then(|| self.html(&code)) {
                    Some(html) => blocks.extend(html),
                    None => blocks.push(Block::Code(code.lines().map(str::to_owned).collect())),
                }
            }
            Tag::HtmlBlock => blocks.extend(self.html(&plain(inside))),
            Tag::List(first) if self.depth < MAX_DEPTH => {
                let items = parts(inside).zip(0..).map(|((_, inside), index)| Item {
                    marker: first.map_or("-".to_owned(), |first| format!("{}.", first + index)),
                    blocks: deeper.blocks(inside),
                });
                blocks.push(Block::List(items.collect()));
            }
            Tag::BlockQuote(_) if self.depth < MAX_DEPTH => blocks.push(Block::Quote(deeper.blocks(inside))),
            Tag::List(_) | Tag::BlockQuote(_) => blocks.push(Block::Text(text::escape(&plain(inside)))),
            Tag::Table(alignments) => {
                let row = |row: &[Place<'a>]| parts(row).map(|(_, cell)| self.line(cell)).collect();
                blocks.push(Block::Table(alignments.clone(), parts(inside).map(|(_, inside)| row(inside)).collect()));
            }
            _ => blocks.extend(self.paragraph(inside)),
        }
    }

    /// Reads a paragraph. One with HTML can have blocks in it.
    fn paragraph(&self, events: &[Place<'a>]) -> Vec<Block> {
        match self.html_in(events) {
            Some(blocks) => blocks,
            None => vec![Block::Text(inline(events, 0, false))],
        }
    }

    /// Reads text that can't have blocks in it: HTML blocks become text.
    fn line(&self, events: &[Place<'a>]) -> String {
        match self.html_in(events) {
            Some(blocks) => flatten(&blocks),
            None => flat(&inline(events, 0, false)),
        }
    }

    /// Converts the text of events to Markdown and reads it, if it has known HTML in it.
    fn html_in(&self, events: &[Place<'a>]) -> Option<Vec<Block>> {
        let ((_, first), (_, last)) = (events.first()?, events.last()?);
        let text = self.text.get(first.start..last.end)?;
        let markdown = to_markdown(text).filter(|_| self.depth < MAX_DEPTH)?;
        Some(read(&markdown, self.depth + 1))
    }

    /// Reads an HTML block. Unknown tags, such as placeholders, become text.
    fn html(&self, text: &str) -> Vec<Block> {
        let markdown = to_markdown(text).unwrap_or_else(|| text.replace('<', "\\<"));
        if self.depth < MAX_DEPTH { read(&markdown, self.depth + 1) } else { vec![Block::Text(text::escape(text))] }
    }
}

/// Splits inline events off the start of a list.
fn split_inline<'e, 'a>(events: &'e [Place<'a>]) -> (&'e [Place<'a>], &'e [Place<'a>]) {
    let mut rest = events;
    while let Some((event, _, after)) = split(rest) {
        if !is_inline(event) {
            break;
        }
        rest = after;
    }
    events.split_at(events.len() - rest.len())
}

/// Renders inline text: keeps code, emphasis and absolute links, and escapes everything else that looks like markup.
fn inline(events: &[Place], depth: usize, in_link: bool) -> String {
    let mut out = String::new();
    // Text and unknown HTML, as in `https://<host>/path`, are one text.
    let mut text = String::new();
    for (event, inside) in parts(events) {
        if let Event::Text(part) | Event::InlineHtml(part) | Event::Html(part) = event {
            text.push_str(part);
            continue;
        }
        push_text(&mut out, &std::mem::take(&mut text), in_link);
        match event {
            Event::Start(_) if depth == MAX_DEPTH => push_text(&mut out, &plain(inside), in_link),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                let is_bare = starts_with_scheme(dest_url) && plain(inside) == **dest_url;
                let in_label = in_link || is_url(dest_url);
                let label = if is_bare { String::new() } else { inline(inside, depth + 1, in_label) };
                push_link(&mut out, &label, dest_url, in_link);
            }
            Event::Start(tag) => {
                let mark = if matches!(tag, Tag::Strong) { "**" } else { "*" };
                out.extend([mark, &inline(inside, depth + 1, in_link), mark]);
            }
            Event::Code(text) => push_code(&mut out, &code(text)),
            Event::HardBreak => out.push(BREAK),
            Event::SoftBreak => push_text(&mut out, " ", in_link),
            _ => {}
        }
    }
    push_text(&mut out, &text, in_link);
    out
}

/// Renders blocks. In a list item, no blank line is needed between a paragraph and a list.
fn render(blocks: &[Block], width: usize, in_item: bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut after_text = false;
    for block in blocks {
        let part = match block {
            Block::Text(text) => wrap(text, width),
            Block::Heading(text) => wrap(&heading(text), width),
            Block::Code(code) => code_block(code),
            Block::List(items) => items
                .iter()
                .flat_map(|Item { marker, blocks }| {
                    let marker = format!("{marker} ");
                    hang(&marker, &render(blocks, width.saturating_sub(marker.len()), true))
                })
                .collect(),
            Block::Quote(blocks) => {
                let lines = render(blocks, width.saturating_sub(2), false);
                lines.iter().map(|line| format!("> {line}").trim_end().to_owned()).collect()
            }
            Block::Table(alignments, rows) => table(alignments, rows),
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

/// Renders a heading as bold text, so that it can't be confused with our own sections. Partly bold text stays.
fn heading(text: &str) -> String {
    if text.is_empty() || text.contains("**") { text.to_owned() } else { format!("**{text}**") }
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

fn table(alignments: &[Alignment], rows: &[Vec<String>]) -> Vec<String> {
    let line = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let dashes = alignments.iter().map(|alignment| match alignment {
        Alignment::None => "---".to_owned(),
        Alignment::Left => ":---".to_owned(),
        Alignment::Center => ":---:".to_owned(),
        Alignment::Right => "---:".to_owned(),
    });
    let mut lines: Vec<_> = rows.iter().map(|row| line(row.iter().map(|text| cell(text)).collect())).collect();
    lines.insert(lines.len().min(1), line(dashes.collect()));
    lines
}

/// Renders all blocks as one paragraph.
fn flatten(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        let part = match block {
            Block::Text(text) => flat(text),
            Block::Heading(text) if text.is_empty() => String::new(),
            Block::Heading(text) => text.trim_end_matches(':').to_owned() + ":",
            Block::Code(lines) => {
                let text = lines.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
                let is_short = text.chars().count() <= MAX_INLINE_CODE;
                if is_short { harden(&code(&text)) } else { "…".to_owned() }
            }
            Block::List(items) => join(items.iter().map(|item| flatten(&item.blocks)), ";"),
            Block::Quote(blocks) => flatten(blocks),
            Block::Table(_, rows) => join(rows.iter().skip(1).map(|row| flatten_row(row)), ";"),
        };
        let end = if matches!(block, Block::Code(_) | Block::List(_) | Block::Table(..)) { ":" } else { "." };
        out = join([out, part].into_iter(), end);
    }
    out
}

fn flatten_row(row: &[String]) -> String {
    let cells = row.iter().map(String::as_str).filter(|text| !text.is_empty());
    cells.collect::<Vec<_>>().join(", ").replacen(", ", ": ", 1)
}

#[cfg(test)]
mod tests;
