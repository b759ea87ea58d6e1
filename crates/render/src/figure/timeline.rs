//! The timeline before any geometry: dated statements in the order of their times, each with its side.

use std::collections::BTreeMap;

use parallax_core::messages::Messages;
use parallax_core::model::{Corpus, Factuality, RelationId, Sign};
use parallax_core::network::View;

use super::caption::Caption;
use super::lines::voiced;

/// Times, and what each side says of them.
#[derive(Debug, Clone)]
pub(crate) struct Timeline {
    /// Whose timeline it is, and what it rests on.
    pub(crate) caption: Caption,
    /// The times, the earliest first.
    pub(crate) moments: Vec<Moment>,
    /// How many there were before the last were left out.
    pub(crate) all: usize,
    /// How many statements have no time.
    pub(crate) undated: usize,
}

/// A time, as it is written.
#[derive(Debug, Clone)]
pub(crate) struct Moment {
    /// The time as the files have it.
    pub(crate) text: String,
    /// The same in words.
    pub(crate) when: String,
    /// What each side says of it.
    pub(crate) said: Vec<Vec<Happening>>,
}

/// What some dated statements of a side say alike.
#[derive(Debug, Clone)]
pub(crate) struct Happening {
    /// Who does what to whom.
    pub(crate) words: String,
    /// Its sign.
    pub(crate) sign: Sign,
    /// In which sense it holds.
    pub(crate) factuality: Factuality,
    /// How many statements say so.
    pub(crate) times: usize,
}

impl Timeline {
    /// The dated statements of some views; of a number `top` the first times.
    #[must_use]
    pub(crate) fn of(
        corpus: &Corpus,
        views: &[View],
        title: Option<&str>,
        top: Option<usize>,
        say: &'static Messages,
    ) -> Self {
        let mut found: BTreeMap<(Option<i64>, Option<i64>, &str), Moment> = BTreeMap::new();
        let mut undated = 0;
        for (side, view) in views.iter().enumerate() {
            for id in view.record(corpus) {
                let Some(period) = corpus.when(corpus.relation(id)) else {
                    undated += 1;
                    continue;
                };
                let moment = found.entry(period.order()).or_insert_with(|| Moment {
                    text: period.text().to_owned(),
                    when: period.spelled_out(say),
                    said: vec![Vec::new(); views.len()],
                });
                let now = happening(corpus, id, say);
                match moment.said[side].iter_mut().find(|known| known.words == now.words && known.sign == now.sign) {
                    Some(known) => known.times += 1,
                    None => moment.said[side].push(now),
                }
            }
        }
        let mut moments: Vec<Moment> = found.into_values().collect();
        let all = moments.len();
        moments.truncate(top.unwrap_or(all));
        Self { caption: Caption::of(corpus, views, "title-timeline", title, say), moments, all, undated }
    }
}

fn happening(corpus: &Corpus, id: RelationId, say: &Messages) -> Happening {
    let relation = corpus.relation(id);
    let kind = corpus.types.get(relation.kind);
    let named = |ends: &[_]| {
        let labels: Vec<&str> = ends.iter().map(|actor| &*corpus.actors.get(*actor).label).collect();
        say.all_of(&labels)
    };
    let arrow = if kind.directed { "→" } else { "–" };
    let factuality = relation.factuality();
    let (from, to) = (named(relation.from.as_slice()), named(relation.to.as_slice()));
    let words = format!("{from} {arrow} {to}: {}{}", voiced(corpus, &[id], factuality, say), kind.label);
    Happening { words, sign: relation.sign, factuality, times: 1 }
}
