//! `sunco export`: users, conversations and messages as NDJSON files.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::error::Error;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use sunshine_conversations::models::ConversationListFilter;
use sunshine_conversations::{AppClient, Call, ErrorKind, Json, Paginated};
use sunshine_conversations_bulk::{Job, Report};
use tempfile::SpooledTempFile;

use super::job::{self, Problem, Settings};
use super::rows;
use crate::failure::{Failure, Result};
use crate::globals::Globals;

/// The kinds of records, which are the names of the files.
const KINDS: [&str; 7] = ["users", "clients", "devices", "conversations", "participants", "messages", "attachments"];
/// The records of a user that stay in memory. More are in a temporary file.
const IN_MEMORY: usize = 256 * 1024;
const JOURNAL: &str = "export.journal";
const MANIFEST: &str = "manifest.json";

/// Returns the command.
pub fn subcommand() -> Command {
    let option = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help)
    };
    let flag = |name: &'static str, help: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue).help(help);
    let command = Command::new("export")
        .about("Write users, conversations and messages to NDJSON files")
        .long_about(
            "Writes users, their clients, devices, conversations, participants and messages to a folder, one NDJSON file for \
             each kind. Each line is the JSON that the API returned; records within a user or conversation also have the fields \
             `userId` or `conversationId`. The manifest has the number of lines and the SHA-256 checksum of each file. It is \
             written last, so a folder with a manifest is complete.\n\nThe API doesn't list all users of an app. \
             Pass the IDs or external IDs that your systems know with --users.\n\nWith --shard 3/16, a machine exports the third of \
             16 parts: the users whose ID has this remainder. A conversation of users in several parts is in each of these \
             parts, with the same ID.",
        )
        .after_help(
            "Examples:\n  sunco export --users users.csv --to backup --attachments\n  sunco export --user steve --to steve\n  \
             sunco export --users users.csv --to part-3 --shard 3/16",
        )
        .arg(option("to", "FOLDER", "Folder for the files").required(true).value_parser(clap::value_parser!(PathBuf)))
        .arg(option("users", "FILE", "Users: a CSV or NDJSON file with `id` or `externalId`, or an ID per line; - for stdin"))
        .arg(option("user", "USER", "ID or external ID of a user").action(ArgAction::Append))
        .arg(option("conversation", "ID", "ID of a conversation").action(ArgAction::Append))
        .arg(flag("configuration", "Also write the app, integrations, webhooks and switchboards"))
        .arg(flag("attachments", "Also download the files of messages"))
        .arg(flag("resume", "Continue an export that was interrupted"))
        .arg(option("shard", "N/M", "Export only the Nth of M parts").value_parser(shard));
    job::add_to(command)
}

/// A part of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Shard {
    number: u32,
    of: u32,
}

fn shard(text: &str) -> std::result::Result<Shard, String> {
    let parsed = text.split_once('/').and_then(|(number, of)| Some((number.parse().ok()?, of.parse().ok()?)));
    match parsed {
        Some((number, of)) if (1..=of).contains(&number) => Ok(Shard { number, of }),
        _ => Err(format!("`{text}` must be a part and the number of parts, such as 3/16")),
    }
}

impl Shard {
    /// Returns whether an ID belongs to the part. SHA-256, so that every version and machine agrees, and the parts of IDs
    /// that differ in few digits are of the same size.
    fn has(self, id: &str) -> bool {
        let hash = Sha256::digest(id.as_bytes()).iter().take(8).fold(0, |hash, byte| hash << 8 | u64::from(*byte));
        hash % u64::from(self.of) + 1 == u64::from(self.number)
    }
}

/// An item of the job.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Item {
    User(String),
    Conversation(String),
}

impl Item {
    fn key(&self) -> String {
        match self {
            Self::User(id) => format!("user {id}"),
            Self::Conversation(id) => format!("conversation {id}"),
        }
    }
}

