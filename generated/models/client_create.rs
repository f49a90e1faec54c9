// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A client to be created, linking a user to a channel.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ClientCreate {
    /// See [`MatchCriteria`].
    pub match_criteria: MatchCriteria,
    /// See [`ClientConfirmation`].
    pub confirmation: ClientConfirmation,
    /// See [`ClientTarget`].
    pub target: ClientTarget,
}

impl ClientCreate {
    /// Made of what is required; all else is unset.
    pub fn new(
        match_criteria: impl Into<MatchCriteria>,
        confirmation: impl Into<ClientConfirmation>,
        target: impl Into<ClientTarget>,
    ) -> Self {
        Self { match_criteria: match_criteria.into(), confirmation: confirmation.into(), target: target.into() }
    }

    /// Sets [`Self::match_criteria`].
    pub fn with_match_criteria(mut self, match_criteria: impl Into<MatchCriteria>) -> Self {
        self.match_criteria = match_criteria.into();
        self
    }

    /// Sets [`Self::confirmation`].
    pub fn with_confirmation(mut self, confirmation: impl Into<ClientConfirmation>) -> Self {
        self.confirmation = confirmation.into();
        self
    }

    /// Sets [`Self::target`].
    pub fn with_target(mut self, target: impl Into<ClientTarget>) -> Self {
        self.target = target.into();
        self
    }
}

impl Fields for ClientCreate {
    const NAME: &'static str = "ClientCreate";
    const KEYS: &'static [&'static str] = &["matchCriteria", "confirmation", "target"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut match_criteria = None;
        let mut confirmation = None;
        let mut target = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut match_criteria),
                1 => object.required(&mut confirmation),
                2 => object.required(&mut target),
                _ => object.skip(),
            }?;
        }
        Ok(Self {
            match_criteria: given(match_criteria, "matchCriteria")?,
            confirmation: given(confirmation, "confirmation")?,
            target: given(target, "target")?,
        })
    }
}

impl<'de> Deserialize<'de> for ClientCreate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for ClientCreate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("matchCriteria", &self.match_criteria);
        object.field("confirmation", &self.confirmation);
        object.field("target", &self.target);
        object.end()
    }
}
