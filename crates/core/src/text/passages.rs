//! The passages that anchors name, with some of what stands around them: for those who ask where it is said.

use std::collections::BTreeMap;

use super::{Text, Texts, Verification, VerifiedWork, stands, whole};
use crate::model::{Anchor, Selector, WorkId};

/// So many words are shown before a passage, and after it.
const AROUND: usize = 20;

/// A passage in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands: where its anchor says, or where it was found.
    pub place: Selector,
    /// What comes before it in its paragraph; begins with an ellipsis if not all is shown.
    pub before: String,
    /// The passage as written, but for line ends within words.
    pub words: String,
    /// What comes after it in its paragraph; ends with an ellipsis if not all is shown.
    pub after: String,
}

/// The passages of a corpus, by their anchors. Only what was found, in one place, is here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Passages {
    found: BTreeMap<(WorkId, Selector), Passage>,
    /// How many paragraphs the works have whose texts are at hand.
    works: BTreeMap<WorkId, usize>,
}

impl Passages {
    /// Looks every anchor up that was verified.
    #[must_use]
    pub fn of(evidence: &[VerifiedWork], texts: &Texts) -> Self {
        let (mut found, mut works) = (BTreeMap::new(), BTreeMap::new());
        for verified in evidence {
            let Some(text) = texts.get(verified.work) else { continue };
            works.insert(verified.work, text.paragraphs.len());
            for held in &verified.anchors {
                let place = match &held.found {
                    Verification::Exact => stands(text, held.anchor.selector),
                    Verification::Moved(place) => Some(*place),
                    _ => None,
                };
                let key = (verified.work, held.anchor.selector);
                found.extend(place.and_then(|place| Passage::of(text, place, AROUND)).map(|passage| (key, passage)));
            }
        }
        Self { found, works }
    }

    /// Whether the text of a work is at hand.
    #[must_use]
    pub fn has(&self, work: WorkId) -> bool {
        self.works.contains_key(&work)
    }

    /// How many paragraphs the text of a work has, if it is at hand.
    #[must_use]
    pub fn paragraphs(&self, work: WorkId) -> Option<usize> {
        self.works.get(&work).copied()
    }

    /// The passage of an anchor.
    #[must_use]
    pub fn get(&self, anchor: &Anchor) -> Option<&Passage> {
        self.found.get(&(anchor.work, anchor.selector))
    }
}

impl Passage {
    /// The passage at a place, with at most so many words before it and after it.
    #[must_use]
    pub fn of(text: &Text, place: Selector, around: usize) -> Option<Self> {
        let [before, words, after] = text.parts(place)?;
        let paragraph = text.paragraph(place.paragraph)?;
        let (first, last) = (place.first as usize - 1, place.last as usize);
        let start = first.checked_sub(around).filter(|start| *start > 0);
        let start = start.and_then(|word| paragraph.range(word..word + 1)).map(|range| range.start);
        let end = paragraph.range(last + around - 1..last + around).filter(|range| range.end < paragraph.text.len());
        let length = paragraph.text.len() - after.len();
        let part = |part| whole(part).into_owned();
        Some(Self {
            place,
            before: start.map_or_else(|| part(before), |start| format!("… {}", whole(&before[start..]))),
            words: part(words),
            after: end.map_or_else(|| part(after), |end| format!("{} …", whole(&after[..end.end - length]))),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::make;
    use super::*;
    use crate::model::Paragraphs;

    #[test]
    fn a_long_paragraph_is_cut_at_words() {
        let line: Vec<String> = (1..=60).map(|number| format!("w{number}")).collect();
        let text = Text::new(&line.join(" "), Paragraphs::Lines);
        let at = |first, last| Passage::of(&text, make(&text, 1, first, last).unwrap(), AROUND).unwrap();
        let middle = at(30, 31);
        assert!(middle.before.starts_with("… w10 w11") && middle.before.ends_with("w29 "), "{}", middle.before);
        assert!(middle.after.starts_with(" w32") && middle.after.ends_with("w51 …"), "{}", middle.after);
        let whole = at(21, 40);
        assert_eq!(whole.before, format!("{} ", line[..20].join(" ")));
        assert_eq!(whole.after, format!(" {}", line[40..].join(" ")));
        let Passage { before, words, after, .. } = at(1, 60);
        assert_eq!([before, words, after], [String::new(), line.join(" "), String::new()]);
    }

    #[test]
    fn words_parted_at_a_line_end_are_whole() {
        let text = Text::new("Once the Corin-\nthians came, and the Pelopon-\nnesians", Paragraphs::Blocks);
        let passage = Passage::of(&text, make(&text, 1, 3, 4).unwrap(), AROUND).unwrap();
        assert_eq!([&*passage.words, &*passage.after], ["Corinthians came", ", and the Peloponnesians"]);
    }
}
