//! Every anchor of a corpus held against the texts at hand, work by work.

use rayon::prelude::*;

use super::edition::former_editions;
use super::moved::everywhere;
use super::quote::{Quoted, disambiguate, quoted};
use super::{Text, Texts, Verification, edition, stands, verify_all};
use crate::model::{Anchor, Corpus, Id, Selector, WorkId};

/// What became of the anchors of a work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifiedWork {
    /// The work.
    pub work: WorkId,
    /// The fingerprint of the text at hand; none if no text is, and then nothing is verified.
    pub edition: Option<String>,
    /// What it was by older rules of what a word is, where that differs.
    pub former_editions: Vec<String>,
    /// Its anchors, in the order of the corpus, if there is a text to hold them against.
    pub anchors: Vec<VerifiedAnchor>,
    /// How many there are, if there is none.
    pub unverified: usize,
}

/// An anchor held against its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifiedAnchor {
    /// The anchor.
    pub anchor: Anchor,
    /// What became of its passage.
    pub found: Verification,
    /// How far its quotation, if it has one and the passage was found, is what stands there.
    pub quoted: Option<Quoted>,
    /// Whether the words of the passage, which stands where it should, stand elsewhere too, and nothing else tells them
    /// apart: should the text change, nobody could follow it.
    pub repeated: bool,
}

impl VerifiedWork {
    /// How many anchors came out so, by [`Verification::name`]; `unverified` where there is no text.
    #[must_use]
    pub fn count(&self, name: &str) -> usize {
        let named = self.anchors.iter().filter(|held| held.found.name() == name).count();
        if name == "unverified" { self.unverified } else { named }
    }

    /// How many quotations came out so.
    #[must_use]
    pub fn count_quoted(&self, quoted: Quoted) -> usize {
        self.anchors.iter().filter(|held| held.quoted == Some(quoted)).count()
    }
}

/// Verifies all anchors and quotations: one entry a work, in the order of the corpus. Works are looked at side by side.
#[must_use]
pub fn verify_corpus(corpus: &Corpus, texts: &Texts) -> Vec<VerifiedWork> {
    let mut of_works: Vec<(Vec<Anchor>, usize)> = vec![(Vec::new(), 0); corpus.works.len()];
    for anchor in corpus.anchors() {
        let (anchors, unverified) = &mut of_works[anchor.work.index()];
        if texts.get(anchor.work).is_some() { anchors.push(anchor.clone()) } else { *unverified += 1 }
    }
    let one = |(index, (anchors, unverified))| {
        let work = WorkId::from_index(index);
        match texts.get(work) {
            Some(text) => of_work(work, anchors, text),
            None => VerifiedWork { work, edition: None, former_editions: Vec::new(), anchors: Vec::new(), unverified },
        }
    };
    of_works.into_par_iter().enumerate().map(one).collect()
}

fn of_work(work: WorkId, anchors: Vec<Anchor>, text: &Text) -> VerifiedWork {
    let places: Vec<Selector> = anchors.iter().map(|anchor| anchor.selector).collect();
    let found = verify_all(text, &places);
    let exact = |(place, found): (&Selector, &Verification)| {
        (*found == Verification::Exact).then(|| stands(text, *place)).flatten()
    };
    let exact: Vec<Option<Selector>> = places.iter().zip(&found).map(exact).collect();
    let repeated = everywhere(text, &exact).into_iter().map(|places| places.len() > 1);
    let held = anchors
        .into_iter()
        .zip(found)
        .zip(repeated)
        .map(|((anchor, found), repeated)| hold(text, anchor, found, repeated));
    VerifiedWork {
        work,
        edition: Some(edition(text)),
        former_editions: former_editions(text),
        anchors: held.collect(),
        unverified: 0,
    }
}

fn hold(text: &Text, anchor: Anchor, found: Verification, repeated: bool) -> VerifiedAnchor {
    let Some(quote) = &anchor.quote else { return VerifiedAnchor { anchor, found, quoted: None, repeated } };
    let found = disambiguate(text, found, quote);
    let place = match &found {
        Verification::Exact => Some(anchor.selector),
        Verification::Moved(place) => Some(*place),
        Verification::Ambiguous(_) | Verification::Orphan | Verification::TooLong => None,
    };
    let quoted = place.map(|place| quoted(text, place, quote));
    let repeated = repeated && quote.prefix.is_none() && quote.suffix.is_none();
    VerifiedAnchor { anchor, found, quoted, repeated }
}
