//! Czech and Slovak.

use super::{Language, Last};

pub(super) const CZECH: Language = Language {
    common: "a v se na je že s z do o k ve by pro jako ale si sa ako pre aj od po byl bol",
    titles: "mudr mvdr phdr judr rndr ing mgr bc doc prof dr gen plk mjr kpt por sv pí tzv např popř resp čl \
        str obr tab srov viz cca mil mld nám ul napr čís",
    abbreviations: "atd apod aj kč hod min ot odst roč spol",
    endings: &[
        (Last::Consonant, "a u em ovi ům ech"),
        (Last::Is("a"), "y u ou ě e o"),
        (Last::Is("o"), "a u em ě"),
        (Last::Is("ý"), "ého ému ým ém"),
        (Last::Is("í"), "ího ímu ím"),
    ],
    ..Language::PLAIN
};
