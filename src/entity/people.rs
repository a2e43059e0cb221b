//! Persons of one article: which mentions name the same one.
//!
//! In: mentions with their names taken apart, and what the reader has said of them. Out: for each mention of a person its number. Full names first, then surnames, parts
//! and given names that only one of them bears. Example: "Paul Dorn ... his son Ivo Dorn ... Dorn": the father, because a surname alone is not given to a
//! person who was introduced as a relative. Limit: of two namesakes without kin or title the one named last before is meant.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::entity::Mention;
use crate::entity::correct::Bond;
use crate::entity::keyed::KeyedName;
use crate::entity::known::title_at;
use crate::entity::namesake::{Part, full_likeness, is_initials, part};
use crate::entity::person::{Likeness, person_name};
use crate::kind::EntityKind;
use crate::lexicon::Lexicon;
use crate::prose::Prose;

/// A name is compared with at most this many persons.
const MOST_NAMESAKES: usize = 24;
/// Ways of writing one name that are kept for comparing.
const MOST_FORMS: usize = 6;
/// A title has at most this many tokens.
const LONGEST_TITLE: usize = 6;
/// Tokens behind a name and its comma among which a word of kinship makes it a relative's.
const KIN_REACH: usize = 6;

/// What is known of a person while mentions are joined.
#[derive(Debug, Default)]
struct Person {
    forms: Vec<KeyedName>,
    titles: Vec<String>,
    bond: Bond,
    is_kin: bool,
    /// One more than the last mention by full name so far.
    seen: usize,
    /// Whether the surname alone has meant this person before.
    is_usual: bool,
}

/// The persons of an article.
pub(super) struct People<'a> {
    lex: &'a Lexicon,
    prose: &'a Prose,
    mentions: &'a [Mention],
    bonds: &'a [Bond],
    list: Vec<Person>,
    by_word: FxHashMap<String, Vec<usize>>,
    out: Vec<Option<usize>>,
}

impl<'a> People<'a> {
    /// Numbers the mentions of persons, and those of any kind that the reader has joined.
    pub(super) fn number(
        lex: &'a Lexicon,
        prose: &'a Prose,
        mentions: &'a [Mention],
        bonds: &'a [Bond],
    ) -> (Vec<Option<usize>>, usize) {
        let out = vec![None; mentions.len()];
        let mut people =
            People { lex, prose, mentions, bonds, list: Vec::new(), by_word: FxHashMap::default(), out };
        // A name stands in a text many times; it is taken apart once.
        let mut known: FxHashMap<&str, Rc<KeyedName>> = FxHashMap::default();
        let nobody = Rc::new(KeyedName::default());
        let names: Vec<Rc<KeyedName>> = mentions
            .iter()
            .map(|m| {
                let text = m.span.of(&prose.text);
                let made = || Rc::new(KeyedName::new(person_name(text)));
                let is_person = m.kind == EntityKind::Person;
                if is_person { known.entry(text).or_insert_with(made).clone() } else { nobody.clone() }
            })
            .collect();
        people.joined_by_reader(&names);
        for (at, name) in names.iter().enumerate() {
            if people.is_open(at) && !name.given.is_empty() {
                let id = people.bearer(at, name).unwrap_or_else(|| people.found());
                people.assign(at, id, name);
            }
        }
        for (at, name) in names.iter().enumerate() {
            match people.out.get(at).copied().flatten() {
                Some(id) if !name.given.is_empty() => people.see(id, at),
                None if people.is_open(at) => {
                    let id = people.meant(at, name).unwrap_or_else(|| people.found());
                    people.assign(at, id, name);
                    people.use_surname(id, name);
                }
                _ => {}
            }
        }
        (people.out, people.list.len())
    }

    fn is_open(&self, at: usize) -> bool {
        let is_person = self.mentions.get(at).is_some_and(|m| m.kind == EntityKind::Person);
        is_person && self.out.get(at).is_some_and(Option::is_none)
    }

    fn bond(&self, at: usize) -> Bond {
        self.bonds.get(at).cloned().unwrap_or_default()
    }

    fn found(&mut self) -> usize {
        self.list.push(Person::default());
        self.list.len() - 1
    }

    fn see(&mut self, id: usize, at: usize) {
        if let Some(person) = self.list.get_mut(id) {
            person.seen = at + 1;
        }
    }

    fn use_surname(&mut self, id: usize, name: &KeyedName) {
        if let Some(person) = self.list.get_mut(id) {
            person.is_usual |= person.forms.iter().any(|form| part(form, name) == Some(Part::Surname));
        }
    }

    fn joined_by_reader(&mut self, names: &[Rc<KeyedName>]) {
        let mut by_alias: FxHashMap<usize, usize> = FxHashMap::default();
        for (at, name) in names.iter().enumerate() {
            let Some(alias) = self.bond(at).alias else { continue };
            let id = match by_alias.get(&alias) {
                Some(&id) => id,
                None => self.found(),
            };
            by_alias.insert(alias, id);
            self.assign(at, id, name);
        }
    }

