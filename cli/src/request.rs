//! A request as a curl command, for `--dry-run`.

use serde_json::Value;
use sunshine_conversations::Json;

use crate::account::Authentication;
use crate::failure::{Failure, Result};

/// A request that isn't sent.
#[derive(Clone)]
pub struct Preview<'r> {
    /// The HTTP method.
    pub method: &'r str,
    /// The URL without the query.
    pub url: String,
    /// The parameters of the query.
    pub query: &'r [(String, String)],
    /// The headers.
    pub headers: &'r [(String, String)],
    /// The body.
    pub body: Option<&'r str>,
    /// The files of a form, by part.
    pub files: &'r [(String, String)],
}

impl Preview<'_> {
    /// Returns the curl command. It reads secrets from environment variables.
    pub fn curl(&self, authentication: &Authentication) -> String {
        let mut words = vec!["curl".to_owned()];
        if self.method == "HEAD" {
            // With -X, curl would wait for a body.
            words.push("-I".to_owned());
        } else if self.method != "GET" {
            words.extend(["-X".to_owned(), self.method.to_owned()]);
        }
        let mut url = self.url.clone();
        for (index, (name, value)) in self.query.iter().enumerate() {
            url += if index == 0 { "?" } else { "&" };
            let value = if is_secret(name) { "***".to_owned() } else { encoded(value) };
            url += &format!("{}={value}", encoded(name));
        }
        words.push(quoted(&url));
        match authentication {
            Authentication::Key(id) => words.extend(["-u".to_owned(), format!("{}:\"$SUNCO_KEY_SECRET\"", quoted(id))]),
            Authentication::Token => {
                words.extend(["-H".to_owned(), "\"Authorization: Bearer $SUNCO_TOKEN\"".to_owned()]);
            }
        }
        for (name, value) in self.headers {
            let value = if is_secret(name) { "***" } else { value };
            words.extend(["-H".to_owned(), quoted(&format!("{name}: {value}"))]);
        }
        if let Some(body) = self.body {
            words.extend(["-H".to_owned(), "'Content-Type: application/json'".to_owned()]);
            words.extend(["--data-raw".to_owned(), quoted(body)]);
        }
        for (part, file) in self.files {
            words.extend(["-F".to_owned(), quoted(&format!("{part}=@{}", in_form(file)))]);
        }
        words.join(" ")
    }
}

/// Percent-encodes a part of a URL.
pub fn encoded(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}

/// Returns whether the value of a header or a parameter must not be shown.
pub fn is_secret(name: &str) -> bool {
    let name = name.to_lowercase();
    let is_key = name.ends_with("key") && name != "idempotency-key";
    let mut words = name.split(|c: char| !c.is_alphanumeric());
    is_key
        || words.any(|word| ["auth", "authorization", "authentication"].contains(&word))
        || ["cookie", "password", "secret", "token"].iter().any(|part| name.contains(part))
}

/// Returns whether JSON contains secrets.
pub fn has_secrets(json: &Json) -> Result<bool> {
    Ok(masked(json)? != json.as_str())
}

/// Returns a body with masked secrets. Without secrets, it is the text that is sent.
pub fn masked(body: &Json) -> Result<String> {
    let masked = format!("{body:?}");
    if masked.starts_with('<') {
        return Err(Failure::usage("the body is larger than 64 KiB: use @FILE, and no --dry-run, which can't show it"));
    }
    let value = |text: &str| serde_json::from_str::<Value>(text).ok();
    let has_secrets = value(&masked).is_none_or(|masked| Some(masked) != value(body.as_str()));
    Ok(if has_secrets { masked } else { body.as_str().to_owned() })
}

/// Quotes a file name for curl's `-F`, which ends a name at a semicolon or comma.
fn in_form(file: &str) -> String {
    if !file.contains([';', ',', '"']) {
        return file.to_owned();
    }
    format!("\"{}\"", file.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Quotes a word for a POSIX shell.
pub fn quoted(text: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./:@%+,".contains(c);
    if !text.is_empty() && text.chars().all(is_plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_quoted_for_the_shell() {
        assert_eq!(quoted("a b'c"), "'a b'\\''c'");
        assert_eq!(quoted("$(rm)"), "'$(rm)'");
        assert_eq!(quoted("https://h/v2"), "https://h/v2");
        assert_eq!(quoted(""), "''");
    }

    #[test]
    fn bodies_without_secrets_are_shown_as_they_are_sent() {
        let shown = |text: &str| masked(&Json::from_text(text).unwrap()).unwrap();
        let plain = r#"{"b":1.10,"a":123456789012345678901234567890}"#;
        assert_eq!(shown(plain), plain);
        assert_eq!(shown(r#"{"authToken":"hush","n":1}"#), r#"{"authToken":"***","n":1}"#);
        // Numbers that can't be compared.
        assert!(!shown(r#"{"authToken":"hush","n":1e999}"#).contains("hush"));
        let large = format!(r#"{{"authToken":"hush","a":"{}"}}"#, "x".repeat(70_000));
        assert!(masked(&Json::from_text(large).unwrap()).is_err());
    }

    #[test]
    fn secret_headers_are_masked() {
        for name in ["Authorization", "cookie", "X-API-Key", "x-auth-token", "Client-Secret"] {
            assert!(is_secret(name), "{name}");
        }
        assert!(!is_secret("Idempotency-Key") && !is_secret("Accept") && !is_secret("filter[author]"));
    }

    #[test]
    fn file_names_are_quoted_for_curl() {
        assert_eq!(in_form("a b.txt"), "a b.txt");
        assert_eq!(in_form(r#"a;b"\.txt"#), r#""a;b\"\\.txt""#);
    }

    #[test]
    fn secrets_are_variables() {
        let query = [("page[size]".to_owned(), "2".to_owned())];
        let preview = Preview {
            method: "GET",
            url: "https://h/v2/apps".to_owned(),
            query: &query,
            headers: &[],
            body: None,
            files: &[],
        };
        let curl = preview.curl(&Authentication::Key("app_1".to_owned()));
        assert_eq!(curl, "curl 'https://h/v2/apps?page%5Bsize%5D=2' -u app_1:\"$SUNCO_KEY_SECRET\"");
    }
}
