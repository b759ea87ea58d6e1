//! The page of strips: texts side by side on one scale, each in as many columns as suit the page; title, legend and source.

use parallax_core::messages::Messages;
use parallax_core::model::Corpus;
use parallax_core::text::{Coverage, Covered, State, Tally};
use parallax_layout::Point;

use super::bar::{self, Bar, GUTTER, Scale};
use super::legend;
use super::runs::runs;
use crate::diagram::options::Options;
use crate::diagram::page::{below, group, rule};
use crate::figure::sources;
use crate::scene::block::Block;
use crate::scene::{Anchor, Group, Item, Scene};
use crate::style::colour_role::ColourRole;
use crate::style::fit::Fit;
use crate::style::measure;
use crate::style::theme::Metrics;

/// Together the columns are about so wide, where the page does not say.
const WIDTH: f64 = 1120.0;
/// The least and the largest width of a column.
const COLUMN: (f64, f64) = (300.0, 760.0);
/// Columns have at most so many paragraphs, where the page does not say.
const ROWS: usize = 80;
/// A text is broken into so many columns at most.
const COLUMNS: usize = 8;
/// Title, headings, legend and source together are about so high.
const AROUND: f64 = 210.0;
/// From one text to the next.
const BETWEEN: f64 = 34.0;
/// This share of the paragraphs has room in one line.
const IN_ONE_LINE: f64 = 0.88;
/// What is less than such a part of a line is a stub.
const STUB: u32 = 5;
/// The words of a line.
const LINE: (u32, u32) = (20, 400);
/// How many paragraphs are named in the description.
const TOLD: usize = 12;

/// What stands on the page.
struct Page<'a> {
    corpus: &'a Corpus,
    covered: &'a [Coverage],
    metrics: &'a Metrics,
    options: &'a Options,
    /// Words a line, of all texts.
    line: u32,
}

/// The whole page.
#[must_use]
pub(super) fn scene(corpus: &Corpus, covered: &[Coverage], metrics: &Metrics, options: &Options) -> Scene {
    let page = Page { corpus, covered, metrics, options, line: line(covered) };
    match options.style.fit {
        Some(fit) => page.fitted(fit),
        None => page.set(&page.usual(), column(page.usual().iter().sum())),
    }
}

/// How wide a column is if there are so many.
fn column(columns: usize) -> f64 {
    (WIDTH / columns.max(1) as f64).clamp(COLUMN.0, COLUMN.1).floor()
}

/// Words a line: so many that most paragraphs have room in one, and few have a stub on a line of its own.
fn line(covered: &[Coverage]) -> u32 {
    let mut words: Vec<u32> =
        covered.iter().flat_map(|covered| &covered.paragraphs).map(|paragraph| paragraph.words).collect();
    words.sort_unstable();
    let at =
        |share: f64| words.get((words.len() as f64 * share) as usize).or(words.last()).copied().unwrap_or_default();
    let rounded = |words: u32| (words.div_ceil(10) * 10).clamp(LINE.0, LINE.1);
    let (least, most) = (rounded(at(IN_ONE_LINE)), rounded(at(1.0).min(at(IN_ONE_LINE) * 3 / 2)));
    let stubs = |line: u32| words.iter().filter(|words| **words > line && **words % line <= line / STUB).count();
    (least..=most.max(least)).min_by_key(|line| stubs(*line)).unwrap_or(least)
}

