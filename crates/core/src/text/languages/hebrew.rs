//! Hebrew: what is written together with the word after it.

use super::Language;

pub(super) const HEBREW: Language = Language {
    prefixes: &[("ו ב ל מ ש ה כ וב ול ומ וש וה שב שה כש מה לכ", "")],
    ..Language::PLAIN
};
