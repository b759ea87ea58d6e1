//! Pictures made and written: figures, theme, engine, format.

use std::io::{self, Write};
use std::path::Path;

use clap::Args;
use clap::builder::PossibleValuesParser;
use parallax_core::diag::counted;
use parallax_core::model::Corpus;
use parallax_core::source::Named;
use parallax_layout::LAYOUTS;
use parallax_project::Error;
use parallax_project::Project;
use parallax_project::build;
use parallax_project::files::{write_all_whole, write_whole_with};
use parallax_project::outputs::{FORMATS, by_extension, by_file_name};
use parallax_render::Format;
use parallax_render::{Drawing, Options, Small};

use crate::form::FormArg;
use crate::looks::LookKeys;
use crate::outputs::{self, Written};
use crate::terminal::Terminal;

#[derive(Debug, Args)]
#[command(next_help_heading = "Picture")]
pub(crate) struct PictureArgs {
    #[command(flatten)]
    pub(crate) form: FormArg,
    /// The format, where the file's extension does not say it
    #[arg(long, value_name = "FORMAT", value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format: &&Format| format.extension)))]
    pub(crate) to: Option<String>,
    /// The title [default: the view's]
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: Option<String>,
    /// The engine that finds the places; all but the first need Graphviz
    #[arg(long, value_name = "ENGINE", default_value = LAYOUTS[0].name(), value_parser = PossibleValuesParser::new(LAYOUTS.iter().map(|layout| layout.name())))]
    pub(crate) engine: String,
    #[command(flatten)]
    pub(crate) look: LookKeys,
    /// As if there were no layout.lock
    #[arg(long)]
    pub(crate) relayout: bool,
}

/// What the command line asks of a picture.
pub(crate) fn options(args: &PictureArgs, corpus: &Corpus) -> Result<Options, Error> {
    let engine = LAYOUTS.iter().find(|engine| engine.name() == args.engine).unwrap_or(&LAYOUTS[0]);
    let look = args.look.look(corpus)?;
    Ok(Options { engine: *engine, look, ..Options::default() })
}

/// Characters that the bundled face lacks are told once.
pub(crate) fn warn_missing(missing: impl IntoIterator<Item = char>) {
    let characters: Vec<String> =
        missing.into_iter().take(20).map(|character| format!("{character} (U+{:04X})", u32::from(character))).collect();
    if !characters.is_empty() {
        Terminal::say(&format!("warning: the bundled font has no glyph for {}", characters.join(", ")));
    }
}

/// The same, told.
pub(crate) fn tell_left_out(view: Option<&str>, loops: usize) {
    if loops > 0 {
        let of = view.map_or(String::new(), |id| format!("view `{id}`: "));
        let is = if loops == 1 { "is" } else { "are" };
        Terminal::say(&format!("note: {of}{} within one actor {is} not drawn", counted(loops, "statement")));
    }
}

/// The format that the name of a file asks for.
pub(crate) fn by_path(output: &Path) -> Option<&'static Format> {
    output.file_name().and_then(|name| name.to_str()).and_then(by_file_name)
}

/// The format of a picture: as asked, else by the extension.
pub(crate) fn format(output: &Path, to: Option<&str>) -> Result<&'static Format, Error> {
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

/// What makes the words of a network larger.
pub(crate) const FEWER: &str = "draw fewer actors (top) or shorter labels (labels), or several pictures";

/// Words that are too small for the page that the picture is to fill are told, with what to do.
pub(crate) fn warn_small(view: Option<&str>, small: Option<Small>, help: &str) {
    let Some(small) = small else { return };
    let whose = view.map_or(String::new(), |view| format!("view `{view}`: "));
    let what = match small {
        Small::OnSlide(size) => {
            format!("{size:.1} px high on a slide of 1280 by 720, and under 10 px few can read them")
        }
        Small::OnPaper(size) => format!("{size:.1} pt high on paper, and under 8 pt few can read them"),
    };
    Terminal::say(&format!("warning: {whose}the smallest words are {what}: {help}"));
}

/// Writes a picture to the file that the command line names, or to the standard output. The pages of a handout that goes on
/// are files with a number.
pub(crate) fn write_drawing(output: &Path, format: &Format, drawing: &Drawing, loaded: &Project) -> Result<(), Error> {
    warn_small(None, drawing.small(), FEWER);
    write_sheet(output, format, drawing, loaded)
}

/// The same for what is no network: small words are another matter there.
pub(crate) fn write_sheet(output: &Path, format: &Format, drawing: &Drawing, loaded: &Project) -> Result<(), Error> {
    warn_missing(drawing.missing.iter().copied());
    tell_left_out(None, build::left_out(drawing));
    let pages = format.files(drawing)?;
    if let [one] = pages.as_slice() {
        return write(output, one, loaded);
    }
    if output == Path::new("-") {
        let help = format!("the handout has {} pages: write PDF (--to pdf), or name a file with -o", pages.len());
        return Err(Error::Usage(help));
    }
    outputs::by_user(output, loaded)?;
    let folder = output.parent().unwrap_or(Path::new("."));
    let numbered = pages.into_iter().zip(1..).map(|(bytes, number)| (outputs::of_page(output, number), bytes));
    let files: Vec<Written> = numbered.collect();
    for (path, _) in &files[1..] {
        outputs::by_program(path, Named::In(folder), loaded)?;
    }
    outputs::pages_are_free(files.iter().map(|(path, _)| path.as_path()))?;
    Terminal::notes(&write_all_whole(&files)?);
    let more: Vec<String> = files.iter().skip(1).map(|(path, _)| path.display().to_string()).collect();
    Terminal::say(&format!("note: the notes go on in {}", more.join(", ")));
    Ok(())
}

/// Writes bytes to the file that the command line names, whole or not at all, or to the standard output.
pub(crate) fn write(output: &Path, bytes: &[u8], loaded: &Project) -> Result<(), Error> {
    write_with(output, loaded, |out| out.write_all(bytes))
}

/// The same for what is written piece by piece.
pub(crate) fn write_with(
    output: &Path,
    loaded: &Project,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Error> {
    outputs::by_user(output, loaded)?;
    if output == Path::new("-") {
        return Terminal::print_with(write);
    }
    Terminal::notes(&write_whole_with(output, write)?);
    Ok(())
}
