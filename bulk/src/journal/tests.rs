use std::fs;

use super::*;

/// A path that doesn't exist, in a folder that is deleted after the test.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("bulk-journal-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    fn path(&self) -> PathBuf {
        self.0.join("job.journal")
    }

    fn open(&self) -> Journal {
        Journal::open(&self.path()).expect("a journal")
    }

    /// Writes a journal with these keys.
    fn with(name: &str, keys: &[&[u8]]) -> Self {
        let scratch = Self::new(name);
        let mut journal = scratch.open();
        journal.begin("keys", "a test").expect("a new journal");
        keys.iter().for_each(|key| journal.done(key).expect("a line"));
        scratch
    }

    fn error(&self) -> String {
        Journal::open(&self.path()).err().expect("an error").to_string()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn items_that_are_done_are_read_again() {
    let keys: [&[u8]; 7] = [b"a", b"", b"with space", b"100%\n\r\t", b"\xff\xfe", "größe".as_bytes(), b"+ - \0"];
    let scratch = Scratch::with("read", &keys);
    let mut journal = scratch.open();
    assert!(keys.iter().all(|key| journal.done.contains(key)));
    journal.failed(b"failed", "404\nnot found").unwrap();
    drop(journal);
    let journal = scratch.open();
    assert!(!journal.done.contains(b"failed") && !journal.done.contains(b"b"));
    let text = fs::read_to_string(scratch.path()).unwrap();
    assert!(text.starts_with("sunshine-conversations-bulk 1 keys a test\n"), "{text}");
    assert!(text.contains(" + größe\n") && text.ends_with(" - failed 404%0Anot found\n"), "{text}");
}

#[test]
fn an_incomplete_last_line_is_removed_wherever_it_ends() {
    let scratch = Scratch::with("torn", &[b"a", b"b"]);
    let complete = fs::read(scratch.path()).unwrap();
    let first = complete.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    let second = complete[first..].iter().position(|byte| *byte == b'\n').unwrap() + first + 1;
    for length in 0..complete.len() {
        fs::write(scratch.path(), &complete[..length]).unwrap();
        let mut journal = scratch.open();
        assert_eq!((journal.done.contains(b"a"), journal.done.contains(b"b")), (length >= second, false), "{length}");
        journal.begin("keys", "a test").unwrap();
        journal.done(b"c").unwrap();
        drop(journal);
        assert!(scratch.open().done.contains(b"c"), "{length}");
    }
    // Space that was allocated, but not written.
    fs::write(scratch.path(), [complete.as_slice(), b"\0\0\0\0\0\0\n"].concat()).unwrap();
    assert!(scratch.open().done.contains(b"b"));
    assert_eq!(fs::read(scratch.path()).unwrap(), complete);
}

#[test]
fn damage_elsewhere_is_an_error_with_its_line() {
    let scratch = Scratch::with("damage", &[b"a", b"b", b"c"]);
    let text = fs::read_to_string(scratch.path()).unwrap();
    for (from, to, line) in [(" + b", " + x", 3), (" + b", " * b", 3), (" + a\n", " + a", 2), (" + b", "", 3)] {
        fs::write(scratch.path(), text.replace(from, to)).unwrap();
        assert!(scratch.error().contains(&format!("line {line} is corrupt")), "{}", scratch.error());
    }
}

#[test]
fn another_file_is_not_changed() {
    let scratch = Scratch::new("other");
    for content in ["id,name\n1,Ada\n", "id,name", "\n", "sunshine-conversations-bulk 2 keys \n"] {
        fs::write(scratch.path(), content).unwrap();
        assert!(scratch.error().contains("isn't a journal"), "{content}");
        assert_eq!(fs::read_to_string(scratch.path()).unwrap(), content);
    }
}

#[test]
fn a_journal_belongs_to_one_job() {
    let scratch = Scratch::with("name", &[b"a"]);
    for (kind, name) in [("keys", "another"), ("positions", "a test"), ("keys", "")] {
        let error = scratch.open().begin(kind, name).unwrap_err().to_string();
        assert!(error.contains("it belongs to another job (`keys a test`"), "{error}");
    }
    scratch.open().begin("keys", "a test").unwrap();
}

#[test]
fn two_jobs_cannot_use_a_journal_at_the_same_time() {
    let scratch = Scratch::with("lock", &[]);
    let journal = scratch.open();
    assert!(scratch.error().contains("another job uses it"), "{}", scratch.error());
    drop(journal);
    scratch.open();
}
