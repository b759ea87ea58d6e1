//! Coverage for programs: numbers, paragraphs, and what stands in each.

use parallax_core::diag;
use parallax_core::model::{ActorId, Corpus};
use parallax_core::text::{Anchored, Coverage, Covered, Mention, Named, Sentence, Stretch, Tally};
use parallax_project::Project;
use serde_json::{Value, json};

use super::{Left, anchor};

pub(super) fn report(covered: &[Coverage], left: &[Left], loaded: &Project) -> Vec<u8> {
    let corpus = &loaded.corpus;
    let all = Tally::sum(covered.iter().map(|covered| &covered.tally));
    let works: Vec<Value> = covered.iter().map(|covered| work(covered, corpus)).collect();
    let left: Vec<Value> = left.iter().map(|left| self::left(left, corpus)).collect();
    diag::json(&json!({ "all": tally(&all), "works": works, "left_out": left })).into_bytes()
}

fn left(left: &Left, corpus: &Corpus) -> Value {
    let work = corpus.work(left.work);
    json!({ "author": corpus.authors.name(work.author), "work": work.id, "title": work.title, "why": left.why })
}

fn tally(tally: &Tally) -> Value {
    json!({
        "paragraphs": tally.paragraphs, "words": tally.words, "anchored_words": tally.anchored,
        "mentions": tally.mentions, "ambiguous_mentions": tally.ambiguous, "sentences": tally.sentences,
        "several_actors": tally.several, "coded": tally.coded, "set_aside": tally.set_aside,
        "uncoded": tally.uncoded(), "share": tally.share().map(rounded), "anchored_share": tally.anchored_share().map(rounded),
        "astray_anchors": tally.astray, "unnamed_script_words": tally.unnamed,
    })
}

fn rounded(share: f64) -> f64 {
    (share * 10_000.0).round() / 10_000.0
}

fn work(covered: &Coverage, corpus: &Corpus) -> Value {
    let work = corpus.work(covered.work);
    let name = |actor: &ActorId| corpus.actors.name(*actor);
    let never_coded: Vec<Value> =
        covered.never_coded.iter().map(|(actor, count)| json!({ "actor": name(actor), "mentions": count })).collect();
    let never_named: Vec<&str> = covered.never_named.iter().map(name).collect();
    let paragraphs: Vec<Value> = covered
        .paragraphs
        .iter()
        .zip(1..)
        .map(|(paragraph, number)| self::paragraph(covered, paragraph, number, corpus))
        .collect();
    json!({
        "author": corpus.authors.name(work.author), "work": work.id, "title": work.title,
        "tally": tally(&covered.tally), "named_never_coded": never_coded, "coded_never_named": never_named,
        "paragraphs": paragraphs,
    })
}

fn paragraph(covered: &Coverage, paragraph: &Covered, number: u32, corpus: &Corpus) -> Value {
    let mentions: Vec<Value> = paragraph.mentions.iter().map(|mention| self::mention(mention, corpus)).collect();
    let passages: Vec<Value> = paragraph.passages.iter().map(|passage| self::passage(passage, corpus)).collect();
    let sentences: Vec<Value> =
        paragraph.sentences.iter().map(|sentence| self::sentence(covered, sentence, corpus)).collect();
    json!({
        "paragraph": number, "words": paragraph.words, "mentions": mentions, "passages": passages,
        "sentences": sentences,
    })
}

fn mention(mention: &Mention, corpus: &Corpus) -> Value {
    let (first, last) = (mention.first, mention.last);
    match &mention.who {
        Named::One(actor) => json!({ "first": first, "last": last, "actor": corpus.actors.name(*actor) }),
        Named::Several(actors) => {
            let names: Vec<&str> = actors.iter().map(|actor| corpus.actors.name(*actor)).collect();
            json!({ "first": first, "last": last, "one_of": names })
        }
    }
}

fn passage(passage: &Stretch, corpus: &Corpus) -> Value {
    let (first, last) = (passage.first, passage.last);
    match passage.what {
        Anchored::Statement(id) => {
            let relation = corpus.relation(id);
            json!({
                "first": first, "last": last, "statement": corpus.relation_name(relation),
                "sign": relation.sign.number(),
            })
        }
        Anchored::Position(id) => json!({ "first": first, "last": last, "position": corpus.position_name(id) }),
        Anchored::Frame(id) => json!({ "first": first, "last": last, "frame": corpus.frames.name(id) }),
        Anchored::NoRelation => json!({ "first": first, "last": last, "no_relation": true }),
    }
}

fn sentence(covered: &Coverage, sentence: &Sentence, corpus: &Corpus) -> Value {
    let actors: Vec<&str> = sentence.actors.iter().map(|actor| corpus.actors.name(*actor)).collect();
    json!({
        "first": sentence.selector.first, "last": sentence.selector.last, "actors": actors, "state": sentence.state.name(),
        "anchor": anchor(covered.work, sentence.selector, corpus),
    })
}
