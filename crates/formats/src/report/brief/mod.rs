//! A briefing on a page: ten lines, each with its figures, the passages behind it and the command that shows more.

mod answers;
mod casts;
mod links;
mod printed;
mod ties;

pub(super) use answers::THEMES;
pub use links::{BriefingPiece, Target};
pub use printed::printed_briefing;

use parallax_core::brief::Briefing;
use parallax_core::diff::{Comparison, Firmness};
use parallax_core::messages::Messages;
use parallax_core::model::selection::written;
use parallax_core::model::{ActorId, Anchor, Corpus, FacetId, IssueId, RelationId};

use super::Options;
use super::document::{Block, Document, RichText};
use super::words::Words;
use links::Links;

/// The page of a briefing alone.
pub(super) fn page(comparison: &Comparison<'_>, options: &Options) -> Document {
    let views: Vec<_> = comparison.views.iter().collect();
    let words = Words::of(comparison.corpus, &views, options);
    let names = words.side_names(&views);
    let mut page = vec![Block::Heading(1, RichText::default().strong(&words.say.all_of(&names)))];
    write(
        &mut page,
        &Briefing::of(comparison),
        &Lines { with_commands: true, ..Lines::new(comparison, words, &names) },
    );
    page
}

/// A briefing for a page: what it is called, how to read it, and its lines in pieces that say what they tell of. The words are those of the
/// report, without the commands that show more.
#[must_use]
pub fn briefing(
    comparison: &Comparison<'_>,
    briefing: &Briefing,
    messages: &'static Messages,
) -> (String, String, Vec<Vec<BriefingPiece>>) {
    let views: Vec<_> = comparison.views.iter().collect();
    let options = Options { messages, ..Options::default() };
    let words = Words::of(comparison.corpus, &views, &options);
    let (names, links) = (words.side_names(&views), Links::default());
    let lines = Lines { marks: Marks::Targets(&links), ..Lines::new(comparison, words, &names) }.all(briefing);
    let pieces = lines.iter().map(|line| links.pieces(line)).collect();
    (messages.text("brief-title"), messages.text("brief-intro"), pieces)
}

/// The lines of a briefing, under their heading.
pub(super) fn write(page: &mut Document, briefing: &Briefing, lines: &Lines<'_, '_>) {
    page.push(Block::Heading(2, RichText::default().strong(&lines.text("brief-title"))));
    page.extend(lines.all(briefing).into_iter().map(Block::Item));
    page.push(Block::Paragraph(RichText::default().faint(&lines.text("brief-intro"))));
}

/// Writes the lines of a briefing.
pub(super) struct Lines<'a, 'c> {
    comparison: &'a Comparison<'c>,
    pub(super) words: Words<'a>,
    /// What the sides are called.
    names: &'a [String],
    /// Whether each line ends with the command that shows more.
    with_commands: bool,
    /// Which words are marked.
    marks: Marks<'a>,
}

/// Which words of a line are marked.
#[derive(Clone, Copy)]
enum Marks<'a> {
    /// None.
    Nothing,
    /// What can be looked at, for a page.
    Targets(&'a Links),
    /// The places in the texts, for a picture, which has them stand back.
    Places,
}

/// The least share that rounds to a percent.
const LEAST: f64 = 0.005;
/// Places that are named at most; the rest is counted.
const PLACES: usize = 4;

impl<'a, 'c> Lines<'a, 'c> {
    /// Lines in words alone, without commands.
    pub(super) fn new(comparison: &'a Comparison<'c>, words: Words<'a>, names: &'a [String]) -> Self {
        Self { comparison, words, names, with_commands: false, marks: Marks::Nothing }
    }
}

impl Lines<'_, '_> {
    /// What a reader asks first comes first: who and at whose cost, what is contested, shared and left out; then how it is said.
    fn all(&self, briefing: &Briefing) -> Vec<RichText> {
        let [mut lines, told] =
            if briefing.has_ties { [self.ties(briefing), self.telling(briefing)] } else { [Vec::new(), Vec::new()] };
        if self.names.len() == 2 {
            lines.extend(self.contested(briefing));
            lines.extend(self.agreed(&briefing.agreed));
            lines.extend(self.silent(&briefing.silent));
        } else {
            lines.extend(self.surveyed(&briefing.surveyed));
        }
        lines.extend(told);
        lines
    }

    /// A text that leads to what it tells of, on a page.
    fn linked(&self, text: &str, target: Target) -> String {
        if let Marks::Targets(links) = self.marks { links.mark(text, target) } else { text.to_owned() }
    }

    fn name(&self, id: ActorId) -> String {
        self.linked(self.words.actor(id), Target::Actor(id))
    }

    fn listed(&self, ids: &[ActorId]) -> String {
        ids.iter().map(|id| self.name(*id)).collect::<Vec<_>>().join(", ")
    }

    fn facet(&self, id: FacetId) -> String {
        self.linked(&self.words.corpus.facets.get(id).label, Target::Facet(id))
    }

    fn question(&self, id: IssueId) -> String {
        self.linked(&self.words.corpus.issues.get(id).question, Target::Issue(id))
    }

    fn text(&self, key: &str) -> String {
        self.words.say.text(key)
    }