/// Runs the command.
pub fn run(globals: &Globals, matches: &ArgMatches) -> Result<()> {
    let shard = matches.get_one::<Shard>("shard").copied();
    let items = items(matches, shard)?;
    let folder = matches.get_one::<PathBuf>("to").cloned().unwrap_or_default();
    if globals.dry_run {
        let account = globals.account()?;
        for item in &items {
            let (path, query) = match item {
                Item::User(id) => ("conversations".to_owned(), vec![("filter[userId]".to_owned(), id.clone())]),
                Item::Conversation(id) => (format!("conversations/{id}/messages"), Vec::new()),
            };
            let url = format!("{}/v2/apps/{}/{path}", account.base_url(), account.app()?);
            globals.show(&crate::request::Preview {
                method: "GET",
                url,
                query: &query,
                headers: &[],
                body: None,
                files: &[],
            })?;
        }
        return Ok(());
    }
    let settings = Settings::new(globals, matches)?;
    let options = Options {
        attachments: matches.get_flag("attachments").then(|| folder.join("attachments")),
        configuration: matches.get_flag("configuration"),
        shard,
    };
    let report = write(&settings, &folder, items, &options, matches.get_flag("resume"))?;
    let mut resume = job::command_line();
    if !matches.get_flag("resume") {
        resume += " --resume";
    }
    settings.result(&report, &resume)
}

fn items(matches: &ArgMatches, shard: Option<Shard>) -> Result<Vec<Item>> {
    let texts = |name: &str| matches.get_many::<String>(name).into_iter().flatten().cloned();
    let mut users: Vec<String> = texts("user").collect();
    if let Some(path) = matches.get_one::<String>("users") {
        users.extend(rows::users(path)?);
    }
    let items = users.into_iter().map(Item::User).chain(texts("conversation").map(Item::Conversation));
    let is_chosen = |item: &Item| match item {
        Item::User(id) | Item::Conversation(id) => shard.is_none_or(|shard| shard.has(id)),
    };
    let mut seen = HashSet::new();
    let given: Vec<Item> = items.filter(|item| seen.insert(item.key())).collect();
    if given.is_empty() && !matches.get_flag("configuration") {
        return Err(Failure::usage("nothing to export: use --users, --user, --conversation or --configuration"));
    }
    Ok(given.into_iter().filter(is_chosen).collect())
}

/// The options of an export.
#[derive(Debug, Default)]
pub struct Options {
    /// The folder for files of messages.
    attachments: Option<PathBuf>,
    configuration: bool,
    shard: Option<Shard>,
}

/// Returns how many files of messages an export lacks.
fn missing_files(folder: &Path) -> Result<usize> {
    let file = BufReader::new(File::open(folder.join("attachments.ndjson"))?);
    let mut missing = 0;
    for line in file.lines() {
        let record: Value = serde_json::from_str(&line?).unwrap_or_default();
        missing += usize::from(record.get("error").is_some());
    }
    Ok(missing)
}

/// Exports a single user to a folder, with all files.
pub fn user(settings: &Settings, folder: &Path, id: &str) -> Result<()> {
    let options = Options { attachments: Some(folder.join("attachments")), ..Options::default() };
    let report = write(settings, folder, vec![Item::User(id.to_owned())], &options, folder.join(JOURNAL).exists())?;
    // An export that was interrupted before it began is a report without failures.
    if folder.join(MANIFEST).exists() {
        let missing = missing_files(folder)?;
        let message =
            format!("{id}: {missing} files couldn't be downloaded: see attachments.ndjson in {}", folder.display());
        return if missing == 0 { Ok(()) } else { Err(Failure::Io(message)) };
    }
    let error = report.failures.first().map_or("interrupted", |failure| &failure.error);
    Err(Failure::Io(format!("can't export {id}: {error}")))
}

