//! The page at `/`: contents, credentials and control routes, for people with a browser.

use std::fmt::Write;

use serde_json::{Map, Value, json};

use crate::clock::written;
use crate::document::{Operation, document};
use crate::error::ApiError;
use crate::routes::view;
use crate::server::Server;
use crate::state::State;

/// The number of records, by app.
pub(crate) fn summary(server: &Server) -> Result<Value, ApiError> {
    let apps = server.state().apps.iter().map(view).collect::<Result<Vec<_>, _>>()?;
    let short = |app: &Value| json!({"id": app["id"], "displayName": app["displayName"], "counts": counts(app)});
    Ok(json!({
        "baseUrl": server.context.base_url,
        "now": written(server.context.clock.now()),
        "requests": server.journal.count(),
        "faults": server.faults.all().len(),
        "apps": apps.iter().map(short).collect::<Vec<_>>(),
    }))
}

/// The number of records of each kind: in a list, or in lists by owner.
fn counts(app: &Value) -> Map<String, Value> {
    let count = |(name, value): (&String, &Value)| {
        let count = match value {
            Value::Array(records) => records.len(),
            Value::Object(lists) if name != "metadata" && name != "settings" => {
                let lengths = lists.values().map(|list| list.as_array().map(Vec::len));
                lengths.sum::<Option<usize>>()?
            }
            _ => return None,
        };
        Some((name.clone(), count.into()))
    };
    app.as_object().into_iter().flatten().filter_map(count).collect()
}

const HEAD: &str = "<!DOCTYPE html>
<html lang=\"en\">
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width\">
<title>Sunshine Conversations sandbox</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; } td, th { padding: 0.1rem 1rem 0.1rem 0; text-align: left; vertical-align: top; }
summary { cursor: pointer; } details p { white-space: pre-line; max-width: 50rem; margin: 0 0 1rem 1.5rem; }
:target { background: #ffc; }
</style>
";

/// The control routes and their descriptions.
const CONTROL: [(&str, &str, &str); 15] = [
    ("GET", "/sandbox/openapi.yaml", "the OpenAPI document"),
    ("GET", "/sandbox/state", "the number of records of each kind"),
    ("GET", "/sandbox/journal", "requests and responses; filter with ?operation=PostMessage"),
    ("DELETE", "/sandbox/journal", "clears the journal"),
    ("GET", "/sandbox/deliveries", "webhook deliveries, and the number of pending ones"),
    ("GET", "/sandbox/faults", "faults, with their hits"),
    ("POST", "/sandbox/faults", "adds a fault"),
    ("DELETE", "/sandbox/faults", "removes all faults"),
    ("POST", "/sandbox/reset", "restores the initial state"),
    ("GET", "/sandbox/snapshot", "the state"),
    ("PUT", "/sandbox/snapshot", "replaces the state"),
    ("GET", "/sandbox/clock", "the sandbox's time"),
    ("POST", "/sandbox/clock/advance", "advances the clock: {\"seconds\": 60}"),
    ("POST", "/sandbox/apps/{appId}/simulate", "simulates an event; the README lists the types"),
    ("GET", "/", "this page"),
];

pub(crate) fn page(server: &Server) -> Result<String, ApiError> {
    let mut page = String::from(HEAD);
    let summary = summary(server)?;
    let base = escape(&server.context.base_url);
    // Writing to a String can't fail.
    let _ = write!(
        page,
        "<h1>Sunshine Conversations sandbox</h1>\n<p>The API in memory, at <code>{base}</code>. It is {now}. Requests so \
         far: {requests}.</p>\n",
        now = escape(summary["now"].as_str().unwrap_or_default()),
        requests = summary["requests"],
    );
    for app in summary["apps"].as_array().into_iter().flatten() {
        page.push_str(&app_table(app));
    }
    page.push_str(&credentials(&server.state()));
    page.push_str("<h2>Operations</h2>\n");
    document().operations().iter().for_each(|operation| page.push_str(&row(operation)));
    page.push_str(
        "<h2>Control</h2>\n<p>Not part of the API. Only for local clients, without credentials.</p>\n<table>\n",
    );
    for (method, path, what) in CONTROL {
        let (path, what) = (escape(path), escape(what));
        let _ = writeln!(page, "<tr><td>{method}<td><code>{path}</code><td>{what}");
    }
    page.push_str("</table>\n</html>\n");
    Ok(page)
}

fn app_table(app: &Value) -> String {
    let text = |key: &str| escape(app[key].as_str().unwrap_or_default());
    let mut table = format!("<h2>App {}</h2>\n<p><code>{}</code></p>\n<table>\n", text("displayName"), text("id"));
    for (name, count) in app["counts"].as_object().into_iter().flatten() {
        let _ = writeln!(table, "<tr><td>{}<td>{count}", escape(name));
    }
    table + "</table>\n"
}

/// The credentials only open this sandbox.
fn credentials(state: &State) -> String {
    let mut table = "<h2>Credentials</h2>\n<table>\n<tr><th>for<th>key id<th>secret\n".to_owned();
    let mut rows = |what: &str, keys: &[crate::state::Key]| {
        for key in keys {
            let (what, id, secret) = (escape(what), escape(&key.id), escape(&key.secret));
            let _ = writeln!(table, "<tr><td>{what}<td><code>{id}</code><td><code>{secret}</code>");
        }
    };
    rows("the account", &state.account_keys);
    for account in &state.service_accounts {
        rows("a service account", &account.keys);
    }
    for app in &state.apps {
        rows(&format!("app {}", app.display_name.as_deref().unwrap_or(&app.id)), &app.keys);
    }
    for client in &state.oauth_clients {
        let (id, secret) = (escape(&client.id), escape(&client.secret));
        let _ = writeln!(table, "<tr><td>an OAuth client<td><code>{id}</code><td><code>{secret}</code>");
    }
    table + "</table>\n"
}

fn row(operation: &Operation) -> String {
    let (id, method, path) = (escape(&operation.id), &operation.method, escape(&operation.path));
    let (summary, description) = (escape(&operation.summary), escape(&operation.description));
    format!(
        "<details id=\"{id}\"><summary><code>{method} {path}</code> <a href=\"#{id}\">{id}</a>: \
         {summary}</summary><p>{description}</p></details>\n"
    )
}

pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}
