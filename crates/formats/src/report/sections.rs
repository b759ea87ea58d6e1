//! What stands beside the dyads of a difference: actors, frames, structure, numbers.

use parallax_core::diff::{ActorView, Difference, FrameReading, NetworkShape};
use parallax_core::messages::Value;
use parallax_core::model::{ActorId, Reading};
use parallax_core::network::View;

use super::document::{Block, ClaimItem, Document, RichText, Row};
use super::names::number;
use super::words::Words;

/// Shared actors that are shown unless all are asked for.
const SHOWN: usize = 10;

/// Ranks at least this far apart are remarked upon.
const FAR: usize = 5;

/// Writes all of it.
pub(super) fn write(page: &mut Document, difference: &Difference<'_>, words: Words<'_>, sides: &[String; 2]) {
    actors(page, difference, words, sides);
    frames(page, difference, words, sides);
    structure(page, difference, words, sides);
    numbers(page, difference, words, sides);
}

fn actors(page: &mut Document, difference: &Difference<'_>, words: Words<'_>, sides: &[String; 2]) {
    page.push(Block::Heading(2, RichText::default().strong(&words.say.text("actors-title"))));
    shared(page, difference, words, sides);
    only(page, difference, words, sides);
    grains(page, difference, words, sides);
}

/// The actors of both, as far as they stand differently or there is room.
fn shared(page: &mut Document, difference: &Difference<'_>, words: Words<'_>, sides: &[String; 2]) {
    let (say, actors) = (words.say, &difference.actors);
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
        page.push(Block::Paragraph(say.text("actors-intro").into()));
        let degree = |view: &ActorView, side: usize| match view.rank[side] {
            0 => say.text("actors-none-now"),
            rank => {
                let [acts, suffers, rank] = [view.out[side], view.into[side], rank].map(Value::from);
                say.with("actors-degree", [("acts", acts), ("suffers", suffers), ("rank", rank)])
            }
        };
        let rows = shown.into_iter().map(|(view, remark)| {
            let name = RichText::default().strong(words.actor(view.actor));
            vec![name, degree(view, 0).into(), degree(view, 1).into(), remark.into()]
        });
        let [a, b] = sides.clone();
        let heads = vec![say.text("column-actor"), a, b, say.text("column-what-differs")];
        page.push(Block::Table(heads, rows.collect()));
    }
    if left > 0 {
        page.push(Block::Paragraph(RichText::default().faint(&say.count("actors-more", left))));
    }
}

/// The actors that one side alone names, or alone relates.
fn only(page: &mut Document, difference: &Difference<'_>, words: Words<'_>, sides: &[String; 2]) {
    let actors = &difference.actors;
    for (side, only) in [&actors.only_a, &actors.only_b].into_iter().enumerate() {
        let names = only.iter().map(|view| view.actor);
        let (elsewhere, nowhere): (Vec<ActorId>, Vec<ActorId>) =
            names.partition(|actor| actors.mentions(1 - side, *actor));
        let named = words.side(&sides[side]);
        let named = [("side", &*named, side)];
        let listed = |names: &[ActorId]| [("n", names.len().into()), ("actors", words.names(names).into())];
        if !nowhere.is_empty() {
            page.push(Block::Item(RichText::message(words.say, "actors-only", named, listed(&nowhere))));
        }
        if !elsewhere.is_empty() {
            let other = ("other", words.side(&sides[1 - side]).into());
            let [count, names] = listed(&elsewhere);
            page.push(Block::Item(RichText::message(words.say, "actors-elsewhere", named, [other, count, names])));
        }
    }
}

/// Where one side names a whole and the other its parts.
fn grains(page: &mut Document, difference: &Difference<'_>, words: Words<'_>, sides: &[String; 2]) {
    for grain in &difference.actors.granularity {
        let [parts_in, whole_in] = [grain.parts_in, 1 - grain.parts_in];
        let named = |side: usize| words.side(&sides[side]).into();
        let several = |side: usize| number(words.several([&difference.a, &difference.b][side]));
        let values = [
            ("side", named(whole_in)),
            ("number", several(whole_in)),
            ("whole", words.actors(&[grain.whole]).into()),
            ("other", named(parts_in)),
            ("other-number", several(parts_in)),
            ("parts", words.actors(&grain.parts).into()),
        ];
        page.push(Block::Item(words.say.with("actors-grain", values).into()));
    }
}

