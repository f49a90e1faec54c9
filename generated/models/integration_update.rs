// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

untagged_union! {
    /// Request body of [`update_integration`](crate::ApiClient::update_integration).
    pub enum IntegrationUpdate boxed {
        /// [`AndroidUpdate`]
        Android(AndroidUpdate),
        /// [`AppleUpdate`]
        Apple(AppleUpdate),
        /// [`CustomUpdate`]
        Custom(CustomUpdate),
        /// [`InstagramUpdate`]
        Instagram(InstagramUpdate),
        /// [`IosUpdate`]
        Ios(IosUpdate),
        /// [`LineUpdate`]
        Line(LineUpdate),
        /// [`MailgunUpdate`]
        Mailgun(MailgunUpdate),
        /// [`MessageBirdUpdate`]
        MessageBird(MessageBirdUpdate),
        /// [`MessengerUpdate`]
        Messenger(MessengerUpdate),
        /// [`TelegramUpdate`]
        Telegram(TelegramUpdate),
        /// [`TwilioUpdate`]
        Twilio(TwilioUpdate),
        /// [`TwitterUpdate`]
        Twitter(TwitterUpdate),
        /// [`UnityUpdate`]
        Unity(UnityUpdate),
        /// [`ViberUpdate`]
        Viber(ViberUpdate),
        /// [`WebUpdate`]
        Web(WebUpdate),
        /// [`WhatsAppUpdate`]
        WhatsApp(WhatsAppUpdate),
    }
}
