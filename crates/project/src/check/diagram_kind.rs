//! A form is one that there is, takes as many views as are selected, and can be written as the formats want.

use parallax_core::diag::{Sink, nearest};
use parallax_core::model::SavedView;
use parallax_render::{DIAGRAM_KINDS, DiagramKind};

use super::{Views, bad_view};
use crate::outputs::FORMATS;

pub(super) fn form(view: &SavedView, _: &Views<'_>, findings: &mut Sink) {
    let Some((name, span)) = &view.form else { return };
    let bad = |what: String| bad_view(view, &what).at(*span, "this form");
    let Some(form) = DiagramKind::named(name) else {
        let names: Vec<&str> = DIAGRAM_KINDS.iter().map(|form| form.name).collect();
        let help = format!("the forms are {}", names.join(", "));
        findings.push(bad(format!("no form is called `{name}`")).did_you_mean(nearest(name, names)).help(help));
        return;
    };
    let given = view.what.selections().len();
    if !form.views.contains(&given) {
        findings.push(bad(format!("`{name}` takes {}, not {given}", form.takes())).help(form.about));
    }
    let graphs = || FORMATS.iter().filter(|format| format.is_graph());
    for format in graphs()
        .filter(|_| !form.is_graph())
        .filter(|format| view.formats.iter().any(|wanted| **wanted == *format.extension()))
    {
        findings.push(
            bad(format!("`{name}` is no graph, and cannot be written as .{}", format.extension()))
                .help("leave the format out, or the form"),
        );
    }
}
