//! A paragraph cut into sentences.
//!
//! The rule: sentences end where Unicode says (UAX 29), but
//!
//! - not after what is written short before something else (`Mr.`, `bzw.`, `Sept.`; a file for each [language](super::languages));
//! - after an initial, a dotted abbreviation (`J.D.`, `U.S.`), a small number (`19.`) and what is written short elsewhere too (`Inc.`,
//!   `etc.`) only if the next word is one that the text elsewhere writes with a small letter: "U.S. The" is an end, "U.S. Congress" is
//!   none;
//! - not before a small letter (“Will it hold?” asks one), and in scripts without them not where a quotation goes on at once
//!   (「行く。」と言った);
//! - a note's number in square brackets goes with the sentence before it: "They left.[1] Then all came."
//!
//! In doubt no sentence ends: one that is too long shows more to look at, one cut in two hides that two actors stand together. A line
//! break within a paragraph is a space.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::characters::{is_hangul, is_unspaced};
use super::languages::{is_abbreviation, is_title};
use super::{NormalizedWord, Paragraph, Text};

/// Numbers of more digits are years, and end a sentence as any word does.
const DIGITS: usize = 3;

/// The words that a text writes with a small letter somewhere: with a capital they begin a sentence.
pub(super) struct Small<'t>(HashSet<&'t str>);

impl<'t> Small<'t> {
    pub(super) fn of(text: &'t Text) -> Self {
        let words = text.paragraphs.iter().flat_map(|paragraph| {
            let small = |folded: &NormalizedWord<'_>| paragraph.text[folded.range.start..].starts_with(is_small);
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
        let stop = paragraph.words_before(end);
        let next = stop + notes(paragraph, stop);
        if next > first && ends(paragraph, stop, next, small) {
            found.push(first..next);
            first = next;
        }
    }
    found
}

/// How many numbers of notes stand together from the word `next` on, without a space before them.
fn notes(paragraph: &Paragraph, next: usize) -> usize {
    let joins = |word: usize| {
        let before = word.checked_sub(1).and_then(|before| paragraph.get(before))?;
        let start = paragraph.get(word)?.range.start;
        let between = &paragraph.text[before.range.end..start];
        (!between.contains(char::is_whitespace) && is_note(paragraph, word)).then_some(())
    };
    (next..).map_while(joins).count()
}

/// Whether a word is a number in square brackets.
fn is_note(paragraph: &Paragraph, word: usize) -> bool {
    let Some(NormalizedWord { word, range }) = paragraph.get(word) else { return false };
    let (before, after) = (&paragraph.text[..range.start], &paragraph.text[range.end..]);
    word.len() <= DIGITS
        && word.bytes().all(|byte| byte.is_ascii_digit())
        && before.ends_with('[')
        && after.starts_with(']')
}

/// Where in the text what belongs to a word begins: marks that open a quotation or a bracket stand before it, those that close one
/// belong to the word before.
#[must_use]
pub fn seam(paragraph: &Paragraph, word: usize) -> usize {
    let text = &paragraph.text;
    let from = word.checked_sub(1).and_then(|before| paragraph.get(before)).map_or(0, |before| before.range.end);
    let Some(to) = paragraph.get(word).map(|word| word.range.start) else { return text.len() };
    let opens = |mark: char| is_open(mark) || mark == '¿' || mark == '¡';
    match text[from..to].find(char::is_whitespace) {
        _ if from == 0 => 0,
        Some(_) => from + text[from..to].trim_end_matches(|mark: char| !mark.is_whitespace()).len(),
        None => from + text[from..to].trim_end_matches(opens).len(),
    }
}

/// Whether a sentence may end at the stop before the word `stop`, and the next one begin with the word `next`.
fn ends(paragraph: &Paragraph, stop: usize, next: usize, small: &Small<'_>) -> bool {
    let (Some(last), Some(after)) = (paragraph.get(stop - 1), paragraph.get(next)) else { return true };
    let until = paragraph.get(stop).map_or(after.range.start, |word| word.range.start);
    let between = paragraph.text.get(last.range.end..until).unwrap_or_default();
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
    is_note(paragraph, stop - 1) || !is_short(&last, &paragraph.text) || small.0.contains(after.word)
}

/// Whether a word before a dot may be written short: an initial, a number such as of a century or a day, a known abbreviation.
fn is_short(last: &NormalizedWord<'_>, text: &str) -> bool {
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
    fn the_number_of_a_note_goes_with_its_sentence() {
        let told = cut(
            "They left.[1] \"Corinth stayed,\" he said.[2][3] All came [4]. Some left. [5] Corinth stayed, see art.[6] of it.",
        );
        assert_eq!(told, ["they..1", "corinth..3", "all..4", "some..left", "5..it"]);
    }

    #[test]
    fn marks_stand_with_the_words_that_they_open_or_close() {
        for (text, word, parts) in [
            ("They left.[1] \"All came.", 3, ["They left.[1] ", "\"All came."]),
            ("He said. “They left.” Then", 2, ["He said. ", "“They left.” Then"]),
            ("He said. “They left.” Then", 4, ["He said. “They left.” ", "Then"]),
            ("“They left", 0, ["", "“They left"]),
            ("去。「中", 1, ["去。", "「中"]),
            ("left.)", 1, ["left.)", ""]),
        ] {
            assert_eq!(text.split_at(seam(&Paragraph::new(text), word)), (parts[0], parts[1]));
        }
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
