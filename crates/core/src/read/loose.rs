//! Numbers and truths in cells, where all is text, as spreadsheets write them.

/// A whole number in a cell; spreadsheets also write it as `1.0`, or `1,0`.
pub(super) fn whole(text: &str) -> Option<i64> {
    let text = text.trim();
    let digits = text.split_once(['.', ',']).filter(|(_, rest)| rest.bytes().all(|byte| byte == b'0'));
    digits.map_or(text, |(digits, _)| digits).parse().ok()
}

/// A truth value in a cell, as spreadsheets in several languages write it.
pub(super) fn truth(text: &str) -> Option<bool> {
    let is = |words: &[&str]| words.iter().any(|word| text.trim().eq_ignore_ascii_case(word));
    match () {
        () if is(TRUE) => Some(true),
        () if is(FALSE) => Some(false),
        () => None,
    }
}

/// What is true in a cell: English, German, French, Spanish and Portuguese, Italian, Dutch, Polish.
const TRUE: &[&str] = &[
    "true",
    "yes",
    "1",
    "1.0",
    "1,0",
    "wahr",
    "ja",
    "vrai",
    "oui",
    "verdadero",
    "verdadeiro",
    "vero",
    "waar",
    "prawda",
];

/// What is false in a cell, in the same languages.
const FALSE: &[&str] =
    &["false", "no", "0", "0.0", "0,0", "falsch", "nein", "faux", "non", "falso", "onwaar", "nee", "fałsz", "não"];
