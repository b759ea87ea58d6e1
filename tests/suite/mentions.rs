//! Who is named in a text: cases that once were or could be wrong, and the two essays against a key made by hand.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use parallax_core::model::{Corpus, Id, Paragraphs, WorkId};
use parallax_core::text::{Lexicon, Mention, Named, Text, mentions};
use parallax_project::{Project, Request};

use crate::folder::{folder, loaded};

const ACTORS: &str = r#"
[[actor]]
id = "us"
name = "United States"
label = "US"
kind = "state"
aliases = ["U.S.", "Washington", "Trump administration", { name = "the administration", work = "a:one" }]
except = ["Washington Post", "George Washington"]

[[actor]]
id = "us-ruling-class"
name = "US ruling class"
kind = "group"

[[actor]]
id = "eu"
name = "European Union"
label = "EU"
kind = "bloc"

[[actor]]
id = "trump"
name = "Donald Trump"
label = "Trump"
kind = "person"

[[actor]]
id = "vance"
name = "J.D. Vance"
kind = "person"

[[actor]]
id = "far-right"
name = "Far right"
kind = "group"

[[actor]]
id = "republicans"
name = "Republican"
kind = "group"

[[actor]]
id = "west"
name = "The West"
kind = "bloc"

[[actor]]
id = "world"
name = "The world"
kind = "bloc"

[[actor]]
id = "states"
name = "Baltic states"
kind = "bloc"

[[actor]]
id = "north-korea"
name = "North Korea"
kind = "state"

[[actor]]
id = "un"
name = "UN"
kind = "organisation"

[[actor]]
id = "democrats"
name = "Democratic Party"
label = "Reformers"
kind = "organisation"

[[actor]]
id = "greens"
name = "Green Party"
label = "Reformers"
kind = "organisation"
aliases = [{ name = "the administration", work = "a:two" }]

[[actor]]
id = "moscow"
name = "Москва"
kind = "place"
aliases = ["Straße der Räte"]
"#;

const BOOK: &str = "[author]\nid = \"a\"\nname = \"A\"\n\n[[work]]\nid = \"one\"\ntitle = \"One\"\n\n[[work]]\nid = \"two\"\ntitle = \"Two\"\n\n[[work]]\nid = \"zero\"\ntitle = \"Zero\"\n";

/// Works are in the order of their ids.
const ONE: usize = 0;
const TWO: usize = 1;
const ZERO: usize = 2;

/// What a text is found to name: the actors in order, those who cannot be told apart with a `|`, the words in brackets.
fn found(text: &str, work: usize) -> String {
    found_of(ACTORS, text, work)
}

fn found_of(actors: &str, text: &str, work: usize) -> String {
    let folder = folder(&[("actors/all.toml", actors), ("relations/a.toml", BOOK)]);
    let loaded = loaded(folder.path());
    assert!(!loaded.findings.has_errors(), "{:?}", loaded.findings.sorted().first());
    let lexicon = Lexicon::of(&loaded.corpus);
    let text = Text::new(text, Paragraphs::Blocks);
    let told = |mention: Mention| format!("{}[{}-{}]", who(&mention, &loaded.corpus), mention.first, mention.last);
    let found = mentions(&text.paragraphs[0], WorkId::from_index(work), &lexicon);
    found.into_iter().map(told).collect::<Vec<_>>().join(" ")
}

fn who(mention: &Mention, corpus: &Corpus) -> String {
    match &mention.who {
        Named::One(actor) => corpus.actors.name(*actor).to_owned(),
        Named::Several(actors) => actors.iter().map(|actor| corpus.actors.name(*actor)).collect::<Vec<_>>().join("|"),
    }
}

