//! The page that a picture is to fill: its proportions, and where it is wanted its size.

/// Points a millimetre.
pub(crate) const POINTS: f64 = 72.0 / 25.4;
/// Letters that are smaller than this, in points, are not read on paper.
pub(crate) const LEAST_ON_PAPER: f64 = 8.0;

/// The width of the paper, in pixels of the picture, on which letters of this size are just large enough.
pub(crate) fn widest(size: f64, wide: f64) -> f64 {
    size * wide * POINTS / LEAST_ON_PAPER
}

/// Sheets of paper by their longer and their shorter side in millimetres (ISO 216).
const PAPERS: [(&str, f64, f64); 5] =
    [("A4", 297.0, 210.0), ("A3", 420.0, 297.0), ("A2", 594.0, 420.0), ("A1", 841.0, 594.0), ("A0", 1189.0, 841.0)];

/// The smallest sheet that holds so many millimetres, if any does.
pub(crate) fn smallest_paper(wide: f64, high: f64) -> Option<&'static str> {
    let (long, short) = (wide.max(high), wide.min(high));
    PAPERS.iter().find(|(_, longer, shorter)| long <= *longer && short <= *shorter).map(|(name, ..)| *name)
}

/// How large a picture is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Size {
    /// Width and height on a screen.
    Pixels(f64, f64),
    /// Width and height on paper.
    Millimetres(f64, f64),
}

/// What a whole picture, with title, legend and source, is to fill.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit {
    /// Width and height, as whole numbers without a common divisor.
    parts: (u32, u32),
    /// How large it is, if the target says so.
    pub size: Option<Size>,
}

/// The targets that have names: width, height, and whether these are millimetres.
const NAMED: [(&str, u32, u32, bool); 4] =
    [("16:9", 16, 9, false), ("a4", 210, 297, true), ("a4-landscape", 297, 210, true), ("square", 1, 1, false)];

/// The height of a slide of 16:9, in pixels, and the least width of a page that is no paper.
const SLIDE: (f64, f64) = (720.0, 960.0);

/// One side is at most this many times the other.
const LONGEST: u32 = 8;
/// A side in pixels.
const PIXELS: std::ops::RangeInclusive<u32> = 100..=20_000;
/// Up to these proportions pages are whole multiples of them, so that pixels come out even.
const COARSE: u32 = 20;

impl Fit {
    /// Reads `16:9`, or another ratio, `a4`, `a4-landscape`, `square`, or a size in pixels: `1920x1080`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Some((_, wide, high, paper)) = NAMED.iter().find(|(name, ..)| *name == text) {
            let size = paper.then(|| Size::Millimetres(f64::from(*wide), f64::from(*high)));
            return Some(Self { parts: reduced(*wide, *high), size });
        }
        let (sides, pixels) =
            text.split_once(':').map(|sides| (sides, false)).or(text.split_once('x').map(|sides| (sides, true)))?;
        let side = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten();
        let (wide, high): (u32, u32) = (side(sides.0)?, side(sides.1)?);
        let known = if pixels { PIXELS } else { 1..=*PIXELS.end() };
        let sound = known.contains(&wide) && known.contains(&high) && wide.max(high) <= LONGEST * wide.min(high);
        let size = pixels.then(|| Size::Pixels(f64::from(wide), f64::from(high)));
        sound.then(|| Self { parts: reduced(wide, high), size })
    }

    /// Width divided by height.
    #[must_use]
    pub fn aspect(self) -> f64 {
        f64::from(self.parts.0) / f64::from(self.parts.1)
    }

    /// A slide, 16:9.
    pub(crate) const SLIDE: Self = Self { parts: (16, 9), size: None };

    /// The page that letters have their sizes for: as high as a slide, and wide enough for a panel; on paper so wide that letters of
    /// the least size can just be read.
    pub(crate) fn page_of_letters(self, least: f64) -> (f64, f64) {
        self.within(match self.size {
            Some(Size::Millimetres(wide, _)) => widest(least, wide),
            _ => (SLIDE.0 * self.aspect()).max(SLIDE.1),
        })
    }

    /// The largest page of these proportions that is no wider than this, and not nothing.
    pub(crate) fn within(self, most: f64) -> (f64, f64) {
        let wide = f64::from(self.parts.0);
        let steps = (most / wide / 0.01).floor().max(1.0) * 0.01;
        (steps * wide, steps * f64::from(self.parts.1))
    }

    /// The smallest page of these proportions, at least `least` wide, that is as high as it needs to be: `needed` says the
    /// height that all takes at a width. Height falls with width, for the legend is broken into fewer rows.
    pub(crate) fn page(self, least: f64, mut needed: impl FnMut(f64) -> f64) -> (f64, f64) {
        let (wide, high) = (f64::from(self.parts.0), f64::from(self.parts.1));
        let step = if self.parts.0.max(self.parts.1) <= COARSE { 1.0 } else { 0.01 };
        let up = |steps: f64| (steps / step).ceil() * step;
        let mut narrow = up(least / wide);
        let mut broad = up((needed(least) / high).max(narrow));
        let mut holds = |steps: f64| needed(steps * wide) <= steps * high + 1e-6;
        let page = |steps: f64| ((steps * wide * 100.0).round() / 100.0, (steps * high * 100.0).round() / 100.0);
        if holds(narrow) {
            return page(narrow);
        }
        while !holds(broad) {
            broad = up(broad * 1.1);
        }
        while broad - narrow > step * 1.5 {
            let middle = up(f64::midpoint(narrow, broad) - step / 2.0);
            if holds(middle) {
                broad = middle;
            } else {
                narrow = middle;
            }
        }
        page(broad)
    }
}

