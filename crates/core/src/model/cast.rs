//! In which roles a text casts those of whom a statement speaks: coded by hand, and never inferred.

use super::voice::words;

words! {
    /// A role in the story that a text tells (Narrative Policy Framework; Jones and `McBeth` 2010,
    /// doi:10.1111/j.1541-0072.2010.00364.x; the beneficiary is of later studies).
    CastRole {
        /// Who puts it right, or sets out to.
        Hero = "hero",
        /// Who does the wrong, or is to blame for it.
        Villain = "villain",
        /// Who suffers it.
        Victim = "victim",
        /// Who gains by it.
        Beneficiary = "beneficiary",
    }
}

words! {
    /// Who of a statement can be cast in a role: those who act, or are acted upon, at whose cost, for whose good.
    CastEnd {
        /// From whom it goes.
        From = "from",
        /// To whom it goes.
        To = "to",
        /// Against whom it is.
        Against = "against",
        /// Who gains.
        Benefiting = "benefiting",
    }
}

/// The roles of a statement: at most one for each whom it names so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Casts([Option<CastRole>; CastEnd::WORDS.len()]);

impl Casts {
    /// The role of those whom the statement names so.
    #[must_use]
    pub fn get(&self, end: CastEnd) -> Option<CastRole> {
        self.0[end as usize]
    }

    /// Gives those whom the statement names so a role.
    pub fn set(&mut self, end: CastEnd, role: CastRole) {
        self.0[end as usize] = Some(role);
    }

    /// Each role that is given, in the order of [`CastEnd`].
    pub fn iter(&self) -> impl Iterator<Item = (CastEnd, CastRole)> + '_ {
        CastEnd::WORDS.iter().filter_map(|(_, end)| Some((*end, self.get(*end)?)))
    }

    /// Whether nobody is cast.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
