//! Spans for `tracing` and counters for `metrics`, from one observer.
//!
//! ```text
//! cargo run -p observability-examples --example observability
//! ```
//!
//! It uses the in-memory sandbox, which rejects one request. Every attempt is an event in the span of your program; calls,
//! retries and durations are metrics. Unknown fields of the API are logged as warnings, so that you learn about changes.

use std::error::Error;

use metrics::{counter, histogram};
use metrics_util::debugging::{DebugValue, DebuggingRecorder};
use sunshine_conversations::models::*;
use sunshine_conversations::observer::{AttemptEnd, CallEnd, Drift, Observer};
use sunshine_conversations::{ApiClient, Credentials};
use sunshine_conversations_sandbox::{Fault, Sandbox};
use tracing::{info, info_span, warn};

struct Telemetry;

impl Observer for Telemetry {
    fn attempt_end(&self, attempt: &AttemptEnd<'_>) {
        let start = attempt.start;
        info!(
            operation = start.operation,
            path = start.path,
            attempt = start.attempt,
            status = attempt.status,
            error = attempt.error.map(|kind| format!("{kind:?}")),
            request_id = attempt.request_id,
            "attempt"
        );
    }

    fn call_end(&self, call: &CallEnd<'_>) {
        let operation = call.operation.to_owned();
        let outcome = if call.error.is_none() { "success" } else { "failure" };
        counter!("sunco_calls", "operation" => operation.clone(), "outcome" => outcome).increment(1);
        counter!("sunco_retries", "operation" => operation.clone()).increment(call.attempts.saturating_sub(1).into());
        histogram!("sunco_call_seconds", "operation" => operation).record(call.elapsed.as_secs_f64());
    }

    fn drift(&self, drift: &Drift<'_>) {
        warn!(kind = ?drift.kind, r#type = drift.type_name, name = drift.name, operation = drift.operation, "unknown to this version");
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    tracing_subscriber::fmt().without_time().with_ansi(false).with_writer(std::io::stderr).init();
    let recorder = DebuggingRecorder::new();
    let snapshots = recorder.snapshotter();
    recorder.install()?;

    let sandbox = Sandbox::start()?;
    let api = ApiClient::builder()
        .base_url(sandbox.base_url())
        .credentials(Credentials::basic(sandbox.key_id(), sandbox.key_secret()))
        .observer(Telemetry)
        .build()?;
    let app = api.app(sandbox.app_id());

    let span = info_span!("import", customer = "customer-42").entered();
    app.create_user(&UserCreateBody::new().with_external_id("customer-42")).send()?;
    sandbox.fault(Fault::status(503).times(1))?;
    app.get_user("customer-42").send()?; // retried
    let _ = app.get_user("unknown").send();
    drop(span);

    let mut lines: Vec<String> = Vec::new();
    for (key, _, _, value) in snapshots.snapshot().into_vec() {
        let labels: Vec<_> = key.key().labels().map(|label| label.value().to_owned()).collect();
        let name = key.key().name();
        lines.push(match value {
            DebugValue::Counter(count) => format!("{name} {}: {count}", labels.join(" ")),
            DebugValue::Histogram(values) => format!("{name} {}: {} values", labels.join(" "), values.len()),
            DebugValue::Gauge(gauge) => format!("{name} {}: {gauge}", labels.join(" ")),
        });
    }
    lines.sort();
    println!("{}", lines.join("\n"));
    Ok(())
}
