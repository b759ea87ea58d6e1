//! The catalogue of messages: what the sources ask for is in every language, with the variables that it is given, and nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use parallax_core::diff::{Difference, Differing, IssueSilence, IssueVerdict, Share, Silence, Verdict};
use parallax_core::messages::{LANGUAGES, Messages};
use parallax_core::model::{
    ActorKind, Answer, Attitude, CastRole, Factuality, FrameKind, IssueKind, LinkKind, Mode, Sign, Stance, Standing,
};
use parallax_core::network::View;
use parallax_formats::report;
use parallax_project::outputs::by_extension;
use parallax_project::{Project, Request};
use parallax_render::{DiagramKind, LegendDetail, Options, RenderRequest, RenderStyle, TextMode};

use crate::page_texts;
use crate::sources::{self, code};

/// The keys of a language, each with the variables that its message needs, those of messages that it takes in among them.
pub(crate) type Catalogue = BTreeMap<String, BTreeSet<String>>;

/// A message: its own variables, and the messages that it takes in.
#[derive(Default)]
struct Needs {
    variables: BTreeSet<String>,
    messages: BTreeSet<String>,
}

impl Needs {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            let PatternElement::Placeable { expression } = element else { continue };
            match expression {
                Expression::Inline(inline) => self.inline(inline),
                Expression::Select { selector, variants } => {
                    self.inline(selector);
                    for variant in variants {
                        self.pattern(&variant.value);
                    }
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => drop(self.variables.insert(id.name.to_owned())),
            InlineExpression::MessageReference { id, .. } => drop(self.messages.insert(id.name.to_owned())),
            _ => {}
        }
    }
}

/// Every file of a language: name and text.
fn files(language: &Messages) -> impl Iterator<Item = (&'static str, &'static str)> {
    language.files.iter().copied().chain([("page.ftl", language.page)])
}

/// The catalogue of a language; the messages that only others take in are among the second.
fn catalogue(language: &Messages) -> (Catalogue, BTreeSet<String>) {
    catalogue_of(language, &files(language).map(|(file, _)| file).collect::<Vec<_>>())
}

/// The same of some of its files.
pub(crate) fn catalogue_of(language: &Messages, files: &[&str]) -> (Catalogue, BTreeSet<String>) {
    let mut all: BTreeMap<String, Needs> = BTreeMap::new();
    for (file, text) in self::files(language).filter(|(file, _)| files.contains(file)) {
        let resource = parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{}/{file}: {errors:?}", language.code));
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut needs = Needs::default();
            needs.pattern(message.value.as_ref().expect("a message has a value"));
            let before = all.insert(message.id.name.to_owned(), needs);
            assert!(before.is_none(), "{}/{file}: `{}` stands twice", language.code, message.id.name);
        }
    }
    let inner: BTreeSet<String> = all.values().flat_map(|needs| needs.messages.clone()).collect();
    let whole = |needs: &Needs| {
        let taken = needs.messages.iter().flat_map(|key| all[key].variables.clone());
        needs.variables.iter().cloned().chain(taken).collect()
    };
    (all.iter().map(|(key, needs)| (key.clone(), whole(needs))).collect(), inner)
}

/// Dates of our own reckoning: English takes them as ISO 8601 writes them, other languages make them of their parts.
fn may_take_less(key: &str) -> bool {
    key.starts_with("date-iso-")
}

/// The words of the files that have messages, by the family that their keys begin with.
pub(crate) fn families() -> BTreeMap<&'static str, Vec<&'static str>> {
    let senses = || Factuality::all().map(Factuality::word).collect::<Vec<_>>();
    let signs = || Sign::ALL.map(Sign::name).to_vec();
    let kinds = ActorKind::WORDS.iter().map(|(word, _)| *word).collect();
    let frames = FrameKind::WORDS.iter().map(|(word, _)| *word).collect();
    let verdicts = || Verdict::NAMES.into_iter().filter(|name| !name.starts_with("only")).collect::<Vec<_>>();
    let answers = || IssueVerdict::NAMES.into_iter().filter(|name| !name.starts_with("only")).collect::<Vec<_>>();
    let stances = || Stance::WORDS.iter().map(|(word, _)| *word).collect::<Vec<_>>();
    BTreeMap::from([
        ("actor-kind", kinds),
        ("answer", Answer::STANDING.map(|(id, _)| id).to_vec()),
        ("attitude", Attitude::WORDS.iter().map(|(word, _)| *word).collect()),
        ("attributed", stances()),
        ("cast-role", CastRole::WORDS.iter().map(|(word, _)| *word).collect()),
        ("chart-sense", vec!["held", "open", "denied"]),
        ("issue-verdict", IssueVerdict::NAMES.into_iter().filter(|name| !name.starts_with("only")).collect()),
        ("date-part", vec!["year", "month", "day"]),
        ("differs", Differing::NAMES.to_vec()),
        ("filters-strength", vec!["1", "2", "3"]),
        ("frame-kind", frames),
        ("issue-kind", IssueKind::WORDS.iter().map(|(word, _)| *word).collect()),
        ("issue-name", answers()),
        ("issue-silent", IssueSilence::ALL.map(IssueSilence::name).to_vec()),
        ("issue-title", answers()),
        ("issue-why", answers()),
        ("link", LinkKind::WORDS.iter().map(|(word, _)| *word).collect()),
        ("meaning", senses()),
        ("mode", Mode::WORDS.iter().map(|(word, _)| *word).collect()),
        ("relation", signs()),
        ("sense", senses()),
        ("sign", signs()),
        ("silence", Silence::ALL.map(Silence::name).to_vec()),
        ("share", Share::ALL.map(Share::name).to_vec()),
        ("silent", Silence::ALL.map(Silence::name).to_vec()),
        ("stance", stances()),
        ("standing", Standing::WORDS.iter().map(|(word, _)| *word).collect()),
        ("verdict", verdicts()),
        ("verdict-meaning", verdicts()),
        ("verdict-name", verdicts()),
        ("verdict-title", verdicts()),
        ("verdict-why", verdicts()),
    ])
}

