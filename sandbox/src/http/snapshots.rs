//! Named snapshots, which are kept until the sandbox stops.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use serde::Serialize;

use crate::model::snapshot::Snapshot;
use crate::util::error::ApiError;
use crate::util::lock::lock;

/// Each is a copy of the state.
const MAX_SNAPSHOTS: usize = 50;

#[derive(Default)]
pub(crate) struct Snapshots(Mutex<BTreeMap<String, Saved>>);

struct Saved {
    time: String,
    snapshot: Arc<Snapshot>,
}

/// The name of a snapshot, and when it was saved by the sandbox's clock.
#[derive(Serialize)]
pub(crate) struct Listed {
    name: String,
    time: String,
}

impl Snapshots {
    pub(crate) fn list(&self) -> Vec<Listed> {
        let saved = lock(&self.0);
        saved.iter().map(|(name, saved)| Listed { name: name.clone(), time: saved.time.clone() }).collect()
    }

    /// Saves a snapshot, or replaces the one with this name.
    pub(crate) fn save(&self, name: &str, time: String, snapshot: Snapshot) -> Result<(), ApiError> {
        let mut saved = lock(&self.0);
        if name.is_empty() || name.chars().count() > 100 {
            return Err(ApiError::bad_request("the name of a snapshot must have 1 to 100 characters"));
        }
        if saved.len() >= MAX_SNAPSHOTS && !saved.contains_key(name) {
            return Err(ApiError::bad_request(format!("there are {MAX_SNAPSHOTS} named snapshots; remove one")));
        }
        saved.insert(name.to_owned(), Saved { time, snapshot: Arc::new(snapshot) });
        Ok(())
    }

    pub(crate) fn find(&self, name: &str) -> Result<Arc<Snapshot>, ApiError> {
        lock(&self.0).get(name).map(|saved| Arc::clone(&saved.snapshot)).ok_or_else(unknown)
    }

    pub(crate) fn remove(&self, name: &str) -> Result<(), ApiError> {
        lock(&self.0).remove(name).map(drop).ok_or_else(unknown)
    }
}

fn unknown() -> ApiError {
    ApiError::not_found("there is no snapshot with this name")
}
