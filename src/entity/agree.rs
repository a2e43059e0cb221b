//! Places that name one thing agree on what it is.
//!
//! In: the names that the field found in an article, each with how well every class fits its tokens. Out: the same names, where a name that stands several
//! times is judged by all its places, and a bare surname by the full names that end with it.
//! Example: "Alden" that is now a person, now a place by a hair is a person throughout when "Ann Alden" stands in the text.
//! Limit: a name whose own place leaves no doubt keeps its class, so that a city and a person of one name stay apart.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::entity::form::Form;
use crate::entity::label::{Class, Scores, label};
use crate::entity::scene::{Scene, is_hyphen};
use crate::prose::Prose;

/// One name with its class, as labelled alone.
pub(super) struct Found {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its class.
    pub class: Class,
    /// How far each class lies behind the best; 0 or less.
    pub leads: Leads,
}

/// One number for every class.
pub(super) type Leads = [i32; Class::ALL.len()];

/// One place never counts more than this against a class.
const MOST_DOUBT: i32 = -CLEAR;
/// With this lead a place needs no other's word.
const CLEAR: i32 = 420;

/// How far each class lies behind the best over the tokens of a name.
pub(super) fn leads(scores: &[Scores]) -> Leads {
    let sum = |class: Class| {
        scores
            .iter()
            .enumerate()
            .map(|(n, own)| own.get(label(class, n == 0)).copied().unwrap_or(0))
            .sum::<i32>()
    };
    let sums = Class::ALL.map(sum);
    let most = sums.iter().copied().max().unwrap_or(0);
    sums.map(|sum| sum - most)
}

/// Lets the places of each name agree.
pub(super) fn agree(scene: &Scene, found: &mut [Found]) {
    let prose = scene.prose;
    let mut groups: FxHashMap<String, Leads> = FxHashMap::default();
    for name in found.iter() {
        add(&mut groups, key(prose, name.tokens.clone()), &name.leads);
        if name.class == Class::Person && name.tokens.len() > 1 {
            add(&mut groups, key(prose, name.tokens.end - 1..name.tokens.end), &name.leads);
        }
        if name.class == Class::Organization && name.tokens.len() > 1 && is_its_own(scene, name.tokens.start)
        {
            add(&mut groups, key(prose, name.tokens.start..name.tokens.start + 1), &name.leads);
        }
    }
    for name in found.iter_mut() {
        let own = |class: Class| name.leads.get(class as usize).copied().unwrap_or(MOST_DOUBT);
        if Class::ALL.iter().filter(|&&class| own(class) > MOST_DOUBT).count() < 2 {
            continue;
        }
        let Some(sums) = groups.get(&key(prose, name.tokens.clone())) else { continue };
        let sum = |class: Class| sums.get(class as usize).copied().unwrap_or(0);
        if let Some(class) = Class::ALL
            .into_iter()
            .filter(|&class| own(class) > MOST_DOUBT)
            .rev()
            .max_by_key(|&class| sum(class))
        {
            name.class = class;
        }
    }
}

/// Whether a word is the name of a body and nothing else that a list knows, so that it stands for the body by itself.
fn is_its_own(scene: &Scene, at: usize) -> bool {
    scene.form_at(at).is_some_and(Form::is_unknown)
}

/// "Smyth-Karlov talks": two persons who also stand apart in the article are two names.
pub(super) fn parted(prose: &Prose, found: Vec<Found>) -> Vec<Found> {
    let apart: FxHashSet<&str> = found
        .iter()
        .filter(|name| name.class == Class::Person && !has_hyphen(prose, &name.tokens))
        .map(|name| prose.lower(name.tokens.end - 1))
        .collect();
    let mut out = Vec::with_capacity(found.len());
    for name in found {
        let Range { start, end } = name.tokens;
        let is_pair = name.class == Class::Person
            && name.tokens.len() == 3
            && has_hyphen(prose, &name.tokens)
            && [start, end - 1].iter().all(|&at| apart.contains(prose.lower(at)));
        if is_pair {
            for at in [start, end - 1] {
                out.push(Found { tokens: at..at + 1, class: name.class, leads: name.leads });
            }
        } else {
            out.push(name);
        }
    }
    out
}

fn has_hyphen(prose: &Prose, tokens: &Range<usize>) -> bool {
    tokens.clone().any(|at| is_hyphen(prose.raw(at)))
}

fn add(groups: &mut FxHashMap<String, Leads>, key: String, leads: &Leads) {
    let sums = groups.entry(key).or_default();
    sums.iter_mut().zip(leads).for_each(|(sum, lead)| *sum += (*lead).max(MOST_DOUBT));
}

/// The words of a name, folded, one space between.
fn key(prose: &Prose, tokens: Range<usize>) -> String {
    let words: Vec<&str> = tokens.map(|at| prose.lower(at)).collect();
    words.join(" ")
}
