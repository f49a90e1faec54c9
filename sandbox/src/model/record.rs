//! Records with an ID.

pub(crate) trait Record {
    fn id(&self) -> &str;
}
