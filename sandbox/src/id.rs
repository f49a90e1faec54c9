//! Record ids: 24 lower-case hex digits that ascend in the order of creation, so that sorting by id is sorting by age.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// Start and number of the process, so that an id kept from an earlier run is no id of this one.
static PREFIX: LazyLock<String> = LazyLock::new(|| {
    let seconds = jiff::Timestamp::now().as_second() & 0xffff_ffff;
    format!("{seconds:08x}{:08x}", std::process::id())
});

/// Shared by all sandboxes of the process: ids of one are unknown to the others.
static NEXT: AtomicU32 = AtomicU32::new(1);

pub(crate) fn new() -> String {
    format!("{}{:08x}", *PREFIX, NEXT.fetch_add(1, Ordering::Relaxed))
}

/// Whether [`new`] has made it, be the record there still or deleted since.
pub(crate) fn is_known(id: &str) -> bool {
    id.strip_prefix(PREFIX.as_str())
        .filter(|count| count.len() == 8 && !count.starts_with('+'))
        .and_then(|count| u32::from_str_radix(count, 16).ok())
        .is_some_and(|count| count < NEXT.load(Ordering::Relaxed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_ascend_and_are_known() {
        let (first, second) = (new(), new());
        assert!(first < second);
        assert!(first.len() == 24 && first.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)));
        assert!(is_known(&first));
        for unknown in ["", "000000000000000000000000", &format!("{}ffffffff", *PREFIX), &format!("{first}0")] {
            assert!(!is_known(unknown), "{unknown}");
        }
    }
}
