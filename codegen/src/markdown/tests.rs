use pulldown_cmark::LinkType;

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
    assert_eq!(doc("\\[x\\] \\*a\\* * C:\\dir \\"), "\\[x\\] \\*a\\* * C:\\dir \\\\");
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

/// The extensions of Markdown that rustdoc reads.
const RUSTDOC: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS);

/// Reads Markdown as rustdoc does: fails if it has HTML, a link that isn't absolute, a link to an item, or code that would
/// be compiled.
fn assert_safe(markdown: &str, source: &str) {
    let mut broken = Vec::new();
    let broken_link = |link: pulldown_cmark::BrokenLink| {
        broken.push(link.reference.to_string());
        None
    };
    for event in Parser::new_with_broken_link_callback(markdown, RUSTDOC, Some(broken_link)) {
        let is_safe = match &event {
            Event::Html(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => false,
            Event::Start(Tag::Link { link_type: LinkType::Email, .. }) => true,
            Event::Start(Tag::Link { dest_url, .. }) => text::is_url(dest_url),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => &**info == "text",
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented) | Tag::HtmlBlock | Tag::Heading { .. }) => false,
            Event::Start(Tag::Image { .. } | Tag::Strikethrough | Tag::FootnoteDefinition(_)) => false,
            _ => true,
        };
        assert!(is_safe, "{event:?} in\n{markdown}\nof {source:?}");
    }
    assert!(broken.is_empty(), "{broken:?} in\n{markdown}\nof {source:?}");
}

#[test]
fn any_text_is_safe() {
    const PIECES: [&str; 64] = [
        "a",
        "B_c",
        " ",
        " ",
        "\n",
        "\n",
        "\n\n",
        "    ",
        "\t",
        "`",
        "``",
        "```",
        "```rust\n",
        "~~~",
        "~",
        "~~",
        "*",
        "**",
        "***",
        "_",
        "__",
        "[",
        "]",
        "[x]",
        "[x]: y",
        "](",
        "(",
        ")",
        "[a](b)",
        "![i](https://x.org)",
        "[^1]",
        "[^1]: n",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "10) ",
        "> ",
        "# ",
        "===",
        "---",
        "|",
        "|-|-|\n",
        "a | b\n--|--\n",
        "<",
        ">",
        "<T>",
        "<b>",
        "</b>",
        "<br>",
        "<p>",
        "<ul><li>",
        "</li></ul>",
        "<pre>",
        "</pre>",
        "<!--",
        "-->",
        "&lt;",
        "&#2;",
        "&amp;copy;",
        "\\",
        "https://x.org/a_b*c",
        "http://<h>/",
        "user@x.org",
    ];
    // Numbers of a fixed sequence, so that a failure can be repeated.
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    let mut number = |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed >> 33).unwrap_or(0) % below
    };
    for _ in 0..3_000 {
        let source: String = (0..number(14)).map(|_| PIECES[number(PIECES.len())]).collect();
        for width in [8, 40] {
            assert_safe(&doc_lines(&source, width).join("\n"), &source);
            assert_safe(&doc_item("- `id`: ", &source, width).join("\n"), &source);
        }
    }
}

#[test]
fn a_paragraph_is_added_behind_an_open_code_block() {
    let appended = |text: &str| {
        let mut text = text.to_owned();
        append(&mut text, "End.");
        doc_lines(&text, 100).join("|")
    };
    assert_eq!(appended("A"), "A||End.");
    assert_eq!(appended("A\n```\nb"), "A||```text|b|```||End.");
    assert_eq!(appended("A\n\n```\nb\n```"), "A||```text|b|```||End.");
}
