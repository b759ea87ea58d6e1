//! Notes under a picture: every number has one, every one has a number, and they say all that is behind the lines.

use std::collections::BTreeSet;
use std::path::Path;

use parallax_core::diff::Difference;
use parallax_core::messages::Messages;
use parallax_core::model::Corpus;
use parallax_core::network::{Network, View};
use parallax_render::{Drawing, Figure, Notes, Options, draw};

use crate::folder::{self, loaded, states};
use crate::scenes::{classed, texts};

fn annotated(corpus: &Corpus, figures: &[Figure]) -> Drawing {
    let options = Options { notes: Some(Notes::of(corpus, figures)), ..Options::default() };
    draw(figures, &options).expect("a drawing")
}

fn view(corpus: &Corpus, text: &str) -> View {
    View::parse(text, corpus).expect("a view")
}

fn figure(corpus: &Corpus, text: &str) -> Figure {
    Figure::of_network(&Network::of(corpus, &view(corpus, text)), None, Messages::english())
}

/// The numbers in the panels are those of the notes, and every paraphrase stands among these.
fn is_complete(corpus: &Corpus, figures: &[Figure]) -> Drawing {
    let drawing = annotated(corpus, figures);
    let numbers: BTreeSet<String> = classed(&drawing.scene.items, "number").iter().map(|at| texts(&[at])).collect();
    let notes = classed(&drawing.scene.items, "note");
    let own = |id: &str| id.rsplit('-').next().unwrap_or_default().to_owned();
    assert_eq!(notes.iter().map(|note| own(&note.id)).collect::<BTreeSet<_>>(), numbers);
    assert_eq!(notes.len(), numbers.len(), "a number stands for one note");
    assert!(notes.iter().all(|note| texts(&[note]).starts_with(&own(&note.id))));
    let said = texts(&notes);
    for id in figures.iter().flat_map(|figure| &figure.edges).flat_map(|edge| &edge.relations) {
        let gloss = corpus.relation(*id).gloss().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains(&gloss), "{gloss}");
    }
    drawing
}

#[test]
fn every_number_has_a_note_and_every_note_a_number() {
    let corpus = loaded(Path::new(env!("CARGO_MANIFEST_DIR"))).corpus;
    is_complete(&corpus, &[figure(&corpus, "hudis:tag=slide")]);
    let meeting = "frame=white-house-meeting,standing=any";
    is_complete(&corpus, &["pozhidaev", "hudis"].map(|author| figure(&corpus, &format!("{author}:{meeting}"))));
    let sides = ["pozhidaev:tag=slide", "hudis:tag=slide"].map(|text| view(&corpus, text));
    let drawing = is_complete(
        &corpus,
        &[Figure::of_difference(&Difference::of(&corpus, &sides[0], &sides[1]), None, Messages::english())],
    );
    let said = texts(&classed(&drawing.scene.items, "notes"));
    assert!(said.contains("Hudis:") && said.contains("Pozhidaev:"), "who says so");
}

#[test]
fn what_a_statement_lacks_and_what_is_not_plain_is_said() {
    let statement =
        |rest: &str| format!("\n[[relation]]\nfrom = \"athens\"\nto = \"sparta\"\ntype = \"fights\"\n{rest}\n");
    let said = statement("")
        + &statement("stance = \"doubts\"\nholder = \"some <analysts>\"\nmode = \"future\"\ngloss = \"اسبرطة تهاجم\"");
    let author = |id: &str, said: &str| format!("author = {id:?}\n{said}");
    let corpus = folder::corpus(
        states(&["athens", "sparta"]),
        folder::types(&[("fights", -1, true)]),
        [author("thucydides", &said), author("herodotus", "")],
    );
    let drawing = is_complete(&corpus, &[figure(&corpus, "thucydides:standing=any")]);
    let notes = texts(&classed(&drawing.scene.items, "notes"));
    assert!(notes.contains("(no paraphrase)") && notes.contains("[no passage given]"), "{notes}");
    assert!(notes.contains("(claimed by some <analysts>, doubted; expected)"), "{notes}");
    assert!(notes.contains("اسبرطة تهاجم"), "{notes}");
}

#[test]
fn a_picture_without_notes_has_no_numbers() {
    let corpus = loaded(Path::new(env!("CARGO_MANIFEST_DIR"))).corpus;
    let drawing = draw(&[figure(&corpus, "hudis:tag=slide")], &Options::default()).expect("a drawing");
    assert!(classed(&drawing.scene.items, "number").is_empty() && classed(&drawing.scene.items, "notes").is_empty());
}
