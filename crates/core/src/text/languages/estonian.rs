//! Estonian.

use super::{Language, Last};

pub(super) const ESTONIAN: Language = Language {
    common: "ja on ei et see oli ka kui aga ning ta mis oma kes",
    titles: "hr pr dr prof akad kol kpt kin nr lk vt näit sh ca jaan veebr apr aug sept okt nov dets",
    abbreviations: "jne jms jt eKr pKr",
    endings: &[
        (Last::Vowel, "s sse st l le lt ga ks ni na ta t d"),
        (Last::Consonant, "i is isse ist il ile ilt iga iks it"),
    ],
    ..Language::PLAIN
};
