//! PDF, made by krilla from the SVG: text can be searched and copied, and the same picture gives the same bytes.

use krilla::Document;
use krilla::geom::Size;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla_svg::{SurfaceExt, SvgSettings};

use super::Format;
use super::tree::tree;
use crate::draw::{self, Drawing};
use crate::error::Error;

/// Points a pixel: 96 pixels and 72 points are an inch.
const POINTS: f64 = 0.75;
/// Points a millimetre.
const POINTS_PER_MM: f64 = 72.0 / 25.4;
/// The largest side that readers of PDF must accept.
const SIDE: f64 = 14_400.0;

/// Portable Document Format.
pub(super) static FORMAT: Format = Format {
    name: "PDF",
    extension: "pdf",
    about: "page for print and papers, with text that can be searched",
    is_graph: false,
    write,
};

fn write(drawing: &Drawing) -> Result<Vec<u8>, Error> {
    let failed = |reason: String| Error::Render { format: "PDF", reason };
    let scene = &drawing.scene;
    // A wall poster is scaled down to the largest page.
    let (wide, high) = match scene.size {
        Some(draw::Size::Pixels(wide, high)) => (wide * POINTS, high * POINTS),
        Some(draw::Size::Millimetres(wide, high)) => (wide * POINTS_PER_MM, high * POINTS_PER_MM),
        None => (scene.width * POINTS, scene.height * POINTS),
    };
    let scale = (SIDE / wide.max(high)).min(1.0);
    let size = Size::from_wh((wide * scale) as f32, (high * scale) as f32);
    let size = size.ok_or_else(|| failed("the picture has no size".to_owned()))?;
    let tree = tree(scene, "PDF")?;
    let mut document = Document::new();
    // No date: the same picture is the same file.
    let about =
        Metadata::new().title(scene.title.clone()).description(scene.desc.clone()).creator("parallax".to_owned());
    document.set_metadata(about.language("en".to_owned()));
    let mut page = document.start_page_with(PageSettings::new(size));
    let mut surface = page.surface();
    let drawn = surface.draw_svg(&tree, size, SvgSettings::default());
    surface.finish();
    page.finish();
    drawn.ok_or_else(|| failed("the SVG cannot be drawn".to_owned()))?;
    document.finish().map_err(|error| failed(format!("{error:?}")))
}
