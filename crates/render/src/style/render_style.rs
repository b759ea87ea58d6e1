//! How a picture is to look, in the words of a person: the keys that a saved view and the command line share.

use parallax_core::diag::nearest;
use parallax_core::messages::{LANGUAGES, Messages};
use parallax_core::model::{ActorId, Corpus};
use parallax_core::network::find_actor;

use crate::style::fit::Fit;
use crate::style::theme::Theme;
use crate::style::themes::THEMES;

/// How a picture is to look. What nobody said is left to the defaults.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RenderStyle {
    /// Colours and sizes; the first theme unless said.
    pub theme: Option<&'static Theme>,
    /// The page that it fills; as large as what is on it unless said.
    pub fit: Option<Fit>,
    /// The actor whose lines and neighbours are shown in full, all else faded.
    pub focus: Option<ActorId>,
    /// Only so many actors, those with the most statements.
    pub top: Option<usize>,
    /// What lines are labelled with; everything unless said.
    pub labels: Option<Labels>,
    /// Whether lines are numbered, and told below the picture; not unless said.
    pub notes: Option<bool>,
    /// How much a legend explains; what words do not say unless said.
    pub legend: Option<LegendDetail>,
    /// Whether members of a bloc stand in a hull, where that can be done, or have a line each; a hull unless said.
    pub hulls: Option<bool>,
    /// How an SVG has its letters.
    pub text_mode: Option<TextMode>,
    /// The language of headings, legends and notes; English unless said.
    pub language: Option<&'static Messages>,
}

/// What lines are labelled with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Labels {
    /// Only the tag of the sign and the side, without words.
    None,
    /// The type, with the word of what is not held.
    Types,
    /// The type, and how many statements stand behind the line.
    #[default]
    All,
}

impl Labels {
    /// By name.
    const NAMES: [(&'static str, Self); 3] = [("none", Self::None), ("types", Self::Types), ("all", Self::All)];
}

/// How much the legend of a network explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LegendDetail {
    /// Nothing: there is none.
    None,
    /// What no words say: whose lines, signs, what is contested, what is not a fact, what is left out.
    #[default]
    Short,
    /// Strengths, counts and kinds of actors as well.
    Full,
}

impl LegendDetail {
    /// By name.
    const NAMES: [(&'static str, Self); 3] = [("none", Self::None), ("short", Self::Short), ("full", Self::Full)];
}

/// How an SVG has its letters. PNG and PDF bring their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextMode {
    /// Text, with the part of the bundled face that it needs.
    #[default]
    Font,
    /// Outlines: the same in every program, but no longer text.
    Paths,
    /// Text alone: small, in whatever face is there.
    Plain,
}

impl TextMode {
    /// Every way, the default first.
    pub const ALL: [Self; 3] = [Self::Font, Self::Paths, Self::Plain];

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Font => "font",
            Self::Paths => "paths",
            Self::Plain => "plain",
        }
    }
}

/// What is wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StyleError {
    /// The fact.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

/// A key of a look.
pub struct StyleKey {
    /// Its name, in saved views and as a flag.
    pub name: &'static str,
    /// The values, for help.
    pub values: &'static str,
    /// What it does, in one line.
    pub about: &'static str,
    /// All values, if they are words of a list; else none.
    pub choices: fn() -> Vec<&'static str>,
    /// Whether a chart heeds it, which has no lines between actors.
    pub of_charts: bool,
    set: fn(&mut RenderStyle, &str, &Corpus) -> Result<(), StyleError>,
}

