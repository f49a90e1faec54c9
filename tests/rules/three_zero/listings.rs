use sunshine_conversations::models::*;
use sunshine_conversations::{Listing, PageSize, Paginated, operations};

use crate::server::{Request, Server, json as json_response};

/// A server with two pages: the second has the cursor `c1`.
fn two_pages(first: &'static str, second: &'static str) -> Server {
    Server::handle(move |request| {
        json_response(200, match request.query().iter().find(|(name, _)| name == "page[after]") {
            None => first,
            Some((_, cursor)) if cursor == "c1" => second,
            Some(_) => "{}",
        })
    })
}

fn queries(server: &Server) -> Vec<String> {
    server.take().iter().map(|request: &Request| request.raw_query().to_owned()).collect()
}

/// Used if a call doesn't have the method.
trait NoCursor: Sized {
    fn after(self, _: &str) -> &'static str {
        "no cursor"
    }
    fn pages(self) -> &'static str {
        "no pages"
    }
}

impl<T> NoCursor for T {}

#[test]
fn a_required_inline_list_is_paged() {
    fn is_paged<O: Paginated + PageSize>() -> (u32, u32, Option<u32>) {
        (O::MIN, O::MAX, O::DEFAULT)
    }
    assert_eq!(is_paged::<operations::ListPlants>(), (1, 100, Some(25)));
    let server = two_pages(
        r#"{"plants":[{"id":"1","name":"Fern"},{"id":"2"}],"meta":{"hasMore":true,"afterCursor":"c1"},"links":{}}"#,
        r#"{"plants":[{"id":"3"}],"meta":{"hasMore":false}}"#,
    );
    let plants: Vec<Plant> = server.client().list_plants("g").page_size(2).iter().map(Result::unwrap).collect();
    assert_eq!(plants.iter().map(|plant| plant.id.as_str()).collect::<Vec<_>>(), ["1", "2", "3"]);
    let queries: Vec<String> = queries(&server).iter().map(|query| crate::server::decode(query)).collect();
    assert_eq!(queries.len(), 2);
    assert!(queries[0].contains("page[size]=2") && !queries[0].contains("page[after]"), "{queries:?}");
    assert!(queries[1].contains("page[size]=2") && queries[1].contains("page[after]=c1"), "{queries:?}");
}

#[test]
fn texts_are_paged() {
    let server = two_pages(
        r#"{"names":["a","b"],"meta":{"hasMore":true,"afterCursor":"c1"}}"#,
        r#"{"names":["c"],"meta":{"hasMore":false}}"#,
    );
    // `page` may have more properties than the methods of `Call` set.
    let names: Result<Vec<String>, _> =
        server.client().list_names("g").page_size(2).page_order(ListNamesPageOrder::Up).iter().collect();
    assert_eq!(names.unwrap(), ["a", "b", "c"]);
    let queries: Vec<String> = queries(&server).iter().map(|query| crate::server::decode(query)).collect();
    assert!(queries.iter().all(|query| query.contains("page[order]=up")), "{queries:?}");
}

#[test]
fn the_page_of_anything_else_is_a_parameter() {
    let server = Server::responding("7");
    let page = CursorsModel::new().with_after("c1");
    assert_eq!(server.client().count_snails("g").page(&page).send().unwrap(), 7);
    assert_eq!(crate::server::decode(&queries(&server)[0]), "page[after]=c1");
}

#[test]
fn a_page_without_its_list_is_an_error_that_names_it() {
    for text in ["{}", r#"{"plants":null}"#] {
        let items: Vec<_> = Server::responding(text).client().list_plants("g").iter().collect();
        let [Err(error)] = &items[..] else { panic!("{items:?}") };
        assert!(error.to_string().contains("plants"), "{error}");
    }
}

