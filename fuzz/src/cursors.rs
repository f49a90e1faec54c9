//! Listings: for any paging metadata, a listing ends, and yields every item that it received.

use std::sync::{Arc, Mutex};

use sunshine_conversations::models::{ClientListResponse, MessageListResponse};
use sunshine_conversations::operations::{ListClients, ListMessages};
use sunshine_conversations::{Call, Error, Page, Paginated};

use super::connection::{client_of, response};

/// The responses of a server, which are repeated from the first after the last.
#[derive(Clone, Debug)]
struct Script(Vec<Response>);

#[derive(Clone, Debug)]
struct Response {
    /// `None` for an error.
    page: Option<Listed>,
}

#[derive(Clone, Debug)]
struct Listed {
    items: usize,
    has_more: Option<bool>,
    /// Before and after.
    cursors: [Option<String>; 2],
}

/// Splits an input into parts.
struct Input<'a>(&'a [u8]);

impl Input<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// One of a few cursors, so that cursors repeat, or any text.
    fn cursor(&mut self) -> Option<String> {
        match self.byte()? {
            0 => None,
            1 => Some(String::new()),
            short @ 2..128 => Some(format!("c{}", short % 8)),
            long => {
                let (text, rest) = self.0.split_at(self.0.len().min(usize::from(long % 32)));
                self.0 = rest;
                Some(String::from_utf8_lossy(text).into_owned())
            }
        }
    }

    fn response(&mut self) -> Option<Response> {
        let flags = self.byte()?;
        if flags >= 250 {
            return Some(Response { page: None });
        }
        let has_more = [Some(true), Some(true), Some(true), None, Some(false)][usize::from(flags % 5)];
        let items = usize::from(flags / 5 % 4);
        Some(Response { page: Some(Listed { items, has_more, cursors: [self.cursor(), self.cursor()] }) })
    }
}

