//! Selections of statements, in which things are named: `hudis:near=us~2,holder=trump+putin`.

use std::ops::Range;

use super::sites::parts;
use crate::model::record::Noun;

/// The keys of selections whose values are ids.
pub(super) const KEYS: [(&str, Noun); 8] = [
    ("actor", Noun::Actor),
    ("near", Noun::Actor),
    ("between", Noun::Actor),
    ("holder", Noun::Actor),
    ("type", Noun::Type),
    ("facet", Noun::Facet),
    ("frame", Noun::Frame),
    ("work", Noun::Work),
];

/// What kinds of things a selection names, each once.
pub(super) fn nouns(text: &str) -> impl Iterator<Item = Noun> {
    let mut nouns: Vec<Noun> = names(text).into_iter().map(|(noun, ..)| noun).collect();
    nouns.sort_unstable();
    nouns.dedup();
    nouns.into_iter()
}

/// The selection with a thing called otherwise; of values that are then the same one is enough.
pub(super) fn renamed(text: &str, noun: Noun, old: &str, new: &str) -> String {
    let mut renamed = text.to_owned();
    let all = names(text);
    let same = |key: usize, kind: Noun, at: &Range<usize>| {
        kind == noun
            && all.iter().any(|(_, other, value)| *other == key && value != at && text.get(value.clone()) == Some(new))
    };
    for (kind, key, at) in all.iter().rev() {
        if *kind != noun || text.get(at.clone()) != Some(old) {
            continue;
        }
        if same(*key, *kind, at) {
            // With the plus on one side.
            let before = text[..at.start].rfind(['+', '=']).unwrap_or(at.start);
            let after = text[at.end..].find(['+', ',']).map_or(text.len(), |end| at.end + end);
            let first = text[before..].starts_with('=');
            renamed.replace_range(if first { before + 1..(after + 1).min(text.len()) } else { before..after }, "");
        } else {
            renamed.replace_range(at.clone(), new);
        }
    }
    renamed
}

/// Where a selection names things, in order, each with where the values of its key begin.
fn names(text: &str) -> Vec<(Noun, usize, Range<usize>)> {
    let mut names = Vec::new();
    let Some(which) = text.find(':').map(|colon| colon + 1) else { return names };
    for part in parts(&text[which..], ',') {
        let part = which + part.start..which + part.end;
        let Some((key, _)) = text[part.clone()].split_once('=') else { continue };
        let Some((key, noun)) = KEYS.iter().find(|(name, _)| *name == key.trim()) else { continue };
        let values = part.start + text[part.clone()].find('=').unwrap_or(0) + 1;
        for value in parts(&text[values..part.end], '+') {
            let value = values + value.start..values + value.end;
            // `us~2` is two steps around `us`.
            let steps = if *key == "near" { text[value.clone()].find('~') } else { None };
            names.push((*noun, values, value.start..steps.map_or(value.end, |steps| value.start + steps)));
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_named_is_renamed() {
        let text = "us:near=us~2, holder = us +russia,tag=us,type=us";
        assert_eq!(renamed(text, Noun::Actor, "us", "usa"), "us:near=usa~2, holder = usa +russia,tag=us,type=us");
        assert_eq!(renamed(text, Noun::Type, "us", "allies"), "us:near=us~2, holder = us +russia,tag=us,type=allies");
        assert_eq!(renamed("a:between=us + usa+x", Noun::Actor, "us", "usa"), "a:between= usa+x");
        assert_eq!(renamed("a:between=usa+us,type=t", Noun::Actor, "us", "usa"), "a:between=usa,type=t");
        assert_eq!(renamed("us", Noun::Actor, "us", "usa"), "us");
        assert_eq!(renamed("*:actor=,=us,actor", Noun::Actor, "us", "usa"), "*:actor=,=us,actor");
    }

    /// Every key of the language that takes ids is known here.
    #[test]
    fn no_key_with_ids_is_missing() {
        let ids = crate::network::KEYS.iter().filter(|key| key.values.starts_with("ID")).map(|key| key.name);
        let mut ids: Vec<&str> = ids.collect();
        let mut known: Vec<&str> = KEYS.iter().map(|(name, _)| *name).collect();
        ids.sort_unstable();
        known.sort_unstable();
        assert_eq!(ids, known);
    }
}
