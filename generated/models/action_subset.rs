// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

union! {
    /// A button of an item of a carousel or list.
    ///
    /// Used in [`Item`] and [`ListMessage`].
    pub enum ActionSubset by "type" {
        /// `buy`
        Buy(Buy) = "buy",
        /// `link`
        Link(Link) = "link",
        /// `postback`
        Postback(Postback) = "postback",
        /// `webview`
        Webview(Webview) = "webview",
    }
}
