// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

open_enum! {
    /// Size of the webview, for actions of type `webview`.
    ///
    /// Used in [`Webview`].
    pub enum WebviewSize: str {
        /// `compact`
        Compact = "compact",
        /// `tall`
        Tall = "tall",
        /// `full`
        Full = "full",
    }
}