impl Page<'_> {
    /// As many columns of each text as its paragraphs need.
    fn usual(&self) -> Vec<usize> {
        self.covered.iter().map(|covered| covered.paragraphs.len().div_ceil(ROWS).clamp(1, COLUMNS)).collect()
    }

    /// On a page of given proportions: columns of a number and a width such that the page is smallest, so that all is largest.
    fn fitted(&self, fit: Fit) -> Scene {
        let longest = self.covered.iter().map(|covered| covered.paragraphs.len()).max().unwrap_or(1).max(1);
        let share = |covered: &Coverage, most: usize| (covered.paragraphs.len() * most).div_ceil(longest).max(1);
        let mut best: Option<(f64, Vec<usize>)> = None;
        for most in 1..=COLUMNS {
            let columns: Vec<usize> = self.covered.iter().map(|covered| share(covered, most)).collect();
            let places = self.covered.iter().zip(&columns).map(|(covered, columns)| self.places(covered, *columns).1);
            let high = places.fold(0.0, f64::max) + AROUND;
            let page = (self.wide(&columns, COLUMN.0) + 2.0 * self.metrics.page.margin).max(high * fit.aspect());
            if best.as_ref().is_none_or(|(least, _)| page < *least) {
                best = Some((page, columns));
            }
        }
        let (page, columns) = best.unwrap_or((WIDTH, self.usual()));
        // Columns are as wide as the page lets them be.
        let spare = page - 2.0 * self.metrics.page.margin - self.wide(&columns, 0.0);
        let width = (spare / columns.iter().sum::<usize>().max(1) as f64).clamp(COLUMN.0, WIDTH).floor();
        self.set(&columns, width).centred(fit)
    }

    /// How wide all columns are together.
    fn wide(&self, columns: &[usize], width: f64) -> f64 {
        let gap = self.metrics.page.gap;
        let text = |columns: &usize| *columns as f64 * (width + gap) - gap;
        columns.iter().map(text).sum::<f64>() + BETWEEN * columns.len().saturating_sub(1) as f64
    }

    /// In which column each paragraph of a text stands, and how far down; and how high the highest column is.
    fn places(&self, covered: &Coverage, columns: usize) -> (Vec<(usize, f64)>, f64) {
        let height = |paragraph: &Covered| bar::height(paragraph.words.div_ceil(self.line).max(1));
        let whole: f64 = covered.paragraphs.iter().map(height).sum();
        let (mut column, mut y, mut done, mut highest) = (0, 0.0, 0.0, 0.0_f64);
        let mut places = Vec::with_capacity(covered.paragraphs.len());
        for height in covered.paragraphs.iter().map(height) {
            // Half of a paragraph may stand over the end of its column.
            let end = whole * (column + 1) as f64 / columns as f64;
            if column + 1 < columns && y > 0.0 && done + height / 2.0 > end {
                (column, y) = (column + 1, 0.0);
            }
            places.push((column, y));
            y += height;
            done += height;
            highest = highest.max(y);
        }
        (places, highest)
    }

    /// The page with so many columns of each text, each so wide.
    fn set(&self, columns: &[usize], width: f64) -> Scene {
        let (metrics, sizes) = (self.metrics, &self.metrics.page);
        let left = sizes.margin;
        let inner = self.wide(columns, width).max(sizes.least);
        let title = Block::wrap(&self.title(), metrics.text.title, true, inner);
        let mut items = vec![group("title", title.items(Point::new(left, left), Anchor::Start, ColourRole::Ink))];
        let top = left + title.height + sizes.gap;
        let (mut bottom, mut x) = (top, left);
        for (nth, (covered, columns)) in self.covered.iter().zip(columns).enumerate() {
            let (item, height) = self.text(nth, covered, *columns, width, Point::new(x, top));
            items.push(item);
            bottom = bottom.max(top + height);
            x += self.wide(&[*columns], width) + BETWEEN;
        }
        let paragraphs = self.covered.iter().flat_map(|covered| &covered.paragraphs);
        let drawn: Vec<_> = paragraphs.map(|paragraph| (paragraph, runs(paragraph, self.corpus))).collect();
        let legend = legend::legend(&drawn, metrics, self.say(), inner);
        let y = below(&mut items, legend, &self.source(), Point::new(left, bottom + sizes.gap), inner, metrics);
        let (width, height) = ((inner + 2.0 * left).ceil(), (y + sizes.margin * 0.75).ceil());
        let title = title.lines.join(" ");
        let (language, desc) = (self.say().code, self.description());
        Scene { width, height, size: None, language, title, desc, items }
    }

    fn title(&self) -> String {
        self.options.title.clone().unwrap_or_else(|| self.say().text("title-strips"))
    }

    /// The words of its language.
    fn say(&self) -> &'static Messages {
        self.options.style.messages()
    }

    /// A text with its heading; and how high it is.
    fn text(&self, nth: usize, covered: &Coverage, columns: usize, width: f64, at: Point) -> (Item, f64) {
        let (metrics, sizes) = (self.metrics, &self.metrics.page);
        let full = self.wide(&[columns], width);
        let heading = Block::wrap(&self.name(covered), metrics.text.heading, true, full);
        let numbers = Block::run(&numbers(&covered.tally, self.say()), metrics.text.legend, false, full);
        let below = at + Point::new(0.0, heading.height + 2.0);
        let mut items = vec![
            group("heading", heading.items(at, Anchor::Start, ColourRole::Ink)),
            group("numbers", numbers.items(below, Anchor::Start, ColourRole::Quiet)),
            rule(at.x, below.y + numbers.height + 5.0, full),
        ];
        let head = heading.height + numbers.height + 2.0 + 12.0;
        let scale = Scale { line: self.line, word: (width - GUTTER) / f64::from(self.line) };
        let (places, highest) = self.places(covered, columns);
        for ((paragraph, (column, y)), number) in covered.paragraphs.iter().zip(places).zip(1..) {
            let corner = at + Point::new(column as f64 * (width + sizes.gap) + GUTTER, head + y);
            let bar = Bar { covered: paragraph, corpus: self.corpus, metrics, say: self.say(), scale };
            items.push(bar.group(&format!("t{}-p{number}", nth + 1), number, corner));
        }
        let class = "text".to_owned();
        (Item::Group(Group { id: format!("t{}", nth + 1), class, items, ..Group::default() }), head + highest)
    }

    /// The author; of several works also which.
    fn name(&self, covered: &Coverage) -> String {
        let work = self.corpus.work(covered.work);
        let author = &self.corpus.authors.get(work.author).name;
        let several = self.corpus.works_of(work.author).nth(1).is_some();
        measure::clean(&if several { format!("{author}: {}", work.title) } else { author.to_string() })
    }

    fn source(&self) -> String {
        let authors: Vec<_> = self.covered.iter().map(|covered| self.corpus.work(covered.work).author).collect();
        let scale = self.say().with("strip-scale", [("n", self.line.into())]);
        let said = sources(self.corpus, &authors, self.say());
        if said.is_empty() {
            return scale;
        }
        format!("{} {scale}", self.say().with("source-after", [("works", said.join("; ").into())]))
    }

    /// The picture in a few sentences.
    fn description(&self) -> String {
        let say = self.say();
        let one = |covered: &Coverage| {
            let open =
                covered.paragraphs.iter().zip(1..).filter(|(paragraph, _)| {
                    paragraph.sentences.iter().any(|sentence| sentence.state == State::Uncoded)
                });
            let open: Vec<String> = open.map(|(_, number): (_, usize)| number.to_string()).collect();
            let where_open = match open.len() {
                0 => String::new(),
                many if many > TOLD => format!(" {}", say.count("strip-open-many", many)),
                _ => format!(" {}", say.with("strip-open", [("paragraphs", open.join(", ").into())])),
            };
            let paragraphs = say.count("count-paragraphs", covered.tally.paragraphs);
            format!("{}: {paragraphs}, {}.{where_open}", self.name(covered), numbers(&covered.tally, say))
        };
        let each: Vec<String> = self.covered.iter().map(one).collect();
        measure::clean(&format!("{} {}", say.text("strip-described"), each.join(" ")))
    }
}

/// The numbers under a heading.
fn numbers(tally: &Tally, say: &Messages) -> String {
    let words = say.count("count-words", tally.words);
    let anchored = match tally.anchored_share() {
        Some(share) => {
            let percent = say.decimal(share * 100.0, 0).into();
            say.with("strip-anchored", [("percent", percent), ("words", words.into())])
        }
        None => words,
    };
    if let Some(why) = tally.nothing() {
        return say.with("strip-nothing", [("anchored", anchored.into()), ("why", why.into())]);
    }
    let values = [
        ("anchored", anchored.into()),
        ("n", tally.several.into()),
        ("coded", tally.coded.into()),
        ("aside", tally.set_aside.into()),
        ("open", tally.uncoded().into()),
    ];
    say.with("strip-numbers", values)
}
