//! Spanish.

use super::Language;

pub(super) const SPANISH: Language = Language {
    common: "el la los las de y que en un una del por con no se para al es su como lo más",
    titles: "sr sra sres sras srta dr dra dres prof profa ing arq lic abg gral gen cnel cmdte tte sgto alm \
        adm dña fr mons sto sta excmo excma ilmo ilma pág págs vol arts núm nro cf av avda tel ej aprox ca \
        ene febr abr sept set oct nov dic pdte pte",
    numbered: "art fig cap ago",
    abbreviations: "etc cía ltda inc jr máx mín ud uds vd vds",
    ..Language::PLAIN
};
