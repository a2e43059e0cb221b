//! Two figures for one thing.

use std::collections::BTreeSet;

use crate::align::{Pair, passages};
use crate::claim::Claim;
use crate::contradiction::passage::sentence_evidence;
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::{Corpus, Document};
use crate::kind::{BlockRole, ContradictionKind, EntityKind, Severity};
use crate::lexicon::Lexicon;
use crate::report::Evidence;
use crate::tag::Pos;
use crate::prose::fold;
use crate::value::{Bound, Quantity, TimeExpr, Verdict, quantities_exclude, times_exclude};

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::Numeric,
    summary: "Two articles give figures for the same thing that exclude each other.",
    spares: "Other units, other things counted, rounding and bounds that fit, and sentences that give both figures.",
    detect,
};

/// Sentences that share less than this cosine, in percent, are not about one thing.
const LEAST_SCORE: u32 = 22;
/// Above this cosine sentences on harm are about one event even without a shared name.
const SURE_SCORE: u32 = 40;
/// Names and rare words that must stand near both figures, beside what is counted.
const LEAST_SHARED: usize = 2;
/// Words this far from a figure say what it is about.
const NEAR: usize = 14;
/// Deaths, injuries and arrests are known by their count alone.
const CASUALTIES: [&str; 3] = ["death", "injury", "arrest"];

fn detect(lex: &Lexicon, corpus: &Corpus, findings: &mut Findings) {
    let mut reported: BTreeSet<(String, String, String)> = BTreeSet::new();
    for pair in passages(corpus).pairs.iter().filter(|p| p.score >= LEAST_SCORE && p.a.0 != p.b.0) {
        let Some((a, b, reason)) = conflict(lex, corpus, pair, findings) else { continue };
        let mut values = [a.value.clone(), b.value.clone()];
        values.sort();
        let [low, high] = values;
        if reported.insert((a.target.clone().unwrap_or_else(|| a.unit.clone()), low, high)) {
            findings.drafts.push(draft(corpus, pair, a, b, &reason));
        }
    }
}

/// The first two figures of a pair of sentences that can not both hold.
fn conflict<'a>(
    lex: &Lexicon,
    corpus: &'a Corpus,
    pair: &Pair,
    findings: &mut Findings,
) -> Option<(&'a Quantity, &'a Quantity, String)> {
    let (left, right) = (figures(corpus, pair.a), figures(corpus, pair.b));
    for a in &left {
        for b in &right {
            if !is_same_thing(lex, corpus, pair, a, b) || is_casualty(a) && is_update(corpus, pair, a, b) {
                continue;
            }
            match quantities_exclude(a, b) {
                Verdict::Excludes(reason) => {
                    let has_other = |list: &[&Quantity], other: &Quantity| {
                        list.iter().any(|q| {
                            q.unit == other.unit && matches!(quantities_exclude(q, other), Verdict::Same)
                        })
                    };
                    if !has_other(&left, b) && !has_other(&right, a) {
                        return Some((a, b, reason.to_string()));
                    }
                }
                Verdict::Compatible(reason) => findings.drop_pair(
                    ContradictionKind::Numeric,
                    evidence(corpus, pair, a, b),
                    "value",
                    reason.to_string(),
                ),
                Verdict::Same => {}
            }
        }
    }
    None
}

fn figures(corpus: &Corpus, (article, sentence): (usize, usize)) -> Vec<&Quantity> {
    let Some(document) = corpus.documents.get(article) else { return Vec::new() };
    let Some(tokens) = document.prose.sentences.get(sentence) else { return Vec::new() };
    if document.prose.role_of(tokens.start) == BlockRole::Boilerplate {
        return Vec::new();
    }
    let start = document.quantities.partition_point(|q| q.tokens.start < tokens.start);
    let inside = document.quantities.iter().skip(start).take_while(|q| q.tokens.start < tokens.end);
    inside.filter(|q| !matches!(q.unit.as_str(), "ordinal" | "age")).collect()
}

