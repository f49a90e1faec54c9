//! Listings and their pages.

use std::collections::VecDeque;
use std::fmt;

use crate::call::cursors::{Cursors, Page};
use crate::call::partial::{self, Partial};
use crate::call::prefetch::{self, Ahead, Start, Step, Walk as _};
use crate::call::{Call, Response};
use crate::error::{Error, ErrorKind, Result};
use crate::request::operation::Operation;
use crate::request::parameters::Style;

/// An operation that returns a list. This trait is sealed.
pub trait Listing: Operation<Output: Page> {
    /// Whether the listing starts with its last page and runs backwards, unless it starts at a cursor.
    #[doc(hidden)]
    const FROM_END: bool = false;
}

/// A listing with pages. This trait is sealed.
pub trait Paginated: Listing {}

/// A listing whose page size can be set. This trait is sealed.
pub trait PageSize: Paginated {
    /// The smallest page size.
    const MIN: u32 = 1;
    /// The largest page size.
    const MAX: u32 = u32::MAX;
    /// The page size that the API uses by default, if it's documented.
    const DEFAULT: Option<u32> = None;
}

/// The item type of a listing.
type Item<O> = <<O as Operation>::Output as Page>::Item;

impl<O: Listing> Call<O> {
    /// Returns an iterator over all items. Pages are fetched lazily, and one page is in memory at a time.
    ///
    /// A listing that runs backwards yields the items of each page from last to first. Messages do so unless the listing
    /// starts [`after`](Self::after) a cursor: the newest message is first, the oldest is last.
    ///
    /// An item that doesn't match its type is an error at its position, with its [`json`](Error::json), and iteration
    /// continues. Any other error ends it: [`Items::cursor`] returns the cursor to restart from, and [`Items::resume`] retries
    /// in place. Use `collect::<Result<Vec<_>>>()` to stop on error; don't use `count()`, which counts errors as items.
    ///
    /// Empty pages are skipped. 1000 of them in a row are an error of the kind [`Paging`](ErrorKind::Paging).
    ///
    /// ```no_run
    /// # use sunshine_conversations::ApiClient;
    /// # let api = ApiClient::from_env().unwrap();
    /// for client in api.list_clients("5d8cff3cd55b040010928b5b", "steve").page_size(100).iter() {
    ///     println!("{}", client?.id);
    /// }
    /// # Ok::<(), sunshine_conversations::Error>(())
    /// ```
    #[doc(alias = "pagination")]
    pub fn iter(self) -> Items<O> {
        Items { pages: Pages::new(self), items: VecDeque::new(), empty: 0 }
    }
}

impl<O: Paginated> Call<O> {
    /// Starts after this cursor: [`Cursors::after`] of an earlier page, or the ID of an item.
    pub fn after(self, cursor: impl Into<String>) -> Self {
        self.begin(AFTER, BEFORE, cursor.into())
    }

    /// Lists backwards, starting before this cursor: [`Cursors::before`] of an earlier page, or the ID of an item.
    pub fn before(self, cursor: impl Into<String>) -> Self {
        self.begin(BEFORE, AFTER, cursor.into())
    }

    fn begin(mut self, this: &str, other: &str, cursor: String) -> Self {
        if self.request.query.get(other).is_some() {
            self.request.reject(this, "set either `after` or `before`, not both");
        }
        self.query_parameter(this, Style::Form, &cursor)
    }

    /// Returns an iterator over the pages. Each page has its cursors. The items of a page are in the server's order, in
    /// either direction.
    ///
    /// A page with items that don't match their type is an error with its [`json`](Error::json), and iteration continues;
    /// [`Pages::next_partial`] returns the other items of such a page. Any other error ends iteration: [`Pages::cursor`]
    /// returns the cursor to restart from, and [`Pages::resume`] retries in place.
    ///
    /// ```no_run
    /// # use sunshine_conversations::ApiClient;
    /// # let api = ApiClient::from_env().unwrap();
    /// for page in api.list_clients("5d8cff3cd55b040010928b5b", "steve").page_size(100).pages() {
    ///     println!("{} clients", page?.clients.len());
    /// }
    /// # Ok::<(), sunshine_conversations::Error>(())
    /// ```
    #[doc(alias = "pagination")]
    pub fn pages(self) -> Pages<O> {
        Pages::new(self)
    }
}

impl<O: PageSize> Call<O> {
    /// Sets the number of items on a page: from [`PageSize::MIN`] to [`PageSize::MAX`].
    pub fn page_size(mut self, size: u32) -> Self {
        if !(O::MIN..=O::MAX).contains(&size) {
            self.request.reject("page[size]", &format!("must be between {} and {}", O::MIN, O::MAX));
        }
        self.query_parameter("page[size]", Style::Form, &size)
    }
}

