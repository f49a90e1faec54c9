//! The file that a job resumes from.
//!
//! The first line names the job. Every other line is a finished item: a checksum, `+` or `-`, its key, and the error if it
//! failed. A failed item isn't done: it is processed again when the job is resumed.

use std::fs::{File, TryLockError};
use std::io::{BufRead, BufReader, ErrorKind, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::error::Error;
use crate::seen::Seen;

/// How journals begin.
const MAGIC: &str = "sunshine-conversations-bulk 1 ";
/// The number of lines, and the time, after which lines are written to the disk.
const BATCH: (u32, Duration) = (100, Duration::from_secs(1));

/// An open and locked journal.
pub(crate) struct Journal {
    path: PathBuf,
    file: File,
    /// The kind of keys and the name of the job, escaped. `None` if the file is new.
    header: Option<String>,
    /// The items that are done.
    pub(crate) done: Seen,
    unsynced: u32,
    synced: Instant,
}

impl Journal {
    /// Opens a journal, or creates one. Removes an incomplete last line, which a crash leaves.
    pub(crate) fn open(path: &Path) -> Result<Self, Error> {
        let failed = |action: &'static str| move |error| Error::io(path, action, error);
        let options = || File::options().read(true).write(true).create(true).truncate(false).open(path);
        let mut file = options().map_err(failed("open the file"))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(Error::new(path, "another job uses it; wait until that job ends, or use another file"));
            }
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {}
            Err(TryLockError::Error(error)) => return Err(Error::io(path, "lock the file", error)),
        }
        let mut journal = Self {
            path: path.to_owned(),
            file: file.try_clone().map_err(failed("open the file"))?,
            header: None,
            done: Seen::default(),
            unsynced: 0,
            synced: Instant::now(),
        };
        let end = journal.read(&mut BufReader::new(&mut file))?;
        file.set_len(end).map_err(failed("remove an incomplete line"))?;
        journal.file.seek(SeekFrom::Start(end)).map_err(failed("find the end of the file"))?;
        Ok(journal)
    }

    /// Reads the lines, and returns the position after the last complete one.
    fn read(&mut self, file: &mut impl BufRead) -> Result<u64, Error> {
        let (mut end, mut number, mut line) = (0, 0_u64, Vec::new());
        // The last line may be incomplete, also if the disk has allocated space for it.
        let mut corrupt: Option<u64> = None;
        loop {
            line.clear();
            let length =
                file.read_until(b'\n', &mut line).map_err(|error| Error::io(&self.path, "read the file", error))?;
            if length == 0 {
                return Ok(end);
            }
            if let Some(number) = corrupt {
                let message = format!("line {number} is corrupt; restore the file, or start again with a new one");
                return Err(Error::new(&self.path, message));
            }
            number += 1;
            let complete = line.strip_suffix(b"\n");
            if number == 1 {
                match complete.and_then(|line| line.strip_prefix(MAGIC.as_bytes())) {
                    Some(header) => self.header = Some(String::from_utf8_lossy(header).into_owned()),
                    None if complete.is_none() && MAGIC.as_bytes().starts_with(&line) => {}
                    None if complete.is_none() && line.starts_with(MAGIC.as_bytes()) => {}
                    None => return Err(Error::new(&self.path, "the file isn't a journal; use another path")),
                }
                end = if complete.is_some() { length as u64 } else { 0 };
                continue;
            }
            match complete.and_then(entry) {
                Some(Entry::Done(key)) => drop(self.done.insert(&key)),
                Some(Entry::Failed) => {}
                None => {
                    corrupt = Some(number);
                    continue;
                }
            }
            end += length as u64;
        }
    }

    /// Begins or resumes the job with this name.
    pub(crate) fn begin(&mut self, keys: &str, name: &str) -> Result<(), Error> {
        let header = format!("{keys} {}", escaped(name.as_bytes(), true));
        match &self.header {
            None => {
                self.write(format!("{MAGIC}{header}\n"))?;
                self.sync()?;
                self.header = Some(header);
                Ok(())
            }
            Some(known) if *known == header => Ok(()),
            Some(known) => {
                let message = format!("it belongs to another job (`{known}` instead of `{header}`); use another file");
                Err(Error::new(&self.path, message))
            }
        }
    }

    /// Adds an item that is done.
    pub(crate) fn done(&mut self, key: &[u8]) -> Result<(), Error> {
        self.line(&format!("+ {}", escaped(key, false)))
    }

    /// Adds an item that failed.
    pub(crate) fn failed(&mut self, key: &[u8], error: &str) -> Result<(), Error> {
        self.line(&format!("- {} {}", escaped(key, false), escaped(error.as_bytes(), true)))
    }

    fn line(&mut self, entry: &str) -> Result<(), Error> {
        self.write(format!("{:08x} {entry}\n", checksum(entry.as_bytes())))?;
        self.unsynced += 1;
        self.sync_if_due()
    }

    /// One call for a line, so that the end of the process doesn't leave a part of it.
    fn write(&mut self, text: String) -> Result<(), Error> {
        self.file.write_all(text.as_bytes()).map_err(|error| Error::io(&self.path, "write to the file", error))
    }

    /// Writes lines to the disk, if there are enough of them or some are old.
    pub(crate) fn sync_if_due(&mut self) -> Result<(), Error> {
        let is_due = self.unsynced >= BATCH.0 || (self.unsynced > 0 && self.synced.elapsed() >= BATCH.1);
        if is_due { self.sync() } else { Ok(()) }
    }

    /// Writes all lines to the disk.
    pub(crate) fn sync(&mut self) -> Result<(), Error> {
        self.file.sync_data().map_err(|error| Error::io(&self.path, "write the file to the disk", error))?;
        (self.unsynced, self.synced) = (0, Instant::now());
        Ok(())
    }
}

enum Entry {
    Done(Vec<u8>),
    Failed,
}

/// Reads a line. `None` if it is corrupt.
fn entry(line: &[u8]) -> Option<Entry> {
    let (sum, entry) = line.split_at_checked(8)?;
    let entry = entry.strip_prefix(b" ")?;
    if u32::from_str_radix(str::from_utf8(sum).ok()?, 16) != Ok(checksum(entry)) {
        return None;
    }
    match entry.split_at_checked(2)? {
        (b"+ ", key) => Some(Entry::Done(unescaped(key)?)),
        (b"- ", _) => Some(Entry::Failed),
        _ => None,
    }
}

/// The FNV-1a hash, which finds lines that a crash has damaged.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// Replaces `%`, control characters and invalid UTF-8 by `%` and two digits, and spaces unless they are kept.
fn escaped(bytes: &[u8], keeps_spaces: bool) -> String {
    let mut text = String::with_capacity(bytes.len());
    let escape = |text: &mut String, byte: u8| text.push_str(&format!("%{byte:02X}"));
    for chunk in bytes.utf8_chunks() {
        for character in chunk.valid().chars() {
            if character == '%' || character.is_ascii_control() || (character == ' ' && !keeps_spaces) {
                escape(&mut text, character as u8);
            } else {
                text.push(character);
            }
        }
        chunk.invalid().iter().for_each(|byte| escape(&mut text, *byte));
    }
    text
}

fn unescaped(text: &[u8]) -> Option<Vec<u8>> {
    let (mut bytes, mut rest) = (Vec::with_capacity(text.len()), text);
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let (digits, after) = rest.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(str::from_utf8(digits).ok()?, 16).ok()?);
        rest = after;
    }
    Some(bytes)
}

#[cfg(test)]
#[path = "journal/tests.rs"]
mod tests;
