//! TCP connections. ureq's own ones can exceed a timeout while a request is sent, miss a response that arrives before the
//! request was sent, and are shared by both processes after a fork.

use std::io::{self, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process;
use std::time::{Duration, Instant};

use ureq::config::Config;
use ureq::unversioned::resolver::DefaultResolver;
#[cfg(feature = "native-tls")]
use ureq::unversioned::transport::NativeTlsConnector;
#[cfg(feature = "rustls")]
use ureq::unversioned::transport::RustlsConnector;
#[cfg(feature = "socks-proxy")]
use ureq::unversioned::transport::SocksConnector;
use ureq::unversioned::transport::{
    Buffers, ConnectProxyConnector, ConnectionDetails, Connector, Either, LazyBuffers, NextTimeout, Transport,
};
use ureq::{Agent, Error, Timeout};

/// How long sending blocks before it is checked whether the server has already responded.
const SLICE: Duration = Duration::from_millis(50);
/// The shortest time for one of several addresses of a host.
const SHORTEST_CONNECT: Duration = Duration::from_millis(10);

/// Creates an agent that uses these connections, except to SOCKS proxies.
pub(crate) fn agent(config: Config) -> Agent {
    let connector = ();
    #[cfg(feature = "socks-proxy")]
    let connector = connector.chain(SocksConnector::default());
    let connector = connector.chain(ConnectProxyConnector::default()).chain(TcpConnector);
    #[cfg(feature = "rustls")]
    let connector = connector.chain(RustlsConnector::default());
    #[cfg(feature = "native-tls")]
    let connector = connector.chain(NativeTlsConnector::default());
    Agent::with_parts(config, connector, DefaultResolver::default())
}

#[derive(Debug)]
struct TcpConnector;

impl<In: Transport> Connector<In> for TcpConnector {
    type Out = Either<In, Connection>;

    fn connect(&self, details: &ConnectionDetails, chained: Option<In>) -> Result<Option<Self::Out>, Error> {
        if let Some(chained) = chained {
            return Ok(Some(Either::A(chained)));
        }
        let stream = connect(&details.addrs, Deadline::new(details.timeout))?;
        stream.set_nodelay(details.config.no_delay())?;
        let buffers = LazyBuffers::new(details.config.input_buffer_size(), details.config.output_buffer_size());
        let connection = Connection {
            stream,
            buffers,
            process: process::id(),
            has_early_response: false,
            read_timeout: None,
            write_timeout: None,
        };
        Ok(Some(Either::B(connection)))
    }
}

/// Connects to the first address that accepts. The limit of each address is half of the remaining time, except for the last one.
fn connect(addresses: &[SocketAddr], deadline: Deadline) -> Result<TcpStream, Error> {
    let mut failure = Error::HostNotFound;
    for (index, address) in addresses.iter().enumerate() {
        let is_last = index + 1 == addresses.len();
        let connected = match deadline.left()? {
            None => TcpStream::connect(address),
            Some(left) if is_last => TcpStream::connect_timeout(address, left),
            Some(left) => TcpStream::connect_timeout(address, (left / 2).max(SHORTEST_CONNECT)),
        };
        failure = match connected {
            Ok(stream) => return Ok(stream),
            Err(error) if is_timeout(&error) => deadline.error(),
            Err(error) => Error::Io(error),
        };
    }
    Err(failure)
}

/// The time at which an operation of ureq must end.
#[derive(Clone, Copy)]
struct Deadline {
    at: Option<Instant>,
    reason: Timeout,
}

impl Deadline {
    fn new(timeout: NextTimeout) -> Self {
        let after = (!timeout.after.is_not_happening()).then(|| *timeout.after);
        Self { at: after.and_then(|after| Instant::now().checked_add(after)), reason: timeout.reason }
    }

    /// Returns the time that is left. `None` if there is no limit.
    fn left(self) -> Result<Option<Duration>, Error> {
        match self.at.map(|at| at.saturating_duration_since(Instant::now())) {
            Some(Duration::ZERO) => Err(self.error()),
            left => Ok(left),
        }
    }

    fn error(self) -> Error {
        Error::Timeout(self.reason)
    }
}

/// A connection to the server or to its proxy.
#[derive(Debug)]
struct Connection {
    stream: TcpStream,
    buffers: LazyBuffers,
    /// The process that made the connection.
    process: u32,
    /// Whether the server responded before the request was sent. The rest of the request is discarded then.
    has_early_response: bool,
    read_timeout: Option<Duration>,
    write_timeout: Option<Duration>,
}

impl Connection {
    /// Returns the start of the input that hasn't been read, without waiting for it.
    fn peek<'a>(&self, start: &'a mut [u8]) -> io::Result<&'a [u8]> {
        self.stream.set_nonblocking(true)?;
        let peeked = self.stream.peek(start);
        self.stream.set_nonblocking(false)?;
        Ok(start.get(..peeked?).unwrap_or_default())
    }

    /// Returns `true` if a response has arrived. With TLS, the input can't be recognized as one.
    fn has_response(&self) -> bool {
        // A response with status code 1xx isn't the final one.
        let mut start = [0; "HTTP/1.1 200".len()];
        self.peek(&mut start).is_ok_and(|start| {
            start.starts_with(b"HTTP/1.") && start.get("HTTP/1.1 ".len()).is_some_and(|class| *class != b'1')
        })
    }

    /// Returns `true` if anything has arrived.
    fn has_input(&self) -> bool {
        self.peek(&mut [0]).is_ok_and(|start| !start.is_empty())
    }
}

