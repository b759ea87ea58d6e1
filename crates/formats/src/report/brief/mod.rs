//! A briefing on a page: ten lines, each with its figures, the passages behind it and the command that shows more.

mod answers;
mod casts;
mod ties;

pub(super) use answers::{AGREED, THEMES};

use parallax_core::brief::Briefing;
use parallax_core::diff::Comparison;
use parallax_core::model::selection::written;
use parallax_core::model::{ActorId, Anchor, RelationId};

use super::Options;
use super::document::{Block, Document, RichText};
use super::words::Words;

/// The page of a briefing alone.
pub(super) fn page(comparison: &Comparison<'_>, options: &Options) -> Document {
    let views: Vec<_> = comparison.views.iter().collect();
    let words = Words::of(comparison.corpus, &views, options);
    let names = words.side_names(&views);
    let mut page = vec![Block::Heading(1, RichText::default().strong(&words.say.all_of(&names)))];
    write(&mut page, &Briefing::of(comparison), &Lines { comparison, words, names: &names, with_commands: true });
    page
}

/// The lines of a briefing, under their heading.
pub(super) fn write(page: &mut Document, briefing: &Briefing, lines: &Lines<'_>) {
    page.push(Block::Heading(2, RichText::default().strong(&lines.text("brief-title"))));
    page.push(Block::Paragraph(RichText::default().faint(&lines.text("brief-intro"))));
    for line in lines.all(briefing) {
        page.push(Block::Item(line));
    }
}

/// Writes the lines of a briefing.
pub(super) struct Lines<'a> {
    pub(super) comparison: &'a Comparison<'a>,
    pub(super) words: Words<'a>,
    /// What the sides are called.
    pub(super) names: &'a [String],
    /// Whether each line ends with the command that shows more.
    pub(super) with_commands: bool,
}

/// The least share that rounds to a percent.
const LEAST: f64 = 0.005;
/// Places that are named at most; the rest is counted.
const PLACES: usize = 4;

impl Lines<'_> {
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
        format!("parallax show '*:standing=any,level=state,{keys}' --by author")
    }

    fn with_command(&self, line: RichText, command: &str) -> RichText {
        if !self.with_commands {
            return line;
        }
        line.faint(&format!(" {}", self.words.say.with("brief-more", [("command", command.into())])))
    }

    /// Where some passages stand.
    fn places<'e>(evidence: impl IntoIterator<Item = &'e Anchor>) -> String {
        let mut places: Vec<String> =
            evidence.into_iter().map(|anchor| format!("p{}", anchor.selector.paragraph)).collect();
        places.sort_by_key(|place| place[1..].parse::<u32>().unwrap_or(0));
        places.dedup();
        if let Some(more) = places.len().checked_sub(PLACES).filter(|more| *more > 1) {
            places.truncate(PLACES);
            places.push(format!("+{more}"));
        }
        if places.is_empty() { String::new() } else { format!(" [{}]", places.join(", ")) }
    }

    pub(in crate::report) fn places_of(&self, id: RelationId) -> String {
        Self::places(self.words.corpus.relation(id).evidence())
    }
}
