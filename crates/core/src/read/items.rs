//! The items of a list in a cell: `;` divides them, `\\;` is one that belongs to a name, and the end of an HTML entity is none.

use std::borrow::Cow;
use std::ops::Range;

use crate::diag::{Span, Spanned};
use crate::model::name::entity_at_end;

/// Where the items of a cell stand, without the space around them; blank ones are left out.
#[must_use]
pub fn items(cell: &str) -> Vec<Range<usize>> {
    let cuts = cell.match_indices(';').map(|(at, _)| at).filter(|at| {
        let before = &cell[..*at];
        !(before.ends_with('\\') || before.contains('&') && entity_at_end(&cell[..=*at]).is_some())
    });
    let mut start = 0;
    let ends = cuts.chain([cell.len()]).map(|end| {
        let part = &cell[start..end];
        let from = start + part.len() - part.trim_start().len();
        start = end + 1;
        from..from + part.trim().len()
    });
    ends.filter(|item| !item.is_empty()).collect()
}

/// What an item says.
#[must_use]
pub fn item(written: &str) -> Cow<'_, str> {
    if written.contains("\\;") { Cow::Owned(written.replace("\\;", ";")) } else { Cow::Borrowed(written) }
}

/// The cell of a list: the items of one that there is, and some more behind them.
#[must_use]
pub fn longer(cell: &str, more: &[String]) -> String {
    let mut written = cell.to_owned();
    for item in more {
        // A backslash right before the `;` would make it part of the name.
        let divider = if written.is_empty() {
            ""
        } else if written.ends_with('\\') {
            " ; "
        } else {
            "; "
        };
        written.push_str(divider);
        let plain = item.replace(';', "\\;");
        written.push_str(&plain);
    }
    written
}

/// The items of a cell. Each has its own place, unless the cell holds doubled quotes: then the places in it are not those of
/// the file. What has a `;` in it came as a list from those who read rows.
pub(super) fn spanned(text: &str, span: Span) -> Vec<Spanned<&str>> {
    let exact = (span.end - span.start) as usize == text.len();
    let start = span.start as usize;
    if !text.contains(';') {
        let (item, indent) = (text.trim(), text.len() - text.trim_start().len());
        let place = Span::new(span.source, start + indent..start + indent + item.len());
        let one = Spanned::new(item, if exact { place } else { span });
        return if item.is_empty() { Vec::new() } else { vec![one] };
    }
    let place = |at: &Range<usize>| Span::new(span.source, start + at.start..start + at.end);
    let items = items(text).into_iter();
    items.filter_map(|at| Some(Spanned::new(text.get(at.clone())?, if exact { place(&at) } else { span }))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &str) -> Vec<String> {
        items(cell).into_iter().map(|at| item(&cell[at]).into_owned()).collect()
    }

    #[test]
    fn semicolons_divide_unless_they_belong_to_a_name() {
        assert_eq!(read("a; b ;;c"), ["a", "b", "c"]);
        assert_eq!(read("Doe\\; Jane; Bob"), ["Doe; Jane", "Bob"]);
        assert_eq!(read("AT&amp;T; R&D; x&#39;y;"), ["AT&amp;T", "R&D", "x&#39;y"]);
        assert_eq!(read(" ; "), Vec::<String>::new());
        assert_eq!(read("a\\ ; b\\c"), ["a\\", "b\\c"]);
    }

    proptest::proptest! {
        #[test]
        fn every_list_comes_back(list in proptest::collection::vec("[a;&\\\\m p\u{e9}]{0,6}[a\\\\;]", 1..4)) {
            let names: Vec<String> = list.iter().map(|name| name.trim().to_owned()).collect();
            assert_eq!(read(&longer("", &names)), names);
        }
    }
}
