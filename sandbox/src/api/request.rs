//! Converts an HTTP request to a [`Call`]: parses parameters and body, and validates them against the document.

use axum::body::Bytes;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::api::body;
use crate::api::body::File;
use crate::model::caller::Caller;
use crate::model::context::Context;
use crate::model::state::MAX_METADATA;
use crate::spec::document::{Operation, PathParameters};
use crate::spec::violation::reject;
use crate::util::error::ApiError;

pub(crate) const MAX_JSON_BODY: usize = 100 * 1024;

/// A request that the document allows.
pub(crate) struct Call<'a> {
    pub(crate) context: &'a Context,
    pub(crate) caller: &'a Caller,
    pub(crate) path: PathParameters<'a>,
    pub(crate) query: Value,
    pub(crate) body: Value,
    /// The file of a form, instead of a JSON body.
    pub(crate) file: Option<File>,
    /// Without the query, for links to other pages.
    pub(crate) url: String,
    pub(crate) raw_query: String,
}

impl<'a> Call<'a> {
    pub(crate) async fn check(
        context: &'a Context,
        caller: &'a Caller,
        operation: &'a Operation,
        path: PathParameters<'a>,
        head: &Parts,
        body: Bytes,
    ) -> Result<Self, ApiError> {
        let raw_query = head.uri.query().unwrap_or_default().to_owned();
        let query = parse_query(&raw_query, operation);
        reject(operation.query_violations(&query), |violation| violation.in_query())?;
        let file = if operation.takes_file { Some(body::file(&head.headers, body.clone()).await?) } else { None };
        let body = if operation.has_body() { check_body(operation, head, &body)? } else { Value::Null };
        let url = format!("{}{}", context.base_url, head.uri.path());
        Ok(Self { context, caller, path, query, body, file, url, raw_query })
    }

    /// A path parameter, decoded.
    pub(crate) fn path(&self, name: &str) -> &str {
        self.path.get(name).map_or("", String::as_str)
    }

    pub(crate) fn new_id(&self) -> String {
        self.context.new_id()
    }

    /// The time in the API's format.
    pub(crate) fn now(&self) -> String {
        self.context.now()
    }

    pub(crate) fn filter(&self, name: &str) -> Option<&str> {
        self.query["filter"][name].as_str()
    }

    pub(crate) fn brand_id(&self) -> Option<&str> {
        self.query["brandId"].as_str()
    }

    /// Deserializes the body. It has passed the document's schema, so an error means that the type and the schema
    /// differ.
    pub(crate) fn body<T: DeserializeOwned>(&self) -> Result<T, ApiError> {
        T::deserialize(&self.body).map_err(|error| ApiError::bad_request(error.to_string()))
    }
}

/// Parses `page[size]=10&brandId=1` to `{"page": {"size": 10}, "brandId": "1"}`, as the schemas describe it.
fn parse_query(query: &str, operation: &Operation) -> Value {
    let mut object = Map::new();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        let deep = name.strip_suffix(']').and_then(|name| name.split_once('['));
        let (name, property) = deep.map_or((&*name, None), |(name, property)| (name, Some(property)));
        let value = operation.query_value(name, property, &value);
        match property {
            None => drop(object.insert(name.to_owned(), value)),
            Some(property) => insert_deep(&mut object, name, property, value),
        }
    }
    object.into()
}

fn insert_deep(object: &mut Map<String, Value>, name: &str, property: &str, value: Value) {
    let inner = object.entry(name).or_insert_with(|| Map::new().into());
    // An earlier plain value stays, and the schema rejects it because it isn't an object.
    if let Some(inner) = inner.as_object_mut() {
        inner.insert(property.to_owned(), value);
    }
}

fn check_body(operation: &Operation, head: &Parts, body: &[u8]) -> Result<Value, ApiError> {
    let is_left_out = body.is_empty() && !operation.is_body_required();
    let body = if is_left_out { Map::new().into() } else { parse_body(&head.headers, body)? };
    reject(operation.body_violations(&body), ToString::to_string)?;
    check_metadata(&body, head.method == Method::PATCH)?;
    Ok(body)
}

fn parse_body(headers: &HeaderMap, body: &[u8]) -> Result<Value, ApiError> {
    if body.is_empty() {
        return Err(ApiError::bad_request("body: is required"));
    }
    if !body::is_json(headers) {
        return Err(ApiError::unsupported_media_type("application/json"));
    }
    serde_json::from_slice(body).map_err(|error| ApiError::bad_request(format!("body: not valid JSON: {error}")))
}

/// Metadata is flat and small, which the document only describes in words. In an update, null removes a key.
fn check_metadata(body: &Value, is_update: bool) -> Result<(), ApiError> {
    let Some(metadata) = body["metadata"].as_object() else {
        return Ok(());
    };
    let is_nested = |value: &Value| value.is_object() || value.is_array() || (value.is_null() && !is_update);
    if let Some((key, _)) = metadata.iter().find(|(_, value)| is_nested(value)) {
        let message = "must be a string, a number or a boolean";
        return Err(ApiError::bad_request(format!("/metadata/{key}: {message}")));
    }
    if body["metadata"].to_string().len() > MAX_METADATA {
        return Err(ApiError::bad_request("/metadata: larger than 4 kB"));
    }
    Ok(())
}
