// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

untagged_union! {
    /// Request body of [`update_integration`](crate::ApiClient::update_integration).
    pub enum IntegrationUpdate boxed {
        /// [`AndroidIntegrationUpdate`]
        Android(AndroidIntegrationUpdate),
        /// [`AppleIntegrationUpdate`]
        Apple(AppleIntegrationUpdate),
        /// [`CustomIntegrationUpdate`]
        Custom(CustomIntegrationUpdate),
        /// [`InstagramIntegrationUpdate`]
        Instagram(InstagramIntegrationUpdate),
        /// [`IosIntegrationUpdate`]
        Ios(IosIntegrationUpdate),
        /// [`LineIntegrationUpdate`]
        Line(LineIntegrationUpdate),
        /// [`MailgunIntegrationUpdate`]
        Mailgun(MailgunIntegrationUpdate),
        /// [`MessageBirdIntegrationUpdate`]
        MessageBird(MessageBirdIntegrationUpdate),
        /// [`MessengerIntegrationUpdate`]
        Messenger(MessengerIntegrationUpdate),
        /// [`TelegramIntegrationUpdate`]
        Telegram(TelegramIntegrationUpdate),
        /// [`TwilioIntegrationUpdate`]
        Twilio(TwilioIntegrationUpdate),
        /// [`TwitterIntegrationUpdate`]
        Twitter(TwitterIntegrationUpdate),
        /// [`UnityIntegrationUpdate`]
        Unity(UnityIntegrationUpdate),
        /// [`ViberIntegrationUpdate`]
        Viber(ViberIntegrationUpdate),
        /// [`WebIntegrationUpdate`]
        Web(WebIntegrationUpdate),
        /// [`WhatsAppIntegrationUpdate`]
        WhatsApp(WhatsAppIntegrationUpdate),
    }
}
