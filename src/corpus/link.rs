//! Entities across articles: which of them are one thing.
//!
//! In: the names of each article, and what the reader has said of names. Out: [`Linked`] entities, in order of first mention. States are joined under all their names, bodies
//! under any of their forms and their letters, persons in `people`. Example: "UK" and "Britain" are one; a club and its town are two.
//! Limit: two bodies of one name in two articles are one.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

use rustc_hash::FxHashMap;

use crate::corpus::people::persons;
use crate::entity::keyed::KeyedName;
use crate::entity::person::person_name;
use crate::entity::resolve::{letters, thing_key};
use crate::entity::{Bond, Corrections, Entity, Names, is_relative};
use crate::kind::{EntityKind, MentionForm};
use crate::lexicon::Lexicon;
use crate::prose::Prose;

/// A thing that is named in one or more articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// What it is.
    pub kind: EntityKind,
    /// The name that the reader wants; else the fullest form.
    pub name: String,
    /// Article and index of the entity there, in order.
    pub members: Vec<(usize, usize)>,
}

/// Joins what several articles name: their entities, each with its keys.
#[must_use]
pub fn link(lex: &Lexicon, articles: &[(&Names, &[Keys])], corrections: &Corrections) -> Vec<Linked> {
    let locals: Vec<Local<'_>> = articles
        .iter()
        .enumerate()
        .flat_map(|(article, (names, keys))| {
            let entities = names.entities.iter().zip(*keys).enumerate();
            entities.map(move |(at, (entity, keys))| Local { article, at, entity, keys })
        })
        .collect();
    let mut groups = Groups::new(&locals);
    joined_by_reader(&locals, &mut groups);
    things(&locals, &mut groups);
    persons(lex, &locals, &mut groups);
    gather(corrections, &locals, &mut groups)
}

/// Titles, each with its polity as far as that is told.
type Offices = BTreeSet<(String, Option<String>)>;

/// What joins an article's entity to those of others; it hangs on that article alone.
#[derive(Clone, Debug, Default)]
pub struct Keys {
    /// Its fullest name taken apart, where it is a person.
    pub(super) person: KeyedName,
    /// The keys of its full forms and letters, where it is none.
    pub(super) full: Vec<String>,
    /// The keys of its other short forms, which other things may have too.
    shorts: Vec<String>,
    /// Titles and their polities.
    pub(super) offices: Offices,
    /// Whether it is introduced as a relative of somebody.
    pub(super) is_kin: bool,
    bond: Bond,
}

/// The keys of an article's entities, in their order.
#[must_use]
pub fn keys(lex: &Lexicon, corrections: &Corrections, prose: &Prose, names: &Names) -> Vec<Keys> {
    let entities = names.entities.iter().zip(offices(names));
    entities.map(|(entity, offices)| Keys::new(lex, corrections, (prose, names), entity, offices)).collect()
}

impl Keys {
    fn new(
        lex: &Lexicon,
        corrections: &Corrections,
        (prose, names): (&Prose, &Names),
        entity: &Entity,
        offices: Offices,
    ) -> Keys {
        let named = || {
            let mentions = entity.mentions.iter().filter_map(|&m| names.mentions.get(m));
            mentions.filter(|m| m.form == MentionForm::Name)
        };
        let mut bond = Bond::default();
        if !corrections.is_empty() {
            named().for_each(|m| bond.join(&corrections.bond(m.span.of(&prose.text))));
        }
        if entity.kind == EntityKind::Person {
            let person = KeyedName::new(person_name(&entity.name));
            let is_kin = named().next().is_some_and(|m| is_relative(lex, prose, m));
            return Keys { person, offices, is_kin, bond, ..Keys::default() };
        }
        let mut forms: Vec<(&str, EntityKind)> = named().map(|m| (m.span.of(&prose.text), m.kind)).collect();
        forms.sort_unstable();
        forms.dedup();
        let (mut full, mut shorts) = (vec![thing_key(lex, &entity.name, entity.kind)], Vec::new());
        for (form, kind) in forms {
            let key = thing_key(lex, form, kind);
            let is_full = form.contains(' ') || form.chars().all(|c| c.is_uppercase() || c == '.');
            if full.contains(&key) {
                continue;
            }
            if is_full { full.push(key) } else { shorts.push(key) }
        }
        Keys { full, shorts, bond, ..Keys::default() }
    }
}

