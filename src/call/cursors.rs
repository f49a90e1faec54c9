//! The cursors of a page, from wherever the API sends them: the tables [`page!`], [`page_meta!`] and [`page_links!`].

use percent_encoding::percent_decode_str;

use crate::request::operation::Sealed;
use crate::{Extra, Json};

/// One page of a listing. This trait is sealed.
pub trait Page: Sealed {
    /// The type of the items.
    type Item;

    /// Returns the cursors of the pages before and after this one.
    fn cursors(&self) -> Cursors;

    /// Returns the items of this page.
    fn into_items(self) -> Vec<Self::Item>;
}

/// A response that is a list, which is all of a listing.
impl<T> Sealed for Vec<T> {}

impl<T> Page for Vec<T> {
    type Item = T;

    fn cursors(&self) -> Cursors {
        Cursors { has_more: Some(false), ..Cursors::default() }
    }

    fn into_items(self) -> Vec<T> {
        self
    }
}

/// The position of a page in its listing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Cursors {
    /// Whether there are more pages. `None` if the API doesn't report it: there are more pages if there is a cursor.
    pub has_more: Option<bool>,
    /// The cursor of the next page.
    pub after: Option<String>,
    /// The cursor of the previous page.
    pub before: Option<String>,
}

impl Cursors {
    /// Takes cursors from `links` if there are none.
    #[must_use]
    #[inline]
    pub(crate) fn or_links(self, links: impl FnOnce() -> Self) -> Self {
        if self.after.is_some() || self.before.is_some() || self.has_more == Some(false) {
            return self;
        }
        Self { has_more: self.has_more, ..links() }
    }

    /// Cursors in the URLs of the next and of the previous page.
    ///
    /// A URL without a cursor yields an empty one: there is another page, but no way to request it.
    pub(crate) fn of_links(next: Option<&str>, previous: Option<&str>) -> Self {
        let cursor = |url: Option<&str>, name: &str| {
            let url = url.filter(|url| !url.is_empty())?;
            Some(query_value(url, name).unwrap_or_default())
        };
        Self { has_more: None, after: cursor(next, "page[after]"), before: cursor(previous, "page[before]") }
    }

    /// Cursors in the unknown field `meta`.
    #[inline]
    pub(crate) fn of_extra_meta(extra: &Extra) -> Self {
        let Some(meta) = extra.get_raw("meta") else { return Self::default() };
        let text = |key| meta.get::<String>(key).ok().flatten();
        Self { has_more: meta.get("hasMore").ok().flatten(), after: text("afterCursor"), before: text("beforeCursor") }
    }

    /// Cursors in the unknown field `links`.
    #[inline]
    pub(crate) fn of_extra_links(extra: &Extra) -> Self {
        let Some(links) = extra.get_raw("links") else { return Self::default() };
        let text = |key| Json::get::<String>(links, key).ok().flatten();
        Self::of_links(text("next").as_deref(), text("prev").as_deref())
    }
}

/// The value of a parameter in the query of a URL, decoded.
fn query_value(url: &str, name: &str) -> Option<String> {
    let (_, query) = url.split_once('?')?;
    let query = query.split_once('#').map_or(query, |(query, _)| query);
    let decoded = |text: &str| percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned();
    let mut parameters = query.split('&').filter_map(|parameter| parameter.split_once('='));
    parameters
        .find(|(known, _)| decoded(known) == name)
        .map(|(_, value)| decoded(value))
        .filter(|value| !value.is_empty())
}

/// A model with cursors, or a field with one.
pub(crate) trait PageMeta {
    /// Returns the cursors.
    fn page_meta(&self) -> Cursors;
}

impl<M: PageMeta> PageMeta for Option<M> {
    fn page_meta(&self) -> Cursors {
        self.as_ref().map(M::page_meta).unwrap_or_default()
    }
}

/// A model with the URLs of other pages, or a field with one.
pub(crate) trait PageLinks {
    /// Returns the cursors in the URLs.
    fn page_links(&self) -> Cursors;
}

impl<L: PageLinks> PageLinks for Option<L> {
    fn page_links(&self) -> Cursors {
        self.as_ref().map(L::page_links).unwrap_or_default()
    }
}

