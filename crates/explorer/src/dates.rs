//! The dates of a page in parts, so that the page says them in its own language.

use std::collections::{BTreeMap, BTreeSet};

use parallax_core::model::{Corpus, Parts, Period, RelationId};
use parallax_core::network::View;

/// The parts of every date of the statements and the works.
pub(super) fn dates_shape<'a>(
    corpus: &'a Corpus,
    views: &[View],
    ids: &BTreeSet<RelationId>,
) -> BTreeMap<&'a str, Parts> {
    let works = views.iter().flat_map(|view| view.authors.iter().flat_map(|author| corpus.works_of(*author)));
    let dates = works.filter_map(|(_, work)| work.date.as_ref());
    let dates = dates.chain(ids.iter().filter_map(|id| corpus.when(corpus.relation(*id))));
    let dates: BTreeMap<&str, &Period> = dates.map(|period| (period.text(), period)).collect();
    dates.into_iter().filter_map(|(text, period)| Some((text, period.parts()?))).collect()
}
