//! The part of the bundled faces that a picture needs, as style rules: so that its text looks the same in a browser without it.

use std::collections::BTreeSet;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use read_fonts::FontRef;
use read_fonts::collections::IntSet;
use read_fonts::types::{NameId, Tag};
use skera::{DEFAULT_DROP_TABLES, DEFAULT_LAYOUT_FEATURES, Plan, SubsetFlags, subset_font};
use unicode_normalization::UnicodeNormalization;

use super::woff::woff;
use crate::scene::{Item, Scene};
use crate::style::faces::{FAMILIES, runs};

/// Of the names of a face the copyright, and where its licence stands. A part of it may not go by its name.
const NAMES: [u16; 2] = [0, 14];

/// A face that comes with a picture.
pub struct Face {
    /// What the picture calls it: no name that another face can have.
    pub family: String,
    /// The rules that bring it.
    pub rules: String,
}

impl Face {
    /// Regular and bold, as far as a scene uses them; nothing if it has no text, or the face cannot be cut.
    #[must_use]
    pub fn of(scene: &Scene) -> Option<Self> {
        let mut used = Characters::default();
        used.add(scene);
        Self::with(&used, None)
    }

    /// The same for characters of several pictures, under a name that is theirs together.
    pub fn with(Characters(used): &Characters, name: Option<&str>) -> Option<Self> {
        let mut data = Vec::new();
        for (family, used) in FAMILIES.iter().zip(used) {
            for (used, (face, weight)) in used.iter().zip(family.data.into_iter().zip(["normal", "bold"])) {
                if !used.is_empty() {
                    let range = if family.name == FAMILIES[0].name { String::new() } else { range(used) };
                    data.push((BASE64_STANDARD.encode(woff(&part(face, used)?)?), weight, range));
                }
            }
        }
        let all: String = data.iter().map(|(data, ..)| data.as_str()).collect();
        let mark = || format!("Parallax-{}", &blake3::hash(all.as_bytes()).to_hex()[..8]);
        let family = name.map_or_else(mark, str::to_owned);
        let rule = |(data, weight, range): &(String, &str, String)| {
            let source = format!("url(data:font/woff;base64,{data}) format(\"woff\")");
            format!("@font-face{{font-family:{family};font-weight:{weight};src:{source}{range}}}")
        };
        let rules: String = data.iter().map(rule).collect();
        (!rules.is_empty()).then_some(Self { family, rules })
    }
}

/// The characters of pictures by the family that draws them, regular and bold.
#[derive(Default)]
pub struct Characters([[BTreeSet<char>; 2]; 2]);

impl Characters {
    /// Adds those of a picture.
    pub fn add(&mut self, scene: &Scene) {
        scene.items.iter().for_each(|item| characters(item, &mut self.0));
    }
}

/// The characters of an item.
fn characters(item: &Item, used: &mut [[BTreeSet<char>; 2]; 2]) {
    match item {
        Item::Group(group) => group.items.iter().for_each(|item| characters(item, used)),
        Item::Text(text) => {
            for (family, run) in runs(&text.line) {
                // A letter and its mark can have a glyph of their own.
                used[family][usize::from(text.bold)].extend(run.chars().chain(run.nfc()));
            }
        }
        Item::Shape(..) => {}
    }
}

/// For which characters a face is there beside another of the same name.
fn range(used: &BTreeSet<char>) -> String {
    let own = used.iter().filter(|c| !FAMILIES[0].has(**c));
    let codes: Vec<String> = own.map(|c| format!("U+{:x}", u32::from(*c))).collect();
    format!(";unicode-range:{}", codes.join(","))
}

/// The glyphs of these characters, with all that they can turn into, and the tables that shape them.
fn part(face: &[u8], used: &BTreeSet<char>) -> Option<Vec<u8>> {
    let font = FontRef::new(face).ok()?;
    let characters: IntSet<u32> = used.iter().copied().map(u32::from).collect();
    // Tables of the tool that made the face, and hints for screens of old.
    let extra = [b"FFTM", b"gasp", b"kern"].map(Tag::new);
    let dropped: IntSet<Tag> = DEFAULT_DROP_TABLES.iter().copied().chain(extra).collect();
    let features: IntSet<Tag> = DEFAULT_LAYOUT_FEATURES.iter().copied().collect();
    let names: IntSet<NameId> = NAMES.into_iter().map(NameId::new).collect();
    let english: IntSet<u16> = [0x409].into_iter().collect();
    let plan = Plan::new(
        &IntSet::empty(),
        &characters,
        &font,
        SubsetFlags::SUBSET_FLAGS_NO_HINTING,
        &dropped,
        &IntSet::all(),
        &features,
        &names,
        &english,
    );
    subset_font(&font, &plan).ok()
}

#[cfg(test)]
mod tests {
    use rustybuzz::{Face as Shaper, UnicodeBuffer};

    use super::*;

    /// The advances of a word, in the order in which its glyphs stand.
    fn advances(face: &[u8], word: &str) -> Vec<i32> {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(word);
        let shaped = rustybuzz::shape(&Shaper::from_slice(face, 0).unwrap(), &[], buffer);
        shaped.glyph_positions().iter().map(|position| position.x_advance).collect()
    }

    #[test]
    fn a_part_shapes_as_the_whole_does() {
        for word in ["AVATAR", "Россия", "Ελλάδα", "العربية", "السعودية", "ישראל", "e\u{301}fficient", "+2 ×3 →"]
        {
            let [(family, _)] = runs(word)[..] else { panic!("{word} is of one face") };
            for face in FAMILIES[family].data {
                let part = part(face, &word.chars().chain(word.nfc()).collect()).unwrap();
                assert_eq!(advances(&part, word), advances(face, word), "{word}");
                assert!(part.len() < 20_000, "{word}: {} bytes", part.len());
            }
        }
    }

    #[test]
    fn the_same_characters_give_the_same_bytes() {
        let used: BTreeSet<char> = "Союз Ελλάς اتحاد Union".chars().collect();
        let once = part(FAMILIES[1].data[0], &used);
        assert!(once.is_some());
        assert!((0..5).all(|_| part(FAMILIES[1].data[0], &used) == once));
    }
}
