//! Source texts: the first line names the file, the rest is cut into paragraphs and words; what stands there is found, and its anchor holds.

#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax_core::model::Paragraphs;
use parallax_core::text::{Text, Verification, find, make, verify};

fuzz_target!(|input: &str| {
    let (name, text) = input.split_once('\n').unwrap_or(("a.txt", input));
    for rule in [Paragraphs::Lines, Paragraphs::Blocks] {
        let text = Text::read(name, text, rule);
        for (number, paragraph) in (1..).zip(&text.paragraphs) {
            let whole = make(&text, number, 1, paragraph.len() as u32);
            assert_eq!(whole.is_some(), paragraph.len() > 0);
            let Some(locus) = whole else { continue };
            assert_eq!(verify(&text, locus), Verification::Exact);
            let Some([before, passage, after]) = text.parts(locus) else { panic!("{locus} has no passage") };
            assert_eq!([before, passage, after].concat(), paragraph.text);
            let found = find(&text, passage);
            assert!(!found.is_empty(), "{passage:?}");
            for (_, place) in found {
                assert_eq!(verify(&text, place), Verification::Exact);
            }
        }
    }
});
