//! Listings: pages, and the cursors between them.

use std::collections::HashSet;

use serde::Deserialize;
use sunshine_conversations::{ApiClient, Json};

use super::call::Input;
use super::table::Listing;
use crate::failure::{Failure, Result};
use crate::output::Output;

/// The part of a listing to print.
#[derive(Debug, Default, Clone)]
pub struct Range {
    /// All pages.
    pub all: bool,
    /// The most items.
    pub limit: Option<u64>,
    /// The size of a page.
    pub page_size: Option<u32>,
    /// The cursor to start from.
    pub cursor: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Page {
    meta: Option<Meta>,
    links: Option<Links>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Meta {
    has_more: Option<bool>,
    after_cursor: Option<String>,
    before_cursor: Option<String>,
}

#[derive(Deserialize)]
struct Links {
    next: Option<String>,
    prev: Option<String>,
}

/// Returns the cursor of the next page of a response.
pub fn next_cursor(response: &str, from_end: bool) -> Result<Option<String>> {
    let page: Page = serde_json::from_str(response).map_err(|e| Failure::Io(format!("can't read the page: {e}")))?;
    let meta = page.meta;
    if meta.as_ref().and_then(|meta| meta.has_more) == Some(false) {
        return Ok(None);
    }
    let has_more = meta.as_ref().and_then(|meta| meta.has_more) == Some(true);
    let in_meta = meta.and_then(|meta| if from_end { meta.before_cursor } else { meta.after_cursor });
    let link = page.links.and_then(|links| if from_end { links.prev } else { links.next });
    let cursor = in_meta.or_else(|| link.as_deref().and_then(|link| cursor_in(link, from_end)));
    let cursor = cursor.filter(|cursor| !cursor.is_empty());
    if has_more && cursor.is_none() {
        return Err(Failure::Io("the server reported more pages but sent no cursor".to_owned()));
    }
    Ok(cursor)
}

/// Returns the cursor in the URL of a page.
fn cursor_in(url: &str, from_end: bool) -> Option<String> {
    let name = if from_end { "page[before]" } else { "page[after]" };
    let query = url.split_once('?')?.1;
    let decoded = |text: &str| percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned();
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find_map(|(key, value)| (decoded(key) == name).then(|| decoded(value)))
}

/// Returns the parameters of a page, if `left` items are left to print.
pub fn query(listing: &Listing, range: &Range, cursor: Option<&str>, left: u64) -> Vec<(String, String)> {
    let name = if listing.is_from_end { "page[before]" } else { "page[after]" };
    let mut query: Vec<_> = cursor.map(|cursor| (name.to_owned(), cursor.to_owned())).into_iter().collect();
    // A smaller last page, so that the listing can be continued after the last item.
    let most = listing.page_size.filter(|_| listing.is_paginated);
    let size = most.and_then(|most| {
        let size = range.page_size.or((range.all || range.limit.is_some()).then_some(most))?;
        Some(size.min(u32::try_from(left).unwrap_or(u32::MAX)))
    });
    query.extend(size.map(|size| ("page[size]".to_owned(), size.to_string())));
    query
}

/// The position in a listing. Ends with an error if the server repeats a cursor, which would never end.
#[derive(Default)]
pub struct Position {
    /// The cursor of the current page, unless it is the first.
    pub cursor: Option<String>,
    seen: HashSet<String>,
}

impl Position {
    /// Creates a position that starts from a cursor.
    pub fn new(cursor: Option<String>) -> Self {
        Self { seen: cursor.iter().cloned().collect(), cursor }
    }

    /// Moves to the next page. Returns whether there is one.
    pub fn advance(&mut self, next: Option<String>) -> Result<bool> {
        let Some(next) = next else { return Ok(false) };
        if !self.seen.insert(next.clone()) {
            return Err(Failure::Io(format!("the server repeated the cursor {next}")));
        }
        self.cursor = Some(next);
        Ok(true)
    }
}

/// Prints the items of a listing, page by page.
pub fn print(api: &ApiClient, input: &Input<'_>, listing: &Listing, range: &Range, output: &mut Output) -> Result<()> {
    let mut position = Position::new(range.cursor.clone());
    let mut left = range.limit.unwrap_or(u64::MAX);
    let query = input.query.borrow().clone();
    while left > 0 {
        let cursor = position.cursor.as_deref();
        *input.query.borrow_mut() = [query.clone(), self::query(listing, range, cursor, left)].concat();
        let response = input.call(api)?.text;
        let items: Vec<Json> = Json::from_text(&response)?.get(listing.items)?.unwrap_or_default();
        let count = items.len() as u64;
        // The latest items, if the listing begins with them.
        let skipped = if listing.is_from_end { count.saturating_sub(left) } else { 0 };
        let printed = items.iter().skip(usize::try_from(skipped).unwrap_or(usize::MAX));
        for item in printed.take(usize::try_from(left).unwrap_or(usize::MAX)) {
            output.item(item.as_str())?;
        }
        output.flush()?;
        if count > left {
            let start =
                cursor.map_or_else(|| "without --cursor".to_owned(), |cursor| format!("with --cursor {cursor}"));
            note!("The listing was cut within a page. Continue {start}, which starts at the beginning of the page.");
            return Ok(());
        }
        left -= count;
        let next = if listing.is_paginated { next_cursor(&response, listing.is_from_end)? } else { None };
        if let Some(next) = next.as_ref().filter(|_| !range.all && (left == 0 || range.limit.is_none())) {
            note!("There are more items. Continue with --cursor {next}, or use --all.");
            return Ok(());
        }
        if !position.advance(next)? {
            return Ok(());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(json: &str, from_end: bool) -> Option<String> {
        next_cursor(json, from_end).unwrap()
    }

    #[test]
    fn a_repeated_cursor_is_an_error() {
        let mut position = Position::new(Some("a".to_owned()));
        let mut advance = |next: &str| position.advance(Some(next.to_owned()));
        assert!(advance("b").unwrap() && advance("c").unwrap());
        assert_eq!(advance("a").unwrap_err().to_string(), "the server repeated the cursor a");
        assert!(!position.advance(None).unwrap());
    }

    #[test]
    fn cursors_are_in_meta_or_links() {
        let page =
            r#"{"meta":{"hasMore":true,"afterCursor":"a","beforeCursor":"b"},"links":{"next":"/x?page[after]=c"}}"#;
        assert_eq!((next(page, false).as_deref(), next(page, true).as_deref()), (Some("a"), Some("b")));
        assert_eq!(next(r#"{"meta":{"hasMore":false,"afterCursor":"a"}}"#, false), None);
        assert_eq!(
            next(r#"{"links":{"next":"https://h/v2?page%5Bafter%5D=c%2Bd&page[size]=2"}}"#, false).as_deref(),
            Some("c+d")
        );
        assert_eq!(next(r#"{"links":{"next":null}}"#, false), None);
        assert_eq!(next("{}", false), None);
        assert!(next_cursor(r#"{"meta":{"hasMore":true}}"#, false).is_err());
    }
}
