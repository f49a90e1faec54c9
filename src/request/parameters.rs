//! Encodes parameters and forms.
//!
//! The encoder is not generic: it takes a [`Value`], so that a new parameter adds no compiled code.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Serialize, Serializer, ser};
use serde_json::Value;

use crate::base::repair::scalar_text;
use crate::decode::sending::sending;
use crate::error::{Error, Result};
use crate::secret_names::is_secret_name;

/// All bytes except RFC 3986's unreserved characters.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// How a query parameter is serialized: the combinations of `style` and `explode` in OpenAPI.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// `a=1&a=2`; an object is `k=v&l=w`.
    Form,
    /// `a=1,2`; an object is `a=k,v,l,w`.
    FormJoined,
    /// `a=1%202`.
    Space,
    /// `a=1|2`.
    Pipe,
    /// `a[k]=v&a[l]=w`; a list is `a[k]=1&a[k]=2`, a nested object `a[k][l]=v`.
    Deep,
}

/// The query of a request.
#[derive(Debug, Default)]
pub(crate) struct Query(Vec<Parameter>);

/// A parameter that has been set.
#[derive(Debug)]
struct Parameter {
    name: String,
    pairs: Vec<Pair>,
}

/// One `key=value` of a query or a form. Several values are joined by a separator.
#[derive(Debug)]
pub(crate) struct Pair {
    key: String,
    values: Vec<String>,
    separator: &'static str,
}

impl Pair {
    fn new(key: &str, value: String) -> Self {
        Self { key: key.to_owned(), values: vec![value], separator: "" }
    }
}

impl Query {
    /// Adds a value without replacing an earlier one.
    pub(crate) fn push(&mut self, name: &str, value: String) {
        self.0.push(Parameter { name: name.to_owned(), pairs: vec![Pair::new(name, value)] });
    }

    /// Sets a parameter. Replaces its earlier value.
    pub(crate) fn set(&mut self, name: &str, pairs: Vec<Pair>) {
        self.0.retain(|known| known.name != name);
        self.0.push(Parameter { name: name.to_owned(), pairs });
    }

    /// Sets a parameter to text. Replaces its earlier value.
    pub(crate) fn set_text(&mut self, name: &str, value: String) {
        self.set(name, vec![Pair::new(name, value)]);
    }

    /// Returns the first value that is sent under a key.
    pub(crate) fn get(&self, key: &str) -> Option<&str> {
        let mut pairs = self.0.iter().flat_map(|parameter| &parameter.pairs);
        pairs.find(|pair| pair.key == key)?.values.first().map(String::as_str)
    }

    /// Returns the values of parameters whose names are those of secrets.
    pub(crate) fn secrets(&self) -> impl Iterator<Item = &str> {
        let secret = self.0.iter().filter(|parameter| is_secret_name(&parameter.name));
        secret.flat_map(|parameter| &parameter.pairs).flat_map(|pair| &pair.values).map(String::as_str)
    }

    /// Returns the key with the longest values.
    pub(crate) fn longest(&self) -> Option<&str> {
        let pairs = self.0.iter().flat_map(|parameter| &parameter.pairs);
        let longest = pairs.max_by_key(|pair| pair.values.iter().map(String::len).sum::<usize>());
        longest.map(|pair| pair.key.as_str())
    }

    /// Returns the query with its `?`, or an empty string.
    pub(crate) fn encoded(&self) -> String {
        let text = encode(self.0.iter().flat_map(|parameter| &parameter.pairs));
        if text.is_empty() { text } else { format!("?{text}") }
    }
}

/// Joins pairs with `&`, percent-encoded.
fn encode<'a>(pairs: impl Iterator<Item = &'a Pair>) -> String {
    let mut text = String::new();
    for pair in pairs {
        if !text.is_empty() {
            text.push('&');
        }
        text.extend(utf8_percent_encode(&pair.key, RESERVED));
        for (index, value) in pair.values.iter().enumerate() {
            text.push_str(if index == 0 { "=" } else { pair.separator });
            text.extend(utf8_percent_encode(value, RESERVED));
        }
    }
    text
}

/// Appends percent-encoded text to a URL.
pub(crate) fn push_percent_encoded(url: &mut String, text: &str) {
    url.extend(utf8_percent_encode(text, RESERVED));
}

