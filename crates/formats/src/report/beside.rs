//! What stands beside the dyads of a difference: actors, frames, structure, numbers.

use parallax_core::diff::{ActorView, Difference, FrameReading, Shape};
use parallax_core::model::{ActorId, Reading};
use parallax_core::network::View;

use super::grammar::within;
use super::page::{Block, Claim, Line, Page, Row};
use super::words::{Words, count, join};

/// Shared actors that are shown unless all are asked for.
const SHOWN: usize = 10;

/// Ranks at least this far apart are remarked upon.
const FAR: usize = 5;

/// Writes all of it.
pub(super) fn write(page: &mut Page, difference: &Difference<'_>, words: Words<'_>, sides: &[String; 2]) {
    actors(page, difference, words, sides);
    frames(page, difference, words, sides);
    structure(page, difference, words, sides);
    numbers(page, difference, sides);
}

fn actors(page: &mut Page, difference: &Difference<'_>, words: Words<'_>, sides: &[String; 2]) {
    let actors = &difference.actors;
    page.push(Block::Heading(2, Line::default().strong("Actors")));
    let remarked = actors.shared.iter().map(|view| (view, remark(view, words, sides)));
    let limit = if words.full { usize::MAX } else { SHOWN };
    // Those that stand alike in both are shown as far as there is room; the order stays.
    let telling = actors.shared.iter().filter(|view| !remark(view, words, sides).is_empty()).count();
    let mut room = limit.saturating_sub(telling);
    let shown: Vec<(&ActorView, String)> = remarked
        .filter(|(_, remark)| {
            let fits = !remark.is_empty() || room > 0;
            room = room.saturating_sub(usize::from(remark.is_empty()));
            fits
        })
        .collect();
    let left = actors.shared.len() - shown.len();
    if !shown.is_empty() {
        let intro = "Of both, by statements held now: how often the actor acts / is acted upon, and its rank by the two together.";
        page.push(Block::Paragraph(intro.into()));
        let degree = |view: &ActorView, side: usize| match view.rank[side] {
            0 => Line::from("none now"),
            rank => Line::from(format!("{} / {}, rank {rank}", view.out[side], view.into[side])),
        };
        let rows = shown.into_iter().map(|(view, remark)| {
            let name = Line::default().strong(words.actor(view.actor));
            vec![name, degree(view, 0), degree(view, 1), remark.into()]
        });
        let heads = ["actor", &sides[0], &sides[1], "what differs"].map(str::to_owned).to_vec();
        page.push(Block::Table(heads, rows.collect()));
    }
    if left > 0 {
        page.push(Block::Paragraph(Line::default().faint(&format!("And {} of both.", count(left, "more actor")))));
    }
    for (side, only) in [&actors.only_a, &actors.only_b].into_iter().enumerate() {
        let names = only.iter().map(|view| view.actor);
        let (elsewhere, nowhere): (Vec<ActorId>, Vec<ActorId>) =
            names.partition(|actor| actors.mentions(1 - side, *actor));
        let groups = [
            (nowhere, "Only ", String::new()),
            (
                elsewhere,
                "Related by ",
                format!(" alone, and named by {}, but related to nobody else", within(&sides[1 - side])),
            ),
        ];
        for (names, before, after) in groups.into_iter().filter(|(names, ..)| !names.is_empty()) {
            let lead = Line::default().plain(before).of_side(&within(&sides[side]), side);
            page.push(Block::Item(lead.plain(&format!("{after} ({}): {}.", names.len(), words.names(&names)))));
        }
    }
    for grain in &actors.granularity {
        let [parts_in, whole_in] = [grain.parts_in, 1 - grain.parts_in];
        let names = |side: usize| {
            let several = words.several([&difference.a, &difference.b][side]);
            if several { "name" } else { "names" }
        };
        let said = format!(
            "Of another grain: {} {} {}, where {} alone {} {}.",
            within(&sides[whole_in]),
            names(whole_in),
            words.actors(&[grain.whole]),
            within(&sides[parts_in]),
            names(parts_in),
            words.actors(&grain.parts)
        );
        page.push(Block::Item(said.into()));
    }
}

