//! Random corpora as files: in three notations, under any names, in any order.

use std::fmt::Write;

use serde_json::{Map, Value, json};

use crate::answers::{ANSWERS, ISSUES, is_reason, issue_text, position_record};
use crate::generator::Generator;
use crate::world::{Actor, Context, Core, FACETS, Frame, Statement, TYPES, Voice, World};

/// What everything is called. Numbers stay, names change.
#[derive(Debug, Clone)]
pub(crate) struct Names {
    actors: Vec<String>,
    types: Vec<String>,
    facets: Vec<String>,
    frames: Vec<String>,
    issues: Vec<String>,
    answers: Vec<String>,
    works: [String; 2],
    prefix: &'static str,
}

impl Names {
    /// Plain names, in the order of the numbers.
    pub(crate) fn plain() -> Self {
        Self::with("", &[0, 1, 2, 3, 4, 5, 6, 7])
    }

    /// Longer names in the same order.
    pub(crate) fn longer() -> Self {
        Self::with("the-", &[0, 1, 2, 3, 4, 5, 6, 7])
    }

    /// Names in another order.
    pub(crate) fn shuffled(seed: u64) -> Self {
        Self::with("", &Generator::new(seed).order(8))
    }

    fn with(prefix: &'static str, order: &[usize]) -> Self {
        let named = |what: &str, count: usize| -> Vec<String> {
            let ranks: Vec<usize> = order.iter().copied().filter(|rank| *rank < count).collect();
            ranks.iter().map(|rank| format!("{prefix}{what}-{rank}")).collect()
        };
        let works = named("work", 2);
        Self {
            actors: named("actor", 8),
            types: named("type", TYPES.len()),
            facets: named("facet", FACETS),
            frames: named("frame", 3),
            issues: named("issue", ISSUES),
            answers: named("answer", ANSWERS),
            works: [works[0].clone(), works[1].clone()],
            prefix,
        }
    }

    pub(crate) fn actor(&self, number: usize) -> &str {
        &self.actors[number]
    }

    /// The number of an actor's name; of several together those of all, as digits.
    pub(crate) fn number_of(&self, actor: &str) -> usize {
        let number = |actor: &str| self.actors.iter().position(|name| name == actor).expect("a name that was given");
        if !actor.contains('+') {
            return number(actor);
        }
        let mut members: Vec<usize> = actor.split('+').map(number).collect();
        members.sort_unstable();
        members.iter().fold(1, |digits, member| digits * 10 + member)
    }

    /// The facets' numbers, of their names.
    pub(crate) fn facet_of(&self, facet: &str) -> usize {
        self.facets.iter().position(|name| name == facet).expect("a name that was given")
    }

    pub(crate) fn facet(&self, number: usize) -> &str {
        &self.facets[number]
    }

    pub(crate) fn kind(&self, number: usize) -> &str {
        &self.types[number]
    }

    pub(crate) fn frame(&self, number: usize) -> &str {
        &self.frames[number]
    }

    pub(crate) fn issue(&self, number: usize) -> &str {
        &self.issues[number]
    }

    /// The number of an issue's name.
    pub(crate) fn number_of_issue(&self, issue: &str) -> usize {
        self.issues.iter().position(|name| name == issue).expect("a name that was given")
    }

    pub(crate) fn answer(&self, number: usize) -> &str {
        &self.answers[number]
    }

    pub(crate) fn actors(&self, numbers: &[usize]) -> Value {
        json!(numbers.iter().map(|number| self.actor(*number)).collect::<Vec<_>>())
    }

    /// Only what is pointed at needs an id; every third statement has none.
    pub(crate) fn statement(&self, number: usize) -> String {
        format!("{}said-{number}", self.prefix)
    }

    pub(crate) fn position(&self, number: usize) -> String {
        format!("{}held-{number}", self.prefix)
    }
}

/// A notation of the files of statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Notation {
    Toml,
    Json,
    Csv,
}

/// The authors' ids, in the order in which `parallax.toml` lists them.
pub(crate) const AUTHORS: [&str; 2] = ["thucydides", "herodotus"];

/// A file: its name and its text.
pub(crate) type File = (String, String);

pub(crate) type Record = Map<String, Value>;

