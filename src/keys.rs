//! The keys of the selection language as flags, made from their registry.

use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches};
use parallax_core::network::KEYS;

/// Keys given as flags: they narrow every view of a command.
#[derive(Debug, Clone, Default)]
pub(crate) struct ViewKeys(pub(crate) Vec<(&'static str, String)>);

impl FromArgMatches for ViewKeys {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let given = KEYS.iter().flat_map(|key| {
            let values = matches.get_many::<String>(key.name).into_iter().flatten();
            values.map(|value| (key.name, value.clone()))
        });
        Ok(Self(given.collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Args for ViewKeys {
    fn augment_args(command: Command) -> Command {
        KEYS.iter().fold(command, |command, key| {
            let arg = Arg::new(key.name).long(key.name).value_name(key.values).help(key.about);
            command.arg(arg.action(ArgAction::Append).allow_hyphen_values(true).help_heading("Selection"))
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}
