//! The look of pictures as flags, made from the registry of its keys.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Args, Command, FromArgMatches};
use parallax_core::model::Corpus;
use parallax_project::Error;
use parallax_render::{RenderStyle, STYLE_KEYS};

/// Keys of the look given as flags: they override those of a saved view.
#[derive(Debug, Clone, Default)]
pub(crate) struct StyleKeys(Vec<(&'static str, String)>);

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

impl FromArgMatches for StyleKeys {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let given = STYLE_KEYS.iter().filter_map(|key| Some((key.name, matches.get_one::<String>(key.name)?.clone())));
        Ok(Self(given.collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Args for StyleKeys {
    fn augment_args(command: Command) -> Command {
        STYLE_KEYS.iter().fold(command, |command, key| {
            let arg = Arg::new(key.name).long(key.name).value_name(key.values).help(key.about).help_heading("Picture");
            let choices = (key.choices)();
            // What can be true or false is a plain flag on the command line.
            let flag = choices.contains(&"true");
            let arg = if choices.is_empty() { arg } else { arg.value_parser(PossibleValuesParser::new(choices)) };
            command.arg(if flag { arg.num_args(0..=1).default_missing_value("true").require_equals(true) } else { arg })
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}
