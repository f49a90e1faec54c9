// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

open_enum! {
    /// Type of the author: `user` is the end user, `business` writes for the business.
    ///
    /// Used in [`Author`] and [`AuthorWebhook`].
    pub enum AuthorType: str {
        /// `business`
        Business = "business",
        /// `user`
        User = "user",
    }
}
