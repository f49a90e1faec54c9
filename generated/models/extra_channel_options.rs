// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Further options, handed directly to the channel's API.
    ///
    /// Used in [`Link`] and [`Webview`].
    pub struct ExtraChannelOptions {
        /// Options for the Facebook Messenger channel.
        option messenger: MessengerOptions = "messenger", with_messenger;
    }

    new()
}
