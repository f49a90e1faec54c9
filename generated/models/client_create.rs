// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Request body of [`create_client`](crate::ApiClient::create_client).
    pub struct ClientCreate {
        /// Criteria that identify the user on a third-party channel.
        required match_criteria: MatchCriteria = "matchCriteria", with_match_criteria;
        /// Confirmation options of the link request.
        required confirmation: ClientConfirmation = "confirmation", with_confirmation;
        /// Conversation to attach the client to.
        required target: ClientTarget = "target", with_target;
    }

    new(match_criteria: MatchCriteria, confirmation: ClientConfirmation, target: ClientTarget)
}
