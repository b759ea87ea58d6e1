//! Words as a reader can take them: one that a line end parts is also two, or two are one.

use super::Paragraph;

/// Between words.
const BLANK: u8 = b' ';
/// Between what can be one word or two.
const JOINT: u8 = b'-';

/// The words of a paragraph, with what can be read otherwise.
pub(super) struct Reading {
    /// The parts of words, a mark between them.
    text: String,
    /// Where each part begins, and of which word it is, from 0.
    parts: Vec<(usize, usize)>,
}

impl Reading {
    /// The words as `shape` makes them. O(bytes).
    pub(super) fn new(paragraph: &Paragraph, shape: impl Fn(&str, &mut String)) -> Self {
        let mut reading = Self { text: String::new(), parts: Vec::with_capacity(paragraph.len()) };
        for word in 0..paragraph.len() {
            for (nth, part) in paragraph.parts(word).enumerate() {
                if word + nth > 0 {
                    let one = nth > 0 || paragraph.is_parted_after(word - 1);
                    reading.text.push(char::from(if one { JOINT } else { BLANK }));
                }
                reading.parts.push((reading.text.len(), word));
                shape(part, &mut reading.text);
            }
        }
        reading
    }

    /// As they stand.
    pub(super) fn plain(paragraph: &Paragraph) -> Self {
        Self::new(paragraph, |word, into| into.push_str(word))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// The words, from the first to the last, of each place that can be read as what is wanted. O(bytes × bytes wanted), and mostly
    /// O(bytes).
    pub(super) fn places<'r>(&'r self, wanted: &'r Self) -> impl Iterator<Item = (usize, usize)> + 'r {
        self.parts.iter().filter_map(|&(start, word)| {
            let length = agree(&self.text.as_bytes()[start..], wanted.text.as_bytes())?;
            let after = self.parts.partition_point(|(part, _)| *part < start + length);
            Some((word, self.parts[after.checked_sub(1)?].1))
        })
    }

    /// Whether both can be read alike.
    pub(super) fn is_alike(&self, other: &Self) -> bool {
        agree(self.text.as_bytes(), other.text.as_bytes()) == Some(self.text.len())
    }

    /// Whether it can be read as beginning with another.
    pub(super) fn starts_with(&self, other: &Self) -> bool {
        other.is_empty() || agree(self.text.as_bytes(), other.text.as_bytes()).is_some()
    }

    /// Whether it can be read as ending with another.
    pub(super) fn ends_with(&self, other: &Self) -> bool {
        let end = |(start, _): &(usize, usize)| {
            agree(&self.text.as_bytes()[*start..], other.text.as_bytes()) == Some(self.text.len() - start)
        };
        other.is_empty() || self.parts.iter().any(end)
    }
}

/// How many bytes of what stands here are what is wanted, if a part of a word ends there.
fn agree(here: &[u8], wanted: &[u8]) -> Option<usize> {
    let (mut at, mut of) = (0, 0);
    loop {
        match (here.get(at), wanted.get(of)) {
            (None | Some(&(BLANK | JOINT)), None) => return Some(at),
            (Some(one), Some(other)) if one == other => (at, of) = (at + 1, of + 1),
            (Some(&JOINT), Some(&BLANK)) | (Some(&BLANK), Some(&JOINT)) => (at, of) = (at + 1, of + 1),
            (Some(&JOINT), Some(_)) => at += 1,
            (_, Some(&JOINT)) => of += 1,
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(text: &str) -> Reading {
        Reading::plain(&Paragraph::new(text))
    }

    #[test]
    fn a_word_at_a_line_end_is_read_both_ways() {
        let text = reading("he re-\nported US-\nRussian well-\nknown co\u{ad}\noperation");
        for (wanted, place) in [
            ("he reported US", Some((0, 2))),
            ("reported us-russian well-known cooperation", Some((1, 5))),
            ("re-ported usrussian wellknown co-operation", Some((1, 5))),
            ("well-\nknown US", None),
            ("known coope", None),
            ("ported US-\nRussian", Some((1, 3))),
        ] {
            assert_eq!(text.places(&reading(wanted)).next(), place, "{wanted}");
        }
    }

    #[test]
    fn both_ends_are_compared() {
        let text = reading("one re-\nported two");
        assert!(text.starts_with(&reading("one re")) && text.ends_with(&reading("reported two")));
        assert!(
            text.ends_with(&reading("")) && !text.ends_with(&reading("reported")) && !text.starts_with(&reading("on"))
        );
        assert!(text.is_alike(&reading("one re ported two")) && !text.is_alike(&reading("one reported two three")));
        assert!(!reading("").is_alike(&reading("a")) && reading("").is_alike(&reading("-")));
    }
}
