//! One attempt to send a request.

use std::borrow::Cow;
use std::process;
use std::time::{Duration, Instant};

use http::header::{ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, COOKIE};
use http::{HeaderValue, Method, Uri};
use ureq::{AsSendBody, SendBody};

use super::Transport;
use super::failure::{self, Limit};
use super::response::{Outcome, RawResponse};
use crate::auth::credentials::Authorization;
use crate::error::{Error, Result};
use crate::observer::{AttemptEnd, AttemptStart, Observed};
use crate::request::url::checked_url;
use crate::request::{Body, MAX_URL, Request};

impl Transport {
    /// Sends a request once, and calls the observer.
    pub(super) fn observed_attempt(
        &self,
        observer: &Observed,
        request: &mut Request,
        limit: Limit,
        attempts: &mut u32,
    ) -> Result<RawResponse> {
        let (operation, method, path) = (request.operation, request.method.clone(), request.template);
        let start = AttemptStart { operation, method: &method, path, attempt: *attempts + 1, sent: request.size() };
        observer.call(|observer| observer.attempt_start(&start));
        let started = Instant::now();
        let result = self.attempt(request, limit, attempts);
        let Outcome { status, error, request_id, received } = Outcome::of(&result);
        let end = AttemptEnd { start, elapsed: started.elapsed(), status, error, request_id, received };
        observer.call(|observer| observer.attempt_end(&end));
        result
    }

    /// Sends a request once. `attempts` counts the requests that are sent.
    pub(super) fn attempt(&self, request: &mut Request, limit: Limit, attempts: &mut u32) -> Result<RawResponse> {
        let authorization = self.authorization.as_ref().filter(|_| !request.anonymous);
        request.authorization = authorization.map(Authorization::header).transpose()?;
        let base_url = self.base_url_of(request)?;
        let head = self.head(request, &base_url)?;
        // An operation may declare another media type of JSON, and a caller the media type of any content.
        let declared = request.headers.get(CONTENT_TYPE).cloned();
        let json = HeaderValue::from_static("application/json");
        let form = HeaderValue::from_static("application/x-www-form-urlencoded");
        let response = match &request.body {
            // ureq would declare a body of unknown length for methods that usually have a body.
            Body::None if matches!(request.method, Method::POST | Method::PUT | Method::PATCH) => {
                *attempts += 1;
                self.run(with_body(head, [].as_slice(), None, Some(0)), limit, &base_url)
            }
            Body::None => {
                *attempts += 1;
                self.run(with_body(head, SendBody::none(), None, None), limit, &base_url)
            }
            Body::Json(bytes) => {
                *attempts += 1;
                self.run(with_bytes(head, bytes, declared.unwrap_or(json)), limit, &base_url)
            }
            Body::Form { text, .. } => {
                *attempts += 1;
                self.run(with_bytes(head, text.as_bytes(), form), limit, &base_url)
            }
            Body::Raw { content_type, bytes } => {
                *attempts += 1;
                self.run(with_bytes(head, bytes, declared.unwrap_or_else(|| content_type.clone())), limit, &base_url)
            }
            Body::Multipart => {
                let mut multipart = request.parts.open(self.max_upload_size)?;
                let content_type = HeaderValue::try_from(&multipart.content_type)
                    .map_err(|_| Error::invalid("body", "invalid form"))?;
                *attempts += 1;
                let body = SendBody::from_reader(&mut multipart.reader);
                let response = self.run(with_body(head, body, Some(content_type), multipart.length), limit, &base_url);
                // If a file can't be read, this is why the request failed.
                match multipart.failure.get() {
                    Some(failure) => {
                        Err(Error::invalid(&failure.field, format!("the file could not be sent: {}", failure.message))
                            .with_kind(failure.kind))
                    }
                    None => response,
                }
            }
        }?;
        let redirect = request.redirects && (300..400).contains(&response.status);
        if (200..300).contains(&response.status) || redirect {
            Ok(response)
        } else {
            Err(response.api_error(self.authorization.is_some()))
        }
    }

