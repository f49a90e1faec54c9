//! Connections while a request is being sent: deadlines, early responses, forks and signals.

use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use sunshine_conversations::{ApiClient, Credentials, Error, ErrorKind, RetryPolicy, Upload};

const APP: &str = "5d8cff3cd55b040010928b5b";

/// A server that handles each connection in its own thread.
fn serve(handle: impl Fn(TcpStream) -> io::Result<()> + Clone + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for connection in listener.incoming() {
            let (handle, connection) = (handle.clone(), connection.unwrap());
            // The client may close the connection at any time.
            thread::spawn(move || drop(handle(connection)));
        }
    });
    url
}

fn client(url: &str) -> ApiClient {
    let credentials = Credentials::basic("app_1", "secret");
    let builder = ApiClient::builder().base_url(url).no_proxy().credentials(credentials);
    builder.retry(RetryPolicy::none()).build().unwrap()
}

/// Reads up to the end of the request's head.
fn read_head(mut connection: &TcpStream) -> io::Result<Vec<u8>> {
    let (mut head, mut byte) = (Vec::new(), [0]);
    while !head.ends_with(b"\r\n\r\n") {
        connection.read_exact(&mut byte)?;
        head.push(byte[0]);
    }
    Ok(head)
}

fn respond(mut connection: &TcpStream, status: &str, body: &str) -> io::Result<()> {
    let head = format!("HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n", body.len());
    connection.write_all(format!("{head}{body}").as_bytes())
}

/// The ways to upload a number of bytes: with and without a declared length.
fn uploads(size: usize) -> [Upload; 3] {
    [
        Upload::bytes("a.bin", vec![b'x'; size]),
        Upload::reader("a.bin", io::repeat(b'x').take(size as u64)).length(size as u64),
        Upload::reader("a.bin", io::repeat(b'x').take(size as u64)),
    ]
}

fn send(api: &ApiClient, upload: Upload, timeout: Duration) -> Error {
    api.upload_attachment(APP, upload).timeout(timeout).send().unwrap_err()
}

#[test]
fn a_deadline_holds_while_a_server_does_not_read() {
    let timeout = Duration::from_millis(1000);
    let mut cases = Vec::new();
    // Nothing; a little at the start; a little from time to time.
    for (first, pause) in
        [(0, None), (300_000, None), (0, Some(5)), (0, Some(15)), (0, Some(30)), (2_000_000, Some(40))]
    {
        let url = serve(move |connection| {
            read_head(&connection)?;
            let mut some = vec![0; first];
            (&connection).read_exact(&mut some)?;
            let Some(pause) = pause else {
                thread::sleep(Duration::from_secs(20));
                return Ok(());
            };
            loop {
                (&connection).read_exact(&mut [0; 1000])?;
                thread::sleep(Duration::from_millis(pause));
            }
        });
        for upload in uploads(40_000_000) {
            let api = client(&url);
            cases.push(thread::spawn(move || {
                let begun = Instant::now();
                let error = send(&api, upload, timeout);
                let taken = begun.elapsed();
                assert!(error.is_timeout(), "{error:?}");
                assert!(error.to_string().contains("timed out after 1s (call timeout)"), "{error}");
                // ureq's own connections take twice as long if a write is accepted in part.
                assert!(taken >= timeout && taken < timeout * 3 / 2, "{first} {pause:?}: {taken:?}");
            }));
        }
    }
    cases.into_iter().for_each(|case| case.join().unwrap());
}

