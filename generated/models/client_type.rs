// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

open_enum! {
    /// Integration type of the client.
    ///
    /// Any supported integration type; `sdk` covers integrations of type `ios`, `android`, `unity` and
    /// `web`.
    ///
    /// Used in [`Client`] and [`ClientAssociation`].
    pub enum ClientType: str {
        /// `apple`
        Apple = "apple",
        /// `gbm`
        Gbm = "gbm",
        /// `googlercs`
        Googlercs = "googlercs",
        /// `instagram`
        Instagram = "instagram",
        /// `kakao`
        Kakao = "kakao",
        /// `line`
        Line = "line",
        /// `mailgun`
        Mailgun = "mailgun",
        /// `messagebird`
        MessageBird = "messagebird",
        /// `messenger`
        Messenger = "messenger",
        /// `slackconnect`
        Slackconnect = "slackconnect",
        /// `sdk`
        Sdk = "sdk",
        /// `telegram`
        Telegram = "telegram",
        /// `twilio`
        Twilio = "twilio",
        /// `twitter`
        Twitter = "twitter",
        /// `viber`
        Viber = "viber",
        /// `wechat`
        Wechat = "wechat",
        /// `whatsapp`
        WhatsApp = "whatsapp",
    }
}
