//! `[author]`, `[[work]]`, `[[frame]]` -> authors, their works, and the frames that they read.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::anchors::{self, Written};
use super::config::Config;
use super::decode;
use super::documents::{Document, Documents};
use super::names::{Names, may_suggest, unknown};
use super::stem::stem;
use crate::diag::{Diagnostic, Help, Sink, Spanned, nearest};
use crate::model::FrameId;
use crate::model::record::{AUTHOR, FRAME, WORK};
use crate::model::{
    ActorId, Author, AuthorId, Corpus, Frame, FrameKind, Id, Paragraphs, Reading, Work, WorkId, WorkKind,
};
use crate::read::{Data, Fields, Table};
use crate::source::{LONGEST_NAME, is_inside, is_reserved};

pub(super) fn resolve(documents: &Documents<'_>, config: &Config, names: &Names, corpus: &mut Corpus, sink: &mut Sink) {
    declare(documents, config, names, corpus, sink);
    works(documents, corpus, sink);
    frames(documents, names, corpus, sink);
}

/// Authors in the order of `parallax.toml`, then by id.
fn declare(documents: &Documents<'_>, config: &Config, names: &Names, corpus: &mut Corpus, sink: &mut Sink) {
    let mut declared: BTreeMap<String, Author> = BTreeMap::new();
    for author in config.authors.iter().filter(|author| author.name.is_some()) {
        let name = author.name.clone().unwrap_or_default();
        declared.insert(
            author.id.value.to_string(),
            Author { name, plural: false, actor: None, colour: None, coder: None, span: Some(author.id.span) },
        );
    }
    for table in documents.trees.iter().filter_map(author_table) {
        let Some((id, author)) = author(table, names, corpus, sink) else { continue };
        match declared.get(id.value) {
            Some(first) => decode::duplicate("author", id.value, id.span, first.span, sink),
            None => drop(declared.insert(id.value.to_owned(), author)),
        }
    }
    for document in documents.trees.iter().filter(|document| document.declare.is_some()) {
        let id = match document.table.get("author").map(|entry| &entry.value.data) {
            Some(Data::Str(id)) => id,
            None => stem(document.name),
            _ => continue,
        };
        let used = || Author { name: id.into(), plural: false, actor: None, colour: None, coder: None, span: None };
        declared.entry(id.to_owned()).or_insert_with(used);
    }
    for listed in &config.authors {
        match declared.remove(&*listed.id.value) {
            Some(mut author) => {
                author.colour.clone_from(&listed.colour);
                author.plural |= listed.plural;
                let _ = corpus.authors.insert(&listed.id.value, author);
            }
            None if corpus.authors.find(&listed.id.value).is_some() => {
                decode::duplicate("author", &listed.id.value, listed.id.span, None, sink);
            }
            // Without a folder to look in that was said already.
            None if sink.has_errors() && sink.count_of("missing-folder") > 0 => {}
            None => {
                let finding = Diagnostic::error("unknown-author", format!("no author `{}`", listed.id.value));
                let finding = finding.at(listed.id.span, "no file declares this author");
                let known = declared.keys().map(String::as_str);
                let near = if may_suggest("unknown-author", sink) { nearest(&listed.id.value, known) } else { None };
                sink.push(
                    finding.did_you_mean(near).help(
                        "a file in relations/ declares an author with [author] id = ...; a name here does so too",
                    ),
                );
            }
        }
    }
    for (id, author) in declared {
        let _ = corpus.authors.insert(&id, author);
    }
}

fn author_table<'d, 'a>(document: &'d Document<'a>) -> Option<&'d Table<'a>> {
    match &document.table.get("author")?.value.data {
        Data::Table(table) => Some(table),
        _ => None,
    }
}

fn author<'t>(
    table: &'t Table<'_>,
    names: &Names,
    corpus: &Corpus,
    sink: &mut Sink,
) -> Option<(Spanned<&'t str>, Author)> {
    let mut fields = Fields::new(table, &AUTHOR, sink);
    let (id, name) = (fields.required_str("id"), fields.required_str("name"));
    let plural = fields.bool("plural").is_some_and(|plural| plural.value);
    let (actor, coder) = (fields.str("actor"), decode::boxed(fields.str("coder")));
    fields.finish();
    let actor = actor.and_then(|actor| names.known(actor, corpus, sink));
    let id = decode::id(id?, sink)?;
    // Without its author all else in the file would go unread.
    let name = name.map_or(id.value, |name| name.value);
    Some((id, Author { name: name.into(), plural, actor, colour: None, coder, span: Some(id.span) }))
}

