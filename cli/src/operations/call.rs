//! The call of an operation: its values, the request, and the response.

use std::cell::RefCell;
use std::collections::BTreeMap;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::de::DeserializeOwned;
use sunshine_conversations::http::Method;
use sunshine_conversations::{ApiClient, Call, Error, Json, Operation, Response, Upload};

use super::table::{Command, Place};

/// Characters of a path segment that aren't encoded.
const SEGMENT: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b':').remove(b'@');

/// The values of a call.
pub struct Input<'c> {
    pub command: &'c Command,
    /// The values of the path, in its order.
    pub path: Vec<String>,
    /// Other parameters: name and value.
    pub query: RefCell<Vec<(String, String)>>,
    pub headers: Vec<(String, String)>,
    pub body: Option<Json>,
    /// The files of a form, by part.
    pub files: RefCell<BTreeMap<&'static str, Upload>>,
    /// A body that isn't JSON.
    pub content: Vec<u8>,
}

/// A response.
pub struct Reply {
    /// The body as text.
    pub text: String,
    /// The target of a redirect.
    pub location: Option<String>,
}

#[allow(dead_code, reason = "a future document may need every kind of argument")]
impl Input<'_> {
    /// Returns the path of the request, percent-encoded.
    pub fn request_path(&self) -> String {
        let mut path = self.command.path.to_owned();
        let names = self.command.parameters.iter().filter(|parameter| parameter.place == Place::Path);
        for (parameter, value) in names.zip(&self.path) {
            let value = utf8_percent_encode(value, SEGMENT).to_string();
            path = path.replace(&format!("{{{}}}", parameter.name), &value);
        }
        path
    }

    /// Sends the request.
    pub fn call(&self, api: &ApiClient) -> Result<Reply, Error> {
        match self.command.call {
            Some(call) => call(api, self),
            None => {
                let method = Method::from_bytes(self.command.method.as_bytes()).unwrap_or(Method::GET);
                let call = api.request(method, &self.request_path());
                self.send(match &self.body {
                    Some(body) => call.json(body),
                    None => call,
                })
            }
        }
    }

    /// Sends a call with the parameters of the query and the headers.
    pub fn send<O: Operation>(&self, mut call: Call<O>) -> Result<Reply, Error> {
        for (name, value) in self.query.borrow().iter() {
            call = call.query(name, value);
        }
        for (name, value) in &self.headers {
            call = call.header(name, value);
        }
        call.send_full().map(Reply::from)
    }

    /// Returns a value of the path for the SDK's method.
    pub fn path(&self, index: usize) -> &str {
        self.path.get(index).map_or("", String::as_str)
    }

    /// Returns whether a parameter of the query, or a part of a form, has a value.
    pub fn has(&self, name: &str) -> bool {
        self.query.borrow().iter().any(|(known, _)| known == name)
    }

    /// Takes a parameter of the query or a part of a form, which the SDK's method sends.
    pub fn value(&self, name: &str) -> String {
        let mut query = self.query.borrow_mut();
        let index = query.iter().position(|(known, _)| known == name);
        index.map(|index| query.remove(index).1).unwrap_or_default()
    }

    /// Takes a parameter that is JSON, such as a number.
    pub fn parsed<T: DeserializeOwned>(&self, name: &str) -> Result<T, Error> {
        Json::from_text(self.value(name))?.parse()
    }

    /// Takes a parameter that is a list of JSON, such as numbers.
    pub fn parsed_values<T: DeserializeOwned>(&self, name: &str) -> Result<Vec<T>, Error> {
        self.values(name).into_iter().map(|value| Json::from_text(value)?.parse()).collect()
    }

    /// Takes a parameter that is a list.
    pub fn values(&self, name: &str) -> Vec<String> {
        let mut query = self.query.borrow_mut();
        query.extract_if(.., |(known, _)| known == name).map(|(_, value)| value).collect()
    }

    /// Takes a parameter that is an object, from its JSON or its fields.
    pub fn object<T: DeserializeOwned>(&self, name: &str) -> Result<T, Error> {
        if self.has(name) {
            return self.parsed(name);
        }
        let prefix = format!("{name}[");
        let mut query = self.query.borrow_mut();
        let fields = query.extract_if(.., |(known, _)| known.starts_with(&prefix)).map(|(known, value)| {
            let key =
                known.strip_prefix(&prefix).and_then(|rest| rest.strip_suffix(']')).unwrap_or_default().to_owned();
            (key, value)
        });
        fields.collect::<Json>().parse()
    }

    /// Takes a file of a form. An optional one is an option.
    pub fn upload(&self, part: &'static str) -> Upload {
        self.files.borrow_mut().remove(part).unwrap_or_else(|| Upload::path(self.value(part)))
    }

    /// Takes the files of a part that is a list.
    pub fn uploads(&self, part: &str) -> Vec<Upload> {
        self.values(part).into_iter().map(Upload::path).collect()
    }

    /// Returns the content of a body that isn't JSON.
    pub fn bytes(&self) -> Vec<u8> {
        self.content.clone()
    }

    /// Returns the body as the SDK's type.
    pub fn body<T: DeserializeOwned>(&self) -> Result<T, Error> {
        self.body.clone().unwrap_or_default().parse()
    }
}

impl<T> From<Response<T>> for Reply {
    fn from(response: Response<T>) -> Self {
        let location = response.headers.get("location").and_then(|value| value.to_str().ok()).map(str::to_owned);
        Self { text: String::from_utf8_lossy(&response.raw).into_owned(), location }
    }
}

/// Checks that the SDK's type can be decoded from a body.
pub fn decode<T: DeserializeOwned>(body: &str) -> Result<(), String> {
    serde_json::from_str::<T>(body).map(|_| ()).map_err(|e| e.to_string())
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::super::commands::COMMANDS;
    use super::*;

    /// The parts of a form are options, or the fields of an object.
    #[test]
    fn values_are_taken_as_their_types() {
        let pairs =
            [("year", "7"), ("sizes", "1"), ("sizes", "2"), ("maker", r#"{"name":"Ada"}"#), ("filter[id]", "x")];
        let input = Input {
            command: &COMMANDS[0],
            path: Vec::new(),
            query: RefCell::new(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec()),
            headers: Vec::new(),
            body: None,
            files: RefCell::default(),
            content: Vec::new(),
        };
        assert!(input.has("year") && !input.has("title"));
        assert_eq!(input.parsed::<i64>("year").unwrap(), 7);
        assert_eq!(input.parsed_values::<i64>("sizes").unwrap(), [1, 2]);
        assert_eq!(input.object::<Value>("maker").unwrap()["name"], "Ada");
        assert_eq!(input.object::<Value>("filter").unwrap()["id"], "x");
        assert!(input.query.borrow().is_empty());
    }
}
