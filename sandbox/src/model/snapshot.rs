//! Snapshots of a sandbox's state.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};

use crate::model::state::State;
use crate::util::clock::Time;
use crate::util::id::Series;

const VERSION: u32 = 1;

/// A copy of a sandbox's state: its records, IDs and clock.
///
/// Created by [`Sandbox::snapshot`](crate::Sandbox::snapshot). Use serde to save it as JSON. A file can be used as a
/// seed. It contains the secrets of keys.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Snapshot {
    /// Identifies the file format.
    #[serde(deserialize_with = "known_version")]
    snapshot: u32,
    /// The base URL of the original sandbox, which is part of attachment URLs.
    base_url: String,
    pub(crate) clock: Time,
    pub(crate) ids: Series,
    state: State,
}

impl Snapshot {
    pub(crate) fn new(base_url: &str, clock: Time, ids: Series, state: State) -> Self {
        Self { snapshot: VERSION, base_url: base_url.to_owned(), clock, ids, state }
    }

    /// Returns the state for a sandbox at this base URL.
    pub(crate) fn state_at(self, base_url: &str) -> Result<State, serde_json::Error> {
        let (from, to) = (format!("{}/", self.base_url), format!("{base_url}/"));
        if from == to {
            return Ok(self.state);
        }
        // As text, because a parsed value takes many times the memory of the records.
        let text = serde_json::to_string(&self.state)?;
        drop(self.state);
        // As bytes, as files are read: one reader of the records is compiled instead of two.
        serde_json::from_slice(rebased(&text, &from, &to).as_bytes())
    }
}

/// Replaces the beginning of the strings in a JSON text. The beginnings don't have characters that JSON escapes.
fn rebased(text: &str, from: &str, to: &str) -> String {
    let mut rebased = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(from) {
        let (before, after) = rest.split_at(at);
        rebased.push_str(before);
        // An escaped quote is part of a string.
        let is_beginning = before.ends_with('"') && !before.ends_with("\\\"");
        rebased.push_str(if is_beginning { to } else { from });
        rest = &after[from.len()..];
    }
    rebased + rest
}

fn known_version<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    match u32::deserialize(deserializer)? {
        VERSION => Ok(VERSION),
        other => Err(serde::de::Error::custom(format!(
            "unsupported snapshot version {other}; this sandbox supports {VERSION}"
        ))),
    }
}

impl fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Snapshot").field("apps", &self.state.apps.len()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn addresses_follow_the_sandbox() {
        let value = json!({"a": ["http://h:1/x", "http://h:10/x"], "b": "see http://h:1/x", "http://h:1/k": 1,
            "quoted": "\"http://h:1/x\"", "é": "http://h:1/"});
        let rebased: Value =
            serde_json::from_str(&rebased(&value.to_string(), "http://h:1/", "http://h:2/")).expect("JSON");
        let expected = json!({"a": ["http://h:2/x", "http://h:10/x"], "b": "see http://h:1/x", "http://h:2/k": 1,
            "quoted": "\"http://h:1/x\"", "é": "http://h:2/"});
        assert_eq!(rebased, expected);
    }
}
