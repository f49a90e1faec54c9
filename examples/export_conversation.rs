//! Exports all messages of a conversation as NDJSON: one message per line, oldest first.
//!
//! ```text
//! cargo run --example export_conversation -- APP_ID CONVERSATION_ID [--after CURSOR] [--output FILE] [--attachments FOLDER]
//! cargo run --example export_conversation -- --demo [--output FILE]
//! ```
//!
//! Host and credentials are read from the environment: `SUNCO_SUBDOMAIN` or `SUNCO_BASE_URL`, and `SUNCO_KEY_ID` and
//! `SUNCO_KEY_SECRET`, or `SUNCO_TOKEN`. `--demo` needs none of them, and exports 250 messages of a sandbox.
//!
//! The ID of a message is a cursor. If an export ends early, it prints the last ID, and `--after` resumes it. `--after`
//! also exports the new messages after a complete export. The file is then appended to; otherwise, it must be new or
//! empty.
//!
//! `--attachments` also saves the files and images in a folder, each under the ID of its message and its name. Files that are
//! already there aren't downloaded again.
//!
//! A line contains everything that the API sent, including fields that this version of the crate doesn't know.

use std::env;
use std::error::Error;
use std::fs::{self, File};
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use sunshine_conversations::{ApiClient, AppClient, Credentials, ErrorKind as Kind, Json, PartialPage, models::*};
use sunshine_conversations_sandbox::Sandbox;

const USAGE: &str =
    "usage: export_conversation APP_ID CONVERSATION_ID [--after CURSOR] [--output FILE] [--attachments FOLDER]
       export_conversation --demo [--output FILE]";

fn main() -> ExitCode {
    let prepared = Options::parse(env::args().skip(1)).map_err(Box::from).and_then(Export::prepare);
    let mut export = match prepared {
        Ok(export) => export,
        Err(error) => {
            print_error(format_args!("{error}\n"));
            return ExitCode::FAILURE;
        }
    };
    let ended = export.run();
    export.progress("");
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        // The reader closed the pipe (`| head`), and only it knows the last message.
        Err(error) if is_closed_pipe(&*error) => {
            print_error(format_args!("ended early; to resume: --after and the id of the last line you read\n"));
            ExitCode::SUCCESS
        }
        Err(error) => {
            print_error(format_args!("{error}\n"));
            match &export.cursor {
                Some(cursor) => {
                    print_error(format_args!("{} messages written; to resume: --after {cursor}\n", export.written))
                }
                None => print_error(format_args!("no messages written\n")),
            }
            ExitCode::FAILURE
        }
    }
}

struct Export {
    app: AppClient,
    conversation: ConversationId,
    lines: Box<dyn Write>,
    /// The ID of the last message that was written.
    cursor: Option<String>,
    written: usize,
    /// The folder for attachments.
    attachments: Option<PathBuf>,
    shows_progress: bool,
    _sandbox: Option<Sandbox>,
}

impl Export {
    fn prepare(options: Options) -> Result<Self, Box<dyn Error>> {
        let (app, conversation, sandbox) = match options.source {
            Source::Real { app, conversation } => (ApiClient::from_env()?.app(app), conversation, None),
            Source::Demo => {
                let (sandbox, app, conversation) = demo()?;
                (app, conversation, Some(sandbox))
            }
        };
        if let Some(folder) = &options.attachments {
            fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        }
        let lines: Box<dyn Write> = match &options.output {
            None => Box::new(io::stdout()),
            Some(path) => Box::new(open(path, options.after.is_some()).map_err(|error| format!("{path}: {error}"))?),
        };
        Ok(Self {
            app,
            conversation,
            lines,
            cursor: options.after,
            written: 0,
            attachments: options.attachments,
            // Progress must not appear between the exported lines.
            shows_progress: io::stderr().is_terminal() && (options.output.is_some() || !io::stdout().is_terminal()),
            _sandbox: sandbox,
        })
    }

    fn run(&mut self) -> Result<(), Box<dyn Error>> {
        if self.cursor.is_none() {
            let oldest = self.oldest_page()?;
            self.write(oldest)?;
        }
        // The conversation is empty.
        let Some(cursor) = &self.cursor else { return Ok(()) };
        let mut pages = self.app.list_messages(&self.conversation).after(cursor).pages();
        while let Some(page) = pages.next_partial() {
            self.write(as_sent(page?)?)?;
        }
        Ok(())
    }

    /// The API lists a conversation from its end. To write the messages in order, the export pages back to the first
    /// one, with one page in memory, and then forward. Most pages are requested twice (a full conversation has 300),
    /// but messages that arrive during the export are included.
    fn oldest_page(&self) -> Result<Vec<Json>, Box<dyn Error>> {
        let mut pages = self.app.list_messages(&self.conversation).pages();
        let (mut number, mut oldest) = (0, Vec::new());
        while let Some(page) = pages.next_partial() {
            number += 1;
            self.progress(&format!("looking for the first message: page {number}"));
            // A page is empty if its messages were deleted in the meantime.
            let messages = as_sent(page?)?;
            oldest = if messages.is_empty() { oldest } else { messages };
        }
        Ok(oldest)
    }

