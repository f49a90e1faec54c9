//! Converts HTML in descriptions to Markdown.

use super::text::{code, fence_for, split_code};

/// Whether a text starts with a known tag.
pub fn starts_with_tag(text: &str) -> bool {
    Tag::parse(text).is_some()
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
pub fn to_markdown(text: &str) -> Option<String> {
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
            let (code, end) = split_code(rest);
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
