//! Cursor paging over records in ascending order of their IDs.

use std::ops::Range;

use serde_json::{Map, Value, json};

use crate::api::request::Call;
use crate::model::record::Record;
use crate::model::table::Table;
use crate::util::error::ApiError;

const DEFAULT_SIZE: usize = 25;

/// Messages have this page size, regardless of the request.
pub(crate) const MESSAGES_SIZE: usize = 100;

/// A list of records in ascending order of their IDs.
pub(crate) trait Records<R: 'static> {
    fn len(&self) -> usize;
    fn at(&self, position: usize) -> Option<&R>;
    /// The number of records before this ID.
    fn before(&self, id: &str) -> usize;
    fn range(&self, range: Range<usize>) -> impl Iterator<Item = &R>;
}

impl<R: Record + 'static> Records<R> for Table<R> {
    fn len(&self) -> usize {
        self.len()
    }

    fn at(&self, position: usize) -> Option<&R> {
        self.get(position)
    }

    fn before(&self, id: &str) -> usize {
        self.partition_point(id)
    }

    fn range(&self, range: Range<usize>) -> impl Iterator<Item = &R> {
        self.range(range)
    }
}

impl<R: Record + 'static> Records<R> for Vec<&R> {
    fn len(&self) -> usize {
        self.len()
    }

    fn at(&self, position: usize) -> Option<&R> {
        self.get(position).copied()
    }

    fn before(&self, id: &str) -> usize {
        self.partition_point(|record| record.id() < id)
    }

    fn range(&self, range: Range<usize>) -> impl Iterator<Item = &R> {
        self[range].iter().copied()
    }
}

/// The start of a page, which implies its direction.
enum Start<'a> {
    First,
    Last,
    After(&'a str),
    Before(&'a str),
}

/// The requested page.
pub(crate) struct Wanted<'a> {
    call: &'a Call<'a>,
    start: Start<'a>,
    size: usize,
}

impl<'a> Wanted<'a> {
    pub(crate) fn of(call: &'a Call) -> Result<Self, ApiError> {
        let size = call.query["page"]["size"].as_u64().and_then(|size| usize::try_from(size).ok());
        Ok(Self { call, start: start(call, Start::First)?, size: size.unwrap_or(DEFAULT_SIZE) })
    }

    /// Messages are listed from the end of the conversation.
    pub(crate) fn of_messages(call: &'a Call) -> Result<Self, ApiError> {
        Ok(Self { call, start: start(call, Start::Last)?, size: MESSAGES_SIZE })
    }

    /// Returns the page: its records under `name`, the cursors around it, and links with them.
    pub(crate) fn cut<R: Record + 'static>(
        &self,
        name: &str,
        records: &impl Records<R>,
        view: impl Fn(&R) -> Result<Value, ApiError>,
    ) -> Result<Value, ApiError> {
        let range = self.range(records);
        let end = |at: Option<usize>| at.filter(|_| !range.is_empty()).and_then(|at| records.at(at)).map(Record::id);
        let after = end(range.end.checked_sub(1)).filter(|_| range.end < records.len());
        let before = end(Some(range.start)).filter(|_| range.start > 0);
        let has_more = if self.is_backwards() { before.is_some() } else { after.is_some() };
        let items = records.range(range.clone()).map(view).collect::<Result<Vec<_>, _>>()?;

        let mut meta = Map::from_iter([("hasMore".to_owned(), has_more.into())]);
        let mut links = Map::new();
        if let Some(cursor) = after {
            meta.insert("afterCursor".to_owned(), cursor.into());
            links.insert("next".to_owned(), self.link("page[after]", cursor).into());
        }
        if let Some(cursor) = before {
            meta.insert("beforeCursor".to_owned(), cursor.into());
            links.insert("prev".to_owned(), self.link("page[before]", cursor).into());
        }
        Ok(json!({name: items, "meta": meta, "links": links}))
    }

    fn is_backwards(&self) -> bool {
        matches!(self.start, Start::Last | Start::Before(_))
    }

    /// Compares IDs instead of searching for the record, so that a cursor stays valid if its record is deleted.
    fn range<R: Record + 'static>(&self, records: &impl Records<R>) -> Range<usize> {
        let forwards = |start: usize| start..records.len().min(start.saturating_add(self.size));
        let backwards = |end: usize| end.saturating_sub(self.size)..end;
        match self.start {
            Start::First => forwards(0),
            Start::Last => backwards(records.len()),
            Start::After(cursor) => {
                let at = records.before(cursor);
                forwards(at + usize::from(records.at(at).is_some_and(|record| record.id() == cursor)))
            }
            Start::Before(cursor) => backwards(records.before(cursor)),
        }
    }

    /// The URL of the request with another cursor.
    fn link(&self, parameter: &str, cursor: &str) -> String {
        let others = form_urlencoded::parse(self.call.raw_query.as_bytes())
            .filter(|(name, _)| name != "page[after]" && name != "page[before]");
        let query = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(others)
            .append_pair(parameter, cursor)
            .finish();
        format!("{}?{query}", self.call.url)
    }
}

fn start<'a>(call: &'a Call, default: Start<'a>) -> Result<Start<'a>, ApiError> {
    let cursor = |name: &str| call.query["page"][name].as_str();
    let start = match (cursor("after"), cursor("before")) {
        (Some(_), Some(_)) => return Err(ApiError::bad_request("page[after]: not together with page[before]")),
        (Some(after), None) => Start::After(after),
        (None, Some(before)) => Start::Before(before),
        (None, None) => default,
    };
    match start {
        Start::After(cursor) if !call.context.ids.has_made(cursor) => {
            Err(ApiError::bad_request("page[after]: unknown cursor"))
        }
        Start::Before(cursor) if !call.context.ids.has_made(cursor) => {
            Err(ApiError::bad_request("page[before]: unknown cursor"))
        }
        start => Ok(start),
    }
}
