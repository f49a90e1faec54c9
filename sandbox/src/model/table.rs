//! Records in the order of their IDs. Clones share all records until one of them changes, so that a copy of the state
//! costs next to nothing: a failed operation restores it.
//!
//! A change copies the pointers of one chunk and the list of chunks, and clones one record. The crate `imbl` has such lists,
//! and nine dependencies, which the README's first command would build.

use std::ops::{Index, IndexMut, Range};
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::record::Record;

/// The size of a chunk. Inserting splits one that is twice as large.
const CHUNK: usize = 64;

type Chunk<R> = Arc<Vec<Arc<R>>>;

/// Records in the order of their IDs.
pub(crate) struct Table<R> {
    /// Without empty chunks.
    chunks: Arc<Vec<Chunk<R>>>,
    len: usize,
}

impl<R> Table<R> {
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.len == 0
    }

    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &R> + Clone {
        self.chunks.iter().flat_map(|chunk| chunk.iter()).map(|record| &**record)
    }

    pub(crate) fn range(&self, range: Range<usize>) -> impl Iterator<Item = &R> {
        let (chunk, at) = self.place(range.start);
        let chunks = self.chunks.get(chunk..).unwrap_or_default();
        chunks.iter().flat_map(|chunk| chunk.iter()).map(|record| &**record).skip(at).take(range.len())
    }

    pub(crate) fn get(&self, at: usize) -> Option<&R> {
        let (chunk, at) = self.place(at);
        self.chunks.get(chunk)?.get(at).map(|record| &**record)
    }

    pub(crate) fn first(&self) -> Option<&R> {
        self.get(0)
    }

    pub(crate) fn last(&self) -> Option<&R> {
        self.chunks.last()?.last().map(|record| &**record)
    }

    pub(crate) fn push(&mut self, record: R) {
        let chunks = Arc::make_mut(&mut self.chunks);
        match chunks.last_mut() {
            Some(last) if last.len() < CHUNK => Arc::make_mut(last).push(Arc::new(record)),
            _ => chunks.push(Arc::new(vec![Arc::new(record)])),
        }
        self.len += 1;
    }

    pub(crate) fn insert(&mut self, at: usize, record: R) {
        if at >= self.len {
            return self.push(record);
        }
        let (place, at) = self.place(at);
        let chunks = Arc::make_mut(&mut self.chunks);
        let chunk = Arc::make_mut(&mut chunks[place]);
        chunk.insert(at, Arc::new(record));
        if chunk.len() >= 2 * CHUNK {
            let rest = chunk.split_off(CHUNK);
            chunks.insert(place + 1, Arc::new(rest));
        }
        self.len += 1;
    }

    /// Keeps some records. Chunks without others stay shared.
    pub(crate) fn retain(&mut self, is_kept: impl Fn(&R) -> bool) {
        if self.iter().all(&is_kept) {
            return;
        }
        let chunks = Arc::make_mut(&mut self.chunks);
        for chunk in chunks.iter_mut().filter(|chunk| !chunk.iter().all(|record| is_kept(record))) {
            Arc::make_mut(chunk).retain(|record| is_kept(record));
        }
        chunks.retain(|chunk| !chunk.is_empty());
        self.len = chunks.iter().map(|chunk| chunk.len()).sum();
    }

    /// The chunk of a position, and the position in it.
    fn place(&self, mut at: usize) -> (usize, usize) {
        for (index, chunk) in self.chunks.iter().enumerate() {
            if at < chunk.len() {
                return (index, at);
            }
            at -= chunk.len();
        }
        (self.chunks.len(), at)
    }
}

impl<R: Clone> Table<R> {
    pub(crate) fn get_mut(&mut self, at: usize) -> Option<&mut R> {
        let (chunk, at) = self.place(at);
        let chunk = Arc::make_mut(&mut self.chunks).get_mut(chunk)?;
        Arc::make_mut(chunk).get_mut(at).map(Arc::make_mut)
    }

    /// Changes the records that fit. The others stay shared.
    pub(crate) fn change(&mut self, fits: impl Fn(&R) -> bool, mut change: impl FnMut(&mut R)) {
        let places: Vec<usize> = self.iter().enumerate().filter(|(_, own)| fits(own)).map(|(at, _)| at).collect();
        places.into_iter().filter_map(|at| self.get_mut(at).map(&mut change)).for_each(drop);
    }

    pub(crate) fn remove(&mut self, at: usize) -> R {
        let (place, at) = self.place(at);
        let chunks = Arc::make_mut(&mut self.chunks);
        let chunk = Arc::make_mut(&mut chunks[place]);
        let record = chunk.remove(at);
        if chunk.is_empty() {
            chunks.remove(place);
        }
        self.len -= 1;
        Arc::unwrap_or_clone(record)
    }
}

