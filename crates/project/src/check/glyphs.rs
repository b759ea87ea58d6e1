//! Characters that the bundled face cannot draw.

use super::{Drawn, Remark};

/// How many are named.
const NAMED: usize = 20;

pub(super) fn glyphs(picture: &Drawn<'_>) -> Option<Remark> {
    let named = picture.drawing.missing.iter().take(NAMED);
    let named: Vec<String> = named.map(|character| format!("{character} (U+{:04X})", u32::from(*character))).collect();
    let fact = || format!("the bundled font has no glyph for {}", named.join(", "));
    (!named.is_empty()).then(|| Remark::warning(None, fact()))
}
