//! One article says that somebody has not spoken, the other has them speak about the very thing.

use std::collections::BTreeSet;

use crate::align::Aligned;
use crate::contradiction::passage::{Said, sentence_evidence};
use crate::contradiction::silence::{Silence, entities_of, silences};
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::Corpus;
use crate::kind::{BlockRole, ContradictionKind, Severity};
use crate::prose::fold;

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::Negation,
    summary: "One article says that somebody has not responded; another has that party speak about the same matter.",
    spares: "Silence on one matter beside words on another: at least two names must be shared beside the party itself.",
    detect,
};

/// Names that the silence and the statement must share.
const LEAST_SHARED: usize = 2;

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let corpus = aligned.corpus;
    for article in 0..corpus.documents.len() {
        let mut seen: BTreeSet<usize> = BTreeSet::new();
        for silence in silences(corpus, article) {
            let first = silence.who.iter().next().copied().unwrap_or(usize::MAX);
            if let Some(draft) = answered(corpus, &silence).filter(|_| seen.insert(first)) {
                findings.drafts.push(draft);
            }
        }
    }
}

/// The statement of another article that the silence can not stand beside.
fn answered(corpus: &Corpus, silence: &Silence<'_>) -> Option<Draft> {
    let from = silence.claim.sentence.saturating_sub(3);
    let matter = entities_of(corpus, silence.article, from..silence.claim.sentence + 1);
    let mut best: Option<(usize, usize, usize)> = None;
    for (article, document) in corpus.documents.iter().enumerate().filter(|(a, _)| *a != silence.article) {
        for (index, quotation) in document.quotations.iter().enumerate() {
            if !speaks_for(corpus, article, index, &silence.who)
                || document.prose.role_at(quotation.span.start) == BlockRole::Boilerplate
            {
                continue;
            }
            let sentence = document.prose.sentence_of(quotation.tokens.start);
            let shared = entities_of(corpus, article, sentence..sentence + 1)
                .intersection(&matter)
                .filter(|e| !silence.who.contains(e))
                .count();
            if shared >= LEAST_SHARED && best.is_none_or(|(most, ..)| shared > most) {
                best = Some((shared, article, index));
            }
        }
    }
    let (shared, article, index) = best?;
    let document = corpus.documents.get(article)?;
    let quotation = document.quotations.get(index)?;
    let sentence = document.prose.sentence_of(quotation.tokens.start);
    let said = Said { article: silence.article, claim: silence.claim };
    let who = silence.who.iter().next().map_or("", |&e| corpus.name(e));
    Some(Draft {
        kind: ContradictionKind::Negation,
        severity: Severity::Medium,
        confidence: 66,
        topic: format!("Whether {who} has spoken"),
        summary: format!(
            "{} says that {who} has not responded, {} has words from there",
            corpus.label(silence.article),
            corpus.label(article)
        ),
        explanation: format!(
            "One passage reports silence from {who}; the other reports what was said for {who} on the same matter. The articles may have been written at different times."
        ),
        evidence: vec![
            said.evidence(corpus, silence.claim.tokens.clone()),
            sentence_evidence(corpus, article, sentence, quotation.span, Some(quotation.tokens.clone())),
        ],
        entities: silence.who.iter().copied().collect(),
        quotations: vec![(article, index)],
        trace: vec![
            format!("silence: {who}"),
            format!("{shared} names shared with a statement for {who}"),
            "a different article".to_owned(),
        ],
    })
}

/// Whether the quotation's speaker is one of the entities, or speaks for one.
fn speaks_for(corpus: &Corpus, article: usize, quotation: usize, who: &BTreeSet<usize>) -> bool {
    let Some(document) = corpus.documents.get(article) else { return false };
    let Some(mention) = document.quotations.get(quotation).and_then(|q| q.speaker) else { return false };
    let Some(speaker) = corpus.entity(article, mention) else { return false };
    let names: Vec<String> = who.iter().map(|&e| fold(corpus.name(e))).collect();
    let of = document
        .names
        .offices
        .iter()
        .filter(|o| corpus.entity(article, o.mention) == Some(speaker) && o.title.contains("spokes"));
    who.contains(&speaker) || of.filter_map(|o| o.of.as_deref()).any(|body| names.contains(&fold(body)))
}
