//! PNG, painted by resvg from the SVG.

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter, PixelDimensions, Unit};
use resvg::tiny_skia::{Pixmap, Transform};

use super::Format;
use super::tree::tree;
use crate::Error;
use crate::diagram::drawing::Drawing;
use crate::style::fit::Size;

/// The most pixels of a picture: 64 million, a quarter of a gigabyte while it is painted.
const BUDGET: f64 = 64e6;
/// The largest width or height.
const SIDE: f64 = 32_000.0;
/// 96 pixels an inch at scale 1: a finer picture is as large on a slide as the SVG is.
const PIXELS_PER_METRE: f64 = 96.0 / 0.0254;

/// Portable Network Graphics.
pub static FORMAT: Format = Format {
    name: "PNG",
    extension: "png",
    about: "picture in pixels for slides and chats, twice as fine as the SVG",
    is_graph: false,
    has_pages: false,
    encode: write,
};

fn write(drawing: &Drawing) -> Result<Vec<u8>, Error> {
    let failed = |reason: String| Error::Render { format: "PNG", reason };
    let (width, height) = match drawing.scene.size {
        Some(Size::Pixels(width, height)) => (width, height),
        _ => ((drawing.scene.width * drawing.scale).ceil(), (drawing.scene.height * drawing.scale).ceil()),
    };
    if !fits(width, height) {
        return Err(failed(format!(
            "{width} by {height} pixels are too many: 64 million are the most, and 32,000 a side; write SVG or PDF, ask for fewer pixels (--fit 1920x1080), or draw fewer actors (--top 20)"
        )));
    }
    let tree = tree(&drawing.scene, &drawing.theme.palette, "PNG")?;
    let mut pixels =
        Pixmap::new(width as u32, height as u32).ok_or_else(|| failed("the picture has no size".to_owned()))?;
    let (across, down) = match drawing.scene.size {
        Some(_) => (width as f32 / tree.size().width(), height as f32 / tree.size().height()),
        None => (drawing.scale as f32, drawing.scale as f32),
    };
    resvg::render(&tree, Transform::from_scale(across, down), &mut pixels.as_mut());
    encode(&pixels, drawing).map_err(|error| failed(error.to_string()))
}

/// The pixels without transparency and unfiltered: for flat colours that is smaller, and twice as fast, as the usual way.
fn encode(pixels: &Pixmap, drawing: &Drawing) -> Result<Vec<u8>, EncodingError> {
    let mut opaque = vec![0; pixels.data().len() / 4 * 3];
    for (rgb, rgba) in opaque.chunks_exact_mut(3).zip(pixels.data().chunks_exact(4)) {
        rgb.copy_from_slice(&rgba[..3]);
    }
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Balanced);
    encoder.set_filter(Filter::NoFilter);
    let per_metre = match drawing.scene.size {
        Some(Size::Pixels(..)) => PIXELS_PER_METRE,
        Some(Size::Millimetres(wide, _)) => f64::from(pixels.width()) / wide * 1000.0,
        None => drawing.scale * PIXELS_PER_METRE,
    };
    let per_metre = per_metre.round() as u32;
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: per_metre, yppu: per_metre, unit: Unit::Meter }));
    encoder.add_itxt_chunk("Title".to_owned(), drawing.scene.title.clone())?;
    encoder.add_itxt_chunk("Description".to_owned(), drawing.scene.desc.clone())?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&opaque)?;
    writer.finish()?;
    Ok(bytes)
}

fn fits(width: f64, height: f64) -> bool {
    width >= 1.0 && height >= 1.0 && width <= SIDE && height <= SIDE && width * height <= BUDGET
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Alike, Figure, Subject, draw};

    fn drawing(title: &str) -> Drawing {
        let (nodes, edges) = (Vec::new(), Vec::new());
        let figure = Figure {
            messages: parallax_core::messages::Messages::english(),
            title: title.to_owned(),
            source: Vec::new(),
            selected: String::new(),
            subject: Subject::One,
            colours: [None; 2],
            nodes,
            edges,
            blocs: Vec::new(),
            statements: 0,
            unheld: std::collections::BTreeSet::new(),
            only_firm: false,
            loops: 0,
            alike: Alike::default(),
        };
        draw(&[figure], &crate::Options::default()).unwrap()
    }

    #[test]
    fn letters_leave_ink_and_every_run_the_same() {
        let dark = |title: &str| {
            let bytes = write(&drawing(title)).unwrap();
            assert_eq!(bytes, write(&drawing(title)).unwrap());
            let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
            let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
            reader.next_frame(&mut pixels).unwrap();
            pixels.iter().filter(|byte| **byte < 100).count()
        };
        assert!(dark("Union Союз اتحاد") > dark("") + 1000);
    }

    #[test]
    fn a_picture_past_all_bounds_is_an_error() {
        let mut huge = drawing("huge");
        huge.scene.width = 1e7;
        assert!(matches!(write(&huge), Err(Error::Render { format: "PNG", .. })));
    }

    #[test]
    fn what_no_memory_holds_is_refused() {
        assert!(fits(1920.0, 1080.0));
        assert!(!fits(1e5, 10.0) && !fits(2e4, 2e4) && !fits(f64::NAN, 1.0) && !fits(0.0, 5.0));
    }
}
