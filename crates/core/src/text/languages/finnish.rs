//! Finnish.

use super::{Language, Last};

pub(super) const FINNISH: Language = Language {
    common: "ja on ei se että oli hän myös kun mutta ovat joka sen tai ole",
    titles: "hra rva tri prof ylik kapt kenr maist fil nro ks esim mm ns klo huom vrt ao",
    abbreviations: "jne ym yms eaa jaa ekr jkr mrd milj",
    endings: &[
        (Last::Vowel, "n a ä ssa ssä sta stä an en än in on seen lla llä lta ltä lle ksi na nä ta tä"),
        (Last::Consonant, "in ia iä issa issä ista istä iin illa illä ilta iltä ille iksi"),
    ],
    ..Language::PLAIN
};
