//! What a view asks of a statement.

use std::collections::BTreeSet;

use super::Aggregation;
use crate::model::{
    ActorId, Attitude, CastRole, Corpus, Facets, FrameId, Holder, IssueId, Layer, Mode, Period, Position, RareFields,
    Relation, Roles, Said, Sign, Stance, Standing, TypeId, WorkId,
};

/// What a statement must be; an empty list asks for nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "each field is documented by its key in KEYS")]
pub struct Filter {
    pub works: Vec<WorkId>,
    pub actors: Vec<ActorId>,
    pub near: Option<(ActorId, u32)>,
    pub between: Vec<ActorId>,
    pub roles: Roles,
    pub casts: Vec<CastRole>,
    pub layers: Vec<Layer>,
    pub types: Vec<TypeId>,
    pub signs: Vec<Sign>,
    pub stances: Vec<Stance>,
    pub standings: Vec<Standing>,
    pub any_standing: bool,
    pub holders: Vec<Holder>,
    pub negated: Option<bool>,
    pub modes: Vec<Mode>,
    pub attitudes: Vec<Attitude>,
    pub period: Option<Period>,
    pub facets: Facets,
    pub frames: Vec<FrameId>,
    pub tags: Vec<String>,
    pub coders: Vec<String>,
    pub strength: u8,
    pub issues: Vec<IssueId>,
    pub answers: Vec<String>,
}

impl Filter {
    /// Whether the view asks for a standing, stance, mode, holder or attitude of its own.
    #[must_use]
    pub fn names_a_voice(&self) -> bool {
        let lists = self.stances.is_empty() && self.standings.is_empty() && self.modes.is_empty();
        !(lists && self.attitudes.is_empty() && self.holders.is_empty() && self.negated.is_none() && !self.any_standing)
    }

    /// The same with each list in order, each of its values once.
    pub(super) fn in_order(&self) -> Self {
        let roles = &self.roles;
        Self {
            works: set(&self.works),
            actors: set(&self.actors),
            between: set(&self.between),
            roles: Roles {
                with: set(&roles.with),
                against: set(&roles.against),
                excluding: set(&roles.excluding),
                benefiting: set(&roles.benefiting),
            },
            casts: set(&self.casts),
            layers: set(&self.layers),
            types: set(&self.types),
            signs: set(&self.signs),
            stances: set(&self.stances),
            standings: set(&self.standings),
            holders: set(&self.holders),
            modes: set(&self.modes),
            attitudes: set(&self.attitudes),
            frames: set(&self.frames),
            tags: set(&self.tags),
            coders: set(&self.coders),
            ..self.clone()
        }
    }

    /// Whether it asks for issues or answers, and so for no statements.
    #[must_use]
    pub fn asks_for_positions(&self) -> bool {
        !(self.issues.is_empty() && self.answers.is_empty())
    }

    /// Whether a statement is wanted, as far as it can be told without the level of the view: without `actor`, third roles,
    /// `near` and `between`. Who asks for issues or answers asks for no statements.
    pub(super) fn takes(&self, relation: &Relation, corpus: &Corpus) -> bool {
        !self.asks_for_positions() && self.takes_content(relation, corpus) && self.takes_said(&relation.said(), corpus)
    }

    /// Whether a position is wanted. Who asks for a type, a sign, a cast, a layer or a
    /// neighbourhood asks for no positions; of actors those count that the issue is about.
    pub(super) fn takes_position(&self, position: &Position, corpus: &Corpus) -> bool {
        let asks_for_ties = !(self.types.is_empty()
            && self.signs.is_empty()
            && self.casts.is_empty()
            && self.layers.is_empty()
            && self.between.is_empty()
            && self.near.is_none());
        let issue = corpus.issues.get(position.issue);
        let about = || self.actors.is_empty() || issue.about.iter().any(|actor| self.actors.contains(actor));
        let named = |role: fn(&Roles) -> &Vec<ActorId>| {
            let wanted = role(&self.roles);
            let named = position.rare.as_ref().map_or(&[][..], |rare| role(&rare.roles));
            wanted.is_empty() || named.iter().any(|actor| wanted.contains(actor))
        };
        let in_roles = || {
            named(|roles| &roles.with)
                && named(|roles| &roles.against)
                && named(|roles| &roles.excluding)
                && named(|roles| &roles.benefiting)
        };
        !asks_for_ties
            && wanted(&self.issues, &position.issue)
            && (self.answers.is_empty() || self.answers.iter().any(|id| **id == *issue.id_of(position.answer)))
            && self.takes_said(&position.said(), corpus)
            && about()
            && in_roles()
    }

