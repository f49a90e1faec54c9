// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// The participants returned.
    ///
    /// One page of [`list_participants`](crate::ApiClient::list_participants).
    pub struct ParticipantListResponse {
        /// The participants.
        required participants: [Participant] = "participants";
        /// Metadata of a response.
        default meta: Meta = "meta";
        /// Links to the previous and the next page, if they exist.
        option links: Links = "links";
    }
}

page! { ParticipantListResponse: Participant in participants, meta: meta, links: links }
