//! In which language headings and other words are written.

use clap::Args;
use clap::builder::PossibleValuesParser;
use parallax_core::messages::{LANGUAGES, Messages};

/// The language, where no look of a picture asks for it.
#[derive(Debug, Default, Args)]
pub(crate) struct LanguageArg {
    /// The language of headings, legends and notes; statements and labels are as the codebook has them [default: en]
    #[arg(long, value_name = "LANGUAGE", value_parser = PossibleValuesParser::new(LANGUAGES.iter().map(|language| language.code)))]
    language: Option<String>,
}

impl LanguageArg {
    /// The words of the language; none if none is asked for.
    pub(crate) fn messages(&self) -> Option<&'static Messages> {
        Messages::of(self.language.as_deref()?)
    }
}
