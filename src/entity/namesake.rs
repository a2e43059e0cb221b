//! Whole names side by side: whether two of them may be one person's.
//!
//! In: two [`KeyedName`]s. Out: how alike they are, in any order of their parts; for a short form, which part of the full name it is.
//! Example: "Pedro Vidal" and "Pedro Vidal Roca", "Viktor Nagy" and "Nagy Viktor", "Irina Belov" and "Irina Belova" are one; "Vidal" is a part of the
//! first. Limit: a mother and a daughter who share all that is written of their names are one.

use crate::entity::keyed::KeyedName;
use crate::entity::person::{
    Likeness, PARTICLES, PersonName, are_generations, differ_in_near_vowels, given_likeness, likeness,
};
use crate::lexicon::Lexicon;

/// Which part of a full name a short form is, from the surest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The surname, its particles there or not.
    Surname,
    /// Words from its middle or end that are not the first given name.
    Inner,
    /// The given name.
    Given,
}

/// How alike two full names are, both with a given name.
pub fn full_likeness(lex: &Lexicon, a: &KeyedName, b: &KeyedName) -> Likeness {
    if are_generations(a, b) {
        return Likeness::Different;
    }
    let straight = straight_likeness(lex, a, b);
    if straight <= Likeness::Spelling || !is_same_in_parts(a, b) {
        return straight;
    }
    Likeness::Style
}

/// With given name beside given name and surname beside surname.
fn straight_likeness(lex: &Lexicon, a: &KeyedName, b: &KeyedName) -> Likeness {
    if a.surname_key == b.surname_key {
        return given_likeness(lex, a, b);
    }
    let (x, y) = (&a.whole_key, &b.whole_key);
    let is_spelling = x == y || differ_in_near_vowels(x, y);
    if is_spelling && likeness(lex, &a.surname, &b.surname) == Likeness::Spelling {
        return given_likeness(lex, a, b).max(Likeness::Spelling);
    }
    let one_family = a.masculine == b.masculine
        && !is_initials(a)
        && !is_initials(b)
        && given_likeness(lex, a, b) <= Likeness::Spelling;
    if one_family { Likeness::Spelling } else { Likeness::Different }
}

/// Whether the only given name is an initial.
pub fn is_initials(name: &PersonName) -> bool {
    name.given.iter().all(|w| w.len() < 3 && !w.contains(['a', 'e', 'i', 'o', 'u', 'y']) || w.len() == 1)
}

/// The same words in another order, or one name's words within the other's.
fn is_same_in_parts(a: &KeyedName, b: &KeyedName) -> bool {
    let (a, b) = (&a.words, &b.words);
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() < 2 || short.iter().any(|w| w.len() < 2) {
        return false;
    }
    if short.len() == long.len() {
        return short == long
            || short.iter().skip(1).chain(short.first()).eq(long)
            || long.iter().skip(1).chain(long.first()).eq(short);
    }
    long.ends_with(short) || short.first() == long.first() && is_within(short, long)
}

/// Whether all words of the shorter stand in the longer in the same order.
fn is_within(short: &[String], long: &[String]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|word| rest.any(|other| other == word))
}

/// Which part of the full name the short form is.
pub fn part(full: &KeyedName, short: &KeyedName) -> Option<Part> {
    if full.surname_key == short.surname_key {
        return Some(Part::Surname);
    }
    let (all, wanted) = (&full.words, &short.words);
    let joined = wanted.concat();
    let is_given = !full.is_family_first && all.first() == wanted.first() && wanted.len() == 1;
    if is_given || full.is_family_first && full.given.concat().replace('-', "") == joined {
        return Some(Part::Given);
    }
    let inner = all.get(1..).unwrap_or(&[]);
    let is_inner = !wanted.is_empty() && inner.windows(wanted.len()).any(|part| part == wanted.as_slice());
    // "Abdel" and "Van" alone are nobody's name.
    (is_inner && joined.len() > 2 && !PARTICLES.contains(&joined.as_str())).then_some(Part::Inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::person::person_name;

    fn keyed(name: &str) -> KeyedName {
        KeyedName::new(person_name(name))
    }

    #[test]
    fn full_names() {
        let lex = Lexicon::builtin();
        for (a, b, is_one) in [
            ("Pedro Vidal", "Pedro Vidal Roca", true),
            ("Pedro Vidal Roca", "Pedro Roca Vidal", false),
            ("Viktor Nagy", "Nagy Viktor", true),
            ("Irina Belov", "Irina Belova", true),
            ("Boris Belov", "Irina Belova", false),
            ("Colm McDowd", "Colm MacDowd", true),
            ("Abdel Karim al-Sawi", "Abdul-Karim el-Sawi", true),
            ("Andrey Orlov", "Andrei Orlov", true),
            ("Yelena Orlova", "Elena Orlova", true),
            ("A. Orlov", "A. Orlova", false),
            ("Kassem Dolemani", "Qassem Dulemani", true),
            ("Park Min-ho", "Min Ho Park", true),
        ] {
            let got = full_likeness(lex, &keyed(a), &keyed(b)) <= Likeness::Spelling;
            assert_eq!(got, is_one, "{a} {b}");
        }
    }

    #[test]
    fn parts() {
        for (full, short, want) in [
            ("Pedro Vidal Roca", "Vidal", Some(Part::Inner)),
            ("Pedro Vidal Roca", "Roca", Some(Part::Surname)),
            ("Pedro Vidal Roca", "Pedro", Some(Part::Given)),
            ("Omar al-Sawi", "Sawi", Some(Part::Surname)),
            ("Jan van der Berg", "Berg", Some(Part::Surname)),
            ("Park Min-ho", "Park", Some(Part::Surname)),
            ("Nguyen Van Tran", "Tran", Some(Part::Inner)),
            ("Pedro Vidal", "Roca", None),
        ] {
            assert_eq!(part(&keyed(full), &keyed(short)), want, "{full} {short}");
        }
    }
}
