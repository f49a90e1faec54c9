//! Clients, and the paging that all listings share.

use crate::common::{Api, id, ids, is_time};
use serde_json::{Value, json};

/// Creates a user with this many clients, and returns the path of the listing.
fn with_clients(api: &Api, count: usize) -> (String, Vec<String>, impl Fn() -> String) {
    let user = api.user("steve");
    let conversation = api.conversation(&user);
    let clients = (0..count).map(|_| id(&api.client("steve", &conversation))).collect();
    (api.url("/users/steve/clients"), clients, move || id(&api.client("steve", &conversation)))
}

fn get(api: &Api, url: &str) -> Value {
    api.call("GET", url, None).ok(200)
}

/// A client to create: the account on the channel, and the confirmation.
fn new_client(conversation: &str, criteria: Value, confirmation: &str) -> Value {
    json!({"matchCriteria": criteria, "confirmation": {"type": confirmation}, "target": {"conversationId": conversation}})
}

fn number(api: &Api, number: &str) -> Value {
    json!({"type": "twilio", "integrationId": api.channel("twilio"), "phoneNumber": number})
}

fn clients(api: &Api, user: &str) -> Value {
    api.get(&format!("/users/{user}/clients")).ok(200)["clients"].clone()
}

#[test]
fn a_client_is_pending_until_the_user_confirms_it() {
    let api = Api::start();
    let user = api.user("steve");
    let conversation = api.conversation(&user);
    for (confirmation, account) in [("userActivity", "+15145550101"), ("prompt", "+15145550102")] {
        let client =
            api.post("/users/steve/clients", new_client(&conversation, number(&api, account), confirmation)).ok(201);
        let client = client["client"].clone();
        assert_eq!((&client["status"], &client["linkedAt"]), (&json!("pending"), &Value::Null));
        assert_eq!((&client["type"], &client["externalId"]), (&json!("twilio"), &json!(account)));
        assert_eq!(client["integrationId"], api.channel("twilio"));
        assert!(clients(&api, &user).as_array().expect("clients").contains(&client));
        assert_ne!(api.participant(&conversation)["clientAssociations"][0]["clientId"], client["id"]);

        assert!(api.sandbox.confirm_client("unknown", &id(&client)).is_err());
        assert!(api.sandbox.confirm_client("steve", "none").is_err());
        api.sandbox.confirm_client("steve", &id(&client)).expect("done");
        assert!(api.sandbox.confirm_client("steve", &id(&client)).is_err(), "it is confirmed already");
        let all = clients(&api, &user);
        let active = all.as_array().expect("clients").iter().find(|own| own["id"] == client["id"]).expect("the client");
        assert_eq!(active["status"], "active");
        assert!(is_time(&active["linkedAt"]) && is_time(&active["lastSeen"]));
        let primary = json!({"type": "twilio", "clientId": client["id"]});
        assert_eq!(api.participant(&conversation)["clientAssociations"][0], primary);
    }
}

#[test]
fn an_immediate_client_needs_no_confirmation() {
    let api = Api::start();
    let user = api.user("steve");
    let conversation = api.conversation(&user);
    let first = api.client("steve", &conversation);
    assert_eq!(first["status"], "pending");
    let active = clients(&api, &user)[0].clone();
    assert_eq!((&active["id"], &active["status"]), (&first["id"], &json!("active")));
    assert!(is_time(&active["linkedAt"]));

    let mut second = api.new_client(&conversation);
    second["matchCriteria"]["primary"] = json!(false);
    let second = api.post("/users/steve/clients", second).ok(201)["client"].clone();
    let associations = api.participant(&conversation)["clientAssociations"].clone();
    assert_eq!((&associations[0]["clientId"], &associations[1]["clientId"]), (&first["id"], &second["id"]));

    let path = format!("/users/steve/clients/{}", id(&first));
    assert_eq!(api.delete(&path).ok(200), json!({}));
    let left = json!([{"type": "whatsapp", "clientId": second["id"]}]);
    assert_eq!(api.participant(&conversation)["clientAssociations"], left);
    assert_eq!(ids(&clients(&api, &user)), [id(&second)]);
    api.delete(&path).fails(404, "not_found", "client");
    api.delete(&format!("/users/unknown/clients/{}", id(&second))).fails(404, "not_found", "user");
    api.get("/users/unknown/clients").fails(404, "not_found", "user");
}

