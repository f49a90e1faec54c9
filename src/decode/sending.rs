//! Marks the time during which a request body is encoded, so that read-only fields are left out.

use std::cell::Cell;

thread_local! {
    /// Whether this thread is encoding a request body.
    static SENDING: Cell<bool> = const { Cell::new(false) };
}

/// Restores the previous state, even if encoding panics.
struct Restore(bool);

impl Drop for Restore {
    fn drop(&mut self) {
        SENDING.set(self.0);
    }
}

/// Encodes a request body: models that are serialized by `encode` leave out their read-only fields.
pub(crate) fn sending<T>(encode: impl FnOnce() -> T) -> T {
    let _restore = Restore(SENDING.replace(true));
    encode()
}

/// Returns `true` while this thread encodes a request body.
#[inline]
pub(crate) fn is_sending() -> bool {
    SENDING.get()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_is_restored() {
        assert!(!is_sending());
        assert!(sending(|| sending(is_sending) && is_sending()));
        assert!(!is_sending());
        std::panic::catch_unwind(|| sending(|| panic!("while encoding"))).unwrap_err();
        assert!(!is_sending());
    }

    #[test]
    fn other_threads_are_not_affected() {
        sending(|| assert!(!std::thread::spawn(is_sending).join().unwrap()));
    }
}
