//! What was made of all views brought together: the files of a folder, what is to be told, and what went wrong.

use std::path::Path;

use parallax_core::diag::{Diagnostic, Sink};
use parallax_core::model::SavedView;

use super::Made;
use crate::Error;
use crate::check::Remark;
use crate::target::{Written, numbered, pages_are_free};

/// What a build comes to, before anything is written.
#[derive(Default)]
pub struct Gathered {
    /// The files of all views.
    pub files: Vec<Written>,
    /// What is to be told of the pictures.
    pub remarks: Vec<Remark>,
    /// What could not be made, said of its view.
    pub findings: Sink,
    /// The figures of the drawings, as rows of a table.
    pub quality: Vec<String>,
}

/// Brings together what was made of these views, for a folder.
#[must_use]
pub fn gather(views: &[&SavedView], made: Vec<Result<Made, Error>>, folder: &Path) -> Gathered {
    let mut all = Gathered::default();
    for (view, made) in views.iter().zip(made) {
        match made {
            Ok(made) => all.take(view, made, folder),
            Err(error) => all.findings.push(failed(view, &error)),
        }
    }
    all
}

impl Gathered {
    fn take(&mut self, view: &SavedView, made: Made, folder: &Path) {
        made.failed.iter().for_each(|error| self.findings.push(failed(view, error)));
        self.remarks.extend(made.remarks);
        self.quality.extend(made.quality);
        for (ending, pages) in made.files {
            let pages = numbered(&folder.join(format!("{}.{ending}", view.id)), pages);
            match pages_are_free(&pages) {
                Ok(()) => self.files.extend(pages),
                Err(error) => self.findings.push(failed(view, &error)),
            }
        }
    }
}

fn failed(view: &SavedView, error: &Error) -> Diagnostic {
    Diagnostic::error("bad-view", format!("view `{}`: {error}", view.id)).at(view.span, "this view")
}