#[test]
fn accounts_on_all_four_channels() {
    let api = Api::start();
    let user = api.user("steve");
    let conversation = api.conversation(&user);
    for (kind, key, given, stored) in [
        ("mailgun", "address", "steve@example.org", "steve@example.org"),
        ("messagebird", "phoneNumber", "+1 212-555-2368", "+12125552368"),
        ("twilio", "phoneNumber", "+1 212 555 2368", "+12125552368"),
        ("whatsapp", "phoneNumber", "+12125552368", "+12125552368"),
    ] {
        let criteria = json!({"type": kind, "integrationId": api.channel(kind), key: given});
        let client = api.post("/users/steve/clients", new_client(&conversation, criteria, "prompt")).ok(201);
        assert_eq!((&client["client"]["type"], &client["client"]["externalId"]), (&json!(kind), &json!(stored)));
        let criteria = json!({"type": kind, "integrationId": api.channel(kind), key: "212 555 2368"});
        let wrong = api.post("/users/steve/clients", new_client(&conversation, criteria, "prompt"));
        wrong.fails(400, "bad_request", &format!("/matchCriteria/{key}: "));
    }
    for (integration, title) in
        [("gone".to_owned(), "integration not found"), (api.channel("mailgun"), "has the type mailgun")]
    {
        let criteria = json!({"type": "twilio", "integrationId": integration, "phoneNumber": "+12125552369"});
        let wrong = api.post("/users/steve/clients", new_client(&conversation, criteria, "prompt"));
        wrong.fails(400, "bad_request", &format!("/matchCriteria/integrationId: {title}"));
    }
    assert_eq!(clients(&api, &user).as_array().map(Vec::len), Some(4), "a rejected client isn't stored");
}

#[test]
fn the_same_account_again_is_the_same_client() {
    let api = Api::start();
    let user = api.user("steve");
    let (first, second) = (api.conversation(&user), api.conversation(&user));
    let own = api.post("/users/steve/clients", new_client(&first, number(&api, "+15145550101"), "immediate")).ok(201);
    let again = api.post("/users/steve/clients", new_client(&second, number(&api, "+15145550101"), "prompt")).ok(201);
    api.sandbox.confirm_client("steve", &id(&again["client"])).expect("done");
    assert_eq!(ids(&clients(&api, &user)), [id(&own["client"])]);
    for conversation in [first, second] {
        assert_eq!(api.participant(&conversation)["clientAssociations"][0]["clientId"], own["client"]["id"]);
    }
}

#[test]
fn an_account_of_an_anonymous_user_merges_the_two() {
    let api = Api::start();
    let anonymous = id(&api.post("/users", json!({"profile": {"givenName": "S"}})).ok(201)["user"]);
    let theirs = api.conversation(&anonymous);
    let old = api
        .post(&format!("/users/{anonymous}/clients"), new_client(&theirs, number(&api, "+15145550101"), "immediate"));
    let old = id(&old.ok(201)["client"]);
    let steve = api.user("steve");
    let conversation = api.conversation(&steve);
    let new =
        api.post("/users/steve/clients", new_client(&conversation, number(&api, "+15145550101"), "prompt")).ok(201);
    assert_eq!(clients(&api, &anonymous).as_array().map(Vec::len), Some(1), "pending changes nothing yet");
    api.sandbox.confirm_client("steve", &id(&new["client"])).expect("done");
    assert_eq!(clients(&api, &steve)[0]["id"], json!(old));
    assert_eq!(clients(&api, &steve).as_array().map(Vec::len), Some(1));
    assert_eq!(api.participant(&conversation)["clientAssociations"][0]["clientId"], json!(old));
    assert_eq!(api.get("/users/steve").ok(200)["user"]["profile"]["givenName"], "S");
    api.get(&format!("/users/{anonymous}")).fails(404, "not_found", "user");
}

#[test]
fn another_users_account_moves() {
    let api = Api::start();
    let (steve, sue) = (api.user("steve"), api.user("sue"));
    let (of_steve, of_sue) = (api.conversation(&steve), api.conversation(&sue));
    api.post("/users/sue/clients", new_client(&of_sue, number(&api, "+15145550101"), "immediate")).ok(201);
    let new =
        api.post("/users/steve/clients", new_client(&of_steve, number(&api, "+15145550101"), "immediate")).ok(201);
    assert_eq!(ids(&clients(&api, &steve)), [id(&new["client"])]);
    assert_eq!(clients(&api, &sue), json!([]));
    assert_eq!(api.participant(&of_sue)["clientAssociations"], json!([]));
    api.get("/users/sue").ok(200);
}

