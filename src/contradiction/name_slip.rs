//! Names that are written once as hardly anybody writes them: a letter lost, doubled, swapped or changed, where the same words stand around the usual form.
//!
//! In: the corpus. Out: drafts for the rule on names, which calls this for what full names do not show: surnames by themselves, places, peoples, bodies.
//! A word and its usual form are found by the words that are left when one letter is taken away (the "symmetric delete" of Garbe's SymSpell, 2012), so that
//! the work grows with the number of words.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::align::american;
use crate::contradiction::passage::stretch_evidence;
use crate::contradiction::{Draft, Findings};
use crate::corpus::{Corpus, Document};
use crate::entity::person::{Likeness, distance, fold_letters, likeness};
use crate::kind::{BlockRole, ContradictionKind, EntityKind, Severity};
use crate::lexicon::Lexicon;
use crate::token::TokenKind;

/// A slip stands at most so often, copies of one text included;
const RAREST: usize = 2;
/// the usual form at least so often,
const LEAST_USUAL: usize = 3;
/// and so many times as often.
const TIMES: usize = 3;
/// Letters of the shortest word, and of the shortest inside a name whose other words are the same.
const SHORTEST: [usize; 2] = [6, 4];
/// A word that may be the form of so many others is no slip of one of them.
const MOST_LIKE: usize = 12;
/// So many places of the usual form are looked at.
const MOST_PLACES: usize = 60;
/// Passages shown for the usual form.
const MOST_SHOWN: usize = 4;

/// Where a word stands: article and token.
type Place = (usize, usize);

/// Adds a draft for each slip.
pub fn slips(lex: &Lexicon, corpus: &Corpus, findings: &mut Findings) {
    let words = words(corpus);
    let mut shorter: FxHashMap<String, Vec<&str>> = FxHashMap::default();
    for (word, _) in words.iter().filter(|(_, places)| places.len() >= LEAST_USUAL) {
        for form in shortened(word) {
            shorter.entry(form).or_default().push(word);
        }
    }
    for (odd, places) in words.iter().filter(|(_, places)| places.len() <= RAREST) {
        let mut near: Vec<&str> =
            shortened(odd).filter_map(|form| shorter.get(&form)).flatten().copied().collect();
        near.sort_unstable();
        near.dedup();
        if near.len() > MOST_LIKE {
            continue;
        }
        for usual in near.into_iter().filter(|usual| distance(odd, usual) == 1) {
            let Some(others) = words.get(usual).filter(|others| others.len() >= TIMES * places.len()) else {
                continue;
            };
            if let Some((slip, name)) = slip(lex, corpus, (odd, places), (usual, others)) {
                findings.drafts.push(draft(corpus, slip, name, places, others));
                break;
            }
        }
    }
}

/// All capitalised words of the texts, folded, with where they stand.
fn words(corpus: &Corpus) -> BTreeMap<String, Vec<Place>> {
    let mut out: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    for (article, document) in corpus.documents.iter().enumerate() {
        let prose = &document.prose;
        for at in (0..prose.len()).filter(|&at| prose.kind(at) == TokenKind::Word && prose.is_capitalised(at))
        {
            let is_name = prose.lower(at).len() >= SHORTEST[1] && prose.role_of(at) != BlockRole::Boilerplate;
            if is_name && prose.raw(at).chars().skip(1).any(char::is_lowercase) {
                out.entry(fold_letters(prose.lower(at))).or_default().push((article, at));
            }
        }
    }
    out
}

/// A word, and the word without each of its letters.
fn shortened(word: &str) -> impl Iterator<Item = String> {
    let without = word
        .char_indices()
        .map(|(gap, _)| word.char_indices().filter(|(at, _)| *at != gap).map(|(_, c)| c).collect::<String>());
    std::iter::once(word.to_owned()).chain(without)
}

/// Where the odd form, no ending of the usual one ("Texan", "Texas") and no other spelling of it, stands beside one place of the usual form with the same words around it.
fn slip(
    lex: &Lexicon,
    corpus: &Corpus,
    odd: (&str, &[Place]),
    usual: (&str, &[Place]),
) -> Option<(Place, Place)> {
    let is_spelling = american(odd.0).replace('s', "z") == american(usual.0).replace('s', "z")
        || lex.months.has(usual.0)
        || lex.weekdays.has(usual.0);
    if is_spelling || odd.0.chars().next_back() != usual.0.chars().next_back() {
        return None;
    }
    let is_word =
        is_known(lex, odd.0) || odd.0.len() < SHORTEST[0] || odd.0.chars().next() != usual.0.chars().next();
    let may_meet = !is_word && likeness(lex, odd.0, usual.0) == Likeness::Near;
    let fits =
        |x: &Place, y: &Place| is_within_name(corpus, *x, *y) || may_meet && is_met_alike(corpus, *x, *y);
    let pairs = odd.1.iter().flat_map(|x| usual.1.iter().take(MOST_PLACES).map(move |y| (*x, *y)));
    let (x, y) = pairs.into_iter().find(|(x, y)| fits(x, y))?;
    (!are_one_full_name(corpus, x, y)).then_some((x, y))
}

