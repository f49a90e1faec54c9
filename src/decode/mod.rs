//! How models are read and written: the macros of the generated tables, and the code behind them.

#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
pub(crate) mod blank;
#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
pub(crate) mod convert;
pub(crate) mod drift;
#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
pub(crate) mod fit;
#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
pub(crate) mod lenient;
#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
pub(crate) mod model;
#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
pub(crate) mod nesting;
#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
pub(crate) mod open_enum;
#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
pub(crate) mod sending;
#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
pub(crate) mod short_forms;
#[allow(dead_code, reason = "used if the document needs it")]
pub(crate) mod typos;
#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
pub(crate) mod union;
#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
pub(crate) mod untagged;