/// The texts in quotation marks of a source.
fn literals(text: &str) -> impl Iterator<Item = &str> {
    text.split('"').skip(1).step_by(2)
}

/// Words with hyphens that begin as keys do, and are none.
const NO_KEYS: [&str; 1] = ["side-by-side"];

/// Whether a text is written as a key, and begins as some message does.
fn is_like_a_key(text: &str, known: &Catalogue) -> bool {
    let plain = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    let Some((first, rest)) = text.split_once('-') else { return false };
    plain && !rest.is_empty() && known.keys().any(|key| key.split('-').next() == Some(first))
}

/// The sources whose words come from the catalogue, without their tests.
fn asking() -> Vec<sources::Source> {
    let rooms = ["/messages/", "/period/", "formats/src/report/", "render/src/"];
    let mut all = sources::all();
    all.retain(|source| !source.is_test() && rooms.iter().any(|room| source.name.contains(room)));
    all
}

/// Calls of a method with a key: `.with("key", ...)`; the key, and what follows it. What has another text behind it is no message.
fn calls<'s>(text: &'s str, method: &'s str) -> impl Iterator<Item = (&'s str, &'s str)> {
    text.match_indices(method).filter_map(move |(at, _)| {
        let rest = text[at + method.len()..].trim_start().strip_prefix('(')?.trim_start();
        let (key, after) = rest.strip_prefix('"')?.split_once('"')?;
        let other = after.trim_start().strip_prefix(',').is_some_and(|after| after.trim_start().starts_with('"'));
        (!other || method == ".word").then_some((key, after))
    })
}

#[test]
fn every_language_has_the_same_messages_with_the_same_variables() {
    let (first, _) = catalogue(&LANGUAGES[0]);
    for language in &LANGUAGES[1..] {
        let (other, _) = catalogue(language);
        assert!(first.keys().eq(other.keys()), "{}: {:?}", language.code, {
            let (a, b): (BTreeSet<_>, BTreeSet<_>) = (first.keys().collect(), other.keys().collect());
            a.symmetric_difference(&b).map(|key| (**key).clone()).collect::<Vec<_>>()
        });
        for (key, variables) in first.iter().filter(|(key, _)| !may_take_less(key)) {
            assert_eq!(&other[key], variables, "{}: `{key}`", language.code);
        }
    }
}

#[test]
fn what_is_asked_for_is_there_and_nothing_else() {
    let (all, inner) = catalogue(&LANGUAGES[0]);
    let of_rust: Vec<&str> = LANGUAGES[0].files.iter().map(|(file, _)| *file).collect();
    let (known, _) = catalogue_of(&LANGUAGES[0], &of_rust);
    let families = families();
    let mut used: BTreeSet<String> = inner;
    for source in asking() {
        let text = code(&source.text);
        used.extend(literals(text).filter(|literal| known.contains_key(*literal)).map(str::to_owned));
        for (key, _) in [".text", ".with", ".with_all", ".count"].into_iter().flat_map(|method| calls(text, method)) {
            assert!(known.contains_key(key), "{}: there is no message `{key}`", source.name);
        }
        for literal in literals(text).filter(|literal| is_like_a_key(literal, &known)) {
            let is_word = families.contains_key(literal) || NO_KEYS.contains(&literal);
            assert!(is_word || known.contains_key(literal), "{}: there is no message `{literal}`", source.name);
        }
        for (family, _) in calls(text, ".word") {
            let words = families.get(family).unwrap_or_else(|| panic!("{}: no words of `{family}`", source.name));
            used.extend(words.iter().map(|word| format!("{family}-{}", word.replace(' ', "-"))));
        }
    }
    let missing: Vec<&String> = used.iter().filter(|key| !known.contains_key(*key)).collect();
    assert!(missing.is_empty(), "no message for {missing:?}");
    used.extend(page_texts::used(&all));
    let idle: Vec<&String> = all.keys().filter(|key| !used.contains(*key)).collect();
    assert!(idle.is_empty(), "nobody asks for {idle:?}");
}