/// Known as a word or name of its own.
fn is_known(lex: &Lexicon, word: &str) -> bool {
    let tables = [
        &lex.common_words,
        &lex.places,
        &lex.countries,
        &lex.demonyms,
        &lex.cities,
        &lex.given_names,
        &lex.surnames,
        &lex.other_names,
        &lex.function_words,
        &lex.months,
        &lex.weekdays,
        &lex.organizations,
        &lex.titles,
    ];
    tables.iter().any(|table| table.has(word))
}

/// Whether two words stand in names of several words that are the same but for them.
fn is_within_name(corpus: &Corpus, x: Place, y: Place) -> bool {
    let name = |(article, at): Place| -> Option<(&Document, Range<usize>, EntityKind)> {
        let document = corpus.documents.get(article)?;
        let mention = document.names.mentions.get(document.names.mention_at(at)?)?;
        Some((document, mention.tokens.clone(), mention.kind))
    };
    let (Some((d, a, kind)), Some((e, b, other))) = (name(x), name(y)) else { return false };
    let is_thing = |kind: EntityKind| matches!(kind, EntityKind::Place | EntityKind::Organization);
    is_thing(kind)
        && is_thing(other)
        && a.len() == b.len()
        && a.len() > 2
        && a.clone()
            .zip(b.clone())
            .all(|(i, j)| (i == x.1 && j == y.1) || d.prose.lower(i) == e.prose.lower(j))
}

/// Whether the word right before or right behind is the same and says something.
fn is_met_alike(corpus: &Corpus, x: Place, y: Place) -> bool {
    let word = |(article, at): Place, behind: bool| -> Option<&str> {
        let document = corpus.documents.get(article)?;
        let sentence = document.prose.sentence_at(at)?;
        let beside = if behind { at + 1 } else { at.checked_sub(1)? };
        let prose = &document.prose;
        let says = sentence.contains(&beside)
            && matches!(prose.kind(beside), TokenKind::Word | TokenKind::Number)
            && !matches!(
                prose.lower(beside),
                "the"
                    | "of"
                    | "and"
                    | "in"
                    | "to"
                    | "a"
                    | "at"
                    | "for"
                    | "'s"
                    | "on"
                    | "by"
                    | "with"
                    | "from"
                    | "is"
                    | "was"
                    | "has"
                    | "that"
            );
        says.then(|| prose.lemma(beside))
    };
    [false, true].into_iter().any(|behind| word(x, behind).is_some_and(|w| word(y, behind) == Some(w)))
}

/// Full names of one person are compared whole, by the rule itself.
fn are_one_full_name(corpus: &Corpus, x: Place, y: Place) -> bool {
    let entity = |(article, at): Place| -> Option<usize> {
        let names = &corpus.documents.get(article)?.names;
        let mention = names.mention_at(at)?;
        let full = names.mentions.get(mention).filter(|m| m.kind == EntityKind::Person && m.tokens.len() > 1);
        full.and_then(|_| corpus.entity(article, mention))
    };
    entity(x).is_some_and(|e| entity(y) == Some(e))
}

fn draft(corpus: &Corpus, odd: Place, usual: Place, all: &[Place], others: &[Place]) -> Draft {
    let passage = |(article, at): Place| stretch_evidence(corpus, article, &(at..at + 1));
    let text = |(article, at): Place| corpus.documents.get(article).map_or("", |d| d.prose.raw(at));
    let mut shown = vec![odd, usual];
    for &place in others {
        if shown.len() <= MOST_SHOWN && shown.iter().skip(1).all(|s| s.0 != place.0) {
            shown.push(place);
        }
    }
    Draft {
        kind: ContradictionKind::NameError,
        severity: Severity::Low,
        confidence: 82,
        topic: format!("The name {}", text(usual)),
        summary: format!(
            "“{}” in {}, “{}” in {}",
            text(odd),
            corpus.label(odd.0),
            text(usual),
            corpus.label(usual.0)
        ),
        explanation: format!(
            "The same name stands {} as “{}” and {} times as “{}”, with the same words beside it.",
            if all.len() == 1 { "once" } else { "twice" },
            text(odd),
            others.len(),
            text(usual)
        ),
        evidence: shown.into_iter().map(passage).collect(),
        entities: Vec::new(),
        quotations: Vec::new(),
        trace: vec![
            "one letter differs".to_owned(),
            "the same words beside it".to_owned(),
            format!("{} against {} places", all.len(), others.len()),
        ],
    }
}
