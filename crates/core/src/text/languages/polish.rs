//! Polish.

use super::{Language, Last};

pub(super) const POLISH: Language = Language {
    common: "i w z na nie się do że jest o to po od za są oraz przez jak ale dla był co",
    titles: "pp dr prof hab inż mgr lek mec gen płk ppłk mjr kpt por ppor kmdr adm ks bp abp św tzw tzn np \
        tj godz nr str ust pkt poz rys tab zob ul al pl im woj pow ur zm st sygn jw dyr prez sekr wicemin",
    numbered: "art",
    abbreviations: "itd itp etc mln mld tys zł gr ww jw cdn",
    endings: &[
        (Last::Consonant, "a u owi em iem ie ów om ami ach"),
        (Last::Is("a"), "y i ę ą o ie"),
        (Last::Is("ka"), "ce"),
        (Last::Is("ga"), "dze"),
        (Last::Is("y"), "om ami ach"),
        (Last::Is("ki"), "kiego kiemu kim"),
        (Last::Is("o"), "a u em"),
    ],
    ..Language::PLAIN
};
