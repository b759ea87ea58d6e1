//! The layout of another view is one that this corpus draws, and that is not borrowed itself.

use parallax_core::diag::{Diagnostic, Sink, nearest};
use parallax_core::model::SavedView;

use super::Views;

/// Names are only looked for that are near to a wrong one while there are few of these: it takes a walk through all.
const SUGGESTED: usize = 50;

pub(super) fn layout_of(view: &SavedView, views: &Views<'_>, findings: &mut Sink) {
    let Some((id, span)) = &view.layout_of else { return };
    let other = views.by_id.get(&**id);
    if other.is_some_and(|other| other.layout_of.is_none()) {
        return;
    }
    let why = if other.is_some() { "has the layout of another itself" } else { "does not exist" };
    let finding = Diagnostic::error("bad-view", format!("view `{}` wants the layout of `{id}`, which {why}", view.id));
    let may_suggest = other.is_none() && findings.count_of("bad-view") < SUGGESTED;
    let near = if may_suggest { nearest(id, views.by_id.keys().copied()) } else { None };
    findings.push(finding.at(*span, "this view").did_you_mean(near).help("name a view with a layout of its own"));
}
