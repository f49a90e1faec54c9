use sunshine_conversations::models::*;

use crate::server::Server;

#[test]
fn missing_fields_of_a_response_are_blank() {
    for text in [
        r#"{"book":{"id":"b"}}"#,
        r#"{"book":{"id":"b","title":null,"pages":null,"lent":null,"tags":null,"genre":null,"createdAt":null,"author":null,
            "price":null,"info":null,"ratings":null,"cover":null}}"#,
    ] {
        let book = Server::responding(text).client().get_book("b").send().unwrap().book;
        assert_eq!((book.title.as_str(), book.pages, book.lent, book.tags.len()), ("", 0, false, 0));
        assert_eq!(book.created_at.as_str(), "");
        assert_eq!(book.author.name, "");
        assert!(matches!(book.genre, BookGenre::Unknown(_)) && book.ratings.is_empty() && book.cover.is_none());
    }
}

#[test]
fn missing_fields_are_not_sent_back() {
    let text = r#"{"book":{"id":"b","title":"","pages":0,"tags":null,"author":{},"ratings":{}}}"#;
    let mut book = Server::responding(text).client().get_book("b").send().unwrap().book;
    let sent = |book: &Book| {
        let server = Server::responding("");
        server.client().replace_book("b", book).send().unwrap();
        server.only().text().to_owned()
    };
    assert_eq!(sent(&book), r#"{"id":"b","title":"","pages":0,"author":{},"ratings":{}}"#);
    book.author.name = "Ada".to_owned();
    book.tags.push("new".to_owned());
    let changed = r#""tags":["new"],"author":{"name":"Ada"},"ratings":{}}"#;
    assert_eq!(sent(&book), format!(r#"{{"id":"b","title":"","pages":0,{changed}"#));
    assert_eq!(sent(&book.with_lent(false)), format!(r#"{{"id":"b","title":"","pages":0,"lent":false,{changed}"#));
}

#[test]
fn the_id_of_a_missing_record_is_not_sent_back() {
    let mut book = Server::responding(r#"{"book":{"id":"b"}}"#).client().get_book("b").send().unwrap().book;
    book.shelf.row = Some(3);
    assert!(serde_json::to_string(&book).unwrap().ends_with(r#""shelf":{"row":3}}"#));
    book.shelf = book.shelf.with_id("s");
    assert!(serde_json::to_string(&book).unwrap().ends_with(r#""shelf":{"id":"s","row":3}}"#));
    assert_eq!(serde_json::to_string(&Shelf::new("")).unwrap(), r#"{"id":""}"#);
}

#[test]
fn content_that_is_nullable_may_be_null() {
    let text = r#"{"shelf":{"id":"s"},"lent":null,"returned":null}"#;
    let response = Server::responding(text).client().get_shelf("s").send().unwrap();
    assert_eq!((response.lent, response.returned.len()), (None, 0));
    assert_eq!(Server::responding("null").client().get_newest_book().send().unwrap(), None);
    let book = Server::responding(r#"{"id":"b"}"#).client().get_newest_book().send().unwrap();
    assert_eq!(book.unwrap().id, "b");
}

#[test]
fn items_and_values_may_be_null() {
    let text = r#"{"book":{"id":"b","notes":["a",null],"labels":{"c":null,"d":"e"}}}"#;
    let book = Server::responding(text).client().get_book("b").send().unwrap().book;
    assert_eq!(book.notes, Some(vec![Some("a".to_owned()), None]));
    assert_eq!(book.labels.unwrap()["c"], None);
}

#[test]
fn a_field_of_a_wrong_type_is_an_error_that_names_it() {
    let error =
        Server::responding(r#"{"book":{"id":"b","author":{"name":7}}}"#).client().get_book("b").send().unwrap_err();
    assert_eq!(error.field(), Some("book.author.name"));
}

#[test]
fn the_id_of_a_record_and_the_content_of_an_envelope_are_required() {
    let field = |text: &str| {
        let error = Server::responding(text).client().get_book("b").send().unwrap_err();
        format!("{:?} {error}", error.field())
    };
    assert!(field("{}").contains("book"));
    assert!(field(r#"{"book":null}"#).contains("book"));
    assert!(field(r#"{"book":{"title":"T"}}"#).contains("id"));
    assert!(field(r#"{"book":{"id":null}}"#).contains("id"));
}

#[test]
fn a_page_may_lack_its_meta() {
    for text in [
        r#"{"books":[]}"#,
        r#"{"meta":null,"books":[]}"#,
        r#"{"meta":{},"books":[]}"#,
        r#"{"meta":{"hasMore":null},"books":[]}"#,
    ] {
        let server = Server::responding(text);
        assert_eq!(server.client().list_books().iter().map(Result::unwrap).count(), 0, "{text}");
        assert_eq!(server.take().len(), 1);
    }
    let page: ListBooksResponse = serde_json::from_str(r#"{"books":[{"id":"b"}],"meta":null}"#).unwrap();
    assert_eq!((page.books.len(), page.meta.has_more), (1, false));
}