#[test]
fn an_early_response_is_returned() {
    type After = fn(TcpStream) -> io::Result<()>;
    let closes: After = |_| Ok(());
    let waits: After = |connection| {
        thread::sleep(Duration::from_secs(20));
        drop(connection);
        Ok(())
    };
    let reads_slowly: After = |mut connection| loop {
        connection.read_exact(&mut [0; 1000])?;
        thread::sleep(Duration::from_millis(5));
    };
    let stops_sending: After = |connection| {
        connection.shutdown(std::net::Shutdown::Write)?;
        io::copy(&mut &connection, &mut io::sink()).map(drop)
    };
    for (name, after) in
        [("closes", closes), ("waits", waits), ("reads slowly", reads_slowly), ("stops sending", stops_sending)]
    {
        for (status, hint) in
            [("413 Payload Too Large", "50 MB"), ("401 Unauthorized", ""), ("429 Too Many Requests", "")]
        {
            let url = serve(move |connection| {
                read_head(&connection)?;
                respond(&connection, status, r#"{"errors":[{"code":"early","title":"No"}]}"#)?;
                after(connection)
            });
            for size in [5_000_000, 40_000_000] {
                for upload in uploads(size) {
                    let error = send(&client(&url), upload, Duration::from_secs(60));
                    assert_eq!(error.status(), status[..3].parse().ok(), "{name}, {size}: {error:?}");
                    assert_eq!(error.code(), Some("early"), "{name}, {size}: {error:?}");
                    assert!(error.to_string().contains(hint), "{error}");
                }
            }
        }
    }
}

#[test]
fn an_informational_response_does_not_end_a_request() {
    let received = Arc::new(Mutex::new(0));
    let url = serve({
        let received = Arc::clone(&received);
        move |mut connection| {
            read_head(&connection)?;
            connection.write_all(b"HTTP/1.1 100 Continue\r\n\r\n")?;
            // The client has to wait, and sees the response meanwhile.
            thread::sleep(Duration::from_millis(300));
            let mut body = vec![0; 5_000_000];
            connection.read_exact(&mut body)?;
            *received.lock().unwrap() += body.len();
            respond(&connection, "400 Bad Request", r#"{"errors":[{"code":"complete"}]}"#)?;
            io::copy(&mut &connection, &mut io::sink()).map(drop)
        }
    });
    let error = send(&client(&url), Upload::bytes("a.bin", vec![b'x'; 5_000_000]), Duration::from_secs(60));
    assert_eq!((error.code(), *received.lock().unwrap()), (Some("complete"), 5_000_000));
}

#[test]
fn a_connection_that_is_lost_while_sending_is_an_error() {
    let url = serve(|connection| {
        read_head(&connection)?;
        (&connection).read_exact(&mut [0; 1000])
    });
    for upload in uploads(5_000_000) {
        let error = send(&client(&url), upload, Duration::from_secs(60));
        assert_eq!((error.kind(), error.status()), (ErrorKind::Connection, None), "{error:?}");
    }
}

/// A server that keeps connections open, and returns the number of the connection as the app's name.
#[cfg(unix)]
fn numbered() -> String {
    use std::sync::atomic::{AtomicUsize, Ordering};

    let count = Arc::new(AtomicUsize::new(0));
    serve(move |connection| {
        let number = count.fetch_add(1, Ordering::SeqCst) + 1;
        loop {
            read_head(&connection)?;
            respond(&connection, "200 OK", &format!(r#"{{"app":{{"id":"a","displayName":"{number}"}}}}"#))?;
        }
    })
}

#[cfg(unix)]
fn number(api: &ApiClient) -> Option<i32> {
    api.get_app(APP).send().ok()?.app.display_name?.parse().ok()
}

/// The processes of a fork must not read each other's responses.
#[cfg(unix)]
#[test]
fn a_fork_does_not_share_connections() {
    let agent = sunshine_conversations::ureq::Agent::new_with_defaults();
    let builder = || ApiClient::builder().base_url(numbered()).no_proxy();
    let own_agent = ApiClient::builder().base_url(numbered()).agent(agent).build().unwrap();
    for api in [builder().build().unwrap(), own_agent] {
        assert_eq!((number(&api), number(&api)), (Some(1), Some(1)));
        // SAFETY: the child only calls the client, and ends without running anything of the test's process.
        let child = unsafe { libc::fork() };
        if child == 0 {
            let first = number(&api);
            let result = if first == Some(2) { number(&api.clone()).unwrap_or(101) } else { first.unwrap_or(100) + 50 };
            // SAFETY: ends this process at once.
            unsafe { libc::_exit(result) }
        }
        let mut status = 0;
        // SAFETY: waits for the child.
        assert_eq!(unsafe { libc::waitpid(child, &raw mut status, 0) }, child);
        assert!(
            libc::WIFEXITED(status) && [2, 3].contains(&libc::WEXITSTATUS(status)),
            "{}",
            libc::WEXITSTATUS(status)
        );
        // The parent's connection is still open.
        assert_eq!(number(&api), Some(1));
    }
}

/// A handler without `SA_RESTART` interrupts system calls.
#[cfg(unix)]
#[test]
fn signals_do_not_interrupt_calls() {
    extern "C" fn ignore(_: libc::c_int) {}

    let url = serve(|connection| {
        loop {
            let head = String::from_utf8(read_head(&connection)?).unwrap();
            let length = head
                .to_lowercase()
                .split("content-length: ")
                .nth(1)
                .and_then(|rest| rest.split("\r\n").next()?.parse::<u64>().ok());
            thread::sleep(Duration::from_millis(150));
            io::copy(&mut (&connection).take(length.unwrap_or(0)), &mut io::sink())?;
            thread::sleep(Duration::from_millis(150));
            respond(&connection, "400 Bad Request", r#"{"errors":[{"code":"complete"}]}"#)?;
        }
    });
    // SAFETY: the handler does nothing, and the structure is valid when it is all zeros.
    unsafe {
        let mut action: libc::sigaction = std::mem::zeroed();
        action.sa_sigaction = ignore as *const () as usize;
        assert_eq!(libc::sigaction(libc::SIGUSR1, &raw const action, std::ptr::null_mut()), 0);
    }
    // SAFETY: returns this thread's ID.
    let this = unsafe { libc::pthread_self() } as usize;
    let running = Arc::new(Mutex::new(true));
    let sender = thread::spawn({
        let running = Arc::clone(&running);
        move || {
            let mut sent = 0;
            while *running.lock().unwrap() {
                // SAFETY: the thread runs until this one has ended.
                unsafe { libc::pthread_kill(this as libc::pthread_t, libc::SIGUSR1) };
                sent += 1;
                thread::sleep(Duration::from_millis(3));
            }
            sent
        }
    });
    for timeout in [None, Some(Duration::from_secs(30))] {
        let api = client(&url);
        let error = api.create_user(APP, &sunshine_conversations::models::UserCreateBody::new()).timeout(timeout);
        let error = error.send().unwrap_err();
        assert_eq!(error.code(), Some("complete"), "{error:?}");
        for upload in uploads(5_000_000).into_iter().take(2) {
            let error = api.upload_attachment(APP, upload).timeout(timeout).send().unwrap_err();
            assert_eq!(error.code(), Some("complete"), "{error:?}");
        }
    }
    *running.lock().unwrap() = false;
    let sent = sender.join().unwrap();
    assert!(sent > 100, "{sent} signals");
}
