//! Whether more than two sides are witnesses apart: else an author would be counted twice among those who say something.

use crate::model::{Period, WorkId};
use crate::network::{Filter, View};

/// Two sides of more than two that speak for one author.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Doubled {
    /// Their places; the later one last.
    pub sides: [usize; 2],
    /// They select the same, however they are written.
    pub is_same: bool,
}

impl Doubled {
    /// What to do about it.
    pub const HELP: &'static str = "take one out: only other works, coders or periods make two witnesses of one author";

    /// What is wrong, and what to do about it.
    #[must_use]
    pub fn refusal(&self, views: &[View]) -> String {
        format!("{} ({})", self.fact(views), Self::HELP)
    }

    /// What is wrong.
    #[must_use]
    pub fn fact(&self, views: &[View]) -> String {
        let text = |side: usize| views.get(side).map_or("", |view| &view.text);
        let [one, other] = self.sides.map(text);
        match self.is_same {
            true if one == other => {
                format!("`{one}` is given twice, and would be counted twice among more than two sides")
            }
            true => {
                format!("`{one}` and `{other}` select the same, which would be counted twice among more than two sides")
            }
            false => {
                format!("`{one}` and `{other}` share an author, who would be counted twice among more than two sides")
            }
        }
    }
}

/// The first two of more than two views that are not witnesses apart; `None` if all are, or if there are only two.
///
/// Views that share an author are apart if they name other works, other coders or other times. Selections of one and the same witness
/// are judged by just what they select only while nobody else is compared with them, so only then they are sides of their own; and the
/// whole of that witness, of which they are parts, is none beside them. O(s²) for s views.
#[must_use]
pub fn doubled(views: &[View]) -> Option<Doubled> {
    if views.len() < 3 {
        return None;
    }
    let is_part = |view: &View| view.filter != view.witness().filter;
    let of_one = views.iter().all(|view| is_part(view) && is_same_witness(view, &views[0]));
    let later = |other: usize| (0..other).map(move |one| [one, other]);
    (1..views.len()).flat_map(later).find_map(|sides| {
        let [one, other] = sides.map(|side| &views[side]);
        let is_same = one.selects_as(other);
        (is_same || (!of_one && meet(one, other))).then_some(Doubled { sides, is_same })
    })
}

fn is_same_witness(one: &View, other: &View) -> bool {
    one.authors == other.authors && one.witness().filter == other.witness().filter
}

/// Whether two views share an author, and neither works, coders nor times tell them apart.
fn meet(one: &View, other: &View) -> bool {
    let is_of_both = |author| other.authors.contains(author);
    one.authors.iter().any(is_of_both) && !are_apart(&one.filter, &other.filter)
}

fn are_apart(one: &Filter, other: &Filter) -> bool {
    let works: [&[WorkId]; 2] = [&one.works, &other.works];
    let coders: [&[String]; 2] = [&one.coders, &other.coders];
    let times = one.period.as_ref().zip(other.period.as_ref());
    let is_within = |one: &Period, other: &Period| one.covers(other) || other.covers(one);
    have_nothing_in_common(works)
        || have_nothing_in_common(coders)
        || times.is_some_and(|(one, other)| !is_within(one, other))
}

/// Whether both name something, and nothing that the other names.
fn have_nothing_in_common<T: PartialEq>([one, other]: [&[T]; 2]) -> bool {
    !one.is_empty() && !other.is_empty() && one.iter().all(|item| !other.contains(item))
}
