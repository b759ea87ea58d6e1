//! PNG, painted by resvg from the SVG.

use resvg::tiny_skia::{Pixmap, Transform};

use super::Format;
use super::tree::tree;
use crate::draw::Drawing;
use crate::error::Error;

/// The most pixels of a picture: 64 million, a quarter of a gigabyte while it is painted.
const BUDGET: f64 = 64e6;
/// The largest width or height.
const SIDE: f64 = 32_000.0;

/// Portable Network Graphics.
pub(super) struct Png;

impl Format for Png {
    fn name(&self) -> &'static str {
        "PNG"
    }

    fn extension(&self) -> &'static str {
        "png"
    }

    fn media_type(&self) -> &'static str {
        "image/png"
    }

    fn about(&self) -> &'static str {
        "picture in pixels for slides and chats, twice as fine as the SVG"
    }

    fn write(&self, drawing: &Drawing) -> Result<Vec<u8>, Error> {
        let failed = |reason: String| Error::Render { format: "PNG", reason };
        let (width, height) = ((drawing.scene.width * drawing.scale).ceil(), (drawing.scene.height * drawing.scale).ceil());
        if !fits(width, height) {
            return Err(failed(format!("{width} by {height} pixels are too many; use a smaller scale, SVG or PDF")));
        }
        let tree = tree(&drawing.scene, "PNG")?;
        let mut pixels = Pixmap::new(width as u32, height as u32).ok_or_else(|| failed("the picture has no size".to_owned()))?;
        let scale = drawing.scale as f32;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        pixels.encode_png().map_err(|error| failed(error.to_string()))
    }
}

fn fits(width: f64, height: f64) -> bool {
    width >= 1.0 && height >= 1.0 && width <= SIDE && height <= SIDE && width * height <= BUDGET
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn what_no_memory_holds_is_refused() {
        assert!(fits(1920.0, 1080.0));
        assert!(!fits(1e5, 10.0) && !fits(2e4, 2e4) && !fits(f64::NAN, 1.0) && !fits(0.0, 5.0));
    }
}
