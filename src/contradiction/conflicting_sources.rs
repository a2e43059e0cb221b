//! A source denies of its own side what another article reports of that side.

use std::collections::BTreeSet;

use crate::align::{Aligned, EventMention, Group};
use crate::claim::{Certainty, Frame};
use crate::contradiction::denial::{Denial, assertions, denials};
use crate::contradiction::passage::Said;
use crate::contradiction::{Draft, Findings, Rule, denied_words};
use crate::corpus::Corpus;
use crate::kind::{ContradictionKind, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::ConflictingSources,
    summary: "Somebody denies an act or a plan of his own, or of his own side, that another source reports.",
    spares: "Denials and reports by the same source, negations of what has not happened so far, and events of other parties.",
    detect,
};

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let corpus = aligned.corpus;
    let groups = &aligned.events;
    for group in groups {
        for denial in group.mentions.iter().filter(|m| is_denial(corpus, m)) {
            dispute(corpus, groups, group, denial, findings);
        }
    }
    for article in 0..aligned.corpus.documents.len() {
        acts(aligned, article, findings);
    }
    denied_words::detect(aligned, findings);
}

/// Acts that the actor denies and others tell; one finding for each act and denier.
fn acts(aligned: &Aligned<'_>, article: usize, findings: &mut Findings) {
    let corpus = aligned.corpus;
    let mut done: BTreeSet<(usize, String)> = BTreeSet::new();
    for denial in denials(corpus, article) {
        let mut told = assertions(aligned, &denial);
        told.sort_by_key(|s| (s.article == article, !s.is_attributed(), s.article, s.claim.head));
        told.dedup_by_key(|s| s.article);
        let Some(first) = told.first() else { continue };
        let shown = denial.said.evidence(corpus, 0..0).span;
        let is_known = findings.drafts.iter().any(|d| {
            d.kind == ContradictionKind::ConflictingSources
                && d.evidence.iter().any(|e| e.article as usize == article && e.span.overlaps(shown))
        });
        if !is_known && done.insert((denial.who, denial.said.claim.event.clone())) {
            findings.drafts.push(act_draft(corpus, &denial, first, &told));
        }
    }
}

fn act_draft(corpus: &Corpus, denial: &Denial<'_>, first: &Said<'_>, told: &[Said<'_>]) -> Draft {
    let focus = Said::governed;
    let mut evidence =
        vec![first.evidence(corpus, focus(first)), denial.said.evidence(corpus, focus(&denial.said))];
    evidence.extend(told.iter().skip(1).take(3).map(|s| s.evidence(corpus, focus(s))));
    let who = corpus.name(denial.who);
    let is_one_article = first.article == denial.said.article;
    Draft {
        kind: ContradictionKind::ConflictingSources,
        severity: if is_one_article { Severity::Medium } else { Severity::High },
        confidence: 72,
        topic: format!("Did {who} do it: {}", denial.said.claim.event),
        summary: format!(
            "{} has {} by {who} as a fact or another\u{2019}s word; in {} {who} denies it",
            corpus.label(first.article),
            denial.said.claim.event,
            corpus.label(denial.said.article)
        ),
        explanation: format!("One passage tells of an act of {who}; in the other {who} denies it."),
        evidence,
        entities: vec![denial.who],
        quotations: denial.said.claim.quotation.map(|q| (denial.said.article, q)).into_iter().collect(),
        trace: vec![
            format!("same act: {}", denial.said.claim.event),
            format!("same actor: {who}"),
            "denied by the actor".to_owned(),
        ],
    }
}

fn is_denial(corpus: &Corpus, mention: &EventMention) -> bool {
    Said::new(corpus, mention.article, mention.claim).is_some_and(|s| {
        s.claim.certainty == Certainty::Denied && s.claim.frame == Frame::Plain && s.speaker(corpus).is_some()
    })
}

/// The states that the parties of an event stand for; a party of no state stands for itself.
fn sides(corpus: &Corpus, parties: &BTreeSet<usize>) -> BTreeSet<String> {
    parties.iter().map(|&p| corpus.side(p).unwrap_or_else(|| corpus.name(p)).to_owned()).collect()
}

fn dispute(corpus: &Corpus, groups: &[Group], group: &Group, denial: &EventMention, findings: &mut Findings) {
    let Some(denied) = Said::new(corpus, denial.article, denial.claim) else { return };
    let Some(denier) = denied.speaker(corpus) else { return };
    let Some(side) = corpus.side(denier) else { return };
    let wanted = sides(corpus, &group.parties);
    let mut reports: Vec<(bool, Said<'_>)> = Vec::new();
    for other in groups.iter().filter(|g| g.event == group.event && sides(corpus, &g.parties) == wanted) {
        for mention in other.mentions.iter().filter(|m| m.article != denial.article) {
            let Some(said) = Said::new(corpus, mention.article, mention.claim) else { continue };
            let is_positive = matches!(
                said.claim.certainty,
                Certainty::Possible | Certainty::Likely | Certainty::Planned | Certainty::Scheduled
            );
            if is_positive
                && said.claim.frame == Frame::Plain
                && acts_for(corpus, &said, side)
                && said.speaker(corpus) != Some(denier)
            {
                reports.push((said.is_attributed(), said));
            }
        }
    }
    reports.sort_by_key(|(attributed, s)| (!attributed, s.is_heading(), s.article, s.claim.head));
    reports.dedup_by_key(|(_, s)| s.article);
    let Some((_, first)) = reports.first() else { return };
    let focus = Said::governed;
    let mut evidence =
        vec![denied.evidence(corpus, denied.claim.tokens.clone()), first.evidence(corpus, focus(first))];
    evidence.extend(reports.iter().skip(1).take(3).map(|(_, s)| s.evidence(corpus, focus(s))));
    findings.drafts.push(Draft {
        kind: ContradictionKind::ConflictingSources,
        severity: Severity::High,
        confidence: 74,
        topic: format!("What {side} wants: {}", group.name),
        summary: format!("{}: {} denies it; {} reports that its side seeks it", corpus.label(denial.article), corpus.name(denier), corpus.label(first.article)),
        explanation: format!("One passage has a source of {side} deny the event ({}); the other says that {side} is working towards it.", group.name),
        evidence,
        entities: group.parties.iter().copied().chain([denier]).collect(),
        quotations: denied.claim.quotation.map(|q| (denial.article, q)).into_iter().collect(),
        trace: vec![
            format!("same event: {}", group.name),
            format!("same sides: {}", wanted.into_iter().collect::<Vec<_>>().join(", ")),
            format!("denied by a source of {side}"),
            format!("reported of {side} elsewhere"),
        ],
    });
}

/// Whether the side itself is the one who acts.
fn acts_for(corpus: &Corpus, said: &Said<'_>, side: &str) -> bool {
    let sides: Vec<Option<&str>> = said
        .claim
        .agents
        .iter()
        .map(|&m| corpus.entity(said.article, m).and_then(|e| corpus.side(e)))
        .collect();
    !sides.is_empty() && sides.iter().all(|s| *s == Some(side))
}
