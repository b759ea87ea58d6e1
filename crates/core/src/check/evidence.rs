//! Anchors held against the texts: exact, moved, ambiguous or orphan; unverified where a text is not at hand.

use super::{Check, Facts};
use crate::diag::{Diagnostic, Help, Sink, counted};
use crate::model::{Anchor, Work};
use crate::text::{Quoted, Text, Verification, VerifiedAnchor, VerifiedWork, how_to_get, make};

pub(super) struct Evidence;

impl Check for Evidence {
    fn codes(&self) -> &'static [&'static str] {
        &[
            "ambiguous-anchor",
            "moved-anchor",
            "orphan-anchor",
            "other-edition",
            "other-words",
            "repeated-words",
            "unverified",
        ]
    }

    fn run(&self, facts: &Facts<'_>, sink: &mut Sink) {
        for verified in facts.evidence {
            let work = facts.corpus.work(verified.work);
            let Some(text) = facts.texts.get(verified.work) else {
                unverified(verified, work, facts, sink);
                continue;
            };
            other_edition(verified, work, sink);
            for held in &verified.anchors {
                let cite = facts.corpus.how_to_cite(work.author);
                let found = judged(&held.anchor, &held.found, text, &cite);
                [found, other_words(held, facts.corpus.authors.name(work.author)), repeated(held)]
                    .into_iter()
                    .flatten()
                    .for_each(|finding| sink.push(finding));
            }
        }
    }
}

fn unverified(verified: &VerifiedWork, work: &Work, facts: &Facts<'_>, sink: &mut Sink) {
    if verified.unverified > 0 {
        let anchors = counted(verified.unverified, "anchor");
        let refused = facts.texts.refused(verified.work).is_some();
        let why = if refused { "could not be read" } else { "is not at hand" };
        let fact = format!("{anchors} in `{}` cannot be verified: its text {why}", work.title);
        let finding = Diagnostic::note("unverified", fact).at(work.span, "this work");
        sink.push(if refused { finding } else { finding.help(how_to_get(work, facts.corpus)) });
    }
}

/// Said once, before all that may follow from it.
fn other_edition(verified: &VerifiedWork, work: &Work, sink: &mut Sink) {
    let (Some(coded), Some(found)) = (&work.edition, &verified.edition) else { return };
    if **coded == **found || verified.former_editions.iter().any(|former| **coded == **former) {
        return;
    }
    let fact = format!("the text of `{}` is another edition than the one that was coded", work.title);
    let counts = ["exact", "moved", "ambiguous", "orphan"].map(|name| (verified.count(name), name));
    let counts: Vec<String> =
        counts.iter().filter(|(count, _)| *count > 0).map(|(count, name)| format!("{count} {name}")).collect();
    let finding = Diagnostic::warning("other-edition", fact).at(work.span, format!("its fingerprint is {found}"));
    let finding = match counts.as_slice() {
        [] => finding,
        counts => finding.help(format!("of its anchors are {}", counts.join(", "))),
    };
    let verb = "get the edition that was coded; or follow what moved with `parallax fix --moved`, code the rest anew, and write";
    let help = Help::entry(verb, "edition", &format!("\"{found}\""), "");
    sink.push(finding.help(help));
}

fn judged(anchor: &Anchor, found: &Verification, text: &Text, cite: &str) -> Option<Diagnostic> {
    let selector = anchor.selector;
    match found {
        Verification::Exact => None,
        Verification::Moved(place) => {
            let fact = format!("the passage of `{selector}` stands elsewhere in the text");
            let finding = Diagnostic::warning("moved-anchor", fact).at(anchor.span, "not here");
            Some(finding.help(format!("it is now {place}; `parallax fix --moved` writes so")))
        }
        Verification::Ambiguous(places) => {
            let places: Vec<String> = places.iter().take(5).map(ToString::to_string).collect();
            let fact = format!("the passage of `{selector}` stands in several other places");
            let finding = Diagnostic::warning("ambiguous-anchor", fact).at(anchor.span, "not here");
            Some(finding.help(format!("choose among {}", places.join(", "))))
        }
        Verification::Orphan => {
            Some(orphan(anchor, format!("the text has no such passage as `{selector}`"), text, cite))
        }
        Verification::TooLong => {
            let fact = format!("the passage of `{selector}` is not there, and is too long to be looked for elsewhere");
            Some(orphan(anchor, fact, text, cite))
        }
    }
}

/// An anchor whose words are not there: perhaps the text is another edition, perhaps only the fingerprint is wrong.
fn orphan(anchor: &Anchor, fact: String, text: &Text, cite: &str) -> Diagnostic {
    let selector = anchor.selector;
    let finding = Diagnostic::error("orphan-anchor", fact).at(anchor.span, "not in the text");
    let finding = match make(text, selector.paragraph, selector.first, selector.last) {
        Some(there) => {
            finding.help(format!("the words that stand there now are {there}: take it if they are the ones you mean"))
        }
        None => finding.help("the text has no such paragraph, or not so many words in it"),
    };
    finding.help(format!("else {cite}; or check that it is the edition that was coded"))
}

/// A quotation that is not what stands at its anchor.
fn other_words(held: &VerifiedAnchor, author: &str) -> Option<Diagnostic> {
    let VerifiedAnchor { anchor, quoted, .. } = held;
    let quote = anchor.quote.as_ref()?;
    let (fact, label) = match (*quoted)? {
        Quoted::Exact | Quoted::Normalised => return None,
        Quoted::Differs => ("the quotation has other words than the passage of its anchor", "not what stands there"),
        Quoted::Elsewhere => ("other words stand before or after the quotation", "not between these"),
    };
    let finding = Diagnostic::warning("other-words", fact).at(quote.span, label);
    Some(
        finding
            .at(anchor.span, "the passage is here")
            .help(format!("`parallax cite {author} {}` shows what stands there", anchor.selector)),
    )
}

/// A passage that another is word for word.
fn repeated(held: &VerifiedAnchor) -> Option<Diagnostic> {
    let selector = held.anchor.selector;
    let fact = format!("the words of `{selector}` stand elsewhere in the text too");
    let finding = Diagnostic::warning("repeated-words", fact).at(held.anchor.span, "not the only place");
    let help = "should the text change, nobody could tell which was meant: take in a word more, or quote what stands around it";
    held.repeated.then(|| finding.help(help))
}
