//! Paging during inserts and deletions: records that exist throughout are listed once, in order.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crate::common::{Api, id, ids, message};
use serde_json::{Value, json};

/// A listing whose records are made and deleted while it is read.
struct Listing {
    /// With the page size, if it can be set.
    path: String,
    name: &'static str,
    insert: fn(&Api, &Listing) -> String,
    delete: fn(&Api, &Listing, &str),
    /// The owner of the records.
    owner: String,
}

impl Listing {
    /// All pages along the links, with a check of `hasMore`.
    fn walk(&self, api: &Api, start: &str, link: &str) -> Vec<Vec<String>> {
        let separator = if self.path.contains('?') { '&' } else { '?' };
        let mut next = api.url(&format!("{}{separator}{start}", self.path));
        let mut pages = Vec::new();
        loop {
            let page = api.call("GET", &next, None).ok(200);
            pages.push(ids(&page[self.name]));
            match page["links"][link].as_str() {
                Some(url) => url.clone_into(&mut next),
                None => {
                    assert_eq!(page["meta"]["hasMore"], false);
                    return pages;
                }
            }
            assert_eq!(page["meta"]["hasMore"], true);
        }
    }

    /// Reads forwards from the first record and backwards from the last, again and again, while eight threads insert
    /// and delete.
    fn holds(&self, api: &Api) {
        // Between records that stay, others that go.
        let (mut staying, mut going) = (Vec::new(), Vec::new());
        for turn in 0..180 {
            let list = if turn % 3 == 0 { &mut going } else { &mut staying };
            list.push((self.insert)(api, self));
        }
        let (first, last) = (staying[0].clone(), staying[staying.len() - 1].clone());
        let done = AtomicBool::new(false);
        thread::scope(|scope| {
            for own in going.chunks(going.len().div_ceil(8)) {
                let done = &done;
                scope.spawn(move || {
                    let mut own = own.to_vec();
                    while !done.load(Ordering::Relaxed) {
                        if let Some(gone) = own.pop() {
                            (self.delete)(api, self, &gone);
                        }
                        let inserted = (self.insert)(api, self);
                        (self.delete)(api, self, &inserted);
                    }
                });
            }
            let readers = [
                ("page[after]", &first, "next", &staying[1..]),
                ("page[before]", &last, "prev", &staying[..staying.len() - 1]),
            ];
            let readers = readers.map(|(parameter, cursor, link, expected)| {
                scope.spawn(move || {
                    for _ in 0..6 {
                        let mut pages = self.walk(api, &format!("{parameter}={cursor}"), link);
                        assert!(pages.len() > 1, "{}: one page shows nothing", self.name);
                        if link == "prev" {
                            pages.reverse();
                        }
                        let seen = pages.concat();
                        assert!(
                            seen.windows(2).all(|pair| pair[0] < pair[1]),
                            "{}: out of order or doubled",
                            self.name
                        );
                        let seen: Vec<String> = seen.into_iter().filter(|id| expected.contains(id)).collect();
                        assert_eq!(seen, expected, "{}: missed", self.name);
                    }
                })
            });
            // Stops the writers, even if a reader fails.
            let results = readers.map(thread::ScopedJoinHandle::join);
            done.store(true, Ordering::Relaxed);
            results.into_iter().for_each(|result| result.expect("a reader is content"));
        });
    }
}

#[test]
fn clients() {
    let api = Api::start();
    let user = api.user("steve");
    let conversation = api.conversation(&user);
    let listing = Listing {
        path: "/users/steve/clients?page[size]=7".to_owned(),
        name: "clients",
        insert: |api, listing| id(&api.post("/users/steve/clients", api.new_client(&listing.owner)).ok(201)["client"]),
        delete: |api, _, id| drop(api.delete(&format!("/users/steve/clients/{id}")).ok(200)),
        owner: conversation,
    };
    listing.holds(&api);
}

#[test]
fn conversations() {
    let api = Api::start();
    let user = api.user("steve");
    // The default conversation cannot be deleted.
    api.conversation(&user);
    let listing = Listing {
        path: format!("/conversations?filter[userId]={user}&page[size]=7"),
        name: "conversations",
        insert: |api, listing| api.conversation(&listing.owner),
        delete: |api, _, id| drop(api.delete(&format!("/conversations/{id}")).ok(200)),
        owner: user,
    };
    listing.holds(&api);
}

#[test]
fn participants() {
    let api = Api::start();
    let group = api.group();
    let listing = Listing {
        path: format!("/conversations/{group}/participants?page[size]=7"),
        name: "participants",
        insert: |api, listing| {
            let user = id(&api.post("/users", json!({})).ok(201)["user"]);
            id(&api.join(&listing.owner, &user))
        },
        delete: |api, listing, id| {
            drop(api.post(&format!("/conversations/{}/leave", listing.owner), json!({"participantId": id})).ok(200));
        },
        owner: group,
    };
    listing.holds(&api);
}

#[test]
fn messages() {
    let api = Api::start();
    let path = format!("/conversations/{}/messages", api.group());
    let listing = Listing {
        path: path.clone(),
        name: "messages",
        insert: |api, listing| id(&api.post(&listing.owner, message("x")).ok(201)["messages"][0]),
        delete: |api, listing, id| drop(api.delete(&format!("{}/{id}", listing.owner)).ok(200)),
        owner: path,
    };
    listing.holds(&api);
}

/// A cursor is a place between records: it holds when its record goes.
#[test]
fn cursors_outlive_their_records() {
    let api = Api::start();
    let path = format!("/conversations/{}/messages", api.group());
    let posted: Vec<String> = (0..5).map(|_| id(&api.post(&path, message("x")).ok(201)["messages"][0])).collect();
    api.delete(&format!("{path}/{}", posted[2])).ok(200);
    let at = |parameter: &str| -> Value {
        api.get(&format!("{path}?{parameter}={}", posted[2])).ok(200)["messages"].clone()
    };
    assert_eq!(ids(&at("page[after]")), posted[3..]);
    assert_eq!(ids(&at("page[before]")), posted[..2]);
}
