//! Clients, and the paging that all listings share.

mod common;

use common::{Api, client, id, ids};
use serde_json::{Value, json};

/// A user with so many clients, and the path of the listing.
fn with_clients(api: &Api, count: usize) -> (String, Vec<String>, impl Fn() -> String) {
    let user = api.user("steve");
    let conversation = api.conversation(&user);
    let clients = (0..count).map(|_| id(&api.client("steve", &conversation))).collect();
    (api.url("/users/steve/clients"), clients, move || id(&api.client("steve", &conversation)))
}

fn get(api: &Api, url: &str) -> Value {
    api.call("GET", url, None).ok(200)
}

#[test]
fn a_client_is_pending_at_first() {
    let api = Api::start();
    let user = api.user("steve");
    let conversation = api.conversation(&user);
    let client = api.client("steve", &conversation);
    assert_eq!(client["status"], "pending");
    assert_eq!((&client["type"], &client["externalId"]), (&json!("whatsapp"), &json!("+15145550100")));
    assert_eq!(api.get(&format!("/users/{user}/clients")).ok(200)["clients"], json!([client]));
    let path = format!("/users/steve/clients/{}", id(&client));
    assert_eq!(api.delete(&path).ok(200), json!({}));
    api.delete(&path).fails(404, "not_found", "client");
    api.get("/users/nobody/clients").fails(404, "not_found", "user");
}

#[test]
fn the_discriminator_picks_what_is_checked() {
    let api = Api::start();
    api.user("steve");
    let create = |criteria: Value| {
        let mut body = client("029c31f25a21b47effd7be90");
        body["matchCriteria"] = criteria;
        api.post("/users/steve/clients", body)
    };
    let whatsapp = json!({"type": "whatsapp", "integrationId": "x"});
    create(whatsapp).fails(400, "bad_request", "/matchCriteria/phoneNumber: is required");
    create(json!({"type": "mailgun"})).fails(400, "bad_request", "/matchCriteria/address: is required");
    create(json!({"type": "mailgun"})).fails(400, "bad_request", "/matchCriteria/integrationId: is required");
    create(json!({"type": "fax"})).fails(400, "bad_request", "/matchCriteria/type: ");
    create(json!({})).fails(400, "bad_request", "/matchCriteria/type: is required");
    create(json!(5)).fails(400, "bad_request", "/matchCriteria: ");
    let mailgun = json!({"type": "mailgun", "integrationId": "x", "address": "steve@example.org"});
    create(mailgun).fails(404, "not_found", "conversation");
}

#[test]
fn pages_forward_while_records_come() {
    let api = Api::start();
    let (url, mut expected, insert) = with_clients(&api, 250);
    let (mut seen, mut next) = (Vec::new(), format!("{url}?page[size]=100"));
    for turn in 0.. {
        let page = get(&api, &next);
        seen.extend(ids(&page["clients"]));
        assert_eq!(page["meta"].get("beforeCursor").is_some(), turn > 0);
        assert_eq!(page["links"].get("prev").is_some(), turn > 0);
        if page["meta"]["hasMore"] == false {
            assert!(page["meta"].get("afterCursor").is_none() && page["links"].get("next").is_none());
            break;
        }
        assert_eq!(page["meta"]["afterCursor"], *seen.last().expect("a client"));
        next = page["links"]["next"].as_str().expect("a link").to_owned();
        expected.push(insert());
    }
    assert_eq!(expected.len(), 252);
    assert_eq!(seen, expected);
}

#[test]
fn pages_backward_while_records_come() {
    let api = Api::start();
    let (url, expected, insert) = with_clients(&api, 250);
    let last = insert();
    let (mut seen, mut next) = (Vec::new(), format!("{url}?page[before]={last}&page[size]=40"));
    loop {
        let page = get(&api, &next);
        seen.splice(0..0, ids(&page["clients"]));
        if page["meta"]["hasMore"] == false {
            break;
        }
        assert_eq!(page["meta"]["beforeCursor"], seen[0]);
        next = page["links"]["prev"].as_str().expect("a link").to_owned();
        insert();
    }
    assert_eq!(seen, expected);
}

#[test]
fn pages_while_records_go() {
    let api = Api::start();
    let (url, expected, _) = with_clients(&api, 60);
    let (mut seen, mut next) = (Vec::new(), url.clone());
    loop {
        let page = get(&api, &next);
        let clients = ids(&page["clients"]);
        clients.iter().for_each(|id| drop(api.delete(&format!("/users/steve/clients/{id}")).ok(200)));
        seen.extend(clients);
        let Some(cursor) = page["meta"]["afterCursor"].as_str() else { break };
        next = format!("{url}?page[after]={cursor}");
    }
    assert_eq!(seen, expected);
}

#[test]
fn sizes_and_ends() {
    let api = Api::start();
    let (url, clients, _) = with_clients(&api, 30);
    assert_eq!(ids(&get(&api, &url)["clients"]), clients[..25]);
    assert_eq!(ids(&get(&api, &format!("{url}?page[size]=1"))["clients"]), clients[..1]);
    let (first, last) = (&clients[0], &clients[29]);
    for end in [format!("page[after]={last}"), format!("page[before]={first}")] {
        let page = get(&api, &format!("{url}?{end}"));
        assert_eq!(page, json!({"clients": [], "meta": {"hasMore": false}, "links": {}}));
    }
}

#[test]
fn wrong_pages_are_named() {
    let api = Api::start();
    let (url, clients, _) = with_clients(&api, 1);
    let cursor = &clients[0];
    let cases = [
        ("page[size]=0".to_owned(), "page[size]: "),
        ("page[size]=101".to_owned(), "page[size]: "),
        ("page[size]=ten".to_owned(), "page[size]: "),
        ("page=%7B%22size%22%3A10%7D".to_owned(), "page: "),
        ("page[after]=abc".to_owned(), "page[after]: "),
        ("page[after]=000000000000000000000000".to_owned(), "page[after]: unknown cursor"),
        ("page[before]=000000000000000000000000".to_owned(), "page[before]: unknown cursor"),
        (format!("page[after]={cursor}&page[before]={cursor}"), "page[after]: not together"),
    ];
    for (query, place) in cases {
        api.call("GET", &format!("{url}?{query}"), None).fails(400, "bad_request", place);
    }
}

#[test]
fn links_keep_the_other_parameters() {
    let api = Api::start();
    let user = api.post("/users", json!({"externalId": "a b", "brandId": "94 77"})).ok(201);
    let conversation = api.group();
    let path = "/users/a%20b/clients?brandId=94+77";
    (0..3).for_each(|_| drop(api.post(path, client(&conversation)).ok(201)));
    let page = api.get(&format!("{path}&page[size]=1")).ok(200);
    let second = get(&api, page["links"]["next"].as_str().expect("a link"));
    let back = get(&api, second["links"]["prev"].as_str().expect("a link"));
    assert_eq!(second["clients"].as_array().map(Vec::len), Some(1));
    assert_eq!(back["clients"], page["clients"]);
    assert_ne!(second["clients"], page["clients"]);
    assert_eq!(user["user"]["brandId"], "94 77");
}
