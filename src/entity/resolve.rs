//! Resolution: which mentions name the same thing within one article.
//!
//! In: mentions of form name. Out: each mention's `entity` set, and the kind and name of every entity, in order of first mention.
//! Example: "Ann Lee", "Mrs Lee" and "Lee" are one person; "UN" and "United Nations" one organization. A given name alone never joins two persons.
//! Limit: two persons of one surname in one article: a bare surname goes to the one whose full name stood last before it.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::entity::Mention;
use crate::entity::person::{Likeness, PersonName, fold_letters, given_likeness, person_name, spelling_key};
use crate::kind::EntityKind;
use crate::lexicon::Lexicon;
use crate::prose::Prose;

/// Surnames under one key are compared with at most this many persons.
const MOST_NAMESAKES: usize = 24;

/// What is known of an entity while mentions are joined to it.
#[derive(Debug)]
struct Group {
    name: PersonName,
}

/// Sets the entity of every mention; gives the number of entities.
pub(super) fn resolve(lex: &Lexicon, prose: &Prose, mentions: &mut [Mention]) -> usize {
    let mut groups: Vec<Group> = Vec::new();
    let assigned = persons(lex, prose, mentions, &mut groups);
    let mut things: FxHashMap<String, usize> = FxHashMap::default();
    // A name stands in a text many times; its key is made once.
    let mut known: FxHashMap<(&str, EntityKind), usize> = FxHashMap::default();
    let shorts = short_forms(lex, prose, mentions);
    for (mention, person) in mentions.iter_mut().zip(assigned) {
        mention.entity = match person {
            Some(id) => id,
            None => *known.entry((mention.span.of(&prose.text), mention.kind)).or_insert_with(|| {
                let key = thing_key(lex, mention.span.of(&prose.text), mention.kind);
                let key = shorts.get(&key).cloned().unwrap_or(key);
                *things.entry(key).or_insert_with(|| {
                    groups.push(Group { name: PersonName::default() });
                    groups.len() - 1
                })
            }),
        };
    }
    groups.len()
}

/// Entities of the persons: full names first, then surnames, then given names that only one of them bears.
fn persons(
    lex: &Lexicon,
    prose: &Prose,
    mentions: &[Mention],
    groups: &mut Vec<Group>,
) -> Vec<Option<usize>> {
    let mut out = vec![None; mentions.len()];
    let mut by_surname: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    let is_person = |m: &Mention| m.kind == EntityKind::Person;
    let names: Vec<PersonName> = mentions
        .iter()
        .map(|m| if is_person(m) { person_name(m.span.of(&prose.text)) } else { PersonName::default() })
        .collect();
    for (at, name) in names.iter().enumerate().filter(|(_, name)| !name.given.is_empty()) {
        let namesakes = by_surname.entry(spelling_key(&name.surname)).or_default();
        let found = namesakes.iter().take(MOST_NAMESAKES).copied().find(|&id| {
            groups.get(id).is_some_and(|g| given_likeness(lex, &g.name, name) <= Likeness::Spelling)
        });
        let id = found.unwrap_or_else(|| {
            groups.push(Group { name: name.clone() });
            namesakes.push(groups.len() - 1);
            groups.len() - 1
        });
        set(&mut out, at, id);
    }
    let by_given = bearers(groups);
    let mut last: FxHashMap<&str, usize> = FxHashMap::default();
    for (at, name) in names.iter().enumerate() {
        if !mentions.get(at).is_some_and(is_person) {
            continue;
        }
        if let Some(id) = out.get(at).copied().flatten() {
            last.insert(name.surname.as_str(), id);
            continue;
        }
        let key = spelling_key(&name.surname);
        let found = last
            .get(name.surname.as_str())
            .copied()
            .or_else(|| by_surname.get(&key).and_then(|ids| ids.first().copied()))
            .or_else(|| by_given.get(&name.surname).copied().flatten());
        let id = found.unwrap_or_else(|| {
            groups.push(Group { name: name.clone() });
            groups.len() - 1
        });
        if found.is_none() {
            by_surname.entry(key).or_default().push(id);
        }
        set(&mut out, at, id);
    }
    out
}

fn set(list: &mut [Option<usize>], at: usize, id: usize) {
    if let Some(slot) = list.get_mut(at) {
        *slot = Some(id);
    }
}

/// First given names, and the one person who bears each; `None` where several do.
fn bearers(groups: &[Group]) -> FxHashMap<String, Option<usize>> {
    let mut out: FxHashMap<String, Option<usize>> = FxHashMap::default();
    for (id, group) in groups.iter().enumerate() {
        if let Some(given) = group.name.given.first() {
            out.entry(given.clone()).and_modify(|slot| *slot = None).or_insert(Some(id));
        }
    }
    out
}

