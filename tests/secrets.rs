//! Searches everything printable for a secret that is planted in every possible place.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::fs;
use std::path::Path;
use std::time::Duration;

use crate::support::expect::printed;
use crate::support::server::{APP, CONVERSATION, KEY_ID, KEY_SECRET, Server, Step, USER, json, refusal, response};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sunshine_conversations::http::Method;
use sunshine_conversations::models::*;
use sunshine_conversations::{
    ApiClient, Call, Credentials, Error, ErrorKind, Json, JwtScope, JwtSigner, Patch, RetryPolicy, Secret, Upload,
};

/// Occurs nowhere else.
const PLANTED: &str = "pLaNtEd-s3cr3t.VALUE_77";
/// `app_5d8c:hush-7f3a9c`, as Basic authentication sends it.
const BASIC: &str = "YXBwXzVkOGM6aHVzaC03ZjNhOWM=";

#[track_caller]
fn assert_hidden(printed: &str) {
    for secret in [PLANTED, KEY_SECRET, BASIC, BASIC.trim_end_matches('=')] {
        assert!(!printed.contains(secret), "{secret} is in: {printed}");
    }
}

#[track_caller]
fn assert_prints_nothing<T: Debug>(value: &T) {
    assert_hidden(&format!("{value:?}"));
    assert_hidden(&format!("{value:#?}"));
}

#[track_caller]
fn assert_error_hides(error: &Error) {
    assert_hidden(&printed(error));
}

// Fields.

/// The names of secret fields, except those that are only secret in one model.
const SECRET_NAMES: [&str; 28] = [
    "access_token",
    "accessKey",
    "accessTokenKey",
    "accessTokenSecret",
    "accountManagementAccessToken",
    "apiKey",
    "apiSecret",
    "appSecret",
    "authenticationMessageSecret",
    "authToken",
    "certificate",
    "channelAccessToken",
    "channelSecret",
    "client_secret",
    "consumerKey",
    "consumerSecret",
    "key",
    "pageAccessToken",
    "password",
    "privateKey",
    "pushNotificationToken",
    "secret",
    "serverKey",
    "signature",
    "signingKey",
    "switcherSecret",
    "token",
    "webhookSecret",
];

/// The fields that are only secret in one model.
const SECRET_FIELDS: [(&str, &str); 1] = [("TokenRequest", "code")];

/// The fields of the generated models: the model, the field's JSON name, its type.
fn generated_fields() -> Vec<(String, String, String)> {
    let mut fields = Vec::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated/models");
    for entry in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        let mut model = None;
        for line in text.lines() {
            let line = line.trim();
            if let Some(rest) = line.strip_prefix("pub struct ") {
                model = Some(rest.trim_end_matches([' ', '{']).to_owned());
            } else if line == "}" {
                model = None;
            } else if let (Some(model), false) = (&model, line.starts_with(['/', '#'])) {
                // `option access_key: Secret = "accessKey", with_access_key;`
                let (field, rest) = line.split_once(" = \"").unwrap_or_else(|| panic!("{line}"));
                let (_, kind) = field.split_once(": ").unwrap_or_else(|| panic!("{line}"));
                let (name, _) = rest.split_once('"').unwrap_or_else(|| panic!("{line}"));
                fields.push((model.clone(), name.to_owned(), kind.to_owned()));
            }
        }
    }
    assert!(fields.len() > 500, "{} fields", fields.len());
    fields
}

/// A model, printed in both ways and encoded again.
fn print_model<T: DeserializeOwned + Serialize + Debug>(json: &str) -> (String, String) {
    let value: T = serde_json::from_str(json).unwrap_or_else(|e| panic!("{json}: {e}"));
    (format!("{value:?}\n{value:#?}"), serde_json::to_string(&value).unwrap())
}

type Print = fn(&str) -> (String, String);

macro_rules! models {
    ($($model:ident $required:literal)*) => { [$((stringify!($model), $required, print_model::<$model> as Print)),*] };
}

/// Every model with a secret, and its other required fields.
fn models() -> BTreeMap<&'static str, (&'static str, Print)> {
    let models = models! {
        AndroidIntegration r#"{"id":"1"}"#
        AndroidIntegrationUpdate "{}"
        AppKey r#"{"id":"1"}"#
        AppleIntegration r#"{"id":"1"}"#
        AppleInteractiveDataRef r#"{"url":"u","bid":"b","key":"k","signature":"s","owner":"o"}"#
        AppleIntegrationUpdate "{}"
        Device r#"{"id":"1"}"#
        InstagramIntegration r#"{"id":"1"}"#
        InstagramIntegrationUpdate "{}"
        IntegrationKey r#"{"id":"1"}"#
        IosIntegration r#"{"id":"1"}"#
        IosIntegrationUpdate "{}"
        LineIntegration r#"{"id":"1"}"#
        MailgunIntegration r#"{"id":"1"}"#
        MessageBirdIntegration r#"{"id":"1"}"#
        MessengerIntegration r#"{"id":"1"}"#
        MessengerIntegrationUpdate "{}"
        TelegramIntegration r#"{"id":"1"}"#
        TokenRequest r#"{"code":"c","grant_type":"g","client_id":"i","client_secret":"s"}"#
        TokenResponse r#"{"access_token":"t"}"#
        TwilioIntegration r#"{"id":"1"}"#
        TwitterIntegration r#"{"id":"1"}"#
        ViberIntegration r#"{"id":"1"}"#
        Webhook r#"{"id":"1","target":"t","triggers":[]}"#
        WhatsAppIntegrationUpdate "{}"
        WhatsAppIntegration r#"{"id":"1"}"#
    };
    models.into_iter().map(|(name, required, print)| (name, (required, print))).collect()
}

