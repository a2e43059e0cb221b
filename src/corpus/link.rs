//! Entities across articles: which of them are one thing.
//!
//! In: the names of each article. Out: [`Linked`] entities, in order of first mention. Persons are joined by surname and given name, spellings folded
//! ("Zelinsky", "Zelinskyy"); given names that are only near each other need the same office, or a surname that few bear. States are joined under all
//! their names, bodies under their letters. Example: "Ann Lee" and "A. B. Lee" are one; "Ann Lee" and "Paul Lee" are two, whatever their office.
//! Limit: a person with the surname first in one article and last in another is two.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use crate::entity::person::{
    Likeness, PersonName, fold_letters, given_likeness, likeness, person_name, spelling_key,
};
use crate::entity::resolve::{letters, thing_key};
use crate::entity::{Entity, Names};
use crate::kind::EntityKind;
use crate::lexicon::Lexicon;
use crate::prose::Prose;

/// A thing that is named in one or more articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// What it is.
    pub kind: EntityKind,
    /// The fullest form.
    pub name: String,
    /// Article and index of the entity there, in order.
    pub members: Vec<(usize, usize)>,
}

/// Of a surname that more persons bear only so many are compared for slips.
const MOST_BEARERS: usize = 400;
/// A person is compared with at most this many others of one surname.
const MOST_NAMESAKES: usize = 32;

/// Joins what several articles name.
#[must_use]
pub fn link(lex: &Lexicon, articles: &[(&Prose, &Names)]) -> Vec<Linked> {
    let locals: Vec<Local<'_>> = articles
        .iter()
        .enumerate()
        .flat_map(|(article, (_, names))| {
            let titles = titles(names);
            let entities = names.entities.iter().zip(titles).enumerate();
            entities.map(move |(at, (entity, titles))| Local::new(article, at, entity, titles))
        })
        .collect();
    let mut groups = Groups { of: (0..locals.len()).collect() };
    things(lex, &locals, &mut groups);
    persons(lex, &locals, &mut groups);
    gather(&locals, &mut groups)
}

/// One article's entity with what joins it to others.
struct Local<'a> {
    article: usize,
    at: usize,
    entity: &'a Entity,
    person: PersonName,
    offices: BTreeSet<String>,
}

impl<'a> Local<'a> {
    fn new(article: usize, at: usize, entity: &'a Entity, titles: BTreeSet<String>) -> Local<'a> {
        let is_person = entity.kind == EntityKind::Person;
        Local {
            article,
            at,
            entity,
            person: if is_person { person_name(&entity.name) } else { PersonName::default() },
            offices: if is_person { titles } else { BTreeSet::new() },
        }
    }

    fn is_person(&self) -> bool {
        self.entity.kind == EntityKind::Person && !self.entity.name.is_empty()
    }
}

/// The titles that an article gives each of its entities.
fn titles(names: &Names) -> Vec<BTreeSet<String>> {
    let mut out = vec![BTreeSet::new(); names.entities.len()];
    for office in &names.offices {
        let holder = names.mentions.get(office.mention).and_then(|m| out.get_mut(m.entity));
        if let Some(titles) = holder {
            titles.insert(office.title.clone());
        }
    }
    out
}

/// Which locals are joined: each points to an earlier one of its group, the first to itself.
struct Groups {
    of: Vec<usize>,
}

impl Groups {
    fn first(&mut self, at: usize) -> usize {
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

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.first(a), self.first(b));
        if let Some(slot) = self.of.get_mut(a.max(b)) {
            *slot = a.min(b);
        }
    }
}

