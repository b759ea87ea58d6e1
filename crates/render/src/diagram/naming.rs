//! The naming table: a row an actor, a column a side, in it what the side calls the actor, in quotation marks, and how often.

use parallax_layout::Point;

use crate::diagram::drawing::Drawing;
use crate::diagram::options::Options;
use crate::diagram::page::group;
use crate::diagram::request::RenderRequest;
use crate::diagram::sheet::{self, Band, Sheet, WORDS};
use crate::diagram::side_columns::{NAME, PAD, SideColumns};
use crate::figure::naming::{NamedActor, NamingTable};
use crate::scene::block::Block;
use crate::scene::{Anchor, Group, Item, safe};
use crate::style::colour_role::ColourRole;
use crate::style::measure;

/// A cell has so many lines of words at most.
const LINES: usize = 3;

/// Draws what some views call the actors.
#[must_use]
pub(super) fn draw(request: &RenderRequest<'_>, options: &Options) -> Drawing {
    let (top, say) = (options.style.top, options.style.messages());
    let table = NamingTable::of(request.corpus, &request.views, request.title.as_deref(), top, say);
    let metrics = sheet::sizes(&options.style.theme().metrics);
    Drawing::of_scenes(sheet::pages(&table.caption, options, &metrics, |width| sheet(&table, options, width)), options)
}

/// A table with its columns.
struct Columns<'a> {
    table: &'a NamingTable,
    sides: SideColumns<'a>,
}

fn sheet(table: &NamingTable, options: &Options, width: f64) -> Sheet {
    let say = table.caption.messages;
    let columns = Columns { table, sides: SideColumns::of(&table.caption, width) };
    let (bands, left_out): (Vec<Band>, Vec<usize>) = table.rows.iter().map(|row| columns.band(row)).unzip();
    let hidden = table.actors - table.rows.len();
    let values = || [("n", hidden.into()), ("all", table.actors.into())];
    let remarks = [
        (hidden > 0).then(|| say.with("source-top-named", values())),
        (left_out.iter().sum::<usize>() > 0).then(|| say.text("source-words")),
    ];
    let remarks = remarks.into_iter().flatten().chain(options.remarks.iter().cloned());
    let title = (&*table.caption.title).into();
    Sheet {
        head: if table.rows.is_empty() { (Vec::new(), 0.0) } else { columns.sides.head() },
        bands,
        legend: (Vec::new(), 0.0),
        source: sheet::source(&table.caption, remarks),
        nothing: say.text("nothing-named"),
        described: say.with("described-naming", [("title", title), ("n", table.rows.len().into())]),
    }
}

impl Columns<'_> {
    /// A row, and how many words it leaves out.
    fn band(&self, row: &NamedActor) -> (Band, usize) {
        let name = Block::within(&row.label, NAME, true, self.sides.names);
        let cells: Vec<(Block, usize)> = row.words.iter().map(|words| self.cell(words)).collect();
        let height = cells.iter().map(|(cell, _)| cell.height).fold(name.height, f64::max) + 2.0 * PAD;
        let mut items = vec![group("name", name.items(Point::new(0.0, PAD), Anchor::Start, ColourRole::Ink))];
        for (side, (cell, _)) in cells.iter().enumerate() {
            let at = Point::new(self.sides.left(side), PAD + (NAME - WORDS) * 1.1);
            let items_of = cell.items(at, Anchor::Start, ColourRole::Ink);
            let class = format!("words side-{}", side + 1);
            items.push(Item::Group(Group { class, items: items_of, ..Group::default() }));
        }
        let told = self.told(row);
        let item = Item::Group(Group {
            id: format!("named-{}", safe(&row.id)),
            class: "named".to_owned(),
            title: measure::clean(&told),
            items,
        });
        (Band { height: height.ceil(), item, told }, cells.iter().map(|(_, left_out)| left_out).sum())
    }

    /// The commonest words that have room, and how many have none.
    fn cell(&self, words: &[(String, usize)]) -> (Block, usize) {
        let set = |kept: usize| {
            let more = (kept < words.len()).then(|| format!("+ {}", words.len() - kept));
            let said = [Some(self.quoted(&words[..kept])).filter(|said| !said.is_empty()), more];
            let text = said.into_iter().flatten().collect::<Vec<_>>().join(" ");
            Block::within(&text, WORDS, false, self.sides.words)
        };
        let kept = (0..=words.len()).rev().find(|kept| set(*kept).lines.len() <= LINES).unwrap_or(0);
        (set(kept), words.len() - kept)
    }

    /// Words in quotation marks, with how often each stands there if it is more than once.
    fn quoted(&self, words: &[(String, usize)]) -> String {
        let say = self.table.caption.messages;
        let quoted = |(words, times): &(String, usize)| {
            let quoted = say.with("chart-quoted", [("words", measure::clean(words).into())]);
            if *times > 1 { format!("{quoted} ×{times}") } else { quoted }
        };
        words.iter().map(quoted).collect::<Vec<_>>().join(", ")
    }

    fn told(&self, row: &NamedActor) -> String {
        let sides = self.table.caption.sides.iter().zip(&row.words).filter(|(_, words)| !words.is_empty());
        let said: Vec<String> = sides.map(|(side, words)| format!("{side}: {}", self.quoted(words))).collect();
        format!("{}: {}.", row.label, said.join("; "))
    }
}
