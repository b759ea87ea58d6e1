//! Tests of the charts that are rows of words (issues, names, briefings): nothing lies on anything else, everything is on its page, and what a bead says is
//! told without its hue.

use parallax_core::diag::Sink;
use parallax_core::messages::LANGUAGES;
use parallax_core::model::Corpus;
use parallax_core::network::View;
use parallax_core::resolve::{Config, resolve};
use parallax_core::source::Sources;
use parallax_layout::{Point, Rect};

use crate::diagram::bead::Beads;
use crate::diagram::columns::WordStyle;
use crate::diagram::kinds::DiagramKind;
use crate::diagram::options::Options;
use crate::diagram::request::{PrintedLine, PrintedText, RenderRequest};
use crate::figure::issues::AnswerSense;
use crate::figure::{Caption, Figure};
use crate::scene::{Anchor, Group, Item, Outline, Scene, Text};
use crate::style::fit::Fit;
use crate::style::measure;
use crate::style::render_style::RenderStyle;

/// Eight questions, and what two historians answer.
const CITIES: &str = include_str!("../../../../tests/data/questions/actors/cities.toml");
const QUESTIONS: &str = include_str!("../../../../tests/data/questions/relations/codebook.toml");
const THUCYDIDES: &str = include_str!("../../../../tests/data/questions/relations/thucydides.toml");
const HERODOTUS: &str = include_str!("../../../../tests/data/questions/relations/herodotus.toml");

/// Two historians on eight questions.
fn historians() -> Corpus {
    let mut files = Sources::default();
    for (name, text) in
        [("cities", CITIES), ("codebook", QUESTIONS), ("thucydides", THUCYDIDES), ("herodotus", HERODOTUS)]
    {
        files.add(format!("relations/{name}.toml"), text);
    }
    resolved(&files)
}

/// Any number of authors on the same questions, who answer, deny, report and are silent by turns.
fn council(sides: usize) -> Corpus {
    let mut files = Sources::default();
    files.add("actors/cities.toml", CITIES);
    files.add("relations/codebook.toml", QUESTIONS);
    let names = ["Alder", "Birch", "Hornbeam of the Upper Valley", "Elm", "Hazel"];
    let answers: [&[&str]; 8] = [
        &["fear", "quarrel", "gods"],
        &["not", "little", "much", "wholly"],
        &["athens", "sparta", "persia"],
        &["athens", "sparta", "wrong-question"],
        &["yes", "no"],
        &["soon", "later", "long", "never"],
        &["yes", "no", "undecided"],
        &["south", "crowd"],
    ];
    let issues = ["war-cause", "sea-power", "gain", "guilt", "persian-aid", "next-war", "oracle", "plague"];
    let how = [
        "",
        "hedged = true",
        "negated = true",
        "stance = \"reports\"\nholder = \"some\"",
        "condition = \"if so\"",
        "strength = 1",
    ];
    for side in 0..sides {
        let mut text = format!("[author]\nid = \"n{side:02}\"\nname = \"{} {side}\"\n", names[side % names.len()]);
        let called = ["a city of ships", "the tyrant city", "those who hold the straits and the islands"];
        for nth in 0..=side % 3 {
            let words = called[(side + nth) % called.len()];
            text += &format!(
                "[[relation]]\nfrom = \"athens\"\nto = \"sparta\"\ntype = \"fights\"\nfrom-as = \"{words}\"\n"
            );
        }
        for (nth, (issue, answers)) in issues.iter().zip(answers).enumerate() {
            if (side * 7 + nth) % 5 == 4 {
                continue;
            }
            let answer = answers[(side * 3 + nth) % answers.len()];
            let how = how[(side + nth * side) % how.len()];
            text += &format!("[[position]]\nissue = \"{issue}\"\nanswer = \"{answer}\"\n{how}\n");
        }
        files.add(format!("relations/n{side:02}.toml"), text);
    }
    resolved(&files)
}

fn resolved(files: &Sources) -> Corpus {
    let mut findings = Sink::default();
    let corpus = resolve(files, Config::default(), &mut findings);
    assert!(corpus.issues.len() == 8 && !corpus.positions().is_empty());
    corpus
}

fn drawn(form: &str, corpus: &Corpus, views: &[&str], style: &RenderStyle) -> Vec<Scene> {
    let views: Vec<View> = views.iter().map(|text| View::parse(text, corpus).expect("a view")).collect();
    let kind = DiagramKind::named(form).expect("a form");
    let text = if kind.is_printed { printed(views.len()) } else { PrintedText::default() };
    let request = RenderRequest { text, ..RenderRequest::of(corpus, views) };
    let options = Options { style: style.clone(), ..Options::default() };
    let drawing = kind.draw(&request, &options).expect("a picture");
    [drawing.scene].into_iter().chain(drawing.more).collect()
}