impl Transport for Connection {
    fn buffers(&mut self) -> &mut dyn Buffers {
        &mut self.buffers
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        let deadline = Deadline::new(timeout.for_write());
        let mut sent = 0;
        while !self.has_early_response {
            // Each wait for the server is short, because std can't wait for input at the same time.
            let slice = Some(deadline.left()?.map_or(SLICE, |left| left.min(SLICE)));
            if self.write_timeout != slice {
                self.stream.set_write_timeout(slice)?;
                self.write_timeout = slice;
            }
            let unsent = self.buffers.output().get(sent..amount).unwrap_or_default();
            if unsent.is_empty() {
                return Ok(());
            }
            match (&self.stream).write(unsent) {
                Ok(0) => return Err(io::Error::from(ErrorKind::WriteZero).into()),
                Ok(count) if count == unsent.len() => return Ok(()),
                Ok(count) => {
                    sent += count;
                    self.has_early_response = self.has_response();
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) if is_timeout(&error) => self.has_early_response = self.has_response(),
                // A server that responds early closes the connection while the request is still being sent.
                Err(_) if self.has_input() => self.has_early_response = true,
                Err(error) => return Err(error.into()),
            }
        }
        deadline.left().map(drop)
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        let deadline = Deadline::new(timeout.for_read());
        loop {
            let left = deadline.left()?;
            if self.read_timeout != left {
                self.stream.set_read_timeout(left)?;
                self.read_timeout = left;
            }
            match self.stream.read(self.buffers.input_append_buf()) {
                Ok(count) => {
                    self.buffers.input_appended(count);
                    return Ok(count > 0);
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) if is_timeout(&error) => return Err(deadline.error()),
                Err(error) => return Err(error.into()),
            }
        }
    }

    fn is_open(&mut self) -> bool {
        // After a fork, the connection belongs to the other process.
        if self.has_early_response || self.process != process::id() {
            return false;
        }
        // Without a request, a server sends nothing; it may have closed the connection.
        matches!(self.peek(&mut [0]), Err(error) if error.kind() == ErrorKind::WouldBlock)
    }
}

/// Returns `true` if an operation of a socket timed out. The kind depends on the operating system.
fn is_timeout(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut)
}
