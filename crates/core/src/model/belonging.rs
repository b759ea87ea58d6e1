//! Who stands for whom, and what consists of whom, at the time of a statement.

use super::selection::written;
use super::{ActorId, ActorKind, Corpus, Membership, Period, Relation, Wholes};

/// The time at which it is asked who stands for whom.
#[derive(Debug, Clone, Copy, Default)]
pub struct When<'c> {
    period: Option<&'c Period>,
    /// The statement says so itself. One that does not is lifted even where no membership is of the time of its work.
    own: bool,
}

impl When<'_> {
    fn has(&self, membership: &Membership) -> bool {
        membership.when.as_ref().zip(self.period).is_none_or(|(dated, when)| dated.overlaps(when))
    }
}

/// The id of several actors together: theirs in order, joined by `+`. What has such a mark itself stands in quotes.
#[must_use]
pub fn together_id<'n>(ids: impl IntoIterator<Item = &'n str>) -> String {
    let mut ids: Vec<&str> = ids.into_iter().collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().map(written).collect::<Vec<_>>().join("+")
}

impl Corpus {
    /// The time by which dated memberships are judged: the statement's own, else the present of the author's works.
    #[must_use]
    pub fn reference(&self, relation: &Relation) -> When<'_> {
        if let Some(own) = self.when(relation) {
            return When { period: Some(own), own: true };
        }
        let cited = relation.evidence().first().map(|anchor| self.work(anchor.work));
        let work = cited.or_else(|| self.works_of(relation.author).next().map(|(_, work)| work));
        When { period: work.and_then(|work| work.date.as_ref().or(work.period.as_ref())), own: false }
    }

    /// For whom an actor stands at a time: a leader or an institution for its state, leaders together for their states together,
    /// everybody else for itself. What a body consists of is not asked.
    #[must_use]
    pub fn stands_for(&self, actor: ActorId, when: When<'_>) -> ActorId {
        if !self.actors.get(actor).together {
            return self.alone_stands_for(actor, when);
        }
        match *self.members_stand_for(actor, when) {
            [one] => one,
            ref several => self.whole(several, when).unwrap_or(actor),
        }
    }

    /// For whom the members of a list stand that is spoken of as a whole: each once, in order.
    pub(crate) fn members_stand_for(&self, actor: ActorId, when: When<'_>) -> Vec<ActorId> {
        let members = self.actors.get(actor).members();
        ordered(members.map(|member| self.alone_stands_for(member, when)).collect())
    }

    fn alone_stands_for(&self, actor: ActorId, when: When<'_>) -> ActorId {
        let mut current = actor;
        // No chain is longer than this: `resolve` refuses circles.
        for _ in 0..self.actors.len() {
            let Some(next) = self.larger(current, when) else { break };
            current = next;
        }
        current
    }

    /// For whom an actor stands at a time, else of what it is part then: of several the one that [`Latest`] is.
    fn larger(&self, actor: ActorId, when: When<'_>) -> Option<ActorId> {
        let actor = self.actors.get(actor);
        if actor.kind == ActorKind::State {
            return None;
        }
        let memberships = [&actor.stands_for, &actor.part_of];
        let then =
            memberships.iter().find_map(|larger| latest(larger.iter().filter(|membership| when.has(membership))));
        let ever = || memberships.iter().find_map(|larger| latest(larger.iter()));
        match then.or_else(|| ever().filter(|_| !when.own))? {
            Latest::One(larger) => Some(larger),
            Latest::Several => None,
        }
    }

    /// What an actor consists of at a time: members of a list, or of a body. Each once, in order; empty if it is no whole.
    #[must_use]
    pub fn parts(&self, actor: ActorId, when: When<'_>) -> Vec<ActorId> {
        let parts = self.actors.get(actor).composed_of.iter().filter(|part| when.has(part));
        ordered(parts.map(|part| part.actor).collect())
    }

    /// The actor that consists of just these at a time, in order: the one body that files say does, else their list if a
    /// statement speaks of it as a whole. Of two such bodies neither is meant.
    #[must_use]
    pub fn whole(&self, parts: &[ActorId], when: When<'_>) -> Option<ActorId> {
        let mut bodies = self.wholes.bodies.iter().filter(|body| self.parts(**body, when) == parts);
        match (bodies.next(), bodies.next()) {
            (Some(body), None) => Some(*body),
            _ => self.wholes.lists.get(parts).copied(),
        }
    }

    /// Notes which actors are wholes.
    pub(crate) fn find_wholes(&mut self) {
        self.wholes = Wholes::default();
        for (id, _, actor) in self.actors.iter().filter(|(_, _, actor)| !actor.composed_of.is_empty()) {
            if actor.together {
                self.wholes.lists.insert(ordered(actor.members().collect()).into(), id);
            } else {
                self.wholes.bodies.push(id);
            }
        }
    }

    /// Notes one more list.
    pub(crate) fn note_list(&mut self, members: &[ActorId], whole: ActorId) {
        self.wholes.lists.insert(members.into(), whole);
    }
}

/// Which of several memberships counts.
enum Latest {
    /// That of this actor: it began last, or of those the one that ended first.
    One(ActorId),
    /// Memberships in several that have one time: neither is meant, for only their names or places could decide.
    Several,
}

/// The membership that counts, whatever the order in which they are written; `None` if there is none.
fn latest<'m>(memberships: impl Iterator<Item = &'m Membership> + Clone) -> Option<Latest> {
    let last = memberships.clone().map(Membership::rank).max()?;
    let mut actors = memberships.filter(|membership| membership.rank() == last).map(|membership| membership.actor);
    let first = actors.next()?;
    Some(if actors.all(|other| other == first) { Latest::One(first) } else { Latest::Several })
}

fn ordered(mut actors: Vec<ActorId>) -> Vec<ActorId> {
    actors.sort_unstable();
    actors.dedup();
    actors
}