/// Everything but persons: by key, then letters to the one long form that has them.
fn things(lex: &Lexicon, locals: &[Local<'_>], groups: &mut Groups) {
    let mut by_key: FxHashMap<String, usize> = FxHashMap::default();
    let mut long_forms: BTreeMap<String, Option<usize>> = BTreeMap::new();
    for (at, local) in locals.iter().enumerate().filter(|(_, l)| l.entity.kind != EntityKind::Person) {
        let key = thing_key(lex, &local.entity.name, local.entity.kind);
        let first = *by_key.entry(key.clone()).or_insert(at);
        groups.join(first, at);
        if let Some(short) = letters(&key).filter(|_| local.entity.kind == EntityKind::Organization) {
            let slot = long_forms.entry(short).or_insert(Some(first));
            if slot.is_some_and(|other| groups.first(other) != groups.first(first)) {
                *slot = None;
            }
        }
    }
    for (short, long) in long_forms {
        if let (Some(long), Some(&at)) = (long, by_key.get(&format!("thing:{short}"))) {
            groups.join(long, at);
        }
    }
}

/// Persons: full names among each other, then bare surnames to the one who bears them.
fn persons(lex: &Lexicon, locals: &[Local<'_>], groups: &mut Groups) {
    let mut by_surname: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut by_given: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, local) in locals.iter().enumerate().filter(|(_, l)| l.is_person()) {
        by_surname.entry(spelling_key(&local.person.surname)).or_default().push(at);
        if let Some(given) = local.person.given.first() {
            by_given.entry(spelling_key(given)).or_default().push(at);
        }
    }
    for bucket in by_surname.values() {
        let full: Vec<usize> = bucket.iter().copied().filter(|&at| has_given(locals, at)).collect();
        join_alike(lex, locals, groups, &full, Likeness::Spelling);
        join_alike(
            lex,
            locals,
            groups,
            full.get(..full.len().min(MOST_BEARERS)).unwrap_or(&[]),
            Likeness::Near,
        );
        bare_surnames(locals, groups, bucket, &full);
    }
    for bucket in by_given.values() {
        join_near_surnames(lex, locals, groups, bucket);
    }
    misjudged(lex, locals, groups, &by_surname);
}

/// A single word that one article could only take for a body or place, and another shows to be a person's surname.
fn misjudged(
    lex: &Lexicon,
    locals: &[Local<'_>],
    groups: &mut Groups,
    by_surname: &BTreeMap<String, Vec<usize>>,
) {
    for (at, local) in locals.iter().enumerate() {
        // A name of several words is none, and most are.
        let is_word = !local.entity.name.contains(' ')
            && matches!(local.entity.kind, EntityKind::Organization | EntityKind::Place);
        if !is_word {
            continue;
        }
        let word = fold_letters(&local.entity.name);
        let is_open = word.len() > 3
            && word.chars().all(char::is_alphabetic)
            && ![&lex.organizations, &lex.places, &lex.countries, &lex.other_names, &lex.name_heads]
                .iter()
                .any(|table| table.has(&word));
        let Some(bucket) = by_surname.get(&spelling_key(&word)).filter(|_| is_open) else { continue };
        let elsewhere = bucket.iter().copied().filter(|&b| has_given(locals, b));
        let tops: BTreeSet<usize> = elsewhere.map(|b| groups.first(b)).collect();
        let is_alone = bucket.iter().all(|&b| locals.get(b).is_none_or(|l| l.article != local.article));
        if let (1, Some(&top), true) = (tops.len(), tops.first(), is_alone) {
            groups.join(top, at);
        }
    }
}

fn has_given(locals: &[Local<'_>], at: usize) -> bool {
    locals.get(at).is_some_and(|l| !l.person.given.is_empty())
}

/// Joins persons of one surname whose given names are at most this unlike.
fn join_alike(lex: &Lexicon, locals: &[Local<'_>], groups: &mut Groups, full: &[usize], most: Likeness) {
    for (n, &a) in full.iter().enumerate() {
        for &b in full.iter().skip(n + 1).take(MOST_NAMESAKES) {
            let (Some(x), Some(y)) = (locals.get(a), locals.get(b)) else { continue };
            if x.article == y.article || groups.first(a) == groups.first(b) {
                continue;
            }
            let alike = given_likeness(lex, &x.person, &y.person);
            let is_safe =
                alike <= Likeness::Spelling || is_same_bearer(lex, x, y) && !meet(locals, groups, full, a, b);
            if alike <= most && is_safe {
                groups.join(a, b);
            }
        }
    }
}

/// Whether some article knows both groups' persons apart.
fn meet(locals: &[Local<'_>], groups: &mut Groups, bucket: &[usize], a: usize, b: usize) -> bool {
    let mut articles = |top: usize| -> BTreeSet<usize> {
        let top = groups.first(top);
        let inside = bucket.iter().filter(|&&at| groups.first(at) == top);
        inside.filter_map(|&at| locals.get(at)).map(|l| l.article).collect()
    };
    !articles(a).is_disjoint(&articles(b))
}

/// Given names that are only near each other: the same title, or a surname that few bear.
fn is_same_bearer(lex: &Lexicon, a: &Local<'_>, b: &Local<'_>) -> bool {
    !a.offices.is_disjoint(&b.offices)
        || !lex.surnames.has(&a.person.surname) && a.offices.is_empty() == b.offices.is_empty()
}

/// A bare surname goes to the group that alone bears it.
fn bare_surnames(locals: &[Local<'_>], groups: &mut Groups, bucket: &[usize], full: &[usize]) {
    let tops: BTreeSet<usize> = full.iter().map(|&at| groups.first(at)).collect();
    let bare: Vec<usize> = bucket.iter().copied().filter(|&at| !has_given(locals, at)).collect();
    let target = match (tops.len(), bare.first()) {
        (0, Some(&first)) => first,
        (1, _) => tops.iter().next().copied().unwrap_or(0),
        _ => return,
    };
    for at in bare {
        groups.join(target, at);
    }
}

/// One given name, surnames near each other, and the same title: a slip in the surname.
fn join_near_surnames(lex: &Lexicon, locals: &[Local<'_>], groups: &mut Groups, bucket: &[usize]) {
    for (n, &a) in bucket.iter().enumerate() {
        for &b in bucket.iter().skip(n + 1).take(MOST_NAMESAKES) {
            let (Some(x), Some(y)) = (locals.get(a), locals.get(b)) else { continue };
            let is_other_article = x.article != y.article && groups.first(a) != groups.first(b);
            let are_long = x.person.surname.len() > 4 && y.person.surname.len() > 4;
            if is_other_article
                && are_long
                && given_likeness(lex, &x.person, &y.person) <= Likeness::Style
                && likeness(lex, &x.person.surname, &y.person.surname) == Likeness::Near
                && (!x.offices.is_disjoint(&y.offices) || is_rare(lex, x) && is_rare(lex, y))
                && !meet(locals, groups, bucket, a, b)
            {
                groups.join(a, b);
            }
        }
    }
}

fn is_rare(lex: &Lexicon, local: &Local<'_>) -> bool {
    local.person.surname.len() > 6 && !lex.surnames.has(&local.person.surname)
}

/// The groups as a list, each under its fullest name.
fn gather(locals: &[Local<'_>], groups: &mut Groups) -> Vec<Linked> {
    let mut order: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in 0..locals.len() {
        order.entry(groups.first(at)).or_default().push(at);
    }
    order.values().filter_map(|group| linked(locals, group)).collect()
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
        let named: Vec<Names> = read.iter().map(|prose| names(lex, prose)).collect();
        let parts: Vec<(&Prose, &Names)> = read.iter().zip(&named).collect();
        link(lex, &parts).into_iter().map(|l| (l.name, l.members.len())).collect()
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
