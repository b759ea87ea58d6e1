//! Danish and Norwegian.

use super::{Language, Last};

pub(super) const DANISH: Language = Language {
    common: "og at det som en på er af av for ikke med den til de et har blev ble om fra",
    titles: "hr dr prof kgl fhv adm dir kaptajn ca bl nr jf kap kl pkt st stk mht ang vedr iflg inkl ekskl \
        maks jan feb aug sept okt nov dec gen løjt sml sst evt henv",
    abbreviations: "osv mv mm kr mia mio afd",
    endings: &[(Last::Any, "s")],
    ..Language::PLAIN
};
