//! Text as outlines, set by the same code that sets it for PNG and PDF: each glyph once, and where it stands.

use std::collections::BTreeMap;

use resvg::usvg::fontdb::Weight;
use resvg::usvg::layout::PositionedGlyph;
use resvg::usvg::{Group, Node, Text, Tree};
use rustybuzz::ttf_parser::{Face, GlyphId, OutlineBuilder};

use super::letters::{Outlines, Run};
use super::tree::tree;
use crate::Error;
use crate::diagram::drawing::Drawing;
use crate::scene::Point;
use crate::style::faces::FAMILIES;

impl Outlines {
    /// Sets the texts of a drawing.
    pub(super) fn of(drawing: &Drawing) -> Result<Self, Error> {
        let tree = tree(&drawing.scene, &drawing.theme.palette, "SVG")?;
        let faces = FAMILIES.iter().flat_map(|family| family.data);
        let faces: Vec<Face<'_>> = faces.filter_map(|face| Face::parse(face, 0).ok()).collect();
        let mut known: BTreeMap<(usize, u16), String> = BTreeMap::new();
        let mut runs = BTreeMap::new();
        texts(tree.root(), &mut |text| {
            if let Ok(nth) = text.id().parse() {
                runs.insert(nth, runs_of(text, &tree, &faces, &mut known));
            }
        });
        known.retain(|_, path| !path.is_empty());
        let all: String = known.values().map(String::as_str).collect();
        let mark = blake3::hash(all.as_bytes()).to_hex()[..8].to_owned();
        let glyph = |(key, path): (&(usize, u16), &String)| format!(r#"<path id="{}-{mark}" d="{path}"/>"#, name(*key));
        Ok(Self { glyphs: known.iter().map(glyph).collect(), mark, runs })
    }
}

/// Every text below a group.
fn texts(group: &Group, found: &mut impl FnMut(&Text)) {
    for node in group.children() {
        match node {
            Node::Group(group) => texts(group, found),
            Node::Text(text) => found(text),
            Node::Path(_) | Node::Image(_) => {}
        }
    }
}

/// What a glyph of a face is called: a letter for each cut of each family.
fn name((face, glyph): (usize, u16)) -> String {
    format!("{}{glyph}", ['r', 'b', 'R', 'B'].get(face).unwrap_or(&'x'))
}

/// The glyphs of a text: a run for those that follow one another at one scale, for faces have units of different sizes.
fn runs_of(text: &Text, tree: &Tree, faces: &[Face<'_>], known: &mut BTreeMap<(usize, u16), String>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for glyph in text.layouted().iter().flat_map(|span| &span.positioned_glyphs) {
        let key = cut(tree, glyph).map(|cut| (cut, glyph.id.0));
        let Some((key, face)) = key.and_then(|key| Some((key, faces.get(key.0)?))) else { continue };
        let path = known.entry(key).or_insert_with(|| {
            let mut path = PathData(String::new());
            face.outline_glyph(GlyphId(key.1), &mut path);
            path.0
        });
        // A space has no ink.
        if path.is_empty() {
            continue;
        }
        let place = glyph.outline_transform();
        let at = Point::new(f64::from(place.tx), f64::from(place.ty));
        if runs.last().is_none_or(|run| run.scale.to_bits() != place.sx.to_bits()) {
            runs.push(Run { at, scale: place.sx, glyphs: Vec::new() });
        }
        let Some(run) = runs.last_mut() else { continue };
        let step = |to: f64, from: f64| ((to - from) / f64::from(run.scale)).round() as i64;
        let (x, y) = (step(at.x, run.at.x), -step(at.y, run.at.y));
        run.glyphs.push((name(key), x, y));
    }
    runs
}

/// Which of the faces draws a glyph: those of each family, regular and bold.
fn cut(tree: &Tree, glyph: &PositionedGlyph) -> Option<usize> {
    let info = tree.fontdb().face(glyph.font)?;
    let is = |name: &str| info.families.iter().any(|(family, _)| family == name);
    let family = FAMILIES.iter().position(|family| is(family.name))?;
    Some(2 * family + usize::from(info.weight > Weight::NORMAL))
}

/// An outline as the data of a path, in whole units.
struct PathData(String);

impl PathData {
    fn add(&mut self, letter: char, numbers: &[f32]) {
        let numbers: Vec<String> = numbers.iter().map(|number| (number.round() as i64).to_string()).collect();
        self.0.push(letter);
        self.0.push_str(&numbers.join(" "));
    }
}

impl OutlineBuilder for PathData {
    fn move_to(&mut self, x: f32, y: f32) {
        self.add('M', &[x, y]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.add('L', &[x, y]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.add('Q', &[x1, y1, x, y]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.add('C', &[x1, y1, x2, y2, x, y]);
    }

    fn close(&mut self) {
        self.0.push('Z');
    }
}
