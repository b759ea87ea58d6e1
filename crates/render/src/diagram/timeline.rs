//! The timeline: a row a time, a column a side, in it what the side says of that time, each statement with its sign.

use parallax_layout::Point;

use crate::diagram::badge::Badge;
use crate::diagram::drawing::Drawing;
use crate::diagram::options::Options;
use crate::diagram::page::group;
use crate::diagram::request::RenderRequest;
use crate::diagram::sheet::{self, Band, Sheet, WORDS};
use crate::diagram::side_columns::{NAME, PAD, SideColumns};
use crate::figure::timeline::{Happening, Moment, Timeline};
use crate::scene::block::Block;
use crate::scene::{Anchor, Group, Item, safe};
use crate::style::colour_role::{ColourRole, Hue};
use crate::style::measure;
use crate::style::theme::Metrics;

/// From a sign to its words.
const BESIDE: f64 = 6.0;
/// From one statement to the next.
const UNDER: f64 = 4.0;

/// Draws what some views say happened when.
#[must_use]
pub(super) fn draw(request: &RenderRequest<'_>, options: &Options) -> Drawing {
    let (top, say) = (options.style.top, options.style.messages());
    let timeline = Timeline::of(request.corpus, &request.views, request.title.as_deref(), top, say);
    let metrics = sheet::sizes(&options.style.theme().metrics);
    let sheet = |width| sheet(&timeline, options, &metrics, width);
    Drawing::of_scenes(sheet::pages(&timeline.caption, options, &metrics, sheet), options)
}

fn sheet(timeline: &Timeline, options: &Options, metrics: &Metrics, width: f64) -> Sheet {
    let say = timeline.caption.messages;
    let sides = SideColumns::of(&timeline.caption, width);
    let rows = Rows { timeline, sides, metrics };
    let hidden = timeline.all - timeline.moments.len();
    let values = || [("n", hidden.into()), ("all", timeline.all.into())];
    let remarks = [
        (hidden > 0).then(|| say.with("source-top-times", values())),
        (timeline.undated > 0).then(|| say.count("source-undated", timeline.undated)),
    ];
    let remarks = remarks.into_iter().flatten().chain(options.remarks.iter().cloned());
    let title = (&*timeline.caption.title).into();
    Sheet {
        head: if timeline.moments.is_empty() { (Vec::new(), 0.0) } else { sides.head() },
        bands: timeline.moments.iter().map(|moment| rows.band(moment)).collect(),
        legend: (Vec::new(), 0.0),
        source: sheet::source(&timeline.caption, remarks),
        nothing: say.text("nothing-dated"),
        described: say.with("described-timeline", [("title", title), ("n", timeline.moments.len().into())]),
    }
}

/// The rows of a timeline.
struct Rows<'a> {
    timeline: &'a Timeline,
    sides: SideColumns<'a>,
    metrics: &'a Metrics,
}

impl Rows<'_> {
    fn band(&self, moment: &Moment) -> Band {
        let name = Block::within(&moment.when, NAME, true, self.sides.names);
        let mut items = vec![group("name", name.items(Point::new(0.0, PAD), Anchor::Start, ColourRole::Ink))];
        let mut height = name.height;
        for (side, said) in moment.said.iter().enumerate() {
            let (cell, high) = self.cell(&format!("said-{}--{}", safe(&moment.text), side + 1), said);
            let at = Point::new(self.sides.left(side), PAD + (NAME - WORDS) * 1.1);
            let items_of = cell.into_iter().map(|item| item.moved(at)).collect();
            let class = format!("words side-{}", side + 1);
            items.push(Item::Group(Group { class, items: items_of, ..Group::default() }));
            height = height.max(high);
        }
        let told = self.told(moment);
        let item = Item::Group(Group {
            id: format!("time-{}", safe(&moment.text)),
            class: "time".to_owned(),
            title: measure::clean(&told),
            items,
        });
        Band { height: (height + 2.0 * PAD).ceil(), item, told }
    }

    /// What a side says of a time, from the origin, and how high that is; `row` is what its ids begin with.
    fn cell(&self, row: &str, said: &[Happening]) -> (Vec<Item>, f64) {
        let mut statements = Vec::new();
        let mut y = 0.0;
        for (nth, happening) in said.iter().enumerate() {
            let Happening { sign, factuality, .. } = happening;
            let badge = Badge::of(*sign, "", self.metrics).struck(factuality.is_negative());
            let indent = badge.width + BESIDE;
            let block = Block::within(&counted(happening), WORDS, false, self.sides.words - indent);
            let hue = if factuality.is_negative() { Hue::Denied } else { Hue::Sign(*sign) };
            let mut items = badge.items(Point::new(badge.width / 2.0, y + WORDS * 0.6), hue);
            items.extend(block.items(Point::new(indent, y), Anchor::Start, ColourRole::Ink));
            let (id, class) = (format!("{row}-{}", nth + 1), format!("said {}", sign.name()));
            statements.push(Item::Group(Group { id, class, items, ..Group::default() }));
            y += block.height + UNDER;
        }
        (statements, (y - UNDER).max(0.0))
    }

    fn told(&self, moment: &Moment) -> String {
        let say = self.timeline.caption.messages;
        let words = |said: &Happening| format!("{} ({})", counted(said), say.word("sign", said.sign.name()));
        let sides = self.timeline.caption.sides.iter().zip(&moment.said).filter(|(_, said)| !said.is_empty());
        let said =
            sides.map(|(side, said)| format!("{side}: {}", said.iter().map(words).collect::<Vec<_>>().join(", ")));
        format!("{}: {}.", moment.when, said.collect::<Vec<_>>().join("; "))
    }
}

/// What is said, with how often if it is more than once.
fn counted(said: &Happening) -> String {
    if said.times > 1 { format!("{} ×{}", said.words, said.times) } else { said.words.clone() }
}
