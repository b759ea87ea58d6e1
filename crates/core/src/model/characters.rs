//! Whom a statement casts in which role.

use super::{ActorId, CastEnd, CastRole, Casts, Relation};

impl Relation {
    /// The roles in which it casts those of whom it speaks. They belong to its content, as its sign does: those of a rejected claim are
    /// the claimant's.
    #[must_use]
    pub fn casts(&self) -> Casts {
        self.rare.as_ref().map_or_else(Casts::default, |rare| rare.casts)
    }

    /// Each role, with the actors that are cast in it.
    pub fn characters(&self) -> impl Iterator<Item = (CastRole, &[ActorId])> {
        let rare = self.rare.as_deref();
        rare.into_iter().flat_map(move |rare| {
            rare.casts.iter().map(move |(end, role)| {
                let actors = match end {
                    CastEnd::From => self.from.as_slice(),
                    CastEnd::To => self.to.as_slice(),
                    CastEnd::Against => &rare.roles.against,
                    CastEnd::Benefiting => &rare.roles.benefiting,
                };
                (role, actors)
            })
        })
    }
}
