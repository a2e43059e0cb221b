//! What the reader may set for a whole check.
//!
//! In: plain data from the page or the command. Out: the second argument of `check`.
//! Example: `{"minimum": "medium"}` leaves out findings of severity low and info.
//! Limits: unknown fields are ignored, so newer callers keep working; a field of a wrong type, and aliases that contradict themselves or each
//! other, are errors that name the field.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::kind::{EntityKind, Severity};

/// What the reader knows or wants beyond the texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Given")]
pub struct Options {
    /// Names the reader has joined or kept apart.
    pub aliases: Vec<Alias>,
    /// Findings below this severity are left out.
    pub minimum: Option<Severity>,
}

/// The same fields as they come, their agreement not yet looked at.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Given {
    aliases: Vec<Alias>,
    minimum: Option<Severity>,
}

impl TryFrom<Given> for Options {
    type Error = String;

    fn try_from(given: Given) -> Result<Options, String> {
        let Given { aliases, minimum } = given;
        problem(&aliases).map_or(Ok(Options { aliases, minimum }), Err)
    }
}

/// Names that stand for one entity. A name acts wherever it stands whole and to the letter, in every article, whether or not it was recognised.
/// Two aliases are always two entities.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Alias {
    /// The names, the wanted one first; the report shows that one.
    pub names: Vec<String>,
    /// What the entity is, when the reader has said so.
    #[serde(default)]
    pub kind: Option<EntityKind>,
    /// Names that must not be joined to it.
    #[serde(default)]
    pub apart: Vec<String>,
}

/// What is wrong with the aliases, the field first: `aliases[1].names[0]: "Smyth" is a name of aliases[0]`.
fn problem(aliases: &[Alias]) -> Option<String> {
    let mut owners: BTreeMap<String, usize> = BTreeMap::new();
    for (at, alias) in aliases.iter().enumerate() {
        if alias.names.is_empty() {
            return Some(format!("aliases[{at}].names: holds no name"));
        }
        if let Some(kind) = alias.kind.filter(|kind| !kind.is_named()) {
            return Some(format!("aliases[{at}].kind: `{kind}` is no kind of name"));
        }
        for (n, name) in alias.names.iter().enumerate() {
            let words = words(name);
            if words.is_empty() {
                return Some(format!("aliases[{at}].names[{n}]: is blank"));
            }
            if let Some(owner) = owners.insert(words, at).filter(|&owner| owner != at) {
                return Some(format!("aliases[{at}].names[{n}]: {name:?} is a name of aliases[{owner}]"));
            }
        }
        for (n, name) in alias.apart.iter().enumerate() {
            let words = words(name);
            if words.is_empty() {
                return Some(format!("aliases[{at}].apart[{n}]: is blank"));
            }
            if owners.get(&words) == Some(&at) {
                return Some(format!("aliases[{at}].apart[{n}]: {name:?} stands in names too"));
            }
        }
    }
    None
}

/// A name with single blanks.
fn words(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
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

    #[test]
    fn aliases_that_contradict_are_errors_that_name_the_field() {
        for (aliases, want) in [
            (r#"[{"names": []}]"#, "aliases[0].names: holds no name"),
            (r#"[{"names": ["Ann", " "]}]"#, "aliases[0].names[1]: is blank"),
            (r#"[{"names": ["Ann"], "apart": [""]}]"#, "aliases[0].apart[0]: is blank"),
            (
                r#"[{"names": ["Ann"], "apart": ["Ann"]}]"#,
                r#"aliases[0].apart[0]: "Ann" stands in names too"#,
            ),
            (
                r#"[{"names": ["Ann"]}, {"names": ["Bo", "Ann"]}]"#,
                r#"aliases[1].names[1]: "Ann" is a name of aliases[0]"#,
            ),
            (r#"[{"names": ["Ann"], "kind": "date"}]"#, "aliases[0].kind: `date` is no kind of name"),
            (r#"[{"names": ["Ann"], "kind": "ghost"}]"#, "unknown variant `ghost`"),
        ] {
            let problem =
                serde_json::from_str::<Options>(&format!(r#"{{"aliases": {aliases}}}"#)).unwrap_err();
            assert!(problem.to_string().starts_with(want), "{problem}");
        }
    }
}
