use std::any::{Any, TypeId};
use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use sunshine_conversations::AsId;
use sunshine_conversations::models::*;

use crate::server::Server;

fn type_of<T: Any>(_: &T) -> TypeId {
    TypeId::of::<T>()
}

#[test]
fn ids_have_the_type_of_their_record() {
    let text = r#"{"vote":{"id":"v","pollId":"p","voterId":"w","externalId":"e","originalVoteId":"o","choiceId":"c"}}"#;
    let server = Server::responding(text);
    let vote = server.client().get_vote("p", "v").send().unwrap().vote;
    let _: (&VoteId, &Option<PollId>, &Option<VoterId>) = (&vote.id, &vote.poll_id, &vote.voter_id);
    assert_ne!(type_of(&vote.id), TypeId::of::<PollId>());
    // Exceptions, and fields that aren't named after a record.
    let _: [&Option<String>; 4] =
        [&vote.external_id, &vote.original_vote_id, &vote.facebook_poll_id, &vote.choice_id];
    let _: &Option<PollId> = &vote.next_poll_id;
    assert_eq!(serde_json::to_string(&vote).unwrap(), &text[8..text.len() - 1]);
}

#[test]
fn lists_and_queries_have_typed_ids() {
    let server = Server::responding(r#"{"votes":[{"id":"v","pollIds":["p","q"]}]}"#);
    let poll = PollId::from("p");
    let call = server.client().find_votes().poll_id(&poll).voter_ids(["w", "x"]);
    let vote = call.iter().next().unwrap().unwrap();
    assert_eq!(server.only().raw_query(), "pollId=p&voterIds=w&voterIds=x");
    let ids: Option<Vec<PollId>> = vote.poll_ids;
    assert_eq!(ids.unwrap(), ["p", "q"]);
    server.client().find_votes().poll_id("p").voter_ids([VoterId::from("w")]).send().unwrap();
}

#[test]
fn parameters_accept_typed_ids_and_text() {
    let server = Server::responding(r#"{"vote":{"id":"v"}}"#);
    let api = server.client();
    let (poll, vote) = (PollId::from("p"), VoteId::from("v"));
    api.get_vote(&poll, &vote).send().unwrap();
    api.get_vote(poll.clone(), "v").send().unwrap();
    api.get_vote("p".to_owned(), Cow::Borrowed("v")).send().unwrap();
    api.get_vote(&"p".to_owned(), &"v").send().unwrap();
    assert!(server.take().iter().all(|request| request.path() == "/polls/p/votes/v"));
    let server = Server::responding(r#"{"voter":{"id":"w"}}"#);
    let voter = server.client().get_voter("external").send().unwrap().voter;
    server.client().get_voter(&voter.id).send().unwrap();
    assert_eq!(server.take().last().unwrap().path(), "/voters/w");
}

/// Used if the implementation doesn't exist: an ID of one kind isn't accepted for another.
struct Accepts<T, K>(std::marker::PhantomData<(T, K)>);

trait Rejected {
    const ACCEPTED: bool = false;
}

impl<T, K> Rejected for Accepts<T, K> {}

impl<T: AsId<K>, K> Accepts<T, K> {
    const ACCEPTED: bool = true;
}

#[test]
fn ids_of_other_kinds_do_not_compile() {
    const {
        assert!(Accepts::<&PollId, kind::Poll>::ACCEPTED);
        assert!(Accepts::<&str, kind::Poll>::ACCEPTED);
        assert!(!Accepts::<&VoteId, kind::Poll>::ACCEPTED);
        assert!(!Accepts::<VoterId, kind::Poll>::ACCEPTED);
    }
}

#[test]
fn ids_behave_like_text() {
    let id = PollId::from("p1");
    assert!(id == "p1" && "p1" == id && id == "p1".to_owned() && id.starts_with('p'));
    assert_eq!(
        (id.to_string(), format!("{id:?}"), serde_json::to_string(&id).unwrap()),
        ("p1".into(), "\"p1\"".into(), "\"p1\"".into())
    );
    assert_eq!(HashMap::from([(id.clone(), 1)]).get("p1"), Some(&1));
    assert_eq!(BTreeSet::from([PollId::from("b"), PollId::from("a")]).first().unwrap(), "a");
    let poll: Poll = serde_json::from_str(r#"{"id":"p1"}"#).unwrap();
    assert_eq!(poll.id, id);
}
