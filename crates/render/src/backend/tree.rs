//! The SVG as usvg's tree, with no face but the bundled one: what PNG and PDF are made from.

use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{self, Tree};

use super::letters::Letters;
use super::markup::to_svg;
use crate::Error;
use crate::scene::Scene;
use crate::style::measure::{BOLD, REGULAR};
use crate::style::palette::Palette;

/// The name of the bundled face.
const FACE: &str = "DejaVu Sans";

/// Every generic family is the bundled face: with a family that is not there text would vanish without a word.
static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for data in [&REGULAR, &BOLD] {
        fonts.load_font_source(Source::Binary(Arc::new(**data)));
    }
    fonts.set_serif_family(FACE);
    fonts.set_sans_serif_family(FACE);
    fonts.set_cursive_family(FACE);
    fonts.set_fantasy_family(FACE);
    fonts.set_monospace_family(FACE);
    Arc::new(fonts)
});

/// The tree of a scene. Its texts have their numbers for ids.
pub(super) fn tree(scene: &Scene, palette: &Palette, format: &'static str) -> Result<Tree, Error> {
    let options = usvg::Options { font_family: FACE.to_owned(), fontdb: FONTS.clone(), ..usvg::Options::default() };
    Tree::from_str(&to_svg(scene, palette, &Letters::Numbered), &options)
        .map_err(|error| Error::Render { format, reason: error.to_string() })
}

#[cfg(test)]
mod tests {
    use resvg::usvg::fontdb::{Family, Query};

    use super::*;

    #[test]
    fn no_family_is_without_a_face() {
        let generic =
            [Family::Serif, Family::SansSerif, Family::Cursive, Family::Fantasy, Family::Monospace, Family::Name(FACE)];
        for family in generic {
            assert!(FONTS.query(&Query { families: &[family], ..Query::default() }).is_some(), "{family:?}");
        }
    }
}
