//! Files in the canonical layout. Only space, order of keys and quotes change; what a file says does not, and no comment
//! goes.

mod keys;
mod parts;
mod print;
#[cfg(test)]
mod tests;
mod values;

use super::Change;
use super::edits::prove;
use super::meaning::Meant;
use super::trivia::newline;
use crate::diag::{Severity, Sink};
use crate::error::Error;
use crate::read::tree;
use crate::source::{Source, Sources};

/// A TOML file in the canonical layout; none if it stands so already, or if it has errors: these are reported, and it is
/// left as it is.
pub fn formatted(source: &Source, sink: &mut Sink) -> Result<Option<Change>, Error> {
    let errors = sink.count(Severity::Error);
    let read = tree(source, sink);
    if read.is_none() || sink.count(Severity::Error) > errors {
        return Ok(None);
    }
    let refused =
        || Error::Refused(format!("{} cannot be laid out anew without loss; it was left as it is", source.name));
    // How lines end is no layout: it stays as it is with most of them.
    let (mut sources, before) = (Sources::default(), source.text.replace("\r\n", "\n"));
    let id = sources.add_like(source, &*before);
    let plain = sources.get(id).ok_or_else(refused)?;
    let file = parts::parse(&before).ok_or_else(refused)?;
    let laid_out = print::print(&file, keys::Keys::of_file(&source.name));
    let after = laid_out.replace('\n', newline(&source.text));
    if after == source.text {
        return Ok(None);
    }
    prove(plain, &Meant::default(), &laid_out)?;
    let again = parts::parse(&laid_out).ok_or_else(refused)?;
    if again.comments() != file.comments() {
        return Err(refused());
    }
    Ok(Some(Change { source: source.id, name: source.name.clone(), before: source.text.clone(), after }))
}
