//! A saved view is written in formats that there are.

use parallax_core::diag::{Sink, nearest};
use parallax_core::model::SavedView;

use super::{Views, bad_view};
use crate::outputs::extensions;

pub(super) fn formats(view: &SavedView, _: &Views<'_>, findings: &mut Sink) {
    let formats = extensions();
    for format in view.formats.iter().filter(|format| !formats.contains(&&***format)) {
        let finding = bad_view(view, &format!("no format ends in .{format}")).at(view.span, "this view");
        let near = nearest(format, formats.iter().copied());
        findings.push(finding.did_you_mean(near).help(format!("the formats are {}", formats.join(", "))));
    }
}
