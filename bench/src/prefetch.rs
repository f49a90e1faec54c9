//! Listings whose pages are requested in advance.

use std::thread;
use std::time::Instant;

use sunshine_conversations::{ApiClient, Credentials};

use crate::Result;
use crate::rate_limit::{LATENCY, Rule, Server};
use crate::table::{Goal, Table};

pub const PAGES: usize = 100;

pub fn prefetch() -> Result<Table> {
    let (_server, url) = Server::start(Rule::None)?;
    let app =
        ApiClient::builder().base_url(url).credentials(Credentials::basic("app_1", "secret")).build()?.app("5d8c");
    let run = |pages: usize| -> Result<f64> {
        let begun = Instant::now();
        let mut count = 0;
        for page in app.list_clients("steve").pages().prefetch(pages) {
            count += page?.clients.len();
            // The work for a page.
            thread::sleep(LATENCY);
        }
        assert_eq!(count, PAGES, "each page has one client");
        Ok(begun.elapsed().as_secs_f64())
    };
    let (without, with) = (run(0)?, run(1)?);
    let mut table = Table::new(&["100 pages, 50 ms latency, 50 ms of work per page", "s", "ratio", "goal"]);
    table.row(["as they are needed".to_owned(), format!("{without:.2}"), String::new(), String::new()]);
    let ratio = with / without;
    table.row([
        "`prefetch(1)`".to_owned(),
        format!("{with:.2}"),
        format!("**{ratio:.2}**"),
        Goal::AtMost(0.55).judge(ratio),
    ]);
    Ok(table)
}