impl<O: Listing> Call<O> {
    /// Sends the request of a page. Items that don't match their type aren't in the page, but in the list of errors.
    fn exchange_page(&mut self) -> Result<Fetched<O>> {
        let response = self.client.transport.execute(&mut self.request)?;
        let (status, decode) = (response.status, |body: &[u8]| O::decode(response.status, body));
        let (body, failed) = match self.client.observed(O::NAME, || decode(&response.body)) {
            Ok(page) => (page, Vec::new()),
            Err(error) => match partial::decode(&response.body, &error, decode) {
                Some(Partial { page, failed }) => (page, failed),
                None => return Err(self.client.transport.attach_request(&self.request, response.mismatch(&error))),
            },
        };
        let failed = failed.into_iter().map(|(index, error)| {
            let error = error.with_response(status, response.headers.clone()).with_attempts(response.attempts);
            (index, self.client.transport.attach_request(&self.request, error))
        });
        let failed = failed.collect();
        Ok(Fetched { response: Response { status, headers: response.headers, body, raw: response.body }, failed })
    }
}

/// The most empty pages in a row that [`Items`] skips, before it reports that the listing doesn't end.
const MAX_EMPTY_PAGES: u32 = 1000;
const AFTER: &str = "page[after]";
const BEFORE: &str = "page[before]";

/// A page without the items that don't match their type. Returned by [`Pages::next_partial`].
#[derive(Debug)]
#[non_exhaustive]
pub struct PartialPage<P> {
    /// The page with the other items.
    pub page: P,
    /// An error for each of the items: [`Error::json`] returns the item, and [`Error::field`] the field.
    pub failed: Vec<Error>,
    /// The original body.
    pub raw: Vec<u8>,
}

/// A page, and the index and error of each item that isn't in it.
pub(crate) struct Fetched<O: Operation> {
    response: Response<O::Output>,
    failed: Vec<(usize, Error)>,
}

/// An iterator over the pages of a listing. Created by [`Call::pages`].
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Pages<O: Listing> {
    source: Source<O>,
    backward: bool,
    /// How many pages are requested in advance, and the function that starts the thread.
    prefetch: Option<(usize, Start<Walk<O>>)>,
    /// Whether the listing was ended, and can be resumed.
    stopped: bool,
}

/// The requests of a listing: made on this thread, or on another one.
enum Source<O: Listing> {
    Here(Box<Walk<O>>),
    Ahead(Ahead<Walk<O>>),
    /// Only while a thread is started.
    Moved,
}

/// The requests of a listing, page by page.
pub(crate) struct Walk<O> {
    call: Call<O>,
    backward: bool,
    state: State,
    /// Why the listing can't continue. Reported after the current page.
    broken: Option<Error>,
    /// How many cursors the server has sent, and one of them: see `follow`.
    seen: u64,
    mark: Option<String>,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    /// The next page can be requested.
    Next,
    /// The last request failed; the same one can be sent again.
    Failed,
    /// There are no more pages.
    Done,
}

impl<O> Walk<O> {
    fn resume(&mut self) {
        if self.state == State::Failed {
            self.state = State::Next;
        }
    }

    fn direction(&self) -> &'static str {
        if self.backward { BEFORE } else { AFTER }
    }

    /// Prepares the request of the next page.
    fn follow(&mut self, cursors: Cursors) -> Result<()> {
        self.state = State::Done;
        let next = if self.backward { cursors.before } else { cursors.after };
        if !cursors.has_more.unwrap_or(next.is_some()) {
            return Ok(());
        }
        let Some(next) = next.filter(|cursor| !cursor.is_empty()) else {
            return Err(self.endless("the server reported more pages but sent no cursor"));
        };
        // Brent's algorithm: it detects a cycle of any length.
        let sent = self.call.request.query.get(self.direction()) == Some(next.as_str());
        if sent || self.mark.as_ref() == Some(&next) {
            return Err(self.endless("the server repeated a cursor: the listing would never end"));
        }
        self.seen += 1;
        if self.seen.is_power_of_two() {
            self.mark = Some(next.clone());
        }
        let direction = self.direction();
        self.call.request.query.set_text(direction, next);
        self.state = State::Next;
        Ok(())
    }

    fn endless(&self, message: &str) -> Error {
        self.call.client.transport.attach_request(&self.call.request, Error::new(ErrorKind::Paging, message))
    }
}

