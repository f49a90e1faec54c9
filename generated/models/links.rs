// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Links to the previous and the next page, if they exist.
    ///
    /// Used in [`AppListResponse`], [`ClientListResponse`], [`ConversationListResponse`] and 3 more.
    pub struct Links {
        /// Link to the previous page; absent on the first page.
        option prev: String = "prev", with_prev;
        /// Link to the next page; absent on the last page.
        option next: String = "next", with_next;
    }

    new()
}

page_links! { Links, next: next, prev: prev }