/// The names in an array of values: `[("n", ...), side()]`, as far as they stand there.
fn given(after: &str) -> Option<BTreeSet<String>> {
    let array = after.trim_start().strip_prefix(',')?.trim_start().strip_prefix('[')?;
    let mut depth = 0;
    let end = array.find(|c| {
        depth += i32::from("([{".contains(c)) - i32::from(")]}".contains(c));
        depth < 0
    })?;
    let mut names = BTreeSet::new();
    let (mut depth, mut start) = (0, 0);
    let mut parts = Vec::new();
    for (at, c) in array[..end].char_indices() {
        depth += i32::from("([{".contains(c)) - i32::from(")]}".contains(c));
        if c == ',' && depth == 0 {
            parts.push(&array[start..at]);
            start = at + 1;
        }
    }
    parts.push(&array[start..end]);
    for part in parts.into_iter().map(str::trim).filter(|part| !part.is_empty()) {
        names.insert(part.strip_prefix("(\"")?.split('"').next()?.to_owned());
    }
    Some(names)
}

#[test]
fn messages_get_the_variables_that_they_need() {
    let catalogues: Vec<Catalogue> = LANGUAGES.iter().map(|language| catalogue(language).0).collect();
    let mut seen = 0;
    for source in asking() {
        let text = code(&source.text);
        let plain = calls(text, ".text").map(|(key, _)| (key, Some(BTreeSet::new())));
        let counts = calls(text, ".count").map(|(key, _)| (key, Some(BTreeSet::from(["n".to_owned()]))));
        let with = calls(text, ".with").map(|(key, after)| (key, given(after)));
        for (key, given) in plain.chain(counts).chain(with) {
            // Values that are made elsewhere are not seen here.
            let Some(given) = given else { continue };
            seen += 1;
            for needs in catalogues.iter().filter_map(|catalogue| catalogue.get(key)) {
                assert!(
                    *needs == given || may_take_less(key),
                    "{}: `{key}` needs {needs:?}, not {given:?}",
                    source.name
                );
            }
        }
    }
    assert!(seen > 150, "{seen} calls are read");
}

/// The messages of some files that need no variables and have three words or more, in the first language and in another.
fn sentences(files: &[&str], other: &Messages) -> Vec<(String, String)> {
    let (known, _) = catalogue(&LANGUAGES[0]);
    let of_files = |key: &&String| {
        let texts = LANGUAGES[0].files.iter().filter(|(name, _)| files.contains(name));
        texts.into_iter().any(|(_, text)| text.lines().any(|line| line.starts_with(&format!("{key} ="))))
    };
    let plain = known.iter().filter(|(_, needs)| needs.is_empty()).map(|(key, _)| key).filter(of_files);
    plain
        .map(|key| (LANGUAGES[0].text(key), other.text(key)))
        .filter(|(english, _)| english.split_whitespace().count() > 2)
        .collect()
}

#[test]
fn a_report_and_a_picture_are_of_one_language() {
    let project = Project::load(&Request {
        root: Some(Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()),
        texts: Some("nowhere".into()),
        ..Request::default()
    })
    .expect("a corpus");
    let corpus = &project.corpus;
    let views = ["pozhidaev:tag=slide", "hudis:tag=slide"].map(|view| View::parse(view, corpus).expect("a view"));
    for language in &LANGUAGES[1..] {
        let mut text = Vec::new();
        let options = report::Options { messages: language, width: 100_000, ..report::Options::default() };
        let difference = Difference::of(corpus, &views[0], &views[1]);
        report::by_name("text").difference(&difference, &options, &mut text).expect("memory");
        let style = RenderStyle {
            language: Some(language),
            legend: Some(LegendDetail::Full),
            text_mode: Some(TextMode::Plain),
            ..RenderStyle::default()
        };
        let options = Options { style, ..Options::default() };
        let shown = RenderRequest::of(corpus, views.to_vec());
        let drawing = DiagramKind::usual_of_sides(2).draw(&shown, &options).expect("a picture");
        let svg = by_extension("svg").expect("a format").files(&drawing).expect("a file").concat();
        for (written, files) in [(text, ["report.ftl", "shared.ftl"]), (svg, ["picture.ftl", "shared.ftl"])] {
            let written = String::from_utf8(written).expect("letters");
            let (mut said, all) = (0, sentences(&files, language));
            for (english, other) in &all {
                assert!(!written.contains(english.as_str()), "{}: {english}", language.code);
                said += usize::from(written.contains(other.as_str()));
            }
            assert!(said > 3, "{}: {said} of {}", language.code, all.len());
        }
    }
}
