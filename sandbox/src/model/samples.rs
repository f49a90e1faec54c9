//! Records for tests.

use serde_json::json;

use crate::model::conversation::Participant;
use crate::model::user::User;

pub(crate) fn user(id: &str, external_id: &str, brand_id: Option<&str>) -> User {
    let user = json!({"id": id, "authenticated": false, "externalId": external_id, "brandId": brand_id,
        "signedUpAt": "", "profile": {}, "metadata": {}, "identities": []});
    serde_json::from_value(user).expect("a user")
}

pub(crate) fn participant(id: &str, user_id: &str) -> Participant {
    let participant = json!({"id": id, "userId": user_id, "unreadCount": 0, "clientAssociations": []});
    serde_json::from_value(participant).expect("a participant")
}
