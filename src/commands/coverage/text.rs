//! Coverage in words: the numbers first, then each sentence that is still to be looked at, with the anchor to paste.

use std::ops::Range;

use parallax_core::diag::{counted, harmless};
use parallax_core::model::{ActorId, Corpus};
use parallax_core::text::{Coverage, Covered, Named, Sentence, State, Tally, Text, seam, whole};
use parallax_project::Project;

use super::{anchor, heading};

/// How many actors, or unclear places, are named in a line.
const NAMED: usize = 12;

/// The report; `all`: also the sentences that are coded or set aside.
pub(super) fn report(covered: &[Coverage], loaded: &Project, all: bool, bold: bool) -> String {
    let corpus = &loaded.corpus;
    let mut out = String::new();
    for one in covered {
        out += &format!("{}\n{}{}\n", harmless(&heading(one, corpus)), numbers(&one.tally), actors(one, loaded));
    }
    if covered.len() > 1 {
        let sum = Tally::sum(covered.iter().map(|covered| &covered.tally));
        out += &format!("All {}\n{}\n", counted(covered.len(), "text"), numbers(&sum));
    }
    for one in covered {
        let Some(text) = loaded.texts.get(one.work) else { continue };
        for paragraph in &one.paragraphs {
            for sentence in paragraph.sentences.iter().filter(|sentence| all || sentence.state == State::Uncoded) {
                out += &shown(one, paragraph, sentence, text, corpus, bold);
            }
        }
    }
    out.trim_end().to_owned() + "\n"
}

fn percent(share: f64) -> String {
    format!("{:.1} %", share * 100.0)
}

fn numbers(tally: &Tally) -> String {
    let (paragraphs, words) = (counted(tally.paragraphs, "paragraph"), counted(tally.words, "word"));
    let anchored =
        tally.anchored_share().map_or(String::new(), |share| format!(", {} of them under an anchor", percent(share)));
    let mut lines = format!("  {paragraphs}, {words}{anchored}\n");
    let sentences = counted(tally.sentences, "sentence");
    lines += &match tally.share() {
        Some(share) => format!(
            "  {sentences}, {} with several actors: {} coded, {} set aside, {} to look at ({} seen)\n",
            tally.several,
            tally.coded,
            tally.set_aside,
            tally.uncoded(),
            percent(share),
        ),
        None => format!("  {sentences}, and nothing to look at: {}\n", tally.nothing().unwrap_or_default()),
    };
    if tally.unnamed > 0 {
        let (count, are) = (counted(tally.unnamed, "word"), if tally.unnamed == 1 { "is" } else { "are" });
        lines += &format!("  {count} {are} in a script in which no actor has a name: none is found there\n");
    }
    if tally.astray > 0 {
        let count = counted(tally.astray, "anchor");
        lines += &format!("  {count} cover nothing, for the words are not there: parallax check says which\n");
    }
    lines
}

/// Who is named and not coded, who is coded and not named, and whose name is another's as well.
fn actors(covered: &Coverage, loaded: &Project) -> String {
    let corpus = &loaded.corpus;
    let name = |actor: &ActorId| harmless(corpus.actors.name(*actor));
    let coded: Vec<String> =
        covered.never_coded.iter().map(|(actor, count)| format!("{} ({count})", name(actor))).collect();
    let mut lines = list("named, never coded", &coded);
    lines += &list("coded, never named", &covered.never_named.iter().map(name).collect::<Vec<_>>());
    if covered.tally.ambiguous > 0 {
        lines += &list("called alike", &unclear(covered, loaded));
    }
    lines
}

fn list(what: &str, names: &[String]) -> String {
    if names.is_empty() {
        return String::new();
    }
    let more = if names.len() > NAMED { format!(", and {} more", names.len() - NAMED) } else { String::new() };
    format!("  {what}: {}{more}\n", names[..names.len().min(NAMED)].join(", "))
}

/// The words that several actors are called by, with where and by whom.
fn unclear(covered: &Coverage, loaded: &Project) -> Vec<String> {
    let mut found = Vec::new();
    let Some(text) = loaded.texts.get(covered.work) else { return found };
    for (paragraph, number) in covered.paragraphs.iter().zip(1..) {
        for mention in &paragraph.mentions {
            let words = mention.first as usize - 1..mention.last as usize;
            let words = text.paragraph(number).and_then(|paragraph| paragraph.folded(words));
            let (Named::Several(actors), Some(words)) = (&mention.who, words) else { continue };
            let names: Vec<&str> = actors.iter().map(|actor| loaded.corpus.actors.name(*actor)).collect();
            found.push(harmless(&format!("p{number} `{words}` ({})", names.join(" or "))));
        }
    }
    found
}

/// A sentence with the names in it marked, and its anchor.
fn shown(
    covered: &Coverage,
    paragraph: &Covered,
    sentence: &Sentence,
    text: &Text,
    corpus: &Corpus,
    bold: bool,
) -> String {
    let selector = sentence.selector;
    let names: Vec<&str> = sentence.actors.iter().map(|actor| corpus.actors.name(*actor)).collect();
    let state = if sentence.state == State::Uncoded { "" } else { sentence.state.name() };
    let state = if state.is_empty() { String::new() } else { format!(", {state}") };
    let work = harmless(&corpus.work(covered.work).title);
    let head = format!("{work}, paragraph {}{state}: {}", selector.paragraph, harmless(&names.join(", ")));
    let marked = marked(paragraph, sentence, text, bold);
    format!("{head}\n  {marked}\n  evidence = [\"{}\"]\n\n", anchor(covered.work, selector, corpus))
}

fn marked(covered: &Covered, sentence: &Sentence, text: &Text, bold: bool) -> String {
    let selector = sentence.selector;
    let Some(paragraph) = text.paragraph(selector.paragraph) else { return String::new() };
    let (on, off) = if bold { ("\u{1b}[1m", "\u{1b}[0m") } else { ("»", "«") };
    let bytes = |word: u32| paragraph.get(word as usize - 1).map_or(0..0, |word| word.range);
    let mut out = String::new();
    let shown = |range: Range<usize>| harmless(&whole(&paragraph.text[range]));
    // The marks that open the sentence or end it go with it.
    let mut at = seam(paragraph, selector.first as usize - 1);
    let first = covered.mentions.partition_point(|mention| mention.first < selector.first);
    for mention in covered.mentions[first..].iter().take_while(|mention| mention.last <= selector.last) {
        let (from, mut to) = (bytes(mention.first).start, bytes(mention.last).end);
        // The last dot of an abbreviation is its own.
        let dotted = paragraph.text[from..to].contains('.') && paragraph.text[to..].starts_with('.');
        to += usize::from(dotted);
        out += &format!("{}{on}{}{off}", shown(at..from), shown(from..to));
        at = to;
    }
    out + shown(at..seam(paragraph, selector.last as usize)).trim_end()
}
