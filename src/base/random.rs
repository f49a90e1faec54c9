//! Random numbers.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::process;

/// Returns an unpredictable number: the keys of std's hasher are random. After a fork, both processes have the same keys.
pub(crate) fn random() -> u64 {
    RandomState::new().hash_one(process::id())
}
