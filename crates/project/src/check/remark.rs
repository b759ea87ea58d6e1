//! What is to be told of something that was made: a line, and no finding, because no file is at fault.

use std::fmt;

use parallax_core::diag::Severity;

/// A line about a picture, or about the folder of pictures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// A warning, or a note.
    pub severity: Severity,
    /// The saved view that it is about, if it is about one.
    pub view: Option<Box<str>>,
    /// The fact, and what to do.
    pub message: String,
}

impl Remark {
    pub(super) fn note(view: Option<&str>, message: String) -> Self {
        Self { severity: Severity::Note, view: view.map(Box::from), message }
    }

    pub(super) fn warning(view: Option<&str>, message: String) -> Self {
        Self { severity: Severity::Warning, view: view.map(Box::from), message }
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: ", self.severity.word())?;
        self.view.iter().try_for_each(|view| write!(out, "view `{view}`: "))?;
        out.write_str(&self.message)
    }
}
