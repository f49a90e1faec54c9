//! A request as a curl command, for `--dry-run`.

use crate::account::Authentication;

/// A request that isn't sent.
pub struct Preview<'r> {
    /// The HTTP method.
    pub method: &'r str,
    /// The URL without the query.
    pub url: String,
    /// The parameters of the query.
    pub query: &'r [(String, String)],
    /// The headers.
    pub headers: &'r [(String, String)],
    /// The body, with masked secrets.
    pub body: Option<&'r str>,
    /// The files of a form, by part.
    pub files: &'r [(String, String)],
}

impl Preview<'_> {
    /// Returns the curl command. It reads secrets from environment variables.
    pub fn curl(&self, authentication: &Authentication) -> String {
        let mut words = vec!["curl".to_owned()];
        if self.method != "GET" {
            words.extend(["-X".to_owned(), self.method.to_owned()]);
        }
        let mut url = self.url.clone();
        for (index, (name, value)) in self.query.iter().enumerate() {
            url += if index == 0 { "?" } else { "&" };
            url += &format!("{}={}", encoded(name), encoded(value));
        }
        words.push(quoted(&url));
        match authentication {
            Authentication::Key(id) => words.extend(["-u".to_owned(), format!("{}:\"$SUNCO_KEY_SECRET\"", quoted(id))]),
            Authentication::Token => {
                words.extend(["-H".to_owned(), "\"Authorization: Bearer $SUNCO_TOKEN\"".to_owned()]);
            }
        }
        for (name, value) in self.headers {
            words.extend(["-H".to_owned(), quoted(&format!("{name}: {value}"))]);
        }
        if let Some(body) = self.body {
            words.extend(["-H".to_owned(), "'Content-Type: application/json'".to_owned()]);
            words.extend(["--data-raw".to_owned(), quoted(body)]);
        }
        for (part, file) in self.files {
            words.extend(["-F".to_owned(), quoted(&format!("{part}=@{file}"))]);
        }
        words.join(" ")
    }
}

/// Percent-encodes a part of a URL.
pub fn encoded(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
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
