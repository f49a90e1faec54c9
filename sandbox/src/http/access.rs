//! Who may use the control routes: programs on this machine, and others with the control token.

use std::net::IpAddr;

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, Uri, header};

use crate::http::connection::Peer;
use crate::util::error::ApiError;

/// The cookie with the token, for the page.
const COOKIE: &str = "sandbox-control";

/// The settings that decide who may use the control routes and the API.
#[derive(Default)]
pub(crate) struct Access {
    /// Lets clients on other machines use the control routes.
    pub(crate) token: Option<String>,
    /// The `host:port` of the public URL, under which a proxy on this machine may forward requests.
    pub(crate) public_authority: Option<String>,
    /// Whether only this machine can reach the sandbox.
    pub(crate) is_local: bool,
}

impl Access {
    /// Checks a request to a control route. Without the token, only local clients are accepted, and no web pages of
    /// other sites: those have a foreign `Origin`, or a foreign `Host` in a DNS rebinding attack.
    pub(crate) fn check_control(&self, peer: &Peer, headers: &HeaderMap) -> Result<(), ApiError> {
        match check_local(peer, headers) {
            Ok(()) => Ok(()),
            Err(_) if self.has_token(headers) => Ok(()),
            Err(_) if self.token.is_some() => Err(ApiError::unauthorized_control()),
            Err(what) => Err(ApiError::forbidden(format!(
                "control routes: {what}; start the sandbox with a control token to use them from elsewhere"
            ))),
        }
    }

    /// Checks that a request to a sandbox that only this machine can reach was sent to this machine. In a DNS rebinding
    /// attack, the page of another site sends requests to its own host, which has a loopback address.
    pub(crate) fn check_host(&self, headers: &HeaderMap) -> Result<(), ApiError> {
        let host = text(headers, header::HOST);
        match host {
            Some(host) if self.is_local && !is_local(host) && self.public_authority.as_deref() != Some(host) => {
                Err(ApiError::forbidden(format!(
                    "the host {host:?} isn't this machine; use localhost, a loopback address or the public URL"
                )))
            }
            // A client of HTTP/1.0, not a browser.
            _ => Ok(()),
        }
    }

    /// If the query is `token=…`, stores a valid token as a cookie of the page and removes it from the address.
    pub(crate) fn sign_in(&self, uri: &Uri) -> Option<Result<Response<Bytes>, ApiError>> {
        let mut parameters = form_urlencoded::parse(uri.query()?.as_bytes());
        let (_, given) = parameters.find(|(name, _)| name == "token")?;
        let Some(token) = self.token.as_deref().filter(|token| *token == given) else {
            return Some(Err(ApiError::unauthorized_control()));
        };
        let mut response = Response::new(Bytes::new());
        *response.status_mut() = StatusCode::SEE_OTHER;
        // Relative, because a proxy may have removed the path of the public URL.
        response.headers_mut().insert(header::LOCATION, HeaderValue::from_static("./"));
        let cookie = format!("{COOKIE}={token}; Path=/; HttpOnly; SameSite=Strict");
        if let Ok(cookie) = cookie.parse() {
            response.headers_mut().insert(header::SET_COOKIE, cookie);
        }
        Some(Ok(response))
    }

    /// Whether the request has the token: as `Authorization: Bearer`, or as a cookie and from a page of this sandbox.
    fn has_token(&self, headers: &HeaderMap) -> bool {
        let Some(token) = self.token.as_deref() else { return false };
        let given = text(headers, header::AUTHORIZATION).and_then(|value| value.split_once(' '));
        if given.is_some_and(|(scheme, given)| scheme.eq_ignore_ascii_case("Bearer") && given == token) {
            return true;
        }
        let mut cookies = text(headers, header::COOKIE).unwrap_or_default().split("; ");
        let is_own_page = match (text(headers, header::ORIGIN), text(headers, header::HOST)) {
            (None, _) => true,
            (Some(origin), Some(host)) => origin.split_once("://").is_some_and(|(_, origin)| origin == host),
            (Some(_), None) => false,
        };
        is_own_page && cookies.any(|cookie| cookie.split_once('=') == Some((COOKIE, token)))
    }
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name).map(|value| value.to_str().unwrap_or_default())
}

fn check_local(peer: &Peer, headers: &HeaderMap) -> Result<(), &'static str> {
    if !peer.address.ip().to_canonical().is_loopback() {
        return Err("only for clients on the same machine");
    }
    if !text(headers, header::HOST).is_some_and(is_local) {
        return Err("only with the host localhost or a loopback address");
    }
    if text(headers, header::ORIGIN).is_some_and(|origin| !origin.strip_prefix("http://").is_some_and(is_local)) {
        return Err("not for pages of other sites");
    }
    Ok(())
}

/// Whether a `host:port` is this machine.
fn is_local(authority: &str) -> bool {
    let Ok(uri) = Uri::builder().scheme("http").authority(authority).path_and_query("/").build() else {
        return false;
    };
    // Neither header contains user information.
    let host = uri.host().filter(|_| !authority.contains('@')).unwrap_or_default();
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    // Browsers and resolvers use a loopback address for all names in this domain (RFC 6761).
    let host = host.to_ascii_lowercase();
    host == "localhost" || host.ends_with(".localhost") || address.is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_this_machine() {
        for local in ["localhost", "LOCALHOST:80", "sunco.localhost:80", "127.0.0.1:8080", "127.9.9.9", "[::1]:8080"] {
            assert!(is_local(local), "{local}");
        }
        for foreign in
            ["", "evil.example", "localhost.evil.example", "127.0.0.1.nip.io:80", "10.0.0.1", "a@b@localhost"]
        {
            assert!(!is_local(foreign), "{foreign}");
        }
    }

    fn headers(headers: &[(&'static str, &'static str)]) -> HeaderMap {
        headers.iter().map(|(name, value)| (name.parse().expect("a name"), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn other_machines_need_the_token() {
        let access = Access { token: Some("t0ken".to_owned()), ..Access::default() };
        let local = Peer::local();
        let remote = Peer::at(([172, 17, 0, 1], 5).into());
        let is_allowed = |peer: &Peer, given: &[(&'static str, &'static str)]| {
            let headers = headers(&[&[("host", "sandbox:8080")], given].concat());
            access.check_control(peer, &headers).is_ok()
        };
        for peer in [&local, &remote] {
            assert!(!is_allowed(peer, &[]));
            assert!(!is_allowed(peer, &[("authorization", "Bearer other")]));
            assert!(!is_allowed(peer, &[("authorization", "t0ken")]));
            assert!(is_allowed(peer, &[("authorization", "Bearer t0ken")]));
            assert!(is_allowed(peer, &[("authorization", "bearer t0ken")]));
            assert!(!is_allowed(peer, &[("authorization", "Basic t0ken")]));
            assert!(is_allowed(peer, &[("cookie", "a=b; sandbox-control=t0ken")]));
            assert!(is_allowed(peer, &[("cookie", "sandbox-control=t0ken"), ("origin", "http://sandbox:8080")]));
            assert!(!is_allowed(peer, &[("cookie", "sandbox-control=t0ken"), ("origin", "http://evil.example")]));
            assert!(!is_allowed(peer, &[("cookie", "sandbox-control=")]));
        }
        // Local clients don't need it.
        assert!(access.check_control(&local, &headers(&[("host", "localhost:8080")])).is_ok());
        assert!(access.check_control(&remote, &headers(&[("host", "localhost:8080")])).is_err());
        let open = Access::default();
        assert!(open.check_control(&remote, &headers(&[("authorization", "Bearer ")])).is_err());
    }
}
