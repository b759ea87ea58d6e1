//! Where a text names actors: by name, label or alias, never by pronoun.
//!
//! - The longest name wins; of two equally long that overlap the later one, for in English the noun that says what is meant
//!   stands last ("Donald Trump administration").
//! - The last word of a name can be a possessive (`'s`, or a bare apostrophe), and of groups and persons a plural (`s`, `es`). In other
//!   languages it can have the endings and particles of [`languages`](super::languages), and the first one what is written together with
//!   it; all other forms are aliases. An origin is never guessed: "Russian" is no name unless an actor file says so.
//! - Where no spaces part words a name is found within other characters, but not in the middle of a word of katakana.
//! - A name that is meant in this work only goes before one that is meant everywhere; exceptions go before all.
//! - Words that two actors claim are told as such, and never given to one of them.

use std::collections::BTreeMap;

use super::Paragraph;
use super::characters::is_katakana;
use super::languages::{Change, Speech, changes, runs_over};
use super::lexicon::{LONGEST, Lexicon};
use super::tokens::{Letters, Token, joins, letters, marks, tokens};
use crate::model::{ActorId, WorkId};

/// A word that line ends part has so many parts at most.
const PARTS: usize = 3;

/// A place where a paragraph names an actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The first word, from 1.
    pub first: u32,
    /// The last word, included.
    pub last: u32,
    /// Who is named.
    pub who: Named,
}

/// Who is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// One actor.
    One(ActorId),
    /// One of these: they are called alike.
    Several(Box<[ActorId]>),
}

impl Mention {
    /// The actor, if it is certain.
    #[must_use]
    pub fn actor(&self) -> Option<ActorId> {
        match self.who {
            Named::One(actor) => Some(actor),
            Named::Several(_) => None,
        }
    }
}

/// How a word of a text can be read as one of a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum WordForm {
    Plain,
    /// With something before it: the first word of a name.
    Prefixed,
    /// With an ending: the last word of a name.
    Ended,
    /// The last word of a name of people.
    Plural,
}

impl WordForm {
    /// Whether more words of the name can follow.
    fn is_open(self) -> bool {
        matches!(self, Self::Plain | Self::Prefixed)
    }
}

/// A word of the text, be it of several tokens, as names are compared with it.
struct Seen {
    /// Its last token.
    last: usize,
    /// The number of the word as it stands, and of those that it can be a form of; none of those that no name has.
    forms: Vec<(u32, WordForm, Letters)>,
}

/// A name found, by tokens from 0.
struct Found {
    first: usize,
    last: usize,
    actor: ActorId,
    /// What is meant here goes before what is meant everywhere, a word as it stands before one that is changed.
    rank: (bool, bool),
}

/// The places where a paragraph of a work names actors, in order; none overlaps another.
#[must_use]
pub fn mentions(paragraph: &Paragraph, work: WorkId, lexicon: &Lexicon) -> Vec<Mention> {
    let tokens = tokens(paragraph);
    let mut search = Search::new(&paragraph.text, &tokens, Speech::of(paragraph), work, lexicon);
    for first in 0..tokens.len() {
        search.go_on(first, first, 0, &mut Vec::new(), true);
    }
    let Search { mut found, except, .. } = search;
    found.retain(|found| !excepted(found, &except) && !is_inside(found, &paragraph.text, &tokens));
    chosen(found, tokens.len())
        .into_iter()
        .map(|(first, last, who)| Mention {
            first: tokens[first].words.start as u32 + 1,
            last: tokens[last].words.end as u32,
            who,
        })
        .collect()
}

/// A paragraph that is gone through for names.
struct Search<'s> {
    work: WorkId,
    lexicon: &'s Lexicon,
    /// The words that begin at each token: the token itself; where a line end may part a word, also the whole.
    seen: Vec<Vec<Seen>>,
    /// The marks before each token; `None` if they can stand within any name.
    before: Vec<Option<String>>,
    found: Vec<Found>,
    except: BTreeMap<ActorId, Vec<(usize, usize)>>,
}

impl<'s> Search<'s> {
    fn new(text: &str, tokens: &[Token], speech: Speech, work: WorkId, lexicon: &'s Lexicon) -> Self {
        let before = |(at, token): (usize, &Token)| {
            let before = &tokens[at.checked_sub(1)?];
            let between = text.get(before.bytes.end..token.bytes.start).unwrap_or_default();
            (!joins(before, between, token)).then(|| marks(before, between, token))
        };
        Self {
            work,
            lexicon,
            seen: (0..tokens.len()).map(|first| seen(first, text, tokens, speech, lexicon)).collect(),
            before: tokens.iter().enumerate().map(before).collect(),
            found: Vec::new(),
            except: BTreeMap::new(),
        }
    }

    /// The names that begin at a token and go on at another, behind the words gone through; `plain`: as they stand.
    fn go_on(&mut self, first: usize, at: usize, node: u32, written: &mut Vec<(Letters, usize)>, plain: bool) {
        for nth in 0..self.seen.get(at).map_or(0, Vec::len) {
            let last = self.seen[at][nth].last;
            for form in 0..self.seen[at][nth].forms.len() {
                let (word, form, letters) = self.seen[at][nth].forms[form];
                if form == WordForm::Prefixed && at > first {
                    continue;
                }
                let Some(next) = self.lexicon.next(node, word) else { continue };
                let plain = plain && form == WordForm::Plain;
                written.push((letters, at));
                self.end(first, last, next, written, (form, plain));
                if form.is_open() && written.len() < LONGEST {
                    self.go_on(first, last + 1, next, written, plain);
                }
                written.pop();
            }
        }
    }