/// Returns text percent-encoded for a URL.
pub(crate) fn percent_encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// Converts a parameter or a body to the [`Value`] that is sent.
pub(crate) fn value_of<T: Serialize + ?Sized>(name: &str, value: &T) -> Result<Value> {
    sending(|| serde_json::to_value(value)).map_err(|error| Error::invalid(name, error))
}

/// Returns the pairs of a query parameter; none for `null`.
pub(crate) fn query_pairs(name: &str, style: Style, value: &Value) -> Result<Vec<Pair>> {
    let separator = match style {
        Style::Form | Style::Deep => None,
        Style::FormJoined => Some(","),
        Style::Space => Some("%20"),
        Style::Pipe => Some("|"),
    };
    let mut pairs = Pairs { list: Vec::new(), allow_empty: false };
    match (value, separator) {
        (Value::Array(_) | Value::Object(_), Some(separator)) => {
            let values = joined(name, value)?;
            pairs.list.push(Pair { key: name.to_owned(), values, separator });
        }
        (Value::Object(fields), None) if style == Style::Form => {
            for (key, value) in fields {
                pairs.add(key, value)?;
            }
        }
        _ => pairs.add(name, value)?,
    }
    if pairs.list.is_empty() && !value.is_null() {
        return Err(empty(name, value));
    }
    Ok(pairs.list)
}

/// Returns the body of `application/x-www-form-urlencoded`.
pub(crate) fn form(value: &Value) -> Result<String> {
    let Value::Object(fields) = value else { return Err(Error::invalid("body", "a form must be an object")) };
    let mut pairs = Pairs { list: Vec::new(), allow_empty: true };
    for (key, value) in fields {
        pairs.add(key, value)?;
    }
    Ok(encode(pairs.list.iter()))
}

/// Returns the text of a path, header or cookie parameter (`style: simple`); `None` for `null`.
pub(crate) fn simple_text(name: &str, value: &Value) -> Result<Option<String>> {
    match value {
        Value::Null => Ok(None),
        Value::Array(_) | Value::Object(_) => joined(name, value).map(|values| Some(values.join(","))),
        scalar => scalar_text(scalar).filter(|text| !text.is_empty()).map(Some).ok_or_else(|| empty(name, value)),
    }
}

/// Returns the text of a path parameter. It is empty for null and empty lists, which the path rejects with the
/// parameter's
/// name.
pub(crate) fn path_text<T: Serialize + ?Sized>(value: &T) -> String {
    let text = value_of("path", value).and_then(|value| simple_text("path", &value));
    text.ok().flatten().unwrap_or_default()
}

/// A parameter that is sent as JSON: serialized as the text of the JSON.
#[allow(dead_code, reason = "used if the document needs it")]
pub(crate) struct JsonText<'a, T: ?Sized> {
    value: &'a T,
    encode: fn(String) -> String,
}

#[allow(dead_code, reason = "used if the document needs it")]
impl<'a, T: Serialize + ?Sized> JsonText<'a, T> {
    /// The JSON of a value, for a path or a query.
    pub(crate) fn new(value: &'a T) -> Self {
        Self { value, encode: |json| json }
    }

    /// The JSON of a value in ASCII, for a header.
    pub(crate) fn ascii(value: &'a T) -> Self {
        Self { value, encode: |json| ascii_json(&json) }
    }

    /// The percent-encoded JSON of a value, for a cookie.
    pub(crate) fn percent_encoded(value: &'a T) -> Self {
        Self { value, encode: |json| percent_encoded(&json) }
    }
}

impl<T: Serialize + ?Sized> Serialize for JsonText<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let json = sending(|| serde_json::to_string(self.value)).map_err(ser::Error::custom)?;
        serializer.serialize_str(&(self.encode)(json))
    }
}

/// Escapes the characters of JSON that aren't ASCII. Only its strings have such characters.
fn ascii_json(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    let mut units = [0; 2];
    for character in json.chars() {
        if character.is_ascii() && character != '\u{7f}' {
            text.push(character);
        } else {
            character.encode_utf16(&mut units).iter().for_each(|unit| text.push_str(&format!("\\u{unit:04x}")));
        }
    }
    text
}

