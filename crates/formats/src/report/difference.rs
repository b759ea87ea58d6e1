//! A difference on a page: whose, how often which verdict, dyad by dyad, and what stands beside the dyads.

use parallax_core::diff::Difference;
use parallax_core::model::{Corpus, Period};
use parallax_core::network::{Lift, View};

use super::grammar::{capital, within};
use super::page::{Block, Line, Page};
use super::words::{Words, count, join};
use super::{Options, beside, dyads::Dyads};

/// The page of a difference.
pub(super) fn page(difference: &Difference<'_>, options: &Options) -> Page {
    let words = Words::of(difference.corpus, &[&difference.a, &difference.b], options);
    let sides = words.sides(&difference.a, &difference.b);
    let mut page = vec![Block::Heading(1, Line::default().of_side(&sides[0], 0).plain(" and ").of_side(&sides[1], 1))];
    for (side, view) in [&difference.a, &difference.b].into_iter().enumerate() {
        let lead = Line::default().of_side(&sides[side], side);
        page.push(Block::Item(
            lead.plain(&format!(": {}", subject(words, view, view.record(difference.corpus).len()))),
        ));
        let lift = Lift::new(difference.corpus, view.level);
        let record = view.record(difference.corpus);
        let within = record.iter().filter(|id| lift.is_within(difference.corpus.relation(**id))).count();
        if within > 0 {
            let lead = Line::default().of_side(&sides[side], side);
            let within = count(within, "statement");
            page.push(Block::Item(lead.plain(&format!(": {within} within one actor, which no dyad has."))));
        }
    }
    page.push(Block::Paragraph(
        "Two witnesses, side by side. Where only one speaks, the other is silent, which is not to deny. What is held now is \
         friendly, hostile, both or neutral; all else that is said, of the past, as possible or by others, is read as well."
            .into(),
    ));
    verdicts(&mut page, difference, words, &sides);
    Dyads { difference, words, sides: &sides, options }.write(&mut page);
    if options.verdicts.is_empty() {
        beside::write(&mut page, difference, words, &sides);
    }
    if !options.all {
        page.push(Block::Paragraph(Line::default().faint(
            "Paragraphs of the texts are in brackets: p1 is the first. \
            All claims, silences of every grade and whole anchors: --all",
        )));
    }
    page
}

/// What a view rests on: works, what it selects, how many statements.
pub(super) fn subject(words: Words<'_>, view: &View, statements: usize) -> String {
    let which = view.which();
    let selected = if which.is_empty() { String::new() } else { format!("Selected: {which}. ") };
    format!("{}{selected}{}.", works(words.corpus, view), count(statements, "statement"))
}

/// "Title (publisher, date). " of every work of the authors.
fn works(corpus: &Corpus, view: &View) -> String {
    let works = view.authors.iter().flat_map(|author| corpus.works_of(*author));
    let said = works.map(|(_, work)| {
        let date = work.date.as_ref().map(Period::words);
        let from: Vec<String> = work.publisher.iter().map(ToString::to_string).chain(date).collect();
        if from.is_empty() { format!("{}. ", work.title) } else { format!("{} ({}). ", work.title, from.join(", ")) }
    });
    said.collect()
}

fn verdicts(page: &mut Page, difference: &Difference<'_>, words: Words<'_>, sides: &[String; 2]) {
    let numbers = &difference.numbers;
    page.push(Block::Heading(2, Line::default().strong("Verdicts, dyad by dyad")));
    let [a, b] = sides.each_ref().map(|side| within(side));
    let silent =
        |side: &str, view| capital(&format!("{side} {} silent", if words.several(view) { "are" } else { "is" }));
    let meaning = |name: &str| match name {
        "denied" => "one holds a type, or a sign, that the other denies".to_owned(),
        "sign-conflict" => "held now: all friendly for one, all hostile for the other".to_owned(),
        "ambivalent" => "one holds both signs now, the other only one".to_owned(),
        "valued" => "neutral for one, friendly or hostile for the other".to_owned(),
        "possible" => {
            "held now by one; the other has it as said, possible, to come, wished for, feared or past".to_owned()
        }
        "same-sign" => "none of these; what differs is said pair by pair".to_owned(),
        "only-a" => silent(&sides[1], &difference.b),
        _ => silent(&sides[0], &difference.a),
    };
    let both = numbers.verdicts.iter().zip(&numbers.rolled_up);
    let rows = both.map(|((name, number), (_, rolled_up))| {
        let shown = match *name {
            "only-a" => format!("only {a}"),
            "only-b" => format!("only {b}"),
            name => name.to_owned(),
        };
        let numbers = [number, rolled_up].map(|number| Line::from(number.to_string()));
        let [number, rolled_up] = numbers;
        vec![Line::default().strong(&shown), number, rolled_up, Line::from(meaning(name))]
    });
    page.push(Block::Table(["verdict", "dyads", "via roll-up", "meaning"].map(str::to_owned).to_vec(), rows.collect()));
    let ways: Vec<String> = numbers
        .differing
        .iter()
        .filter(|(_, number)| *number > 0)
        .map(|(name, number)| if *name == "agrees" { format!("{number} agree") } else { format!("{number} in {name}") })
        .collect();
    let pairs: usize = difference.dyads.iter().map(|dyad| dyad.pairs.len()).sum();
    if pairs > 0 {
        let ways =
            format!("Of {} of claims that answer each other, differ or agree: {}.", count(pairs, "pair"), join(&ways));
        page.push(Block::Paragraph(ways.into()));
    }
}