impl Response {
    fn body(&self, list: &str, number: usize) -> Vec<u8> {
        let Some(page) = &self.page else { return response(500, br#"{"errors":[]}"#) };
        let items: Vec<_> = (0..page.items).map(|at| serde_json::json!({"id": id(number, at)})).collect();
        let [before, after] = &page.cursors;
        let meta = serde_json::json!({"hasMore": page.has_more, "beforeCursor": before, "afterCursor": after});
        response(200, serde_json::json!({list: items, "meta": meta}).to_string().as_bytes())
    }
}

fn id(request: usize, at: usize) -> String {
    format!("{request}.{at}")
}

/// Longer scripts are truncated, for speed. Cycles of more responses aren't fuzzed.
const PAGES: usize = 4;

/// The first byte selects the listing, its direction, and whether it starts from a cursor; the rest are pages.
pub fn cursors(data: &[u8]) {
    let mut input = Input(data);
    let Some(choice) = input.byte() else { return };
    let start = if choice & 1 == 0 { None } else { input.cursor().filter(|cursor| !cursor.is_empty()) };
    let script = Script(std::iter::from_fn(|| input.response()).take(PAGES).collect());
    if script.0.is_empty() {
        return;
    }
    // Messages are listed from their end, clients from their start.
    let (backward, items) = (choice & 2 != 0, choice & 4 != 0);
    if choice & 8 == 0 {
        let backward = backward && start.is_some();
        let ids = |page: ClientListResponse| page.into_items().into_iter().map(|client| client.id.into()).collect();
        let run = Run::<ListClients>::new(script, "clients", backward, start, |item| item.id.into(), ids);
        run.check(|api| api.list_clients("a", "u"), items);
    } else {
        let backward = backward || start.is_none();
        let ids = |page: MessageListResponse| page.into_items().into_iter().map(|message| message.id.into()).collect();
        let run = Run::<ListMessages>::new(script, "messages", backward, start, |item| item.id.into(), ids);
        run.check(|api| api.list_messages("a", "c"), items);
    }
}

type Item<O> = <<O as sunshine_conversations::Operation>::Output as Page>::Item;

/// A listing, and the expected requests.
struct Run<O: Paginated> {
    script: Script,
    list: &'static str,
    backward: bool,
    start: Option<String>,
    id: fn(Item<O>) -> String,
    ids: fn(O::Output) -> Vec<String>,
}

impl<O: Paginated> Run<O> {
    fn new(
        script: Script,
        list: &'static str,
        backward: bool,
        start: Option<String>,
        id: fn(Item<O>) -> String,
        ids: fn(O::Output) -> Vec<String>,
    ) -> Self {
        Self { script, list, backward, start, id, ids }
    }

    fn check(self, call: impl Fn(&sunshine_conversations::ApiClient) -> Call<O>, by_item: bool) {
        let targets = Arc::new(Mutex::new(Vec::new()));
        let api = client_of({
            let (targets, script, list) = (Arc::clone(&targets), self.script.clone(), self.list);
            move |head| {
                let mut targets = targets.lock().expect("the server did not panic");
                let number = targets.len();
                // Brent's algorithm detects a cycle within four of its lengths; the rest is for retries.
                assert!(number < 4 * script.0.len() + 8, "the listing doesn't end");
                targets.push(head.split(' ').nth(1).unwrap_or_default().to_owned());
                script.0[number % script.0.len()].body(list, number)
            }
        });
        let mut call = call(&api);
        if let Some(start) = &self.start {
            call = if self.backward { call.before(start.as_str()) } else { call.after(start.as_str()) };
        }
        // The listing resumes after this many errors.
        let mut resumes = 3;
        let (given, cursor) = if by_item {
            let mut items = call.iter();
            let mut given = Vec::new();
            loop {
                match items.next() {
                    Some(Ok(item)) => given.push((self.id)(item)),
                    Some(Err(error)) if goes_on(&error, &mut resumes) => items.resume(),
                    Some(Err(_)) => {}
                    None => break,
                }
            }
            assert!(items.next().is_none());
            (given, items.cursor().map(str::to_owned))
        } else {
            let mut pages = call.pages();
            let mut given = Vec::new();
            loop {
                match pages.next() {
                    Some(Ok(page)) => {
                        let mut ids = (self.ids)(page);
                        if self.backward {
                            ids.reverse();
                        }
                        given.extend(ids);
                    }
                    Some(Err(error)) if goes_on(&error, &mut resumes) => pages.resume(),
                    Some(Err(_)) => {}
                    None => break,
                }
            }
            assert!(pages.next().is_none());
            (given, pages.cursor().map(str::to_owned))
        };
        let targets = targets.lock().expect("the server did not panic");
        self.judge(&targets, &given, cursor);
    }

    fn judge(&self, targets: &[String], given: &[String], cursor: Option<String>) {
        let responses = || self.script.0.iter().cycle().take(targets.len());
        let mut next = self.start.clone();
        let mut expected = Vec::new();
        let mut failed = false;
        for (number, (target, response)) in targets.iter().zip(responses()).enumerate() {
            let sent = target.split_once('?').map(|(_, query)| query);
            let name = if self.backward { "page%5Bbefore%5D" } else { "page%5Bafter%5D" };
            assert_eq!(sent.map(decoded), next.as_ref().map(|next| format!("{}={next}", decoded(name))));
            failed = response.page.is_none();
            let Some(page) = &response.page else { continue };
            let ids = (0..page.items).map(|at| id(number, at));
            if self.backward {
                expected.extend(ids.rev())
            } else {
                expected.extend(ids)
            }
            let following = page.cursors[usize::from(!self.backward)].clone();
            if number + 1 < targets.len() {
                assert_ne!(page.has_more, Some(false), "requested a page after the last");
                assert!(following.as_ref().is_some_and(|cursor| !cursor.is_empty()));
                assert_ne!(following, next, "a cursor twice in succession");
            }
            next = following;
        }
        assert_eq!(given, expected, "all items, in order");
        assert_eq!(cursor, if failed { next } else { None });
    }
}

fn goes_on(error: &Error, resumes: &mut usize) -> bool {
    let failed = error.status() == Some(500) && *resumes > 0;
    *resumes -= usize::from(failed);
    failed
}

/// Decodes percent-encoding.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut digit = || rest.next().and_then(|digit| char::from(digit).to_digit(16)).expect("a digit") as u8;
        bytes.push(if byte == b'%' { digit() * 16 + digit() } else { byte });
    }
    String::from_utf8(bytes).expect("UTF-8")
}