    /// Returns the URL that the request's path is appended to.
    pub(super) fn base_url_of(&self, request: &Request) -> Result<Cow<'_, str>> {
        match request.server {
            None => Ok(Cow::Borrowed(&self.base_url)),
            Some(server) => server_url(server, self).map(Cow::Owned),
        }
    }

    /// Returns everything except the body.
    fn head(&self, request: &Request, base_url: &str) -> Result<http::Request<()>> {
        let uri = format!("{base_url}{}{}", request.path, request.query.encoded());
        if uri.len() > MAX_URL {
            let parameter = request.query.longest().unwrap_or("path");
            return Err(Error::invalid(
                parameter,
                format!("the URL has {} bytes; at most {MAX_URL} are possible", uri.len()),
            ));
        }
        let uri: Uri = uri
            .parse()
            .map_err(|e| Error::invalid("path", "invalid path; percent-encode special characters").with_source(e))?;
        let mut head = http::Request::new(());
        *head.method_mut() = request.method.clone();
        *head.uri_mut() = uri;
        let headers = head.headers_mut();
        let accept = HeaderValue::try_from(request.accept);
        headers.insert(ACCEPT, accept.unwrap_or_else(|_| HeaderValue::from_static("*/*")));
        if let Some(authorization) = &request.authorization {
            headers.insert(AUTHORIZATION, authorization.clone());
        }
        for source in [&self.headers, &request.headers] {
            for name in source.keys() {
                headers.remove(name);
                for value in source.get_all(name) {
                    headers.append(name, value.clone());
                }
            }
        }
        if !request.cookies.is_empty() {
            let own = headers.get(COOKIE).and_then(|cookies| cookies.to_str().ok()).map(str::to_owned);
            let cookies = request.cookies.iter().map(|(name, value)| format!("{name}={value}"));
            let text = own.into_iter().chain(cookies).collect::<Vec<_>>().join("; ");
            let mut cookies = HeaderValue::try_from(text)
                .map_err(|_| Error::invalid("cookie", "header value contains invalid characters"))?;
            cookies.set_sensitive(true);
            headers.insert(COOKIE, cookies);
        }
        Ok(head)
    }

    /// Sends a request, and returns the response when its headers have arrived.
    pub(crate) fn send_request<B: AsSendBody>(
        &self,
        request: http::Request<B>,
        limit: Limit,
        host: &str,
    ) -> Result<http::Response<ureq::Body>> {
        // Set on every request, because the caller may have provided the agent.
        let agent = &self.agent;
        let request = agent
            .configure_request(request)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_connect(limit.connect)
            .timeout_global(limit.remaining);
        let request = if limit.headers.is_some() { request.timeout_recv_response(limit.headers) } else { request };
        let request = match &self.environment {
            // The agent has the proxy of the base URL.
            Some(environment) if host != self.base_url => request.proxy(environment.proxy_for(host)?),
            _ => request,
        };
        // An agent of the caller would share its connections with the other process after a fork.
        let is_forked = self.process.is_some_and(|process| process != process::id());
        let request = if limit.fresh || is_forked { request.max_idle_age(Duration::ZERO) } else { request }.build();
        agent.run(request).map_err(|error| self.failure(error, limit, host))
    }

    fn run<B: AsSendBody>(&self, request: http::Request<B>, limit: Limit, host: &str) -> Result<RawResponse> {
        let response = self.send_request(request, limit, host)?;
        let (parts, mut body) = response.into_parts();
        let (status, headers, max) = (parts.status.as_u16(), parts.headers, self.max_response_size);
        if limit.stream && parts.status.is_success() {
            let stream = Some(body.into_with_config().limit(max).reader());
            return Ok(RawResponse { status, headers, body: Vec::new(), stream, attempts: 1 });
        }
        let body = match body.with_config().limit(max).read_to_vec() {
            Ok(body) => body,
            // The status code is more useful than the failure to read the body.
            Err(_) if !parts.status.is_success() => Vec::new(),
            Err(error) => return Err(self.failure(error, limit, host)),
        };
        Ok(RawResponse::of(status, headers, body))
    }

    /// Converts an error of ureq.
    pub(crate) fn failure(&self, error: ureq::Error, limit: Limit, host: &str) -> Error {
        let proxy = match &self.environment {
            Some(environment) if host != self.base_url => environment.proxy_for(host).ok().flatten(),
            _ => self.agent.config().proxy().cloned(),
        };
        let uri = host.parse::<Uri>();
        let proxy = proxy.filter(|proxy| uri.is_ok_and(|uri| !proxy.is_no_proxy(&uri)));
        failure::of_attempt(error, limit, host, proxy.as_ref())
    }
}

/// Returns the URL of an operation's own server.
fn server_url(server: &str, transport: &Transport) -> Result<String> {
    let url = match (server.contains("{subdomain}"), &transport.subdomain) {
        (true, None) => {
            return Err(Error::configuration(format!(
                "this operation uses the server {server}: set `ApiClientBuilder::subdomain`"
            )));
        }
        (true, Some(subdomain)) => Cow::Owned(server.replace("{subdomain}", subdomain)),
        (false, _) => Cow::Borrowed(server),
    };
    if url.contains("://") {
        return checked_url(&url, transport.allow_http)
            .map_err(|message| Error::configuration(format!("server {url}: {message}")));
    }
    let base = &transport.base_url;
    let authority = base.find("://").map_or(0, |scheme| scheme + "://".len());
    let end = base.get(authority..).and_then(|rest| rest.find('/')).map_or(base.len(), |slash| authority + slash);
    let origin = base.get(..end).unwrap_or(base);
    let path = url.trim_matches('/');
    Ok(if path.is_empty() { origin.to_owned() } else { format!("{origin}/{path}") })
}

fn with_bytes(head: http::Request<()>, bytes: &[u8], content_type: HeaderValue) -> http::Request<&[u8]> {
    with_body(head, bytes, Some(content_type), Some(bytes.len() as u64))
}

fn with_body<B>(
    head: http::Request<()>,
    body: B,
    content_type: Option<HeaderValue>,
    length: Option<u64>,
) -> http::Request<B> {
    let mut request = head.map(|()| body);
    if let Some(content_type) = content_type {
        request.headers_mut().insert(CONTENT_TYPE, content_type);
    }
    if let Some(length) = length {
        request.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from(length));
    }
    request
}
