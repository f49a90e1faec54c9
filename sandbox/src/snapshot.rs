//! Snapshots of a sandbox's state.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::clock::Time;
use crate::id::Series;
use crate::state::State;

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

    pub(crate) fn is_one(json: &Value) -> bool {
        json.get("snapshot").is_some()
    }

    /// Returns the state for a sandbox at this base URL.
    pub(crate) fn state_at(&self, base_url: &str) -> Result<State, serde_json::Error> {
        if self.base_url == base_url {
            return Ok(self.state.clone());
        }
        let mut state = serde_json::to_value(&self.state)?;
        rebase(&mut state, &format!("{}/", self.base_url), &format!("{base_url}/"));
        serde_json::from_value(state)
    }
}

fn rebase(value: &mut Value, from: &str, to: &str) {
    match value {
        Value::String(text) => rebase_text(text, from, to),
        Value::Array(items) => items.iter_mut().for_each(|item| rebase(item, from, to)),
        Value::Object(entries) => {
            // The keys of this map are URLs.
            let old = std::mem::take(entries);
            entries.extend(old.into_iter().map(|(mut key, mut value)| {
                rebase_text(&mut key, from, to);
                rebase(&mut value, from, to);
                (key, value)
            }));
        }
        _ => {}
    }
}

fn rebase_text(text: &mut String, from: &str, to: &str) {
    if let Some(rest) = text.strip_prefix(from) {
        *text = format!("{to}{rest}");
    }
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
    use serde_json::json;

    #[test]
    fn addresses_follow_the_sandbox() {
        let mut value = json!({"a": ["http://h:1/x", "http://h:10/x"], "b": "see http://h:1/x", "http://h:1/k": 1});
        rebase(&mut value, "http://h:1/", "http://h:2/");
        assert_eq!(value, json!({"a": ["http://h:2/x", "http://h:10/x"], "b": "see http://h:1/x", "http://h:2/k": 1}));
    }
}