/// Every key, in the order of help; the same as [`parallax_core::model::record::style_keys`].
pub static STYLE_KEYS: &[StyleKey] = &[
    StyleKey {
        name: "theme",
        values: "THEME",
        about: "Colours and sizes [default: light]",
        choices: || THEMES.iter().map(|theme| theme.name).collect(),
        of_charts: true,
        set: theme,
    },
    StyleKey {
        name: "fit",
        values: "TARGET",
        about: "The page that the whole picture fills: 16:9 or another ratio, a4, a4-landscape, square, or a size in pixels such as 1920x1080",
        choices: Vec::new,
        of_charts: true,
        set: fit,
    },
    StyleKey {
        name: "focus",
        values: "ACTOR",
        about: "Show one actor, its lines and its neighbours in full, and fade the rest; nobody moves",
        choices: Vec::new,
        of_charts: false,
        set: focus,
    },
    StyleKey {
        name: "top",
        values: "N",
        about: "Only the N actors with the most statements, and the lines between them; of issues, namings and briefings the first N rows",
        choices: Vec::new,
        of_charts: true,
        set: top,
    },
    StyleKey {
        name: "labels",
        values: "WHICH",
        about: "What stands on lines: none (signs alone), types, or all (types and counts) [default: all]",
        choices: || Labels::NAMES.map(|(name, _)| name).to_vec(),
        of_charts: false,
        set: labels,
    },
    StyleKey {
        name: "notes",
        values: "WHETHER",
        about: "Number the lines, and tell below the picture what the text says of each, and where: true or false",
        choices: || WHETHER.to_vec(),
        of_charts: false,
        set: notes,
    },
    StyleKey {
        name: "legend",
        values: "DETAIL",
        about: "What is explained below: none, short (what no words say), or full (strengths, counts and kinds of actors as well) [default: short]",
        choices: || LegendDetail::NAMES.map(|(name, _)| name).to_vec(),
        of_charts: false,
        set: legend,
    },
    StyleKey {
        name: "blocs",
        values: "HOW",
        about: "Members of a bloc stand in a tinted hull, where no stranger stands between them, or each has a line [default: hulls]",
        choices: || BLOCS.to_vec(),
        of_charts: false,
        set: blocs,
    },
    StyleKey {
        name: "text",
        values: "HOW",
        about: "Letters of an SVG: font brings the part of the face that is used, paths are outlines, plain is text alone [default: font]",
        choices: || TextMode::ALL.map(TextMode::name).to_vec(),
        of_charts: true,
        set: text,
    },
    StyleKey {
        name: "language",
        values: "LANGUAGE",
        about: "The language of headings, legends and notes; statements and labels are as the codebook has them [default: en]",
        choices: || LANGUAGES.iter().map(|language| language.code).collect(),
        of_charts: true,
        set: language,
    },
];

/// Yes and no, as a saved view has them.
const WHETHER: [&str; 2] = ["true", "false"];
/// How members of a bloc are shown.
const BLOCS: [&str; 2] = ["hulls", "lines"];

impl RenderStyle {
    /// Sets a key of [`STYLE_KEYS`].
    ///
    /// # Errors
    ///
    /// If the key is unknown, or the value none that it takes; with what to do about it.
    pub fn set(&mut self, key: &str, value: &str, corpus: &Corpus) -> Result<(), StyleError> {
        let found = STYLE_KEYS.iter().find(|known| known.name == key);
        let unknown = || unknown("key", key, &STYLE_KEYS.iter().map(|known| known.name).collect::<Vec<_>>());
        (found.ok_or_else(unknown)?.set)(self, value, corpus)
    }

    /// What this says, and where it says nothing what the other does.
    #[must_use]
    pub fn over(self, other: &Self) -> Self {
        Self {
            theme: self.theme.or(other.theme),
            fit: self.fit.or(other.fit),
            focus: self.focus.or(other.focus),
            top: self.top.or(other.top),
            labels: self.labels.or(other.labels),
            notes: self.notes.or(other.notes),
            legend: self.legend.or(other.legend),
            hulls: self.hulls.or(other.hulls),
            text_mode: self.text_mode.or(other.text_mode),
            language: self.language.or(other.language),
        }
    }

    /// The words of its language.
    #[must_use]
    pub fn messages(&self) -> &'static Messages {
        self.language.unwrap_or_else(Messages::english)
    }

    /// The theme.
    #[must_use]
    pub fn theme(&self) -> &'static Theme {
        self.theme.unwrap_or(THEMES[0])
    }
}