#[test]
fn no_model_prints_a_secret_field() {
    let models = models();
    let mut seen = BTreeSet::new();
    for (model, field, kind) in generated_fields() {
        let secret = kind.contains("Secret") && kind != "SecretUrl";
        // A key may also be a model (`AppKey`) with the secret in one of its fields.
        let listed =
            (SECRET_NAMES.contains(&&*field) && !kind.ends_with("Key")) || SECRET_FIELDS.contains(&(&*model, &*field));
        assert_eq!(secret, listed, "{model}.{field}: {kind}");
        if !secret {
            continue;
        }
        seen.insert(field.clone());
        let (required, print) = models.get(model.as_str()).unwrap_or_else(|| panic!("{model} is missing in this test"));
        let mut json: serde_json::Value = serde_json::from_str(required).unwrap();
        json[&field] = PLANTED.into();
        let (printed, encoded) = print(&json.to_string());
        assert!(encoded.contains(PLANTED), "{model}.{field} was lost: {encoded}");
        assert!(!printed.contains(PLANTED), "{model}.{field}: {printed}");
        assert!(printed.contains("***"), "{model}.{field}: {printed}");
    }
    let all = SECRET_NAMES.into_iter().chain(SECRET_FIELDS.map(|(_, field)| field));
    assert_eq!(seen, all.map(str::to_owned).collect(), "names that no model has");
}

#[test]
#[allow(deprecated, reason = "a deprecated secret must not be printed, either")]
fn constructed_values_print_no_secret() {
    // The API sets this field, so it doesn't have a setter.
    let mut messagebird = MessageBirdIntegration::new(PLANTED, PLANTED, "o");
    messagebird.webhook_secret = Some(PLANTED.into());
    let integrations: [Integration; 11] = [
        AndroidIntegration::new().with_server_key(PLANTED).with_private_key(PLANTED).into(),
        AppleIntegration::new("business", PLANTED, "msp").with_authentication_message_secret(PLANTED).into(),
        InstagramIntegration::new(PLANTED, "app", PLANTED).into(),
        IosIntegration::new().with_certificate(PLANTED).with_password(PLANTED).into(),
        MailgunIntegration::new(PLANTED, "example.com", "a@example.com").with_signing_key(PLANTED).into(),
        messagebird.into(),
        MessengerIntegration::new(PLANTED, "app", PLANTED).into(),
        TelegramIntegration::new(PLANTED).into(),
        TwilioIntegration::new("sid", PLANTED).into(),
        ViberIntegration::new(PLANTED).into(),
        CustomIntegration::new([Webhook::new("https://example.com", ["*"]).with_secret(PLANTED)]).into(),
    ];
    let server = Server::always(json(200, "{}"));
    for integration in &integrations {
        assert_prints_nothing(integration);
        assert!(serde_json::to_string(integration).unwrap().contains(PLANTED), "{integration:?}");
        assert_prints_nothing(&server.client().create_integration(APP, integration));
        assert_prints_nothing(&vec![Some(integration.clone())]);
    }
    let token = TokenRequest::new(PLANTED, "authorization_code", "id", PLANTED);
    assert_prints_nothing(&token);
    assert_prints_nothing(&server.client().get_token(&token));
    assert_prints_nothing(&AppKey::new("1").with_secret(PLANTED));
    let update = WhatsAppIntegrationUpdate::new().with_account_management_access_token(PLANTED);
    assert_prints_nothing(&update);
    assert_prints_nothing(&server.client().update_integration(APP, "1", &update.into()));
    assert_prints_nothing(&Secret::from(PLANTED));
    assert_prints_nothing(&Patch::Set(Secret::from(PLANTED)));
    assert_eq!(format!("{:?}", Secret::from("")), "***", "the emptiness of a secret is one too");
}

// Responses.

/// An object with every secret name.
fn every_secret() -> serde_json::Map<String, serde_json::Value> {
    SECRET_NAMES.into_iter().map(|name| (name.to_owned(), PLANTED.into())).collect()
}

