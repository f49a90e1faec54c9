// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

union! {
    /// A button of a message.
    ///
    /// Used in [`ImageMessage`] and [`TextMessage`].
    pub enum Action by "type" {
        /// `buy`
        Buy(Buy) = "buy",
        /// `link`
        Link(Link) = "link",
        /// `locationRequest`
        LocationRequest(LocationRequest) = "locationRequest",
        /// `postback`
        Postback(Postback) = "postback",
        /// `reply`
        Reply(Reply) = "reply",
        /// `webview`
        Webview(Webview) = "webview",
    }
}
