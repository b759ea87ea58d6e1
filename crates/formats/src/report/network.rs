//! A network on a page: who holds what about whom, dyad by dyad under the actor that weighs more.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use parallax_core::diff::Pair;
use parallax_core::model::{ActorId, ActorKind, AuthorId, Corpus, Factuality, RelationId, Sign};
use parallax_core::network::{Level, Network, Tie};

use super::Options;
use super::difference::subject;
use super::page::{Block, Claim, Line, Page, Row};
use super::words::{Words, count, felt, join};

/// Statements of a dyad, and in which senses they stand.
#[derive(Default)]
struct Said {
    relations: BTreeSet<RelationId>,
    senses: BTreeSet<Sense>,
}

/// What a tie comes to: its sign if it is held now, else why it is not; in the order of reports.
type Sense = (Factuality, Option<Sign>);

fn sense(tie: &Tie) -> Sense {
    (tie.factuality, (tie.factuality == Factuality::Held).then_some(tie.sign))
}

fn word((factuality, sign): Sense) -> String {
    let said = match (sign, factuality) {
        (Some(Sign::Positive), _) => "friendly",
        (Some(Sign::Neutral), _) => "neutral",
        (Some(Sign::Negative), _) => "hostile",
        (_, Factuality::Denied) => "denied",
        (_, Factuality::Open) => "left open",
        (_, Factuality::OpenNot) => "its denial left open",
        (_, Factuality::Possible) => "possible",
        (_, Factuality::Felt(feeling)) => {
            let not = if feeling.negated { " not to be" } else { "" };
            return felt(feeling.attitude, feeling.past).to_owned() + not;
        }
        (_, Factuality::Rejected) => "rejected as a wish, fear, plan or call",
        (_, Factuality::Future) => "to come",
        (_, Factuality::Past | Factuality::Held) => "past",
    };
    said.to_owned()
}

/// The page of a network.
pub(super) fn page(network: &Network<'_>, options: &Options) -> Page {
    let words = Words::of(network.corpus, &[&network.view], options);
    let dyads = dyads(network);
    let statements: BTreeSet<RelationId> = dyads.values().flat_map(|said| &said.relations).copied().collect();
    let mut page = vec![
        Block::Heading(1, Line::default().strong(&words.authors(&network.view))),
        Block::Item(subject(words, &network.view, statements.len()).into()),
        Block::Item(counts(network, dyads.len(), statements.len()).into()),
    ];
    if !network.loops.is_empty() {
        let lost = count(network.loops.len(), "statement");
        let within = if network.view.level == Level::State { "within one state" } else { "of an actor about itself" };
        page.push(Block::Item(format!("{lost} {within}: told at the end, not drawn.").into()));
    }
    if network.view.level == Level::State {
        page.push(Block::Item(
            "Persons and institutions stand under their states; sentences name who the text names.".into(),
        ));
    }
    missing_texts(&mut page, network, options);
    let by = if options.by_author { network.view.authors.as_slice() } else { &[] };
    Teller::of(words, by, &dyads).tell(&mut page);
    if !network.loops.is_empty() {
        let within = if network.view.level == Level::State { "Within one state" } else { "Of an actor and itself" };
        let about = format!(" ({})", count(network.loops.len(), "statement"));
        page.push(Block::Heading(2, Line::default().strong(within).faint(&about)));
        page.extend(network.loops.iter().map(|id| Block::Claim(Line::default(), words.claim(*id))));
    }
    page
}

/// Where passages are asked for: which texts are not at hand, and where they can be read.
fn missing_texts(page: &mut Page, network: &Network<'_>, options: &Options) {
    let Some(passages) = &options.passages else { return };
    let works = network.view.authors.iter().flat_map(|author| network.corpus.works_of(*author));
    for (_, work) in works.filter(|(id, _)| !passages.has(*id)) {
        let read = work.url.as_ref().map_or(String::new(), |url| format!("; it can be read at {url}"));
        page.push(Block::Item(format!("The text of {} is not at hand{read}.", work.title).into()));
    }
}

fn dyads(network: &Network<'_>) -> BTreeMap<Pair, Said> {
    let mut dyads: BTreeMap<Pair, Said> = BTreeMap::new();
    for (from, to, tie) in network.ties() {
        let said = dyads.entry(Pair::new(from, to)).or_default();
        said.relations.extend(&tie.relations);
        said.senses.insert(sense(tie));
    }
    dyads
}

fn counts(network: &Network<'_>, dyads: usize, statements: usize) -> String {
    let mut senses: BTreeMap<Sense, usize> = BTreeMap::new();
    for (_, _, tie) in network.ties() {
        *senses.entry(sense(tie)).or_default() += 1;
    }
    let senses: Vec<String> = senses.into_iter().map(|(sense, ties)| format!("{ties} {}", word(sense))).collect();
    let senses = if senses.is_empty() { String::new() } else { format!(" ({})", join(&senses)) };
    format!(
        "{} in {}, {}{senses} from {}.",
        count(network.graph.node_count(), "actor"),
        count(dyads, "dyad"),
        count(network.graph.edge_count(), "tie"),
        count(statements, "statement")
    )
}