impl<R: Record> Table<R> {
    /// The position of a record.
    pub(crate) fn position(&self, id: &str) -> Option<usize> {
        let at = self.partition_point(id);
        self.get(at).filter(|record| record.id() == id).map(|_| at)
    }

    pub(crate) fn find(&self, id: &str) -> Option<&R> {
        let chunk = self.chunks.partition_point(|chunk| chunk.last().is_some_and(|last| last.id() < id));
        let chunk = self.chunks.get(chunk)?;
        chunk.binary_search_by(|record| record.id().cmp(id)).ok().map(|at| &*chunk[at])
    }

    /// The number of records before this ID.
    pub(crate) fn partition_point(&self, id: &str) -> usize {
        let index = self.chunks.partition_point(|chunk| chunk.last().is_some_and(|last| last.id() < id));
        let before: usize = self.chunks[..index].iter().map(|chunk| chunk.len()).sum();
        before + self.chunks.get(index).map_or(0, |chunk| chunk.partition_point(|record| record.id() < id))
    }
}

impl<R: Record + Clone> Table<R> {
    pub(crate) fn find_mut(&mut self, id: &str) -> Option<&mut R> {
        self.position(id).and_then(|at| self.get_mut(at))
    }

    pub(crate) fn take(&mut self, id: &str) -> Option<R> {
        self.position(id).map(|at| self.remove(at))
    }

    /// Inserts a record in the order of IDs, after one with the same ID.
    pub(crate) fn add(&mut self, record: R) {
        if self.last().is_none_or(|last| last.id() <= record.id()) {
            return self.push(record);
        }
        let mut at = self.partition_point(record.id());
        while self.get(at).is_some_and(|other| other.id() == record.id()) {
            at += 1;
        }
        self.insert(at, record);
    }
}

impl<R> Clone for Table<R> {
    fn clone(&self) -> Self {
        Self { chunks: Arc::clone(&self.chunks), len: self.len }
    }
}

impl<R> Default for Table<R> {
    fn default() -> Self {
        Self { chunks: Arc::default(), len: 0 }
    }
}

impl<R> Index<usize> for Table<R> {
    type Output = R;

    fn index(&self, at: usize) -> &R {
        let (chunk, at) = self.place(at);
        &self.chunks[chunk][at]
    }
}

impl<R: Clone> IndexMut<usize> for Table<R> {
    fn index_mut(&mut self, at: usize) -> &mut R {
        let (chunk, at) = self.place(at);
        Arc::make_mut(&mut Arc::make_mut(&mut Arc::make_mut(&mut self.chunks)[chunk])[at])
    }
}

impl<R> FromIterator<R> for Table<R> {
    fn from_iter<I: IntoIterator<Item = R>>(records: I) -> Self {
        let mut table = Self::default();
        records.into_iter().for_each(|record| table.push(record));
        table
    }
}

impl<R> From<Vec<R>> for Table<R> {
    fn from(records: Vec<R>) -> Self {
        records.into_iter().collect()
    }
}

impl<'a, R> IntoIterator for &'a Table<R> {
    type Item = &'a R;
    type IntoIter = Box<dyn DoubleEndedIterator<Item = &'a R> + 'a>;

    fn into_iter(self) -> Self::IntoIter {
        Box::new(self.iter())
    }
}

impl<R: Clone> IntoIterator for Table<R> {
    type Item = R;
    type IntoIter = std::vec::IntoIter<R>;

    fn into_iter(self) -> Self::IntoIter {
        let records: Vec<R> = Arc::unwrap_or_clone(self.chunks)
            .into_iter()
            .flat_map(Arc::unwrap_or_clone)
            .map(Arc::unwrap_or_clone)
            .collect();
        records.into_iter()
    }
}

impl<R: Serialize> Serialize for Table<R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de, R: Deserialize<'de>> Deserialize<'de> for Table<R> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::from)
    }
}

impl Record for String {
    fn id(&self) -> &str {
        self
    }
}

/// Tables of records by the ID of their owner.
pub(crate) struct Owned<R> {
    tables: Table<Slot<R>>,
    none: Table<R>,
}

struct Slot<R> {
    owner: String,
    records: Table<R>,
}

impl<R> Record for Slot<R> {
    fn id(&self) -> &str {
        &self.owner
    }
}

impl<R> Clone for Slot<R> {
    fn clone(&self) -> Self {
        Self { owner: self.owner.clone(), records: self.records.clone() }
    }
}

impl<R> Owned<R> {
    /// The records of an owner.
    pub(crate) fn of(&self, owner: &str) -> &Table<R> {
        self.tables.find(owner).map_or(&self.none, |slot| &slot.records)
    }

    /// The records of an owner, to be changed.
    pub(crate) fn of_mut(&mut self, owner: &str) -> &mut Table<R> {
        let at = self.tables.partition_point(owner);
        if self.tables.get(at).is_none_or(|slot| slot.owner != owner) {
            self.tables.insert(at, Slot { owner: owner.to_owned(), records: Table::default() });
        }
        &mut self.tables[at].records
    }

