// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

union! {
    /// An integration.
    ///
    /// Request body of [`create_integration`](crate::ApiClient::create_integration).
    pub enum Integration by "type" boxed {
        /// `android`
        Android(AndroidIntegration) = "android",
        /// `apple`
        Apple(AppleIntegration) = "apple",
        /// `custom`
        Custom(CustomIntegration) = "custom",
        /// `instagram`
        Instagram(InstagramIntegration) = "instagram",
        /// `ios`
        Ios(IosIntegration) = "ios",
        /// `line`
        Line(LineIntegration) = "line",
        /// `mailgun`
        Mailgun(MailgunIntegration) = "mailgun",
        /// `messagebird`
        MessageBird(MessageBirdIntegration) = "messagebird",
        /// `messenger`
        Messenger(MessengerIntegration) = "messenger",
        /// `telegram`
        Telegram(TelegramIntegration) = "telegram",
        /// `twilio`
        Twilio(TwilioIntegration) = "twilio",
        /// `twitter`
        Twitter(TwitterIntegration) = "twitter",
        /// `unity`
        Unity(UnityIntegration) = "unity",
        /// `viber`
        Viber(ViberIntegration) = "viber",
        /// `web`
        Web(WebIntegration) = "web",
        /// `whatsapp`
        WhatsApp(WhatsAppIntegration) = "whatsapp",
    }

    common {
        id: IntegrationId = "id" assigned;
        status: IntegrationStatus = "status" option;
        display_name: String = "displayName" option;
    }
}
