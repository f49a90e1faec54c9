//! Warns about values of enums that are sent although this version of the crate doesn't know them: probably typing errors.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Mutex, PoisonError};

use log::{Level, log_enabled, warn};

use crate::base::LOG;

/// How many values are remembered. Further ones aren't reported, so that a program which sends any number of values doesn't
/// fill its memory and its log.
const MOST: usize = 256;

/// The hashes of the values that were reported.
static REPORTED: Mutex<BTreeSet<u64>> = Mutex::new(BTreeSet::new());

/// Reports a value of an enum, once.
#[cold]
pub(crate) fn report<T: Hash>(name: &str, value: &T) {
    // A logger that is installed later gets its warning.
    if log_enabled!(target: LOG, Level::Warn) && is_new(hash(&(name, value))) {
        warn!(
            target: LOG,
            "sending a value of `{name}` that isn't in `{name}::KNOWN`; check its spelling, or update this crate"
        );
    }
}

fn hash<T: Hash>(value: &T) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

fn is_new(hash: u64) -> bool {
    let mut reported = REPORTED.lock().unwrap_or_else(PoisonError::into_inner);
    reported.len() < MOST && reported.insert(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_new_once_and_their_number_is_limited() {
        let (one, other) = (hash(&("Status", "resting")), hash(&("Level", "resting")));
        assert!(is_new(one) && is_new(other));
        assert!(!is_new(one) && !is_new(other));
        assert!((0..1_000).filter(|number| is_new(hash(&("Number", number)))).count() < MOST);
        assert!(!is_new(hash(&"one more")));
    }
}