#[test]
fn names_are_found_as_they_are_written() {
    let cases = [
        // Capitals stay capitals, and dots between them make no difference.
        ("Tell us what the US wants of us", "us[5-5]"),
        ("the U.S. and the U.S.’s allies, U.S.-led, the Eu and the EU", "us[2-3] us[6-7] us[10-11] eu[17-17]"),
        ("GIVE US", "us[2-2]"),
        ("the U.N. met", "un[2-3]"),
        ("u.s. and trump", ""),
        ("J.D. Vance, J.D.Vance, JD Vance", "vance[1-3] vance[4-6] vance[7-8]"),
        // A capital of a heading asks for nothing; any other does.
        ("the far right, the far-right press and the Far Right", "far-right[2-3] far-right[5-6] far-right[10-11]"),
        ("the west and the West", "west[5-5]"),
        ("world trade, the world, The World", "world[3-4] world[5-6]"),
        ("east of North Korea and north Korea", "north-korea[3-4]"),
        // The longest wins; of two as long the later.
        ("the US ruling class", "us-ruling-class[2-4]"),
        ("the U.S. ruling classes’ hopes", "us-ruling-class[2-5]"),
        ("the Donald Trump administration", "us[3-4]"),
        ("Donald Trump’s plan, Trump's plan", "trump[1-2] trump[4-4]"),
        // Plurals are of groups and persons.
        (
            "Republicans and the Republican’s Republicans’ vote, two Trumps",
            "republicans[1-1] republicans[4-4] republicans[5-5] trump[8-8]",
        ),
        ("Wests and EUs", ""),
        // Marks part names, a line break and a hyphen do not.
        ("North\nKorea; North, Korea; North-Korea; North. Korea", "north-korea[1-2] north-korea[5-6]"),
        ("the US-EU summit, pro-US, EU/US", "us[2-2] eu[3-3] us[6-6] eu[7-7] us[8-8]"),
        ("usual Trumpery and the EUR", ""),
        // Exceptions.
        ("the Washington Post and Washington; George Washington", "us[5-5]"),
        // What is called alike is said to be.
        ("Reformers met", "democrats|greens[1-1]"),
        ("МОСКВА, Москва, москва; die STRASSE der Räte", "moscow[1-1] moscow[2-2] moscow[5-7]"),
    ];
    for (text, expected) in cases {
        assert_eq!(found(text, ZERO), expected, "{text}");
    }
}

/// Actors with names in many languages, as they stand in a dictionary.
const WORLD: &str = r#"
[[actor]]
id = "ru"
name = "Russia"
kind = "state"
aliases = ["俄罗斯", "ロシア", "รัสเซีย", "러시아", "Rusya", "Россия", "روسيا", "רוסיה", "Oroszország", "Venäjä", "Russland", "Росія", "Rosja", "Russie", "ຣັດເຊຍ", "རྒྱ་གར"]

[[actor]]
id = "cn"
name = "China"
kind = "state"
aliases = ["中国", "중국", "จีน", "Çin", "Китай", "الصين", "סין", "Kína", "Kiina", "Chiny", "中", "चीन"]

[[actor]]
id = "us"
name = "United States"
label = "US"
kind = "state"
aliases = ["ABD", "ארה״ב", "الولايات المتحدة"]

[[actor]]
id = "eu"
name = "EU"
kind = "bloc"

[[actor]]
id = "in"
name = "インド"
kind = "state"

[[actor]]
id = "tr"
name = "Türkiye"
kind = "state"
aliases = ["İzmir", "Isparta"]

[[actor]]
id = "ua"
name = "Ukraine"
kind = "state"
aliases = ["Україна", "Ucraina"]

[[actor]]
id = "merkel"
name = "アンゲラ・メルケル"
kind = "person"

[[actor]]
id = "zelensky"
name = "Зеленский"
kind = "person"

[[actor]]
id = "far-right"
name = "far right"
kind = "group"
"#;

