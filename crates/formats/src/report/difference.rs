//! A difference on a page: whose, how often which verdict, dyad by dyad, and what stands beside the dyads.

use parallax_core::brief::Briefing;
use parallax_core::diff::{Comparison, Difference};
use parallax_core::network::View;

use super::document::{Block, Document, RichText};
use super::grammar::capital;
use super::issues::Issues;
use super::names::number;
use super::overview::Overview;
use super::words::Words;
use super::{Options, brief, dyads::Dyads, positions, sections};

/// The page of a comparison of two sides, with the briefing at its head.
pub(super) fn briefed(comparison: &Comparison<'_>, difference: &Difference<'_>, options: &Options) -> Document {
    let is_whole = !options.is_of_part() && !is_of_issues(difference);
    match (is_whole, options.all) {
        (false, _) => told(difference, None, options),
        (true, true) => told(difference, Some(comparison), options),
        (true, false) => overview(comparison, difference, options),
    }
}

/// The page of a comparison in short: the briefing, then what is contested, shared and left out.
fn overview(comparison: &Comparison<'_>, difference: &Difference<'_>, options: &Options) -> Document {
    let words = Words::of(difference.corpus, &[&difference.a, &difference.b], options);
    let sides = words.sides(&difference.a, &difference.b);
    let briefing = Briefing::of(comparison);
    let lines = brief::Lines::new(comparison, words, &sides);
    let mut page = vec![title(words, &sides)];
    brief::write(&mut page, &briefing, &lines);
    subjects(&mut page, difference, words, &sides);
    Overview { difference, briefing: &briefing, lines: &lines, sides: &sides }.write(&mut page);
    page.push(Block::Paragraph(RichText::default().faint(&words.say.text("overview-hint"))));
    page
}

fn title(words: Words<'_>, sides: &[String; 2]) -> Block {
    let both = [("a", &*sides[0], 0), ("b", &*sides[1], 1)];
    Block::Heading(1, RichText::message(words.say, "diff-title", both, []))
}

/// What each side rests on, and how the two are read.
fn subjects(page: &mut Document, difference: &Difference<'_>, words: Words<'_>, sides: &[String; 2]) {
    let say = words.say;
    for (side, view) in [&difference.a, &difference.b].into_iter().enumerate() {
        let record = view.record(difference.corpus);
        let lead = RichText::default().of_side(&sides[side], side);
        page.push(Block::Item(lead.plain(&format!(": {}", subject(words, view, record.len())))));
        let aggregation = view.aggregation(difference.corpus);
        let within = record.iter().filter(|id| aggregation.is_within(difference.corpus.relation(**id))).count();
        if within > 0 {
            let named = [("side", &*sides[side], side)];
            page.push(Block::Item(RichText::message(say, "diff-within-one-actor", named, [("n", within.into())])));
        }
    }
    page.push(Block::Paragraph(say.text("diff-intro").into()));
    if difference.left_out > 0 {
        page.push(Block::Paragraph(say.count("diff-left-out", difference.left_out).into()));
    }
}

/// The page of a difference.
pub(super) fn page(difference: &Difference<'_>, options: &Options) -> Document {
    told(difference, None, options)
}

fn told(difference: &Difference<'_>, briefed: Option<&Comparison<'_>>, options: &Options) -> Document {
    let words = Words::of(difference.corpus, &[&difference.a, &difference.b], options);
    let sides = words.sides(&difference.a, &difference.b);
    let mut page = vec![title(words, &sides)];
    subjects(&mut page, difference, words, &sides);
    if let Some(comparison) = briefed {
        let lines = brief::Lines::new(comparison, words, &sides);
        brief::write(&mut page, &Briefing::of(comparison), &lines);
    }
    Issues { difference, words, sides: &sides, options }.write(&mut page);
    if is_of_issues(difference) {
        return page;
    }
    verdicts(&mut page, difference, words, &sides);
    Dyads { difference, words, sides: &sides, options }.write(&mut page);
    if !options.is_of_part() {
        sections::write(&mut page, difference, words, &sides);
    }
    if !options.all {
        page.push(Block::Paragraph(RichText::default().faint(&words.say.text("diff-hint"))));
    }
    page
}

