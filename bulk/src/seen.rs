//! The keys that were seen.

use std::collections::HashSet;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

/// A set of keys, as hashes of 128 bits: a key takes about 50 bytes at most, however long it is.
///
/// Among a billion keys, the probability that two have the same hash is less than 10⁻²⁰.
#[derive(Default)]
pub(crate) struct Seen(HashSet<u128>);

impl Seen {
    /// Adds a key. Returns `false` if it was in the set.
    pub(crate) fn insert(&mut self, key: &[u8]) -> bool {
        self.0.insert(hash(key))
    }

    pub(crate) fn contains(&self, key: &[u8]) -> bool {
        self.0.contains(&hash(key))
    }
}

fn hash(key: &[u8]) -> u128 {
    let half = |seed: u8| {
        let mut hasher = DefaultHasher::new();
        (seed, key).hash(&mut hasher);
        u128::from(hasher.finish())
    };
    half(0) << 64 | half(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_any_bytes() {
        let mut seen = Seen::default();
        for key in [b"a".as_slice(), b"", b"\0", b"\xff\xfe\n", b"ab", b"b"] {
            assert!(!seen.contains(key) && seen.insert(key), "{key:?}");
            assert!(seen.contains(key) && !seen.insert(key), "{key:?}");
        }
    }
}
