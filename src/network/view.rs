//! A view: whose and which statements. Written `hudis:stance=rejects+doubts,holder=trump`.

use std::collections::BTreeSet;
use std::ops::Range;

use super::keys::KEYS;
use super::{Lift, near};
use crate::diag::nearest;
use crate::model::{
    ActorId, Attitude, AuthorId, Corpus, Facets, FrameId, Holder, Id, Mode, Period, Relation, RelationId,
};
use crate::model::{Sign, Stance, Standing, TypeId, WorkId};

/// A selection of statements, resolved against a corpus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// As written.
    pub text: String,
    /// Whose statements; never empty unless the corpus has no author.
    pub authors: Vec<AuthorId>,
    /// Which of them.
    pub filter: Filter,
    /// At which level actors are drawn.
    pub level: Level,
    /// The keys given so far.
    given: Vec<&'static str>,
}

/// Whether persons and institutions are drawn as themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Level {
    /// Every actor as the text names it.
    #[default]
    Actor,
    /// Those who stand for a state, or are part of one, as that state.
    State,
}

/// What a statement must be; an empty list asks for nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "each field is documented by its key in KEYS")]
pub struct Filter {
    pub works: Vec<WorkId>,
    pub actors: Vec<ActorId>,
    pub near: Option<(ActorId, u32)>,
    pub between: Vec<ActorId>,
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
}

/// What is wrong with the text of a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ViewError {
    /// The fact.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// Which bytes of the view's text.
    pub range: Range<usize>,
}

impl View {
    /// Reads the selection language; all authors if none is named.
    pub fn parse(text: &str, corpus: &Corpus) -> Result<Self, ViewError> {
        let (whose, which) = text.split_once(':').unwrap_or((text, ""));
        let mut view = Self {
            text: text.to_owned(),
            authors: authors(whose, corpus)?,
            filter: Filter::default(),
            level: Level::Actor,
            given: Vec::new(),
        };
        let mut at = whose.len() + 1;
        for part in which.split(',') {
            if !part.trim().is_empty() {
                view.set(part, at, corpus)?;
            }
            at += part.len() + 1;
        }
        Ok(view)
    }

    fn set(&mut self, part: &str, at: usize, corpus: &Corpus) -> Result<(), ViewError> {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let range = at..at + part.len();
        let Some(key) = KEYS.iter().find(|key| key.name == name.trim()) else {
            let near = nearest(name.trim(), KEYS.iter().map(|key| key.name));
            let help =
                near.map_or_else(|| format!("the keys are {}", names()), |near| format!("did you mean `{near}`?"));
            return Err(ViewError {
                message: format!("no key `{}` selects statements", name.trim()),
                help: Some(help),
                range,
            });
        };
        let values: Vec<&str> = value.split('+').map(str::trim).filter(|value| !value.is_empty()).collect();
        if values.is_empty() {
            let help = Some(format!("write {}={}", key.name, key.values));
            return Err(ViewError { message: format!("`{}` needs a value", key.name), help, range });
        }
        if !key.many && (values.len() > 1 || self.given.contains(&key.name)) {
            let help = Some(format!("give `{}` once, with one value", key.name));
            return Err(ViewError { message: format!("`{}` has more than one value", key.name), help, range });
        }
        self.given.push(key.name);
        for value in values {
            (key.set)(self, value, corpus).map_err(|(message, help)| ViewError {
                message,
                help,
                range: range.clone(),
            })?;
        }
        Ok(())
    }

    /// The same view with one more key, as the flags of the command line give it.
    pub fn with(mut self, key: &str, value: &str, corpus: &Corpus) -> Result<Self, ViewError> {
        let separator = if self.text.contains(':') { ',' } else { ':' };
        let start = self.text.len() + 1;
        let part = format!("{key}={value}");
        self.text = format!("{}{separator}{part}", self.text);
        self.set(&part, start, corpus)?;
        Ok(self)
    }

    /// The statements of the view, voice and all: what a diff reads.
    #[must_use]
    pub fn record(&self, corpus: &Corpus) -> Vec<RelationId> {
        self.inside(corpus, self.chosen(corpus))
    }

    /// The statements that a picture of the view shows: held now, unless the view says which voice it wants.
    #[must_use]
    pub fn shown(&self, corpus: &Corpus) -> Vec<RelationId> {
        let mut chosen = self.chosen(corpus);
        if !self.filter.names_a_voice() {
            chosen.retain(|id| corpus.relation(*id).held_now());
        }
        self.inside(corpus, chosen)
    }

    /// What the filter takes, near or far.
    fn chosen(&self, corpus: &Corpus) -> Vec<RelationId> {
        let lift = Lift::new(corpus, self.level);
        let takes =
            |relation: &Relation| self.filter.takes(relation, corpus) && self.filter.takes_actors(relation, lift);
        let ranges = self.authors.iter().flat_map(|author| corpus.relations_of(*author));
        let mut chosen: Vec<RelationId> =
            ranges.filter(|index| takes(&corpus.relations()[*index])).map(RelationId::from_index).collect();
        chosen.sort_unstable();
        chosen
    }

    /// Those of some statements that relate two of the actors that the view keeps.
    fn inside(&self, corpus: &Corpus, mut chosen: Vec<RelationId>) -> Vec<RelationId> {
        if let Some(kept) = self.kept(corpus, &chosen) {
            let lift = Lift::new(corpus, self.level);
            let both = |(from, to): (ActorId, ActorId)| kept.contains(&from) && kept.contains(&to);
            chosen.retain(|id| lift.lifted(corpus.relation(*id)).any(both));
        }
        chosen
    }

