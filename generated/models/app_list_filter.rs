// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Parameter of [`list_apps`](crate::ApiClient::list_apps).
    pub struct AppListFilter {
        /// Service account to list apps for; if set, only apps it has access to are returned.
        option service_account_id: String = "serviceAccountId", with_service_account_id;
    }

    new()
}