/// Whose statements a file holds: the author it declares, or the one it names; `None` was reported.
pub(super) fn author_of(document: &Document<'_>, corpus: &Corpus, sink: &mut Sink) -> Option<AuthorId> {
    let Some(entry) = document.table.get("author") else {
        if document.declare.is_some() {
            return corpus.authors.find(stem(document.name));
        }
        let records = ["work", "frame", "relation", "position"];
        let anonymous = |key: &&str| document.tables(key).any(|table| table.get("author").is_none());
        let first = document.table.get(records.into_iter().find(anonymous)?)?;
        let finding = Diagnostic::error("missing-field", "a file with statements says whose they are");
        sink.push(finding.at(first.key.span, "whose?").help(scope(&["add", " before everything else"])));
        return None;
    };
    match &entry.value.data {
        Data::Str(id) => {
            let found = corpus.authors.find(id);
            if found.is_none() {
                unknown("author", "unknown-author", id, entry.value.span, corpus.authors.names(), sink);
            }
            found
        }
        Data::Table(table) => match table.get("id").map(|entry| &entry.value.data) {
            Some(Data::Str(id)) => corpus.authors.find(id),
            _ => None,
        },
        other => {
            let finding =
                Diagnostic::error("wrong-type", format!("`author` is a table or an id, found {}", other.kind()));
            sink.push(finding.at(entry.value.span, "neither").help(scope(&["write", ""])));
            None
        }
    }
}

/// Whose a record is: the author it names itself, else that of its file.
pub(super) fn own_author(
    fields: &mut Fields<'_, '_, '_>,
    of_file: Option<AuthorId>,
    corpus: &Corpus,
) -> Option<AuthorId> {
    let Some(name) = fields.column("author") else { return of_file };
    let found = corpus.authors.find(name.value);
    if found.is_none() {
        unknown("author", "unknown-author", name.value, name.span, corpus.authors.names(), fields.sink());
    }
    found
}

/// How a file says whose statements it has.
fn scope([verb, after]: &[&str; 2]) -> Help {
    let toml = format!("{verb} [author] with id and name, or author = \"id\"{after}");
    let json = format!(
        "{verb} \"author\": {{ \"id\": ..., \"name\": ... }}, or \"author\": \"id\"; the statements stand under \"relation\""
    );
    Help::fitting([toml, json, String::new(), String::new()])
}

/// A work, and its anchors that relate no actors as they are written.
type LookedAt<'t> = (Work, Vec<Written<'t>>);

fn works(documents: &Documents<'_>, corpus: &mut Corpus, sink: &mut Sink) {
    let mut works: BTreeMap<(AuthorId, Box<str>), LookedAt<'_>> = BTreeMap::new();
    for document in &documents.trees {
        let author = author_of(document, corpus, &mut Sink::default());
        for table in document.tables("work") {
            let Some((work, looked_at)) = work(table, author, corpus, sink) else { continue };
            match works.entry((work.author, work.id.clone())) {
                Entry::Occupied(first) => {
                    decode::duplicate("work", &work.id, work.span, Some(first.get().0.span), sink);
                }
                Entry::Vacant(entry) => drop(entry.insert((work, looked_at))),
            }
        }
    }
    let looked_at: Vec<Vec<Written<'_>>>;
    (corpus.works, looked_at) = works.into_values().unzip();
    for (index, list) in looked_at.into_iter().enumerate() {
        let (work, author) = (WorkId::from_index(index), corpus.works[index].author);
        corpus.works[index].no_relation = anchors::resolve_anchors(list, author, Some(work), corpus, sink);
    }
}

/// Reads a work, and its anchors that relate no actors; one of an unknown author is checked only.
fn work<'t>(table: &'t Table<'_>, author: Option<AuthorId>, corpus: &Corpus, sink: &mut Sink) -> Option<LookedAt<'t>> {
    let mut fields = Fields::new(table, &WORK, sink);
    let author = own_author(&mut fields, author, corpus);
    let (id, title) = (fields.required_str("id"), fields.required_str("title"));
    let publisher = decode::boxed(fields.str("publisher"));
    let (date, period) = (fields.str("date"), fields.str("period"));
    let (url, text) = (decode::boxed(fields.str("url")), decode::boxed(fields.str("text")));
    let paragraphs = decode::word(&mut fields, "paragraphs", Paragraphs::WORDS);
    let kind = decode::word(&mut fields, "kind", WorkKind::WORDS).unwrap_or(WorkKind::Text);
    let edition = fields.str("edition").and_then(|edition| whole(edition, fields.sink()));
    let no_relation = anchors::read(&mut fields, "no-relation");
    let (date, period) = (decode::period(date, fields.sink()), decode::period(period, fields.sink()));
    fields.finish();
    let id = decode::id(id?, sink)?;
    let text = text.filter(|text| inside(text, table, sink));
    let work = Work {
        author: author?,
        id: id.value.into(),
        title: title?.value.into(),
        publisher,
        date,
        period,
        url,
        text,
        text_at: table.get("text").map(|entry| entry.value.span),
        paragraphs,
        kind,
        edition,
        no_relation: Vec::new(),
        span: id.span,
    };
    Some((work, no_relation))
}

