//! `*` alone where several views are expected: one view for each author.

use crate::diag::{Diagnostic, Sink, Span};
use crate::model::{Corpus, ViewSubject};

/// Puts the authors in the place of `*` in what the saved views select.
pub(super) fn expand_each(corpus: &mut Corpus, sink: &mut Sink) {
    let authors: Vec<Box<str>> = corpus.authors.names().map(Into::into).collect();
    for view in &mut corpus.views {
        view.of_each = view.what.selections().iter().any(|(text, _)| &**text == "*");
        let (ViewSubject::Panels(selections) | ViewSubject::Comparison(selections)) = &mut view.what;
        let named: Vec<Box<str>> = selections.iter().map(|(text, _)| text.clone()).collect();
        let each = |(text, span): (Box<str>, Span)| match &*text {
            // Without an author the selection stands as it is; who is named is not named again.
            "*" if !authors.is_empty() => {
                let others = authors.iter().filter(|author| !named.contains(author));
                others.map(|author| (author.clone(), span)).collect()
            }
            _ => vec![(text, span)],
        };
        *selections = std::mem::take(selections).into_iter().flat_map(each).collect();
        if let ViewSubject::Comparison(sides) = &view.what
            && let [(_, span)] = sides.as_slice()
        {
            sink.push(not_several(&view.id, *span));
        }
    }
}

fn not_several(view: &str, span: Span) -> Diagnostic {
    let finding = Diagnostic::error("bad-view", format!("view `{view}` compares the authors, and there is only one"));
    finding.at(span, "each of them").help("name two selections, such as two periods of one author")
}
