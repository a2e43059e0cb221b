//! Figures of one article, in one voice, that can not both hold: "three arrests" and then "all four men arrested".
//!
//! In: an article. Out: pairs of figures. A later figure must point back ("the", "all", "its"), for else it may count others; a smaller one
//! must say "all", for else it may be a part. What may grow within a story ("by the evening") is passed over.

use std::collections::BTreeSet;

use crate::align::Aligned;
use crate::contradiction::counted::{content, is_of_another_time, thing};
use crate::corpus::{Corpus, Document};
use crate::kind::{BlockRole, EntityKind};
use crate::tag::Pos;
use crate::value::{Bound, Quantity, Verdict, quantities_exclude};

/// Content words that both sentences must share beside what is counted.
const LEAST_SHARED: usize = 2;
/// Ages this far apart are no birthday.
const BIRTHDAY: f64 = 1.5;
/// Figures of one article that are compared at most: an article of numbers is a table.
const MOST: usize = 60;

/// The first pair of each kind, in order of the text.
pub fn pairs<'a>(aligned: &Aligned<'a>, article: usize) -> Vec<(&'a Quantity, &'a Quantity)> {
    let Some(document) = aligned.corpus.documents.get(article) else { return Vec::new() };
    let mut out: Vec<(&Quantity, &Quantity)> = ages(aligned.corpus, article, document).into_iter().collect();
    let body = document.quantities.iter().filter(|q| {
        document.prose.role_of(q.tokens.start) == BlockRole::Body
            && q.kind != EntityKind::Duration
            && !q.is_vague
    });
    let figures: Vec<&Quantity> = body.take(MOST).collect();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for (n, &first) in figures.iter().enumerate() {
        for &second in figures.iter().skip(n + 1) {
            let mut is_new = || seen.insert(second.target.clone().unwrap_or_else(|| second.unit.clone()));
            if is_conflict(aligned, article, document, first, second) && is_new() {
                out.push((first, second));
            }
        }
    }
    out
}

/// "Weber, 34," and later "Weber, 43,": one person at two ages.
fn ages<'a>(corpus: &Corpus, article: usize, document: &'a Document) -> Option<(&'a Quantity, &'a Quantity)> {
    let prose = &document.prose;
    let mut known: Vec<(usize, &Quantity)> = Vec::new();
    for quantity in document.quantities.iter().filter(|q| q.unit == "age" && q.bound == Bound::Exactly) {
        let Some(comma) = quantity.tokens.start.checked_sub(1).filter(|&i| prose.lower(i) == ",") else {
            continue;
        };
        let is_closed = matches!(prose.lower(quantity.tokens.end), "," | "." | ";" | "and");
        let named = document
            .names
            .mentions
            .iter()
            .position(|m| m.kind == EntityKind::Person && !m.nested && m.tokens.end == comma);
        let Some(who) = named.filter(|_| is_closed).and_then(|m| corpus.entity(article, m)) else { continue };
        let other = known.iter().find(|(e, q)| *e == who && (years(q) - years(quantity)).abs() > BIRTHDAY);
        if let Some((_, first)) = other {
            return Some((first, quantity));
        }
        known.push((who, quantity));
    }
    None
}

fn years(age: &Quantity) -> f64 {
    age.low
}

fn is_conflict(
    aligned: &Aligned<'_>,
    article: usize,
    document: &Document,
    first: &Quantity,
    second: &Quantity,
) -> bool {
    let prose = &document.prose;
    let is_other_sentence = prose.sentence_of(first.tokens.start) != prose.sentence_of(second.tokens.start);
    is_other_sentence
        && first.unit == second.unit
        && first.kind == second.kind
        && !matches!(first.unit.as_str(), "ordinal" | "score" | "age" | "percent")
        && matches!(quantities_exclude(first, second), Verdict::Excludes(_))
        && is_one_voice(aligned.corpus, article, document, first, second)
        && ![first, second].iter().any(|q| is_of_another_time(document, q) || is_share(document, q))
        && if first.kind == EntityKind::Money {
            is_one_sum(aligned, article, document, first, second)
        } else {
            is_one_count(aligned, document, first, second)
        }
}

/// Both by the narrator, or both by one known speaker.
fn is_one_voice(corpus: &Corpus, article: usize, document: &Document, a: &Quantity, b: &Quantity) -> bool {
    let voice = |q: &Quantity| {
        let held = document.quotations.iter().find(|quotation| quotation.content.contains(q.span));
        held.map(|quotation| quotation.speaker.and_then(|m| corpus.entity(article, m)))
    };
    match (voice(a), voice(b)) {
        (None, None) => true,
        (Some(Some(x)), Some(Some(y))) => x == y,
        _ => false,
    }
}

