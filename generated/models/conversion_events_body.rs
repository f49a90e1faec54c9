// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

keyed_union! {
    /// Request body of [`post_conversion_events`](crate::ApiClient::post_conversion_events).
    pub enum ConversionEventsBody {
        /// Conversion event data as Meta expects it.
        Messenger(MetaConversionEvent) = "messenger",
        /// Conversion event data as Meta expects it.
        Instagram(MetaConversionEvent) = "instagram",
        /// Conversion event data as Meta expects it.
        WhatsApp(MetaConversionEvent) = "whatsapp",
    }
}
