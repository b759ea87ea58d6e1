//! `*` alone where several views are expected: one view for each author.

use crate::diag::{Diagnostic, Sink, Span};
use crate::model::{Corpus, ViewSubject};

/// Puts the authors in the place of `*` in what the saved views select.
pub(super) fn expand_each(corpus: &mut Corpus, sink: &mut Sink) {
    let authors: Vec<Box<str>> = corpus.authors.names().map(Into::into).collect();
    for view in &mut corpus.views {
        view.of_each = view.what.selections().iter().any(|(text, _)| &**text == "*");
        match &mut view.what {
            ViewSubject::Panels(selections) => {
                let each = |(text, span): (Box<str>, Span)| match &*text {
                    // Without an author the selection stands as it is.
                    "*" if !authors.is_empty() => authors.iter().map(|author| (author.clone(), span)).collect(),
                    _ => vec![(text, span)],
                };
                *selections = std::mem::take(selections).into_iter().flat_map(each).collect();
            }
            ViewSubject::Difference(sides) if sides.iter().all(|(text, _)| &**text == "*") => {
                match authors.as_slice() {
                    [a, b] => [sides[0].0, sides[1].0] = [a.clone(), b.clone()],
                    _ => sink.push(not_two(&view.id, sides[0].1, &authors)),
                }
            }
            ViewSubject::Difference(_) => {}
        }
    }
}

fn not_two(view: &str, span: Span, authors: &[Box<str>]) -> Diagnostic {
    let finding =
        Diagnostic::error("bad-view", format!("view `{view}` compares two authors, and there are {}", authors.len()));
    finding.at(span, "each of them").help(format!("name two of {}", authors.join(", ")))
}
