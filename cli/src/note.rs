//! Lines on stderr.

use std::io::{self, Write};

/// Prints a line to stderr. Unlike `eprintln!`, it replaces characters that would control the terminal, and doesn't panic if nothing
/// can be written.
macro_rules! note {
    ($($argument:tt)*) => {
        crate::note::print(&crate::output::safe(&format!($($argument)*)))
    };
}

/// Prints a line as it is, in one call, so that lines of several threads and of stdout don't mix.
pub fn print(line: &str) {
    let _ = io::stderr().write_all(format!("{line}\n").as_bytes());
}
