//! Where a text names actors: by name, label or alias, never by pronoun.
//!
//! - The longest name wins; of two equally long that overlap the later one, for in English the noun that says what is meant
//!   stands last ("Donald Trump administration").
//! - The last word of a name can be a possessive (`'s`, or a bare apostrophe), and of groups and persons a plural (`s`, `es`); all
//!   other forms are aliases. An origin is never guessed: "Russian" is no name unless an actor file says so.
//! - A name that is meant in this work only goes before one that is meant everywhere; exceptions go before all.
//! - Words that two actors claim are told as such, and never given to one of them.

use std::collections::BTreeMap;

use super::Paragraph;
use super::lexicon::{End, LONGEST, Lexicon};
use super::tokens::{Letters, Token, joins, letters, marks, tokens};
use crate::model::{ActorId, WorkId};

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
enum Form {
    Plain,
    Possessive,
    Plural,
}

/// A word of the text as names are compared with it.
struct Seen {
    /// The number of the word as it stands, and of those that it can be a form of; none of those that no name has.
    forms: Vec<(u32, Form, Letters)>,
    /// The marks before it; `None` if they can stand within any name.
    before: Option<String>,
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
    let seen = seen(&paragraph.text, &tokens, lexicon);
    let (mut found, mut except) = (Vec::new(), BTreeMap::new());
    for first in 0..seen.len() {
        from(first, &seen, work, lexicon, &mut found, &mut except);
    }
    found.retain(|found| !excepted(found, &except));
    chosen(found, tokens.len())
        .into_iter()
        .map(|(first, last, who)| Mention {
            first: tokens[first].words.start as u32 + 1,
            last: tokens[last].words.end as u32,
            who,
        })
        .collect()
}

fn seen(text: &str, tokens: &[Token], lexicon: &Lexicon) -> Vec<Seen> {
    let one = |(at, token): (usize, &Token)| {
        let before = at.checked_sub(1).map(|before| &tokens[before]);
        let between = before.map_or("", |before| text.get(before.bytes.end..token.bytes.start).unwrap_or_default());
        let loose = joins(between, before.is_some_and(|before| before.short));
        Seen {
            forms: forms(token, &text[token.bytes.clone()], lexicon),
            before: (!loose).then(|| marks(between).collect()),
        }
    };
    tokens.iter().enumerate().map(one).collect()
}

/// What a word can be: itself, what it is a possessive of, what it is the plural of, or the possessive of that plural.
fn forms(token: &Token, written: &str, lexicon: &Lexicon) -> Vec<(u32, Form, Letters)> {
    let mut forms = Vec::new();
    let mut add = |word: &str, form: Form| {
        if let Some(number) = lexicon.word(word) {
            // An ending is no letter of the name: `US's` is in capitals.
            let kept = written.chars().count().saturating_sub(token.folded.chars().count() - word.chars().count());
            let stem: String = written.chars().take(kept).collect();
            forms.push((number, form, letters(&stem)));
        }
    };
    add(&token.folded, Form::Plain);
    let stem = token.folded.strip_suffix("'s");
    if let Some(stem) = stem {
        add(stem, Form::Possessive);
    }
    let stem = stem.unwrap_or(&token.folded);
    for ending in ["s", "es"] {
        if let Some(one) = stem.strip_suffix(ending).filter(|one| one.chars().count() >= 3) {
            add(one, Form::Plural);
        }
    }
    forms
}

/// The names that begin at a token.
fn from(
    first: usize,
    seen: &[Seen],
    work: WorkId,
    lexicon: &Lexicon,
    found: &mut Vec<Found>,
    except: &mut BTreeMap<ActorId, Vec<(usize, usize)>>,
) {
    let (mut node, mut written) = (0, Vec::new());
    for (last, here) in seen.iter().enumerate().skip(first).take(LONGEST) {
        for &(word, form, letters) in &here.forms {
            let Some(end) = lexicon.next(node, word) else { continue };
            written.push(letters);
            for end in lexicon.ends(end, work) {
                if (form == Form::Plural && !end.plural) || !is(end, &written, &seen[first..=last]) {
                    continue;
                }
                if end.except {
                    except.entry(end.actor).or_default().push((first, last));
                } else {
                    found.push(Found { first, last, actor: end.actor, rank: (end.is_scoped(), form == Form::Plain) });
                }
            }
            written.pop();
        }
        let plain = here.forms.iter().find(|(_, form, _)| *form == Form::Plain);
        let Some((next, letters)) = plain.and_then(|&(word, _, letters)| Some((lexicon.next(node, word)?, letters)))
        else {
            return;
        };
        node = next;
        written.push(letters);
    }
}

fn is(end: &End, written: &[Letters], seen: &[Seen]) -> bool {
    let between = seen[1..].iter().map(|seen| (seen.before.is_none(), seen.before.clone().unwrap_or_default()));
    end.is(written.iter().copied(), between)
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
