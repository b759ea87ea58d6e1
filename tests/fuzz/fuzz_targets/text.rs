//! Source texts: the first line names the file, the rest is cut into paragraphs and words; what stands there is found, and its anchor holds.

#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax::model::{Locus, Paragraphs};
use parallax::text::{Text, find};

fuzz_target!(|input: &str| {
    let (name, text) = input.split_once('\n').unwrap_or(("a.txt", input));
    for rule in [Paragraphs::Lines, Paragraphs::Blocks] {
        let text = Text::read(name, text, rule);
        for (index, paragraph) in text.paragraphs.iter().enumerate() {
            let locus = Locus { paragraph: index as u32 + 1, first: 1, last: paragraph.len() as u32 };
            let parts = text.parts(locus);
            assert_eq!(parts.is_some(), paragraph.len() > 0);
            if let Some([before, passage, after]) = parts {
                assert_eq!([before, passage, after].concat(), paragraph.text);
                assert!(!find(&text, passage).is_empty(), "{passage:?}");
            }
        }
    }
});
