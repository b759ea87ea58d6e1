//! SVG, by hand: the waist through which PNG and PDF go as well.
//!
//! Classes: `panel` holds `ghosts`, `ties`, `actors` and `labels`. An actor is `actor KIND [only-a|only-b] [ghost]` with the id
//! `actor-ID`; a line is `tie SIGN FACTUALITY strength-N [only-a|only-b|both] [contradiction]` with the id `tie-N`, its label
//! `label` and the same. With several panels ids begin with `p1-`, `p2-`, ... Around them: `title`, `heading`, `legend`, `source`.
//! A `matrix` holds `grid`, `names`, `cells`, `blocs` and `marks`. A cell is `cell [a-|b-]SIGN[-open|-denied] [contradiction]` with
//! the id `cell-FROM--TO`; a half without a- or b- is of the only view, or of both; SIGN can be `both-signs`.

use std::fmt::Write;

use super::Format;
use crate::draw::Point;
use crate::draw::{Anchor, Drawing, Group, Item, Outline, Paint, Scene, Text};
use crate::error::Error;

/// The bundled face, then what is nearest to its widths where it is not installed.
const FAMILY: &str = "DejaVu Sans, Verdana, sans-serif";

/// Scalable Vector Graphics.
pub(super) struct Svg;

impl Format for Svg {
    fn name(&self) -> &'static str {
        "SVG"
    }

    fn extension(&self) -> &'static str {
        "svg"
    }

    fn about(&self) -> &'static str {
        "vector picture for web pages and further editing; carries title, description, ids and classes"
    }

    fn write(&self, drawing: &Drawing) -> Result<Vec<u8>, Error> {
        Ok(to_svg(&drawing.scene).into_bytes())
    }
}

/// The scene as an SVG document.
#[must_use]
pub(super) fn to_svg(scene: &Scene) -> String {
    let (width, height) = (number(scene.width), number(scene.height));
    let mut out = String::with_capacity(64 * 1024);
    line(
        &mut out,
        0,
        format_args!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" font-family="{FAMILY}">"#
        ),
    );
    line(&mut out, 1, format_args!("<title>{}</title>", escape(&scene.title)));
    line(&mut out, 1, format_args!("<desc>{}</desc>", escape(&scene.desc)));
    line(
        &mut out,
        1,
        format_args!(r#"<rect class="ground" width="{width}" height="{height}" fill="{}"/>"#, scene.ground),
    );
    for item in &scene.items {
        write_item(&mut out, 1, item);
    }
    out.push_str("</svg>\n");
    out
}

fn line(out: &mut String, depth: usize, what: std::fmt::Arguments<'_>) {
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{:1$}{what}", "", depth);
}

fn write_item(out: &mut String, depth: usize, item: &Item) {
    match item {
        Item::Group(group) => write_group(out, depth, group),
        Item::Shape(outline, paint) => line(out, depth, format_args!("<{}{}/>", geometry(outline), painting(paint))),
        Item::Text(text) => write_text(out, depth, text),
    }
}

fn write_group(out: &mut String, depth: usize, group: &Group) {
    let named = |name: &str, value: &str| {
        if value.is_empty() { String::new() } else { format!(r#" {name}="{}""#, escape(value)) }
    };
    line(out, depth, format_args!("<g{}{}>", named("id", &group.id), named("class", &group.class)));
    if !group.title.is_empty() {
        line(out, depth + 1, format_args!("<title>{}</title>", escape(&group.title)));
    }
    for item in &group.items {
        write_item(out, depth + 1, item);
    }
    line(out, depth, format_args!("</g>"));
}

fn write_text(out: &mut String, depth: usize, text: &Text) {
    let anchor = match text.anchor {
        Anchor::Start => "",
        Anchor::Middle => r#" text-anchor="middle""#,
    };
    let weight = if text.bold { r#" font-weight="bold""# } else { "" };
    let (x, y, size) = (number(text.at.x), number(text.at.y), number(text.size));
    let turn =
        if text.turn == 0.0 { String::new() } else { format!(r#" transform="rotate({} {x} {y})""#, number(text.turn)) };
    let said = escape(&text.line);
    line(
        out,
        depth,
        format_args!(
            r#"<text x="{x}" y="{y}" font-size="{size}"{weight}{anchor}{turn} fill="{}">{said}</text>"#,
            text.colour
        ),
    );
}

/// The element and its geometry.
fn geometry(outline: &Outline) -> String {
    match outline {
        Outline::Curve(curve) => {
            format!(r#"path d="M{}Q{} {}""#, point(curve.start), point(curve.control), point(curve.end))
        }
        Outline::Line(points) => format!(r#"polyline points="{}""#, list(points)),
        Outline::Polygon(points) => format!(r#"polygon points="{}""#, list(points)),
        Outline::Rect(corner, width, height, radius) => {
            let [x, y, width, height] = [corner.x, corner.y, *width, *height].map(number);
            let rounded = if *radius > 0.0 { format!(r#" rx="{}""#, number(*radius)) } else { String::new() };
            format!(r#"rect x="{x}" y="{y}" width="{width}" height="{height}"{rounded}"#)
        }
        Outline::Ellipse(centre, a, b) => {
            let [x, y, a, b] = [centre.x, centre.y, *a, *b].map(number);
            format!(r#"ellipse cx="{x}" cy="{y}" rx="{a}" ry="{b}""#)
        }
    }
}

/// Fill, line and dashes. An outline without a fill says so, for SVG fills by default.
fn painting(paint: &Paint) -> String {
    let mut said = paint.fill.map_or_else(|| r#" fill="none""#.to_owned(), |fill| format!(r#" fill="{fill}""#));
    if let Some(pen) = &paint.pen {
        let _ = write!(said, r#" stroke="{}" stroke-width="{}""#, pen.colour, number(pen.width));
        if !pen.dash.is_empty() {
            let dash: Vec<String> = pen.dash.iter().map(|length| number(*length)).collect();
            let _ = write!(said, r#" stroke-dasharray="{}""#, dash.join(" "));
        }
        if pen.round {
            said.push_str(r#" stroke-linecap="round""#);
        }
    }
    said
}

fn list(points: &[Point]) -> String {
    points.iter().map(|at| point(*at)).collect::<Vec<_>>().join(" ")
}

fn point(at: Point) -> String {
    format!("{},{}", number(at.x), number(at.y))
}

/// A number with at most two decimals, without a negative zero; what is no number is 0.
fn number(value: f64) -> String {
    let rounded = if value.is_finite() { (value * 100.0).round() / 100.0 + 0.0 } else { 0.0 };
    format!("{rounded}")
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
    fn numbers_are_short_and_never_minus_zero() {
        let said: Vec<String> = [1.0, -0.001, 2.345_6, -3.5, f64::NAN, 1e15].map(number).to_vec();
        assert_eq!(said, ["1", "0", "2.35", "-3.5", "0", "1000000000000000"]);
    }
}
