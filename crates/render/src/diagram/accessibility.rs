//! Tests of what the themes promise: everything stands out from what it stands on, and nothing that means something hangs on
//! hue alone, whoever looks at it and whatever prints it.
//!
//! The marks are drawn by the code that draws them on pictures, and taken apart into cues: dash, width, head, glyph, letter, word,
//! outline, fill. Colour counts as a cue only if its lightness differs for every kind of eye and in greys.

use std::collections::BTreeMap;

use parallax_core::model::{ActorKind, Factuality, Sign};
use parallax_layout::{Curve, Point};

use crate::diagram::badge::Badge;
use crate::diagram::edge::{self, LabelBox};
use crate::diagram::legend::plain;
use crate::diagram::node;
use crate::figure::colour::Colour;
use crate::figure::{FigureEdge, SideSet};
use crate::scene::{Item, Outline, Paint, Pen};
use crate::style::colour_role::{ColourRole, Hue};
use crate::style::palette::Palette;
use crate::style::render_style::Labels;
use crate::style::theme::{Metrics, Theme};
use crate::style::themes::THEMES;

/// How far apart the hues of two meanings must be, in CIE 1976 L*a*b*.
const APART: f64 = 30.0;

/// How much lighter one colour must be than another to be told from it by lightness alone.
const LIGHTER: f64 = 1.25;

