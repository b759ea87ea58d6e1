//! Texts whose lines are wrapped at some width while each line is taken for a paragraph.

use super::{Check, Facts};
use crate::diag::{Diagnostic, Sink};
use crate::model::{Id, Work, WorkId};
use crate::text::{Text, Wrapped};

pub(super) struct WrappedLines;

impl Check for WrappedLines {
    fn codes(&self) -> &'static [&'static str] {
        &["wrapped-lines"]
    }

    fn run(&self, facts: &Facts<'_>, sink: &mut Sink) {
        for (index, work) in facts.corpus.works.iter().enumerate() {
            let text = facts.texts.get(WorkId::from_index(index));
            if let Some(wrapped) = text.and_then(|text| text.wrapped) {
                sink.push(finding(work, wrapped));
            }
        }
    }
}

fn finding(work: &Work, wrapped: Wrapped) -> Diagnostic {
    let fact = format!("the lines of `{}` are wrapped, and each counts as a paragraph", work.title);
    // Whoever has written "lines" may mean lines, or have it from a template.
    let finding = match work.paragraphs {
        None => Diagnostic::warning("wrapped-lines", fact),
        Some(_) => Diagnostic::note("wrapped-lines", fact),
    };
    let finding = finding.at(work.text_at.unwrap_or(work.span), "no sentence over two lines can be cited");
    let finding = finding.help(remedy(wrapped));
    let coded = "anchors that stand within a line follow with `parallax fix --moved`; if each line is meant, paragraphs = \"lines\" says so";
    finding.help(coded)
}

/// What to write where the lines of a text are wrapped.
fn remedy(wrapped: Wrapped) -> String {
    let blocks = "write paragraphs = \"blocks\" into the work: then a paragraph is what stands between blank lines";
    match wrapped.blocks {
        1 => format!("{blocks} (there is none yet: put one between each two paragraphs)"),
        several => format!("{blocks} ({several} paragraphs)"),
    }
}

/// In a line, for whoever looks for words in such a text or reads what is coded of it; nothing if its lines are not wrapped.
#[must_use]
pub fn wrapped_note(work: &Work, text: &Text) -> Option<String> {
    let wrapped = text.wrapped?;
    Some(format!("the lines of `{}` are wrapped, and each counts as a paragraph: {}", work.title, remedy(wrapped)))
}