    fn assign(&mut self, at: usize, id: usize, name: &KeyedName) {
        let (bond, title) = (self.bond(at), self.title(at));
        let is_kin = self.mentions.get(at).is_some_and(|m| is_relative(self.lex, self.prose, m));
        if let Some(slot) = self.out.get_mut(at) {
            *slot = Some(id);
        }
        let Some(person) = self.list.get_mut(id) else { return };
        person.bond.join(&bond);
        if !name.given.is_empty() {
            person.is_kin |= is_kin && person.forms.is_empty();
            person.titles.extend(title.filter(|title| !person.titles.contains(title)));
        }
        if name.surname.is_empty() || person.forms.contains(name) || person.forms.len() >= MOST_FORMS {
            return;
        }
        person.forms.push(name.clone());
        for key in keys(name) {
            let key = key.clone();
            let ids = self.by_word.entry(key).or_default();
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }

    /// Persons who share a word with the name, as far as the reader allows.
    fn candidates(&self, at: usize, name: &KeyedName) -> Vec<usize> {
        let bond = self.bond(at);
        let mut ids: Vec<usize> = keys(name)
            .iter()
            .filter_map(|&key| self.by_word.get(key))
            .flat_map(|ids| ids.iter().copied().take(MOST_NAMESAKES))
            .filter(|&id| self.list.get(id).is_some_and(|p| p.bond.allows(&bond)))
            .collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// The person whose full name this is.
    fn bearer(&self, at: usize, name: &KeyedName) -> Option<usize> {
        let fits = |id: &usize| {
            self.list.get(*id).is_some_and(|p| {
                p.forms.iter().any(|form| {
                    !form.given.is_empty() && full_likeness(self.lex, form, name) <= Likeness::Spelling
                })
            })
        };
        let found: Vec<usize> = self.candidates(at, name).into_iter().filter(fits).collect();
        let is_open = is_initials(name) && found.len() > 1;
        found.first().copied().filter(|_| !is_open)
    }

    /// The person whom a short form means.
    fn meant(&self, at: usize, name: &KeyedName) -> Option<usize> {
        let mut tiers: [Vec<usize>; 3] = [Vec::new(), Vec::new(), Vec::new()];
        for id in self.candidates(at, name) {
            let Some(person) = self.list.get(id) else { continue };
            match person.forms.iter().filter_map(|form| part(form, name)).min() {
                Some(Part::Surname) => tiers[0].push(id),
                Some(Part::Inner) => tiers[1].push(id),
                Some(Part::Given) => tiers[2].push(id),
                None => {}
            }
        }
        let [surnames, inner, given] = &tiers;
        if !surnames.is_empty() {
            return self.likeliest(at, surnames);
        }
        match (inner.as_slice(), given.as_slice()) {
            ([one], _) => Some(*one),
            ([], [one]) if !self.is_courtesy(at, name) => Some(*one),
            _ => None,
        }
    }

    /// Of several bearers of a surname the one with the title that stands here; else the one whom it has meant before; else one who is no relative, and
    /// of those the last named.
    fn likeliest(&self, at: usize, ids: &[usize]) -> Option<usize> {
        let person = |id: &usize| self.list.get(*id);
        if let Some(title) = self.title(at) {
            let mut titled = ids.iter().filter(|id| person(id).is_some_and(|p| p.titles.contains(&title)));
            if let (Some(one), None) = (titled.next(), titled.next()) {
                return Some(*one);
            }
        }
        let mut usual = ids.iter().filter(|id| person(id).is_some_and(|p| p.is_usual));
        if let (Some(one), None) = (usual.next(), usual.next()) {
            return Some(*one);
        }
        let own = ids.iter().filter(|id| person(id).is_some_and(|p| !p.is_kin));
        let own: Vec<usize> = own.copied().collect();
        let pool = if own.is_empty() { ids } else { own.as_slice() };
        pool.iter().copied().max_by_key(|id| (person(id).map_or(0, |p| p.seen), std::cmp::Reverse(*id)))
    }

    /// The title right before a name, without honours and words of kinship.
    fn title(&self, at: usize) -> Option<String> {
        let first = self.mentions.get(at)?.tokens.start;
        (1..=LONGEST_TITLE.min(first)).rev().find_map(|n| {
            let start = first - n;
            let title = title_at(self.lex, self.prose, start, first).filter(|title| title.len == n)?;
            let words: Vec<&str> = (start..first).map(|i| self.prose.lower(i)).collect();
            (!matches!(title.class, "honor" | "kin")).then(|| words.join(" "))
        })
    }

    /// "Mr Paul": a surname, though Paul is a given name too.
    fn is_courtesy(&self, at: usize, name: &KeyedName) -> bool {
        let Some(before) = self.mentions.get(at).and_then(|m| m.tokens.start.checked_sub(1)) else {
            return false;
        };
        matches!(self.prose.lower(before).trim_end_matches('.'), "mr" | "mrs" | "ms" | "miss" | "mx")
            && self.lex.given_names.has(&name.surname)
    }
}

/// Whether a name is introduced as a relative's: "his son Ivo Dorn", "Ivo Dorn, the mayor's son,".
#[must_use]
pub fn is_relative(lex: &Lexicon, prose: &Prose, mention: &Mention) -> bool {
    let tokens = mention.tokens.clone();
    let is_kin =
        |at: usize| prose.lower(at) != "friend" && lex.titles.column(prose.lower(at), 0) == Some("kin");
    let comma = usize::from(tokens.start > 0 && prose.raw(tokens.start - 1) == ",");
    let before = tokens.start.checked_sub(1 + comma).is_some_and(is_kin);
    let behind = prose.raw(tokens.end) == ","
        && (tokens.end + 1..tokens.end + KIN_REACH)
            .take_while(|&i| !matches!(prose.raw(i), "," | "."))
            .any(|i| is_kin(i) && matches!(prose.raw(i + 1), "," | "of" | "."));
    before || behind
}

/// Keys under which a name is found: each of its words, and the surname as a whole.
fn keys(name: &KeyedName) -> Vec<&String> {
    let mut keys: Vec<&String> = name.word_keys.iter().chain([&name.surname_key]).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}
