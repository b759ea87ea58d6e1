//! The names of all actors as a tree of words, so that a text is gone through once, however many actors there are.
//!
//! A name is an actor's `name`, `label` or one of its aliases; ids are for files and are no names. It is written in the text as in
//! the actor file: what is all capitals (`US`, `U.S.`) only in capitals, what begins with a capital only with one, what is in small
//! letters in any way. Of a `name` or `label` whose second word has a small letter (`Far right in Ukraine`) the first capital is a
//! heading's, and asks for nothing. The article before a capital (`The West`) need not be there.

use std::collections::{HashMap, HashSet};

use unicode_script::Script;

use super::Paragraph;
use super::characters::script;
use super::tokens::{Letters, Token, letters, marks, tokens};
use crate::model::{Actor, ActorId, ActorKind, Corpus, Scope, WorkId};

/// Names of more words than this are not looked for.
pub(super) const LONGEST: usize = 48;
/// So many names can be made of the same words.
const ALIKE: usize = 16;

/// The names of the actors of a corpus, and the phrases that do not mean them.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// Every word of a name, with its number.
    words: HashMap<String, u32>,
    /// The node behind a node by the next word; the root is 0.
    next: HashMap<(u32, u32), u32>,
    /// The names that end in a node.
    ends: Vec<Vec<End>>,
    /// The scripts that names are written in.
    scripts: HashSet<Script>,
}

/// A name whose words have been gone through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct End {
    /// Whose it is.
    pub(super) actor: ActorId,
    /// Whether it is a phrase that does not mean the actor.
    pub(super) except: bool,
    /// Whether it may stand in the plural: of people.
    pub(super) plural: bool,
    /// Where it is meant.
    pub(super) scope: Scope,
    letters: Box<[Letters]>,
    /// The marks before each word but the first.
    marks: Box<[String]>,
}

/// What a name comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Written {
    /// `name` or `label`, written as a heading.
    Heading,
    /// An alias, written as in the text.
    Text,
    /// A phrase that does not mean the actor.
    Except,
}

impl Lexicon {
    /// The names of every actor.
    #[must_use]
    pub fn of(corpus: &Corpus) -> Self {
        let mut lexicon = Self { ends: vec![Vec::new()], ..Self::default() };
        for (id, _, actor) in corpus.named_actors() {
            lexicon.add_actor(id, actor);
        }
        lexicon
    }

    fn add_actor(&mut self, id: ActorId, actor: &Actor) {
        let everywhere = Scope::Everywhere;
        let headings = [&actor.name, &actor.label].map(|name| (&**name, &everywhere, Written::Heading));
        let aliases = actor.aliases.iter().map(|name| (&**name, &everywhere, Written::Text));
        let scoped = actor.scoped.iter().map(|alias| (&*alias.text, &alias.scope, Written::Text));
        let except = actor.except.iter().map(|phrase| (&*phrase.text, &phrase.scope, Written::Except));
        for (text, scope, written) in headings.into_iter().chain(aliases).chain(scoped).chain(except) {
            self.scripts.extend(text.split_whitespace().filter_map(script));
            let plural = written != Written::Except && matches!(actor.kind, ActorKind::Group | ActorKind::Person);
            self.add(text, written, |letters, marks| End {
                actor: id,
                except: written == Written::Except,
                plural,
                scope: scope.clone(),
                letters,
                marks,
            });
        }
    }

    fn add(&mut self, text: &str, written: Written, end: impl FnOnce(Box<[Letters]>, Box<[String]>) -> End) {
        let tokens = tokens(&Paragraph::new(text));
        let asked: Vec<Letters> = tokens.iter().map(|token| letters(&text[token.bytes.clone()])).collect();
        let skipped = usize::from(
            tokens.len() > 1 && tokens[0].folded == "the" && asked[0] != Letters::Any && asked[1] != Letters::Any,
        );
        let (tokens, mut asked) = (&tokens[skipped..], asked[skipped..].to_vec());
        if tokens.is_empty() || tokens.len() > LONGEST {
            return;
        }
        if let (Written::Heading, [first @ Letters::Capital, Letters::Any, ..]) = (written, &mut asked[..]) {
            *first = Letters::Any;
        }
        let gaps = tokens.windows(2).map(|pair| {
            marks(&pair[0], text.get(pair[0].bytes.end..pair[1].bytes.start).unwrap_or_default(), &pair[1])
        });
        let end = end(asked.into(), gaps.collect());
        let node = tokens.iter().fold(0, |node, token| self.step(node, token));
        let ends = &mut self.ends[node as usize];
        if ends.len() < ALIKE && !ends.contains(&end) {
            ends.push(end);
        }
    }

    /// The node behind a node, made if it is not there.
    fn step(&mut self, node: u32, token: &Token) -> u32 {
        let count = self.words.len() as u32;
        let word = *self.words.entry(token.folded.clone()).or_insert(count);
        let new = self.ends.len() as u32;
        let next = *self.next.entry((node, word)).or_insert(new);
        if next == new {
            self.ends.push(Vec::new());
        }
        next
    }

    /// Whether some name is written as a word is: else no actor can be found by it. A word without letters is written in any way.
    pub(super) fn has_script_of(&self, word: &str) -> bool {
        script(word).is_none_or(|script| self.scripts.contains(&script))
    }

    /// The number of a word that some name has.
    pub(super) fn word(&self, word: &str) -> Option<u32> {
        self.words.get(word).copied()
    }

    /// The node behind a node.
    pub(super) fn next(&self, node: u32, word: u32) -> Option<u32> {
        self.next.get(&(node, word)).copied()
    }

    /// The names that end in a node and are meant in a work.
    pub(super) fn ends(&self, node: u32, work: WorkId) -> impl Iterator<Item = &End> {
        self.ends[node as usize].iter().filter(move |end| end.scope.holds(work))
    }
}

impl End {
    /// Whether words written so are this name: each with the marks before it, if they cannot stand within any name.
    pub(super) fn is(&self, written: &[(Letters, Option<&str>)]) -> bool {
        self.letters.iter().zip(written).all(|(asked, (letters, _))| asked.allows(*letters))
            && self.marks.iter().zip(&written[1..]).all(|(own, (_, marks))| marks.is_none_or(|marks| own == marks))
    }

    /// Whether it is meant in some works only: there it goes before what is meant everywhere.
    pub(super) fn is_scoped(&self) -> bool {
        self.scope != Scope::Everywhere
    }
}
