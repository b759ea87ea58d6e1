//! The look of pictures as flags, made from the registry of its keys.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Args, Command, FromArgMatches};
use parallax_core::model::Corpus;
use parallax_project::Error;
use parallax_render::{RenderStyle, STYLE_KEYS, StyleKey};

/// Keys of the look given as flags: they override those of a saved view.
#[derive(Debug, Clone, Default)]
pub(crate) struct StyleKeys(Vec<(&'static str, String)>);

/// Those of them that a chart without lines between actors heeds.
#[derive(Debug, Clone, Default)]
pub(crate) struct ChartStyleKeys(pub(crate) StyleKeys);

impl StyleKeys {
    /// The look that the flags ask for.
    pub(crate) fn style(&self, corpus: &Corpus) -> Result<RenderStyle, Error> {
        let mut style = RenderStyle::default();
        for (key, value) in &self.0 {
            style.set(key, value, corpus).map_err(|error| {
                let help = error.help.map_or(String::new(), |help| format!(" ({help})"));
                Error::Usage(format!("in `--{key} {value}`: {}{help}", error.message))
            })?;
        }
        Ok(style)
    }
}

/// Those keys of some that are given.
fn given(keys: impl Iterator<Item = &'static StyleKey>, matches: &ArgMatches) -> StyleKeys {
    StyleKeys(keys.filter_map(|key| Some((key.name, matches.get_one::<String>(key.name)?.clone()))).collect())
}

/// The keys of a chart.
fn of_charts() -> impl Iterator<Item = &'static StyleKey> {
    STYLE_KEYS.iter().filter(|key| key.of_charts)
}

/// The flag of a key.
fn arg(key: &'static StyleKey) -> Arg {
    let arg = Arg::new(key.name).long(key.name).value_name(key.values).help(key.about).help_heading("Picture");
    let choices = (key.choices)();
    // What can be true or false is a plain flag on the command line.
    let flag = choices.contains(&"true");
    let arg = if choices.is_empty() { arg } else { arg.value_parser(PossibleValuesParser::new(choices)) };
    if flag { arg.num_args(0..=1).default_missing_value("true").require_equals(true) } else { arg }
}

impl FromArgMatches for StyleKeys {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        Ok(given(STYLE_KEYS.iter(), matches))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Args for StyleKeys {
    fn augment_args(command: Command) -> Command {
        STYLE_KEYS.iter().map(arg).fold(command, Command::arg)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for ChartStyleKeys {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        Ok(Self(given(of_charts(), matches)))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Args for ChartStyleKeys {
    fn augment_args(command: Command) -> Command {
        of_charts().map(arg).fold(command, Command::arg)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}
