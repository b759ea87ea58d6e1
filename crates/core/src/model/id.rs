//! Interned ids and the registers that hand them out: a valid id always has its entry.

use std::marker::PhantomData;

use indexmap::IndexMap;

/// A small number that stands for a named thing of the corpus.
pub trait Id: Copy + Eq + Ord {
    /// The id at an index.
    fn from_index(index: usize) -> Self;
    /// The index of the id.
    fn index(self) -> usize;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident($int:ty);)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(crate) $int);

        impl Id for $name {
            fn from_index(index: usize) -> Self {
                Self(index as $int)
            }
            fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ids! {
    /// An actor. Ids are in the order of the actors' names in the files, so comparing ids compares names.
    ActorId(u32);
    /// A relation type of the codebook.
    TypeId(u32);
    /// A facet of the codebook.
    FacetId(u16);
    /// An author.
    AuthorId(u32);
    /// A work of an author.
    WorkId(u32);
    /// A frame: a framework, an analogy or an event.
    FrameId(u32);
    /// A statement.
    RelationId(u32);
    /// An issue.
    IssueId(u32);
    /// A position on an issue.
    PositionId(u32);
}

/// Named things in the order of their ids.
#[derive(Debug, Clone)]
pub struct Register<K, T> {
    map: IndexMap<Box<str>, T>,
    key: PhantomData<K>,
}

impl<K, T> Default for Register<K, T> {
    fn default() -> Self {
        Self { map: IndexMap::new(), key: PhantomData }
    }
}

impl<K: Id, T> Register<K, T> {
    /// Adds a thing under a name; a name that is taken keeps its thing and gives its id as the error.
    ///
    /// # Errors
    ///
    /// The id that has the name already.
    pub fn insert(&mut self, name: &str, value: T) -> Result<K, K> {
        if let Some(index) = self.map.get_index_of(name) {
            return Err(K::from_index(index));
        }
        let (index, _) = self.map.insert_full(name.into(), value);
        Ok(K::from_index(index))
    }

    /// The id of a name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<K> {
        self.map.get_index_of(name).map(K::from_index)
    }

    /// The thing behind an id.
    #[must_use]
    pub fn get(&self, id: K) -> &T {
        &self.map[id.index()]
    }

    /// The name behind an id.
    #[must_use]
    pub fn name(&self, id: K) -> &str {
        self.map.get_index(id.index()).map_or("", |(name, _)| name)
    }

    /// All things, in order.
    pub fn iter(&self) -> impl Iterator<Item = (K, &str, &T)> {
        self.map.iter().enumerate().map(|(index, (name, value))| (K::from_index(index), &**name, value))
    }

    /// The thing behind an id, to change.
    pub(crate) fn get_mut(&mut self, id: K) -> Option<&mut T> {
        self.map.get_index_mut(id.index()).map(|(_, thing)| thing)
    }

    /// All things, in order, to change.
    pub(crate) fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.map.values_mut()
    }

    /// All names, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.map.keys().map(|name| &**name)
    }

    /// All ids, in order.
    pub fn ids(&self) -> impl Iterator<Item = K> + use<K, T> {
        (0..self.map.len()).map(K::from_index)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.map.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.map.is_empty()
    }

    /// Sorts by `order`, then name, and says where each old id went.
    pub(crate) fn sort_by_key<O: Ord>(&mut self, order: impl Fn(&str) -> O) -> Vec<K> {
        let old: Vec<Box<str>> = self.map.keys().cloned().collect();
        self.map.sort_by(|a, _, b, _| order(a).cmp(&order(b)).then_with(|| a.cmp(b)));
        old.iter().map(|name| K::from_index(self.map.get_index_of(name).unwrap_or(0))).collect()
    }
}
