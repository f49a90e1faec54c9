// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

open_enum! {
    /// Status of the client: whether it can receive messages. One of `pending`, `inactive`, `active` or
    /// `blocked`.
    ///
    /// Used in [`Client`].
    pub enum ClientStatus: str {
        /// `active`
        Active = "active",
        /// `blocked`
        Blocked = "blocked",
        /// `inactive`
        Inactive = "inactive",
        /// `pending`
        Pending = "pending",
    }
}
