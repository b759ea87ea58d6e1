//! Which keys a table may have, and so in which order they stand.

use parallax_core::model::record::{CONFIG, Key, Record, data_keys};
use parallax_core::source;

/// The keys of a table.
#[derive(Debug, Clone, Copy)]
pub(super) enum Keys {
    /// Those of a data file, and of what the corpus is called where both are one.
    Data,
    /// The same the other way round.
    Config,
    /// Those of a record.
    Of(&'static Record),
    /// Nobody has declared any.
    Any,
}

impl Keys {
    /// The keys of a file, by its name.
    pub(super) fn of_file(name: &str) -> Self {
        let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
        if last == source::CONFIG { Self::Config } else { Self::Data }
    }

    /// A key and its place in the order. It may stand in quotes.
    fn find(self, raw: &str) -> Option<(usize, &'static Key)> {
        let name = bare(raw);
        match self {
            Self::Data => data_keys().chain(CONFIG.keys).enumerate().find(|(_, key)| key.name == name),
            Self::Config => CONFIG.keys.iter().chain(data_keys()).enumerate().find(|(_, key)| key.name == name),
            Self::Of(record) => record.columns.iter().chain(record.keys).enumerate().find(|(_, key)| key.name == name),
            Self::Any => None,
        }
    }

    /// Where a key stands among the others; what nobody knows stands last.
    pub(super) fn place(self, path: &[&str]) -> usize {
        path.first().and_then(|first| self.find(first)).map_or(usize::MAX, |(place, _)| place)
    }

    /// The keys of the table, or the tables, that a path leads to.
    pub(super) fn within(self, path: &[&str]) -> Self {
        path.iter().fold(self, |keys, raw| {
            let record = keys.find(raw).and_then(|(_, key)| key.shape.record());
            record.map_or(Self::Any, Self::Of)
        })
    }
}

/// A key without the quotes that it does not need.
pub(super) fn bare(raw: &str) -> &str {
    let within = |quote| raw.strip_prefix(quote).and_then(|rest: &str| rest.strip_suffix(quote));
    let plain = |name: &&str| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    };
    within('"').or_else(|| within('\'')).filter(plain).unwrap_or(raw)
}
