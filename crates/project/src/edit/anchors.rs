//! Anchors whose passages stand elsewhere by now, written anew; what is ambiguous or lost is left to a person.

use std::collections::BTreeMap;

use parallax_core::diag::Span;
use parallax_core::model::{Anchor, Selector};
use parallax_core::text::{Verification, VerifiedWork};

use super::edits::Edits;
use super::quote::plain_content;
use crate::Error;

/// Writes the new place into every anchor that has moved to one place.
///
/// # Errors
///
/// If an anchor is written in a way that cannot be changed safely.
pub fn mend(edits: &mut Edits<'_>, evidence: &[VerifiedWork]) -> Result<(), Error> {
    // Anchors of a cell with doubled quotes share one span, which is all of the cell.
    let mut moved: BTreeMap<Span, BTreeMap<Selector, Selector>> = BTreeMap::new();
    for held in evidence.iter().flat_map(|verified| &verified.anchors) {
        if let Verification::Moved(place) = &held.found {
            note(&mut moved, &held.anchor, *place)?;
        }
    }
    for (span, places) in moved {
        let written = edits.written(span)?;
        let raw = anew(written, &places).ok_or_else(|| unreadable(written))?;
        let says = plain_content(&raw).to_owned();
        edits.rewrite(span, raw, says)?;
    }
    Ok(())
}

/// Notes down where an anchor goes; two works of one cell can say the same of different places.
fn note(
    moved: &mut BTreeMap<Span, BTreeMap<Selector, Selector>>,
    anchor: &Anchor,
    place: Selector,
) -> Result<(), Error> {
    let before = moved.entry(anchor.span).or_default().insert(anchor.selector, place);
    match before {
        Some(other) if other != place => Err(unreadable(&anchor.selector.to_string())),
        _ => Ok(()),
    }
}

fn unreadable(written: &str) -> Error {
    Error::Refused(format!("the anchor in `{written}` is written in no plain way: change it by hand"))
}

/// What is written with every place in it that moved changed, and all else as it is; none if one is not found.
fn anew(written: &str, places: &BTreeMap<Selector, Selector>) -> Option<String> {
    let mut out = String::with_capacity(written.len());
    let mut found = 0;
    for part in written.split_inclusive(|character: char| character.is_whitespace() || ";\"'".contains(character)) {
        let token = part.trim_end_matches(|character: char| character.is_whitespace() || ";\"'".contains(character));
        // A work may stand before the place: `work:p12:3-27#9f2c41aa`.
        let paragraph = token.rfind(':').and_then(|words| token.get(..words)?.rfind(':')).map_or(0, |colon| colon + 1);
        let place = token.get(paragraph..).and_then(|place| Selector::parse(place).ok());
        match place.and_then(|place| places.get(&place)) {
            Some(new) => {
                found += 1;
                out.push_str(token.get(..paragraph)?);
                out.push_str(&new.to_string());
                out.push_str(part.get(token.len()..)?);
            }
            None => out.push_str(part),
        }
    }
    (found >= places.len()).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_place_is_written_anew() {
        let old = Selector::parse("p1:2-3#0000000a").unwrap();
        let places = BTreeMap::from([(old, Selector { paragraph: 7, ..old })]);
        assert_eq!(anew("'log: p01:2-3#0000000A'", &places).as_deref(), Some("'log: p7:2-3#0000000a'"));
        assert_eq!(
            anew("x ;log:p1:2-3#0000000a; p1:2-4#0000000a", &places).as_deref(),
            Some("x ;log:p7:2-3#0000000a; p1:2-4#0000000a")
        );
        assert_eq!(anew("\"p1:2-3\\u00230000000a\"", &places), None);
    }
}
