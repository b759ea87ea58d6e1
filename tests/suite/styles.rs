//! How pictures look, on real ones: what stands on what, in every theme; and letters that are the same in every program.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use parallax_core::messages::Messages;
use parallax_core::model::Corpus;
use parallax_core::network::{Network, View};
use parallax_project::outputs::by_extension;
use parallax_project::{Project, Request};
use parallax_render::{
    Colour, DiagramKind, Drawing, Figure, Item, Options, Outline, Palette, Point, RenderRequest, RenderStyle, THEMES,
    Text, TextMode, Theme, draw,
};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::roxmltree::Document;
use resvg::usvg::{self, Tree};

fn corpus(folder: &str) -> Corpus {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    Project::load(&Request { root: Some(root), texts: Some(PathBuf::from("nowhere")), ..Request::default() })
        .expect("a corpus")
        .corpus
}

fn figure(corpus: &Corpus, view: &str) -> Figure {
    let view = View::parse(view, corpus).unwrap_or_else(|error| panic!("{view}: {}", error.message));
    Figure::of_network(&Network::of(corpus, &view), None, Messages::english())
}

fn difference(corpus: &Corpus, views: [&str; 2]) -> Figure {
    let [a, b] = views.map(|view| View::parse(view, corpus).unwrap_or_else(|error| panic!("{}", error.message)));
    Figure::of_difference(&parallax_core::diff::Difference::of(corpus, &a, &b), None, Messages::english())
}

/// Two authors on one another, two side by side with what is not held and who is absent, and every script.
fn pictures() -> Vec<Vec<Figure>> {
    let essays = corpus(".");
    let meeting = "frame=white-house-meeting,standing=any";
    let mut asking = difference(&essays, ["pozhidaev:tag=slide", "hudis:tag=slide"]);
    asking.colours = [Colour::parse("#ffdd00"), Colour::parse("#001133")];
    vec![
        vec![difference(&essays, ["pozhidaev:tag=slide", "hudis:tag=slide"])],
        vec![asking],
        vec![figure(&essays, &format!("pozhidaev:{meeting}")), figure(&essays, &format!("hudis:{meeting}"))],
        vec![figure(&essays, "hudis:stance=reports+doubts+rejects")],
        vec![names()],
    ]
}

fn names() -> Figure {
    figure(&corpus("tests/corpora/names"), "author:standing=any")
}

fn drawn(figures: &[Figure], theme: &'static Theme, options: &Options) -> Drawing {
    let style = RenderStyle { theme: Some(theme), ..options.style.clone() };
    draw(figures, &Options { style, ..options.clone() }).expect("a drawing")
}

/// What is painted, from below to above, and what that shows to be too faint.
struct Painted<'t> {
    name: &'static str,
    palette: &'t Palette,
    areas: Vec<(Outline, Colour)>,
    faint: Vec<String>,
}

impl Painted<'_> {
    fn behind(&self, at: Point) -> Colour {
        let covering = self.areas.iter().rev().find(|(outline, _)| covers(outline, at));
        covering.map_or(self.palette.ground, |(_, fill)| *fill)
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Group(group) => group.items.iter().for_each(|item| self.item(item)),
            Item::Text(text) => self.text(text),
            Item::Shape(outline, paint) => {
                if let (Outline::Curve(curve), Some(pen)) = (outline, &paint.pen) {
                    for step in 1..10 {
                        let line = self.palette.colour(pen.role);
                        self.check("line", line, curve.at(f64::from(step) / 10.0), self.palette.contrast.line);
                    }
                }
                if let Some(role) = paint.fill {
                    self.areas.push((outline.clone(), self.palette.colour(role)));
                }
            }
        }
    }

    fn text(&mut self, text: &Text) {
        let at = Point::new(text.at.x + 1.5, text.at.y - text.size * 0.3);
        self.check(&text.line, self.palette.letters(text.role), at, self.palette.contrast.text);
    }

    fn check(&mut self, what: &str, colour: Colour, at: Point, least: f64) {
        let behind = self.behind(at);
        if colour.contrast(behind) < least {
            self.faint.push(format!("{}: {what} {colour} on {behind}", self.name));
        }
    }
}

fn covers(outline: &Outline, at: Point) -> bool {
    match outline {
        Outline::Rect(corner, width, height, _) => {
            (corner.x..corner.x + width).contains(&at.x) && (corner.y..corner.y + height).contains(&at.y)
        }
        Outline::Ellipse(centre, a, b) => ((at.x - centre.x) / a).powi(2) + ((at.y - centre.y) / b).powi(2) <= 1.0,
        Outline::Polygon(points) => {
            let edges = points.iter().zip(points.iter().cycle().skip(1));
            let crossed = edges.filter(|(one, other)| {
                (one.y > at.y) != (other.y > at.y)
                    && at.x < one.x + (at.y - one.y) / (other.y - one.y) * (other.x - one.x)
            });
            crossed.count() % 2 == 1
        }
        Outline::Curve(_) | Outline::Line(_) => false,
    }
}

