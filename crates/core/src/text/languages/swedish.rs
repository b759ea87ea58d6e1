//! Swedish.

use super::{Language, Last};

pub(super) const SWEDISH: Language = Language {
    common: "och att det som en på är av för inte med den till de ett har om var från",
    titles: "hr fr dr prof kapt löjtn gen st bl ca nr jfr kap kl kr sid dvs resp ev inkl exkl jan feb febr \
        aug sept okt nov dec tfn avd",
    abbreviations: "osv mm mfl etc mdr milj",
    endings: &[(Last::Any, "s")],
    ..Language::PLAIN
};
