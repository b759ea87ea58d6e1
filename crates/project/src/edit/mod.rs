//! Changes to people's files that keep their comments.
//!
//! A change is a piece of text put in the place of another, at the byte: what is not named by a change cannot change. Each is
//! made with what the file is then to say; the new text is read again, and one that says anything else is refused.
//!
//! (Printing a file anew from `toml_edit`'s tree keeps comments as well, but turns CRLF into LF and sorts dotted keys.)

mod actor_lookup;
mod anchors;
mod cell;
mod diff;
mod edits;
mod evidence;
mod fmt;
mod list;
mod meaning;
mod merge;
mod merge_group;
mod merge_records;
mod occurrences;
mod quote;
mod record;
mod remove;
mod rename;
mod selection;
mod template;
#[cfg(test)]
mod tests;
mod trivia;

pub use actor_lookup::Called;
pub use anchors::mend;
pub use diff::unified;
pub use edits::{Change, Edits};
pub use evidence::add_evidence;
pub use fmt::formatted;
pub use merge::{Merged, merge};
pub use rename::rename;
pub use template::{RecordTemplate, append};
