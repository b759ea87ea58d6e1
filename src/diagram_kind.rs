//! The form of a picture as `--form NAME` or a flag of its own, made from the registry of forms.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Args, Command, FromArgMatches};
use parallax_render::{DIAGRAM_KINDS, DiagramKind};

/// The form that the command line asks for, if it does.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct DiagramKindArg(pub(crate) Option<&'static DiagramKind>);

/// The argument that takes a name.
const NAMED: &str = "form";

impl FromArgMatches for DiagramKindArg {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let named = matches.get_one::<String>(NAMED).and_then(|name| DiagramKind::named(name));
        Ok(Self(named.or_else(|| DIAGRAM_KINDS.iter().find(|form| matches.get_flag(form.name)))))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Args for DiagramKindArg {
    fn augment_args(command: Command) -> Command {
        let names = PossibleValuesParser::new(DIAGRAM_KINDS.iter().map(|form| form.name));
        let named = Arg::new(NAMED).long(NAMED).value_name("FORM").value_parser(names);
        let command = command.arg(named.help("How the views are set against each other"));
        let command = DIAGRAM_KINDS.iter().fold(command, |command, form| {
            let help = format!("Short for --form {}: {}", form.name, form.about);
            command.arg(Arg::new(form.name).long(form.name).action(ArgAction::SetTrue).help(help))
        });
        command.group(
            ArgGroup::new("which-form").args(DIAGRAM_KINDS.iter().map(|form| form.name).chain([NAMED])).multiple(false),
        )
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}