/// Whether both views ask for issues, and so for no statements.
fn is_of_issues(difference: &Difference<'_>) -> bool {
    [&difference.a, &difference.b].iter().all(|view| view.filter.asks_for_positions())
}

/// What a view rests on: works, what it selects, how many statements, or positions if it asks for these.
pub(super) fn subject(words: Words<'_>, view: &View, statements: usize) -> String {
    works(words, view) + &selection(words, view, statements)
}

/// The same without the works.
pub(super) fn selection(words: Words<'_>, view: &View, statements: usize) -> String {
    let which = view.which();
    let selected = if which.is_empty() {
        String::new()
    } else {
        words.say.with("network-selected", [("keys", which.into())]) + " "
    };
    let said = if view.filter.asks_for_positions() {
        positions::counted(words, view.positions(words.corpus))
    } else {
        words.say.count("count-statements", statements)
    };
    format!("{selected}{said}.")
}

/// "Title (publisher, date). " of every work of the authors.
fn works(words: Words<'_>, view: &View) -> String {
    let works = view.authors.iter().flat_map(|author| words.corpus.works_of(*author));
    let said = works.map(|(_, work)| {
        let date = work.date.as_ref().map(|date| date.words(words.say));
        let from: Vec<String> = work.publisher.iter().map(ToString::to_string).chain(date).collect();
        if from.is_empty() { format!("{}. ", work.title) } else { format!("{} ({}). ", work.title, from.join(", ")) }
    });
    said.collect()
}

fn verdicts(page: &mut Document, difference: &Difference<'_>, words: Words<'_>, sides: &[String; 2]) {
    let (say, numbers) = (words.say, &difference.numbers);
    page.push(Block::Heading(2, RichText::default().strong(&say.text("diff-verdicts"))));
    let [a, b] = sides.each_ref().map(|side| words.side(side));
    let only = |side: &str| say.with("verdict-only", [("side", side.into())]);
    let silent = |side: &str, view| {
        let values = [("side", side.into()), ("number", number(words.several(view)))];
        capital(&say.with("verdict-meaning-only", values))
    };
    let named = |name: &str| match name {
        "only-a" => (only(&a), silent(&b, &difference.b)),
        "only-b" => (only(&b), silent(&a, &difference.a)),
        name => (say.word("verdict", name), say.word("verdict-meaning", name)),
    };
    let both = numbers.verdicts.iter().zip(&numbers.rolled_up);
    let rows = both.map(|((name, number), (_, rolled_up))| {
        let (name, meaning) = named(name);
        let [number, rolled_up] = [number, rolled_up].map(|number| RichText::from(number.to_string()));
        vec![RichText::default().strong(&name), number, rolled_up, RichText::from(meaning)]
    });
    let heads = [
        say.text("column-verdict"),
        say.text("column-dyads"),
        say.text("column-via-roll-up"),
        say.text("column-meaning"),
    ];
    page.push(Block::Table(heads.to_vec(), rows.collect()));
    page.extend(pairs(difference, words).map(|line| Block::Paragraph(line.into())));
}

/// How many pairs of claims there are, and in what they differ; none if there are none.
fn pairs(difference: &Difference<'_>, words: Words<'_>) -> Option<String> {
    let say = words.say;
    let differing = difference.numbers.differing.iter().filter(|(_, number)| *number > 0);
    let ways = differing.map(|(name, number)| match *name {
        "agrees" => say.with("diff-agree", [("n", (*number).into())]),
        name => say.with("diff-differ", [("n", (*number).into()), ("way", say.word("differs", name).into())]),
    });
    let ways = say.all_of(&ways.collect::<Vec<_>>());
    let pairs: usize = difference.dyads.iter().map(|dyad| dyad.pairs.len()).sum();
    (pairs > 0).then(|| say.with("diff-pairs", [("n", pairs.into()), ("ways", ways.into())]))
}
