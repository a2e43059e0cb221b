//! What the caller gives: articles, and options that hold for all of them.
//!
//! In: plain data from the page or the command. Out: the arguments of `check`.
//! Example: `{"text": "…", "outlet": "The Post"}` reads as an [`Article`] without title and date.
//! Limits: unknown fields are ignored, so newer callers keep working; a field of a wrong type is an error.

use serde::Deserialize;

use crate::kind::{EntityKind, Severity};

/// One article as it was given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Article {
    /// The whole text; every offset of the report points into it.
    pub text: String,
    /// The title, when the caller knows it; else it is looked for in the text's head.
    #[serde(default)]
    pub title: Option<String>,
    /// The outlet's name, likewise.
    #[serde(default)]
    pub outlet: Option<String>,
    /// The day of publication as `2025-08-07`, likewise.
    #[serde(default)]
    pub date: Option<String>,
}

impl Article {
    /// An article of which only the text is known.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

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
    fn absent_and_null_fields_are_the_same() {
        let short: Article = serde_json::from_str(r#"{"text": "A."}"#).unwrap();
        let long: Article =
            serde_json::from_str(r#"{"text": "A.", "title": null, "outlet": null, "date": null}"#).unwrap();
        assert_eq!(short, long);
        assert_eq!(short, Article::new("A."));
    }

    #[test]
    fn unknown_fields_are_ignored_and_wrong_types_are_not() {
        assert!(serde_json::from_str::<Article>(r#"{"text": "A.", "mood": 3}"#).is_ok());
        assert!(serde_json::from_str::<Article>(r#"{"text": 3}"#).is_err());
        assert!(serde_json::from_str::<Article>(r#"{"title": "A"}"#).is_err());
    }

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
}
