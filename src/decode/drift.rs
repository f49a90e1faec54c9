//! Differences between responses and the API that this version of the crate knows.
//!
//! The readers of models report unknown fields, values and tags. They are only collected while a client or receiver with an
//! observer reads a body.

use std::cell::RefCell;

/// The longest name that is reported. A longer one is probably not a name.
const MAX_NAME: usize = 64;

/// The kind of an unknown part of a response or event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DriftKind {
    /// A field that the type doesn't have.
    Field,
    /// A value that the enum doesn't have.
    EnumValue,
    /// A tag that the union doesn't have, such as the type of a message or of an event.
    Tag,
}

/// An unknown part of a response or event.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Found {
    pub(crate) kind: DriftKind,
    /// The type in Rust.
    pub(crate) type_name: &'static str,
    /// The name of the field, the value of the enum or the tag. Empty if it doesn't look like a name.
    pub(crate) name: String,
}

thread_local! {
    /// The parts that were found, while they are collected.
    static FOUND: RefCell<Option<Vec<Found>>> = const { RefCell::new(None) };
}

/// Reports an unknown part, if they are collected.
#[cold]
pub(crate) fn found(kind: DriftKind, type_name: &'static str, name: &str) {
    FOUND.with_borrow_mut(|found| {
        if let Some(found) = found {
            found.push(Found { kind, type_name: short(type_name), name: identifier(name).to_owned() });
        }
    });
}

/// Reads with a closure, and returns the unknown parts.
pub(crate) fn collect<T>(read: impl FnOnce() -> T) -> (T, Vec<Found>) {
    let outer = FOUND.replace(Some(Vec::new()));
    let value = read();
    let found = FOUND.replace(outer).unwrap_or_default();
    (value, found)
}

/// The name of a type without its module.
fn short(type_name: &'static str) -> &'static str {
    type_name.rsplit("::").next().unwrap_or(type_name)
}

/// The name, if it is one: data of users must not be reported.
fn identifier(name: &str) -> &str {
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b':' | b'[' | b']');
    if name.len() <= MAX_NAME && name.bytes().all(is_name) { name } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_only_collected_if_requested() {
        found(DriftKind::Field, "User", "before");
        let ((), parts) = collect(|| {
            found(DriftKind::Field, "a::b::User", "plan");
            let ((), inner) = collect(|| found(DriftKind::Tag, "Content", "poll"));
            assert_eq!(inner.len(), 1);
        });
        found(DriftKind::Field, "User", "after");
        assert_eq!(parts, [Found { kind: DriftKind::Field, type_name: "User", name: "plan".to_owned() }]);
    }

    #[test]
    fn only_names_are_reported() {
        for (text, name) in [
            ("hasPaymentInfo", "hasPaymentInfo"),
            ("conversation:poll", "conversation:poll"),
            ("ada@example.com", ""),
            ("Ada Lovelace", ""),
            (&*"x".repeat(65), ""),
        ] {
            assert_eq!(identifier(text), name, "{text}");
        }
    }
}
