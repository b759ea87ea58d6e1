//! Files in the canonical layout. Only space, order of keys and quotes change; what a file says does not, and no comment
//! goes.

mod keys;
mod parts;
mod print;
#[cfg(test)]
mod tests;
mod values;

use parallax_core::diag::{Severity, Sink};
use parallax_core::read::tree;
use parallax_core::source::Source;

use super::Change;
use super::edits::prove;
use super::meaning::Meant;
use super::trivia::newline;
use crate::Error;

/// A TOML file in the canonical layout; none if it stands so already, or if it has errors: these are reported, and it is
/// left as it is.
///
/// # Errors
///
/// If the new layout would not say the same.
pub fn formatted(source: &Source, sink: &mut Sink) -> Result<Option<Change>, Error> {
    let errors = sink.count(Severity::Error);
    let read = tree(source, sink);
    if read.is_none() || sink.count(Severity::Error) > errors {
        return Ok(None);
    }
    let refused =
        || Error::Refused(format!("{} cannot be laid out anew without loss; it was left as it is", source.name));
    let file = parts::parse(&source.text).ok_or_else(refused)?;
    // How lines end is no layout: it stays as it is with most of them.
    let after = print::print(&file, keys::Keys::of_file(&source.name), newline(&source.text));
    if after == source.text {
        return Ok(None);
    }
    prove(source, &Meant::default(), &after)?;
    let again = parts::parse(&after).ok_or_else(refused)?;
    if again.comments() != file.comments() {
        return Err(refused());
    }
    Ok(Some(Change { source: source.id, name: source.name.clone(), before: source.text.clone(), after }))
}