    fn takes_content(&self, relation: &Relation, corpus: &Corpus) -> bool {
        wanted(&self.types, &relation.kind)
            && (self.layers.is_empty() || self.layers.contains(&corpus.layer(relation)))
            && wanted(&self.signs, &relation.sign)
            && (self.casts.is_empty() || relation.casts().iter().any(|(_, role)| self.casts.contains(&role)))
    }

    /// Whether something is said as the view wants it: whatever is said.
    fn takes_said(&self, said: &Said<'_>, corpus: &Corpus) -> bool {
        self.takes_circumstances(said, corpus) && self.takes_voice(said) && self.takes_context(said, corpus)
    }

    fn takes_circumstances(&self, said: &Said<'_>, corpus: &Corpus) -> bool {
        let facets = said.qualifiers.facets;
        let period = || match (&self.period, corpus.time_of(said)) {
            (Some(wanted), Some(when)) => wanted.overlaps(when),
            _ => true,
        };
        said.qualifiers.strength >= self.strength
            && (self.facets.is_empty() || !self.facets.shared(facets).is_empty())
            && period()
    }

    /// Whether a statement relates one of the wanted actors, at the level of the view, and names one in each role that is asked for.
    pub(super) fn takes_actors(&self, relation: &Relation, aggregation: Aggregation<'_>) -> bool {
        let related = || {
            let wanted = aggregation.all(&self.actors, relation);
            aggregation.aggregated(relation).any(|(from, to)| wanted.contains(&from) || wanted.contains(&to))
        };
        (self.actors.is_empty() || related()) && self.takes_roles(relation, aggregation)
    }

    fn takes_roles(&self, relation: &Relation, aggregation: Aggregation<'_>) -> bool {
        let named = |role: fn(&Roles) -> &Vec<ActorId>| {
            let wanted = role(&self.roles);
            let in_role = |roles: &Roles| {
                let wanted = aggregation.all(wanted, relation);
                aggregation.all(role(roles), relation).iter().any(|actor| wanted.contains(actor))
            };
            wanted.is_empty() || relation.roles().is_some_and(in_role)
        };
        named(|roles| &roles.with)
            && named(|roles| &roles.against)
            && named(|roles| &roles.excluding)
            && named(|roles| &roles.benefiting)
    }

    fn takes_voice(&self, said: &Said<'_>) -> bool {
        let holder = || self.holders.is_empty() || said.holders().iter().any(|holder| self.holders.contains(holder));
        let attitude = || {
            let attitude = said.qualifiers.attitude;
            self.attitudes.is_empty() || attitude.is_some_and(|attitude| self.attitudes.contains(&attitude))
        };
        wanted(&self.stances, &said.qualifiers.stance)
            && wanted(&self.standings, &said.qualifiers.standing())
            && wanted(&self.modes, &said.qualifiers.mode)
            && self.negated.is_none_or(|negated| negated == said.qualifiers.negated)
            && attitude()
            && holder()
    }

    fn takes_context(&self, said: &Said<'_>, corpus: &Corpus) -> bool {
        let frame = self.frames.is_empty() || said.frame().is_some_and(|frame| self.frames.contains(&frame));
        let tag = || {
            let has = |rare: &RareFields| rare.tags.iter().any(|tag| self.tags.iter().any(|wanted| **wanted == **tag));
            self.tags.is_empty() || said.rare.is_some_and(has)
        };
        let coder = || {
            let own = said.rare.and_then(|rare| rare.coder.as_deref());
            let coder = own.or(corpus.authors.get(said.author).coder.as_deref());
            self.coders.is_empty() || coder.is_some_and(|coder| self.coders.iter().any(|wanted| wanted == coder))
        };
        let work = || {
            let cited = said.evidence().iter().any(|anchor| self.works.contains(&anchor.work));
            let only =
                || said.evidence().is_empty() && corpus.works_of(said.author).all(|(id, _)| self.works.contains(&id));
            self.works.is_empty() || cited || only()
        };
        frame && tag() && coder() && work()
    }
}

fn set<T: Ord + Clone>(list: &[T]) -> Vec<T> {
    list.iter().cloned().collect::<BTreeSet<_>>().into_iter().collect()
}

fn wanted<T: PartialEq>(list: &[T], value: &T) -> bool {
    list.is_empty() || list.contains(value)
}
