//! One person or body under two names of which one must be wrong.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use crate::align::Aligned;
use crate::contradiction::name_slip::slips;
use crate::contradiction::naming::{Form, Way, forms, pairs, ways};
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::{Corpus, Linked};
use crate::entity::person::{
    Likeness, PersonName, distance, fold_letters, given_likeness, likeness, person_name,
};
use crate::entity::resolve::thing_key;
use crate::kind::{ContradictionKind, EntityKind, Severity};
use crate::lexicon::Lexicon;

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::NameError,
    summary: "Two articles give one person, known by surname and office, two given names, or write the name of one body in two ways.",
    spares: "Short forms, initials, middle names, marks on letters, accepted spellings, legal forms of companies, and relatives whose names are unlike.",
    detect,
};

/// Passages shown for the usual way.
const MOST_SHOWN: usize = 5;
/// Bodies with one first word that are compared with each other.
const MOST_BODIES: usize = 40;
/// Letters that two words have in common at their beginning to be forms of one word.
const SHARED_STEM: usize = 5;
/// Letters behind them at most: an ending ("-ors", "-ion") and no second word ("-house").
const LONGEST_ENDING: usize = 4;

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let (lex, corpus) = (aligned.lex, aligned.corpus);
    for (id, linked) in corpus.entities.iter().enumerate() {
        if linked.kind == EntityKind::Person && linked.members.len() > 1 {
            person(lex, corpus, id, linked, findings);
        }
    }
    bodies(lex, corpus, findings);
    slips(lex, corpus, findings);
}

/// Full names of one person that are near each other and no spellings of one.
fn person<'a>(lex: &Lexicon, corpus: &'a Corpus, id: usize, linked: &Linked, findings: &mut Findings) {
    let mut full: Vec<Form<'a>> = forms(corpus, linked);
    let mut names: FxHashMap<&str, PersonName> = FxHashMap::default();
    for form in &full {
        names.entry(form.text).or_insert_with(|| person_name(form.text));
    }
    full.retain(|f| names.get(f.text).is_some_and(|name| !name.given.is_empty()));
    // Many articles write a name alike, and each two ways of writing it are compared once.
    let known: RefCell<FxHashMap<(&str, &str), Likeness>> = RefCell::default();
    let unlike = |a: &Form<'a>, b: &Form<'a>| {
        let compared = || {
            let pair = names.get(a.text).zip(names.get(b.text));
            pair.map_or(Likeness::Different, |(a, b)| unlike(lex, a, b))
        };
        *known.borrow_mut().entry((a.text, b.text)).or_insert_with(compared)
    };
    let all = ways(full, |a, b| unlike(a, b) <= Likeness::Spelling);
    let Some((usual, odd)) = all.split_first() else { return };
    for way in odd {
        let Some(reference) = usual.forms.first() else { continue };
        let is_slip = way.forms.first().is_some_and(|form| unlike(form, reference) == Likeness::Near);
        if is_slip && !share_article(way, usual) {
            report(corpus, &[id], way, usual, findings);
        }
    }
}

fn share_article(a: &Way<'_>, b: &Way<'_>) -> bool {
    let others = b.articles();
    a.articles().iter().any(|article| others.contains(article))
}

/// How unlike two full names are, by the worse of given name and surname.
fn unlike(lex: &Lexicon, a: &PersonName, b: &PersonName) -> Likeness {
    given_likeness(lex, a, b).max(likeness(lex, &a.surname, &b.surname))
}

