//! Where words stand in an author's texts, and the anchors that name the places.

use parallax_core::diag::Sink;
use parallax_core::model::{Selector, Work, WorkId};
use parallax_core::text::{Match, Paragraph, Text, across, find, how_to_get, make};

use crate::{Error, Project, views};

/// A passage that answers to words.
pub struct Cited<'p> {
    /// The work whose text it stands in.
    pub id: WorkId,
    /// The same.
    pub work: &'p Work,
    /// Its text.
    pub text: &'p Text,
    /// How it answers; not at all if it has a part of the words, of which the rest stands in the next paragraphs.
    pub how: Option<Match>,
    /// Where it stands.
    pub selector: Selector,
    /// The anchor as it is written into a file: with the work where the author has several.
    pub anchor: String,
}

impl Project {
    /// The works of an author, or the one that is named.
    ///
    /// # Errors
    ///
    /// If there is no such author or work.
    pub fn works(&self, author: &str, work: Option<&str>) -> Result<Vec<(WorkId, &Work)>, Error> {
        let of = self.author(author)?;
        let is_meant = |(_, known): &(WorkId, &Work)| work.is_none_or(|wanted| *known.id == *wanted);
        let found: Vec<(WorkId, &Work)> = self.corpus.works_of(of).filter(is_meant).collect();
        match (work, found.is_empty()) {
            (_, false) => Ok(found),
            (None, true) => {
                Err(Error::Usage(format!("`{author}` has no work: declare a [[work]] with the file of its text")))
            }
            (Some(wanted), true) => {
                let near = views::near(wanted, self.corpus.works_of(of).map(|(_, work)| &*work.id));
                Err(Error::Usage(format!("`{author}` has no work `{wanted}`{near}")))
            }
        }
    }

    /// Why texts of these works were not read.
    #[must_use]
    pub fn refused(&self, works: &[(WorkId, &Work)]) -> Sink {
        let mut sink = Sink::default();
        let why = works.iter().filter_map(|(id, _)| self.texts.refused(*id));
        why.for_each(|finding| sink.push(finding.clone()));
        sink
    }

    /// The passages of some works that answer best to words, or to the numbers of a passage (`p12`, `p12:3-27`). What only comes
    /// near in one text is nothing beside what stands in another. Texts that could not be read are passed over.
    ///
    /// # Errors
    ///
    /// If a text is not at hand, or has no such numbers.
    pub fn cite<'p>(&'p self, wanted: &str, works: &[(WorkId, &'p Work)]) -> Result<Vec<Cited<'p>>, Error> {
        let mut places = Vec::new();
        for &(id, work) in works.iter().filter(|(id, _)| self.texts.refused(*id).is_none()) {
            places.extend(self.answers(wanted, id, work)?);
        }
        let there = places.iter().any(Cited::is_there);
        let best = places.iter().map(Cited::rank).min().unwrap_or_default();
        places.retain(|place| place.rank() == best || (there && place.is_there()));
        Ok(places)
    }

    /// The passages of a work that answer; a text that is not at hand is trouble.
    fn answers<'p>(&'p self, wanted: &str, id: WorkId, work: &'p Work) -> Result<Vec<Cited<'p>>, Error> {
        let Some(text) = self.texts.get(id) else {
            let help = how_to_get(work, &self.corpus);
            return Err(Error::Usage(format!("the text of `{}` is not at hand: {help}", work.title)));
        };
        let found = match numbers(wanted) {
            Some((paragraph, words)) => vec![(Some(Match::Exact), named(text, paragraph, words)?)],
            None => looked_for(text, wanted),
        };
        let several = self.corpus.works_of(work.author).nth(1).is_some();
        let place = |(how, selector): (Option<Match>, Selector)| {
            let anchor = if several { format!("{}:{selector}", work.id) } else { selector.to_string() };
            Cited { id, work, text, how, selector, anchor }
        };
        Ok(found.into_iter().map(place).collect())
    }
}

impl Cited<'_> {
    /// Whether all the words stand there.
    #[must_use]
    pub fn is_there(&self) -> bool {
        matches!(self.how, Some(Match::Exact | Match::WithoutAccents))
    }

    /// How far it is from what was looked for: the words, all of them in parts, others.
    fn rank(&self) -> u8 {
        match self.how {
            Some(Match::Exact | Match::WithoutAccents) => 0,
            None => 1,
            Some(Match::Near(_)) => 2,
        }
    }
}

/// The places of words; where they stand in no paragraph but over several, those of their parts.
fn looked_for(text: &Text, wanted: &str) -> Vec<(Option<Match>, Selector)> {
    let found = find(text, wanted);
    if found.iter().all(|(how, _)| matches!(how, Match::Near(_))) {
        let parts: Vec<_> = across(text, wanted).concat().into_iter().map(|selector| (None, selector)).collect();
        if !parts.is_empty() {
            return parts;
        }
    }
    found.into_iter().map(|(how, selector)| (Some(how), selector)).collect()
}

/// The numbers of `p12`, `p12:3` or `p12:3-27`, be it with a fingerprint: a paragraph, and its first and last word.
#[must_use]
pub fn numbers(text: &str) -> Option<(u32, Option<(u32, u32)>)> {
    let place = text.split('#').next()?.strip_prefix('p')?;
    let Some((paragraph, words)) = place.split_once(':') else { return Some((place.parse().ok()?, None)) };
    let (first, last) = words.split_once('-').unwrap_or((words, words));
    Some((paragraph.parse().ok()?, Some((first.parse().ok()?, last.parse().ok()?))))
}

/// The passage with these numbers; without words the whole paragraph.
fn named(text: &Text, paragraph: u32, words: Option<(u32, u32)>) -> Result<Selector, Error> {
    let Some(count) = text.paragraph(paragraph).map(Paragraph::len) else {
        return Err(Error::Usage(format!("the text has {} paragraphs, and no p{paragraph}", text.paragraphs.len())));
    };
    let (first, last) = words.unwrap_or((1, count as u32));
    make(text, paragraph, first, last)
        .ok_or_else(|| Error::Usage(format!("p{paragraph} has {count} words, and no words {first} to {last}")))
}
