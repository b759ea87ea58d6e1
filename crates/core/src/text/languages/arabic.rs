//! Arabic: what is written together with the word after it.

use super::Language;

pub(super) const ARABIC: Language = Language {
    prefixes: &[("و ف ب ل ك وب ول فب فل", ""), ("لل ولل فلل", "ال")],
    ..Language::PLAIN
};
