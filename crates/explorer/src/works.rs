//! The works of a page: their places in its data, and what it calls them.

use std::collections::{BTreeMap, BTreeSet};

use parallax_core::model::{Anchor, Corpus, WorkId};
use parallax_core::network::View;
use parallax_core::text::Passages;
use parallax_formats::report::json::{WorkShape, works};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::pruned::Pruned;

/// A work of an author of a view.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Work")]
pub(super) struct WorkRecord<'a> {
    #[serde(flatten)]
    pub(super) work: WorkShape<'a>,
    /// The last paragraph with evidence, which does not depend on the text being at hand.
    pub(super) paragraphs: u32,
    /// How many paragraphs the text has, in a document with passages.
    pub(super) of: Option<usize>,
}

/// The works of all views, each once, with how many paragraphs have passages.
pub(super) fn works_shape<'a>(
    corpus: &'a Corpus,
    views: &[View],
    passages: Option<&Passages>,
) -> Vec<Pruned<WorkRecord<'a>>> {
    let mut last: BTreeMap<WorkId, u32> = BTreeMap::new();
    for anchor in corpus.anchors() {
        let paragraphs = last.entry(anchor.work).or_default();
        *paragraphs = (*paragraphs).max(anchor.selector.paragraph);
    }
    let mut seen = BTreeSet::new();
    let each = views.iter().flat_map(|view| {
        let ids = view.authors.iter().flat_map(|author| corpus.works_of(*author)).map(|(id, _)| id);
        ids.zip(works(corpus, view)).collect::<Vec<_>>()
    });
    let shape = |(id, work): (WorkId, _)| {
        let paragraphs = last.get(&id).copied().unwrap_or(0);
        let of = passages.and_then(|passages| passages.paragraphs(id));
        let mut record = Pruned::new(&WorkRecord { work, paragraphs, of });
        record.value["id"] = work_name(corpus, id).into();
        record
    };
    each.filter(|(id, _)| seen.insert(*id)).map(shape).collect()
}

/// The id of a work; with its author where several authors have a work of that id.
fn work_name(corpus: &Corpus, id: WorkId) -> String {
    let work = corpus.work(id);
    let alone = corpus.works.iter().filter(|other| other.id == work.id).count() == 1;
    if alone { work.id.to_string() } else { format!("{}/{}", corpus.authors.name(work.author), work.id) }
}

/// Has the evidence of a record name its works as the document does.
pub(super) fn name_works(corpus: &Corpus, record: &mut Value, anchors: &[Anchor]) {
    let evidence = record.get_mut("evidence").and_then(Value::as_array_mut);
    for (shape, anchor) in evidence.into_iter().flatten().zip(anchors) {
        shape["work"] = work_name(corpus, anchor.work).into();
    }
}
