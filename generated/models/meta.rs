// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Metadata of a response.
    ///
    /// Used in [`AppListResponse`], [`ClientListResponse`], [`ConversationListResponse`] and 3 more.
    pub struct Meta {
        /// Whether further records can be fetched.
        option has_more: bool = "hasMore", with_has_more;
        /// Record ID to send as `page[after]` in a new request for the next page.
        ///
        /// Absent on the last page.
        option after_cursor: String = "afterCursor", with_after_cursor;
        /// Record ID to send as `page[before]` in a new request for the previous page.
        ///
        /// Absent on the first page.
        option before_cursor: String = "beforeCursor", with_before_cursor;
    }

    new()

    also blank
}

page_meta! { Meta, has_more: has_more, after: after_cursor, before: before_cursor }
