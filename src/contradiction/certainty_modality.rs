//! One event is planned or certain for one article and only possible, unsettled or denied for another.

use crate::align::{Aligned, Group};
use crate::claim::{Certainty, Frame};
use crate::contradiction::passage::{Said, names};
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::Corpus;
use crate::kind::{ContradictionKind, Severity};
use crate::report::Evidence;

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::CertaintyModality,
    summary: "One article has an event as planned or certain that another has as possible, unsettled or ruled out.",
    spares: "Neighbouring degrees (may, could), conditions and questions, meetings of other people, and what has not happened so far.",
    detect,
};

/// Rungs closer than this are shades of one meaning.
const LEAST_GAP: i32 = 2;
/// Events that recur: that one took place says nothing about whether the next is planned.
const RECURRING: [&str; 14] = [
    "meet",
    "call",
    "visit",
    "attack",
    "vote",
    "protest",
    "rise",
    "fall",
    "open",
    "close",
    "leave",
    "arrive",
    "negotiate",
    "agree",
];

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let corpus = aligned.corpus;
    for group in &aligned.events {
        let said = said(corpus, &group);
        modal_gap(corpus, &group, &said, findings);
        unsettled(corpus, &group, &said, findings);
    }
}

fn said<'a>(corpus: &'a Corpus, group: &Group) -> Vec<Said<'a>> {
    let all = group.mentions.iter().filter_map(|m| Said::new(corpus, m.article, m.claim));
    all.filter(|s| s.claim.frame == Frame::Plain && is_comparable(group, s.claim.certainty)).collect()
}

fn is_comparable(group: &Group, certainty: Certainty) -> bool {
    match certainty {
        Certainty::NotDone | Certainty::Named => false,
        Certainty::Done => !RECURRING.contains(&group.event.as_str()),
        _ => true,
    }
}

/// The surest statement of one article's body against the least sure modal statement of another's.
fn modal_gap(corpus: &Corpus, group: &Group, said: &[Said<'_>], findings: &mut Findings) {
    let body = said.iter().filter(|s| s.is_body() && s.claim.certainty > Certainty::Unlikely);
    let Some(sure) =
        body.clone().max_by_key(|s| (s.claim.certainty.level(), std::cmp::Reverse(s.claim.head)))
    else {
        return;
    };
    let mut unsure: Vec<&Said<'_>> = body
        .filter(|s| s.article != sure.article && gap(sure, s) >= LEAST_GAP && !only_later(sure, s))
        .collect();
    unsure.retain(|s| !is_surer_elsewhere(said, s, sure));
    unsure.sort_by_key(|s| (s.claim.certainty, s.claim.quotation.is_some(), s.article, s.claim.head));
    unsure.dedup_by_key(|s| s.article);
    report(corpus, group, sure, &unsure, findings);
}

/// What was planned when one article was written may have been done when the other was.
fn only_later(sure: &Said<'_>, unsure: &Said<'_>) -> bool {
    sure.claim.certainty == Certainty::Done
        && matches!(unsure.claim.certainty, Certainty::Planned | Certainty::Scheduled)
}

/// An article that elsewhere says it as surely as the other does only varies its words.
fn is_surer_elsewhere(said: &[Said<'_>], unsure: &Said<'_>, sure: &Said<'_>) -> bool {
    said.iter().any(|s| s.article == unsure.article && s.is_body() && gap(sure, s) < LEAST_GAP)
}

fn gap(sure: &Said<'_>, unsure: &Said<'_>) -> i32 {
    sure.claim.certainty.level() - unsure.claim.certainty.level()
}

/// A plan, best as a headline has it, against the statement that nothing is settled.
fn unsettled(corpus: &Corpus, group: &Group, said: &[Said<'_>], findings: &mut Findings) {
    let planned = said.iter().filter(|s| {
        matches!(s.claim.certainty, Certainty::Planned | Certainty::Scheduled) && s.claim.quotation.is_none()
    });
    let Some(sure) = planned.min_by_key(|s| (!s.is_heading(), s.article, s.claim.head)) else { return };
    let open = said.iter().filter(|s| s.claim.certainty == Certainty::Unsettled && s.article != sure.article);
    let open: Vec<&Said<'_>> = open.collect();
    report(corpus, group, sure, &open, findings);
}

fn report(corpus: &Corpus, group: &Group, sure: &Said<'_>, unsure: &[&Said<'_>], findings: &mut Findings) {
    let Some(first) = unsure.first() else { return };
    let focus = |s: &Said<'_>| s.claim.tokens.start.max(s.claim.head.saturating_sub(4))..s.claim.head + 1;
    let mut evidence: Vec<Evidence> = vec![sure.evidence(corpus, focus(sure))];
    evidence.extend(unsure.iter().take(4).map(|s| s.evidence(corpus, focus(s))));
    let step = gap(sure, first);
    let is_lead = sure.is_heading();
    findings.drafts.push(Draft {
        kind: ContradictionKind::CertaintyModality,
        severity: if step > LEAST_GAP || is_lead { Severity::High } else { Severity::Medium },
        confidence: u8::try_from((55 + 8 * step).clamp(0, 90)).unwrap_or(60),
        topic: format!("How certain: {} ({})", group.event, names(corpus, group.parties.iter().copied())),
        summary: format!(
            "{} gives it as {}, {} as {}",
            corpus.label(sure.article),
            sure.claim.certainty.phrase(),
            corpus.label(first.article),
            first.claim.certainty.phrase()
        ),
        explanation: format!(
            "Both passages are about the same event ({}), but one has it as {} and the other as {}.",
            group.event,
            sure.claim.certainty.phrase(),
            first.claim.certainty.phrase()
        ),
        evidence,
        entities: group.parties.iter().copied().collect(),
        quotations: Vec::new(),
        trace: vec![
            format!("same event: {}", group.event),
            format!("same parties: {}", names(corpus, group.parties.iter().copied())),
            format!("{step} steps apart on the ladder of certainty"),
        ],
    });
}
