//! A headline says more than the text below it.

use crate::align::{Aligned, Group};
use crate::claim::{Certainty, Frame};
use crate::contradiction::passage::{Said, names};
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::Corpus;
use crate::kind::{ContradictionKind, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::HeadlineBody,
    summary: "A headline has an event as planned or certain that its own text has as possible only.",
    spares: "Headlines that hedge or ask, and texts that say it as surely anywhere for the same time.",
    detect,
};

/// Rungs closer than this are shades of one meaning.
const LEAST_GAP: i32 = 2;

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let corpus = aligned.corpus;
    for group in &aligned.events {
        for article in 0..corpus.documents.len() {
            article_gap(corpus, &group, article, findings);
        }
    }
}

fn article_gap(corpus: &Corpus, group: &Group, article: usize, findings: &mut Findings) {
    let mentions = group.mentions.iter().filter(|m| m.article == article);
    let said: Vec<Said<'_>> = mentions
        .filter_map(|m| Said::new(corpus, m.article, m.claim))
        .filter(|s| s.claim.frame == Frame::Plain)
        .collect();
    let headings = said
        .iter()
        .filter(|s| s.is_heading() && matches!(s.claim.certainty, Certainty::Planned | Certainty::Scheduled));
    let Some(heading) = headings.min_by_key(|s| s.claim.head) else { return };
    let body: Vec<&Said<'_>> = said
        .iter()
        .filter(|s| {
            s.is_body()
                && s.claim.head > heading.claim.head
                && !matches!(s.claim.certainty, Certainty::Done | Certainty::NotDone | Certainty::Named)
        })
        .collect();
    let same_time: Vec<&&Said<'_>> = body.iter().filter(|s| shares_time(corpus, heading, s)).collect();
    let pool: Vec<&Said<'_>> =
        if same_time.is_empty() { body.clone() } else { same_time.into_iter().copied().collect() };
    let Some(surest) = pool.iter().max_by_key(|s| s.claim.certainty.level()) else { return };
    let step = heading.claim.certainty.level() - surest.claim.certainty.level();
    if step < LEAST_GAP {
        return;
    }
    let focus = |s: &Said<'_>| s.claim.tokens.start.max(s.claim.head.saturating_sub(4))..s.claim.head + 1;
    let mut evidence = vec![heading.evidence(corpus, focus(heading)), surest.evidence(corpus, focus(surest))];
    let weaker = body.iter().filter(|s| {
        s.claim.head != surest.claim.head
            && heading.claim.certainty.level() - s.claim.certainty.level() >= LEAST_GAP
    });
    evidence.extend(weaker.take(2).map(|s| s.evidence(corpus, focus(s))));
    findings.drafts.push(Draft {
        kind: ContradictionKind::HeadlineBody,
        severity: Severity::High,
        confidence: u8::try_from((56 + 8 * step).clamp(0, 90)).unwrap_or(60),
        topic: format!("How certain: {} ({})", group.event, names(corpus, group.parties.iter().copied())),
        summary: format!(
            "In {} the headline gives it as {}, the text as {}",
            corpus.label(article),
            heading.claim.certainty.phrase(),
            surest.claim.certainty.phrase()
        ),
        explanation: format!(
            "The headline has the event ({}) as {}; where the text speaks of it, it is {}.",
            group.event,
            heading.claim.certainty.phrase(),
            surest.claim.certainty.phrase()
        ),
        evidence,
        entities: group.parties.iter().copied().collect(),
        quotations: Vec::new(),
        trace: vec![
            format!("same event: {}", group.event),
            format!("same parties: {}", names(corpus, group.parties.iter().copied())),
            format!("the headline stands {step} steps above the text on the ladder of certainty"),
        ],
    });
}

fn shares_time(corpus: &Corpus, a: &Said<'_>, b: &Said<'_>) -> bool {
    let values = |s: &Said<'_>| -> Vec<String> {
        let Some(document) = corpus.documents.get(s.article) else { return Vec::new() };
        let times = s.claim.times.iter().filter_map(|&t| document.times.get(t));
        times.map(|t| t.value.clone().unwrap_or_else(|| document.text(t.span).to_lowercase())).collect()
    };
    let other = values(b);
    values(a).iter().any(|value| other.contains(value))
}