    /// Line by line, so that the cursor is always correct.
    fn write(&mut self, messages: Vec<Json>) -> Result<(), Box<dyn Error>> {
        for message in messages {
            if let Some(folder) = &self.attachments {
                self.save_attachment(&message, folder)?;
            }
            // Line breaks between JSON tokens become spaces; within strings they are written as `\n`.
            let line = message.as_str().replace(['\r', '\n'], " ") + "\n";
            self.lines.write_all(line.as_bytes())?;
            self.cursor = message.get("id")?;
            self.written += 1;
        }
        self.lines.flush()?;
        self.progress(&format!("{} messages", self.written));
        Ok(())
    }

    /// Saves the file of a message. Before the message is written, so that a resumed export doesn't miss it.
    fn save_attachment(&self, message: &Json, folder: &Path) -> Result<(), Box<dyn Error>> {
        let content: Json = message.get("content")?.unwrap_or_default();
        let url: Option<String> = content.get("mediaUrl")?;
        let (Some(url), Some(id)) = (url, message.get::<String>("id")?) else { return Ok(()) };
        let saved = self.app.client().download(&url).and_then(|download| {
            let file = download.send()?;
            let path = folder.join(format!("{id} {}", file.file_name()));
            if path.exists() { Ok(0) } else { file.to_path(path) }
        });
        match saved {
            // The file may have been deleted, or require other credentials. The export continues.
            Err(error) if error.status().is_some() || error.kind() == Kind::InvalidInput => {
                print_error(format_args!("attachment of message {id}: {error}\n"));
                Ok(())
            }
            saved => Ok(saved.map(drop)?),
        }
    }

    fn progress(&self, text: &str) {
        if self.shows_progress {
            // Moves to the start of the line and clears it.
            print_error(format_args!("\r\x1b[K{text}"));
        }
    }
}

/// The messages of a page, as the API sent them, including those that this version of the crate can't decode.
fn as_sent(page: PartialPage<MessageListResponse>) -> Result<Vec<Json>, Box<dyn Error>> {
    Ok(Json::from_text(String::from_utf8(page.raw)?)?.get("messages")?.unwrap_or_default())
}

/// Always appends, so that an earlier export is never overwritten.
fn open(path: &str, resume: bool) -> io::Result<File> {
    let file = File::options().append(true).create(true).open(path)?;
    if !resume && file.metadata()?.len() > 0 {
        return Err(io::Error::new(
            ErrorKind::AlreadyExists,
            "the file isn't empty; use another file, or --after to resume",
        ));
    }
    Ok(file)
}

/// `eprint!` would panic if the reader of stderr is gone: `2>&1
/// head`.
fn print_error(text: std::fmt::Arguments<'_>) {
    let _ = io::stderr().write_fmt(text);
}

fn is_closed_pipe(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}

struct Options {
    source: Source,
    after: Option<String>,
    output: Option<String>,
    attachments: Option<PathBuf>,
}

enum Source {
    Real { app: AppId, conversation: ConversationId },
    Demo,
}

impl Options {
    fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let (mut names, mut demo, mut after, mut output, mut attachments) = (Vec::new(), false, None, None, None);
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--demo" => demo = true,
                "--after" => after = Some(arguments.next().ok_or("--after needs a cursor")?),
                "--output" => output = Some(arguments.next().ok_or("--output needs a file")?),
                "--attachments" => {
                    attachments = Some(arguments.next().ok_or("--attachments needs a folder")?.into());
                }
                option if option.starts_with('-') => return Err(format!("unknown option: {option}\n{USAGE}")),
                _ => names.push(argument),
            }
        }
        let source = match <[String; 2]>::try_from(names) {
            Ok([app, conversation]) if !demo => Source::Real { app: app.into(), conversation: conversation.into() },
            Err(names) if names.is_empty() && demo => Source::Demo,
            _ => return Err(USAGE.to_owned()),
        };
        Ok(Self { source, after, output, attachments })
    }
}

/// A sandbox with a conversation of 250 messages.
fn demo() -> Result<(Sandbox, AppClient, ConversationId), Box<dyn Error>> {
    let sandbox = Sandbox::start()?;
    let api = ApiClient::builder()
        .base_url(sandbox.base_url())
        .credentials(Credentials::basic(sandbox.key_id(), sandbox.key_secret()))
        .build()?;
    let app = api.app(sandbox.app_id());
    let group = ConversationCreateBody::new(ConversationType::SdkGroup);
    let conversation = app.create_conversation(&group).send()?.conversation.id;
    for number in 1..=250 {
        let message = MessagePost::new(AuthorType::Business, format!("Message {number}"));
        app.post_message(&conversation, &message).send()?;
    }
    Ok((sandbox, app, conversation))
}
