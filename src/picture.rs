//! Pictures made and written: figures, theme, engine, format.

use std::io::{self, Write};
use std::path::Path;

use clap::Args;
use clap::builder::PossibleValuesParser;
use parallax_core::model::Corpus;
use parallax_core::source::Named;
use parallax_formats::Graph;
use parallax_layout::LAYOUTS;
use parallax_project::files::{write_all_whole, write_whole_with};
use parallax_project::outputs::{FORMATS, Picture, by_extension, by_file_name};
use parallax_project::target::{may_write, numbered, pages_are_free};
use parallax_project::{Error, Project, check};
use parallax_render::{Drawing, Options};

use crate::diagram_kind::DiagramKindArg;
use crate::style_keys::StyleKeys;
use crate::terminal::Terminal;

/// What is named in place of an engine where no places are wanted, and what that is good for.
pub(crate) const NO_ENGINE: (&str, &str) =
    ("none", "no places at all, for graph formats such as DOT: at once, however many actors there are");

#[derive(Debug, Args)]
#[command(next_help_heading = "Picture")]
pub(crate) struct PictureArgs {
    #[command(flatten)]
    pub(crate) form: DiagramKindArg,
    #[command(flatten)]
    pub(crate) file: FileArgs,
    /// The engine that finds the places; those between the first and `none`, which finds none, need Graphviz
    #[arg(long, value_name = "ENGINE", default_value = LAYOUTS[0].name(), value_parser = PossibleValuesParser::new(LAYOUTS.iter().map(|layout| layout.name()).chain([NO_ENGINE.0])))]
    pub(crate) engine: String,
    #[command(flatten)]
    pub(crate) style: StyleKeys,
    /// As if there were no layout.lock
    #[arg(long)]
    pub(crate) relayout: bool,
}

/// What is asked of any picture.
#[derive(Debug, Args)]
#[command(next_help_heading = "Picture")]
pub(crate) struct FileArgs {
    /// The format, where the file's extension does not say it
    #[arg(long, value_name = "FORMAT", value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format| format.extension())))]
    pub(crate) to: Option<String>,
    /// The title [default: the view's]
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: Option<String>,
}

/// What the command line asks of a picture.
pub(crate) fn options(args: &PictureArgs, corpus: &Corpus) -> Result<Options, Error> {
    let engine = LAYOUTS.iter().find(|engine| engine.name() == args.engine).unwrap_or(&LAYOUTS[0]);
    let style = args.style.style(corpus)?;
    Ok(Options { engine: *engine, style, ..Options::default() })
}

/// The format that the name of a file asks for.
pub(crate) fn by_path(output: &Path) -> Option<Picture> {
    output.file_name().and_then(|name| name.to_str()).and_then(by_file_name)
}

/// Whether a picture is asked for: its format is, by name or by extension.
pub(crate) fn is_wanted(output: &Path, file: &FileArgs) -> bool {
    file.to.is_some() || by_path(output).is_some()
}

/// The format of a picture: as asked, else by the extension.
pub(crate) fn format(output: &Path, to: Option<&str>) -> Result<Picture, Error> {
    if let (None, Some(format)) = (to, by_path(output)) {
        return Ok(format);
    }
    let extension = to.or_else(|| output.extension().and_then(|extension| extension.to_str()));
    let known = || FORMATS.iter().map(|format| format!(".{}", format.extension())).collect::<Vec<_>>().join(" ");
    match extension {
        Some(extension) => by_extension(extension).ok_or_else(|| {
            Error::Usage(format!("no picture format ends in .{extension}: the formats are {}", known()))
        }),
        None => Err(Error::Usage(format!("the extension of -o says the format ({}); with -o - say --to", known()))),
    }
}

/// The graph format to be written without places, if none are wanted.
pub(crate) fn unplaced(args: &PictureArgs, format: Picture) -> Result<Option<&'static Graph>, Error> {
    match format {
        _ if args.engine != NO_ENGINE.0 => Ok(None),
        Picture::Graph(graph) => Ok(Some(graph)),
        Picture::Drawing(other) => {
            let graphs = FORMATS.iter().filter(|format| matches!(format, Picture::Graph(_)));
            let graphs: Vec<String> = graphs.map(|format| format!(".{}", format.extension())).collect();
            Err(Error::Usage(format!(
                "`--engine none` finds no places, and {} is made of places: name another engine, or write a graph ({})",
                other.name,
                graphs.join(" ")
            )))
        }
    }
}

/// Writes a picture to the file that the command line names, or to the standard output. The pages of a picture that goes on
/// are files with a number. `larger` says what would make its words larger.
pub(crate) fn write_drawing(
    output: &Path,
    format: Picture,
    drawing: &Drawing,
    larger: &str,
    loaded: &Project,
) -> Result<(), Error> {
    Terminal::remarks(&check::on_picture(None, drawing, larger));
    let pages = format.files(drawing)?;
    if let [one] = pages.as_slice() {
        return write(output, one, loaded);
    }
    if output == Path::new("-") {
        let help = format!("the picture has {} pages: write PDF (--to pdf), or name a file with -o", pages.len());
        return Err(Error::Usage(help));
    }
    may_write(output, Named::ByUser, loaded)?;
    let folder = output.parent().unwrap_or(Path::new("."));
    let files = numbered(output, pages);
    for (path, _) in &files[1..] {
        may_write(path, Named::In(folder), loaded)?;
    }
    pages_are_free(&files)?;
    Terminal::notes(&write_all_whole(&files)?);
    let more: Vec<String> = files.iter().skip(1).map(|(path, _)| path.display().to_string()).collect();
    let what = if drawing.panels.is_empty() { "picture goes" } else { "notes go" };
    Terminal::say(&format!("note: the {what} on in {}", more.join(", ")));
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
    if output == Path::new("-") {
        return Terminal::print_with(write);
    }
    may_write(output, Named::ByUser, loaded)?;
    Terminal::notes(&write_whole_with(output, write)?);
    Ok(())
}
