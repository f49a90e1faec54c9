//! YAML (and so JSON) as a tree that knows its lines.

use std::collections::HashMap;

use yaml_rust2::parser::{Event, Parser};
use yaml_rust2::scanner::{Marker, ScanError, TScalarStyle};

/// A value and the line on which it begins.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Counted from 1.
    pub line: usize,
    /// The value.
    pub value: Value,
}

/// A value of YAML's core schema.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// `null`, `~`, or nothing.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as written.
    Number(String),
    /// Any other scalar.
    Text(String),
    /// A sequence.
    List(Vec<Node>),
    /// A mapping, in the order of the document.
    Map(Vec<(String, Node)>),
}

impl Node {
    /// Returns the value of a key, or `None` if this isn't a mapping that has it.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries().iter().find(|(known, _)| known == key).map(|(_, node)| node)
    }

    /// Returns the value of a key of a mapping, to change it.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Node> {
        match &mut self.value {
            Value::Map(entries) => entries.iter_mut().find(|(known, _)| known == key).map(|(_, node)| node),
            _ => None,
        }
    }

    /// Returns the text of a text scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Returns the items of a sequence, or none.
    pub fn list(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// Returns the entries of a mapping, or none.
    pub fn entries(&self) -> &[(String, Node)] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    /// Returns whether a key has the value `true`.
    pub fn flag(&self, key: &str) -> bool {
        self.get(key).is_some_and(|node| node.value == Value::Bool(true))
    }

    /// Returns whether this is null.
    pub fn is_null(&self) -> bool {
        self.value == Value::Null
    }

    /// Returns whether this is a mapping.
    pub fn is_map(&self) -> bool {
        matches!(self.value, Value::Map(_))
    }

    /// Returns a scalar as text; `None` for null, sequences and mappings.
    pub fn scalar(&self) -> Option<String> {
        match &self.value {
            Value::Bool(flag) => Some(flag.to_string()),
            Value::Number(text) | Value::Text(text) => Some(text.clone()),
            Value::Null | Value::List(_) | Value::Map(_) => None,
        }
    }
}

/// The deepest nesting that is read.
const DEEPEST: usize = 256;
/// The most nodes that aliases may expand to.
const MOST: usize = 2_000_000;

/// Parses a document.
///
/// # Errors
/// If the text isn't one YAML document. The message begins with the line and column.
pub fn parse(text: &str) -> Result<Node, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader { parser: Parser::new_from_str(text), anchors: HashMap::new(), nodes: 0 };
    loop {
        match reader.next()? {
            (Event::StreamStart | Event::DocumentStart | Event::Nothing, _) => {}
            (Event::StreamEnd | Event::DocumentEnd, marker) => return Err(at(&marker, "the document is empty")),
            (event, marker) => return reader.node(event, &marker, 0),
        }
    }
}

struct Reader<'a> {
    parser: Parser<std::str::Chars<'a>>,
    anchors: HashMap<usize, Node>,
    nodes: usize,
}

impl Reader<'_> {
    fn next(&mut self) -> Result<(Event, Marker), String> {
        self.parser.next_token().map_err(|error| broken(&error))
    }

    fn node(&mut self, event: Event, marker: &Marker, depth: usize) -> Result<Node, String> {
        self.nodes += 1;
        if depth > DEEPEST || self.nodes > MOST {
            return Err(at(marker, "the document is nested too deeply or expands too far"));
        }
        let line = marker.line();
        let (value, anchor) = match event {
            Event::Scalar(text, style, anchor, tag) => {
                let plain = style == TScalarStyle::Plain && tag.is_none_or(|tag| tag.suffix != "str");
                (if plain { plain_scalar(&text) } else { Value::Text(text) }, anchor)
            }
            Event::SequenceStart(anchor, _) => {
                let mut items = Vec::new();
                loop {
                    match self.next()? {
                        (Event::SequenceEnd, _) => break (Value::List(items), anchor),
                        (event, marker) => items.push(self.node(event, &marker, depth + 1)?),
                    }
                }
            }
            Event::MappingStart(anchor, _) => (self.mapping(depth)?, anchor),
            Event::Alias(anchor) => {
                let Some(node) = self.anchors.get(&anchor) else {
                    return Err(at(marker, "an alias without an anchor"));
                };
                self.nodes += size(node);
                return Ok(node.clone());
            }
            _ => return Err(at(marker, "expected a value")),
        };
        let node = Node { line, value };
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        Ok(node)
    }

    fn mapping(&mut self, depth: usize) -> Result<Value, String> {
        let mut entries: Vec<(String, Node)> = Vec::new();
        // Of `<<`, a map or a list of maps. The map's own entries have priority, wherever they are.
        let mut merged: Vec<(String, Node)> = Vec::new();
        loop {
            let (event, marker) = self.next()?;
            let key = match event {
                Event::MappingEnd => {
                    for (key, value) in merged {
                        if !entries.iter().any(|(known, _)| *known == key) {
                            entries.push((key, value));
                        }
                    }
                    return Ok(Value::Map(entries));
                }
                // Keys are text here, also `200` and `true`.
                Event::Scalar(text, ..) => text,
                _ => return Err(at(&marker, "a key is not a scalar")),
            };
            let (event, value_marker) = self.next()?;
            let value = self.node(event, &value_marker, depth + 1)?;
            if key == "<<" {
                let maps = std::iter::once(&value).chain(value.list());
                merged.extend(maps.flat_map(Node::entries).cloned());
            } else if entries.iter().any(|(known, _)| *known == key) {
                return Err(at(&marker, &format!("the key `{key}` occurs twice")));
            } else {
                entries.push((key, value));
            }
        }
    }
}

