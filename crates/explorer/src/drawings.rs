//! The drawings of a page: each picture once, written light and dark, with the colours left to the style of the page.

use std::fmt::Write;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use indexmap::{IndexMap, IndexSet};
use parallax_core::messages::LANGUAGES;
use parallax_render::backend::face::{Characters, Face};
use parallax_render::backend::svg::to_element;
use parallax_render::{ColourRole, ExplorerPicture, Hue, Palette, SCREEN, Scene, SideSet, THEMES};

/// How wide legends are on a screen, and on a telephone.
const LEGENDS: [f64; 2] = [1000.0, 340.0];

/// How hard to press: the best that is not slow.
const LEVEL: u8 = 8;

/// How many legends a picture has of each width and language.
pub(super) fn legends_of(picture: &ExplorerPicture) -> usize {
    if picture.is_of_several() { 2 } else { 1 }
}

/// The light and the dark colours.
fn palettes() -> [&'static Palette; 2] {
    [0, 1].map(|theme: usize| &THEMES[theme].palette)
}

/// The drawings, and what the style of the page has to say for them.
pub(super) struct Drawings {
    /// The pictures, then of each language their wide legends, then the narrow ones; that for views side by side behind that of the picture
    /// of all. Legends are much alike, and are packed well next to one another.
    pub(super) elements: Vec<String>,
    /// The face that they need, and their colours in the two themes.
    pub(super) style: String,
    /// The colours that the corpus asks for the views, where the style has others: they stand behind it.
    pub(super) hues: String,
}

impl Drawings {
    pub(super) fn of(pictures: &[ExplorerPicture]) -> Self {
        let metrics = &SCREEN.metrics;
        let mut colours = IndexSet::new();
        let mut characters = Characters::default();
        let mut elements = Vec::new();
        let mut draw = |class: &str, scene: &Scene| {
            characters.add(scene);
            let [light, dark] = palettes().map(|palette| to_element(scene, palette, class));
            elements.push(two_toned(&light, &dark, &mut colours));
        };
        for picture in pictures {
            draw("picture", &picture.scene(metrics));
        }
        for language in &LANGUAGES {
            for (width, picture) in
                LEGENDS.iter().flat_map(|width| pictures.iter().map(move |picture| (*width, picture)))
            {
                draw("legend", &picture.legend(metrics, width, language));
                if picture.is_of_several() {
                    draw("legend", &picture.legend_apart(metrics, width, language));
                }
            }
        }
        let face = Face::with(&characters, Some("Parallax")).map_or(String::new(), |face| face.rules);
        let hues = hues(pictures);
        Self { elements, style: format!("{face}\n{}", palette(&colours)), hues }
    }

    /// All of them as JSON, packed: text that comes with the page, and is not yet in it. `[parts, drawings]`: what several marks have in
    /// common stands once among the parts, and where it belongs is its number between two [`MARK`]s.
    pub(super) fn packed(&self) -> String {
        let mut counts: IndexMap<&str, usize> = IndexMap::new();
        for inside in self.elements.iter().flat_map(|element| insides(element)).filter_map(|(_, inside)| inside) {
            *counts.entry(inside).or_default() += 1;
        }
        let parts: IndexSet<&str> = counts.into_iter().filter(|(_, count)| *count > 1).map(|(part, _)| part).collect();
        let shortened = |element: &String| -> String {
            let pieces =
                insides(element).map(|(around, inside)| match inside.map(|part| (part, parts.get_index_of(part))) {
                    Some((_, Some(number))) => format!("{around}{MARK}{number}{MARK}"),
                    Some((part, None)) => format!("{around}{part}"),
                    None => around.to_owned(),
                });
            pieces.collect()
        };
        let drawings: Vec<String> = self.elements.iter().map(shortened).collect();
        packed(&serde_json::to_string(&(parts.into_iter().collect::<Vec<_>>(), drawings)).unwrap_or_default())
    }
}

/// Stands around the number of a part; no drawing has it, since XML cannot.
const MARK: char = '\u{1}';

/// What opens a mark that is told from where it stands.
const OPENS: &str = "<g transform=\"translate(";

/// A drawing in pieces: what leads up to the inside of a mark, and that inside; the last has none.
fn insides(element: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    let mut rest = Some(element);
    std::iter::from_fn(move || {
        let text = rest?;
        let found = text.find(OPENS).and_then(|at| {
            let begins = at + text[at..].find('>')? + 1;
            let ends = begins + text[begins..].find("</g>")?;
            Some((begins, ends))
        });
        let Some((begins, ends)) = found else {
            rest = None;
            return Some((text, None));
        };
        rest = Some(&text[ends..]);
        Some((&text[..begins], Some(&text[begins..ends])))
    })
}