/// One key for all names of a thing that need no other text: states under their one name, bodies without "the", stops and legal form.
pub(crate) fn thing_key(lex: &Lexicon, name: &str, kind: EntityKind) -> String {
    let lower = fold_letters(name).replace(['’', '‘'], "'");
    let spaced = lower.replace(['-', '–', '‑'], " - ").replace('\u{a0}', " ");
    let mut words: Vec<&str> = spaced.split_whitespace().map(american).collect();
    if words.len() > 1 && words.first() == Some(&"the") {
        words.remove(0);
    }
    let joined = words.join(" ");
    if kind == EntityKind::Place {
        if let Some(state) = lex.countries.column(&joined, 0) {
            return format!("thing:{}", state.to_lowercase());
        }
        if let Some(town) = lex.place_spellings.column(&joined, 0) {
            return format!("thing:{town}");
        }
        if let Some((town, _)) = joined.split_once(", ") {
            return format!("thing:{town}");
        }
    }
    if kind == EntityKind::Group {
        return group_key(lex, &joined);
    }
    if let Some(long) = lex.organizations.column(&joined, 1).filter(|_| is_body(kind)) {
        if joined.len() > long.len() {
            return format!("thing:{joined}");
        }
        return format!("thing:{}", long.to_lowercase());
    }
    while words.len() > 1 && words.last().is_some_and(|w| is_legal_form(w)) {
        words.pop();
    }
    let body = words.join(" ").replace('.', "");
    if is_body(kind) { format!("thing:{body}") } else { format!("{kind}:{body}") }
}

/// British and American spellings of the words that names of bodies are made of are one.
fn american(word: &str) -> &str {
    match word {
        "centre" => "center",
        "theatre" => "theater",
        "labour" => "labor",
        "defence" => "defense",
        "organisation" => "organization",
        "adviser" | "advisers" | "advisors" => "advisor",
        "programme" => "program",
        "harbour" => "harbor",
        other => other,
    }
}

fn is_body(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Organization | EntityKind::Place)
}

fn is_legal_form(word: &str) -> bool {
    matches!(
        word.trim_matches(['.', ',']),
        "inc"
            | "ltd"
            | "llc"
            | "plc"
            | "corp"
            | "limited"
            | "co"
            | "gmbh"
            | "ag"
            | "sa"
            | "nv"
            | "company"
            | "corporation"
    )
}

/// "Freelander", "Freelanders": one people.
fn group_key(lex: &Lexicon, word: &str) -> String {
    if let Some(state) = lex.demonyms.column(word, 0) {
        return format!("group:{}", state.to_lowercase());
    }
    let single = word.strip_suffix('s').unwrap_or(word);
    format!("group:{}", if single == "democratic" { "democrat" } else { single })
}

/// Letters and first words that stand for a longer name of the same article: from their key to its key.
fn short_forms(lex: &Lexicon, prose: &Prose, mentions: &[Mention]) -> FxHashMap<String, String> {
    let mut out: FxHashMap<String, Option<String>> = FxHashMap::default();
    let mut offer = |short: String, long: &str| {
        let slot = out.entry(short).or_insert_with(|| Some(long.to_owned()));
        if slot.as_deref() != Some(long) {
            *slot = None;
        }
    };
    let mut seen: FxHashSet<(&str, EntityKind)> = FxHashSet::default();
    for mention in mentions.iter().filter(|m| !matches!(m.kind, EntityKind::Person | EntityKind::Group)) {
        if !seen.insert((mention.span.of(&prose.text), mention.kind)) {
            continue;
        }
        let key = thing_key(lex, mention.span.of(&prose.text), mention.kind);
        let Some((_, body)) = key.split_once(':') else { continue };
        let words: Vec<&str> = body.split(' ').filter(|w| *w != "-").collect();
        if words.len() < 2 {
            continue;
        }
        if let Some(short) = letters(&key) {
            offer(format!("thing:{short}"), &key);
        }
        let is_named = words.first().is_some_and(|w| {
            !lex.common_words.has(w) && !lex.places.has(w) && !lex.countries.has(w) && !lex.demonyms.has(w)
        });
        if mention.kind == EntityKind::Organization && is_named {
            if let Some(first) = words.first() {
                offer(format!("thing:{first}"), &key);
            }
        }
    }
    out.into_iter().filter_map(|(short, long)| Some((short, long?))).collect()
}

/// The first letters of a thing's words, where it has several: what its acronym would be.
pub(crate) fn letters(key: &str) -> Option<String> {
    let (_, body) = key.split_once(':')?;
    let words = body
        .split(' ')
        .filter(|w| !matches!(*w, "-" | "of" | "the" | "and" | "for" | "de" | "&" | "in" | "on"));
    let short: String = words.filter_map(|w| w.chars().next()).collect();
    (short.chars().count() > 1).then_some(short)
}
