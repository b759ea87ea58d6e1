//! What of a text is coded: which sentences count as looked at, what the numbers say, and the picture of it.

use std::path::{Path, PathBuf};

use parallax_core::model::{Id, WorkId};
use parallax_core::text::{Anchored, Coverage, State, Tally, cover, make};
use parallax_project::outputs::FORMATS;
use parallax_project::{Project, Request};
use parallax_render::{Options, RenderStyle, THEMES, strips};

use crate::folder::{folder, loaded};

const ACTORS: &str = "[[actor]]\nid = \"athens\"\nname = \"Athens\"\nkind = \"state\"\n\n[[actor]]\nid = \"sparta\"\nname = \"Sparta\"\nkind = \"state\"\n\n[[actor]]\nid = \"corinth\"\nname = \"Corinth\"\nkind = \"state\"\n";
const TYPES: &str = "[[type]]\nid = \"opposes\"\nsign = -1\n\n[[type]]\nid = \"helps\"\nsign = 1\n";
const HEAD: &str = "[author]\nid = \"a\"\nname = \"A\"\n\n[[work]]\nid = \"w\"\ntitle = \"W\"\ntext = \"w.txt\"\n";

/// A corpus of one text with what is said of it; `WORDS` between `<` and `>` is replaced by the anchor of these words.
fn covered(text: &str, said: &str) -> (Project, Vec<Coverage>) {
    let bare = folder(&files(text, ""));
    let texts = loaded(bare.path()).texts;
    let mut parts = said.split('<');
    let mut anchored = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (place, rest) = part.split_once('>').expect("the end of a place");
        let numbers: Vec<u32> = place.split(' ').map(|number| number.parse().expect("a number")).collect();
        let text = texts.get(WorkId::from_index(0)).expect("the text");
        anchored += &make(text, numbers[0], numbers[1], numbers[2]).expect("a passage").to_string();
        anchored += rest;
    }
    let folder = folder(&files(text, &anchored));
    let loaded = loaded(folder.path());
    assert!(!loaded.findings.has_errors(), "{:?}", loaded.findings.sorted().first());
    let covered = cover(&loaded.corpus, &loaded.texts, &[WorkId::from_index(0)]);
    (loaded, covered)
}

