use sunshine_conversations::models::*;
use sunshine_conversations::operations::FindSeeds;
use sunshine_conversations::{Call, Time};

use crate::server::{Request, Server, decode};

fn server() -> Server {
    Server::responding("")
}

/// The query of a call, decoded, without the required parameters.
fn query(set: impl FnOnce(Call<FindSeeds>) -> Call<FindSeeds>) -> Vec<String> {
    let server = server();
    set(server.client().find_seeds("clay", 1.5)).send().unwrap();
    let pairs = server.only().query().into_iter().map(|(name, value)| format!("{name}={value}"));
    pairs.filter(|pair| !["soil=clay", "depth=1.5", "mode=plain"].contains(&pair.as_str())).collect()
}

#[test]
fn scalars_are_typed() {
    assert_eq!(query(|call| call.ripe(true).weight(-7)), ["ripe=true", "weight=-7"]);
    assert_eq!(query(|call| call.color(FindSeedsColor::DeepBlue)), ["color=deep-blue"]);
    assert_eq!(query(|call| call.size(SeedSize::ExtraLarge)), ["size=extra-large"]);
    assert_eq!(query(|call| call.size("huge")), ["size=huge"]);
    assert_eq!(query(|call| call.since(Time::from("2026-01-02T03:04:05Z"))), ["since=2026-01-02T03:04:05Z"]);
}

#[test]
fn secrets_are_sent_and_masked() {
    let server = server();
    let call = server.client().find_seeds("clay", 1.5).access_token("hush");
    assert!(!format!("{call:?}").contains("hush"), "{call:?}");
    call.send().unwrap();
    assert!(server.only().raw_query().contains("accessToken=hush"));
    server.client().get_claim("hush").send().unwrap();
    assert_eq!(server.only().path(), "/claims/hush");
}

#[test]
fn numbers_and_unions_are_parameters() {
    assert_eq!(query(|call| call.ratio(0.5)), ["ratio=0.5"]);
    assert_eq!(query(|call| call.code(&"x".to_owned().into())), ["code=x"]);
    assert_eq!(query(|call| call.code(&7.into())), ["code=7"]);
}

#[test]
fn lists_are_written_in_their_style() {
    assert_eq!(query(|call| call.ids(["x", "y,z"])), ["ids=x", "ids=y,z"]);
    assert_eq!(query(|call| call.sizes([SeedSize::Small, SeedSize::ExtraLarge])), ["sizes=small", "sizes=extra-large"]);
    assert_eq!(query(|call| call.joined(["x", "y"])), ["joined=x,y"]);
    assert_eq!(query(|call| call.spaced(["x", "y"])), ["spaced=x y"]);
    assert_eq!(query(|call| call.piped([1, 2])), ["piped=1|2"]);
}

#[test]
fn filters_are_never_sent_as_json() {
    let maker = SeedFilterMaker::new().with_name("Ada").with_years([2024, 2025]);
    let filter =
        SeedFilter::new().with_organic(false).with_colors(["red", "blue"]).with_maker(maker).with_size(SeedSize::Small);
    let mut sent = query(|call| call.filter(&filter));
    sent.sort();
    assert_eq!(
        sent,
        [
            "filter[colors]=blue",
            "filter[colors]=red",
            "filter[maker][name]=Ada",
            "filter[maker][years]=2024",
            "filter[maker][years]=2025",
            "filter[organic]=false",
            "filter[size]=small",
        ]
    );
    let server = server();
    let error = server.client().find_seeds("clay", 1.5).filter(&SeedFilter::new()).send().unwrap_err();
    assert!(error.to_string().contains("filter"), "{error}");
    assert!(server.take().is_empty());
}

#[test]
fn required_parameters_are_arguments_unless_they_have_a_default() {
    let server = server();
    server.client().find_seeds("red clay", 0.1).send().unwrap();
    assert_eq!(server.only().raw_query(), "soil=red%20clay&depth=0.1&mode=plain");
    server.client().find_seeds("clay", 2.0).mode("fast").send().unwrap();
    let request = server.only();
    assert_eq!(
        request.query().iter().filter(|(name, _)| name == "mode").collect::<Vec<_>>(),
        [&("mode".into(), "fast".into())]
    );
}