#[test]
fn an_anonymous_user_who_confirms_becomes_who_has_the_account() {
    let api = Api::start();
    let sue = api.user("sue");
    let of_sue = api.conversation(&sue);
    api.post("/users/sue/clients", new_client(&of_sue, number(&api, "+15145550101"), "immediate")).ok(201);
    let anonymous = id(&api.post("/users", json!({})).ok(201)["user"]);
    let conversation = api.conversation(&anonymous);
    let path = format!("/users/{anonymous}/clients");
    api.post(&path, new_client(&conversation, number(&api, "+15145550101"), "immediate")).ok(201);
    assert_eq!(id(&api.get("/users/sue").ok(200)["user"]), anonymous);
    api.get(&format!("/users/{sue}")).fails(404, "not_found", "user");
}

#[test]
fn errors_in_a_new_client_name_the_field() {
    let api = Api::start();
    let user = api.user("steve");
    let (conversation, group) = (api.conversation(&user), api.group());
    let create = |body: Value| api.post("/users/steve/clients", body);
    let plain = new_client(&conversation, number(&api, "+15145550101"), "prompt");
    create(new_client(&group, number(&api, "+15145550101"), "prompt")).fails(
        400,
        "bad_request",
        "/target/conversationId: ",
    );
    create(new_client(&conversation, number(&api, "+15145550101"), "never")).fails(
        400,
        "bad_request",
        "/confirmation/type: ",
    );
    create(json!({})).fails(400, "bad_request", "/confirmation: is required");
    create(json!({})).fails(400, "bad_request", "/target: is required");
    for missing in ["+", "15145550101", "+1514555010x", "+123456", "+1234567890123456"] {
        let response = create(new_client(&conversation, number(&api, missing), "prompt"));
        response.fails(400, "bad_request", "/matchCriteria/phoneNumber: must be");
    }
    let url = "https://example.org/x.png";
    let link = json!({"type": "link", "text": "x", "uri": url});
    let cases = [
        (json!({"type": "list", "items": [{"title": "x", "actions": [link]}]}), "/confirmation/message/content/type: "),
        (json!({"type": "text"}), "/confirmation/message/content/text: "),
        (
            json!({"type": "text", "text": "x", "actions": [link, {"type": "reply", "text": "x", "payload": "x"}]}),
            "/confirmation/message/content/actions/1/type: must be link",
        ),
    ];
    for (content, place) in cases {
        let mut body = plain.clone();
        body["confirmation"]["message"] = json!({"author": {"type": "business"}, "content": content});
        create(body).fails(400, "bad_request", place);
    }
    let mut body = plain.clone();
    body["confirmation"]["message"] = json!({"author": {"type": "user"}, "content": {"type": "text", "text": "x"}});
    create(body).fails(400, "bad_request", "/confirmation/message/author: must have exactly one");
    assert_eq!(clients(&api, &user), json!([]));

    let mut body = plain;
    let content = json!({"type": "image", "mediaUrl": url, "actions": [link]});
    body["confirmation"]["message"] = json!({"author": {"type": "business"}, "content": content});
    create(body).ok(201);
    let messages = api.get(&format!("/conversations/{conversation}/messages")).ok(200);
    assert_eq!(messages["messages"], json!([]), "the confirmation message isn't in the conversation");
}

#[test]
fn a_conversation_that_is_gone_does_not_keep_a_client_from_being_confirmed() {
    let api = Api::start();
    let user = api.user("steve");
    api.conversation(&user);
    let second = api.conversation(&user);
    let new = api.post("/users/steve/clients", new_client(&second, number(&api, "+15145550101"), "prompt")).ok(201);
    api.delete(&format!("/conversations/{second}")).ok(200);
    api.sandbox.confirm_client("steve", &id(&new["client"])).expect("done");
    assert_eq!(clients(&api, &user)[0]["status"], "active");
}

#[test]
fn the_discriminator_selects_the_schema() {
    let api = Api::start();
    api.user("steve");
    let create = |criteria: Value| {
        let mut body = api.new_client("029c31f25a21b47effd7be90");
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
fn paging_forward_during_inserts() {
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
fn paging_backward_during_inserts() {
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
    let conversation = api.conversation(&id(&user["user"]));
    let path = "/users/a%20b/clients?brandId=94+77";
    (0..3).for_each(|_| drop(api.post(path, api.new_client(&conversation)).ok(201)));
    let page = api.get(&format!("{path}&page[size]=1")).ok(200);
    let second = get(&api, page["links"]["next"].as_str().expect("a link"));
    let back = get(&api, second["links"]["prev"].as_str().expect("a link"));
    assert_eq!(second["clients"].as_array().map(Vec::len), Some(1));
    assert_eq!(back["clients"], page["clients"]);
    assert_ne!(second["clients"], page["clients"]);
    assert_eq!(user["user"]["brandId"], "94 77");
}
