//! Changes as a person reads them before they are written.

use similar::TextDiff;

use super::Change;

/// Lines shown around a change.
const AROUND: usize = 3;

/// All changes as a unified diff, which `patch -p1` takes as well.
#[must_use]
pub fn unified(changes: &[Change]) -> String {
    let of = |change: &Change| {
        let diff = TextDiff::from_lines(&*change.before, &*change.after);
        let (old, new) = (format!("a/{}", change.name), format!("b/{}", change.name));
        diff.unified_diff().context_radius(AROUND).header(&old, &new).to_string()
    };
    changes.iter().map(of).collect()
}
