//! Two figures for one thing, and two ages of one person.

use std::collections::BTreeMap;

use crate::align::{Aligned, Pair};
use crate::contradiction::figure::{figures, is_casualty, is_same_thing, is_update};
use crate::contradiction::passage::{sentence_evidence, stretch_evidence};
use crate::contradiction::{Draft, Findings, Rule, first_pair};
use crate::corpus::{Corpus, Document};
use crate::entity::Mention;
use crate::kind::{ContradictionKind, EntityKind, MentionForm, Severity};
use crate::lexicon::Lexicon;
use crate::report::Evidence;
use crate::tag::Pos;
use crate::value::{Bound, Quantity, Verdict, quantities_exclude};

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::Numeric,
    summary: "Two articles give figures for the same thing that exclude each other.",
    spares: "Other units, other things counted, rounding and bounds that fit, and sentences that give both figures.",
    detect,
};

/// Sentences that share less than this cosine, in percent, are not about one thing.
const LEAST_SCORE: u32 = 22;
/// More passages than this under one finding show nothing more.
const MOST_PASSAGES: usize = 6;

/// Ages further apart are of two times of a life, or of two people.
const MOST_YEARS: f64 = 12.0;

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let (lex, corpus) = (aligned.lex, aligned.corpus);
    let mut drafts: Vec<Draft> = Vec::new();
    for pair in aligned.passages.pairs.iter().filter(|p| p.score >= LEAST_SCORE && p.a.0 != p.b.0) {
        let Some((a, b, reason)) = conflict(lex, corpus, pair, findings) else { continue };
        let new = draft(corpus, pair, a, b, &reason);
        // One figure against several others is one finding, with all of them as its passages.
        let common = |d: &Draft| d.evidence.iter().take(2).position(|e| new.evidence.contains(e));
        match drafts.iter_mut().find_map(|d| common(d).map(|at| (at, d))) {
            Some((at, known)) => {
                if known.evidence.len() == 2 {
                    known.evidence.swap(0, at);
                }
                let more: Vec<Evidence> =
                    new.evidence.into_iter().filter(|e| !known.evidence.contains(e)).collect();
                known.evidence.extend(more);
                known.evidence.truncate(MOST_PASSAGES);
            }
            None => drafts.push(new),
        }
    }
    findings.drafts.append(&mut drafts);
    ages(corpus, findings);
}

/// Two ages of one person; a birthday may lie between one year and the next.
fn ages(corpus: &Corpus, findings: &mut Findings) {
    let mut by_person: BTreeMap<usize, Vec<(usize, &Quantity)>> = BTreeMap::new();
    for (article, document) in corpus.documents.iter().enumerate() {
        for quantity in document.quantities.iter().filter(|q| q.unit == "age" && q.bound == Bound::Exactly) {
            if let Some(person) = aged(document, quantity).and_then(|m| corpus.entity(article, m)) {
                by_person.entry(person).or_default().push((article, quantity));
            }
        }
    }
    for (person, list) in by_person {
        let clash = first_pair(&list, |x, y| {
            let years = (x.1.low - y.1.low).abs();
            y.0 != x.0 && years > 1.0 && years < MOST_YEARS
        });
        if let Some(((a, x), (b, y))) = clash {
            findings.drafts.push(age_draft(corpus, person, (*a, x), (*b, y)));
        }
    }
}

/// The person right before ", 42," or right behind "42-year-old".
fn aged(document: &Document, quantity: &Quantity) -> Option<usize> {
    let mentions = &document.names.mentions;
    let is_person = |m: &Mention| m.kind == EntityKind::Person && !m.nested && m.form == MentionForm::Name;
    let around = mentions.partition_point(|m| m.tokens.start < quantity.tokens.start);
    let before = (around.saturating_sub(3)..around).rev().find(|&i| {
        mentions.get(i).is_some_and(|m| {
            is_person(m)
                && m.tokens.end + 1 == quantity.tokens.start
                && document.prose.lower(m.tokens.end) == ","
        })
    });
    let behind = || {
        let found = (around..mentions.len()).take(4).find(|&i| {
            mentions.get(i).is_some_and(|m| is_person(m) && m.tokens.start >= quantity.tokens.end)
        })?;
        let start = mentions.get(found)?.tokens.start;
        let gap = quantity.tokens.end..start;
        let is_tied = gap.len() <= 4
            && gap.clone().all(|i| matches!(document.prose.pos(i), Pos::Noun | Pos::Adj | Pos::Propn));
        (is_tied && !gap.clone().any(|i| document.prose.lower(i) == ",")).then_some(found)
    };
    before.or_else(behind)
}

fn age_draft(corpus: &Corpus, person: usize, a: (usize, &Quantity), b: (usize, &Quantity)) -> Draft {
    let passage = |(article, q): (usize, &Quantity)| stretch_evidence(corpus, article, &q.tokens);
    let name = corpus.name(person);
    Draft {
        kind: ContradictionKind::Numeric,
        severity: Severity::Medium,
        confidence: 78,
        topic: format!("How old: {name}"),
        summary: format!(
            "{} gives {name} {} years, {} {}",
            corpus.label(a.0),
            a.1.low,
            corpus.label(b.0),
            b.1.low
        ),
        explanation: format!("Both passages give an age of {name}, and the two are more than a year apart."),
        evidence: vec![passage(a), passage(b)],
        entities: vec![person],
        quotations: Vec::new(),
        trace: vec![format!("same person: {name}"), "two ages more than a year apart".to_owned()],
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
                    // A sentence that has the other's figure of the same thing too knows both.
                    let is_twin = |q: &Quantity, other: &Quantity| {
                        matches!(quantities_exclude(q, other), Verdict::Same)
                    };
                    let left_knows =
                        left.iter().any(|q| is_twin(q, b) && is_same_thing(lex, corpus, pair, q, b));
                    let right_knows =
                        right.iter().any(|q| is_twin(q, a) && is_same_thing(lex, corpus, pair, a, q));
                    if !left_knows && !right_knows {
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