fn reduced(wide: u32, high: u32) -> (u32, u32) {
    let (mut a, mut b) = (wide, high);
    while b > 0 {
        (a, b) = (b, a % b);
    }
    (wide / a.max(1), high / a.max(1))
}

/// Columns and rows for panels: two and three side by side, more in a square; on a page of given proportions so that each
/// panel is about as broad as panels are, and few places stay empty.
pub(crate) fn grid(panels: usize, fit: Option<Fit>) -> (usize, usize) {
    let rows = |columns: usize| panels.div_ceil(columns).max(1);
    let columns = match fit {
        Some(fit) => {
            let cost = |columns: usize| {
                let panel = fit.aspect() * rows(columns) as f64 / columns as f64 / 1.4;
                panel.max(1.0 / panel) * (columns * rows(columns)) as f64 / panels.max(1) as f64
            };
            (1..=panels.max(1)).min_by(|a, b| cost(*a).total_cmp(&cost(*b))).unwrap_or(1)
        }
        None if panels <= 3 => panels.max(1),
        None => (1..=panels).find(|columns| columns * columns >= panels).unwrap_or(1),
    };
    (columns, rows(columns))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_read_and_others_refused() {
        let aspect = |text: &str| Fit::parse(text).map(Fit::aspect);
        assert_eq!(aspect("16:9"), aspect("1920x1080"));
        assert_eq!(aspect("square"), Some(1.0));
        assert_eq!(Fit::parse("a4").and_then(|fit| fit.size), Some(Size::Millimetres(210.0, 297.0)));
        assert_eq!(Fit::parse("1280x720").and_then(|fit| fit.size), Some(Size::Pixels(1280.0, 720.0)));
        for wrong in
            ["", "a5", "16x9", "0:1", "1:9", "16:", "x", "-4:3", "+4:3", "4:3:2", "99999999999x2", "30000x30000", "ü:9"]
        {
            assert_eq!(Fit::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_page_has_the_proportions_to_the_hundredth_and_holds_all() {
        for text in ["16:9", "a4", "a4-landscape", "square", "1921x1080", "7:8"] {
            let fit = Fit::parse(text).unwrap();
            for least in [10.0, 612.0, 1234.5] {
                let needed = |width: f64| 300.0 + 90_000.0 / width;
                let (width, height) = fit.page(least, needed);
                assert!((width / height - fit.aspect()).abs() < 1e-9, "{text}: {width} by {height}");
                assert!(width >= least - 1e-6 && height >= needed(width) - 1e-6, "{text}: {width} by {height}");
            }
        }
    }

    #[test]
    fn panels_follow_the_page() {
        let fit = Fit::parse;
        assert_eq!(grid(2, None), (2, 1));
        assert_eq!(grid(2, fit("16:9")), (2, 1));
        assert_eq!(grid(2, fit("a4")), (1, 2));
        assert_eq!(grid(1, fit("a4")), (1, 1));
        assert_eq!((grid(0, None), grid(0, fit("a4"))), ((1, 1), (1, 1)));
    }
}