    /// The actors that `near` and `between` leave, at the level of the view; `None` if it asks for neither. Of a statement
    /// about several actors only the pairs of these count. What [`View::record`] and [`View::shown`] give keeps the same
    /// actors as all that they chose from.
    #[must_use]
    pub fn kept(&self, corpus: &Corpus, chosen: &[RelationId]) -> Option<BTreeSet<ActorId>> {
        let lift = Lift::new(corpus, self.level);
        let near = self.filter.near.map(|(centre, steps)| near::around(corpus, lift, chosen, centre, steps));
        if self.filter.between.is_empty() {
            return near;
        }
        let mut between = near::named(corpus, lift, chosen, &self.filter.between);
        if let Some(near) = near {
            between.retain(|actor| near.contains(actor));
        }
        Some(between)
    }
}

impl Filter {
    /// Whether the view asks for a standing, stance, mode, holder or attitude of its own.
    #[must_use]
    pub fn names_a_voice(&self) -> bool {
        let lists = self.stances.is_empty() && self.standings.is_empty() && self.modes.is_empty();
        !(lists && self.attitudes.is_empty() && self.holders.is_empty() && self.negated.is_none() && !self.any_standing)
    }

    /// Whether a statement is wanted, as far as it can be told from the statement alone: without `actor`, `near` and
    /// `between`.
    #[must_use]
    fn takes(&self, relation: &Relation, corpus: &Corpus) -> bool {
        self.takes_content(relation, corpus) && self.takes_voice(relation) && self.takes_context(relation, corpus)
    }

    fn takes_content(&self, relation: &Relation, corpus: &Corpus) -> bool {
        let period = || match (&self.period, corpus.when(relation)) {
            (Some(wanted), Some(when)) => wanted.overlaps(when),
            _ => true,
        };
        wanted(&self.types, &relation.kind)
            && wanted(&self.signs, &relation.sign)
            && relation.strength >= self.strength
            && (self.facets.is_empty() || !self.facets.shared(relation.facets).is_empty())
            && period()
    }

    /// Whether a statement relates one of the wanted actors, at the level of the view.
    fn takes_actors(&self, relation: &Relation, lift: Lift<'_>) -> bool {
        if self.actors.is_empty() {
            return true;
        }
        let when = lift.reference(relation);
        let wanted: Vec<ActorId> = self.actors.iter().map(|actor| lift.actor(*actor, when)).collect();
        lift.lifted(relation).any(|(from, to)| wanted.contains(&from) || wanted.contains(&to))
    }

    fn takes_voice(&self, relation: &Relation) -> bool {
        let holder =
            || self.holders.is_empty() || relation.holders().iter().any(|holder| self.holders.contains(holder));
        let attitude = || {
            self.attitudes.is_empty() || relation.attitude.is_some_and(|attitude| self.attitudes.contains(&attitude))
        };
        wanted(&self.stances, &relation.stance)
            && wanted(&self.standings, &relation.standing())
            && wanted(&self.modes, &relation.mode)
            && self.negated.is_none_or(|negated| negated == relation.negated)
            && attitude()
            && holder()
    }

    fn takes_context(&self, relation: &Relation, corpus: &Corpus) -> bool {
        let more = relation.more.as_deref();
        let frame = self.frames.is_empty() || relation.frame().is_some_and(|frame| self.frames.contains(&frame));
        let tag = || {
            self.tags.is_empty()
                || more.is_some_and(|more| more.tags.iter().any(|tag| self.tags.iter().any(|wanted| **wanted == **tag)))
        };
        let coder = || {
            let coder =
                more.and_then(|more| more.coder.as_deref()).or(corpus.authors.get(relation.author).coder.as_deref());
            self.coders.is_empty() || coder.is_some_and(|coder| self.coders.iter().any(|wanted| wanted == coder))
        };
        let work = || {
            let cited = relation.evidence().iter().any(|anchor| self.works.contains(&anchor.work));
            let only = || {
                relation.evidence().is_empty()
                    && corpus.works_of(relation.author).all(|(id, _)| self.works.contains(&id))
            };
            self.works.is_empty() || cited || only()
        };
        frame && tag() && coder() && work()
    }
}

fn wanted<T: PartialEq>(list: &[T], value: &T) -> bool {
    list.is_empty() || list.contains(value)
}

fn names() -> String {
    KEYS.iter().map(|key| key.name).collect::<Vec<_>>().join(", ")
}

fn authors(whose: &str, corpus: &Corpus) -> Result<Vec<AuthorId>, ViewError> {
    if matches!(whose.trim(), "" | "*") {
        return Ok(corpus.authors.ids().collect());
    }
    let mut found = Vec::new();
    let mut at = 0;
    for name in whose.split('+') {
        let Some(author) = corpus.authors.find(name.trim()) else {
            let near = nearest(name.trim(), corpus.authors.names());
            let known = corpus.authors.names().collect::<Vec<_>>().join(", ");
            let help =
                near.map_or_else(|| format!("the authors are {known}"), |near| format!("did you mean `{near}`?"));
            return Err(ViewError {
                message: format!("no author `{}`", name.trim()),
                help: Some(help),
                range: at..at + name.len(),
            });
        };
        found.push(author);
        at += name.len() + 1;
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}
