//! Exports all messages of a conversation as NDJSON: one message per line, the oldest first.
//!
//! ```text
//! cargo run --example export_conversation -- APP_ID CONVERSATION_ID [--after CURSOR] [--output FILE]
//! cargo run --example export_conversation -- --demo [--output FILE]
//! ```
//!
//! The host and the credentials come from the environment: `SUNCO_SUBDOMAIN` or `SUNCO_BASE_URL`, and `SUNCO_KEY_ID`
//! and `SUNCO_KEY_SECRET`, or `SUNCO_TOKEN`. With `--demo` a sandbox with 250 messages is exported, and none is needed.
//!
//! The id of a message is a cursor. An export that ended early goes on with `--after` and the last id that it wrote,
//! which it names; one that ended well does too, with what has been said since. A file is appended to then, and must be
//! new or empty otherwise.
//!
//! A line has all that the API sent, also the fields that this version of the crate does not know.

use std::env;
use std::error::Error;
use std::fs::File;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

use sunshine_conversations::{ApiClient, Credentials, Json, Response, models::*};
use sunshine_conversations_sandbox::Sandbox;

const USAGE: &str = "usage: export_conversation APP_ID CONVERSATION_ID [--after CURSOR] [--output FILE]
       export_conversation --demo [--output FILE]";

fn main() -> ExitCode {
    let prepared = Options::parse(env::args().skip(1)).map_err(Box::from).and_then(Export::prepare);
    let mut export = match prepared {
        Ok(export) => export,
        Err(error) => {
            tell(format_args!("{error}\n"));
            return ExitCode::FAILURE;
        }
    };
    let ended = export.run();
    export.progress("");
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads the lines has enough of them (`| head`), and alone knows which was the last.
        Err(error) if is_closed_pipe(&*error) => {
            tell(format_args!("ended early; to go on: --after and the id of the last line that was read\n"));
            ExitCode::SUCCESS
        }
        Err(error) => {
            tell(format_args!("{error}\n"));
            match &export.cursor {
                Some(cursor) => tell(format_args!("{} messages written; to go on: --after {cursor}\n", export.written)),
                None => tell(format_args!("nothing written\n")),
            }
            ExitCode::FAILURE
        }
    }
}

struct Export {
    api: ApiClient,
    app: AppId,
    conversation: ConversationId,
    lines: Box<dyn Write>,
    /// The id of the last message that was written.
    cursor: Option<String>,
    written: usize,
    shows_progress: bool,
    _sandbox: Option<Sandbox>,
}

impl Export {
    fn prepare(options: Options) -> Result<Self, Box<dyn Error>> {
        let (api, app, conversation, sandbox) = match options.source {
            Source::Real { app, conversation } => (ApiClient::from_env()?, app, conversation, None),
            Source::Demo => {
                let (sandbox, api, conversation) = demo()?;
                (api, sandbox.app_id().into(), conversation, Some(sandbox))
            }
        };
        let lines: Box<dyn Write> = match &options.output {
            None => Box::new(io::stdout()),
            Some(path) => Box::new(open(path, options.after.is_some()).map_err(|error| format!("{path}: {error}"))?),
        };
        Ok(Self {
            api,
            app,
            conversation,
            lines,
            cursor: options.after,
            written: 0,
            // Not between the lines of the export itself, either.
            shows_progress: io::stderr().is_terminal() && (options.output.is_some() || !io::stdout().is_terminal()),
            _sandbox: sandbox,
        })
    }

    fn run(&mut self) -> Result<(), Box<dyn Error>> {
        if self.cursor.is_none() {
            let oldest = self.oldest_page()?;
            self.write(oldest)?;
        }
        // Still none: the conversation is empty.
        let Some(cursor) = &self.cursor else { return Ok(()) };
        let mut pages = self.api.list_messages(&self.app, &self.conversation).after(cursor).pages();
        while let Some(page) = pages.next_full() {
            self.write(as_sent(page?)?)?;
        }
        Ok(())
    }