fn write(settings: &Settings, folder: &Path, items: Vec<Item>, options: &Options, resume: bool) -> Result<Report> {
    let files = Files::open(folder, resume)?;
    let done = files.done.clone();
    let seen = Mutex::new(files.conversations()?);
    let files = Mutex::new(files);
    if options.configuration && !done.contains("configuration") {
        let mut staged = Staged::default();
        configuration(&settings.app, &mut staged)?;
        lock(&files).commit("configuration", staged)?;
    }
    let total = items.len();
    let left: Vec<_> = items.into_iter().filter(|item| !done.contains(&item.key())).collect();
    let skipped = total - left.len();
    if skipped > 0 {
        note!("{skipped} of {total} users and conversations are already exported");
    }
    let mut display = settings.display("users and conversations");
    let work = |item: &Item| -> Outcome<()> {
        if lock(&files).failure.is_some() {
            return Err("not exported".to_owned().into());
        }
        let mut staged = Staged::default();
        let mut reader = Reader { app: &settings.app, settings, options, folder, seen: &seen, claimed: Vec::new() };
        let read = match item {
            Item::User(id) => reader.user(id, &mut staged),
            Item::Conversation(id) => reader.conversation(id, &mut staged),
        };
        let result = read.and_then(|()| Ok(lock(&files).commit(&item.key(), staged)?));
        if result.is_err() {
            // Another user, or the next attempt, exports them.
            lock(&seen).retain(|id| !reader.claimed.contains(id));
        }
        result
    };
    let report = settings.set_up(Job::without_journal()).on_progress(|progress| display.update(progress)).run_keyed(
        left,
        Item::key,
        work,
    );
    let report = report.map_err(|e| Failure::Io(e.to_string()))?;
    display.finish(&report);
    if let Some(error) = lock(&files).failure.take() {
        return Err(Failure::Io(format!(
            "can't write to {}: {error}; --resume continues the export",
            folder.display()
        )));
    }
    for failure in &report.failures {
        note!("{}: {}", failure.key, failure.error);
    }
    if report.is_complete() && !settings.cancel.is_canceled() {
        let files = files.into_inner().unwrap_or_else(PoisonError::into_inner);
        let missing = files.missing;
        files.finish(settings.app.id().as_str(), options, total)?;
        if missing > 0 {
            note!("{missing} files couldn't be downloaded: see `error` in attachments.ndjson");
        }
    }
    Ok(report)
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

type Outcome<T> = std::result::Result<T, Problem>;

/// The records of an item until it is complete.
#[derive(Default)]
struct Staged {
    records: BTreeMap<&'static str, SpooledTempFile>,
    /// The files that couldn't be downloaded.
    missing: usize,
}

impl Staged {
    fn add(&mut self, kind: &'static str, line: &str) -> io::Result<()> {
        let file = self.records.entry(kind).or_insert_with(|| SpooledTempFile::new(IN_MEMORY));
        file.write_all(line.as_bytes())?;
        file.write_all(b"\n")
    }
}

/// Reads the records of an item from the API.
struct Reader<'a> {
    app: &'a AppClient,
    settings: &'a Settings,
    options: &'a Options,
    folder: &'a Path,
    /// The conversations that are exported or in progress, because users share them.
    seen: &'a Mutex<HashSet<String>>,
    /// Those of this item.
    claimed: Vec<String>,
}

