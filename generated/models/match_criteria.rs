// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

union! {
    /// Criteria that identify the user on a third-party channel.
    ///
    /// Used in [`ClientCreate`].
    pub enum MatchCriteria by "type" {
        /// `mailgun`
        Mailgun(MatchCriteriaMailgun) = "mailgun",
        /// `messagebird`
        MessageBird(MatchCriteriaMessageBird) = "messagebird",
        /// `twilio`
        Twilio(MatchCriteriaTwilio) = "twilio",
        /// `whatsapp`
        WhatsApp(MatchCriteriaWhatsApp) = "whatsapp",
    }
}