/// In what an actor of both stands differently: who acts, whose centre it is.
fn remark(view: &ActorView, words: Words<'_>, sides: &[String; 2]) -> String {
    let sides = sides.each_ref().map(|side| within(side));
    let several = words.actor_several(view.actor);
    let role = |side: usize| match (view.out[side], view.into[side]) {
        (out, into) if out >= 2 && out >= 2 * into => Some(if several { "act" } else { "acts" }),
        (out, into) if into >= 2 && into >= 2 * out => Some(if several { "are acted upon" } else { "is acted upon" }),
        _ => None,
    };
    let said = |side: usize| view.out[side] + view.into[side];
    let mut parts = Vec::new();
    if let (Some(a), Some(b)) = (role(0), role(1))
        && a != b
    {
        parts.push(format!("{a} for {}, {b} for {}", sides[0], sides[1]));
    }
    if view.rank.contains(&0) != (view.rank == [0, 0]) {
        let holder = usize::from(view.rank[0] == 0);
        parts.push(format!("held now by {} alone", sides[holder]));
    } else if view.rank[0].abs_diff(view.rank[1]) >= FAR
        && let higher = usize::from(view.rank[1] < view.rank[0])
        && said(higher) > said(1 - higher)
    {
        parts.push(format!("{} more for {}", if several { "weigh" } else { "weighs" }, sides[higher]));
    }
    parts.join("; ")
}

fn frames(page: &mut Page, difference: &Difference<'_>, words: Words<'_>, sides: &[String; 2]) {
    let (both, one): (Vec<_>, Vec<_>) = difference.frames.iter().partition(|frame| frame.read_by == [true, true]);
    if both.is_empty() && one.is_empty() {
        return;
    }
    page.push(Block::Heading(2, Line::default().strong("Frames: frameworks, analogies, events")));
    let views = [&difference.a, &difference.b];
    for frame in both {
        let readings = views.map(|view| readings(difference, frame, view));
        let name = readings.iter().flatten().next().map_or("", |reading| &reading.name);
        page.push(Block::Heading(3, Line::default().strong(name)));
        let said = readings.map(|readings| readings.into_iter().map(|reading| claim(words, reading)).collect());
        let [a, b] = frame.statements;
        let what = format!("Both read it ({} of {}, {} of {}):", count(a, "statement"), sides[0], b, sides[1]);
        page.push(Block::Sides(sides.clone(), vec![Row { what: what.into(), sides: said }]));
    }
    for side in 0..2 {
        let alone = one.iter().filter(|frame| frame.read_by[side]);
        for reading in alone.flat_map(|frame| readings(difference, frame, views[side])) {
            let lead = Line::default().plain("Only ").of_side(&within(&sides[side]), side).plain(": ");
            page.push(Block::Claim(lead, claim(words, reading)));
        }
    }
}

fn readings<'a>(difference: &'a Difference<'_>, frame: &FrameReading, view: &View) -> Vec<&'a Reading> {
    let frame = difference.corpus.frames.get(frame.frame);
    frame.readings.iter().filter(|reading| view.authors.contains(&reading.author)).collect()
}

/// A reading of a frame: name, kind, when, who takes part, who is like whom; its lesson and places.
fn claim(words: Words<'_>, reading: &Reading) -> Claim {
    let when = reading.when.as_ref().map_or_else(String::new, |when| format!(", {}", when.words()));
    let mut parts = vec![format!("{} ({}{when})", reading.name, reading.kind.word())];
    if !reading.participants.is_empty() {
        parts.push(format!(" with {}", words.actors(&reading.participants)));
    }
    if !reading.absent.is_empty() {
        parts.push(format!(", without {}", words.actors(&reading.absent)));
    }
    let likened = reading.likens.iter().map(|(then, now)| {
        let then = words.corpus.actors.find(then).map_or_else(|| then.to_string(), |actor| words.within(actor));
        format!("{then} then to {} now", words.within(*now))
    });
    let likened: Vec<String> = likened.collect();
    if !likened.is_empty() {
        parts.push(format!("; it likens {}", join(&likened)));
    }
    words.as_claim(&parts.concat(), &reading.gloss, reading.author, (None, &reading.evidence))
}