impl<O: Listing> Walk<O> {
    fn new(call: Call<O>) -> Self {
        let starts = |cursor: &str| call.request.query.get(cursor).is_some();
        let backward = starts(BEFORE) || (O::FROM_END && !starts(AFTER));
        Self { call, backward, state: State::Next, broken: None, seen: 0, mark: None }
    }

    fn fetch(&mut self) -> Result<Fetched<O>> {
        let fetched = self.call.exchange_page()?;
        // The page is returned even if the next one can't be requested.
        self.broken = self.follow(fetched.response.body.cursors()).err();
        Ok(fetched)
    }
}

impl<O: Listing> prefetch::Walk for Walk<O> {
    type Page = Fetched<O>;

    fn next_page(&mut self) -> Option<Result<Fetched<O>>> {
        if let Some(error) = self.broken.take() {
            return Some(Err(error));
        }
        if self.state != State::Next {
            return None;
        }
        let page = self.fetch();
        if let Err(error) = &page {
            // An invalid argument stays invalid.
            self.state = if error.kind() == ErrorKind::InvalidInput { State::Done } else { State::Failed };
        }
        Some(page)
    }

    fn cursor(&self) -> Option<&str> {
        if self.state == State::Done {
            return None;
        }
        self.call.request.query.get(self.direction())
    }

    fn attach_request(&self) -> Box<dyn Fn(Error) -> Error + Send + Sync> {
        let (request, client) = (&self.call.request, &self.call.client);
        let (operation, method) = (request.operation, request.method.clone());
        let path = client.transport.masked_path(request);
        Box::new(move |error| error.with_call(operation, &method, &path))
    }
}

impl<O: Listing> Pages<O> {
    fn new(call: Call<O>) -> Self {
        let walk = Walk::new(call);
        Self { backward: walk.backward, source: Source::Here(Box::new(walk)), prefetch: None, stopped: false }
    }

    /// Requests up to this many pages in advance, on another thread, while your program processes the current one.
    ///
    /// With 1, the next page is requested while the current one is processed, and memory grows by one page. More only helps
    /// if processing times vary. 0 is the default: a page is requested when it is needed.
    ///
    /// Pages, errors, [`cursor`](Self::cursor) and [`resume`](Self::resume) are the same as without it. The thread starts
    /// with the first page. If the iterator is dropped, it ends after the request that it is sending.
    ///
    /// ```no_run
    /// # use sunshine_conversations::AppClient;
    /// # let app = AppClient::from_env()?;
    /// for page in app.list_clients("steve").page_size(100).pages().prefetch(1) {
    ///     println!("{} clients", page?.clients.len());
    /// }
    /// # Ok::<(), sunshine_conversations::Error>(())
    /// ```
    #[doc(alias("parallel", "read ahead", "background"))]
    pub fn prefetch(mut self, pages: usize) -> Self
    where
        O: 'static,
        O::Output: Send,
    {
        self.prefetch = (pages > 0).then_some((pages, prefetch::start));
        self
    }

    /// Returns the cursor of the next request, to resume the listing later. Pass it to [`Call::after`], or to
    /// [`Call::before`] if the listing runs backwards. `None` before the first page and after the last one.
    #[must_use]
    pub fn cursor(&self) -> Option<&str> {
        match &self.source {
            Source::Here(walk) => walk.cursor(),
            Source::Ahead(ahead) => ahead.cursor.as_deref(),
            Source::Moved => None,
        }
    }

    /// Retries the failed request after an error.
    pub fn resume(&mut self) {
        self.stopped = false;
        if let Source::Here(walk) = &mut self.source {
            walk.resume();
        }
    }

    /// Ends the listing, which [`resume`](Self::resume) continues.
    fn stop(&mut self, message: &str) -> Error {
        self.stopped = true;
        match &self.source {
            Source::Here(walk) => walk.endless(message),
            Source::Ahead(ahead) => (ahead.attach_request)(Error::new(ErrorKind::Paging, message)),
            Source::Moved => Error::new(ErrorKind::Paging, message),
        }
    }

    /// Fetches the next page and returns the full response: status code, headers, and the decoded and original body.
    pub fn next_full(&mut self) -> Option<Result<Response<O::Output>>> {
        Some(self.next_page()?.and_then(|Fetched { response, mut failed }| {
            if failed.is_empty() {
                return Ok(response);
            }
            let (count, (_, first)) = (failed.len(), failed.swap_remove(0));
            Err(first.of_page(count, &response.raw))
        }))
    }

