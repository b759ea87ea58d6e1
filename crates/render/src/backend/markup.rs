//! A scene as the text of an SVG: a document of its own, or an element of a page.

use std::fmt::Write;

use parallax_core::diag::steers;

use super::letters::{Letters, Run};
use crate::scene::{Anchor, Group, Item, Outline, Paint, Point, Scene, Text};
use crate::style::faces::{FAMILIES, runs};
use crate::style::fit::Size;
use crate::style::palette::Palette;

/// The bundled faces, then what is near to their widths where they are not installed.
const FAMILY: &str = "Source Sans 3, Source Sans Pro, DejaVu Sans, sans-serif";

/// Lengths in a file of its own.
const HUNDREDTHS: Fineness = Fineness(100.0);

/// Lengths in a page, of which there are many.
const TENTHS: Fineness = Fineness(10.0);

/// The scene as an SVG document. Browsers are asked for exact widths: else some round every letter to whole pixels.
#[must_use]
pub(super) fn to_svg(scene: &Scene, palette: &Palette, letters: &Letters) -> String {
    let mut body = Writer { out: String::with_capacity(64 * 1024), palette, letters, place: Place::Document, texts: 0 };
    for item in &scene.items {
        body.item(1, item);
    }
    let mark = &blake3::hash(format!("{}{}{}", scene.title, scene.desc, body.out).as_bytes()).to_hex()[..8];
    let number = |length: f64| HUNDREDTHS.number(length);
    let (width, height) = (number(scene.width), number(scene.height));
    let (shown_wide, shown_high) = match scene.size {
        Some(Size::Pixels(wide, high)) => (number(wide), number(high)),
        Some(Size::Millimetres(wide, high)) => (format!("{}mm", number(wide)), format!("{}mm", number(high))),
        None => (width.clone(), height.clone()),
    };
    let family = match letters {
        Letters::Font(face) => format!("{}, {FAMILY}", face.family),
        _ => FAMILY.to_owned(),
    };
    let mut out = format!(
        concat!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" lang="{language}" width="{shown_wide}" height="{shown_high}" "#,
            r#"viewBox="0 0 {width} {height}" role="img" aria-labelledby="title-{mark}" aria-describedby="desc-{mark}" "#,
            r#"font-family="{family}" text-rendering="geometricPrecision">"#,
            "\n"
        ),
        language = scene.language,
        shown_wide = shown_wide,
        shown_high = shown_high,
        width = width,
        height = height,
        mark = mark,
        family = family,
    );
    out.push_str(&format!(" <title id=\"title-{mark}\">{}</title>\n", harmless_markup(&scene.title)));
    out.push_str(&format!(" <desc id=\"desc-{mark}\">{}</desc>\n", harmless_markup(&scene.desc)));
    match letters {
        Letters::Font(face) => out.push_str(&format!(" <style>{}</style>\n", face.rules)),
        Letters::Paths(outlines) => out.push_str(&format!(" <defs>{}</defs>\n", outlines.glyphs)),
        Letters::Plain | Letters::Numbered => {}
    }
    out.push_str(&format!(
        " <rect class=\"ground\" width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n",
        palette.ground
    ));
    out.push_str(&body.out);
    out.push_str("</svg>\n");
    out
}

/// Where a picture is to stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In a file of its own.
    Document,
    /// In a page beside others, whose scripts say what its groups are.
    Page,
}

/// The scene as an element of a page that has the face and knows groups by `data-id`: no id, no title, no ground.
#[must_use]
pub fn to_element(scene: &Scene, palette: &Palette, class: &str) -> String {
    let mut body = Writer { out: String::new(), palette, letters: &Letters::Plain, place: Place::Page, texts: 0 };
    for item in &scene.items {
        body.item(0, item);
    }
    let [width, height] = [scene.width, scene.height].map(|length| TENTHS.number(length));
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" class="{class}" viewBox="0 0 {width} {height}" role="img" aria-label="{}" font-family="Parallax, {FAMILY}" text-rendering="geometricPrecision">{}</svg>"#,
        harmless_markup(&scene.title),
        body.out
    )
}

/// Writes items one after the other.
struct Writer<'w> {
    out: String,
    palette: &'w Palette,
    letters: &'w Letters,
    place: Place,
    /// How many texts are written.
    texts: usize,
}

/// Where a label, an actor or a badge begins: told from there, those that look alike are the same text, and pack well.
fn origin(group: &Group) -> Option<Point> {
    let compact = ["label-", "actor-", "ghost-", "badge-"].iter().any(|kind| group.id.starts_with(kind));
    let first = group.items.first().filter(|_| compact)?;
    match first {
        Item::Shape(Outline::Rect(at, ..) | Outline::Ellipse(at, ..), _) => Some(*at),
        Item::Shape(Outline::Polygon(points) | Outline::Line(points), _) => points.first().copied(),
        Item::Text(text) => Some(text.at),
        Item::Shape(Outline::Curve(chain), _) => Some(chain.start()),
        Item::Group(_) => None,
    }
}

