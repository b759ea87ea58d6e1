//! The main lines are said in keys that there are, and only where there is a page that opens with them.

use parallax_core::diag::Sink;
use parallax_core::model::SavedView;
use parallax_core::network::View;
use parallax_explorer::page_by_extension;
use parallax_render::narrow;

use super::{Views, bad_key};

pub(super) fn main_lines(view: &SavedView, views: &Views<'_>, findings: &mut Sink) {
    let Some((keys, span)) = &view.main else { return };
    let mut bad = |what: &str, help| findings.push(bad_key(view, what, *span, "these keys", help));
    let mut selected = view.what.selections().iter().filter_map(|(text, _)| View::parse(text, views.corpus).ok());
    if let Some(error) = selected.find_map(|view| narrow(&view, keys, views.corpus).err()) {
        bad(&error.message, error.help);
    } else if !view.formats.iter().any(|format| page_by_extension(format).is_some()) {
        let help = "leave them out, or ask for formats = [\"html\"]";
        bad("only an explorer page opens with main lines", Some(help.to_owned()));
    }
}