    fn actor(&self, id: ActorId) -> String {
        written(self.words.corpus.actors.name(id)).into_owned()
    }

    /// The beginning of a line.
    fn lead(&self, key: &str) -> RichText {
        RichText::default().strong(&self.text(key)).plain(": ")
    }

    fn percent(&self, share: f64) -> String {
        if share > 0.0 && share < LEAST {
            return self.text("brief-share-small");
        }
        self.words.say.with("brief-share", [("n", format!("{:.0}", share * 100.0).into())])
    }

    fn percents(&self, shares: &[f64]) -> String {
        shares.iter().map(|share| self.percent(*share)).collect::<Vec<_>>().join(" / ")
    }

    /// What each side names, side by side; of many sides only those that name something. What nobody does is said once.
    fn sides(&self, nothing: &str, of: impl Fn(usize) -> Option<String>) -> String {
        let named: Vec<Option<String>> = (0..self.names.len()).map(of).collect();
        if named.iter().all(Option::is_none) {
            return self.text(nothing);
        }
        let of_two = self.names.len() == 2;
        let side = |(name, list): (&String, Option<String>)| {
            let list = list.or_else(|| of_two.then(|| self.text(nothing)))?;
            Some(self.words.say.with("brief-of-side", [("side", name.as_str().into()), ("list", list.into())]))
        };
        self.names.iter().zip(named).filter_map(side).collect::<Vec<_>>().join("; ")
    }

    /// The command that shows all that is said of something.
    fn about(keys: &str) -> String {
        format!("parallax show {} --by author", shell(&format!("*:standing=any,level=state,{keys}")))
    }

    fn about_actor(&self, id: ActorId) -> String {
        Self::about(&format!("actor={}", self.actor(id)))
    }

    fn about_facet(&self, id: FacetId) -> String {
        Self::about(&format!("facet={}", written(self.words.corpus.facets.name(id))))
    }

    /// The command that shows what is answered to an issue.
    fn of_issue(&self, id: IssueId) -> String {
        format!("parallax diff --issue {}", shell(&written(self.words.corpus.issues.name(id))))
    }

    /// On which single passages a verdict rests, in brackets; nothing if it is firm.
    fn alone(&self, firmness: &Firmness) -> String {
        self.rests_on(firmness).map_or(String::new(), |alone| format!(" ({alone})"))
    }

    /// On which single passages a verdict rests, if it does.
    pub(in crate::report) fn rests_on(&self, firmness: &Firmness) -> Option<String> {
        let say = self.words.say;
        match firmness {
            Firmness::Firm => None,
            Firmness::RestsOn(passages) => {
                let named: Vec<String> = passages.iter().map(|passage| self.words.passage(*passage)).collect();
                let values = [("n", named.len().into()), ("passages", say.all_of(&named).into())];
                Some(say.with("brief-rests-on", values))
            }
            Firmness::Untried => Some(say.text("brief-untried")),
        }
    }

    fn with_command(&self, line: RichText, command: &str) -> RichText {
        if !self.with_commands {
            return line;
        }
        line.faint(&format!(" {}", self.words.say.with("brief-more", [("command", command.into())])))
    }

    /// Where some statements or positions stand.
    fn places(&self, said: impl IntoIterator<Item = Target>) -> String {
        let mut places: Vec<(u32, Target)> = Vec::new();
        for target in said {
            places.extend(evidence(self.words.corpus, target).iter().map(|one| (one.selector.paragraph, target)));
        }
        places.sort_by_key(|(paragraph, _)| *paragraph);
        places.dedup_by_key(|(paragraph, _)| *paragraph);
        let mut places: Vec<String> =
            places.iter().map(|(paragraph, target)| self.linked(&format!("p{paragraph}"), *target)).collect();
        if let Some(more) = places.len().checked_sub(PLACES).filter(|more| *more > 1) {
            places.truncate(PLACES);
            places.push(format!("+{more}"));
        }
        if places.is_empty() {
            return String::new();
        }
        let places = format!("[{}]", places.join(", "));
        if matches!(self.marks, Marks::Places) { format!(" {}", printed::quiet(&places)) } else { format!(" {places}") }
    }

    pub(in crate::report) fn places_of(&self, ids: &[RelationId]) -> String {
        self.places(ids.iter().map(|id| Target::Statement(*id)))
    }
}

/// The places of two sides beside each other; nothing if neither has any.
fn both(places: &[String; 2]) -> String {
    if places.iter().all(String::is_empty) { String::new() } else { places.join(" /") }
}

/// A word of a command as a shell takes it, whatever is in it.
fn shell(word: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_./:=+,".contains(letter);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// The anchors of a statement or a position.
fn evidence(corpus: &Corpus, target: Target) -> &[Anchor] {
    match target {
        Target::Statement(id) => corpus.relation(id).evidence(),
        Target::Position(id) => corpus.position(id).evidence(),
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::shell;

    #[test]
    fn a_shell_takes_a_word_as_it_is() {
        assert_eq!(
            ["us-capital", "a b", "a; b", "it's", ""].map(shell),
            ["us-capital", "'a b'", "'a; b'", r"'it'\''s'", "''"]
        );
    }
}
