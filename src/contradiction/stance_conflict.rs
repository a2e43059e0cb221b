//! Two of whom one is for a matter and the other against it, or of whom one calls a thing what the other says it is not; each heard in one article only.

use std::collections::BTreeSet;

use crate::align::Aligned;
use crate::contradiction::passage::opposed;
use crate::contradiction::stance::{Position, positions};
use crate::contradiction::verdict::{Verdict, verdicts};
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::Corpus;
use crate::kind::{ContradictionKind, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::StanceConflict,
    summary: "One article has somebody for a plan, law, deal or act, another article somebody else against it; or one has somebody call a thing what somebody else in the other says it is not; and neither article has both sides.",
    spares: "Positions on persons, matters named by other words, and disputes that an article itself tells with both sides.",
    detect,
};

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    taken(aligned, findings);
    passed(aligned.corpus, findings);
}

/// Positions for and against.
fn taken(aligned: &Aligned<'_>, findings: &mut Findings) {
    let corpus = aligned.corpus;
    let all = positions(aligned);
    let mut told: BTreeSet<(usize, usize, String)> = BTreeSet::new();
    for (n, a) in all.iter().enumerate() {
        for b in all.iter().skip(n + 1) {
            let is_pair =
                a.article() != b.article() && a.who != b.who && a.is_for != b.is_for && a.is_on_matter_of(b);
            if !is_pair || !told.insert((a.article(), b.article(), a.matter())) {
                continue;
            }
            if [a, b].iter().any(|side| has_both(&all, side)) {
                let reason = "One of the articles has both sides: it tells the dispute itself.".to_owned();
                findings.drop_pair(RULE.kind, [a.evidence(corpus), b.evidence(corpus)], "voice", reason);
            } else {
                findings.drafts.push(draft(corpus, a, b));
            }
        }
    }
}

/// Whether the article of a position has the other side too.
fn has_both(all: &[Position<'_, '_>], one: &Position<'_, '_>) -> bool {
    all.iter().any(|p| p.article() == one.article() && p.is_for != one.is_for && p.is_on_matter_of(one))
}

fn draft(corpus: &Corpus, a: &Position<'_, '_>, b: &Position<'_, '_>) -> Draft {
    let (one, other, matter) = (corpus.name(a.who), corpus.name(b.who), a.matter());
    Draft {
        kind: ContradictionKind::StanceConflict,
        severity: Severity::Low,
        confidence: 62,
        topic: format!("For or against: {matter}"),
        summary: format!(
            "{} has {one} {} it, {} has {other} {} it",
            corpus.label(a.article()),
            a.side(),
            corpus.label(b.article()),
            b.side()
        ),
        explanation: "Two take opposite positions on one matter, and each article has one of them only. It is a difference between those two, not an error of an article.".to_owned(),
        evidence: vec![a.evidence(corpus), b.evidence(corpus)],
        entities: vec![a.who, b.who],
        quotations: Vec::new(),
        trace: vec![
            format!("the same matter: {matter}"),
            format!("{one}: {}; {other}: {}", a.side(), b.side()),
            "no article has both sides".to_owned(),
        ],
    }
}

/// "It is a hoax" against "it is not a hoax".
fn passed(corpus: &Corpus, findings: &mut Findings) {
    let all: Vec<Verdict> =
        (0..corpus.documents.len()).flat_map(|article| verdicts(corpus, article)).collect();
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let knows_both = |one: &Verdict| {
        all.iter().any(|v| v.article == one.article && v.is_denied != one.is_denied && v.is_on_matter_of(one))
    };
    for (n, a) in all.iter().enumerate() {
        let other = all.iter().skip(n + 1).find(|b| {
            b.article != a.article && b.who != a.who && b.is_denied != a.is_denied && b.is_on_matter_of(a)
        });
        if let Some(b) = other.filter(|b| !knows_both(a) && !knows_both(b) && told.insert(&a.word)) {
            findings.drafts.push(verdict_draft(corpus, a, b));
        }
    }
}

fn verdict_draft(corpus: &Corpus, a: &Verdict, b: &Verdict) -> Draft {
    let sentence =
        |v: &Verdict| corpus.documents.get(v.article).map_or(0, |d| d.prose.sentence_of(v.tokens.start));
    let ([one, other], evidence) =
        opposed(corpus, [(a.article, sentence(a), &a.tokens), (b.article, sentence(b), &b.tokens)]);
    let (first, second) = (corpus.name(a.who), corpus.name(b.who));
    Draft {
        kind: ContradictionKind::StanceConflict,
        severity: Severity::Low,
        confidence: 62,
        topic: format!("What it is called: {}", a.word),
        summary: format!(
            "{} has {first} say “{one}”, {} has {second} say “{other}”",
            corpus.label(a.article),
            corpus.label(b.article)
        ),
        explanation: "One speaker calls a thing what another says it is not, and each article has one of them only. It is a difference between those two, not an error of an article.".to_owned(),
        evidence,
        entities: vec![a.who, b.who],
        quotations: Vec::new(),
        trace: vec![
            format!("the same word: {}", a.word),
            format!("{first}: “{one}”; {second}: “{other}”"),
            "no article has both sides".to_owned(),
        ],
    }
}