#[test]
fn names_are_found_in_many_scripts_and_languages() {
    let cases = [
        ("中国与俄罗斯签署了条约。", "cn[1-2] ru[4-6]"),
        ("中国AI公司，ＥＵ", "cn[1-2] eu[6-6]"),
        ("ロシアと中国は、アンゲラ・メルケルとEU諸国", "ru[1-3] cn[5-6] merkel[8-15] eu[17-17]"),
        ("ｱﾝｹﾞﾗ･ﾒﾙｹﾙ、アンゲラ メルケル、アンゲラメルケル", "merkel[1-8] merkel[9-16] merkel[17-24]"),
        ("U.S.と中国", "us[1-2] cn[4-5]"),
        ("俄罗\n斯", "ru[1-3]"),
        ("รัสเซียและจีนลงนาม", "ru[1-5] cn[9-10]"),
        ("ຣັດເຊຍ", "ru[1-5]"),
        ("རྒྱ་གར་གྱི", "ru[1-2]"),
        ("러시아는 중국과 조약을 EU와 맺었다. 중국에서도", "ru[1-1] cn[2-2] eu[4-4] cn[6-6]"),
        ("Rusya’nın Çin’e mektubu, TÜRKİYE'de ABD'nin", "ru[1-1] cn[2-2] tr[4-4] us[5-5]"),
        ("İZMİR izmir İzmir'den ISPARTA", "tr[1-1] tr[3-3] tr[4-4]"),
        ("Tu\u{308}rkiye, U\u{308}", "tr[1-1]"),
        ("Россией и Китаем; у России и Китая; Зеленского", "ru[1-1] cn[3-3] ru[5-5] cn[7-7] zelensky[8-8]"),
        ("Росії та Україною", "ru[1-1] ua[3-3]"),
        ("Präsident Russlands und der Nachbar", "ru[2-2]"),
        ("la Russie, l'Ukraine, d’Ukraine; dell’Ucraina", "ru[2-2] ua[3-3] ua[4-4] ua[5-5]"),
        ("Oroszországnak írt Kínával", "ru[1-1] cn[3-3]"),
        ("Venäjän ja Kiinan", "ru[1-1] cn[3-3]"),
        ("wojska Rosji są w Chinach", "ru[2-2] cn[5-5]"),
        ("والصين وروسيا للصين والولايات المتحدة", "cn[1-1] ru[2-2] cn[3-3] us[4-5]"),
        ("רוסיה וסין; לארה\"ב", "ru[1-1] cn[2-2] us[3-4]"),
        ("चीन ने कहा", "cn[1-1]"),
        ("Russia'll go, China¹ went", "ru[1-1] cn[3-3]"),
        // A line end within a name, and one at a hyphen that belongs.
        (
            "Rus-\nsia met the US-\nRussia group, Rus\u{ad}\nsia’s far-\nright",
            "ru[1-1] us[4-4] ru[5-5] ru[7-7] far-right[8-8]",
        ),
        ("Un-\nited States, U.S.-\nled", "us[1-2] us[3-4]"),
    ];
    for (text, expected) in cases {
        assert_eq!(found_of(WORLD, text, ZERO), expected, "{text}");
    }
}

#[test]
fn what_only_looks_like_a_name_is_none() {
    let cases = [
        ("インドネシアとインド、ヒンドゥー", "in[8-10]"),
        ("发展中国家和其中国有企业，中国家庭", "cn[13-14]"),
        ("其中有，中、中美", "cn[4-4]"),
        ("中 国", "cn[1-1]"),
        ("ลาวจีนี", ""),
        ("중국인 러시아인", ""),
        ("Rusyalı, Çinli ve Rusyada", ""),
        ("Russlands and the Chinas", ""),
        ("Российский, китайский", ""),
        ("русские и россия", ""),
        ("O'China", ""),
    ];
    for (text, expected) in cases {
        assert_eq!(found_of(WORLD, text, ZERO), expected, "{text}");
    }
}

#[test]
fn a_scoped_alias_is_found_in_its_work_only() {
    assert_eq!(found("So the administration said.", ONE), "us[2-3]");
    assert_eq!(found("So THE Administration said.", TWO), "greens[2-3]");
    assert_eq!(found("So the administration said.", ZERO), "");
}

/// A place of the key.
struct Place {
    author: String,
    paragraph: u32,
    words: (u32, u32),
    actor: String,
    text: String,
}

