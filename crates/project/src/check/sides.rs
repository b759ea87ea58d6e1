//! More than two sides of a saved view are witnesses apart.

use parallax_core::diag::{Diagnostic, Sink};
use parallax_core::diff::{Doubled, doubled};
use parallax_core::model::{SavedView, ViewSubject};
use parallax_core::network::View;

use super::Views;

/// The form in which it is counted how many views hold a line.
const COUNTED: &str = "consensus";

pub(super) fn sides(view: &SavedView, views: &Views<'_>, findings: &mut Sink) {
    let is_counted = view.form.as_ref().is_some_and(|(form, _)| &**form == COUNTED);
    if !is_counted && !matches!(view.what, ViewSubject::Comparison(_)) {
        return;
    }
    let selections = view.what.selections();
    // What cannot be read is said by another rule.
    let Ok(read) = selections.iter().map(|(text, _)| View::parse(text, views.corpus)).collect::<Result<Vec<_>, _>>()
    else {
        return;
    };
    if let Some(twice) = doubled(&read) {
        let (_, span) = selections[twice.sides[1]];
        let label = if twice.is_same { "the second time" } else { "the second of the two" };
        let fact = format!("in view `{}`: {}", view.id, twice.fact(&read));
        findings.push(Diagnostic::error("counted-twice", fact).at(span, label).help(Doubled::HELP));
    }
}
