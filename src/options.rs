//! What the reader may set for a whole check.
//!
//! In: plain data from the page or the command. Out: the second argument of `check`.
//! Example: `{"minimum": "medium"}` leaves out findings of severity low and info.
//! Limits: unknown fields are ignored, so newer callers keep working; a field of a wrong type is an error.

use serde::Deserialize;

use crate::kind::{EntityKind, Severity};

/// What the reader knows or wants beyond the texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Options {
    /// Names the reader has joined or kept apart.
    pub aliases: Vec<Alias>,
    /// Findings below this severity are left out.
    pub minimum: Option<Severity>,
}

/// Names that stand for one entity.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Alias {
    /// The names, the wanted one first.
    pub names: Vec<String>,
    /// What the entity is, when the reader has said so.
    #[serde(default)]
    pub kind: Option<EntityKind>,
    /// Names that must not be joined to it.
    #[serde(default)]
    pub apart: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_in_full() {
        let text = r#"{"aliases": [{"names": ["Ann Smyth", "Smyth"], "kind": "person", "apart": ["John Smyth"]}],
                       "minimum": "medium"}"#;
        let options: Options = serde_json::from_str(text).unwrap();
        assert_eq!(options.minimum, Some(Severity::Medium));
        assert_eq!(options.aliases[0].kind, Some(EntityKind::Person));
        assert_eq!(options.aliases[0].apart, ["John Smyth"]);
        assert_eq!(serde_json::from_str::<Options>("{}").unwrap(), Options::default());
    }

    #[test]
    fn unknown_fields_are_ignored_and_wrong_types_are_not() {
        assert!(serde_json::from_str::<Options>(r#"{"mood": 3}"#).is_ok());
        assert!(serde_json::from_str::<Options>(r#"{"minimum": 3}"#).is_err());
        assert!(serde_json::from_str::<Options>(r#"{"aliases": [{"kind": "person"}]}"#).is_err());
    }
}
