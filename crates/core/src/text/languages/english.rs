//! English.

use super::Language;

pub(super) const ENGLISH: Language = Language {
    common: "the of and to in is that a for was with as by it are be from at this has have not but they",
    titles: "mr mrs ms dr prof sen sens rep reps gen gov govs lt lieut col cols capt cpt cmdr comdr cdr adm \
        radm maj sgt cpl pvt pfc brig amb pres hon rev revd supt insp det atty messrs mlle mme mmes mgr msgr \
        st ste ss vs viz cf no nos vol vols pp fig figs al approx ca dept sec secy asst assoc univ inst natl \
        intl mt ft rt ed eds trans jan feb febr apr jun jul aug sept sep oct nov dec tues thurs ala ariz \
        calif colo conn fla kan mich minn mont neb nev okla penn tenn tex wis wyo",
    numbered: "art arts sec min max mar sat sun ch",
    abbreviations: "etc inc corp co cos ltd llc plc bros jr sr esq est ave blvd rd bldg mfg assn ph max min \
        misc ibid op cit",
    after_apostrophe: "s d ll ve re m",
    ..Language::PLAIN
};