#[test]
fn letters_and_lines_stand_out_from_what_is_behind_them() {
    let pictures = pictures();
    let mut faint = Vec::new();
    for theme in THEMES {
        for figures in &pictures {
            let scene = drawn(figures, theme, &Options::default()).scene;
            let mut painted =
                Painted { name: theme.name, palette: &theme.palette, areas: Vec::new(), faint: Vec::new() };
            scene.items.iter().for_each(|item| painted.item(item));
            assert!(painted.areas.len() > 10);
            faint.extend(painted.faint);
        }
    }
    assert!(faint.is_empty(), "{}", faint.join("\n"));
}

/// What each of these formats makes of a drawing.
fn written(drawing: &Drawing) -> Vec<Vec<u8>> {
    let formats = ["svg", "png", "pdf", "dot"].into_iter().filter_map(by_extension);
    formats.filter_map(|format| format.write(drawing).ok()).collect()
}

#[test]
fn themes_with_the_same_sizes_share_a_drawing() {
    let essays = corpus(".");
    let views = ["pozhidaev:tag=slide", "hudis:tag=slide"];
    let views = views.map(|view| View::parse(view, &essays).unwrap_or_else(|error| panic!("{}", error.message)));
    let request = RenderRequest::of(&essays, views.to_vec());
    let [light, rest @ ..] = THEMES else { panic!("no theme") };
    for form in ["superposition", "matrix"].map(|name| DiagramKind::named(name).expect("a form")) {
        let draw = |theme: &'static Theme| {
            let style = RenderStyle { theme: Some(theme), ..RenderStyle::default() };
            form.draw(&request, &Options { style, ..Options::default() }).expect("a drawing")
        };
        let drawing = draw(light);
        let in_light = written(&drawing);
        for theme in rest.iter().filter(|theme| theme.metrics == light.metrics) {
            let apart = draw(theme);
            assert_eq!(drawing.scene, apart.scene, "{}: {}", form.name, theme.name);
            let once = written(&drawing.clone().coloured(theme));
            assert!(once.len() > 2 && once == written(&apart), "{}: {}", form.name, theme.name);
            assert!(once != in_light, "{}: {} has other colours", form.name, theme.name);
        }
    }
    assert!(rest.iter().filter(|theme| theme.metrics == light.metrics).count() > 1);
}

fn svg(text_mode: TextMode) -> String {
    let style = RenderStyle { text_mode: Some(text_mode), ..RenderStyle::default() };
    let options = Options { style, ..Options::default() };
    let bytes = by_extension("svg").expect("SVG").write(&drawn(&[names()], THEMES[0], &options)).expect("bytes");
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn an_svg_is_sound_however_its_letters_are_made() {
    for text_mode in TextMode::ALL {
        let text = svg(text_mode);
        assert_eq!(text, svg(text_mode), "{}", text_mode.name());
        let document = Document::parse(&text).expect("XML");
        let ids: Vec<&str> = document.descendants().filter_map(|node| node.attribute("id")).collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{}", text_mode.name());
        let root = document.root_element();
        for (attribute, element) in [("aria-labelledby", "title"), ("aria-describedby", "desc")] {
            let named = root.attribute(attribute).expect("an id");
            let told = document.descendants().find(|node| node.attribute("id") == Some(named)).expect("what it names");
            assert!(told.has_tag_name(("http://www.w3.org/2000/svg", element)) && told.text().is_some());
        }
        let texts = document.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")));
        assert_eq!(texts.count() == 0, text_mode == TextMode::Paths);
        for node in document.descendants() {
            let used = node.attribute("href").map(|href| &href[1..]);
            assert!(used.is_none_or(|used| unique.contains(used)), "{used:?}");
        }
    }
    let [font, plain] = [TextMode::Font, TextMode::Plain].map(|text_mode| svg(text_mode).len());
    assert!(font > plain && font < plain + 40_000, "{font} and {plain}");
}

/// The pixels of an SVG, by a program that has no face at all.
fn pixels(svg: &str) -> Pixmap {
    let tree = Tree::from_str(svg, &usvg::Options::default()).expect("a tree");
    let size = tree.size().to_int_size();
    let mut pixels = Pixmap::new(size.width(), size.height()).expect("pixels");
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels
}

#[test]
fn outlines_look_as_the_letters_of_a_png_do() {
    let outlines = pixels(&svg(TextMode::Paths));
    let blank = pixels(&svg(TextMode::Plain));
    let options = Options { scale: 1.0, ..Options::default() };
    let bytes = by_extension("png").expect("PNG").write(&drawn(&[names()], THEMES[0], &options)).expect("bytes");
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a PNG");
    let mut set = vec![0; reader.output_buffer_size().expect("a size")];
    reader.next_frame(&mut set).expect("pixels");
    let differing = |pixels: &Pixmap| {
        let pairs = pixels.data().chunks_exact(4).zip(set.chunks_exact(3));
        pairs.filter(|(one, other)| one[0].abs_diff(other[0]) > 60).count()
    };
    assert!(differing(&blank) > 5_000, "{}", differing(&blank));
    assert!(differing(&outlines) * 50 < differing(&blank), "{} of {}", differing(&outlines), differing(&blank));
}

#[test]
fn every_script_is_drawn_and_what_the_face_lacks_is_told() {
    let drawing = drawn(&[names()], THEMES[0], &Options::default());
    assert_eq!(drawing.missing, BTreeSet::from(['中', '国']));
    for panel in &drawing.panels {
        let frame = panel.placement.bounds(&panel.problem);
        assert!(frame.width() < drawing.scene.width && frame.height() < drawing.scene.height);
    }
}
