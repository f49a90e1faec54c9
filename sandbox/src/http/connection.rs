//! Connections that a fault can close, reset or truncate.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use axum::extract::connect_info::Connected;
use axum::serve;
use axum::serve::IncomingStream;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};

use crate::util::lock::lock;

/// How a connection ends on the next write.
#[derive(Clone, Copy)]
pub(crate) enum Cut {
    /// Closed before anything is sent.
    Close,
    /// Reset before anything is sent.
    Reset,
    /// Closed after the response headers and this much of the body.
    Truncate { head: Head, left: usize },
}

impl Cut {
    pub(crate) fn after_body_bytes(left: usize) -> Self {
        Self::Truncate { head: Head(0), left }
    }

    /// How many bytes may be sent before the cut, and the remaining cut.
    fn pass(self, bytes: &[u8]) -> (usize, Self) {
        let Self::Truncate { mut head, mut left } = self else { return (0, self) };
        let mut passed = 0;
        for byte in bytes {
            if !head.is_over() {
                head = head.then(*byte);
            } else if left > 0 {
                left -= 1;
            } else {
                break;
            }
            passed += 1;
        }
        (passed, Self::Truncate { head, left })
    }
}

/// How much of the empty line after the headers has been seen.
#[derive(Clone, Copy)]
pub(crate) struct Head(u8);

impl Head {
    fn is_over(self) -> bool {
        self.0 == 4
    }

    fn then(self, byte: u8) -> Self {
        match (self.0, byte) {
            (0 | 2, b'\r') | (1 | 3, b'\n') => Self(self.0 + 1),
            (_, b'\r') => Self(1),
            _ => Self(0),
        }
    }
}

/// The peer of a connection, and a handle that cuts it.
#[derive(Clone)]
pub(crate) struct Peer {
    pub(crate) address: SocketAddr,
    cut: Arc<Mutex<Option<Cut>>>,
}

impl Peer {
    /// A peer without a connection on this machine, for a request that isn't received over HTTP.
    pub(crate) fn local() -> Self {
        Self::at(([127, 0, 0, 1], 1).into())
    }

    pub(crate) fn at(address: SocketAddr) -> Self {
        Self { address, cut: Arc::default() }
    }

    pub(crate) fn cut(&self, cut: Cut) {
        *lock(&self.cut) = Some(cut);
    }
}

impl Connected<IncomingStream<'_, Listener>> for Peer {
    fn connect_info(stream: IncomingStream<'_, Listener>) -> Self {
        Self { address: *stream.remote_addr(), cut: Arc::clone(&stream.io().cut) }
    }
}

pub(crate) struct Listener(pub(crate) TcpListener);

impl serve::Listener for Listener {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        let (stream, address) = serve::Listener::accept(&mut self.0).await;
        (Connection { stream, cut: Arc::default() }, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

pub(crate) struct Connection {
    stream: TcpStream,
    cut: Arc<Mutex<Option<Cut>>>,
}

impl AsyncRead for Connection {
    fn poll_read(self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let cut = *lock(&this.cut);
        let Some(cut) = cut else {
            return Pin::new(&mut this.stream).poll_write(context, bytes);
        };
        let (passed, _) = cut.pass(bytes);
        if passed == 0 {
            if matches!(cut, Cut::Reset) {
                this.stream.set_zero_linger()?;
            }
            return Poll::Ready(Err(io::ErrorKind::ConnectionAborted.into()));
        }
        let written = Pin::new(&mut this.stream).poll_write(context, &bytes[..passed]);
        if let Poll::Ready(Ok(written)) = written {
            *lock(&this.cut) = Some(cut.pass(&bytes[..written]).1);
        }
        written
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_shutdown(context)
    }
}
