//! Errors of serde: the path of the field, and the message without values. All that depends on serde's wording is here.

use crate::base::repair::unescaped;

/// Returns the path of the field that doesn't match, and the message without values of the text.
pub(crate) fn locate(text: &[u8], error: &serde_json::Error) -> (String, String) {
    let mut message = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    if let Some(bare) = message.strip_suffix(&position) {
        message.truncate(bare.len());
    }
    let mut field = path_at(text, offset(text, error.line(), error.column()));
    // A union decodes its own text and prefixes the message with the path within it.
    if let Some((inner, rest)) = message.strip_prefix("at `").and_then(|rest| rest.split_once("`: ")) {
        if !field.is_empty() && !inner.starts_with('[') {
            field.push('.');
        }
        field.push_str(inner);
        message = rest.to_owned();
    }
    (field, without_values(&message))
}

/// Removes the value from serde's message, because it may be a secret.
fn without_values(message: &str) -> String {
    for (opening, closing, kind) in [
        ("string \"", "\", expected", "string"),
        ("integer `", "`, expected", "integer"),
        ("floating point `", "`, expected", "floating point"),
        ("unknown variant `", "`, expected", "unknown variant"),
        ("unknown variant `", "`, there are", "unknown variant"),
        ("unknown field `", "`, expected", "unknown field"),
        ("unknown field `", "`, there are", "unknown field"),
    ] {
        let Some((head, rest)) = message.split_once(opening) else { continue };
        let Some((_, tail)) = rest.rsplit_once(closing) else { continue };
        let next = closing.trim_start_matches(['"', '`']);
        return format!("{head}{kind}{next}{tail}");
    }
    message.to_owned()
}

/// Returns the offset after the byte at `line` and `column` as serde_json counts them.
fn offset(text: &[u8], line: usize, column: usize) -> usize {
    let lines = text.split_inclusive(|&byte| byte == b'\n').take(line.saturating_sub(1));
    (lines.map(<[u8]>::len).sum::<usize>() + column).min(text.len())
}

/// Returns the path of the value that ends or begins at an offset of a JSON text.
fn path_at(text: &[u8], offset: usize) -> String {
    enum Frame {
        Key(Option<String>),
        Index(usize),
    }

    let mut frames: Vec<Frame> = Vec::new();
    let mut bytes = text.iter().take(offset).copied();
    while let Some(byte) = bytes.next() {
        match byte {
            b'{' => frames.push(Frame::Key(None)),
            b'[' => frames.push(Frame::Index(0)),
            b'}' | b']' => drop(frames.pop()),
            b',' => match frames.last_mut() {
                Some(Frame::Index(index)) => *index += 1,
                Some(Frame::Key(key)) => *key = None,
                None => {}
            },
            b'"' => {
                let mut string = vec![b'"'];
                while let Some(byte) = bytes.next() {
                    string.push(byte);
                    match byte {
                        b'\\' => string.extend(bytes.next()),
                        b'"' => break,
                        _ => {}
                    }
                }
                if let Some(Frame::Key(key @ None)) = frames.last_mut() {
                    *key = unescaped(&string);
                }
            }
            _ => {}
        }
    }
    // At the start of a list, the value is the list and not its first item.
    if text.get(..offset).is_some_and(|text| text.ends_with(b"[")) {
        frames.pop();
    }
    let mut path = String::new();
    for frame in frames {
        match frame {
            Frame::Key(Some(key)) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(&key);
            }
            Frame::Index(index) => path.push_str(&format!("[{index}]")),
            Frame::Key(None) => {}
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize, Debug)]
    struct Page {
        #[allow(dead_code)]
        clients: Vec<Client>,
    }

    #[derive(serde::Deserialize, Debug)]
    struct Client {
        #[allow(dead_code)]
        id: String,
        #[allow(dead_code)]
        size: Option<u32>,
    }

    fn field(text: &str) -> (String, String) {
        locate(text.as_bytes(), &serde_json::from_str::<Page>(text).unwrap_err())
    }

    #[test]
    fn locates_the_field() {
        assert_eq!(field(r#"{"clients":[{"id":"a"},{"id":7}]}"#).0, "clients[1].id");
        assert_eq!(
            field("{\"x\":{\"y\":[1,{}]},\n \"clients\":[\n{\"id\":\"a\",\"size\":\"se}cr\\\"et\"}]}").0,
            "clients[0].size"
        );
        assert_eq!(field(r#"{"clients":[{"id":"a"},{"size":1}]}"#).0, "clients[1]");
        assert_eq!(field(r#"{"clients":{}}"#).0, "clients");
        assert_eq!(field("{}"), (String::new(), "missing field `clients`".into()));
        assert_eq!(field("[]").0, "");
    }

    #[test]
    fn messages_contain_no_values() {
        let (_, message) = field(r#"{"clients":[{"id":"a","size":"hush \", expected hush"}]}"#);
        assert_eq!(message, "invalid type: string, expected u32");
        let (_, message) = field(r#"{"clients":[{"id":73490618}]}"#);
        assert_eq!(message, "invalid type: integer, expected a string");
        let (_, message) = field(r#"{"clients":[{"id":7349.0618}]}"#);
        assert_eq!(message, "invalid type: floating point, expected a string");
    }
}
