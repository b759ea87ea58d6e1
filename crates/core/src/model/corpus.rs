//! Everything that the files say, resolved and valid by construction.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::lock::LayoutLock;
use super::relation::PeriodId;
use super::{
    Actor, ActorId, ActorKind, Anchor, Attitude, Author, AuthorId, Facet, FacetId, Frame, FrameId, FrameKind, Holder,
    Id, Issue, IssueId, Position, PositionId, RareFields, Said,
};
use super::{Period, Register, Relation, RelationId, RelationType, TypeId, Wholes, Work, WorkId, WorkKind};
use crate::diag::{SourceId, Span};

/// A whole corpus. Only `resolve` builds one.
///
/// Everything stands in an order that the files' order cannot change: actors, types, facets and frames by id, authors as
/// `parallax.toml` orders them, statements by author, dyad, type and what else they say.
#[derive(Debug, Default)]
pub struct Corpus {
    /// What the corpus is called.
    pub title: Box<str>,
    /// What it is about.
    pub description: Box<str>,
    /// The folder of source texts, relative to the corpus.
    pub sources: Box<str>,
    /// The actors.
    pub actors: Register<ActorId, Actor>,
    /// The relation types.
    pub types: Register<TypeId, RelationType>,
    /// The facets.
    pub facets: Register<FacetId, Facet>,
    /// The authors.
    pub authors: Register<AuthorId, Author>,
    /// The works, by author and id.
    pub works: Vec<Work>,
    /// The frames.
    pub frames: Register<FrameId, Frame>,
    /// The issues.
    pub issues: Register<IssueId, Issue>,
    /// The saved views, in the order of `parallax.toml`.
    pub views: Vec<SavedView>,
    /// Where actors stand for good.
    pub lock: LayoutLock,
    /// The files that hold one author's statements and nothing that others rest on, with the id of that author.
    pub files_of: BTreeMap<SourceId, Box<str>>,
    /// The ids of the authors that `parallax.toml` lists, whether a file declares them or not.
    pub listed: BTreeSet<Box<str>>,
    /// Which actors are there for what they say, by their index.
    pub(crate) voices: Vec<bool>,
    pub(crate) wholes: Wholes,
    pub(crate) periods: Vec<Period>,
    pub(crate) relations: Vec<Relation>,
    pub(crate) positions: Vec<Position>,
}

/// A picture that the corpus asks for.
#[derive(Debug, Clone)]
pub struct SavedView {
    /// The stem of the output file.
    pub id: Box<str>,
    /// The title of the picture.
    pub title: Option<Box<str>>,
    /// What is drawn, in the selection language.
    pub what: ViewSubject,
    /// Whether it asks for every author there is, each for itself (`*`).
    pub of_each: bool,
    /// Which statements are the main lines of an explorer page, in the keys of the selection language.
    pub main: Option<(Box<str>, Span)>,
    /// How the selections are set against each other, by the name of a form; the usual one if it does not say.
    pub form: Option<(Box<str>, Span)>,
    /// The view whose layout it shares: actors stand where they stand there.
    pub layout_of: Option<(Box<str>, Span)>,
    /// How it is to look: [`record::style_keys`](super::record::style_keys) with their values.
    pub style: Vec<(&'static str, Box<str>, Span)>,
    /// File extensions.
    pub formats: Vec<Box<str>>,
    /// Where it is written.
    pub span: Span,
}

/// What a saved view draws.
#[derive(Debug, Clone)]
pub enum ViewSubject {
    /// One panel a selection, on one layout.
    Panels(Vec<(Box<str>, Span)>),
    /// The comparison of selections: two, or more.
    Comparison(Vec<(Box<str>, Span)>),
}

impl ViewSubject {
    /// What is selected, as written, with where.
    #[must_use]
    pub fn selections(&self) -> &[(Box<str>, Span)] {
        match self {
            Self::Panels(selections) | Self::Comparison(selections) => selections,
        }
    }
}

impl Corpus {
    /// All statements, in order.
    #[must_use]
    pub fn relations(&self) -> &[Relation] {
        &self.relations
    }

    /// A statement.
    #[must_use]
    pub fn relation(&self, id: RelationId) -> &Relation {
        &self.relations[id.index()]
    }

    /// The statements of an author: they stand together.
    #[must_use]
    pub fn relations_of(&self, author: AuthorId) -> Range<usize> {
        let start = self.relations.partition_point(|relation| relation.author < author);
        let end = self.relations.partition_point(|relation| relation.author <= author);
        start..end
    }

    /// All positions, in order: by author, issue, answer and what else they say.
    #[must_use]
    pub fn positions(&self) -> &[Position] {
        &self.positions
    }

    /// A position.
    #[must_use]
    pub fn position(&self, id: PositionId) -> &Position {
        &self.positions[id.index()]
    }