/// Who looks: linear RGB of a full dichromat from that of others. Machado, Oliveira and Fernandes 2009, severity 1.0,
/// doi:10.1109/TVCG.2009.113. The first is what most people see; its lightness is also what a copier keeps.
const EYES: [(&str, [[f64; 3]; 3]); 4] = [
    ("any, or greys", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    ),
    (
        "deuteranopia",
        [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    ),
    (
        "tritanopia",
        [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
    ),
];

/// The relative luminance of a colour as an eye sees it.
fn seen(colour: Colour, eye: &[[f64; 3]; 3]) -> f64 {
    // The luminance of a colour with one channel is that channel, linear, times its weight.
    let weights = [0.2126, 0.7152, 0.0722];
    let alone = [Colour { g: 0, b: 0, ..colour }, Colour { r: 0, b: 0, ..colour }, Colour { r: 0, g: 0, ..colour }];
    let linear: Vec<f64> = alone.iter().zip(weights).map(|(colour, weight)| colour.luminance() / weight).collect();
    let channel = |row: &[f64; 3]| row.iter().zip(&linear).map(|(a, b)| a * b).sum::<f64>().clamp(0.0, 1.0);
    eye.iter().zip(weights).map(|(row, weight)| channel(row) * weight).sum()
}

/// How far two colours are apart in CIE 1976 L*a*b* (ISO/CIE 11664-4, white D65), to the eye that tells them apart worst.
fn apart(one: Colour, other: Colour) -> f64 {
    let distance = |(_, eye): &(&str, [[f64; 3]; 3])| {
        let (one, other) = (lab(one, eye), lab(other, eye));
        one.iter().zip(other).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt()
    };
    EYES.iter().map(distance).fold(f64::INFINITY, f64::min)
}

/// The coordinates of a colour in L*a*b* as an eye sees it.
fn lab(colour: Colour, eye: &[[f64; 3]; 3]) -> [f64; 3] {
    let xyz = [
        [0.412_456_4, 0.357_576_1, 0.180_437_5],
        [0.212_672_9, 0.715_152_2, 0.072_175_0],
        [0.019_333_9, 0.119_192_0, 0.950_304_1],
    ];
    let times = |matrix: &[[f64; 3]; 3], of: [f64; 3]| matrix.map(|row| row.iter().zip(of).map(|(a, b)| a * b).sum());
    let linear = |channel: u8| Colour { r: channel, g: channel, b: channel }.luminance();
    let light: [f64; 3] = times(eye, [linear(colour.r), linear(colour.g), linear(colour.b)]);
    let [x, y, z] = times(&xyz, light.map(|channel| channel.clamp(0.0, 1.0)));
    let f = |t: f64| if t > 216.0 / 24_389.0 { t.cbrt() } else { (24_389.0 / 27.0 * t + 16.0) / 116.0 };
    let [x, y, z] = [f(x / 0.950_47), f(y), f(z / 1.088_83)];
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// How much lighter the one is than the other, to the eye that tells them apart worst.
fn lighter(one: Colour, other: Colour) -> f64 {
    let ratio = |(_, eye): &(&str, [[f64; 3]; 3])| {
        let (one, other) = (seen(one, eye) + 0.05, seen(other, eye) + 0.05);
        (one / other).max(other / one)
    };
    EYES.iter().map(ratio).fold(f64::INFINITY, f64::min)
}

/// Something on a picture that means something: the value that it stands for, its colour, its other cues.
struct Mark {
    means: String,
    colour: Colour,
    cues: BTreeMap<&'static str, String>,
}

/// Marks of which no two mean the same, and the cues by which any two of them must differ, beside colour.
struct Axis {
    name: &'static str,
    by: &'static [&'static str],
    marks: Vec<Mark>,
}

impl Mark {
    fn new(means: impl Into<String>, colour: Colour) -> Self {
        Self { means: means.into(), colour, cues: BTreeMap::new() }
    }

    fn add(&mut self, cue: &'static str, said: &str) {
        self.cues.entry(cue).or_default().push_str(said);
    }

    /// A line with its label, as a picture has it.
    fn line(means: &str, edge: &FigureEdge, hue: Hue, theme: &Theme, difference: bool) -> Self {
        let metrics = &theme.metrics;
        let mut mark = Self::new(means, theme.palette.colour(hue.into()));
        let letters = if difference { edge.said_by.letter() } else { "" };
        let end = |x: f64| Point::new(x, 0.0);
        let curve = Curve { start: end(0.0), control: end(100.0), end: end(200.0) };
        for item in edge::line(edge, &curve.into(), hue.into(), metrics) {
            match item {
                Item::Shape(Outline::Curve(_), Paint { pen: Some(pen), .. }) => {
                    mark.add("dash", &format!("{:?}{}", pen.dash, pen.round));
                    mark.add("width", &pen.width.to_string());
                }
                Item::Shape(outline, paint) => mark.add("head", &format!("{}{outline:?}", paint.pen.is_some())),
                _ => {}
            }
        }
        for item in LabelBox::of(edge, (letters, &edge.label), metrics, Labels::All).items(
            Point::default(),
            Point::default(),
            hue,
            metrics,
        ) {
            match item {
                Item::Text(text) if text.bold => mark.add("letter", &text.line),
                Item::Text(text) => mark.add("word", &text.line),
                // The pill itself grows with its letters.
                Item::Shape(Outline::Rect(..), _) | Item::Group(_) => {}
                Item::Shape(outline, _) => mark.add("glyph", &format!("{outline:?}")),
            }
        }
        mark
    }

    fn differs(&self, other: &Self, cue: &'static str) -> bool {
        self.cues.get(cue) != other.cues.get(cue)
    }
}

fn signs(theme: &Theme) -> Axis {
    let mark = |sign: Sign| Mark::line(sign.name(), &plain(sign, SideSet::Both), Hue::Sign(sign), theme, false);
    Axis { name: "sign", by: &["dash", "glyph"], marks: Sign::ALL.map(mark).into() }
}

/// In a difference hue is the author's, and the sign has the same two cues.
fn signs_of_an_author(theme: &Theme) -> Axis {
    let hue = Hue::Side(SideSet::A, [None; 2]);
    let mark = |sign: Sign| Mark::line(sign.name(), &plain(sign, SideSet::A), hue, theme, true);
    Axis { name: "sign in a difference", by: &["dash", "glyph"], marks: Sign::ALL.map(mark).into() }
}

fn sides(theme: &Theme) -> Axis {
    let mark = |said_by: SideSet| {
        let hue = Hue::Side(said_by, [None; 2]);
        Mark::line(said_by.letter(), &plain(Sign::Positive, said_by), hue, theme, true)
    };
    Axis { name: "author", by: &["letter"], marks: [SideSet::A, SideSet::B, SideSet::Both].map(mark).into() }
}

fn strengths(theme: &Theme) -> Axis {
    let mark = |strength: u8| {
        let edge = FigureEdge { strength, directed: true, ..plain(Sign::Positive, SideSet::Both) };
        Mark::line(&strength.to_string(), &edge, Hue::Sign(Sign::Positive), theme, false)
    };
    Axis { name: "strength", by: &["width", "head"], marks: [1, 2, 3].map(mark).into() }
}

fn sense(factuality: Factuality, directed: bool, theme: &Theme) -> Mark {
    let label = format!("{}: allies with", factuality.word());
    let edge = FigureEdge { directed, label, factuality, ..plain(Sign::Positive, SideSet::Both) };
    Mark::line(factuality.word(), &edge, Hue::Sign(Sign::Positive), theme, false)
}

/// What is held against what is not; then the ways of not being held among themselves.
fn senses(theme: &Theme) -> Vec<Axis> {
    let mut axes = Vec::new();
    for directed in [true, false] {
        let edge = FigureEdge { directed, label: "allies with".to_owned(), ..plain(Sign::Positive, SideSet::Both) };
        for factuality in Factuality::all().filter(|sense| *sense != Factuality::Held) {
            let held = Mark::line("held", &edge, Hue::Sign(Sign::Positive), theme, false);
            let marks = vec![held, sense(factuality, directed, theme)];
            axes.push(Axis { name: "fact or not", by: &["head", "word"], marks });
        }
        let denied = |one: Factuality| vec![sense(one, directed, theme), sense(Factuality::Denied, directed, theme)];
        axes.push(Axis { name: "denied", by: &["head", "word"], marks: denied(Factuality::Past) });
    }
    axes
}

fn kinds(theme: &Theme) -> Axis {
    let kinds = [
        ActorKind::State,
        ActorKind::Bloc,
        ActorKind::Organisation,
        ActorKind::Group,
        ActorKind::Person,
        ActorKind::Place,
        ActorKind::Unknown,
    ];
    let mark = |kind: ActorKind| {
        let mut mark = Mark::new(kind.word(), theme.palette.ink);
        let paint = Paint::line(Pen::plain(ColourRole::Ink, theme.metrics.node.outline));
        mark.add("outline", &format!("{:?}", node::outline(kind, Point::default(), 90.0, 30.0, &theme.metrics, paint)));
        mark
    };
    Axis { name: "kind", by: &["outline"], marks: kinds.map(mark).into() }
}

/// What a theme fails to keep apart.
fn confused(theme: &Theme) -> Vec<String> {
    let mut axes = vec![signs(theme), signs_of_an_author(theme), sides(theme), strengths(theme), kinds(theme)];
    axes.extend(senses(theme));
    let mut found = Vec::new();
    for axis in &axes {
        for (nth, one) in axis.marks.iter().enumerate() {
            for other in &axis.marks[nth + 1..] {
                let same: Vec<&str> = axis.by.iter().copied().filter(|cue| !one.differs(other, cue)).collect();
                if !same.is_empty() {
                    found.push(format!(
                        "{}: {} {} and {} share {same:?}",
                        theme.name, axis.name, one.means, other.means
                    ));
                }
                // With a single cue of form, colour is the second and has to survive every eye.
                if axis.name == "author" && lighter(one.colour, other.colour) < LIGHTER {
                    found.push(format!("{}: {} {} and {} look alike", theme.name, axis.name, one.means, other.means));
                }
            }
        }
    }
    let (palette, boxes) = (&theme.palette, &theme.metrics.node);
    if palette.person.looks_like(palette.ink) || boxes.of_one_side.is_empty() || boxes.of_one_side == boxes.thinker {
        found.push(format!("{}: actors", theme.name));
    }
    found
}

/// What does not stand out enough.
fn faint(theme: &Theme) -> Vec<String> {
    let palette = &theme.palette;
    let mut found = Vec::new();
    let mut check = |what: &str, colour: Colour, ground: Colour, least: f64| {
        if colour.contrast(ground) < least {
            found.push(format!("{}: {what} {colour} on {ground} has {:.2}", theme.name, colour.contrast(ground)));
        }
    };
    let badge = |badge: Badge, hue: Hue| badge.roles(hue).map(|role| palette.colour(role));
    let grounds: Vec<Colour> = palette.hulls.iter().copied().chain([palette.ground]).collect();
    let lines = Sign::ALL.map(Hue::Sign).into_iter();
    let asked = [None, Some(Colour::hex(0xff_ff00)), Some(Colour::hex(0x00_0033)), Some(Colour::hex(0x80_8080))];
    let sides: Vec<Hue> = asked
        .iter()
        .flat_map(|a| asked.iter().map(|b| [*a, *b]))
        .flat_map(|asked| [SideSet::A, SideSet::B, SideSet::Both].map(|said_by| Hue::Side(said_by, asked)))
        .collect();
    let several = (0..palette.several.len()).map(Hue::OneOf);
    for hue in lines.chain(sides).chain(several) {
        let line = palette.colour(hue.into());
        for ground in &grounds {
            check("line", line, *ground, palette.contrast.line);
        }
        check("outline on an actor", line, palette.actor, palette.contrast.line.min(3.0));
        let [fill, on] = badge(Badge::letter(SideSet::A.letter(), &theme.metrics), hue);
        check("letter in a tag", on, fill, palette.contrast.text);
        let [fill, on] = badge(Badge::of(Sign::Positive, "", &theme.metrics), hue);
        check("glyph in a tag", on, fill, palette.contrast.line);
    }
    for ground in grounds.iter().copied().chain([palette.actor, palette.person]) {
        check("ink", palette.ink, ground, palette.contrast.text);
        check("quiet", palette.quiet, ground, palette.contrast.text);
    }
    check("badge", palette.alarm, palette.ground, palette.contrast.text);
    check("what a panel lacks", palette.letters(ColourRole::Ghost), palette.ground, palette.contrast.text);
    found
}

#[test]
fn everything_stands_out_in_every_theme() {
    let found: Vec<String> = THEMES.iter().flat_map(|theme| faint(theme)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn signs_and_authors_have_hues_that_never_meet() {
    for theme in THEMES.iter().filter(|theme| theme.palette.hues) {
        let Palette { signs, sides, .. } = theme.palette;
        let all = [signs, sides].concat();
        for (nth, one) in all.iter().enumerate() {
            for other in &all[..nth] {
                assert!(
                    apart(*one, *other) >= APART,
                    "{}: {one} and {other} are {:.1}",
                    theme.name,
                    apart(*one, *other)
                );
            }
        }
    }
}

#[test]
fn no_meaning_hangs_on_hue_alone() {
    let found: Vec<String> = THEMES.iter().flat_map(|theme| confused(theme)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_theme_that_loses_a_cue_is_found_out() {
    let light = THEMES[0];
    let metrics = |metrics: Metrics| Theme { metrics, ..light.clone() };
    let palette = |palette: Palette| Theme { palette, ..light.clone() };
    let dashes = metrics(Metrics { dashes: [&[], &[0.1, 2.2], &[]], ..light.metrics });
    let widths = metrics(Metrics { widths: [2.1, 2.1, 3.6], ..light.metrics });
    let both = light.palette.sides[2];
    let sides = palette(Palette { sides: [Colour::hex(0x00_9e73), Colour::hex(0xd5_5e00), both], ..light.palette });
    for spoiled in [dashes, widths, sides] {
        assert!(!confused(&spoiled).is_empty());
    }
    let hulls = palette(Palette { hulls: [Colour::hex(0xa0_a0a0); 4], ..light.palette });
    assert!(!faint(&hulls).is_empty());
}

fn side(theme: &Theme, said_by: SideSet, asked: [Option<Colour>; 2]) -> Colour {
    theme.palette.colour(ColourRole::Hue(Hue::Side(said_by, asked)))
}

#[test]
fn colours_that_a_corpus_asks_for_stay_apart_or_give_way() {
    for theme in THEMES {
        let asked = [Some(Colour::hex(0x00_0033)), Some(Colour::hex(0x00_1111))];
        let [a, b] = [SideSet::A, SideSet::B].map(|said_by| side(theme, said_by, asked));
        assert!(!a.looks_like(b), "{}: {a} and {b}", theme.name);
        let hue = |colour: Colour| colour.r.abs_diff(colour.b) > 20;
        let asked = [Some(Colour::hex(0xaa_3311)), Some(Colour::hex(0x11_33aa))];
        assert_eq!(hue(side(theme, SideSet::A, asked)), theme.palette.hues, "{}", theme.name);
    }
}

#[test]
fn the_simulated_eyes_are_those_of_the_paper() {
    let [red, green] = [Colour::hex(0xff_0000), Colour::hex(0x00_ff00)];
    let protan = |colour| seen(colour, &EYES[1].1);
    // Red is dark to a protanope, green is not; white stays white.
    assert!(protan(red) < red.luminance() * 0.7 && protan(green) > green.luminance());
    for (name, eye) in EYES {
        assert!((seen(Colour::hex(0xff_ffff), &eye) - 1.0).abs() < 1e-3, "{name}");
    }
}