/// In what an actor of both stands differently: who acts, whose centre it is.
fn remark(view: &ActorView, words: Words<'_>, sides: &[String; 2]) -> String {
    let say = words.say;
    let sides = sides.each_ref().map(|side| words.side(side));
    let several = || [("number", number(words.actor_several(view.actor)))];
    let role = |side: usize| match (view.out[side], view.into[side]) {
        (out, into) if out >= 2 && out >= 2 * into => Some(say.with("remark-acts", several())),
        (out, into) if into >= 2 && into >= 2 * out => Some(say.with("remark-acted-upon", several())),
        _ => None,
    };
    let said = |side: usize| view.out[side] + view.into[side];
    let mut parts = Vec::new();
    if let (Some(role_a), Some(role_b)) = (role(0), role(1))
        && role_a != role_b
    {
        let [a, b] = sides.each_ref().map(|side| Value::from(&**side));
        let roles = [("role-a", role_a.into()), ("a", a), ("role-b", role_b.into()), ("b", b)];
        parts.push(say.with("remark-roles", roles));
    }
    if view.rank.contains(&0) != (view.rank == [0, 0]) {
        let holder = usize::from(view.rank[0] == 0);
        parts.push(say.with("remark-held-by-one", [("side", (&*sides[holder]).into())]));
    } else if view.rank[0].abs_diff(view.rank[1]) >= FAR
        && let higher = usize::from(view.rank[1] < view.rank[0])
        && said(higher) > said(1 - higher)
    {
        let [number] = several();
        parts.push(say.with("remark-weighs", [number, ("side", (&*sides[higher]).into())]));
    }
    parts.join("; ")
}

fn frames(page: &mut Document, difference: &Difference<'_>, words: Words<'_>, sides: &[String; 2]) {
    let (both, one): (Vec<_>, Vec<_>) = difference.frames.iter().partition(|frame| frame.read_by == [true, true]);
    if both.is_empty() && one.is_empty() {
        return;
    }
    page.push(Block::Heading(2, RichText::default().strong(&words.say.text("frames-title"))));
    let views = [&difference.a, &difference.b];
    for frame in both {
        let readings = views.map(|view| readings(difference, frame, view));
        let name = readings.iter().flatten().next().map_or("", |reading| &reading.name);
        page.push(Block::Heading(3, RichText::default().strong(name)));
        let said = readings.map(|readings| readings.into_iter().map(|reading| claim(words, reading)).collect());
        let [a, b] = frame.statements.map(Value::from);
        let named = |side: usize| Value::from(&*sides[side]);
        let what = words.say.with("frames-both", [("n", a), ("a", named(0)), ("n-b", b), ("b", named(1))]);
        page.push(Block::Sides(sides.clone(), vec![Row { what: what.into(), sides: said }]));
    }
    for side in 0..2 {
        let alone = one.iter().filter(|frame| frame.read_by[side]);
        for reading in alone.flat_map(|frame| readings(difference, frame, views[side])) {
            let named = words.side(&sides[side]);
            let lead = RichText::message(words.say, "frames-only", [("side", &named, side)], []).plain(" ");
            page.push(Block::ClaimItem(lead, claim(words, reading)));
        }
    }
}

fn readings<'a>(difference: &'a Difference<'_>, frame: &FrameReading, view: &View) -> Vec<&'a Reading> {
    let frame = difference.corpus.frames.get(frame.frame);
    frame.readings.iter().filter(|reading| view.authors.contains(&reading.author)).collect()
}

/// A reading of a frame: name, kind, when, who takes part, who is like whom; its lesson and places.
fn claim(words: Words<'_>, reading: &Reading) -> ClaimItem {
    let say = words.say;
    let when = reading.when.as_ref().map_or_else(String::new, |when| format!(", {}", when.words(say)));
    let kind = say.word("frame-kind", reading.kind.word());
    let mut parts = vec![format!("{} ({kind}{when})", reading.name)];
    let actors = |actors: &[ActorId]| [("actors", words.actors(actors).into())];
    if !reading.participants.is_empty() {
        parts.push(format!(" {}", say.with("reading-with", actors(&reading.participants))));
    }
    if !reading.absent.is_empty() {
        parts.push(say.with("reading-without", actors(&reading.absent)));
    }
    let likened = reading.likens.iter().map(|(then, now)| {
        let then = words.corpus.actors.find(then).map_or_else(|| then.to_string(), |actor| words.within(actor));
        say.with("reading-likened", [("then", then.into()), ("now", words.within(*now).into())])
    });
    let likened: Vec<String> = likened.collect();
    if !likened.is_empty() {
        parts.push(say.with("reading-likens", [("pairs", say.all_of(&likened).into())]));
    }
    words.as_claim(&parts.concat(), &reading.gloss, reading.author, (None, &reading.evidence))
}