/// One article's entity.
pub(super) struct Local<'a> {
    /// The article.
    pub article: usize,
    at: usize,
    /// The entity there.
    pub entity: &'a Entity,
    keys: &'a Keys,
}

impl Deref for Local<'_> {
    type Target = Keys;

    fn deref(&self) -> &Keys {
        self.keys
    }
}

impl Local<'_> {
    /// Whether it is a person with a name.
    pub fn is_person(&self) -> bool {
        self.entity.kind == EntityKind::Person && !self.entity.name.is_empty()
    }

    /// Whether two persons are given one title, of the same polity as far as both are told.
    pub fn shares_office(&self, other: &Local<'_>) -> bool {
        self.offices.iter().any(|(title, of)| {
            let fits =
                |(t, p): &(String, Option<String>)| t == title && (p.is_none() || of.is_none() || p == of);
            other.offices.iter().any(fits)
        })
    }
}

/// The titles that an article gives each of its entities.
fn offices(names: &Names) -> Vec<Offices> {
    let mut out = vec![Offices::new(); names.entities.len()];
    for office in &names.offices {
        let holder = names.mentions.get(office.mention).and_then(|m| out.get_mut(m.entity));
        if let Some(held) = holder {
            held.insert((office.title.clone(), office.of.clone()));
        }
    }
    out
}

/// Which locals are joined: each points to an earlier one of its group, the first to itself.
pub(super) struct Groups {
    of: Vec<usize>,
    articles: Vec<BTreeSet<usize>>,
    bonds: Vec<Bond>,
}

impl Groups {
    fn new(locals: &[Local<'_>]) -> Groups {
        Groups {
            of: (0..locals.len()).collect(),
            articles: locals.iter().map(|local| BTreeSet::from([local.article])).collect(),
            bonds: locals.iter().map(|local| local.bond.clone()).collect(),
        }
    }

    /// The first local of a group.
    pub fn first(&mut self, at: usize) -> usize {
        let mut top = at;
        while let Some(&next) = self.of.get(top).filter(|&&next| next != top) {
            top = next;
        }
        let mut low = at;
        while let Some(next) = self.of.get(low).copied().filter(|&next| next != top && next != low) {
            if let Some(slot) = self.of.get_mut(low) {
                *slot = top;
            }
            low = next;
        }
        top
    }

    /// Joins two groups unless the reader keeps them apart.
    pub fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.first(a), self.first(b));
        let (low, high) = (a.min(b), a.max(b));
        let allowed = self.bonds.get(low).zip(self.bonds.get(high)).is_some_and(|(x, y)| x.allows(y));
        if low == high || !allowed {
            return;
        }
        let bond = self.bonds.get_mut(high).map(std::mem::take).unwrap_or_default();
        let articles = self.articles.get_mut(high).map(std::mem::take).unwrap_or_default();
        if let (Some(of), Some(known), Some(seen)) =
            (self.of.get_mut(high), self.bonds.get_mut(low), self.articles.get_mut(low))
        {
            *of = low;
            known.join(&bond);
            seen.extend(articles);
        }
    }

    /// Whether some article knows both groups apart.
    pub fn meet(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.first(a), self.first(b));
        let both = self.articles.get(a).zip(self.articles.get(b));
        a != b && both.is_some_and(|(x, y)| !x.is_disjoint(y))
    }
}

/// Names of one alias are one thing, and so is one name that is kept from an alias, whatever they were taken for in their articles.
fn joined_by_reader(locals: &[Local<'_>], groups: &mut Groups) {
    let mut by_alias: BTreeMap<usize, usize> = BTreeMap::new();
    let mut by_name: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, local) in locals.iter().enumerate() {
        if let Some(alias) = local.bond.alias {
            groups.join(*by_alias.entry(alias).or_insert(at), at);
        } else if !local.bond.apart.is_empty() {
            groups.join(*by_name.entry(&local.entity.name).or_insert(at), at);
        }
    }
}