/// Text as base64 of a zlib stream: what a browser can unpack by itself.
pub(super) fn packed(text: &str) -> String {
    BASE64_STANDARD.encode(miniz_oxide::deflate::compress_to_vec_zlib(text.as_bytes(), LEVEL))
}

/// One drawing of two that differ in colours alone: where each colour stands, the variable of that pair of colours.
fn two_toned(light: &str, dark: &str, colours: &mut IndexSet<[String; 2]>) -> String {
    let mut out = String::with_capacity(light.len());
    // Attributes of data are escaped, so that a quotation mark before a hash begins a colour.
    let mut dark = dark.split("=\"#").skip(1);
    for (number, piece) in light.split("=\"#").enumerate() {
        if number == 0 {
            out.push_str(piece);
            continue;
        }
        let other = dark.next().unwrap_or(piece);
        let ((light, rest), (dark, _)) = (six(piece), six(other));
        let (index, _) = colours.insert_full([light.to_owned(), dark.to_owned()]);
        let _ = write!(out, "=\"var(--c{index}){rest}");
    }
    out
}

/// The six digits of a colour, and what follows them.
fn six(piece: &str) -> (&str, &str) {
    piece.split_at_checked(6).unwrap_or((piece, ""))
}

/// The colours as variables: those of the light theme, and of the dark one where it is wanted.
fn palette(colours: &IndexSet<[String; 2]>) -> String {
    let list = |theme: usize| -> String {
        colours.iter().enumerate().map(|(index, pair)| format!("--c{index}:#{};", pair[theme])).collect()
    };
    by_theme(&list(0), &list(1))
}

/// The colours of the two views as the pictures have them, if the corpus asks for some and the theme takes them.
fn hues(pictures: &[ExplorerPicture]) -> String {
    let asked =
        pictures.iter().map(|picture| picture.panel.figure.colours).find(|asked| asked.iter().any(Option::is_some));
    let Some(asked) = asked else { return String::new() };
    let list = |palette: &Palette| -> String {
        let side = |said_by, asked| ColourRole::Hue(Hue::Side(said_by, asked));
        let own = |said_by| {
            let [usual, own] = [[None; 2], asked].map(|asked| side(said_by, asked));
            (palette.colour(own) != palette.colour(usual)).then_some(own)
        };
        let taken = [own(SideSet::A), own(SideSet::B)].into_iter().enumerate();
        // Letters stand on it, or are written in it.
        taken.filter_map(|(view, own)| Some(format!("--view-{view}:{};", palette.letters(own?)))).collect()
    };
    let [light, dark] = palettes().map(list);
    if light.is_empty() && dark.is_empty() { light } else { by_theme(&light, &dark) }
}

/// Variables of the page in its two themes; on paper it is light.
fn by_theme(light: &str, dark: &str) -> String {
    format!(
        ":root{{{light}}}\n:root[data-theme=dark]{{{dark}}}\n\
         @media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}\n\
         @media print{{:root,:root[data-theme]{{{light}}}}}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_marks_have_in_common_is_told_once() {
        let mark = |x: u8, inside: &str| format!("<g data-id=\"a\"><g transform=\"translate({x},0)\">{inside}</g></g>");
        let element = format!("<svg>{}{}{}</svg>", mark(1, "<a/>"), mark(2, "<b/>"), mark(3, "<a/>"));
        let pieces: Vec<_> = insides(&element).collect();
        assert_eq!(pieces.iter().filter_map(|(_, inside)| *inside).collect::<Vec<_>>(), ["<a/>", "<b/>", "<a/>"]);
        let whole: String = pieces.iter().map(|(around, inside)| format!("{around}{}", inside.unwrap_or(""))).collect();
        assert_eq!(whole, element);
    }

    #[test]
    fn a_pair_of_colours_has_one_variable() {
        let mut colours = IndexSet::new();
        let light = r##"<a fill="#ffffff" stroke="#000000"/><b fill="#ffffff">say "#"</b>"##;
        let dark = r##"<a fill="#000000" stroke="#eeeeee"/><b fill="#000000">say "#"</b>"##;
        let both = two_toned(light, dark, &mut colours);
        assert_eq!(both, r##"<a fill="var(--c0)" stroke="var(--c1)"/><b fill="var(--c0)">say "#"</b>"##);
        assert!(palette(&colours).starts_with(":root{--c0:#ffffff;--c1:#000000;}"));
    }
}