/// A text of lines of any length, with words that are too wide for any column.
fn printed(sides: usize) -> PrintedText {
    let line = |length: usize| {
        let of_side = |side: usize| {
            let words = "hardly anything, ".repeat(length);
            [
                (WordStyle::Strong, format!("Side {side}:")),
                (WordStyle::Plain, words),
                (WordStyle::Quiet, "[p1, p3, p4, p11, +6].".to_owned()),
            ]
        };
        let wide = (WordStyle::Plain, "Ж".repeat(length * 20));
        let lead = format!("At whose cost it is {}", "unquestionably ".repeat(length)).repeat(length.min(3));
        PrintedLine { lead, runs: (0..sides).flat_map(of_side).chain([wide]).collect() }
    };
    PrintedText { about: "Shares are of all that a side says.".to_owned(), lines: (1..=12).map(line).collect() }
}

/// Every picture of these forms: of one to thirty sides, on pages of their own and of others, in every language.
fn pictures() -> Vec<(String, Scene)> {
    let (two, six, thirty) = (historians(), council(6), council(30));
    let names = |corpus: &Corpus| corpus.authors.names().map(str::to_owned).collect::<Vec<_>>();
    let mut found = Vec::new();
    for (corpus, sides) in [(&two, 1), (&two, 2), (&six, 6), (&thirty, 30)] {
        let views: Vec<String> = names(corpus).into_iter().take(sides).collect();
        let views: Vec<&str> = views.iter().map(String::as_str).collect();
        for (fit, language) in [None, Fit::parse("16:9"), Fit::parse("a4")]
            .into_iter()
            .flat_map(|fit| LANGUAGES.iter().map(move |language| (fit, language)))
        {
            let style = RenderStyle { fit, language: Some(language), ..RenderStyle::default() };
            let takes = |form: &&str| DiagramKind::named(form).is_some_and(|kind| kind.views.contains(&sides));
            for form in ["issues", "naming", "briefing"].into_iter().filter(takes) {
                let pages = drawn(form, corpus, &views, &style).into_iter().zip(1..);
                let name = |number: i32| format!("{form} of {sides}, {fit:?}, {}, page {number}", language.code);
                found.extend(pages.map(|(page, number)| (name(number), page)));
            }
        }
    }
    found
}

fn texts<'s>(items: &'s [Item], found: &mut Vec<&'s Text>) {
    for item in items {
        match item {
            Item::Group(group) => texts(&group.items, found),
            Item::Text(text) => found.push(text),
            Item::Shape(..) => {}
        }
    }
}

fn groups<'s>(items: &'s [Item], class: &str, found: &mut Vec<&'s Group>) {
    for item in items {
        if let Item::Group(group) = item {
            if group.class.split(' ').next() == Some(class) {
                found.push(group);
            }
            groups(&group.items, class, found);
        }
    }
}

/// What the letters of a line cover: from the height of capitals to the baseline.
fn covered(text: &Text) -> Rect {
    let width = measure::width(&text.line, text.size, text.bold);
    let left = match text.anchor {
        Anchor::Start => text.at.x,
        Anchor::Middle => text.at.x - width / 2.0,
        Anchor::End => text.at.x - width,
    };
    Rect { min: Point::new(left, text.at.y - text.size * 0.73), max: Point::new(left + width, text.at.y) }
}

fn meet(one: &Rect, other: &Rect) -> bool {
    let apart = one.max.x <= other.min.x || other.max.x <= one.min.x;
    !apart && one.min.y < other.max.y && other.min.y < one.max.y
}

/// The discs of a bead.
fn discs(items: &[Item], found: &mut Vec<Rect>) {
    for item in items {
        match item {
            Item::Group(group) => discs(&group.items, found),
            Item::Shape(Outline::Ellipse(centre, a, b), _) => {
                let reach = Point::new(*a, *b);
                found.push(Rect { min: *centre - reach, max: *centre + reach });
            }
            Item::Shape(..) | Item::Text(_) => {}
        }
    }
}

#[test]
fn no_letters_lie_on_others_and_all_are_on_the_page() {
    for (name, scene) in pictures() {
        let mut found = Vec::new();
        texts(&scene.items, &mut found);
        assert!(found.len() > 3, "{name}");
        let boxes: Vec<Rect> = found.iter().map(|text| covered(text)).collect();
        for (nth, (text, one)) in found.iter().zip(&boxes).enumerate() {
            let inside = one.min.x >= 0.0 && one.max.x <= scene.width && one.min.y >= 0.0 && one.max.y <= scene.height;
            assert!(inside, "{name}: {:?} is off the page: {one:?}", text.line);
            let on = boxes[nth + 1..].iter().zip(&found[nth + 1..]).find(|(other, _)| meet(one, other));
            assert!(on.is_none(), "{name}: {:?} and {:?}", text.line, on.map(|(_, other)| &other.line));
        }
    }
}