#[test]
fn an_optional_list_without_meta_is_paged() {
    fn is_paged<O: Paginated + PageSize>() -> (u32, u32, Option<u32>) {
        (O::MIN, O::MAX, O::DEFAULT)
    }
    assert_eq!(is_paged::<operations::ListBeds>(), (2, 50, Some(10)));
    // The server sends the cursors although the document lacks them.
    let server = two_pages(
        r#"{"beds":[{"id":"1"}],"meta":{"hasMore":true,"afterCursor":"c1"}}"#,
        r#"{"beds":[{"id":"2"}],"meta":{"hasMore":false}}"#,
    );
    assert_eq!(server.client().list_beds("g").iter().map(|bed| bed.unwrap().id).collect::<Vec<_>>(), ["1", "2"]);
    let server = Server::responding(r#"{"beds":[{"id":"1"}]}"#);
    assert_eq!(server.client().list_beds("g").iter().count(), 1);
    assert_eq!(server.take().len(), 1);
}

#[test]
fn links_alone_lead_to_the_next_page() {
    let server = two_pages(
        r#"{"tools":[{"name":"Rake"}],"links":{"next":"https://api.example.com/tools?page%5Bafter%5D=c1&page%5Bsize%5D=1"}}"#,
        r#"{"tools":[{"name":"Hoe"}],"links":{}}"#,
    );
    let names: Vec<_> = server.client().list_tools("g").iter().map(|tool| tool.unwrap().name.unwrap()).collect();
    assert_eq!(names, ["Rake", "Hoe"]);
}

#[test]
fn the_list_is_found_by_its_type() {
    let server = two_pages(
        r#"{"total":2,"notices":["x"],"host":{"name":"Zoe"},"people":[{"name":"Ada"}],"meta":{"hasMore":true,"afterCursor":"c1"}}"#,
        r#"{"people":[{"name":"Bob"}],"meta":{"hasMore":false}}"#,
    );
    let names: Vec<_> = server.client().list_guests("g").iter().map(|guest| guest.unwrap().name.unwrap()).collect();
    assert_eq!(names, ["Ada", "Bob"]);
    let page = server.client().list_guests("g").send().unwrap();
    assert_eq!((page.total, page.host.and_then(|host| host.name).as_deref()), (Some(2), Some("Zoe")));
}

#[test]
fn a_page_may_be_composed() {
    let server = two_pages(
        r#"{"data":[{"id":"1"}],"meta":{"hasMore":true,"afterCursor":"c1"}}"#,
        r#"{"data":[{"id":"2"}],"meta":{"hasMore":false}}"#,
    );
    assert_eq!(server.client().list_shrubs().iter().map(|shrub| shrub.unwrap().id).collect::<Vec<_>>(), ["1", "2"]);
}

#[test]
fn a_page_can_be_chosen_by_its_cursor() {
    let server = two_pages("{}", r#"{"plants":[{"id":"3"}]}"#);
    let page = server.client().list_plants("g").after("c1").send().unwrap();
    assert_eq!(page.plants[0].id, "3");
    let server = Server::responding(r#"{"plants":[],"meta":{"hasMore":false}}"#);
    server.client().list_plants("g").before("c0").pages().for_each(|page| drop(page.unwrap()));
    assert_eq!(server.only().query(), [("page[before]".to_owned(), "c0".to_owned())]);
}

#[test]
fn other_paging_styles_have_typed_parameters_and_no_cursor_iterator() {
    let server =
        Server::responding(r#"{"stones":[{"name":"Jade"}],"hills":[{"name":"Tor"}],"count":9,"nextCursor":"n"}"#);
    let api = server.client();
    assert_eq!(api.list_stones().offset(20).limit(10).send().unwrap().count, Some(9));
    assert_eq!(queries(&server), ["offset=20&limit=10"]);
    api.list_ponds().page(3).per_page(50).send().unwrap();
    assert_eq!(queries(&server), ["page=3&per_page=50"]);
    assert_eq!(api.list_hills().cursor("n").send().unwrap().next_cursor.as_deref(), Some("n"));
    assert_eq!(queries(&server), ["cursor=n"]);
    assert_eq!((api.list_stones().after("x"), api.list_stones().pages()), ("no cursor", "no pages"));
    assert_eq!((api.list_ponds().after("x"), api.list_ponds().pages()), ("no cursor", "no pages"));
    assert_eq!((api.list_hills().after("x"), api.list_hills().pages()), ("no cursor", "no pages"));
}

#[test]
fn listings_without_pages_have_an_iterator() {
    fn is_listing<O: Listing>() {}
    is_listing::<operations::ListGates>();
    let server = Server::responding(r#"{"gates":[{"name":"North"},{"name":"South"}]}"#);
    let names: Vec<_> = server.client().list_gates().iter().map(|gate| gate.unwrap().name.unwrap()).collect();
    assert_eq!(names, ["North", "South"]);
    assert_eq!(server.take().len(), 1);
    assert_eq!(server.client().list_gates().pages(), "no pages");
}

#[test]
fn a_list_at_the_top_is_a_listing() {
    let server = Server::responding(r#"[{"text":"a"},{"text":"b"}]"#);
    let labels = server.client().list_labels().send().unwrap();
    assert_eq!(labels.len(), 2);
    let texts: Vec<_> = server.client().list_labels().iter().map(|label| label.unwrap().text.unwrap()).collect();
    assert_eq!(texts, ["a", "b"]);
}