fn size(node: &Node) -> usize {
    let list: usize = node.list().iter().map(size).sum();
    1 + list + node.entries().iter().map(|(_, value)| size(value)).sum::<usize>()
}

/// A plain scalar by YAML's core schema.
fn plain_scalar(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ if is_number(text) => Value::Number(text.to_owned()),
        _ => Value::Text(text.to_owned()),
    }
}

fn is_number(text: &str) -> bool {
    let digits = text.trim_start_matches(['-', '+']);
    digits.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && digits.contains(|c: char| c.is_ascii_digit())
        && text.len() - digits.len() <= 1
        && text.parse::<f64>().is_ok()
}

fn broken(error: &ScanError) -> String {
    let marker = error.marker();
    format!("line {}, column {}: {}", marker.line(), marker.col() + 1, error.info())
}

fn at(marker: &Marker, message: &str) -> String {
    format!("line {}, column {}: {message}", marker.line(), marker.col() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scalars_have_their_types() {
        let node = parse("{a: 1, b: '1', c: true, d: ~, e: 1.50, f: -x, g: 17.12.1, 200: yes, h: \"x\\ny\"}").unwrap();
        let scalar = |key: &str| node.get(key).unwrap().value.clone();
        assert_eq!(scalar("a"), Value::Number("1".into()));
        assert_eq!(scalar("b"), Value::Text("1".into()));
        assert_eq!(scalar("c"), Value::Bool(true));
        assert_eq!(scalar("d"), Value::Null);
        assert_eq!(scalar("e"), Value::Number("1.50".into()));
        assert_eq!(scalar("f"), Value::Text("-x".into()));
        assert_eq!(scalar("g"), Value::Text("17.12.1".into()));
        assert_eq!(scalar("200"), Value::Text("yes".into()));
        assert_eq!(scalar("h"), Value::Text("x\ny".into()));
    }

    #[test]
    fn nodes_know_their_lines_and_aliases_are_expanded() {
        let node = parse("a: &x\n  b: 1\nc: *x\nd:\n  <<: *x\n  e: 2\n").unwrap();
        assert_eq!(node.get("c").unwrap().get("b").unwrap().line, 2);
        assert_eq!(node.get("d").unwrap().get("b").unwrap().scalar().unwrap(), "1");
        assert_eq!(node.get("d").unwrap().get("e").unwrap().line, 6);
        let node = parse("a: &x {b: 1, c: 2}\nd: &y {b: 3, e: 4}\nf: {<<: [*x, *y], c: 5}\n").unwrap();
        let merged = |key: &str| node.get("f").unwrap().get(key).unwrap().scalar().unwrap();
        assert_eq!((merged("b"), merged("c"), merged("e")), ("1".to_owned(), "5".to_owned(), "4".to_owned()));
    }

    #[test]
    fn errors_name_the_line() {
        for (text, line) in [("a: 1\nb: [1\nc: 2\n", "line 3"), ("a: 1\na: 2\n", "line 2"), ("a: *x\n", "line 1")] {
            let error = parse(text).unwrap_err();
            assert!(error.starts_with(line), "{error}");
        }
        assert!(parse("").is_err());
        assert_eq!(parse("\u{feff}a: 1\r\nb: 2\r\n").unwrap().get("b").unwrap().line, 2);
        assert!(parse(&"[".repeat(100_000)).is_err());
    }
}
