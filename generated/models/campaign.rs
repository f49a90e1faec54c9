// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Campaign that the user interacted with, if any.
    ///
    /// Used in [`SourceWithCampaign`] and [`SourceWithCampaignWebhook`].
    pub struct Campaign {
        /// Unique ID of the campaign.
        option id: String = "id", with_id;
    }

    new()
}
