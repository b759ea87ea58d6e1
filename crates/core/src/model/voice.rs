//! Who holds a statement and how: stance, mode, attitude, and the standing that follows from stance and negation.

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[doc = $about:literal])+ $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[doc = $about])+ $variant,)*
        }

        impl $name {
            /// Every value with its word, as the files write it.
            pub const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$variant),)*];

            /// Every word with what it means.
            pub const GLOSSARY: &'static [(&'static str, &'static str)] = &[$(($word, concat!($($about),+)),)*];

            /// The word, as the files write it.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// From the word in a file.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
            }
        }
    };
}
pub(super) use words;

words! {
    /// Whether a tie of a table has a direction; elsewhere its type says so.
    Direction {
        /// From the one to the other.
        Directed = "directed",
        /// Between the two, whichever is written first.
        Undirected = "undirected",
        /// As undirected, in the words of other programs.
        Mutual = "mutual",
    }
}

words! {
    /// Which of two lists of actors is spoken of as a whole, where one is not.
    Together {
        /// What is said of the actors in `from` is said of all of them at once.
        From = "from",
        /// What is said of the actors in `to` is said of all of them at once.
        To = "to",
    }
}

words! {
    /// How the author stands to the content of a statement.
    Stance {
        /// The author says it in the author's own voice.
        Asserts = "asserts",
        /// Somebody else's claim that the author makes his or her own.
        Endorses = "endorses",
        /// Somebody else's claim, told without taking a side.
        Reports = "reports",
        /// Somebody else's claim that the author questions.
        Doubts = "doubts",
        /// Somebody else's claim that the author denies.
        Rejects = "rejects",
    }
}

words! {
    /// In which world the content holds (PLOVER's auxiliary modes; negation stands apart).
    Mode {
        /// In the present of the work.
        Actual = "actual",
        /// Before the period of the work.
        Historical = "historical",
        /// Expected.
        Future = "future",
        /// Possible, conditional, feared or hoped for.
        Hypothetical = "hypothetical",
    }
}

words! {
    /// What the holder (else the author) feels about the content.
    Attitude {
        /// Hopes for it.
        Wants = "wants",
        /// Is afraid of it.
        Fears = "fears",
        /// Plans it.
        Intends = "intends",
        /// Thinks that it should be.
        Ought = "ought",
    }
}

words! {
    /// Whether the author holds the content: follows from stance and negation.
    Standing {
        /// The author holds it.
        Holds = "holds",
        /// The author leaves it open.
        Open = "open",
        /// The author holds that it is not so.
        Denies = "denies",
    }
}

impl Standing {
    /// The standing of a statement: a rejected denial holds, a negated assertion denies.
    #[must_use]
    pub fn of(stance: Stance, negated: bool) -> Self {
        match (stance, negated) {
            (Stance::Asserts | Stance::Endorses, false) | (Stance::Rejects, true) => Self::Holds,
            (Stance::Asserts | Stance::Endorses, true) | (Stance::Rejects, false) => Self::Denies,
            (Stance::Reports | Stance::Doubts, _) => Self::Open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standing_follows_the_table() {
        assert_eq!(Standing::of(Stance::Endorses, false), Standing::Holds);
        assert_eq!(Standing::of(Stance::Rejects, false), Standing::Denies);
        assert_eq!(Standing::of(Stance::Rejects, true), Standing::Holds);
        assert_eq!(Standing::of(Stance::Doubts, true), Standing::Open);
    }
}
