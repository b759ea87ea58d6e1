//! A network on a page: who holds what about whom, dyad by dyad under the actor that weighs more.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use parallax_core::diff::Pair;
use parallax_core::messages::Messages;
use parallax_core::model::{ActorId, ActorKind, AuthorId, Corpus, Factuality, RelationId, Sign};
use parallax_core::network::{Edge, Level, Network};

use super::Options;
use super::difference::subject;
use super::document::{Block, ClaimItem, Document, RichText, Row};
use super::positions;
use super::sentence::felt;
use super::words::Words;

/// Statements of a dyad, and in which senses they stand.
#[derive(Default)]
struct Said {
    relations: BTreeSet<RelationId>,
    senses: BTreeSet<Sense>,
}

/// What an edge comes to: its sign if it is held now, else why it is not; in the order of reports.
type Sense = (Factuality, Option<Sign>);

fn sense(edge: &Edge) -> Sense {
    (edge.factuality, (edge.factuality == Factuality::Held).then_some(edge.sign))
}

fn word((factuality, sign): Sense, say: &Messages) -> String {
    if let Some(sign) = sign {
        return say.word("relation", sign.name());
    }
    match factuality {
        Factuality::Denied => say.text("standing-denies"),
        Factuality::Open => say.text("standing-open"),
        Factuality::OpenNot => say.text("fact-open-not"),
        Factuality::Possible => say.text("fact-possible"),
        Factuality::Felt(feeling) => {
            let felt = felt(say, feeling.attitude, feeling.past);
            if feeling.negated { say.with("fact-felt-not", [("felt", felt.into())]) } else { felt }
        }
        Factuality::Rejected => say.text("fact-rejected"),
        Factuality::Future => say.text("fact-future"),
        Factuality::Past | Factuality::Held => say.text("fact-past"),
    }
}

/// The page of a network.
pub(super) fn page(network: &Network<'_>, options: &Options) -> Document {
    let words = Words::of(network.corpus, &[&network.view], options);
    let dyads = dyads(network);
    let statements: BTreeSet<RelationId> = dyads.values().flat_map(|said| &said.relations).copied().collect();
    let issues = positions::by_issue(network);
    let mut page = vec![
        Block::Heading(1, RichText::default().strong(&words.authors(&network.view))),
        Block::Item(subject(words, &network.view, statements.len()).into()),
    ];
    if issues.is_empty() || !statements.is_empty() {
        page.push(Block::Item(counts(network, dyads.len(), statements.len(), options.messages).into()));
    }
    if !issues.is_empty() {
        page.push(Block::Item(positions::counts(&issues, words).into()));
    }
    let (say, loops, at_states) = (words.say, network.loops.len(), network.view.level == Level::State);
    if loops > 0 {
        let key = if at_states { "network-loops-state" } else { "network-loops-actor" };
        page.push(Block::Item(say.count(key, loops).into()));
    }
    if network.self_ties > 0 {
        page.push(Block::Item(say.count("network-self-ties", network.self_ties).into()));
    }
    if at_states {
        page.push(Block::Item(say.text("network-at-states").into()));
    }
    missing_texts(&mut page, network, options);
    let by = if options.by_author { network.view.authors.as_slice() } else { &[] };
    Teller::of(words, by, &dyads).write_into(&mut page);
    if loops > 0 {
        let within = say.text(if at_states { "network-within-state" } else { "network-of-itself" });
        let about = format!(" ({})", say.count("count-statements", loops));
        page.push(Block::Heading(2, RichText::default().strong(&within).faint(&about)));
        page.extend(network.loops.iter().map(|id| Block::ClaimItem(RichText::default(), words.claim(*id))));
    }
    positions::write_into(&mut page, words, issues);
    page
}

/// Where passages are asked for: which texts are not at hand, and where they can be read.
fn missing_texts(page: &mut Document, network: &Network<'_>, options: &Options) {
    let Some(passages) = &options.passages else { return };
    let works = network.view.authors.iter().flat_map(|author| network.corpus.works_of(*author));
    for (_, work) in works.filter(|(id, _)| !passages.has(*id)) {
        let title = ("work", (&*work.title).into());
        let missing = match &work.url {
            Some(url) => options.messages.with("network-no-text-but", [title, ("url", (&**url).into())]),
            None => options.messages.with("network-no-text", [title]),
        };
        page.push(Block::Item(missing.into()));
    }
}

fn dyads(network: &Network<'_>) -> BTreeMap<Pair, Said> {
    let mut dyads: BTreeMap<Pair, Said> = BTreeMap::new();
    for (from, to, edge) in network.edges() {
        let said = dyads.entry(Pair::new(from, to)).or_default();
        said.relations.extend(&edge.relations);
        said.senses.insert(sense(edge));
    }
    dyads
}

