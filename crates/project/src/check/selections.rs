//! A saved view selects what there is.

use parallax_core::diag::Sink;
use parallax_core::model::SavedView;
use parallax_core::network::View;

use super::{Views, bad_key};

pub(super) fn selections(view: &SavedView, views: &Views<'_>, findings: &mut Sink) {
    for (text, span) in view.what.selections() {
        if let Err(error) = View::parse(text, views.corpus) {
            findings.push(bad_key(view, &error.message, *span, "this selection", error.help));
        }
    }
}