impl Reader<'_> {
    fn user(&mut self, id: &str, staged: &mut Staged) -> Outcome<()> {
        let raw = self.app.get_user(id).send_full()?.raw;
        let user = Json::from_text(String::from_utf8_lossy(&raw))?.get::<Json>("user")?.unwrap_or_default();
        let id = user.get::<String>("id")?.unwrap_or_default();
        staged.add("users", &compact(user.as_str()))?;
        let owner = ("userId", id.as_str());
        each(self.app.list_clients(&*id), "clients", |line| Ok(staged.add("clients", &with(line, owner)?)?))?;
        let devices = self.app.list_devices(&*id).send_full()?.raw;
        for line in list(&devices, "devices")? {
            staged.add("devices", &with(line.as_str(), owner)?)?;
        }
        let filter = ConversationListFilter::new().with_user_id(&*id);
        let mut conversations = Vec::new();
        each(self.app.list_conversations(&filter), "conversations", |line| {
            conversations.push(Json::from_text(line)?);
            Ok(())
        })?;
        for conversation in conversations {
            let id = conversation.get::<String>("id")?.unwrap_or_default();
            if self.claim(&id) {
                self.parts_of(&id, conversation.as_str(), staged)?;
            }
        }
        Ok(())
    }

    /// Returns whether this item exports a conversation.
    fn claim(&mut self, id: &str) -> bool {
        let is_new = lock(self.seen).insert(id.to_owned());
        self.claimed.extend(is_new.then(|| id.to_owned()));
        is_new
    }

    fn conversation(&mut self, id: &str, staged: &mut Staged) -> Outcome<()> {
        if !self.claim(id) {
            return Ok(());
        }
        let raw = self.app.get_conversation(id).send_full()?.raw;
        let json = Json::from_text(String::from_utf8_lossy(&raw))?;
        let conversation = json.get::<Json>("conversation")?.unwrap_or_default();
        self.parts_of(id, conversation.as_str(), staged)
    }

    fn parts_of(&self, id: &str, conversation: &str, staged: &mut Staged) -> Outcome<()> {
        staged.add("conversations", &compact(conversation))?;
        let owner = ("conversationId", id);
        each(self.app.list_participants(id), "participants", |line| {
            Ok(staged.add("participants", &with(line, owner)?)?)
        })?;
        let mut urls = Vec::new();
        each(self.app.list_messages(id), "messages", |line| {
            if self.settings.cancel.is_canceled() {
                return Err("interrupted".to_owned().into());
            }
            if self.options.attachments.is_some() {
                let message: Value = serde_json::from_str(line).unwrap_or_default();
                let id = message.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
                urls.extend(media_urls(&message).into_iter().map(|url| (id.clone(), url)));
            }
            Ok(staged.add("messages", &with(line, owner)?)?)
        })?;
        let Some(folder) = &self.options.attachments else { return Ok(()) };
        for (index, (message, url)) in urls.iter().enumerate() {
            let record = self.attachment(&folder.join(safe(id)), message, url, index)?;
            staged.missing += usize::from(record.get("error").is_some());
            staged.add("attachments", &with(&record.to_string(), owner)?)?;
        }
        Ok(())
    }

    /// Downloads a file. One that can't be downloaded is noted, because its host may no longer exist.
    fn attachment(&self, folder: &Path, message: &str, url: &str, index: usize) -> Outcome<Value> {
        let folder = folder.join(format!("{}-{index}", safe(message)));
        fs::create_dir_all(&folder)?;
        let downloaded = self.app.client().download(url).and_then(|call| call.overwrite(true).to_folder(&folder));
        match downloaded {
            Ok(path) => {
                let Content { bytes, sha256, .. } = Content::of(&path)?;
                let path = path.strip_prefix(self.folder).unwrap_or(&path).display().to_string();
                Ok(json!({"messageId": message, "url": url, "path": path, "bytes": bytes, "sha256": sha256}))
            }
            // This machine couldn't write it.
            Err(error) if error.kind() == ErrorKind::Download && error.source().is_some() => Err(error.into()),
            Err(error) => Ok(json!({"messageId": message, "url": url, "error": error.to_string()})),
        }
    }
}