fn counts(network: &Network<'_>, dyads: usize, statements: usize, say: &Messages) -> String {
    let mut senses: BTreeMap<Sense, usize> = BTreeMap::new();
    for (_, _, edge) in network.edges() {
        *senses.entry(sense(edge)).or_default() += 1;
    }
    let senses: Vec<String> =
        senses.into_iter().map(|(sense, edges)| format!("{edges} {}", word(sense, say))).collect();
    let senses = if senses.is_empty() { String::new() } else { format!(" ({})", say.all_of(&senses)) };
    let edges = say.count("count-ties", network.graph.edge_count()) + &senses;
    let actors = say.count("count-actors", network.graph.node_count());
    say.with(
        "network-counts",
        [("actors", actors.into()), ("n", dyads.into()), ("ties", edges.into()), ("statements", statements.into())],
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

    fn write_into(mut self, page: &mut Document) {
        let mut actors: Vec<ActorId> = self.weights.keys().copied().collect();
        actors.sort_by_key(|actor| self.rank(*actor));
        for actor in actors {
            self.section(page, actor);
        }
    }

    /// An actor with its lighter partners.
    fn section(&mut self, page: &mut Document, actor: ActorId) {
        let Some(all) = self.partners.get(&actor) else { return };
        let lighter = all.iter().filter(|(partner, _)| self.rank(*partner) > self.rank(actor));
        let mut lighter: Vec<(ActorId, &Said)> = lighter.copied().collect();
        if lighter.is_empty() {
            return;
        }
        lighter.sort_by_key(|(partner, said)| (Reverse(weight(self.words.corpus, said)), self.rank(*partner)));
        let kind = match self.words.corpus.actors.get(actor).kind {
            ActorKind::Unknown => String::new(),
            kind => format!("{}, ", self.words.say.word("actor-kind", kind.word())),
        };
        let about = format!(" ({kind}{})", self.words.say.count("count-partners", all.len()));
        page.push(Block::Heading(2, RichText::default().strong(self.words.actor(actor)).faint(&about)));
        for (partner, said) in lighter {
            self.dyad(page, actor, partner, said);
        }
    }

    fn dyad(&mut self, page: &mut Document, actor: ActorId, partner: ActorId, said: &Said) {
        let say = self.words.say;
        let senses: Vec<String> = said.senses.iter().map(|sense| word(*sense, say)).collect();
        let pair = format!("{} – {}", self.words.actor(actor), self.words.actor(partner));
        let about = format!(" ({}; {})", say.all_of(&senses), say.count("count-statements", said.relations.len()));
        page.push(Block::Heading(3, RichText::default().strong(&pair).faint(&about)));
        let mut relations: Vec<RelationId> = said.relations.iter().copied().collect();
        relations.sort_by_key(|id| (Reverse(self.words.corpus.relation(*id).strength), *id));
        if self.by.is_empty() {
            page.extend(self.claims(relations).into_iter().map(|claim| Block::ClaimItem(RichText::default(), claim)));
            return;
        }
        let of = |author: AuthorId| -> Vec<RelationId> {
            relations.iter().copied().filter(|id| self.words.corpus.relation(*id).author == author).collect()
        };
        let said: Vec<(AuthorId, Vec<RelationId>)> = self.by.iter().map(|author| (*author, of(*author))).collect();
        self.by_author(page, said);
    }

    fn claims(&mut self, relations: Vec<RelationId>) -> Vec<ClaimItem> {
        let words = self.words;
        let claim = |id| if self.told.insert(id) { words.claim(id) } else { words.again(id) };
        relations.into_iter().map(claim).collect()
    }

    /// What each author says of a dyad: two beside each other, more of them one after the other.
    fn by_author(&mut self, page: &mut Document, said: Vec<(AuthorId, Vec<RelationId>)>) {
        let nothing = silent(self.words.say);
        let told: Vec<(String, Vec<ClaimItem>)> = said
            .into_iter()
            .map(|(author, relations)| (self.words.author(author).to_owned(), self.claims(relations)))
            .map(|(name, claims)| (name, if claims.is_empty() { vec![nothing.clone()] } else { claims }))
            .collect();
        match <[(String, Vec<ClaimItem>); 2]>::try_from(told) {
            Ok(two) => {
                let (names, sides) = (two.each_ref().map(|(name, _)| name.clone()), two.map(|(_, claims)| claims));
                page.push(Block::Sides(names, vec![Row { what: RichText::default(), sides }]));
            }
            Err(told) => {
                for (name, claims) in told {
                    page.push(Block::Heading(4, RichText::default().strong(&name)));
                    page.extend(claims.into_iter().map(|claim| Block::ClaimItem(RichText::default(), claim)));
                }
            }
        }
    }
}

/// Who says nothing of a dyad.
fn silent(say: &Messages) -> ClaimItem {
    let nothing = RichText::default;
    ClaimItem {
        sentence: nothing().faint(&say.text("network-silent")),
        gloss: nothing(),
        places: nothing(),
        passages: Vec::new(),
    }
}

/// The strengths of statements, summed.
fn weight(corpus: &Corpus, said: &Said) -> usize {
    said.relations.iter().map(|id| usize::from(corpus.relation(*id).strength)).sum()
}
