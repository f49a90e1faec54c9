//! Record ids: 24 lower-case hex digits that ascend in the order of creation, so that sorting by id is sorting by age.

use std::sync::atomic::{AtomicU32, Ordering};

/// The ids of one sandbox.
pub(crate) struct Ids {
    prefix: String,
    next: AtomicU32,
}

impl Ids {
    /// Ids that no other sandbox has: one that was kept from an earlier run is unknown.
    pub(crate) fn unique() -> Self {
        static SANDBOXES: AtomicU32 = AtomicU32::new(0);
        let seconds = jiff::Timestamp::now().as_second() & 0xffff_ffff;
        let process = std::process::id() & 0xff_ffff;
        let sandbox = SANDBOXES.fetch_add(1, Ordering::Relaxed) & 0xff;
        Self { prefix: format!("{seconds:08x}{process:06x}{sandbox:02x}"), next: AtomicU32::new(1) }
    }

    /// The same ids in every run.
    pub(crate) fn fixed() -> Self {
        Self { prefix: "5a4db0c0".repeat(2), next: AtomicU32::new(1) }
    }

    pub(crate) fn next(&self) -> String {
        format!("{}{:08x}", self.prefix, self.next.fetch_add(1, Ordering::Relaxed))
    }

    /// Whether one of these ids may have been made, be its record there still or deleted since.
    pub(crate) fn has_made(&self, id: &str) -> bool {
        id.strip_prefix(self.prefix.as_str())
            .filter(|count| count.len() == 8 && !count.starts_with('+'))
            .and_then(|count| u32::from_str_radix(count, 16).ok())
            .is_some_and(|count| count < self.next.load(Ordering::Relaxed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_ascend_and_are_known() {
        for ids in [Ids::unique(), Ids::fixed()] {
            let (first, second) = (ids.next(), ids.next());
            assert!(first < second);
            assert!(first.len() == 24 && first.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)));
            assert!(ids.has_made(&first));
            for unknown in ["", "000000000000000000000000", &format!("{}ffffffff", ids.prefix), &format!("{first}0")] {
                assert!(!ids.has_made(unknown), "{unknown}");
            }
        }
        assert_ne!(Ids::unique().next(), Ids::unique().next());
        assert_eq!(Ids::fixed().next(), Ids::fixed().next());
    }
}
