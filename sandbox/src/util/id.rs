//! Record IDs: 24 lowercase hex digits that ascend in the order of creation, so that sorting by ID is sorting by age.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

use serde::{Deserialize, Serialize};

use crate::util::lock::lock;

/// The IDs of a sandbox.
pub(crate) struct Ids(Mutex<Series>);

/// The state of the series.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Series {
    prefix: String,
    next: u32,
}

impl Ids {
    /// IDs that are unique to this sandbox: an ID from an earlier run is unknown.
    pub(crate) fn unique() -> Self {
        static SANDBOXES: AtomicU32 = AtomicU32::new(0);
        let seconds = jiff::Timestamp::now().as_second() & 0xffff_ffff;
        let process = std::process::id() & 0xff_ffff;
        let sandbox = SANDBOXES.fetch_add(1, Ordering::Relaxed) & 0xff;
        Self::new(format!("{seconds:08x}{process:06x}{sandbox:02x}"))
    }

    /// The same IDs in every run.
    pub(crate) fn fixed() -> Self {
        Self::new("5a4db0c0".repeat(2))
    }

    fn new(prefix: String) -> Self {
        Self(Mutex::new(Series { prefix, next: 1 }))
    }

    pub(crate) fn next(&self) -> String {
        let mut series = lock(&self.0);
        let id = format!("{}{:08x}", series.prefix, series.next);
        series.next = series.next.wrapping_add(1);
        id
    }

    /// Whether this ID may have been assigned; its record may have been deleted.
    pub(crate) fn has_made(&self, id: &str) -> bool {
        let series = lock(&self.0);
        id.strip_prefix(series.prefix.as_str())
            .filter(|count| count.len() == 8 && !count.starts_with('+'))
            .and_then(|count| u32::from_str_radix(count, 16).ok())
            .is_some_and(|count| count < series.next)
    }

    pub(crate) fn series(&self) -> Series {
        lock(&self.0).clone()
    }

    /// Continues from there: later IDs are assigned again.
    pub(crate) fn set(&self, series: Series) {
        *lock(&self.0) = series;
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
            for unknown in
                ["", "000000000000000000000000", &format!("{}ffffffff", ids.series().prefix), &format!("{first}0")]
            {
                assert!(!ids.has_made(unknown), "{unknown}");
            }
        }
        assert_ne!(Ids::unique().next(), Ids::unique().next());
        assert_eq!(Ids::fixed().next(), Ids::fixed().next());
    }
}
