//! A paragraph cut into sentences.
//!
//! The rule: sentences end where Unicode says (UAX 29), but
//!
//! - not after what is written short before something else (`Mr.`, `bzw.`, `Sept.`; a file for each [language](super::languages));
//! - after an initial, a dotted abbreviation (`J.D.`, `U.S.`), a small number (`19.`) and what is written short elsewhere too (`Inc.`,
//!   `etc.`) only if the next word is one that the text elsewhere writes with a small letter: "U.S. The" is an end, "U.S. Congress" is
//!   none;
//! - not before a small letter (“Will it hold?” asks one), and in scripts without them not where a quotation goes on at once
//!   (「行く。」と言った).
//!
//! In doubt no sentence ends: one that is too long shows more to look at, one cut in two hides that two actors stand together. A line
//! break within a paragraph is a space.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::characters::{is_hangul, is_unspaced};
use super::languages::{is_abbreviation, is_title};
use super::{Folded, Paragraph, Text};

/// Numbers of more digits are years, and end a sentence as any word does.
const DIGITS: usize = 3;

/// The words that a text writes with a small letter somewhere: with a capital they begin a sentence.
pub(super) struct Small<'t>(HashSet<&'t str>);

impl<'t> Small<'t> {
    pub(super) fn of(text: &'t Text) -> Self {
        let words = text.paragraphs.iter().flat_map(|paragraph| {
            let small = |folded: &Folded<'_>| paragraph.text[folded.range.start..].starts_with(is_small);
            paragraph.places().filter(small).map(|folded| folded.word)
        });
        Self(words.collect())
    }
}

/// A small letter of a script whose sentences begin with capitals: Georgian has both, but not for that.
fn is_small(letter: char) -> bool {
    letter.is_lowercase() && !matches!(letter, '\u{10d0}'..='\u{10ff}')
}

/// The sentences of a paragraph as ranges of its words, from 0; every word is in one.
pub(super) fn sentences(paragraph: &Paragraph, small: &Small<'_>) -> Vec<Range<usize>> {
    let text: Cow<'_, str> = if paragraph.text.contains('\n') {
        paragraph.text.replace('\n', " ").into()
    } else {
        (&*paragraph.text).into()
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut first = 0;
    for (start, segment) in text.split_sentence_bound_indices() {
        let end = start + segment.len();
        let next = paragraph.words_before(end);
        if next > first && ends(paragraph, next, small) {
            found.push(first..next);
            first = next;
        }
    }
    found
}

/// Whether a sentence may end before the word `next`.
fn ends(paragraph: &Paragraph, next: usize, small: &Small<'_>) -> bool {
    let (Some(last), Some(after)) = (paragraph.get(next - 1), paragraph.get(next)) else { return true };
    let between = paragraph.text.get(last.range.end..after.range.start).unwrap_or_default();
    if paragraph.text[after.range.start..].starts_with(is_small) {
        return false;
    }
    if after.word.starts_with(is_unspaced) && between.ends_with(is_close) {
        return false;
    }
    // What is quoted or bracketed is no less an abbreviation.
    let mut stops = between.chars().filter(|mark| !mark.is_whitespace() && !is_close(*mark) && !is_open(*mark));
    if (stops.next(), stops.next()) != (Some('.'), None) {
        return true;
    }
    if is_title(last.word, after.word.starts_with(char::is_numeric)) {
        return false;
    }
    !is_short(&last, &paragraph.text) || small.0.contains(after.word)
}

/// Whether a word before a dot may be written short: an initial, a number such as of a century or a day, a known abbreviation.
fn is_short(last: &Folded<'_>, text: &str) -> bool {
    let word = last.word;
    let number = word.len() <= DIGITS && word.bytes().all(|byte| byte.is_ascii_digit());
    let written = &text[last.range.clone()];
    let roman = written.bytes().all(|byte| b"IVXLC".contains(&byte));
    // A syllable or character is no letter.
    let mut letters = word.chars();
    let initial =
        letters.next().is_some_and(|letter| letter.is_alphabetic() && !is_hangul(letter) && !is_unspaced(letter));
    number || roman || (initial && letters.next().is_none()) || is_abbreviation(word)
}

