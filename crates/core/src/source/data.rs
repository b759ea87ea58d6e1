//! Which files are data: by the folder that they stand in, and by their names.

use std::path::Path;

/// The folders that are read.
pub(super) const FOLDERS: [&str; 2] = ["actors", "relations"];

/// The endings of the files that are read.
const ENDINGS: [&str; 4] = ["toml", "json", "csv", "tsv"];

/// Whether a file name is one of data.
pub(super) fn is_data(name: &str) -> bool {
    let name = Path::new(name);
    let ending = name.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let readme = name.file_stem().is_some_and(|stem| stem.eq_ignore_ascii_case("readme"));
    !readme && ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_is_known_by_its_name() {
        let data = ["a.toml", "B.CSV", "x.y.json", "t.tsv"];
        assert!(data.iter().all(|name| is_data(name)));
        let other = ["README.toml", "readme.csv", "a.txt", "toml", "a.toml~"];
        assert!(!other.iter().any(|name| is_data(name)));
    }
}
