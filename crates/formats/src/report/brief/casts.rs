//! The lines of a briefing on roles: whom each side casts as hero, villain, victim or beneficiary, where that is coded.

use parallax_core::brief::{Cast, Character};

use super::super::document::RichText;
use super::Lines;

impl Lines<'_> {
    /// A line for each role in which somebody is cast.
    pub(super) fn casts(&self, casts: &[Cast]) -> Vec<RichText> {
        casts.iter().map(|cast| self.cast(cast)).collect()
    }

    fn cast(&self, cast: &Cast) -> RichText {
        let role = self.words.say.word("cast-role", cast.role.word());
        let lead = RichText::default().strong(&self.words.say.with("brief-cast", [("role", role.into())])).plain(": ");
        let of_side = |side: usize| {
            let named: Vec<String> = cast.of_sides[side].iter().map(|character| self.character(character)).collect();
            (!named.is_empty()).then(|| named.join(", "))
        };
        let line = lead.plain(&format!("{}.", self.sides("brief-nobody", of_side)));
        let command = format!("parallax show '*:standing=holds,level=state,cast={}' --by author", cast.role.word());
        self.with_command(line, &command)
    }

    fn character(&self, character: &Character) -> String {
        let values = [("name", self.name(character.actor).into()), ("n", character.passages.into())];
        self.words.say.with("brief-cast-passages", values) + &self.places_of(&character.ground)
    }
}