impl Writer<'_> {
    fn line(&mut self, depth: usize, what: std::fmt::Arguments<'_>) {
        // Writing to a String cannot fail.
        let _ = match self.place {
            Place::Document => writeln!(self.out, "{:1$}{what}", "", depth),
            Place::Page => write!(self.out, "{what}"),
        };
    }

    fn fineness(&self) -> Fineness {
        if self.place == Place::Document { HUNDREDTHS } else { TENTHS }
    }

    fn item(&mut self, depth: usize, item: &Item) {
        match item {
            Item::Group(group) => self.group(depth, group),
            Item::Shape(outline, paint) => {
                let fineness = self.fineness();
                self.line(
                    depth,
                    format_args!("<{}{}/>", fineness.geometry(outline), fineness.painting(paint, self.palette)),
                );
            }
            Item::Text(text) => self.text(depth, text),
        }
    }

    fn group(&mut self, depth: usize, group: &Group) {
        let named = |name: &str, value: &str| {
            if value.is_empty() { String::new() } else { format!(r#" {name}="{}""#, escape(value)) }
        };
        let id = named(if self.place == Place::Document { "id" } else { "data-id" }, &group.id);
        // In a page a label is known by its line.
        let label = self.place == Place::Page && group.id.starts_with("label-");
        let class = if label { "label" } else { &group.class };
        self.line(depth, format_args!("<g{id}{}>", named("class", class)));
        if !group.title.is_empty() && self.place == Place::Document {
            self.line(depth + 1, format_args!("<title>{}</title>", harmless_markup(&group.title)));
        }
        match origin(group).filter(|_| self.place == Place::Page) {
            // Within a group of its own: a page may transform the named one.
            Some(at) => {
                self.line(depth, format_args!(r#"<g transform="translate({})">"#, TENTHS.point(at)));
                group.items.iter().for_each(|item| self.item(depth, &item.clone().moved(Point::default() - at)));
                self.line(depth, format_args!("</g>"));
            }
            None => group.items.iter().for_each(|item| self.item(depth + 1, item)),
        }
        self.line(depth, format_args!("</g>"));
    }

    fn text(&mut self, depth: usize, text: &Text) {
        let nth = self.texts;
        self.texts += 1;
        if let Letters::Paths(outlines) = self.letters {
            self.outlined(depth, text, outlines.runs.get(&nth).map_or(&[], Vec::as_slice), &outlines.mark);
            return;
        }
        let id = if matches!(self.letters, Letters::Numbered) { format!(r#" id="{nth}""#) } else { String::new() };
        let anchor = match text.anchor {
            Anchor::Start => "",
            Anchor::Middle => r#" text-anchor="middle""#,
            Anchor::End => r#" text-anchor="end""#,
        };
        let weight = if text.bold { r#" font-weight="bold""# } else { "" };
        let number = |length: f64| self.fineness().number(length);
        let (x, y, size) = (number(text.at.x), number(text.at.y), number(text.size));
        let turn = if text.turn == 0.0 {
            String::new()
        } else {
            format!(r#" transform="rotate({} {x} {y})""#, number(text.turn))
        };
        let fill = self.palette.letters(text.role);
        let said = if id.is_empty() { escape(&text.line) } else { in_faces(&text.line) };
        self.line(
            depth,
            format_args!(
                r#"<text{id} x="{x}" y="{y}" font-size="{size}"{weight}{anchor}{turn} fill="{fill}">{said}</text>"#
            ),
        );
    }

    /// A line of text as outlines; what it says stays with its first run.
    fn outlined(&mut self, depth: usize, text: &Text, runs: &[Run], mark: &str) {
        for (nth, run) in runs.iter().enumerate() {
            let scale = run.scale;
            let place =
                format!("matrix({scale} 0 0 -{scale} {} {})", HUNDREDTHS.number(run.at.x), HUNDREDTHS.number(run.at.y));
            let said = if nth == 0 { format!(r#" aria-label="{}""#, escape(&text.line)) } else { String::new() };
            let fill = self.palette.letters(text.role);
            self.line(depth, format_args!(r#"<g class="text"{said} fill="{fill}" transform="{place}">"#));
            for (glyph, x, y) in &run.glyphs {
                let y = if *y == 0 { String::new() } else { format!(r#" y="{y}""#) };
                self.line(depth + 1, format_args!(r##"<use href="#{glyph}-{mark}" x="{x}"{y}/>"##));
            }
            self.line(depth, format_args!("</g>"));
        }
    }
}

/// A line whose letters say which face draws them.
fn in_faces(line: &str) -> String {
    let said = |(family, run): (usize, &str)| match family {
        0 => escape(run),
        _ => format!(r#"<tspan font-family="{}">{}</tspan>"#, FAMILIES[family].name, escape(run)),
    };
    runs(line).into_iter().map(said).collect()
}

/// How finely lengths are written: so many parts of a pixel.
#[derive(Debug, Clone, Copy)]
struct Fineness(f64);

impl Fineness {
    /// The element and its geometry.
    fn geometry(self, outline: &Outline) -> String {
        match outline {
            Outline::Curve(chain) => {
                let way: String = chain
                    .curves()
                    .iter()
                    .map(|c| format!("Q{} {}", self.point(c.control), self.point(c.end)))
                    .collect();
                format!(r#"path d="M{}{way}""#, self.point(chain.start()))
            }
            Outline::Line(points) => format!(r#"polyline points="{}""#, self.list(points)),
            Outline::Polygon(points) if self.0 < HUNDREDTHS.0 => format!(r#"path d="{}z""#, self.steps(points)),
            Outline::Polygon(points) => format!(r#"polygon points="{}""#, self.list(points)),
            Outline::Rect(corner, width, height, radius) => {
                let [x, y, width, height] = [corner.x, corner.y, *width, *height].map(|v| self.number(v));
                let rounded = if *radius > 0.0 { format!(r#" rx="{}""#, self.number(*radius)) } else { String::new() };
                format!(r#"rect x="{x}" y="{y}" width="{width}" height="{height}"{rounded}"#)
            }
            Outline::Ellipse(centre, a, b) => {
                let [x, y, a, b] = [centre.x, centre.y, *a, *b].map(|v| self.number(v));
                format!(r#"ellipse cx="{x}" cy="{y}" rx="{a}" ry="{b}""#)
            }
        }
    }

    /// Fill, line and dashes. An outline without a fill says so, for SVG fills by default.
    fn painting(self, paint: &Paint, palette: &Palette) -> String {
        let mut said = paint
            .fill
            .map_or_else(|| r#" fill="none""#.to_owned(), |role| format!(r#" fill="{}""#, palette.colour(role)));
        if let Some(pen) = &paint.pen {
            let _ = write!(said, r#" stroke="{}" stroke-width="{}""#, palette.colour(pen.role), self.number(pen.width));
            if !pen.dash.is_empty() {
                let dash: Vec<String> = pen.dash.iter().map(|length| self.number(*length)).collect();
                let _ = write!(said, r#" stroke-dasharray="{}""#, dash.join(" "));
            }
            if pen.round {
                said.push_str(r#" stroke-linecap="round""#);
            }
        }
        said
    }

    /// Points by what lies between them: shorter, where there are many.
    fn steps(self, points: &[Point]) -> String {
        let pairs = points.windows(2).map(|pair| format!("l{}", self.point(pair[1] - pair[0])));
        let first = points.first().map_or(String::new(), |at| format!("M{}", self.point(*at)));
        std::iter::once(first).chain(pairs).collect()
    }

    fn list(self, points: &[Point]) -> String {
        points.iter().map(|at| self.point(*at)).collect::<Vec<_>>().join(" ")
    }

    fn point(self, at: Point) -> String {
        format!("{},{}", self.number(at.x), self.number(at.y))
    }

    /// A number without a negative zero; what is no number is 0.
    fn number(self, value: f64) -> String {
        let rounded = if value.is_finite() { (value * self.0).round() / self.0 + 0.0 } else { 0.0 };
        format!("{rounded}")
    }
}

/// What is told and not drawn: nothing in it turns the direction of what follows.
#[must_use]
pub fn harmless_markup(text: &str) -> String {
    escape(&text.chars().map(|c| if steers(c) { ' ' } else { c }).collect::<String>())
}

/// Text for content and attributes alike. Characters that XML cannot hold are left out.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_name_can_leave_its_place() {
        assert_eq!(escape("a<b>&\"'\u{0}\u{b}\u{fffe}\n"), "a&lt;b&gt;&amp;&quot;&#39; ");
    }

    #[test]
    fn what_is_told_turns_nothing() {
        assert_eq!(harmless_markup("a\u{202e}b\u{2066}\u{b}<\u{85}c"), "a b  &lt; c");
    }

    #[test]
    fn numbers_are_short_and_never_minus_zero() {
        let said: Vec<String> = [1.0, -0.001, 2.345_6, -3.5, f64::NAN, 1e15].map(|v| HUNDREDTHS.number(v)).to_vec();
        assert_eq!(said, ["1", "0", "2.35", "-3.5", "0", "1000000000000000"]);
    }
}
