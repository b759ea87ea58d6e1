//! Anchors whose passages stand elsewhere by now, written anew; what is ambiguous or lost is left to a person.

use std::collections::BTreeMap;

use super::edits::Edits;
use super::quote::plain_content;
use crate::diag::Span;
use crate::error::Error;
use crate::model::{Anchor, Corpus, Locus, Relation, WorkId};
use crate::text::{Texts, Verification, verify_all};

/// What became of the anchors of a corpus: how many of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mended {
    /// They stand where they say.
    pub exact: usize,
    /// They stand elsewhere, and are written anew.
    pub moved: usize,
    /// They stand in several other places.
    pub ambiguous: usize,
    /// They stand nowhere in the text.
    pub orphan: usize,
    /// Their text is not at hand.
    pub unverified: usize,
}

/// Writes the new place into every anchor that has moved to one place.
pub fn mend(edits: &mut Edits<'_>, corpus: &Corpus, texts: &Texts) -> Result<Mended, Error> {
    let statements = corpus.relations().iter().flat_map(Relation::evidence);
    let readings = corpus.frames.iter().flat_map(|(_, _, frame)| &frame.readings);
    let mut of_works: BTreeMap<WorkId, Vec<&Anchor>> = BTreeMap::new();
    for anchor in statements.chain(readings.flat_map(|reading| &reading.evidence)) {
        of_works.entry(anchor.work).or_default().push(anchor);
    }
    let mut mended = Mended::default();
    // Anchors of a cell with doubled quotes share one span, which is all of the cell.
    let mut moved: BTreeMap<Span, BTreeMap<Locus, Locus>> = BTreeMap::new();
    for (work, anchors) in of_works {
        let Some(text) = texts.get(work) else {
            mended.unverified += anchors.len();
            continue;
        };
        let loci: Vec<Locus> = anchors.iter().map(|anchor| anchor.locus).collect();
        for (anchor, found) in anchors.into_iter().zip(verify_all(text, &loci)) {
            match found {
                Verification::Exact => mended.exact += 1,
                Verification::Ambiguous(_) => mended.ambiguous += 1,
                Verification::Orphan => mended.orphan += 1,
                Verification::Moved(place) => {
                    mended.moved += 1;
                    note(&mut moved, anchor, place)?;
                }
            }
        }
    }
    for (span, places) in moved {
        let written = edits.written(span)?;
        let raw = anew(written, &places).ok_or_else(|| unreadable(written))?;
        let says = plain_content(&raw).to_owned();
        edits.rewrite(span, raw, says)?;
    }
    Ok(mended)
}

/// Notes down where an anchor goes; two works of one cell can say the same of different places.
fn note(moved: &mut BTreeMap<Span, BTreeMap<Locus, Locus>>, anchor: &Anchor, place: Locus) -> Result<(), Error> {
    let before = moved.entry(anchor.span).or_default().insert(anchor.locus, place);
    match before {
        Some(other) if other != place => Err(unreadable(&anchor.locus.to_string())),
        _ => Ok(()),
    }
}

fn unreadable(written: &str) -> Error {
    Error::Refused(format!("the anchor in `{written}` is written in no plain way: change it by hand"))
}

/// What is written with every place in it that moved changed, and all else as it is; none if one is not found.
fn anew(written: &str, places: &BTreeMap<Locus, Locus>) -> Option<String> {
    let mut out = String::with_capacity(written.len());
    let mut found = 0;
    for part in written.split_inclusive(|character: char| character.is_whitespace() || ";\"'".contains(character)) {
        let token = part.trim_end_matches(|character: char| character.is_whitespace() || ";\"'".contains(character));
        // A work may stand before the place: `work:p12:3-27#9f2c41aa`.
        let paragraph = token.rfind(':').and_then(|words| token.get(..words)?.rfind(':')).map_or(0, |colon| colon + 1);
        let place = token.get(paragraph..).and_then(|place| Locus::parse(place).ok());
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
        let old = Locus::parse("p1:2-3#0000000a").unwrap();
        let places = BTreeMap::from([(old, Locus { paragraph: 7, ..old })]);
        assert_eq!(anew("'log: p01:2-3#0000000A'", &places).as_deref(), Some("'log: p7:2-3#0000000a'"));
        assert_eq!(
            anew("x ;log:p1:2-3#0000000a; p1:2-4#0000000a", &places).as_deref(),
            Some("x ;log:p7:2-3#0000000a; p1:2-4#0000000a")
        );
        assert_eq!(anew("\"p1:2-3\\u00230000000a\"", &places), None);
    }
}
