//! Persons across articles: which of them are one.
//!
//! In: the persons of all articles. Out: their groups joined. Full names are compared in every order of their parts, spellings folded ("Zelinsky",
//! "Zelinskyy"); given names that are only near each other need the same office, or a surname that few bear. Then surnames and other parts go to the one
//! person who bears them. Example: "Ann Lee" and "A. B. Lee" are one; "Ann Lee" and "Paul Lee" are two, whatever their office.
//! Limit: two persons of one full name are one.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use crate::corpus::link::{Groups, Local};
use crate::entity::namesake::{Part, full_likeness, is_initials, part};
use crate::entity::person::{Likeness, fold_letters, given_likeness, likeness, sounds_alike, spelling_key};
use crate::kind::EntityKind;
use crate::lexicon::Lexicon;

/// Of a word that more persons bear only so many are compared for slips.
const MOST_BEARERS: usize = 400;
/// A person is compared with at most this many others who share a word of the name.
const MOST_NAMESAKES: usize = 32;

/// Persons by the words of their names.
type ByWord = BTreeMap<String, Vec<usize>>;

/// Full names among each other, then short forms to the one who bears them.
pub(super) fn persons(lex: &Lexicon, locals: &[Local<'_>], groups: &mut Groups) {
    let by_word = by_word(locals);
    let mut people = People {
        lex,
        locals,
        groups,
        by_word: &by_word,
        names: names(locals),
        known: FxHashMap::default(),
        near: FxHashMap::default(),
    };
    for most in [Likeness::Same, Likeness::Spelling, Likeness::Near] {
        for bucket in by_word.values() {
            people.join_alike(bucket, most);
        }
    }
    for bucket in by_word.values() {
        people.join_near_surnames(bucket);
    }
    for at in 0..locals.len() {
        people.join_short(at);
    }
    people.join_bare();
    people.misjudged();
}

fn by_word(locals: &[Local<'_>]) -> ByWord {
    let mut out = ByWord::new();
    for (at, local) in locals.iter().enumerate().filter(|(_, l)| l.is_person()) {
        let person = &local.person;
        let mut keys = person.word_keys.clone();
        keys.extend([person.surname_key.clone(), person.masculine.clone(), person.loose_key()]);
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            out.entry(key).or_default().push(at);
        }
    }
    out
}

/// A number for each name, so that a pair of names is compared once, however many articles have them.
fn names(locals: &[Local<'_>]) -> Vec<usize> {
    let mut ids: FxHashMap<&str, usize> = FxHashMap::default();
    let mut id = |name| {
        let next = ids.len();
        *ids.entry(name).or_insert(next)
    };
    locals.iter().map(|local| id(local.entity.name.as_str())).collect()
}

struct People<'a, 'b> {
    lex: &'a Lexicon,
    locals: &'a [Local<'b>],
    groups: &'a mut Groups,
    by_word: &'a ByWord,
    /// The number of each person's name.
    names: Vec<usize>,
    /// Pairs of names that were compared already,
    known: FxHashMap<(usize, usize), Likeness>,
    /// and whether their surnames alone are near each other.
    near: FxHashMap<(usize, usize), bool>,
}

impl People<'_, '_> {
    fn has_given(&self, at: usize) -> bool {
        self.locals.get(at).is_some_and(|l| !l.person.given.is_empty())
    }

    /// Full names of a bucket, each beside those that follow it, from two articles and not yet joined.
    fn pairs(&mut self, bucket: &[usize]) -> Vec<(usize, usize)> {
        let full: Vec<usize> =
            bucket.iter().copied().filter(|&at| self.has_given(at)).take(MOST_BEARERS).collect();
        let mut out = Vec::new();
        for (n, &a) in full.iter().enumerate() {
            for &b in full.iter().skip(n + 1).take(MOST_NAMESAKES) {
                let article = |at: usize| self.locals.get(at).map(|l| l.article);
                if article(a) != article(b) && self.groups.first(a) != self.groups.first(b) {
                    out.push((a, b));
                }
            }
        }
        out
    }

    /// Joins persons whose names are at most this unlike.
    fn join_alike(&mut self, bucket: &[usize], most: Likeness) {
        for (a, b) in self.pairs(bucket) {
            let (Some(x), Some(y)) = (self.locals.get(a), self.locals.get(b)) else { continue };
            let alike = self.alike(a, b, x, y);
            if alike > most || alike > Likeness::Same && self.groups.meet(a, b) {
                continue;
            }
            let is_safe = match alike {
                Likeness::Same => true,
                Likeness::Near | Likeness::Different if self.are_variants(x, y) => x.shares_office(y),
                Likeness::Near | Likeness::Different => self.is_same_bearer(x, y),
                _ => self.is_sole(bucket, a) && self.is_sole(bucket, b),
            };
            if is_safe {
                self.groups.join(a, b);
            }
        }
    }

    /// The numbers of two persons' names.
    fn pair(&self, a: usize, b: usize) -> (usize, usize) {
        let name = |at: usize| self.names.get(at).copied().unwrap_or(usize::MAX);
        (name(a), name(b))
    }

    /// How like two persons' names are; variants of a given name are near each other.
    fn alike(&mut self, a: usize, b: usize, x: &Local<'_>, y: &Local<'_>) -> Likeness {
        match self.full(a, b, x, y) {
            Likeness::Different if self.are_variants(x, y) => Likeness::Near,
            alike => alike,
        }
    }

    /// How like two full names are.
    fn full(&mut self, a: usize, b: usize, x: &Local<'_>, y: &Local<'_>) -> Likeness {
        let pair = self.pair(a, b);
        if let Some(&known) = self.known.get(&pair) {
            return known;
        }
        let alike = full_likeness(self.lex, &x.person, &y.person);
        self.known.insert(pair, alike);
        alike
    }

    /// Given names that are one name in two languages, before one surname: "Nikolai", "Mykola".
    fn are_variants(&self, a: &Local<'_>, b: &Local<'_>) -> bool {
        let root = |l: &Local<'_>| self.lex.given_variants.column(l.person.given.first()?, 0);
        root(a).is_some() && root(a) == root(b) && a.person.surname_key == b.person.surname_key
    }

    /// Whether an initial can only stand for one person of the bucket.
    fn is_sole(&mut self, bucket: &[usize], short: usize) -> bool {
        let locals = self.locals;
        let Some(local) = locals.get(short).filter(|local| is_initials(&local.person)) else { return true };
        let mut tops = BTreeSet::new();
        for &at in bucket.iter().take(MOST_BEARERS) {
            let fits = locals.get(at).is_some_and(|other| {
                !other.person.given.is_empty()
                    && !is_initials(&other.person)
                    && self.full(at, short, other, local) <= Likeness::Spelling
            });
            if fits {
                tops.insert(self.groups.first(at));
            }
        }
        tops.len() < 2
    }

    /// Given names that are only near each other: the same office, or a surname that few bear and names that sound alike.
    fn is_same_bearer(&self, a: &Local<'_>, b: &Local<'_>) -> bool {
        let first = |l: &Local<'_>| l.person.given.first().cloned().unwrap_or_default();
        let (x, y) = (first(a), first(b));
        let are_two_names = self.lex.given_names.has(&x)
            && self.lex.given_names.has(&y)
            && !sounds_alike(&spelling_key(&x), &spelling_key(&y));
        a.shares_office(b)
            || !are_two_names
                && !self.lex.surnames.has(&a.person.surname)
                && a.offices.is_empty() == b.offices.is_empty()
    }

    /// One given name, surnames near each other, and the same title: a slip in the surname.
    fn join_near_surnames(&mut self, bucket: &[usize]) {
        for (a, b) in self.pairs(bucket) {
            let (Some(x), Some(y)) = (self.locals.get(a), self.locals.get(b)) else { continue };
            let are_long = x.person.surname.len() > 4 && y.person.surname.len() > 4;
            let is_one =
                |x: &Local<'_>, y: &Local<'_>| x.shares_office(y) || self.is_rare(x) && self.is_rare(y);
            // What takes longest comes last.
            if are_long
                && x.person.surname != y.person.surname
                && is_one(x, y)
                && self.are_near(a, b, x, y)
                && !self.groups.meet(a, b)
            {
                self.groups.join(a, b);
            }
        }
    }

    /// Whether two names are one but for surnames that are near each other.
    fn are_near(&mut self, a: usize, b: usize, x: &Local<'_>, y: &Local<'_>) -> bool {
        let pair = self.pair(a, b);
        if let Some(&known) = self.near.get(&pair) {
            return known;
        }
        let are_near = given_likeness(self.lex, &x.person, &y.person) <= Likeness::Style
            && likeness(self.lex, &x.person.surname, &y.person.surname) == Likeness::Near;
        self.near.insert(pair, are_near);
        are_near
    }

    fn is_rare(&self, local: &Local<'_>) -> bool {
        local.person.surname.len() > 6 && !self.lex.surnames.has(&local.person.surname)
    }

    /// A short form goes to the one who bears it as a surname; of several to the one with its office, or who is no relative of another.
    /// Other parts of a name need that nobody else bears them, and a given name the office too.
    fn join_short(&mut self, at: usize) {
        let Some(short) = self.locals.get(at).filter(|l| l.is_person() && l.person.given.is_empty()) else {
            return;
        };
        let Some(bucket) = self.by_word.get(&short.person.surname_key) else { return };
        let mut parts: [Vec<usize>; 3] = [Vec::new(), Vec::new(), Vec::new()];
        for &other in bucket.iter().filter(|&&b| b != at).take(MOST_BEARERS) {
            let Some(full) = self.locals.get(other).filter(|l| !l.person.given.is_empty()) else { continue };
            match part(&full.person, &short.person) {
                Some(Part::Surname) => parts[0].push(other),
                Some(Part::Inner) => parts[1].push(other),
                Some(Part::Given) => parts[2].push(other),
                None => {}
            }
        }
        if parts.iter().all(Vec::is_empty) {
            parts[0] = self.spelled_alike(short);
        }
        let [surnames, inner, given] = &parts;
        let is_name = self.lex.given_names.has(&short.person.surname);
        let target = if !surnames.is_empty() {
            self.bearer(short, surnames)
        } else if !inner.is_empty() {
            self.sole(inner).filter(|_| !is_name || self.share_office(short, inner))
        } else {
            self.sole(given).filter(|_| self.share_office(short, given))
        };
        if let Some(target) = target.filter(|&target| !self.groups.meet(target, at)) {
            self.groups.join(target, at);
        }
    }

    /// Persons whose surname is another spelling of a short form that nobody bears to the letter.
    fn spelled_alike(&self, short: &Local<'_>) -> Vec<usize> {
        let surname = &short.person.surname;
        let bucket = self.by_word.get(&short.person.loose_key()).map_or(&[][..], Vec::as_slice);
        let fits = |at: &usize| {
            self.locals.get(*at).is_some_and(|full| {
                !full.person.given.is_empty()
                    && likeness(self.lex, &full.person.surname, surname) <= Likeness::Spelling
            })
        };
        bucket.iter().copied().take(MOST_BEARERS).filter(fits).collect()
    }

    fn share_office(&self, short: &Local<'_>, full: &[usize]) -> bool {
        full.iter().any(|&at| self.locals.get(at).is_some_and(|l| l.shares_office(short)))
    }

    /// The one group to which all belong.
    fn sole(&mut self, ids: &[usize]) -> Option<usize> {
        let tops: BTreeSet<usize> = ids.iter().map(|&at| self.groups.first(at)).collect();
        tops.first().copied().filter(|_| tops.len() == 1)
    }

    fn bearer(&mut self, short: &Local<'_>, full: &[usize]) -> Option<usize> {
        if let Some(one) = self.sole(full) {
            return Some(one);
        }
        let locals = self.locals;
        let chosen = |keep: &dyn Fn(&Local<'_>) -> bool| -> Vec<usize> {
            full.iter().copied().filter(|&at| locals.get(at).is_some_and(keep)).collect()
        };
        let titled = chosen(&|l| l.shares_office(short));
        let own = chosen(&|l| !l.is_kin);
        self.sole(&titled).or_else(|| self.sole(&own))
    }

    /// Surnames that nobody bears in full are one among each other.
    fn join_bare(&mut self) {
        for (key, bucket) in self.by_word {
            let is_whole = |&at: &usize| self.locals.get(at).is_some_and(|l| l.person.surname_key == *key);
            let bearers: Vec<usize> = bucket.iter().copied().filter(is_whole).collect();
            if bearers.iter().any(|&at| self.has_given(at)) {
                continue;
            }
            for pair in bearers.windows(2) {
                if let &[a, b] = pair {
                    self.groups.join(a, b);
                }
            }
        }
    }

    /// A single word that one article could only take for a body or place, and another shows to be a person's surname; no body bears it.
    fn misjudged(&mut self) {
        let heads = heads(self.locals);
        for (at, local) in self.locals.iter().enumerate() {
            let is_word = matches!(local.entity.kind, EntityKind::Organization | EntityKind::Place)
                && !local.entity.name.contains(' ');
            if !is_word {
                continue;
            }
            let word = fold_letters(&local.entity.name);
            let is_open = word.len() > 3
                && word.chars().all(char::is_alphabetic)
                && ![
                    &self.lex.organizations,
                    &self.lex.places,
                    &self.lex.countries,
                    &self.lex.other_names,
                    &self.lex.name_heads,
                ]
                .iter()
                .any(|table| table.has(&word));
            let key = spelling_key(&word);
            let Some(bucket) = self.by_word.get(&key).filter(|_| is_open && !heads.contains(&word)) else {
                continue;
            };
            let is_bearer = |l: &&Local<'_>| l.person.whole_key == key;
            let bearers: Vec<usize> = bucket
                .iter()
                .copied()
                .filter(|&b| self.locals.get(b).as_ref().is_some_and(is_bearer))
                .collect();
            let is_alone =
                bearers.iter().all(|&b| self.locals.get(b).is_none_or(|l| l.article != local.article));
            let full: Vec<usize> = bearers.into_iter().filter(|&b| self.has_given(b)).collect();
            if let Some(top) = self.sole(&full).filter(|_| is_alone) {
                self.groups.join(top, at);
            }
        }
    }
}

/// First words of the bodies that have several.
fn heads(locals: &[Local<'_>]) -> BTreeSet<String> {
    let bodies = locals.iter().flat_map(|l| &l.full).filter_map(|key| key.split_once(':'));
    bodies.filter_map(|(_, body)| body.split_once(' ')).map(|(head, _)| head.to_owned()).collect()
}