/// Writes the app and its settings.
fn configuration(app: &AppClient, staged: &mut Staged) -> Outcome<()> {
    let raw = app.get_app().send_full()?.raw;
    staged.add("app", &compact(&String::from_utf8_lossy(&raw)))?;
    let mut integrations = Vec::new();
    each(app.list_integrations(), "integrations", |line| {
        integrations.push(Json::from_text(line)?.get::<String>("id")?.unwrap_or_default());
        Ok(staged.add("integrations", &compact(line))?)
    })?;
    for id in integrations {
        let raw = app.list_webhooks(&*id).send_full();
        match raw {
            Ok(response) => {
                for line in list(&response.raw, "webhooks")? {
                    staged.add("webhooks", &with(line.as_str(), ("integrationId", &id))?)?;
                }
            }
            // Not every type of integration has webhooks.
            Err(error) if error.status().is_some_and(|status| status < 500) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let switchboards = app.list_switchboards().send_full()?.raw;
    for switchboard in list(&switchboards, "switchboards")? {
        staged.add("switchboards", &compact(switchboard.as_str()))?;
        let id = switchboard.get::<String>("id")?.unwrap_or_default();
        let raw = app.list_switchboard_integrations(&*id).send_full()?.raw;
        for line in list(&raw, "switchboardIntegrations")? {
            staged.add("switchboardIntegrations", &with(line.as_str(), ("switchboardId", &id))?)?;
        }
    }
    Ok(())
}

/// Passes each item of a listing as the API returned it.
fn each<O: Paginated>(call: Call<O>, key: &str, mut item: impl FnMut(&str) -> Outcome<()>) -> Outcome<()> {
    let mut pages = call.pages();
    while let Some(page) = pages.next_full() {
        for line in list(&page?.raw, key)? {
            item(line.as_str())?;
        }
    }
    Ok(())
}

fn list(response: &[u8], key: &str) -> sunshine_conversations::Result<Vec<Json>> {
    Ok(Json::from_text(String::from_utf8_lossy(response))?.get(key)?.unwrap_or_default())
}

/// Returns JSON without line breaks.
fn compact(json: &str) -> String {
    // Line breaks within strings are escaped.
    if json.contains('\n') { json.replace(['\n', '\r'], "") } else { json.to_owned() }
}

/// Adds a field to an object, unless it has it.
fn with(json: &str, (key, value): (&str, &str)) -> Outcome<String> {
    let object = Json::from_text(json)?;
    let json = compact(json);
    let json = json.trim();
    if object.get::<Json>(key)?.is_some() {
        return Ok(json.to_owned());
    }
    let rest = json.strip_prefix('{').unwrap_or(json);
    let separator = if rest.trim_start().starts_with('}') { "" } else { "," };
    Ok(format!("{{{}:{}{separator}{rest}", json!(key), json!(value)))
}

/// Returns the URLs of files in a message.
fn media_urls(value: &Value) -> BTreeSet<String> {
    let mut urls = BTreeSet::new();
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                match value {
                    Value::String(url) if key == "mediaUrl" && url.starts_with("http") => {
                        urls.insert(url.clone());
                    }
                    other => urls.extend(media_urls(other)),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| urls.extend(media_urls(item))),
        _ => {}
    }
    urls
}

/// Returns an ID as the name of a folder.
fn safe(id: &str) -> String {
    let is_safe = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    id.chars().map(|c| if is_safe(c) { c } else { '_' }).collect()
}

/// A line of the journal: an item that is complete, and the sizes of the files after it.
#[derive(Serialize, Deserialize)]
struct Entry {
    done: String,
    sizes: BTreeMap<String, u64>,
}

/// The files of an export.
struct Files {
    folder: PathBuf,
    files: BTreeMap<String, (File, u64)>,
    journal: File,
    done: HashSet<String>,
    /// The files that couldn't be downloaded.
    missing: usize,
    /// Why the files can't be written, such as a full disk. They may have parts of records after it.
    failure: Option<io::Error>,
}

impl Files {
    fn open(folder: &Path, resume: bool) -> Result<Self> {
        let failed = |e: io::Error| Failure::Io(format!("can't write to {}: {e}", folder.display()));
        fs::create_dir_all(folder).map_err(failed)?;
        let path = folder.join(JOURNAL);
        let is_used = fs::read_dir(folder).map_err(failed)?.next().is_some();
        if is_used && !resume {
            let message = "isn't empty: use --resume to continue an export, or another folder";
            return Err(Failure::usage(format!("{} {message}", folder.display())));
        }
        if is_used && !path.exists() {
            let state = if folder.join(MANIFEST).exists() { "is complete" } else { "isn't an export" };
            return Err(Failure::usage(format!("{} {state}", folder.display())));
        }
        let journal = OpenOptions::new().create(true).read(true).append(true).open(&path).map_err(failed)?;
        // A file system without locks is accepted.
        if matches!(journal.try_lock(), Err(TryLockError::WouldBlock)) {
            let message = "another export writes to it; wait until that ends, or use another folder";
            return Err(Failure::usage(format!("{}: {message}", folder.display())));
        }
        let mut files = Self {
            folder: folder.to_owned(),
            files: BTreeMap::new(),
            journal,
            done: HashSet::new(),
            missing: 0,
            failure: None,
        };
        let sizes = files.read_journal().map_err(failed)?;
        for kind in KINDS {
            files.file(kind).map_err(failed)?;
        }
        let kinds: Vec<String> = sizes.keys().cloned().collect();
        for kind in &kinds {
            files.file(kind).map_err(failed)?;
        }
        // Removes the part of an item that wasn't complete.
        for (kind, (file, size)) in &mut files.files {
            *size = sizes.get(kind).copied().unwrap_or_default();
            file.set_len(*size).map_err(failed)?;
            file.seek(SeekFrom::End(0)).map_err(failed)?;
        }
        Ok(files)
    }

    /// Reads the items that are complete, and the sizes of the files. Ends at the first entry that the files don't have:
    /// a power failure may lose data that was written last.
    fn read_journal(&mut self) -> io::Result<BTreeMap<String, u64>> {
        let mut sizes = BTreeMap::new();
        let mut end = 0;
        let actual = |kind: &str| fs::metadata(self.folder.join(format!("{kind}.ndjson"))).map_or(0, |data| data.len());
        let mut reader = BufReader::new(&self.journal);
        let mut line = String::new();
        while reader.read_line(&mut line)? > 0 && line.ends_with('\n') {
            let Ok(entry) = serde_json::from_str::<Entry>(&line) else { break };
            if entry.sizes.iter().any(|(kind, size)| actual(kind) < *size) {
                break;
            }
            end += line.len() as u64;
            self.done.insert(entry.done);
            sizes = entry.sizes;
            line.clear();
        }
        self.journal.set_len(end)?;
        Ok(sizes)
    }

    /// Returns the IDs of the conversations that an earlier run has written.
    fn conversations(&self) -> io::Result<HashSet<String>> {
        #[derive(Deserialize)]
        struct Line {
            id: String,
        }
        let file = BufReader::new(File::open(self.folder.join("conversations.ndjson"))?);
        let id = |line: io::Result<String>| Ok(serde_json::from_str::<Line>(&line?)?.id);
        file.lines().map(id).collect()
    }

    fn file(&mut self, kind: &str) -> io::Result<&mut (File, u64)> {
        if !self.files.contains_key(kind) {
            let path = self.folder.join(format!("{kind}.ndjson"));
            let file = OpenOptions::new().create(true).truncate(false).read(true).write(true).open(path)?;
            self.files.insert(kind.to_owned(), (file, 0));
        }
        self.files.get_mut(kind).ok_or_else(|| io::Error::other("the file was removed"))
    }

    /// Adds the records of an item, and then the item to the journal. After a failure, nothing is added.
    fn commit(&mut self, item: &str, staged: Staged) -> io::Result<()> {
        if self.failure.is_some() {
            return Err(io::Error::other("not exported"));
        }
        let written = self.write(item, staged);
        if let Err(error) = &written {
            self.failure = Some(io::Error::new(error.kind(), error.to_string()));
        }
        written
    }

    fn write(&mut self, item: &str, staged: Staged) -> io::Result<()> {
        self.missing += staged.missing;
        for (kind, mut lines) in staged.records {
            lines.rewind()?;
            let (file, size) = self.file(kind)?;
            *size += io::copy(&mut lines, file)?;
        }
        let sizes = self.files.iter().map(|(kind, (_, size))| (kind.clone(), *size)).collect();
        let mut line = serde_json::to_vec(&Entry { done: item.to_owned(), sizes })?;
        line.push(b'\n');
        self.journal.write_all(&line)
    }

    /// Writes the manifest and removes the journal.
    fn finish(self, app: &str, options: &Options, items: usize) -> Result<()> {
        let failed = |e: io::Error| Failure::Io(format!("can't write to {}: {e}", self.folder.display()));
        let mut files = Vec::new();
        for (kind, (file, _)) in &self.files {
            file.sync_all().map_err(failed)?;
            let name = format!("{kind}.ndjson");
            let path = self.folder.join(&name);
            let content = Content::of(&path).map_err(failed)?;
            files.push(json!({"path": name, "lines": content.lines, "bytes": content.bytes, "sha256": content.sha256}));
        }
        let manifest = json!({"app": app, "items": items, "shard": options.shard, "files": files});
        let mut text = serde_json::to_string_pretty(&manifest).map_err(|e| failed(e.into()))?;
        text.push('\n');
        let new = self.folder.join("manifest.new");
        fs::write(&new, text).and_then(|()| fs::rename(&new, self.folder.join(MANIFEST))).map_err(failed)?;
        fs::remove_file(self.folder.join(JOURNAL)).map_err(failed)
    }
}

/// The content of a file.
struct Content {
    bytes: u64,
    lines: u64,
    /// The SHA-256 checksum, in hexadecimal.
    sha256: String,
}

impl Content {
    fn of(path: &Path) -> io::Result<Self> {
        let mut file = File::open(path)?;
        let (mut hash, mut bytes, mut lines) = (Sha256::new(), 0, 0);
        let mut buffer = vec![0; 64 * 1024];
        loop {
            let count = file.read(&mut buffer)?;
            let read = buffer.get(..count).unwrap_or_default();
            if read.is_empty() {
                let sha256 = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
                return Ok(Self { bytes, lines, sha256 });
            }
            hash.update(read);
            bytes += read.len() as u64;
            lines += read.iter().filter(|byte| **byte == b'\n').count() as u64;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_is_in_one_part() {
        let parts: Vec<_> = (1..=16).map(|number| Shard { number, of: 16 }).collect();
        let mut sizes = [0; 16];
        for id in (0..4_000).map(|id| format!("{id:024x}")) {
            let chosen: Vec<_> = parts.iter().filter(|part| part.has(&id)).collect();
            assert_eq!(chosen.len(), 1);
            sizes[chosen[0].number as usize - 1] += 1;
        }
        assert!(sizes.iter().all(|size| (150..350).contains(size)), "{sizes:?}");
        assert!(shard("0/3").is_err() && shard("4/3").is_err() && shard("x").is_err() && shard("1/0").is_err());
    }

    #[test]
    fn owners_are_added_once() {
        assert_eq!(with("{ \"a\": 1 }", ("userId", "u")).unwrap(), "{\"userId\":\"u\", \"a\": 1 }");
        assert_eq!(with("{}", ("userId", "u\"")).unwrap(), "{\"userId\":\"u\\\"\"}");
        assert_eq!(with("{\"userId\":\"x\"}", ("userId", "u")).unwrap(), "{\"userId\":\"x\"}");
    }

    #[test]
    fn names_of_folders_are_safe() {
        assert_eq!(safe("../a b"), "___a_b");
        let message =
            json!({"content": {"items": [{"mediaUrl": "https://h/a"}], "mediaUrl": "https://h/b"}, "x": "https://h/c"});
        assert_eq!(media_urls(&message).into_iter().collect::<Vec<_>>(), ["https://h/a", "https://h/b"]);
    }
}