/// The same unit, the same thing counted, and words around both that tell of one event.
fn is_same_thing(lex: &Lexicon, corpus: &Corpus, pair: &Pair, a: &Quantity, b: &Quantity) -> bool {
    let same_target = a.target.is_some() && a.target == b.target;
    let is_harm = same_target && is_casualty(a);
    if a.unit != b.unit || a.kind != b.kind || scope(corpus, pair.a.0, a) != scope(corpus, pair.b.0, b) {
        return false;
    }
    if a.unit == "score" {
        return pair.entities.len() >= 2 && !are_apart(corpus, pair);
    }
    if are_apart(corpus, pair) || !is_harm && !is_same_doing(lex, corpus, pair, a, b) {
        return false;
    }
    let (near_a, near_b) = (near(corpus, pair.a.0, a), near(corpus, pair.b.0, b));
    let shared = near_a.intersection(&near_b).filter(|w| a.target.as_deref() != Some(w.as_str())).count();
    let has_name = near_a.intersection(&near_b).any(|w| w.starts_with('#'));
    match a.kind {
        EntityKind::Quantity => {
            same_target && shared >= LEAST_SHARED + usize::from(is_harm && !has_name && pair.score < SURE_SCORE)
        }
        _ if is_vague(a) || is_vague(b) => same_target && shared > LEAST_SHARED,
        _ => {
            (same_target || a.kind != EntityKind::Percent)
                && shared >= LEAST_SHARED + usize::from(!same_target)
        }
    }
}

/// Words that say of what whole a figure speaks; figures of different wholes do not compare.
const SCOPES: [&str; 16] = [
    "altogether", "annually", "career", "cash", "daily", "globally", "lifetime", "monthly", "nationwide", "overall", "so", "total",
    "weekly", "worldwide", "yearly", "world",
];

/// The words of `SCOPES` around a figure ("so" only in "so far").
fn scope<'a>(corpus: &'a Corpus, article: usize, quantity: &Quantity) -> BTreeSet<&'a str> {
    let Some(prose) = corpus.documents.get(article).map(|d| &d.prose) else { return BTreeSet::new() };
    let sentence = prose.sentence_at(quantity.tokens.start).unwrap_or_default();
    let inside = sentence.filter(|&i| SCOPES.contains(&prose.lower(i)) && (prose.lower(i) != "so" || prose.lower(i + 1) == "far"));
    inside.map(|i| prose.lower(i)).collect()
}

/// Whether both sentences give times and none of the one is a time of the other.
fn are_apart(corpus: &Corpus, pair: &Pair) -> bool {
    let times = |(article, sentence): (usize, usize)| -> Vec<(&Document, &TimeExpr)> {
        let Some(document) = corpus.documents.get(article) else { return Vec::new() };
        let Some(tokens) = document.prose.sentences.get(sentence) else { return Vec::new() };
        document.times.iter().filter(|t| tokens.contains(&t.tokens.start) && !t.is_vague).map(|t| (document, t)).collect()
    };
    let (left, right) = (times(pair.a), times(pair.b));
    let goes = |(d, x): &(&Document, &TimeExpr), (e, y): &(&Document, &TimeExpr)| match times_exclude(x, y) {
        Verdict::Same => true,
        Verdict::Excludes(_) => false,
        Verdict::Compatible(_) => x.from.is_some() && y.from.is_some() || fold(d.text(x.span)) == fold(e.text(y.span)),
    };
    !left.is_empty() && !right.is_empty() && !left.iter().any(|x| right.iter().any(|y| goes(x, y)))
}

/// Whether the verbs that govern both figures tell of one kind of event with a shared party.
fn is_same_doing(lex: &Lexicon, corpus: &Corpus, pair: &Pair, a: &Quantity, b: &Quantity) -> bool {
    let (left, right) = (governors(corpus, pair.a, a), governors(corpus, pair.b, b));
    left.iter().any(|x| {
        right.iter().any(|y| {
            let parties = |article: usize, claim: &Claim| -> BTreeSet<usize> {
                claim.mentions().filter_map(|m| corpus.entity(article, m)).collect()
            };
            let is_said = corpus.documents.get(pair.a.0).is_some_and(|d| lex.reporting_verbs.has(d.prose.lower(x.head)));
            x.event == y.event
                && !is_said
                && x.certainty == y.certainty
                && !parties(pair.a.0, x).is_disjoint(&parties(pair.b.0, y))
        })
    })
}

