//! Pages with items that don't match their type.

use crate::base::repair::from_json;
use crate::call::cursors::Page;
use crate::error::{Error, locate::locate};
use crate::value::json::{Json, ObjectText};

/// A page and the items that aren't in it, with their index in the list.
pub(crate) struct Partial<P> {
    pub(crate) page: P,
    pub(crate) failed: Vec<(usize, Error)>,
}

/// The most bytes to decode in order to find the items, for each byte of the page. Every item is decoded with the other
/// fields of the page, which are small in practice.
const EFFORT: usize = 16;

/// Decodes a page without the items that don't match their type. `None` if the page doesn't match for another reason.
///
/// `decode` decodes a page, and `error` is its error for this body.
pub(crate) fn decode<P: Page>(
    body: &[u8],
    error: &serde_json::Error,
    decode: impl Fn(&[u8]) -> serde_json::Result<P>,
) -> Option<Partial<P>> {
    if !error.is_data() {
        return None;
    }
    let mismatch = Error::mismatch(body, error);
    let (key, _) = mismatch.field()?.split_once('[')?;
    let page = List::parse(body, key)?;
    let overhead = page.text(&[]).len();
    if page.items.len().checked_mul(overhead)? > body.len().checked_mul(EFFORT)? {
        return None;
    }
    let (mut good, mut failed) = (Vec::with_capacity(page.items.len()), Vec::new());
    for (index, item) in page.items.iter().enumerate() {
        let text = page.text(&[item]);
        match decode(text.as_bytes()) {
            Ok(_) => good.push(item),
            Err(error) => failed.push((index, page.error(index, item, text.as_bytes(), &error)?)),
        }
    }
    let page = decode(page.text(&good).as_bytes()).ok()?;
    Some(Partial { page, failed })
}

/// The text of a page: its list, and the fields before and after it.
struct List<'a> {
    /// Empty if the page is a list.
    key: &'a str,
    before: Vec<(String, Json)>,
    items: Vec<Json>,
    after: Vec<(String, Json)>,
}

impl<'a> List<'a> {
    fn parse(body: &[u8], key: &'a str) -> Option<Self> {
        let page: Json = from_json(body).ok()?;
        if key.is_empty() {
            return Some(Self { key, before: Vec::new(), items: page.parse().ok()?, after: Vec::new() });
        }
        let mut before = page.fields();
        let at = before.iter().position(|(known, _)| known == key)?;
        let after = before.split_off(at + 1);
        let (_, list) = before.pop()?;
        Some(Self { key, before, items: list.parse().ok()?, after })
    }

    /// Returns the page with these items only.
    fn text(&self, items: &[&Json]) -> String {
        let items: Vec<&str> = items.iter().map(|item| item.as_str()).collect();
        let list = format!("[{}]", items.join(","));
        if self.key.is_empty() {
            return list;
        }
        let mut text = ObjectText::default();
        self.before.iter().for_each(|(key, value)| text.push(key, value.as_str()));
        text.push(self.key, &list);
        self.after.iter().for_each(|(key, value)| text.push(key, value.as_str()));
        text.finish()
    }

    /// Returns the error of an item, from that of the page with this item only. `None` if another part of the page is at
    /// fault.
    fn error(&self, index: usize, item: &Json, text: &[u8], error: &serde_json::Error) -> Option<Error> {
        let (field, message) = locate(text, error);
        let rest = field.strip_prefix(self.key)?.strip_prefix("[0]")?;
        let field = format!("{}[{index}]{rest}", self.key);
        Some(Error::at(field, &message).with_json(item.clone()))
    }
}