    /// The names that end here.
    fn end(
        &mut self,
        first: usize,
        last: usize,
        node: u32,
        written: &[(Letters, usize)],
        (form, plain): (WordForm, bool),
    ) {
        let before = |(letters, at): &(Letters, usize)| (*letters, self.before[*at].as_deref());
        let written: Vec<(Letters, Option<&str>)> = written.iter().map(before).collect();
        for end in self.lexicon.ends(node, self.work) {
            if (form == WordForm::Plural && !end.plural) || !end.is(&written) {
                continue;
            }
            if end.except {
                self.except.entry(end.actor).or_default().push((first, last));
            } else {
                self.found.push(Found { first, last, actor: end.actor, rank: (end.is_scoped(), plain) });
            }
        }
    }
}

/// The words that begin at a token.
fn seen(first: usize, text: &str, tokens: &[Token], speech: Speech, lexicon: &Lexicon) -> Vec<Seen> {
    let mut seen = Vec::with_capacity(1);
    let mut whole = String::new();
    for (last, token) in tokens.iter().enumerate().skip(first).take(PARTS) {
        whole.push_str(&token.folded);
        let written = &text[tokens[first].bytes.start..token.bytes.end];
        let folded = if last == first { &token.folded } else { &whole };
        seen.push(Seen { last, forms: forms(folded, written, token.unspaced, speech, lexicon) });
        if !token.parted {
            break;
        }
    }
    seen
}

/// What a word can be: itself, what it is a possessive of, what it is the plural of, or the possessive of that plural; and in many
/// languages more.
fn forms(
    folded: &str,
    written: &str,
    unspaced: bool,
    speech: Speech,
    lexicon: &Lexicon,
) -> Vec<(u32, WordForm, Letters)> {
    let mut forms = Vec::new();
    // What is before or behind the name is no letter of it: `US's` is in capitals.
    let mut add = |word: &str, form: WordForm, before: usize, after: usize| {
        if let Some(number) = lexicon.word(word) {
            let kept = written.chars().count().saturating_sub(after + before);
            let stem: String = written.chars().skip(before).take(kept).collect();
            forms.push((number, form, letters(&stem)));
        }
    };
    add(folded, WordForm::Plain, 0, 0);
    if unspaced {
        return forms;
    }
    let stem = folded.strip_suffix("'s");
    let after = folded.chars().count() - stem.unwrap_or(folded).chars().count();
    let stem = stem.unwrap_or(folded);
    for ending in ["s", "es"] {
        if let Some(one) = stem.strip_suffix(ending).filter(|one| one.chars().count() >= 3) {
            add(one, WordForm::Plural, 0, after + ending.len());
        }
    }
    for Change { word, before, after } in changes(folded, speech) {
        add(&word, if before > 0 { WordForm::Prefixed } else { WordForm::Ended }, before, after);
    }
    forms
}

/// Whether a name is part of a longer word, where no spaces part them: katakana within katakana; a single character beside others; or
/// characters that belong to the words around.
fn is_inside(found: &Found, text: &str, tokens: &[Token]) -> bool {
    let (first, last) = (&tokens[found.first], &tokens[found.last]);
    if !first.unspaced && !last.unspaced {
        return false;
    }
    let before =
        found.first.checked_sub(1).map(|at| &tokens[at]).filter(|before| before.bytes.end == first.bytes.start);
    let after = tokens.get(found.last + 1).filter(|after| after.bytes.start == last.bytes.end);
    let both = |one: &Token, other: Option<&Token>, is: fn(&Token) -> bool| is(one) && other.is_some_and(is);
    let katakana = |token: &Token| token.folded.starts_with(is_katakana);
    let alone = found.first == found.last;
    both(first, before, katakana)
        || both(last, after, katakana)
        || (alone && (both(first, before, |token| token.unspaced) || both(last, after, |token| token.unspaced)))
        || runs_over(&text[..first.bytes.start], &text[first.bytes.start..last.bytes.end], &text[last.bytes.end..])
}

/// Whether words of a name are those of a phrase that does not mean its actor. The phrases of an actor stand in order.
fn excepted(found: &Found, except: &BTreeMap<ActorId, Vec<(usize, usize)>>) -> bool {
    let Some(places) = except.get(&found.actor) else { return false };
    let after = places.partition_point(|(first, _)| *first <= found.last);
    let near = places[..after].iter().rev().take_while(|(first, _)| first + LONGEST > found.first);
    near.into_iter().any(|(_, last)| *last >= found.first)
}

/// The longest names first, of equally long ones the later; each word is of one name only.
fn chosen(mut found: Vec<Found>, tokens: usize) -> Vec<(usize, usize, Named)> {
    found.sort_by(|a, b| {
        let order = |found: &Found| (std::cmp::Reverse(found.last - found.first), std::cmp::Reverse(found.first));
        order(a).cmp(&order(b)).then(b.rank.cmp(&a.rank)).then(a.actor.cmp(&b.actor))
    });
    let mut taken = vec![false; tokens];
    let mut chosen = Vec::new();
    for alike in found.chunk_by(|a, b| (a.first, a.last) == (b.first, b.last)) {
        let Found { first, last, rank, .. } = alike[0];
        if taken[first..=last].contains(&true) {
            continue;
        }
        taken[first..=last].fill(true);
        let mut actors: Vec<ActorId> =
            alike.iter().take_while(|found| found.rank == rank).map(|found| found.actor).collect();
        actors.dedup();
        let who = if let [one] = actors[..] { Named::One(one) } else { Named::Several(actors.into()) };
        chosen.push((first, last, who));
    }
    chosen.sort_unstable_by_key(|(first, ..)| *first);
    chosen
}
