//! The tally per type on a page.

use parallax_core::diff::Tally;
use parallax_core::model::{Corpus, TypeId};

use super::page::{Block, Line, Page};

/// The page of a tally.
pub(super) fn page(corpus: &Corpus, sides: &[String; 2], tallies: &[(TypeId, Tally)]) -> Page {
    let [a, b] = sides;
    let heads = ["type", a, b, "both", &format!("only {a}"), &format!("only {b}")].map(str::to_owned).to_vec();
    let rows = tallies.iter().map(|(kind, tally)| {
        let numbers = [tally.a, tally.b, tally.both, tally.only_a, tally.only_b];
        let label = Line::default().strong(&corpus.types.get(*kind).label);
        std::iter::once(label).chain(numbers.map(|number| Line::from(number.to_string()))).collect()
    });
    vec![
        Block::Heading(1, Line::default().of_side(a, 0).plain(" and ").of_side(b, 1).plain(", type by type")),
        Block::Paragraph(
            "Pairs of actors of whom the type is held, now, once or to come; ordered where the type has a direction."
                .into(),
        ),
        Block::Table(heads, rows.collect()),
    ]
}
