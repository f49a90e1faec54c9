//! Downloaded files: written to a temporary file, which gets its name when it is complete.

use std::fs::{self, File};
use std::io::{self, Seek, Write};
use std::path::{Path, PathBuf};

use crate::base::random::random;

/// A file that is removed unless it gets its name.
pub(crate) struct Temporary {
    file: File,
    path: PathBuf,
}

impl Temporary {
    /// Creates a file in the folder of a path, so that renaming it doesn't copy it.
    pub(crate) fn next_to(path: &Path) -> io::Result<Self> {
        let folder = path.parent().unwrap_or_else(|| Path::new(""));
        let path = folder.join(format!(".{:016x}.part", random()));
        Ok(Self { file: File::create_new(&path)?, path })
    }

    pub(crate) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)
    }

    /// Discards the content.
    pub(crate) fn restart(&mut self) -> io::Result<()> {
        self.file.rewind()?;
        self.file.set_len(0)
    }

    /// Waits until the content is on the disk.
    pub(crate) fn sync(&self) -> io::Result<()> {
        self.file.sync_all()
    }

    /// Gives the file its name. An existing file is an error unless it may be replaced.
    pub(crate) fn rename(&self, path: &Path, replace: bool) -> io::Result<()> {
        if replace {
            fs::rename(&self.path, path)?;
        } else {
            // A link never replaces a file, even if another program creates it at the same time. `drop` removes the other name.
            match fs::hard_link(&self.path, path) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                    // Not all file systems have links.
                    if fs::symlink_metadata(path).is_ok() {
                        return Err(io::Error::from(io::ErrorKind::AlreadyExists));
                    }
                    fs::rename(&self.path, path)?;
                }
                linked => linked?,
            }
        }
        sync_folder(path);
        Ok(())
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

/// Makes the name durable. Not all systems can; the content is on the disk in any case.
fn sync_folder(path: &Path) {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// Returns the names to try for a file in a folder: `a.jpg`, `a (2).jpg`, `a (3).jpg` and so on.
pub(crate) fn candidates(name: &str) -> impl Iterator<Item = String> {
    let (stem, extension) = match name.rfind('.').filter(|at| *at > 0).and_then(|at| name.split_at_checked(at)) {
        Some(parts) => parts,
        None => (name, ""),
    };
    (1_u32..).map(move |number| if number == 1 { name.to_owned() } else { format!("{stem} ({number}){extension}") })
}
