//! The journal: requests and responses, for tests.

use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use std::ops::Deref;
use std::sync::{Mutex, OnceLock};

use axum::body::Bytes;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use serde_json::{Value, json};

use crate::api::body::is_json;
use crate::model::caller::Caller;
use crate::spec::document::document;
use crate::util::error::ApiError;
use crate::util::lock::lock;

/// How many requests are kept; the oldest are removed first.
const MAX_ENTRIES: usize = 10_000;

/// The total size of the requests and responses that are kept.
const MAX_BYTES: usize = 64 * 1024 * 1024;

/// A request and its response; see [`Sandbox::journal`](crate::Sandbox::journal).
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct JournalEntry {
    /// The number of the request, from 1, in the order of the responses or faults. Requests that were removed from the
    /// journal count.
    pub number: u64,
    /// When the request arrived, by the sandbox's clock, in the API's time format.
    pub time: String,
    /// The method, in upper case.
    pub method: String,
    /// The path as sent, without the query.
    pub path: String,
    /// The query as sent, without the question mark.
    pub query: Option<String>,
    /// The operation's ID in the document, if the request matches one.
    pub operation: Option<String>,
    /// The scope of the credentials: `account`, `app` or `integration`. `None` if they are missing or invalid.
    pub scope: Option<String>,
    /// The ID of the key; its secret isn't kept.
    pub key_id: Option<String>,
    /// The headers in the order sent, with lowercase names. The value of `authorization` is its scheme and `***`.
    pub headers: Vec<(String, String)>,
    /// The body if it is JSON, otherwise null. Secrets in it are kept.
    pub body: JournalBody,
    /// The size of the body in bytes.
    pub body_length: usize,
    /// The status code of the response; `None` if the connection was closed or reset.
    pub status: Option<u16>,
    /// The response body if it is JSON, otherwise null.
    pub response: JournalBody,
    /// Whether a fault applied to the request.
    pub fault: bool,
    /// The caller, for a replay.
    #[serde(skip)]
    pub(crate) caller: Option<Caller>,
}

impl JournalEntry {
    /// Returns the first header with this name, ignoring case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// For logs: method, path, status code and operation, in one line.
impl fmt::Display for JournalEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let question_mark = if self.query.is_some() { "?" } else { "" };
        let query = self.query.as_deref().unwrap_or_default();
        write!(f, "{} {} {}{question_mark}{query} ", self.time, self.method, self.path)?;
        match self.status {
            Some(status) => write!(f, "{status}")?,
            None => write!(f, "no response")?,
        }
        write!(f, " {}", self.operation.as_deref().unwrap_or("-"))?;
        write!(f, " {}", self.key_id.as_deref().unwrap_or("-"))?;
        f.write_str(if self.fault { " fault" } else { "" })
    }
}

/// The JSON of a request or response in the journal: a [`Value`] that is parsed when it is first used, because a parsed body
/// takes many times the memory of its text.
///
/// ```
/// use sunshine_conversations_sandbox::Sandbox;
///
/// let sandbox = Sandbox::start()?;
/// let users = format!("{}/v2/apps/{}/users", sandbox.base_url(), sandbox.app_id());
/// let bearer = format!("Bearer {}", sandbox.token());
/// ureq::post(&users).header("Authorization", bearer).send_json(serde_json::json!({"externalId": "steve"}))?;
/// let request = &sandbox.requests_to("CreateUser")?[0];
/// assert_eq!(request.body["externalId"], "steve");
/// assert_eq!(request.response["user"]["externalId"], "steve");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Default)]
pub struct JournalBody {
    text: Bytes,
    value: OnceLock<Value>,
}

impl JournalBody {
    pub(crate) fn bytes(&self) -> Bytes {
        self.text.clone()
    }

    fn new(text: Bytes) -> Self {
        Self { text, value: OnceLock::new() }
    }
}

impl Deref for JournalBody {
    type Target = Value;

    fn deref(&self) -> &Value {
        self.value.get_or_init(|| serde_json::from_slice(&self.text).unwrap_or_default())
    }
}

impl PartialEq<Value> for JournalBody {
    fn eq(&self, other: &Value) -> bool {
        **self == *other
    }
}

impl fmt::Debug for JournalBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl fmt::Display for JournalBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}

impl Serialize for JournalBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The text itself, so that it isn't parsed.
        serde_json::from_slice::<&RawValue>(&self.text).ok().serialize(serializer)
    }
}

/// An entry while its request is being handled.
pub(crate) struct Record(JournalEntry);

