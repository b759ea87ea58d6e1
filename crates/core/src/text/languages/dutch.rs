//! Dutch.

use super::{Language, Last};

pub(super) const DUTCH: Language = Language {
    common: "de het een en van dat niet is in op met voor zijn te die aan er door ook werd maar",
    titles: "dhr mevr mw mej drs ir ing mr dr prof ds jhr gen kol kapt lt sgt st bijv bv ca nr blz hfdst \
        resp vgl zgn incl excl evt ong jan feb febr aug sept okt nov dec sint",
    numbered: "art fig",
    abbreviations: "enz etc jl jr sr nv mln mld",
    endings: &[(Last::Any, "s")],
    ..Language::PLAIN
};
