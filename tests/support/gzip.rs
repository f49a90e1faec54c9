//! Compressed responses.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

#[cfg(feature = "gzip")]
use super::server::response;

/// A compressed response.
#[cfg(feature = "gzip")]
pub fn gzip(status: u16, content: impl AsRef<[u8]>) -> Vec<u8> {
    response(status, &[("Content-Encoding", "gzip")], compressed(content))
}

/// Data of a few kilobytes that decompresses to this many megabytes.
pub fn bomb(megabytes: usize) -> Vec<u8> {
    // Concatenated files are one file.
    compressed(vec![b'0'; 1 << 20]).repeat(megabytes)
}

pub fn compressed(content: impl AsRef<[u8]>) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content.as_ref()).and_then(|()| encoder.finish()).expect("memory is large enough")
}
