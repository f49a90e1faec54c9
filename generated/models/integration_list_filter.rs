// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

model! {
    /// Parameter of [`list_integrations`](crate::ApiClient::list_integrations).
    pub struct IntegrationListFilter {
        /// Types to return, separated by commas; all types if omitted.
        option types: String = "types", with_types;
    }

    new()
}
