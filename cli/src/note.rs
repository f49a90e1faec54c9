//! Lines on stderr.

/// Prints a line to stderr. Unlike `eprintln!`, it doesn't panic if nothing can be written.
macro_rules! note {
    ($($argument:tt)*) => {{
        let _ = std::io::Write::write_fmt(&mut std::io::stderr(), format_args!("{}\n", format_args!($($argument)*)));
    }};
}