fn unknown(what: &str, value: &str, known: &[&'static str]) -> StyleError {
    let near = nearest(value, known.iter().copied()).map(|near| format!("did you mean `{near}`?"));
    let help = near.unwrap_or_else(|| format!("one of {}", known.join(", ")));
    StyleError { message: format!("no {what} `{value}`"), help: Some(help) }
}

fn theme(style: &mut RenderStyle, value: &str, _: &Corpus) -> Result<(), StyleError> {
    let found = THEMES.iter().find(|theme| theme.name == value);
    let names = || THEMES.iter().map(|theme| theme.name).collect::<Vec<_>>();
    style.theme = Some(found.ok_or_else(|| unknown("theme", value, &names()))?);
    Ok(())
}

fn fit(style: &mut RenderStyle, value: &str, _: &Corpus) -> Result<(), StyleError> {
    let wrong = || StyleError {
        message: format!("`{value}` is no page that a picture can fill"),
        help: Some("write a ratio such as 16:9, a4, a4-landscape, square, or pixels such as 1920x1080".to_owned()),
    };
    style.fit = Some(Fit::parse(value).ok_or_else(wrong)?);
    Ok(())
}

fn focus(style: &mut RenderStyle, value: &str, corpus: &Corpus) -> Result<(), StyleError> {
    let found = find_actor(value, corpus).map_err(|(message, help)| StyleError { message, help });
    style.focus = Some(found?);
    Ok(())
}

fn top(style: &mut RenderStyle, value: &str, _: &Corpus) -> Result<(), StyleError> {
    let wrong = || StyleError {
        message: format!("`{value}` is no number of actors"),
        help: Some("write a whole number from 1, such as 10".to_owned()),
    };
    style.top = Some(value.parse().ok().filter(|number| *number > 0).ok_or_else(wrong)?);
    Ok(())
}

fn labels(style: &mut RenderStyle, value: &str, _: &Corpus) -> Result<(), StyleError> {
    let found = Labels::NAMES.iter().find(|(name, _)| *name == value);
    let (_, labels) = found.ok_or_else(|| unknown("choice of labels", value, &Labels::NAMES.map(|(name, _)| name)))?;
    style.labels = Some(*labels);
    Ok(())
}

fn notes(style: &mut RenderStyle, value: &str, _: &Corpus) -> Result<(), StyleError> {
    style.notes = Some(either("choice", value, WHETHER)?);
    Ok(())
}

fn legend(style: &mut RenderStyle, value: &str, _: &Corpus) -> Result<(), StyleError> {
    let found = LegendDetail::NAMES.iter().find(|(name, _)| *name == value);
    let names = || LegendDetail::NAMES.map(|(name, _)| name);
    style.legend = Some(found.ok_or_else(|| unknown("legend", value, &names()))?.1);
    Ok(())
}

fn blocs(style: &mut RenderStyle, value: &str, _: &Corpus) -> Result<(), StyleError> {
    style.hulls = Some(either("way to show blocs", value, BLOCS)?);
    Ok(())
}

/// Whether a value is the first of two.
fn either(what: &str, value: &str, both: [&'static str; 2]) -> Result<bool, StyleError> {
    if both.contains(&value) { Ok(value == both[0]) } else { Err(unknown(what, value, &both)) }
}

fn text(style: &mut RenderStyle, value: &str, _: &Corpus) -> Result<(), StyleError> {
    let found = TextMode::ALL.into_iter().find(|way| way.name() == value);
    let names = || TextMode::ALL.map(TextMode::name);
    style.text_mode = Some(found.ok_or_else(|| unknown("way to write", value, &names()))?);
    Ok(())
}

fn language(style: &mut RenderStyle, value: &str, _: &Corpus) -> Result<(), StyleError> {
    let codes = || LANGUAGES.iter().map(|language| language.code).collect::<Vec<_>>();
    style.language = Some(Messages::of(value).ok_or_else(|| unknown("language", value, &codes()))?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_registry_is_what_a_saved_view_may_hold() {
        assert!(
            STYLE_KEYS.iter().map(|key| key.name).eq(parallax_core::model::record::style_keys().map(|key| key.name))
        );
        assert!(
            STYLE_KEYS.iter().all(|key| !key.about.is_empty() && !key.about.ends_with('.') && !key.values.is_empty())
        );
    }

    #[test]
    fn what_is_said_first_wins_and_the_rest_stays() {
        let corpus = Corpus::default();
        let style = |pairs: &[(&str, &str)]| {
            let mut style = RenderStyle::default();
            for (key, value) in pairs {
                style.set(key, value, &corpus).unwrap();
            }
            style
        };
        let merged = style(&[("top", "3")]).over(&style(&[("top", "9"), ("labels", "none"), ("theme", "print")]));
        assert_eq!((merged.top, merged.labels, merged.theme().name), (Some(3), Some(Labels::None), "print"));
        assert_eq!(style(&[]).theme().name, THEMES[0].name);
    }

    #[test]
    fn what_is_wrong_is_said_with_what_to_do() {
        let (mut style, corpus) = (RenderStyle::default(), Corpus::default());
        let wrong =
            [("labels", "tipes"), ("theme", "pritn"), ("top", "0"), ("top", "-1"), ("fit", "a44"), ("focuss", "us")];
        for (key, value) in wrong {
            assert!(style.set(key, value, &corpus).unwrap_err().help.is_some(), "{key} = {value}");
        }
        assert_eq!(style.set("focus", "us", &corpus).unwrap_err().message, "no actor `us`");
        assert_eq!(style, RenderStyle::default());
    }
}