#[test]
fn every_bead_is_in_its_row_and_on_no_other() {
    let mut seen = 0;
    for (name, scene) in pictures().into_iter().filter(|(name, _)| name.starts_with("issues")) {
        let (mut rows, mut rules) = (Vec::new(), Vec::new());
        groups(&scene.items, "issue", &mut rows);
        for item in &scene.items {
            if let Item::Shape(Outline::Line(points), _) = item {
                rules.push(points[0].y);
            }
        }
        rules.push(scene.height);
        let mut all: Vec<Rect> = Vec::new();
        for (row, ends) in rows.iter().zip(rules.windows(2)) {
            let mut beads = Vec::new();
            groups(&row.items, "bead", &mut beads);
            for bead in beads {
                let mut own = Vec::new();
                discs(&bead.items, &mut own);
                // On a strike the letter has a disc of its own.
                own.truncate(1);
                assert_eq!(own.len(), 1, "{name}: {}", bead.id);
                assert!(own[0].min.y >= ends[0] && own[0].max.y <= ends[1], "{name}: {} leaves its row", bead.id);
                assert!(all.iter().all(|other| !meet(other, &own[0])), "{name}: {} lies on another", bead.id);
                all.extend(own);
            }
        }
        seen += all.len();
    }
    assert!(seen > 1_000, "{seen} beads");
}

#[test]
fn on_a_slide_words_are_large_and_what_has_no_room_follows() {
    let style = RenderStyle { fit: Fit::parse("16:9"), ..RenderStyle::default() };
    for (corpus, sides) in [(historians(), 2), (council(6), 6), (council(30), 30)] {
        let views: Vec<String> = corpus.authors.names().take(sides).map(str::to_owned).collect();
        let views: Vec<&str> = views.iter().map(String::as_str).collect();
        let pages = drawn("issues", &corpus, &views, &style);
        let mut seen = 0;
        for page in &pages {
            assert!((page.width, page.height) == (1280.0, 720.0), "{sides}: {} by {}", page.width, page.height);
            let mut rows = Vec::new();
            groups(&page.items, "issue", &mut rows);
            seen += rows.len();
            let mut found = Vec::new();
            for row in rows {
                texts(&row.items, &mut found);
            }
            let least = found.iter().map(|text| text.size).fold(f64::INFINITY, f64::min);
            assert!(least > 10.0, "{sides}: {least}");
        }
        assert_eq!(seen, 8, "{sides}: on {} pages", pages.len());
        assert!(pages.len() <= 3, "{sides}: {} pages", pages.len());
    }
}

#[test]
fn every_line_of_a_briefing_is_on_one_page_in_its_order() {
    for fit in [None, Fit::parse("16:9"), Fit::parse("a4")] {
        let style = RenderStyle { fit, ..RenderStyle::default() };
        let pages = drawn("briefing", &historians(), &["thucydides", "herodotus"], &style);
        assert_eq!(pages.len() > 1, fit.is_some(), "{fit:?}");
        let mut rows = Vec::new();
        for page in &pages {
            groups(&page.items, "line", &mut rows);
        }
        let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
        let expected: Vec<String> = (1..=12).map(|number| format!("line-{number}")).collect();
        assert_eq!(ids, expected, "{fit:?}");
        let mut found = Vec::new();
        for row in &rows {
            texts(&row.items, &mut found);
        }
        assert!(found.iter().all(|text| text.size >= 16.0), "{fit:?}");
    }
}

#[test]
fn a_bead_says_whose_and_how_far_without_its_hue() {
    let corpus = council(6);
    let views: Vec<View> = corpus.authors.names().map(|name| View::parse(name, &corpus).expect("a view")).collect();
    let caption = Caption::of(&corpus, &views, "title-issues", None, &LANGUAGES[0]);
    let beads = Beads { caption: &caption };
    let senses = [AnswerSense::Held, AnswerSense::Open, AnswerSense::Denied];
    // Letters, fills and lines: all but colour.
    let form = |side: usize, sense: AnswerSense| {
        let items = beads.bead(side, sense, 13.0, Point::default());
        let told = items.iter().map(|item| match item {
            Item::Text(text) => text.line.clone(),
            Item::Shape(outline, paint) => {
                let kind = matches!(outline, Outline::Line(_));
                format!("{kind} {} {}", paint.pen.is_some(), paint.fill.is_some())
            }
            Item::Group(_) => String::new(),
        });
        told.collect::<Vec<_>>()
    };
    let all: Vec<Vec<String>> =
        (0..Figure::MOST_LETTERS).flat_map(|side| senses.map(|sense| form(side, sense))).collect();
    for (nth, one) in all.iter().enumerate() {
        assert!(!all[nth + 1..].contains(one), "{one:?} stands for two");
    }
    assert!(beads.radius(true) > beads.radius(false) * 1.2);
}
