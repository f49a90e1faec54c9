//! What the generated structs have in common: how they are read from an object, and written as one.
//!
//! serde's derives would do it; most of the time that it takes to build this crate went into the code that they make.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Patch;

/// A struct that is read from an object.
pub(crate) trait Fields: Sized {
    /// How errors call it.
    const NAME: &'static str;
    /// The keys of the fields; each is known by its place here.
    const KEYS: &'static [&'static str];

    /// Reads the fields.
    fn read<'de, A: MapAccess<'de>>(object: Reader<A>) -> Result<Self, A::Error>;
}

/// Reads a struct.
pub(crate) fn object<'de, D: Deserializer<'de>, T: Fields>(deserializer: D) -> Result<T, D::Error> {
    const { assert!(T::KEYS.len() <= u64::BITS as usize, "a bit for each field") };
    deserializer.deserialize_struct(T::NAME, T::KEYS, Object(PhantomData))
}

struct Object<T>(PhantomData<T>);

impl<'de, T: Fields> Visitor<'de> for Object<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "struct {}", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::read(Reader { map, keys: T::KEYS, seen: 0, next: 0 })
    }
}

/// An object that is being read.
pub(crate) struct Reader<A> {
    map: A,
    keys: &'static [&'static str],
    /// The fields that were read, a bit each.
    seen: u64,
    /// The field that probably comes next: the API keeps an order.
    next: usize,
}

impl<'de, A: MapAccess<'de>> Reader<A> {
    /// The place of the next key; one that is unknown has a place where no key is.
    #[inline]
    pub(crate) fn next(&mut self) -> Result<Option<usize>, A::Error> {
        let Some(place) = self.map.next_key_seed(Key { keys: self.keys, next: self.next })? else { return Ok(None) };
        if let Some(key) = self.keys.get(place) {
            if self.seen & (1 << place) != 0 {
                return Err(A::Error::duplicate_field(key));
            }
            self.seen |= 1 << place;
            self.next = place + 1;
        }
        Ok(Some(place))
    }

    /// Reads a field that may be absent.
    #[inline]
    pub(crate) fn value<T: Deserialize<'de>>(&mut self, field: &mut T) -> Result<(), A::Error> {
        *field = self.map.next_value()?;
        Ok(())
    }

    /// Reads a field that must be there: see [`given`].
    #[inline]
    pub(crate) fn required<T: Deserialize<'de>>(&mut self, field: &mut Option<T>) -> Result<(), A::Error> {
        *field = Some(self.map.next_value()?);
        Ok(())
    }

    /// Reads a field with a visitor of its own, whatever stands there.
    pub(crate) fn with<V: Visitor<'de>>(&mut self, visitor: V, field: &mut V::Value) -> Result<(), A::Error> {
        *field = self.map.next_value_seed(Any(visitor))?;
        Ok(())
    }

    /// Passes over the value of an unknown key.
    pub(crate) fn skip(&mut self) -> Result<(), A::Error> {
        self.map.next_value::<IgnoredAny>()?;
        Ok(())
    }
}

struct Any<V>(V);

impl<'de, V: Visitor<'de>> DeserializeSeed<'de> for Any<V> {
    type Value = V::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        deserializer.deserialize_any(self.0)
    }
}

/// The value of a field that must be there.
pub(crate) fn given<T, E: Error>(field: Option<T>, key: &'static str) -> Result<T, E> {
    field.ok_or_else(|| E::missing_field(key))
}

/// Finds the place of a key, beginning with the one that probably comes.
struct Key {
    keys: &'static [&'static str],
    next: usize,
}

impl<'de> DeserializeSeed<'de> for Key {
    type Value = usize;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Key {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    #[inline]
    fn visit_str<E>(self, key: &str) -> Result<usize, E> {
        if self.keys.get(self.next).is_some_and(|known| *known == key) {
            return Ok(self.next);
        }
        let (before, after) = self.keys.split_at_checked(self.next).unwrap_or((self.keys, &[]));
        let place = |keys: &[&str]| keys.iter().position(|known| *known == key);
        Ok(place(after).map(|place| self.next + place).or_else(|| place(before)).unwrap_or(usize::MAX))
    }
}

/// An object that is being written.
///
/// An error is kept until the end, so that a field is one call.
pub(crate) struct Writer<S: Serializer>(Result<S::SerializeMap, S::Error>);

impl<S: Serializer> Writer<S> {
    pub(crate) fn new(serializer: S) -> Self {
        Self(serializer.serialize_map(None))
    }

    pub(crate) fn field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) {
        if let Ok(map) = &mut self.0
            && let Err(error) = map.serialize_entry(key, value)
        {
            self.0 = Err(error);
        }
    }

    /// Writes a field, if there is a value.
    pub(crate) fn option<T: Serialize>(&mut self, key: &'static str, value: &Option<T>) {
        if let Some(value) = value {
            self.field(key, value);
        }
    }

    /// Writes a field that is not to be kept as it is.
    pub(crate) fn patch<T: Serialize>(&mut self, key: &'static str, value: &Patch<T>) {
        if !value.is_keep() {
            self.field(key, value);
        }
    }

    /// Writes a text, unless it is empty.
    pub(crate) fn text(&mut self, key: &'static str, value: &str) {
        if !value.is_empty() {
            self.field(key, value);
        }
    }

    pub(crate) fn end(self) -> Result<S::Ok, S::Error> {
        self.0?.end()
    }
}
