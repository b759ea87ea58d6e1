//! The tally per type on a page.

use parallax_core::diff::Tally;
use parallax_core::messages::Messages;
use parallax_core::model::{Corpus, TypeId};

use super::document::{Block, Document, RichText};

/// The page of a tally.
pub(super) fn page(corpus: &Corpus, sides: &[String; 2], tallies: &[(TypeId, Tally)], say: &Messages) -> Document {
    let [a, b] = sides;
    let only = |side: &str| say.with("verdict-only", [("side", side.into())]);
    let heads = vec![say.text("column-type"), a.clone(), b.clone(), say.text("column-both"), only(a), only(b)];
    let rows = tallies.iter().map(|(kind, tally)| {
        let numbers = [tally.a, tally.b, tally.both, tally.only_a, tally.only_b];
        let label = RichText::default().strong(&corpus.types.get(*kind).label);
        std::iter::once(label).chain(numbers.map(|number| RichText::from(number.to_string()))).collect()
    });
    vec![
        Block::Heading(1, RichText::message(say, "tally-title", [("a", a, 0), ("b", b, 1)], [])),
        Block::Paragraph(say.text("tally-intro").into()),
        Block::Table(heads, rows.collect()),
    ]
}