/// Returns the items of a list, or the keys and values of an object.
fn joined(name: &str, value: &Value) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    let mut add = |value: &Value| match scalar_text(value) {
        Some(text) => {
            texts.push(text);
            Ok(())
        }
        None => Err(Error::invalid(name, "nested lists and objects can't be joined into one value")),
    };
    match value {
        Value::Array(list) => list.iter().filter(|value| !value.is_null()).try_for_each(add)?,
        Value::Object(fields) => {
            for (key, value) in fields.iter().filter(|(_, value)| !value.is_null()) {
                add(&Value::from(key.as_str()))?;
                add(value)?;
            }
        }
        scalar => add(scalar)?,
    }
    if texts.iter().all(String::is_empty) { Err(empty(name, value)) } else { Ok(texts) }
}

/// Pairs that are being collected.
struct Pairs {
    list: Vec<Pair>,
    /// Whether empty values may be sent. An empty query parameter is always a mistake; an empty field of a form isn't.
    allow_empty: bool,
}

impl Pairs {
    fn add(&mut self, key: &str, value: &Value) -> Result<()> {
        match value {
            Value::Null => {}
            Value::Array(list) => {
                for (index, item) in list.iter().enumerate() {
                    match item {
                        // The index keeps the fields of one item together.
                        Value::Array(_) | Value::Object(_) => self.add(&format!("{key}[{index}]"), item)?,
                        scalar => self.add(key, scalar)?,
                    }
                }
                self.reject_empty(key, value, list.is_empty())?;
            }
            Value::Object(fields) => {
                for (name, value) in fields {
                    self.add(&format!("{key}[{name}]"), value)?;
                }
                self.reject_empty(key, value, fields.is_empty())?;
            }
            scalar => {
                let text = scalar_text(scalar).unwrap_or_default();
                self.reject_empty(key, value, text.is_empty())?;
                self.list.push(Pair::new(key, text));
            }
        }
        Ok(())
    }

    fn reject_empty(&self, key: &str, value: &Value, is_empty: bool) -> Result<()> {
        if is_empty && !self.allow_empty { Err(empty(key, value)) } else { Ok(()) }
    }
}

