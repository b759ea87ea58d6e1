//! Pictures made and written: figures, theme, engine, format.

use std::io::{self, Write};
use std::path::Path;

use super::args::PictureArgs;
use super::terminal::Terminal;
use crate::diag::counted;
use crate::draw::{Drawing, Options};
use crate::error::Error;
use crate::export::{FORMATS, Format, by_extension, by_file_name, write_whole, write_whole_with};
use crate::layout::LAYOUTS;
use crate::model::Corpus;

/// What the command line asks of a picture.
pub(super) fn options(args: &PictureArgs, corpus: &Corpus) -> Result<Options, Error> {
    let engine = LAYOUTS.iter().find(|engine| engine.name() == args.engine).unwrap_or(&LAYOUTS[0]);
    let look = args.look.look(corpus)?;
    Ok(Options { engine: *engine, look, ..Options::default() })
}

/// Characters that the bundled face lacks are told once.
pub(super) fn warn_missing(missing: impl IntoIterator<Item = char>) {
    let characters: Vec<String> =
        missing.into_iter().take(20).map(|character| format!("{character} (U+{:04X})", u32::from(character))).collect();
    if !characters.is_empty() {
        Terminal::say(&format!("warning: the bundled font has no glyph for {}", characters.join(", ")));
    }
}

/// How many statements a picture leaves out though nobody asked for that: of an actor and itself no line can be drawn.
pub(super) fn left_out(drawing: &Drawing) -> usize {
    drawing.panels.iter().map(|panel| panel.figure.loops).sum()
}

/// The same, told.
pub(super) fn tell_left_out(view: Option<&str>, loops: usize) {
    if loops > 0 {
        let of = view.map_or(String::new(), |id| format!("view `{id}`: "));
        let is = if loops == 1 { "is" } else { "are" };
        Terminal::say(&format!("note: {of}{} within one actor {is} not drawn", counted(loops, "statement")));
    }
}

/// The format that the name of a file asks for.
pub(super) fn by_path(output: &Path) -> Option<&'static Format> {
    output.file_name().and_then(|name| name.to_str()).and_then(by_file_name)
}

/// The format of a picture: as asked, else by the extension.
pub(super) fn format(output: &Path, to: Option<&str>) -> Result<&'static Format, Error> {
    if let (None, Some(format)) = (to, by_path(output)) {
        return Ok(format);
    }
    let extension = to.or_else(|| output.extension().and_then(|extension| extension.to_str()));
    let known = || FORMATS.iter().map(|format| format!(".{}", format.extension)).collect::<Vec<_>>().join(" ");
    match extension {
        Some(extension) => by_extension(extension).ok_or_else(|| {
            Error::Usage(format!("no picture format ends in .{extension}: the formats are {}", known()))
        }),
        None => Err(Error::Usage(format!("the extension of -o says the format ({}); with -o - say --to", known()))),
    }
}

/// Writes bytes to a file, whole or not at all, or to the standard output.
pub(super) fn write(output: &Path, bytes: &[u8]) -> Result<(), Error> {
    if output == Path::new("-") { Terminal::print(bytes) } else { write_whole(output, bytes) }
}

/// The same for what is written piece by piece.
pub(super) fn write_with(output: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Error> {
    if output == Path::new("-") { Terminal::print_with(write) } else { write_whole_with(output, write) }
}