#[test]
fn no_integration_of_any_type_prints_a_secret() {
    let kinds = [
        "android",
        "apple",
        "custom",
        "instagram",
        "ios",
        "line",
        "mailgun",
        "messagebird",
        "messenger",
        "telegram",
        "twilio",
        "twitter",
        "unity",
        "viber",
        "web",
        "whatsapp",
        "not-yet-invented",
    ];
    let list: Vec<serde_json::Value> = kinds
        .iter()
        .map(|kind| {
            let mut integration = every_secret();
            integration.insert("type".to_owned(), (*kind).into());
            integration.insert("id".to_owned(), "1".into());
            let hook = serde_json::json!({"id": "1", "target": "t", "triggers": [], "secret": PLANTED});
            integration.insert("webhooks".to_owned(), serde_json::json!([hook]));
            integration.into()
        })
        .collect();
    let body = serde_json::json!({"integrations": list, "meta": {"hasMore": false}}).to_string();
    let server = Server::always(json(200, body));
    let api = server.client();
    let response = api.list_integrations(APP).send_full().unwrap();
    assert_prints_nothing(&response);
    assert!(String::from_utf8_lossy(&response.raw).contains(PLANTED));
    for integration in &response.body.integrations {
        assert_prints_nothing(integration);
    }
    let mut items = api.list_integrations(APP).iter();
    assert_prints_nothing(&items.next().unwrap().unwrap());
    assert_prints_nothing(&items);
    let mut pages = api.list_integrations(APP).pages();
    assert_prints_nothing(&pages.next());
    assert_prints_nothing(&pages);
    assert_prints_nothing(&api.request(Method::GET, "/v2/x").send_full().unwrap());
}

