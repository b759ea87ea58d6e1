//! A view: whose and which statements. Written `hudis:stance=rejects+doubts,holder=trump`.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use super::keys::{KEYS, Set};
use super::{Aggregation, ego_network};
use crate::diag::nearest;
use crate::model::selection::{Flaw, Part, Selection, Value, written};
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
    /// Reads the selection language; all authors if none is named. The id of an author alone is taken as it is, whatever
    /// stands in it.
    ///
    /// # Errors
    ///
    /// If a key is unknown, or a value names what the corpus does not have; with what to do about it.
    pub fn parse(text: &str, corpus: &Corpus) -> Result<Self, ViewError> {
        let empty = |text: String, authors| Self {
            text,
            authors,
            filter: Filter::default(),
            level: Level::Actor,
            given: Vec::new(),
        };
        if let Some(author) = corpus.authors.find(text).filter(|_| text != "*") {
            return Ok(empty(written(text).into_owned(), vec![author]));
        }
        let read = Selection::parse(text).map_err(flawed)?;
        let whose = empty(text.to_owned(), authors(&read.authors, corpus)?);
        let mut view = whose.clone();
        let refused = read.parts.iter().find_map(|part| view.add(part, corpus).err());
        let Some(error) = refused else { return Ok(view) };
        // What is wrong as it stands can be a name that lacks its quotes.
        whose.with_bare(&read, text, corpus).ok_or(error)
    }

    /// The same view with keys whose values are names as they are, `actor=Acme, Inc.`, where each is one that there is.
    fn with_bare(mut self, read: &Selection<'_>, text: &str, corpus: &Corpus) -> Option<Self> {
        let which = read.which?;
        self.text.truncate(text.len() - which.len() - 1);
        for (key, at) in read.bare(text) {
            self = self.with(key, &text[at], corpus).ok()?;
        }
        Some(self)
    }

    /// What it selects of its authors, as written.
    #[must_use]
    pub fn which(&self) -> &str {
        Selection::parse(&self.text).ok().and_then(|read| read.which).map_or("", str::trim)
    }

    /// The same, key by key.
    #[must_use]
    pub fn keys(&self) -> Vec<&str> {
        let parts = Selection::parts(self.which()).unwrap_or_default();
        parts.into_iter().map(|part| &self.which()[part.range]).collect()
    }

    fn add(&mut self, part: &Part<'_>, corpus: &Corpus) -> Result<(), ViewError> {
        let wrong = |message, help| ViewError { message, help, range: part.range.clone() };
        let Some(key) = KEYS.iter().find(|key| key.name == part.key) else {
            let near = nearest(part.key, KEYS.iter().map(|key| key.name));
            let help =
                near.map_or_else(|| format!("the keys are {}", names()), |near| format!("did you mean `{near}`?"));
            return Err(wrong(format!("no key `{}` selects statements", part.key), Some(help)));
        };
        let values = &part.values;
        if values.is_empty() {
            let help = Some(format!("write {}={}", key.name, key.values));
            return Err(wrong(format!("`{}` needs a value", key.name), help));
        }
        if !key.many && (values.len() > 1 || self.given.contains(&key.name)) {
            let help = Some(format!("give `{}` once, with one value", key.name));
            return Err(wrong(format!("`{}` has more than one value", key.name), help));
        }
        self.given.push(key.name);
        for value in values {
            match key.set {
                Set::Name(_) if !value.after.is_empty() => {
                    let help = "a quote within quotes is written \\\"; several values are joined by +";
                    return Err(wrong(format!("`{}` follows the closing quote", value.after), Some(help.to_owned())));
                }
                Set::Name(set) => set(self, &value.text, corpus),
                Set::Around(set) => set(self, value, corpus),
            }
            .map_err(|(message, help)| wrong(message, help))?;
        }
        Ok(())
    }

    /// The same view with one more key, as the flags of the command line give it: a value that is a name is taken as it is,
    /// any other as a selection writes it.
    ///
    /// # Errors
    ///
    /// If a key is unknown, or a value names what the corpus does not have; with what to do about it.
    pub fn with(self, key: &str, value: &str, corpus: &Corpus) -> Result<Self, ViewError> {
        let alone = |value| Part { key, values: vec![Value::plain(value)], range: 0..0 };
        let mut whole = self.clone();
        if !value.trim().is_empty() && whole.add(&alone(value), corpus).is_ok() {
            let same = Selection::parts(&format!("{key}={value}"))
                .is_ok_and(|parts| parts.len() == 1 && parts[0].values.len() == 1 && parts[0].values[0].text == value);
            whole.append(key, &if same { Cow::Borrowed(value) } else { written(value) });
            return Ok(whole);
        }
        let mut view = self;
        let part = Part { key, values: Selection::values(value).map_err(flawed)?, range: 0..value.len() };
        view.add(&part, corpus)?;
        view.append(key, value);
        Ok(view)
    }

    /// The same view with keys more, written as in the selection language: `tag=slide,strength=2`.
    ///
    /// # Errors
    ///
    /// If a key is unknown, or a value names what the corpus does not have; with what to do about it.
    pub fn narrowed(mut self, keys: &str, corpus: &Corpus) -> Result<Self, ViewError> {
        for part in Selection::parts(keys).map_err(flawed)? {
            self.add(&part, corpus)?;
            let values = keys[part.range].split_once('=').map_or("", |(_, values)| values);
            self.append(part.key, values);
        }
        Ok(self)
    }

    fn append(&mut self, key: &str, value: &str) {
        let has_keys = Selection::parse(&self.text).is_ok_and(|read| read.which.is_some());
        self.text.push_str(&format!("{}{key}={value}", if has_keys { ',' } else { ':' }));
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
        let aggregation = Aggregation::new(corpus, self.level);
        let takes = |relation: &Relation| {
            self.filter.takes(relation, corpus) && self.filter.takes_actors(relation, aggregation)
        };
        let ranges = self.authors.iter().flat_map(|author| corpus.relations_of(*author));
        let mut chosen: Vec<RelationId> =
            ranges.filter(|index| takes(&corpus.relations()[*index])).map(RelationId::from_index).collect();
        chosen.sort_unstable();
        chosen
    }

    /// Those of some statements that relate two of the actors that the view keeps.
    fn inside(&self, corpus: &Corpus, mut chosen: Vec<RelationId>) -> Vec<RelationId> {
        if let Some(kept) = self.kept(corpus, &chosen) {
            let aggregation = Aggregation::new(corpus, self.level);
            let both = |(from, to): (ActorId, ActorId)| kept.contains(&from) && kept.contains(&to);
            chosen.retain(|id| aggregation.aggregated(corpus.relation(*id)).any(both));
        }
        chosen
    }

    /// The actors that `near` and `between` leave, at the level of the view; `None` if it asks for neither. Of a statement
    /// about several actors only the pairs of these count. What [`View::record`] and [`View::shown`] give keeps the same
    /// actors as all that they chose from.
    #[must_use]
    pub fn kept(&self, corpus: &Corpus, chosen: &[RelationId]) -> Option<BTreeSet<ActorId>> {
        let aggregation = Aggregation::new(corpus, self.level);
        let near =
            self.filter.near.map(|(centre, steps)| ego_network::around(corpus, aggregation, chosen, centre, steps));
        if self.filter.between.is_empty() {
            return near;
        }
        let mut between = ego_network::named(corpus, aggregation, chosen, &self.filter.between);
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
    fn takes_actors(&self, relation: &Relation, aggregation: Aggregation<'_>) -> bool {
        if self.actors.is_empty() {
            return true;
        }
        let when = aggregation.reference(relation);
        let wanted: Vec<ActorId> = self.actors.iter().map(|actor| aggregation.actor(*actor, when)).collect();
        aggregation.aggregated(relation).any(|(from, to)| wanted.contains(&from) || wanted.contains(&to))
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
        let rare = relation.rare.as_deref();
        let frame = self.frames.is_empty() || relation.frame().is_some_and(|frame| self.frames.contains(&frame));
        let tag = || {
            self.tags.is_empty()
                || rare.is_some_and(|rare| rare.tags.iter().any(|tag| self.tags.iter().any(|wanted| **wanted == **tag)))
        };
        let coder = || {
            let coder =
                rare.and_then(|rare| rare.coder.as_deref()).or(corpus.authors.get(relation.author).coder.as_deref());
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

fn flawed(flaw: Flaw) -> ViewError {
    let help = "a name that has :, ,, +, = or ~ in it stands in double quotes: actor=\"Acme, Inc.\"";
    ViewError { message: flaw.message, help: Some(help.to_owned()), range: flaw.range }
}

fn authors(named: &[Value<'_>], corpus: &Corpus) -> Result<Vec<AuthorId>, ViewError> {
    let mut found = Vec::new();
    for value in named {
        if value.text == "*" && !value.quoted && named.len() == 1 {
            continue;
        }
        let Some(author) = corpus.authors.find(&value.text).filter(|_| value.after.is_empty()) else {
            let near = nearest(&value.text, corpus.authors.names());
            let known = || corpus.authors.names().map(written).collect::<Vec<_>>().join(", ");
            let help = near.map_or_else(
                || format!("the authors are {}", known()),
                |near| format!("did you mean `{}`?", written(near)),
            );
            let message = format!("no author `{}{}`", value.text, value.after);
            return Err(ViewError { message, help: Some(help), range: value.range.clone() });
        };
        found.push(author);
    }
    if found.is_empty() {
        return Ok(corpus.authors.ids().collect());
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}
