//! Every anchor of a corpus held against the texts at hand, work by work.

use rayon::prelude::*;

use super::quote::{Quoted, quoted, settle};
use super::{Texts, Verification, edition, verify_all};
use crate::model::{Anchor, Corpus, Id, Locus, WorkId};

/// What became of the anchors of a work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examined {
    /// The work.
    pub work: WorkId,
    /// The fingerprint of the text at hand; none if no text is, and then nothing is verified.
    pub edition: Option<String>,
    /// Its anchors, in the order of the corpus.
    pub anchors: Vec<(Anchor, Option<Verification>, Option<Quoted>)>,
}

impl Examined {
    /// How many anchors came out so, by [`Verification::name`]; `unverified` where there is no text.
    #[must_use]
    pub fn count(&self, name: &str) -> usize {
        let named = |found: &Option<Verification>| found.as_ref().map_or("unverified", Verification::name) == name;
        self.anchors.iter().filter(|(_, found, _)| named(found)).count()
    }

    /// How many quotations came out so.
    #[must_use]
    pub fn count_quoted(&self, quoted: Quoted) -> usize {
        self.anchors.iter().filter(|(_, _, found)| *found == Some(quoted)).count()
    }
}

/// Verifies all anchors and quotations: one entry a work, in the order of the corpus. Works are looked at side by side.
#[must_use]
pub fn examine(corpus: &Corpus, texts: &Texts) -> Vec<Examined> {
    let mut of_works: Vec<Vec<Anchor>> = vec![Vec::new(); corpus.works.len()];
    for anchor in corpus.anchors() {
        of_works[anchor.work.index()].push(anchor.clone());
    }
    let works = of_works.into_par_iter().enumerate();
    works.map(|(index, anchors)| of_work(WorkId::from_index(index), anchors, texts)).collect()
}

fn of_work(work: WorkId, anchors: Vec<Anchor>, texts: &Texts) -> Examined {
    let Some(text) = texts.get(work) else {
        return Examined {
            work,
            edition: None,
            anchors: anchors.into_iter().map(|anchor| (anchor, None, None)).collect(),
        };
    };
    let places: Vec<Locus> = anchors.iter().map(|anchor| anchor.locus).collect();
    let judge = |(anchor, found): (Anchor, Verification)| {
        let Some(quote) = &anchor.quote else { return (anchor, Some(found), None) };
        let found = settle(text, found, quote);
        let place = match &found {
            Verification::Exact => Some(anchor.locus),
            Verification::Moved(place) => Some(*place),
            Verification::Ambiguous(_) | Verification::Orphan => None,
        };
        let held = place.map(|place| quoted(text, place, quote));
        (anchor, Some(found), held)
    };
    let found = verify_all(text, &places);
    let anchors = anchors.into_iter().zip(found).map(judge).collect();
    Examined { work, edition: Some(edition(text)), anchors }
}