    /// The positions of an author: they stand together.
    #[must_use]
    pub fn positions_of(&self, author: AuthorId) -> Range<usize> {
        let start = self.positions.partition_point(|position| position.author < author);
        let end = self.positions.partition_point(|position| position.author <= author);
        start..end
    }

    /// When a statement holds: as it says, else as its author's reading of its frame does.
    #[must_use]
    pub fn when(&self, relation: &Relation) -> Option<&Period> {
        self.time_of(&relation.said())
    }

    /// When something holds: as it says, else as its author's reading of its frame does.
    #[must_use]
    pub fn time_of(&self, said: &Said<'_>) -> Option<&Period> {
        let own = said.qualifiers.when.map(|id| self.period(id));
        own.or_else(|| self.frames.get(said.frame()?).reading(said.author)?.when.as_ref())
    }

    /// A time that statements name.
    #[must_use]
    pub fn period(&self, PeriodId(index): PeriodId) -> &Period {
        &self.periods[index as usize]
    }

    /// A work.
    #[must_use]
    pub fn work(&self, id: WorkId) -> &Work {
        &self.works[id.index()]
    }

    /// The works of an author, with their ids: they stand together.
    pub fn works_of(&self, author: AuthorId) -> impl Iterator<Item = (WorkId, &Work)> {
        let start = self.works.partition_point(|work| work.author < author);
        let works = self.works.iter().enumerate().skip(start).take_while(move |(_, work)| work.author == author);
        works.map(|(index, work)| (WorkId::from_index(index), work))
    }

    /// Every anchor: of statements, of positions, of readings of frames, of passages that relate nobody.
    pub fn anchors(&self) -> impl Iterator<Item = &Anchor> {
        let readings = self.frames.iter().flat_map(|(_, _, frame)| &frame.readings);
        let statements = self.relations.iter().flat_map(Relation::evidence);
        let positions = self.positions.iter().flat_map(Position::evidence);
        let looked_at = self.works.iter().flat_map(|work| &work.no_relation);
        statements.chain(positions).chain(readings.flat_map(|reading| &reading.evidence)).chain(looked_at)
    }

    /// The name of an author in short: the label of the actor whom the author is, where that ends a person's name as surnames do.
    #[must_use]
    pub fn short_name(&self, author: AuthorId) -> &str {
        let author = self.authors.get(author);
        let is_person = |actor: &&Actor| matches!(actor.kind, ActorKind::Person | ActorKind::Thinker);
        let person = author.actor.map(|actor| self.actors.get(actor)).filter(is_person);
        let surname =
            |label: &&str| author.name.strip_suffix(label).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '));
        person.map(|actor| &*actor.label).filter(surname).unwrap_or(&author.name)
    }

    /// Whether what is said of two times can be said of one: they can share a day, or one of them is not known.
    #[must_use]
    pub fn contemporary(&self, one: Option<PeriodId>, other: Option<PeriodId>) -> bool {
        let period = |id: PeriodId| self.periods.get(id.0 as usize);
        one == other || one.and_then(period).zip(other.and_then(period)).is_none_or(|(one, other)| one.overlaps(other))
    }

    /// Whether a statement belongs to an event: events do not set the sign of a dyad that has standing statements.
    #[must_use]
    pub fn is_event(&self, relation: &Relation) -> bool {
        let reading = relation.frame().and_then(|frame| self.frames.get(frame).reading(relation.author));
        reading.is_some_and(|reading| reading.kind == FrameKind::Event)
    }

    /// What a statement is: of the work that its first anchor is in, or else of the author's works if these are all of one kind.
    #[must_use]
    pub fn work_kind(&self, relation: &Relation) -> WorkKind {
        self.kind_of_work(relation.evidence(), relation.author)
    }

    /// Whether a position is an event: of a work of events.
    #[must_use]
    pub fn is_of_events(&self, position: &Position) -> bool {
        self.kind_of_work(position.evidence(), position.author) == WorkKind::Events
    }

    fn kind_of_work(&self, evidence: &[Anchor], author: AuthorId) -> WorkKind {
        if let Some(anchor) = evidence.first() {
            return self.work(anchor.work).kind;
        }
        let mut works = self.works_of(author).map(|(_, work)| work.kind).peekable();
        let is_of_events = works.peek().is_some() && works.all(|kind| kind == WorkKind::Events);
        if is_of_events { WorkKind::Events } else { WorkKind::Text }
    }

    /// How the anchor of a passage of an author is found.
    #[must_use]
    pub fn how_to_cite(&self, author: AuthorId) -> String {
        let author = self.authors.name(author);
        format!("`parallax cite {author} \"words of the text\"` finds the passage and prints the line to write")
    }

