// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

union! {
    /// An integration.
    ///
    /// Request body of [`create_integration`](crate::ApiClient::create_integration).
    pub enum Integration by "type" boxed {
        /// `android`
        Android(Android) = "android",
        /// `apple`
        Apple(Apple) = "apple",
        /// `custom`
        Custom(Custom) = "custom",
        /// `instagram`
        Instagram(Instagram) = "instagram",
        /// `ios`
        Ios(Ios) = "ios",
        /// `line`
        Line(Line) = "line",
        /// `mailgun`
        Mailgun(Mailgun) = "mailgun",
        /// `messagebird`
        Messagebird(Messagebird) = "messagebird",
        /// `messenger`
        Messenger(Messenger) = "messenger",
        /// `telegram`
        Telegram(Telegram) = "telegram",
        /// `twilio`
        Twilio(Twilio) = "twilio",
        /// `twitter`
        Twitter(Twitter) = "twitter",
        /// `unity`
        Unity(Unity) = "unity",
        /// `viber`
        Viber(Viber) = "viber",
        /// `web`
        Web(Web) = "web",
        /// `whatsapp`
        Whatsapp(Whatsapp) = "whatsapp",
    }

    common {
        id: IntegrationId = "id" assigned;
        status: IntegrationStatus = "status" option;
        display_name: String = "displayName" option;
    }
}