impl Record {
    pub(crate) fn new(
        time: String,
        head: &Parts,
        body: Bytes,
        operation: Option<&str>,
        caller: Option<&Caller>,
    ) -> Self {
        Self(JournalEntry {
            number: 0,
            time,
            method: head.method.to_string(),
            path: head.uri.path().to_owned(),
            query: head.uri.query().map(str::to_owned),
            operation: operation.map(str::to_owned),
            scope: caller.map(|caller| caller.scope.name().to_owned()),
            key_id: caller.map(|caller| caller.key_id.clone()),
            headers: headers(&head.headers),
            body_length: body.len(),
            // Uploads may be large: only the length is kept.
            body: JournalBody::new(if is_json(&head.headers) { body } else { Bytes::new() }),
            status: None,
            response: JournalBody::default(),
            fault: false,
            caller: caller.cloned(),
        })
    }

    pub(crate) fn met_fault(&mut self) {
        self.0.fault = true;
    }

    pub(crate) fn responded(&mut self, status: u16, headers: &HeaderMap, response: &Bytes) {
        self.0.status = Some(status);
        if is_json(headers) {
            self.0.response = JournalBody::new(response.clone());
        }
    }

    /// The size of the texts that a client chooses, and of the entry itself.
    fn size(&self) -> usize {
        let entry = &self.0;
        let headers: usize = entry.headers.iter().map(|(name, value)| name.len() + value.len()).sum();
        let target = entry.path.len() + entry.query.as_deref().map_or(0, str::len);
        entry.body.text.len() + entry.response.text.len() + headers + target + size_of::<JournalEntry>()
    }
}

impl fmt::Display for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

fn headers(headers: &HeaderMap) -> Vec<(String, String)> {
    let shown = headers.iter().map(|(name, value)| {
        let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
        let is_secret = name == header::AUTHORIZATION || name == header::PROXY_AUTHORIZATION || name == header::COOKIE;
        (name.as_str().to_owned(), if is_secret { masked(&value) } else { value })
    });
    shown.collect()
}

/// Keeps the scheme, which shows how the client authenticates.
fn masked(value: &str) -> String {
    match value.split_once(' ') {
        Some((scheme, _)) if scheme.chars().all(char::is_alphabetic) => format!("{scheme} ***"),
        _ => "***".to_owned(),
    }
}

/// Filters for requests.
#[derive(Default)]
pub(crate) struct Criteria {
    operation: Option<String>,
    method: Option<String>,
    path: Option<String>,
    status: Option<u16>,
    /// JSON that the body contains: objects may have further keys.
    body: Option<Value>,
    /// Only requests with a larger number.
    after: u64,
}

impl Criteria {
    /// The requests of an operation, which must exist, so that a typo can't make a test pass.
    pub(crate) fn of(operation: &str) -> Result<Self, ApiError> {
        match document().operation(operation) {
            Some(known) => Ok(Self { operation: Some(known.id.clone()), ..Self::default() }),
            None => Err(ApiError::bad_request(document().unknown(operation))),
        }
    }

    pub(crate) fn parse(query: &BTreeMap<String, String>) -> Result<Self, ApiError> {
        let mut criteria = Self::default();
        for (name, value) in query {
            let invalid = |what: &str| ApiError::bad_request(format!("{name}: {what}"));
            match name.as_str() {
                "operation" => criteria.operation = Self::of(value)?.operation,
                "method" => criteria.method = Some(value.to_uppercase()),
                "path" => criteria.path = Some(value.clone()),
                "status" => {
                    criteria.status = Some(value.parse().map_err(|_| invalid("must be a status code, such as 201"))?);
                }
                "body" => {
                    let body = serde_json::from_str(value);
                    criteria.body = Some(body.map_err(|error| invalid(&format!("must be JSON: {error}")))?);
                }
                _ => criteria.after = value.parse().map_err(|_| invalid("must be the number of a request"))?,
            }
        }
        Ok(criteria)
    }

    /// How a request differs.
    fn differences(&self, entry: &JournalEntry) -> Vec<String> {
        let mut differences = Vec::new();
        let mut check = |name: &str, expected: Option<Value>, actual: Value| {
            if let Some(expected) = expected.filter(|expected| *expected != actual) {
                differences.push(format!("{name}: expected {expected}, was {actual}"));
            }
        };
        check("operation", self.operation.as_deref().map(Value::from), json!(entry.operation));
        check("method", self.method.as_deref().map(Value::from), json!(entry.method));
        check("path", self.path.as_deref().map(Value::from), json!(entry.path));
        check("status", self.status.map(Value::from), json!(entry.status));
        if let Some(body) = &self.body {
            differences.extend(crate::util::difference::differences("body", body, &entry.body));
        }
        if entry.number <= self.after {
            differences.push(format!("number: expected more than {}, was {}", self.after, entry.number));
        }
        differences
    }
}

/// The request that differs in the fewest filters.
#[derive(Serialize)]
pub(crate) struct NearMiss {
    request: JournalEntry,
    differences: Vec<String>,
}

#[derive(Default)]
pub(crate) struct Journal(Mutex<Pages>);

#[derive(Default)]
struct Pages {
    records: VecDeque<Record>,
    bytes: usize,
    count: u64,
}

