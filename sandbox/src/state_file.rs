//! A file that keeps the state between runs.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, Sender};
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;
use std::time::Duration;
use std::{fs, io};

use crate::http::server::Server;

/// How long after a change the file is saved.
const DELAY: Duration = Duration::from_secs(2);

/// Saves the state to a file a few seconds after changes, and when dropped.
pub(crate) struct StateFile {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl StateFile {
    pub(crate) fn start(path: PathBuf, server: Arc<Server>) -> io::Result<Self> {
        let (stop, stopped) = mpsc::channel();
        // A link stays one.
        let path = path.canonicalize().unwrap_or(path);
        remove_leftovers(&path);
        // Before the thread starts, so that it saves all changes after this one.
        let mut saved = server.changes();
        // Reports at the start that the file can't be written.
        save(&path, &server)?;
        let thread = std::thread::Builder::new().name("state file".to_owned()).spawn(move || {
            loop {
                let is_over = !matches!(stopped.recv_timeout(DELAY), Err(RecvTimeoutError::Timeout));
                let changes = server.changes();
                if changes != saved {
                    match save(&path, &server) {
                        Ok(()) => saved = changes,
                        Err(error) => eprintln!("sandbox: {error}"),
                    }
                }
                if is_over {
                    return;
                }
            }
        })?;
        Ok(Self { stop: Some(stop), thread: Some(thread) })
    }
}

impl Drop for StateFile {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // The panic has already been printed.
            let _ = thread.join();
        }
    }
}

/// Removes the temporary files of processes that were killed while they saved.
fn remove_leftovers(path: &Path) {
    let (Some(name), Some(folder)) = (path.file_name().and_then(|name| name.to_str()), path.parent()) else { return };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let file = entry.file_name();
        let process = file.to_str().and_then(|file| file.strip_prefix(name)?.strip_prefix('.')?.strip_suffix(".tmp"));
        let is_over = |process: &str| {
            let is_number = process.parse::<u32>().is_ok();
            is_number && Path::new("/proc/self").exists() && !Path::new("/proc").join(process).exists()
        };
        if process.is_some_and(is_over) {
            // It only takes space.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Replaces the file: at any moment, it contains one complete snapshot.
fn save(path: &Path, server: &Server) -> io::Result<()> {
    let located = |error: io::Error| io::Error::new(error.kind(), format!("can't save {}: {error}", path.display()));
    let mut name =
        path.file_name().map(ToOwned::to_owned).ok_or_else(|| located(io::ErrorKind::InvalidInput.into()))?;
    name.push(format!(".{}.tmp", std::process::id()));
    let temporary = path.with_file_name(name);
    let written = write(&temporary, server).and_then(|()| fs::rename(&temporary, path));
    if written.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    written.map_err(located)
}

fn write(path: &Path, server: &Server) -> io::Result<()> {
    let mut options = File::options();
    options.write(true).create(true).truncate(true);
    // The snapshot contains secrets.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut writer = BufWriter::new(options.open(path)?);
    serde_json::to_writer(&mut writer, &server.snapshot())?;
    writer.flush()?;
    writer.get_ref().sync_all()
}
