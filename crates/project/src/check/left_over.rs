//! Files that no view writes any more. Nobody asked for their going, so they stay.

use parallax_core::diag::counted;
use parallax_core::source::left_over as files_left_over;

use super::{Folder, Remark, some};
use crate::outputs::extensions;

pub(super) fn left_over(folder: &Folder<'_>) -> Option<Remark> {
    let mut written = folder.written.clone();
    written.insert(folder.path.join("quality.md"));
    let left = files_left_over(folder.path, &extensions(), &written);
    let (files, are) = (counted(left.len(), "file"), if left.len() == 1 { "is" } else { "are" });
    let (path, named) = (folder.path.display(), some(left.iter().map(String::as_str)));
    let fact = || format!("{files} in {path} {are} of no view of parallax.toml, and left there: {named}");
    (!left.is_empty()).then(|| Remark::note(None, fact()))
}
