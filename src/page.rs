//! Listings: pages that follow one another by cursor.

use std::collections::VecDeque;
use std::fmt;

use crate::call::{Call, Operation, Response};
use crate::error::{Error, ErrorKind, Result};
use crate::models::Meta;

/// One page of a listing.
pub trait Page {
    /// What is listed.
    type Item;

    /// Whether there is more, and where.
    fn meta(&self) -> &Meta;

    /// What is on this page.
    fn into_items(self) -> Vec<Self::Item>;
}

/// An operation that lists something page by page.
pub trait Paginated: Operation<Output: Page> {
    /// Whether the listing begins with its last page and runs backwards, unless told where to begin.
    const FROM_END: bool = false;
}

/// A listing whose page size callers choose.
pub trait PageSize: Paginated {}

/// What a listing lists.
type Item<O> = <<O as Operation>::Output as Page>::Item;

impl<O: Paginated> Call<O> {
    /// Begins behind this cursor: [`Meta::after_cursor`] of an earlier page, or the id of an item.
    pub fn after(self, cursor: impl Into<String>) -> Self {
        self.begin(AFTER, BEFORE, cursor.into())
    }

    /// Lists backwards, from before this cursor: [`Meta::before_cursor`] of an earlier page, or the id of an item.
    pub fn before(self, cursor: impl Into<String>) -> Self {
        self.begin(BEFORE, AFTER, cursor.into())
    }

    fn begin(mut self, this: &str, other: &str, cursor: String) -> Self {
        if self.request.query.iter().any(|(name, _)| name == other) {
            self.request.refuse(this, "after and before exclude each other");
        }
        self.set(this, cursor)
    }

    /// Every item of every page, asked for as it is needed: one page is in memory at a time.
    ///
    /// A listing that runs backwards, as that of messages does unless it begins [`after`](Self::after) a cursor, gives the
    /// items of each page from last to first: the newest message comes first, the oldest last.
    ///
    /// The first error is the last thing that comes; [`Items::cursor`] tells where to begin again, and
    /// [`Items::resume`] does it in place. `collect::<Result<Vec<_>>>()` gathers all items, or gives the error; `count()`
    /// would count it.
    ///
    /// ```no_run
    /// # use sunshine_conversations::ApiClient;
    /// # let api = ApiClient::from_env().unwrap();
    /// for client in api.list_clients("5d8cff3cd55b040010928b5b", "steve").page_size(100).iter() {
    ///     println!("{}", client?.id);
    /// }
    /// # Ok::<(), sunshine_conversations::Error>(())
    /// ```
    pub fn iter(self) -> Items<O> {
        Items { pages: self.pages(), items: VecDeque::new() }
    }

    /// Page by page: each knows its cursors. Within a page the items stay in the server's order, whichever way the
    /// listing runs.
    ///
    /// The first error is the last thing that comes; [`Pages::cursor`] tells where to begin again, and
    /// [`Pages::resume`] does it in place.
    pub fn pages(self) -> Pages<O> {
        let told = |cursor: &str| self.request.query.iter().any(|(name, _)| name == cursor);
        let backward = told(BEFORE) || (O::FROM_END && !told(AFTER));
        Pages { call: self, backward, state: State::Next, broken: None, seen: 0, mark: None }
    }
}

impl<O: PageSize> Call<O> {
    /// How many items a page has: 1 to 100, 25 unless told. Anything else is refused when the call is sent.
    pub fn page_size(mut self, size: u32) -> Self {
        if !(1..=100).contains(&size) {
            self.request.refuse("page[size]", "is not between 1 and 100");
        }
        self.set("page[size]", size.to_string())
    }
}

const AFTER: &str = "page[after]";
const BEFORE: &str = "page[before]";

/// The pages of a listing: made by [`Call::pages`].
#[must_use = "an iterator does nothing until it is asked"]
pub struct Pages<O> {
    call: Call<O>,
    backward: bool,
    state: State,
    /// Why the listing cannot go on, to be told after the page at hand.
    broken: Option<Error>,
    /// How many cursors the server has given, and one of them: see `follow`.
    seen: u64,
    mark: Option<String>,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    /// A page is to be asked for.
    Next,
    /// The last request failed; the same one can be sent again.
    Failed,
    /// There is no more.
    Done,
}