/// Everything but persons: by the keys of full forms, then letters and short forms to the one thing that has them.
fn things(locals: &[Local<'_>], groups: &mut Groups) {
    let mut by_key: FxHashMap<&str, usize> = FxHashMap::default();
    for (at, local) in locals.iter().enumerate() {
        for key in &local.full {
            groups.join(*by_key.entry(key).or_insert(at), at);
        }
    }
    let mut owners: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (at, local) in locals.iter().enumerate() {
        let is_body = local.entity.kind == EntityKind::Organization;
        let letters = local.full.first().filter(|_| is_body).map_or(Vec::new(), |key| letters(key));
        let letters = letters.iter().map(|letters| format!("thing:{letters}"));
        for short in letters.chain(local.shorts.iter().cloned()) {
            owners.entry(short).or_default().insert(groups.first(at));
        }
    }
    for (short, owners) in owners {
        let mut tops: Vec<usize> = owners.iter().map(|&at| groups.first(at)).collect();
        tops.dedup();
        if let (&[owner], Some(&at)) = (tops.as_slice(), by_key.get(short.as_str())) {
            groups.join(owner, at);
        }
    }
}

/// The groups as a list, each under its fullest name.
fn gather(corrections: &Corrections, locals: &[Local<'_>], groups: &mut Groups) -> Vec<Linked> {
    let mut order: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in 0..locals.len() {
        order.entry(groups.first(at)).or_default().push(at);
    }
    let mut out = Vec::new();
    for (first, group) in &order {
        let Some(mut linked) = linked(locals, group) else { continue };
        if let Some(alias) = groups.bonds.get(*first).and_then(|bond| bond.alias) {
            corrections.name(alias).clone_into(&mut linked.name);
            linked.kind = corrections.kind(alias).unwrap_or(linked.kind);
        }
        out.push(linked);
    }
    out
}

fn linked(locals: &[Local<'_>], group: &[usize]) -> Option<Linked> {
    let members: Vec<&Local<'_>> = group.iter().filter_map(|&at| locals.get(at)).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for local in &members {
        *counts.entry(&local.entity.name).or_default() += local.entity.mentions.len();
    }
    let rank = |name: &str| (name.split_whitespace().count(), counts.get(name).copied().unwrap_or(0));
    let mut best = *members.first()?;
    for local in &members {
        if rank(&local.entity.name) > rank(&best.entity.name) {
            best = local;
        }
    }
    Some(Linked {
        kind: best.entity.kind,
        name: best.entity.name.clone(),
        members: members.iter().map(|l| (l.article, l.at)).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::names;

    fn groups(texts: &[&str]) -> Vec<(String, usize)> {
        let lex = Lexicon::builtin();
        let read: Vec<Prose> = texts.iter().map(|text| Prose::read(lex, text)).collect();
        let named: Vec<Names> = read.iter().map(|prose| names(lex, prose, &Corrections::default())).collect();
        let keyed =
            read.iter().zip(&named).map(|(prose, names)| keys(lex, &Corrections::default(), prose, names));
        let keyed: Vec<Vec<Keys>> = keyed.collect();
        let parts: Vec<(&Names, &[Keys])> = named.iter().zip(keyed.iter().map(Vec::as_slice)).collect();
        link(lex, &parts, &Corrections::default()).into_iter().map(|l| (l.name, l.members.len())).collect()
    }

    fn size(found: &[(String, usize)], name: &str) -> usize {
        found.iter().find(|(n, _)| n == name).map_or(0, |(_, size)| *size)
    }

    #[test]
    fn spellings_and_states_are_joined() {
        let found = groups(&[
            "Foreign minister Olena Petrenskyy spoke in the United States.",
            "Foreign minister Olena Petrensky left the U.S. on Monday.",
        ]);
        assert_eq!(size(&found, "Olena Petrenskyy"), 2);
        assert_eq!(size(&found, "United States"), 2);
    }

    #[test]
    fn a_surname_taken_for_a_body_is_the_person() {
        let found =
            groups(&["Ann Petrowick spoke to the press.", "The crowd cheered when Petrowick arrived."]);
        assert_eq!(size(&found, "Ann Petrowick"), 2);
    }

    #[test]
    fn relatives_stay_apart() {
        let found = groups(&["Mayor Ann Harlow spoke.", "Her brother Paul Harlow left."]);
        assert_eq!((size(&found, "Ann Harlow"), size(&found, "Paul Harlow")), (1, 1));
    }
}
