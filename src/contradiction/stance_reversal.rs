//! One who is for a matter in one passage and against it in the other.

use crate::align::Aligned;
use crate::contradiction::stance::{Position, positions};
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::Corpus;
use crate::kind::{ContradictionKind, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::StanceReversal,
    summary: "The same person or body is for a plan, law, deal or act in one passage and against it in another.",
    spares: "Positions on persons, matters named by other words, and changes of mind that a passage tells itself (once, now, no longer).",
    detect,
};

/// Words that tell of a change of mind, or of another time.
const CHANGES: [&str; 22] = [
    "once",
    "now",
    "longer",
    "initially",
    "originally",
    "previously",
    "formerly",
    "earlier",
    "reverse",
    "change",
    "switch",
    "flip",
    "turn",
    "until",
    "used",
    "before",
    "shift",
    "rethink",
    "reconsider",
    "ago",
    "abandon",
    "had",
];

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let corpus = aligned.corpus;
    let all = positions(aligned);
    let mut done: Vec<(usize, &Position<'_, '_>)> = Vec::new();
    for (n, a) in all.iter().enumerate() {
        for b in
            all.iter().skip(n + 1).filter(|b| b.who == a.who && b.is_for != a.is_for && b.is_on_matter_of(a))
        {
            if done.iter().any(|(who, known)| *who == a.who && known.is_on_matter_of(a)) {
                continue;
            }
            let is_one_article = a.article() == b.article();
            if [a, b].iter().any(|p| tells_change(corpus, p) || is_one_article && is_embedded(corpus, p)) {
                let reason =
                    "A passage tells of the change of mind, or of what others hold, itself.".to_owned();
                findings.drop_pair(
                    RULE.kind,
                    [a.evidence(corpus), b.evidence(corpus)],
                    "reference time",
                    reason,
                );
            } else {
                done.push((a.who, a));
                findings.drafts.push(draft(corpus, a, b));
            }
        }
    }
}

fn tells_change(corpus: &Corpus, position: &Position<'_, '_>) -> bool {
    let Some(document) = corpus.documents.get(position.article()) else { return true };
    let mut sentence = document.prose.sentence_at(position.statement.said.claim.head).unwrap_or_default();
    sentence.any(|i| CHANGES.contains(&document.prose.lower(i)) || CHANGES.contains(&document.prose.lemma(i)))
}

/// "The premise that he supported it", "explained how he never did": one article tells what is held of somebody, and what is held against it.
fn is_embedded(corpus: &Corpus, position: &Position<'_, '_>) -> bool {
    let Some(document) = corpus.documents.get(position.article()) else { return true };
    let claim = position.statement.said.claim;
    let start = document.prose.sentence_at(claim.head).map_or(claim.head, |sentence| sentence.start);
    (start..claim.head)
        .any(|i| matches!(document.prose.lower(i), "that" | "how" | "why" | "whether" | "when"))
}

fn draft(corpus: &Corpus, a: &Position<'_, '_>, b: &Position<'_, '_>) -> Draft {
    let (name, matter) = (corpus.name(a.who), a.matter());
    Draft {
        kind: ContradictionKind::StanceReversal,
        severity: Severity::Medium,
        confidence: 66,
        topic: format!("For or against: {matter} ({name})"),
        summary: format!(
            "{} has {name} {} it, {} {} it",
            corpus.label(a.article()),
            a.side(),
            corpus.label(b.article()),
            b.side()
        ),
        explanation: format!(
            "{name} is for the matter in one passage and against it in the other. The passages may tell of different times."
        ),
        evidence: vec![a.evidence(corpus), b.evidence(corpus)],
        entities: vec![a.who],
        quotations: Vec::new(),
        trace: vec![
            format!("the same one: {name}"),
            format!("the same matter: {matter}"),
            format!("{} against {}", a.side(), b.side()),
        ],
    }
}