impl<O> Pages<O> {
    /// Where the next request begins: what to give to [`Call::after`], or to [`Call::before`] where the listing runs
    /// backwards, in order to go on later, in another process even. `None` at the very beginning, and when there is no
    /// more.
    #[must_use]
    pub fn cursor(&self) -> Option<&str> {
        if self.state == State::Done {
            return None;
        }
        let name = self.direction();
        self.call.request.query.iter().find(|(known, _)| known == name).map(|(_, cursor)| cursor.as_str())
    }

    /// Goes on after an error: the request that failed is sent again.
    pub fn resume(&mut self) {
        if self.state == State::Failed {
            self.state = State::Next;
        }
    }

    fn direction(&self) -> &'static str {
        if self.backward { BEFORE } else { AFTER }
    }

    /// Moves on to the page that a page's `meta` names.
    fn follow(&mut self, meta: &Meta) -> Result<()> {
        self.state = State::Done;
        if meta.has_more != Some(true) {
            return Ok(());
        }
        let next = if self.backward { &meta.before_cursor } else { &meta.after_cursor };
        let Some(next) = next.as_deref().filter(|cursor| !cursor.is_empty()) else {
            return Err(self.endless("the server says that there is more, and does not say where"));
        };
        // Brent's algorithm: whatever the length of a circle, a cursor in it meets the mark.
        let sent = self.call.request.query.iter().any(|(name, value)| name == self.direction() && value == next);
        if sent || self.mark.as_deref() == Some(next) {
            return Err(self.endless("the server gives a cursor that it gave before: the listing would not end"));
        }
        self.seen += 1;
        if self.seen.is_power_of_two() {
            self.mark = Some(next.to_owned());
        }
        let (direction, next) = (self.direction(), next.to_owned());
        self.call.request.set(direction, next);
        self.state = State::Next;
        Ok(())
    }

    fn endless(&self, message: &str) -> Error {
        let request = &self.call.request;
        Error::new(ErrorKind::Paging, message).with_call(request.operation, &request.method, &request.path)
    }
}

impl<O: Paginated> Pages<O> {
    /// The next page as the whole answer: with status, headers, and the text as it was sent.
    pub fn next_full(&mut self) -> Option<Result<Response<O::Output>>> {
        if let Some(error) = self.broken.take() {
            return Some(Err(error));
        }
        if self.state != State::Next {
            return None;
        }
        let page = self.fetch();
        if let Err(error) = &page {
            // What was refused stays refused, however often it is tried.
            self.state = if error.kind() == ErrorKind::InvalidInput { State::Done } else { State::Failed };
        }
        Some(page)
    }

    fn fetch(&mut self) -> Result<Response<O::Output>> {
        let page = self.call.exchange()?;
        // What is on the page is given back even where the listing cannot go on from it.
        self.broken = self.follow(page.body.meta()).err();
        Ok(page)
    }
}

impl<O: Paginated> Iterator for Pages<O> {
    type Item = Result<O::Output>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(self.next_full()?.map(|response| response.body))
    }
}

impl<O> fmt::Debug for Pages<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("call", &self.call).field("cursor", &self.cursor()).finish_non_exhaustive()
    }
}

/// The items of a listing: made by [`Call::iter`].
#[must_use = "an iterator does nothing until it is asked"]
pub struct Items<O: Paginated> {
    pages: Pages<O>,
    items: VecDeque<Item<O>>,
}

impl<O: Paginated> Items<O> {
    /// Where the next page begins: see [`Pages::cursor`]. Items of the page at hand come before it.
    #[must_use]
    pub fn cursor(&self) -> Option<&str> {
        self.pages.cursor()
    }

    /// Goes on after an error: see [`Pages::resume`].
    pub fn resume(&mut self) {
        self.pages.resume();
    }
}

impl<O: Paginated> Iterator for Items<O> {
    type Item = Result<Item<O>>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let item = if self.pages.backward { self.items.pop_back() } else { self.items.pop_front() };
            if let Some(item) = item {
                return Some(Ok(item));
            }
            // An empty page is not the end of a listing.
            match self.pages.next()? {
                Ok(page) => self.items = page.into_items().into(),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

impl<O: Paginated> fmt::Debug for Items<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").field("pages", &self.pages).field("at_hand", &self.items.len()).finish()
    }
}
