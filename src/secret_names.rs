//! Recognizes the names of fields that hold secrets.
//!
//! Uses only std: the code generator includes this file, too.

/// How the names of secret fields end, in lowercase and without separators.
const ENDINGS: [&str; 13] = [
    "secret",
    "password",
    "passphrase",
    "token",
    "apikey",
    "accesskey",
    "privatekey",
    "serverkey",
    "signingkey",
    "consumerkey",
    "certificate",
    "signature",
    "credential",
];

/// Returns `true` if a field with this name probably holds a secret, such as `clientSecret` or `api_key`.
///
/// Only the end of the name counts: `tokenType`, `keyId`, `certificateUrl` and `publicKey` aren't secrets.
pub(crate) fn is_secret_name(name: &str) -> bool {
    // The longest ending has 11 letters, and a plural has one more.
    let mut end: Vec<char> = name
        .chars()
        .rev()
        .filter(|character| character.is_ascii_alphanumeric())
        .take(12)
        .map(|character| character.to_ascii_lowercase())
        .collect();
    end.reverse();
    let end: String = end.into_iter().collect();
    ENDINGS.iter().any(|ending| end.ends_with(ending)) || end.ends_with("credentials")
}

#[cfg(test)]
mod tests {
    use super::is_secret_name;

    #[test]
    fn the_end_of_a_name_decides() {
        for secret in [
            "secret",
            "clientSecret",
            "client_secret",
            "CLIENT-SECRET",
            "password",
            "pass_word",
            "passphrase",
            "token",
            "accessToken",
            "pushNotificationToken",
            "apiKey",
            "api_key",
            "APIKey",
            "accessKey",
            "privateKey",
            "serverKey",
            "signingKey",
            "consumerKey",
            "certificate",
            "clientCertificate",
            "signature",
            "credential",
            "credentials",
            "awsCredentials",
        ] {
            assert!(is_secret_name(secret), "{secret}");
        }
        for other in [
            "",
            "_",
            "key",
            "tokenType",
            "token_type",
            "keyId",
            "secretId",
            "tokenUrl",
            "certificateUrl",
            "publicKey",
            "tokens",
            "name",
            "secretary",
            "Schlüssel",
        ] {
            assert!(!is_secret_name(other), "{other}");
        }
    }
}
