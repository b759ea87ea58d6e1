//! The SVG as usvg's tree, with no faces but the bundled ones: what PNG and PDF are made from.

use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{self, FontResolver, Tree};

use super::letters::Letters;
use super::markup::to_svg;
use crate::Error;
use crate::scene::Scene;
use crate::style::faces::FAMILIES;
use crate::style::palette::Palette;

/// Every generic family is the usual face: with a family that is not there text would vanish without a word.
static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for data in FAMILIES.iter().flat_map(|family| family.data) {
        fonts.load_font_source(Source::Binary(Arc::new(data)));
    }
    let usual = FAMILIES[0].name;
    fonts.set_serif_family(usual);
    fonts.set_sans_serif_family(usual);
    fonts.set_cursive_family(usual);
    fonts.set_fantasy_family(usual);
    fonts.set_monospace_family(usual);
    Arc::new(fonts)
});

/// The tree of a scene. Its texts have their numbers for ids.
pub(super) fn tree(scene: &Scene, palette: &Palette, format: &'static str) -> Result<Tree, Error> {
    let options = usvg::Options {
        font_family: FAMILIES[0].name.to_owned(),
        // Which face draws a letter is written into the markup.
        font_resolver: FontResolver { select_fallback: Box::new(|_, _, _| None), ..FontResolver::default() },
        fontdb: FONTS.clone(),
        ..usvg::Options::default()
    };
    Tree::from_str(&to_svg(scene, palette, &Letters::Numbered), &options)
        .map_err(|error| Error::Render { format, reason: error.to_string() })
}

#[cfg(test)]
mod tests {
    use resvg::usvg::fontdb::{Family, Query};

    use super::*;

    #[test]
    fn no_family_is_without_a_face() {
        let generic = [Family::Serif, Family::SansSerif, Family::Cursive, Family::Fantasy, Family::Monospace];
        for family in generic.into_iter().chain(FAMILIES.iter().map(|family| Family::Name(family.name))) {
            assert!(FONTS.query(&Query { families: &[family], ..Query::default() }).is_some(), "{family:?}");
        }
    }
}