/// Declares which fields of a model are the cursors: `page_meta! { Meta, has_more: more, after: next, before: previous
/// }`.
///
/// Each of the three may be left out.
macro_rules! page_meta {
    ($name:ident $(, has_more: $has_more:ident)? $(, after: $after:ident)? $(, before: $before:ident)?) => {
        #[allow(deprecated, clippy::useless_conversion, reason = "the fields may be deprecated, and optional")]
        impl $crate::call::cursors::PageMeta for $name {
            #[inline]
            fn page_meta(&self) -> $crate::call::cursors::Cursors {
                let mut cursors = $crate::call::cursors::Cursors::default();
                $(cursors.has_more = ::core::clone::Clone::clone(&self.$has_more).into();)?
                $(cursors.after = $crate::call::cursors::cursor(::core::clone::Clone::clone(&self.$after));)?
                $(cursors.before = $crate::call::cursors::cursor(::core::clone::Clone::clone(&self.$before));)?
                cursors
            }
        }
    };
}

/// Declares which fields of a model are the URLs of other pages: `page_links! { Links, next: next, prev: prev }`.
///
/// Each of the two may be left out.
macro_rules! page_links {
    ($name:ident $(, next: $next:ident)? $(, prev: $previous:ident)?) => {
        #[allow(deprecated, reason = "the fields may be deprecated")]
        impl $crate::call::cursors::PageLinks for $name {
            #[inline]
            fn page_links(&self) -> $crate::call::cursors::Cursors {
                let none = || ::core::option::Option::<::std::string::String>::None;
                let next = none()$(.or($crate::call::cursors::cursor(::core::clone::Clone::clone(&self.$next))))?;
                let previous = none()$(.or($crate::call::cursors::cursor(::core::clone::Clone::clone(&self.$previous))))?;
                $crate::call::cursors::Cursors::of_links(next.as_deref(), previous.as_deref())
            }
        }
    };
}

/// Makes a model a page: `page! { ClientListResponse: Client in clients, meta: meta, links: links }`.
///
/// A field that isn't declared may be sent, nevertheless: it is looked for among the unknown fields.
macro_rules! page {
    ($name:ident: $item:tt in $items:ident $(, meta: $meta:ident)? $(, links: $links:ident)? $(,)?) => {
        impl $crate::request::operation::Sealed for $name {}

        #[allow(deprecated, reason = "the fields may be deprecated")]
        impl $crate::call::cursors::Page for $name {
            type Item = $crate::decode::model::field_type!(required $item);

            #[inline]
            fn cursors(&self) -> $crate::call::cursors::Cursors {
                $crate::call::cursors::page_cursors!(self meta $($meta)?)
                    .or_links(|| $crate::call::cursors::page_cursors!(self links $($links)?))
            }

            #[inline]
            fn into_items(self) -> ::std::vec::Vec<Self::Item> {
                $crate::call::cursors::items(self.$items)
            }
        }
    };
}

/// The cursors in a field, or in an unknown field.
macro_rules! page_cursors {
    ($page:ident meta) => {
        $crate::call::cursors::Cursors::of_extra_meta(&$page.extra)
    };
    ($page:ident links) => {
        $crate::call::cursors::Cursors::of_extra_links(&$page.extra)
    };
    ($page:ident meta $field:ident) => {
        $crate::call::cursors::PageMeta::page_meta(&$page.$field)
    };
    ($page:ident links $field:ident) => {
        $crate::call::cursors::PageLinks::page_links(&$page.$field)
    };
}

pub(crate) use {page, page_cursors, page_links, page_meta};

/// The text of a cursor, from a field that may be optional. Empty text isn't a cursor.
pub(crate) fn cursor(field: impl Into<Option<String>>) -> Option<String> {
    field.into().filter(|text| !text.is_empty())
}

