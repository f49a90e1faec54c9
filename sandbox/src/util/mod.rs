//! Helpers of all layers: errors, time, IDs and values.

pub(crate) mod clock;
pub(crate) mod difference;
pub(crate) mod error;
pub(crate) mod id;
pub(crate) mod jwt;
pub(crate) mod lock;
pub(crate) mod markup;
pub(crate) mod packed;
pub(crate) mod values;
