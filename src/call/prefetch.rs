//! Pages that are requested in advance, on another thread.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;

use crate::error::{Error, ErrorKind, Result};

/// The requests of a listing, page by page.
pub(crate) trait Walk: Sized {
    /// A page.
    type Page;

    /// Requests the next page.
    fn next_page(&mut self) -> Option<Result<Self::Page>>;

    /// Returns the cursor of the next request.
    fn cursor(&self) -> Option<&str>;

    /// Returns a function that adds the operation to an error.
    fn attach_request(&self) -> Box<dyn Fn(Error) -> Error + Send + Sync>;
}

/// Starts the thread for a listing. Returns the walk if the system can't start one.
pub(crate) type Start<W> = fn(Box<W>, usize) -> Result<Ahead<W>, Box<W>>;

/// The result of the thread.
pub(crate) enum Step<W: Walk> {
    /// The next page.
    Page(W::Page),
    /// The end of the listing, or an error, and the requests.
    End(Option<Error>, Box<W>),
    /// The thread panicked.
    Lost(Error),
}

/// A page or the end, and the cursor of the next request.
type Message<W> = (Step<W>, Option<String>);

/// The pages that a thread requests.
pub(crate) struct Ahead<W: Walk> {
    pages: Receiver<Message<W>>,
    /// The cursor of the request after the page that was taken last.
    pub(crate) cursor: Option<String>,
    pub(crate) attach_request: Box<dyn Fn(Error) -> Error + Send + Sync>,
}

impl<W: Walk> Ahead<W> {
    /// Waits for the next page.
    pub(crate) fn next(&mut self) -> Step<W> {
        if let Ok((step, cursor)) = self.pages.recv() {
            self.cursor = cursor;
            return step;
        }
        let message = "the thread that requests pages panicked; start again from the cursor";
        Step::Lost((self.attach_request)(Error::new(ErrorKind::Paging, message)))
    }
}

/// See [`Start`].
pub(crate) fn start<W>(walk: Box<W>, pages: usize) -> Result<Ahead<W>, Box<W>>
where
    W: Walk + Send + 'static,
    W::Page: Send,
{
    let (attach_request, cursor) = (walk.attach_request(), walk.cursor().map(str::to_owned));
    // The thread holds one page, and the others are in the channel.
    let (sender, receiver) = mpsc::sync_channel(pages.saturating_sub(1));
    let (hand_over, walks) = mpsc::sync_channel::<Box<W>>(1);
    let run = move || {
        if let Ok(walk) = walks.recv() {
            send_pages(walk, &sender);
        }
    };
    match thread::Builder::new().name("sunshine-conversations-pages".to_owned()).spawn(run) {
        Ok(_) => {
            hand_over.send(walk).map(|()| Ahead { pages: receiver, cursor, attach_request }).map_err(|walk| walk.0)
        }
        Err(_) => Err(walk),
    }
}

/// Requests pages until the listing ends, a request fails, or the iterator is dropped.
fn send_pages<W: Walk>(mut walk: Box<W>, sender: &SyncSender<Message<W>>) {
    loop {
        // A panic ends the channel, which the iterator reports.
        let Ok(page) = catch_unwind(AssertUnwindSafe(|| walk.next_page())) else { return };
        let cursor = walk.cursor().map(str::to_owned);
        let page = match page {
            Some(Ok(page)) => page,
            Some(Err(error)) => return drop(sender.send((Step::End(Some(error), walk), cursor))),
            None => return drop(sender.send((Step::End(None, walk), cursor))),
        };
        if sender.send((Step::Page(page), cursor)).is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three pages, and then an error or a panic.
    struct Numbers {
        next: u32,
        panics: bool,
    }

    impl Walk for Numbers {
        type Page = u32;

        fn next_page(&mut self) -> Option<Result<u32>> {
            self.next += 1;
            assert!(!self.panics || self.next < 4, "a bug");
            Some(if self.next < 4 { Ok(self.next) } else { Err(Error::new(ErrorKind::Connection, "lost")) })
        }

        fn cursor(&self) -> Option<&str> {
            ["0", "1", "2", "3"].get(self.next as usize).copied()
        }

        fn attach_request(&self) -> Box<dyn Fn(Error) -> Error + Send + Sync> {
            Box::new(|error| error.with_note("lost"))
        }
    }

    fn started(panics: bool) -> Ahead<Numbers> {
        start(Box::new(Numbers { next: 0, panics }), 1).unwrap_or_else(|_| panic!("no thread"))
    }

    #[test]
    fn pages_have_the_cursor_of_the_page_after_them() {
        let mut ahead = started(false);
        assert_eq!(ahead.cursor.as_deref(), Some("0"));
        for number in 1..4 {
            assert!(matches!(ahead.next(), Step::Page(page) if page == number));
            assert_eq!(ahead.cursor, Some(number.to_string()));
        }
        let Step::End(error, walk) = ahead.next() else { panic!("not the end") };
        assert_eq!((error.unwrap().to_string().as_str(), walk.next), ("lost", 4));
    }

    #[test]
    fn a_panic_of_the_thread_is_an_error() {
        let mut ahead = started(true);
        assert!((0..3).all(|_| matches!(ahead.next(), Step::Page(_))));
        for _ in 0..2 {
            let Step::Lost(error) = ahead.next() else { panic!("not lost") };
            assert!(error.to_string().ends_with("(lost)"), "{error}");
        }
        assert_eq!(ahead.cursor.as_deref(), Some("3"));
    }
}