/// The items of a page, from a field that may be optional.
pub(crate) fn items<T>(field: impl Into<Option<Vec<T>>>) -> Vec<T> {
    field.into().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::decode::model::model;

    model! {
        /// Cursors.
        pub struct Meta {
            option has_more: bool = "hasMore";
            option after_cursor: String = "afterCursor";
            option before_cursor: String = "beforeCursor";
        }
        new()
        also blank
    }

    model! {
        /// Cursors without options.
        pub struct StrictMeta {
            required more: bool = "more";
            default next: String = "next";
            default previous: String = "previous";
        }
    }

    model! {
        /// URLs.
        pub struct Links {
            option next: String = "next";
            required prev: String = "prev";
        }
        also blank
    }

    page_meta! { Meta, has_more: has_more, after: after_cursor, before: before_cursor }
    page_meta! { StrictMeta, has_more: more, after: next, before: previous }
    page_links! { Links, next: next, prev: prev }

    model! {
        /// A page.
        pub struct Full {
            option items: [String] = "items";
            default meta: Meta = "meta";
            option links: Links = "links";
        }
    }

    model! {
        /// A page without links.
        pub struct WithMeta {
            required items: [String] = "items";
            option meta: StrictMeta = "meta";
        }
    }

    model! {
        /// A page without meta.
        pub struct WithLinks {
            required items: [String] = "items";
            required links: Links = "links";
        }
    }

    model! {
        /// A page of which the document declares neither.
        pub struct Undeclared {
            required items: [String] = "items";
        }
    }

    page! { Full: String in items, meta: meta, links: links }
    page! { WithMeta: String in items, meta: meta }
    page! { WithLinks: (String) in items, links: links }
    page! { Undeclared: String in items }

    const NEXT: &str = "https://api.example.com/v2?page%5Bsize%5D=1&page%5Bafter%5D=a%2B%C3%A9#x";
    const PREVIOUS: &str = "/v2?page[before]=b+c";

    fn cursors<P: Page + serde::de::DeserializeOwned>(body: serde_json::Value) -> (Option<bool>, String, String) {
        let Cursors { has_more, after, before } = serde_json::from_value::<P>(body).unwrap().cursors();
        (has_more, after.unwrap_or("-".into()), before.unwrap_or("-".into()))
    }

    #[test]
    fn items_may_be_optional() {
        assert_eq!(serde_json::from_str::<Full>("{}").unwrap().into_items(), [""; 0]);
        assert_eq!(serde_json::from_str::<Full>(r#"{"items":["a"]}"#).unwrap().into_items(), ["a"]);
        assert_eq!(serde_json::from_str::<Undeclared>(r#"{"items":["a"]}"#).unwrap().into_items(), ["a"]);
    }

    #[test]
    fn cursors_are_those_of_meta() {
        let meta = json!({"hasMore": true, "afterCursor": "a", "beforeCursor": "b"});
        let links = json!({"next": "/v2?page[after]=x", "prev": "/v2?page[before]=y"});
        let expected = (Some(true), "a".to_owned(), "b".to_owned());
        assert_eq!(cursors::<Full>(json!({"meta": meta, "links": links})), expected);
        assert_eq!(cursors::<Undeclared>(json!({"items": [], "meta": meta, "links": links})), expected);
        let meta = json!({"more": true, "next": "a", "previous": "b"});
        assert_eq!(cursors::<WithMeta>(json!({"items": [], "meta": meta})), expected);
        let last = json!({"more": false, "next": "", "previous": ""});
        assert_eq!(cursors::<WithMeta>(json!({"items": [], "meta": last})), (Some(false), "-".into(), "-".into()));
        assert_eq!(cursors::<WithMeta>(json!({"items": []})), (None, "-".into(), "-".into()));
    }

    #[test]
    fn links_are_the_fallback() {
        let links = json!({"next": NEXT, "prev": PREVIOUS});
        let expected = |has_more| (has_more, "a+é".to_owned(), "b c".to_owned());
        assert_eq!(cursors::<WithLinks>(json!({"items": [], "links": links})), expected(None));
        assert_eq!(cursors::<Undeclared>(json!({"items": [], "links": links})), expected(None));
        assert_eq!(cursors::<Full>(json!({"meta": {"hasMore": true}, "links": links})), expected(Some(true)));
        assert_eq!(cursors::<Full>(json!({"links": links})), expected(None));
        let meta = json!({"more": true});
        assert_eq!(cursors::<WithMeta>(json!({"items": [], "meta": meta, "links": links})), expected(Some(true)));
        let lost = json!({"next": "/v2?page[size]=1", "prev": ""});
        assert_eq!(cursors::<WithLinks>(json!({"items": [], "links": lost})), (None, String::new(), "-".into()));
    }

    #[test]
    fn unknown_fields_of_another_type_are_ignored() {
        for odd in [json!(7), json!("x"), json!([]), json!(null), json!({"next": 7, "hasMore": "yes"})] {
            let body = json!({"items": [], "meta": odd, "links": odd});
            assert_eq!(cursors::<Undeclared>(body), (None, "-".into(), "-".into()));
        }
    }
}
