//! PDF, made by krilla from the SVG: text can be searched and copied, and the same picture gives the same bytes.

use krilla::Document;
use krilla::geom::Size;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla_svg::{SurfaceExt, SvgSettings};

use super::Format;
use super::tree::tree;
use crate::Error;
use crate::diagram::drawing::Drawing;
use crate::scene::Scene;
use crate::style::fit::Size as PageSize;
use crate::style::palette::Palette;

/// Points a pixel: 96 pixels and 72 points are an inch.
const POINTS: f64 = 0.75;
/// Points a millimetre.
const POINTS_PER_MM: f64 = 72.0 / 25.4;
/// The largest side that readers of PDF must accept.
const SIDE: f64 = 14_400.0;

/// Portable Document Format.
pub static FORMAT: Format = Format {
    name: "PDF",
    extension: "pdf",
    about: "page for print and papers, with text that can be searched",
    is_graph: false,
    has_pages: true,
    encode: write,
};

fn write(drawing: &Drawing) -> Result<Vec<u8>, Error> {
    let mut document = Document::new();
    // No date: the same picture is the same file.
    let about = Metadata::new().title(drawing.scene.title.clone()).description(drawing.scene.desc.clone());
    document.set_metadata(about.creator("parallax".to_owned()).language("en".to_owned()));
    for scene in std::iter::once(&drawing.scene).chain(&drawing.more) {
        page(scene, &drawing.theme.palette, &mut document)?;
    }
    document.finish().map_err(|error| failed(format!("{error:?}")))
}

fn failed(reason: String) -> Error {
    Error::Render { format: "PDF", reason }
}

/// Draws a page. A wall poster is scaled down to the largest one.
fn page(scene: &Scene, palette: &Palette, document: &mut Document) -> Result<(), Error> {
    let (wide, high) = match scene.size {
        Some(PageSize::Pixels(wide, high)) => (wide * POINTS, high * POINTS),
        Some(PageSize::Millimetres(wide, high)) => (wide * POINTS_PER_MM, high * POINTS_PER_MM),
        None => (scene.width * POINTS, scene.height * POINTS),
    };
    let scale = (SIDE / wide.max(high)).min(1.0);
    let size = Size::from_wh((wide * scale) as f32, (high * scale) as f32);
    let size = size.ok_or_else(|| failed("the picture has no size".to_owned()))?;
    let tree = tree(scene, palette, "PDF")?;
    let mut page = document.start_page_with(PageSettings::new(size));
    let mut surface = page.surface();
    let drawn = surface.draw_svg(&tree, size, SvgSettings::default());
    surface.finish();
    page.finish();
    drawn.ok_or_else(|| failed("the SVG cannot be drawn".to_owned()))
}