/// A key with its value.
pub(crate) type Entry = (&'static str, Value);

/// Writes a corpus; with a seed, the entries stand in another order and the statements in other files.
pub(crate) fn written(world: &World, names: &Names, notation: Notation, seed: Option<u64>) -> Vec<File> {
    let mut files = vec![("parallax.toml".to_owned(), config())];
    let mut generator = seed.map(Generator::new);
    let mut shuffled = |records: Vec<Record>| match &mut generator {
        Some(generator) => generator.order(records.len()).into_iter().map(|at| records[at].clone()).collect(),
        None => records,
    };
    let actors = shuffled(world.actors.iter().enumerate().map(|(at, actor)| actor_record(at, actor, names)).collect());
    files.push(("actors/all.toml".to_owned(), toml("actor", &actors)));
    let types = shuffled((0..TYPES.len()).map(|number| type_record(number, names)).collect());
    let facets = shuffled((0..FACETS).map(|number| record(&[("id", json!(names.facets[number]))])).collect());
    files.push(("relations/codebook.toml".to_owned(), toml("type", &types) + &toml("facet", &facets)));
    let issues: Vec<String> =
        world.issues.iter().enumerate().map(|(number, issue)| issue_text(number, issue, names)).collect();
    let order = seed.map_or_else(|| (0..issues.len()).collect(), |seed| Generator::new(seed).order(issues.len()));
    files.push(("relations/issues.toml".to_owned(), order.into_iter().map(|at| issues[at].as_str()).collect()));
    for (author, id) in AUTHORS.iter().enumerate() {
        let statements = world.of(author);
        let records = statements.iter().map(|number| statement_record(world, *number, names)).collect();
        let records = shuffled(records);
        let works = shuffled(names.works.iter().map(|work| work_record(work)).collect());
        let read = world.frames.iter().enumerate().filter(|(_, frame)| frame.read_by[author]);
        let frames = shuffled(read.map(|(number, frame)| frame_record(number, frame, names)).collect());
        let head = format!("[author]\nid = \"{id}\"\nname = \"{id}\"\nactor = {:?}\ncoder = \"ada\"\n", names.actor(0));
        let head = head + &toml("work", &works) + &toml("frame", &frames);
        // Shuffled, a part of the statements goes into a file of its own, before or after the first.
        let cut = if seed.is_some() { records.len() / 2 } else { 0 };
        let (apart, rest) = records.split_at(cut);
        files.push((format!("relations/{id}.toml"), head + if notation == Notation::Toml { "" } else { "\n" }));
        add(&mut files, notation, &format!("{id}-rest"), id, ("relation", rest));
        add(&mut files, notation, &format!("a-{id}"), id, ("relation", apart));
        let positions = world.positions_of(author);
        let positions = shuffled(positions.iter().map(|number| position_record(world, *number, names)).collect());
        add(&mut files, notation, &format!("{id}-answers"), id, ("position", &positions));
    }
    files.sort_by_key(|(name, _)| (name != "parallax.toml", name.clone()));
    files
}

/// Adds a file of statements or positions.
fn add(files: &mut Vec<File>, notation: Notation, stem: &str, author: &str, (key, records): (&str, &[Record])) {
    if records.is_empty() {
        return;
    }
    let (ending, text) = match notation {
        Notation::Toml => ("toml", format!("author = \"{author}\"\n") + &toml(key, records)),
        Notation::Json => ("json", format!("{:#}\n", json!({ "author": author, key: records }))),
        Notation::Csv => ("csv", csv(author, records)),
    };
    files.push((format!("relations/{stem}.{ending}"), text));
}

fn config() -> String {
    let authors = AUTHORS.map(|id| format!("[[author]]\nid = \"{id}\"\n"));
    format!("title = \"Random\"\n{}", authors.concat())
}

pub(crate) fn record(entries: &[(&str, Value)]) -> Record {
    let said = entries.iter().filter(|(_, value)| !value.is_null() && *value != json!([]));
    said.map(|(key, value)| ((*key).to_owned(), value.clone())).collect()
}

fn actor_record(number: usize, actor: &Actor, names: &Names) -> Record {
    let id = names.actor(number);
    let dated = |(to, when): (usize, Option<&str>)| record(&[("actor", json!(names.actor(to))), ("when", json!(when))]);
    let larger = |larger: Option<(usize, Option<&str>)>| larger.map_or(Value::Null, |to| json!([dated(to)]));
    record(&[
        ("id", json!(id)),
        ("name", json!(format!("The {id}"))),
        ("kind", json!(actor.kind)),
        ("stands-for", larger(actor.stands_for)),
        ("part-of", larger(actor.part_of)),
        ("composed-of", json!(actor.composed_of.iter().map(|part| dated(*part)).collect::<Vec<_>>())),
    ])
}

fn type_record(number: usize, names: &Names) -> Record {
    let (sign, directed) = TYPES[number];
    record(&[("id", json!(names.kind(number))), ("sign", json!(sign)), ("directed", json!(directed))])
}

fn work_record(work: &str) -> Record {
    record(&[("id", json!(work)), ("title", json!("A book")), ("date", json!("2021")), ("period", json!("2020/2024"))])
}

fn frame_record(number: usize, frame: &Frame, names: &Names) -> Record {
    record(&[
        ("id", json!(names.frame(number))),
        ("name", json!("A frame")),
        ("kind", json!(frame.kind)),
        ("participants", names.actors(&frame.participants)),
        ("absent", names.actors(&frame.absent)),
    ])
}

fn statement_record(world: &World, number: usize, names: &Names) -> Record {
    let Statement { author, core, voice, context } = &world.statements[number];
    let own = world.of(*author);
    let links = context.links.iter().map(|(kind, to)| {
        let to = own[to % own.len()];
        record(&[("kind", json!(kind)), ("to", json!(names.statement(to)))])
    });
    let facets: Vec<_> = core.facets.iter().map(|facet| names.facet(*facet)).collect();
    let own = [
        ("id", if pointed_at(world, number) { json!(names.statement(number)) } else { Value::Null }),
        ("from", names.actors(&core.from)),
        ("to", names.actors(&core.to)),
        (
            "together",
            core.together.map_or(Value::Null, |which| if which == "true" { json!(true) } else { json!(which) }),
        ),
        ("type", json!(names.kind(core.kind))),
        ("sign", json!(core.sign)),
        ("strength", json!(core.strength)),
        ("facets", json!(facets)),
        ("when", json!(core.when)),
        ("casts", casts(core, context)),
        ("links", json!(links.collect::<Vec<_>>())),
    ];
    let around = context_entries(world, context, names);
    record(&own.into_iter().chain(voice_entries(voice, names)).chain(around).collect::<Vec<_>>())
}

/// The roles of those whom a statement names.
fn casts(core: &Core, context: &Context) -> Value {
    let [_, against, _, benefiting] = &context.roles;
    let keys = [("from", &core.from), ("to", &core.to), ("against", against), ("benefiting", benefiting)];
    let cast = keys.iter().zip(core.casts).filter(|((_, actors), _)| !actors.is_empty());
    let cast = record(&cast.map(|((key, _), role)| (*key, json!(role))).collect::<Vec<_>>());
    if cast.is_empty() { Value::Null } else { cast.into() }
}

/// Whose claim it is, and in which world.
pub(crate) fn voice_entries(voice: &Voice, names: &Names) -> [Entry; 6] {
    let holder = match voice.holder {
        Some(actor) => json!(names.actor(actor)),
        None if voice.stance == "asserts" => Value::Null,
        None => json!("some analysts"),
    };
    let yes = |flag: bool| if flag { json!(true) } else { Value::Null };
    [
        ("stance", json!(voice.stance)),
        ("negated", yes(voice.negated)),
        ("mode", json!(voice.mode)),
        ("attitude", json!(voice.attitude)),
        ("hedged", yes(voice.hedged)),
        ("holder", holder),
    ]
}

/// What stands around it; of links nothing.
pub(crate) fn context_entries(world: &World, context: &Context, names: &Names) -> [Entry; 9] {
    let evidence = context
        .evidence
        .iter()
        .map(|(work, paragraph)| format!("{}:p{paragraph}:1-2#0000000{work}", names.works[*work]));
    let frame = context.frame.filter(|frame| world.frames[*frame].read_by.contains(&true));
    let [with, against, excluding, benefiting] = &context.roles;
    [
        ("with", names.actors(with)),
        ("against", names.actors(against)),
        ("excluding", names.actors(excluding)),
        ("benefiting", names.actors(benefiting)),
        ("frame", json!(frame.map(|frame| names.frame(frame)))),
        ("tags", json!(context.tag.into_iter().collect::<Vec<_>>())),
        ("coder", json!(context.coder)),
        ("gloss", json!(context.gloss)),
        ("evidence", json!(evidence.collect::<Vec<_>>())),
    ]
}

/// Whether a statement has an id: if anything points at it, and every third.
fn pointed_at(world: &World, number: usize) -> bool {
    let own = world.of(world.statements[number].author);
    let mut links = own.iter().flat_map(|other| &world.statements[*other].context.links);
    number.is_multiple_of(3) || links.any(|(_, to)| own[to % own.len()] == number) || is_reason(world, number)
}

pub(crate) fn toml(key: &str, records: &[Record]) -> String {
    let mut text = String::new();
    for record in records {
        let _ = writeln!(text, "\n[[{key}]]");
        for (name, value) in record {
            let _ = writeln!(text, "{name} = {}", inline(value));
        }
    }
    text
}

/// A value as TOML writes it on one line; its strings are those of JSON.
fn inline(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", ")),
        Value::Object(table) => {
            let entries = table.iter().map(|(key, value)| format!("{key} = {}", inline(value)));
            format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}

fn csv(author: &str, records: &[Record]) -> String {
    let mut columns: Vec<&str> = vec!["author"];
    for key in records.iter().flat_map(Map::keys) {
        if !columns.contains(&key.as_str()) {
            columns.push(key);
        }
    }
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let row = |record: &Record| {
        let cells = columns.iter().map(|column| match *column {
            "author" => author.to_owned(),
            column => record.get(column).map_or(String::new(), |value| quoted(&cell(value))),
        });
        cells.collect::<Vec<_>>().join(",")
    };
    let rows = records.iter().map(row).collect::<Vec<_>>().join("\r\n");
    format!("{}\r\n{rows}\r\n", columns.join(","))
}

/// A value as one cell: lists split at `;`, a link as its kind and its aim, a cast as who and as what.
fn cell(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(cell).collect::<Vec<_>>().join("; "),
        Value::Object(link) if link.contains_key("kind") => format!("{} {}", cell(&link["kind"]), cell(&link["to"])),
        Value::Object(cast) => {
            cast.iter().map(|(key, role)| format!("{key} {}", cell(role))).collect::<Vec<_>>().join("; ")
        }
        other => other.to_string(),
    }
}
