//! Transcripts: recorded dialogues of an end user and a bot, which are replayed as tests.

mod format;
mod junit;
mod record;
mod replay;

pub use self::format::Transcript;
pub use self::junit::junit;
pub(crate) use self::record::transcript_of;
pub(crate) use self::replay::replay;
pub use self::replay::{Replay, ReplayOptions, ReplayStep};