    /// The same, if the owner has records.
    pub(crate) fn get_mut(&mut self, owner: &str) -> Option<&mut Table<R>> {
        self.tables.find_mut(owner).map(|slot| &mut slot.records)
    }

    pub(crate) fn remove(&mut self, owner: &str) -> Option<Table<R>> {
        self.tables.take(owner).map(|slot| slot.records)
    }

    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = (&str, &Table<R>)> {
        self.tables.iter().map(|slot| (slot.owner.as_str(), &slot.records))
    }

    pub(crate) fn values(&self) -> impl DoubleEndedIterator<Item = &Table<R>> {
        self.tables.iter().map(|slot| &slot.records)
    }
}

impl<R: Clone> Owned<R> {
    /// Changes the records that fit. The others stay shared.
    pub(crate) fn change(&mut self, fits: impl Fn(&R) -> bool, mut change: impl FnMut(&mut R)) {
        let has_any = |slot: &Slot<R>| slot.records.iter().any(&fits);
        self.tables.change(has_any, |slot| slot.records.change(&fits, &mut change));
    }
}

impl<R> Clone for Owned<R> {
    fn clone(&self) -> Self {
        Self { tables: self.tables.clone(), none: Table::default() }
    }
}

impl<R> Default for Owned<R> {
    fn default() -> Self {
        Self { tables: Table::default(), none: Table::default() }
    }
}

impl<R> FromIterator<(String, Table<R>)> for Owned<R> {
    /// In the order of owners.
    fn from_iter<I: IntoIterator<Item = (String, Table<R>)>>(tables: I) -> Self {
        let tables = tables.into_iter().map(|(owner, records)| Slot { owner, records }).collect();
        Self { tables, none: Table::default() }
    }
}

impl<R: Serialize> Serialize for Owned<R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de, R: Deserialize<'de>> Deserialize<'de> for Owned<R> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tables = std::collections::BTreeMap::<String, Table<R>>::deserialize(deserializer)?;
        Ok(tables.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(number: usize) -> String {
        format!("{number:05}")
    }

    #[test]
    fn it_is_a_sorted_list() {
        // In an order that splits chunks.
        let (mut table, mut list) = (Table::default(), Vec::new());
        for number in (0..1_000).map(|number| number * 7_919 % 1_000) {
            table.add(name(number));
            let at = list.partition_point(|other: &String| *other < name(number));
            list.insert(at, name(number));
        }
        assert!(table.iter().eq(&list) && table.len() == 1_000);
        for number in (0..1_000).step_by(3) {
            assert_eq!(table.take(&name(number)), Some(name(number)));
            assert_eq!(table.take(&name(number)), None);
            list.retain(|other| *other != name(number));
        }
        table.retain(|own| !own.ends_with('5'));
        list.retain(|own| !own.ends_with('5'));
        assert!(table.iter().eq(&list) && table.len() == list.len());
        assert!(table.range(100..200).eq(&list[100..200]) && table.range(5_000..5_001).next().is_none());
        for (at, own) in list.iter().enumerate() {
            assert_eq!((table.get(at), table.find(own), table.position(own)), (Some(own), Some(own), Some(at)));
            assert_eq!(table.partition_point(own), at);
        }
        assert_eq!((table.first(), table.last(), table.get(list.len())), (list.first(), list.last(), None));
        assert!(table.clone().into_iter().eq(list));
    }

    #[test]
    fn a_copy_does_not_change() {
        let mut table: Table<String> = (0..300).map(name).collect();
        let copy = table.clone();
        table[70].push('x');
        table.remove(3);
        table.push(name(999));
        table.change(|own| own == &name(200), |own| own.push('y'));
        assert!(copy.iter().eq(&(0..300).map(name).collect::<Vec<_>>()));
        // The chunks without a change are shared.
        let shared = table.chunks.iter().filter(|chunk| copy.chunks.iter().any(|other| Arc::ptr_eq(chunk, other)));
        assert_eq!((shared.count(), copy.chunks.len()), (1, 5));
    }

    #[test]
    fn owners_have_their_records() {
        let mut owned = Owned::<String>::default();
        for owner in ["b", "a", "c"] {
            owned.of_mut(owner).push(format!("of {owner}"));
        }
        let copy = owned.clone();
        owned.change(|own| own == "of b", |own| own.push('!'));
        assert_eq!(owned.of("b").first().map(String::as_str), Some("of b!"));
        assert_eq!((owned.remove("a").map(|all| all.len()), owned.of("a").len(), owned.of("x").len()), (Some(1), 0, 0));
        assert_eq!(serde_json::to_string(&copy).expect("JSON"), r#"{"a":["of a"],"b":["of b"],"c":["of c"]}"#);
    }
}
