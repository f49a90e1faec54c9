//! Signed tokens, verified by another library, and clients that renew them.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::support::expect::{Fails, kind, printed};
use crate::support::server::{APP, KEY_ID, KEY_SECRET, Request, Server, USER, json, refusal, response};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use ring::hmac;
use serde_json::{Value, json as object};
use sunshine_conversations::{ApiClient, Credentials, Error, ErrorKind, JwtScope, JwtSigner, UserJwt};

/// 2026-11-24T12:00:00Z.
const NOON: u64 = 1_795_521_600;

fn signer() -> JwtSigner {
    JwtSigner::new(KEY_ID, KEY_SECRET)
}

/// A clock that only changes when it is set, in milliseconds since 1970.
#[derive(Clone)]
struct Clock(Arc<AtomicU64>);

impl Clock {
    fn at(seconds: u64) -> Self {
        Self(Arc::new(AtomicU64::new(seconds * 1000)))
    }

    fn set(&self, milliseconds: u64) {
        self.0.store(milliseconds, Ordering::SeqCst);
    }

    fn signer(&self, lifetime: Duration) -> JwtSigner {
        let time = Arc::clone(&self.0);
        signer().lifetime(lifetime).clock(move || UNIX_EPOCH + Duration::from_millis(time.load(Ordering::SeqCst)))
    }
}

#[derive(Debug)]
struct Token {
    header: Value,
    claims: Value,
}

/// The token, if the signature of another library than the SDK's is the same.
fn verify(token: &str, secret: &str) -> Option<Token> {
    let decode = |part: &str| BASE64_URL_SAFE_NO_PAD.decode(part).ok();
    let (message, signature) = token.rsplit_once('.')?;
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
    hmac::verify(&key, message.as_bytes(), &decode(signature)?).ok()?;
    let (header, claims) = message.split_once('.')?;
    let json = |part: &str| serde_json::from_slice(&decode(part)?).ok();
    Some(Token { header: json(header)?, claims: json(claims)? })
}

/// The claims of a valid token.
#[track_caller]
fn claims(token: &str) -> Value {
    verify(token, KEY_SECRET).expect("a valid token").claims
}

#[track_caller]
fn user_claims(user: UserJwt) -> Value {
    claims(user.sign().unwrap().expose())
}

/// The token in the header of a request.
fn bearer(request: &Request) -> String {
    request.header("authorization").and_then(|value| value.strip_prefix("Bearer ")).expect("a bearer token").to_owned()
}

fn client(server: &Server, credentials: Credentials) -> ApiClient {
    server.builder().credentials(credentials).build().unwrap()
}

