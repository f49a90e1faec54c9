//! Unions that contain other unions.

use std::cell::Cell;

/// How many unions may lie in one another. Real bodies have four: an event, a quoted message, its content, an action.
///
/// Each takes the stack of its reader, and one that is read from its own text has a new limit of serde_json's besides.
/// A message that quotes a message that quotes a message must not end the program.
const DEEPEST: usize = 16;

thread_local! {
    /// How many unions this thread is reading.
    static DEPTH: Cell<usize> = const { Cell::new(0) };
}

/// A union that is being read.
pub(crate) struct Level;

impl Level {
    /// Whether no union is being read.
    pub(crate) fn is_outermost() -> bool {
        DEPTH.get() == 0
    }

    /// Whether another union may be read inside those that are being read.
    pub(crate) fn is_deepest() -> bool {
        DEPTH.get() == DEEPEST
    }

    pub(crate) fn enter<E: serde::de::Error>() -> Result<Self, E> {
        if DEPTH.get() == DEEPEST {
            return Err(E::custom(format_args!("more than {DEEPEST} unions lie in one another")));
        }
        DEPTH.set(DEPTH.get() + 1);
        Ok(Self)
    }
}

impl Drop for Level {
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get().saturating_sub(1));
    }
}

/// The size hint of the fields of a variant, whose tag has been read.
pub(crate) const TAG_READ: Option<usize> = Some(usize::MAX);