fn structure(page: &mut Document, difference: &Difference<'_>, words: Words<'_>, sides: &[String; 2]) {
    page.push(Block::Heading(2, RichText::default().strong(&words.say.text("structure-title"))));
    for (side, shape) in difference.structure().shapes.iter().enumerate() {
        for part in [centres(words, shape), camps(words, shape), triads(words, shape)] {
            if !part.is_empty() {
                page.push(Block::Item(RichText::default().of_side(&sides[side], side).plain(&format!(": {part}"))));
            }
        }
    }
}

fn centres(words: Words<'_>, shape: &NetworkShape) -> String {
    let centres = shape.centres.iter().take(NetworkShape::CENTRES);
    let more = shape.centres.len().saturating_sub(NetworkShape::CENTRES);
    let named: Vec<String> =
        centres.map(|centre| format!("{} ({})", words.actor(centre.actor), centre.partners)).collect();
    let actors = || ("actors", words.say.all_of(&named).into());
    match more {
        _ if named.is_empty() => String::new(),
        0 => words.say.with("structure-centres", [actors()]),
        more => words.say.with("structure-centres-more", [actors(), ("n", more.into())]),
    }
}

fn camps(words: Words<'_>, shape: &NetworkShape) -> String {
    let say = words.say;
    let Some(found) = &shape.partition else {
        let (actors, dyads) = (NetworkShape::MOST_ACTORS.to_string(), NetworkShape::MOST_DYADS.to_string());
        return say.with("structure-too-large", [("actors", actors.into()), ("dyads", dyads.into())]);
    };
    let camps: Vec<String> = found.members.iter().map(|camp| format!("({})", words.names(camp))).collect();
    if camps.is_empty() {
        return String::new();
    }
    let frustration = match found.frustration {
        0 => say.text("structure-none-misplaced"),
        some => say.count("structure-misplaced", some),
    };
    say.with("structure-camps", [("misplaced", frustration.into()), ("camps", camps.join(" | ").into())])
}

fn triads(words: Words<'_>, shape: &NetworkShape) -> String {
    let Some(triads) = &shape.triads else { return String::new() };
    if triads.balanced + triads.unbalanced == 0 {
        return words.say.text("structure-no-triad");
    }
    let limit = if words.full { usize::MAX } else { SHOWN };
    let named: Vec<String> =
        triads.named.iter().take(limit).map(|triad| triad.map(|actor| words.actor(actor)).join(" – ")).collect();
    let listed = if named.is_empty() { String::new() } else { format!(": {}", named.join("; ")) };
    let dots = if triads.unbalanced > limit.min(triads.named.len()) { "; ..." } else { "" };
    let counts = [("n", triads.balanced.into()), ("unbalanced", triads.unbalanced.into())];
    format!("{}{listed}{dots}.", words.say.with("structure-triads", counts))
}

fn numbers(page: &mut Document, difference: &Difference<'_>, words: Words<'_>, sides: &[String; 2]) {
    let (say, numbers) = (words.say, &difference.numbers);
    page.push(Block::Heading(2, RichText::default().strong(&say.text("numbers-title"))));
    let ratio = |value: Option<f64>| value.map_or_else(|| say.text("numbers-none"), |value| say.decimal(value, 2));
    let silences: Vec<String> = numbers.silences.iter().map(ToString::to_string).collect();
    let [a, b] = sides.each_ref().map(|side| words.side(side).into());
    let rows = [
        (say.text("numbers-actors"), ratio(numbers.jaccard_actors), say.text("numbers-actors-meaning")),
        (say.text("numbers-dyads"), ratio(numbers.jaccard_dyads), say.text("numbers-dyads-meaning")),
        (say.text("numbers-claims"), ratio(numbers.jaccard_claims), say.text("numbers-claims-meaning")),
        (
            say.text("numbers-signs"),
            ratio(numbers.sign_agreement),
            say.with("numbers-signs-meaning", [("n", numbers.signed_dyads.into())]),
        ),
        (say.text("numbers-silences"), silences.join(", "), say.text("numbers-silences-meaning")),
        (
            say.text("numbers-beside"),
            format!("{}, {}", numbers.more[0], numbers.more[1]),
            say.with("numbers-beside-meaning", [("a", a), ("b", b)]),
        ),
    ];
    let rows = rows
        .into_iter()
        .map(|(name, value, meaning)| vec![RichText::default().strong(&name), value.into(), meaning.into()]);
    let heads = vec![say.text("column-measure"), say.text("column-value"), say.text("column-meaning")];
    page.push(Block::Table(heads, rows.collect()));
}