impl Journal {
    /// Adds a request and returns its number.
    pub(crate) fn add(&self, mut record: Record) -> u64 {
        let mut pages = lock(&self.0);
        pages.count += 1;
        record.0.number = pages.count;
        pages.bytes += record.size();
        pages.records.push_back(record);
        while pages.records.len() > MAX_ENTRIES || (pages.bytes > MAX_BYTES && pages.records.len() > 1) {
            let oldest = pages.records.pop_front().map_or(0, |record| record.size());
            pages.bytes -= oldest;
        }
        pages.count
    }

    pub(crate) fn matching(&self, criteria: &Criteria) -> Vec<JournalEntry> {
        let is_wanted = |record: &&Record| criteria.differences(&record.0).is_empty();
        lock(&self.0).records.iter().filter(is_wanted).map(|record| record.0.clone()).collect()
    }

    /// The request that differs in the fewest criteria; of several, the latest with the fewest missing values.
    pub(crate) fn nearest(&self, criteria: &Criteria) -> Option<NearMiss> {
        let pages = lock(&self.0);
        let differences = pages.records.iter().map(|record| (record, criteria.differences(&record.0)));
        let missing = |differences: &[String]| differences.iter().filter(|one| one.ends_with(", was null")).count();
        let (record, differences) =
            differences.rev().min_by_key(|(_, differences)| (differences.len(), missing(differences)))?;
        Some(NearMiss { request: record.0.clone(), differences })
    }

    pub(crate) fn entry(&self, number: u64) -> Result<JournalEntry, ApiError> {
        let pages = lock(&self.0);
        let record = pages.records.iter().find(|record| record.0.number == number);
        record
            .map(|record| record.0.clone())
            .ok_or_else(|| ApiError::not_found("the journal doesn't have this request"))
    }

    /// The number of requests since the start, or since the journal was cleared.
    pub(crate) fn count(&self) -> u64 {
        lock(&self.0).count
    }

    pub(crate) fn clear(&self) {
        *lock(&self.0) = Pages::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(body: usize) -> Record {
        let request = axum::http::Request::post("/x").header("content-type", "application/json");
        let (head, ()) = request.body(()).expect("a request").into_parts();
        Record::new(String::new(), &head, vec![b' '; body].into(), None, None)
    }

    #[test]
    fn it_is_bounded_by_number_and_by_size() {
        let journal = Journal::default();
        (0..MAX_ENTRIES + 5).for_each(|_| {
            journal.add(record(0));
        });
        let numbers = |journal: &Journal| -> Vec<u64> {
            journal.matching(&Criteria::default()).iter().map(|e| e.number).collect()
        };
        assert_eq!((numbers(&journal).len(), numbers(&journal)[0]), (MAX_ENTRIES, 6));
        journal.clear();
        (0..3).for_each(|_| {
            journal.add(record(MAX_BYTES / 2 - 1000));
        });
        assert_eq!((numbers(&journal), journal.count()), (vec![2, 3], 3));
        journal.add(record(MAX_BYTES + 1));
        assert_eq!(numbers(&journal), [4]);
    }

    #[test]
    fn headers_and_the_target_count() {
        let text = "x".repeat(MAX_BYTES / 4);
        let request = |path: String, header: &str| {
            let request = axum::http::Request::post(path).header("x-text", header);
            let (head, ()) = request.body(()).expect("a request").into_parts();
            Record::new(String::new(), &head, Bytes::new(), None, None)
        };
        let journal = Journal::default();
        (0..10).for_each(|_| {
            journal.add(request("/x".to_owned(), &text));
        });
        assert_eq!(journal.matching(&Criteria::default()).len(), 3);
        journal.clear();
        let query = "x".repeat(60_000);
        (0..2_000).for_each(|_| {
            journal.add(request(format!("/x?{query}"), ""));
        });
        assert!(
            (900..1_200).contains(&journal.matching(&Criteria::default()).len()),
            "{}",
            journal.matching(&Criteria::default()).len()
        );
    }

    #[test]
    fn bodies_are_serialized_as_they_are() {
        let body = |text: &'static str| JournalBody::new(Bytes::from_static(text.as_bytes()));
        for (text, serialized) in
            [(r#"{"b": 1e999, "a": []}"#, r#"{"b": 1e999, "a": []}"#), ("{", "null"), ("", "null")]
        {
            assert_eq!(serde_json::to_string(&body(text)).expect("JSON"), serialized);
        }
        let parsed = body(r#"{"a": [1]}"#);
        assert_eq!(parsed["a"][0], 1);
        assert!(parsed == serde_json::json!({"a": [1]}) && body("{").is_null());
        assert_eq!(format!("{parsed:?} {parsed}"), format!("{0:?} {0}", *parsed));
    }

    #[test]
    fn credentials_are_masked() {
        assert_eq!(masked("Basic YTpi"), "Basic ***");
        assert_eq!(masked("secret"), "***");
        assert_eq!(masked("key=secret more"), "***");
    }
}
