//! Italian.

use super::Language;

pub(super) const ITALIAN: Language = Language {
    common: "il lo la i gli le di e che un una in è per con non del della da si al nel come sono",
    titles: "sig sigg sigra dott dr prof avv ing arch geom rag sen gen col cap magg amm mons don fra ss pag \
        pagg vol artt ecc cfr ca genn febb apr giu lug sett ott nov dic",
    numbered: "art fig cap set ago",
    abbreviations: "ecc etc spa srl tel",
    before_apostrophe: "l un dell all dall nell sull coll d quell quest c senz tutt anch com gl degl agl \
        dagl negl",
    ..Language::PLAIN
};
