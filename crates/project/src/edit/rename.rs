//! A thing called otherwise, everywhere.

use parallax_core::model::record::EntityKind;
use parallax_core::model::{Corpus, together_id};
use parallax_core::read::Notation;
use parallax_core::source::Sources;

use super::actor_lookup::Called;
use super::edits::{Change, Edits};
use super::occurrences::{Role, Site, visit};
use super::quote::{in_quotes_of, is_bare, is_plain, plain_content, quoted};
use super::selection;
use crate::Error;

/// Calls a thing otherwise: its record, whatever refers to it by its id, selections of saved views, and locked places. What
/// refers to an actor by an alias or a name stays as it is, and so do ids that were made of the old one.
///
/// # Errors
///
/// If the new id is taken or no id, or a place cannot be changed safely.
pub fn rename(
    sources: &Sources,
    corpus: &Corpus,
    noun: EntityKind,
    old: &str,
    new: &str,
) -> Result<Vec<Change>, Error> {
    free(corpus, noun, old, new)?;
    let mut edits = Edits::new(sources);
    let ids = if noun == EntityKind::Actor { together(corpus, old, new) } else { Vec::new() };
    let ids: Vec<(String, String)> = [(old.to_owned(), new.to_owned())].into_iter().chain(ids).collect();
    let mut sites = Vec::new();
    visit(&edits, sources, &mut |site| {
        if site.noun == noun {
            taken(&site, new)?;
            let is_list = |known: &str| names_lists(site.role) && site.name == known;
            if site.role == Role::Selected || site.name == old || ids.iter().any(|(known, _)| is_list(known)) {
                sites.push(site);
            }
        }
        Ok(())
    })?;
    for site in &sites {
        if site.role == Role::Selected {
            let anew = |says: String, (old, new): &(String, String)| selection::renamed(&says, noun, old, new);
            select(&mut edits, site, ids.iter().fold(site.name.to_string(), anew))?;
        } else if let Some((old, new)) = ids.iter().find(|(old, _)| *old == site.name) {
            write(&mut edits, site, old, new)?;
        }
    }
    edits.finish()
}

/// Whether a list that is spoken of as a whole can be named there: statements name its members.
pub(super) fn names_lists(role: Role) -> bool {
    matches!(role, Role::Locked | Role::Named { free: false })
}

/// What the lists that are spoken of as a whole are called then: their ids are made of those of their members.
fn together(corpus: &Corpus, old: &str, new: &str) -> Vec<(String, String)> {
    let lists = corpus.actors.iter().filter_map(|(_, id, actor)| {
        let members: Vec<&str> = actor.members().map(|member| corpus.actors.name(member)).collect();
        let then = members.iter().map(|member| if *member == old { new } else { member });
        members.contains(&old).then(|| (id.to_owned(), together_id(then)))
    });
    lists.collect()
}

/// Refuses a new id that cannot be one, or that something else is called.
fn free(corpus: &Corpus, noun: EntityKind, old: &str, new: &str) -> Result<(), Error> {
    let refused = |why: String| Err(Error::Refused(why));
    if !is_plain(new) {
        return refused(format!("`{new}` cannot be an id: use letters, digits, `-`, `_` and `.`"));
    }
    if old == new {
        return refused(format!("`{old}` is called that already"));
    }
    if noun == EntityKind::Actor
        && let Some(actor) = Called::of(corpus).find(new, corpus).filter(|actor| corpus.actors.name(*actor) != old)
    {
        return refused(format!(
            "`{new}` is free no longer: it means the actor `{}`; parallax merge makes one of two",
            corpus.actors.name(actor)
        ));
    }
    Ok(())
}

/// Refuses a new id under which something is known, be it only as a label: it would mean another thing then.
fn taken(site: &Site<'_>, new: &str) -> Result<(), Error> {
    if site.role != Role::Selected && site.name == new {
        return Err(Error::Refused(format!("`{new}` is free no longer: the files name it already")));
    }
    Ok(())
}

/// Writes the new name into a place.
pub(super) fn write(edits: &mut Edits<'_>, site: &Site<'_>, old: &str, new: &str) -> Result<(), Error> {
    let notation = edits.notation(site.span.source)?;
    let written = edits.written(site.span)?;
    match site.role {
        Role::Selected => select(edits, site, selection::renamed(&site.name, site.noun, old, new)),
        Role::Key => {
            let bare = notation == Notation::Toml && is_bare(written);
            let raw = if bare && !is_bare(new) { quoted(new, notation) } else { in_quotes_of(written, new) };
            edits.rename_key(site.span, raw, new.to_owned());
            Ok(())
        }
        // In a cell, and in a line of the lock, the name stands without quotes of its own.
        Role::Declared | Role::Named { .. } | Role::Locked if notation == Notation::Csv => {
            edits.rewrite(site.span, new.to_owned(), new.to_owned())
        }
        Role::Declared | Role::Named { .. } | Role::Locked => {
            edits.rewrite(site.span, in_quotes_of(written, new), new.to_owned())
        }
    }
}

/// Writes a selection anew, in the quotes that it has.
pub(super) fn select(edits: &mut Edits<'_>, site: &Site<'_>, says: String) -> Result<(), Error> {
    if says == site.name {
        return Ok(());
    }
    let written = edits.written(site.span)?;
    let plain = plain_content(written) == site.name;
    let raw = if plain { in_quotes_of(written, &says) } else { quoted(&says, edits.notation(site.span.source)?) };
    edits.rewrite(site.span, raw, says)
}
