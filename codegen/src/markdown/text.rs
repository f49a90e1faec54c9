//! Inline text of doc comments: escapes, code, links, and lines.

/// A space in inline code, at which lines aren't broken.
const HARD_SPACE: char = '\u{1}';
/// A hard line break. [`clean`] text contains neither.
pub const BREAK: char = '\u{2}';

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

/// Normalizes line ends, tabs and spaces, and drops invisible characters.
pub fn clean(text: &str) -> String {
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

pub fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}

/// Indents lines below a list marker.
pub fn hang(marker: &str, lines: &[String]) -> Vec<String> {
    let margin = " ".repeat(marker.len());
    let line = |(index, line)| format!("{}{line}", if index == 0 { marker } else { &margin }).trim_end().to_owned();
    lines.iter().enumerate().map(line).collect()
}

/// Breaks rendered text into lines of `width` characters.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
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
        Some(number) if !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) => {
            format!("{number}\\{}", word.trim_start_matches(number))
        }
        _ => word.to_owned(),
    }
}

/// Joins texts to one, and ends each with `end` unless it ends with punctuation.
pub fn join(parts: impl Iterator<Item = String>, end: &str) -> String {
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
pub fn first_sentence(text: &str) -> &str {
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
pub fn fence_for(code: &str) -> String {
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
pub fn push_code(out: &mut String, code: &str) {
    if out.ends_with('`') {
        out.push(' ');
    }
    out.push_str(&harden(&code.replace(['\n', BREAK], " ")));
}

/// Prevents line breaks at spaces.
pub fn harden(text: &str) -> String {
    text.replace(' ', "\u{1}")
}

/// Replaces line breaks by spaces.
pub fn flat(text: &str) -> String {
    text.split([' ', BREAK]).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Makes rendered text the cell of a table.
pub fn cell(text: &str) -> String {
    text.replace(HARD_SPACE, " ").replace('|', "\\|")
}

/// Adds a link. Relative targets are dropped, and URLs that are templates become code.
pub fn push_link(out: &mut String, label: &str, target: &str, in_link: bool) {
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

pub fn starts_with_scheme(text: &str) -> bool {
    ["http://", "https://"]
        .iter()
        .any(|scheme| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}

/// Whether a link can have this target.
pub fn is_url(target: &str) -> bool {
    let is_allowed = |c: char| c.is_alphanumeric() || "-._~:/?#[]@!$&'()+,;=%".contains(c);
    (starts_with_scheme(target) || target.starts_with("mailto:")) && target.chars().all(is_allowed)
}

/// Splits a URL off the start of a text, without the punctuation that follows it.
fn bare_url(text: &str) -> Option<(&str, &str)> {
    if !starts_with_scheme(text) {
        return None;
    }
    let is_placeholder = |at: usize| {
        let name = text.get(at + 1..).and_then(|rest| rest.split_once('>')).map_or("", |(name, _)| name);
        !name.is_empty() && !name.contains(|c: char| !c.is_alphanumeric() && c != '_' && c != '-')
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

/// Splits inline code off the start of a text, or the backticks if the code doesn't end.
pub fn split_code(text: &str) -> (&str, &str) {
    code_span(text).unwrap_or_else(|| text.split_at(backticks(text)))
}

/// Escapes everything in a text that looks like markup. URLs become links.
pub fn escape(text: &str) -> String {
    let mut out = String::new();
    push_text(&mut out, text, false);
    out
}

/// Adds text, without markup. Entities may have brought back invisible characters.
pub fn push_text(out: &mut String, text: &str, in_link: bool) {
    for (index, part) in text.split(BREAK).enumerate() {
        if index > 0 {
            out.push(BREAK);
        }
        let part = clean(part);
        let mut rest = part.as_str();
        while let Some(c) = rest.chars().next() {
            if let Some((url, after)) = bare_url(rest) {
                push_link(out, "", url, in_link);
                rest = after;
                continue;
            }
            let after = rest.split_at(c.len_utf8()).1;
            match c {
                ' ' | '\n' if out.is_empty() || out.ends_with([' ', BREAK]) => {}
                ' ' | '\n' => out.push(' '),
                _ if needs_escape(c, out.chars().last(), after) => out.extend(['\\', c]),
                _ => out.push(c),
            }
            rest = after;
        }
    }
}

/// Whether a character between others would be read as markup.
fn needs_escape(c: char, previous: Option<char>, after: &str) -> bool {
    let previous = previous.unwrap_or(' ');
    // Unknown at the end of the text: markup follows.
    let next = after.chars().next().unwrap_or('\0');
    let is_alone = previous.is_whitespace() && next.is_whitespace();
    match c {
        '`' | '[' | ']' => true,
        '\\' => !next.is_alphanumeric() || starts_with_scheme(after),
        '<' => !next.is_ascii_digit() && !" \n=-".contains(next),
        '*' => !is_alone,
        '_' => !(is_alone || previous.is_alphanumeric() && next.is_alphanumeric()),
        '~' => next == '~' || next == '\0' || !previous.is_whitespace(),
        '&' => after
            .split_once(';')
            .is_some_and(|(name, _)| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')),
        _ => false,
    }
}
