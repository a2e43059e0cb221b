//! Resolution: which mentions name the same thing within one article.
//!
//! In: mentions of form name. Out: each mention's `entity` set, and the kind and name of every entity, in order of first mention.
//! Persons are joined in `people`, everything else by a key here. Example: "UN" and "United Nations" are one organization; Leipzig the city and Leipzig
//! the club are two. Limit: towns of one name that no state behind them tells apart are one.

use rustc_hash::FxHashMap;

use crate::entity::Mention;
use crate::entity::correct::{Bond, Corrections};
use crate::entity::people::People;
use crate::entity::person::fold_letters;
use crate::kind::EntityKind;
use crate::lexicon::Lexicon;
use crate::prose::Prose;

/// An acronym has at most this many letters.
const MOST_LETTERS: usize = 8;

/// Sets the entity of every mention.
pub(super) fn resolve(lex: &Lexicon, prose: &Prose, corrections: &Corrections, mentions: &mut [Mention]) {
    let bonds: Vec<Bond> = mentions.iter().map(|m| corrections.bond(m.span.of(&prose.text))).collect();
    let (assigned, persons) = People::number(lex, prose, mentions, &bonds);
    let mut things = Things { next: persons, by_key: FxHashMap::default() };
    let shorts = short_forms(lex, prose, mentions);
    // A name stands in a text many times; its key is made once.
    let mut known: FxHashMap<(&str, EntityKind), String> = FxHashMap::default();
    let keys: Vec<String> = mentions
        .iter()
        .map(|m| {
            let made = known.entry((m.span.of(&prose.text), m.kind)).or_insert_with(|| {
                let key = thing_key(lex, m.span.of(&prose.text), m.kind);
                shorts.get(&key).cloned().unwrap_or(key)
            });
            made.clone()
        })
        .collect();
    // What the engine would join with a name of an alias follows it.
    for ((key, bond), id) in keys.iter().zip(&bonds).zip(&assigned) {
        if let Some(id) = id.filter(|_| bond.alias.is_some()) {
            let under = things.by_key.entry(key.clone()).or_default();
            if !under.iter().any(|(known, _)| *known == id) {
                under.push((id, bond.clone()));
            }
        }
    }
    for (((mention, key), bond), id) in mentions.iter_mut().zip(keys).zip(bonds).zip(assigned) {
        mention.entity = id.unwrap_or_else(|| things.entity(key, bond));
    }
}

/// Entities of everything but persons, by key; several under one key where the reader keeps them apart.
struct Things {
    next: usize,
    by_key: FxHashMap<String, Vec<(usize, Bond)>>,
}

impl Things {
    fn entity(&mut self, key: String, bond: Bond) -> usize {
        let under = self.by_key.entry(key).or_default();
        if let Some((id, known)) = under.iter_mut().find(|(_, known)| known.allows(&bond)) {
            known.join(&bond);
            return *id;
        }
        under.push((self.next, bond));
        self.next += 1;
        self.next - 1
    }
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
    if let Some(state) = lex.countries.column(&joined, 0).filter(|_| is_body(kind)) {
        return format!("thing:{}", state.to_lowercase());
    }
    if kind == EntityKind::Place {
        return format!("thing:{}", town(lex, &joined));
    }
    if kind == EntityKind::Organization && is_town(lex, &joined) {
        return format!("body:{joined}");
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
    let body = words.join(" ").replace(" - ", " ").replace('.', "");
    if is_body(kind) { format!("thing:{body}") } else { format!("{kind}:{body}") }
}

/// A town under its one name; a state behind it is left out unless it tells the town from a better-known one ("Paris, Texas").
fn town<'a>(lex: &Lexicon, name: &'a str) -> &'a str {
    let Some((town, state)) = name.split_once(", ") else {
        return lex.place_spellings.column(name, 0).unwrap_or(name);
    };
    let is_other = match (lex.cities.column(town, 0), lex.countries.column(state, 0)) {
        (Some(known), Some(named)) => known != named,
        (Some(known), None) => known != "United States",
        _ => false,
    };
    if is_other { name } else { lex.place_spellings.column(town, 0).unwrap_or(town) }
}

/// A name that is a town's before it is a club's or a government's.
fn is_town(lex: &Lexicon, name: &str) -> bool {
    (lex.cities.has(name) || lex.places.has(name)) && !lex.organizations.has(name)
}

/// British and American spellings of the words that names of bodies are made of are one, and so are some transliterations.
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
        "hizbollah" | "hizbullah" | "hizballah" | "hezbullah" => "hezbollah",
        "qaida" => "qaeda",
        "taleban" => "taliban",
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