    /// Fetches the next page and returns it without the items that don't match their type, and the errors of those items.
    ///
    /// ```no_run
    /// # use sunshine_conversations::AppClient;
    /// # let app = AppClient::from_env()?;
    /// let mut pages = app.list_messages("029c31f25a21b47effd7be90").pages();
    /// while let Some(partial) = pages.next_partial() {
    ///     let partial = partial?;
    ///     println!("{} messages", partial.page.messages.len());
    ///     for error in partial.failed {
    ///         eprintln!("{error}: {:?}", error.json());
    ///     }
    /// }
    /// # Ok::<(), sunshine_conversations::Error>(())
    /// ```
    pub fn next_partial(&mut self) -> Option<Result<PartialPage<O::Output>>> {
        Some(self.next_page()?.map(|Fetched { response, failed }| {
            let failed = failed.into_iter().map(|(_, error)| error).collect();
            PartialPage { page: response.body, failed, raw: response.raw }
        }))
    }

    fn next_page(&mut self) -> Option<Result<Fetched<O>>> {
        if self.stopped {
            return None;
        }
        self.source = match (std::mem::replace(&mut self.source, Source::Moved), self.prefetch) {
            (Source::Here(walk), Some((pages, start))) if walk.state == State::Next && walk.broken.is_none() => {
                start(walk, pages).map_or_else(Source::Here, Source::Ahead)
            }
            (source, _) => source,
        };
        match &mut self.source {
            Source::Here(walk) => walk.next_page(),
            Source::Ahead(ahead) => match ahead.next() {
                Step::Page(page) => Some(Ok(page)),
                Step::End(error, walk) => {
                    self.source = Source::Here(walk);
                    error.map(Err)
                }
                Step::Lost(error) => {
                    // The cursor is known, but the request isn't.
                    self.stopped = true;
                    Some(Err(error))
                }
            },
            Source::Moved => None,
        }
    }
}

impl<O: Listing> Iterator for Pages<O> {
    type Item = Result<O::Output>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(self.next_full()?.map(|response| response.body))
    }
}

impl<O: Listing> fmt::Debug for Pages<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let call = match &self.source {
            Source::Here(walk) => Some(&walk.call),
            Source::Ahead(_) | Source::Moved => None,
        };
        f.debug_struct("Pages").field("call", &call).field("cursor", &self.cursor()).finish_non_exhaustive()
    }
}

/// An iterator over the items of a listing. Created by [`Call::iter`].
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Items<O: Listing> {
    pages: Pages<O>,
    items: VecDeque<Result<Item<O>>>,
    /// How many of the last pages were empty.
    empty: u32,
}

impl<O: Listing> Items<O> {
    /// Returns the cursor of the next page: see [`Pages::cursor`].
    ///
    /// A listing that is resumed from it skips the items of the current page that haven't been yielded yet. To stop in the
    /// middle of a page, use the ID of the last item as the cursor.
    #[must_use]
    pub fn cursor(&self) -> Option<&str> {
        self.pages.cursor()
    }

    /// Requests up to this many pages in advance, on another thread: see [`Pages::prefetch`].
    ///
    /// ```no_run
    /// # use sunshine_conversations::AppClient;
    /// # let app = AppClient::from_env()?;
    /// for client in app.list_clients("steve").page_size(100).iter().prefetch(1) {
    ///     println!("{}", client?.id);
    /// }
    /// # Ok::<(), sunshine_conversations::Error>(())
    /// ```
    #[doc(alias("parallel", "read ahead", "background"))]
    pub fn prefetch(mut self, pages: usize) -> Self
    where
        O: 'static,
        O::Output: Send,
    {
        self.pages = self.pages.prefetch(pages);
        self
    }

    /// Retries the failed request after an error: see [`Pages::resume`].
    pub fn resume(&mut self) {
        self.pages.resume();
    }
}

impl<O: Listing> Iterator for Items<O> {
    type Item = Result<Item<O>>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let item = if self.pages.backward { self.items.pop_back() } else { self.items.pop_front() };
            if let Some(item) = item {
                return Some(item);
            }
            // An empty page isn't the end of a listing.
            if self.empty == MAX_EMPTY_PAGES {
                self.empty = 0;
                return Some(Err(self.pages.stop("the server sent 1000 empty pages in a row")));
            }
            match self.pages.next_page()? {
                Ok(Fetched { response, failed }) => {
                    let mut items = response.body.into_items().into_iter();
                    for (index, error) in failed {
                        let before = index.saturating_sub(self.items.len());
                        self.items.extend(items.by_ref().take(before).map(Ok));
                        self.items.push_back(Err(error));
                    }
                    self.items.extend(items.map(Ok));
                    self.empty = if self.items.is_empty() { self.empty + 1 } else { 0 };
                }
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

impl<O: Listing> fmt::Debug for Items<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").field("pages", &self.pages).field("buffered", &self.items.len()).finish()
    }
}
