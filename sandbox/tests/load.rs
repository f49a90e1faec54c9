//! Many clients at once, and many records.

use std::collections::BTreeSet;
use std::thread;
use std::time::{Duration, Instant};

use crate::common::{Api, id, ids, message};
use serde_json::{Value, json};

/// Generous for slow machines, but quadratic searches fail.
const LONG: Duration = Duration::from_secs(120);

#[test]
fn sixty_four_threads_leave_a_consistent_state() {
    const THREADS: usize = 64;
    const POSTS: usize = 12;
    let api = Api::start();
    let (start, group) = (Instant::now(), api.group());
    let shared = api.user("shared");
    let ids_made: Vec<Vec<String>> = thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|number| {
                let (api, group, shared) = (&api, &group, &shared);
                scope.spawn(move || one_of_many(api, number, group, shared, POSTS))
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().expect("no thread fails")).collect()
    });
    assert!(start.elapsed() < LONG, "{:?}", start.elapsed());

    let all: Vec<&String> = ids_made.iter().flatten().collect();
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "an id was given twice");
    let mut seen = Vec::new();
    let mut next = Some(api.url(&format!("/conversations/{group}/messages")));
    while let Some(url) = next {
        let page = api.call("GET", &url, None).ok(200);
        seen.splice(0..0, ids(&page["messages"]));
        next = page["links"]["prev"].as_str().map(str::to_owned);
    }
    assert_eq!(seen.len(), THREADS * POSTS);
    assert!(seen.is_sorted() && seen.iter().all(|id| all.contains(&id)));

    // Every other user is deleted; the remaining ones are in the group, each once.
    let mut members = BTreeSet::new();
    let mut next = Some(api.url(&format!("/conversations/{group}/participants?page[size]=100")));
    while let Some(url) = next {
        let page = api.call("GET", &url, None).ok(200);
        for participant in page["participants"].as_array().expect("participants") {
            assert!(members.insert(participant["userExternalId"].as_str().expect("an id").to_owned()));
            let joined = id(participant);
            let later = seen.iter().filter(|message| **message > joined).count();
            assert_eq!(participant["unreadCount"], later, "every post after it joined counts once");
        }
        next = page["links"]["next"].as_str().map(str::to_owned);
    }
    let expected: BTreeSet<String> = (0..THREADS).filter(|n| n % 2 == 1).map(|n| format!("user {n}")).collect();
    assert_eq!(members, expected);
    for number in 0..THREADS {
        let user = api.get(&format!("/users/user%20{number}"));
        if number % 2 == 0 {
            user.fails(404, "not_found", "user");
        } else {
            let filter = format!("/conversations?filter[userExternalId]=user%20{number}");
            let conversations = api.get(&filter).ok(200)["conversations"].clone();
            let defaults =
                conversations.as_array().expect("a list").iter().filter(|own| own["isDefault"] == true).count();
            assert_eq!((ids(&conversations).len(), defaults), (2, 1), "{conversations}");
            assert_eq!(user.ok(200)["user"]["metadata"], json!({"turn": POSTS - 1}));
        }
    }
    // All threads competed for one external ID: one user has it, with one default conversation.
    let filter = format!("/conversations?filter[userId]={shared}&page[size]=100");
    let conversations = api.get(&filter).ok(200)["conversations"].clone();
    let defaults = conversations.as_array().expect("a list").iter().filter(|own| own["isDefault"] == true).count();
    assert_eq!((ids(&conversations).len(), defaults), (THREADS, 1));
}

/// The work of each thread. Returns the IDs it received.
fn one_of_many(api: &Api, number: usize, group: &str, shared: &str, posts: usize) -> Vec<String> {
    let name = format!("user {number}");
    api.post("/users", json!({"externalId": "shared"})).fails(409, "conflict", "externalId");
    let user = api.user(&name);
    let mut made = vec![user.clone(), api.conversation(shared)];
    made.push(id(&api.join(group, &user)));
    let own = api.conversation(&user);
    made.push(id(&api.client(&user, &own)));
    let path = format!("/conversations/{group}/messages");
    for turn in 0..posts {
        made.push(id(&api.post(&path, message(&format!("{number}"))).ok(201)["messages"][0]));
        let mine = json!({"author": {"type": "user", "userId": user}, "content": {"type": "text", "text": "x"}});
        made.push(id(&api.post(&format!("/conversations/{own}/messages"), mine).ok(201)["messages"][0]));
        api.patch(&format!("/users/{user}"), json!({"metadata": {"turn": turn}})).ok(200);
        let messages = api.get(&format!("/conversations/{own}/messages")).ok(200)["messages"].clone();
        assert_eq!(ids(&messages).len(), turn + 1);
    }
    if number.is_multiple_of(2) {
        api.delete(&format!("/users/{user}")).ok(200);
    }
    made.push(own);
    made
}

/// `cargo test --release --test integration load:: -- --ignored --nocapture`
#[test]
#[ignore = "a measurement"]
fn a_thousand_users_with_a_hundred_messages_each() {
    let api = Api::start();
    let start = Instant::now();
    load(&api, 1_000, 100, 16);
    println!("1,000 users with 100 messages each: {:.1} s", start.elapsed().as_secs_f64());
    let start = Instant::now();
    for number in 0..1_000 {
        let filter = format!("/conversations?filter[userExternalId]=user%20{number}");
        let conversation = api.get(&filter).ok(200)["conversations"][0].clone();
        let page = api.get(&format!("/conversations/{}/messages", id(&conversation))).ok(200);
        assert_eq!((ids(&page["messages"]).len(), &page["meta"]["hasMore"]), (100, &Value::Bool(false)));
    }
    println!("read by external id, one after the other: {:.1} s", start.elapsed().as_secs_f64());
}

fn load(api: &Api, users: usize, messages: usize, threads: usize) {
    thread::scope(|scope| {
        for thread in 0..threads {
            scope.spawn(move || {
                for number in (thread..users).step_by(threads) {
                    let user = api.user(&format!("user {number}"));
                    let conversation = api.conversation(&user);
                    (0..messages).for_each(|_| drop(api.message(&conversation, "Hello!")));
                }
            });
        }
    });
}
