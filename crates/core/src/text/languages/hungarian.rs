//! Hungarian.

use super::{Language, Last};

pub(super) const HUNGARIAN: Language = Language {
    common: "a az és hogy nem is egy volt meg de van ez csak mint már",
    titles: "dr prof id ifj özv szt st gen ezr alez őrgy szds hdgy kb ún pl vö ld ápr jan febr márc jún júl \
        aug szept okt nov dec sz",
    abbreviations: "stb kft rt zrt nyrt bt mrd",
    endings: &[
        (
            Last::Any,
            "nak nek ban ben ból ből ba be tól től hoz hez höz val vel ról ről ra re nál nél ért ig \
            ként t n",
        ),
        (Last::Consonant, "ot et öt at on en ön"),
        (Last::Is("a"), "át ának ában ából ába ától ához ával áról ára ánál áért áig án"),
        (Last::Is("e"), "ét ének ében éből ébe étől éhez ével éről ére énél éért éig én"),
        (Last::Is("b"), "bbal bbel"),
        (Last::Is("d"), "ddal ddel"),
        (Last::Is("g"), "ggal ggel"),
        (Last::Is("k"), "kkal kkel"),
        (Last::Is("l"), "llal llel"),
        (Last::Is("m"), "mmal mmel"),
        (Last::Is("n"), "nnal nnel"),
        (Last::Is("p"), "ppal ppel"),
        (Last::Is("r"), "rral rrel"),
        (Last::Is("s"), "ssal ssel"),
        (Last::Is("t"), "ttal ttel"),
    ],
    ..Language::PLAIN
};