/// The fingerprint of a whole text is 16 hexadecimal digits.
fn whole(edition: Spanned<&str>, sink: &mut Sink) -> Option<Box<str>> {
    let digits = edition.value.len() == 16 && edition.value.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !digits {
        let finding = Diagnostic::error("bad-value", format!("`{}` is no edition", edition.value));
        sink.push(
            finding
                .at(edition.span, "not a fingerprint")
                .help("write the 16 hexadecimal digits that `parallax check --evidence` shows"),
        );
    }
    digits.then(|| edition.value.to_ascii_lowercase().into())
}

/// A text stands in the folder of sources: its name leads nowhere else, on no system.
fn inside(text: &str, table: &Table<'_>, sink: &mut Sink) -> bool {
    let (fact, is) = match text {
        text if text.split('/').any(is_reserved) => ("names a device on Windows", "not a file everywhere"),
        text if !is_inside(text) => ("leads out of the folder of sources", "not a name inside the folder"),
        text if text.len() >= LONGEST_NAME => ("is longer than the name of a file can be", "too long"),
        _ => return true,
    };
    let span = table.get("text").map_or(table.span, |entry| entry.value.span);
    let finding = Diagnostic::error("bad-path", format!("`{text}` {fact}"));
    sink.push(finding.at(span, is).help("write the name of a file in the folder, such as \"essay.txt\""));
    false
}

fn frames(documents: &Documents<'_>, names: &Names, corpus: &mut Corpus, sink: &mut Sink) {
    let mut frames: BTreeMap<String, Frame> = BTreeMap::new();
    for document in &documents.trees {
        let author = author_of(document, corpus, sink);
        for table in document.tables("frame") {
            let Some((id, reading)) = reading(table, author, names, corpus, sink) else { continue };
            let frame = frames.entry(id.value.to_owned()).or_insert_with(|| Frame { readings: Vec::new() });
            match frame.reading(reading.author) {
                Some(first) => decode::duplicate("frame", id.value, id.span, Some(first.span), sink),
                None => frame.readings.push(reading),
            }
        }
    }
    for (id, mut frame) in frames {
        frame.readings.sort_by_key(|reading| reading.author);
        let _ = corpus.frames.insert(&id, frame);
    }
}

/// Reads a frame; one of an unknown author is checked only.
fn reading<'t>(
    table: &'t Table<'_>,
    author: Option<AuthorId>,
    names: &Names,
    corpus: &Corpus,
    sink: &mut Sink,
) -> Option<(Spanned<&'t str>, Reading)> {
    let mut fields = Fields::new(table, &FRAME, sink);
    let author = own_author(&mut fields, author, corpus);
    let (id, name) = (fields.required_str("id"), fields.required_str("name"));
    let kind = fields.required_choice("kind", FrameKind::WORDS);
    let when = fields.str("when");
    let when = decode::period(when, fields.sink());
    let (participants, absent) = (fields.list("participants"), fields.list("absent"));
    let likens = fields.table("likens");
    let gloss = decode::gloss(&mut fields).unwrap_or_default();
    let evidence = anchors::read(&mut fields, "evidence");
    fields.finish();
    let likens = likens.map_or_else(Vec::new, |table| likeness(table, names, corpus, sink));
    let mut known = |list: Vec<Spanned<&str>>| -> Vec<ActorId> {
        list.into_iter().filter_map(|actor| names.known(actor, corpus, sink)).collect()
    };
    let (participants, absent) = (known(participants), known(absent));
    let evidence =
        author.map_or_else(Vec::new, |author| anchors::resolve_anchors(evidence, author, None, corpus, sink));
    let id = decode::id(id?, sink)?;
    let name = name?.value.into();
    let (author, kind) = (author?, kind?.value);
    Some((id, Reading { author, name, kind, when, participants, absent, likens, gloss, evidence, span: id.span }))
}

fn likeness(table: &Table<'_>, names: &Names, corpus: &Corpus, sink: &mut Sink) -> Vec<(Box<str>, ActorId)> {
    let mut likens = Vec::new();
    for entry in &table.entries {
        match &entry.value.data {
            Data::Str(now) => {
                let now = names.known(Spanned::new(&**now, entry.value.span), corpus, sink);
                likens.extend(now.map(|now| (entry.key.value.as_ref().into(), now)));
            }
            other => {
                let finding =
                    Diagnostic::error("wrong-type", format!("who is likened to is an actor, found {}", other.kind()));
                sink.push(finding.at(entry.value.span, "not an actor").help(Help::entry(
                    "write",
                    "likens",
                    "{ then = \"now\" }",
                    "",
                )));
            }
        }
    }
    likens.sort();
    likens
}

/// A frame by id; one that is unknown is reported.
pub(super) fn known_frame(name: Spanned<&str>, corpus: &Corpus, sink: &mut Sink) -> Option<FrameId> {
    let found = corpus.frames.find(name.value);
    if found.is_none() {
        unknown("frame", "unknown-frame", name.value, name.span, corpus.frames.names(), sink);
    }
    found
}
