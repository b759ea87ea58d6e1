//! Hindi.

use super::Language;

pub(super) const HINDI: Language = Language {
    titles: "डॉ श्री सुश्री प्रो कु पं ले कर्नल जन", ..Language::PLAIN
};