/// Tells every dyad once, under the actor that weighs more: the sum of the strengths of the statements about it.
struct Teller<'a> {
    words: Words<'a>,
    partners: BTreeMap<ActorId, Vec<(ActorId, &'a Said)>>,
    weights: BTreeMap<ActorId, usize>,
    /// Statements that have been told already: one about several actors stands in several dyads.
    told: BTreeSet<RelationId>,
    /// The authors that are told apart; none if they are told together.
    by: &'a [AuthorId],
}

impl<'a> Teller<'a> {
    fn of(words: Words<'a>, by: &'a [AuthorId], dyads: &'a BTreeMap<Pair, Said>) -> Self {
        let mut partners: BTreeMap<ActorId, Vec<(ActorId, &Said)>> = BTreeMap::new();
        let mut weights = BTreeMap::new();
        for (pair, said) in dyads {
            for (actor, partner) in [(pair.0, pair.1), (pair.1, pair.0)] {
                partners.entry(actor).or_default().push((partner, said));
                *weights.entry(actor).or_default() += weight(words.corpus, said);
            }
        }
        Self { words, partners, weights, told: BTreeSet::new(), by }
    }

    /// Where an actor stands: the heaviest first.
    fn rank(&self, actor: ActorId) -> (Reverse<usize>, ActorId) {
        (Reverse(self.weights.get(&actor).copied().unwrap_or(0)), actor)
    }

    fn tell(mut self, page: &mut Page) {
        let mut actors: Vec<ActorId> = self.weights.keys().copied().collect();
        actors.sort_by_key(|actor| self.rank(*actor));
        for actor in actors {
            self.section(page, actor);
        }
    }

    /// An actor with its lighter partners.
    fn section(&mut self, page: &mut Page, actor: ActorId) {
        let Some(all) = self.partners.get(&actor) else { return };
        let lighter = all.iter().filter(|(partner, _)| self.rank(*partner) > self.rank(actor));
        let mut lighter: Vec<(ActorId, &Said)> = lighter.copied().collect();
        if lighter.is_empty() {
            return;
        }
        lighter.sort_by_key(|(partner, said)| (Reverse(weight(self.words.corpus, said)), self.rank(*partner)));
        let kind = match self.words.corpus.actors.get(actor).kind {
            ActorKind::Unknown => String::new(),
            kind => format!("{}, ", kind.word()),
        };
        let about = format!(" ({kind}{})", count(all.len(), "partner"));
        page.push(Block::Heading(2, Line::default().strong(self.words.actor(actor)).faint(&about)));
        for (partner, said) in lighter {
            self.dyad(page, actor, partner, said);
        }
    }

    fn dyad(&mut self, page: &mut Page, actor: ActorId, partner: ActorId, said: &Said) {
        let senses: Vec<String> = said.senses.iter().map(|sense| word(*sense)).collect();
        let pair = format!("{} – {}", self.words.actor(actor), self.words.actor(partner));
        let about = format!(" ({}; {})", join(&senses), count(said.relations.len(), "statement"));
        page.push(Block::Heading(3, Line::default().strong(&pair).faint(&about)));
        let mut relations: Vec<RelationId> = said.relations.iter().copied().collect();
        relations.sort_by_key(|id| (Reverse(self.words.corpus.relation(*id).strength), *id));
        if self.by.is_empty() {
            page.extend(self.claims(relations).into_iter().map(|claim| Block::Claim(Line::default(), claim)));
            return;
        }
        let of = |author: AuthorId| -> Vec<RelationId> {
            relations.iter().copied().filter(|id| self.words.corpus.relation(*id).author == author).collect()
        };
        let said: Vec<(AuthorId, Vec<RelationId>)> = self.by.iter().map(|author| (*author, of(*author))).collect();
        self.apart(page, said);
    }

    fn claims(&mut self, relations: Vec<RelationId>) -> Vec<Claim> {
        let words = self.words;
        let claim = |id| if self.told.insert(id) { words.claim(id) } else { words.again(id) };
        relations.into_iter().map(claim).collect()
    }

    /// What each author says of a dyad: two beside each other, more of them one after the other.
    fn apart(&mut self, page: &mut Page, said: Vec<(AuthorId, Vec<RelationId>)>) {
        let told: Vec<(String, Vec<Claim>)> = said
            .into_iter()
            .map(|(author, relations)| (self.words.author(author).to_owned(), self.claims(relations)))
            .map(|(name, claims)| (name, if claims.is_empty() { vec![silent()] } else { claims }))
            .collect();
        match <[(String, Vec<Claim>); 2]>::try_from(told) {
            Ok(two) => {
                let (names, sides) = (two.each_ref().map(|(name, _)| name.clone()), two.map(|(_, claims)| claims));
                page.push(Block::Sides(names, vec![Row { what: Line::default(), sides }]));
            }
            Err(told) => {
                for (name, claims) in told {
                    page.push(Block::Heading(4, Line::default().strong(&name)));
                    page.extend(claims.into_iter().map(|claim| Block::Claim(Line::default(), claim)));
                }
            }
        }
    }
}

/// Who says nothing of a dyad.
fn silent() -> Claim {
    let nothing = Line::default;
    Claim {
        sentence: nothing().faint("Nothing is said of it"),
        gloss: nothing(),
        places: nothing(),
        passages: Vec::new(),
    }
}

/// The strengths of statements, summed.
fn weight(corpus: &Corpus, said: &Said) -> usize {
    said.relations.iter().map(|id| usize::from(corpus.relation(*id).strength)).sum()
}
