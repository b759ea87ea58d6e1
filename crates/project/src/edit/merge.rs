//! Two actors that are one: what was said of the others is said of the one that is kept.

use std::collections::BTreeSet;

use parallax_core::diag::{Sink, Span, counted};
use parallax_core::model::record::EntityKind;
use parallax_core::model::{ActorId, Corpus, Relation};
use parallax_core::resolve::{Config, read_config, resolve};
use parallax_core::source::Sources;

use super::actor_lookup::Called;
use super::edits::{Change, Edits};
use super::merge_group::Group;
use super::merge_records::absorb;
use super::occurrences::{Role, Site, visit};
use super::remove::remove_item;
use super::rename::{names_lists, select, write};
use super::selection;
use super::trivia::line_start;
use crate::Error;

/// What comes of making one actor of several.
pub struct Merged {
    /// The files that change.
    pub changes: Vec<Change>,
    /// What is worth knowing: what the others' records said and the kept one's does not.
    pub told: Vec<String>,
}

/// Makes one actor of several: whatever names the others by their ids names the kept one, and their records go, but for what it
/// has not. Statements that would then relate it to itself keep this from being done, unless they are `allowed`.
///
/// # Errors
///
/// If an actor is unknown or the same, or a statement would relate it to itself.
pub fn merge(
    sources: &Sources,
    corpus: &Corpus,
    kept: ActorId,
    others: &[ActorId],
    allowed: bool,
) -> Result<Merged, Error> {
    let group = Group { corpus, called: Called::of(corpus), kept, others };
    if !allowed {
        no_loops(&group)?;
    }
    let mut edits = Edits::new(sources);
    let (mut sites, mut declared, mut locked) = (Vec::new(), Vec::new(), BTreeSet::new());
    visit(&edits, sources, &mut |site| {
        match site.role {
            _ if site.noun != EntityKind::Actor => {}
            Role::Declared => declared.push((site.name.into_owned(), site.span)),
            Role::Locked if site.name == group.name(kept) => locked.extend(site.list.map(|slot| slot.list)),
            _ => sites.push(site),
        }
        Ok(())
    })?;
    let (gone, told) = absorb(&mut edits, &group, &declared)?;
    sites.retain(|site| {
        !gone.iter().any(|(id, part)| *id == site.span.source && part.contains(&(site.span.start as usize)))
    });
    rewrite(&mut edits, &group, &sites, locked)?;
    let changes = edits.finish()?;
    still_whole(sources, &changes)?;
    Ok(Merged { changes, told })
}

/// Writes the kept one's id for the others'; in a list in which several stand only the first stays.
fn rewrite(
    edits: &mut Edits<'_>,
    group: &Group<'_>,
    sites: &[Site<'_>],
    mut locked: BTreeSet<Span>,
) -> Result<(), Error> {
    let kept = group.name(group.kept);
    let lists = group.lists();
    let mut places: BTreeSet<(Span, &str)> = BTreeSet::new();
    let mut list: Option<(Span, ActorId)> = None;
    for site in sites {
        if site.role == Role::Selected {
            let anew = |says: String, other: &ActorId| selection::renamed(&says, site.noun, group.name(*other), kept);
            let says = group.others.iter().fold(site.name.to_string(), anew);
            let anew = |says: String, (old, new): &(String, String)| selection::renamed(&says, site.noun, old, new);
            select(edits, site, lists.iter().fold(says, anew))?;
            continue;
        }
        if let Some((old, new)) = lists.iter().find(|(old, _)| names_lists(site.role) && *old == site.name) {
            match site.list {
                // What stands there already keeps its place.
                Some(slot)
                    if site.role == Role::Locked
                        && (group.corpus.actors.find(new).is_some() || !places.insert((slot.list, new))) =>
                {
                    cut_line(edits, site.span, slot.after)?;
                }
                _ => write(edits, site, old, new)?,
            }
            continue;
        }
        let Some(actor) = group.member(&site.name) else { continue };
        match (site.role, site.list) {
            (Role::Locked, Some(slot)) => {
                if !locked.insert(slot.list) {
                    cut_line(edits, site.span, slot.after)?;
                    continue;
                }
            }
            (_, Some(slot)) => match list.filter(|(span, _)| *span == slot.list) {
                Some((_, first)) if first != actor => {
                    remove_item(edits, site.span, &slot)?;
                    continue;
                }
                Some(_) => {}
                None => list = Some((slot.list, actor)),
            },
            (_, None) => {}
        }
        if group.goes(&site.name) {
            write(edits, site, &site.name, kept)?;
        }
    }
    Ok(())
}

/// Takes a line of the lock out, which ends at `end`.
fn cut_line(edits: &mut Edits<'_>, at: Span, end: usize) -> Result<(), Error> {
    let start = line_start(&edits.source(at.source)?.text, at.start as usize);
    edits.splice(at.source, start..end, "");
    edits.meant(at.source).gone.insert(start as u32);
    Ok(())
}

/// Refuses what would relate the kept one to itself.
fn no_loops(group: &Group<'_>) -> Result<(), Error> {
    let is_loop = |relation: &&Relation| relation.pairs().any(|(from, to)| group.has(from) && group.has(to));
    let loops: Vec<String> =
        group.corpus.relations().iter().filter(is_loop).map(|relation| group.corpus.relation_name(relation)).collect();
    if loops.is_empty() {
        return Ok(());
    }
    let shown = loops.iter().take(10).cloned().collect::<Vec<_>>().join(", ");
    let more = if loops.len() > 10 { ", ..." } else { "" };
    Err(Error::Refused(format!(
        "{} would relate `{}` to itself: {shown}{more}; change or delete them first, or take them along with --force",
        counted(loops.len(), "statement"),
        group.name(group.kept)
    )))
}

/// The corpus with the changes made must have no error, as it had none.
fn still_whole(sources: &Sources, changes: &[Change]) -> Result<(), Error> {
    let mut sink = Sink::default();
    let mut after = Sources::default();
    for source in sources.own() {
        let changed = changes.iter().find(|change| change.source == source.id);
        after.add_like(source, changed.map_or(&*source.text, |change| &change.after));
    }
    let config = after.config().map_or_else(Config::default, |source| read_config(source, &mut sink));
    resolve(&after, config, &mut sink);
    if !sink.has_errors() {
        return Ok(());
    }
    let first = sink.sorted().first().map_or(String::new(), |finding| finding.message.clone());
    Err(Error::Refused(format!("the corpus would then have errors, so nothing is changed: {first}")))
}
