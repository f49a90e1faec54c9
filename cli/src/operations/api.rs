//! `sunco api`: any request.

use clap::{Arg, ArgAction, ArgMatches, Command};
use sunshine_conversations::http::Method;
use sunshine_conversations::{Error, ErrorKind, Json};

use super::{body, pages};
use crate::failure::{Failure, Result};
use crate::globals::Globals;
use crate::output::Output;
use crate::request::Preview;

/// Returns the command.
pub fn subcommand() -> Command {
    Command::new("api")
        .about("Send any request, such as one to an endpoint without a command")
        .after_help("Example:\n  sunco api GET '/v2/apps/{app}/conversations?filter[userExternalId]=steve' --paginate")
        .arg(Arg::new("method").value_name("METHOD").required(true).help("HTTP method"))
        .arg(
            Arg::new("path")
                .value_name("PATH")
                .required(true)
                .help("Path with a query, such as /v2/apps; {app} is the ID of the app"),
        )
        .arg(
            Arg::new("query")
                .long("query")
                .value_name("NAME=VALUE")
                .action(ArgAction::Append)
                .help("Parameter of the query; the value may be @FILE, and must be for a secret"),
        )
        .arg(
            Arg::new("header")
                .long("header")
                .short('H')
                .value_name("NAME: VALUE")
                .action(ArgAction::Append)
                .help("Header; the value of a secret must be @FILE, or @- for stdin"),
        )
        .arg(
            Arg::new("data")
                .long("data")
                .short('d')
                .value_name("JSON")
                .help("Body: JSON or YAML, @FILE, or @- for stdin"),
        )
        .arg(Arg::new("paginate").long("paginate").action(ArgAction::SetTrue).help("Print the items of all pages"))
}

/// Runs the command.
pub fn run(globals: &Globals, matches: &ArgMatches) -> Result<()> {
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let name = text("method").unwrap_or_default().to_uppercase();
    let method = Method::from_bytes(name.as_bytes()).map_err(|_| Failure::usage(format!("invalid method `{name}`")))?;
    let account = globals.account()?;
    let mut path = text("path").unwrap_or_default().to_owned();
    if !path.starts_with('/') {
        // A URL may contain a password, so it isn't repeated.
        return Err(Failure::usage("PATH: must start with `/`; the host is that of the account"));
    }
    if path.contains("{app}") {
        path = path.replace("{app}", account.app()?);
    }
    let (path, in_path) = path.split_once('?').unwrap_or((&path, ""));
    let mut query = Vec::new();
    for pair in in_path.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let decoded = |text: &str| percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned();
        let (name, value) = (decoded(name), decoded(value));
        if crate::request::is_secret(&name) {
            return Err(Failure::usage(format!("PATH: {name}: use --query {name}=@FILE, because it is a secret")));
        }
        query.push((name, value));
    }
    for pair in matches.get_many::<String>("query").into_iter().flatten() {
        let (name, value) =
            pair.split_once('=').ok_or_else(|| Failure::usage(format!("--query {pair}: expected NAME=VALUE")))?;
        query.push((name.to_owned(), body::protected("--query", name, value)?));
    }
    let mut headers = Vec::new();
    for header in matches.get_many::<String>("header").into_iter().flatten() {
        let (name, value) =
            header.split_once(':').ok_or_else(|| Failure::usage(format!("--header {header}: expected NAME: VALUE")))?;
        let (name, value) = (name.trim(), value.trim());
        headers.push((name.to_owned(), body::protected("--header", name, value)?));
    }
    let body = text("data").map(body::read).transpose()?.map(|(_, json)| Json::from_text(json)).transpose()?;
    if globals.dry_run {
        let url = format!("{}{path}", account.base_url());
        return globals.show(&Preview {
            method: &name,
            url,
            query: &query,
            headers: &headers,
            body: body.as_ref().map(Json::as_str),
            files: &[],
        });
    }
    if method == Method::DELETE {
        globals.confirm(&format!("{name} {path}"))?;
    }
    let api = account.client()?;
    let paginate = matches.get_flag("paginate");
    let mut output = Output::new(&globals.output()?, paginate, &[]);
    let mut position = pages::Position::default();
    // Some listings begin with the last page.
    let mut from_end = query.iter().any(|(name, _)| name == "page[before]");
    loop {
        let cursor_name = if from_end { "page[before]" } else { "page[after]" };
        let mut call = api.request(method.clone(), path);
        for (name, value) in query.iter().filter(|(name, _)| position.cursor.is_none() || name != cursor_name) {
            call = call.query(name, value);
        }
        if let Some(cursor) = &position.cursor {
            call = call.query(cursor_name, cursor);
        }
        for (name, value) in &headers {
            call = call.header(name, value);
        }
        if let Some(body) = &body {
            call = call.json(body);
        }
        let response = match call.send_full() {
            Ok(response) => String::from_utf8_lossy(&response.raw).into_owned(),
            Err(error) if is_empty(&error) => {
                note!("{}, without a body", error.status().unwrap_or_default());
                break;
            }
            Err(error) => return Err(error.into()),
        };
        if !paginate {
            if !response.trim().is_empty() {
                output.item(&response)?;
            }
            break;
        }
        let json = Json::from_text(&*response)?;
        // The list of a page is its only list.
        let lists = json.entries()?.filter_map(|(_, value)| value.parse::<Vec<Json>>().ok());
        for item in lists.flatten() {
            output.item(item.as_str())?;
        }
        output.flush()?;
        let mut next = pages::next_cursor(&response, from_end);
        if next.is_err() && position.cursor.is_none() {
            from_end = !from_end;
            next = pages::next_cursor(&response, from_end);
        }
        if !position.advance(next?)? {
            break;
        }
    }
    output.finish()
}

/// Returns whether the response is a success without a body, as those to HEAD and those with status code 204 are.
fn is_empty(error: &Error) -> bool {
    let is_success = error.status().is_some_and(|status| (200..300).contains(&status));
    is_success && error.kind() == ErrorKind::Decode && error.body().is_none_or(|body| body.trim().is_empty())
}