/// A mark that closes a quotation or a bracket.
fn is_close(mark: char) -> bool {
    matches!(
        mark,
        '"' | '\'' | '”' | '’' | '»' | '«' | '›' | '“' | ')' | ']' | '」' | '』' | '）' | '》' | '〉' | '】' | '〕'
    )
}

/// A mark that opens one.
fn is_open(mark: char) -> bool {
    matches!(mark, '„' | '‚' | '‘' | '‹' | '(' | '[' | '「' | '『' | '（' | '《' | '〈' | '【' | '〔')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Paragraphs;

    /// The first and last word of each sentence of the first paragraph.
    fn cut(text: &str) -> Vec<String> {
        let text = Text::new(text, Paragraphs::Blocks);
        let (paragraph, small) = (&text.paragraphs[0], Small::of(&text));
        let ends = |range: Range<usize>| {
            let word = |index: usize| paragraph.get(index).unwrap().word.to_owned();
            format!("{}..{}", word(range.start), word(range.end - 1))
        };
        sentences(paragraph, &small).into_iter().map(ends).collect()
    }

    #[test]
    fn abbreviations_end_no_sentence_before_a_name() {
        assert_eq!(cut("He met J.D. Vance and Mr. Putin. Nobody else came."), ["he..putin", "nobody..came"]);
        assert_eq!(cut("It shapes U.S. policy and the U.S. Congress."), ["it..congress"]);
    }

    #[test]
    fn what_is_written_short_ends_no_sentence() {
        // Between a verb and a name, in whatever language.
        for short in "Mr. Gen. U.S. Adm. Pres. Amb. Maj. Inc. Corp. Jr. Mme. bzw. ca. Sept. etc. Hon. Rev. Ltd. No. z.B. d.h. Nr. \
                      usw. Mlle. Sra. Dña. Dott. Sig. Exmo. dhr. bijv. np. prof. tzw. mln. т.е. г. им. напр. Sn. Doç. vb. atd. kb. \
                      ca. osv. esim. डॉ. 19. II. “Adm.” (Inc.)"
            .split_whitespace()
        {
            assert_eq!(cut(&format!("Russia told {short} Mullen that it must leave.")).len(), 1, "{short}");
        }
    }

    #[test]
    fn sentences_end_after_words_years_and_what_is_small_elsewhere() {
        for (text, count) in [
            ("He went home. Russia left.", 2),
            ("It was in 2014. Russia left.", 2),
            ("They said no number. Then all left, and then came back.", 2),
            ("Guns, planes, etc. The rest left.", 1),
            ("Guns, planes, etc. The rest of the men met the others.", 2),
            ("They left Acme Inc. Then they met, and then left.", 2),
            ("He painted art. Russia left. See art. 5 of it.", 3),
            ("Russland hat am 19. August gewonnen. China verlor.", 2),
            ("Die Lage ist gut (s. o.). Russland ging.", 2),
        ] {
            assert_eq!(cut(text).len(), count, "{text}");
        }
    }

    #[test]
    fn stops_of_every_script_end_a_sentence() {
        for (text, count) in [
            ("中国签署了条约。俄罗斯反对！美国呢？没有", 4),
            ("彼は「行く。」と言った。中国は去った。", 2),
            ("“我们反对。”他说。中国签署。", 2),
            ("中国签署了条约. 俄罗斯反对.", 2),
            ("러시아는 갔다. 중국은 왔다. 할 것. 미국은", 4),
            ("هل ذهبت روسيا؟ ذهبت الصين.", 2),
            ("रूस गया। चीन आया।", 2),
            ("ሩሲያ ሄደች። ቻይና መጣች።", 2),
            ("ロシアは去った｡中国は来た．", 2),
            ("「ロシア」は去った。「中国」は来た。", 2),
        ] {
            assert_eq!(cut(text).len(), count, "{text}");
        }
    }

    #[test]
    fn a_word_that_is_small_elsewhere_begins_a_sentence() {
        assert_eq!(cut("They left the U.S. The reason is plain."), ["they..s", "the..plain"]);
    }

    #[test]
    fn quotes_questions_and_line_breaks() {
        assert_eq!(
            cut("“Will it hold?” asks one.\nIt will, says\nanother…. Then\nall leave!"),
            ["will..one", "it..another", "then..leave"]
        );
        assert!(cut("—").is_empty());
    }
}
