//! Selections of statements, in which things are named: `hudis:near=us~2,holder=trump+putin`.

use std::ops::Range;

use parallax_core::model::record::EntityKind;
use parallax_core::model::selection::{Part, Selection, Value, written};

/// The keys of selections whose values are ids.
pub(super) const KEYS: [(&str, EntityKind); 13] = [
    ("actor", EntityKind::Actor),
    ("near", EntityKind::Actor),
    ("between", EntityKind::Actor),
    ("with", EntityKind::Actor),
    ("against", EntityKind::Actor),
    ("excluding", EntityKind::Actor),
    ("benefiting", EntityKind::Actor),
    ("holder", EntityKind::Actor),
    ("type", EntityKind::Type),
    ("facet", EntityKind::Facet),
    ("frame", EntityKind::Frame),
    ("work", EntityKind::Work),
    ("issue", EntityKind::Issue),
];

/// What kinds of things a selection names, each once.
pub(super) fn nouns(text: &str) -> impl Iterator<Item = EntityKind> {
    let mut nouns: Vec<EntityKind> = names(text).into_iter().map(|name| name.noun).collect();
    nouns.sort_unstable();
    nouns.dedup();
    nouns.into_iter()
}

/// The selection with a thing called otherwise; of values that are then the same one is enough.
pub(super) fn renamed(text: &str, noun: EntityKind, old: &str, new: &str) -> String {
    let mut renamed = text.to_owned();
    let all = names(text);
    let again = |name: &Name| all.iter().any(|other| other.part == name.part && other.at != name.at && other.is(new));
    for name in all.iter().rev().filter(|name| name.noun == noun) {
        let Some(at) = name.place_of(old) else { continue };
        if again(name) {
            // With the plus on one side.
            let cut = match (name.nth, name.next) {
                (0, Some(next)) => name.at.start..next,
                (0, None) => name.at.clone(),
                _ => name.before..name.end,
            };
            renamed.replace_range(cut, "");
        } else {
            renamed.replace_range(at, &written(new));
        }
    }
    if renamed == text { bare(text, noun, old, new).unwrap_or(renamed) } else { renamed }
}

/// The same, where the old name stands without the quotes that it needs.
fn bare(text: &str, noun: EntityKind, old: &str, new: &str) -> Option<String> {
    let read = Selection::parse(text).ok()?;
    let is_old = |(key, at): &(&str, Range<usize>)| KEYS.contains(&(*key, noun)) && text.get(at.clone()) == Some(old);
    let found = read.bare(text).into_iter().rev().filter(is_old);
    let mut renamed = text.to_owned();
    found.for_each(|(_, at)| renamed.replace_range(at, &written(new)));
    Some(renamed)
}

/// A value that is a name.
struct Name {
    noun: EntityKind,
    says: String,
    /// With steps around it: the name alone.
    alone: Option<String>,
    /// Which part it stands in, and as which of its values.
    part: usize,
    nth: usize,
    /// Where it stands, with its quotes.
    at: Range<usize>,
    /// Where the value before ends, this one with its steps, and where the next begins.
    before: usize,
    end: usize,
    next: Option<usize>,
}

impl Name {
    fn is(&self, name: &str) -> bool {
        self.says == name
    }

    /// Where it says a name.
    fn place_of(&self, name: &str) -> Option<Range<usize>> {
        if self.is(name) {
            return Some(self.at.clone());
        }
        self.alone.as_deref().filter(|alone| *alone == name).map(|alone| self.at.start..self.at.start + alone.len())
    }
}

/// Where a selection names things, in order; one that cannot be read names nothing.
fn names(text: &str) -> Vec<Name> {
    let parts = Selection::parse(text).map_or_else(|_| Vec::new(), |read| read.parts);
    let known = |part: &Part<'_>| KEYS.iter().find(|(name, _)| *name == part.key).map(|(_, noun)| *noun);
    let parts = parts.iter().enumerate().filter_map(|(index, part)| Some((index, part, known(part)?)));
    parts.flat_map(|(index, part, noun)| of_part(text, index, part, noun)).collect()
}

fn of_part(text: &str, index: usize, part: &Part<'_>, noun: EntityKind) -> Vec<Name> {
    let end = |value: &Value<'_>| {
        let after = text[value.range.end..].find(value.after).map_or(0, |at| at + value.after.len());
        value.range.end + after
    };
    let values = part.values.iter().enumerate();
    let name = |(nth, value): (usize, &Value<'_>)| Name {
        noun,
        says: value.text.to_string(),
        alone: value
            .steps()
            .filter(|_| !value.quoted && part.key == "near")
            .map(|(name, _)| name.trim_end().to_owned()),
        part: index,
        nth,
        at: value.range.clone(),
        before: nth.checked_sub(1).map_or(part.range.start, |before| end(&part.values[before])),
        end: end(value),
        next: part.values.get(nth + 1).map(|next| next.range.start),
    };
    values.map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_named_is_renamed() {
        let text = "us:near=us~2, holder = us +russia,tag=us,type=us";
        assert_eq!(renamed(text, EntityKind::Actor, "us", "usa"), "us:near=usa~2, holder = usa +russia,tag=us,type=us");
        assert_eq!(
            renamed(text, EntityKind::Type, "us", "allies"),
            "us:near=us~2, holder = us +russia,tag=us,type=allies"
        );
        assert_eq!(renamed("a:between=us + usa+x", EntityKind::Actor, "us", "usa"), "a:between=usa+x");
        assert_eq!(renamed("a:between=usa+us,type=t", EntityKind::Actor, "us", "usa"), "a:between=usa,type=t");
        assert_eq!(renamed("us", EntityKind::Actor, "us", "usa"), "us");
        assert_eq!(
            renamed("a:near=\"us\"~2,actor=\"us\"+x", EntityKind::Actor, "us", "usa"),
            "a:near=usa~2,actor=usa+x"
        );
        assert_eq!(renamed("a:actor=\"x, y\"+z", EntityKind::Actor, "x, y", "xy"), "a:actor=xy+z");
        assert_eq!(renamed("a:actor=\"x, y\"+z", EntityKind::Actor, "z", "x, y"), "a:actor=\"x, y\"");
        assert_eq!(renamed("a:actor=x, y,tag=z", EntityKind::Actor, "x, y", "xy"), "a:actor=xy,tag=z");
        assert_eq!(renamed("*:actor=,=us,actor", EntityKind::Actor, "us", "usa"), "*:actor=,=us,actor");
    }

    /// Every key of the language that takes ids is known here.
    #[test]
    fn no_key_with_ids_is_missing() {
        // The ids of answers are of their issue alone, and are not called otherwise.
        let has_ids = |key: &&parallax_core::network::Key| key.values.starts_with("ID") && key.name != "answer";
        let ids = parallax_core::network::KEYS.iter().filter(has_ids).map(|key| key.name);
        let mut ids: Vec<&str> = ids.collect();
        let mut known: Vec<&str> = KEYS.iter().map(|(name, _)| *name).collect();
        ids.sort_unstable();
        known.sort_unstable();
        assert_eq!(ids, known);
    }
}
