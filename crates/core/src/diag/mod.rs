//! Trouble in people's files: findings with places, collected, sorted and printed; never thrown.

mod emit;
mod excerpt;
mod harmless;
mod help;
mod json;
mod manual;
mod place;
mod sink;
mod span;
mod suggest;
mod synonyms;

pub use emit::{Style, emit};
pub use harmless::{harmless, harmless_lines, json, json_line, steers, write_escaped, write_json};
pub use help::{Help, Manner};
pub use json::emit_json;
pub use manual::{MANUAL, ManualPage, page};
pub use place::{LineIndex, Place};
pub use sink::Sink;
pub use span::{SourceId, Span, Spanned};
pub use suggest::{meant, nearest};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The corpus cannot be used until it is mended.
    Error,
    /// Probably a mistake; an error under `--strict`.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// Its word in what is printed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// A place that a finding points at, with a word on what is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is there; may be empty.
    pub text: String,
}

/// One finding: the fact, its places (the first is the main one), and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Kebab-case name of the flaw, such as `unknown-actor`; `parallax explain` takes it.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The fact, in one line, without a full stop.
    pub message: String,
    /// The places; the first is the main one. Empty when no file is at fault.
    pub labels: Vec<Label>,
    /// What to do about it.
    pub helps: Vec<Help>,
}

impl Diagnostic {
    fn new(code: &'static str, severity: Severity, message: String) -> Self {
        Self { code, severity, message, labels: Vec::new(), helps: Vec::new() }
    }

    /// A finding that keeps the corpus from being used.
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Error, message.into())
    }

    /// A finding that is probably a mistake.
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Warning, message.into())
    }

    /// A finding worth knowing.
    pub fn note(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Note, message.into())
    }

    /// Adds a place; the first one added is the main one.
    #[must_use]
    pub fn at(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<Help>) -> Self {
        self.helps.push(text.into());
        self
    }

    /// Adds "did you mean", if there is a near name.
    #[must_use]
    pub fn did_you_mean(self, near: Option<&str>) -> Self {
        match near {
            Some(name) => self.help(format!("did you mean `{name}`?")),
            None => self,
        }
    }

    /// What to do, as the file of the main place is written.
    pub fn helps<'f>(&'f self, files: &dyn Files) -> Vec<&'f str> {
        let manner = self.place().map_or(Manner::Toml, |place| files.manner(place.source));
        self.helps.iter().filter_map(|help| help.text(manner)).collect()
    }

    /// The main place.
    #[must_use]
    pub fn place(&self) -> Option<Span> {
        self.labels.first().map(|label| label.span)
    }
}

/// What printing findings needs to know of the files.
pub trait Files {
    /// The name to print, with `/` between folders.
    fn name(&self, id: SourceId) -> &str;
    /// The whole text, with bytes that are not UTF-8 replaced.
    fn text(&self, id: SourceId) -> &str;
    /// How the file is written.
    fn manner(&self, id: SourceId) -> Manner {
        Manner::of(self.name(id))
    }
}

/// A number with its noun: "1 statement", "2 statements".
#[must_use]
pub fn counted(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}