/// "Each", "a year", "in all", "by the evening": a part, a rate or a later count.
fn is_share(document: &Document, quantity: &Quantity) -> bool {
    let prose = &document.prose;
    let sentence = prose.sentence_at(quantity.tokens.start).unwrap_or_default();
    sentence.into_iter().any(|i| {
        matches!(
            prose.lower(i),
            "each"
                | "per"
                | "every"
                | "apiece"
                | "annually"
                | "later"
                | "meanwhile"
                | "additional"
                | "extra"
                | "total"
                | "by"
                | "now"
                | "rise"
                | "rose"
                | "risen"
                | "offer"
                | "offered"
                | "other"
                | "others"
                | "among"
                | "including"
                | "half"
        ) || prose.lower(i) == "a" && matches!(prose.lower(i + 1), "year" | "month" | "week" | "day")
    })
}

/// The same count: the later one points back to it.
fn is_one_count(aligned: &Aligned<'_>, document: &Document, first: &Quantity, second: &Quantity) -> bool {
    let prose = &document.prose;
    let before = second.tokens.start.saturating_sub(1);
    let is_all = prose.lower(before) == "all"
        || prose.lower(before) == "the" && prose.lower(before.saturating_sub(1)) == "all";
    let points_back = is_all || matches!(prose.lower(before), "the" | "these" | "those");
    // "The nine undecided jurors" are fewer than the jurors.
    let is_narrowed = matches!(prose.pos(second.tokens.end), Pos::Adj | Pos::Propn)
        || prose.lower(second.tokens.end + 1) == "-";
    let counted = thing(aligned.lex, document, first);
    counted.is_some()
        && counted == thing(aligned.lex, document, second)
        && points_back
        && !is_narrowed
        && (second.low > first.high || is_all)
        && !is_one_of_several(document, first)
        && shared(document, first, second, counted.as_deref()) >= if is_all { 1 } else { LEAST_SHARED }
}

/// "12 Somali and 11 Yemeni suspects": parts of a whole that comes later.
fn is_one_of_several(document: &Document, figure: &Quantity) -> bool {
    let sentence = document.prose.sentence_at(figure.tokens.start).unwrap_or_default();
    let counts = document
        .quantities
        .iter()
        .filter(|q| sentence.contains(&q.tokens.start) && q.unit == figure.unit && q.kind == figure.kind);
    counts.count() > 1
}

/// The same sum: of one event of two named parties, or of one thing that the later sum points back to.
fn is_one_sum(
    aligned: &Aligned<'_>,
    article: usize,
    document: &Document,
    first: &Quantity,
    second: &Quantity,
) -> bool {
    let names = |q: &Quantity| {
        let sentence = document.prose.sentence_at(q.tokens.start).unwrap_or_default();
        let named = document.names.beginning_in(sentence).filter(|(_, m)| {
            matches!(
                m.kind,
                EntityKind::Person | EntityKind::Organization | EntityKind::Product | EntityKind::Work
            )
        });
        named.filter_map(|(m, _)| aligned.corpus.entity(article, m)).collect::<BTreeSet<usize>>()
    };
    let events = |q: &Quantity| {
        let near = q.tokens.start.saturating_sub(12)..q.tokens.end + 6;
        let sentence = document.prose.sentence_of(q.tokens.start);
        let told = document
            .claims
            .iter()
            .filter(|c| c.sentence == sentence && c.is_known_event && near.contains(&c.head));
        told.map(|c| c.event.clone()).collect::<BTreeSet<String>>()
    };
    let shared_names = names(first).intersection(&names(second)).count();
    let is_one_event = !events(first).is_disjoint(&events(second));
    let before = document.prose.lower(second.tokens.start.saturating_sub(1));
    let points_back = matches!(before, "the" | "their" | "his" | "her" | "its");
    let is_one_thing = first.target.is_some() && first.target == second.target;
    shared_names >= 2 && points_back && (is_one_event || is_one_thing)
}

/// Content words around both figures.
fn shared(document: &Document, a: &Quantity, b: &Quantity, counted: Option<&str>) -> usize {
    let general = ["people", "person", "man", "woman", "arrest", "die", "kill", "injure", "say", "have"];
    let words = content(document, b);
    let both = content(document, a);
    let common =
        both.intersection(&words).filter(|w| Some(w.as_str()) != counted && !general.contains(&w.as_str()));
    common.count()
}

/// The figure with the noun behind it, as a summary names it.
pub fn noun(document: &Document, quantity: &Quantity) -> String {
    let prose = &document.prose;
    let next = quantity.tokens.end;
    let is_noun = matches!(prose.pos(next), Pos::Noun | Pos::Propn);
    let end = if is_noun { next + 1 } else { next };
    document.text(prose.cover(quantity.tokens.start..end)).to_owned()
}