fn structure(page: &mut Page, difference: &Difference<'_>, words: Words<'_>, sides: &[String; 2]) {
    page.push(Block::Heading(2, Line::default().strong("Structure of what is held now")));
    for (side, shape) in difference.structure().shapes.iter().enumerate() {
        for part in [centres(words, shape), camps(words, shape), triads(words, shape)] {
            if !part.is_empty() {
                page.push(Block::Item(Line::default().of_side(&sides[side], side).plain(&format!(": {part}"))));
            }
        }
    }
}

fn centres(words: Words<'_>, shape: &Shape) -> String {
    let centres = shape.centres.iter().take(Shape::CENTRES);
    let more = shape.centres.len().saturating_sub(Shape::CENTRES);
    let more = if more > 0 { format!(", and {more} more as many as the last") } else { String::new() };
    let named: Vec<String> =
        centres.map(|centre| format!("{} ({})", words.actor(centre.actor), centre.partners)).collect();
    if named.is_empty() { String::new() } else { format!("most partners have {}{more}.", join(&named)) }
}

fn camps(words: Words<'_>, shape: &Shape) -> String {
    let Some(found) = &shape.camps else {
        let (actors, dyads) = (Shape::MOST_ACTORS, Shape::MOST_DYADS);
        return format!("camps and triads are not searched for among more than {actors} actors or {dyads} dyads.");
    };
    let camps: Vec<String> = found.members.iter().map(|camp| format!("({})", words.names(camp))).collect();
    if camps.is_empty() {
        return String::new();
    }
    let misplaced = match found.misplaced {
        0 => "no tie out of place".to_owned(),
        some => format!("{} out of place, the fewest that were found", count(some, "tie")),
    };
    format!(
        "camps, friendly inside and hostile between, with {misplaced}; together in each such split: {}.",
        camps.join(" | ")
    )
}

fn triads(words: Words<'_>, shape: &Shape) -> String {
    let Some(triads) = &shape.triads else { return String::new() };
    if triads.balanced + triads.unbalanced == 0 {
        return "no triad has three signed dyads.".into();
    }
    let limit = if words.full { usize::MAX } else { SHOWN };
    let named: Vec<String> =
        triads.named.iter().take(limit).map(|triad| triad.map(|actor| words.actor(actor)).join(" – ")).collect();
    let listed = if named.is_empty() { String::new() } else { format!(": {}", named.join("; ")) };
    let dots = if triads.unbalanced > limit.min(triads.named.len()) { "; ..." } else { "" };
    format!(
        "{} (an even number of hostile dyads), {} unbalanced{listed}{dots}.",
        count(triads.balanced, "balanced triad"),
        triads.unbalanced
    )
}

fn numbers(page: &mut Page, difference: &Difference<'_>, sides: &[String; 2]) {
    let numbers = &difference.numbers;
    page.push(Block::Heading(2, Line::default().strong("Numbers")));
    let ratio = |value: Option<f64>| value.map_or("none".to_owned(), |value| format!("{value:.2}"));
    let [s1, s2, s3] = numbers.silences;
    let rows = [
        ("actors in common", ratio(numbers.jaccard_actors), "actors of both over actors of either (Jaccard)".into()),
        (
            "dyads in common",
            ratio(numbers.jaccard_dyads),
            "dyads of both over dyads of either, as named (Jaccard)".into(),
        ),
        ("claims in common", ratio(numbers.jaccard_claims), "agreeing pairs over all claims (Jaccard)".into()),
        ("sign agreement", ratio(numbers.sign_agreement), "same sign, of the shared dyads with one sign each".into()),
        (
            "silences",
            format!("{s1}, {s2}, {s3}"),
            "s1 both actors unrelated, s2 an actor lacking, s3 another time".into(),
        ),
        (
            "beside",
            format!("{}, {}", numbers.more[0], numbers.more[1]),
            format!("claims of {} alone, of {} alone on shared dyads", within(&sides[0]), within(&sides[1])),
        ),
    ];
    let rows = rows.into_iter().map(|(name, value, meaning): (&str, String, String)| {
        vec![Line::default().strong(name), value.into(), meaning.into()]
    });
    page.push(Block::Table(["measure", "value", "meaning"].map(str::to_owned).to_vec(), rows.collect()));
}