fn files(text: &str, said: &str) -> [(&'static str, String); 4] {
    [
        ("actors/all.toml", ACTORS.to_owned()),
        ("relations/codebook.toml", TYPES.to_owned()),
        ("relations/a.toml", format!("{HEAD}{said}")),
        ("sources/w.txt", text.to_owned()),
    ]
}

const TEXT: &str =
    "Athens fears Sparta. Sparta fears Corinth. Corinth rests.\nAthens, Athens! Corinth and Athens and Sparta meet.\n";

#[test]
fn a_sentence_is_coded_where_evidence_shares_words_with_it() {
    // The evidence of a frame is none of a statement; who looked and found nothing says so.
    let said = "no-relation = [\"<1 4 6>\"]\n\n[[frame]]\nid = \"f\"\nname = \"F\"\nkind = \"event\"\nevidence = [\"<2 1 7>\"]\n\n\
                [[relation]]\nfrom = \"athens\"\nto = \"sparta\"\ntype = \"opposes\"\nevidence = [\"<1 2 3>\"]\n";
    let (loaded, covered) = covered(TEXT, said);
    let states: Vec<(u32, State)> = covered[0]
        .paragraphs
        .iter()
        .flat_map(|paragraph| &paragraph.sentences)
        .map(|sentence| (sentence.selector.first, sentence.state))
        .collect();
    assert_eq!(states, [(1, State::Coded), (4, State::SetAside), (3, State::Uncoded)]);
    let tally = covered[0].tally;
    assert_eq!((tally.sentences, tally.several, tally.uncoded()), (5, 3, 1));
    assert_eq!((tally.words, tally.anchored), (16, 9));
    let corpus = &loaded.corpus;
    let unnamed: Vec<&str> = covered[0].never_coded.iter().map(|(actor, _)| corpus.actors.name(*actor)).collect();
    assert_eq!(unnamed, ["corinth"]);
}

#[test]
fn whoever_is_coded_and_never_named_is_told() {
    let said = "\n[[relation]]\nfrom = \"athens\"\nto = \"sparta\"\ntype = \"helps\"\nwith = [\"corinth\"]\n";
    let (loaded, covered) = covered("Athens alone.\n", said);
    let names: Vec<&str> = covered[0].never_named.iter().map(|actor| loaded.corpus.actors.name(*actor)).collect();
    assert_eq!(names, ["corinth", "sparta"]);
}

#[test]
fn an_anchor_whose_words_are_elsewhere_covers_nothing() {
    let files = files(
        "Sparta fears Athens.\n",
        "\n[[relation]]\nfrom = \"athens\"\nto = \"sparta\"\ntype = \"opposes\"\nevidence = [\"p1:1-3#00000000\"]\n",
    );
    let folder = folder(&files);
    let loaded = loaded(folder.path());
    let covered = cover(&loaded.corpus, &loaded.texts, &[WorkId::from_index(0)]);
    assert_eq!((covered[0].tally.astray, covered[0].tally.anchored, covered[0].tally.uncoded()), (1, 0, 1));
}

#[test]
fn where_nothing_was_found_nothing_is_perfect() {
    for (text, said, why) in [
        ("—\n", "", "there are no words"),
        ("Nobody that we know.\n", "", "no name of an actor was found"),
        ("中国与俄罗斯签署了条约。\n", "", "no actor has a name in the script of the text"),
        (
            "北方说 Athens 和 Sparta 签署了和平条约。\n",
            "\n[[relation]]\nfrom = \"athens\"\nto = \"sparta\"\ntype = \"helps\"\nevidence = [\"<1 1 9>\"]\n",
            "no actor has a name in the script of the text",
        ),
        ("Athens rests. Sparta rests.\n", "", "no sentence names several actors"),
        (
            "Athens rests.\n",
            "\n[[relation]]\nfrom = \"athens\"\nto = \"sparta\"\ntype = \"helps\"\nevidence = [\"<1 1 2>\"]\n",
            "no sentence names several actors",
        ),
    ] {
        let (loaded, covered) = covered(text, said);
        let tally = covered[0].tally;
        assert_eq!((tally.share(), tally.nothing()), (None, Some(why)), "{text}");
        let svg = String::from_utf8(picture(&loaded, &covered, "svg", &RenderStyle::default())).expect("an SVG");
        assert!(svg.contains(why) && !svg.contains("0 to look at"), "{text}");
    }
    let (_, covered) = covered(TEXT, "");
    assert_eq!((covered[0].tally.share(), covered[0].tally.nothing()), (Some(0.0), None));
}

#[test]
fn pictures_have_in_their_legend_what_is_on_them() {
    let said = "\n[[relation]]\nfrom = \"athens\"\nto = \"sparta\"\ntype = \"opposes\"\nevidence = [\"<1 1 3>\"]\n\n\
                [[relation]]\nfrom = \"sparta\"\nto = \"corinth\"\ntype = \"opposes\"\nevidence = [\"<1 3 6>\"]\n";
    let (loaded, covered) = covered(TEXT, said);
    let svg = picture(&loaded, &covered, "svg", &RenderStyle::default());
    let svg = String::from_utf8(svg).expect("an SVG");
    for there in
        ["negative", "several of a sign", "not coded yet", "an actor is named", "<title", "<desc", "id=\"t1-p2\""]
    {
        assert!(svg.contains(there), "{there}");
    }
    for missing in ["positive", "neutral", "evidence of a frame", "relates nobody"] {
        assert!(!svg.contains(missing), "{missing}");
    }
}

fn picture(loaded: &Project, covered: &[Coverage], extension: &str, look: &RenderStyle) -> Vec<u8> {
    let drawing = strips(&loaded.corpus, covered, &Options { style: look.clone(), scale: 1.0, ..Options::default() });
    let format = FORMATS.iter().find(|format| format.extension() == extension).expect("a format");
    format.write(&drawing).expect("a picture")
}

#[test]
fn every_text_can_be_drawn_in_every_theme_and_on_every_page() {
    let long = format!("{}\n\n—\n", "Athens and Sparta met. ".repeat(120));
    for text in [
        "—\n",
        "\u{301}\u{301}\n",
        "روسيا و\u{202e} مصر. Athens?\n",
        "Athens\n",
        &long,
        &"Athens and Sparta.\n".repeat(60),
    ] {
        let (loaded, covered) = covered(text, "");
        for (theme, fit) in THEMES.iter().zip(["16:9", "a4", "1:8", "8:1"]) {
            let mut style = RenderStyle { theme: Some(theme), ..RenderStyle::default() };
            style.set("fit", fit, &loaded.corpus).expect("a page");
            let drawing = strips(&loaded.corpus, &covered, &Options { style, ..Options::default() });
            assert!(drawing.scene.width > 100.0 && drawing.missing.is_empty());
        }
    }
    let (loaded, none) = covered("Athens\n", "");
    assert!(!picture(&loaded, &none[..0], "png", &RenderStyle::default()).is_empty());
}

#[test]
fn coverage_of_the_essays_adds_up() {
    let Some(texts) = std::env::var_os("PARALLAX_SOURCES").map(PathBuf::from) else {
        eprintln!("skipped: PARALLAX_SOURCES is not set");
        return;
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).to_owned();
    let loaded =
        Project::load(&Request { root: Some(root), texts: Some(texts), ..Request::default() }).expect("a corpus");
    let works: Vec<WorkId> = (0..loaded.corpus.works.len()).map(WorkId::from_index).collect();
    let covered = cover(&loaded.corpus, &loaded.texts, &works);
    let sum = Tally::sum(covered.iter().map(|covered| &covered.tally));
    let anchors = |coverage: &Coverage| -> usize {
        coverage.paragraphs.iter().map(|paragraph| paragraph.passages.len()).sum::<usize>()
    };
    let share = sum.share().expect("sentences with several actors");
    eprintln!("{:.1} % of {} sentences with several actors were looked at", share * 100.0, sum.several);
    assert!(sum.astray == 0 && share > 0.9, "{sum:?}");
    assert!(covered.iter().all(|covered| anchors(covered) > 50));
    let coded = |anchored: &Anchored| matches!(anchored, Anchored::Statement(_));
    let statements = covered.iter().flat_map(|covered| &covered.paragraphs).flat_map(|paragraph| &paragraph.passages);
    assert!(statements.filter(|passage| coded(&passage.what)).count() > 100);
    let (one, again) = (
        picture(&loaded, &covered, "svg", &RenderStyle::default()),
        picture(&loaded, &covered, "svg", &RenderStyle::default()),
    );
    assert!(one == again && one.len() > 100_000);
}