fn key(name: &str) -> Vec<Place> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/mentions").join(name);
    let rows = std::fs::read_to_string(path).expect("the key");
    let number = |text: &str| text.parse().expect("a number");
    let place = |row: &str| {
        let mut cells = row.splitn(6, ',');
        let mut cell = || cells.next().expect("six columns").to_owned();
        let (author, paragraph) = (cell(), number(&cell()));
        Place { author, paragraph, words: (number(&cell()), number(&cell())), actor: cell(), text: cell() }
    };
    rows.lines().skip(1).map(place).collect()
}

#[test]
fn mentions_of_both_essays_against_the_key() {
    against("key.csv", 20, [0.97, 0.95]);
}

/// Paragraphs that were read after the names could be found.
#[test]
fn mentions_of_both_essays_against_the_later_key() {
    against("later.csv", 10, [0.96, 0.95]);
}

/// A mention and a place of the key are the same if they share words and mean the same actor. The floors are the least share of
/// mentions found that the key has too, and of the key's that are found.
fn against(name: &str, least: usize, floors: [f64; 2]) {
    let Some(texts) = std::env::var_os("PARALLAX_SOURCES").map(PathBuf::from) else {
        eprintln!("skipped: PARALLAX_SOURCES is not set");
        return;
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).to_owned();
    let loaded =
        Project::load(&Request { root: Some(root), texts: Some(texts), ..Request::default() }).expect("a corpus");
    let corpus = &loaded.corpus;
    let lexicon = Lexicon::of(corpus);
    let mut paragraphs: BTreeMap<(String, u32), Vec<Place>> = BTreeMap::new();
    for place in key(name) {
        paragraphs.entry((place.author.clone(), place.paragraph)).or_default().push(place);
    }
    assert!(paragraphs.len() >= least, "only {} paragraphs", paragraphs.len());
    let mut tally: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    for ((author, number), places) in &paragraphs {
        let author_id = corpus.authors.find(author).expect("an author");
        let (work, _) = corpus.works_of(author_id).next().expect("a work");
        let text = loaded.texts.get(work).expect("a text");
        let paragraph = &text.paragraphs[*number as usize - 1];
        for place in places {
            let words = place.words.0 as usize - 1..place.words.1 as usize;
            let there = paragraph.folded(words).expect("the words of the key");
            assert_eq!(there, place.text, "p{number} of {author} is not as it was when the key was made");
        }
        let found = mentions(paragraph, work, &lexicon);
        let same = |mention: &Mention, place: &Place| {
            mention.actor().is_some_and(|actor| *corpus.actors.name(actor) == *place.actor)
                && mention.first <= place.words.1
                && place.words.0 <= mention.last
        };
        let counts = tally.entry(author).or_default();
        for mention in &found {
            let right = places.iter().any(|place| same(mention, place));
            counts[0] += usize::from(right);
            counts[1] += 1;
            if !right {
                eprintln!("{author} p{number}:{}-{} is not {}", mention.first, mention.last, who(mention, corpus));
            }
        }
        for place in places {
            let right = found.iter().any(|mention| same(mention, place));
            counts[2] += usize::from(right);
            counts[3] += 1;
            if !right {
                eprintln!("{author} p{number}: {} ({}) is not found", place.text, place.actor);
            }
        }
    }
    let mut all = [0; 4];
    for (author, counts) in &tally {
        all = std::array::from_fn(|nth| all[nth] + counts[nth]);
        tell(&format!("{name}, {author}"), *counts);
    }
    tell(&format!("{name}, both"), all);
    let share = |right: usize, of: usize| right as f64 / of as f64;
    assert!(share(all[0], all[1]) >= floors[0] && share(all[2], all[3]) >= floors[1], "{all:?}");
}

fn tell(what: &str, [right, found, met, key]: [usize; 4]) {
    let share = |part: usize, of: usize| 100.0 * part as f64 / of.max(1) as f64;
    eprintln!(
        "{what}: precision {:.1} % ({right} of {found}), recall {:.1} % ({met} of {key})",
        share(right, found),
        share(met, key)
    );
}