/// One finding for each article that writes it the odd way.
fn report(corpus: &Corpus, entities: &[usize], odd: &Way<'_>, usual: &Way<'_>, findings: &mut Findings) {
    let Some(reference) = usual.forms.first() else { return };
    let mut seen: Vec<usize> = Vec::new();
    for form in &odd.forms {
        if seen.contains(&form.article) {
            continue;
        }
        seen.push(form.article);
        let evidence = pairs(corpus, form, usual, MOST_SHOWN);
        if evidence.len() < 2 {
            continue;
        }
        let articles = usual.articles();
        let is_majority = articles.len() > odd.articles().len();
        findings.drafts.push(Draft {
            kind: ContradictionKind::NameError,
            severity: Severity::Medium,
            confidence: if is_majority { 88 } else { 80 },
            topic: format!("The name {}", reference.text),
            summary: format!(
                "“{}” in {}, “{}” in {}",
                form.text,
                corpus.label(form.article),
                reference.text,
                corpus.label(reference.article)
            ),
            explanation: format!(
                "The same name stands as “{}” and as “{}”, which are not spellings of one name; {} of the articles write “{}”.",
                form.text,
                reference.text,
                articles.len(),
                reference.text
            ),
            evidence,
            entities: entities.to_vec(),
            quotations: Vec::new(),
            trace: vec!["same bearer".to_owned(), "names near each other".to_owned(), format!("{} against {} articles", odd.articles().len(), articles.len())],
        });
    }
}

/// Bodies of several words that differ in the form of one word ("Acme Distributors", "Acme Distribution").
fn bodies(lex: &Lexicon, corpus: &Corpus, findings: &mut Findings) {
    let mut by_first: std::collections::BTreeMap<String, Vec<(usize, Vec<String>)>> =
        std::collections::BTreeMap::new();
    let organizations = corpus.entities.iter().enumerate();
    for (id, linked) in organizations.filter(|(_, l)| l.kind == EntityKind::Organization) {
        let key = thing_key(lex, &linked.name, linked.kind);
        let words: Vec<String> =
            key.split_once(':').map_or("", |(_, body)| body).split(' ').map(str::to_owned).collect();
        let first = words.first().cloned().unwrap_or_default();
        if words.len() > 1 && is_proper(lex, &first) {
            by_first.entry(first).or_default().push((id, words));
        }
    }
    for bucket in by_first.values() {
        for (n, (a, words_a)) in bucket.iter().enumerate() {
            for (b, words_b) in bucket.iter().skip(n + 1).take(MOST_BODIES) {
                if differ_in_one_form(words_a, words_b) {
                    compare_bodies(corpus, *a, *b, findings);
                }
            }
        }
    }
}

/// A first word that is the body's own and no word or place.
fn is_proper(lex: &Lexicon, word: &str) -> bool {
    word.len() > 3
        && !lex.common_words.has(word)
        && !lex.places.has(word)
        && !lex.countries.has(word)
        && !lex.demonyms.has(word)
        && !lex.function_words.has(word)
}

fn differ_in_one_form(a: &[String], b: &[String]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut unlike = a.iter().zip(b).filter(|(x, y)| x != y);
    let (Some((x, y)), None) = (unlike.next(), unlike.next()) else { return false };
    let bare = |word: &str| fold_letters(word).replace(['\'', '’', '-'], "");
    let (x, y) = (bare(x), bare(y));
    // "Magistrates Court" and "Magistrates' Court" are one name.
    if x == y {
        return false;
    }
    let shared = x.chars().zip(y.chars()).take_while(|(c, d)| c == d).count();
    let longest_ending = x.chars().count().max(y.chars().count()) - shared;
    shared >= SHARED_STEM && longest_ending <= LONGEST_ENDING || x.len() > 5 && distance(&x, &y) == 1
}

fn compare_bodies(corpus: &Corpus, a: usize, b: usize, findings: &mut Findings) {
    let way = |id: usize| corpus.entities.get(id).map(|l| Way { forms: forms(corpus, l) });
    let (Some(mut x), Some(mut y)) = (way(a), way(b)) else { return };
    if share_article(&x, &y) {
        return;
    }
    for way in [&mut x, &mut y] {
        way.forms.retain(|f| f.text.contains(char::is_whitespace));
    }
    if x.forms.is_empty() || y.forms.is_empty() {
        return;
    }
    let (usual, odd) = if x.weight() >= y.weight() { (x, y) } else { (y, x) };
    report(corpus, &[a.min(b), a.max(b)], &odd, &usual, findings);
}