/// Letters, first and last words that stand for a longer name of the same article: from their key to its key.
fn short_forms(lex: &Lexicon, prose: &Prose, mentions: &[Mention]) -> FxHashMap<String, String> {
    let mut out: FxHashMap<String, Option<String>> = FxHashMap::default();
    let mut offer = |short: String, long: &str| {
        let slot = out.entry(short).or_insert_with(|| Some(long.to_owned()));
        if slot.as_deref() != Some(long) {
            *slot = None;
        }
    };
    for mention in mentions.iter().filter(|m| !matches!(m.kind, EntityKind::Person | EntityKind::Group)) {
        let key = thing_key(lex, mention.span.of(&prose.text), mention.kind);
        let Some((_, body)) = key.split_once(':') else { continue };
        let words: Vec<&str> = body.split(' ').filter(|w| *w != "-").collect();
        if words.len() < 2 {
            continue;
        }
        for short in letters(&key) {
            offer(format!("thing:{short}"), &key);
        }
        let is_own = |w: &&&str| !lex.organizations.has(w);
        let is_named = |w: &&&str| {
            !lex.common_words.has(w) && !lex.places.has(w) && !lex.countries.has(w) && !lex.demonyms.has(w)
        };
        let is_head = |w: &&&str| lex.name_heads.has(w) && !PLACE_HEADS.contains(w);
        if mention.kind == EntityKind::Organization {
            // "FBI" is no short form of "FBI Office" but a body itself.
            let is_word = !mention.span.of(&prose.text).split(' ').next().is_some_and(is_capitals);
            let first = words.first().filter(|_| is_word).filter(is_named).filter(is_own);
            // "the Ministry" for the Ministry of Health, "the Agency" for the Coastal Agency.
            let is_headed_first = words.iter().any(|w| matches!(*w, "of" | "for"));
            let head = if is_headed_first { words.first() } else { words.last() };
            for word in first.into_iter().chain(head.filter(is_head).filter(is_own)) {
                offer(format!("thing:{word}"), &key);
            }
        }
    }
    for (short, long) in in_brackets(lex, prose, mentions) {
        out.insert(short, Some(long));
    }
    out.into_iter().filter_map(|(short, long)| Some((short, long?))).collect()
}

/// Heads that by themselves name something else ("the House", "the state").
const PLACE_HEADS: [&str; 7] = ["house", "state", "states", "city", "county", "street", "capitol"];

/// "Kurdish Workers' Front (KIC)", "KIC (Kurdish Workers' Front)": letters beside their long form, even those of another language.
fn in_brackets(lex: &Lexicon, prose: &Prose, mentions: &[Mention]) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for (outer, inner) in mentions.iter().zip(mentions.iter().skip(1)) {
        let is_bracketed = inner.tokens.start == outer.tokens.end + 1
            && prose.raw(outer.tokens.end) == "("
            && prose.raw(inner.tokens.end) == ")";
        let are_bodies = [outer, inner].iter().all(|m| m.kind == EntityKind::Organization);
        if !is_bracketed || !are_bodies {
            continue;
        }
        let is_short = |m: &Mention| {
            let text = m.span.of(&prose.text);
            (2..=MOST_LETTERS).contains(&text.len()) && is_capitals(text)
        };
        let key = |m: &Mention| thing_key(lex, m.span.of(&prose.text), m.kind);
        match (is_short(outer), is_short(inner)) {
            (false, true) => out.push((key(inner), key(outer))),
            (true, false) => out.push((key(outer), key(inner))),
            _ => {}
        }
    }
    out
}

/// "NFA", "N.F.A.", "MoD": two capitals or more, and hardly anything else.
fn is_capitals(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    capitals > 1 && !word.contains(' ') && word.chars().filter(|c| c.is_lowercase()).count() < capitals
}

/// What a thing's acronym would be, where its name has several words: their first letters, without and with the small words'.
pub(crate) fn letters(key: &str) -> Vec<String> {
    let Some((_, body)) = key.split_once(':') else { return Vec::new() };
    let is_small = |w: &str| matches!(w, "of" | "the" | "and" | "for" | "de" | "&" | "in" | "on");
    let words = || body.split([' ', '-']).filter(|w| !w.is_empty());
    let first = |w: &str| w.chars().next();
    let mut out: Vec<String> = vec![
        words().filter(|w| !is_small(w)).filter_map(first).collect(),
        words().filter_map(first).collect(),
    ];
    out.dedup();
    out.retain(|short| short.chars().count() > 1);
    out
}
