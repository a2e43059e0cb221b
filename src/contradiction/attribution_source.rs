//! The same claim from different sources.

use crate::align::{Aligned, Group};
use crate::claim::{Certainty, Frame};
use crate::contradiction::passage::{Said, names};
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::Corpus;
use crate::kind::{ContradictionKind, Severity, SourceClass};
use crate::report::Evidence;

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::AttributionSource,
    summary: "The same event at the same time is credited to the person concerned by one article and to an unnamed source by another.",
    spares: "Two reports of one source, sources of one class, and claims that differ in time or parties.",
    detect,
};

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let corpus = aligned.corpus;
    for group in &aligned.events {
        let credited: Vec<Credited<'_>> =
            group.mentions.iter().filter_map(|m| credited(corpus, &group, m.article, m.claim)).collect();
        let named = credited.iter().filter(|c| c.is_principal);
        let clash = named
            .filter_map(|a| {
                credited
                    .iter()
                    .find(|b| b.is_unnamed && b.said.article != a.said.article && b.time == a.time)
                    .map(|b| (a, b))
            })
            .next();
        if let Some((a, b)) = clash {
            let others = credited.iter().filter(|c| c.is_unnamed && c.time == a.time);
            let mut more: Vec<&Credited<'_>> = others
                .filter(|c| c.said.article != a.said.article && c.said.article != b.said.article)
                .collect();
            more.dedup_by_key(|c| c.said.article);
            findings.drafts.push(draft(corpus, &group, a, b, &more));
        }
    }
}

struct Credited<'a> {
    said: Said<'a>,
    time: String,
    is_principal: bool,
    is_unnamed: bool,
}

fn credited<'a>(corpus: &'a Corpus, group: &Group, article: usize, claim: usize) -> Option<Credited<'a>> {
    let said = Said::new(corpus, article, claim)?;
    let document = corpus.documents.get(article)?;
    let quotation = document.quotations.get(said.claim.quotation?)?;
    let time = said.claim.times.first().and_then(|&t| document.times.get(t))?;
    let time = document.text(time.span).to_lowercase();
    let is_open =
        !matches!(said.claim.certainty, Certainty::Denied | Certainty::NotDone | Certainty::Unsettled);
    if !is_open || said.claim.frame != Frame::Plain || said.is_heading() {
        return None;
    }
    let is_principal = said.speaker(corpus).is_some_and(|s| group.parties.contains(&s));
    let is_unnamed = quotation.source_class == SourceClass::Unnamed
        || quotation.source_class == SourceClass::Official && quotation.speaker.is_none();
    Some(Credited { said, time, is_principal, is_unnamed })
}

fn draft(
    corpus: &Corpus,
    group: &Group,
    a: &Credited<'_>,
    b: &Credited<'_>,
    more: &[&Credited<'_>],
) -> Draft {
    let source = |c: &Credited<'_>| c.said.source(corpus).unwrap_or("an unnamed source").to_owned();
    let evidence_of = |c: &Credited<'_>| -> Evidence {
        let tokens = corpus.documents.get(c.said.article).and_then(|d| {
            let quotation = d.quotations.get(c.said.claim.quotation?)?;
            Some(d.prose.tokens_in(quotation.source?))
        });
        c.said.evidence(corpus, tokens.unwrap_or_else(|| c.said.claim.head..c.said.claim.head + 1))
    };
    let mut evidence = vec![evidence_of(a), evidence_of(b)];
    evidence.extend(more.iter().take(3).map(|c| evidence_of(c)));
    Draft {
        kind: ContradictionKind::AttributionSource,
        severity: Severity::Low,
        confidence: 62,
        topic: format!("Who says so: {} ({})", group.event, names(corpus, group.parties.iter().copied())),
        summary: format!("{} credits {}, {} credits {}", corpus.label(a.said.article), source(a), corpus.label(b.said.article), source(b)),
        explanation: "The same event at the same time is credited to the person concerned in one passage and to an unnamed source in the other.".to_owned(),
        evidence,
        entities: group.parties.iter().copied().collect(),
        quotations: Vec::new(),
        trace: vec![format!("same event: {}", group.event), format!("same time: {}", a.time), format!("sources: {}; {}", source(a), source(b))],
    }
}
