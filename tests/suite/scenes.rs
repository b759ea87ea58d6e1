//! Scenes asked for what is in them.

use parallax_render::{Group, Item};

/// The groups of a class, wherever they stand.
pub(crate) fn classed<'a>(items: &'a [Item], class: &str) -> Vec<&'a Group> {
    let mut found = Vec::new();
    for item in items {
        if let Item::Group(group) = item {
            if group.class.split(' ').any(|own| own == class) {
                found.push(group);
            }
            found.extend(classed(&group.items, class));
        }
    }
    found
}

/// All that is written in some groups, in order.
pub(crate) fn texts(groups: &[&Group]) -> String {
    let mut words: Vec<&str> = Vec::new();
    for group in groups {
        collect(&group.items, &mut words);
    }
    words.join(" ")
}

fn collect<'a>(items: &'a [Item], words: &mut Vec<&'a str>) {
    for item in items {
        match item {
            Item::Group(group) => collect(&group.items, words),
            Item::Text(text) => words.push(&text.line),
            Item::Shape(..) => {}
        }
    }
}