#[test]
fn keys_and_tokens_in_responses_are_not_printed() {
    let key = format!(r#"{{"key":{{"id":"1","secret":"{PLANTED}"}}}}"#);
    let server = Server::handle(move |request| match request.path().rsplit('/').next() {
        Some("token") => json(200, format!(r#"{{"access_token":"{PLANTED}","token_type":"Bearer"}}"#)),
        Some("keys") if request.method() == "GET" => {
            json(200, format!(r#"{{"keys":[{{"id":"1","secret":"{PLANTED}"}}]}}"#))
        }
        Some("webhooks") => {
            json(200, format!(r#"{{"webhook":{{"id":"1","target":"t","triggers":[],"secret":"{PLANTED}"}}}}"#))
        }
        Some("devices") => json(200, format!(r#"{{"devices":[{{"id":"1","pushNotificationToken":"{PLANTED}"}}]}}"#)),
        _ => json(200, key.clone()),
    });
    let api = server.client();
    let token = api.get_token(&TokenRequest::new("c", "authorization_code", "i", "s")).send_full().unwrap();
    assert_prints_nothing(&token);
    assert_eq!(token.body.access_token.expose(), PLANTED);
    let key = api.create_app_key(APP, &AppKeyCreateBody::new("name")).send().unwrap();
    assert_prints_nothing(&key);
    assert_eq!(key.key.secret.as_ref().map(Secret::expose), Some(PLANTED));
    assert_prints_nothing(&api.list_app_keys(APP).send().unwrap());
    assert_prints_nothing(&api.get_custom_integration_key(APP, "i", "k").send_full().unwrap());
    assert_prints_nothing(&api.list_devices(APP, USER).send().unwrap());
    let hook = WebhookCreateBody::new("https://example.com", ["*"]);
    assert_prints_nothing(&api.create_webhook(APP, "i", &hook).send().unwrap());
}

#[test]
fn json_prints_no_secret_at_any_depth() {
    let secrets = serde_json::Value::from(every_secret());
    let nested = serde_json::json!({"a": [{"b": secrets}, [[secrets]]], "type": "x", "key": {"secret": PLANTED}});
    for json in [
        Json::from(secrets.clone()),
        Json::from(nested.clone()),
        Json::new(&nested).unwrap(),
        Json::from_text(nested.to_string()).unwrap(),
        Json::from([("password", PLANTED)]),
    ] {
        assert!(json.as_str().contains(PLANTED));
        assert_prints_nothing(&json);
        assert_prints_nothing(&Some(vec![json.clone()]));
        assert_prints_nothing(&Integration::Unknown(json.clone()));
        assert_prints_nothing(&Content::Unknown(json.clone()));
        assert_prints_nothing(&Client::new("1").with_info(json.clone()).with_raw(json.clone()));
        for (_, value) in json.entries().unwrap().filter(|(_, value)| value.is_object()) {
            assert_prints_nothing(&value);
        }
    }
    // Names and other values are still visible.
    let shown = format!("{:?}", Json::from([("password", PLANTED), ("name", "Ada")]));
    assert!(shown.contains("password") && shown.contains("***") && shown.contains("Ada"), "{shown}");
    let pretty = format!("{:#?}", Json::from([("password", PLANTED), ("name", "Ada")]));
    assert_eq!(pretty, "{\n  \"name\": \"Ada\",\n  \"password\": \"***\"\n}");
}

#[test]
fn secrets_other_than_text_are_not_printed() {
    for value in
        ["778899001122", "[\"778899001122\"]", "[[778899001122]]", "[{\"value\":1},\"778899001122\"]", "-778899001122"]
    {
        let printed = format!("{:?}", Json::from_text(format!(r#"{{"password":{value}}}"#)).unwrap());
        assert!(!printed.contains("778899001122"), "{printed}");
    }
}

// The client.

#[test]
fn the_client_and_its_parts_print_no_secret() {
    let jwt = Credentials::jwt(JwtSigner::new(KEY_ID, PLANTED), JwtScope::App);
    for credentials in [Credentials::basic(KEY_ID, PLANTED), Credentials::bearer(PLANTED), jwt] {
        assert_prints_nothing(&credentials);
        let builder = ApiClient::builder()
            .subdomain("acme")
            .credentials(credentials)
            .header("X-Api-Key", PLANTED)
            .header("Authorization", format!("Bearer {PLANTED}"))
            .proxy(format!("http://user:{PLANTED}@127.0.0.1:9"));
        assert_prints_nothing(&builder);
        let api = builder.build().unwrap();
        assert_prints_nothing(&api);
        assert_prints_nothing(&api.get_user(APP, USER).header("X-Secret", PLANTED).query("token", PLANTED));
        assert_prints_nothing(&api.request(Method::POST, "/v2/x").json(&[PLANTED]));
        assert_prints_nothing(&api.list_clients(APP, USER).query("token", PLANTED).iter());
        assert_prints_nothing(&api.list_clients(APP, USER).query("token", PLANTED).pages());
        assert_prints_nothing(&api.upload_attachment(APP, Upload::bytes("a.txt", PLANTED)));
    }
}

#[test]
fn a_failed_build_prints_no_secret() {
    let builder = || ApiClient::builder().base_url("https://example.com");
    let broken = format!("{PLANTED}\n");
    for error in [
        builder().credentials(Credentials::bearer(&broken)).build().unwrap_err(),
        builder().credentials(Credentials::basic("", PLANTED)).build().unwrap_err(),
        builder().credentials(Credentials::basic(format!("id:{PLANTED}"), PLANTED)).build().unwrap_err(),
        builder().credentials(Credentials::jwt(JwtSigner::new("", PLANTED), JwtScope::App)).build().unwrap_err(),
        builder().header("X-Secret", &broken).build().unwrap_err(),
        builder().user_agent(&broken).build().unwrap_err(),
        ApiClient::builder().base_url(format!("https://user:{PLANTED}@example.com")).build().unwrap_err(),
        ApiClient::builder().base_url(format!("https://example.com?token={PLANTED}")).build().unwrap_err(),
        ApiClient::builder().base_url(format!("http://example.com/{PLANTED}")).build().unwrap_err(),
    ] {
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert_error_hides(&error);
    }
    let error = builder().build().unwrap().get_user(APP, USER).header("X-Secret", &broken).send().unwrap_err();
    assert_error_hides(&error);
}

// Servers that return their input.

/// A client whose credentials have a secret in this form.
fn client(server: &Server, form: &str) -> ApiClient {
    let builder = server.builder();
    let builder = if form == PLANTED { builder.credentials(Credentials::bearer(PLANTED)) } else { builder };
    builder.build().unwrap()
}

/// Failing calls of several types against a server that responds with a secret in some form.
#[track_caller]
fn assert_errors_hide(form: &str, server: &Server) {
    let api = client(server, form);
    fn fails<O: sunshine_conversations::Operation>(call: Call<O>) -> Error {
        call.send().err().expect("an error")
    }
    let message = MessagePost::new(Author::new(AuthorType::Business), TextMessage::new().with_text("Hi"));
    for error in [
        fails(api.get_user(APP, USER)),
        fails(api.post_message(APP, CONVERSATION, &message)),
        fails(api.list_integrations(APP)),
        fails(api.get_integration(APP, "1")),
        fails(api.upload_attachment(APP, Upload::bytes("a.txt", "abc"))),
        api.list_clients(APP, USER).iter().find_map(Result::err).unwrap(),
        api.request(Method::GET, "/v2/x").send_as::<Strict>().unwrap_err(),
    ] {
        assert_error_hides(&error);
        // The start of the response is the caller's to print; it doesn't contain the client's own credentials.
        assert_hidden(error.body().unwrap_or_default());
        assert_hidden(error.json().map_or("", |json| json.as_str()));
    }
}

/// The type whose serde messages quote the most.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Strict {
    choice: Choice,
}

#[derive(Deserialize, Debug)]
#[serde(rename_all = "lowercase")]
#[allow(dead_code)]
enum Choice {
    One,
    Two,
}

/// The forms in which a server receives the credentials of a client.
const FORMS: [&str; 3] = [KEY_SECRET, BASIC, PLANTED];

/// Without padding, it is the same secret.
#[test]
fn basic_credentials_are_also_masked_without_padding() {
    for title in [BASIC.trim_end_matches('=').to_owned(), BASIC.replace('=', "%3D"), format!("<{BASIC}>")] {
        let server = Server::always(refusal(401, "unauthorized", &title));
        assert_error_hides(&server.client().get_user(APP, USER).send().unwrap_err());
    }
}

/// In any form: unchanged, in JSON, or in a URL.
#[test]
fn every_form_of_a_token_is_masked() {
    const ODD: &str = r#"q"uo\te+d/t0ken="#;
    let forms = [ODD, r#"q\"uo\\te+d/t0ken="#, "q%22uo%5Cte%2Bd%2Ft0ken%3D"];
    let page = forms.join(" and ");
    let server = Server::always(response(502, &[("Content-Type", "text/html")], &page));
    let api = server.builder().retry(RetryPolicy::none()).credentials(Credentials::bearer(ODD)).build().unwrap();
    let error = api.get_user(APP, ODD).send().unwrap_err();
    assert_eq!(error.body(), Some("*** and *** and ***"));
    assert_eq!(error.path(), Some(format!("/v2/apps/{APP}/users/***").as_str()));
}

/// An `Authorization` header set by the caller is also secret.
#[test]
fn an_authorization_header_is_masked() {
    let server = Server::always(refusal(401, "unauthorized", &format!("Bad token {PLANTED}!")));
    let header = format!("Bearer {PLANTED}");
    let error = server.client().get_user(APP, PLANTED).header("authorization", &header).send().unwrap_err();
    assert_error_hides(&error);
    let api = server.builder().header("Authorization", &header).build().unwrap();
    assert_error_hides(&api.get_user(APP, USER).send().unwrap_err());
}

#[test]
fn an_error_of_the_api_that_quotes_the_credentials_is_masked() {
    for secret in FORMS {
        for status in [400, 401, 500] {
            assert_errors_hide(secret, &Server::always(refusal(status, "unauthorized", &format!("Bad key {secret}!"))));
            assert_errors_hide(secret, &Server::always(refusal(status, secret, "title")));
            let two = serde_json::json!({"errors": [{"code": "a", "title": "b"}, {"code": secret, "title": secret}]});
            assert_errors_hide(secret, &Server::always(json(status, two.to_string())));
        }
    }
}

#[test]
fn a_page_that_quotes_the_credentials_is_masked() {
    for secret in FORMS {
        for status in [200, 401, 502] {
            let page = format!("<html><pre>Authorization: Basic {secret}\r\n</pre>{secret}</html>");
            let server = Server::always(response(status, &[("Content-Type", "text/html")], page));
            assert_errors_hide(secret, &server);
        }
        // The end of the quoted start of the page.
        for before in 470..510 {
            let server = Server::always(response(502, &[], format!("{}{secret}", "x".repeat(before))));
            let error = client(&server, secret).get_user(APP, USER).send().unwrap_err();
            assert_error_hides(&error);
            let (body, half) = (error.body().unwrap(), &secret[..10]);
            assert!(!body.contains(half), "half of the secret: {body}");
        }
    }
}

#[test]
fn json_of_the_wrong_type_that_quotes_the_credentials_is_masked() {
    for secret in FORMS {
        for body in [
            format!("\"{secret}\""),
            format!(r#"{{"{secret}":1}}"#),
            format!(
                r#"{{"user":"{secret}","messages":"{secret}","integrations":"{secret}","clients":"{secret}",
                "integration":"{secret}","attachment":"{secret}","choice":"{secret}"}}"#
            ),
            format!(
                r#"{{"user":{{"id":["{secret}"]}},"messages":[{{"id":{{"{secret}":1}}}}],"attachment":{{"mediaUrl":7}},
                "integrations":[{{"type":"twilio","authToken":["{secret}"]}}],"clients":["{secret}"],
                "integration":{{"authToken":{{"a":"{secret}"}},"type":"twilio"}},"choice":{{"{secret}":1}}}}"#
            ),
            format!(
                r#"{{"user":{{"id":"1","profile":"{secret}"}},"messages":[{{"id":"1","content":"{secret}"}}],
                "integrations":[{{"type":"custom","webhooks":"{secret}"}}],"clients":[{{"id":"1"}},"{secret}"],
                "integration":{{"webhooks":["{secret}"],"type":"custom"}},"attachment":["{secret}"],"{secret}":"{secret}"}}"#
            ),
            format!(r#"{{"user":{{"{secret}":{{"#),
            format!(r#"{{"choice":"one","{secret}":"{secret}"}}"#),
            format!(r#"[{{"a":"{secret}"}}]"#),
        ] {
            assert_errors_hide(secret, &Server::always(json(200, body)));
        }
    }
}

#[test]
fn headers_and_redirects_that_quote_the_credentials_are_masked() {
    for secret in FORMS {
        let locations = [
            format!("https://example.com/{secret}?token={secret}#{secret}"),
            format!("https://user:{secret}@example.com/"),
            format!("https://{}.example.com/", secret.trim_end_matches('=')),
            format!("/{secret}"),
            secret.to_owned(),
        ];
        for location in &locations {
            let headers = [
                ("Location", location.as_str()),
                ("Set-Cookie", secret),
                ("WWW-Authenticate", secret),
                ("X-Echo", secret),
                ("Retry-After", secret),
            ];
            for status in [307, 401, 429] {
                assert_errors_hide(secret, &Server::always(response(status, &headers, "")));
            }
        }
        let server = Server::always(response(200, &[("X-Echo", secret)], r#"{"user":{"id":"1"}}"#));
        assert_prints_nothing(&server.client().get_user(APP, USER).send_full().unwrap());
    }
}

#[test]
fn broken_http_that_quotes_the_credentials_is_masked() {
    for secret in FORMS {
        for response in [
            format!("HTTP/1.1 200 {secret}\r\nContent-Length: 3\r\n\r\n{{]}}"),
            format!("HTTP/1.1 401 {secret}\r\nContent-Length: 0\r\n\r\n"),
            format!("HTTP/1.1 {secret}\r\n\r\n"),
            format!("{secret}\r\n\r\n"),
            format!("HTTP/1.1 200 OK\r\n{secret}\r\n\r\n"),
            format!("HTTP/1.1 200 OK\r\nContent-Length: {secret}\r\n\r\n"),
            format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{secret}\r\n"),
            format!("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 9\r\n\r\n{secret}"),
        ] {
            let server = Server::script(vec![vec![Step::Respond(response.into_bytes())]]);
            assert_error_hides(&client(&server, secret).get_user(APP, USER).send().unwrap_err());
        }
    }
}

#[test]
fn a_proxy_that_quotes_its_password_is_masked() {
    let server = Server::always(response(407, &[("X-Echo", PLANTED)], PLANTED));
    let proxy = format!("http://user:{PLANTED}@127.0.0.1:{}", server.port());
    let builder =
        || ApiClient::builder().base_url("http://sunco.invalid").allow_http(true).timeout(Duration::from_secs(20));
    let error = builder().proxy(proxy).build().unwrap().get_user(APP, USER).send().unwrap_err();
    assert_error_hides(&error);
    // And an unreachable one.
    let proxy = format!("http://user:{PLANTED}@127.0.0.1:1");
    assert_error_hides(&builder().proxy(proxy).build().unwrap().get_user(APP, USER).send().unwrap_err());
}

#[test]
fn an_unreachable_server_prints_no_secret() {
    let api = ApiClient::builder().base_url("http://127.0.0.1:1").credentials(Credentials::basic(KEY_ID, KEY_SECRET));
    assert_error_hides(&api.no_proxy().build().unwrap().get_user(APP, USER).send().unwrap_err());
    let server = Server::script(vec![vec![Step::Silence], vec![Step::Reset], vec![Step::Close]]);
    let api = server.client();
    let twilio = Integration::from(TwilioIntegration::new("sid", PLANTED));
    for _ in 0..3 {
        let call = api.create_integration(APP, &twilio).timeout(Duration::from_millis(300)).query("token", PLANTED);
        assert_error_hides(&call.send().unwrap_err());
    }
}

/// The API forwards a channel's rejection of its token, which must not be logged either.
#[test]
fn an_error_that_quotes_a_secret_of_the_request_is_masked() {
    let server = Server::always(refusal(400, "bad_request", &format!("Invalid OAuth access token: {PLANTED}")));
    let api = server.client();
    let twilio = Integration::from(TwilioIntegration::new("sid", PLANTED));
    assert_error_hides(&api.create_integration(APP, &twilio).send().unwrap_err());
    let update = WhatsAppIntegrationUpdate::new().with_account_management_access_token(PLANTED);
    assert_error_hides(&api.update_integration(APP, "1", &update.into()).send().unwrap_err());
    let token = TokenRequest::new("c", "authorization_code", "id", PLANTED);
    assert_error_hides(&api.get_token(&token).send().unwrap_err());
}

/// Masking a one-letter password would remove that letter from every word.
#[test]
fn a_very_short_secret_leaves_the_message_readable() {
    let server = Server::always(refusal(401, "unauthorized", "Bad certificate"));
    for password in ["a", "1", "0"] {
        let ios = Integration::from(IosIntegration::new().with_certificate(PLANTED).with_password(password));
        let error = server.client().create_integration(APP, &ios).send().unwrap_err();
        assert!(error.to_string().contains("401 unauthorized: Bad certificate"), "{error}");
        assert_eq!(error.code(), Some("unauthorized"));
    }
}

/// Responses of the API also contain secrets, which an error about their shape must not print.
#[test]
fn a_response_of_another_shape_with_a_secret_is_not_quoted() {
    let everything = serde_json::Value::from(every_secret());
    for body in [
        format!(r#"{{"integration":{{"type":"twilio","id":7,"authToken":"{PLANTED}"}}}}"#),
        format!(r#"{{"integration":{{"authToken":"{PLANTED}","id":7,"type":"twilio"}}}}"#),
        format!(r#"{{"integration":{{"type":"twilio","authToken":["{PLANTED}"]}}}}"#),
        format!(r#"{{"integration":{{"authToken":{{"{PLANTED}":"{PLANTED}"}},"type":"twilio"}}}}"#),
        format!(r#"{{"integration":{{"type":"custom","webhooks":{everything}}}}}"#),
        format!(r#"{{"integration":{{"type":"{PLANTED}","id":"#),
        format!(r#"{{"integration":{{"type":["{PLANTED}"]}}}}"#),
        format!(r#"{{"integration":{{"type":"web","showAIDisclaimer":"{PLANTED}"}}}}"#),
        format!(r#"{{"integration":"{PLANTED}"}}"#),
        format!("{{\"integration\":{{\n\"authToken\":\"{PLANTED}\",\n\"status\":{{}},\"type\":\"twilio\"}}}}"),
        format!(r#"{{"integration":{{"type":"twilio","authToken":"{PLANTED}"}}"#),
    ] {
        let server = Server::always(json(200, &body));
        assert_error_hides(&server.client().get_integration(APP, "1").send().unwrap_err());
    }
}

#[test]
fn json_of_another_shape_is_not_quoted() {
    let json = Json::from(serde_json::json!({"password": PLANTED, "list": [PLANTED], "choice": PLANTED}));
    assert_error_hides(&json.get::<u32>("password").unwrap_err());
    assert_error_hides(&json.get::<Vec<bool>>("list").unwrap_err());
    assert_error_hides(&json.get::<Choice>("choice").unwrap_err());
    assert_error_hides(&json.get::<std::net::IpAddr>("password").unwrap_err());
    assert_error_hides(&json.parse::<Vec<String>>().unwrap_err());
    assert_error_hides(&json.parse::<Strict>().unwrap_err());
    assert_error_hides(&Json::from_text(format!("{{\"password\":\"{PLANTED}\"")).unwrap_err());
    let text = Json::new(PLANTED).unwrap();
    assert_error_hides(&text.parse::<u32>().unwrap_err());
    assert_error_hides(&text.parse::<Choice>().unwrap_err());
    assert_error_hides(&text.entries().map(|_| ()).unwrap_err());
}

// Quotes of a request, as gateways write them.

/// Returns a text in the notations of JSON, URLs, forms and HTML.
fn notations(text: &str) -> Vec<String> {
    let percent = |letters: fn(&u8) -> String| text.bytes().map(|byte| letters(&byte)).collect::<String>();
    let each = |letter: fn(char) -> String| text.chars().map(letter).collect::<String>();
    let units = |format: fn(&u16) -> String| text.encode_utf16().map(|unit| format(&unit)).collect::<String>();
    let is_plain = |character: char| character.is_ascii_alphanumeric();
    let html = each(|character| match character {
        '&' => "&amp;".to_owned(),
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        '"' => "&quot;".to_owned(),
        '\'' => "&#39;".to_owned(),
        other => other.to_string(),
    });
    let json = serde_json::Value::from(text).to_string();
    let json = json[1..json.len() - 1].to_owned();
    let encoded = |lower: bool, space: &str| {
        let mut encoded = String::new();
        for byte in text.bytes() {
            match byte {
                b' ' => encoded.push_str(space),
                plain if is_plain(char::from(plain)) => encoded.push(char::from(plain)),
                other if lower => encoded.push_str(&format!("%{other:02x}")),
                other => encoded.push_str(&format!("%{other:02X}")),
            }
        }
        encoded
    };
    vec![
        text.to_owned(),
        json.replace('/', "\\/"),
        json,
        html.replace('/', "&#x2F;"),
        html,
        encoded(false, "%20"),
        encoded(true, "%20"),
        encoded(false, "+"),
        encoded(true, "+"),
        percent(|byte| format!("%{byte:02x}")),
        percent(|byte| format!("%{byte:02X}")),
        each(|character| format!("&#{};", u32::from(character))),
        each(|character| format!("&#x{:x};", u32::from(character))),
        each(|character| format!("&#X{:X};", u32::from(character))),
        units(|unit| format!("\\u{unit:04x}")),
        units(|unit| format!("\\u{unit:04X}")),
    ]
}

fn everything(error: &Error) -> String {
    format!("{} {:?}", printed(error), error.body())
}

#[test]
fn a_secret_is_masked_in_every_notation() {
    for secret in ["p&ss \"<wört>'\\/+%41=😀\u{e9}", "p/ss+w=rd", "s3cr3t"] {
        for quoted in notations(secret) {
            let page = format!("<html><p>Bad request</p>: before[{quoted}]after</html>");
            let server = Server::always(response(400, &[("Content-Type", "text/html")], &page));
            let body = serde_json::json!({"name": "x", "password": secret});
            let error = server.client().request(Method::POST, "/v2/x").json(&body).send().unwrap_err();
            assert!(error.body().unwrap().contains("before[***]after"), "{quoted}: {:?}", error.body());
            assert!(!everything(&error).contains(&quoted), "{quoted}");
        }
    }
}

/// Sends a call to a server that quotes a text, and returns the error.
fn quoting<O: sunshine_conversations::Operation>(quoted: &str, call: impl FnOnce(&ApiClient) -> Call<O>) -> Error {
    let page = format!("before[{quoted}]after");
    let server = Server::always(response(400, &[("Content-Type", "text/plain")], &page));
    call(&server.client()).send().err().expect("an error")
}

#[test]
fn secret_headers_are_masked() {
    for (name, value, quoted) in [
        ("X-API-Key", "k3y-of-a-gateway", "k3y-of-a-gateway"),
        ("x-api-key", "k3yk", "k3yk"),
        ("Cookie", "theme=dark; session=53551on", "53551on"),
        ("Cookie", "session=53551on", "session=53551on"),
        ("Proxy-Authorization", "Basic dXNlcjpodXNoLWh1c2g=", "dXNlcjpodXNoLWh1c2g="),
        ("Proxy-Authorization", "Basic dXNlcjpodXNoLWh1c2g=", "hush-hush"),
        ("Authorization", "Basic dXNlcjpodXNoLWh1c2g=", "hush-hush"),
        ("Authorization", "basic dXNlcjpodXNoLWh1c2g=", "user:hush-hush"),
        ("Authorization", "Bearer hush-hush", "hush-hush"),
        ("X-Auth-Token", "hush-hush", "hush-hush"),
        ("X-Amz-Security-Token", "hush-hush", "hush-hush"),
        ("Ocp-Apim-Subscription-Key", "hush-hush", "hush-hush"),
        ("X-Client-Secret", "hush-hush", "hush-hush"),
    ] {
        let error = quoting(quoted, |api| api.get_user(APP, USER).header(name, value));
        assert_eq!(error.body(), Some("before[***]after"), "{name}: {value}");
        assert!(!everything(&error).contains(quoted), "{name}: {value}");
        // The header of a client.
        let page = format!("before[{quoted}]after");
        let server = Server::always(response(400, &[], &page));
        let error = server.builder().header(name, value).build().unwrap().get_user(APP, USER).send().unwrap_err();
        assert_eq!(error.body(), Some("before[***]after"), "{name}: {value}");
    }
    let error = quoting("en-CA", |api| api.get_user(APP, USER).header("Accept-Language", "en-CA"));
    assert_eq!(error.body(), Some("before[en-CA]after"));
}

#[test]
fn secrets_of_any_json_are_masked() {
    let nested = |levels: usize| format!("{}{{\"password\":\"hush-hush\"}}{}", "[".repeat(levels), "]".repeat(levels));
    for body in [
        r#"{"n":1e400,"password":"hush-hush"}"#.to_owned(),
        r#"{"n":[-1E+999,{"password":"hush-hush"}]}"#.to_owned(),
        format!(r#"{{"a":{}}}"#, nested(50_000 / 2 - 100)),
        nested(200),
        r#" { "password" : [ "a", ["hush-hush"] ] } "#.to_owned(),
        r#"{"pass\u0077ord":"hush\u002dhush"}"#.to_owned(),
        r#"{"text":"\"password\":","password":"hush-hush"}"#.to_owned(),
        r#"{"target":"https://user:hush-hush@example.com/hook"}"#.to_owned(),
        r#"{"target":"https:\/\/example.com\/hook?x=1&token=hush-hush&y=2#z"}"#.to_owned(),
        r#"{"hooks":["https://example.com/?key=hush-hush"]}"#.to_owned(),
    ] {
        let json = Json::from_text(body.as_str()).unwrap();
        assert!(!format!("{json:?} {json:#?}").contains("hush"), "{body}: {json:?}");
        let secret = if body.contains("user:") { "user:hush-hush" } else { "hush-hush" };
        let error = quoting(secret, |api| api.request(Method::POST, "/v2/x").json(&json));
        assert_eq!(error.body(), Some("before[***]after"), "{}", &body[..body.len().min(100)]);
    }
}

#[test]
fn a_short_authorization_code_is_masked() {
    let request = TokenRequest::new("658965", "authorization_code", "5e4a", "hush-hush");
    let error = quoting("658965", |api| api.get_token(&request));
    assert_eq!(error.body(), Some("before[***]after"));
}

#[test]
fn secrets_of_three_characters_leave_text_readable() {
    for secret in ["a", "on", "not", "the"] {
        let text = "the user is not found: a name, on a page";
        let server = Server::always(response(404, &[], text));
        let builder = server.builder().credentials(Credentials::basic("k", secret)).header("X-API-Key", secret);
        let call = builder.build().unwrap().request(Method::POST, "/v2/x");
        let error = call.json(&serde_json::json!({"password": secret})).header("Cookie", secret).send().unwrap_err();
        assert_eq!(error.body(), Some(text));
    }
}

#[test]
fn the_path_of_a_listing_that_does_not_end_is_masked() {
    let server = Server::always(json(200, r#"{"users":[],"clients":[],"meta":{"hasMore":true}}"#));
    let api = server.builder().credentials(Credentials::bearer(PLANTED)).build().unwrap();
    let error = api.list_clients(APP, PLANTED).pages().find_map(Result::err).expect("an error");
    assert_eq!(error.kind(), ErrorKind::Paging);
    assert_error_hides(&error);
}

#[test]
fn the_target_of_a_webhook_hides_its_secrets() {
    let target = format!("https://user:{PLANTED}@example.com/hook?a=1&token={PLANTED}#top");
    let webhook = Webhook::new(target.as_str(), [Trigger::UserMerge]);
    let create = WebhookCreateBody::new(&target, [Trigger::UserMerge]);
    let update = WebhookUpdateBody::new().with_target(target.clone());
    for printed in [format!("{webhook:?}"), format!("{create:#?}"), format!("{update:?}")] {
        assert_hidden(&printed);
        assert!(printed.contains("https://***@example.com/hook?a=1&token=***#top"), "{printed}");
    }
    assert_eq!((webhook.target.as_str(), String::from(create.target.clone())), (&*target, target.clone()));
    let text = serde_json::to_string(&create).unwrap();
    assert!(text.contains(PLANTED) && serde_json::from_str::<WebhookCreateBody>(&text).unwrap() == create);
}
