//! Portuguese.

use super::Language;

pub(super) const PORTUGUESE: Language = Language {
    common: "o a os as de e do da que em um uma para com não no na por dos das se ao mais",
    titles: "sr sra srs sras srta dr dra drs prof profa eng arq adv gen cel maj ten sgt alm dep sen gov pres \
        dom exmo exma ilmo ilma sto sta pág págs vol arts núm cf av tel jan fev abr nov dez",
    numbered: "art fig cap set out ago",
    abbreviations: "etc ltda cia inc jr máx mín aprox",
    ..Language::PLAIN
};
