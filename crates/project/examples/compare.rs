//! Opens a corpus, compares two authors, and writes what divides them as a picture.
//!
//! `cargo run --example compare -p parallax-project -- FOLDER AUTHOR AUTHOR OUT.svg`

use std::error::Error;
use std::path::Path;

use parallax_project::files::write_whole;
use parallax_project::{Project, outputs};
use parallax_render::Options;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, first, second, picture] = arguments.as_slice() else {
        return Err("FOLDER AUTHOR AUTHOR OUT.svg".into());
    };
    let project = Project::open(folder)?;
    let (a, b) = (project.view(first)?, project.view(second)?);
    if !a.compare(&b).differs() {
        return Err("the two say the same".into());
    }
    let drawing = a.drawing_beside(&b, &Options::default())?;
    let format = outputs::by_extension("svg").ok_or("no such format")?;
    write_whole(Path::new(picture), &format.write(&drawing)?)?;
    Ok(())
}
