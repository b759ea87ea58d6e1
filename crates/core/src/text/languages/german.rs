//! German and Swiss German.

use super::{Language, Last};

pub(super) const GERMAN: Language = Language {
    common: "der die das und ist nicht mit von auf den dem des ein eine zu im nach hat sich für auch als \
        werden wird bei aus dass",
    titles: "hr hrn fr dr prof dipl ing mag gen oberst hptm lt ltn adm bgm st frhr bzw ca evtl ggf sog vgl \
        inkl exkl insb bes zzgl abzgl mind nr nrn abs bd bde kap abb tab hrsg hg zit ebd jan jän feb febr \
        apr aug sept okt nov dez mi geb gest verh ev kath röm griech lat engl frz dt amerik russ allg betr \
        einschl gem sen jun vorm nachm ehem entspr usf urspr wg zw",
    numbered: "art fig",
    abbreviations: "usw etc usf ff jh jhd jhdt mio mrd tsd chr str std co",
    endings: &[(Last::Any, "s")],
    ..Language::PLAIN
};