/// Claims of the sentence around a figure whose verb stands next to it.
fn governors<'a>(corpus: &'a Corpus, (article, sentence): (usize, usize), quantity: &Quantity) -> Vec<&'a Claim> {
    let Some(document) = corpus.documents.get(article) else { return Vec::new() };
    let start = document.claims.partition_point(|c| c.sentence < sentence);
    let around = document.claims.iter().skip(start).take_while(|c| c.sentence == sentence);
    let holding: Vec<&Claim> =
        around.filter(|c| c.tokens.start <= quantity.tokens.start && quantity.tokens.end <= c.tokens.end).collect();
    let before = holding.iter().filter(|c| !c.is_nominal && c.head < quantity.tokens.start).max_by_key(|c| c.head);
    let behind = holding.iter().filter(|c| !c.is_nominal && c.head >= quantity.tokens.end).min_by_key(|c| c.head);
    before.or(behind).into_iter().chain(holding.iter().filter(|c| c.is_nominal)).copied().collect()
}

/// Whether the figure counts people who came to harm or were held.
pub fn is_casualty(quantity: &Quantity) -> bool {
    quantity.target.as_deref().is_some_and(|t| CASUALTIES.contains(&t))
}

/// A toll that grew from one day's article to a later day's is news and no contradiction.
pub fn is_update(corpus: &Corpus, pair: &Pair, a: &Quantity, b: &Quantity) -> bool {
    let date = |article: usize| corpus.documents.get(article).and_then(|d| d.head.date.as_deref());
    match (date(pair.a.0), date(pair.b.0)) {
        (Some(x), Some(y)) => x < y && a.high < b.high || y < x && b.high < a.high,
        _ => false,
    }
}

fn is_vague(quantity: &Quantity) -> bool {
    matches!(quantity.bound, Bound::About)
}

/// Names and content lemmas around a figure.
fn near(corpus: &Corpus, article: usize, quantity: &Quantity) -> BTreeSet<String> {
    let Some(document) = corpus.documents.get(article) else { return BTreeSet::new() };
    let prose = &document.prose;
    let sentence = prose.sentence_at(quantity.tokens.start).unwrap_or_default();
    let from = quantity.tokens.start.saturating_sub(NEAR).max(sentence.start);
    let to = (quantity.tokens.end + NEAR).min(sentence.end);
    let words = (from..to).filter(|i| !quantity.tokens.contains(i));
    let content = words.filter(|&i| {
        matches!(prose.pos(i), Pos::Noun | Pos::Verb | Pos::Adj | Pos::Propn)
            && !matches!(
                prose.lemma(i),
                "say" | "have" | "be" | "make" | "year" | "people" | "more" | "other"
            )
    });
    content.map(|i| name_at(corpus, article, document, i)).collect()
}

/// A word, or the shared name that it belongs to.
fn name_at(corpus: &Corpus, article: usize, document: &Document, token: usize) -> String {
    let mention = document.names.mention_at(&document.prose, token);
    let entity = mention.and_then(|m| corpus.entity(article, m));
    entity.map_or_else(|| document.prose.lemma(token).to_owned(), |e| format!("#{e}"))
}

fn evidence(corpus: &Corpus, pair: &Pair, a: &Quantity, b: &Quantity) -> [Evidence; 2] {
    [
        sentence_evidence(corpus, pair.a.0, pair.a.1, a.span, Some(a.tokens.clone())),
        sentence_evidence(corpus, pair.b.0, pair.b.1, b.span, Some(b.tokens.clone())),
    ]
}

fn draft(corpus: &Corpus, pair: &Pair, a: &Quantity, b: &Quantity, reason: &str) -> Draft {
    let text = |article: usize, q: &Quantity| {
        corpus.documents.get(article).map_or("", |d| d.text(q.span)).to_owned()
    };
    let is_grave = a.kind == EntityKind::Money || is_casualty(a);
    let what = a.target.clone().or_else(|| b.target.clone()).unwrap_or_else(|| a.unit.clone());
    Draft {
        kind: ContradictionKind::Numeric,
        severity: if is_grave { Severity::High } else { Severity::Medium },
        confidence: u8::try_from((50 + pair.score / 2).min(90)).unwrap_or(60),
        topic: format!("How many, how much: {what}"),
        summary: format!(
            "{} says {}, {} {}",
            corpus.label(pair.a.0),
            text(pair.a.0, a),
            corpus.label(pair.b.0),
            text(pair.b.0, b)
        ),
        explanation: format!(
            "Both passages give a figure for the same thing ({what}), and the figures do not fit together: {reason}."
        ),
        evidence: evidence(corpus, pair, a, b).to_vec(),
        entities: pair.entities.clone(),
        quotations: Vec::new(),
        trace: vec![
            format!("passages share {} names and {} words", pair.entities.len(), pair.lemmas.len()),
            format!("same unit: {}", a.unit),
            format!("figures compared: {reason}"),
        ],
    }
}