    /// The API reads a conversation from its end and cannot be asked for its beginning. So we walk back first, with one
    /// page in memory, and then read forwards. That asks for most pages twice (a full conversation has 300), but the
    /// lines come in the order of time, and messages that arrive in the meantime are exported too.
    fn oldest_page(&self) -> Result<Vec<Json>, Box<dyn Error>> {
        let mut pages = self.api.list_messages(&self.app, &self.conversation).pages();
        let (mut number, mut oldest) = (0, None);
        while let Some(page) = pages.next_full() {
            number += 1;
            self.progress(&format!("looking for the first message: page {number}"));
            // A page may be empty when messages were deleted in the meantime.
            oldest = Some(page?).filter(|page| !page.body.messages.is_empty()).or(oldest);
        }
        oldest.map_or(Ok(Vec::new()), as_sent)
    }

    /// Line by line, so that the cursor is right wherever it ends.
    fn write(&mut self, messages: Vec<Json>) -> Result<(), Box<dyn Error>> {
        for message in messages {
            // Between the tokens of JSON a line break is a space; within text it is written `\n`.
            let line = message.as_str().replace(['\r', '\n'], " ") + "\n";
            self.lines.write_all(line.as_bytes())?;
            self.cursor = message.get("id")?;
            self.written += 1;
        }
        self.lines.flush()?;
        self.progress(&format!("{} messages", self.written));
        Ok(())
    }

    fn progress(&self, text: &str) {
        if self.shows_progress {
            // To the beginning of the line, and what stood there is cleared.
            tell(format_args!("\r\x1b[K{text}"));
        }
    }
}

/// The messages of a page, as they were sent.
fn as_sent(page: Response<MessageListResponse>) -> Result<Vec<Json>, Box<dyn Error>> {
    Ok(Json::from_text(String::from_utf8(page.raw)?)?.get("messages")?.unwrap_or_default())
}

/// Always to append, so that nothing is lost that was exported before.
fn open(path: &str, goes_on: bool) -> io::Result<File> {
    let file = File::options().append(true).create(true).open(path)?;
    if !goes_on && file.metadata()?.len() > 0 {
        return Err(io::Error::new(ErrorKind::AlreadyExists, "is not empty; give another, or --after to go on"));
    }
    Ok(file)
}

/// `eprint!` would panic where the reader of both outputs has left: `2>&1 | head`.
fn tell(text: std::fmt::Arguments<'_>) {
    let _ = io::stderr().write_fmt(text);
}

fn is_closed_pipe(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}

struct Options {
    source: Source,
    after: Option<String>,
    output: Option<String>,
}

enum Source {
    Real { app: AppId, conversation: ConversationId },
    Demo,
}

impl Options {
    fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let (mut names, mut demo, mut after, mut output) = (Vec::new(), false, None, None);
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--demo" => demo = true,
                "--after" => after = Some(arguments.next().ok_or("--after needs a cursor")?),
                "--output" => output = Some(arguments.next().ok_or("--output needs a file")?),
                option if option.starts_with('-') => return Err(format!("{option} is no option\n{USAGE}")),
                _ => names.push(argument),
            }
        }
        let source = match <[String; 2]>::try_from(names) {
            Ok([app, conversation]) if !demo => Source::Real { app: app.into(), conversation: conversation.into() },
            Err(names) if names.is_empty() && demo => Source::Demo,
            _ => return Err(USAGE.to_owned()),
        };
        Ok(Self { source, after, output })
    }
}

/// A sandbox with a conversation of 250 messages.
fn demo() -> Result<(Sandbox, ApiClient, ConversationId), Box<dyn Error>> {
    let sandbox = Sandbox::start()?;
    let api = ApiClient::builder()
        .base_url(sandbox.base_url())
        .credentials(Credentials::basic(sandbox.key_id(), sandbox.key_secret()))
        .build()?;
    let app = sandbox.app_id();
    let group = ConversationCreateBody::new(ConversationType::SdkGroup);
    let conversation = api.create_conversation(app, &group).send()?.conversation.id;
    for number in 1..=250 {
        let text = TextMessage::new().with_text(format!("Message {number}"));
        api.post_message(app, &conversation, &MessagePost::new(Author::new(AuthorType::Business), text)).send()?;
    }
    Ok((sandbox, api, conversation))
}
