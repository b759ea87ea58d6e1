//! What each stage of a run costs, on the built-in corpus: `cargo bench --bench whole`.

use std::path::Path;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use parallax_core::diff::Difference;
use parallax_core::messages::Messages;
use parallax_core::network::{Network, View};
use parallax_project::outputs::by_extension;
use parallax_project::{Project, Request};
use parallax_render::{Figure, Options, PanelComposer, draw};

fn stages(criterion: &mut Criterion) {
    let request = Request { root: Some(Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()), ..Request::default() };
    criterion.bench_function("load and check", |bench| bench.iter(|| Project::load(&request)));
    let corpus = Project::load(&request).expect("the built-in corpus").corpus;
    let view = |text: &str| View::parse(text, &corpus).expect("a view");
    let (a, b) = (view("pozhidaev"), view("hudis"));
    criterion.bench_function("network of one essay", |bench| bench.iter(|| Network::of(&corpus, &a)));
    criterion.bench_function("difference of both essays", |bench| bench.iter(|| Difference::of(&corpus, &a, &b)));
    for (name, view) in [("a slide", view("hudis:tag=slide")), ("all held now", b)] {
        pictures(criterion, name, &[Figure::of_network(&Network::of(&corpus, &view), None, Messages::english())]);
    }
}

fn pictures(criterion: &mut Criterion, name: &str, figures: &[Figure]) {
    let options = Options::default();
    let composer = PanelComposer::of(figures, &options);
    let mut group = criterion.benchmark_group(name);
    group.bench_function("layout", |bench| bench.iter(|| options.engine.place(&composer.problem, &composer.layout)));
    let placement = options.engine.place(&composer.problem, &composer.layout).expect("our own engine");
    group.bench_function("lines, labels, scene", |bench| bench.iter(|| composer.finish(&placement)));
    let drawing = draw(figures, &options).expect("our own engine");
    for extension in ["svg", "png", "pdf", "dot"] {
        let format = by_extension(extension).expect("a format");
        group.bench_function(extension, |bench| bench.iter(|| format.write(&drawing)));
    }
    group.finish();
}

criterion_group! {
    name = whole;
    config = Criterion::default().sample_size(10).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(2));
    targets = stages
}
criterion_main!(whole);
