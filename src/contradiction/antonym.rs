//! An outcome that one article has and the other has not: "made progress", "failed to make progress".

use std::collections::BTreeSet;

use crate::align::{Aligned, Pair};
use crate::contradiction::passage::sentence_evidence;
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::{Corpus, Document};
use crate::kind::{ContradictionKind, Severity};
use crate::tag::Pos;

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::Antonym,
    summary: "Two articles report opposite outcomes of the same matter: progress and no progress, injuries and no injuries.",
    spares: "Outcomes of other matters: two names, or a name and a rare word, must be shared beside the outcome.",
    detect,
};

/// Nouns that name an outcome which is there or not.
const OUTCOMES: [&str; 16] = [
    "progress",
    "breakthrough",
    "agreement",
    "deal",
    "evidence",
    "injury",
    "casualty",
    "survivor",
    "damage",
    "apology",
    "compromise",
    "consensus",
    "headway",
    "victim",
    "arrest",
    "concession",
];

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let corpus = aligned.corpus;
    let mut done: BTreeSet<String> = BTreeSet::new();
    for pair in aligned.passages.pairs.iter().filter(|p| p.a.0 != p.b.0) {
        if pair.entities.len() + pair.lemmas.len() < 4 || pair.entities.is_empty() {
            continue;
        }
        for outcome in pair.lemmas.iter().filter(|l| OUTCOMES.contains(&l.as_str())) {
            let (Some(a), Some(b)) = (stated(corpus, pair.a, outcome), stated(corpus, pair.b, outcome))
            else {
                continue;
            };
            if a.is_positive != b.is_positive && done.insert(outcome.clone()) {
                findings.drafts.push(draft(corpus, pair, outcome, &a, &b));
            }
        }
    }
}

struct Outcome {
    at: usize,
    is_positive: bool,
}

/// How a sentence states an outcome; nothing when it is only hoped for.
fn stated(corpus: &Corpus, (article, sentence): (usize, usize), outcome: &str) -> Option<Outcome> {
    let document = corpus.documents.get(article)?;
    let tokens = document.prose.sentences.get(sentence)?.clone();
    let at =
        tokens.clone().find(|&i| document.prose.lemma(i) == outcome && document.prose.pos(i) != Pos::Verb)?;
    let from = at.saturating_sub(7).max(tokens.start);
    let before: Vec<&str> = (from..at).map(|i| document.prose.lower(i)).collect();
    let is_negative =
        before.iter().any(|w| matches!(*w, "no" | "not" | "n't" | "without" | "little" | "never"))
            || lacks(document, from, at);
    let is_positive = (from..at).any(|i| {
        matches!(
            document.prose.lemma(i),
            "make"
                | "reach"
                | "achieve"
                | "strike"
                | "find"
                | "cause"
                | "report"
                | "suffer"
                | "great"
                | "good"
                | "real"
                | "significant"
                | "there"
        )
    });
    let is_open = before.iter().any(|w| {
        matches!(
            *w,
            "could"
                | "may"
                | "might"
                | "would"
                | "hope"
                | "hopes"
                | "if"
                | "whether"
                | "any"
                | "potential"
                | "possible"
                | "towards"
                | "toward"
                | "for"
        )
    });
    if is_negative {
        Some(Outcome { at, is_positive: false })
    } else {
        (is_positive && !is_open).then_some(Outcome { at, is_positive: true })
    }
}

/// "Failed to make", "a lack of".
fn lacks(document: &Document, from: usize, at: usize) -> bool {
    (from..at).any(|i| match document.prose.lemma(i) {
        "fail" => true,
        "lack" => document.prose.lower(i + 1) == "of",
        _ => false,
    })
}

fn draft(corpus: &Corpus, pair: &Pair, outcome: &str, a: &Outcome, b: &Outcome) -> Draft {
    let names: Vec<&str> = pair.entities.iter().map(|&e| corpus.name(e)).collect();
    let at = |place: (usize, usize), o: &Outcome| {
        let clause = corpus
            .documents
            .get(place.0)
            .map(|d| d.prose.cover(o.at.saturating_sub(10)..o.at + 4))
            .unwrap_or_default();
        sentence_evidence(corpus, place.0, place.1, clause, Some(o.at.saturating_sub(2)..o.at + 1))
    };
    let (yes, no) = if a.is_positive { (pair.a.0, pair.b.0) } else { (pair.b.0, pair.a.0) };
    Draft {
        kind: ContradictionKind::Antonym,
        severity: Severity::Medium,
        confidence: 66,
        topic: format!("Outcome: {outcome}"),
        summary: format!("{} reports {outcome}, {} reports none", corpus.label(yes), corpus.label(no)),
        explanation: format!(
            "Both passages speak of {outcome} in the same matter ({}); one has it, the other has not.",
            names.join(", ")
        ),
        evidence: vec![at(pair.a, a), at(pair.b, b)],
        entities: pair.entities.clone(),
        quotations: Vec::new(),
        trace: vec![
            format!("names shared: {}", names.join(", ")),
            format!("words shared: {}", pair.lemmas.join(", ")),
            format!("opposite statements of {outcome}"),
        ],
    }
}
