// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Request body of [`post_activity`](crate::ApiClient::post_activity).
    pub struct ActivityPost {
        /// Author of the activity.
        required author: Author = "author", with_author;
        /// Type of the activity. An author of type `user` can use only `conversation:read`.
        required type_: ActivityType = "type", with_type;
    }

    new(author: Author, type_: ActivityType)
}
