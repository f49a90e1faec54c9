//! Lines on stderr.

/// Prints a line to stderr, in one call, so that lines of several threads and of stdout don't mix. Unlike `eprintln!`, it doesn't
/// panic if nothing can be written.
macro_rules! note {
    ($($argument:tt)*) => {{
        let line = format!("{}\n", format_args!($($argument)*));
        let _ = std::io::Write::write_all(&mut std::io::stderr(), line.as_bytes());
    }};
}
