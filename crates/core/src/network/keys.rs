//! The keys of the selection language: one entry each, from which parsing, flags and help follow.

use super::lookup::{Refusal, choice, find_actor, unknown};
use super::{Collective, Level, View};
use crate::model::selection::Value;
use crate::model::{
    ActorId, Attitude, CastRole, Corpus, Holder, Id, Layer, Mode, Period, Position, RareFields, Relation, Sign, Stance,
    Standing, WorkId, how_to_write,
};

/// A key that a view can name.
pub struct Key {
    /// Its name, in views and as a flag.
    pub name: &'static str,
    /// The values, for help.
    pub values: &'static str,
    /// What it selects, in one line.
    pub about: &'static str,
    /// Whether it takes several values; one that does not is given once.
    pub many: bool,
    /// Adds a value to a view.
    pub(super) set: Set,
}

/// How a value is added to a view.
#[derive(Clone, Copy)]
pub(super) enum Set {
    /// An actor, into this list.
    Actor(fn(&mut View) -> &mut Vec<ActorId>),
    /// By what it says.
    Name(fn(&mut View, &str, &Corpus) -> Result<(), Refusal>),
    /// With what may follow a name: steps around it.
    Around(fn(&mut View, &Value<'_>, &Corpus) -> Result<(), Refusal>),
}

/// Every key, in the order of help.
pub static KEYS: &[Key] = &[
    Key {
        name: "actor",
        values: "ID",
        about: "relations of these actors",
        many: true,
        set: Set::Actor(|view| &mut view.filter.actors),
    },
    Key {
        name: "near",
        values: "ID[~STEPS]",
        about: "the neighbourhood of an actor, one step unless said",
        many: false,
        set: Set::Around(near),
    },
    Key {
        name: "between",
        values: "ID",
        about: "relations among these actors alone",
        many: true,
        set: Set::Actor(|view| &mut view.filter.between),
    },
    Key {
        name: "with",
        values: "ID",
        about: "what is done together with these",
        many: true,
        set: Set::Actor(|view| &mut view.filter.roles.with),
    },
    Key {
        name: "against",
        values: "ID",
        about: "what is done against these",
        many: true,
        set: Set::Actor(|view| &mut view.filter.roles.against),
    },
    Key {
        name: "excluding",
        values: "ID",
        about: "what keeps these out",
        many: true,
        set: Set::Actor(|view| &mut view.filter.roles.excluding),
    },
    Key {
        name: "benefiting",
        values: "ID",
        about: "what these gain by",
        many: true,
        set: Set::Actor(|view| &mut view.filter.roles.benefiting),
    },
    Key {
        name: "cast",
        values: "hero|villain|victim|beneficiary",
        about: "what casts somebody in this role",
        many: true,
        set: Set::Name(cast),
    },
    Key { name: "type", values: "ID", about: "relation types", many: true, set: Set::Name(kind) },
    Key {
        name: "sign",
        values: "+1|0|-1",
        about: "signs: positive (1), neutral (0), negative (-1)",
        many: true,
        set: Set::Name(sign),
    },
    Key {
        name: "stance",
        values: "asserts|endorses|reports|doubts|rejects",
        about: "how the author stands to it",
        many: true,
        set: Set::Name(stance),
    },
    Key {
        name: "standing",
        values: "holds|open|denies|any",
        about: "whether the author holds it",
        many: true,
        set: Set::Name(standing),
    },
    Key { name: "holder", values: "ID|LABEL", about: "whose claim it is", many: true, set: Set::Name(holder) },
    Key {
        name: "negated",
        values: "true|false",
        about: "claims that something does not hold",
        many: false,
        set: Set::Name(negated),
    },
    Key {
        name: "mode",
        values: "actual|historical|future|hypothetical",
        about: "in which world it holds",
        many: true,
        set: Set::Name(mode),
    },
    Key {
        name: "attitude",
        values: "wants|fears|intends|ought",
        about: "what the holder feels about it",
        many: true,
        set: Set::Name(attitude),
    },
    Key {
        name: "period",
        values: "EDTF",
        about: "what can overlap a period; undated statements always can",
        many: false,
        set: Set::Name(period),
    },
    Key { name: "facet", values: "ID", about: "in which respect", many: true, set: Set::Name(facet) },
    Key {
        name: "frame",
        values: "ID",
        about: "statements of a framework, analogy or event",
        many: true,
        set: Set::Name(frame),
    },
    Key {
        name: "issue",
        values: "ID",
        about: "answers to these issues, and no statements",
        many: true,
        set: Set::Name(issue),
    },
    Key {
        name: "answer",
        values: "ID",
        about: "positions with these answers, and no statements",
        many: true,
        set: Set::Name(answer),
    },
    Key { name: "tag", values: "WORD", about: "statements with a tag", many: true, set: Set::Name(tag) },
    Key { name: "strength", values: "1|2|3", about: "at least this strong", many: false, set: Set::Name(strength) },
    Key { name: "work", values: "ID", about: "statements anchored in a work", many: true, set: Set::Name(work) },
    Key { name: "coder", values: "NAME", about: "statements of a coder", many: true, set: Set::Name(coder) },
    Key {
        name: "layer",
        values: "world|stance|voices",
        about: "what is said of the world, where its author stands, or who cites whom",
        many: true,
        set: Set::Name(layer),
    },
    Key {
        name: "level",
        values: "actor|state",
        about: "draw persons and institutions as their states",
        many: false,
        set: Set::Name(level),
    },
    Key {
        name: "collective",
        values: "whole|members",
        about: "draw what is said of several together, or of a body, on the whole or on each of its members",
        many: false,
        set: Set::Name(collective),
    },
];

fn near(view: &mut View, value: &Value<'_>, corpus: &Corpus) -> Result<(), Refusal> {
    let whole = if value.after.is_empty() { find_actor(&value.text, corpus) } else { Err(Default::default()) };
    let centre = match (whole, value.steps()) {
        (Ok(actor), _) => (actor, 1),
        (Err(_), Some((name, steps))) => {
            let wrong = || (format!("`{steps}` is no number of steps"), Some("write near=us~2".to_owned()));
            let steps = steps.trim().parse().map_err(|_| wrong())?;
            (find_actor(name.trim(), corpus)?, steps)
        }
        (Err(_), None) if !value.after.is_empty() => {
            return Err((
                format!("`{}` follows the closing quote", value.after),
                Some("write near=\"us\"~2".to_owned()),
            ));
        }
        (Err(refusal), None) => return Err(refusal),
    };
    view.filter.near = Some(centre);
    Ok(())
}

fn kind(view: &mut View, value: &str, corpus: &Corpus) -> Result<(), Refusal> {
    let found = corpus.types.find(value).ok_or_else(|| unknown("relation type", value, corpus.types.names()))?;
    view.filter.types.push(found);
    Ok(())
}

fn cast(view: &mut View, value: &str, _: &Corpus) -> Result<(), Refusal> {
    view.filter.casts.push(choice("role", value, CastRole::WORDS)?);
    Ok(())
}

fn sign(view: &mut View, value: &str, _: &Corpus) -> Result<(), Refusal> {
    let named = Sign::ALL.into_iter().find(|sign| sign.name() == value);
    let found = named.or_else(|| value.parse().ok().and_then(Sign::from_number));
    view.filter.signs.push(found.ok_or_else(|| {
        (format!("no sign `{value}`"), Some("one of 1, 0, -1, positive, neutral, negative".to_owned()))
    })?);
    Ok(())
}

fn stance(view: &mut View, value: &str, _: &Corpus) -> Result<(), Refusal> {
    view.filter.stances.push(choice("stance", value, Stance::WORDS)?);
    Ok(())
}

fn standing(view: &mut View, value: &str, _: &Corpus) -> Result<(), Refusal> {
    if value == "any" {
        view.filter.any_standing = true;
    } else {
        view.filter.standings.push(choice("standing", value, Standing::WORDS)?);
    }
    Ok(())
}

fn holder(view: &mut View, value: &str, corpus: &Corpus) -> Result<(), Refusal> {
    let holder = find_actor(value, corpus).map_or_else(|_| Holder::Label(value.into()), Holder::Actor);
    let all = || {
        let of_positions = corpus.positions().iter().flat_map(Position::holders);
        corpus.relations().iter().flat_map(Relation::holders).chain(of_positions)
    };
    if !all().any(|known| *known == holder) {
        let known = all().map(|holder| match holder {
            Holder::Actor(actor) => corpus.actors.name(*actor),
            Holder::Label(label) => label,
        });
        return Err(unknown("holder", value, known));
    }
    view.filter.holders.push(holder);
    Ok(())
}

fn negated(view: &mut View, value: &str, _: &Corpus) -> Result<(), Refusal> {
    view.filter.negated = Some(choice("truth value", value, &[("true", true), ("false", false)])?);
    Ok(())
}

fn mode(view: &mut View, value: &str, _: &Corpus) -> Result<(), Refusal> {
    view.filter.modes.push(choice("mode", value, Mode::WORDS)?);
    Ok(())
}

fn attitude(view: &mut View, value: &str, _: &Corpus) -> Result<(), Refusal> {
    view.filter.attitudes.push(choice("attitude", value, Attitude::WORDS)?);
    Ok(())
}

fn period(view: &mut View, value: &str, _: &Corpus) -> Result<(), Refusal> {
    let read = Period::parse(value)
        .map_err(|(why, _)| (format!("`{value}` is no EDTF date: {why}"), Some(how_to_write(value))))?;
    view.filter.period = Some(read);
    Ok(())
}

fn facet(view: &mut View, value: &str, corpus: &Corpus) -> Result<(), Refusal> {
    view.filter.facets.add(corpus.facets.find(value).ok_or_else(|| unknown("facet", value, corpus.facets.names()))?);
    Ok(())
}

fn frame(view: &mut View, value: &str, corpus: &Corpus) -> Result<(), Refusal> {
    let found = corpus.frames.find(value).ok_or_else(|| unknown("frame", value, corpus.frames.names()))?;
    view.filter.frames.push(found);
    Ok(())
}

fn issue(view: &mut View, value: &str, corpus: &Corpus) -> Result<(), Refusal> {
    let found = corpus.issues.find(value).ok_or_else(|| unknown("issue", value, corpus.issues.names()))?;
    view.filter.issues.push(found);
    Ok(())
}

fn answer(view: &mut View, value: &str, corpus: &Corpus) -> Result<(), Refusal> {
    if !corpus.issues.iter().any(|(_, _, issue)| issue.find(value).is_some()) {
        let all = corpus.issues.iter().flat_map(|(_, _, issue)| issue.all().map(|answer| issue.id_of(answer)));
        return Err(unknown("answer", value, all));
    }
    view.filter.answers.push(value.to_owned());
    Ok(())
}

/// The rare fields of all that is said.
fn rare_fields(corpus: &Corpus) -> impl Iterator<Item = &RareFields> {
    let of_positions = corpus.positions().iter().filter_map(|position| position.rare.as_deref());
    corpus.relations().iter().filter_map(|relation| relation.rare.as_deref()).chain(of_positions)
}

fn tag(view: &mut View, value: &str, corpus: &Corpus) -> Result<(), Refusal> {
    let all = || rare_fields(corpus).flat_map(|rare| &rare.tags).map(|tag| &**tag);
    if !all().any(|tag| tag == value) {
        return Err(unknown("tag", value, all()));
    }
    view.filter.tags.push(value.to_owned());
    Ok(())
}

fn strength(view: &mut View, value: &str, _: &Corpus) -> Result<(), Refusal> {
    view.filter.strength = choice("strength", value, &[("1", 1), ("2", 2), ("3", 3)])?;
    Ok(())
}

fn work(view: &mut View, value: &str, corpus: &Corpus) -> Result<(), Refusal> {
    let found: Vec<WorkId> = corpus
        .works
        .iter()
        .enumerate()
        .filter(|(_, work)| *work.id == *value)
        .map(|(index, _)| WorkId::from_index(index))
        .collect();
    if found.is_empty() {
        return Err(unknown("work", value, corpus.works.iter().map(|work| &*work.id)));
    }
    view.filter.works.extend(found);
    Ok(())
}

fn coder(view: &mut View, value: &str, corpus: &Corpus) -> Result<(), Refusal> {
    let of_files = corpus.authors.iter().filter_map(|(_, _, author)| author.coder.as_deref());
    let of_statements = rare_fields(corpus).filter_map(|rare| rare.coder.as_deref());
    let all: Vec<&str> = of_files.chain(of_statements).collect();
    if !all.contains(&value) {
        return Err(unknown("coder", value, all.into_iter()));
    }
    view.filter.coders.push(value.to_owned());
    Ok(())
}

fn layer(view: &mut View, value: &str, _: &Corpus) -> Result<(), Refusal> {
    view.filter.layers.push(choice("layer", value, Layer::WORDS)?);
    Ok(())
}

fn level(view: &mut View, value: &str, _: &Corpus) -> Result<(), Refusal> {
    view.level = choice("level", value, &[("actor", Level::Actor), ("state", Level::State)])?;
    Ok(())
}

fn collective(view: &mut View, value: &str, _: &Corpus) -> Result<(), Refusal> {
    view.collective = choice("collective", value, &[("whole", Collective::Whole), ("members", Collective::Members)])?;
    Ok(())
}
