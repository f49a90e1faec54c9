// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Changes to an integration; the variant is its type.
///
/// The API tells the variants apart by what they are sent to; only ever sent, never read.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum IntegrationUpdate {
    /// [`AndroidUpdate`]
    Android(Box<AndroidUpdate>),
    /// [`AppleUpdate`]
    Apple(Box<AppleUpdate>),
    /// [`CustomUpdate`]
    Custom(Box<CustomUpdate>),
    /// [`InstagramUpdate`]
    Instagram(Box<InstagramUpdate>),
    /// [`IosUpdate`]
    Ios(Box<IosUpdate>),
    /// [`LineUpdate`]
    Line(Box<LineUpdate>),
    /// [`MailgunUpdate`]
    Mailgun(Box<MailgunUpdate>),
    /// [`MessageBirdUpdate`]
    MessageBird(Box<MessageBirdUpdate>),
    /// [`MessengerUpdate`]
    Messenger(Box<MessengerUpdate>),
    /// [`TelegramUpdate`]
    Telegram(Box<TelegramUpdate>),
    /// [`TwilioUpdate`]
    Twilio(Box<TwilioUpdate>),
    /// [`TwitterUpdate`]
    Twitter(Box<TwitterUpdate>),
    /// [`UnityUpdate`]
    Unity(Box<UnityUpdate>),
    /// [`ViberUpdate`]
    Viber(Box<ViberUpdate>),
    /// [`WebUpdate`]
    Web(Box<WebUpdate>),
    /// [`WhatsAppUpdate`]
    WhatsApp(Box<WhatsAppUpdate>),
    /// Any other object, as written.
    Unknown(Json),
}

impl From<AndroidUpdate> for IntegrationUpdate {
    #[inline]
    fn from(content: AndroidUpdate) -> Self {
        Self::Android(Box::new(content))
    }
}

impl From<AppleUpdate> for IntegrationUpdate {
    #[inline]
    fn from(content: AppleUpdate) -> Self {
        Self::Apple(Box::new(content))
    }
}

impl From<CustomUpdate> for IntegrationUpdate {
    #[inline]
    fn from(content: CustomUpdate) -> Self {
        Self::Custom(Box::new(content))
    }
}

impl From<InstagramUpdate> for IntegrationUpdate {
    #[inline]
    fn from(content: InstagramUpdate) -> Self {
        Self::Instagram(Box::new(content))
    }
}

impl From<IosUpdate> for IntegrationUpdate {
    #[inline]
    fn from(content: IosUpdate) -> Self {
        Self::Ios(Box::new(content))
    }
}

impl From<LineUpdate> for IntegrationUpdate {
    #[inline]
    fn from(content: LineUpdate) -> Self {
        Self::Line(Box::new(content))
    }
}

impl From<MailgunUpdate> for IntegrationUpdate {
    #[inline]
    fn from(content: MailgunUpdate) -> Self {
        Self::Mailgun(Box::new(content))
    }
}

impl From<MessageBirdUpdate> for IntegrationUpdate {
    #[inline]
    fn from(content: MessageBirdUpdate) -> Self {
        Self::MessageBird(Box::new(content))
    }
}

impl From<MessengerUpdate> for IntegrationUpdate {
    #[inline]
    fn from(content: MessengerUpdate) -> Self {
        Self::Messenger(Box::new(content))
    }
}

impl From<TelegramUpdate> for IntegrationUpdate {
    #[inline]
    fn from(content: TelegramUpdate) -> Self {
        Self::Telegram(Box::new(content))
    }
}

impl From<TwilioUpdate> for IntegrationUpdate {
    #[inline]
    fn from(content: TwilioUpdate) -> Self {
        Self::Twilio(Box::new(content))
    }
}

impl From<TwitterUpdate> for IntegrationUpdate {
    #[inline]
    fn from(content: TwitterUpdate) -> Self {
        Self::Twitter(Box::new(content))
    }
}

impl From<UnityUpdate> for IntegrationUpdate {
    #[inline]
    fn from(content: UnityUpdate) -> Self {
        Self::Unity(Box::new(content))
    }
}

impl From<ViberUpdate> for IntegrationUpdate {
    #[inline]
    fn from(content: ViberUpdate) -> Self {
        Self::Viber(Box::new(content))
    }
}

impl From<WebUpdate> for IntegrationUpdate {
    #[inline]
    fn from(content: WebUpdate) -> Self {
        Self::Web(Box::new(content))
    }
}

impl From<WhatsAppUpdate> for IntegrationUpdate {
    #[inline]
    fn from(content: WhatsAppUpdate) -> Self {
        Self::WhatsApp(Box::new(content))
    }
}