    /// The id of a statement: its own, else `from-type-to` and ten digits of BLAKE3 over all that it says.
    #[must_use]
    pub fn relation_name(&self, relation: &Relation) -> String {
        if let Some(id) = relation.rare.as_ref().and_then(|rare| rare.id.as_deref()) {
            return id.to_owned();
        }
        let (from, to) = (self.list(relation.from.as_slice()), self.list(relation.to.as_slice()));
        let stem = format!("{from}-{}-{to}", self.types.name(relation.kind));
        let together = if self.of_wholes(relation).next().is_some() { " together" } else { "" };
        let said = format!(
            "{stem}{together}\n{}\n{}",
            self.voice(relation),
            relation.rare.as_ref().map_or(String::new(), |rare| self.rest(rare))
        );
        format!("{stem}-{}", &blake3::hash(said.as_bytes()).to_hex()[..10])
    }

    /// The id of a position: its own, else `issue-answer`, with its place among the author's positions on the issue that have no id, if
    /// that answer stands there several times.
    #[must_use]
    pub fn position_name(&self, id: PositionId) -> String {
        let position = self.position(id);
        if let Some(own) = position.rare.as_ref().and_then(|rare| rare.id.as_deref()) {
            return own.to_owned();
        }
        let issue = self.issues.get(position.issue);
        let stem = format!("{}-{}", self.issues.name(position.issue), issue.id_of(position.answer));
        let range = self.positions_of(position.author);
        let is_like = |other: &Position| {
            (other.issue, other.answer) == (position.issue, position.answer)
                && other.rare.as_ref().is_none_or(|rare| rare.id.is_none())
        };
        let place = self.positions[range.start..id.index()].iter().filter(|other| is_like(other)).count();
        if place == 0 { stem } else { format!("{stem}~{}", place + 1) }
    }

    /// The actors that files name: all but lists of them that are spoken of as a whole.
    pub fn named_actors(&self) -> impl Iterator<Item = (ActorId, &str, &Actor)> {
        self.actors.iter().filter(|(_, _, actor)| !actor.together)
    }

    /// The ends of a statement that are several actors together.
    pub fn of_wholes<'r>(&'r self, relation: &'r Relation) -> impl Iterator<Item = ActorId> + 'r {
        let ends = relation.from.as_slice().iter().chain(relation.to.as_slice()).copied();
        ends.filter(|actor| self.actors.get(*actor).together)
    }

    fn list(&self, actors: &[ActorId]) -> String {
        actors.iter().map(|actor| self.actors.name(*actor)).collect::<Vec<_>>().join("+")
    }

    /// The common fields of a statement, as the files would write them.
    fn voice(&self, relation: &Relation) -> String {
        let facets: Vec<&str> = relation.facets.iter().map(|facet| self.facets.name(facet)).collect();
        let (sign, stance, mode) = (relation.sign.number(), relation.stance.word(), relation.mode.word());
        let attitude = relation.attitude.map_or("", Attitude::word);
        let when = relation.when.map_or("", |id| self.period(id).text());
        let flags = format!("{} {} {}", relation.negated, relation.hedged, relation.strength);
        format!("{sign} {stance} {mode} {attitude} {flags} {when} {}", facets.join("+"))
    }

    /// The rare fields of a statement, as the files would write them; links, which name other statements, are left out.
    fn rest(&self, rare: &RareFields) -> String {
        let holders = |list: &[Holder]| -> String {
            let name = |holder: &Holder| match holder {
                Holder::Actor(actor) => self.actors.name(*actor).to_owned(),
                Holder::Label(label) => format!("{label:?}"),
            };
            list.iter().map(name).collect::<Vec<_>>().join("+")
        };
        let roles = [&rare.roles.with, &rare.roles.against, &rare.roles.excluding, &rare.roles.benefiting];
        let roles = roles.map(|actors| self.list(actors)).join("\n");
        let texts = [&rare.from_as, &rare.to_as, &rare.by, &rare.amount, &rare.condition, &rare.gloss, &rare.coder];
        let texts = texts.map(|text| text.as_deref().unwrap_or("")).join("\n");
        let evidence = rare.evidence.iter().map(|anchor| format!("{}:{}", self.work(anchor.work).id, anchor.selector));
        let evidence = evidence.collect::<Vec<_>>().join(" ");
        let frame = rare.frame.map_or("", |frame| self.frames.name(frame));
        let casts: String = rare.casts.iter().map(|(end, role)| format!("\n{} {}", end.word(), role.word())).collect();
        format!(
            "{}\n{}\n{roles}\n{texts}\n{frame}\n{}\n{evidence}{casts}",
            holders(&rare.holders),
            holders(&rare.via),
            rare.tags.join("+")
        )
    }
}
