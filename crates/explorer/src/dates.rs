//! The dates of a page in words, in every language.

use std::collections::{BTreeMap, BTreeSet};

use parallax_core::messages::LANGUAGES;
use parallax_core::model::{Corpus, Period, PositionId, RelationId};
use parallax_core::network::View;

/// Every date of the statements, the positions and the works in words, by its EDTF, then by language.
pub(super) fn dates_shape<'a>(
    corpus: &'a Corpus,
    views: &[View],
    ids: &BTreeSet<RelationId>,
    positions: &BTreeSet<PositionId>,
) -> BTreeMap<&'a str, BTreeMap<&'static str, String>> {
    let works = views.iter().flat_map(|view| view.authors.iter().flat_map(|author| corpus.works_of(*author)));
    let dates = works.filter_map(|(_, work)| work.date.as_ref());
    let dates = dates.chain(ids.iter().filter_map(|id| corpus.when(corpus.relation(*id))));
    let dates = dates.chain(positions.iter().filter_map(|id| corpus.time_of(&corpus.position(*id).said())));
    let dates: BTreeMap<&str, &Period> = dates.map(|period| (period.text(), period)).collect();
    let said =
        |period: &Period| LANGUAGES.iter().map(|language| (language.code, period.spelled_out(language))).collect();
    dates.into_iter().map(|(text, period)| (text, said(period))).collect()
}
