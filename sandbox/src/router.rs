//! Routes each request to the control routes, a page or the API.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State as Shared};
use axum::http::{Method, Response};
use tokio::sync::oneshot;

use crate::api::body;
use crate::control;
use crate::delivery::courier as delivery;
use crate::http::connection::{Listener, Peer};
use crate::http::pages;
use crate::http::server::{Server, failed};

/// One fallback and no routes: the document is the routing table, and it has templates (`{userIdOrExternalId}` and
/// `{zendeskId}` in the same position) that a path router rejects.
fn router(server: Arc<Server>) -> Router {
    Router::new().fallback(serve).with_state(server)
}

async fn serve(
    Shared(server): Shared<Arc<Server>>,
    ConnectInfo(peer): ConnectInfo<Peer>,
    request: Request,
) -> Response<Body> {
    let (head, mut body) = request.into_parts();
    let path = head.uri.path();
    let response = if path == control::HEALTH && (head.method == Method::GET || head.method == Method::HEAD) {
        control::health().map(Body::from)
    } else if control::is_for(path) {
        control::response(&server, &peer, &head, &mut body).await
    } else if let Err(error) = server.access.check_host(&head.headers) {
        failed(error).map(Body::from)
    } else {
        let page = pages::find(&head, &server.state(), &server.context);
        match page {
            Some(page) => page.map(Body::from),
            None => server.take(&peer, &head, &mut body).await.map(Body::from),
        }
    };
    body::discard(&mut body).await;
    response
}

/// Serves requests until stopped. Open connections end with the runtime: waiting for idle clients would delay a drop.
pub(crate) async fn run(listener: std::net::TcpListener, server: Arc<Server>, stopped: oneshot::Receiver<()>) {
    let listener = match tokio::net::TcpListener::from_std(listener) {
        Ok(listener) => Listener(listener),
        Err(error) => return eprintln!("sandbox: {error}"),
    };
    tokio::spawn(delivery::run(Arc::clone(&server)));
    let router = router(server);
    tokio::spawn(async move { axum::serve(listener, router.into_make_service_with_connect_info::<Peer>()).await });
    // An error means that the sandbox was dropped, so the server stops as well.
    let _ = stopped.await;
}