fn empty(name: &str, value: &Value) -> Error {
    Error::invalid(name, if value.is_object() { "set at least one field" } else { "must not be empty" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::sending::is_sending;
    use serde_json::json;

    #[test]
    fn parameters_are_encoded_as_a_part_of_a_request() {
        struct Probe;

        impl Serialize for Probe {
            fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
                serializer.serialize_bool(is_sending())
            }
        }

        assert_eq!(value_of("a", &Probe).unwrap(), json!(true));
    }

    fn query(style: Style, value: &Value) -> String {
        let mut query = Query::default();
        query.set("a", query_pairs("a", style, value).unwrap());
        query.encoded()
    }

    fn refused(style: Style, value: &Value) -> String {
        query_pairs("a", style, value).unwrap_err().to_string()
    }

    const STYLES: [Style; 5] = [Style::Form, Style::FormJoined, Style::Space, Style::Pipe, Style::Deep];

    #[test]
    fn scalars_are_text_in_every_style() {
        for style in STYLES {
            assert_eq!(query(style, &json!("x y&z,é")), "?a=x%20y%26z%2C%C3%A9");
            assert_eq!(query(style, &json!(true)), "?a=true");
            assert_eq!(query(style, &json!(-7)), "?a=-7");
            assert_eq!(query(style, &json!(1.5)), "?a=1.5");
            assert_eq!(query(style, &json!(null)), "");
        }
    }

    #[test]
    fn lists_follow_the_style() {
        let list = json!(["x y", 2, false, null]);
        assert_eq!(query(Style::Form, &list), "?a=x%20y&a=2&a=false");
        assert_eq!(query(Style::Deep, &list), "?a=x%20y&a=2&a=false");
        assert_eq!(query(Style::FormJoined, &list), "?a=x%20y,2,false");
        assert_eq!(query(Style::Space, &list), "?a=x%20y%202%20false");
        assert_eq!(query(Style::Pipe, &list), "?a=x%20y|2|false");
        // A separator inside an item is encoded.
        assert_eq!(query(Style::FormJoined, &json!(["1,2", "3"])), "?a=1%2C2,3");
        assert_eq!(query(Style::Pipe, &json!(["1|2", "3"])), "?a=1%7C2|3");
    }

    #[test]
    fn objects_follow_the_style() {
        let object = json!({"k": "v", "l": true, "m": null});
        assert_eq!(query(Style::Form, &object), "?k=v&l=true");
        assert_eq!(query(Style::FormJoined, &object), "?a=k,v,l,true");
        assert_eq!(query(Style::Deep, &object), "?a%5Bk%5D=v&a%5Bl%5D=true");
        let nested = json!({"k": {"l": {"m": 1}}, "n": ["x", "y"], "o": [{"p": 1, "q": 2}, {"p": 3}]});
        let decoded = query(Style::Deep, &nested).replace("%5B", "[").replace("%5D", "]");
        assert_eq!(decoded, "?a[k][l][m]=1&a[n]=x&a[n]=y&a[o][0][p]=1&a[o][0][q]=2&a[o][1][p]=3");
        assert_eq!(query(Style::Form, &json!({"n": [1, 2], "k": {"l": 3}})), "?k%5Bl%5D=3&n=1&n=2");
    }

    #[test]
    fn empty_values_are_rejected_with_the_name() {
        for style in STYLES {
            assert_eq!(refused(style, &json!("")), "a: must not be empty", "{style:?}");
            assert_eq!(refused(style, &json!([])), "a: must not be empty", "{style:?}");
            assert_eq!(refused(style, &json!([null])), "a: must not be empty", "{style:?}");
            assert_eq!(refused(style, &json!({})), "a: set at least one field", "{style:?}");
            assert_eq!(refused(style, &json!({"k": null})), "a: set at least one field", "{style:?}");
        }
        assert_eq!(refused(Style::Deep, &json!({"k": ""})), "a[k]: must not be empty");
        assert_eq!(refused(Style::Deep, &json!({"k": {"l": {}}})), "a[k][l]: set at least one field");
        let nested = "a: nested lists and objects can't be joined into one value";
        assert_eq!(refused(Style::Pipe, &json!([[1]])), nested);
        assert_eq!(refused(Style::FormJoined, &json!({"k": {"l": 1}})), nested);
    }

    #[test]
    fn a_parameter_that_is_set_again_is_replaced() {
        let mut query = Query::default();
        query.set("a", query_pairs("a", Style::Deep, &json!({"k": 1, "l": 2})).unwrap());
        query.push("b", "1".to_owned());
        query.push("b", "2".to_owned());
        query.set("a", query_pairs("a", Style::Deep, &json!({"l": 3})).unwrap());
        assert_eq!(query.encoded(), "?b=1&b=2&a%5Bl%5D=3");
        assert_eq!((query.get("a[l]"), query.get("b"), query.get("a")), (Some("3"), Some("1"), None));
    }

    #[test]
    fn forms_are_flattened_and_may_have_empty_fields() {
        let value =
            json!({"name": "", "tags": ["a b", "c"], "user": {"id": 7, "flags": [true]}, "none": null, "l": []});
        assert_eq!(form(&value).unwrap(), "name=&tags=a%20b&tags=c&user%5Bflags%5D=true&user%5Bid%5D=7");
        assert_eq!(form(&json!({})).unwrap(), "");
        assert_eq!(form(&json!([1])).unwrap_err().to_string(), "body: a form must be an object");
    }

    #[test]
    fn json_is_text_in_every_place() {
        let value = json!({"k": "é😀\u{7f}\"", "l": [1, null]});
        let encoded = |text: JsonText<'_, Value>| value_of("a", &text).unwrap();
        assert_eq!(encoded(JsonText::new(&value)), value.to_string());
        let ascii = encoded(JsonText::ascii(&value)).as_str().unwrap().to_owned();
        assert_eq!(ascii, r#"{"k":"\u00e9\ud83d\ude00\u007f\"","l":[1,null]}"#);
        assert_eq!(serde_json::from_str::<Value>(&ascii).unwrap(), value);
        let cookie = encoded(JsonText::percent_encoded(&json!(["x;y"]))).as_str().unwrap().to_owned();
        assert_eq!(cookie, "%5B%22x%3By%22%5D");
    }

    #[test]
    fn paths_and_headers_are_joined_by_commas() {
        assert_eq!(path_text(&7), "7");
        assert_eq!(path_text("a/b"), "a/b");
        assert_eq!(path_text(&["a", "b"]), "a,b");
        assert_eq!(path_text(&json!({"k": "v", "l": 1})), "k,v,l,1");
        assert_eq!(path_text(&json!(null)), "");
        assert_eq!(simple_text("h", &json!([])).unwrap_err().to_string(), "h: must not be empty");
    }
}
