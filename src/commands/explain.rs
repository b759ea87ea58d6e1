//! `parallax explain`: the manual page of a code.

use clap::Args;
use parallax_core::diag::{MANUAL, nearest, page};
use parallax_project::Error;

use crate::outcome::Outcome;
use crate::terminal::Terminal;

#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The code, as a finding names it [default: list them]
    #[arg(value_name = "CODE")]
    pub(crate) code: Option<String>,
}

pub(crate) fn run(args: &Explain) -> Result<Outcome, Error> {
    let Some(code) = &args.code else {
        let list: String =
            MANUAL.iter().map(|page| format!("{:<22} {}\n", page.code, first_sentence(page.text))).collect();
        Terminal::print(list.as_bytes())?;
        return Ok(Outcome::Clean);
    };
    let Some(page) = page(code) else {
        let near = nearest(code, MANUAL.iter().map(|page| page.code));
        let help = near.map_or("`parallax explain` lists them".to_owned(), |near| format!("did you mean `{near}`?"));
        return Err(Error::Usage(format!("no finding has the code `{code}`: {help}")));
    };
    Terminal::print(page.as_bytes())?;
    Ok(Outcome::Clean)
}

/// The first sentence under the heading of a page.
fn first_sentence(text: &str) -> String {
    let body: Vec<&str> =
        text.lines().skip(1).skip_while(|line| line.is_empty()).take_while(|line| !line.is_empty()).collect();
    let paragraph = body.join(" ");
    paragraph.split_inclusive(". ").next().unwrap_or("").trim().trim_end_matches('.').to_owned()
}
