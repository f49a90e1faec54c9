// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// A message with the latitude and longitude of a place, usually the reply to a location request.
    ///
    /// The optional `location` object can add the name and address of the place.
    ///
    /// Variant of [`Content`].
    pub struct LocationMessage {
        /// Fallback text for channels without support for location messages.
        ///
        /// Read-only: not sent in requests.
        option text: String = "text", read_only;
        /// Whether supporting clients disable the chat input while this is the latest message of the history.
        ///
        /// Useful for guided flows, or to keep the end user from sending messages for a while.
        option block_chat_input: bool = "blockChatInput", with_block_chat_input;
        /// Coordinates of the place.
        default coordinates: Coordinates = "coordinates", with_coordinates;
        /// Details of the place.
        option location: Location = "location", with_location;
    }

    tag "type" = "location"

    new(coordinates: Coordinates)
}
