//! The table of control routes.

use percent_encoding::percent_decode_str;
use serde::Serialize;

/// A control route.
#[derive(Serialize)]
pub(crate) struct Route {
    pub(crate) method: &'static str,
    /// With its parameters in braces.
    pub(crate) path: &'static str,
    /// The names of the query parameters.
    pub(crate) query: &'static [&'static str],
    /// A description.
    about: &'static str,
}

const fn route(method: &'static str, path: &'static str, query: &'static [&'static str], about: &'static str) -> Route {
    Route { method, path, query, about }
}

/// A route with literal segments precedes those with parameters in the same place.
pub(crate) static ROUTES: &[Route] = &[
    route("GET", "/", &[], "the page"),
    route("GET", "/sandbox", &[], "the page"),
    route("GET", "/sandbox/page/{file}", &[], "a file of the page"),
    route("GET", "/sandbox/health", &[], "responds with 200 once the sandbox accepts requests; open to everyone"),
    route("GET", "/sandbox/routes", &[], "this list"),
    route("GET", "/sandbox/openapi.yaml", &[], "the OpenAPI document"),
    route("GET", "/sandbox/events", &[], "requests, deliveries and simulated events as server-sent events"),
    route("GET", "/sandbox/state", &[], "the number of records of each kind"),
    route("GET", "/sandbox/credentials", &[], "the keys and OAuth clients"),
    route(
        "GET",
        "/sandbox/journal",
        &["operation", "method", "path", "status", "body", "after"],
        "requests and responses, with filters",
    ),
    route("DELETE", "/sandbox/journal", &[], "clears the journal and the log of simulated events"),
    route("POST", "/sandbox/journal/{number}/replay", &[], "sends a request again"),
    route("GET", "/sandbox/simulated", &["after", "limit"], "simulated events and their results, in pages"),
    route(
        "GET",
        "/sandbox/deliveries",
        &["after", "limit", "wait"],
        "webhook deliveries, in pages; waits until none is pending",
    ),
    route("DELETE", "/sandbox/deliveries", &[], "clears the log of deliveries"),
    route("POST", "/sandbox/deliveries/{number}/resend", &[], "delivers events again"),
    route("GET", "/sandbox/faults", &[], "faults, with their hits"),
    route("POST", "/sandbox/faults", &[], "adds a fault"),
    route("DELETE", "/sandbox/faults", &[], "removes all faults"),
    route("GET", "/sandbox/settings", &[], "latency, rate limit and webhook deliveries"),
    route("PATCH", "/sandbox/settings", &[], "changes settings"),
    route("POST", "/sandbox/reset", &[], "restores the initial state"),
    route("GET", "/sandbox/snapshot", &[], "the state"),
    route("PUT", "/sandbox/snapshot", &[], "replaces the state"),
    route("GET", "/sandbox/snapshots", &[], "the named snapshots"),
    route("PUT", "/sandbox/snapshots/{name}", &[], "saves the state under a name"),
    route("POST", "/sandbox/snapshots/{name}/restore", &[], "restores a named snapshot"),
    route("DELETE", "/sandbox/snapshots/{name}", &[], "removes a named snapshot"),
    route("GET", "/sandbox/clock", &[], "the sandbox's time"),
    route("POST", "/sandbox/clock/advance", &[], "advances the clock: {\"seconds\": 60}"),
    route("POST", "/sandbox/apps/{app}/simulate", &[], "simulates an event; the README lists the types"),
    route("GET", "/sandbox/apps/{app}/conversations/{conversation}", &[], "a conversation and its latest messages"),
    route("GET", "/sandbox/apps/{app}/conversations/{conversation}/seed", &[], "a conversation as a seed"),
    route("GET", "/sandbox/apps/{app}/conversations/{conversation}/transcript", &[], "a conversation as a transcript"),
    route(
        "POST",
        "/sandbox/apps/{app}/replay",
        &["timeout", "quiet", "fromStep", "user", "givenName", "surname"],
        "replays a transcript against a bot",
    ),
    route(
        "GET",
        "/sandbox/apps/{app}/{kind}",
        &["after", "limit", "search", "user"],
        "the records of a kind, in pages",
    ),
];

/// Finds the route of a request, and its path parameters.
pub(crate) fn find(method: &str, path: &str) -> Option<(&'static Route, Vec<String>)> {
    let routes = ROUTES.iter().filter(|route| route.method == method);
    routes.filter_map(|route| Some((route, parameters(route.path, path)?))).next()
}

/// The methods of a path, including `HEAD` for `GET`.
pub(crate) fn methods(path: &str) -> Vec<&'static str> {
    let known = ROUTES.iter().filter(|route| parameters(route.path, path).is_some());
    let mut methods: Vec<&str> = known.map(|route| route.method).collect();
    if methods.contains(&"GET") {
        methods.push("HEAD");
    }
    methods.sort_unstable();
    methods
}

fn parameters(template: &str, path: &str) -> Option<Vec<String>> {
    let (mut segments, mut parameters) = (path.split('/'), Vec::new());
    for part in template.split('/') {
        let segment = segments.next()?;
        if part.starts_with('{') {
            parameters.push(percent_decode_str(segment).decode_utf8().ok()?.into_owned());
        } else if part != segment {
            return None;
        }
    }
    segments.next().is_none().then_some(parameters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_matched_by_segment() {
        let found = |method, path| find(method, path).map(|(route, parameters)| (route.path, parameters));
        assert_eq!(found("GET", "/"), Some(("/", vec![])));
        assert_eq!(
            found("PUT", "/sandbox/snapshots/a%20b%2F"),
            Some(("/sandbox/snapshots/{name}", vec!["a b/".to_owned()]))
        );
        assert_eq!(found("GET", "/sandbox/apps/1/users").map(|(path, _)| path), Some("/sandbox/apps/{app}/{kind}"));
        assert_eq!(found("GET", "/sandbox/apps/1/users/2"), None);
        assert_eq!(methods("/sandbox/journal"), ["DELETE", "GET", "HEAD"]);
        assert_eq!(methods("/sandbox/unknown"), Vec::<&str>::new());
    }
}