#[test]
fn path_parameters_are_typed_and_in_the_order_of_the_path() {
    let server = server();
    let call = server.client().get_seed_place(3, true, SeedSize::ExtraLarge, "s/1", "a b");
    call.send().unwrap();
    assert_eq!(server.only().path(), "/rows/3/true/extra-large/seeds/s%2F1/a%20b");
    let id = SeedId::from("s2");
    server.client().get_seed_place(-1, false, SeedSize::Small, &id, String::from("n")).send().unwrap();
    assert_eq!(server.only().path(), "/rows/-1/false/small/seeds/s2/n");
}

#[test]
fn lists_and_times_are_path_parameters_and_maps_are_filters() {
    let server = server();
    let labels =
        std::collections::BTreeMap::from([("a".to_owned(), "1".to_owned()), ("b c".to_owned(), "2".to_owned())]);
    let call = server.client().get_batches(["x", "y/z"], Time::from("2026-01-02T03:04:05Z"), 7).labels(&labels);
    call.flat(&FlatFilter::new().with_wet(true)).send().unwrap();
    let request = server.only();
    assert_eq!(decode(request.path()), "/batches/x,y/z/2026-01-02T03:04:05Z");
    assert!(request.path().contains("y%2Fz"), "{}", request.path());
    assert_eq!(decode(request.raw_query()), "labels[a]=1&labels[b c]=2&wet=true");
    assert_eq!(request.header("count"), Some("7"));
}

#[test]
fn header_and_cookie_parameters_are_sent() {
    let cookies = |request: &Request| {
        let mut pairs: Vec<String> = request.header("Cookie").unwrap().split("; ").map(decode).collect();
        pairs.sort();
        pairs
    };
    let server = server();
    server.client().send_headers("t1", "s1").send().unwrap();
    let request = server.only();
    assert_eq!((request.header("X-Trace-Id"), request.header("X-Depth")), (Some("t1"), None));
    assert_eq!(cookies(&request), ["session=s1"]);
    server
        .client()
        .send_headers("t1", "s1")
        .x_depth(4)
        .x_tags(["a", "b"])
        .theme(SendHeadersTheme::Dark)
        .send()
        .unwrap();
    let request = server.only();
    assert_eq!(
        (request.header("X-Depth"), request.header("X-Tags").map(|tags| tags.replace(' ', ""))),
        (Some("4"), Some("a,b".into()))
    );
    assert_eq!(cookies(&request), ["session=s1", "theme=dark"]);
    let error = server.client().send_headers("a\nb", "s1").send().unwrap_err();
    assert!(error.to_string().contains("X-Trace-Id"), "{error}");
}

#[test]
fn parameters_with_json_content_are_sent_as_json() {
    let server = server();
    let filter = SeedFilter::new().with_organic(true).with_colors(["red", "blue"]);
    server.client().search_seeds(["a b", "c"], &filter).send().unwrap();
    let request = server.only();
    assert_eq!(decode(request.path()), r#"/searches/["a b","c"]"#);
    assert_eq!(decode(request.raw_query()), r#"filter={"organic":true,"colors":["red","blue"]}"#);
    let order = SearchSeedsOrder::new().with_by("color").with_down(true);
    let call = server.client().search_seeds(["a"], &filter).order(&order).any([("k", 1)]).name("x").least(7).note("n");
    let views = std::collections::BTreeMap::from([("rows".to_owned(), 3)]);
    call.x_hint(serde_json::json!({"city": "Zürich"})).view(&views).send().unwrap();
    let request = server.only();
    let value = |name: &str| request.query().iter().find(|(key, _)| key == name).unwrap().1.clone();
    assert_eq!(value("order"), r#"{"by":"color","down":true}"#);
    assert_eq!([value("any"), value("name"), value("least"), value("note")], [r#"{"k":1}"#, r#""x""#, "7", "n"]);
    assert_eq!(request.header("X-Hint"), Some(r#"{"city":"Z\u00fcrich"}"#));
    assert_eq!(request.header("Cookie").map(decode).as_deref(), Some(r#"view={"rows":3}"#));
}

#[test]
fn taken_names_get_others() {
    let server = server();
    let call = server.client().taken_names("t", "s", "b");
    let call = call.send_parameter("1").header_2("2").timeout_parameter(3).iter_parameter(false);
    call.match_("4").gen_("5").n2fa("6").same_name("7").same_name_parameter("8").send().unwrap();
    let request = server.only();
    assert_eq!(request.path(), "/taken/t/s");
    assert_eq!(
        request.raw_query(),
        "body=b&send=1&header=2&timeout=3&iter=false&match=4&gen=5&2fa=6&same-name=7&same_name=8"
    );
}
