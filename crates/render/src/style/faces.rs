//! The faces that come with the program: Source Sans 3, and `DejaVu` Sans for letters that it lacks.

use std::sync::LazyLock;

use rustybuzz::Face;

/// A face, regular and bold.
pub struct Family {
    /// What it is called in its files.
    pub(crate) name: &'static str,
    /// Its regular and its bold cut.
    pub data: [&'static [u8]; 2],
    shapers: [Option<Face<'static>>; 2],
}

/// The faces, the usual one first: Latin, Cyrillic, Greek, arrows; then Arabic, Hebrew, Armenian, Georgian and others.
pub static FAMILIES: LazyLock<[Family; 2]> = LazyLock::new(|| {
    let source: [&[u8]; 2] =
        [include_bytes!("../../faces/SourceSans3-Regular.ttf"), include_bytes!("../../faces/SourceSans3-Semibold.ttf")];
    let more = [dejavu::sans::regular(), dejavu::sans::bold()];
    [("Source Sans 3", source), ("DejaVu Sans", more)].map(|(name, data)| Family {
        name,
        data,
        shapers: data.map(|data| Face::from_slice(data, 0)),
    })
});

impl Family {
    /// What shapes its letters.
    pub(crate) fn shaper(&self, bold: bool) -> Option<&Face<'static>> {
        self.shapers[usize::from(bold)].as_ref()
    }

    /// Whether it has a letter, regular and bold.
    pub(crate) fn has(&self, c: char) -> bool {
        self.shapers.iter().flatten().all(|face| face.glyph_index(c).is_some())
    }
}

/// A line in pieces that one family draws, by its place in [`FAMILIES`]. Spaces, marks and what no face has stay with what they follow.
pub(crate) fn runs(line: &str) -> Vec<(usize, &str)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, c) in line.char_indices() {
        let known = FAMILIES.iter().position(|family| family.has(c));
        let now = runs.last().map(|(family, _)| *family);
        let stays = is_invisible(c) || now.is_some_and(|now| joins_the_last(c) && FAMILIES[now].has(c));
        let family = if stays { now } else { known.or(now) };
        match family {
            Some(family) if now != Some(family) => runs.push((family, if runs.is_empty() { 0 } else { at })),
            None if runs.is_empty() => runs.push((0, 0)),
            _ => {}
        }
    }
    let ends = runs.iter().skip(1).map(|(_, from)| *from).chain([line.len()]).collect::<Vec<_>>();
    runs.into_iter().zip(ends).map(|((family, from), to)| (family, &line[from..to])).collect()
}

/// Spaces, and the marks that only steer shaping and direction.
pub(crate) fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{00ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Marks that belong to the letter before them.
pub(crate) fn joins_the_last(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{0591}'..='\u{05c7}' | '\u{064b}'..='\u{065f}' | '\u{200d}' | '\u{20d0}'..='\u{20f0}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_parted_where_the_face_changes() {
        assert_eq!(runs("Союз → ΕΕ"), [(0, "Союз → ΕΕ")]);
        assert_eq!(runs("Israel ישראל, ×3"), [(0, "Israel "), (1, "ישראל"), (0, ", ×3")]);
        assert_eq!(runs("\u{202b}العربية\u{202c}"), [(0, "\u{202b}"), (1, "العربية\u{202c}")]);
        assert_eq!(runs("中国 EU"), [(0, "中国 EU")]);
        assert_eq!(runs(""), []);
    }
}
