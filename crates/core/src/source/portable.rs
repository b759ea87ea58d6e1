//! Names of files that mean the same on every system: none that a system reserves, none that leads elsewhere on one of them.

use caseless::default_case_fold_str;
use unicode_normalization::UnicodeNormalization;

/// What Windows takes for a device, whatever ending follows.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
/// The same with a digit behind.
const PORTS: [&str; 2] = ["com", "lpt"];

/// Whether Windows takes a file's name for a device.
#[must_use]
pub(crate) fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let number = PORTS.iter().find_map(|port| stem.strip_prefix(*port));
    let is_digit = |digit: char| digit.is_ascii_digit() || matches!(digit, '¹' | '²' | '³');
    let is_port = number.is_some_and(|number| number.chars().count() == 1 && number.chars().all(is_digit));
    is_port || DEVICES.contains(&&*stem)
}

/// Whether a path, written with `/`, names something below a folder on every system: no `..`, no root, no drive.
#[must_use]
pub fn is_inside(path: &str) -> bool {
    let has_drive =
        path.as_bytes().get(1) == Some(&b':') && path.starts_with(|first: char| first.is_ascii_alphabetic());
    let leaves = path.starts_with('/') || path.split('/').any(|part| part == "..") || path.contains('\\');
    !has_drive && !leaves && !path.contains(char::is_control)
}

/// What two names have in common if they are one file where letter case and Unicode forms do not count.
#[must_use]
pub fn folded(name: &str) -> String {
    let decomposed: String = name.nfd().collect();
    default_case_fold_str(&decomposed).nfd().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_are_known_whatever_follows() {
        assert!(["con", "NUL", "Aux.txt", "com1", "LPT9.a.b", "com²", "prn .x"].into_iter().all(is_reserved));
        assert!(!["con1", "com", "com10", "console", "nul-and-void", "a.con", ""].into_iter().any(is_reserved));
    }

    #[test]
    fn what_leads_elsewhere_on_some_system_is_not_inside() {
        assert!(["a.txt", "greek/a.txt", "./a.txt", "..a", "a..b", "at 12:30.txt"].into_iter().all(is_inside));
        let out = ["..", "../a", "a/../b", "/etc", "..\\a", "C:a", "c:/a", "a\nb"];
        assert!(!out.into_iter().any(is_inside));
    }

    #[test]
    fn names_of_one_file_fold_alike() {
        assert_eq!(folded("CAFÉ"), folded("cafe\u{301}"));
        assert_eq!(folded("ΣΑΣ"), folded("σας"));
        assert_ne!(folded("a"), folded("b"));
    }
}