/// Responds with an empty user, so that no test depends on a model.
fn server() -> Server {
    Server::always(json(200, r#"{"user":{"id":"1","authenticated":false}}"#))
}

#[test]
fn a_token_has_its_key_id_and_scope() {
    for (scope, name) in
        [(JwtScope::App, "app"), (JwtScope::Account, "account"), (JwtScope::Integration, "integration")]
    {
        let token = signer().sign(scope).unwrap().expose().to_owned();
        let read = verify(&token, KEY_SECRET).unwrap();
        assert_eq!(read.header, object!({"alg": "HS256", "typ": "JWT", "kid": KEY_ID}), "{name}");
        assert_eq!(read.claims, object!({"scope": name}));
        let parts: Vec<&str> = token.split('.').collect();
        let in_base64url = |part: &&str| part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        assert!(parts.len() == 3 && parts.iter().all(in_base64url), "{parts:?}");
    }
}

#[test]
fn another_secret_or_a_changed_token_does_not_verify() {
    let token = signer().sign(JwtScope::App).unwrap().expose().to_owned();
    assert!(verify(&token, "another").is_none());
    let other = signer().sign(JwtScope::Account).unwrap().expose().to_owned();
    let (_, signature) = token.rsplit_once('.').unwrap();
    let (changed, _) = other.rsplit_once('.').unwrap();
    assert!(verify(&format!("{changed}.{signature}"), KEY_SECRET).is_none());
}

#[test]
fn secrets_of_any_length_sign() {
    for length in [1, 31, 32, 63, 64, 65, 128, 300] {
        let secret = "s€".repeat(length).chars().take(length).collect::<String>();
        let token = JwtSigner::new("k", secret.as_str()).sign(JwtScope::App).unwrap().expose().to_owned();
        assert!(verify(&token, &secret).is_some(), "{length}");
        assert!(verify(&token, &format!("{secret}x")).is_none(), "{length}");
    }
}

#[test]
fn a_lifetime_ends_the_token() {
    let clock = Clock::at(NOON);
    let token = clock.signer(Duration::from_secs(3600)).sign(JwtScope::Account).unwrap().expose().to_owned();
    assert_eq!(claims(&token), object!({"scope": "account", "exp": NOON + 3600}));
    // At least the requested lifetime, in full seconds.
    clock.set(NOON * 1000 + 1);
    for (lifetime, left) in [(1000, 2), (1500, 2), (1999, 2), (2000, 3), (60_000, 61)] {
        let token = clock.signer(Duration::from_millis(lifetime)).sign(JwtScope::App).unwrap().expose().to_owned();
        assert_eq!(claims(&token)["exp"], NOON + left, "{lifetime}");
    }
    let hundred_years = Duration::from_secs(36_525 * 86_400);
    let token = clock.signer(hundred_years).sign(JwtScope::App).unwrap().expose().to_owned();
    assert_eq!(claims(&token)["exp"], NOON + 1 + hundred_years.as_secs());
}

#[test]
fn the_default_clock_is_the_systems() {
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let before = now();
    let token = signer().lifetime(Duration::from_secs(600)).sign(JwtScope::App).unwrap().expose().to_owned();
    let end = claims(&token)["exp"].as_u64().unwrap();
    assert!((before + 600..=now() + 601).contains(&end), "{end} from {before}");
}

#[test]
fn a_clock_is_not_read_without_a_lifetime() {
    let signer = signer().clock(|| panic!("the clock was read"));
    assert_eq!(claims(signer.sign(JwtScope::App).unwrap().expose()), object!({"scope": "app"}));
    assert_eq!(user_claims(signer.user("u")), object!({"scope": "user", "external_id": "u"}));
}

#[test]
fn a_users_token_only_has_the_given_claims() {
    let signer = Clock::at(NOON).signer(Duration::from_secs(60));
    assert_eq!(user_claims(signer.user("4711")), object!({"scope": "user", "external_id": "4711", "exp": NOON + 60}));
    let ada = signer.user("4711").name("Ada").email("ada@example.com");
    let mut expected = object!({
        "scope": "user", "external_id": "4711", "exp": NOON + 60, "name": "Ada", "email": "ada@example.com",
    });
    assert_eq!(user_claims(ada.clone()), expected);
    for verified in [true, false] {
        expected["email_verified"] = verified.into();
        assert_eq!(user_claims(ada.clone().email_verified(verified)), expected);
    }
    let token = ada.sign().unwrap().expose().to_owned();
    let header = object!({"alg": "HS256", "typ": "JWT", "kid": KEY_ID});
    assert_eq!(verify(&token, KEY_SECRET).unwrap().header, header);
}

#[test]
fn no_text_breaks_out_of_its_claim() {
    for text in
        [r#"","scope":"app"#, "\\", "\"}", "a\nb\r\0\u{7f}", "Zoë 🦀 中文", "\u{2028}", "</script>", "a.b.c", " "]
    {
        let user = signer().user(text).name(text).email(text).email_verified(false);
        let expected =
            object!({"scope": "user", "external_id": text, "name": text, "email": text, "email_verified": false});
        assert_eq!(user_claims(user), expected, "{text:?}");
        let key_id = format!("k{}k", text.replace(['\r', '\n'], ""));
        let token = JwtSigner::new(&*key_id, KEY_SECRET).sign(JwtScope::App).unwrap().expose().to_owned();
        assert_eq!(verify(&token, KEY_SECRET).unwrap().header["kid"], *key_id);
        assert_eq!(claims(&token), object!({"scope": "app"}));
    }
}

/// Invalid input is rejected with its name.
#[test]
fn invalid_claims_are_rejected_by_name() {
    let before_1970 = || signer().lifetime(Duration::from_secs(9)).clock(|| UNIX_EPOCH - Duration::from_secs(1));
    let signers = [
        (JwtSigner::new("", KEY_SECRET), "key_id"),
        (JwtSigner::new(KEY_ID, ""), "secret"),
        (JwtSigner::new(format!("{KEY_ID}\n"), KEY_SECRET), "key_id"),
        (JwtSigner::new(format!(" {KEY_ID}"), KEY_SECRET), "key_id"),
        (JwtSigner::new(KEY_ID, format!("{KEY_SECRET}\r\n")), "secret"),
        (JwtSigner::new(KEY_ID, format!("\u{feff}{KEY_SECRET}")), "secret"),
        (JwtSigner::new(KEY_ID, "two\nlines"), "secret"),
        (JwtSigner::new(KEY_ID, "\u{a0}"), "secret"),
        (signer().lifetime(Duration::ZERO), "lifetime"),
        (signer().lifetime(Duration::from_millis(999)), "lifetime"),
        (signer().lifetime(Duration::from_secs(36_525 * 86_400 + 1)), "lifetime"),
        (signer().lifetime(Duration::MAX), "lifetime"),
        (before_1970(), "clock"),
    ];
    let refused = |error: Error, parameter: &str| {
        kind(ErrorKind::InvalidInput).parameter(parameter).check(&error);
        assert!(error.to_string().starts_with(&format!("{parameter}: ")), "{error}");
    };
    for (signer, parameter) in signers {
        refused(signer.sign(JwtScope::App).unwrap_err(), parameter);
        refused(signer.user("u").sign().unwrap_err(), parameter);
        let built = ApiClient::builder().subdomain("acme").credentials(Credentials::jwt(signer, JwtScope::App)).build();
        // The clock may be correct later.
        if parameter == "clock" {
            let error = built.unwrap().get_user(APP, USER).send().unwrap_err();
            assert_eq!((error.parameter(), error.operation()), (Some(parameter), Some("GetUser")), "{error}");
        } else {
            let error = built.fails(kind(ErrorKind::Configuration));
            assert!(error.to_string().starts_with(&format!("credentials: {parameter}: ")), "{error}");
        }
    }
    let users = [
        (signer().user(""), "external_id"),
        (signer().user("é".repeat(256)), "external_id"),
        (signer().user("u").name(""), "name"),
        (signer().user("u").email(""), "email"),
        (signer().user("u").email_verified(true), "email_verified"),
        (signer().user("u").email_verified(false), "email_verified"),
    ];
    for (user, parameter) in users {
        refused(user.sign().unwrap_err(), parameter);
    }
    assert!(signer().user("é".repeat(255)).sign().is_ok());
}

#[test]
fn without_a_lifetime_the_client_signs_once() {
    let server = server();
    let api = client(&server, Credentials::jwt(signer(), JwtScope::App));
    for _ in 0..3 {
        api.get_user(APP, USER).send().unwrap();
        api.clone().get_user(APP, USER).send().unwrap();
    }
    let tokens: BTreeSet<String> = server.requests().iter().map(bearer).collect();
    assert_eq!(tokens.len(), 1);
    assert_eq!(claims(tokens.first().unwrap()), object!({"scope": "app"}));
}

/// The expiry of the tokens that a client sends at these times, in milliseconds after noon.
fn ends(lifetime: Duration, times: &[u64]) -> Vec<u64> {
    let server = server();
    let clock = Clock::at(NOON);
    let credentials = Credentials::jwt(clock.signer(lifetime), JwtScope::App);
    for (index, time) in times.iter().enumerate() {
        clock.set(NOON * 1000 + time);
        // A second client changes nothing: the credentials are the same.
        let api = client(&server, credentials.clone());
        assert_eq!(index, server.requests().len());
        api.get_user(APP, USER).send().unwrap();
    }
    server.requests().iter().map(|request| claims(&bearer(request))["exp"].as_u64().unwrap() - NOON).collect()
}

#[test]
fn a_token_is_renewed_a_minute_before_its_end() {
    assert_eq!(
        ends(Duration::from_secs(3600), &[0, 0, 1000, 3_539_999, 3_540_000, 3_541_000, 7_079_999, 7_080_000]),
        [3600, 3600, 3600, 3600, 7140, 7140, 7140, 10680]
    );
    // Also long after its expiry.
    assert_eq!(ends(Duration::from_secs(3600), &[0, 3_600_000, 90_000_000]), [3600, 7200, 93600]);
}

#[test]
fn a_short_lived_token_is_renewed_in_its_last_quarter() {
    assert_eq!(ends(Duration::from_secs(40), &[0, 29_999, 30_000, 59_999, 60_000]), [40, 40, 70, 70, 100]);
    assert_eq!(ends(Duration::from_secs(240), &[0, 179_999, 180_000]), [240, 240, 420]);
    assert_eq!(ends(Duration::from_secs(1), &[0, 749, 750, 1000, 1749, 1750]), [1, 1, 2, 2, 2, 3]);
}

#[test]
fn a_fast_clock_does_not_leave_long_lived_tokens() {
    let hour = 3_600_000;
    assert_eq!(ends(Duration::from_secs(600), &[hour, 0, 1000]), [4200, 600, 600]);
    // A clock that moves back and forth by a second doesn't cause a new token.
    assert_eq!(ends(Duration::from_secs(600), &[10_000, 9000, 10_000]), [610, 610, 610]);
}

thread_local! {
    /// The last time that the clock returned to this thread, in milliseconds.
    static LAST: Cell<u64> = const { Cell::new(0) };
}

#[test]
fn threads_that_share_a_client_send_no_token_that_has_expired() {
    const THREADS: u64 = 16;
    const CALLS: u64 = 40;
    // Each read advances the clock by half a second, so that all threads renew the token repeatedly.
    let time = Arc::new(AtomicU64::new(NOON * 1000));
    let clock = move || {
        let now = time.fetch_add(500, Ordering::SeqCst);
        LAST.set(now);
        UNIX_EPOCH + Duration::from_millis(now)
    };
    let server = Server::handle(|request| json(200, object!({"token": bearer(request)}).to_string()));
    let signer = signer().lifetime(Duration::from_secs(40)).clock(clock);
    let api = client(&server, Credentials::jwt(signer, JwtScope::App));
    let sent: BTreeSet<String> = thread::scope(|scope| {
        let call = |api: ApiClient| {
            let response = api.request(sunshine_conversations::http::Method::GET, "/v2/x").send().unwrap();
            let token: String = response.get("token").unwrap().unwrap();
            let end = claims(&token)["exp"].as_u64().unwrap() * 1000;
            let last = LAST.get();
            assert!(end > last + 10_000, "{end} at {last}: in its last quarter");
            assert!(end <= last + 101_000, "{end} at {last}");
            token
        };
        let work = |_| {
            let api = api.clone();
            scope.spawn(move || (0..CALLS).map(|_| call(api.clone())).collect::<Vec<_>>())
        };
        let threads: Vec<_> = (0..THREADS).map(work).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    // 320 seconds. A token is used for 31 of them, and for up to 60 more if threads overtake each other.
    assert!(sent.len() >= 4, "{} tokens", sent.len());
    assert_eq!(server.requests().len() as u64, THREADS * CALLS);
}

#[test]
fn a_clock_that_panics_only_fails_one_call() {
    let calls = Arc::new(AtomicU64::new(0));
    let clock = move || {
        assert!(calls.fetch_add(1, Ordering::SeqCst) != 1, "the second look fails");
        UNIX_EPOCH + Duration::from_secs(NOON)
    };
    let server = server();
    let signer = signer().lifetime(Duration::from_secs(600)).clock(clock);
    let api = client(&server, Credentials::jwt(signer, JwtScope::App));
    assert!(api.get_user(APP, USER).send().is_ok());
    let other = api.clone();
    assert!(thread::spawn(move || drop(other.get_user(APP, USER).send())).join().is_err());
    assert!(api.get_user(APP, USER).send().is_ok());
}

// Secrets.

fn everything(error: &Error) -> String {
    format!("{} {:?}", printed(error), error.body())
}

#[test]
fn neither_secret_nor_token_is_printed() {
    let signer = Clock::at(NOON).signer(Duration::from_secs(600));
    let token = signer.sign(JwtScope::App).unwrap().expose().to_owned();
    let server = server();
    let api = client(&server, Credentials::jwt(signer.clone(), JwtScope::App));
    api.get_user(APP, USER).send().unwrap();
    assert_eq!(bearer(&server.request()), &*token);
    let user = signer.user("u").name("Ada");
    let credentials = Credentials::jwt(signer.clone(), JwtScope::App);
    for text in [
        format!("{signer:?} {signer:#?}"),
        format!("{user:?} {user:#?} {:?}", user.sign()),
        format!("{credentials:?} {:?}", ApiClient::builder().credentials(credentials.clone())),
        format!("{api:?} {api:#?} {:?}", api.get_user(APP, USER)),
        format!("{:?}", signer.sign(JwtScope::App).unwrap()),
    ] {
        assert!(!text.contains(KEY_SECRET) && !text.contains("eyJ"), "{text}");
    }
    assert!(format!("{signer:?}").contains(KEY_ID));
    let broken = JwtSigner::new("", KEY_SECRET).sign(JwtScope::App).unwrap_err();
    assert!(!everything(&broken).contains(KEY_SECRET));
}

#[test]
fn an_error_that_quotes_the_token_is_masked() {
    let quotes: [fn(&str) -> Vec<u8>; 4] = [
        |quote| refusal(401, "unauthorized", &format!("bad token {quote}!")),
        |quote| refusal(403, quote, "title"),
        |quote| response(502, &[("Content-Type", "text/html")], format!("<pre>Authorization: Bearer {quote}</pre>")),
        |quote| json(200, format!("<{quote}>")),
    ];
    for quote in quotes {
        let server = Server::handle(move |request| quote(&bearer(request)));
        let clock = Clock::at(NOON);
        let api = client(&server, Credentials::jwt(clock.signer(Duration::from_secs(60)), JwtScope::App));
        for minutes in 0..3 {
            clock.set((NOON + 60 * minutes) * 1000);
            let error = everything(&api.get_user(APP, USER).send().unwrap_err());
            assert!(error.contains("***") && !error.contains("eyJ"), "{error}");
        }
        let server = Server::always(quote(KEY_SECRET));
        let api = client(&server, Credentials::jwt(signer(), JwtScope::App));
        let error = everything(&api.get_user(APP, USER).send().unwrap_err());
        assert!(error.contains("***") && !error.contains(KEY_SECRET), "{error}");
    }
}

/// The client's token is renewed before the response arrives; the sent token must still be masked.
#[test]
fn a_token_that_was_renewed_meanwhile_is_masked() {
    let clock = Clock::at(NOON);
    let signer = clock.signer(Duration::from_secs(60));
    let credentials = Credentials::jwt(signer, JwtScope::App);
    let others = server();
    let other = client(&others, credentials.clone());
    let server = Server::handle(move |request| {
        for minute in 1..4 {
            clock.set((NOON + 60 * minute) * 1000);
            other.get_user(APP, USER).send().unwrap();
        }
        refusal(401, "unauthorized", &format!("bad token {}", bearer(request)))
    });
    let error = everything(&client(&server, credentials).get_user(APP, USER).send().unwrap_err());
    assert_eq!(others.requests().iter().map(bearer).collect::<BTreeSet<_>>().len(), 3);
    assert!(error.contains("***") && !error.contains("eyJ"), "{error}");
}
