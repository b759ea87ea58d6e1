//! The line of a briefing on roles: whom each side casts as hero, villain, victim or beneficiary, where that is coded.

use parallax_core::brief::{Cast, Character};

use super::super::document::RichText;
use super::Lines;

/// Actors of a side in a role that are named at most.
const NAMED: usize = 2;

impl Lines<'_, '_> {
    /// Whom each side casts in which role; nothing if nobody is cast.
    pub(super) fn casts(&self, casts: &[Cast]) -> Option<RichText> {
        let of_side = |side: usize| {
            let roles: Vec<String> = casts.iter().filter_map(|cast| self.cast(cast, side)).collect();
            (!roles.is_empty()).then(|| roles.join("; "))
        };
        let line = || self.lead("brief-casts").plain(&format!("{}.", self.sides("brief-nobody", of_side)));
        let command = "parallax show '*:level=state,cast=hero+villain+victim+beneficiary' --by author";
        (!casts.is_empty()).then(|| self.with_command(line(), command))
    }

    fn cast(&self, cast: &Cast, side: usize) -> Option<String> {
        let named = cast.of_sides[side].iter().take(NAMED);
        let named: Vec<String> = named.map(|character| self.character(character)).collect();
        let role = self.words.say.word("cast-role", cast.role.word());
        let values = [("role", role.into()), ("list", named.join(", ").into())];
        (!named.is_empty()).then(|| self.words.say.with("brief-cast", values))
    }

    /// Who it is, and where; how often is counted where there are many places.
    fn character(&self, character: &Character) -> String {
        self.name(character.actor) + &self.places_of(&character.ground)
    }
}
