use std::fs::{self, File};
use std::path::PathBuf;

use super::*;
use crate::error::ErrorKind;

/// Reads a form, and returns it with its boundary replaced.
fn sent(parts: &mut Parts) -> (String, Option<u64>) {
    let mut form = parts.open(None).unwrap();
    let mut body = String::new();
    form.reader.read_to_string(&mut body).unwrap();
    let boundary = form.content_type.strip_prefix("multipart/form-data; boundary=").unwrap();
    assert!(form.length.is_none_or(|length| length == body.len() as u64));
    (body.replace(boundary, "B"), form.length)
}

#[test]
fn parts_are_sent_in_order_byte_for_byte() {
    let mut parts = Parts::default();
    parts.push_text("title", "Zoë".to_owned(), None);
    parts.push_file("a", Upload::bytes("a\".txt", b"one\r\n".as_slice()));
    parts.push_text("meta", "{\"k\":1}".to_owned(), Some("application/json"));
    parts.push_file("b", Upload::bytes("b.png", b"".as_slice()));
    parts.push_file("b", Upload::reader("c", Cursor::new("three")).length(5));
    let (body, length) = sent(&mut parts);
    assert_eq!(
        body,
        "--B\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nZoë\r\n\
         --B\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a%22.txt\"\r\nContent-Type: text/plain\r\n\r\none\r\n\r\n\
         --B\r\nContent-Disposition: form-data; name=\"meta\"\r\nContent-Type: application/json\r\n\r\n{\"k\":1}\r\n\
         --B\r\nContent-Disposition: form-data; name=\"b\"; filename=\"b.png\"\r\nContent-Type: image/png\r\n\r\n\r\n\
         --B\r\nContent-Disposition: form-data; name=\"b\"; filename=\"c\"\r\nContent-Type: application/octet-stream\r\n\r\nthree\r\n\
         --B--\r\n"
    );
    assert!(length.is_some());
}

#[test]
fn one_unknown_length_makes_the_length_of_the_form_unknown() {
    let mut parts = Parts::default();
    parts.push_file("a", Upload::bytes("a", b"one".as_slice()));
    parts.push_file("b", Upload::reader("b", Cursor::new("two")));
    assert!(parts.is_stream() && parts.is_repeatable());
    assert_eq!(sent(&mut parts).1, None);
    // The reader has been consumed.
    assert!(!parts.is_repeatable());
    let error = parts.open(None).err().unwrap();
    assert_eq!((error.parameter(), error.to_string().as_str()), (Some("b"), "b: the reader has already been consumed"));
}

#[test]
fn a_form_that_was_not_read_up_to_its_reader_can_be_sent_again() {
    let mut parts = Parts::default();
    parts.push_text("a", "x".repeat(100), None);
    parts.push_file("b", Upload::reader("b", Cursor::new("two")));
    parts.open(None).unwrap().reader.read_exact(&mut [0; 50]).unwrap();
    assert!(parts.is_repeatable());
    assert!(sent(&mut parts).0.contains("\r\n\r\ntwo\r\n"));
}

#[test]
fn failures_name_the_field() {
    let mut parts = Parts::default();
    parts.push_file("a", Upload::bytes("a", b"one".as_slice()));
    parts.push_file("b", Upload::bytes("b", b"four".as_slice()));
    let error = parts.open(Some(3)).err().unwrap();
    assert!(error.to_string().starts_with("b: the file has 4 bytes, more than the limit of 3"), "{error}");
    let mut parts = Parts::default();
    parts.push_file("a", Upload::bytes("a", b"one".as_slice()));
    parts.push_file("b", Upload::reader("b", Cursor::new("short")).length(9));
    let mut form = parts.open(None).unwrap();
    assert!(form.reader.read_to_end(&mut Vec::new()).is_err());
    let failure = form.failure.get().unwrap();
    assert_eq!((failure.field.as_str(), failure.message.as_str()), ("b", "it ends after 5 of 9 bytes"));
    assert_eq!(failure.kind, ErrorKind::Upload);
    let mut parts = Parts::default();
    parts.push_text("t", "x".to_owned(), Some("text\r\nX: y"));
    assert_eq!(parts.open(None).err().unwrap().parameter(), Some("t"));
}

/// A file for one test.
struct Temporary(PathBuf);

impl Temporary {
    fn new(name: &str, content: &[u8]) -> Self {
        let path = std::env::temp_dir().join(format!("sunco-open-{}-{name}", std::process::id()));
        fs::write(&path, content).unwrap();
        Self(path)
    }

    fn append(&self, content: &[u8]) {
        io::Write::write_all(&mut File::options().append(true).open(&self.0).unwrap(), content).unwrap();
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

#[test]
fn a_file_that_grows_is_sent_as_it_was_opened() {
    for (size, text) in [(0, "none"), (5, "few"), (65_536, "small"), (65_537, "large"), (300_000, "larger")] {
        let content = vec![b'x'; size];
        let file = Temporary::new(text, &content);
        let mut parts = Parts::default();
        parts.push_file("a", Upload::path(&file.0));
        assert!(!parts.is_stream());
        let mut form = parts.open(None).unwrap();
        let length = form.length.expect("a length");
        file.append(b"added");
        let mut body = Vec::new();
        form.reader.read_to_end(&mut body).unwrap();
        assert_eq!(body.len() as u64, length, "{size}");
        assert!(form.failure.get().is_none() && !body.windows(5).any(|part| part == b"added"), "{size}");
        drop(form);
        // The next attempt opens it again.
        assert!(parts.is_repeatable());
        assert_eq!(parts.open(None).unwrap().length, Some(length + 5));
    }
}

#[test]
fn a_large_file_that_shrinks_is_an_error() {
    let file = Temporary::new("shrinks", &[b'x'; 100_000]);
    let mut parts = Parts::default();
    parts.push_file("a", Upload::path(&file.0));
    let mut form = parts.open(None).unwrap();
    File::options().write(true).open(&file.0).unwrap().set_len(70_000).unwrap();
    assert!(form.reader.read_to_end(&mut Vec::new()).is_err());
    assert_eq!(form.failure.get().unwrap().message, "it ends after 70000 of 100000 bytes");
}

#[test]
fn a_part_can_be_replaced() {
    let mut parts = Parts::default();
    parts.push_text("a", "1".to_owned(), None);
    parts.push_text("b", "2".to_owned(), None);
    parts.remove("a");
    parts.push_text("a", "3".to_owned(), None);
    assert_eq!(parts.texts().collect::<Vec<_>>(), [("b", "2"), ("a", "3")]);
    assert_eq!(format!("{parts:?}"), "b: 1 bytes of text, a: 1 bytes of text");
}
