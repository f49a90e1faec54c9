//! Settings that can change while a sandbox runs.

use std::ops::RangeInclusive;
use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::delivery::courier::DeliverySettings;
use crate::http::rate_limit::Rate;
use crate::http::server::Server;
use crate::util::error::ApiError;
use crate::util::values::present;

/// The largest webhook batch.
pub(crate) const MAX_BATCH: usize = 100;

/// The body of `PATCH /sandbox/settings`. Absent settings stay; null disables a latency or rate limit.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SettingsUpdate {
    #[serde(default, deserialize_with = "present")]
    latency_milliseconds: Option<Option<[u64; 2]>>,
    #[serde(default, deserialize_with = "present")]
    rate_limit: Option<Option<RateSetting>>,
    webhook_batch: Option<usize>,
    duplicate_deliveries: Option<bool>,
    reorder_deliveries: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RateSetting {
    requests: usize,
    seconds: f64,
}

impl Server {
    pub(crate) fn settings(&self) -> Value {
        let latency = self.throttle.latency_range();
        let milliseconds = |duration: &Duration| u64::try_from(duration.as_millis()).unwrap_or(u64::MAX);
        let latency = latency.map(|range| [milliseconds(range.start()), milliseconds(range.end())]);
        let rate = self.throttle.rate();
        let rate = rate.map(|rate| json!({"requests": rate.requests, "seconds": rate.per.as_secs_f64()}));
        let deliveries = self.courier.settings();
        json!({
            "latencyMilliseconds": latency,
            "rateLimit": rate,
            "webhookBatch": deliveries.batch,
            "duplicateDeliveries": deliveries.duplicate,
            "reorderDeliveries": deliveries.reorder,
        })
    }

    /// Changes settings; if one isn't valid, none is changed.
    pub(crate) fn change_settings(&self, update: SettingsUpdate) -> Result<(), ApiError> {
        let latency = update.latency_milliseconds.map(|range| range.map(latency).transpose()).transpose()?;
        let rate = update.rate_limit.map(|rate| rate.map(|rate| rate.checked()).transpose()).transpose()?;
        let batch = update.webhook_batch;
        if batch.is_some_and(|batch| !(1..=MAX_BATCH).contains(&batch)) {
            return Err(ApiError::bad_request(format!("/webhookBatch: must be from 1 to {MAX_BATCH}")));
        }
        if let Some(latency) = latency {
            self.throttle.set_latency(latency);
        }
        if let Some(rate) = rate {
            self.throttle.set_rate(rate);
        }
        let old = self.courier.settings();
        self.courier.set(DeliverySettings {
            batch: batch.unwrap_or(old.batch),
            duplicate: update.duplicate_deliveries.unwrap_or(old.duplicate),
            reorder: update.reorder_deliveries.unwrap_or(old.reorder),
        });
        Ok(())
    }
}

fn latency([least, most]: [u64; 2]) -> Result<RangeInclusive<Duration>, ApiError> {
    if least > most || most > 600_000 {
        return Err(ApiError::bad_request("/latencyMilliseconds: must be [least, most], at most 600000"));
    }
    Ok(Duration::from_millis(least)..=Duration::from_millis(most))
}

impl RateSetting {
    fn checked(&self) -> Result<Rate, ApiError> {
        let per = Duration::try_from_secs_f64(self.seconds).ok().filter(|per| !per.is_zero());
        let per = per.ok_or_else(|| ApiError::bad_request("/rateLimit/seconds: must be greater than 0"))?;
        Ok(Rate { requests: self.requests, per })
    }
}
