//! The name of a file, which says whose its statements are if nothing else does.

/// The name of a file without folders and ending; `stdin` for the standard input.
pub(super) fn stem(name: &str) -> &str {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    stem.trim_matches(['(', ')'])
}
