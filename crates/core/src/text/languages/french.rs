//! French.

use super::Language;

pub(super) const FRENCH: Language = Language {
    common: "le la les de des et du en un une que qui dans pour est au par sur pas ne il ce avec",
    titles: "mm mme mmes mlle mlles mgr dr pr prof gén col cdt cap lt adj st ste sts cf env éd chap vol pp \
        no nos tél av bd boul janv févr avr juil sept oct nov déc ch",
    numbered: "art fig ch",
    abbreviations: "etc ex inc ltée cie jr sq sqq",
    before_apostrophe: "l d qu j n s c m t jusqu lorsqu puisqu quoiqu presqu",
    ..Language::PLAIN
};
