//! JSON Web Tokens that are signed with HMAC-SHA256.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use hmac_sha256::HMAC;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// A token that hasn't been verified yet.
pub(crate) struct Token<'a> {
    /// The header and the claims, as they are signed.
    signed: &'a str,
    claims: &'a str,
    signature: &'a str,
    pub(crate) key_id: String,
}

impl<'a> Token<'a> {
    /// Returns `None` if it isn't a token with a key ID and this signature algorithm.
    pub(crate) fn parse(text: &'a str) -> Option<Self> {
        let (signed, signature) = text.rsplit_once('.')?;
        let (header, claims) = signed.split_once('.')?;
        let header: Value = read(header)?;
        let key_id = header["kid"].as_str().filter(|_| header["alg"] == "HS256")?.to_owned();
        Some(Self { signed, claims, signature, key_id })
    }

    /// Returns the claims if the token is signed with this secret.
    pub(crate) fn verify<T: DeserializeOwned>(&self, secret: &str) -> Option<T> {
        let signature: [u8; 32] = BASE64_URL_SAFE_NO_PAD.decode(self.signature).ok()?.try_into().ok()?;
        HMAC::verify(self.signed, secret, &signature).then(|| read(self.claims)).flatten()
    }
}

fn read<T: DeserializeOwned>(part: &str) -> Option<T> {
    serde_json::from_slice(&BASE64_URL_SAFE_NO_PAD.decode(part).ok()?).ok()
}

/// Signs a token.
pub(crate) fn sign(key_id: &str, secret: &str, claims: &Value) -> String {
    let part = |json: &Value| BASE64_URL_SAFE_NO_PAD.encode(json.to_string());
    let signed = format!("{}.{}", part(&json!({"alg": "HS256", "kid": key_id, "typ": "JWT"})), part(claims));
    let signature = BASE64_URL_SAFE_NO_PAD.encode(HMAC::mac(&signed, secret));
    format!("{signed}.{signature}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signature_decides() {
        let token = sign("app_1", "secret", &json!({"scope": "app"}));
        let verified = |token: &str, secret: &str| Token::parse(token)?.verify::<Value>(secret);
        assert_eq!(verified(&token, "secret"), Some(json!({"scope": "app"})));
        assert_eq!(verified(&token, "Secret"), None);
        let (signed, signature) = token.rsplit_once('.').expect("a signature");
        for wrong in ["", &signature[1..], &format!("{signature}AA")] {
            assert_eq!(verified(&format!("{signed}.{wrong}"), "secret"), None, "{wrong}");
        }
        let (header, _) = signed.split_once('.').expect("claims");
        let claims = BASE64_URL_SAFE_NO_PAD.encode(r#"{"scope":"account"}"#);
        assert_eq!(verified(&format!("{header}.{claims}.{signature}"), "secret"), None);
    }

    /// Otherwise a token without a signature would be valid.
    #[test]
    fn only_one_algorithm_is_accepted() {
        for (header, is_token) in [
            (r#"{"alg":"HS256","kid":"1"}"#, true),
            (r#"{"alg":"none","kid":"1"}"#, false),
            (r#"{"alg":"HS256"}"#, false),
        ] {
            let token = format!("{}.e30.", BASE64_URL_SAFE_NO_PAD.encode(header));
            assert_eq!(Token::parse(&token).is_some(), is_token, "{header}");
        }
    }

    /// The example in appendix A.1 of RFC 7515. Only the signature is compared, because the header lacks a key ID.
    #[test]
    fn the_signature_is_that_of_the_standard() {
        let key = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";
        let signed = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9\
            .eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
        let key = BASE64_URL_SAFE_NO_PAD.decode(key).expect("base64");
        let signature = BASE64_URL_SAFE_NO_PAD.encode(HMAC::mac(signed, key));
        assert_eq!(signature, "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    }
}
